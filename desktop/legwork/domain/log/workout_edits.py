"""Changing a workout: every function takes one and returns a new one.

Owns beginning a workout from a session of the plan, and changes of its sets, its exercises, their order and supersets.
It must not read what is typed, keep anything, or make ids. A place that is not there raises IndexError: no person typed
it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.domain.plan.model import MAX_ENTRIES, Session
from legwork.errors import UserError
from legwork.i18n import tr

MOST_MINUTES = 12 * 60
"""A workout that seems to have taken longer was left open: how long it took is not known (a convention)."""

MOST_NIGHT_MINUTES = 6 * 60
"""One that went past midnight is still going on when it was begun no longer ago (a convention)."""


def begun(
    session: Session | None,
    day: date,
    workout_id: int,
    title: str = "",
    start: time | None = None,
    utc_offset_minutes: int | None = None,
) -> Workout:
    """A workout without a set: of a session of the plan with all its exercises, or a free one when that is None."""
    exercises: tuple[LoggedExercise, ...] = ()
    if session is not None:
        exercises = tuple(
            LoggedExercise(one.exercise, group=one.group, entry_id=one.id) for one in session.entries
        )  # fmt: skip
    return Workout(
        workout_id, day, start, utc_offset_minutes, None, title, exercises, "", None if session is None else session.id
    )


def again(done: Workout, day: date) -> Workout:
    """A workout without a set, with the exercises of one that was done, in its order and its turns; of no plan."""
    exercises = tuple(LoggedExercise(one.exercise, group=one.group) for one in done.exercises)
    return Workout(0, day, title=done.title, exercises=exercises)


def with_sets(workout: Workout, place: int, at: int, count: int, sets: Sequence[LoggedSet]) -> Workout:
    """Put sets in the place of `count` others of an exercise, from `at` on; none: take them out."""
    there = workout.exercises[place].sets
    return with_exercise(workout, place, sets=(*there[:at], *sets, *there[at + count :]))


def with_exercise(workout: Workout, place: int, **facts: object) -> Workout:
    """Change facts of an exercise. Raises ValueError as `LoggedExercise`."""
    changed = replace(workout.exercises[place], **facts)  # type: ignore[arg-type]
    return replace(
        workout, exercises=tuple(changed if at == place else one for at, one in enumerate(workout.exercises))
    )


def with_added(workout: Workout, exercise: str, at: int | None = None) -> Workout:
    """Put an exercise in. at: its place, None: last; between two that are done in turns it goes below all of them.

    Raises UserError when there are too many.
    """
    return _put_in(workout, place_added(workout, at), LoggedExercise(exercise))


def place_added(workout: Workout, at: int | None) -> int:
    """Where `with_added` puts an exercise."""
    place = len(workout.exercises) if at is None else at
    if 0 < place < len(workout.exercises):
        block = together(workout, place - 1)
        return block.stop if place in block else place
    return place


def _put_in(workout: Workout, place: int, exercise: LoggedExercise) -> Workout:
    if len(workout.exercises) >= 2 * MAX_ENTRIES:
        raise UserError(tr("A workout can have {most} exercises.", most=2 * MAX_ENTRIES))
    return replace(workout, exercises=(*workout.exercises[:place], exercise, *workout.exercises[place:]))


def without(workout: Workout, place: int) -> Workout:
    """Take an exercise out with its sets. Whoever was done in turns with it alone goes on alone."""
    kept = [*workout.exercises[:place], *workout.exercises[place + 1 :]]
    return replace(workout, exercises=_paired_up(kept, workout.exercises[place].group))


def swapped(workout: Workout, place: int, exercise: str) -> Workout:
    """Another exercise in the place of one. Sets that are done stay with the old one, and the new one comes after it;
    without any it takes over its group and its place in the plan."""
    old = workout.exercises[place]
    if old.exercise == exercise:
        return workout
    if old.sets:
        return _put_in(workout, place + 1, LoggedExercise(exercise, group=old.group))
    return with_exercise(workout, place, exercise=exercise, felt=None)


def finished(workout: Workout, now: datetime | None) -> Workout:
    """The workout with how long it took. now: the local time; None where it was entered afterwards.

    A clock that jumped back, and one that ran on overnight, leave the time unknown. Source: MOST_MINUTES.
    """
    if now is None or workout.start is None or workout.minutes is not None:
        return workout
    minutes = int((now - datetime.combine(workout.day, workout.start)).total_seconds() // 60)
    return replace(workout, minutes=minutes) if 0 <= minutes <= MOST_MINUTES else workout


def under_way(workout: Workout, now: datetime) -> bool:
    """Whether a workout with a start may still be going on at the local time `now`: on its day, also when the clock was
    put back, and past midnight. Source: MOST_NIGHT_MINUTES."""
    if workout.start is None or workout.day == now.date():
        return workout.start is not None
    minutes = (now - datetime.combine(workout.day, workout.start)).total_seconds() / 60
    return 0 <= minutes <= MOST_NIGHT_MINUTES


# Order and supersets


def together(workout: Workout, place: int) -> range:
    """The places of the exercises that stand one below the other and are done in turns with one, itself among them."""
    group, count = workout.exercises[place].group, len(workout.exercises)
    first, last = place, place
    while group is not None and first > 0 and workout.exercises[first - 1].group == group:
        first -= 1
    while group is not None and last + 1 < count and workout.exercises[last + 1].group == group:
        last += 1
    return range(first, last + 1)


def place_after(workout: Workout, place: int, step: int) -> int:
    """Where an exercise comes to stand when it goes one up (-1) or down (1); where it is when that cannot be.

    Among those it is done in turns with it changes its turn; at their edge it takes them all along. What is done in
    turns is passed as a whole.
    """
    block = together(workout, place)
    if place + step in block:
        return place + step
    beside = block[-1] + 1 if step > 0 else block[0] - 1
    if not 0 <= beside < len(workout.exercises):
        return place
    return place + step * len(together(workout, beside))


def moved(workout: Workout, place: int, step: int) -> Workout:
    """Put an exercise one up (-1) or down (1), as `place_after` says; the same workout at an end of it."""
    there = place_after(workout, place, step)
    block = together(workout, place)
    if there == place:
        return workout
    if there in block:
        block = range(place, place + 1)
    exercises = list(workout.exercises)
    taken = exercises[block.start : block.stop]
    del exercises[block.start : block.stop]
    at = block.start + there - place
    return replace(workout, exercises=(*exercises[:at], *taken, *exercises[at:]))


def joined(workout: Workout, place: int) -> Workout:
    """Do an exercise in turns with the one above, and with all that either is done in turns with already.

    The same workout where nothing stands above, or both are together already.
    """
    if place == 0:
        return workout
    above, mine = together(workout, place - 1), together(workout, place)
    if above == mine:
        return workout
    used = {one.group for one in workout.exercises if one.group is not None}
    group = workout.exercises[above.start].group
    if group is None:
        group = workout.exercises[place].group
    if group is None:
        group = next(number for number in range(1, len(used) + 2) if number not in used)
    return replace(
        workout,
        exercises=tuple(
            replace(one, group=group) if at in above or at in mine else one for at, one in enumerate(workout.exercises)
        ),
    )


def place_apart(workout: Workout, place: int) -> int:
    """Where an exercise comes to stand when it is taken out of its superset: below it when others are on both sides."""
    block = together(workout, place)
    return place if place in (block[0], block[-1]) else block[-1]


def apart(workout: Workout, place: int) -> Workout:
    """Take an exercise out of its superset; the other one goes on alone when only one is left."""
    one = workout.exercises[place]
    if one.group is None:
        return workout
    there = place_apart(workout, place)
    exercises = [*workout.exercises[:place], *workout.exercises[place + 1 :]]
    exercises.insert(there, replace(one, group=None))
    return replace(workout, exercises=_paired_up(exercises, one.group))


def _paired_up(exercises: Sequence[LoggedExercise], group: int | None) -> tuple[LoggedExercise, ...]:
    """The same, but nobody is done in turns with nobody."""
    members = [one for one in exercises if group is not None and one.group == group]
    if len(members) != 1:
        return tuple(exercises)
    return tuple(replace(one, group=None) if one is members[0] else one for one in exercises)
