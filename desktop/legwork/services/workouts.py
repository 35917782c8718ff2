"""Workouts of a person: which there are, one of them as a whole, and the edits of workouts.

What a workout is stands in `domain.log`; how it lies in rows, in `workout_rows`. Targets and the numbers of last time
are worked out, never stored: what is stored was done. One that is not finished is in progress, and because every set is
an edit, it is there after a crash as well.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING, Any, ClassVar

from legwork.domain.days import near_day
from legwork.domain.log.model import Workout
from legwork.domain.log.sets import LoggedSet
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.services.edit import Edit
from legwork.services.people import one_person
from legwork.services.profile import Profile
from legwork.services.workout_changes import check_named, write_change
from legwork.services.workout_rows import TYPED, add_workouts, read_workouts, set_in, workout_in
from legwork.store.reader import Reader
from legwork.store.tables import workout as workout_table
from legwork.store.tables import workout_exercise, workout_set

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

_ORDER = ("day", "start", "id")


@dataclass(frozen=True)
class StoredWorkout:
    """A workout as it is stored. uid: names it in exports. finished: False while it is in progress.

    source: "typed" or the key of an import format. edited: an imported one that was changed here since.
    """

    workout: Workout
    uid: str
    finished: bool = True
    source: str = TYPED
    edited: bool = False


@dataclass(frozen=True)
class WorkoutInfo:
    """A workout without its exercises, for calendars and lists. start, minutes, session_id: as in `Workout`."""

    id: int
    day: date
    start: time | None
    minutes: int | None
    title: str
    session_id: int | None
    finished: bool
    source: str


@dataclass(frozen=True)
class FoundSet:
    """A set that was asked for by its id. place, at: of its exercise in the workout, and its own there, from 0."""

    set_id: int
    workout_id: int
    day: date
    title: str
    exercise: str
    place: int
    at: int
    done: LoggedSet


def workouts_of(
    profile: Profile, person_id: int, first: date | None = None, last: date | None = None
) -> tuple[StoredWorkout, ...]:
    """A person's workouts from `first` to `last` as a whole, by day and start; None: without an end."""
    with profile.reading() as reader:
        return workouts_from(reader, person_id, first, last)


def workouts_from(
    reader: Reader, person_id: int, first: date | None = None, last: date | None = None
) -> tuple[StoredWorkout, ...]:
    """As `workouts_of`, inside a transaction."""
    return _stored(reader, reader.within(workout_table, "day", first, last, _ORDER, person_id=person_id))


def workout_infos(
    profile: Profile, person_id: int, first: date | None = None, last: date | None = None
) -> tuple[WorkoutInfo, ...]:
    """The same without what they hold."""
    with profile.reading() as reader:
        rows = reader.within(workout_table, "day", first, last, _ORDER, person_id=person_id)
    alone = [(row, workout_in(row)) for row in rows]
    return tuple(
        WorkoutInfo(
            one.id, one.day, one.start, one.minutes, one.title, one.session_id, row.finished, row.source
        )
        for row, one in alone
    )  # fmt: skip


def newest_day(profile: Profile, person_id: int, last: date) -> date | None:
    """The day of a person's newest workout up to `last`; None when there is none."""
    with profile.reading() as reader:
        return reader.newest_day(workout_table, "day", last, person_id=person_id)


def workout_of(profile: Profile, person_id: int, workout_id: int) -> StoredWorkout | None:
    """A person's workout of that id; None when it is gone, or somebody else's."""
    with profile.reading() as reader:
        return next(iter(_stored(reader, reader.rows(workout_table, id=workout_id, person_id=person_id))), None)


def sets_by_id(profile: Profile, set_ids: Iterable[int]) -> tuple[FoundSet, ...]:
    """The sets of these ids, in the order in which they were done; those that are gone are left out."""
    with profile.reading() as reader:
        sets = reader.by_ids(workout_set, set_ids)
        exercises = {row.id: row for row in reader.by_ids(workout_exercise, {one.workout_exercise_id for one in sets})}
        workouts = {row.id: row for row in reader.by_ids(workout_table, {one.workout_id for one in exercises.values()})}
    found = []
    for one in sets:
        exercise = exercises[one.workout_exercise_id]
        row = workouts[exercise.workout_id]
        order = (row.day, row.start or "", row.id, exercise.position, one.position, one.id)
        found.append(
            (order, FoundSet(one.id, row.id, row.day, row.title, exercise.exercise, exercise.position, one.position,
                             set_in(one)))
        )  # fmt: skip
    return tuple(one for _, one in sorted(found, key=lambda each: each[0]))


@dataclass(frozen=True)
class StartWorkout(Edit):
    """Keep a workout that begins now, with the exercises that are planned, if any, and no sets yet (see
    `domain.log.workout_edits.begun`); it is in progress until `FinishWorkout`."""

    person_id: int
    workout: Workout

    @property
    def label(self) -> str:
        return tr("Start workout")

    def run(self, work: UnitOfWork) -> None:
        owner = one_person(work, self.person_id).id
        _check_day(self.workout.day)
        check_named(work, self.workout)
        add_workouts(work, owner, [(self.workout, {"uid": uuid.uuid4().hex, "finished": False})])


@dataclass(frozen=True)
class ChangeWorkout(Edit):
    """Bring a workout from one state to the next, writing only what differs. what: the translated name of what is done.

    before: as `workout_of` gave it, or as the last change left it; after: made of it by `domain.log.workout_edits`, its
    id is that of `before`. Refused, with nothing written, when the stored workout is no longer as `before`.
    """

    before: Workout
    after: Workout
    what: str

    @property
    def label(self) -> str:
        return self.what

    def run(self, work: UnitOfWork) -> None:
        if self.after.day != self.before.day:
            _check_day(self.after.day)
        write_change(work, self.before, self.after)


@dataclass(frozen=True)
class FinishWorkout(Edit):
    """End a workout that is in progress. after: how it ended (`domain.log.workout_edits.finished`).

    Exercises without a set and without a word go: they were not done. Refused when nothing is left.
    """

    before: Workout
    after: Workout

    @property
    def label(self) -> str:
        return tr("Finish workout")

    def run(self, work: UnitOfWork) -> None:
        kept = tuple(one for one in self.after.exercises if one.sets or one.note or one.felt is not None)
        if not any(one.sets for one in kept):
            raise UserError(tr("Nothing is logged yet: type a set first, or delete this workout."))
        write_change(work, self.before, replace(self.after, exercises=kept))
        work.update(workout_table, self.before.id, finished=True)


@dataclass(frozen=True)
class DeleteWorkout(Edit):
    """Remove a workout with all its sets; day: for the menu."""

    notable: ClassVar[bool] = True

    workout_id: int
    day: date

    @property
    def label(self) -> str:
        return tr("Delete workout on {day}", day=near_day(self.day, date.today()))

    def run(self, work: UnitOfWork) -> None:
        work.delete(workout_table, [self.workout_id])


def _check_day(day: date) -> None:
    if day > date.today():
        raise UserError(tr("This day is still to come: choose today or a day before."))


def _stored(reader: Reader, rows: list[Any]) -> tuple[StoredWorkout, ...]:
    return tuple(
        StoredWorkout(one, row.uid, row.finished, row.source, row.edited)
        for row, one in zip(rows, read_workouts(reader, rows), strict=True)
    )
