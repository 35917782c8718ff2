"""What the program shows once the recipe for a page was followed; run in the copy by test_add_page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from legwork.services.check_ins import Day, RecordReadings
from program_driver import ALEX, fill, opened


def test_it_is_reached_explained_and_follows_the_data(qtbot: QtBot, tmp_path: Path) -> None:
    fill(tmp_path / "profile", ALEX)
    with opened(qtbot, tmp_path / "profile") as desk:
        assert desk.child(QAbstractButton, "rail_notes").text().strip() == "Notes"
        desk.ctrl(Qt.Key.Key_Semicolon)
        desk.settle()
        page = desk.page
        assert page.name == "notes" and page.heading.text() == "Notes"
        assert page.lines.text().startswith("No note yet")
        for day, note in ((7, "Slept badly"), (14, "New shoes")):
            desk.context.runner.apply(RecordReadings(desk.person.id, (Day(date(2025, 1, day), (), note),)))
        desk.settle()
        lines = page.lines.text().splitlines()
        assert [line.rpartition(": ")[2] for line in lines] == ["New shoes", "Slept badly"]
        desk.undo()
        assert "New shoes" not in page.lines.text()
        desk.press(Qt.Key.Key_F1)
        desk.settle()
        assert desk.page.name == "help" and "newest first" in desk.page.text.toPlainText()
