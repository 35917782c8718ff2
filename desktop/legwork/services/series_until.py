"""A series as it was known on an earlier day: without what was read since.

Owns cutting it and drawing its trend anew, so that what is told of a day that has gone by does not know the future.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from legwork.domain.trend import fit
from legwork.services.measure_series import MeasureSeries


def until(series: MeasureSeries, day: int, breathe: Callable[[], object] = bool) -> MeasureSeries:
    """The series of readings up to a day (ordinal, included); itself where there is nothing later.

    breathe: as in `fit`. Not for what weeks come to, which has no trend.
    """
    count = bisect_right(series.days, day)
    if count == len(series.days):
        return series
    days, values, errors = series.days[:count], series.values[:count], series.errors[:count]
    trend = fit(days, values, errors, series.usual_per_week, breathe)
    return replace(series, days=days, values=values, errors=errors, trend=trend)
