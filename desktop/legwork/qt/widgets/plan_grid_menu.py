"""The menus of the plan's grid: everything that the keys and the mouse can do, by name.

Owns what stands in which menu. It must not do anything itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from legwork.domain.plan.model import BLOCK_KINDS, WEEKDAYS, BlockKind, Weekday
from legwork.i18n import at_start, tr
from legwork.place import weekdays
from legwork.qt.models.plan_rows import RowKind

if TYPE_CHECKING:
    from legwork.qt.widgets.plan_grid import PlanGrid


class GridMenus:
    """Makes the menu of whatever was asked for its own; the choice in the grid says for what."""

    def __init__(self, grid: PlanGrid) -> None:
        self._grid = grid

    def over_cell(self, position: QPoint) -> None:
        """Show the menu of a cell, which is chosen unless it is one of those that are."""
        grid = self._grid
        index = grid.indexAt(position)
        if index.isValid():
            if not grid.selectionModel().isSelected(index):
                grid.setCurrentIndex(index)
            grid.pop_up(self.of_cell(), grid.viewport().mapToGlobal(position))

    def over_row(self, position: QPoint) -> None:
        """Show the menu of the head of a row."""
        head = self._grid.line_head
        row = head.logicalIndexAt(position)
        if row >= 0:
            if not self._grid.selectionModel().isRowSelected(row, QModelIndex()):
                self._grid.choose_row(row, False)
            self._grid.pop_up(self.of_row(row), head.viewport().mapToGlobal(position))

    def over_week(self, position: QPoint) -> None:
        """Show the menu of a week, or above it of its block."""
        head = self._grid.week_head
        column = head.logicalIndexAt(position)
        if column < 0:
            return
        where = head.viewport().mapToGlobal(position)
        if head.in_band(position):
            self._grid.pop_up(self.of_block(head.block_at(column)), where)
            return
        if not self._grid.selectionModel().isColumnSelected(column, QModelIndex()):
            self._grid.choose_column(column, False)
        self._grid.pop_up(self.of_week(), where)

    def of_row(self, row: int) -> QMenu:
        """The menu of a session, of an exercise, or of a row that adds one."""
        kind = self._grid.table.rows[row].kind
        if kind is RowKind.HEAD:
            return self.of_session()
        if kind is RowKind.LINE:
            return self.of_line()
        menu = self._menu()
        if kind is RowKind.ADD:
            self._add(menu, tr("Add an exercise …"), self._grid.ask_exercise, "Ins")
        else:
            self._add(menu, tr("Add a session"), self._grid.add_session)
        return menu

    def of_cell(self) -> QMenu:
        """The menu of the chosen cells."""
        grid, menu = self._grid, self._menu()
        row = grid.table.rows[grid.choice().row]
        if row.kind is not RowKind.LINE:
            return self.of_row(grid.choice().row)
        self._add(menu, tr("Edit"), grid.edit_current, "F2")
        self._add(menu, tr("Cut"), grid.cut, QKeySequence.StandardKey.Cut)
        self._add(menu, tr("Copy"), grid.copy, QKeySequence.StandardKey.Copy)
        self._add(menu, tr("Paste"), grid.paste, QKeySequence.StandardKey.Paste)
        self._add(menu, tr("Clear"), grid.clear, "Del")
        menu.addSeparator()
        self._add(menu, tr("Fill right"), grid.fill_right, "Ctrl+R")
        self._add(menu, tr("Fill down"), grid.fill_down, "Ctrl+D")
        menu.addSeparator()
        self._line_part(menu)
        menu.addSeparator()
        self._week_part(menu.addMenu(tr("Week")))
        return menu

    def of_line(self) -> QMenu:
        """The menu of the chosen exercises."""
        grid, menu = self._grid, self._menu()
        self._line_part(menu)
        menu.addSeparator()
        self._add(menu, tr("Move up"), partial(grid.step_line, -1), "Alt+Up")
        self._add(menu, tr("Move down"), partial(grid.step_line, 1), "Alt+Down")
        self._add(menu, tr("Remove from all weeks"), grid.remove_line)
        return menu

    def _line_part(self, menu: QMenu) -> None:
        grid = self._grid
        self._add(menu, tr("Add an exercise below …"), grid.ask_exercise, "Ins")
        self._add(menu, tr("Add an exercise in this week only …"), partial(grid.ask_exercise, following=False))
        self._add(menu, tr("Swap exercise from this week on …"), grid.ask_swap, "Alt+S")
        self._add(menu, tr("Swap exercise in this week only …"), partial(grid.ask_swap, following=False))
        menu.addSeparator()
        self._add(menu, tr("Superset …"), grid.asks.group)
        self._add(menu, tr("Progression …"), grid.asks.rule)
        self._add(menu, tr("Note …"), grid.asks.note)

    def of_session(self) -> QMenu:
        """The menu of the current session."""
        grid, menu = self._grid, self._menu()
        choice = grid.choice()
        place = grid.table.rows[choice.row].place
        self._add(menu, tr("Add an exercise …"), grid.ask_exercise, "Ins")
        menu.addSeparator()
        self._add(menu, tr("Rename …"), grid.asks.session_name, "F2")
        days = menu.addMenu(tr("Weekday"))
        now = grid.table.grid.places[place].first.weekday
        self._pick(days, tr("Any day"), now is None, partial(grid.parts.session_on, place, None))
        for day in map(Weekday, weekdays()):
            self._pick(days, at_start(tr(WEEKDAYS[day])), now is day, partial(grid.parts.session_on, place, day))
        menu.addSeparator()
        self._add(menu, tr("Move up"), partial(grid.step_line, -1), "Alt+Up").setEnabled(place > 0)
        last = len(grid.table.grid.places) - 1
        self._add(menu, tr("Move down"), partial(grid.step_line, 1), "Alt+Down").setEnabled(place < last)
        self._add(menu, tr("Duplicate"), partial(grid.parts.copy_session, place, place + 1))
        self._add(menu, tr("Add a session below"), partial(grid.parts.add_session, place + 1))
        self._add(menu, tr("Remove from all weeks"), partial(grid.parts.remove_session, place))
        return menu

    def of_week(self) -> QMenu:
        """The menu of the chosen weeks."""
        menu = self._menu()
        self._week_part(menu)
        return menu

    def _week_part(self, menu: QMenu) -> None:
        grid = self._grid
        choice = grid.choice()
        self._add(menu, tr("Duplicate"), grid.duplicate_weeks, "Ctrl+Shift+D")
        self._add(menu, tr("Insert a week before"), partial(grid.parts.add_week, choice.column, after=False))
        self._add(menu, tr("Insert a week after"), partial(grid.parts.add_week, choice.column, after=True))
        last = len(grid.table.grid.columns) - 1
        left = self._add(menu, tr("Move left"), partial(grid.step_week, -1), "Alt+Left")
        left.setEnabled(choice.column > 0)
        right = self._add(menu, tr("Move right"), partial(grid.step_week, 1), "Alt+Right")
        right.setEnabled(choice.column < last)
        self._add(menu, tr("Remove"), grid.remove_weeks)
        menu.addSeparator()
        blocks = menu.addMenu(tr("New block from here"))
        for kind in BlockKind:
            self._add(blocks, tr(BLOCK_KINDS[kind]), partial(grid.parts.block_from, choice.column, kind))
        self._block_part(menu.addMenu(tr("Block")), grid.week_head.block_at(choice.column))

    def of_block(self, place: int) -> QMenu:
        """The menu of a block."""
        menu = self._menu()
        self._block_part(menu, place)
        return menu

    def _block_part(self, menu: QMenu, place: int) -> None:
        grid = self._grid
        block = grid.table.grid.plan.blocks[place]
        self._add(menu, tr("Rename …"), partial(grid.asks.block_name, place))
        for kind in BlockKind:
            self._pick(menu, tr(BLOCK_KINDS[kind]), block.kind is kind, partial(grid.parts.block_kind, block, kind))
        menu.addSeparator()
        self._add(menu, tr("Duplicate"), partial(grid.parts.duplicate_block, block))
        join = self._add(menu, tr("Join with the block before"), partial(grid.parts.join_block, block))
        join.setEnabled(place > 0)
        left = self._add(menu, tr("Move left"), partial(grid.parts.move_block, block.id, place - 1, copy=False))
        left.setEnabled(place > 0)
        right = self._add(menu, tr("Move right"), partial(grid.parts.move_block, block.id, place + 2, copy=False))
        right.setEnabled(place < len(grid.table.grid.plan.blocks) - 1)
        self._add(menu, tr("Remove with its weeks"), partial(grid.parts.remove_block, block))

    def _menu(self) -> QMenu:
        menu = QMenu(self._grid)
        menu.setObjectName("plan_menu")
        menu.setToolTipsVisible(True)
        return menu

    def _add(
        self, menu: QMenu, text: str, run: Callable[[], object], keys: str | QKeySequence.StandardKey | None = None
    ) -> QAction:
        """keys: shown beside it; the grid itself listens to them."""
        action = QAction(text, menu)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _checked=False: run())
        menu.addAction(action)
        return action

    def _pick(self, menu: QMenu, text: str, on: bool, run: Callable[[], object]) -> None:
        action = self._add(menu, text, run)
        action.setCheckable(True)
        action.setChecked(on)
