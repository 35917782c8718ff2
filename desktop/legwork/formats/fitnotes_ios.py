"""Fit Notes for the iPhone: one row a set, times in UTC, decimal commas in quotes, planned sets beside done ones.

Owns what its columns mean. It must not put workouts together (`training_draft`) nor read numbers (`training_sets`).
It shares nothing but the name with FitNotes for Android.

Seen in files: the columns `Name,StartTime,EndTime,BodyWeight,Exercise,Equipment,Reps,Weight,Time,Distance,Status,
IsWarmup,RPE,RIR,Categories,Note` and shorter rows of them; Status `Done`, `Failed`, `NotStarted`, `Pending`. Answered
here, because the file leaves it open:

- No unit stands anywhere, so the person is asked.
- The equipment stands beside the exercise; together they are the name by which other programs know it.
- A set that failed is one after which no rep was left.
- A time with one rep, or none, is a hold, and the rep is no rep.
- 0 reps in reserve in every row is a column that nobody filled in.
- The body weight of a workout is repeated in each row and mostly not of that day, so it is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from legwork.domain.log.sets import LoggedKind
from legwork.formats.text import Table, never
from legwork.formats.training_header import names, places
from legwork.formats.training_log import Log
from legwork.formats.training_records import NO_ANSWERS, Answers, TrainingTable
from legwork.formats.training_sets import RawSet, named
from legwork.i18n import tr

SOURCE = "fitnotes_ios"

_NEEDED = frozenset({"starttime", "exercise", "reps", "weight", "status"})
_KNOWN = _NEEDED | {"name", "endtime", "equipment", "time", "distance", "iswarmup", "rpe", "rir", "categories", "note"}
_PLANNED = frozenset({"notstarted", "not started", "pending", "inprogress", "in progress", "skipped"})
_NO_EQUIPMENT = frozenset({"", "none", "bodyweight", "body weight", "other"})
_YES = frozenset({"true", "1", "yes"})


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is that of Fit Notes for the iPhone."""
    return {*names(header)} >= _NEEDED


def read(
    table: Table, today: date, answers: Answers = NO_ANSWERS, should_stop: Callable[[], bool] = never
) -> TrainingTable:
    """Read all rows of a table that `matches`. today: later days are refused. answers: to what the file leaves open.

    Raises UserError when hardly anything can be read, Cancelled when asked to stop.
    """
    log = Log(SOURCE, tr("Fit Notes (iPhone) workouts"), today, answers)
    found = names(table.header)
    log.leave_columns(title for title, name in zip(table.header, found, strict=True) if name not in _KNOWN)
    at = places(found)
    rows = list(log.rows(table))
    has_rir = "rir" in at and any(cells[at["rir"]].strip() not in ("0", "0.0", "0,0") for _, cells in rows)
    for line, cells in rows:
        _take(log, at, line, cells, has_rir)
    return log.finish(zero_is_blank=True, should_stop=should_stop)


def _take(log: Log, at: dict[str, int], line: int, cells: tuple[str, ...], has_rir: bool) -> None:
    def cell(column: str) -> str:
        return cells[at[column]].strip() if column in at else ""

    name, helped, hangs = named(_name(cell("exercise"), cell("equipment")))
    if not name:
        log.skip_nameless(line, cells)
        return
    when, status = cell("starttime"), cell("status").casefold()
    if status in _PLANNED:
        log.skip(line, f"{when}, {name}", tr("Planned, but no set was done."))
        return
    warm_up = cell("iswarmup").casefold() in _YES
    kind = LoggedKind.WARM_UP if warm_up else LoggedKind.FAILURE if status == "failed" else LoggedKind.NORMAL
    seconds, reps = cell("time"), cell("reps")
    if seconds.strip("0:., ") and reps in ("0", "1"):
        reps = ""
    rir = cell("rir") if has_rir else ""
    raw = RawSet(
        kind, cell("weight"), "", reps, seconds, cell("distance"), metres=0.0, rpe="" if rir else cell("rpe"), rir=rir,
        helped=helped, hangs=hangs,
    )  # fmt: skip
    draft = log.draft(line, when, cell("name"), unique_rows=False)
    draft.end = draft.end or cell("endtime")
    block = draft.block(name, None)
    block.add(line, None, log.slot(raw))
    block.note(cell("note"))


def _name(exercise: str, equipment: str) -> str:
    """ "Bench Press" and "Barbell" are the "Bench Press (Barbell)"; a name that says it already stays."""
    if not exercise or equipment.casefold() in _NO_EQUIPMENT or equipment.casefold() in exercise.casefold():
        return exercise
    return f"{exercise} ({equipment})"
