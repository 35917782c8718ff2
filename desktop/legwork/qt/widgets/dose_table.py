"""The stretches behind a plot of dose against response as a table, newest first.

Owns the table. Numbers and words come ready in `StretchPoint`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from legwork.domain.log.dose import rate_text
from legwork.i18n import tr
from legwork.numerals import localised, short_number
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.row_actions import offer_copy, offer_rows, put_table, selected_rows
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
        self._unit = ""
        self.setObjectName("dose_table")
        self.setAccessibleName(tr("Stretches of weeks"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
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
        offer_rows(self, "sets", tr("Show the sets behind it"), ("Enter", "Return"), self._on_enter)
        offer_copy(self, self.copy)
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
            self._points, self._unit = list(reversed(points)), unit
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

    def copy(self) -> None:
        """Put the selected stretches, or all of them, on the clipboard: each number by itself, the oldest first."""
        chosen = [self._points[row] for row in selected_rows(self)] or self._points
        head = (
            tr("From"), tr("To"), tr("Hard sets a week"), tr("{unit} a month", unit=self._unit), tr("low (80 %)"),
            tr("high (80 %)"),
        )  # fmt: skip
        put_table(head, [_cells(one) for one in reversed(chosen)])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.rowCount():
            self.setCurrentCell(0, 0)

    def _on_enter(self) -> None:
        if self.currentRow() >= 0:
            self._on_activated(self.currentRow())

    def _on_current(self, place: int) -> None:
        if place >= 0:
            self.stretch_pointed.emit(self._points[place])

    def _on_activated(self, place: int, _column: int = 0) -> None:
        self.stretch_chosen.emit(self._points[place])

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(28))


def _cells(one: StretchPoint) -> tuple[str, ...]:
    numbers = (localised(f"{value:.3f}") for value in (one.rate, one.low, one.high))
    return one.first.isoformat(), one.last.isoformat(), short_number(one.sets), *numbers
