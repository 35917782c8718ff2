"""StrongLifts' exports: the old one with a row a workout, and the new one with a row an exercise.

Owns what their columns mean. It must not put sets together (`training_draft`) nor read numbers (`training_sets`). The
old one has days as MM/DD/YY or DD/MM/YY under the same header, and each of its rows is a workout of its own; the
new one says the order of its days in the header. Loads stand in a column of kg and one of lb, one of them empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from legwork.domain.log.sets import LoggedKind
from legwork.errors import UserError
from legwork.formats.dates import DateOrder, read_time
from legwork.formats.load_units import UNIT_NAMES
from legwork.formats.text import Table, never
from legwork.formats.training_draft import Draft, Slot
from legwork.formats.training_header import heading
from legwork.formats.training_log import Log
from legwork.formats.training_records import NO_ANSWERS, Answers, TrainingTable
from legwork.formats.training_sets import RawSet, named
from legwork.formats.training_times import read_span
from legwork.i18n import tr

SOURCE = "stronglifts"

_EXERCISE, _SET = re.compile(r"exercise \d{1,3}"), re.compile(r"set (\d{1,3})")
_TIMES = ("time", "seconds", "sec", "s")
_DERIVED = ("sets x reps", "setsxreps", "sets×reps", "setsxtime", "sets×time", "top set", "e1rm", "reps", "volume",
            "workout volume")  # fmt: skip
"""Columns that only add up what the sets say."""


class _Block(NamedTuple):
    """An exercise of the old layout: where its name, its loads with their units, and its sets stand."""

    name: int
    loads: list[tuple[int, str]]
    sets: list[int]


class _Old(NamedTuple):
    date: int
    note: int
    blocks: tuple[_Block, ...]
    left: tuple[str, ...]


class _New(NamedTuple):
    """The new layout. at: where each column stands. sets: number -> where its reps, seconds and loads stand."""

    at: dict[str, int]
    sets: dict[int, dict[str, int]]
    order: DateOrder | None
    left: tuple[str, ...]


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is one of StrongLifts', old or new."""
    header = tuple(header)
    return _old(header) is not None or _new(header) is not None


def read(
    table: Table, today: date, answers: Answers = NO_ANSWERS, should_stop: Callable[[], bool] = never
) -> TrainingTable:
    """Read all rows of a table that `matches`. today: later days are refused. answers: to what the file leaves open.

    Raises UserError when hardly anything can be read, Cancelled when asked to stop.
    """
    log = Log(SOURCE, tr("StrongLifts workouts"), today, answers)
    old, new = _old(table.header), _new(table.header)
    if old is not None:
        _read_old(log, old, table)
    elif new is not None:
        _read_new(log, new, table)
    return log.finish(should_stop=should_stop)


@lru_cache(maxsize=64)
def _old(header: tuple[str, ...]) -> _Old | None:
    day = note = -1
    blocks: list[_Block] = []
    left: list[str] = []
    for index, title in enumerate(header):
        name, unit = heading(title)
        if name == "date" and day < 0:
            day = index
        elif name in ("note", "notes") and note < 0:
            note = index
        elif _EXERCISE.fullmatch(name):
            blocks.append(_Block(index, [], []))
        elif blocks and name == "weight":
            blocks[-1].loads.append((index, UNIT_NAMES.get(unit, "")))
        elif blocks and _SET.fullmatch(name) and not unit:
            blocks[-1].sets.append(index)
        else:
            left.append(title)
    found = day >= 0 and blocks and all(block.sets for block in blocks)
    return _Old(day, note, tuple(blocks), tuple(left)) if found else None


def _read_old(log: Log, columns: _Old, table: Table) -> None:
    log.leave_columns(columns.left)
    seen: set[tuple[str, ...]] = set()

    def shortened_row(cells: tuple[str, ...]) -> tuple[str, ...]:
        return cells

    for line, cells in log.rows(table, shortened_row):
        if cells in seen:
            log.skip_repeated(line, cells)
            continue
        seen.add(cells)
        draft = log.draft(line, cells[columns.date].strip(), "", key=line)
        if columns.note >= 0:
            draft.note(cells[columns.note])
        for block in columns.blocks:
            _take_old(log, draft, line, cells, block)
        beyond = [cell for cell in cells[len(table.header) :] if cell.strip()]
        if beyond:
            log.skip(line, ", ".join(beyond), tr("These values stand beyond the last column."))


def _take_old(log: Log, draft: Draft, line: int, cells: tuple[str, ...], block: _Block) -> None:
    name = cells[block.name].strip()
    filled = [(number, cells[index].strip()) for number, index in enumerate(block.sets, 1) if cells[index].strip()]
    load, unit = next(((cells[index].strip(), unit) for index, unit in block.loads if cells[index].strip()), ("", ""))
    if not name or not filled:
        if name or filled:
            reason = tr("There is no exercise.") if filled else tr("Planned, but no set was done.")
            log.skip(line, f"{draft.when}, {name} {load} {unit}", reason)
        return
    made = draft.open(name)
    for number, reps in filled:
        made.add(line, number, log.slot(_raw(name, load, unit, reps, "")))


def _raw(name: str, load: str, unit: str, reps: str, seconds: str) -> RawSet:
    _, helped, hangs = named(name)
    return RawSet(LoggedKind.NORMAL, load, unit, reps, seconds, helped=helped, hangs=hangs)


@lru_cache(maxsize=64)
def _new(header: tuple[str, ...]) -> _New | None:
    at: dict[str, int] = {}
    sets: dict[int, dict[str, int]] = {}
    order = None
    left: list[str] = []
    for index, title in enumerate(header):
        name, unit = heading(title)
        part = _SET.fullmatch(name)
        if part:
            what = "reps" if unit == "reps" else "time" if unit in _TIMES else UNIT_NAMES.get(unit, "")
            if what:
                sets.setdefault(int(part[1]), {}).setdefault(what, index)
                continue
        if name == "date":
            order = {"dd": DateOrder.DAY_FIRST, "mm": DateOrder.MONTH_FIRST}.get(unit[:2])
        if name in (
            "date",
            "workout",
            "workout name",
            "exercise",
            "duration",
            "start time",
            "end time",
            "notes",
            "note",
        ):
            at.setdefault("notes" if name == "note" else name, index)
        elif not name.startswith(_DERIVED):
            left.append(title)
    sets = {number: where for number, where in sorted(sets.items()) if "reps" in where or "time" in where}
    return _New(at, sets, order, tuple(left)) if at.keys() >= {"date", "exercise"} and sets else None


def _read_new(log: Log, columns: _New, table: Table) -> None:
    log.leave_columns(columns.left)
    log.order = columns.order
    for line, cells in log.rows(table):
        _take_new(log, columns, line, cells)


def _take_new(log: Log, columns: _New, line: int, cells: tuple[str, ...]) -> None:
    at = columns.at

    def cell(column: str) -> str:
        return cells[at[column]].strip() if column in at else ""

    name = cell("exercise")
    if not name:
        log.skip_nameless(line, cells)
        return
    when = f"{cell('date')} {cell('start time')}".strip()
    key = (cell("date"), cell("workout"), cell("start time"), cell("workout name"))
    draft = log.draft(line, when, cell("workout name"), key)
    slots: list[tuple[int, Slot]] = []
    for number, where in columns.sets.items():
        reps = cells[where["reps"]].strip() if "reps" in where else ""
        seconds = cells[where["time"]].strip() if "time" in where else ""
        if reps or seconds:
            loads = ((cells[where[unit]].strip(), unit) for unit in ("kg", "lb") if unit in where)
            load, unit = next((one for one in loads if one[0]), ("", ""))
            slots.append((number, log.slot(_raw(name, load, unit, reps, seconds))))
    if not slots:
        log.skip(line, f"{when}, {name}", tr("Planned, but no set was done."))
        return
    if all(draft.again(name, number, slot) for number, slot in slots):
        log.skip_repeated(line, cells)
        return
    draft.note(cell("notes"))
    if draft.seconds is None:
        draft.seconds = _length(cell("start time"), cell("end time"), cell("duration"))
    block = draft.open(name)
    for number, slot in slots:
        block.add(line, number, slot)


def _length(start: str, end: str, hours: str) -> int | None:
    """Seconds from start to end by the clock, past midnight too; else the hours, which are rounded to a tenth."""
    try:
        begun, ended = read_time(f", {start}"), read_time(f", {end}")
    except UserError:
        begun = ended = None
    if begun is not None and ended is not None:
        minutes = (ended.hour - begun.hour) * 60 + ended.minute - begun.minute
        return minutes % (24 * 60) * 60
    return read_span(hours, 3600) if hours else None
