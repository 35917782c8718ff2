"""One session of one week as a table: exercise, cell, progression, superset, note. What is typed becomes an edit.

Owns what the cells say and how a typed text is read. It must not know how they are painted, nor keep the plan.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from legwork.domain.exercise import Exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.plan import line_edits
from legwork.domain.plan.cell_words import cell_words, rule_words
from legwork.domain.plan.cells import parse_cell, shown_cell
from legwork.domain.plan.line_edits import group_letter, parse_group
from legwork.domain.plan.model import Entry, Plan, Session
from legwork.domain.plan.prescription import one_line
from legwork.domain.plan.rules import Fixed, parse_rule, shown_rule
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.i18n import mark, tr

Index = QModelIndex | QPersistentModelIndex


class Part(IntEnum):
    """The columns."""

    EXERCISE = 0
    CELL = 1
    RULE = 2
    GROUP = 3
    NOTE = 4


TITLES = (mark("Exercise"), mark("Sets, load, effort"), mark("Progression"), mark("Superset"), mark("Note"))
"""What stands over the columns, marked for translation."""

_HINTS = (
    "",
    mark("Like 3x8-12 @2 RIR, 4x6 80% or 3x10 60kg"),
    mark("How it goes on when it is filled to the right"),
    mark("Exercises with the same letter are done in turns"),
    mark("One line, for this week"),
)


class SessionTableModel(QAbstractTableModel):
    """A row for each entry of a session."""

    edit_asked = Signal(object, str)
    """A change of the plan (Plan -> Plan), and what it is called."""
    refused = Signal(str)
    """Why a text that was set cannot be read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self.catalogue = Catalogue(())
        self.units = UnitSystem.METRIC

    def show_session(self, session: Session | None, catalogue: Catalogue, units: UnitSystem) -> None:
        """Show a session, or its next state; None shows nothing."""
        before = [one.id for one in self.entries]
        same = session is not None and before == [one.id for one in session.entries]
        if not same:
            self.beginResetModel()
        self.session, self.catalogue, self.units = session, catalogue, units
        if not same:
            self.endResetModel()
        elif before:
            self.dataChanged.emit(self.index(0, 0), self.index(len(before) - 1, len(Part) - 1))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is shown, from the top."""
        return () if self.session is None else self.session.entries

    def row_of(self, entry_id: int) -> int | None:
        """Where an entry stands, or None."""
        return next((at for at, one in enumerate(self.entries) if one.id == entry_id), None)

    def exercise(self, row: int) -> Exercise | None:
        """The exercise of a row; None when the catalogue lacks it."""
        return self.catalogue.get(self.entries[row].exercise)

    def name(self, row: int) -> str:
        """What the exercise of a row is called."""
        found = self.exercise(row)
        return found.label if found is not None else self.entries[row].exercise.replace("_", " ")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        own = Qt.ItemFlag.ItemIsDragEnabled if index.column() == Part.EXERCISE else Qt.ItemFlag.ItemIsEditable
        return flags | own

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Part):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(TITLES[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(_HINTS[section]) if _HINTS[section] else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry, part = self.entries[index.row()], Part(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            editing = role == Qt.ItemDataRole.EditRole
            return self.name(index.row()) if part is Part.EXERCISE else _text(entry, part, editing=editing)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(index.row(), entry, part) or None
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or index.column() == Part.EXERCISE:
            return False
        entry, part, text = self.entries[index.row()], Part(index.column()), str(value)
        if text == _text(entry, part, editing=True):
            return True
        try:
            change = self._change(entry, part, text)
        except UserError as error:
            self.refused.emit(str(error))
            return False
        label = tr("Change {exercise}", exercise=self.name(index.row()))
        self.edit_asked.emit(change, label)
        return True

    def _change(self, entry: Entry, part: Part, text: str) -> Callable[[Plan], Plan]:
        """The edit of a typed text. Raises UserError when it cannot be read."""
        ids = (entry.id,)
        if part is Part.RULE:
            rule = parse_rule(text)
            return lambda plan: line_edits.with_rule(plan, ids, rule)
        if part is Part.GROUP:
            group = parse_group(text)
            return lambda plan: line_edits.with_group(plan, ids, group)
        if part is Part.NOTE:
            note = one_line(text)
            return lambda plan: line_edits.with_note(plan, ids, note)
        if not text.strip():
            return lambda plan: line_edits.removed(plan, ids)
        prescription = parse_cell(text, self.units)
        return lambda plan: line_edits.with_prescription(plan, entry.id, prescription)

    def _words(self, row: int, entry: Entry, part: Part) -> str:
        match part:
            case Part.EXERCISE:
                if self.exercise(row) is None:
                    return tr(
                        "{name}: not in the catalogue any more; swap it for another exercise", name=self.name(row)
                    )
                return self.name(row)
            case Part.CELL:
                said = cell_words(entry.prescription)
                note = entry.prescription.note
                return f"{said[:1].upper()}{said[1:]}" + (f"\n{note}" if note else "")
            case Part.RULE:
                return rule_words(entry.rule) or tr("the same every week")
            case Part.GROUP:
                return tr("superset {letter}", letter=group_letter(entry.group)) if entry.group else tr("no superset")
        return entry.note or tr("no note")


def _text(entry: Entry, part: Part, *, editing: bool) -> str:
    match part:
        case Part.CELL:
            return shown_cell(entry.prescription)
        case Part.RULE:
            return "" if isinstance(entry.rule, Fixed) and not editing else shown_rule(entry.rule)
        case Part.GROUP:
            return group_letter(entry.group)
    return entry.note
