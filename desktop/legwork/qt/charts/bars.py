"""Values that stand as bars: over which days each stretches, from where to where it is drawn, what is held beside it.

Owns the value type, and the way from the weeks of a measure to the bars of a view. It must know nothing of Qt or of
colours.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from legwork.domain.averages import Bucket
from legwork.domain.days import full_day, month_of
from legwork.i18n import tr
from legwork.services.measure_series import Guide, MeasureSeries, Part, Weeks

if TYPE_CHECKING:
    from collections.abc import Iterable

    Days = npt.NDArray[np.int64]
    Floats = npt.NDArray[np.float64]
    Flags = npt.NDArray[np.bool_]

_WEEK, _MIDDLE = 7, 3


@dataclass(frozen=True, eq=False)
class Bars:
    """The bars of one series, in the order of their days; arrays of one length.

    starts: the first day of each (ordinal); stops: the day behind its last one. base, top: its ends, in the unit of the
    series; below zero where it hangs. unfinished: its time is not over. light: drawn lighter, as what counts in part.
    hanging: it goes down from zero. monthly: each is the mean week of a month. short: its name among the bars of one
    measure, label: that of the measure. said: each in words, or nothing.
    """

    starts: Days
    stops: Days
    base: Floats
    top: Floats
    unfinished: Flags
    light: bool
    hanging: bool
    monthly: bool
    short: str
    label: str = ""
    said: tuple[str, ...] = ()
    guides: tuple[Guide, ...] = ()

    @cached_property
    def _first_days(self) -> list[int]:
        listed: list[int] = self.starts.tolist()
        return listed

    @cached_property
    def _behind(self) -> list[int]:
        listed: list[int] = self.stops.tolist()
        return listed

    def within(self, start: float, end: float) -> tuple[int, int]:
        """The run [from, to) of bars of which start..end shows something."""
        return bisect_right(self._behind, start), bisect_left(self._first_days, end)

    def row_on(self, day: float) -> int | None:
        """The bar that stands over a day; None between bars."""
        row = bisect_right(self._first_days, day) - 1
        return row if row >= 0 and day < self._behind[row] else None

    def extent(self, start: float, end: float) -> tuple[float, float] | None:
        """Lowest and highest of what start..end shows, zero and guides with it; None when it shows no bar."""
        first, stop = self.within(start, end)
        if first >= stop:
            return None
        ends = [0.0, *(float(edge) for one in (self.base, self.top) for edge in (one[first:stop].min(),
                one[first:stop].max()))]  # fmt: skip
        sign = -1 if self.hanging else 1
        ends += [sign * edge for one in self.guides if one.since < end for edge in (one.low, one.high)]
        return min(ends), max(ends)

    def period(self, row: int) -> str:
        """What a bar stands for: "week from 9 Mar 2026", "mean week of Mar 2026"."""
        first = date.fromordinal(self._first_days[row])
        if self.monthly:
            return tr("Mean week of {month}", month=month_of(date.fromordinal(self._first_days[row] + _MIDDLE)))
        return tr("Week from {day}", day=full_day(first))


def bars_of(one: MeasureSeries, weeks: Weeks, bucket: Bucket, *, mirrored: bool) -> tuple[Days, Floats, Bars]:
    """The bars of a series of weeks: the day on which each is read (its middle), its value, and how it stands.

    bucket: MONTH gathers the weeks whose Thursday lies in one month; the week that is running takes no part in a mean.
    mirrored: what belongs to the upper body hangs from zero instead of standing on what belongs to the legs.
    """
    hanging = mirrored and weeks.part is Part.UPPER
    groups = _months(one.days, weeks.running) if bucket is Bucket.MONTH else [[row] for row in range(len(one.days))]
    values = _means(one.values, groups)
    below = _means(weeks.below, groups) if weeks.below and not hanging else np.zeros(len(groups))
    starts = np.array([one.days[rows[0]] for rows in groups], dtype=np.int64)
    stops = np.array([one.days[rows[-1]] + _WEEK for rows in groups], dtype=np.int64)
    stacked = bool(weeks.below) and not hanging
    bars = Bars(
        starts,
        stops,
        below,
        -values if hanging else below + values,
        np.array([one.days[rows[-1]] >= weeks.running for rows in groups], dtype=np.bool_),
        weeks.part is Part.INDIRECT,
        hanging,
        bucket is Bucket.MONTH,
        weeks.part_name,
        weeks.label,
        weeks.said if bucket is not Bucket.MONTH else (),
        () if stacked else weeks.guides,  # on top of something else a line at a height of its own says nothing
    )
    return (starts + stops - 1) // 2, values, bars


def _months(days: Iterable[int], running: int) -> list[list[int]]:
    """Rows of weeks by month; weeks that are not over stand alone, behind all others, when their month has no other."""
    found: dict[tuple[int, int], list[int]] = {}
    late: dict[tuple[int, int], list[int]] = {}
    for row, day in enumerate(days):
        middle = date.fromordinal(day + _MIDDLE)
        (found if day < running else late).setdefault((middle.year, middle.month), []).append(row)
    return [*found.values(), *(rows for month, rows in late.items() if month not in found)]


def _means(values: tuple[float, ...], groups: list[list[int]]) -> Floats:
    column = np.array(values, dtype=np.float64)
    return np.array([float(column[rows].mean()) for rows in groups], dtype=np.float64)
