"""How some muscles were worked in a stretch of days: how near to failure, on how many days, how much on one of them.

Owns these counts. What each set counts for is `counting`; what is too little or too much `forecast.levers`.
"""

from __future__ import annotations

from collections.abc import Collection
from statistics import mean, median
from typing import TYPE_CHECKING, NamedTuple

from legwork.domain.log.counting import Counted
from legwork.domain.log.sums import Sums
from legwork.domain.weekly_sets import NEAR_RIR

if TYPE_CHECKING:
    from legwork.domain.log.columns import Ints

LEAST_KNOWN = 0.5
"""Of so large a share of the sets it must be known how near to failure they were (a convention)."""

FEWEST_SETS = 12
"""From fewer sets nothing is told of their effort (a convention)."""


class Crowding(NamedTuple):
    """days: a week with hard sets of a muscle, the mean of the weeks that had one. most: its hard sets on the fullest
    day of such a week, the median."""

    days: float
    most: float


def working_sets(sums: Sums, muscle: str) -> float:
    """All working sets of a muscle, hard or not, by their share: the mean of the periods. NaN without a period."""
    import numpy as np

    shares = sums.counted.lookup.shares
    part = np.array([shares.get(key, {}).get(muscle, 0.0) for key in sums.counted.columns.exercises], dtype=np.float64)
    return float((sums.sets @ part).mean()) if len(sums.starts) else float("nan")


def near_share(counted: Counted, first: int, end: int, muscles: Collection[str]) -> float | None:
    """The share of the sets that train one of these directly which left NEAR_RIR reps or fewer.

    first, end: ordinals of the first day and of the one after the last. None where it is known of too few.
    Source: LEAST_KNOWN, FEWEST_SETS (conventions).
    """
    import numpy as np

    rows = _direct_rows(counted, first, end, muscles)
    weights, rir = counted.sets[rows], counted.columns.rir[rows]
    known = ~np.isnan(rir)
    told = float(weights[known].sum())
    if told < FEWEST_SETS or told < LEAST_KNOWN * float(weights.sum()):
        return None
    return float(weights[known & (rir <= NEAR_RIR)].sum()) / told


def crowding(counted: Counted, first: int, end: int, muscle: str) -> Crowding | None:
    """On how many days a week a muscle was trained, and how much on one; None without a hard set of it.

    first, end: as in `near_share`.
    """
    columns, shares = counted.columns, counted.lookup.shares
    weeks: dict[int, dict[int, float]] = {}
    for row in _direct_rows(counted, first, end, (muscle,)).tolist():
        hard, day = float(counted.hard[row]), int(columns.day[row])
        if hard:
            week = weeks.setdefault((day - 1) // 7, {})  # day 1 was a Monday
            week[day] = week.get(day, 0.0) + hard * shares[columns.exercises[int(columns.exercise[row])]][muscle]
    if not weeks:
        return None
    return Crowding(mean(len(one) for one in weeks.values()), median(max(one.values()) for one in weeks.values()))


def training_day_numbers(counted: Counted) -> frozenset[int]:
    """The ordinals of the days with a working set, hard or not."""
    return frozenset(counted.columns.day[counted.sets > 0].tolist())


def _direct_rows(counted: Counted, first: int, end: int, muscles: Collection[str]) -> Ints:
    """The working sets of these days that train one of these directly."""
    import numpy as np

    columns, shares = counted.columns, counted.lookup.shares
    direct = np.array(
        [any(shares.get(key, {}).get(one, 0.0) >= 1 for one in muscles) for key in columns.exercises], dtype=np.bool_
    )
    inside = (columns.day >= first) & (columns.day < end) & (counted.sets > 0)
    found: Ints = np.flatnonzero(inside & direct[columns.exercise]) if len(columns) else np.flatnonzero(inside)
    return found
