"""Garmin Connect's list of weighings: the day stands in a row of its own, the weighings of that day below it.

Owns putting the two together; reading the columns is `wide`'s affair.

The headings are in the language of the account, in one order: the time, the weight, its change, the body mass index,
the body fat. In other languages than English they are told by that order and by what weights and times are called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from legwork.domain.units import UnitSystem
from legwork.formats.mapping import Role
from legwork.formats.mapping_words import measure_in, roles_in
from legwork.formats.records import MeasurementTable
from legwork.formats.text import Table, TableRow, never
from legwork.formats.training_records import NO_ANSWERS, Answers
from legwork.formats.wide import Layout, built_in, folded, read_wide
from legwork.i18n import tr

_MARKS = frozenset({"time", "weight", "change", "bmi"})
_INDICES = frozenset({"bmi", "imc", "vki", "имт"})
_TIMES = frozenset({"temps", "tiempo", "tempo"})
"""A time of day, beside what tables kept by hand call it."""


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is such a list."""
    names = list(header)
    return {folded(name) for name in names} >= _MARKS or _is_translated(names)


def _is_translated(names: Sequence[str]) -> bool:
    if len(names) < 8 or folded(names[3]) not in _INDICES:
        return False
    is_time = Role.TIME in roles_in(names[0]) or folded(names[0]) in _TIMES
    return is_time and _holds(names[1], "body_weight") and _holds(names[4], "body_fat")


def _holds(name: str, site: str) -> bool:
    measure = measure_in(name)
    return measure is not None and measure.what == site


def read(
    table: Table, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> MeasurementTable:
    """Read a table that `matches`, as `read_wide`. A weighing before any day has none."""
    names = [folded(name) for name in table.header]
    english = {*names} >= _MARKS
    time, weight, change = (names.index(one) for one in ("time", "weight", "change")) if english else (0, 1, 2)
    meanings = {weight: built_in("body_weight", "Weight", UnitSystem.METRIC)}
    if not english or "body_fat" in names:
        meanings[names.index("body_fat") if english else 4] = built_in("body_fat", "Body fat")
    layout = Layout("garmin", tr("Garmin weight"), time, meanings, frozenset({change}))
    return read_wide(table, layout, today, should_stop, _Days(time).on_its_day, answers)


class _Days:
    """Gives each weighing the day that stands above it."""

    def __init__(self, time: int) -> None:
        self._time = time
        self._day = ""

    def on_its_day(self, line: TableRow) -> TableRow | None:
        """A weighing with its day before its time; None for a row that only names a day."""
        cells, time = line.cells, self._time
        if len(cells) <= time or line.problem:
            return line
        if not any(cell.strip() for index, cell in enumerate(cells) if index != time):
            self._day = cells[time].strip()
            return None
        return TableRow(line.line, (*cells[:time], f"{self._day}, {cells[time].strip()}", *cells[time + 1 :]))
