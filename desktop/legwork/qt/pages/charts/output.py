"""What leaves the charts: pictures, the shown data, the clipboard. Files are written whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from legwork.domain.days import full_day
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.charts.board import ChartBoard
from legwork.qt.charts.picture import FORMS, as_file, as_image
from legwork.qt.core.theme import ThemeManager
from legwork.qt.dialogs.save_picture import USUAL, SavePictureDialog
from legwork.qt.pages.charts.drawing import shown_rows
from legwork.services.chart_csv import as_csv
from legwork.services.documents import write_whole


def heading(board: ChartBoard, person: str) -> str:
    """What stands above a picture: who, and which stretch of time."""
    first, last = (date.fromordinal(max(1, round(day))) for day in (board.span.start, board.span.end))
    return tr("{person}, {first} to {last}", person=person, first=full_day(first), last=full_day(last))


def copy_picture(board: ChartBoard, person: str) -> str:
    """Put a picture on the clipboard; answers with what was done."""
    QGuiApplication.clipboard().setImage(as_image(USUAL, board.snapshots(), heading(board, person)))
    return tr("The picture is on the clipboard.")


def save_picture(board: ChartBoard, person: str, theme: ThemeManager, parent: QWidget) -> str:
    """Ask for kind, size and file, and write it; answers with what was done, or nothing when it was given up."""
    asked = SavePictureDialog(theme, parent)
    if not asked.exec():
        return ""
    form = asked.form.currentData()
    asked.deleteLater()
    name, _ = QFileDialog.getSaveFileName(parent, tr("Save picture"), f"legwork-charts.{form}", tr(FORMS[form]))
    return write_picture(board, person, Path(name), form, asked.size_px) if name else ""


def write_picture(board: ChartBoard, person: str, file: Path, form: str, size: QSize) -> str:
    """Write a picture to `file`; answers with what was done or why not."""
    ending = file.suffix.removeprefix(".").lower()
    if ending in FORMS:
        form = ending  # what is typed tells better than what was chosen before
    else:
        file = file.with_name(f"{file.name}.{form}")
    return _written(file, as_file(form, size, board.snapshots(), heading(board, person)))


def save_data(board: ChartBoard, parent: QWidget) -> str:
    """Ask for a file and write the shown data into it; answers with what was done."""
    name, _ = QFileDialog.getSaveFileName(parent, tr("Save the shown data"), "legwork-charts.csv", tr("Table (*.csv)"))
    return write_data(board, Path(name)) if name else ""


def write_data(board: ChartBoard, file: Path) -> str:
    """Write every point that is shown; answers with what was done or why not."""
    file = file if file.suffix.lower() == ".csv" else file.with_name(f"{file.name}.csv")
    shown = [series for snapshot in board.snapshots() for series in snapshot.series]
    return _written(file, as_csv(shown_rows(shown, board.span.start, board.span.end)))


def _written(file: Path, data: bytes) -> str:
    try:
        write_whole(file, data)
    except UserError as error:
        return str(error)
    return tr("Written to {file}.", file=file)
