"""The questions that a log of training asks: its sets as numbers, by the ten thousand, and the times of an exercise.

Standard SQL only. Workouts in progress count: what is done is done.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from legwork.store.engine import JOINED
from legwork.store.reader import Reader, chunks

MOST = 10_000_000
"""No reps, seconds or kilograms beyond this are read as such; there are none, see `domain.log.sets.MOST_NUMBER`."""

SET_DIGITS = (
    (("id", 9), ("owner", 9)),
    (("reps", 8), ("place", 5), ("left", 2), ("side", 1), ("kind", 1)),
    (("load", 14),),
    (("seconds", 8),),
)
"""The numbers of a set and the facts that stand in each, with how many digits they have, from the left; before them
stands a 1, so that each number is as long as the others of its kind. owner: the id of the exercise. reps, and left
(reps left, in halves), are one more than they are, 0 for none. place: in the exercise. side: left 1, right 2, and 3
more for help. kind: warm-up 1, drop 2, myo 3, failure 4. load: in mg, 0 for none. seconds: 0 for none.
"""

EXERCISE_DIGITS = ((("id", 9), ("workout", 9)), (("place", 5),))
"""The same of an exercise."""

_OF_PERSON = """
    FROM workout
    JOIN workout_exercise ON workout_exercise.workout_id = workout.id
"""

_DAYS = "SELECT workout.id, workout.day FROM workout WHERE {where} ORDER BY workout.day, workout.start, workout.id"


def _joined(number: str) -> str:
    """All these numbers one after the other in one text. A log of a hundred thousand sets is read at once so: row by
    row, making as many rows would take longer than all else, and hold up the window's thread all that time. The
    texts of one statement have their numbers in the same order, whatever it is: each row is handed to all in turn."""
    return f"{JOINED}(CAST({number} AS TEXT), '')"


def _place(table: str) -> str:
    return f"CASE WHEN {table}.position BETWEEN 0 AND 99999 THEN {table}.position ELSE 99999 END"


_NUMBERS = (
    f"{10**18} + {10**9} * workout_set.id + workout_set.workout_exercise_id",
    f"""{10**17}
        + {10**9} * CASE WHEN workout_set.reps BETWEEN 0 AND {MOST} THEN workout_set.reps + 1 ELSE 0 END
        + {10**4} * {_place("workout_set")}
        + CASE WHEN workout_set.rir BETWEEN 0 AND 9
            THEN {10**2} * CAST(2 * workout_set.rir + 1.25 AS BIGINT) ELSE 0 END
        + CASE WHEN workout_set.assisted THEN 30 ELSE 0 END
        + CASE workout_set.side WHEN 'none' THEN 0 WHEN 'left' THEN 10 WHEN 'right' THEN 20 ELSE 0 END
        + CASE workout_set.kind
            WHEN 'normal' THEN 0 WHEN 'warm_up' THEN 1 WHEN 'drop' THEN 2 WHEN 'myo' THEN 3 WHEN 'failure' THEN 4
            ELSE 0 END""",
    # Loads are kept rounded to six decimals, so that they are whole in mg; a float may lie a little below.
    f"""{10**14} + CASE WHEN workout_set.value > 0 AND workout_set.value <= {MOST}
            THEN CAST({10**6} * workout_set.value + 0.25 AS BIGINT) ELSE 0 END""",
    f"{10**8} + CASE WHEN workout_set.seconds BETWEEN 1 AND {MOST} THEN workout_set.seconds ELSE 0 END",
)
_SETS = (
    f"SELECT {', '.join(map(_joined, _NUMBERS))} {_OF_PERSON}"
    "JOIN workout_set ON workout_set.workout_exercise_id = workout_exercise.id WHERE {where}"
)
_TIME_NUMBERS = (
    f"{10**18} + {10**9} * workout_exercise.id + workout.id",
    f"{10**5} + {_place('workout_exercise')}",
)
_EXERCISES = (
    f"SELECT workout_exercise.exercise, {', '.join(map(_joined, _TIME_NUMBERS))} {_OF_PERSON}"
    "WHERE {where} GROUP BY workout_exercise.exercise"
)
_TIMES = (
    "SELECT workout_exercise.id, workout.id, workout.day, workout.start, workout_exercise.exercise"
    + _OF_PERSON
    + "WHERE workout.person_id = ? AND workout_exercise.exercise IN ({marks})"
    " AND EXISTS (SELECT 1 FROM workout_set WHERE workout_set.workout_exercise_id = workout_exercise.id)"
)

_HEAVIEST = (
    "SELECT workout_exercise.exercise, max(workout_set.value)"
    + _OF_PERSON
    + "JOIN workout_set ON workout_set.workout_exercise_id = workout_exercise.id"
    " WHERE workout.person_id = ? AND workout.id <> ? AND workout_set.value > 0 AND NOT workout_set.assisted"
    " AND workout_exercise.exercise IN ({marks}) GROUP BY workout_exercise.exercise"
)

_LAST_DAYS = (
    "SELECT workout_exercise.exercise, max(workout.day)"
    + _OF_PERSON
    + """WHERE workout.person_id = ? AND workout.day <= ?
    AND EXISTS (SELECT 1 FROM workout_set WHERE workout_set.workout_exercise_id = workout_exercise.id)
    GROUP BY workout_exercise.exercise
    """
)


def workout_days(reader: Reader, person_id: int, first: date | None, last: date | None) -> list[Any]:
    """(id, day as text) of all workouts, in the order in which they were done."""
    where, values = _where(person_id, first, last)
    return list(reader.each(_DAYS.format(where=where), values))


def exercise_texts(reader: Reader, person_id: int, first: date | None, last: date | None) -> list[Any]:
    """(exercise, text of its times, text of their places) by exercise: of each time the numbers of EXERCISE_DIGITS, the
    times in any order."""
    where, values = _where(person_id, first, last)
    return list(reader.each(_EXERCISES.format(where=where), values))


def set_texts(reader: Reader, person_id: int, first: date | None, last: date | None) -> tuple[str, ...]:
    """A text for each of SET_DIGITS, with these numbers of all sets, in any order; empty without any."""
    where, values = _where(person_id, first, last)
    [found] = reader.each(_SETS.format(where=where), values)
    return tuple(one or "" for one in found)


def times_of(reader: Reader, person_id: int, exercises: Iterable[str]) -> list[Any]:
    """(exercise row's id, workout id, day as text, start, exercise) of each time these were done, in any order."""
    return [
        row
        for chunk in chunks(exercises)
        for row in reader.each(_TIMES.format(marks=", ".join("?" * len(chunk))), [person_id, *chunk])
    ]


def heaviest_of(reader: Reader, person_id: int, exercises: Iterable[str], without: int) -> dict[str, float]:
    """The heaviest load of each of these exercises, kg, help left out, in all workouts but one (its id)."""
    found: dict[str, float] = {}
    for chunk in chunks(exercises):
        found.update(reader.each(_HEAVIEST.format(marks=", ".join("?" * len(chunk))), [person_id, without, *chunk]))
    return found


def last_days(reader: Reader, person_id: int, until: date) -> dict[str, date]:
    """The newest day of every exercise that was done, up to a day."""
    return {key: date.fromisoformat(day) for key, day in reader.each(_LAST_DAYS, [person_id, until])}


def _where(person_id: int, first: date | None, last: date | None) -> tuple[str, list[Any]]:
    where, values = "workout.person_id = ?", [person_id]
    for test, day in (("workout.day >= ?", first), ("workout.day <= ?", last)):
        if day is not None:
            where, values = f"{where} AND {test}", [*values, day]  # type: ignore[list-item]
    return where, values
