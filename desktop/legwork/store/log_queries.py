"""The questions that a log of training asks: its sets as numbers, by the ten thousand, and the times of an exercise.

Standard SQL only. Workouts in progress count: what is done is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from legwork.store.reader import Reader, chunks

SIDE_STEP = 2**3
ASSISTED = 2**5
LEFT_STEP = 2**6
PLACE_STEP = 2**11
REPS_STEP = 2**26
SECONDS_STEP = 2**24
"""How several facts of a set stand in one number, because a hundred thousand rows are read as fast as they have few.

kind + SIDE_STEP x side + ASSISTED + LEFT_STEP x (half reps left + 1) + PLACE_STEP x position + REPS_STEP x (reps + 1);
and (seconds + 1) + SECONDS_STEP x exercise row's id; 0 where there is none of it. Both stay below 2**53, so that a
float holds them exactly.
"""

_OF_PERSON = """
    FROM workout
    JOIN workout_exercise ON workout_exercise.workout_id = workout.id
"""

_EXERCISES = (
    "SELECT workout_exercise.id, workout.id, workout.day, workout_exercise.position, workout_exercise.exercise"
    + _OF_PERSON
    + "WHERE {where} ORDER BY workout.day, workout.start, workout.id, workout_exercise.position, workout_exercise.id"
)

# Numbers only, and none of them null: the rows then become an array without a detour.
_SETS = (
    f"""
    SELECT workout_set.id,
        coalesce(workout_set.seconds + 1, 0) + CAST({SECONDS_STEP} AS BIGINT) * workout_set.workout_exercise_id,
        CASE workout_set.kind
            WHEN 'normal' THEN 0 WHEN 'warm_up' THEN 1 WHEN 'drop' THEN 2 WHEN 'myo' THEN 3 WHEN 'failure' THEN 4
            ELSE 0 END
        + {SIDE_STEP} * CASE workout_set.side WHEN 'none' THEN 0 WHEN 'left' THEN 1 WHEN 'right' THEN 2 ELSE 0 END
        + CASE WHEN workout_set.assisted THEN {ASSISTED} ELSE 0 END
        + {LEFT_STEP} * coalesce(CAST(round(2 * workout_set.rir) AS BIGINT) + 1, 0)
        + {PLACE_STEP} * workout_set.position
        + CAST({REPS_STEP} AS BIGINT) * coalesce(workout_set.reps + 1, 0),
        coalesce(workout_set.value, -1)
    """
    + _OF_PERSON
    + "JOIN workout_set ON workout_set.workout_exercise_id = workout_exercise.id WHERE {where}"
)
_TIMES = (
    "SELECT workout_exercise.id, workout.id, workout.day, workout.start, workout_exercise.exercise"
    + _OF_PERSON
    + "WHERE workout.person_id = ? AND workout_exercise.exercise IN ({marks})"
    " AND EXISTS (SELECT 1 FROM workout_set WHERE workout_set.workout_exercise_id = workout_exercise.id)"
)

_LAST_DAYS = (
    "SELECT workout_exercise.exercise, max(workout.day)"
    + _OF_PERSON
    + """WHERE workout.person_id = ? AND workout.day <= ?
    AND EXISTS (SELECT 1 FROM workout_set WHERE workout_set.workout_exercise_id = workout_exercise.id)
    GROUP BY workout_exercise.exercise
    """
)


def exercise_rows(reader: Reader, person_id: int, first: date | None, last: date | None) -> Iterator[Any]:
    """(id, workout id, day as text, position, exercise) of all exercises, in the order in which they were done."""
    where, values = _where(person_id, first, last)
    return reader.each(_EXERCISES.format(where=where), values)


def set_numbers(reader: Reader, person_id: int, first: date | None, last: date | None) -> Iterator[Any]:
    """(id, exercise row and seconds, kind to reps, kg) of all sets, in any order: two packed as said above, and -1 for
    no load."""
    where, values = _where(person_id, first, last)
    return reader.each(_SETS.format(where=where), values)


def times_of(reader: Reader, person_id: int, exercises: Iterable[str]) -> list[Any]:
    """(exercise row's id, workout id, day as text, start, exercise) of each time these were done, in any order."""
    return [
        row
        for chunk in chunks(exercises)
        for row in reader.each(_TIMES.format(marks=", ".join("?" * len(chunk))), [person_id, *chunk])
    ]


def last_days(reader: Reader, person_id: int, until: date) -> dict[str, date]:
    """The newest day of every exercise that was done, up to a day."""
    return {key: date.fromisoformat(day) for key, day in reader.each(_LAST_DAYS, [person_id, until])}


def _where(person_id: int, first: date | None, last: date | None) -> tuple[str, list[Any]]:
    where, values = "workout.person_id = ?", [person_id]
    for test, day in (("workout.day >= ?", first), ("workout.day <= ?", last)):
        if day is not None:
            where, values = f"{where} AND {test}", [*values, day]  # type: ignore[list-item]
    return where, values
