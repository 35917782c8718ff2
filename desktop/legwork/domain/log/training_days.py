"""What a day's training was: legs, upper body, both or something else, and how much of it.

Owns these calls and their limits. It must not count a set (that is `counting`), nor know what was planned
(that is `adherence` and `plan_weeks`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum

from legwork.domain.log.counting import Counted
from legwork.domain.plan.counting import LEG_DAY_SETS
from legwork.domain.sites import Region
from legwork.i18n import mark


class Trained(StrEnum):
    """What was trained. OTHER: the trunk, or what nobody knows where it counts; also a workout without a set."""

    LEGS = "legs"
    UPPER = "upper"
    BOTH = "both"
    OTHER = "other"


TRAINED: dict[Trained, str] = {
    Trained.LEGS: mark("legs"),
    Trained.UPPER: mark("upper body"),
    Trained.BOTH: mark("legs and upper body"),
    Trained.OTHER: mark("other"),
}
"""For people, marked for translation."""

TONES = (7, 13, 19)
"""From so many hard sets on a day is drawn stronger: one to six, to twelve, to eighteen, more (conventions; six to
eight for one muscle are what a session bears, SCIENCE section 6, and most sessions train two or three)."""


@dataclass(frozen=True)
class WorkoutCount:
    """What a workout comes to. sets: working sets; hard: hard ones; lower, upper: hard ones for the legs and for the
    upper body; sets_lower, sets_upper: all of them. tonnage_kg: where it is known; unknown: sets left out of it."""

    sets: float = 0.0
    hard: float = 0.0
    lower: float = 0.0
    upper: float = 0.0
    sets_lower: float = 0.0
    sets_upper: float = 0.0
    tonnage_kg: float = 0.0
    unknown: float = 0.0

    @property
    def trained(self) -> Trained:
        """What it was. Source: `trained`; by all sets where none was hard."""
        if self.hard > 0:
            return trained(self.lower, self.upper, self.hard)
        return trained(self.sets_lower, self.sets_upper, self.sets)


NOTHING = WorkoutCount()


def counted_workouts(counted: Counted) -> dict[int, WorkoutCount]:
    """What each workout of a log comes to, by its id; one without a set is not among them."""
    import numpy as np

    columns = counted.columns
    if not len(columns):
        return {}
    ids, place = np.unique(columns.workout_id, return_inverse=True)
    regions = [counted.lookup.regions.get(key) for key in columns.exercises]
    lower = np.array([one is Region.LOWER for one in regions], dtype=np.float64)[columns.exercise]
    upper = np.array([one is Region.UPPER for one in regions], dtype=np.float64)[columns.exercise]
    unknown = np.isnan(counted.tonnage_kg)
    sums = [
        np.bincount(place, values, len(ids)).tolist()
        for values in (
            counted.sets,
            counted.hard,
            counted.hard * lower,
            counted.hard * upper,
            counted.sets * lower,
            counted.sets * upper,
            np.where(unknown, 0.0, counted.tonnage_kg),
            np.where(unknown, counted.sets, 0.0),
        )
    ]
    return {workout: WorkoutCount(*one) for workout, *one in zip(ids.tolist(), *sums, strict=True)}


def added(counts: Iterable[WorkoutCount]) -> WorkoutCount:
    """The workouts of a day as one."""
    found = list(counts)
    names = [one.name for one in fields(WorkoutCount)]
    return WorkoutCount(*(math.fsum(getattr(one, name) for one in found) for name in names))


def trained(lower: float, upper: float, whole: float) -> Trained:
    """What so many sets make a day: of each region that has LEG_DAY_SETS or more; where none has, of the one with most.

    lower, upper, whole: sets for the legs, for the upper body, and in all.
    Source: `plan.counting.LEG_DAY_SETS`, for the upper body alike (a convention).
    """
    legs, top = lower >= LEG_DAY_SETS, upper >= LEG_DAY_SETS
    if legs and top:
        return Trained.BOTH
    if legs or top:
        return Trained.LEGS if legs else Trained.UPPER
    if max(lower, upper) <= 0 or whole - lower - upper > max(lower, upper):
        return Trained.OTHER
    if lower == upper:
        return Trained.BOTH
    return Trained.LEGS if lower > upper else Trained.UPPER


def tone(hard: float) -> int:
    """How strongly a day is drawn: 0 without a hard set, else 1 to 4. Source: TONES."""
    return 0 if hard <= 0 else 1 + sum(hard >= one for one in TONES)
