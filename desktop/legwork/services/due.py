"""What is due: the check-in with the tape, and the sessions that the plan has for a day.

Owns when that is, and its words. Light, for the first page and for reminders: plain reads, a plan is not read as a
whole. It must not judge: a check-in that is late is simply due.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from legwork.domain.days import WEEKDAYS, ago, long_day, near_day, next_due
from legwork.domain.sites import BUILT_IN, Kind
from legwork.i18n import tr
from legwork.services.people import Person
from legwork.services.plan_now import plan_today, plans_now, sessions_in, week_at
from legwork.services.profile import Profile
from legwork.store.tables import workout


@dataclass(frozen=True)
class CheckInDue:
    """due: the day of the next check-in, today or gone by where it is due now. last: the newest day with the tape.

    done: nothing is due today. days_late: since the day that it was due, 0 while it is not late. words: a sentence.
    """

    due: date
    last: date | None
    done: bool
    days_late: int
    words: str


@dataclass(frozen=True)
class DueSession:
    """A session that the plan has for `day`. done: a workout did it, on whatever day. begun: one is in progress."""

    title: str
    day: date
    done: bool
    session_id: int = 0
    begun: bool = False


def check_in_due(profile: Profile, person: Person, today: date) -> CheckInDue:
    """When this person's next check-in is due. Raises StoreError.

    Judged by the newest day on which the tape was used: one on which only the scale was, or food was written down, is
    no check-in. For somebody who tracks nothing that takes a tape, any reading of what they track counts.
    """
    last = last_check_in(profile, person, today)
    due = next_due(person.check_in_weekday, last, today)
    late = max(0, (today - due).days)
    return CheckInDue(due, last, due > today, late, _words(due, last, today))


def last_check_in(profile: Profile, person: Person, today: date) -> date | None:
    """The newest day up to `today` on which this person measured; None when they never did. Raises StoreError."""
    with profile.reading() as reader:
        found = reader.latest_readings(person.id, today + timedelta(days=1))
    return max((day for day, site, *_ in found if counts(person, site)), default=None)


def tape_days(profile: Profile, person: Person, first: date | None = None, last: date | None = None) -> dict[int, date]:
    """As `check_ins.check_in_days`, without the days that are no check-in, such as those of the scale alone.

    Raises StoreError.
    """
    with profile.reading() as reader:
        if _uses_tape(person):
            found = reader.days_at(person.id, _NO_GIRTHS, others=True)
        else:
            found = reader.days_at(person.id, person.tracked)
    return {
        row_id: day
        for row_id, day in found
        if (first is None or day >= first) and (last is None or day <= last)
    }  # fmt: skip


def counts(person: Person, site: str) -> bool:
    """Whether a reading at a site makes a check-in of its day."""
    return site not in _NO_GIRTHS if _uses_tape(person) else site in person.tracked


def _uses_tape(person: Person) -> bool:
    return any(one.kind is Kind.GIRTH for one in person.tracked_sites)


_NO_GIRTHS = tuple(site.key for site in BUILT_IN if site.kind is not Kind.GIRTH)
"""A site that is none of these is a girth: a built-in one, or somebody's own."""


def _words(due: date, last: date | None, today: date) -> str:
    if last is None:
        return tr("Nothing is measured yet: the first check-in can be today.")
    if last == today:
        return tr("Done today. The next check-in is on {day}.", day=long_day(due))
    if due > today:
        return tr("Done {ago}. The next check-in is on {day}.", ago=ago(last, today), day=long_day(due))
    if due == today:
        return tr("Today is check-in day. The last one was {ago}.", ago=ago(last, today))
    if (today - due).days < 7:
        return tr("The check-in of {weekday} is still to do.", weekday=tr(WEEKDAYS[due.weekday()]))
    return tr("A check-in is due. The last one was {ago}, on {day}.", ago=ago(last, today), day=near_day(last, today))


def sessions_due(profile: Profile, person: Person, today: date, chosen_plan: int = 0) -> tuple[DueSession, ...]:
    """The sessions that the plan of today has for today's weekday, in its order. Raises StoreError.

    None without a plan that has a start, outside its weeks, and for sessions of any day: those are due on no day.
    """
    plan = plan_today(plans_now(profile, person.id), today, chosen_plan)
    if plan is None or plan.starts_on is None:
        return ()
    number = week_at(plan.starts_on, today)
    if not 0 <= number < plan.weeks:
        return ()
    with profile.reading() as reader:
        found = [one for one in sessions_in(reader, plan.week_ids[number]) if one.weekday == today.weekday()]
        rows = reader.by_ids(workout, [one.id for one in found], "plan_session_id")
    done = {row.plan_session_id for row in rows if row.finished}
    begun = {row.plan_session_id for row in rows if not row.finished}
    return tuple(DueSession(one.title, today, one.id in done, one.id, one.id in begun) for one in found)
