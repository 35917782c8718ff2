"""What the program does once the recipe for an import format was followed; run in the copy by test_add_format."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from import_driver import drop
from program_driver import ALEX, answering, fill, opened

TABLE = """Tape day,Mass,Belly,Rump,Mood
2025-01-07,82.5,84,98,fine
2025-01-14,82.9,84.2,98.1,tired
2025-01-21,83,900,,
"""


def test_a_file_is_shown_first_and_then_taken_in(qtbot: QtBot, tmp_path: Path) -> None:
    fill(tmp_path / "profile", ALEX)
    file = tmp_path / "tape-book.csv"
    file.write_text(TABLE, encoding="utf-8")
    said: list[str] = []

    def take(dialog: QDialog) -> None:
        said.extend(one.text() for one in dialog.findChildren(QLabel))
        button = dialog.findChild(QPushButton, "import_accept")
        assert button is not None
        button.click()

    with opened(qtbot, tmp_path / "profile") as desk:
        page = desk.go("history")
        with answering("import_preview", take):
            drop(desk, file)
            qtbot.waitUntil(lambda: page.model.rowCount() == 3)
        assert any("Tape Book" in one for one in said)
        assert desk.stored("waist", date(2025, 1, 14)) == ["84.2 cm"]
        assert desk.stored("waist", date(2025, 1, 21)) == [], "nobody measures 900 cm"
        assert desk.stored("body_weight", date(2025, 1, 21)) == ["83 kg"]
        desk.undo()
        assert page.model.rowCount() == 0
