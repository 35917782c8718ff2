"""What a chart draws: one line of readings at one spot, and what can be asked of it in days and display units.

Owns the value type `Series`, its gaps and its words. It must know nothing of Qt, pyqtgraph or colours, so that the
table beside a chart, the printer and the screen reader can use it without importing any of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from legwork.domain.days import full_day
from legwork.domain.sites import Side, Spot
from legwork.i18n import mark, ntr, tr

Days = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

GAP_DAYS = 120
"""Readings farther apart are not joined by a line: nobody knows what happened in between (convention)."""

GIRTH_UNITS = ("cm", "in")

_SHORT = {Side.NONE: mark("{site}"), Side.LEFT: mark("{site} L"), Side.RIGHT: mark("{site} R")}
_LONG = {Side.NONE: mark("{site}"), Side.LEFT: mark("{site}, left"), Side.RIGHT: mark("{site}, right")}
_WEEKDAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))


@dataclass(frozen=True, eq=False)
class Series:
    """One line of a chart. Rows are put in order of days, and rows without a finite value are left out.

    label: the site's name as a person reads it, without the side. region: a `Region` value; decides the hue.
    days: `date.toordinal()`. values: the readings, trend: the smoothed level on the same days (NaN: none known),
    both in `unit`, the display unit.
    """

    spot: Spot
    label: str
    region: str
    days: Days
    values: Floats
    trend: Floats
    unit: str

    def __post_init__(self) -> None:
        days = np.asarray(self.days, dtype=np.int64)
        values = np.asarray(self.values, dtype=np.float64)
        trend = np.asarray(self.trend, dtype=np.float64)
        order = np.argsort(days, kind="stable")
        order = order[np.isfinite(values[order])]
        object.__setattr__(self, "days", days[order])
        object.__setattr__(self, "values", values[order])
        object.__setattr__(self, "trend", trend[order])

    @property
    def name(self) -> str:
        """As it is read out: "Calf, left"."""
        return tr(_LONG[self.spot.side], site=self.label)

    @property
    def short_name(self) -> str:
        """As it stands at the end of its line: "Calf L"."""
        return tr(_SHORT[self.spot.side], site=self.label)

    def thinned(self, stride: int) -> tuple[Days, Floats, Bools]:
        """The line with every `stride`-th vertex: days, trend, and whether each is joined to the next.

        Not joined across a gap longer than GAP_DAYS; rows without a trend have no vertex. The ends of every unbroken
        run are kept. Remembered, because a pan asks for the same again and again.
        """
        if stride not in self._thinned:
            known = np.flatnonzero(np.isfinite(self.trend))
            days, trend = self.days[known], self.trend[known]
            joined = (np.diff(days) <= GAP_DAYS) & (np.diff(known) == 1)
            if stride > 1 and len(days) > 2:
                kept = np.zeros(len(days), dtype=np.bool_)
                kept[::stride] = kept[-1] = True
                kept[:-1] |= ~joined
                kept[1:] |= ~joined
                rows = np.flatnonzero(kept)
                days, trend, joined = days[rows], trend[rows], joined[rows[:-1]]
            self._thinned[stride] = days, trend, joined
        return self._thinned[stride]

    @cached_property
    def _thinned(self) -> dict[int, tuple[Days, Floats, Bools]]:
        return {}

    @cached_property
    def _low(self) -> Floats:
        return np.fmin(self.values, self.trend)

    @cached_property
    def _high(self) -> Floats:
        return np.fmax(self.values, self.trend)

    def rows(self, start: float, end: float) -> tuple[int, int]:
        """The run [from, to) of rows whose day lies in start..end."""
        return int(np.searchsorted(self.days, start, "left")), int(np.searchsorted(self.days, end, "right"))

    def line_at(self, day: float) -> float | None:
        """Height of the drawn line on `day`; None where no line is drawn."""
        after = int(np.searchsorted(self.days, day, "left"))
        if after == len(self.days) or (after == 0 and self.days[0] != day):
            return None
        if self.days[after] == day:
            return float(self.trend[after]) if np.isfinite(self.trend[after]) else None
        d0, d1, t0, t1 = self.days[after - 1], self.days[after], self.trend[after - 1], self.trend[after]
        if d1 - d0 > GAP_DAYS or not (np.isfinite(t0) and np.isfinite(t1)):
            return None
        return float(t0 + (t1 - t0) * (day - d0) / (d1 - d0))

    def extent(self, start: float, end: float) -> tuple[float, float] | None:
        """Lowest and highest of what start..end shows, points and line; None when it shows nothing."""
        first, stop = self.rows(start, end)
        seen = [height for height in (self.line_at(start), self.line_at(end)) if height is not None]
        if stop > first:
            seen += [float(self._low[first:stop].min()), float(self._high[first:stop].max())]
        return (min(seen), max(seen)) if seen else None

    def end_in(self, start: float, end: float) -> tuple[float, float] | None:
        """Where the line ends in the window: (day, height); None when the window shows none of it."""
        height = self.line_at(end)
        if height is not None:
            return end, height
        first, stop = self.rows(start, end)
        if stop == first:
            return None
        last = self.trend[stop - 1] if np.isfinite(self.trend[stop - 1]) else self.values[stop - 1]
        return float(self.days[stop - 1]), float(last)

    def reading_on(self, day: int) -> tuple[float, float | None] | None:
        """The last reading of `day` and the trend there; None when nothing was measured that day."""
        row = int(np.searchsorted(self.days, day, "right")) - 1
        if row < 0 or self.days[row] != day:
            return None
        trend = float(self.trend[row])
        return float(self.values[row]), trend if np.isfinite(trend) else None

    def summary(self) -> str:
        """One sentence: from what to what, from when to when, how many readings."""
        count = len(self.days)
        if not count:
            return tr("{name}: no readings", name=self.name)
        first, last = (full_day(date.fromordinal(int(day))) for day in self.days[[0, -1]])
        readings = ntr("{count} reading", "{count} readings", count)
        until = value_text(float(self.values[-1]), self.unit)
        if first == last:
            return tr("{name}: {value} on {day}, {readings}", name=self.name, value=until, day=first,
                      readings=readings)  # fmt: skip
        return tr("{name}: {start} to {until} from {first} to {last}, {readings}", name=self.name,
                  start=number_text(float(self.values[0]), self.unit), until=until, first=first, last=last,
                  readings=readings)  # fmt: skip


def number_text(value: float, unit: str) -> str:
    """A value as a person reads it on the tape: quarter inches need two digits, all else one."""
    return f"{value:.{2 if unit == 'in' else 1}f}"


def value_text(value: float, unit: str) -> str:
    """A value with its unit, kept on one line."""
    return f"{number_text(value, unit)}\N{NO-BREAK SPACE}{unit}"


def day_in_words(day: int) -> str:
    """ "Mon 12 Mar 2026"."""
    when = date.fromordinal(day)
    return tr("{weekday} {day}", weekday=tr(_WEEKDAYS[when.weekday()]), day=full_day(when))


def drawn_units(series: list[Series]) -> list[str]:
    """The at most two units that a chart of `series` draws, left axis first: a girth's unit stands left."""
    units = list(dict.fromkeys(one.unit for one in series if len(one.days)))[:2]
    return sorted(units, key=lambda unit: unit not in GIRTH_UNITS)
