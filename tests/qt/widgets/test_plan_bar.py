"""The row above a plan: its name is typed where it stands, and is the name of that plan alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from legwork.paths import resources_dir
from legwork.qt.core.theme import ThemeManager
from legwork.qt.pages.plan.bar import PlanBar
from legwork.qt.widgets.layout import column
from legwork.services.plans import PlanInfo

TODAY = date(2026, 3, 9)
LEGS, OTHER = PlanInfo(1, "a", "Legs first", None, 8), PlanInfo(2, "b", "Other", None, 4)


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[PlanBar]:
    """It shows the first of two plans; the name has the keys."""
    made, window = PlanBar(ThemeManager(resources_dir() / "themes")), QWidget()
    window.setLayout(column(made, None))
    window.resize(900, 300)
    qtbot.addWidget(window)
    made.show_plans((LEGS, OTHER), LEGS, TODAY)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.chooser.setFocus()
    yield made


def typed(qtbot: QtBot, bar: PlanBar, text: str, key: Qt.Key) -> list[str]:
    """Start by F2, type over the name and press a key; which names were said."""
    said: list[str] = []
    bar.renamed.connect(said.append)
    qtbot.keyClick(bar.chooser, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit) and field.selectedText() == "Legs first" and not bar.chooser.isVisible()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, key)
    return said


def test_f2_on_the_name_starts_and_enter_keeps_what_was_typed(bar: PlanBar, qtbot: QtBot) -> None:
    assert typed(qtbot, bar, "  Winter   legs ", Qt.Key.Key_Return) == ["Winter legs"]
    assert bar.chooser.isVisible() and bar.chooser.hasFocus()


def test_escape_gives_up(bar: PlanBar, qtbot: QtBot) -> None:
    assert typed(qtbot, bar, "Winter", Qt.Key.Key_Escape) == []
    assert bar.chooser.currentText() == "Legs first" and bar.chooser.hasFocus()


def test_no_name_is_refused_below_the_field_and_it_stays_open(bar: PlanBar, qtbot: QtBot) -> None:
    assert typed(qtbot, bar, "   ", Qt.Key.Key_Return) == []
    assert isinstance(QApplication.focusWidget(), QLineEdit) and not bar.chooser.isVisible()
    [fault] = [one for one in bar.window().findChildren(QLabel, "typing_fault") if one.isVisible()]
    assert fault.text() == "Give the plan a name, for example Legs first."


def test_what_is_typed_for_one_plan_is_no_name_of_another(bar: PlanBar, qtbot: QtBot) -> None:
    said: list[str] = []
    bar.renamed.connect(said.append)
    bar.ask_name()
    qtbot.keyClicks(QApplication.focusWidget(), "Winter")
    bar.show_plans((LEGS, OTHER), OTHER, TODAY)
    assert bar.chooser.isVisible() and bar.chooser.currentText() == "Other" and said == []
