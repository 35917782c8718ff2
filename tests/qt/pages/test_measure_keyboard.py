"""The weekly check-in by keyboard alone: the order of the fields, where the guide points, and leaving the form."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from legwork.domain.sites import BUILT_IN_BY_KEY, Spot
from legwork.qt.widgets.body_map import BodyMap
from legwork.services.people import AddOwnSite, TrackSites
from program_driver import Desk, spot_of

TODAY = date.today()
ORDER = [
    "body_weight", "neck", "shoulders", "chest", "waist", "hips", "flexed_arm_left", "flexed_arm_right",
    "upper_thigh_left", "upper_thigh_right", "calf_left", "calf_right",
]  # fmt: skip
VALUES = ["82.5", "39", "125", "108", "84", "98", "40", "40.5", "60", "60.5", "38", "38.2"]


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """On the Measure page."""
    desk.go("measure")
    return desk


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def test_the_cursor_starts_in_the_first_empty_field(desk: Desk) -> None:
    assert focused() == "reading_body_weight"
    desk.enter("body_weight", "82.5")
    desk.go("history")
    desk.go("measure")
    assert focused() == "reading_neck"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_enter_and_tab_lead_from_the_first_field_through_all_to_the_note(desk: Desk, key: Qt.Key) -> None:
    visited = []
    for value in VALUES:
        visited.append(focused())
        desk.write(value)
        desk.press(key)
    assert visited == [f"reading_{spot_of(name)}" for name in ORDER]
    if key == Qt.Key.Key_Tab:  # which passes the two switches that Enter skips
        assert focused() == "morning"
        desk.press(key)
        desk.press(key)
    assert focused() == "check_in_note"
    assert [desk.stored(name)[0].split()[0] for name in ORDER] == VALUES


def test_enter_passes_empty_fields_by_without_storing_anything(desk: Desk) -> None:
    for _ in ORDER:
        desk.press(Qt.Key.Key_Return)
    assert focused() == "check_in_note"
    assert desk.context.runner.stack.count() == 0


def test_shift_tab_goes_back(desk: Desk) -> None:
    desk.reading("neck").setFocus()
    desk.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focused() == "reading_body_weight"


def test_tab_leaves_the_note(desk: Desk) -> None:
    desk.click("check_in_note")
    desk.write("sore knee")
    desk.press(Qt.Key.Key_Tab)
    assert focused() not in ("", "check_in_note")
    assert desk.page.note.toPlainText() == "sore knee"


def test_the_order_follows_the_persons_choice(desk: Desk) -> None:
    desk.context.runner.apply(TrackSites(desk.person.id, ("calf", "waist", "ankle")))
    desk.settle()
    desk.reading("calf_left").setFocus()
    visited = []
    for _ in range(5):
        visited.append(focused())
        desk.press(Qt.Key.Key_Tab)
    assert visited == ["reading_calf:left", "reading_calf:right", "reading_waist",
                       "reading_ankle:left", "reading_ankle:right"]  # fmt: skip
    assert focused() == "morning"


def test_a_field_that_takes_the_focus_is_scrolled_into_view(desk: Desk) -> None:
    desk.window.resize(1000, 560)
    desk.settle()
    desk.reading("calf_right").setFocus()
    desk.settle()
    edit = desk.reading("calf_right")
    top = edit.mapTo(desk.window, edit.rect().topLeft()).y()
    assert top > 0 and top + edit.height() <= desk.window.height()
    assert edit.visibleRegion().boundingRect().height() == edit.height(), "nothing hides it"


@pytest.mark.parametrize("name", ["waist", "calf_left", "calf_right", "body_weight"])
def test_the_guide_says_where_and_how_for_the_field_in_hand(desk: Desk, name: str) -> None:
    desk.reading("hips").setFocus()
    desk.reading(name).setFocus()
    guide, spot = desk.page.guide, spot_of(name)
    site = BUILT_IN_BY_KEY[spot.site]
    assert guide.name.text() == desk.person.label(spot)
    assert (guide.where.text(), guide.how.text()) == (site.where, site.how)
    assert desk.page.body_map.accessibleDescription() == f"Body map. Active: {desk.person.label(spot)}"


@pytest.mark.parametrize("name", ["calf_left", "calf_right", "upper_thigh_left", "waist", "neck"])
def test_a_click_on_a_limb_leads_to_its_field(desk: Desk, name: str) -> None:
    body_map = desk.child(BodyMap, "body_map")
    at = body_map.place_of(spot_of(name))
    assert at is not None
    desk.click(body_map, at.toPoint())
    assert focused() == f"reading_{spot_of(name)}"
    desk.write("1")
    assert desk.reading(name).text() == "1"


def test_what_is_typed_is_taken_over_by_a_click_on_another_limb(desk: Desk) -> None:
    desk.click(desk.reading("calf_left"))
    desk.write("38.2")
    body_map = desk.child(BodyMap, "body_map")
    desk.click(body_map, body_map.place_of(Spot("waist")).toPoint())
    assert desk.stored("calf_left") == ["38.2 cm"]


def test_ctrl_z_in_the_untouched_note_undoes_the_last_value(desk: Desk) -> None:
    """Enter in the last field leads to the note; Undo must not stop working there."""
    desk.enter("calf_right", "38.2")
    assert focused() == "check_in_note"
    desk.ctrl(Qt.Key.Key_Z)
    assert desk.stored("calf_right") == []


def test_alt_with_the_arrows_turns_weeks(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.page.day == TODAY - timedelta(days=7)
    desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert desk.page.day == TODAY


def test_a_site_of_ones_own_has_a_field_like_the_others(desk: Desk) -> None:
    desk.context.runner.apply(AddOwnSite(desk.person.id, "Lower calf", sided=True))
    desk.settle()
    left = desk.window.findChild(type(desk.reading("waist")), "reading_own_lower_calf:left")
    assert left is not None and left.accessibleName() == "Lower calf, left"
    left.setFocus()
    desk.write("25.5")
    desk.press(Qt.Key.Key_Return)
    assert desk.stored("own_lower_calf_left") == ["25.5 cm"]
    assert focused() == "reading_own_lower_calf:right"
    assert desk.page.guide.name.text() == "Lower calf, right"
