"""What was planned beside what was done: sessions done, moved, missed and repeated, and hard sets of both.

Owns the comparison. It must not judge it: a missed session is ordinary, and what comes next does not punish it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import StrEnum

from legwork.domain.log.model import Workout
from legwork.domain.plan.counting import MuscleSets, WeekCount
from legwork.domain.plan.model import Plan, Session, weeks_of


class Fate(StrEnum):
    """What became of a planned session. MOVED: done, on another day than planned. OPEN: its time is not over."""

    DONE = "done"
    MOVED = "moved"
    MISSED = "missed"
    OPEN = "open"


@dataclass(frozen=True)
class PlannedDay:
    """A session of the plan. week: from 0; first, last: its week; day: None for a session of any day."""

    session: Session
    week: int
    first: date
    last: date
    day: date | None


@dataclass(frozen=True)
class Kept:
    """A planned session and what became of it. workouts: those that did it, the first one first; more than one are
    repetitions."""

    planned: PlannedDay
    fate: Fate
    workouts: tuple[Workout, ...] = ()


@dataclass
class Adherence:
    """A stretch of time. free: workouts without a planned session in it."""

    kept: list[Kept] = field(default_factory=list)
    free: list[Workout] = field(default_factory=list)

    def count(self, fate: Fate) -> int:
        """How many sessions met this fate."""
        return sum(one.fate is fate for one in self.kept)

    @property
    def repeated(self) -> int:
        """Workouts that did a session once more."""
        return sum(max(0, len(one.workouts) - 1) for one in self.kept)


def planned_days(plan: Plan, starts_on: date) -> tuple[PlannedDay, ...]:
    """Every session of a plan with its week and its day. starts_on: the first day of the first week, any weekday."""
    found = []
    for number, (_, week) in enumerate(weeks_of(plan)):
        first = starts_on + timedelta(weeks=number)
        for session in week.sessions:
            day = None
            if session.weekday is not None:
                day = first + timedelta(days=(session.weekday - first.weekday()) % 7)
            found.append(PlannedDay(session, number, first, first + timedelta(days=6), day))
    return tuple(found)


def adherence_of(
    planned: Sequence[PlannedDay], workouts: Iterable[Workout], today: date, first: date, last: date
) -> Adherence:
    """What became of the sessions whose weeks begin from `first` to `last`, and the workouts of these days beside them.

    A workout does the session that it names, whenever it was. A session without a workout is missed when its week is
    over, else open; a session of a day that has gone by may still be done in its week. workouts: in any order.
    """
    by_session: dict[int, list[Workout]] = {}
    known = {one.session.id for one in planned}
    found = Adherence()
    for workout in sorted(workouts, key=lambda one: (one.day, one.start or time.min, one.id)):
        if workout.session_id in known and workout.session_id is not None:
            by_session.setdefault(workout.session_id, []).append(workout)
        elif first <= workout.day <= last:
            found.free.append(workout)
    for one in planned:
        if first <= one.first <= last:
            done = tuple(by_session.get(one.session.id, ()))
            found.kept.append(Kept(one, _fate(one, done, today), done))
    return found


def muscles_kept(planned: WeekCount, done: WeekCount) -> dict[str, tuple[float, float]]:
    """Hard sets of each muscle in a week, planned and done, in the order of the alphabet; 0 where there are none."""
    none = MuscleSets()
    return {
        muscle: (planned.muscles.get(muscle, none).total, done.muscles.get(muscle, none).total)
        for muscle in sorted({*planned.muscles, *done.muscles})
    }


def _fate(planned: PlannedDay, done: Sequence[Workout], today: date) -> Fate:
    if not done:
        return Fate.MISSED if today > planned.last else Fate.OPEN
    on_time = planned.first <= done[0].day <= planned.last if planned.day is None else done[0].day == planned.day
    return Fate.DONE if on_time else Fate.MOVED
