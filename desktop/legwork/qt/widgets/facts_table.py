"""A table of facts as high as its content: it wraps instead of scrolling, is walked with the keys, and can be copied.

Owns the look and the widths. What stands in it is `models.facts_table`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from legwork.i18n import tr
from legwork.qt.core.commands import name_part
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.facts_table import Column, Fact, FactsTableModel
from legwork.qt.widgets.row_actions import offer_copy, selected_rows

_MANY = 10_000
_PAD = 24
"""What the style sheet and Qt leave free beside the text of a cell, both sides together, unscaled."""


class FactsTable(QTableView):
    """Shows facts. grows: as high as all its lines; else it scrolls by itself, and all lines of a fact are chosen."""

    def __init__(
        self,
        theme: ThemeManager,
        name: str,
        said: str,
        columns: Sequence[Column],
        *,
        grows: bool = True,
        copy: Callable[[], object] | None = None,
    ) -> None:
        """copy: puts the chosen facts on the clipboard, where that is more than the table does by itself."""
        super().__init__()
        self._theme, self._grows = theme, grows
        self._wanted: list[int] = []
        self._least: list[int] = []
        self._given: list[int] = []
        self._measured: set[str] = set()
        self._fitted: set[int] = set()
        self._folding = False
        self._kept = ""
        self.lit: frozenset[str] = frozenset()
        """The keys of the facts that are chosen, where all their lines are shown as such."""
        self.setObjectName(name)
        self.setAccessibleName(said)
        name_part(self, tr("In a table"))
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
        offer_copy(self, copy or self.copy)
        self.facts.modelAboutToBeReset.connect(self._keep_chosen)
        self.facts.modelReset.connect(self._fit)
        self.facts.modelReset.connect(self._choose_kept)
        self.facts.dataChanged.connect(self._fit)
        theme.changed.connect(self._fit)
        self.verticalScrollBar().valueChanged.connect(self._fit_sight)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts."""
        self.facts.show_facts(facts)

    def chosen(self) -> Fact | None:
        """The fact of the current line."""
        index = self.currentIndex()
        return self.facts.fact(index.row()) if index.isValid() else None

    def choose(self, key: str) -> None:
        """Make the fact of that key the current one."""
        line = self.facts.line_of(key)
        if line is not None:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(self.facts.index(line, 0), flags.ClearAndSelect | flags.Rows)

    def copy(self) -> None:
        """Put the selected facts, or all of them, on the clipboard."""
        QGuiApplication.clipboard().setText(self.facts.as_text(self.chosen_keys()))

    def chosen_keys(self) -> list[str]:
        """Those of the selected facts, from above."""
        return list(dict.fromkeys(self.facts.key(line) for line in selected_rows(self)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
        else:
            self._fit_sight()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if not self._grows and current.isValid():  # lines may have got higher as they came into sight
            self.updateGeometries()
            self.scrollTo(current)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._grows:
            self.lit = frozenset(self.facts.key(index.row()) for index in self.selectionModel().selectedRows())
            self.viewport().update()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        line, moves = self.currentIndex().row(), QAbstractItemView.CursorAction
        if self._grows or line < 0 or action not in (moves.MoveUp, moves.MoveDown):
            return super().moveCursor(action, modifiers)
        step = 1 if action is moves.MoveDown else -1
        key, to = self.facts.key(line), line + step
        while 0 <= to < self.facts.rowCount() and (self.facts.is_note(to) or self.facts.key(to) == key):
            to += step
        return self.facts.index(to if 0 <= to < self.facts.rowCount() else line, self.currentIndex().column())

    def content_height(self) -> int:
        """How high it is with all its lines, those that were never in sight at their usual height."""
        return self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 2 * self.frameWidth()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(64))

    def _fit(self) -> None:
        """Give each column its room and each line its height, and the table that of all its lines."""
        self._wanted, self._least = self._titles(), self._titles()
        self._measured.clear()
        self._measure(range(self.facts.rowCount()) if self._grows else self._near())
        fold = any(one.folds for one in self.facts.columns) and sum(self._wanted) > self.viewport().width()
        if fold != self.facts.folded and not self._folding:
            self._folding = True  # which brings us here again: other lines are near then, and may ask for the contrary
            self.facts.fold(fold)
            self._folding = False
            return
        self._share_out()
        if self._grows:
            self.setFixedHeight(self.content_height())

    def _keep_chosen(self) -> None:
        chosen = self.chosen()
        self._kept = chosen.key if chosen is not None else self._kept

    def _choose_kept(self) -> None:
        kept, self._kept = self._kept, ""
        self.lit = frozenset()
        if kept:
            self.choose(kept)

    def _share_out(self) -> None:
        """Give the columns the room there is, and the lines their heights anew."""
        self._given = self._widths(self._wanted, self._least)
        for column, width in enumerate(self._given):
            self.setColumnHidden(column, not width)
            if width:
                self.setColumnWidth(column, width)
        self.clearSpans()
        self._fitted.clear()
        if self._grows:
            for line in range(self.facts.rowCount()):
                self._fit_line(line)
        else:
            self.verticalHeader().setDefaultSectionSize(self._usual_height())
            self._fit_sight()

    def _fit_sight(self) -> None:
        """Where it scrolls only lines in sight are looked at: there may be thousands, and each has to be worked out."""
        if self._grows or not self._given:
            return
        if self._measure(self._near()):
            self._share_out()  # which brings us here again, with nothing more to measure
            return
        line = max(0, self.rowAt(0))
        below = self.rowViewportPosition(line)
        while line < self.facts.rowCount() and below < self.viewport().height():
            if line not in self._fitted:
                self._fit_line(line)
            below += self.rowHeight(line)
            line += 1

    def _near(self) -> range:
        """The lines that are in sight, or would be if they were low."""
        first = max(0, self.rowAt(0))
        many = self.viewport().height() // self.fontMetrics().height() + 1
        return range(first, min(first + many, self.facts.rowCount()))

    def _usual_height(self) -> int:
        """That of a line which does not wrap."""
        text = _height(self.fontMetrics(), "8", _MANY)
        return text + self._theme.px(6) + self._theme.px(2 if self.facts.folded else 6)

    def _fit_line(self, line: int) -> None:
        metrics, theme = self.fontMetrics(), self._theme
        fact, note = self.facts.fact(line), self.facts.is_note(line)
        last = line + 1 == self.facts.rowCount() or not self.facts.is_note(line + 1)
        if note:
            self.setSpan(line, 0, 1, len(self._given))
        texts = [(self.facts.line_text(line), sum(self._given))] if note else zip(fact.cells, self._given, strict=True)
        height = max(_height(metrics, text, width - theme.px(_PAD) + 2) for text, width in texts if width)
        self.setRowHeight(line, height + theme.px(0 if note else 6) + theme.px(6 if last else 2))
        self._fitted.add(line)

    def _titles(self) -> list[int]:
        """How wide each column must be at least, for its title."""
        small, pad = QFontMetrics(self._theme.font(12)), self._theme.px(_PAD)
        return [pad + small.horizontalAdvance(one.title) for one in self.facts.columns]

    def _measure(self, lines: range) -> bool:
        """How wide the facts of these lines want each column, and how wide their longest word needs it; is it wider?"""
        before = [*self._wanted, *self._least]
        metrics, pad = self.fontMetrics(), self._theme.px(_PAD)
        for line in lines:
            if self.facts.is_note(line) or (key := self.facts.key(line)) in self._measured:
                continue
            self._measured.add(key)
            for number, text in enumerate(self.facts.fact(line).cells):
                self._wanted[number] = max(self._wanted[number], pad + metrics.horizontalAdvance(text))
                for word in text.split():
                    self._least[number] = max(self._least[number], pad + metrics.horizontalAdvance(word))
        return before != [*self._wanted, *self._least]

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


class _Lines(QStyledItemDelegate):
    """A faint line above each fact but the first; a fact that is chosen is lit with all its lines."""

    def __init__(self, theme: ThemeManager, facts: FactsTableModel, parent: FactsTable) -> None:
        super().__init__(parent)
        self._theme, self._facts, self._table = theme, facts, parent

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if self._facts.key(index.row()) in self._table.lit:
            option.state |= QStyle.StateFlag.State_Selected

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
