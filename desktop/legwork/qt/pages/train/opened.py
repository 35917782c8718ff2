"""The workout on the sheet: one that is kept, or one that was not begun yet and is a draft.

Owns which one it is, and keeping its next state. Nothing is kept before the first set or word; from then on each change
is an edit of its own. It shows nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject

from legwork.domain.log.model import Workout
from legwork.domain.log.workout_edits import finished, under_way
from legwork.qt.core.context import Context
from legwork.qt.pages.train.data import TrainData
from legwork.services.workouts import ChangeWorkout, FinishWorkout, StartWorkout, StoredWorkout


class OpenedWorkout:
    """Nothing, a draft, or a workout that is kept."""

    def __init__(self, context: Context, data: TrainData) -> None:
        self._context, self._data = context, data
        self._draft: Workout | None = None
        self._kept: StoredWorkout | None = None
        self._undone: int | None = None

    @property
    def workout(self) -> Workout | None:
        """What is on the sheet; None while the week is shown."""
        return self._kept.workout if self._kept is not None else self._draft

    @property
    def kept(self) -> StoredWorkout | None:
        """The same as it is kept; None for a draft."""
        return self._kept

    @property
    def live(self) -> bool:
        """Whether it is being done just now."""
        one = self.workout
        ended = self._kept is not None and self._kept.finished
        return one is not None and not ended and under_way(one, datetime.now())

    @staticmethod
    def goes_on(stored: StoredWorkout) -> bool:
        """Whether a workout in progress may still be going on, also past midnight."""
        return under_way(stored.workout, datetime.now())

    def close(self) -> None:
        """Nothing is on the sheet; a draft is forgotten."""
        self._draft, self._kept, self._undone = None, None, None

    def open(self, stored: StoredWorkout) -> None:
        """Put a workout that is kept on the sheet."""
        self._draft, self._kept, self._undone = None, stored, None

    def begin(self, workout: Workout) -> None:
        """Put a draft on the sheet; one of today begins now."""
        self._draft, self._kept, self._undone = _timed(workout), None, None

    def draft_on(self, day: date) -> bool:
        """Put the draft on another day. False when it is kept already."""
        if self._kept is not None or self._draft is None:
            return False
        self._draft = _timed(replace(self._draft, day=day))
        return True

    def look_again(self) -> None:
        """Look at what is kept now: a workout that was undone is a draft again, and kept again once that is redone."""
        if self._kept is None:
            known = self._data.known(self._undone) if self._undone is not None else None
            if self._draft is not None and known is not None:
                self._kept, self._undone = known, None
            return
        found = self._data.known(self._kept.workout.id)
        if found is None and self._draft is not None:
            self._undone = self._kept.workout.id
        self._kept = found

    def keep(self, after: Workout, what: str, initiator: QObject) -> bool:
        """Keep the next state. False when the store refused. Raises UserError."""
        runner, person = self._context.runner, self._context.person
        before = self.workout
        assert person is not None and before is not None
        if self._kept is None:
            done = runner.apply(StartWorkout(person.id, after), initiator)
            if done is None:
                return False
            self._data.load_changes(done.changes)
            [workout_id] = done.changes.workouts
            self._draft, self._kept = before, self._data.known(workout_id)
            return True
        if runner.apply(ChangeWorkout(before, after, what), initiator) is None:
            return False
        self._kept = self._data.changed(replace(self._kept, workout=after))
        return True

    @staticmethod
    def ending(stored: StoredWorkout) -> FinishWorkout:
        """The edit that ends a workout; one that is not under way took nobody knows how long."""
        one, now = stored.workout, datetime.now()
        return FinishWorkout(one, finished(one, now if under_way(one, now) else None))


def _timed(workout: Workout) -> Workout:
    if workout.day != date.today():
        return replace(workout, start=None, utc_offset_minutes=None)
    now = datetime.now().astimezone()
    offset = now.utcoffset()
    minutes = None if offset is None else int(offset.total_seconds() // 60)
    return replace(workout, start=now.time().replace(microsecond=0), utc_offset_minutes=minutes)
