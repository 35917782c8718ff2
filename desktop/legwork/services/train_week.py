"""The sessions of one week of a plan and what became of each: done, in progress, to come, missed.

Owns which week is meant today, and on which day a session would be entered. Which plan is meant is `plan_now`; what
became of sessions is `domain.log.adherence`; a missed one is ordinary.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from legwork.domain.log.adherence import Fate, Kept, adherence_of, planned_days
from legwork.domain.log.model import Workout
from legwork.domain.log.sheet import opened
from legwork.domain.plan.model import Block, Plan, Session, Week, weeks_of
from legwork.i18n import mark, ntr, tr
from legwork.services.plan_now import monday_of as monday_of  # asked for here by all who look at the weeks of a plan
from legwork.services.plan_now import plan_today as plan_today
from legwork.services.plan_now import title_of, week_at

_FAR = timedelta(days=60 * 7)


class State(StrEnum):
    """Where a session stands. TODAY: planned for today. LATER: its day has gone by, its week has not."""

    DONE = "done"
    MOVED = "moved"
    IN_PROGRESS = "in progress"
    TODAY = "today"
    LATER = "later"
    TO_COME = "to come"
    MISSED = "missed"


STATES = {
    State.DONE: mark("done"),
    State.MOVED: mark("done, moved"),
    State.IN_PROGRESS: mark("in progress"),
    State.TODAY: mark("today"),
    State.LATER: mark("not done yet"),
    State.TO_COME: mark("to come"),
    State.MISSED: mark("missed"),
}
"""For people, marked for translation."""

OPEN = frozenset({State.IN_PROGRESS, State.TODAY, State.LATER, State.TO_COME, State.MISSED})
"""Sessions that can still be done."""


@dataclass(frozen=True)
class SessionRow:
    """A session of the week. day: the planned one, None for any day. workouts: that did it, the first one first."""

    session: Session
    place: int
    day: date | None
    state: State
    workouts: tuple[Workout, ...] = ()

    @property
    def title(self) -> str:
        """Its name, or which one of the week it is."""
        return session_title(self.session, self.place)

    @property
    def facts(self) -> str:
        """How much it is, in words; of one that is done, how much was done, and what was planned where that differs."""
        entries = self.session.entries
        planned = _amount(len(entries), sum(one.prescription.sets for one in entries))
        if self.state not in (State.DONE, State.MOVED):
            return planned
        lifts = [opened(one.sets) for one in self.workouts[-1].exercises]
        done = _amount(sum(sets > 0 for sets in lifts), sum(lifts))
        return done if done == planned else tr("{done} (planned: {planned})", done=done, planned=planned)


@dataclass(frozen=True)
class TrainWeek:
    """A week of a plan. number: from 1, of `count`. first: its Monday, None for a plan without a start."""

    number: int
    count: int
    block: Block
    week: Week
    first: date | None
    rows: tuple[SessionRow, ...]


def _amount(exercises: int, sets: int) -> str:
    return tr(
        "{exercises}, {sets}",
        exercises=ntr("{count} exercise", "{count} exercises", exercises),
        sets=ntr("{count} set", "{count} sets", sets),
    )


def session_title(session: Session, place: int) -> str:
    """The name of a session; without one, its weekday or its place in the week."""
    return title_of(session.name, session.weekday, place)


def week_number(plan: Plan, starts_on: date | None, workouts: Sequence[Workout], today: date) -> int:
    """The week that is meant today, from 1: by the calendar, held within the plan; without a start the first one in
    which something is still to do. 0 for a plan without weeks."""
    weeks = [week for _, week in weeks_of(plan)]
    if not weeks:
        return 0
    if starts_on is not None:
        return min(max(0, week_at(starts_on, today)), len(weeks) - 1) + 1
    done = {one.session_id for one in workouts}
    for number, week in enumerate(weeks, 1):
        if any(one.id not in done for one in week.sessions):
            return number
    return len(weeks)


def week_of(
    plan: Plan,
    starts_on: date | None,
    number: int,
    workouts: Sequence[Workout],
    today: date,
    open_id: int | None = None,
) -> TrainWeek:
    """A week with its sessions in order. workouts: those that may have done them. open_id: the one in progress."""
    weeks = list(weeks_of(plan))
    block, week = weeks[number - 1]
    first = None if starts_on is None else monday_of(starts_on) + timedelta(weeks=number - 1)
    begin = monday_of(starts_on) if starts_on is not None else today - _FAR
    planned = [one for one in planned_days(plan, begin) if one.week == number - 1]
    kept = adherence_of(planned, workouts, today, date.min, date.max).kept
    rows = tuple(
        SessionRow(
            one.planned.session,
            place,
            one.planned.day if starts_on is not None else None,
            _state(one, today, open_id, dated=starts_on is not None),
            one.workouts,
        )
        for place, one in enumerate(kept)
    )
    return TrainWeek(number, len(weeks), block, week, first, rows)


def entry_day(row: SessionRow, week: TrainWeek, today: date) -> date:
    """On which day a session that was done is entered: the planned one where that has gone by, else today.

    One of any day in a week that is over: the last day of that week."""
    if row.day is not None and row.day < today:
        return row.day
    if week.first is not None and week.first + timedelta(days=6) < today:
        return week.first + timedelta(days=6)
    return today


def next_row(week: TrainWeek, after: int | None = None) -> SessionRow | None:
    """What would be done next: the session in progress, today's, else the first that is open, after a place where one
    is given and then from the top. None when all are done."""
    for state in (State.IN_PROGRESS, State.TODAY):
        for one in week.rows:
            if after is None and one.state is state:
                return one
    rows = [one for one in week.rows if one.state in OPEN]
    later = [one for one in rows if after is not None and one.place > after]
    return next(iter(later or rows), None)


def _state(kept: Kept, today: date, open_id: int | None, *, dated: bool) -> State:
    if any(one.id == open_id for one in kept.workouts):
        return State.IN_PROGRESS
    if kept.workouts:
        return State.MOVED if dated and kept.fate is Fate.MOVED else State.DONE
    if not dated:
        return State.TO_COME
    if kept.fate is Fate.MISSED:
        return State.MISSED
    day = kept.planned.day
    if day == today:
        return State.TODAY
    return State.LATER if day is not None and day < today else State.TO_COME
