"""From a measure's history to what a chart draws under a view: averages, changes since a day, bands, goals.

Owns that step only: it asks nothing and draws nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from legwork.domain.averages import Bucket, gathered
from legwork.domain.measures import Family
from legwork.domain.normal import Z80
from legwork.domain.sites import Side
from legwork.domain.trend import Trend
from legwork.qt.charts.bars import bars_of
from legwork.qt.charts.series import Aim, Bools, Floats, Line, Series
from legwork.qt.charts.view import ChartView, Extra, Scaling, Sides, Stacking
from legwork.services.chart_csv import ShownRow
from legwork.services.goals import Goal
from legwork.services.measure_series import MeasureSeries, Weeks

AHEAD_DAYS = 84
"""How far a line looks ahead (convention): twelve weeks, a training block or two."""

_STEP = 7
_NONE = np.empty(0, dtype=np.bool_)
_DRAWN = {Sides.BOTH: tuple(Side), Sides.LEFT: (Side.NONE, Side.LEFT), Sides.RIGHT: (Side.NONE, Side.RIGHT)}


def sides_shown(found: Iterable[MeasureSeries], view: ChartView) -> list[MeasureSeries]:
    """Those of a measure's series that the view wants to see, left before right."""
    return [one for one in found if one.measure.side in _DRAWN[view.sides]]


class Drawings:
    """Series as they are drawn, kept while the view and what they come from stay the same.

    May be asked in the background, so that nothing is left to do when the window wants them.
    """

    def __init__(self) -> None:
        self._kept: dict[int, tuple[object, MeasureSeries, Series]] = {}

    def of(self, view: ChartView, goals: Mapping[str, Goal], one: MeasureSeries) -> Series:
        """`one` as the view shows it."""
        goal = goals.get(str(one.measure.pair)) if Extra.AIMS in view.extras else None
        how: tuple[object, ...] = (view.bucket, view.scaling, view.since, view.extras, goal)
        if one.weeks is not None:
            how = (view.bucket, view.stacking, Extra.GUIDES in view.extras)
        kept = self._kept.get(id(one))
        if kept is None or kept[0] != how:
            kept = (how, one, _drawn(one, view, goal) if one.weeks is None else _standing(one, one.weeks, view))
            kept[2].warm()
            self._kept[id(one)] = kept
        return kept[2]

    def keep_only(self, wanted: Iterable[MeasureSeries]) -> list[object]:
        """Forget all others; returns what is no longer needed."""
        alive = {id(one) for one in wanted}
        gone: list[object] = [kept for key, kept in self._kept.items() if key not in alive]
        self._kept = {key: kept for key, kept in self._kept.items() if key in alive}
        return gone


def _drawn(one: MeasureSeries, view: ChartView, goal: Goal | None) -> Series:
    level = _level_since(one.trend, view)
    # A difference begins near nothing: of that there is no percentage, and its plain change is shown.
    percent = view.scaling is Scaling.PERCENT and one.measure.family is not Family.DIFFERENCE and level > 0
    per = 100 / level if percent else 1.0
    zero = level if view.scaling is not Scaling.VALUES else 0.0

    def shown(values: Floats | Sequence[float]) -> Floats:
        return (np.asarray(values, dtype=np.float64) - zero) * per

    points = gathered(one.days, one.values, one.errors, view.bucket)
    bars = np.array(points.errors) * per * Z80
    return Series(
        one.key,
        one.label,
        one.region,
        one.measure.side,
        "%" if percent else one.unit,
        np.array(points.days, dtype=np.int64),
        shown(points.values),
        np.abs(bars) if Extra.BARS in view.extras else np.full(len(bars), np.nan),
        _hollow(one, points.days, view),
        _line(one.trend, view, shown),
        Aim(float(shown([goal.value * one.factor])[0]), goal.due.toordinal()) if goal is not None else None,
    )


def _standing(one: MeasureSeries, weeks: Weeks, view: ChartView) -> Series:
    """Weeks as bars. What they came to is shown as it is: a change since a day says nothing of a week."""
    days, values, bars = bars_of(one, weeks, view.bucket, mirrored=view.stacking is Stacking.MIRRORED)
    if Extra.GUIDES not in view.extras:
        bars = replace(bars, guides=())
    return Series(one.key, one.label, one.region, one.measure.side, one.unit, days, values, bars=bars)


def _level_since(trend: Trend, view: ChartView) -> float:
    """The line's height on the first day that changes count from; its first height when none is named."""
    if not len(trend) or view.scaling is Scaling.VALUES:
        return 0.0
    row = int(np.searchsorted(trend.days, view.since or 0, "left"))
    return float(trend.level[min(row, len(trend) - 1)])


def _hollow(one: MeasureSeries, days: Sequence[int], view: ChartView) -> Bools:
    """Which points the line does not heed, or heeds little; of averages none."""
    if view.bucket is not Bucket.NONE or not (len(one.trend.aside) or one.rough):
        return _NONE
    return np.isin(days, [*one.trend.aside.tolist(), *one.rough])


def _line(trend: Trend, view: ChartView, shown: Callable[[Floats], Floats]) -> Line:
    if not len(trend):
        return Line.empty()
    days, level, low, high = trend.days, trend.level, trend.low, trend.high
    if Extra.AHEAD in view.extras:
        more = trend.days[-1] + np.arange(_STEP, AHEAD_DAYS + 1, _STEP)
        ahead, error = trend.ahead(more)
        days, level = np.concatenate((days, more)), np.concatenate((level, ahead))
        low = np.concatenate((low, ahead - Z80 * error))
        high = np.concatenate((high, ahead + Z80 * error))
    if Extra.BAND not in view.extras:
        low = high = np.full(len(days), np.nan)
    low, high = shown(low), shown(high)
    return Line(days.astype(np.int64), shown(level), np.fmin(low, high), np.fmax(low, high), len(trend))


def shown_rows(series: Iterable[Series], start: float, end: float) -> list[ShownRow]:
    """Every point of `series` within a window, for a file."""
    rows = []
    for one in series:
        first, stop = one.rows(start, end)
        for row in range(first, stop):
            day = int(one.days[row] if one.bars is None else one.bars.starts[row])
            edges = (one.line.level, one.line.low, one.line.high)
            on_line = one.line.at(day) is not None  # the mean day of a month may lie between two readings
            heights = [float(np.interp(day, one.line.days, edge)) if on_line else np.nan for edge in edges]
            rows.append(
                ShownRow(
                    date.fromordinal(day),
                    one.label,
                    one.side.value if one.side is not Side.NONE else "",
                    one.unit,
                    float(one.values[row]),
                    float(one.errors[row]) / Z80,
                    *heights,
                )
            )
    return rows
