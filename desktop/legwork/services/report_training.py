"""The training of a report: what the log of the last weeks adds up to, and the strength of each lift.

Owns the names of these fields. The sums are those of the Train page (`domain.log.sums`), the estimates those of
`domain.log.estimates`; nothing is worked out here that is not shown there.
"""

from __future__ import annotations

from datetime import date, timedelta

from legwork.domain.log.counting import Counted
from legwork.domain.log.estimates import SIDES, Estimates, estimates_of
from legwork.domain.log.sums import week_count
from legwork.domain.sites import Region
from legwork.services.log_sums import counted_log
from legwork.services.people import Person
from legwork.services.plan_lookup import counting_lookup
from legwork.services.profile import Profile
from legwork.services.strength import LIFT_DAYS
from legwork.services.workouts import WorkoutInfo, workout_infos

WEEKS = 12
"""So many of the last weeks are told, the current one among them (a convention)."""

Tree = dict[str, object]

_REGIONS = (Region.LOWER, Region.UPPER, Region.TRUNK)
_SIDE_OF = {number: side for side, number in SIDES.items()}


def training(profile: Profile, person: Person, today: date) -> Tree:
    """What the log says up to `today`: an overview, the last WEEKS weeks, and each lift of the last LIFT_DAYS.

    Raises StoreError.
    """
    infos = workout_infos(profile, person.id, last=today)
    days = [one.day for one in infos]
    lookup = counting_lookup(profile, person)
    monday = today - timedelta(days=today.weekday())
    mondays = [monday - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    first = min(mondays[0], today - timedelta(days=LIFT_DAYS))
    counted = counted_log(profile, person, lookup, first, today)
    return {
        "workouts": len(infos),
        "first_day": days[0].isoformat() if days else None,
        "last_day": days[-1].isoformat() if days else None,
        "hard_within_reps_left": _number(lookup.hard_rir),
        "weeks": [_week(counted, one, infos) for one in mondays] if days else [],
        "lifts": _lifts(estimates_of(counted)),
    }


def _week(counted: Counted, monday: date, infos: tuple[WorkoutInfo, ...]) -> Tree:
    found = week_count(counted, monday)
    last = monday + timedelta(days=6)
    return {
        "monday": monday.isoformat(),
        "workouts": sum(monday <= one.day <= last for one in infos),
        "leg_days": found.leg_days,
        "hard_sets": {one.value: _number(found.region_sets.get(one, 0.0)) for one in _REGIONS},
        "tonnage_kg": {one.value: _number(found.tonnage_kg.get(one, 0.0)) for one in _REGIONS},
        "sets_without_load": found.unknown_loads,
        "hard_sets_by_muscle": {
            key: {"direct": _number(one.direct), "indirect": _number(one.indirect)}
            for key, one in sorted(found.muscles.items())
        },
    }


def _lifts(estimates: Estimates) -> list[Tree]:
    """Of each lift and side the newest day with an estimate, and the best one."""
    keys = estimates.counted.columns.exercises
    places: dict[tuple[str, str], list[int]] = {}
    for place, (code, side) in enumerate(zip(estimates.exercise.tolist(), estimates.side.tolist(), strict=True)):
        places.setdefault((keys[code], _SIDE_OF[side].value), []).append(place)
    return [
        {
            "exercise": key,
            "side": side,
            "newest": _estimate(estimates, max(found, key=lambda place: int(estimates.day[place]))),
            "best": _estimate(estimates, max(found, key=lambda place: _worth(estimates, place))),
        }
        for (key, side), found in sorted(places.items())
    ]


def _worth(estimates: Estimates, place: int) -> tuple[bool, float]:
    """One of few enough reps before all others, as in `strength.best_sets`."""
    return bool(estimates.reliable[place]), float(estimates.kg[place])


def _estimate(estimates: Estimates, place: int) -> Tree:
    return {
        "day": date.fromordinal(int(estimates.day[place])).isoformat(),
        "one_rep_max_kg": _number(float(estimates.kg[place])),
        "one_rep_max_sd_kg": _number(float(estimates.sd_kg[place])),
        "at_least": bool(estimates.at_least[place]),
        "reliable": bool(estimates.reliable[place]),
    }


def _number(value: float) -> float:
    return round(value, 6)
