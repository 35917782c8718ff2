"""Lifts from the log: the set of each day that tells most of strength, for the lifts that tell of balance.

Owns turning logged sets into lifts, as if they had been typed in. Which day counts is for `strength`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from legwork.domain.exercise import Counting, Exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.sets import LoggedSet
from legwork.domain.log.suspects import suspicion
from legwork.domain.plan.loads import number_in
from legwork.domain.plan.prescription import plain
from legwork.domain.sites import Side
from legwork.domain.strength import LIFTS_BY_KEY, KnownLift, one_rep_max
from legwork.domain.units import Quantity
from legwork.formats.records import MOST_LOAD_KG, MOST_REPS
from legwork.services.catalogue import balance_lift, catalogue
from legwork.services.exercise_history import Time, times_of
from legwork.services.lifts import Lift, lifts_of
from legwork.services.profile import Profile

_TIMES = 200
"""So many times of each lift are looked at: more than half a year of daily training."""

_HANDS = {Counting.PER_HAND: 2, Counting.PER_SIDE: 2}


def all_lifts(profile: Profile, person_id: int, today: date) -> tuple[Lift, ...]:
    """The typed-in lifts of a person, and those of the log up to `today`, which have the id 0. Raises StoreError."""
    return (*lifts_of(profile, person_id), *logged_lifts(profile, person_id, today))


def logged_lifts(profile: Profile, person_id: int, today: date, exercises: Catalogue | None = None) -> tuple[Lift, ...]:
    """Of each balance lift and side in the log the best set of each day, by day.

    That is the one with the highest estimate, one of few enough reps before all others. A set of a one-legged lift that
    names no side stands for both. Warm-ups, help, and what nobody can have lifted tell nothing.
    """
    found = (catalogue() if exercises is None else exercises).exercises
    known = {one.key: one for one in found if balance_lift(one) is not None}
    times = times_of(profile, person_id, list(known), today, _TIMES)
    best: dict[tuple[date, str, Side], _Rated] = {}
    for key, several in times.items():
        lift = LIFTS_BY_KEY[balance_lift(known[key]) or ""]
        for rated in _rated(several, known[key], lift):
            place = (rated.lift.day, rated.lift.lift, rated.lift.side)
            if place not in best or rated.worth > best[place].worth:
                best[place] = rated
    return tuple(best[place].lift for place in sorted(best))


class _Rated(NamedTuple):
    lift: Lift
    worth: tuple[bool, float]


def _rated(times: Iterable[Time], exercise: Exercise, lift: KnownLift) -> Iterator[_Rated]:
    for time in times:
        for one in time.done.sets:
            if one.load is None or one.assisted or not one.works or not one.reps or one.reps > MOST_REPS:
                continue
            if suspicion(one, exercise) or (load := _held(one.load, exercise)).value > MOST_LOAD_KG:
                continue
            estimate = one_rep_max(load.value, one.reps, one.reps_left)
            worth = (False, 0.0) if estimate is None else (estimate.reliable, estimate.kg)
            for side in _sides(one, lift):
                yield _Rated(Lift(0, time.day, lift.key, side, load, one.reps, one.reps_left), worth)


def _sides(one: LoggedSet, lift: KnownLift) -> tuple[Side, ...]:
    """The sides that a set of a lift tells of."""
    if one.side is Side.NONE:
        return lift.sides
    return (one.side,) if one.side in lift.sides else ()


def _held(load: Quantity, exercise: Exercise) -> Quantity:
    """All that is held, where the log counts one of two equal weights."""
    hands = _HANDS.get(exercise.counting, 1)
    if hands == 1:
        return load
    return Quantity(load.value * hands, load.unit, plain(number_in(load.value * hands, load.unit)))
