"""The workouts of a foreign log as they are kept here.

Owns turning records into workouts, so that nothing of them is lost: what is too long for its place goes into the note
of the workout. It must not read files, nor know the store.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from legwork.domain.log.model import MOST_OFFSET, LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet, believed_rir
from legwork.domain.plan.prescription import MAX_NOTE, one_line
from legwork.formats.records import MAX_WORKOUT_TITLE
from legwork.formats.training_records import (
    ExerciseRecord,
    SetRecord,
    TrainingTable,
    WorkoutRecord,
    workout_keys,
)
from legwork.i18n import tr


@dataclass(frozen=True)
class Incoming:
    """A workout of a file. uid: the same whenever the file is read. left_out: sets of exercises that are left out.

    workout: with the id 0; None when all of it is left out.
    """

    uid: str
    workout: Workout | None
    left_out: int


def incoming_workouts(table: TrainingTable, exercises: Mapping[str, str]) -> list[Incoming]:
    """The workouts of a file in its order. exercises: key by name; a name that is not there is left out."""
    made = _Made(exercises)
    keys = workout_keys(table.source, table.workouts)
    return [made.workout(key, record) for key, record in zip(keys, table.workouts, strict=True)]


def uid_of(key: str) -> str:
    """The uid of an imported workout: two computers that take in the same file give it the same."""
    return blake2b(key.encode(), digest_size=16).hexdigest()


class _Made:
    """Makes workouts; equal sets, of which a file has many, are made once."""

    def __init__(self, exercises: Mapping[str, str]) -> None:
        self._exercises = exercises
        self._sets: dict[int, LoggedSet] = {}

    def workout(self, key: str, record: WorkoutRecord) -> Incoming:
        notes: list[str] = []
        exercises = [self._exercise(one, notes) for one in record.exercises if one.name in self._exercises]
        left_out = sum(len(one.sets) for one in record.exercises if one.name not in self._exercises)
        if not exercises:
            return Incoming(uid_of(key), None, left_out)
        title = " ".join(record.title.split())
        if len(title) > MAX_WORKOUT_TITLE:
            notes.append(title)
            title = title[:MAX_WORKOUT_TITLE].rstrip()
        offset, minutes = record.utc_offset_minutes, record.minutes
        made = Workout(
            0,
            record.day,
            record.start.time().replace(microsecond=0) if record.has_time else None,
            offset if offset is not None and abs(offset) <= MOST_OFFSET else None,
            minutes if minutes is not None and minutes >= 0 else None,
            title,
            tuple(exercises),
            "\n".join(filter(None, (record.note.strip(), *notes))).strip(),
        )
        return Incoming(uid_of(key), made, left_out)

    def _exercise(self, record: ExerciseRecord, notes: list[str]) -> LoggedExercise:
        note = one_line(record.note)
        if len(" ".join(record.note.split())) > MAX_NOTE:
            notes.append(tr("{exercise}: {note}", exercise=record.name, note=record.note.strip()))
        sets = tuple(self._set(one, record.name, notes) for one in record.sets)
        return LoggedExercise(self._exercises[record.name], sets, record.group, note)

    def _set(self, record: SetRecord, name: str, notes: list[str]) -> LoggedSet:
        if len(record.note) > MAX_NOTE:
            notes.append(tr("{exercise}: {note}", exercise=name, note=record.note.strip()))
        found = self._sets.get(id(record))
        if found is None:
            found = self._sets[id(record)] = LoggedSet(
                record.kind,
                record.side,
                record.reps,
                record.seconds,
                record.load,
                record.assisted,
                believed_rir(record.rir),
                one_line(record.note) if record.note else "",
                record.distance_m,
            )
        return found


def set_count(workouts: Sequence[Workout]) -> int:
    """How many sets there are, warm-ups included."""
    return sum(len(exercise.sets) for one in workouts for exercise in one.exercises)
