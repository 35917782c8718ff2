"""Which week of training is asked about, whether all of it is done, and which sessions of plans were done.

Owns this for all who ask: the Train page, the first page, the review of a week, expected against seen. Plain reads, for
the first page: nothing heavy is loaded. What is asked stands in `domain.log.week_answers`, what follows from it is
`volume_next`.
"""

from __future__ import annotations

from datetime import date, timedelta

from legwork.domain.log.asked_week import week_to_ask
from legwork.services.people import Person
from legwork.services.plan_now import PlanNow, monday_of, plan_today, plans_now, sessions_in, week_at
from legwork.services.profile import Profile
from legwork.store.reader import Reader
from legwork.store.tables import workout

_WEEK = timedelta(weeks=1)

_WARM_UP = "warm_up"
"""As `LoggedKind.WARM_UP` is kept; the first page does not load what a set is."""


def asked_week(profile: Profile, person: Person, today: date, chosen_plan: int = 0) -> date | None:
    """The Monday of the week to ask about, answered or not; None where nothing was trained in it. Raises StoreError.

    A week is trained when a workout of it, finished or not, holds a set that is no warm-up. All of this week is done
    when the plan that is trained by has sessions for it, each has a workout, and none is in progress.
    """
    plan = plan_today(plans_now(profile, person.id), today, chosen_plan)
    with profile.reading() as reader:
        return asked_in(reader, person.id, plan, today)


def asked_in(reader: Reader, person_id: int, plan: PlanNow | None, today: date) -> date | None:
    """As `asked_week`, inside a transaction. plan: the one that is trained by, None without one."""
    monday = monday_of(today)
    found = reader.lifted(person_id, monday - _WEEK, today, _WARM_UP)
    trained = {monday_of(day) for _, day, _ in found}
    return week_to_ask(today, trained, complete=monday in trained and _complete(reader, person_id, plan, today))


def sessions_done(profile: Profile, person: Person) -> tuple[tuple[int, date], ...]:
    """(session of a plan, day) of all workouts that did one, by day; one without a set did none. Raises StoreError."""
    with profile.reading() as reader:
        found = reader.lifted(person.id, date.min, date.max, _WARM_UP)
    return tuple((session_id, day) for _, day, session_id in found if session_id is not None)


def _complete(reader: Reader, person_id: int, plan: PlanNow | None, today: date) -> bool:
    if plan is None or plan.starts_on is None:
        return False
    number = week_at(plan.starts_on, today)
    if not 0 <= number < plan.weeks or reader.count(workout, person_id=person_id, finished=False):
        return False
    planned = {one.id for one in sessions_in(reader, plan.week_ids[number])}
    done = {row.plan_session_id for row in reader.by_ids(workout, planned, "plan_session_id")}
    return bool(planned) and planned <= done
