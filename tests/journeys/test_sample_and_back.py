"""Looking around in the sample history, trying things there, and finding one's own data untouched afterwards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from legwork.qt.page_list import PAGES
from program_driver import ALEX, Desk, fill, opened


def sample_is_said(desk: Desk) -> bool:
    """Whether the line above the page says that this is the sample."""
    return desk.window.findChild(QWidget, "sample_banner").isVisible()


def test_there_and_back(qtbot: QtBot, folder: Path) -> None:
    fill(folder, ALEX)
    with opened(qtbot, folder) as desk:
        desk.enter("waist", "84")
        desk.click(desk.reading("neck"))
        desk.write("39")  # not confirmed yet
        desk.menu_action("action_sample").trigger()
        desk.settle()
        assert desk.context.sample and sample_is_said(desk)
        assert desk.person.name == "Sam Sample"
        assert not desk.undo_action().isEnabled(), "what was done at home is not undone here"
        for name in (one.name for one in PAGES):
            desk.go(name)
        history = desk.go("history")
        assert history.model.rowCount() > 80
        history.table.selectAll()
        desk.click("history_delete")
        assert history.model.rowCount() == 0
        desk.ctrl(Qt.Key.Key_Z)
        assert history.model.rowCount() > 80
        desk.click("leave_sample")
        desk.settle()
        assert not desk.context.sample and not sample_is_said(desk)
        assert desk.person.name == "Alex"
        assert desk.stored("waist") == ["84 cm"]
        assert desk.stored("neck") == ["39 cm"], "what was typed on the way out is kept"
        desk.go("measure")
        desk.enter("hips", "98")
        desk.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        desk.ctrl(Qt.Key.Key_Z)
        assert desk.stored("hips") == [], "Undo works on one's own data again"
        assert desk.stored("waist") == ["84 cm"]
    with opened(qtbot, folder) as desk:
        assert desk.person.name == "Alex", "the next start is at home"
        assert not sample_is_said(desk)


def test_the_sample_is_as_it_was_left(qtbot: QtBot, folder: Path) -> None:
    with opened(qtbot, folder) as desk:
        desk.click("welcome_sample")
        desk.settle()
        desk.go("measure")
        desk.enter("waist", "77.7")
        desk.click("leave_sample")
        desk.settle()
        assert desk.page.name == "welcome"
        desk.click("welcome_sample")
        desk.settle()
        assert desk.stored("waist") == ["77.7 cm"]
        desk.go("measure")
        assert desk.reading("waist").text() == "77.7"
