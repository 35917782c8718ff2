"""The plan on screen: weeks across, sessions and their exercises down, edited in place.

Owns the choice, the keys, and what is asked of the person beside a cell. It must not keep the plan nor change it: it
asks for an edit, and whoever carries it out calls `show_plan` with the new plan.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent

from legwork.domain.exercise_names import Catalogue
from legwork.domain.plan.edits import Fresh
from legwork.domain.plan.model import Plan
from legwork.domain.units import UnitSystem
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.plan_rows import RowKey, RowKind
from legwork.qt.models.plan_table import PlanTableModel
from legwork.qt.widgets.line_editor import Bubble, LineEditor, Typing
from legwork.qt.widgets.plan_grid_asks import GridAsks, cell_typing
from legwork.qt.widgets.plan_grid_commands import Choice, ExerciseWanted, GridCommands
from legwork.qt.widgets.plan_grid_delegate import TypingDelegate
from legwork.qt.widgets.plan_grid_drag import Hands
from legwork.qt.widgets.plan_grid_empty import EmptyGrid
from legwork.qt.widgets.plan_grid_keys import keys_of, stroke
from legwork.qt.widgets.plan_grid_menu import GridMenus
from legwork.qt.widgets.plan_grid_parts import PartCommands
from legwork.qt.widgets.plan_grid_view import GridView
from legwork.qt.widgets.row_actions import offer_menu

Index = QModelIndex | QPersistentModelIndex


class PlanGrid(GridView):
    """Shows a plan and asks for its edits."""

    edit_asked = Signal(object, str)
    """A pure change, Plan -> Plan, and its translated name."""
    exercise_asked = Signal(object)
    """An `ExerciseWanted`: let an exercise be picked for it, then call `put`."""
    week_shown = Signal(int)
    """The id of the week of the current cell."""
    session_shown = Signal(int)
    """The id of the session of the current cell."""
    session_opened = Signal(int)
    """The id of a session that the person wants to see by itself."""
    refused = Signal(str)
    """Why something was not done; it is shown in the grid already."""

    def __init__(self, theme: ThemeManager, fresh: Fresh) -> None:
        table = PlanTableModel(fresh)
        super().__init__(theme, table)
        table.setParent(self)
        self.commands = GridCommands(table, self.edit_asked.emit, self.refuse)
        self.parts = PartCommands(table, self.edit_asked.emit)
        self.asks, self.menus = GridAsks(self), GridMenus(self)
        self.set_drops(Hands(self.commands, self.parts, self.edit_asked.emit, self.put))
        self.setItemDelegate(TypingDelegate(theme, self._typing, self))
        self.setObjectName("plan_grid")
        self.setAccessibleName(tr("Training plan: weeks across, sessions and their exercises down"))
        self._bubble = Bubble(theme)
        self.destroyed.connect(self._bubble.deleteLater)
        self._empty = EmptyGrid(theme, self)
        self._empty.asked.connect(self.parts.begin)
        self._week_id = self._session_id = -1
        self._awaited: ExerciseWanted | None = None
        self._keys = keys_of(self)
        table.edit_asked.connect(self.edit_asked)
        table.refused.connect(self.refuse)
        table.rowsInserted.connect(self._on_rows_inserted)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.delegate.stepped.connect(self._on_stepped)
        self.line_head.pressed_add.connect(self._on_add_pressed)
        self.line_head.opened.connect(self._on_row_opened)
        self.week_head.block_opened.connect(self.asks.block_name)
        self.doubleClicked.connect(self._on_double_clicked)
        offer_menu(self, self.menus.over_cell)
        self.line_head.customContextMenuRequested.connect(self.menus.over_row)
        self.week_head.customContextMenuRequested.connect(self.menus.over_week)

    @property
    def plan(self) -> Plan:
        """The plan that is shown."""
        return self.table.grid.plan

    def show_plan(self, plan: Plan, catalogue: Catalogue, units: UnitSystem, starts_on: date | None = None) -> None:
        """Show a plan, or the next state of it: choice, scroll position and what is being typed stay."""
        typing, kept = self._hold_typing(), self.remembered()
        known = {one.week.id for one in self.table.grid.columns}
        self.table.show_plan(plan, catalogue, units, starts_on)
        self.lay_out()
        if any(one.week.id in known for one in self.table.grid.columns):
            self.restore(kept)
        else:
            self.go_first()
        if typing is not None:
            self._type_on(*typing)
        self._empty.setVisible(not self.table.grid.columns or not self.table.grid.places)
        self._place_empty()
        self._tell_where()

    def put(self, wanted: ExerciseWanted, key: str) -> None:
        """Take up the exercise that was picked for a request; the cursor goes to it."""
        self._awaited = wanted if wanted.swap_id is None else None
        self.commands.put(wanted, key)
        self._awaited = None

    def show_week(self, week_id: int) -> None:
        """Make a week the current one; if it is not in sight, it becomes the first there, with what follows it."""
        column = self.table.grid.column_of(week_id)
        if column is not None and self.table.rows:
            left = self.columnViewportPosition(column)
            if left < 0 or left + self.columnWidth(column) > self.viewport().width():
                self.scroll_to_week(column)
            self.setCurrentIndex(self.table.index(max(0, self.currentIndex().row()), column))

    def choice(self) -> Choice:
        """What is chosen; without anything the first cell."""
        current = self.currentIndex()
        row, column = max(0, current.row()), max(0, current.column())
        rows, columns = self.picked()
        rows.add(row)
        columns.add(column)
        return Choice(tuple(sorted(rows)), tuple(sorted(columns)), row, column)

    def refuse(self, sentence: str) -> None:
        """Say beside the current cell why something is not done."""
        self._bubble.say(sentence, self.viewport(), self.visualRect(self.currentIndex()))
        self.refused.emit(sentence)

    def edit_current(self) -> None:
        """Type into the current cell; on the head of a session rename it, on a row that adds something add it."""
        open_one = self.open_editor()
        if open_one is not None:
            open_one.setFocus(Qt.FocusReason.OtherFocusReason)
            open_one.take(QPoint(0, 0))
            return
        match self.table.rows[self.choice().row].kind if self.table.rows else None:
            case RowKind.LINE:
                self.edit(self.currentIndex())
            case RowKind.HEAD:
                self.asks.session_name()
            case RowKind.ADD:
                self.ask_exercise()
            case RowKind.NEW:
                self.add_session()

    def enter(self) -> None:
        """What Enter does: as `edit_current`, but the head of a session opens that session."""
        choice = self.choice()
        if self.table.rows and self.table.rows[choice.row].kind is RowKind.HEAD:
            self._open_session(choice.row, choice.column)
        else:
            self.edit_current()

    def copy(self) -> None:
        """Copy the chosen cells."""
        self.commands.copy(self.choice())

    def cut(self) -> None:
        """Copy the chosen cells and clear them."""
        self.commands.cut(self.choice())

    def paste(self) -> None:
        """Paste cells where the choice begins."""
        if self.table.grid.columns:
            self.commands.paste(self.choice())

    def clear(self) -> None:
        """Take the chosen entries out."""
        self.commands.clear(self.choice())

    def fill_right(self) -> None:
        """Carry the chosen cells through all later weeks."""
        self.commands.fill_right(self.choice())

    def fill_down(self) -> None:
        """Put the topmost chosen cells into those below."""
        self.commands.fill_down(self.choice())

    def ask_exercise(self, *, following: bool = True) -> None:
        """Ask for an exercise below the current row."""
        wanted = self.commands.wanted_here(self.choice(), following=following) if self.table.rows else None
        if wanted is not None:
            self.exercise_asked.emit(wanted)

    def ask_swap(self, *, following: bool = True) -> None:
        """Ask for an exercise in the place of the current one."""
        wanted = self.commands.swap_wanted(self.choice(), following=following) if self.table.rows else None
        if wanted is not None:
            self.exercise_asked.emit(wanted)

    def add_session(self) -> None:
        """A session below all others."""
        self.parts.add_session(len(self.table.grid.places))

    def step_line(self, by: int) -> None:
        """Move the current exercise, or on its head the session, up or down."""
        choice = self.choice()
        row = self.table.rows[choice.row]
        if row.kind is RowKind.HEAD and 0 <= row.place + by < len(self.table.grid.places):
            self.parts.move_session(row.place, row.place + by + (by > 0))
        else:
            self.commands.step_line(choice, by)

    def remove_line(self) -> None:
        """Take the chosen exercises out of all weeks."""
        self.commands.remove_line(self.choice())

    def step_week(self, by: int) -> None:
        """Move the current week left or right."""
        self.parts.step_week(self.choice().column, by)

    def duplicate_weeks(self) -> None:
        """Copies of the chosen weeks behind them."""
        self.parts.duplicate_weeks(self.choice().columns)

    def remove_weeks(self) -> None:
        """Take the chosen weeks out."""
        self.parts.remove_weeks(self.choice().columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._bubble.hide()
        run = self._keys.get(stroke(event))
        if run is None:
            super().keyPressEvent(event)
        elif self.table.rows:
            run()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_empty()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._bubble.hide()
        self.asks.frame.dismiss()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_empty()

    def _typing(self, index: Index) -> Typing:
        said = tr(
            "{exercise}, week {number}",
            exercise=self.table.row_title(index.row()), number=self.table.column(index).number,
        )  # fmt: skip
        return cell_typing(said, self.table.units)

    def _hold_typing(self) -> tuple[LineEditor, RowKey, int, str] | None:
        """What is being typed and into which cell, before the plan changes under it."""
        held = self.hold_typed()
        if held is None:
            return None
        editor, index = held
        return editor, self.table.rows[index.row()].key, self.table.column(index).week.id, editor.text()

    def _type_on(self, editor: LineEditor, key: RowKey, week_id: int, text: str) -> None:
        if self.open_editor() is editor:
            editor.closing = False
            return
        row, column = self.table.row_of(key), self.table.grid.column_of(week_id)
        if row is None or column is None:
            return
        self.type_again(text, self.table.index(row, column))

    def _tell_where(self) -> None:
        current = self.currentIndex()
        if not current.isValid():
            return
        week_id = self.table.column(current).week.id
        session = self.table.session(current.row(), current.column())
        if week_id != self._week_id:
            self._week_id = week_id
            self.week_shown.emit(week_id)
        if session is not None and session.id != self._session_id:
            self._session_id = session.id
            self.session_shown.emit(session.id)

    def _on_current(self) -> None:
        self._bubble.hide()
        self.week_head.viewport().update()
        self.line_head.viewport().update()
        self._tell_where()

    def _on_stepped(self, step: QPoint) -> None:
        current = self.currentIndex()
        row, column = current.row() + step.y(), current.column() + step.x()
        rows = self.table.rows
        while 0 <= row < len(rows) and rows[row].kind is not RowKind.LINE:
            row += step.y() or 1
        if 0 <= row < len(rows) and 0 <= column < len(self.table.grid.columns):
            self.setCurrentIndex(self.table.index(row, column))

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        lines = [at for at in range(first, last + 1) if self.table.rows[at].kind is RowKind.LINE]
        if self._awaited is not None and lines:
            column = self.table.grid.column_of(self._awaited.week_id) or 0
            self.setCurrentIndex(self.table.index(lines[0], column))

    def _on_add_pressed(self, section: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        column = max(0, self.currentIndex().column())
        self.setCurrentIndex(self.table.index(section, column))
        if self.table.rows[section].kind is RowKind.ADD:
            self.ask_exercise()
        else:
            self.add_session()

    def _on_row_opened(self, section: int) -> None:
        kind = self.table.rows[section].kind
        if kind is RowKind.HEAD:
            self._open_session(section, max(0, self.currentIndex().column()))
        elif kind is RowKind.LINE:
            self.ask_swap()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if self.table.rows[index.row()].kind is RowKind.HEAD:
            self._open_session(index.row(), index.column())
        elif self.table.rows[index.row()].kind is not RowKind.LINE:
            self.edit_current()

    def _open_session(self, row: int, column: int) -> None:
        session = self.table.session(row, column)
        if session is not None:
            self.session_opened.emit(session.id)

    def _place_empty(self) -> None:
        self._empty.setGeometry(self.rect())
        self._empty.raise_()
