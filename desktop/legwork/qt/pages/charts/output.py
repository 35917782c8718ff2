"""What leaves the charts: pictures, the shown data, the clipboard. Files are written whole or not at all."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from legwork.domain.days import full_day
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.charts.board import ChartBoard
from legwork.qt.charts.drawing import shown_rows
from legwork.qt.charts.picture import FORMS, as_file, as_image
from legwork.qt.core.context import Context
from legwork.qt.core.file_places import Place, save_file
from legwork.qt.core.writing import FileWriter, Writing
from legwork.qt.dialogs.save_picture import USUAL, SavePictureDialog
from legwork.services.chart_csv import as_csv


class Output(QObject):
    """Asks for kind, size and file, paints at once and writes in the background."""

    said = Signal(str)
    """What was done."""

    refused = Signal(str)
    """Why it was not."""

    def __init__(self, context: Context, board: ChartBoard) -> None:
        super().__init__(board)
        self._context, self._board = context, board
        self._writer = FileWriter(context.worker, self, context.profile)
        self._writer.said.connect(self.said)
        self._writer.refused.connect(self.refused)

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._writer.busy

    def save_picture(self) -> None:
        """Ask for kind, size and file, and write a picture."""
        asked = SavePictureDialog(self._context.theme, self._window)
        wanted = asked.exec()
        form, size = asked.form.currentData(), asked.size_px
        asked.deleteLater()
        file = self._file(tr("Save picture"), f"legwork-charts.{form}", tr(FORMS[form])) if wanted else None
        if file is None:
            return
        ending = file.suffix.removeprefix(".").lower()
        if ending in FORMS:
            form = ending  # what is typed tells better than what was chosen before
        else:
            file = file.with_name(f"{file.name}.{form}")
        try:
            self._writer.write(Writing(file, as_file(form, size, self._board.snapshots(), self._heading())))
        except UserError as error:
            self.refused.emit(str(error))

    def save_data(self) -> None:
        """Ask for a file, and write every point that is shown."""
        file = self._file(tr("Save the shown data"), "legwork-charts.csv", tr("Table (*.csv)"))
        if file is None:
            return
        file = file if file.suffix.lower() == ".csv" else file.with_name(f"{file.name}.csv")
        shown = [series for snapshot in self._board.snapshots() for series in snapshot.series]
        rows = shown_rows(shown, self._board.span.start, self._board.span.end)
        self._writer.write(Writing(file, partial(as_csv, rows)))

    def copy_picture(self) -> None:
        """Put a picture on the clipboard."""
        QGuiApplication.clipboard().setImage(as_image(USUAL, self._board.snapshots(), self._heading()))
        self.said.emit(tr("The picture is on the clipboard."))

    @property
    def _window(self) -> QWidget:
        return self._board.window()

    def _file(self, title: str, suggestion: str, kinds: str) -> Path | None:
        return save_file(self._window, self._context.view, Place.PICTURE, title, suggestion, (kinds,))

    def _heading(self) -> str:
        """Who, and which stretch of time."""
        span, person = self._board.span, self._context.person
        first, last = (full_day(date.fromordinal(max(1, round(day)))) for day in (span.start, span.end))
        return tr("{person}, {first} to {last}", person=person.name if person else "", first=first, last=last)
