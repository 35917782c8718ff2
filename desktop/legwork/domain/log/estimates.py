"""Strength over time: of every lift, side and day the set that tells most of the one-rep maximum, with its error.

Owns which set of a day counts, and the line through a lift's days. The estimate of one set is `strength.one_rep_max`.
It must not call anything a record (that is `records`) nor a stall (`stalls`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legwork.domain.log.counting import Counted
from legwork.domain.log.roles import LEFT, RIGHT
from legwork.domain.log.suspects import MOST_KG, OTHER_KG
from legwork.domain.plan.prescription import MAX_REPS, MAX_SECONDS
from legwork.domain.sides import SideDifference, SidePair, compare_sides
from legwork.domain.sites import Side
from legwork.domain.strength import one_rep_max
from legwork.domain.trend import Trend, fit

if TYPE_CHECKING:
    from legwork.domain.log.columns import Flags, Floats, Ints

USUAL_SHARE = 0.005
"""By this share of itself a maximum moves in a week, as a rule: what the line expects before it knows better (a
convention)."""

SIDES = {Side.NONE: 0, Side.LEFT: LEFT, Side.RIGHT: RIGHT}
"""The sides as numbers of the columns."""


@dataclass(frozen=True, eq=False)
class Estimates:
    """The best set of each exercise, side and day; arrays of shape (n,), by exercise, side and day.

    row: of the columns. kg: the estimate, counted as the exercise counts its load; where body weight is part of it, all
    that moves. sd_kg: its standard error. reliable: few enough reps. at_least: nobody said how many were left.
    """

    counted: Counted
    row: Ints
    exercise: Ints
    side: Ints
    day: Ints
    kg: Floats
    sd_kg: Floats
    reliable: Flags
    at_least: Flags

    def of(self, exercise: str, side: Side = Side.NONE) -> Ints:
        """The places of one lift and side in these arrays, by day; empty when there is none."""
        import numpy as np

        keys = self.counted.columns.exercises
        code = keys.index(exercise) if exercise in keys else -1
        return np.flatnonzero((self.exercise == code) & (self.side == SIDES[side]))


def estimates_of(counted: Counted) -> Estimates:
    """The best set of every lift, side and day.

    Sets of few enough reps go before all others, then the highest estimate counts. Warm-ups, holds, loads that are not
    known and loads beyond belief tell nothing. Help counts as it should: less of it is more. Source:
    `strength.one_rep_max`; which set counts is a convention.
    """
    import numpy as np

    columns = counted.columns
    kg = strength_kg(counted)
    usable = ~columns.warm_up & (columns.reps >= 1) & (kg > 0) & believable(counted)
    rows = np.flatnonzero(usable)
    table: dict[tuple[int, float | None], tuple[float, float, float, float]] = {}
    nothing = (np.nan, np.nan, 0.0, 0.0)
    factors = np.array(
        [
            table[key] if key in table else table.setdefault(key, _factor(*key) or nothing)
            for key in (
                (int(reps), None if rir != rir else rir)
                for reps, rir in zip(columns.reps[rows].tolist(), columns.rir[rows].tolist(), strict=True)
            )
        ]
    ).reshape(len(rows), 4)
    known = ~np.isnan(factors[:, 0])
    rows, factors = rows[known], factors[known]
    once, sd = kg[rows] * factors[:, 0], kg[rows] * factors[:, 1]
    keys = (once, factors[:, 2], columns.day[rows], columns.side[rows], columns.exercise[rows])
    order = np.lexsort(keys)
    rows, once, sd, factors = rows[order], once[order], sd[order], factors[order]
    exercise, side, day = columns.exercise[rows], columns.side[rows], columns.day[rows]
    last = np.ones(len(rows), dtype=np.bool_)
    last[:-1] = (exercise[1:] != exercise[:-1]) | (side[1:] != side[:-1]) | (day[1:] != day[:-1])
    return Estimates(
        counted,
        rows[last],
        exercise[last],
        side[last],
        day[last],
        once[last],
        sd[last],
        factors[last, 2] > 0,
        factors[last, 3] > 0,
    )


def strength_kg(counted: Counted) -> Floats:
    """What a set's strength is judged by, shape (n,): the load as counted; where the body is part of it, what moved."""
    import numpy as np

    columns = counted.columns
    if not len(columns):
        return columns.load_kg
    body = np.array([key in counted.lookup.on_body for key in columns.exercises])[columns.exercise]
    return np.where(body | columns.assisted, counted.moved_kg, columns.load_kg)


def body_missing(counted: Counted, exercise: str) -> bool:
    """Whether working sets of an exercise have reps, but what moved is known of none: the body weight is missing."""
    import numpy as np

    columns = counted.columns
    if exercise not in columns.exercises:
        return False
    mine = (columns.exercise == columns.exercises.index(exercise)) & ~columns.warm_up & (columns.reps >= 1)
    return bool(mine.any() and np.isnan(counted.moved_kg[mine]).all())


BELIEVED = 10
"""So many times what a plan may ask for in reps or seconds is still believed: nobody holds a plank for half a day. More
is a slip like 877,777 reps (a convention)."""


def believable(counted: Counted) -> Flags:
    """Whether a row has no load, reps or seconds that nobody ever did, shape (n,); help and unknown loads are believed.

    Source: `suspects.MOST_KG`, BELIEVED with `prescription.MAX_REPS` and MAX_SECONDS (conventions).
    """
    import numpy as np

    columns, lookup = counted.columns, counted.lookup
    if not len(columns):
        return columns.warm_up
    most = {pattern.value: kg for pattern, kg in MOST_KG.items()}
    limits = np.array(
        [most.get(lookup.patterns.get(key, ""), OTHER_KG) / lookup.hands.get(key, 1) for key in columns.exercises]
    )
    longer = np.isnan(columns.reps) & (columns.seconds > BELIEVED * MAX_SECONDS)
    found: Flags = ~(columns.load_kg > limits[columns.exercise]) & ~(columns.reps > BELIEVED * MAX_REPS) & ~longer
    return found


def line_of(estimates: Estimates, exercise: str, side: Side = Side.NONE) -> Trend:
    """The line through the days of a lift with its error, in kg; of no days when there are none.

    Source: `trend.fit` (SCIENCE section 8), with USUAL_SHARE of the middle estimate a week (a convention).
    """
    import numpy as np

    at = estimates.of(exercise, side)
    kg = estimates.kg[at]
    usual = USUAL_SHARE * float(np.median(kg)) if len(kg) else 1.0
    return fit(estimates.day[at].astype(np.float64), kg, estimates.sd_kg[at], usual)


def sides_of(estimates: Estimates, exercise: str) -> SideDifference | None:
    """Left against right by the days on which both were done; None when there are none.

    Source: `sides.compare_sides`: only what is beyond the error of the estimates is a difference.
    """
    left, right = (estimates.of(exercise, side) for side in (Side.LEFT, Side.RIGHT))
    place = {int(estimates.day[at]): int(at) for at in right}
    pairs = [
        SidePair(
            day,
            float(estimates.kg[at]),
            float(estimates.kg[place[day]]),
            float(estimates.sd_kg[at]),
            float(estimates.sd_kg[place[day]]),
        )
        for at in left
        if (day := int(estimates.day[at])) in place
    ]
    return compare_sides(pairs)


def _factor(reps: int, rir: float | None) -> tuple[float, float, float, float] | None:
    """What one kilogram for so many reps tells: estimates are proportional to the load."""
    found = one_rep_max(1.0, reps, rir)
    return None if found is None else (found.kg, found.sd_kg, float(found.reliable), float(found.at_least))
