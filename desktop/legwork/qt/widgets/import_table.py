"""The look of the tables that show what a file holds: lines with a faint rule between them, keys instead of scrolling.

Owns this look alone; what stands in a table is its model's business.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
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

_LOOKED_AT = 200
"""So many lines say how wide a column is, beside those that are seen."""

_BESIDE = 12

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
        self._wide: frozenset[int] = frozenset()
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

    def share_by_words(self, *wide: int) -> None:
        """Give each column of its model the width that its words need; where they need more than there is, the widest
        become narrower, and what is left over goes to these ones."""
        self._wide = frozenset(wide)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setResizeContentsPrecision(_LOOKED_AT)
        self.model().modelReset.connect(self._share)
        self.model().dataChanged.connect(self._share)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        if not self._wide:
            return
        header, beside = self.horizontalHeader(), self._theme.px(_BESIDE)
        columns = range(self.model().columnCount())
        wanted = [max(header.sectionSizeHint(one), self.sizeHintForColumn(one) + beside) for one in columns]
        for one, width in enumerate(shared(wanted, self.viewport().width(), self._wide)):
            self.setColumnWidth(one, width)

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


def shared(wanted: Sequence[int], room: int, wide: Collection[int]) -> list[int]:
    """How wide columns are that want so much each. wide: the places of those that take what is left over."""
    if sum(wanted) <= room:
        base = sum(wanted[one] for one in wide)
        widths = [one + (room - sum(wanted)) * one // base * (at in wide) for at, one in enumerate(wanted)]
        widths[max(wide)] += room - sum(widths)
        return widths
    left, most = room, 0
    for count, one in zip(range(len(wanted), 0, -1), sorted(wanted), strict=True):
        most = left // count
        if one > most:
            break
        left -= one
    return [min(one, most) for one in wanted]


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
