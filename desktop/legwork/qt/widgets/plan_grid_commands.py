"""What can be done in the plan's grid with the cells, lines, weeks and blocks that are chosen there.

Owns turning a choice into an edit with its name. It must not paint, nor carry an edit out: it asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication

from legwork.domain.plan import line_edits
from legwork.domain.plan.cell_grammar import CellError
from legwork.domain.plan.cells import parse_cell
from legwork.domain.plan.edits import fill_right, swap_exercise
from legwork.domain.plan.lines import Spot
from legwork.domain.plan.model import Entry, Plan
from legwork.domain.plan.prescription import Prescription
from legwork.domain.plan.rules import Rule
from legwork.domain.plan.starting import increment_of, start_of
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.i18n import ntr, tr
from legwork.qt.models.plan_rows import RowKind
from legwork.qt.models.plan_table import PlanTableModel

Ask = Callable[[Callable[[Plan], Plan], str], None]
"""Takes a change and its translated name."""


@dataclass(frozen=True)
class ExerciseWanted:
    """An exercise is to be picked: to be added, or to stand in for another one. `GridCommands.put` takes it up.

    sentence: translated, what it is wanted for. place, at: the session, and the gap between its lines. week_id: from
    where on. swap_id: the entry that it replaces; None to add. following: in all later weeks too. pattern_of: the key
    of the exercise that is replaced, "" for none.
    """

    sentence: str
    place: int
    at: int
    week_id: int
    swap_id: int | None = None
    following: bool = True
    pattern_of: str = ""


@dataclass(frozen=True)
class Choice:
    """What is chosen: rows and columns with a chosen cell, sorted, and the current cell."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    row: int
    column: int


class GridCommands:
    """Each function does one thing with the choice that it is given."""

    def __init__(self, model: PlanTableModel, ask: Ask, refuse: Callable[[str], None]) -> None:
        """ask: takes edits. refuse: says a sentence to the person."""
        self._model, self._ask, self._refuse = model, ask, refuse

    def entries(self, choice: Choice) -> list[Entry]:
        """What stands in the chosen cells."""
        model = self._model
        found = (model.entry(row, column) for row in choice.rows for column in choice.columns)
        return [one for one in found if one is not None]

    def as_text(self, choice: Choice) -> str:
        """The chosen cells of lines as a spreadsheet takes them."""
        model = self._model
        lines = []
        for row in choice.rows:
            if model.rows[row].kind is RowKind.LINE:
                entries = (model.entry(row, column) for column in choice.columns)
                lines.append("\t".join("" if one is None else model.text(one, note=True) for one in entries))
        return "\n".join(lines)

    def copy(self, choice: Choice) -> bool:
        """Put the chosen cells on the clipboard; False when no line is chosen."""
        text = self.as_text(choice)
        if not text.strip():
            return False
        QGuiApplication.clipboard().setText(text)
        return True

    def cut(self, choice: Choice) -> None:
        """Copy, then clear."""
        if self.copy(choice):
            self.clear(choice)

    def clear(self, choice: Choice) -> None:
        """Take the chosen entries out."""
        ids = [one.id for one in self.entries(choice)]
        if ids:
            label = ntr("Clear {count} cell", "Clear {count} cells", len(ids))
            self._ask(lambda plan: line_edits.removed(plan, ids), label)

    def paste(self, choice: Choice) -> None:
        """Put the cells of the clipboard where the choice begins; one cell goes into all that are chosen."""
        text = QGuiApplication.clipboard().text().strip("\r\n")
        if not text:
            return
        block = [line.split("\t") for line in text.splitlines()]
        try:
            cells = self._pasted(choice, block)
        except UserError as fault:
            self._refuse(str(fault))
            return
        if cells:
            fresh = self._model.fresh
            label = ntr("Paste {count} cell", "Paste {count} cells", len(cells))
            self._ask(lambda plan: line_edits.typed(plan, cells, fresh), label)

    def _pasted(self, choice: Choice, block: list[list[str]]) -> dict[Spot, Prescription | None]:
        model = self._model
        width = max(len(line) for line in block)
        lines = [at for at, row in enumerate(model.rows) if row.kind is RowKind.LINE and at >= choice.rows[0]]
        columns = list(range(choice.columns[0], len(model.grid.columns)))
        if len(block) == width == 1:
            rows = [at for at in choice.rows if model.rows[at].kind is RowKind.LINE]
            columns = list(choice.columns)
            block = [block[0] * len(columns)] * len(rows)
            lines, width = rows, len(columns)
        if width > len(columns):
            raise UserError(
                tr(
                    "{count} weeks were copied, but only {room} follow here: begin further left, or add weeks.",
                    count=width, room=len(columns),
                )
            )  # fmt: skip
        if len(block) > len(lines):
            raise UserError(
                tr(
                    "{count} rows were copied, but only {room} follow here: begin further up, or add exercises.",
                    count=len(block), room=len(lines),
                )
            )  # fmt: skip
        cells: dict[Spot, Prescription | None] = {}
        read: dict[str, Prescription | None] = {}
        for at, (line, texts) in enumerate(zip(lines, block, strict=False), 1):
            for nth, (column, text) in enumerate(zip(columns, texts, strict=False), 1):
                spot = model.spot(line, column)
                if spot is not None:
                    if text not in read:
                        read[text] = self._read(text, at, nth)
                    cells[spot] = read[text]
        return cells

    def _read(self, text: str, row: int, column: int) -> Prescription | None:
        if not text.strip():
            return None
        try:
            return parse_cell(text, self._model.units)
        except CellError as fault:
            raise UserError(
                tr(
                    "Nothing was pasted. Row {row}, column {column}, “{text}”: {what}",
                    row=row, column=column, text=text[:40], what=fault.what,
                )
            ) from None  # fmt: skip

    def fill_right(self, choice: Choice) -> None:
        """Carry the leftmost chosen entry of each row through all later weeks."""
        model, fresh = self._model, self._model.fresh
        wanted: list[tuple[int, Quantity | None]] = []
        for row in choice.rows:
            entry = next((one for column in choice.columns if (one := model.entry(row, column)) is not None), None)
            if entry is not None:
                wanted.append((entry.id, self._increment(entry.exercise)))
        if not wanted:
            return

        def change(plan: Plan) -> Plan:
            for entry_id, increment in wanted:
                plan = fill_right(plan, entry_id, fresh, increment)
            return plan

        self._ask(change, ntr("Fill {count} line to the right", "Fill {count} lines to the right", len(wanted)))

    def fill_down(self, choice: Choice) -> None:
        """Put the topmost chosen cell of each week into the chosen ones below; of one cell alone, the one above it."""
        model, fresh = self._model, self._model.fresh
        rows = [at for at in choice.rows if model.rows[at].kind is RowKind.LINE]
        if len(rows) == 1:
            rows = [at for at in range(rows[0]) if model.rows[at].kind is RowKind.LINE][-1:] + rows
        cells: dict[Spot, Prescription | None] = {}
        for column in choice.columns:
            top = model.entry(rows[0], column) if rows else None
            for row in rows[1:]:
                spot = model.spot(row, column)
                if top is not None and spot is not None:
                    cells[spot] = top.prescription
        if cells:
            label = ntr("Fill {count} cell downwards", "Fill {count} cells downwards", len(cells))
            self._ask(lambda plan: line_edits.typed(plan, cells, fresh), label)

    def step_line(self, choice: Choice, by: int) -> None:
        """Move the current line up or down."""
        model, fresh = self._model, self._model.fresh
        key = model.rows[choice.row].line_key
        if key is not None:
            label = tr("Move {exercise}", exercise=model.row_title(choice.row))
            self._ask(lambda plan: line_edits.line_stepped(plan, key, by, fresh), label)

    def remove_line(self, choice: Choice) -> None:
        """Take the chosen lines out of all weeks."""
        rows = [self._model.rows[at] for at in choice.rows]
        ids = [one.id for row in rows if row.line is not None for one in row.line.cells if one is not None]
        count = sum(row.line is not None for row in rows)
        if ids:
            label = ntr("Remove {count} exercise", "Remove {count} exercises", count)
            self._ask(lambda plan: line_edits.removed(plan, ids), label)

    def following(self, choice: Choice, *, whole: bool = False) -> list[Entry]:
        """The entries of the chosen lines from the leftmost chosen week on, or in all weeks."""
        found: list[Entry] = []
        for row in choice.rows:
            line = self._model.rows[row].line
            if line is not None:
                found += [one for one in line.cells[0 if whole else choice.columns[0] :] if one is not None]
        return found

    def set_group(self, entries: Iterable[Entry], group: int | None) -> None:
        """Put entries into a superset, or take them out of theirs."""
        ids = [one.id for one in entries]
        letter = line_edits.group_letter(group)
        label = tr("Superset {letter}", letter=letter) if letter else tr("No superset")
        self._ask(lambda plan: line_edits.with_group(plan, ids, group), label)

    def set_rule(self, entries: Iterable[Entry], rule: Rule) -> None:
        """Let entries go on by a rule."""
        ids = [one.id for one in entries]
        self._ask(lambda plan: line_edits.with_rule(plan, ids, rule), tr("Change progression"))

    def set_note(self, entries: Iterable[Entry], note: str) -> None:
        """Give entries a note."""
        ids = [one.id for one in entries]
        self._ask(lambda plan: line_edits.with_note(plan, ids, note), tr("Change note"))

    def wanted_here(self, choice: Choice, *, following: bool = True) -> ExerciseWanted | None:
        """A request for an exercise below the current row; None where there is no session."""
        model = self._model
        row = model.rows[choice.row]
        if row.kind is RowKind.NEW or not model.grid.columns:
            return None
        at = len(model.grid.places[row.place].lines) if row.kind in (RowKind.HEAD, RowKind.ADD) else row.at + 1
        column = model.grid.columns[choice.column]
        return self.wanted_at(row.place, at, column.week.id, following=following)

    def wanted_at(self, place: int, at: int, week_id: int, *, following: bool = True) -> ExerciseWanted:
        """A request for an exercise at a gap of a session."""
        number = (self._model.grid.column_of(week_id) or 0) + 1
        name = self._model.place_name(place)
        if following:
            sentence = tr("Add to {session} from week {number} on", session=name, number=number)
        else:
            sentence = tr("Add to {session} in week {number} only", session=name, number=number)
        return ExerciseWanted(sentence, place, at, week_id, following=following)

    def swap_wanted(self, choice: Choice, *, following: bool = True) -> ExerciseWanted | None:
        """A request for an exercise in the place of the current one; None where none is."""
        model = self._model
        row = model.rows[choice.row]
        if row.line is None:
            return None
        later = row.line.cells[choice.column :] if following else row.line.cells[choice.column : choice.column + 1]
        entry = next((one for one in later if one is not None), None)
        if entry is None:
            return None
        number, name = choice.column + 1, model.row_title(choice.row)
        if following:
            sentence = tr("In the place of {exercise} from week {number} on", exercise=name, number=number)
        else:
            sentence = tr("In the place of {exercise} in week {number} only", exercise=name, number=number)
        week_id = model.grid.columns[choice.column].week.id
        return ExerciseWanted(sentence, row.place, row.at, week_id, entry.id, following, entry.exercise)

    def put(self, wanted: ExerciseWanted, key: str) -> None:
        """The exercise that was picked for a request. One that the catalogue lacks is refused."""
        model, fresh = self._model, self._model.fresh
        exercise = model.catalogue.get(key)
        if exercise is None:
            self._refuse(tr("This exercise is not in the catalogue any more: pick another one."))
            return
        entry_id = wanted.swap_id
        if entry_id is not None:
            label = tr("Swap for {exercise}", exercise=exercise.label)
            swap = line_edits.line_swapped if wanted.following else swap_exercise
            self._ask(lambda plan: swap(plan, entry_id, key), label)
            return
        entry, increment = start_of(exercise, model.units), increment_of(exercise, model.units)
        self._ask(
            lambda plan: line_edits.added(
                plan, wanted.place, wanted.at, wanted.week_id, entry, fresh,
                following=wanted.following, increment=increment,
            ),
            tr("Add {exercise}", exercise=exercise.label),
        )  # fmt: skip

    def _increment(self, key: str) -> Quantity | None:
        exercise = self._model.catalogue.get(key)
        return None if exercise is None else increment_of(exercise, self._model.units)
