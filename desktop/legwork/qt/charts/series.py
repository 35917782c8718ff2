"""What a chart draws: one line of readings, and what can be asked of it in days and display units.

Owns the value types `Series` and `Line`, gaps and words. It must know nothing of Qt, pyqtgraph or colours, so that
the table beside a chart, the printer and the screen reader can use it without importing any of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from legwork.domain.days import SHORT_WEEKDAYS, full_day
from legwork.domain.measures import number_text, value_text
from legwork.domain.sites import Side, with_side
from legwork.i18n import mark, ntr, tr
from legwork.qt.charts.bars import Bars
from legwork.qt.charts.prospects import Prospect

Days = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

GAP_DAYS = 120
"""Readings farther apart are not joined by a line: nobody knows what happened in between (convention)."""

GIRTH_UNITS = ("cm", "in")

_SHORT = {Side.NONE: mark("{site}"), Side.LEFT: mark("{site} L"), Side.RIGHT: mark("{site} R")}


class Vertices(NamedTuple):
    """A line with some of its vertices; joined: whether each is joined to the next, one shorter than the others.

    ordinals: the days again, as a list.
    """

    days: Days
    level: Floats
    low: Floats
    high: Floats
    joined: Bools
    ordinals: list[int]

    def within(self, start: float, end: float) -> tuple[int, int]:
        """The run [from, to) of vertices that start..end needs: one more at each end."""
        return max(bisect_right(self.ordinals, start) - 1, 0), bisect_left(self.ordinals, end) + 1


@dataclass(frozen=True, eq=False)
class Line:
    """The trend: level and band on days in ascending order. NaN in low and high: no band is known there.

    known: vertices up to this number come from readings; those behind it look ahead.
    """

    days: Days
    level: Floats
    low: Floats
    high: Floats
    known: int

    @classmethod
    def empty(cls) -> Line:
        """No line."""
        none = np.empty(0)
        return cls(np.empty(0, dtype=np.int64), none, none, none, 0)

    @cached_property
    def joined(self) -> Bools:
        """Whether each vertex is joined to the next: not across a gap longer than GAP_DAYS, but always ahead."""
        joined: Bools = np.diff(self.days) <= GAP_DAYS
        joined[max(self.known - 1, 0) :] = True
        return joined

    def thinned(self, stride: int) -> Vertices:
        """Every `stride`-th vertex. The ends of every unbroken run are kept.

        Remembered, because a pan asks for the same again and again.
        """
        if stride not in self._thinned:
            whole = Vertices(self.days, self.level, self.low, self.high, self.joined, self.ordinals)
            if stride > 1 and len(self.days) > 2:
                kept = np.zeros(len(self.days), dtype=np.bool_)
                kept[::stride] = kept[-1] = True
                kept[:-1] |= ~self.joined
                kept[1:] |= ~self.joined
                kept[max(self.known - 1, 0) :] = True
                rows = np.flatnonzero(kept)
                whole = Vertices(
                    self.days[rows],
                    self.level[rows],
                    self.low[rows],
                    self.high[rows],
                    self.joined[rows[:-1]],
                    _listed(self.days[rows]),
                )
            self._thinned[stride] = whole
        return self._thinned[stride]

    @cached_property
    def ordinals(self) -> list[int]:
        """The days as a list: searching it is many times faster than searching an array of whole numbers."""
        return _listed(self.days)

    @cached_property
    def floor(self) -> Floats:
        """The lower edge of all that is drawn."""
        return np.fmin(self.level, self.low)

    @cached_property
    def ceiling(self) -> Floats:
        """The upper edge of all that is drawn."""
        return np.fmax(self.level, self.high)

    @cached_property
    def _thinned(self) -> dict[int, Vertices]:
        return {}

    def at(self, day: float) -> float | None:
        """Height of the drawn line on `day`; None where no line is drawn."""
        after = bisect_left(self.ordinals, day)
        if after == len(self.ordinals) or (after == 0 and self.ordinals[0] != day):
            return None
        if self.ordinals[after] == day:
            return float(self.level[after])
        if not self.joined[after - 1]:
            return None
        start, end = self.ordinals[after - 1 : after + 1]
        low, high = float(self.level[after - 1]), float(self.level[after])
        return low + (high - low) * (day - start) / (end - start)


class Aim(NamedTuple):
    """A goal: value in the unit of its series, and the day it is due (ordinal)."""

    value: float
    due: int


@dataclass(frozen=True, eq=False)
class Series:
    """One line of a chart. Rows are put in order of days, and rows without a finite value are left out.

    key: names it for good. label: as a person reads it, without the side. region: a `Region` value; decides the hue.
    days: `date.toordinal()`. values: readings in `unit`, the display unit. errors: half the length of each one's error
    bar, NaN where none is drawn; may be left out. aside: readings that the line does not heed; may be left out. bars:
    of values that stand as bars, one for each; their days are in order then. prospects: what may come, several ways.
    """

    key: str
    label: str
    region: str
    side: Side
    unit: str
    days: Days
    values: Floats
    errors: Floats = field(default_factory=lambda: np.empty(0))
    aside: Bools = field(default_factory=lambda: np.empty(0, dtype=np.bool_))
    line: Line = field(default_factory=Line.empty)
    aim: Aim | None = None
    bars: Bars | None = None
    prospects: tuple[Prospect, ...] = ()

    def __post_init__(self) -> None:
        days = np.asarray(self.days, dtype=np.int64)
        values = np.asarray(self.values, dtype=np.float64)
        errors = np.asarray(self.errors, dtype=np.float64) if len(self.errors) else np.full(len(days), np.nan)
        aside = np.asarray(self.aside, dtype=np.bool_) if len(self.aside) else np.zeros(len(days), dtype=np.bool_)
        order = np.argsort(days, kind="stable")
        order = order[np.isfinite(values[order])]
        for name, column in (("days", days), ("values", values), ("errors", errors), ("aside", aside)):
            object.__setattr__(self, name, column[order])

    @property
    def pair(self) -> str:
        """What both sides of it share."""
        return self.key.partition(":")[0]

    @property
    def name(self) -> str:
        """As it is read out: "Calf, left"."""
        return with_side(self.label, self.side)

    @property
    def short_name(self) -> str:
        """As it stands at the end of its line: "Calf L"."""
        return tr(_SHORT[self.side], site=self.label)

    @cached_property
    def usually_apart(self) -> float:
        """Days between two neighbouring readings in the middle of all; infinite when there are no two."""
        return float(np.median(np.diff(self.days))) if len(self.days) > 1 else np.inf

    @cached_property
    def farther(self) -> Days:
        """Of each two neighbouring readings the row of the one farther off the line: outliers are among them."""
        even = len(self.days) // 2 * 2
        if not len(self.line.days):
            return np.arange(0, len(self.days), 2)
        off = np.abs(self.values - np.interp(self.days, self.line.days, self.line.level))
        rows = np.arange(0, even, 2) + (off[1:even:2] > off[0:even:2])
        return np.append(rows, even) if even < len(self.days) else rows

    @cached_property
    def farther_list(self) -> list[int]:
        """The same rows as a list, to be searched."""
        return _listed(self.farther)

    def warm(self) -> None:
        """Work out now what the first frame would have to."""
        assert self._ordinals is not None and self._heeded and self.usually_apart >= 0
        assert self.farther_list is not None and self.line.thinned(1)
        assert self.line.floor is not None and self.line.ceiling is not None

    @cached_property
    def _ordinals(self) -> list[int]:
        return _listed(self.days)

    @cached_property
    def _heeded(self) -> tuple[Floats, Floats]:
        """Lowest and highest of each reading that the line heeds; the others must not stretch the scale."""
        bar = np.nan_to_num(self.errors)
        apart = self.aside if not self.aside.all() else np.zeros_like(self.aside)
        return np.where(apart, np.inf, self.values - bar), np.where(apart, -np.inf, self.values + bar)

    def rows(self, start: float, end: float) -> tuple[int, int]:
        """The run [from, to) of rows whose day lies in start..end."""
        return bisect_left(self._ordinals, start), bisect_right(self._ordinals, end)

    def extent(self, start: float, end: float) -> tuple[float, float] | None:
        """Lowest and highest of what start..end shows, points and line; None when it shows nothing."""
        if self.bars is not None:
            return self.bars.extent(start, end)
        first, stop = self.rows(start, end)
        seen = [height for height in (self.line.at(start), self.line.at(end)) if height is not None]
        if stop > first:
            seen += [float(self._heeded[0][first:stop].min()), float(self._heeded[1][first:stop].max())]
        low = bisect_left(self.line.ordinals, start)
        high = bisect_right(self.line.ordinals, end)
        if high > low:
            seen += [float(self.line.floor[low:high].min()), float(self.line.ceiling[low:high].max())]
        for one in self.prospects:
            seen += one.heights(start, end)
        if self.aim is not None and seen and self.aim.due >= start:
            seen.append(self.aim.value)
        seen = [height for height in seen if np.isfinite(height)]
        return (min(seen), max(seen)) if seen else None

    def end_in(self, start: float, end: float) -> tuple[float, float] | None:
        """Where the line ends in the window: (day, height); None when the window shows none of it.

        Bars end with the last one, at half its height.
        """
        if self.bars is not None:
            first, stop = self.bars.within(start, end)
            if first >= stop:
                return None
            middle = float(self.bars.base[stop - 1] + self.bars.top[stop - 1]) / 2
            return min(float(self.bars.stops[stop - 1]), end), middle
        height = self.line.at(end)
        if height is not None:
            return end, height
        stop = bisect_right(self.line.ordinals, end)
        if stop and self.line.days[stop - 1] >= start:
            return float(self.line.days[stop - 1]), float(self.line.level[stop - 1])
        first, stop = self.rows(start, end)
        return (float(self.days[stop - 1]), float(self.values[stop - 1])) if stop > first else None

    def reading_on(self, day: int) -> tuple[float, float | None] | None:
        """The last reading of `day` and the trend there; None when nothing was measured that day. A bar is read on all
        its days."""
        if self.bars is not None:
            standing = self.bars.row_on(day)
            return None if standing is None else (float(self.values[standing]), None)
        row = bisect_right(self._ordinals, day) - 1
        if row < 0 or self.days[row] != day:
            return None
        return float(self.values[row]), self.line.at(day)

    def summary(self) -> str:
        """One sentence: from what to what, from when to when, how many readings."""
        count = len(self.days)
        if not count:
            return tr("{name}: no readings", name=self.name)
        if self.bars is not None:
            return self._bars_summary(self.bars)
        first, last = (full_day(date.fromordinal(int(day))) for day in self.days[[0, -1]])
        readings = ntr("{count} reading", "{count} readings", count)
        until = value_text(float(self.values[-1]), self.unit)
        if first == last:
            return tr("{name}: {value} on {day}, {readings}", name=self.name, value=until, day=first,
                      readings=readings)  # fmt: skip
        return tr("{name}: {start} to {until} from {first} to {last}, {readings}", name=self.name,
                  start=number_text(float(self.values[0]), self.unit), until=until, first=first, last=last,
                  readings=readings)  # fmt: skip

    def _bars_summary(self, bars: Bars) -> str:
        """As `summary`, of the bars whose time is over, or of all while none is."""
        rows = np.flatnonzero(~bars.unfinished)
        rows = rows if len(rows) else np.arange(len(self.days))
        first, last = (full_day(date.fromordinal(int(bars.starts[row]))) for row in (rows[0], rows[-1]))
        mean = value_text(float(self.values[rows].mean()), self.unit)
        if bars.monthly:
            how = ntr("{count} month", "{count} months", len(rows))
        else:
            how = ntr("{count} week", "{count} weeks", len(rows))
        return tr("{name}: {mean} on average, {how} from {first} to that from {last}", name=self.name, mean=mean,
                  how=how, first=first, last=last)  # fmt: skip


def _listed(days: Days) -> list[int]:
    listed: list[int] = days.tolist()
    return listed


def day_in_words(day: int) -> str:
    """ "Mon 12 Mar 2026"."""
    when = date.fromordinal(day)
    return tr("{weekday} {day}", weekday=tr(SHORT_WEEKDAYS[when.weekday()]), day=full_day(when))


def drawn_units(series: list[Series]) -> list[str]:
    """The at most two units that a chart of `series` draws, left axis first: limbs are what charts are for."""
    units = dict.fromkeys(one.unit for one in series if len(one.days))
    return sorted(units, key=lambda unit: unit not in GIRTH_UNITS)[:2]
