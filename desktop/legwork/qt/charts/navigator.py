"""Moves the window of a chart: home, zoom, pan, and from reading to reading.

Owns the changes to the sheet's time span, scales and read-out day, with their limits. No widget, no painting.
"""

from __future__ import annotations

import numpy as np

from legwork.qt.charts.series import Days
from legwork.qt.charts.sheet import Curve, Sheet
from legwork.qt.charts.time_span import TimeSpan, span_of_range
from legwork.qt.charts.value_axis import Scale, fitted_scale


class Navigator:
    """Writes the sheet of one chart. Positions are canvas pixels."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._days: Days = np.empty(0, dtype=np.int64)
        self._range: int | None = None
        self._at_home = True

    @property
    def is_empty(self) -> bool:
        return not len(self._days)

    def take(self, curves: list[Curve], units: list[str], today: int) -> None:
        """Show these curves; the window stays where the person put it, as far as it still makes sense."""
        sheet, was_empty = self._sheet, self.is_empty
        kept = {scale.unit: scale for scale in sheet.scales}
        sheet.curves = curves
        sheet.scales = [kept.get(unit, Scale(unit, 0.0, 1.0)) for unit in units]
        self._days = np.unique(np.concatenate([c.series.days for c in curves])) if curves else self._days[:0]
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
        self.show(span_of_range(float(self._days[0]), float(self._days[-1]), self._range, today))
        self._at_home = True

    def show(self, span: TimeSpan) -> None:
        """Show the nearest sensible window to `span`; scales that follow the data are fitted to it."""
        sheet = self._sheet
        if self.is_empty:
            return
        sheet.span = span.within(float(self._days[0]), float(self._days[-1]))
        self._at_home = False
        for number, scale in enumerate(sheet.scales):
            if scale.fitted:
                extents = (
                    curve.series.extent(sheet.span.start, sheet.span.end)
                    for curve in sheet.curves
                    if curve.scale == number
                )
                sheet.scales[number] = fitted_scale(scale.unit, extents) or scale
        if sheet.read_day is not None and not sheet.span.start <= sheet.read_day <= sheet.span.end:
            sheet.read_day = None

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Show `factor` times as much time, keeping what is at `x` (the middle) in its place."""
        span = self._sheet.span
        at = (span.start + span.end) / 2 if x is None else self._sheet.day_at(x)
        at = min(max(at, span.start), span.end)
        first, last = float(self._days[0]), float(self._days[-1])
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
        day = self._days[int(np.argmin(np.abs(self._days - sheet.day_at(x))))]
        sheet.read_day = int(day) if sheet.span.start <= day <= sheet.span.end else None

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
        self._sheet.read_day = None
        return had
