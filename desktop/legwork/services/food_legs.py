"""On which days a person trains their legs: by the log where there is one, else by the plan.

Owns that choice. What makes a leg day is `domain.plan.counting` and `domain.log.sums`. Nothing heavy is loaded for
somebody who neither plans nor logs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from legwork.domain.log.model import Workout
from legwork.domain.plan.model import Plan, Week, weeks_of
from legwork.services.people import Person
from legwork.services.plans import plan_of_today
from legwork.services.profile import Profile
from legwork.services.train_week import monday_of, week_number
from legwork.services.workouts import WorkoutInfo, workout_infos

USUAL_WEEKS = 4
"""So many weeks that are over tell how often legs are trained where no plan does (a convention)."""


@dataclass(frozen=True)
class LegDays:
    """a_week: days a week, 0 to 7, as planned, else as logged. sessions: visits to the gym a week, likewise.

    days: of the days that were asked about those with leg work, done or still planned.
    """

    a_week: int = 0
    sessions: int = 0
    days: frozenset[date] = frozenset()


def leg_days_of(
    profile: Profile,
    person: Person,
    first: date,
    last: date,
    today: date,
    chosen_plan: int = 0,
    breathe: Callable[[], object] = bool,
) -> LegDays:
    """Leg days a week, and which days from `first` to `last` are.

    A day that is over is one by its log; where nothing was logged in its week, by the plan. Today and later days are by
    the log as well as by a session of the plan that is still to be done. chosen_plan: as in `plan_today`.
    """
    monday = today - timedelta(days=today.weekday())
    begin = min(first - timedelta(days=first.weekday()), monday - timedelta(weeks=USUAL_WEEKS))
    infos = workout_infos(profile, person.id, begin, max(last, today))
    breathe()
    plan = _Planned(profile, person, today, chosen_plan)
    breathe()
    done = _logged(profile, person, infos, begin, max(last, today))
    logged_weeks = {one.day - timedelta(days=one.day.weekday()) for one in infos}
    did = {one.session_id for one in infos if one.session_id is not None}
    days = {day for day in done if first <= day <= last}
    for ahead in range((last - first).days + 1):
        day = first + timedelta(days=ahead)
        if day < today and day - timedelta(days=day.weekday()) in logged_weeks:
            continue
        if any(session not in did for session in plan.sessions_on(day)):
            days.add(day)
    week = plan.week_of(today)
    if week is not None:
        return LegDays(min(7, plan.leg_days(week)), len(week.sessions), frozenset(days))
    spans = [monday - timedelta(weeks=back) for back in range(1, USUAL_WEEKS + 1)]
    usual = [sum(start <= day < start + timedelta(days=7) for day in done) for start in spans]
    visits = sum(spans[-1] <= one.day < monday for one in infos)
    return LegDays(min(7, _mean(usual)), round(visits / USUAL_WEEKS), frozenset(days))


class _Planned:
    """The plan that is trained by, as leg days."""

    def __init__(self, profile: Profile, person: Person, today: date, chosen: int) -> None:
        stored = plan_of_today(profile, person.id, today, chosen)
        self._plan = stored.plan if stored is not None else Plan()
        self._start = stored.info.starts_on if stored is not None else None
        self._weeks = [week for _, week in weeks_of(self._plan)]
        self._profile, self._person, self._today = profile, person, today
        self._legs: dict[int, frozenset[int]] = {}

    def week_of(self, day: date) -> Week | None:
        """The week of the plan in which a day lies; None before it begins and after it ends."""
        if not self._weeks:
            return None
        if self._start is not None:
            place = (day - monday_of(self._start)).days // 7
            return self._weeks[place] if 0 <= place < len(self._weeks) else None
        if day - timedelta(days=day.weekday()) != self._today - timedelta(days=self._today.weekday()):
            return None
        return self._undated

    @cached_property
    def _undated(self) -> Week:
        """The week that is meant today, of a plan without a start."""
        infos = workout_infos(self._profile, self._person.id)
        done = [Workout(one.id, one.day, session_id=one.session_id) for one in infos]
        return self._weeks[week_number(self._plan, None, done, self._today) - 1]

    def sessions_on(self, day: date) -> tuple[int, ...]:
        """The sessions with leg work that are planned for a day."""
        week = self.week_of(day)
        if week is None:
            return ()
        legs = self._leg_sessions(week)
        return tuple(one.id for one in week.sessions if one.weekday == day.weekday() and one.id in legs)

    def leg_days(self, week: Week) -> int:
        """Leg days of a week; two sessions on one weekday are one."""
        legs = [one for one in week.sessions if one.id in self._leg_sessions(week)]
        named = {one.weekday for one in legs if one.weekday is not None}
        return len(named) + sum(one.weekday is None for one in legs)

    def _leg_sessions(self, week: Week) -> frozenset[int]:
        if week.id not in self._legs:
            from legwork.domain.plan.counting import count_week
            from legwork.services.plan_lookup import counting_lookup

            count = count_week(week, counting_lookup(self._profile, self._person))
            self._legs[week.id] = frozenset(one.id for one in count.leg_sessions)
        return self._legs[week.id]


def _logged(profile: Profile, person: Person, infos: Sequence[WorkoutInfo], first: date, last: date) -> frozenset[date]:
    """The leg days of the log; none is looked for where nothing was logged."""
    if not infos:
        return frozenset()
    from legwork.domain.log.sums import leg_dates
    from legwork.services.log_sums import counted_log
    from legwork.services.plan_lookup import counting_lookup

    counted = counted_log(profile, person, counting_lookup(profile, person), first, last)
    return leg_dates(counted) & {one.day for one in infos}


def _mean(counts: Sequence[int]) -> int:
    """Of the weeks in which anything was done, rounded; a week away tells nothing of the usual ones."""
    some = [one for one in counts if one]
    return round(sum(some) / len(some)) if some else 0
