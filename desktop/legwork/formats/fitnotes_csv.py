"""FitNotes' workout export as a table: one row a set, only the day of each.

Owns what FitNotes' columns mean, on Android and on iOS, and how its rows are put right: a comma in the name of an
exercise is not quoted, so such a row has a cell too many. It must not put workouts together (`training_draft`) nor
read numbers (`training_sets`). An exercise is there once a day, as in the
app, and the days follow each other: a day that comes again is a copy.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from legwork.domain.log.sets import LoggedKind
from legwork.formats.load_units import KG, LB, UNIT_NAMES
from legwork.formats.text import Table, never
from legwork.formats.training_draft import Slot
from legwork.formats.training_header import heading
from legwork.formats.training_log import Log
from legwork.formats.training_records import FITNOTES, NO_ANSWERS, Answers, TrainingTable
from legwork.formats.training_sets import METRES_IN, RawSet, named
from legwork.formats.training_times import read_span
from legwork.i18n import tr

SOURCE = FITNOTES

_NEEDED = frozenset({"date", "exercise", "category", "reps"})
_OTHERS = frozenset({"iswarmup", "is warmup", "status", "workout name", "set order"})
"""Columns of programs whose files look alike."""

_FIELDS = {
    "date": "date", "exercise": "exercise", "category": "category", "weight unit": "unit", "reps": "reps",
    "distance": "distance", "distance unit": "distance_unit", "time": "time", "comment": "note", "comments": "note",
    "notes": "note", "kind": "kind",
}  # fmt: skip


class _Columns(NamedTuple):
    """at: where each field stands. loads: where loads stand, each with its unit, "" for none."""

    at: dict[str, int]
    loads: tuple[tuple[int, str], ...]
    width: int


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is FitNotes' list of workouts."""
    columns = _columns(tuple(header))
    return (
        columns.at.keys() >= _NEEDED
        and bool(columns.loads)
        and not any(heading(name).name in _OTHERS for name in header)
    )


def read(
    table: Table, today: date, answers: Answers = NO_ANSWERS, should_stop: Callable[[], bool] = never
) -> TrainingTable:
    """Read all rows of a table that `matches`. today: later days are refused. answers: to what the file leaves open.

    Raises UserError when hardly anything can be read, Cancelled when asked to stop.
    """
    columns = _columns(table.header)
    log = Log(SOURCE, tr("FitNotes workouts"), today, answers)
    known = {*columns.at.values(), *(index for index, _ in columns.loads)} - {columns.at["category"]}
    log.leave_columns(name for index, name in enumerate(table.header) if index not in known)

    def repair(cells: tuple[str, ...]) -> tuple[str, ...] | None:
        return _repaired(columns, cells)

    at = columns.at
    of_set = itemgetter(*(index for index in known if index not in (at["date"], at["exercise"])))
    sets: dict[tuple[bool, bool, tuple[str, ...]], Slot] = {}
    for line, cells in log.rows(table, repair):
        name, helped, hangs = named(cells[at["exercise"]])
        if not name:
            log.skip_nameless(line, cells)
            continue
        key = (helped, hangs, of_set(cells))
        slot = sets.get(key)
        if slot is None:
            slot = sets[key] = log.slot(_set(columns, cells)._replace(helped=helped, hangs=hangs))
        draft = log.draft(line, cells[at["date"]].strip(), "")
        if draft.again(name, None, slot):
            log.skip_repeated(line, cells)
        else:
            (draft.latest.get(name) or draft.open(name)).add(line, None, slot)
    return log.finish(should_stop=should_stop)


@lru_cache(maxsize=64)
def _columns(header: tuple[str, ...]) -> _Columns:
    at: dict[str, int] = {}
    loads: list[tuple[int, str]] = []
    for index, name in enumerate(header):
        found, unit = heading(name)
        if found == "weight":
            loads.append((index, UNIT_NAMES.get(unit, "")))
        elif found in _FIELDS:
            at.setdefault(_FIELDS[found], index)
    return _Columns(at, tuple(loads), len(header))


def _set(columns: _Columns, cells: tuple[str, ...]) -> RawSet:
    def cell(field: str) -> str:
        return cells[columns.at[field]].strip() if field in columns.at else ""

    load, unit = _load(columns, cells)
    return RawSet(
        LoggedKind.NORMAL,
        load,
        cell("unit") or unit,
        cell("reps"),
        cell("time"),
        cell("distance"),
        METRES_IN.get(cell("distance_unit").casefold(), METRES_IN["km"]),
        note=cell("note"),
    )


def _load(columns: _Columns, cells: tuple[str, ...]) -> tuple[str, str]:
    """The load and the unit of its column. Of two that say the same, the rounder one was typed."""
    filled = [(cells[index].strip(), unit) for index, unit in columns.loads if cells[index].strip()]
    if len(filled) == 2 and {unit for _, unit in filled} == {KG, LB}:
        return min(filled, key=lambda one: (_roughness(one[0]), one[1] != KG))
    return filled[0] if filled else ("", columns.loads[0][1])


def _roughness(text: str) -> int:
    """How far a number is from steps of plates: 0 for multiples of 1.25, 1 for tenths, 2 for others."""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return 3
    if not math.isfinite(number):
        return 3
    if number % 1.25 == 0 or number % 1 == 0:
        return 0
    return 1 if abs(number * 10 - round(number * 10)) < 1e-6 else 2


def _repaired(columns: _Columns, cells: tuple[str, ...]) -> tuple[str, ...] | None:
    """The row with the commas back in the exercise's name, or in the comment that ends it; None if neither fits."""
    name, last = columns.at["exercise"], columns.width - 1
    note_is_last = columns.at.get("note") == last
    for more in range(len(cells) - columns.width, -1, -1):
        found = (*cells[:name], ",".join(cells[name : name + more + 1]), *cells[name + more + 1 :])
        if len(found) > columns.width and any(found[columns.width :]):
            if not note_is_last:
                continue
            found = (*found[:last], ",".join(found[last:]))
        if _makes_sense(columns, found):
            return found
    return None


def _makes_sense(columns: _Columns, cells: tuple[str, ...]) -> bool:
    at = columns.at
    numbers = [cells[index] for index, _ in columns.loads]
    numbers += [cells[at[field]] for field in ("reps", "distance") if field in at]
    span = cells[at["time"]].strip() if "time" in at else ""
    return (
        all(not text.strip() or _roughness(text) < 3 for text in numbers)
        and ("unit" not in at or cells[at["unit"]].strip().casefold() in ("", *UNIT_NAMES))
        and (not span or read_span(span) is not None)
    )
