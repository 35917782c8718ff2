"""The stretches behind a plot of dose against response as a table, newest first.

Owns the table. Numbers and words come ready in `StretchPoint`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from legwork.domain.log.dose import rate_text
from legwork.i18n import tr
from legwork.numerals import short_number
from legwork.qt.core.theme import ThemeManager
from legwork.services.dose_view import StretchPoint

_TEXT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class DoseTable(QTableWidget):
    """The current row is the stretch that is pointed at; Enter or a double click asks for its sets."""

    stretch_pointed = Signal(object)
    stretch_chosen = Signal(object)

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__(0, 3)
        self._theme = theme
        self._points: list[StretchPoint] = []
        self.setObjectName("dose_table")
        self.setAccessibleName(tr("Stretches of weeks"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.currentCellChanged.connect(self._on_current)
        self.cellDoubleClicked.connect(self._on_activated)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def show_points(self, points: Sequence[StretchPoint], unit: str) -> None:
        """List stretches."""
        heads = (tr("Weeks"), tr("Sets a week"), tr("{unit} a month", unit=unit))
        with QSignalBlocker(self):
            for place, text in enumerate(heads):
                head = QTableWidgetItem(text)
                head.setTextAlignment(_NUMBER if place else _TEXT)
                self.setHorizontalHeaderItem(place, head)
            self._points = list(reversed(points))
            self.setRowCount(len(points))
            for place, one in enumerate(self._points):
                rate, error = rate_text(one.rate, unit), rate_text(one.high - one.rate, unit).removeprefix("+")
                texts = (one.days, short_number(round(one.sets, 1)), tr("{rate} ± {error}", rate=rate, error=error))
                for column, text in enumerate(texts):
                    item = QTableWidgetItem(text)
                    if column:
                        item.setTextAlignment(_NUMBER)
                    self.setItem(place, column, item)
            self.setCurrentCell(-1, -1)
            self.clearSelection()

    def point_to(self, stretch: StretchPoint | None) -> None:
        """Make a stretch the current row, because something else points at it; None: no row is."""
        with QSignalBlocker(self):
            if stretch in self._points:
                self.setCurrentCell(self._points.index(stretch), 0)
            elif not self.hasFocus():
                self.setCurrentCell(-1, -1)
                self.clearSelection()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._on_activated(self.currentRow())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.rowCount():
            self.setCurrentCell(0, 0)

    def _on_current(self, place: int) -> None:
        if place >= 0:
            self.stretch_pointed.emit(self._points[place])

    def _on_activated(self, place: int, _column: int = 0) -> None:
        self.stretch_chosen.emit(self._points[place])

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(28))
