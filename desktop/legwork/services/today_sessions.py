"""Where a person stands in their plan: what is in progress, the session of today or the next one, a week to answer.

Owns finding it with plain reads, for the first page: a plan is not read as a whole. The rules are those of the Train
page (`train_week`, `asked_week`), which says what each session holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from legwork.domain.log.asked_week import week_topic
from legwork.i18n import tr
from legwork.services.asked_week import asked_in
from legwork.services.people import Person
from legwork.services.plan_now import PlanNow, SessionNow, monday_of, plan_today, plans_now, sessions_in, week_at
from legwork.services.profile import Profile
from legwork.store.reader import Reader
from legwork.store.tables import choice, plan_entry, workout


class Planned(StrEnum):
    """What there is to train by. ENDED: all weeks of the plan are over."""

    NOTHING = "nothing"
    RUNS = "runs"
    ENDED = "ended"


class When(StrEnum):
    """TODAY: planned for today. OPEN: its day has gone by, its week has not. NEXT: on a day to come. ANY: on none."""

    TODAY = "today"
    OPEN = "open"
    NEXT = "next"
    ANY = "any"


@dataclass(frozen=True)
class Ahead:
    """The session that comes next. exercises: how many it holds. day: None for any day."""

    session_id: int
    title: str
    exercises: int
    day: date | None
    when: When


@dataclass(frozen=True)
class Running:
    """A workout in progress."""

    workout_id: int
    title: str
    day: date


@dataclass(frozen=True)
class Sessions:
    """plan: its name, "" for none. done_today: titles of what was finished today. done, count: sessions of this week.

    week: the Monday of a week whose questions wait for an answer, None for none.
    """

    planned: Planned = Planned.NOTHING
    plan: str = ""
    ahead: Ahead | None = None
    running: Running | None = None
    done_today: tuple[str, ...] = ()
    done: int = 0
    count: int = 0
    week: date | None = None


def sessions_now(profile: Profile, person: Person, today: date, chosen_plan: int = 0) -> Sessions:
    """How things stand on the day `today`. Raises StoreError."""
    plan = plan_today(plans_now(profile, person.id), today, chosen_plan)
    with profile.reading() as reader:
        open_rows = reader.rows(workout, ("day", "start", "id"), person_id=person.id, finished=False)
        running = open_rows[-1] if open_rows else None
        todays = reader.rows(workout, person_id=person.id, day=today, finished=True)
        week, here = _weeks(reader, plan, today)
        done = _done(reader, here)
        ahead = _ahead(reader, plan, week, here, done, today)
        asked = asked_in(reader, person.id, plan, today)
        if asked is not None and reader.count(choice, person_id=person.id, topic=week_topic(asked)):
            asked = None  # answered
    return Sessions(
        _planned(plan, ahead, today),
        plan.name if plan is not None else "",
        ahead,
        Running(running.id, running.title or tr("Free session"), running.day) if running is not None else None,
        tuple(row.title or tr("Free session") for row in todays),
        sum(one.id in done for one in here),
        len(here),
        asked,
    )


def _planned(plan: PlanNow | None, ahead: Ahead | None, today: date) -> Planned:
    if plan is None or not plan.weeks:
        return Planned.NOTHING
    if plan.starts_on is None:
        return Planned.RUNS if ahead is not None else Planned.ENDED
    return Planned.ENDED if week_at(plan.starts_on, today) >= plan.weeks else Planned.RUNS


def _weeks(reader: Reader, plan: PlanNow | None, today: date) -> tuple[int, tuple[SessionNow, ...]]:
    """The week that it is, from 0, and its sessions; without a start the first one in which something is to do."""
    if plan is None or not plan.weeks:
        return 0, ()
    if plan.starts_on is not None:
        number = week_at(plan.starts_on, today)
        return number, sessions_in(reader, plan.week_ids[number]) if 0 <= number < plan.weeks else ()
    for number, week_id in enumerate(plan.week_ids):
        found = sessions_in(reader, week_id)
        if {one.id for one in found} - _done(reader, found):
            return number, found
    return plan.weeks, ()


def _done(reader: Reader, sessions: Sequence[SessionNow]) -> set[int]:
    """Those of them that a finished workout did, on whatever day."""
    rows = reader.by_ids(workout, [one.id for one in sessions], "plan_session_id")
    return {row.plan_session_id for row in rows if row.finished}


def _ahead(
    reader: Reader, plan: PlanNow | None, week: int, here: Sequence[SessionNow], done: set[int], today: date
) -> Ahead | None:
    """Today's session, else the first of this week that is still open, else the first of the next week that has any."""
    if plan is None:
        return None
    open_ones = [one for one in here if one.id not in done]
    if plan.starts_on is None:
        return _made(reader, open_ones[0], None, today) if open_ones else None
    monday = monday_of(plan.starts_on) + timedelta(weeks=week)
    todays = [one for one in open_ones if one.weekday == today.weekday()]
    if open_ones:
        one = (todays or open_ones)[0]
        return _made(reader, one, _day(one, monday), today)
    for number in range(max(0, week + 1), plan.weeks):
        coming = sessions_in(reader, plan.week_ids[number])
        coming = tuple(one for one in coming if one.id not in _done(reader, coming))
        if coming:
            monday = monday_of(plan.starts_on) + timedelta(weeks=number)
            return _made(reader, coming[0], _day(coming[0], monday) or monday, today)
    return None


def _day(one: SessionNow, monday: date) -> date | None:
    return None if one.weekday is None else monday + timedelta(days=one.weekday)


def _made(reader: Reader, one: SessionNow, day: date | None, today: date) -> Ahead:
    if day is None:
        when = When.ANY
    elif day == today:
        when = When.TODAY
    else:
        when = When.OPEN if day < today else When.NEXT
    return Ahead(one.id, one.title, reader.count(plan_entry, plan_session_id=one.id), day, when)
