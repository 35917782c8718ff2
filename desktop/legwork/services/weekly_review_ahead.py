"""What the seven days from a check-in on bring: sessions, the next check-in, what the week proposes, a milestone.

Owns putting them together in lines. Every one of them is decided elsewhere, so that all pages speak with one voice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legwork.domain.days import WEEKDAYS, ago, long_day
from legwork.domain.log.adherence import Fate, Kept
from legwork.domain.log.model import Workout
from legwork.domain.log.plan_weeks import PlanWeek
from legwork.domain.plan.model import BLOCK_KINDS
from legwork.i18n import ntr, tr
from legwork.services.asked_week import asked_week, sessions_done
from legwork.services.choices import choices_of
from legwork.services.due import check_in_due
from legwork.services.goal_outlook import goal_views
from legwork.services.goal_steps import milestones
from legwork.services.loop import loop_view
from legwork.services.own_exercises import catalogue_of
from legwork.services.people import Person
from legwork.services.plan_lookup import lookup_of
from legwork.services.plans import StoredPlan, plan_of_today
from legwork.services.profile import Profile
from legwork.services.train_week import OPEN, week_number, week_of
from legwork.services.training_calendar import CalendarBase
from legwork.services.volume_next import Decided, WeekProposal, WeekView, week_view
from legwork.services.week_answers import answers_in
from legwork.services.weekly_review_done import sessions_within

_MOST_STEPS = 2
"""Milestones that are told, the nearest (a convention: one page)."""


@dataclass(frozen=True)
class AheadSession:
    """A session of the coming days. day: "Tuesday", "" for any day. facts: how much it is. done: it is done already."""

    title: str
    day: str
    facts: str
    done: bool


@dataclass(frozen=True)
class AheadLine:
    """Something that is proposed or expected. what: behind it in smaller letters, why: the reason; may be empty."""

    head: str
    what: str = ""
    why: str = ""


@dataclass(frozen=True)
class ReviewAhead:
    """first, last: the seven days. plan: that the check-in is old where it is, and which week of the plan it is, or
    that there is none. check_in: when the next one is.

    proposals: of the week that was, open or agreed on; ask: what has to be answered before there are any. milestones:
    the next small step to a goal. loop: expected beside seen, in a sentence.
    """

    first: date
    last: date
    plan: str = ""
    sessions: tuple[AheadSession, ...] = ()
    check_in: str = ""
    proposals: tuple[AheadLine, ...] = ()
    ask: str = ""
    milestones: tuple[AheadLine, ...] = ()
    loop: tuple[str, ...] = ()


def ahead_of(
    profile: Profile,
    person: Person,
    day: date,
    base: CalendarBase,
    chosen_plan: int = 0,
    newest: bool = True,
    breathe: Callable[[], object] = bool,
) -> ReviewAhead:
    """What the seven days from the check-in of `day` on bring. base: of the calendar. Raises StoreError.

    newest: it is the newest check-in; once its seven days have gone by, those from today on are what comes. Of an older
    one nothing is proposed. breathe: called between the parts; what it raises ends the work.
    """
    gone = newest and base.today - day >= timedelta(days=7)
    first = base.today if gone else day
    last = first + timedelta(days=6)
    stored = plan_of_today(profile, person.id, base.today, chosen_plan)
    plan, sessions = _sessions(first, last, base, stored)
    if gone:
        plan = tr("This check-in was {ago}: what comes is told from today on. {plan}",
                  ago=ago(day, base.today), plan=plan)  # fmt: skip
    breathe()
    if not newest:
        return ReviewAhead(first, last, plan, sessions)
    view = _week(profile, person, base, stored, chosen_plan, breathe)
    proposals, ask = _proposals(view)
    due = check_in_due(profile, person, base.today).words
    steps = milestones(goal_views(profile, person, base.today, chosen_plan, breathe))
    found = loop_view(profile, person, base.today, chosen_plan, breathe)
    loop = (*(one.head for one in found.cards), found.said)
    return ReviewAhead(
        first, last, plan, sessions, due, proposals, ask,
        tuple(AheadLine(one.name, f"{one.text}, {one.when}") for one in steps[:_MOST_STEPS]),
        tuple(one for one in loop if one),
    )  # fmt: skip


def _sessions(
    first: date, last: date, base: CalendarBase, stored: StoredPlan | None
) -> tuple[str, tuple[AheadSession, ...]]:
    """Which week of the plan it is, and the sessions of these days."""
    weeks = [one for one in base.weeks if one.monday <= last and one.monday + timedelta(days=6) >= first]
    if weeks:
        kept = sessions_within(base, first, last)
        return _week_words(weeks), tuple(_session(title, one) for title, one in kept)
    if last < base.today:
        return tr("No plan had these days."), ()
    if stored is None:
        return tr("There is no plan yet: make one on the Plan page."), ()
    if stored.info.starts_on is not None:
        if last < stored.info.starts_on:
            return tr("Your plan begins on {day}.", day=long_day(stored.info.starts_on)), ()
        return tr("Your plan is over by then: choose or make the next one on the Plan page."), ()
    return _undated(base, stored)


def _undated(base: CalendarBase, stored: StoredPlan) -> tuple[str, tuple[AheadSession, ...]]:
    """The sessions that are still open in the week of a plan without a first day."""
    log = [Workout(one.id, one.day, one.start, session_id=one.session_id) for one in base.infos]
    number = week_number(stored.plan, None, log, base.today)
    if not number:
        return tr("Your plan has no week yet."), ()
    week = week_of(stored.plan, None, number, log, base.today)
    said = tr("Week {number} of {count}, without a first day", number=week.number, count=week.count)
    rows = [one for one in week.rows if one.state in OPEN]
    return said, tuple(AheadSession(one.title, "", one.facts, done=False) for one in rows)


def _week_words(weeks: Sequence[PlanWeek]) -> str:
    """The weeks of the plan that these days lie in, and what their blocks are."""
    first, last = weeks[0], weeks[-1]
    blocks = dict.fromkeys(one.block.name or tr(BLOCK_KINDS[one.block.kind]) for one in weeks)
    words = {"first": first.number, "last": last.number, "count": last.count, "block": ", ".join(blocks)}
    if first.number == last.number:
        return tr("Week {first} of {count}: {block}", **words)
    if first.plan_id != last.plan_id:
        return tr("Week {first} of {count}: {block}", **{**words, "first": last.number})
    return tr("Weeks {first} and {last} of {count}: {block}", **words)


def _session(title: str, one: Kept) -> AheadSession:
    session = one.planned.session
    sets = sum(entry.prescription.sets for entry in session.entries)
    facts = tr(
        "{exercises}, {sets}",
        exercises=ntr("{count} exercise", "{count} exercises", len(session.entries)),
        sets=ntr("{count} set", "{count} sets", sets),
    )
    day = tr(WEEKDAYS[one.planned.day.weekday()]) if one.planned.day is not None else ""
    return AheadSession(title, day, facts, one.fate in (Fate.DONE, Fate.MOVED))


def _week(
    profile: Profile,
    person: Person,
    base: CalendarBase,
    stored: StoredPlan | None,
    chosen_plan: int,
    breathe: Callable[[], object],
) -> WeekView | None:
    """What follows from the week that the Train page asks about; None where there is none."""
    week = asked_week(profile, person, base.today, chosen_plan)
    if week is None:
        return None
    log = sessions_done(profile, person)
    catalogue = catalogue_of(profile, person.id)
    answered = answers_in(choices_of(profile, person.id), week).given
    # What could be lifted once takes long to find, and a week without answers needs none of it.
    lookup = lookup_of(profile, person, base.today, catalogue) if answered else base.lookup
    breathe()
    return week_view(profile, person, week, base.today, stored, log, catalogue, lookup, breathe)


def _proposals(view: WeekView | None) -> tuple[tuple[AheadLine, ...], str]:
    if view is None:
        return (), ""
    if not view.answers.given and view.groups:
        return (), tr("How was the week? Tell it on Train, and it says whether sets should change.")
    agreed = tuple(_line(one, agreed=True) for one in view.decided if one.decided is Decided.AGREED)
    return (*(_line(one, agreed=False) for one in view.proposals), *agreed), view.early


def _line(one: WeekProposal, *, agreed: bool) -> AheadLine:
    what = tr("{what} (agreed)", what=one.what) if agreed else one.what
    return AheadLine(one.head, what, one.reason)
