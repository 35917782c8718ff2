"""What a series says up to a day: its readings, its level then, how often it is read.

Owns these questions, so that a reading of a day to come is heeded nowhere. The series are `measure_series`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date

from legwork.domain.forecast.growth import Growth
from legwork.domain.forecast.outlook import Effects, Outlook, outlook
from legwork.services.measure_series import MeasureSeries

OLDEST_DAYS = 26 * 7
"""Nothing is told from readings that are older (convention)."""

RECENT_WEEKS = 12
"""How often somebody measures is told from so many weeks (convention)."""

SELDOM = 0.25
"""Readings a week, at least: seldom is told as every four weeks (convention)."""


def place_of(series: MeasureSeries, day: int) -> int:
    """The row that stands for a day: the newest one up to it, else the first."""
    return max(0, bisect_right(series.days, day) - 1)


def last_day(series: MeasureSeries, today: date) -> int | None:
    """The day of the newest reading up to today; None without one."""
    count = bisect_right(series.days, today.toordinal())
    return series.days[count - 1] if count else None


def is_fresh(series: MeasureSeries, today: date) -> bool:
    """Whether its newest reading is no older than OLDEST_DAYS."""
    last = last_day(series, today)
    return last is not None and last >= today.toordinal() - OLDEST_DAYS


def level_on(series: MeasureSeries, day: int) -> float:
    """The trend's level of the newest reading up to a day, else of the first."""
    return float(series.trend.level[place_of(series, day)])


def readings_of(series: MeasureSeries, today: date) -> tuple[list[int], list[float], list[float]]:
    """Days, values and errors up to today, without what the trend set aside; errors as the trend found them.

    Where all were set aside, which no trend does, the newest stays.
    """
    aside = {int(day) for day in series.trend.aside}
    rows = [
        (day, value, float(error))
        for day, value, error in zip(series.days, series.values, series.trend.error_sd, strict=True)
        if day <= today.toordinal()
    ]
    kept = [row for row in rows if row[0] not in aside] or rows[-1:]
    return [row[0] for row in kept], [row[1] for row in kept], [row[2] for row in kept]


def believed_of(
    series: MeasureSeries, today: date, growth: Growth, effects: Effects, breathe: Callable[[], object] = bool
) -> Outlook:
    """What the readings up to today make of what is expected. Raises ValueError without a reading."""
    days, values, errors = readings_of(series, today)
    return outlook(days, values, errors, series.usual_per_week, growth, effects, breathe)


def per_week(days: Sequence[int], today: int) -> float:
    """Readings a week of the last RECENT_WEEKS, or since the first; SELDOM at least."""
    span = min(7 * RECENT_WEEKS, max(7, today + 1 - days[0]))
    return max(SELDOM, sum(day > today - span for day in days) * 7 / span)
