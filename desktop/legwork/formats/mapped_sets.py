"""A log of training as a person explained it: workouts from rows of sets, or of exercises with several sets each.

Owns what the columns of such a table mean for a set. It must not put workouts together (`training_draft`) nor read
numbers (`training_sets`); several sets in one cell are told apart by `mapped_cell_sets`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from legwork.domain.log.sets import LoggedKind
from legwork.domain.sites import Side
from legwork.errors import Cancelled
from legwork.formats.load_units import UNIT_NAMES
from legwork.formats.mapped_cell_sets import CellSet, sets_in
from legwork.formats.mapped_cells import days_as_text, sums_up
from legwork.formats.mapped_table import MappedTable
from legwork.formats.mapping import Role
from legwork.formats.mapping_words import kind_in, side_in, unit_in
from legwork.formats.number_cells import decimal_sign, is_blank, without_thousands
from legwork.formats.text import Table
from legwork.formats.training_log import Log
from legwork.formats.training_records import Answers, TrainingTable
from legwork.formats.training_sets import METRES_IN, RawSet, named
from legwork.i18n import tr

MOST_SETS = 30
"""No row stands for more sets (a convention)."""

_CHECK_EVERY = 1_000
_BODY = re.compile(
    r"(?:(?:bw|body ?weight|körpergewicht|poids du corps|peso corporal|lc)\b|kgw?(?=\s*(?:[+-]|$)))\s*", re.IGNORECASE
)
"""The body itself, before what is added to it; `KG` is so called in German, but behind a number it is the unit."""

_YES = frozenset(
    {"1", "true", "yes", "y", "x", "ja", "oui", "si", "sí", "sim", "tak", "evet", "✓", "✔", "wahr", "vrai"}
)
_CLOCK = re.compile(r"[ T]0{1,2}:00(?::00(?:\.0+)?)?$")


def read(table: MappedTable, today: date, should_stop: Callable[[], bool], answers: Answers) -> TrainingTable:
    """Read all rows; as `mapped.read`."""
    mapping = table.mapping
    log = Log(table.source, tr("Table of training"), today, replace(answers, order=answers.order or mapping.order))
    for one in table.skipped:
        log.skip(one.line, one.text, one.reason)
    log.leave_columns(table.left_out, tr("This column is left out."))
    reader = _Reader(log, table)
    whole = []
    for row in table.rows:
        if table.is_torn(row):
            torn = tr("This row has more values than there are columns, so it is not clear which is which.")
            log.skip(row.line, ", ".join(row.cells), torn)
        else:
            whole.append(row)
    rows = Table(table.names, iter(whole))
    for count, (line, cells) in enumerate(log.rows(rows)):
        if count % _CHECK_EVERY == 0 and should_stop():
            raise Cancelled
        reader.take(line, cells)
    return log.finish(zero_is_blank=True, should_stop=should_stop)


@dataclass
class _Above:
    """What the row above said, for those that leave it out."""

    day: str = ""
    exercise: str = ""
    workout: str = ""


class _Reader:
    """Takes one row after the other."""

    def __init__(self, log: Log, table: MappedTable) -> None:
        self._log, self._table = log, table
        mapping = table.mapping
        self._at = {role: mapping.place(role) for role in Role}
        self._reps, self._loads = mapping.places(Role.REPS), mapping.places(Role.LOAD)
        day = mapping.place(Role.DAY)
        assert day is not None
        self._spell = days_as_text([row.cells[day] if len(row.cells) > day else "" for row in table.rows])
        self._decimal = mapping.decimal or decimal_sign(
            cell for row in table.rows for place in (*self._loads, *self._reps) for cell in row.cells[place : place + 1]
        )
        kind = self._at[Role.KIND]
        self._only_warm_ups = kind is not None and kind_in(table.names[kind].removeprefix("is")) is LoggedKind.WARM_UP
        distance = self._at[Role.DISTANCE]
        self._metres = METRES_IN.get(table.use(distance).unit or "m", 1.0) if distance is not None else 1.0
        self._above = _Above()

    def take(self, line: int, cells: tuple[str, ...]) -> None:
        """Put a row where it belongs, or report it."""
        above, fill = self._above, self._table.mapping.fill
        day, name, title = (
            self._cell(cells, Role.DAY),
            self._cell(cells, Role.EXERCISE),
            self._cell(cells, Role.WORKOUT),
        )
        if fill:
            other_day = bool(day)
            title = title or ("" if other_day else above.workout)
            day, name = day or above.day, name or ("" if other_day else above.exercise)
            self._above = _Above(day, name, title)
        shown = ", ".join(filter(None, cells))
        if not day:
            self._log.skip(line, shown, tr("There is no date."))
            return
        if not name or sums_up(day):
            summed_up = tr("This row sums up the others.") if sums_up(day) else ""
            self._log.skip(line, shown, summed_up or tr("There is no exercise."))
            return
        found = self._sets(cells)
        if isinstance(found, str):
            self._log.skip(line, shown, found)
            return
        time = self._cell(cells, Role.TIME)
        day = self._spell(day)
        when = f"{_CLOCK.sub('', day)} {time}" if time else day
        draft = self._log.draft(line, when, title, unique_rows=False)
        block = draft.block(named(name).name, None)
        for raw in found:
            block.add(line, None, self._log.slot(raw))
        draft.note(self._cell(cells, Role.WORKOUT_NOTE))
        if length := self._cell(cells, Role.LENGTH):
            draft.length, draft.bare = length, 60

    def _sets(self, cells: tuple[str, ...]) -> list[RawSet] | str:
        """The sets of a row, or why there are none."""
        helped, hangs = named(self._cell(cells, Role.EXERCISE) or self._above.exercise)[1:]
        rest = self._rest(cells)
        rest = rest._replace(helped=helped, hangs=hangs)
        parts = self._parts(cells)
        if isinstance(parts, str):
            return parts
        if not parts and (rest.seconds or rest.distance):
            parts = [CellSet("", self._load(cells, 0))]
        several = self._cell(cells, Role.SETS)
        times = 1
        if several and len(parts) == 1:
            count = re.fullmatch(r"(\d{1,4})(?:[.,]0+)?", several)
            if count is None:
                return tr("The number of sets cannot be read.")
            times = int(count[1])
            if times == 0:
                return tr("Planned, but no set was done.")
            if times > MOST_SETS:
                return tr("Nobody does so many sets: look whether this column counts them.")
        if not parts:
            return tr("Nothing was entered in this set.")
        made = [
            rest._replace(
                load=part.load, unit=part.unit or rest.unit, reps=part.reps, seconds=part.seconds or rest.seconds
            )
            for part in parts * times
        ]
        return [one if place == 0 else one._replace(note="") for place, one in enumerate(made)]

    def _parts(self, cells: tuple[str, ...]) -> list[CellSet] | str:
        """Load and reps of each set."""
        if len(self._reps) <= 1:
            text = self._number(cells, self._reps[0]) if self._reps else ""
            return sets_in(text, self._load(cells, 0), bool(self._cell(cells, Role.SETS))) if text else []
        found: list[CellSet] = []
        for place in range(len(self._reps)):
            text = self._number(cells, self._reps[place])
            if text:
                made = sets_in(text, self._load(cells, place), True)
                if isinstance(made, str):
                    return made
                found += made
        return found

    def _load(self, cells: tuple[str, ...], place: int) -> str:
        """The load of the set at that place; with one column of loads it is that of all."""
        if not self._loads:
            return ""
        at = self._loads[place] if place < len(self._loads) else self._loads[-1]
        text = self._number(cells, at)
        body = _BODY.match(text)
        return text[body.end() if body else 0 :].strip().removeprefix("+").strip()

    def _number(self, cells: tuple[str, ...], place: int) -> str:
        text = cells[place] if place < len(cells) else ""
        return "" if is_blank(text) else without_thousands(text, self._decimal)

    def _rest(self, cells: tuple[str, ...]) -> RawSet:
        """What holds for all sets of a row."""
        kind, odd = self._kind(self._cell(cells, Role.KIND))
        load = self._loads[0] if self._loads else None
        unit = unit_in(self._cell(cells, Role.UNIT)) or self._cell(cells, Role.UNIT)
        unit = unit or (self._table.use(load).unit if load is not None else "")
        side = side_in(self._cell(cells, Role.SIDE)) or Side.NONE
        return RawSet(
            kind, unit=UNIT_NAMES.get(unit.casefold(), unit), seconds=self._cell(cells, Role.SECONDS),
            distance=self._cell(cells, Role.DISTANCE), metres=self._metres, rpe=self._cell(cells, Role.RPE),
            note=self._cell(cells, Role.NOTE), odd_kind=odd, side=side, rir=self._cell(cells, Role.RIR),
        )  # fmt: skip

    def _kind(self, text: str) -> tuple[LoggedKind, str]:
        """The kind of a set, and how it is called where nobody knows it."""
        if self._only_warm_ups:
            return (LoggedKind.WARM_UP if text.casefold() in _YES else LoggedKind.NORMAL), ""
        if not text:
            return LoggedKind.NORMAL, ""
        kind = kind_in(text)
        return (LoggedKind.NORMAL, text) if kind is None else (kind, "")

    def _cell(self, cells: tuple[str, ...], role: Role) -> str:
        at = self._at[role]
        text = cells[at] if at is not None and at < len(cells) else ""
        return "" if is_blank(text) else text
