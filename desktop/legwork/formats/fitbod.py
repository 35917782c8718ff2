"""Fitbod's workout export: one row a set, always in kilograms unless the header says otherwise, times in UTC.

Owns what Fitbod's columns mean. It must not put workouts together (`training_draft`) nor read numbers
(`training_sets`). Some versions stamp every set with the start of its workout, others with its own time: sets that
follow each other within GAP_HOURS are one workout. The multiplier says that a load is held in each hand, which
Legwork knows of the exercise itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from legwork.domain.log.sets import LoggedKind
from legwork.errors import UserError
from legwork.formats.load_units import KG, UNIT_NAMES
from legwork.formats.text import Table, never
from legwork.formats.training_header import heading, places
from legwork.formats.training_log import Log
from legwork.formats.training_records import NO_ANSWERS, Answers, TrainingTable
from legwork.formats.training_sets import METRES_IN, RawSet, named
from legwork.formats.training_times import read_moment
from legwork.i18n import tr

SOURCE = "fitbod"

GAP_HOURS = 3
"""Sets that lie farther apart are of two workouts (convention)."""

_NEEDED = frozenset({"date", "exercise", "reps", "weight", "iswarmup"})
_KNOWN = _NEEDED | {"duration", "distance", "note", "multiplier"}
_UNIT_COLUMNS = frozenset({"unit", "units", "weight unit", "weightunit", "weight units", "load unit"})
_YES = frozenset({"true", "1", "yes"})


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is Fitbod's list of sets. Others have such columns too: it is Fitbod's where the
    header names the unit of the loads or has its multiplier, and where no other column tells a unit."""
    found = [heading(name) for name in header]
    names = {one.name for one in found}
    sure = "multiplier" in names or any(one.name == "weight" and one.unit in UNIT_NAMES for one in found)
    return names >= _NEEDED and sure and not names & _UNIT_COLUMNS


def read(
    table: Table, today: date, answers: Answers = NO_ANSWERS, should_stop: Callable[[], bool] = never
) -> TrainingTable:
    """Read all rows of a table that `matches`. today: later days are refused. answers: to what the file leaves open.

    Raises UserError when hardly anything can be read, Cancelled when asked to stop.
    """
    log = Log(SOURCE, tr("Fitbod workouts"), today, answers)
    log.leave_columns(name for name in table.header if heading(name).name not in _KNOWN)
    reader = _Reader(log, table.header, today, answers)
    for line, cells in log.rows(table):
        reader.take(line, cells)
    return log.finish(zero_is_blank=True, should_stop=should_stop, in_order=False)


class _Reader:
    """Takes one row after the other."""

    def __init__(self, log: Log, header: tuple[str, ...], today: date, answers: Answers) -> None:
        self._log, self._today, self._answers = log, today, answers
        self._at = places(heading(name).name for name in header)
        self._unit = UNIT_NAMES.get(heading(header[self._at["weight"]]).unit, KG)
        self._metres = METRES_IN.get(heading(header[self._at["distance"]]).unit, 1.0) if "distance" in self._at else 1.0
        self._workout = ""
        self._before: datetime | None = None

    def take(self, line: int, cells: tuple[str, ...]) -> None:
        """Put a row where it belongs, or report it."""
        name, helped, hangs = named(self._cell(cells, "exercise"))
        if not name:
            self._log.skip_nameless(line, cells)
            return
        when = self._cell(cells, "date")
        try:
            moment = read_moment(when, self._today, self._log.order, self._answers.zone).start
        except UserError as error:
            self._log.skip(line, ", ".join(cells), str(error))
            return
        if self._before is None or abs(moment - self._before) > timedelta(hours=GAP_HOURS):
            self._workout = when
        self._before = moment
        kind = LoggedKind.WARM_UP if self._cell(cells, "iswarmup").casefold() in _YES else LoggedKind.NORMAL
        raw = RawSet(
            kind, self._cell(cells, "weight"), self._unit, self._cell(cells, "reps"), self._cell(cells, "duration"),
            self._cell(cells, "distance"), self._metres, note=self._cell(cells, "note"), helped=helped, hangs=hangs,
        )  # fmt: skip
        draft = self._log.draft(line, self._workout, "", key=self._workout, unique_rows=False)
        draft.when = min(draft.when, when)
        draft.block(name, None).add(line, None, self._log.slot(raw))

    def _cell(self, cells: tuple[str, ...], column: str) -> str:
        return cells[self._at[column]].strip() if column in self._at else ""
