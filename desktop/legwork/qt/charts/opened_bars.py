"""Which bar a person wants to see behind: its series, its days and what it shows.

Owns this answer. It opens nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from legwork.qt.charts.read_out_rows import Row, rows_on
from legwork.qt.charts.sheet import Curve, Sheet


@dataclass(frozen=True)
class OpenedBar:
    """key, name: of the series; label: of the measure. period: which time, in words. first, last: its days. value:
    as it is read out."""

    key: str
    name: str
    label: str
    period: str
    first: date
    last: date
    value: str

    @classmethod
    def of(cls, curve: Curve, row: int) -> OpenedBar:
        """The bar of a curve in that row."""
        series, bars = curve.series, curve.series.bars
        assert bars is not None, "only bars are opened"
        days = int(bars.starts[row]), int(bars.stops[row]) - 1
        first, last = (date.fromordinal(day) for day in days)
        value = Row(curve, float(series.values[row]), None, row).value_text
        return cls(series.key, series.name, bars.label, bars.period(row), first, last, value)


def bars_read(sheet: Sheet) -> list[OpenedBar]:
    """The bars that are read out now, in the order of the series."""
    return [OpenedBar.of(row.curve, row.row) for row in rows_on(sheet) if row.row is not None]
