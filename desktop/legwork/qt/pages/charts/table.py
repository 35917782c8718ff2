"""The table under the charts as a widget: keys, copying, and goals from its rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.core.view_state import ViewState
from legwork.qt.models.measure_table import NAME, VERDICT, MeasureTableModel
from legwork.qt.widgets.kept import KeptColumns

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
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.doubleClicked.connect(self._on_activated)
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

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
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        QGuiApplication.clipboard().setText(self.facts.as_text(rows or range(len(self.facts.facts))))

    def _on_activated(self, index: QModelIndex) -> None:
        self.goal_asked.emit(self.facts.facts[index.row()].key)

    def _on_current(self, index: QModelIndex) -> None:
        self.pointed.emit(self.facts.facts[index.row()].key if index.isValid() else "")

    def _on_menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        menu = QMenu(self)
        menu.addAction(tr("Copy"), QKeySequence(QKeySequence.StandardKey.Copy), self.copy)
        goal = menu.addAction(tr("Goal…"))
        goal.setEnabled(index.isValid())
        chosen = menu.exec(self.viewport().mapToGlobal(where))
        menu.deleteLater()
        if chosen is goal:
            self._on_activated(index)
