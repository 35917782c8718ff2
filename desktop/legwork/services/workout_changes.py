"""Writing what differs between two states of a workout, and nothing else.

Before anything is written, the rows must still be what the earlier state says: a change made elsewhere is never written
over. Exercises and sets have no ids of their own: what stayed equal keeps its row, what changed takes over the row of
what stood in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.services.workout_rows import (
    TYPED,
    children,
    exercise_fields,
    exercise_in,
    set_fields,
    workout_fields,
    workout_in,
)
from legwork.store.tables import plan_entry, plan_session, workout, workout_exercise, workout_set

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

_T = TypeVar("_T")


def write_change(work: UnitOfWork, before: Workout, after: Workout, *, by_hand: bool = True) -> None:
    """Bring a stored workout from `before` to `after`. by_hand: an import that comes again must not take it back.

    Raises UserError when it is not as `before` says, is gone, or names a part of a plan that is gone.
    """
    row = work.one(workout, id=before.id)
    if row is None:
        raise gone()
    exercises = children(work, workout_exercise, "workout_id", [row.id]).get(row.id, [])
    sets = children(work, workout_set, "workout_exercise_id", [one.id for one in exercises])
    stored = tuple(exercise_in(one, sets.get(one.id, ())) for one in exercises)
    if workout_in(row, stored) != before:
        raise changed_elsewhere()
    check_named(work, after)
    _write_facts(work, row, before, after, by_hand)
    ids = _write_exercises(work, row.id, exercises, stored, after.exercises)
    done = {one.id: exercise.sets for one, exercise in zip(exercises, stored, strict=True)}
    for row_id, exercise in zip(ids, after.exercises, strict=True):
        _write_sets(work, row_id, sets.get(row_id, []), done.get(row_id, ()), exercise.sets)
    work.delete(workout_exercise, done.keys() - set(ids))


def check_named(work: UnitOfWork, one: Workout) -> None:
    """Refuse a workout that names a session or an exercise of a plan that is gone. Raises UserError."""
    entries = {exercise.entry_id for exercise in one.exercises if exercise.entry_id is not None}
    if (one.session_id is not None and work.one(plan_session, id=one.session_id) is None) or (
        len(work.by_ids(plan_entry, entries)) < len(entries)
    ):
        raise UserError(tr("The plan was changed: this part of it is no longer there. Look at the plan as it is now."))


def gone() -> UserError:
    """What is said when a workout is not there any more."""
    return UserError(tr("This workout is no longer here."))


def changed_elsewhere() -> UserError:
    """What is said when a workout is not as the one who changes it saw it."""
    return UserError(
        tr("This workout was changed elsewhere: nothing was lost. Look at it as it is now, then do this again.")
    )


def _write_facts(work: UnitOfWork, row: Any, before: Workout, after: Workout, by_hand: bool) -> None:
    old, new = replace(before, exercises=()), replace(after, exercises=(), id=before.id)
    values = {} if old == new else workout_fields(new)
    if by_hand and before != after and row.source != TYPED:
        values["edited"] = True
    if values:
        work.update(workout, row.id, **values)


def _write_exercises(
    work: UnitOfWork,
    workout_id: int,
    rows: Sequence[Any],
    old: Sequence[LoggedExercise],
    new: Sequence[LoggedExercise],
) -> list[int]:
    """Write the exercises without their sets; answers with the ids of their rows, in the new order."""
    from_place = _matched(old, new, lambda one: (one.exercise, one.entry_id))
    changes: dict[int, dict[str, Any]] = {}
    ids: list[int] = []
    for place, (was, one) in enumerate(zip(from_place, new, strict=True)):
        if was is None:
            fields = {"workout_id": workout_id, "position": place, **exercise_fields(one)}
            ids += work.insert(workout_exercise, [fields])
            continue
        row = rows[was]
        ids.append(row.id)
        values = {} if replace(old[was], sets=()) == replace(one, sets=()) else exercise_fields(one)
        if values or row.position != place:
            changes[row.id] = {"position": place, **values}
    work.update_many(workout_exercise, changes)
    return ids


def _write_sets(
    work: UnitOfWork, exercise_id: int, rows: Sequence[Any], old: Sequence[LoggedSet], new: Sequence[LoggedSet]
) -> None:
    from_place = _matched(old, new, lambda one: None)
    work.delete(workout_set, [row.id for place, row in enumerate(rows) if place not in from_place])
    changes: dict[int, dict[str, Any]] = {}
    added: list[dict[str, Any]] = []
    for place, (was, one) in enumerate(zip(from_place, new, strict=True)):
        if was is None:
            added.append({"workout_exercise_id": exercise_id, "position": place, **set_fields(one)})
        elif old[was] != one or rows[was].position != place:
            # What could not be read stays as it is until it is changed itself.
            values = {} if old[was] == one else set_fields(one)
            changes[rows[was].id] = {"position": place, **values}
    work.update_many(workout_set, changes)
    work.insert(workout_set, added)


def _matched(old: Sequence[_T], new: Sequence[_T], like: Callable[[_T], object]) -> list[int | None]:
    """For each of `new` the place among `old` whose row it takes over, each used once; None for one that is added.

    First what is equal, then what is `like`, then, in order, what is left.
    """
    found: list[int | None] = [None] * len(new)
    free = dict.fromkeys(range(len(old)))
    rules: tuple[Callable[[int, int], bool], ...] = (
        lambda one, two: old[one] == new[two],
        lambda one, two: like(old[one]) == like(new[two]),
        lambda one, two: True,
    )
    for rule in rules:
        for place in range(len(new)):
            if found[place] is None:
                was = next((one for one in free if rule(one, place)), None)
                if was is not None:
                    del free[was]
                    found[place] = was
    return found
