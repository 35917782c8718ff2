"""Years of measurements from Hevy: dropped, looked at, taken in, taken back and taken in again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from program_driver import ALEX, answering, fill, opened

WEEKS = 120
START = date(2023, 1, 3)
HEADER = '"date","weight_kg","neck_in","left_thigh_in","right_thigh_in","left_calf_in","right_calf_in"\n'


def history() -> str:
    lines = []
    for week in range(WEEKS):
        day = START + timedelta(weeks=week)
        lines.append(f'"{day.day} {day:%b %Y}, 00:00",{82 + week / 100:.2f},15.5,'
                     f"{21 + week / 100:.2f},21.5,14.5,14.{week % 10}\n")  # fmt: skip
    return HEADER + "".join(reversed(lines))


def drop(window: object, file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    rest = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(window.rect().center(), *rest))
    QApplication.sendEvent(window, QDropEvent(QPointF(window.rect().center()), *rest))


def test_a_history_from_hevy(qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    fill(folder, ALEX)
    file = tmp_path / "measurement_data.csv"
    file.write_text(history(), encoding="utf-8")

    def take(dialog: QDialog) -> None:
        button = dialog.findChild(QPushButton, "import_accept")
        assert button is not None
        button.click()

    with opened(qtbot, folder) as desk:
        page = desk.go("history")
        with answering("import_preview", take):
            drop(desk.window, file)
            qtbot.waitUntil(lambda: page.model.rowCount() == WEEKS)
        assert page.table.isVisible()
        assert page.model.index(0, 0).data() == (START + timedelta(weeks=WEEKS - 1)).strftime("%-d %b %Y")
        charts = desk.go("charts")
        assert f"{WEEKS} readings" in charts.over_time.board.summary()
        assert desk.undo_action().text() == "Undo Import measurement_data.csv"
        desk.undo()
        assert not charts.over_time.board.isVisible()
        desk.go("history")
        assert page.model.rowCount() == 0
        desk.redo()
        assert page.model.rowCount() == WEEKS
    with opened(qtbot, folder) as desk:
        assert desk.page.name == "history"
        assert desk.page.model.rowCount() == WEEKS
