"""The workouts of a foreign log as they are kept here.

Owns turning records into workouts, so that nothing of them is lost: what is too long for its place goes into the note
of the workout. It must not read files, nor know the store.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from legwork.domain.log.model import MOST_OFFSET, LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet, believed_rir
from legwork.domain.plan.prescription import MAX_NOTE, one_line
from legwork.formats.records import MAX_WORKOUT_TITLE
from legwork.formats.training_records import (
    MAPPED,
    About,
    ExerciseRecord,
    SetRecord,
    Suspect,
    TrainingTable,
    WorkoutRecord,
    workout_key,
)
from legwork.i18n import tr


@dataclass(frozen=True)
class Incoming:
    """A workout of a file. key: its start and title, and number: which it is among those that have the same.

    left_out: sets of exercises that are left out. left_sets: sets that are left out one by one. no_length: how long it
    took is left out. workout: with the id 0; None when all of it is left out. places: of its exercises among those of
    the record. adds: other files may hold other exercises of it, so that those which this one does not name stay.
    """

    key: str
    number: int
    record: WorkoutRecord
    workout: Workout | None
    left_out: int
    left_sets: int = 0
    no_length: bool = False
    places: tuple[int, ...] = ()
    adds: bool = False


def incoming_workouts(
    table: TrainingTable, exercises: Mapping[str, str], left: Collection[Suspect] = ()
) -> list[Incoming]:
    """The workouts of a file in its order. exercises: key by name; a name that is not there is left out.

    left: suspects of the table that are left out: a set, the length of a workout, or all of a workout.
    """
    made = _Made(exercises)
    away = {one.where for one in left}
    taken: Counter[str] = Counter()
    found = []
    for place, record in enumerate(table.workouts):
        key = record.uid or workout_key(table.source, record)
        taken[key] += 1
        one = made.workout(key, taken[key], record, _without(record, place, away) if away else record)
        if table.source.startswith(MAPPED) and not record.title and not record.uid:
            one = replace(one, adds=True)  # only the day says what belongs together, be it in one sheet or in several
        found.append(replace(one, no_length=True) if (About.LENGTH, place, -1, -1) in away else one)
    return found


def _without(record: WorkoutRecord, place: int, away: Collection[tuple[About, int, int, int]]) -> WorkoutRecord:
    """A workout without what is left out of it; an exercise of which nothing is left keeps its place."""
    if (About.START, place, -1, -1) in away:
        return replace(record, exercises=())
    if (About.LENGTH, place, -1, -1) in away:
        record = replace(record, minutes=None)
    if not any(about is About.SET and number == place for about, number, _, _ in away):
        return record
    blocks = []
    for number, block in enumerate(record.exercises):
        sets = tuple(
            one for at, one in enumerate(block.sets) if (About.SET, place, number, at) not in away
        )  # fmt: skip
        blocks.append(replace(block, sets=sets))
    return replace(record, exercises=tuple(blocks))


def uid_of(key: str) -> str:
    """The uid of an imported workout: two computers that take in the same file give it the same."""
    return blake2b(key.encode(), digest_size=16).hexdigest()


class _Made:
    """Makes workouts; equal sets, of which a file has many, are made once."""

    def __init__(self, exercises: Mapping[str, str]) -> None:
        self._exercises = exercises
        self._sets: dict[int, LoggedSet] = {}

    def workout(self, key: str, number: int, whole: WorkoutRecord, record: WorkoutRecord) -> Incoming:
        notes: list[str] = []
        places = [at for at, one in enumerate(record.exercises) if one.sets and one.name in self._exercises]
        exercises = [self._exercise(record.exercises[at], notes) for at in places]
        left_out = sum(len(one.sets) for one in record.exercises if one.name not in self._exercises)
        left_sets = whole.set_count - record.set_count if whole is not record else 0
        if not exercises:
            return Incoming(key, number, whole, None, left_out, left_sets)
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
        return Incoming(key, number, whole, made, left_out, left_sets, places=tuple(places))

    def _exercise(self, record: ExerciseRecord, notes: list[str]) -> LoggedExercise:
        note = one_line(record.note)
        if len(" ".join(record.note.split())) > MAX_NOTE:
            notes.append(tr("{exercise}: {note}", exercise=record.name, note=record.note.strip()))
        sets = tuple(self._set(one, record.name, notes) for one in record.sets)
        return LoggedExercise(self._exercises[record.name], sets, record.group, note, record.felt)

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
