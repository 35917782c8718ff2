"""The table under the charts as a widget: keys, copying, and goals from its rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from legwork.i18n import tr
from legwork.qt.core.commands import name_part
from legwork.qt.core.theme import ThemeManager
from legwork.qt.core.view_state import ViewState
from legwork.qt.models.measure_table import NAME, VERDICT, MeasureTableModel
from legwork.qt.widgets.kept import KeptColumns
from legwork.qt.widgets.row_actions import copy_rows, offer_copy, offer_rows

_WIDTHS = {NAME: 176, 1: 70, 2: 70, 3: 122, 4: 124}
_NAMES = [str(column) for column in range(VERDICT + 1)]
"""Under which the widths that a person gave them are kept."""


class MeasureTable(QTableView):
    """Rows can be selected together, copied, and given a goal with Enter."""

    goal_asked = Signal(str)
    """The measure (as text, with its side) that shall have a goal."""

    pointed = Signal(str)
    """The measure of the current row; empty for none."""

    def __init__(self, theme: ThemeManager, view: ViewState) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("chart_table")
        self.setAccessibleName(tr("Numbers of the chart"))
        name_part(self, tr("In a table"))
        offer_rows(self, "goal", tr("Set a goal for the measure"), ("Enter", "Return"), self._on_enter)
        offer_copy(self, self.copy)
        self.facts = MeasureTableModel(theme, self)
        self.setModel(self.facts)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(theme.px(28))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(VERDICT, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))
        KeptColumns(view, theme, self, lambda: "chart_columns", lambda: _NAMES).restore()
        header.sectionResized.connect(self._fit_rows)
        self.facts.modelReset.connect(self._fit_rows)
        self.facts.dataChanged.connect(self._fit_rows)
        self.doubleClicked.connect(self._on_activated)
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def _fit_rows(self) -> None:
        """As many lines as name and verdict need; asking the view to measure every cell takes a frame or two."""
        metrics, wrap = self.fontMetrics(), Qt.TextFlag.TextWordWrap.value
        rooms = {one: max(self.columnWidth(one) - self._theme.px(23), 1) for one in (NAME, VERDICT)}
        for row in range(self.facts.rowCount()):
            boxes = (
                metrics.boundingRect(QRect(0, 0, room, 1000), wrap, str(self.facts.index(row, column).data()))
                for column, room in rooms.items()
            )
            height = max(box.height() for box in boxes) + self._theme.px(12)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def copy(self) -> None:
        """Put the selected rows, or all of them, on the clipboard."""
        copy_rows(self)

    def _on_enter(self) -> None:
        if self.currentIndex().isValid():
            self._on_activated(self.currentIndex())

    def _on_activated(self, index: QModelIndex) -> None:
        self.goal_asked.emit(self.facts.facts[index.row()].key)

    def _on_current(self, index: QModelIndex) -> None:
        self.pointed.emit(self.facts.facts[index.row()].key if index.isValid() else "")
