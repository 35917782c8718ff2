"""The look of the tables that show what a file holds: lines with a faint rule between them, keys instead of scrolling.

Owns this look alone; what stands in a table is its model's business.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.row_actions import chosen_rows, copy_rows, offer_copy

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ImportTable(QTableView):
    """Whole lines are selected, several at once; Tab leaves it."""

    key_pressed = Signal(object)
    """A key that is no way of moving: a QKeyEvent, accepted by whoever takes it."""

    def __init__(self, theme: ThemeManager, name: str, said: str, heads: QHeaderView | None = None) -> None:
        """heads: instead of Qt's own."""
        super().__init__()
        self._theme = theme
        if heads is not None:
            self.setHorizontalHeader(heads)
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setItemDelegate(RuledLines(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(32))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(theme.px(40))
        offer_copy(self, self.copy)

    def copy(self) -> None:
        """Put the selected lines, or all of them, on the clipboard."""
        copy_rows(self)

    def share_out(self, widths: dict[int, int]) -> None:
        """Give columns a width in unscaled pixels; 0: what is left is theirs."""
        header = self.horizontalHeader()
        for column, width in widths.items():
            if width:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(column, self._theme.px(width))
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def chosen_rows(self) -> list[int]:
        """The selected lines from above, or the current one."""
        return chosen_rows(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(120))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)


class RuledLines(QStyledItemDelegate):
    """A faint rule above each line but the first; the focus is shown around the whole line."""

    def __init__(self, theme: ThemeManager, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if index.row():
            line = QRect(option.rect.topLeft(), QSize(option.rect.width(), 1))
            painter.fillRect(line, self._theme.colour("border"))
