"""A file that comes before anybody is named waits for them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog, QPushButton

from import_driver import drop
from program_driver import Desk, answering


def test_a_file_from_the_welcome_opens_once_somebody_is_named(empty_desk: Desk, tmp_path: Path) -> None:
    desk = empty_desk
    file = tmp_path / "weights.csv"
    file.write_text("date,weight_kg\n2025-01-14,82\n", encoding="utf-8")
    drop(desk, file)
    desk.qtbot.waitUntil(lambda: desk.notice == "Say first who is measured: then weights.csv opens by itself.")

    def take(dialog: QDialog) -> None:
        found = dialog.findChild(QPushButton, "import_accept")
        assert found is not None
        found.click()

    with answering("import_preview", take):
        desk.click("person_name")
        desk.write("Kim")
        desk.click("welcome_start")
        desk.qtbot.waitUntil(lambda: desk.context.runner.stack.count() == 2)
    desk.settle()
    assert desk.stored("body_weight", date(2025, 1, 14)) == ["82 kg"]
