"""The plan as a table: weeks across, sessions and their exercises down. What is typed into a cell becomes an edit.

Owns what cells and heads say. It must not know how they are painted, nor keep the plan.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from legwork.domain.days import full_day, short_day
from legwork.domain.exercise import Exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.plan.cell_grammar import CellError
from legwork.domain.plan.cell_words import cell_words, rule_words
from legwork.domain.plan.cells import parse_cell, shown_cell
from legwork.domain.plan.counting import session_minutes
from legwork.domain.plan.edits import Fresh
from legwork.domain.plan.line_edits import group_letter, removed, typed, with_prescription
from legwork.domain.plan.lines import Column, Grid, Place, Spot, lines_of
from legwork.domain.plan.model import BLOCK_KINDS, WEEKDAYS, Block, Entry, Plan, Session
from legwork.domain.plan.prescription import Prescription
from legwork.domain.sites import Region
from legwork.domain.units import UnitSystem
from legwork.i18n import mark, ntr, tr
from legwork.qt.models.plan_rows import Row, RowKey, RowKind, only_change, rows_of

Index = QModelIndex | QPersistentModelIndex

REGION_WORDS = {Region.LOWER: mark("legs"), Region.UPPER: mark("upper body"), Region.TRUNK: mark("trunk")}
"""What a region is called where a row is read out, marked for translation."""


class PlanTableModel(QAbstractTableModel):
    """Columns are weeks, rows are of a `RowKind`."""

    edit_asked = Signal(object, str)
    """A change of the plan (Plan -> Plan), and what it is called."""
    refused = Signal(str)
    """Why a text that was set cannot be read."""

    def __init__(self, fresh: Fresh, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.fresh = fresh
        self.grid: Grid = lines_of(Plan())
        self.rows: tuple[Row, ...] = ()
        self.catalogue = Catalogue(())
        self.units = UnitSystem.METRIC
        self.starts_on: date | None = None
        self._minutes: dict[int, tuple[Session, float]] = {}
        self._texts: dict[int, tuple[Entry, str]] = {}

    def show_plan(self, plan: Plan, catalogue: Catalogue, units: UnitSystem, starts_on: date | None) -> None:
        """Show a plan; rows and columns that stay keep their place in the selection."""
        grid = lines_of(plan, self.grid)
        rows = rows_of(grid)
        words = catalogue is not self.catalogue or starts_on != self.starts_on or units is not self.units
        before, weeks = [one.key for one in self.rows], [one.week.id for one in self.grid.columns]
        new, new_weeks = [one.key for one in rows], [one.week.id for one in grid.columns]
        self.units, self.starts_on, self.catalogue = units, starts_on, catalogue
        if before == new and weeks == new_weeks:
            self._refresh(grid, rows, everything=words)
        elif weeks == new_weeks and (change := only_change(before, new)):
            self._change_rows(grid, rows, *change, everything=words)
        else:
            self.beginResetModel()
            self.grid, self.rows = grid, rows
            self.endResetModel()
        if len(self._texts) > 4 * (sum(len(one.lines) for one in grid.places) + 1) * (len(weeks) + 1):
            self._texts.clear()
            self._minutes.clear()

    def _refresh(self, grid: Grid, rows: tuple[Row, ...], *, everything: bool) -> None:
        """The same rows and columns: only say which of them hold something else now."""
        old, old_columns = self.rows, self.grid.columns
        self.grid, self.rows = grid, rows
        last = self.columnCount() - 1
        if last < 0:
            return
        for at, (one, other) in enumerate(zip(rows, old, strict=True)):
            head = one.kind is RowKind.HEAD and one.group is not other.group
            if everything or one.line is not other.line or head:
                self.dataChanged.emit(self.index(at, 0), self.index(at, last))
                self.headerDataChanged.emit(Qt.Orientation.Vertical, at, at)
        if everything or any(
            _head(one.block) != _head(other.block) for one, other in zip(grid.columns, old_columns, strict=True)
        ):
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    def _change_rows(
        self, grid: Grid, rows: tuple[Row, ...], first: int, removed: int, added: int, *, everything: bool
    ) -> None:
        """Rows that follow each other went, or came; then what the others hold now is said."""
        if removed:
            self.beginRemoveRows(QModelIndex(), first, first + removed - 1)
            self.rows = self.rows[:first] + self.rows[first + removed :]
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), first, first + added - 1)
            self.rows = self.rows[:first] + rows[first : first + added] + self.rows[first:]
            self.endInsertRows()
        self._refresh(grid, rows, everything=everything)

    def row_of(self, key: RowKey) -> int | None:
        """Where the row of that name stands now."""
        return next((at for at, one in enumerate(self.rows) if one.key == key), None)

    def index_of(self, spot: Spot) -> QModelIndex:
        """Where a cell stands now; not valid when it has gone."""
        row = next((at for at, one in enumerate(self.rows) if one.line_key == spot.line), None)
        column = self.grid.column_of(spot.week_id)
        return QModelIndex() if row is None or column is None else self.index(row, column)

    def column(self, index: Index) -> Column:
        """The week of a cell."""
        return self.grid.columns[index.column()]

    def entry(self, row: int, column: int) -> Entry | None:
        """What stands in a cell."""
        line = self.rows[row].line
        return None if line is None else line.cells[column]

    def spot(self, row: int, column: int) -> Spot | None:
        """The name of a cell; None where nothing can be typed."""
        key = self.rows[row].line_key
        return None if key is None else Spot(key, self.grid.columns[column].week.id)

    def session(self, row: int, column: int) -> Session | None:
        """The session of a row in a week; None where the week lacks it."""
        group = self.rows[row].group
        return None if group is None else group.sessions[column]

    def exercise(self, row: int) -> Exercise | None:
        """The exercise of a line; None when it is no line, or its exercise is not in the catalogue."""
        line = self.rows[row].line
        return None if line is None else self.catalogue.get(line.exercise)

    def monday(self, column: int) -> date | None:
        """The Monday of a week; None for a plan without a start."""
        return None if self.starts_on is None else monday_of(self.starts_on, self.grid.columns[column].number)

    def text(self, entry: Entry, *, note: bool = False) -> str:
        """The cell of an entry as it is typed, without or with its note."""
        if note:
            return shown_cell(entry.prescription)
        known = self._texts.get(entry.id)
        if known is None or known[0] is not entry:
            prescription = entry.prescription
            known = entry, shown_cell(replace(prescription, note="") if prescription.note else prescription)
            self._texts[entry.id] = known
        return known[1]

    def minutes(self, session: Session) -> int:
        """How long a session takes, to whole minutes."""
        known = self._minutes.get(session.id)
        if known is None or known[0] is not session:
            known = self._minutes[session.id] = session, session_minutes(session)
        return round(known[1])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.grid.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.rows[index.row()].kind is RowKind.LINE:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            return self._week_head(section, role) if 0 <= section < len(self.grid.columns) else None
        return self._row_head(self.rows[section], role) if 0 <= section < len(self.rows) else None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, column = self.rows[index.row()], index.column()
        if row.kind is RowKind.LINE:
            entry = self.entry(index.row(), column)
            if role == Qt.ItemDataRole.DisplayRole:
                return "" if entry is None else self.text(entry)
            if role == Qt.ItemDataRole.EditRole:
                return "" if entry is None else self.text(entry, note=True)
            if role == Qt.ItemDataRole.ToolTipRole:
                return None if entry is None else self._words(entry, "\n")
            if role == Qt.ItemDataRole.AccessibleTextRole:
                said = tr("empty") if entry is None else self._words(entry, "; ")
                return f"{self.headerData(index.row(), Qt.Orientation.Vertical)}, {self._week(column)}: {said}"
        elif row.kind is RowKind.HEAD:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._session_text(row, column)
            if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
                return self._session_words(row, column)
        elif role == Qt.ItemDataRole.AccessibleTextRole:
            return self._row_head(row, int(Qt.ItemDataRole.DisplayRole))
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        spot = self.spot(index.row(), index.column()) if index.isValid() else None
        if spot is None or role != Qt.ItemDataRole.EditRole:
            return False
        try:
            wanted = parse_cell(str(value), self.units) if str(value).strip() else None
        except CellError as error:
            self.refused.emit(str(error))
            return False
        entry = self.entry(index.row(), index.column())
        if wanted == (None if entry is None else entry.prescription):
            return True
        label = tr(
            "Change {exercise}, {week}", exercise=self._name(self.rows[index.row()]), week=self._week(index.column())
        )
        self.edit_asked.emit(self._change(spot, entry, wanted), label)
        return True

    def _change(self, spot: Spot, entry: Entry | None, wanted: Prescription | None) -> Callable[[Plan], Plan]:
        """The edit of one cell; where an entry stands it need not look for the line."""
        fresh = self.fresh
        if entry is None:
            return lambda plan: typed(plan, {spot: wanted}, fresh)
        if wanted is None:
            return lambda plan: removed(plan, (entry.id,))
        return lambda plan: with_prescription(plan, entry.id, wanted)

    def _week(self, column: int) -> str:
        return tr("Week {number}", number=self.grid.columns[column].number)

    def _week_head(self, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._week(column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            monday = self.monday(column)
            said = f"{self._week(column)}, {block_title(self.grid.columns[column].block)}"
            return said if monday is None else tr("{week}, from Monday, {day}", week=said, day=full_day(monday))
        return None

    def _name(self, row: Row) -> str:
        assert row.line is not None
        found = self.catalogue.get(row.line.exercise)
        return found.label if found is not None else row.line.exercise.replace("_", " ")

    def place_name(self, place: int) -> str:
        """The name of a session; one without is called by its number."""
        return _place_name(self.grid.places[place], place)

    def row_title(self, row: int) -> str:
        """What the head of a row says."""
        return str(self._row_head(self.rows[row], int(Qt.ItemDataRole.DisplayRole)))

    def weekday_text(self, place: int) -> str:
        """The weekday of a session; "" for any day."""
        day = self.grid.places[place].first.weekday
        return "" if day is None else tr(WEEKDAYS[day])

    def _row_head(self, row: Row, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            if row.kind is RowKind.LINE:
                return self._name(row)
            if row.kind is RowKind.HEAD:
                return _place_name(row.group, row.place)
            return tr("Add an exercise") if row.kind is RowKind.ADD else tr("Add a session")
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._row_words(row)
        return None

    def _row_words(self, row: Row) -> str:
        if row.kind is RowKind.ADD:
            return tr("Add an exercise to {session} (Insert)", session=_place_name(row.group, row.place))
        if row.kind is RowKind.NEW:
            return tr("Add a session to every week")
        if row.line is None:
            return self._session_name(row)
        found, parts = self.catalogue.get(row.line.exercise), [self._name(row)]
        if found is None:
            parts.append(tr("not in the catalogue any more: its cells are kept, swap it for another exercise"))
        elif found.region in REGION_WORDS:
            parts.append(tr(REGION_WORDS[found.region]))
        entry = row.line.first
        if entry.group is not None:
            parts.append(tr("superset {letter}", letter=group_letter(entry.group)))
        if words := rule_words(entry.rule):
            parts.append(words)
        return ", ".join(parts)

    def _session_name(self, row: Row) -> str:
        name, day = _place_name(row.group, row.place), None if row.group is None else row.group.first.weekday
        return name if day is None else f"{name}, {tr(WEEKDAYS[day])}"

    def _session_text(self, row: Row, column: int) -> str:
        session = None if row.group is None else row.group.sessions[column]
        if session is None or row.group is None:
            return ""
        first = row.group.first
        parts = [session.name if session.name != first.name else ""]
        if session.weekday is not None and session.weekday != first.weekday:
            parts.append(tr(WEEKDAYS[session.weekday]))
        parts.append(tr("{minutes} min", minutes=self.minutes(session)) if session.entries else tr("empty"))
        return " · ".join(part for part in parts if part)

    def _session_words(self, row: Row, column: int) -> str:
        session = None if row.group is None else row.group.sessions[column]
        head = f"{self._session_name(row)}, {self._week(column)}"
        if session is None:
            return tr("{session}: not in this week", session=head)
        count = ntr("{count} exercise", "{count} exercises", len(session.entries))
        return tr("{session}: {count}, about {minutes} min", session=head, count=count, minutes=self.minutes(session))

    def _words(self, entry: Entry, between: str) -> str:
        prescription = entry.prescription
        said = cell_words(prescription)
        rule = rule_words(entry.rule)
        parts = [
            said[:1].upper() + said[1:],
            prescription.note,
            tr("Goes on: {rule}", rule=rule) if rule else "",
            tr("Superset {letter}", letter=group_letter(entry.group)) if entry.group is not None else "",
            tr("Note: {note}", note=entry.note) if entry.note else "",
        ]
        return between.join(part for part in parts if part)


def monday_of(starts_on: date, number: int) -> date:
    """The Monday of the week of a plan that began in the week of `starts_on`. number: of the week, from 1."""
    return starts_on - timedelta(days=starts_on.weekday()) + timedelta(weeks=number - 1)


def monday_text(day: date) -> str:
    """As it stands over a week."""
    return short_day(day)


def block_title(block: Block) -> str:
    """What stands over the weeks of a block: its name with its kind, or the kind alone."""
    kind = tr(BLOCK_KINDS[block.kind])
    return f"{block.name} · {kind}" if block.name and block.name.casefold() != kind.casefold() else kind


def _place_name(group: Place | None, place: int) -> str:
    return (group.first.name if group is not None else "") or tr("Session {number}", number=place + 1)


def _head(block: Block) -> tuple[int, str, str]:
    return block.id, block.kind, block.name
