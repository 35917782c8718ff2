"""Changing a workout: every function takes one and returns a new one.

Owns beginning a workout from a session of the plan, and changes of its sets and exercises. It must not read what is
typed, keep anything, or make ids. A place that is not there raises IndexError: no person typed it.
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
    """Put an exercise in. at: its place; None: last. Raises UserError when there are too many."""
    if len(workout.exercises) >= 2 * MAX_ENTRIES:
        raise UserError(tr("A workout can have {most} exercises.", most=2 * MAX_ENTRIES))
    place = len(workout.exercises) if at is None else at
    return replace(
        workout, exercises=(*workout.exercises[:place], LoggedExercise(exercise), *workout.exercises[place:])
    )


def without(workout: Workout, place: int) -> Workout:
    """Take an exercise out with its sets."""
    return replace(workout, exercises=(*workout.exercises[:place], *workout.exercises[place + 1 :]))


def swapped(workout: Workout, place: int, exercise: str) -> Workout:
    """Another exercise in the place of one. Sets that are done stay with the old one, and the new one comes after it;
    without any it takes over its group and its place in the plan."""
    old = workout.exercises[place]
    if old.exercise == exercise:
        return workout
    if old.sets:
        return with_exercise(with_added(workout, exercise, place + 1), place + 1, group=old.group)
    return with_exercise(workout, place, exercise=exercise, felt=None)


def finished(workout: Workout, now: datetime | None) -> Workout:
    """The workout with how long it took. now: the local time; None where it was entered afterwards.

    A clock that jumped back, and one that ran on overnight, leave the time unknown. Source: MOST_MINUTES.
    """
    if now is None or workout.start is None or workout.minutes is not None:
        return workout
    minutes = int((now - datetime.combine(workout.day, workout.start)).total_seconds() // 60)
    return replace(workout, minutes=minutes) if 0 <= minutes <= MOST_MINUTES else workout
