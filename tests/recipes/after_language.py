"""What the program shows once the recipe for a language was followed; run in the copy by test_add_language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from program_driver import ALEX, fill, opened


def test_it_is_chosen_in_settings_and_spoken_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    fill(tmp_path / "profile", ALEX)
    with opened(qtbot, tmp_path / "profile") as desk:
        page = desk.go("settings")
        assert page.heading.text() == "Settings"
        assert desk.child(QAbstractButton, "language_it").text() == "Italiano"
        desk.click("language_it")
        desk.settle()
        assert desk.page.heading.text() == "Impostazioni"
        assert desk.child(QAbstractButton, "rail_measure").text().strip() == "Misure"
        topics = desk.go("help").contents
        assert topics.findItems("Impostazioni", Qt.MatchFlag.MatchExactly), "the topic that was translated"
