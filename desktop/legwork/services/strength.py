"""What a person's lifts tell, in figures: the set of each lift that counts, its estimate, and the ratios.

Owns which set of a lift counts and which body weight is set against the lifts. Estimates and ratios are worked out in
`domain`; rows and words come from `strength_rows`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from legwork.domain.sites import Side, Spot
from legwork.domain.strength import LIFTS, OneRepMax, one_rep_max
from legwork.domain.strength_balance import Competitors, Maxima, Ratio, ratios_of_maxima
from legwork.services.lifts import Lift
from legwork.services.logged_lifts import all_lifts
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.reference import SEXES, raw_lifters
from legwork.services.spot_readings import Reading, SpotReadings

LIFT_DAYS = 183
"""The best set of this many days counts; strength changes, and an older one says less (convention)."""

WEIGHT_DAYS = 92
"""An older body weight is not set against the lifts (convention)."""


@dataclass(frozen=True)
class Best:
    """The set of a lift that counts. estimate: None when no set of that lift allows one. old: beyond LIFT_DAYS."""

    lift: Lift
    estimate: OneRepMax | None
    old: bool


@dataclass(frozen=True)
class Strength:
    """All that the lifts tell on the day `today`. bests: in the order of LIFTS. ratios: in that of RatioKey.

    competitors: who the ratios are compared with, None without a sex. weighed: whether body weight is new enough.
    """

    today: date
    bests: tuple[Best, ...]
    ratios: tuple[Ratio, ...]
    competitors: Competitors | None
    weighed: bool


def strength_of(profile: Profile, person: Person, today: date, readings: SpotReadings) -> Strength:
    """The strength of a person on the day `today`, by typed-in lifts and by the log; what `readings` raises when it is
    cancelled ends it.

    Raises StoreError.
    """
    bests = best_sets(all_lifts(profile, person.id, today), today)
    weight = newest_weight(readings, today)
    competitors = raw_lifters(person.sex) if person.sex in SEXES else None
    ratios = ratios_of_maxima(maxima_of(bests), competitors, *(weight or ()))
    return Strength(today, bests, ratios, competitors, weight is not None)


def best_sets(lifts: Iterable[Lift], today: date) -> tuple[Best, ...]:
    """Of each lift and side the set that counts, in the order of LIFTS; lifts not known here come last.

    That is the highest estimate of the last LIFT_DAYS, one of few enough reps before all others (convention). Without
    any, it is the newest set before that; one without an estimate only counts when there is no other.
    """
    found: dict[tuple[str, Side], list[Best]] = {}
    earliest = today - timedelta(days=LIFT_DAYS)
    for one in lifts:
        if one.day <= today:
            estimate = one_rep_max(one.load.value, one.reps, one.rir)
            found.setdefault((one.lift, one.side), []).append(Best(one, estimate, one.day < earliest))
    order = [one.key for one in LIFTS]
    keys = sorted(found, key=lambda key: (order.index(key[0]) if key[0] in order else len(order), key[0], key[1].value))
    return tuple(max(found[key], key=_counts) for key in keys)


def maxima_of(bests: Iterable[Best]) -> Maxima:
    """The estimates by lift and side, as `ratios_of_maxima` takes them."""
    return {(one.lift.lift, one.lift.side): one.estimate for one in bests if one.estimate is not None}


def newest_weight(readings: SpotReadings, today: date) -> Reading | None:
    """The newest body weight of the last WEIGHT_DAYS with its error, kg; None when nobody weighed."""
    known = readings.of(Spot("body_weight"))
    days = [day for day in known if today.toordinal() - WEIGHT_DAYS <= day <= today.toordinal()]
    return known[max(days)] if days else None


def _counts(one: Best) -> tuple[bool, bool, bool, float, date]:
    """The larger, the rather it counts."""
    if one.estimate is None:
        return (False, not one.old, False, 0.0, one.lift.day)
    if one.old:
        return (True, False, False, 0.0, one.lift.day)
    return (True, True, one.estimate.reliable, one.estimate.kg, one.lift.day)
