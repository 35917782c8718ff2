"""Hevy's workout export: one row a set, the newest workout first, the units in the names of the columns.

Owns what Hevy's columns mean. It must not put workouts together (`training_draft`) nor read numbers
(`training_sets`). Weight and distance have their units each for itself; the layout of 2023 has no supersets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from legwork.domain.log.sets import LoggedKind
from legwork.formats.load_units import KG, LB
from legwork.formats.text import Table, never
from legwork.formats.training_draft import Slot
from legwork.formats.training_header import names, places, plain
from legwork.formats.training_log import Log
from legwork.formats.training_records import NO_ANSWERS, Answers, TrainingTable
from legwork.formats.training_sets import METRES_IN, RawSet, named
from legwork.i18n import tr

SOURCE = "hevy"

_NEEDED = frozenset({"start time", "exercise title", "reps"})
_LOADS = {"weight kg": KG, "weight lbs": LB, "weight lb": LB, "weight": ""}
_DISTANCES = {"distance km": "km", "distance miles": "mi", "distance meters": "m", "distance m": "m"}
_KNOWN = frozenset(
    {
        "title", "start time", "end time", "description", "exercise title", "superset id", "exercise notes",
        "set index", "set type", "reps", "duration seconds", "rpe", *_LOADS, *_DISTANCES,
    }
)  # fmt: skip
_KINDS = {
    "": LoggedKind.NORMAL, "normal": LoggedKind.NORMAL, "warmup": LoggedKind.WARM_UP, "warm up": LoggedKind.WARM_UP,
    "dropset": LoggedKind.DROP, "drop set": LoggedKind.DROP, "failure": LoggedKind.FAILURE,
}  # fmt: skip


_OF_SET = frozenset(
    {
        "superset id", "set index", "set type", "reps", "duration seconds", "rpe", *_LOADS,
        *_DISTANCES,
    }
)  # fmt: skip


class _Set(NamedTuple):
    """What the cells of a set say, read once for all rows that have the same."""

    number: int | None
    group: str
    slot: Slot


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is Hevy's list of workouts."""
    found = set(names(header))
    return found >= _NEEDED and bool(found & _LOADS.keys())


def read(
    table: Table, today: date, answers: Answers = NO_ANSWERS, should_stop: Callable[[], bool] = never
) -> TrainingTable:
    """Read all rows of a table that `matches`. today: later days are refused. answers: to what the file leaves open.

    Raises UserError when hardly anything can be read, Cancelled when asked to stop.
    """
    log = Log(SOURCE, tr("Hevy workouts"), today, answers)
    log.leave_columns(name for name in table.header if plain(name) not in _KNOWN)
    reader = _Reader(log, table.header)
    for line, cells in log.rows(table):
        reader.take(line, cells)
    return log.finish(should_stop=should_stop)


class _Reader:
    """Takes one row after the other."""

    def __init__(self, log: Log, header: tuple[str, ...]) -> None:
        self._log = log
        self._at = at = places(names(header))
        self._start, self._exercise = at["start time"], at["exercise title"]
        self._title, self._end = at.get("title"), at.get("end time")
        self._description, self._note = at.get("description"), at.get("exercise notes")
        self._cells_of_set = itemgetter(*(index for name, index in at.items() if name in _OF_SET))
        self._sets: dict[tuple[bool, bool, tuple[str, ...]], _Set] = {}

    def take(self, line: int, cells: tuple[str, ...]) -> None:
        """Put a row where it belongs, or report it."""
        name, helped, hangs = named(cells[self._exercise])
        key = (helped, hangs, self._cells_of_set(cells))
        found = self._sets.get(key)
        if found is None:
            found = self._sets[key] = self._read(cells, helped, hangs)
        number, group, slot = found
        if not name:
            self._log.skip_nameless(line, cells)
            return
        title = "" if self._title is None else cells[self._title].strip()
        place = self._log.put(line, cells[self._start], title, name, number, slot, group)
        if place is None:
            self._log.skip_repeated(line, cells)
            return
        draft, block = place
        if self._end is not None and not draft.end:
            draft.end = cells[self._end]
        if self._description is not None and cells[self._description]:
            draft.note(_lines(cells[self._description]))
        if self._note is not None and cells[self._note]:
            block.note(_lines(cells[self._note]))

    def _read(self, cells: tuple[str, ...], helped: bool, hangs: bool) -> _Set:
        def cell(column: str) -> str:
            return cells[self._at[column]].strip() if column in self._at else ""

        index, kind = cell("set index"), plain(cell("set type"))
        load, unit = _first(cell, _LOADS)
        distance, distance_unit = _first(cell, _DISTANCES)
        raw = RawSet(
            _KINDS.get(kind, LoggedKind.NORMAL),
            load,
            unit,
            cell("reps"),
            cell("duration seconds"),
            distance,
            METRES_IN.get(distance_unit, 1.0),
            cell("rpe"),
            "",
            helped,
            hangs,
            "" if kind in _KINDS else cell("set type"),
        )
        number = int(index) if index.isdecimal() and len(index) < 7 else None
        return _Set(number, cell("superset id"), self._log.slot(raw))


def _first(cell: Callable[[str], str], columns: dict[str, str]) -> tuple[str, str]:
    """The first of these columns that holds something, and its unit."""
    for column, unit in columns.items():
        if text := cell(column):
            return text, unit
    return "", ""


def _lines(text: str) -> str:
    """A note whose line ends may be written as letters."""
    return text.replace("\\r\\n", "\n").replace("\\n", "\n").replace("\r\n", "\n")
