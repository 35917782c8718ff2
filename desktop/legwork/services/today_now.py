"""What the first page says at once: the check-in, the session, and the one thing to do next.

Owns reading it with plain questions, so that the page is drawn before anything heavy is loaded. What needs the trends,
the log as a whole or a forecast comes later, from the background.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from legwork.domain.days import WEEKDAYS, near_day
from legwork.i18n import listed, ntr, tr
from legwork.services import settings
from legwork.services.check_ins import on_day
from legwork.services.due import CheckInDue, check_in_due
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.today_sessions import Planned, Sessions, When, sessions_now
from legwork.services.today_step import NextStep, Step, StepFacts, exercises_text, next_step, waits
from legwork.store.tables import goal, workout

REVIEW_DAYS = 7
"""For so many days after a check-in its review waits to be read (a convention)."""


@dataclass(frozen=True)
class Said:
    """What a small card says: a line in large, and what there is to add."""

    head: str
    more: str = ""


@dataclass(frozen=True)
class TodayNow:
    """What is known at once. review: the day of the check-in that can be reviewed; None without one.

    measured, trains, goal: whether there ever was a check-in, there is any plan or workout, and any goal is set: what
    there is nothing of has no place to be kept free.
    """

    today: date
    step: NextStep
    check_in: CheckInDue
    sessions: Sessions
    check_in_said: Said
    session_said: Said
    review: date | None
    measured: bool = False
    trains: bool = False
    goal: bool = False


def today_now(
    profile: Profile,
    person: Person,
    today: date,
    chosen_plan: int = 0,
    read: date | None = None,
    put_off: Mapping[Step, date] | None = None,
) -> TodayNow:
    """How things stand. read: the check-in whose review was read last. put_off: the day on which each step was.

    Raises StoreError.
    """
    due = check_in_due(profile, person, today)
    sessions = sessions_now(profile, person, today, chosen_plan)
    with profile.reading() as reader:
        has_goal = reader.count(goal, person_id=person.id) > 0
        trains = sessions.planned is not Planned.NOTHING or reader.count(workout, person_id=person.id) > 0
    review = due.last if due.last is not None and (today - due.last).days < REVIEW_DAYS else None
    waiting = review is not None and (read is None or read < review)
    away = frozenset(step for step, day in (put_off or {}).items() if day <= today < day + waits(step))
    step = next_step(StepFacts(today, due, sessions, has_goal, waiting, away, _copy(profile, today)))
    values = _values(profile, person, due.last)
    return TodayNow(
        today,
        step,
        due,
        sessions,
        _check_in(due, values, today),
        _session(sessions, today),
        due.last,
        due.last is not None,
        trains,
        has_goal,
    )


def _copy(profile: Profile, today: date) -> str:
    if settings.read(profile)[settings.REMIND_COPY] == settings.NO:
        return ""
    from legwork.services.reminders import copy_due

    return copy_due(profile, today)


def _values(profile: Profile, person: Person, day: date | None) -> int:
    return 0 if day is None else len(on_day(profile, person.id, day).readings)


def _check_in(due: CheckInDue, values: int, today: date) -> Said:
    if due.last is None:
        return Said(tr("Not measured yet"), tr("Once a week with a tape, always on the same morning, is enough."))
    last = ntr(
        "Last one: {day}, {count} value.", "Last one: {day}, {count} values.", values, day=near_day(due.last, today)
    )
    if due.last == today:
        return Said(
            tr("Done today"),
            ntr("{count} value. Next: {day}.", "{count} values. Next: {day}.", values, day=_dated(due.due, today)),
        )
    if due.done:
        days = (due.due - today).days
        if days == 1:
            return Said(tr("Due tomorrow"), last)
        if days < 7:
            return Said(tr("Due on {weekday}", weekday=tr(WEEKDAYS[due.due.weekday()])), last)
        return Said(tr("Due on {day}", day=near_day(due.due, today)), last)
    return Said(tr("Due today") if not due.days_late else tr("Due since {day}", day=near_day(due.due, today)), last)


def _session(found: Sessions, today: date) -> Said:
    if found.running is not None:
        return Said(found.running.title, tr("in progress"))
    done = tr("Done today: {sessions}.", sessions=listed(found.done_today)) if found.done_today else ""
    ahead = found.ahead
    if ahead is None:
        if found.planned is Planned.NOTHING:
            return Said(tr("No plan yet"), done or tr("A free session needs none."))
        if found.planned is Planned.ENDED:
            return Said(tr("The plan is over"), done or tr("A free session needs none."))
        return Said(tr("All done this week"), done)
    when = {
        When.TODAY: tr("today"),
        When.OPEN: tr("planned for {day}, still open", day=_weekday(ahead.day)),
        When.NEXT: _coming(ahead.day, today),
        When.ANY: tr("on any day"),
    }[ahead.when]
    parts = [done, f"{when[:1].upper()}{when[1:]}, {exercises_text(ahead)}."]
    if found.count:
        parts.append(
            ntr(
                "{done} of {count} session done this week.", "{done} of {count} sessions done this week.", found.count,
                done=found.done,
            )
        )  # fmt: skip
    return Said(ahead.title, " ".join(part for part in parts if part))


def _dated(day: date, today: date) -> str:
    return tr("{weekday}, {day}", weekday=_weekday(day), day=near_day(day, today).replace(" ", "\N{NO-BREAK SPACE}"))


def _weekday(day: date | None) -> str:
    return "" if day is None else tr(WEEKDAYS[day.weekday()])


def _coming(day: date | None, today: date) -> str:
    if day is None:
        return ""
    if day - today == timedelta(days=1):
        return tr("tomorrow")
    return tr("on {day}", day=_weekday(day) if (day - today).days < 7 else _dated(day, today))
