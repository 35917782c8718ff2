"""The stretches of time that logged work is summed over: a day, a week, a block of the plan.

Owns where they begin and end, and their names. What they add up to is `train_count`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from legwork.domain.days import full_day, long_day, short_day
from legwork.domain.plan.model import BLOCK_KINDS, Session, Week, weeks_of
from legwork.i18n import mark, tr
from legwork.services.plans import StoredPlan
from legwork.services.train_week import monday_of

BLOCK_WEEKS = 4
"""Weeks of a block where no plan says so. Source: usual blocks of a plan, 4 to 8 weeks (SCIENCE section 6)."""


FIRST_DAY = date(1950, 1, 1)
"""Nobody looks further back (a convention)."""


class Stretch(StrEnum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    BLOCK = "block"


STRETCHES = {Stretch.DAY: mark("Day"), Stretch.WEEK: mark("Week"), Stretch.BLOCK: mark("Block")}
"""For people, marked for translation."""


@dataclass(frozen=True)
class Period:
    """Days that are summed. title: which; note: what has to be said about it, may be empty."""

    stretch: Stretch
    first: date
    last: date
    title: str
    note: str = ""

    @property
    def days(self) -> int:
        """How many."""
        return (self.last - self.first).days + 1

    @property
    def weeks(self) -> int | None:
        """How many whole weeks; None for a day, of which nothing weekly can be said."""
        return self.days // 7 if self.days % 7 == 0 else None

    @property
    def within(self) -> str:
        """When, as the end of a title: "24 Nov 2026", "23 Nov to 29 Nov 2026"."""
        if self.first == self.last:
            return full_day(self.first)
        return days_text(self.first, self.last)


@dataclass(frozen=True)
class DatedWeek:
    """A week of the plan with its first day. block: its place among the blocks."""

    first: date
    week: Week
    block: int


def period_at(stretch: Stretch, day: date, plan: StoredPlan | None, today: date) -> Period:
    """The period that a day lies in. Weeks begin on Monday; a block is one of the plan where it runs, else BLOCK_WEEKS
    weeks beside it, or up to this week. plan: that one trains by."""
    if stretch is Stretch.DAY:
        return Period(stretch, day, day, tr("Today, {day}", day=long_day(day)) if day == today else long_day(day))
    if stretch is Stretch.WEEK:
        first = monday_of(day)
        return Period(stretch, first, first + timedelta(days=6), days_text(first, first + timedelta(days=6)))
    weeks = dated_weeks(plan)
    here = next((one for one in weeks if one.first <= day < one.first + timedelta(days=7)), None)
    if here is None or plan is None:
        return _without_plan(day, weeks, today)
    inside = [one.first for one in weeks if one.block == here.block]
    first, last = min(inside), max(inside) + timedelta(days=6)
    block = plan.plan.blocks[here.block]
    name = block.name or tr(BLOCK_KINDS[block.kind])
    note = tr("Block {number} of {count} of {plan}", number=here.block + 1, count=len(plan.plan.blocks),
              plan=plan.info.name or tr("the plan"))  # fmt: skip
    return Period(stretch, first, last, tr("{block}, {days}", block=name, days=days_text(first, last)), note)


def before(period: Period, plan: StoredPlan | None, today: date) -> Period:
    """The period before another one; FIRST_DAY's is the last one that there is."""
    if period.first <= FIRST_DAY:
        return period
    return period_at(period.stretch, period.first - timedelta(days=1), plan, today)


def after(period: Period, plan: StoredPlan | None, today: date) -> Period:
    """The period after another one."""
    return period_at(period.stretch, period.last + timedelta(days=1), plan, today)


def days_text(first: date, last: date) -> str:
    """ "23 Nov to 29 Nov 2026", "28 Dec 2026 to 3 Jan 2027"."""
    begin = short_day(first) if first.year == last.year else full_day(first)
    return tr("{first} to {last}", first=begin, last=full_day(last))


def dated_weeks(plan: StoredPlan | None) -> tuple[DatedWeek, ...]:
    """The weeks of a plan with their days; none for a plan without a start, and without a plan."""
    if plan is None or plan.info.starts_on is None:
        return ()
    begin = monday_of(plan.info.starts_on)
    place = {id(block): at for at, block in enumerate(plan.plan.blocks)}
    return tuple(
        DatedWeek(begin + timedelta(weeks=number), week, place[id(block)])
        for number, (block, week) in enumerate(weeks_of(plan.plan))
    )


def planned_weeks(period: Period, plan: StoredPlan | None) -> tuple[Week, ...]:
    """The weeks of the plan that lie in a period; of a day, a week with only the sessions of that day. None of them
    where the plan does not run; a session of any day belongs to no day."""
    found = [
        one.week for one in dated_weeks(plan)
        if one.first <= period.last and one.first + timedelta(days=6) >= period.first
    ]  # fmt: skip
    if period.stretch is not Stretch.DAY:
        return tuple(found)
    return tuple(Week(one.id, tuple(each for each in one.sessions if _on(each, period.first))) for one in found)


def _on(session: Session, day: date) -> bool:
    return session.weekday is not None and int(session.weekday) == day.weekday()


def _without_plan(day: date, weeks: tuple[DatedWeek, ...], today: date) -> Period:
    """BLOCK_WEEKS weeks: before the plan they end with it, after it they begin where it ends, without one the last of
    them is this week."""
    long = timedelta(weeks=BLOCK_WEEKS)
    if weeks:
        begin = weeks[0].first if day < weeks[0].first else weeks[-1].first + timedelta(days=7)
    else:
        begin = monday_of(today) + timedelta(days=7)
    first = begin + long * ((day - begin).days // long.days)
    last = first + long - timedelta(days=1)
    note = tr("{count} weeks, as no plan runs then.", count=BLOCK_WEEKS)
    return Period(Stretch.BLOCK, first, last, days_text(first, last), note)
