"""Garmin Connect's list of weighings: the day stands in a row of its own, the weighings of that day below it.

Owns putting the two together; reading the columns is `wide`'s affair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from legwork.domain.units import UnitSystem
from legwork.formats.records import MeasurementTable
from legwork.formats.text import Table, TableRow, never
from legwork.formats.training_records import NO_ANSWERS, Answers
from legwork.formats.wide import Layout, built_in, folded, read_wide
from legwork.i18n import tr

_MARKS = frozenset({"time", "weight", "change", "bmi"})


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is such a list."""
    return {folded(name) for name in header} >= _MARKS


def read(
    table: Table, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> MeasurementTable:
    """Read a table that `matches`, as `read_wide`. A weighing before any day has none."""
    names = [folded(name) for name in table.header]
    time, weight = names.index("time"), names.index("weight")
    meanings = {weight: built_in("body_weight", "Weight", UnitSystem.METRIC)}
    if "body_fat" in names:
        meanings[names.index("body_fat")] = built_in("body_fat", "Body fat")
    layout = Layout("garmin", tr("Garmin weight"), time, meanings, frozenset({names.index("change")}))
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
