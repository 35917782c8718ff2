"""Where the keyboard is when a page is turned to, and that it stays there when the page is built anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from legwork.qt.core import language
from legwork.services.settings import TEXT_PERCENT, ChangeSetting
from program_driver import Desk, opened

FULL = {
    "measure": "day_back", "history": "history_table", "charts": "time_chart_0", "balance": "balance_area",
    "plan": "plan_grid", "food": "food_energy", "people": "people_list", "data": "copy_now", "settings": "site_list",
    "help": "help_search",
}  # fmt: skip
"""Where work begins on each page of the sample, whose check-in of today is whole."""


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    language.speak()


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


@pytest.mark.parametrize("page", FULL)
def test_the_keyboard_is_where_work_begins(sample_desk: Desk, page: str) -> None:
    sample_desk.go("today")
    sample_desk.go(page)
    sample_desk.settle()
    assert focused() == FULL[page]
    sample_desk.go(page)
    assert focused() == FULL[page], "asked for again"


@pytest.mark.parametrize("page", ["history", "charts", "balance", "plan"])
def test_an_empty_page_offers_its_first_step_to_the_keyboard(desk: Desk, page: str) -> None:
    desk.go("today")
    desk.go(page)
    desk.settle()
    assert focused() == "empty_state_action"


@pytest.mark.parametrize("choice", ["theme_dark", "text_percent_130", "language_de"])
def test_a_choice_that_changes_all_keeps_the_keyboard(desk: Desk, choice: str) -> None:
    desk.go("settings")
    desk.child(QWidget, choice).setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    assert focused() == choice


@pytest.mark.parametrize("page", FULL)
def test_a_page_asked_for_by_its_keys_takes_the_keyboard_from_the_rail(sample_desk: Desk, page: str) -> None:
    """As after data was put back, when all is built anew and the rail is first in line."""
    sample_desk.go("today")
    sample_desk.child(QWidget, "rail_today").setFocus(Qt.FocusReason.TabFocusReason)
    sample_desk.window.show_page(page)
    sample_desk.settle()
    assert focused() == FULL[page]


def test_a_page_of_the_rail_that_is_pressed_by_a_key_takes_the_keyboard(desk: Desk) -> None:
    desk.go("today")
    desk.child(QWidget, "rail_measure").setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_Space)
    desk.settle()
    assert focused().startswith("reading_"), "the first empty field"


def test_text_of_another_size_leaves_the_keyboard_on_the_rail(desk: Desk) -> None:
    desk.go("settings")
    desk.child(QWidget, "rail_today").setFocus(Qt.FocusReason.TabFocusReason)
    desk.context.runner.apply(ChangeSetting(TEXT_PERCENT, "130"))
    desk.settle()
    assert focused() == "rail_today"


def test_the_way_back_to_the_welcome_is_on_the_rail(qtbot: QtBot, folder: Path) -> None:
    with opened(qtbot, folder) as desk:
        desk.go("data")
        desk.settle()
        today = desk.child(QAbstractButton, "rail_today")
        desk.click(today)
        desk.settle()
        assert today.isChecked()
        assert desk.child(QWidget, "welcome_page").isVisible()
