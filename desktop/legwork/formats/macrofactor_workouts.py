"""MacroFactor's workouts: one row a set, as the sheet of a workbook or as CSV.

Owns what its columns mean. It must not put workouts together (`training_draft`) nor read numbers (`training_sets`).

Seen in files: `Date | Workout Duration | Workout | Exercise | Exercise Base Weight (lbs) | Set Type | Weight (lbs) |
Reps | RIR | Duration | Distance short (Yd) | Distance long (Mi)`, the same with kg; `Standard Set` and `Warm-Up Set`;
days without a time, as dates or as the bare number of a day. Answered here because the file leaves it open:

- Workouts of one day with another name or another length are two.
- A length without a unit is in seconds.
- The base weight is that of the machine or the bar; the load stands there beside it, and is taken as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from legwork.domain.log.sets import LoggedKind
from legwork.formats.load_units import UNIT_NAMES
from legwork.formats.spreadsheet import day_of_serial
from legwork.formats.text import Table, never
from legwork.formats.training_header import Heading, heading, places
from legwork.formats.training_log import Log
from legwork.formats.training_records import NO_ANSWERS, Answers, TrainingTable
from legwork.formats.training_sets import METRES_IN, RawSet, named
from legwork.i18n import tr

SOURCE = "macrofactor"

_NEEDED = frozenset({"date", "workout duration", "workout", "exercise", "set type", "weight", "reps"})
_BASE = "exercise base weight"
_DISTANCES = ("distance short", "distance long")
_KNOWN = _NEEDED | {"rir", "duration", *_DISTANCES}
_KINDS = (
    ("warm", LoggedKind.WARM_UP), ("drop", LoggedKind.DROP), ("fail", LoggedKind.FAILURE), ("myo", LoggedKind.MYO),
    ("standard", LoggedKind.NORMAL), ("working", LoggedKind.NORMAL), ("normal", LoggedKind.NORMAL),
)  # fmt: skip
"""How kinds of sets begin. Those of warm-ups and standard sets were seen, the others are how the program calls them."""


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is that of MacroFactor's workouts."""
    return {heading(name).name for name in header} >= _NEEDED


def read(
    table: Table, today: date, answers: Answers = NO_ANSWERS, should_stop: Callable[[], bool] = never
) -> TrainingTable:
    """Read all rows of a table that `matches`. today: later days are refused. answers: to what the file leaves open.

    Raises UserError when hardly anything can be read, Cancelled when asked to stop.
    """
    log = Log(SOURCE, tr("MacroFactor workouts"), today, answers)
    found = [heading(name) for name in table.header]
    base = [title for title, one in zip(table.header, found, strict=True) if one.name == _BASE]
    log.leave_columns(base, tr("Loads are taken as they stand: what the machine itself weighs is not added."))
    log.leave_columns(title for title, one in zip(table.header, found, strict=True) if one.name not in _KNOWN | {_BASE})
    reader = _Reader(log, found)
    for line, cells in log.rows(table):
        reader.take(line, cells)
    return log.finish(zero_is_blank=True, should_stop=should_stop)


class _Reader:
    """Takes one row after the other."""

    def __init__(self, log: Log, found: list[Heading]) -> None:
        self._log = log
        self._at = places(one.name for one in found)
        self._unit = UNIT_NAMES.get(found[self._at["weight"]].unit, "")
        self._metres = {one: METRES_IN.get(found[self._at[one]].unit, 0.0) for one in _DISTANCES if one in self._at}

    def take(self, line: int, cells: tuple[str, ...]) -> None:
        """Put a row where it belongs, or report it."""
        name, helped, hangs = named(self._cell(cells, "exercise"))
        if not name:
            self._log.skip_nameless(line, cells)
            return
        when, title = day_of_serial(self._cell(cells, "date")), self._cell(cells, "workout")
        length = self._cell(cells, "workout duration")
        kind, odd = _kind(self._cell(cells, "set type"))
        distance, metres = self._distance(cells)
        raw = RawSet(
            kind, self._cell(cells, "weight"), self._unit, self._cell(cells, "reps"), self._cell(cells, "duration"),
            distance, metres, rir=self._cell(cells, "rir"), helped=helped, hangs=hangs, odd_kind=odd,
        )  # fmt: skip
        draft = self._log.draft(line, when, title, key=(when, title, length), unique_rows=False)
        if not draft.length:
            draft.length, draft.bare = length, 1
        draft.block(name, None).add(line, None, self._log.slot(raw))

    def _distance(self, cells: tuple[str, ...]) -> tuple[str, float]:
        """How far, and how many metres a unit of that has: yards for carries, miles for runs."""
        for column, metres in self._metres.items():
            if (text := self._cell(cells, column)).strip("0.,"):
                return text, metres
        return "", 1.0

    def _cell(self, cells: tuple[str, ...], column: str) -> str:
        return cells[self._at[column]].strip() if column in self._at else ""


def _kind(text: str) -> tuple[LoggedKind, str]:
    """The kind of a set, and the text where it is not known."""
    plain = text.casefold()
    found = next((kind for start, kind in _KINDS if plain.startswith(start)), None)
    return found or LoggedKind.NORMAL, text if found is None else ""
