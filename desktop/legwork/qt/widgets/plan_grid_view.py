"""The table behind the plan's grid: its measures, choosing by heads, keeping the choice, and where things are dropped.

Owns what a view of the plan does without knowing any edit. What the keys and menus do is the business of `plan_grid`.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QMenu

from legwork.domain.plan.lines import Line
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.plan_rows import RowKey, RowKind
from legwork.qt.models.plan_table import PlanTableModel
from legwork.qt.widgets.plan_grid_cells import CellPainter, Sight
from legwork.qt.widgets.plan_grid_delegate import TypingView
from legwork.qt.widgets.plan_grid_drag import DropPlace, Hands, carry, part_data
from legwork.qt.widgets.plan_grid_line_head import LineHead
from legwork.qt.widgets.plan_grid_week_head import WeekHead

_Flag = QItemSelectionModel.SelectionFlag

LEAST_COLUMN, USUAL_COLUMN, MOST_COLUMN = 104, 224, 330
"""How narrow the column of a week is, how wide for long cells, and how wide where few weeks fill the room, unscaled."""

_HEAD_SHARE = 0.35
"""How much of the grid's width the names of the exercises may have in any case, if they need it."""

HEIGHTS = {RowKind.HEAD: 36, RowKind.LINE: 32, RowKind.ADD: 32, RowKind.NEW: 36}
"""How high rows are, unscaled."""


@dataclass(frozen=True)
class Kept:
    """What was chosen before the plan changed: by names, which outlast the change. places: where it was, for want."""

    row: RowKey | None
    entry_id: int | None
    week_id: int | None
    rows: tuple[RowKey, ...]
    week_ids: tuple[int, ...]
    places: tuple[int, int]
    scrolled: tuple[int, int]


class GridView(TypingView):
    """A table with the heads of the plan."""

    def __init__(self, theme: ThemeManager, table: PlanTableModel) -> None:
        super().__init__()
        self.theme, self.table = theme, table
        self._drops: DropPlace | None = None
        self._line_widths: dict[int, tuple[Line, int]] = {}
        self._own_width = 0
        self._was_reset = False
        self._cells = CellPainter(theme, table)
        self.week_head, self.line_head = WeekHead(theme, table, self), LineHead(theme, table, self)
        self.setHorizontalHeader(self.week_head)
        self.setVerticalHeader(self.line_head)
        self.setModel(table)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # arrows go from cell to cell; Tab leaves the table
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed)
        self.viewport().setAttribute(
            Qt.WidgetAttribute.WA_OpaquePaintEvent
        )  # so that scrolling paints what is new alone
        self.horizontalScrollBar().valueChanged.connect(
            self.week_head.viewport().update
        )  # names of blocks stay in sight
        self.setAcceptDrops(True)
        self.week_head.setAcceptDrops(True)
        for head, choose in ((self.week_head, self.choose_column), (self.line_head, self.choose_row)):
            head.chosen.connect(choose)
        self.week_head.block_chosen.connect(self.choose_block)
        self.week_head.dragged.connect(self._on_week_dragged)
        self.week_head.block_dragged.connect(self._on_block_dragged)
        self.week_head.sized.connect(self.set_week_width)
        self.line_head.dragged.connect(self._on_row_dragged)
        table.modelReset.connect(self._on_reset)
        theme.changed.connect(self._on_theme)

    def set_drops(self, hands: Hands) -> None:
        """Say who carries out what is dropped."""
        self._drops = DropPlace(self, self.table, hands)
        self._drops.changed.connect(self._on_drop_place)
        self.week_head.drops = self.line_head.drops = self._drops

    def pop_up(self, menu: QMenu, where: QPoint) -> None:
        """Show a menu, which goes when it is closed."""
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def choose_row(self, section: int, reach: bool) -> None:
        """Choose a row in all weeks. reach: all rows from the current one to it."""
        current = self.currentIndex()
        column = max(0, current.column())
        first = current.row() if reach and current.isValid() else section
        last = len(self.table.grid.columns) - 1
        chosen = QItemSelection(self.table.index(min(first, section), 0), self.table.index(max(first, section), last))
        self._choose(chosen, first, column)

    def choose_column(self, section: int, reach: bool) -> None:
        """Choose a week with all its rows. reach: all weeks from the current one to it."""
        current = self.currentIndex()
        first = current.column() if reach and current.isValid() else section
        self._choose_columns(min(first, section), max(first, section), first)

    def choose_block(self, place: int) -> None:
        """Choose all weeks of a block."""
        grid = self.table.grid
        own = [at for at, one in enumerate(grid.columns) if one.block is grid.plan.blocks[place]]
        self._choose_columns(own[0], own[-1], own[0])

    def _choose_columns(self, first: int, last: int, current: int) -> None:
        chosen = QItemSelection(self.table.index(0, first), self.table.index(len(self.table.rows) - 1, last))
        self._choose(chosen, max(0, self.currentIndex().row()), current)

    def _choose(self, chosen: QItemSelection, row: int, column: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.selectionModel().setCurrentIndex(self.table.index(row, column), _Flag.NoUpdate)
        self.selectionModel().select(chosen, _Flag.ClearAndSelect)

    def picked(self) -> tuple[set[int], set[int]]:
        """The rows and the columns in which a cell is chosen."""
        rows: set[int] = set()
        columns: set[int] = set()
        chosen = self.selectionModel().selection()
        for at in range(chosen.size()):
            part = chosen.at(at)
            rows.update(range(part.top(), part.bottom() + 1))
            columns.update(range(part.left(), part.right() + 1))
        return rows, columns

    def remembered(self) -> Kept:
        """What is chosen, by names."""
        table, current = self.table, self.currentIndex()
        rows, columns = self.picked()
        entry = table.entry(current.row(), current.column()) if current.isValid() else None
        self._was_reset = False
        return Kept(
            table.rows[current.row()].key if current.isValid() else None,
            None if entry is None else entry.id,
            table.column(current).week.id if current.isValid() else None,
            tuple(table.rows[one].key for one in sorted(rows)),
            tuple(table.grid.columns[one].week.id for one in sorted(columns)),
            (current.row(), current.column()),
            (self.horizontalScrollBar().value(), self.verticalScrollBar().value()),
        )

    def restore(self, kept: Kept) -> None:
        """Choose again what was chosen before the plan changed, where Qt could not keep it by itself."""
        table = self.table
        if not table.rows or not table.grid.columns or not (self._was_reset or not self.currentIndex().isValid()):
            return
        spot = None if kept.entry_id is None else table.grid.spot_of(kept.entry_id)
        found = QModelIndex() if spot is None else table.index_of(spot)
        row = found.row() if found.isValid() else None if kept.row is None else table.row_of(kept.row)
        week_id = kept.week_id if spot is None else spot.week_id
        column = None if week_id is None else table.grid.column_of(week_id)
        row = min(max(0, kept.places[0]), len(table.rows) - 1) if row is None else row
        column = min(max(0, kept.places[1]), len(table.grid.columns) - 1) if column is None else column
        flags = _Flag.ClearAndSelect
        if len(kept.rows) * len(kept.week_ids) > 1 and kept.row in kept.rows:
            flags = _Flag.NoUpdate
            self._select_again(kept)
        self.selectionModel().setCurrentIndex(table.index(row, column), flags)
        self.horizontalScrollBar().setValue(kept.scrolled[0])
        self.verticalScrollBar().setValue(kept.scrolled[1])
        if kept.row is not None:
            self.scrollTo(table.index(row, column))

    def go_first(self) -> None:
        """Make the first cell of the first exercise the current one."""
        rows = self.table.rows
        first = next((at for at, one in enumerate(rows) if one.kind is RowKind.LINE), 0)
        if rows and self.table.grid.columns:
            self.setCurrentIndex(self.table.index(first, 0))
        self.scrollToTop()
        self.horizontalScrollBar().setValue(0)

    def _select_again(self, kept: Kept) -> None:
        rows = [at for one in kept.rows if (at := self.table.row_of(one)) is not None]
        columns = [at for one in kept.week_ids if (at := self.table.grid.column_of(one)) is not None]
        chosen = QItemSelection()
        for row in rows:
            for column in columns:
                chosen.select(self.table.index(row, column), self.table.index(row, column))
        self.selectionModel().select(chosen, _Flag.ClearAndSelect)

    def lay_out(self) -> None:
        """Give rows their heights and weeks their width, where they are others than before."""
        px = self.theme.px
        whole, week = self.width() - self.verticalScrollBar().sizeHint().width(), self._least_width()
        share = max(px(132), round(whole * _HEAD_SHARE))
        weeks = 2 if whole - share >= 2 * week else 1  # what these do not need is for the names
        self.line_head.wanted = min(self.line_head.needed(), max(share, whole - weeks * week))
        if self.line_head.wanted != self.line_head.width():
            self.updateGeometries()
        for at, row in enumerate(self.table.rows):
            high = px(HEIGHTS[row.kind])
            if self.line_head.sectionSize(at) != high:
                self.line_head.resizeSection(at, high)
        width, first = self._column_width(), max(0, self.columnAt(0))
        if width != self.week_head.defaultSectionSize():
            self.week_head.setDefaultSectionSize(width)
            self.scroll_to_week(first)

    def scroll_to_week(self, column: int) -> None:
        """Let a week be the first in sight, or as near to it as the last weeks allow."""
        self.updateGeometries()  # the bar's reach
        self.horizontalScrollBar().setValue(self.week_head.sectionPosition(column))

    def _column_width(self) -> int:
        if self._own_width:
            return self._own_width
        count, room, width = len(self.table.grid.columns), self.viewport().width(), self._least_width()
        in_sight = max(1, min(room // width, count))  # whole weeks: none is cut off in its middle
        return max(width, min(room // in_sight, self.theme.px(MOST_COLUMN)))

    def _least_width(self) -> int:
        """Of a week: what is written in it, within reason."""
        px = self.theme.px
        needed = max((self._width_of(line) for place in self.table.grid.places for line in place.lines), default=0)
        return min(max(needed, px(LEAST_COLUMN)), px(USUAL_COLUMN))

    def _width_of(self, line: Line) -> int:
        known = self._line_widths.get(id(line))
        if known is None or known[0] is not line:
            texts = {self.table.text(one) for one in line.cells if one is not None}
            known = line, max(self._cells.width_of(one) for one in texts)
            if len(self._line_widths) > 2000:
                self._line_widths.clear()
            self._line_widths[id(line)] = known
        return known[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._cells.paint(painter, self._sight(event.rect()), event.rect())
        if self._drops is not None:
            self._drops.paint(self.viewport(), painter, self.theme)
        painter.end()

    def _sight(self, area: QRect) -> Sight:
        """The cells in a part of the viewport."""
        chosen = self.selectionModel()
        focus = self.hasFocus() or self.isAncestorOf(QApplication.focusWidget() or self.window())
        return Sight(
            _sections(self.line_head, area.top(), area.bottom()),
            _sections(self.week_head, area.left(), area.right()),
            chosen.selection(),
            chosen.currentIndex() if focus else QModelIndex(),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._carried(event, event.position().toPoint(), over_cells=True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._carried(event, event.position().toPoint(), over_cells=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        if self._drops is not None:
            self._drops.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._drops is not None:
            self._drops.drop(event, event.position().toPoint(), over_cells=True)

    def _carried(self, event: QDragMoveEvent, position: QPoint, *, over_cells: bool) -> None:
        if self._drops is not None:
            self._drops.move(event, position, over_cells=over_cells)

    def _on_drop_place(self) -> None:
        for one in (self.viewport(), self.week_head.viewport(), self.line_head.viewport()):
            one.update()

    def _on_week_dragged(self, section: int, _at: QPoint) -> None:
        column = self.table.grid.columns[section]
        text = tr("Week {number}", number=column.number)
        carry(self.theme, self.week_head, part_data("week", column.week.id), text)

    def _on_block_dragged(self, place: int, _at: QPoint) -> None:
        block = self.table.grid.plan.blocks[place]
        carry(self.theme, self.week_head, part_data("block", block.id), self.week_head.block_text(place))

    def _on_row_dragged(self, section: int, _at: QPoint) -> None:
        row = self.table.rows[section]
        key = row.line_key
        if key is not None:
            carry(self.theme, self.line_head, part_data("line", *key), self.table.row_title(section))
        elif row.kind is RowKind.HEAD:
            carry(self.theme, self.line_head, part_data("session", row.place), self.table.row_title(section))

    def set_week_width(self, width: int) -> None:
        """Make every week as wide as a person made one."""
        self._own_width = max(width, self.theme.px(56))
        self.lay_out()

    def _on_reset(self) -> None:
        self._was_reset = True

    def _on_theme(self) -> None:
        self._cells.refresh()
        self._line_widths.clear()
        self._own_width = 0
        self.lay_out()
        self.viewport().update()


def _sections(head: QHeaderView, first: int, last: int) -> tuple[tuple[int, int, int], ...]:
    """The sections between two places of a viewport: which, where each begins, and how long it is."""
    start, end = head.logicalIndexAt(max(0, first)), head.logicalIndexAt(last)
    if start < 0:
        return ()
    found, place = [], head.sectionViewportPosition(start)
    for at in range(start, (head.count() - 1 if end < 0 else end) + 1):
        size = head.sectionSize(at)
        found.append((at, place, size))
        place += size
    return tuple(found)
