"""Readings gathered by week or month: one number where a person measured often.

Owns the buckets and their means. It must not smooth (that is `trend`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Bucket(StrEnum):
    """What readings are gathered by; NONE leaves each by itself."""

    NONE = "reading"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True)
class Averages:
    """days: the mean day of each bucket (ordinal), ascending; values: its mean; errors: the standard error of that."""

    days: tuple[int, ...]
    values: tuple[float, ...]
    errors: tuple[float, ...]


def gathered(days: Sequence[int], values: Sequence[float], errors: Sequence[float], bucket: Bucket) -> Averages:
    """The mean of each ISO week or calendar month that has readings.

    days: ordinals in ascending order; values and errors of the same length, errors the standard error of each value.
    The error of a mean of n readings is sqrt(sum of their variances) / n: the tape's error, not the spread of the
    readings, in which growth would count as error. Raises ValueError when the lengths differ.
    """
    if not len(days) == len(values) == len(errors):
        raise ValueError("days, values and errors differ in length")
    if bucket is Bucket.NONE:
        return Averages(tuple(days), tuple(values), tuple(errors))
    groups: dict[tuple[int, int], list[int]] = {}
    for row, day in enumerate(days):
        when = date.fromordinal(day)
        key = when.isocalendar()[:2] if bucket is Bucket.WEEK else (when.year, when.month)
        groups.setdefault(key, []).append(row)
    return Averages(
        tuple(round(math.fsum(days[row] for row in rows) / len(rows)) for rows in groups.values()),
        tuple(math.fsum(values[row] for row in rows) / len(rows) for rows in groups.values()),
        tuple(math.sqrt(math.fsum(errors[row] ** 2 for row in rows)) / len(rows) for rows in groups.values()),
    )
