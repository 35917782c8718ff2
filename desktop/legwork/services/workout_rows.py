"""How a workout lies in the store: the rows of its exercises and sets, read and written.

Owns the columns, and what becomes of a row that makes no sense: it is shown in words, and stays as it is until somebody
takes it in hand. It must not decide which edits there are (that is `workouts`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import time
from typing import TYPE_CHECKING, Any

from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.plan.prescription import one_line
from legwork.domain.sites import Side
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.formats.records import MAX_EXERCISE_KEY, MAX_WORKOUT_TITLE
from legwork.i18n import tr
from legwork.store.reader import Reader
from legwork.store.tables import Table, workout, workout_exercise, workout_set

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

TYPED = "typed"
"""The source of a workout that was logged here."""

Fields = dict[str, Any]
"""Columns of a row, without its id and its place."""

_KINDS = {one.value: one for one in LoggedKind}
_SIDES = {one.value: one for one in Side}


def read_workouts(reader: Reader, rows: Sequence[Any]) -> list[Workout]:
    """The workouts of these rows with all that they hold, in their order. Never raises for what stands in a row."""
    exercises = children(reader, workout_exercise, "workout_id", [row.id for row in rows])
    ids = [one.id for inside in exercises.values() for one in inside]
    sets = children(reader, workout_set, "workout_exercise_id", ids)
    return [
        workout_in(row, tuple(exercise_in(one, sets.get(one.id, ())) for one in exercises.get(row.id, ())))
        for row in rows
    ]


def children(reader: Reader, table: Table, column: str, parents: Iterable[int]) -> dict[int, list[Any]]:
    """The rows of a table that lie in `parents`, by parent, in their order."""
    found: dict[int, list[Any]] = defaultdict(list)
    for row in reader.by_ids(table, parents, column):
        found[getattr(row, column)].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (row.position, row.id))
    return found


def workout_in(row: Any, exercises: tuple[LoggedExercise, ...] = ()) -> Workout:
    """The workout that a row stands for, holding `exercises`."""
    start = None
    with suppress(TypeError, ValueError):
        start = time.fromisoformat(row.start)
    facts = {"utc_offset_minutes": row.utc_offset_minutes, "minutes": row.minutes, "session_id": row.plan_session_id}
    try:
        return Workout(row.id, row.day, start, title=row.title, exercises=exercises, note=row.note, **facts)
    except (TypeError, ValueError):
        return Workout(row.id, row.day, start, None, None, row.title, exercises, row.note, row.plan_session_id)


def exercise_in(row: Any, sets: Sequence[Any] = ()) -> LoggedExercise:
    """The exercise that a row stands for, with the sets of these rows."""
    done = tuple(map(set_in, sets))
    try:
        return LoggedExercise(row.exercise, done, row.superset, row.note, row.felt, row.plan_entry_id)
    except (TypeError, ValueError):
        return LoggedExercise(row.exercise or "?", done, note=one_line(row.note), entry_id=row.plan_entry_id)


def set_in(row: Any) -> LoggedSet:
    """The set that a row stands for; one that makes no sense is a failed try that says so in its note."""
    try:
        load = None if row.value is None else Quantity(row.value, row.unit, row.entered)
        return LoggedSet(
            _KINDS.get(row.kind, LoggedKind.NORMAL),
            _SIDES.get(row.side, Side.NONE),
            row.reps,
            row.seconds,
            load,
            row.assisted,
            row.rir,
            row.note,
            row.distance_m,
        )
    except (TypeError, ValueError):
        said = " ".join(str(cell) for cell in (row.entered or row.value, row.unit, row.reps, row.seconds) if cell)
        return LoggedSet(reps=0, note=one_line(tr("Could not be read: {text}", text=said)))


def workout_fields(one: Workout) -> Fields:
    """The columns of a workout alone. Raises UserError for a title that cannot be kept."""
    if len(one.title) > MAX_WORKOUT_TITLE or one.title != " ".join(one.title.split()):
        raise UserError(tr("A title is one line of at most {most} letters: make it shorter.", most=MAX_WORKOUT_TITLE))
    return {
        "day": one.day,
        "start": None if one.start is None else one.start.strftime("%H:%M:%S"),
        "utc_offset_minutes": one.utc_offset_minutes,
        "minutes": one.minutes,
        "title": one.title,
        "note": one.note.strip(),
        "plan_session_id": one.session_id,
    }


def exercise_fields(one: LoggedExercise) -> Fields:
    """The columns of an exercise alone. Raises ValueError for a key that no exercise has."""
    if len(one.exercise) > MAX_EXERCISE_KEY:
        raise ValueError(f"no key of an exercise: {one.exercise}")
    return {
        "exercise": one.exercise,
        "superset": one.group,
        "note": one.note,
        "felt": one.felt,
        "plan_entry_id": one.entry_id,
    }


def set_fields(one: LoggedSet) -> Fields:
    """The columns of a set."""
    load = one.load
    return {
        "kind": one.kind.value,
        "side": one.side.value,
        "reps": one.reps,
        "seconds": one.seconds,
        "value": None if load is None else load.value,
        "unit": None if load is None else load.unit,
        "entered": None if load is None else load.entered,
        "assisted": one.assisted,
        "rir": one.rir,
        "note": one.note,
        "distance_m": one.distance_m,
    }


def write_exercises(work: UnitOfWork, workouts: Mapping[int, Sequence[LoggedExercise]]) -> None:
    """Insert all exercises of workouts, by their ids, with all sets. Raises as `exercise_fields`."""
    placed = [(parent, place, one) for parent, inside in workouts.items() for place, one in enumerate(inside)]
    ids = work.insert(
        workout_exercise,
        [{"workout_id": parent, "position": place, **exercise_fields(one)} for parent, place, one in placed],
    )
    fields: dict[int, Fields] = {}  # of a set that is there many times, as in an import, made once
    rows = []
    for row_id, (_, _, exercise) in zip(ids, placed, strict=True):
        for place, one in enumerate(exercise.sets):
            known = fields.get(id(one))
            if known is None:
                known = fields[id(one)] = set_fields(one)
            rows.append({"workout_exercise_id": row_id, "position": place, **known})
    work.insert(workout_set, rows)


def add_workouts(work: UnitOfWork, person_id: int, rows: Sequence[tuple[Workout, Fields]]) -> list[int]:
    """Insert workouts with all that they hold, whatever ids they have; answers with their ids, in order.

    Each comes with its uid, and with finished, source and edited where these are not as of one that was logged here.
    """
    usual = {"person_id": person_id, "finished": True, "source": TYPED, "edited": False}
    ids = work.insert(workout, [{**usual, **workout_fields(one), **facts} for one, facts in rows])
    write_exercises(work, {row_id: one.exercises for row_id, (one, _) in zip(ids, rows, strict=True)})
    return ids
