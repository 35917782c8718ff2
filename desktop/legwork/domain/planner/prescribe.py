"""What one place of a session asks for: reps, effort, rest and rule, and in which order a session is done.

Owns the cells of a drafted plan. It must not decide how many sets there are (`volume`) nor in which week (`blocks`).
Source: SCIENCE section 6: 6 to 12 reps as the practical default, 0 to 3 reps in reserve (Refalo 2023, Robinson 2024).
Rests are conventions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from legwork.domain.exercise import Counting, Equipment, Exercise
from legwork.domain.plan.loads import number_in
from legwork.domain.plan.prescription import MOST_RIR, Effort, Prescription, Target
from legwork.domain.plan.rules import FIXED, Double, Linear, RepsSum, Rule, Step
from legwork.domain.plan.starting import increment_of
from legwork.domain.planner.fill import Place
from legwork.domain.planner.template import Going, Role, Slot
from legwork.domain.sites import Region
from legwork.domain.units import UnitSystem

HEAVY_LOW, LEAST_SPAN, USUAL_SPAN = 5, 3, 4
"""The fewest reps of a heavy block, and how many reps a range spans at least and usually, so that reps can rise before
the load does (conventions)."""


@dataclass(frozen=True)
class Pace:
    """How tightly a session is packed. rests: the longest rest of each role, s. pairs: a leg exercise and one of the
    upper body are done in turns. every_ramp: warm-up sets before each heavy lift, else before the first alone."""

    rests: Mapping[Role, int]
    pairs: bool = False
    every_ramp: bool = True


CALM = Pace({Role.MAIN: 300, Role.ASSISTANCE: 300, Role.ISOLATION: 300})
BRISK = Pace({Role.MAIN: 120, Role.ASSISTANCE: 75, Role.ISOLATION: 45}, every_ramp=False)
PAIRED = Pace({Role.MAIN: 105, Role.ASSISTANCE: 60, Role.ISOLATION: 45}, pairs=True, every_ramp=False)
PACES = (CALM, BRISK, PAIRED)
"""From the rests of the template to the tightest that still leaves hard sets (conventions)."""


@dataclass(frozen=True)
class Standing:
    """A place within its session: how many sets, in turns with which others (None: alone), warmed up or not."""

    place: Place
    sets: int
    group: int | None
    ramp: bool


def arranged(places: Sequence[Place], sets: Sequence[int], pace: Pace) -> tuple[tuple[int, Standing], ...]:
    """The places of one session that have sets, in the order in which they are done, each with its number from 0."""
    there = [number for number, count in enumerate(sets) if count]
    units = _pairs(places, there) if pace.pairs else _letters(places, there)
    found: list[tuple[int, Standing]] = []
    ramps = group = 0
    for unit in units:
        group += len(unit) > 1
        for number in unit:
            ramp = _warms_up(places[number]) and (pace.every_ramp or not ramps)
            ramps += ramp
            found.append((number, Standing(places[number], sets[number], group if len(unit) > 1 else None, ramp)))
    return tuple(found)


def _letters(places: Sequence[Place], there: Sequence[int]) -> list[list[int]]:
    units: dict[object, list[int]] = {}
    for number in there:
        units.setdefault(places[number].slot.superset or number, []).append(number)
    return list(units.values())


def _pairs(places: Sequence[Place], there: Sequence[int]) -> list[list[int]]:
    """The heavy leg lifts alone; then a leg exercise and another one, as long as there are both."""
    lower = [number for number in there if places[number].exercise.region is Region.LOWER]
    alone = [[number] for number in lower if places[number].slot.role is Role.MAIN]
    legs = [number for number in lower if places[number].slot.role is not Role.MAIN]
    others = [number for number in there if number not in lower]
    return alone + [[one for one in pair if one is not None] for pair in zip_longest(legs, others)]


def _warms_up(place: Place) -> bool:
    light = {Equipment.BODY, Equipment.BAND}
    return place.slot.role is Role.MAIN and place.exercise.compound and not light.intersection(place.exercise.equipment)


def prescription(standing: Standing, pace: Pace, rir: float, *, heavy: bool = False) -> Prescription:
    """The cell of a place. rir: reps left in reserve. heavy: of a block with fewer reps. Loads are left open."""
    slot, exercise = standing.place.slot, standing.place.exercise
    low, high = reps_for(slot, exercise, heavy=heavy)
    effort = None if exercise.timed else Effort(min(MOST_RIR, rir))
    return _cell(low, high, exercise.timed, standing.sets, effort, min(slot.rest_s, pace.rests[slot.role]),
                 exercise.one_sided, standing.ramp)  # fmt: skip


@lru_cache(maxsize=4096)
def _cell(
    low: int, high: int, timed: bool, sets: int, effort: Effort | None, rest_s: int, sided: bool, ramp: bool
) -> Prescription:
    """Kept, as the same few cells fill a plan."""
    return Prescription((Target(low, high, timed),) * sets, None, effort, None, rest_s, sided, ramp=ramp)


def reps_for(slot: Slot, exercise: Exercise, *, heavy: bool = False) -> tuple[int, int]:
    """Reps (or seconds, where it is held) from and to: those of the slot, as far as they suit the exercise.

    heavy: two fewer, down to HEAVY_LOW, for lifts of several joints whose load can grow. Source: conventions.
    """
    least, most = exercise.reps
    if exercise.timed:
        return least, most
    low, high = slot.reps
    if heavy and slot.role is not Role.ISOLATION and exercise.counting is not Counting.BODY:
        low, high = max(min(low, HEAVY_LOW), low - 2), high - 2
    least = min(least, low) if heavy else least
    if low < least:  # made for more reps: a range as wide as one is used to there
        low, high = least, max(high, least + max(USUAL_SPAN, least // 3))
    low = max(1, min(low, most - LEAST_SPAN))
    return low, max(low + LEAST_SPAN, min(high, most))


def rule_for(slot: Slot, exercise: Exercise, sets: int, units: UnitSystem, *, heavy: bool = False) -> Rule:
    """How the exercise goes on; fixed where no load can be added, or it is held for a time. units: of its steps."""
    increment = increment_of(exercise, units)
    if increment is None or exercise.timed or slot.going is Going.FIXED:
        return FIXED
    low, high = reps_for(slot, exercise, heavy=heavy)
    step = Step(round(number_in(increment.value, increment.unit), 2), increment.unit)
    match slot.going:
        case Going.LINEAR:
            return Linear(step)
        case Going.SUM:
            return RepsSum(sets * high, step)
    return Double(low, high, step)
