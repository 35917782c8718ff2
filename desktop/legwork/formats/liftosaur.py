"""Liftosaur's history as a table: one row a set, required and completed side by side, times in UTC, units a row.

Owns what Liftosaur's columns mean. It must not put workouts together (`training_draft`) nor read numbers
(`training_sets`). A row without completed reps was planned and not done, so it is no set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from legwork.domain.log.sets import LoggedKind
from legwork.formats.load_units import UNIT_NAMES
from legwork.formats.text import Table, never
from legwork.formats.training_header import names, places
from legwork.formats.training_log import Log
from legwork.formats.training_records import NO_ANSWERS, Answers, TrainingTable
from legwork.formats.training_sets import RawSet, named
from legwork.i18n import tr

SOURCE = "liftosaur"

_NEEDED = frozenset({"workout datetime", "exercise", "is warmup set?", "completed reps"})
_LOADS = (("completed weight value", "completed weight unit"), ("weight value", "weight unit"))
_RPES = ("completed rpe", "rpe")
_ASIDE = frozenset(
    {
        "program", "day name", "required reps", "is amrap?", "required rpe", "log rpe?", "required weight value",
        "required weight unit", "ask weight?", "completed reps time", "target muscles", "synergist muscles", "notes",
    }
)  # fmt: skip
"""Columns that are read beside the set, or only say what was planned."""


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is Liftosaur's history."""
    return {*names(header)} >= _NEEDED


def read(
    table: Table, today: date, answers: Answers = NO_ANSWERS, should_stop: Callable[[], bool] = never
) -> TrainingTable:
    """Read all rows of a table that `matches`. today: later days are refused. answers: to what the file leaves open.

    Raises UserError when hardly anything can be read, Cancelled when asked to stop.
    """
    log = Log(SOURCE, tr("Liftosaur workouts"), today, answers)
    found = names(table.header)
    known = _NEEDED | _ASIDE | {*_RPES} | {name for pair in _LOADS for name in pair}
    log.leave_columns(title for title, name in zip(table.header, found, strict=True) if name not in known)
    at = places(found)
    for line, cells in log.rows(table):
        _take(log, at, line, cells)
    return log.finish(should_stop=should_stop, in_order=False)


def _take(log: Log, at: dict[str, int], line: int, cells: tuple[str, ...]) -> None:
    def cell(column: str) -> str:
        return cells[at[column]].strip() if column in at else ""

    name, helped, hangs = named(cell("exercise"))
    if not name:
        log.skip_nameless(line, cells)
        return
    when, title = cell("workout datetime"), cell("day name")
    if not cell("completed reps"):
        log.skip(line, f"{when}, {name}", tr("Planned, but no set was done."))
        return
    load, unit = next(((cell(value), cell(unit)) for value, unit in _LOADS if cell(value)), ("", ""))
    kind = LoggedKind.WARM_UP if cell("is warmup set?") == "1" else LoggedKind.NORMAL
    rpe = next((cell(one) for one in _RPES if cell(one)), "")
    raw = RawSet(kind, load, UNIT_NAMES.get(unit.casefold(), ""), cell("completed reps"), rpe=rpe, helped=helped,
                 hangs=hangs)  # fmt: skip
    draft = log.draft(line, when, title, unique_rows=False)
    block = draft.block(name, None)
    block.add(line, None, log.slot(raw))
    if cell("notes"):
        block.note(cell("notes"))
