"""How somebody trains, by the log of the last weeks: leg days a week, and the share of the work that legs get.

Owns which weeks are looked at, and when they are enough. What it says of causes is `domain.causes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from legwork.domain.log.counting import Counted
from legwork.domain.log.sums import daily, leg_days
from legwork.domain.sites import Region
from legwork.services.log_sums import counted_log
from legwork.services.people import Person
from legwork.services.plan_lookup import counting_lookup
from legwork.services.profile import Profile
from legwork.services.spot_readings import SpotReadings
from legwork.services.workouts import workout_infos

WEEKS, LEAST_WEEKS = 8, 4
"""How many of the last weeks are looked at, and how many there must be since the first workout (conventions)."""

LEAST_DAYS = 6
"""Fewer days with work in these weeks say nothing of a habit: perhaps not everything was logged (a convention)."""

SILENT_DAYS = 21
"""After so many days without a workout the log says nothing of now: a break, or nobody logs any more. Source: as
`domain.log.breaks`."""


@dataclass(frozen=True)
class LegHabits:
    """leg_days: how many a week, as `domain.log.sums.leg_days` counts them. share: of all hard sets whose muscles are
    known, those of lower-body exercises, 0 to 1; None when there are none."""

    leg_days: float
    share: float | None


def leg_habits(profile: Profile, person: Person, today: date, readings: SpotReadings | None = None) -> LegHabits | None:
    """The habits of the last weeks up to `today`; None while there is not enough of them. Raises StoreError.

    Source: WEEKS, LEAST_WEEKS, LEAST_DAYS, SILENT_DAYS (conventions).
    """
    first = today - timedelta(weeks=WEEKS) + timedelta(days=1)
    infos = workout_infos(profile, person.id, last=today)
    days = sorted({one.day for one in infos})
    if not days or today - days[-1] > timedelta(days=SILENT_DAYS):
        return None
    begin = max(first, days[0])
    weeks = ((today - begin).days + 1) / 7
    if weeks < LEAST_WEEKS or sum(day >= begin for day in days) < LEAST_DAYS:
        return None
    lookup = counting_lookup(profile, person)
    counted = counted_log(profile, person, lookup, begin, today, readings=readings)
    return LegHabits(leg_days(counted, begin, today) / weeks, _share(counted))


def _share(counted: Counted) -> float | None:
    sums = daily(counted)
    lower = sums.region_sets(Region.LOWER)
    total = sum(
        float(sums.hard[:, place].sum())
        for place, key in enumerate(counted.columns.exercises)
        if counted.lookup.shares.get(key)
    )
    return float(lower.sum()) / total if total else None
