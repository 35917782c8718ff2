"""A table of facts as high as its content: it wraps instead of scrolling, is walked with the keys, and can be copied.

Owns the look and the widths. What stands in it is `models.facts_table`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.facts_table import Column, Fact, FactsTableModel

_MANY = 10_000
_PAD = 24
"""What the style sheet and Qt leave free beside the text of a cell, both sides together, unscaled."""


class FactsTable(QTableView):
    """Shows facts. grows: as high as all its lines; else it scrolls by itself."""

    def __init__(
        self, theme: ThemeManager, name: str, said: str, columns: Sequence[Column], *, grows: bool = True
    ) -> None:
        super().__init__()
        self._theme, self._grows = theme, grows
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.facts = FactsTableModel(theme, columns, self)
        self.setModel(self.facts)
        self.setItemDelegate(_Lines(theme, self.facts, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.facts.modelReset.connect(self._fit)
        self.facts.dataChanged.connect(self._fit)
        theme.changed.connect(self._fit)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        self.facts.show_facts(facts)

    def chosen(self) -> Fact | None:
        """The fact of the current line."""
        index = self.currentIndex()
        return self.facts.fact(index.row()) if index.isValid() else None

    def choose(self, key: str) -> None:
        """Make the fact of that key the current one."""
        for line in range(self.facts.rowCount()):
            if self.facts.fact(line).key == key:
                flags = QItemSelectionModel.SelectionFlag
                index = self.facts.index(line, 0)
                self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
                return

    def copy(self) -> None:
        """Put the selected facts, or all of them, on the clipboard."""
        keys = [self.facts.fact(index.row()).key for index in self.selectionModel().selectedRows()]
        QGuiApplication.clipboard().setText(self.facts.as_text(keys))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(64))

    def _fit(self) -> None:
        """Give each column its room and each line its height, and the table that of all its lines."""
        wanted, least = self._wishes()
        fold = any(one.folds for one in self.facts.columns) and sum(wanted) > self.viewport().width()
        if fold != self.facts.folded:
            self.facts.fold(fold)  # which brings us here again
            return
        widths = self._widths(wanted, least)
        for column, width in enumerate(widths):
            self.setColumnHidden(column, not width)
            if width:
                self.setColumnWidth(column, width)
        self.clearSpans()
        metrics, theme = self.fontMetrics(), self._theme
        for line in range(self.facts.rowCount()):
            fact, note = self.facts.fact(line), self.facts.is_note(line)
            last = line + 1 == self.facts.rowCount() or not self.facts.is_note(line + 1)
            if note:
                self.setSpan(line, 0, 1, len(widths))
            texts = [(self.facts.line_text(line), sum(widths))] if note else zip(fact.cells, widths, strict=True)
            height = max(_height(metrics, text, width - theme.px(_PAD) + 2) for text, width in texts if width)
            self.setRowHeight(line, height + theme.px(0 if note else 6) + theme.px(6 if last else 2))
        if self._grows:
            lines = sum(self.rowHeight(line) for line in range(self.facts.rowCount()))
            self.setFixedHeight(self.horizontalHeader().sizeHint().height() + lines + 2 * self.frameWidth())

    def _wishes(self) -> tuple[list[int], list[int]]:
        """How wide each column wants to be, and how wide it must be at least: its longest word."""
        metrics, pad = self.fontMetrics(), self._theme.px(_PAD)
        small = QFontMetrics(self._theme.font(12))
        wanted, least = [], []
        for number, column in enumerate(self.facts.columns):
            texts = [one.cells[number] for one in self.facts.facts]
            title = small.horizontalAdvance(column.title)
            wanted.append(pad + max([title, *(metrics.horizontalAdvance(text) for text in texts)]))
            words = [word for text in texts for word in text.split()]
            least.append(pad + max([title, *(metrics.horizontalAdvance(word) for word in words)]))
        return wanted, least

    def _widths(self, wanted: list[int], least: list[int]) -> list[int]:
        """The room for each column, 0 for those that are folded; too little is taken from the widest, which wrap."""
        shown = [place for place, one in enumerate(self.facts.columns) if not (self.facts.folded and one.folds)]
        widths = [one if place in shown else 0 for place, one in enumerate(wanted)]
        room = self.viewport().width()
        while sum(widths) > room and (can := [place for place in shown if widths[place] > least[place]]):
            widths[max(can, key=widths.__getitem__)] -= 1
        spare = max(0, room - sum(widths))
        for place in (takers := [one for one in shown if not self.facts.columns[one].number] or shown):
            widths[place] += spare // len(takers)
        widths[takers[0]] += spare % len(takers)
        return widths

    def _on_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(tr("Copy"), QKeySequence(QKeySequence.StandardKey.Copy), self.copy)
        menu.exec(self.viewport().mapToGlobal(where))
        menu.deleteLater()


class _Lines(QStyledItemDelegate):
    """A faint line above each fact but the first."""

    def __init__(self, theme: ThemeManager, facts: FactsTableModel, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme, self._facts = theme, facts

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if index.row() and not self._facts.is_note(index.row()):
            line = QRect(option.rect.topLeft(), QSize(option.rect.width(), 1))
            painter.fillRect(line, self._theme.colour("border"))


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    box = metrics.boundingRect(QRect(0, 0, max(width, 1), _MANY), Qt.TextFlag.TextWordWrap.value, text)
    return max(box.height(), metrics.height())
