"""Which plan is trained by today, and which sessions its week has: read without what they hold.

Owns the choice of the plan and how its weeks are counted. Light, for the first page and for reminders: what a session
asks for stays unread (that is `plans`), and so does what became of it (that is `train_week`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import Any, Protocol, TypeVar

from legwork.domain.days import WEEKDAYS
from legwork.i18n import tr
from legwork.services.profile import Profile
from legwork.store.reader import Reader
from legwork.store.tables import plan, plan_block, plan_session, plan_week


class Dated(Protocol):
    """A plan as far as the choice needs it: a `PlanInfo`, say. starts_on: None where nobody said."""

    @property
    def id(self) -> int:
        """Its id."""

    @property
    def starts_on(self) -> date | None:
        """The day on which it starts."""

    @property
    def weeks(self) -> int:
        """How many it has."""


_Plan = TypeVar("_Plan", bound=Dated)


@dataclass(frozen=True)
class PlanNow:
    """A plan. week_ids: of its weeks, in their order."""

    id: int
    name: str
    starts_on: date | None
    week_ids: tuple[int, ...]

    @property
    def weeks(self) -> int:
        """How many."""
        return len(self.week_ids)


@dataclass(frozen=True)
class SessionNow:
    """A session of a week. weekday: 0 is Monday, None for any day."""

    id: int
    title: str
    weekday: int | None


def plan_today(plans: Sequence[_Plan], today: date, chosen: int = 0) -> _Plan | None:
    """The plan that is trained by: the one that was chosen, else the newest that runs today, else the newest.

    None without a plan."""
    for one in plans:
        if one.id == chosen:
            return one
    running = [one for one in plans if one.starts_on is not None and 0 <= week_at(one.starts_on, today) < one.weeks]
    return next(reversed(running or list(plans)), None)


def monday_of(starts_on: date) -> date:
    """The day from which the weeks of a plan are counted. Weeks begin on Monday (a convention)."""
    return starts_on - timedelta(days=starts_on.weekday())


def week_at(starts_on: date, day: date) -> int:
    """The week of a plan in which a day lies, from 0; below 0 before it starts, and as far beyond its end as may be."""
    return (day - monday_of(starts_on)).days // 7


def title_of(name: str, weekday: int | None, place: int) -> str:
    """What a session is called: its name, without one its weekday, or which one of the week it is, from 0."""
    if name:
        return name
    if weekday is not None and 0 <= weekday < len(WEEKDAYS):
        return tr(WEEKDAYS[weekday])
    return tr("Session {number}", number=place + 1)


def plans_now(profile: Profile, person_id: int) -> tuple[PlanNow, ...]:
    """A person's plans, in the order in which they were added. Raises StoreError."""
    with profile.reading() as reader:
        plans = reader.rows(plan, person_id=person_id)
        blocks = _ordered(reader.by_ids(plan_block, [row.id for row in plans], "plan_id"))
        weeks = _ordered(reader.by_ids(plan_week, [row.id for row in blocks], "plan_block_id"))
    inside: dict[int, list[int]] = {row.id: [] for row in blocks}
    for row in weeks:
        inside[row.plan_block_id].append(row.id)
    of_plan: dict[int, list[int]] = {row.id: [] for row in plans}
    for row in blocks:
        of_plan[row.plan_id] += inside[row.id]
    return tuple(PlanNow(row.id, row.name, row.starts_on, tuple(of_plan[row.id])) for row in plans)


def sessions_in(reader: Reader, week_id: int) -> tuple[SessionNow, ...]:
    """The sessions of a week, in their order."""
    rows = _ordered(reader.rows(plan_session, plan_week_id=week_id))
    return tuple(
        SessionNow(row.id, title_of(row.name, row.weekday, place), row.weekday) for place, row in enumerate(rows)
    )


def _ordered(rows: list[Any]) -> list[Any]:
    return sorted(rows, key=attrgetter("position", "id"))
