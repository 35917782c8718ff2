"""What a screen reader and a test find: everything a person can put the focus on has a name of either kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QWidget,
)
from pytestqt.qtbot import QtBot

from accessible import described, internal, spoken
from charts_driver import Charts
from legwork.qt.page_list import PAGES
from legwork.services.people import AddOwnSite, TrackSites
from program_driver import ALEX, Desk, answering, fill, opened


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Widgets on screen that take the focus, without the parts that Qt itself puts into its own widgets."""
    for one in root.findChildren(QWidget):
        if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus and not internal(one):
            yield one


def choices_with(one: QWidget) -> list[QAbstractButton]:
    """The buttons of which one is chosen, where this is one of them: Tab stops at one of them, as a desktop does."""
    group = one.group() if isinstance(one, QAbstractButton) else None
    return group.buttons() if group is not None and group.exclusive() else []


@pytest.fixture
def full_desk(qtbot: QtBot, folder: Path) -> Iterator[Desk]:
    """Somebody who measured once, tracks a site of their own and body fat, so that every page has all it can show."""
    from datetime import date

    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        desk.remember(date(2025, 1, 7), calf_left="38", calf_right="38", waist="84")
        desk.context.runner.apply(TrackSites(desk.person.id, (*desk.person.tracked, "body_fat")))
        desk.context.runner.apply(AddOwnSite(desk.person.id, "Lower calf", sided=True))
        yield desk


@pytest.mark.parametrize("name", [one.name for one in PAGES])
@pytest.mark.parametrize("kind", ["object name", "accessible name"])
def test_everything_on_the_page_has_a_name(full_desk: Desk, name: str, kind: str) -> None:
    full_desk.go(name)
    full_desk.settle()
    found = list(focusable(full_desk.window))
    assert len(found) > 5
    nameless = [described(one) for one in found if not (one.objectName() if kind == "object name" else spoken(one))]
    assert nameless == []


@pytest.mark.parametrize("kind", ["object name", "accessible name"])
def test_everything_on_the_charts_has_a_name_when_all_is_shown(full_desk: Desk, kind: str) -> None:
    charts = Charts(full_desk)
    charts.tick("Waist")
    charts.choose("chart_scaling", "Change since")
    charts.click("layout_apart")
    found = list(focusable(full_desk.window))
    names = [one.objectName() for one in found]
    assert {"time_chart_0", "time_chart_1", "chart_since", "chart_table", "chart_measures"} <= set(names)
    assert sorted(names) == sorted(set(names))
    nameless = [described(one) for one in found if not (one.objectName() if kind == "object name" else spoken(one))]
    assert nameless == []
    assert len({spoken(one) for one in found if one.objectName().startswith("time_chart")}) == 2, (
        "each says which it is"
    )


@pytest.mark.parametrize("dialog", ["goal_dialog", "programme_dialog", "save_picture_dialog"])
def test_everything_in_a_dialog_of_the_charts_has_a_name(full_desk: Desk, dialog: str) -> None:
    charts = Charts(full_desk)
    nameless: list[str] = []

    def look(shown: QDialog) -> None:
        found = list(focusable(shown))
        assert len(found) > 3
        nameless.extend(described(one) for one in found if not (one.objectName() and spoken(one)))
        shown.reject()

    with answering(dialog, look):
        if dialog == "goal_dialog":
            charts.page.table.setFocus()
            full_desk.press(Qt.Key.Key_Return)
        elif dialog == "programme_dialog":
            charts.click("chart_programme")
        else:
            charts.menu("chart_save", "Picture…")
    assert nameless == []


@pytest.mark.parametrize("kind", ["object name", "accessible name"])
def test_everything_on_the_welcome_has_a_name(empty_desk: Desk, kind: str) -> None:
    found = list(focusable(empty_desk.window))
    nameless = [described(one) for one in found if not (one.objectName() if kind == "object name" else spoken(one))]
    assert nameless == []


@pytest.mark.parametrize("name", [one.name for one in PAGES])
def test_object_names_are_unique_on_a_page(full_desk: Desk, name: str) -> None:
    full_desk.go(name)
    full_desk.settle()
    names = [one.objectName() for one in focusable(full_desk.window) if one.objectName()]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("name", [one.name for one in PAGES])
def test_tab_reaches_everything_on_the_page_and_comes_round(full_desk: Desk, name: str) -> None:
    from PySide6.QtWidgets import QApplication

    full_desk.go(name)
    full_desk.settle()
    there = [
        one
        for one in focusable(full_desk.window.current_page())
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()
    ]
    reached: set[QWidget] = set()
    for _ in range(120):
        full_desk.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
    left = [one for one in there if one not in reached and not any(other in reached for other in choices_with(one))]
    assert [described(one) for one in left] == [], "arrow keys lead through the choices, Tab through all else"
