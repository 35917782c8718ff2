"""What the counts of a plan need to know of exercises and of a person: muscles, regions, how loads are counted, maxima.

Owns turning the catalogue, the lifts and the body weight into a `Lookup`. Counting itself is `domain.plan.counting`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from legwork.domain.exercise import ON_BODY, Counting
from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.counting import count_sets
from legwork.domain.log.estimates import estimates_of
from legwork.domain.plan.counting import HARD_RIR, Lookup
from legwork.domain.sites import Spot
from legwork.services.catalogue import balance_lift
from legwork.services.hard_effort import hard_rir_of
from legwork.services.log_sums import log_columns
from legwork.services.logged_lifts import all_lifts
from legwork.services.own_exercises import catalogue_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.spot_readings import SpotReadings
from legwork.services.strength import LIFT_DAYS, Best, best_sets
from legwork.store.tables import workout

_HANDS = {Counting.PER_HAND: 2, Counting.PER_SIDE: 2}
"""By what a load is multiplied for all that moves. Source: arithmetic."""


def lookup_of(profile: Profile, person: Person, today: date, exercises: Catalogue | None = None) -> Lookup:
    """Everything as it stands on the day `today`: exercises, what could be lifted once (by typed-in lifts, and by the
    log of the last LIFT_DAYS), the newest body weight, and which sets are hard.

    exercises: the shipped and the person's own, when the caller has them. A lift whose best set is old still counts,
    and so does an old body weight: for a sum of loads it is better than none (convention). Raises StoreError.
    """
    known = catalogue_of(profile, person.id) if exercises is None else exercises
    lifted = maxima_in_cells(known, best_sets(all_lifts(profile, person.id, today), today))
    found = lookup_from(known, lifted, _body_kg(profile, person, today), hard_rir_of(profile, person.id))
    logged = _logged_maxima(profile, person, found, today)
    return replace(found, max_kg={**logged, **lifted})


def counting_lookup(profile: Profile, person: Person, exercises: Catalogue | None = None) -> Lookup:
    """What counting a log needs: as `lookup_of`, without what could be lifted once and without a body weight, which
    every day of a log has of its own. Raises StoreError."""
    known = catalogue_of(profile, person.id) if exercises is None else exercises
    return lookup_from(known, hard_rir=hard_rir_of(profile, person.id))


def _logged_maxima(profile: Profile, person: Person, lookup: Lookup, today: date) -> dict[str, float]:
    """What could be lifted once by the log of the last LIFT_DAYS, of the weaker side; not where the body counts."""
    with profile.reading() as reader:
        if not reader.count(workout, person_id=person.id):
            return {}
    columns = log_columns(profile, person.id, today - timedelta(days=LIFT_DAYS), today)
    estimates = estimates_of(count_sets(columns, lookup))
    best: dict[tuple[int, int], float] = {}
    sure = estimates.reliable
    for code, side, kg in zip(
        estimates.exercise[sure].tolist(), estimates.side[sure].tolist(), estimates.kg[sure].tolist(), strict=True
    ):
        best[code, side] = max(kg, best.get((code, side), 0.0))
    found: dict[str, float] = {}
    for (code, _), kg in best.items():
        key = columns.exercises[code]
        if key not in lookup.on_body:
            found[key] = min(kg, found.get(key, kg))
    return found


def lookup_from(
    exercises: Catalogue,
    max_kg: Mapping[str, float] | None = None,
    body_kg: float | None = None,
    hard_rir: float = HARD_RIR,
) -> Lookup:
    """The same from what is known already. max_kg: by exercise, counted as its cells count loads."""
    found = exercises.exercises
    return Lookup(
        shares={one.key: {share.muscle.value: share.share for share in one.muscles} for one in found},
        regions={one.key: one.region for one in found},
        patterns={one.key: one.pattern.value for one in found},
        hands={one.key: _HANDS[one.counting] for one in found if one.counting in _HANDS},
        on_body={
            one.key: -1 if one.counting is Counting.BODY_MINUS else 1 for one in found if one.counting in ON_BODY
        },
        body_shares={one.key: one.body_share for one in found if one.body_share is not None},
        one_sided=frozenset(one.key for one in found if one.one_sided),
        max_kg=max_kg or {},
        body_kg=body_kg,
        hard_rir=hard_rir,
    )  # fmt: skip


def maxima_in_cells(exercises: Catalogue, bests: Iterable[Best]) -> dict[str, float]:
    """What could be lifted once in kg, by exercise, counted as a cell counts its load: for one of two dumbbells, half.

    Of a lift that is done one leg at a time, the weaker leg sets the load (convention).
    """
    held: dict[str, float] = {}
    for one in bests:
        if one.estimate is not None:
            key = one.lift.lift
            held[key] = min(one.estimate.kg, held.get(key, one.estimate.kg))
    return {
        one.key: held[lift] / _HANDS.get(one.counting, 1)
        for one in exercises.exercises
        if (lift := balance_lift(one)) in held and lift is not None
    }


def _body_kg(profile: Profile, person: Person, today: date) -> float | None:
    known = SpotReadings(profile, person).of(Spot("body_weight"))
    day = max((one for one in known if one <= today.toordinal()), default=None)
    return None if day is None else known[day].value
