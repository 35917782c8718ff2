"""The whole log as numbers, straight from the store: columns, and what every set counts for.

Owns reading the log as arrays, with the body weight of each day beside it. What the arrays add up to is worked out in
`domain.log` (`sums`, `estimates`, `records`, `stalls`); a single workout as a person sees it is in `workouts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from legwork.domain.log.columns import SetColumns
from legwork.domain.log.counting import Counted, count_sets
from legwork.domain.log.packed_sets import Layout, columns_of_packed
from legwork.domain.plan.counting import Lookup
from legwork.domain.sites import Spot
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.spot_readings import SpotReadings
from legwork.store import log_queries
from legwork.store.reader import Reader

_BODY_WEIGHT = Spot("body_weight")
_LAYOUT = Layout(log_queries.SET_DIGITS, log_queries.EXERCISE_DIGITS)


def log_columns(profile: Profile, person_id: int, first: date | None = None, last: date | None = None) -> SetColumns:
    """All sets of a person's workouts from `first` to `last`, in the order in which they were done; None: without an
    end. A workout in progress is among them. Raises StoreError."""
    with profile.reading() as reader:
        return columns_of_log(reader, person_id, first, last)


def columns_of_log(reader: Reader, person_id: int, first: date | None = None, last: date | None = None) -> SetColumns:
    """As `log_columns`, inside a transaction."""
    return columns_of_packed(
        log_queries.workout_days(reader, person_id, first, last),
        log_queries.exercise_texts(reader, person_id, first, last),
        log_queries.set_texts(reader, person_id, first, last),
        _LAYOUT,
    )


def counted_log(
    profile: Profile,
    person: Person,
    lookup: Lookup,
    first: date | None = None,
    last: date | None = None,
    readings: SpotReadings | None = None,
) -> Counted:
    """What every set of these days counts for; a body-weight set with what was weighed up to its day.

    lookup: of `plan_lookup`, with the person's own exercises.
    readings: of this person, when the caller has them. Raises StoreError.
    """
    columns = log_columns(profile, person.id, first, last)
    return count_sets(columns, lookup, weighings(readings or SpotReadings(profile, person)))


def weighings(readings: SpotReadings) -> Mapping[int, float]:
    """Body weight in kg by the ordinal of its day."""
    return {day: one.value for day, one in readings.of(_BODY_WEIGHT).items()}
