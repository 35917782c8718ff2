"""Choosing what is measured: by mouse and by keyboard, in any order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton

from legwork.domain.sites import BUILT_IN
from legwork.qt.widgets.site_chooser import SiteChooser
from legwork.services.people import AddOwnSite
from program_driver import Desk


@pytest.fixture
def chooser(desk: Desk) -> Iterator[SiteChooser]:
    desk.go("settings")
    [chooser] = desk.window.findChildren(SiteChooser)
    yield chooser


def names(chooser: SiteChooser, *, checked: bool) -> list[str]:
    items = [chooser.list.item(place) for place in range(chooser.list.count())]
    return [one.text() for one in items if (one.checkState() is Qt.CheckState.Checked) is checked]


def item(chooser: SiteChooser, name: str) -> QListWidgetItem:
    [found] = chooser.list.findItems(name, Qt.MatchFlag.MatchExactly)
    return found


def box_of(list_widget: QListWidget, one: QListWidgetItem) -> QPoint:
    """The middle of the check box."""
    rect = list_widget.visualItemRect(one)
    return QPoint(rect.left() + list_widget.style().pixelMetric(list_widget.style().PixelMetric.PM_IndicatorWidth) // 2
                  + 4, rect.center().y())  # fmt: skip


def pick(desk: Desk, chooser: SiteChooser, name: str) -> None:
    chooser.list.setFocus()
    chooser.list.setCurrentItem(item(chooser, name))


DEFAULT = ["Body weight", "Neck", "Shoulders", "Chest", "Waist", "Hips", "Flexed arm", "Upper thigh", "Calf"]


def test_tracked_sites_come_first_in_their_order(chooser: SiteChooser) -> None:
    assert names(chooser, checked=True) == DEFAULT
    others = names(chooser, checked=False)
    assert {"Body fat", "Mid-thigh", "Ankle", "Knee height", "Calf skinfold"} <= set(others)
    assert sorted(others) == sorted({site.name for site in BUILT_IN} - set(DEFAULT))


def test_the_space_bar_tracks_and_untracks(desk: Desk, chooser: SiteChooser) -> None:
    pick(desk, chooser, "Ankle")
    desk.press(Qt.Key.Key_Space)
    assert desk.person.tracked[-1] == "ankle"
    assert any(one.text() == "14 values a week" for one in chooser.findChildren(QLabel))
    assert chooser.list.currentItem().text() == "Ankle", "the cursor stays on the site"
    desk.press(Qt.Key.Key_Space)
    assert names(chooser, checked=True) == DEFAULT
    assert "ankle" not in desk.person.tracked


def test_a_click_on_the_box_tracks(desk: Desk, chooser: SiteChooser) -> None:
    ankle = item(chooser, "Ankle")
    chooser.list.scrollToItem(ankle)
    desk.click(chooser.list.viewport(), box_of(chooser.list, ankle))
    assert "ankle" in desk.person.tracked


def test_untracking_one_leaves_the_others_in_order_and_undo_puts_it_back(desk: Desk, chooser: SiteChooser) -> None:
    pick(desk, chooser, "Waist")
    desk.press(Qt.Key.Key_Space)
    assert names(chooser, checked=True) == [name for name in DEFAULT if name != "Waist"]
    desk.undo()
    assert names(chooser, checked=True) == DEFAULT


def test_alt_with_the_arrows_moves_a_site(desk: Desk, chooser: SiteChooser) -> None:
    pick(desk, chooser, "Calf")
    for _ in range(2):
        desk.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(chooser, checked=True)[-3:] == ["Calf", "Flexed arm", "Upper thigh"]
    assert desk.person.tracked[-3:] == ("calf", "flexed_arm", "upper_thigh")
    assert chooser.list.currentItem().text() == "Calf"
    desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(chooser, checked=True)[-3:] == ["Flexed arm", "Calf", "Upper thigh"]


def test_the_first_cannot_go_up(desk: Desk, chooser: SiteChooser) -> None:
    pick(desk, chooser, "Body weight")
    desk.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(chooser, checked=True) == DEFAULT
    assert desk.context.runner.stack.count() == 0


def test_the_buttons_do_the_same(desk: Desk, chooser: SiteChooser) -> None:
    pick(desk, chooser, "Neck")
    desk.click("site_up")
    assert desk.person.tracked[:2] == ("neck", "body_weight")
    desk.click("site_down")
    assert desk.person.tracked[:2] == ("body_weight", "neck")


def test_the_last_site_stays(desk: Desk, chooser: SiteChooser) -> None:
    for name in DEFAULT:
        pick(desk, chooser, name)
        desk.press(Qt.Key.Key_Space)
    assert len(desk.person.tracked) == 1
    assert names(chooser, checked=True) == ["Calf"], "what is shown is what holds"
    shown = [one.text() for one in desk.window.findChildren(QLabel) if one.isVisible()]
    assert any("Keep at least one site" in text for text in shown)


def test_only_own_sites_can_be_deleted(desk: Desk, chooser: SiteChooser) -> None:
    desk.context.runner.apply(AddOwnSite(desk.person.id, "Lower calf", sided=True))
    delete = chooser.findChild(QPushButton, "site_delete")
    pick(desk, chooser, "Waist")
    assert not delete.isVisible()
    pick(desk, chooser, "Lower calf")
    assert delete.isVisible()
    desk.click(delete)
    assert names(chooser, checked=True) == DEFAULT


def test_the_sites_are_copied_as_a_table(desk: Desk, chooser: SiteChooser) -> None:
    pick(desk, chooser, "Calf")
    desk.ctrl(Qt.Key.Key_C)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[:3] == [["Sites", "Unit", "On the check-in"], ["Body weight", "kg", "yes"], ["Neck", "cm", "yes"]]
    assert ["Body fat", "%", "no"] in lines and len(lines) == 1 + chooser.list.count()
