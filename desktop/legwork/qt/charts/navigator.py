"""Moves the window of a chart: home, zoom, pan, and from reading to reading.

Owns the changes to the sheet's time span, scales and read-out day, with their limits. No widget, no painting.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from legwork.qt.charts.series import Days, Series
from legwork.qt.charts.sheet import Curve, Sheet
from legwork.qt.charts.time_span import EDGE, TimeSpan, span_of_range
from legwork.qt.charts.value_axis import Scale, fitted_scale, with_one_zero


class Reach(NamedTuple):
    """How far the days go that can be shown: first and last reading, and the last day that a line looks ahead to."""

    first: float
    last: float
    ahead: float

    @classmethod
    def of(cls, series: Iterable[Series]) -> Reach | None:
        """That of all of `series` together; None when none has a reading."""
        several = [one for one in series if len(one.days)]
        if not several:
            return None
        last = max(float(one.days[-1]) for one in several)
        lines = [float(one.line.days[-1]) for one in several if len(one.line.days)]
        lines += [float(way.days[-1]) for one in several for way in one.prospects]
        first = min(float(one.days[0]) for one in several)
        for one in several:
            if one.bars is not None:  # the first and the last one are seen as a whole
                first, last = min(first, float(one.bars.starts[0])), max(last, float(one.bars.stops[-1] - 1))
        return cls(first, last, max([last, *lines]))


class Navigator:
    """Writes the sheet of one chart. Positions are canvas pixels."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._days: Days = np.empty(0, dtype=np.int64)
        self._range: int | None = None
        self._at_home = True
        self._anchor: int | None = None
        self._reach: Reach | None = None

    @property
    def is_empty(self) -> bool:
        return not len(self._days)

    @property
    def at_home(self) -> bool:
        """Whether the range chosen last is shown, untouched."""
        return self._at_home

    def take(self, curves: list[Curve], units: list[str], today: int, reach: Reach | None = None) -> None:
        """Show these curves; the window stays where the person put it, as far as it still makes sense.

        reach: of all panels that move together; None: of these curves.
        """
        self._reach = reach or Reach.of(curve.series for curve in curves)
        sheet, was_empty = self._sheet, self.is_empty
        kept = {scale.unit: scale for scale in sheet.scales}
        if curves != sheet.curves:  # the same list again keeps what is drawn of it
            sheet.curves = curves
        sheet.scales = [kept.get(unit, Scale(unit, 0.0, 1.0)) for unit in units]
        happened = np.array([flag.day for flag in sheet.flags], dtype=np.int64)
        days = [days for c in curves for days in (c.series.days, *(way.days for way in c.series.prospects))]
        self._days = np.unique(np.concatenate([*days, happened])) if curves else self._days[:0]
        if self.is_empty:
            sheet.read_day = None
        elif was_empty or self._at_home:
            self.home(today)
        else:
            self.show(sheet.span)
        if sheet.read_day is not None and sheet.read_day not in self._days:
            sheet.read_day = None

    def choose(self, days: int | None, today: int) -> None:
        """The last `days` (None: everything) become home."""
        self._range = days
        self.home(today)

    def home(self, today: int) -> None:
        """Back to the range chosen last, values fitted again."""
        self._at_home = True
        if self.is_empty:
            return
        sheet = self._sheet
        sheet.scales = [Scale(scale.unit, scale.low, scale.high) for scale in sheet.scales]
        first, last, ahead = self._limits()
        span = span_of_range(first, last, self._range, today)
        if ahead > last:  # what lies ahead comes on top of the range
            span = TimeSpan(span.start, max(span.end, ahead + span.length * EDGE))
        self.show(span)
        self._at_home = True

    def _limits(self) -> Reach:
        assert self._reach is not None, "asked only when there is a reading"
        return self._reach

    def show(self, span: TimeSpan) -> None:
        """Show the nearest sensible window to `span`; scales that follow the data are fitted to it."""
        sheet = self._sheet
        if self.is_empty:
            return
        first, _, last = self._limits()
        sheet.span = span.within(first, last)
        self._at_home = False
        for number, scale in enumerate(sheet.scales):
            if scale.fitted:
                extents = (
                    curve.series.extent(sheet.span.start, sheet.span.end)
                    for curve in sheet.curves
                    if curve.scale == number
                )
                sheet.scales[number] = fitted_scale(scale.unit, extents, rooted=sheet.has_bars(number)) or scale
        if len(sheet.scales) > 1 and all(one.fitted and sheet.has_bars(at) for at, one in enumerate(sheet.scales)):
            sheet.scales = with_one_zero(sheet.scales)
        if sheet.read_day is not None and not sheet.span.start <= sheet.read_day <= sheet.span.end:
            sheet.read_day = None

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Show `factor` times as much time, keeping what is at `x` (the middle) in its place."""
        span = self._sheet.span
        at = (span.start + span.end) / 2 if x is None else self._sheet.day_at(x)
        at = min(max(at, span.start), span.end)
        first, _, last = self._limits()
        # Taking the limit into the factor keeps the pointer's day in place at the last notch too.
        length = TimeSpan(span.start, span.start + span.length * factor).within(first, last).length
        self.show(span.zoomed(length / span.length, at))

    def pan(self, dx: float, dy: float = 0.0) -> None:
        """Move the paper by pixels; up and down only scales that the person has taken in hand."""
        sheet = self._sheet
        for number, scale in enumerate(sheet.scales):
            if not scale.fitted:
                sheet.scales[number] = scale.panned(dy * (scale.high - scale.low) / sheet.plot.height())
        self.show(sheet.span.panned(-dx / sheet.per_day))

    def pan_by(self, share: float) -> None:
        """Move on in time by a share of the window."""
        self.show(self._sheet.span.panned(share * self._sheet.span.length))

    def zoom_values(self, factor: float, y: float, number: int | None = None) -> None:
        """Show `factor` times as much of the values around `y`, on one scale or on all."""
        sheet = self._sheet
        for index, scale in enumerate(sheet.scales):
            if number in (None, index):
                sheet.scales[index] = scale.zoomed(factor, sheet.value_at(y, index))
        self._at_home = False

    def point_at(self, x: float) -> None:
        """Read out the reading day nearest to `x`; nothing when none is in the window."""
        sheet = self._sheet
        if self.is_empty:
            sheet.read_day = None
            return
        day = self._nearest(x)
        sheet.read_day = day if sheet.span.start <= day <= sheet.span.end else None

    def step(self, by: int) -> None:
        """Read out the next (1) or the previous (-1) reading day; from the edge of the window when none is."""
        sheet = self._sheet
        if sheet.read_day is None:
            low, high = (np.searchsorted(self._days, edge) for edge in (sheet.span.start, sheet.span.end))
            place = int(low) if by > 0 else int(high) - 1
        else:
            place = int(np.searchsorted(self._days, sheet.read_day)) + by
        day = int(self._days[min(max(place, 0), len(self._days) - 1)])
        if not sheet.span.start <= day <= sheet.span.end:
            self.show(sheet.span.reaching(day))
        sheet.read_day = day

    def stop_reading(self) -> bool:
        """Hide the read-out; False when there was none."""
        had = self._sheet.read_day is not None
        self._sheet.read_day = self._sheet.pointer_y = None
        return had

    def mark(self, x: float, other: float) -> None:
        """Shade the stretch between the reading days nearest to two places; none when it is one day."""
        self._anchor = None
        first, last = sorted(self._nearest(place) for place in (x, other))
        self._sheet.region = (first, last) if last > first else None

    def extend(self, by: int) -> None:
        """Step as `step`, and shade from the day where this began to the one that is read out now."""
        sheet = self._sheet
        if self._anchor is None or sheet.region is None:
            if sheet.read_day is None:
                self.step(by)
            self._anchor = sheet.read_day
        self.step(by)
        assert self._anchor is not None and sheet.read_day is not None
        first, last = sorted((self._anchor, sheet.read_day))
        sheet.region = (first, last) if last > first else None

    def shade(self, region: tuple[int, int] | None) -> bool:
        """Shade what another panel shades; False when it is shaded already."""
        if region == self._sheet.region:
            return False
        self._sheet.region, self._anchor = region, None
        return True

    def unmark(self) -> bool:
        """Take the shading away; False when there was none."""
        had = self._sheet.region is not None
        self._sheet.region = self._anchor = None
        return had

    def _nearest(self, x: float) -> int:
        return int(self._days[int(np.argmin(np.abs(self._days - self._sheet.day_at(x))))])
