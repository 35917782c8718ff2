"""What in a log is worth a look before it is taken in: 877,777 reps, a bench press of 860 kg, 134 hours.

Owns the limits of what is believed without a word. Nothing is dropped here: a suspect is a line in a report.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import accumulate, pairwise
from typing import NamedTuple

from legwork.formats.training_records import SetRecord
from legwork.i18n import tr

BELIEVED_REPS = 200
BELIEVED_LOAD_KG = 600.0
BELIEVED_SECONDS = 4 * 3600
BELIEVED_WORKOUT_SECONDS = 6 * 3600
BELIEVED_METRES = 100_000.0
"""More of it is told (conventions: the heaviest raw lift of all is below 500 kg, and sleds go a little further)."""

FAR_LOAD, FAR_REPS = 2.5, 5.0
"""How many times the median of its exercise a load or reps must be to be told (conventions)."""

LEAST_SETS = 8
"""With fewer sets of an exercise, none is told for being unlike the others (a convention)."""

MOST_SLIPS = 1 / 8
"""When more of an exercise's sets are unlike the others, they are another way to train (a convention)."""

EARLIEST_BELIEVED = 2000
"""Logs on phones are younger; a phone whose clock was reset says 1970 or 1980."""

_FEW_REPS = 30
_NEAR = 1.5


class Limits(NamedTuple):
    """What is believed of one exercise's sets: the most kg and reps."""

    load_kg: float
    reps: float


def start_doubt(moment: datetime) -> str:
    """What is odd about the start of a workout, or ""."""
    if moment.year < EARLIEST_BELIEVED:
        return tr("This day lies before {year}: the clock may have been wrong.", year=EARLIEST_BELIEVED)
    return ""


def length_doubt(seconds: int) -> str:
    """What is odd about the length of a workout, or ""."""
    if seconds > BELIEVED_WORKOUT_SECONDS:
        return tr("This workout is very long: it may not have been ended.")
    return ""


def limits_of(sets: Iterable[tuple[SetRecord, int]]) -> Limits | None:
    """What is believed of an exercise, from all its sets and how often each is there; None where all are."""
    loads: Counter[float] = Counter()
    reps: Counter[float] = Counter()
    odd = False
    for one, count in sets:
        if one.load is not None:
            loads[one.load.value] += count
        if one.reps:
            reps[one.reps] += count
        odd = odd or (one.seconds or 0) > BELIEVED_SECONDS or (one.distance_m or 0) > BELIEVED_METRES
    limits = Limits(
        min(BELIEVED_LOAD_KG, _believed(loads, FAR_LOAD)),
        min(BELIEVED_REPS, max(_FEW_REPS, _believed(reps, FAR_REPS))),
    )
    odd = odd or max(loads, default=0) > limits.load_kg or max(reps, default=0) > limits.reps
    return limits if odd else None


def doubts_about(one: SetRecord, limits: Limits) -> Iterator[tuple[str, str]]:
    """What is odd about a set: the text of it, and the reason."""
    if one.load is not None and one.load.value > limits.load_kg:
        yield f"{one.load.entered} {one.load.unit}", tr("This load is far above the others.")
    if one.reps is not None and one.reps > limits.reps:
        yield f"× {one.reps}", tr("These are far more reps than in the other sets.")
    if one.seconds is not None and one.seconds > BELIEVED_SECONDS:
        yield f"{one.seconds} s", tr("This set took hours.")
    if one.distance_m is not None and one.distance_m > BELIEVED_METRES:
        yield f"{one.distance_m / 1000:.0f} km", tr("This set went further than anybody walks in a day.")


def _believed(counts: Counter[float], times: float) -> float:
    """The most that is like the others: `times` the (lower) median, or what a near neighbour below leads to."""
    total = counts.total()
    half = (total + 1) // 2
    if total < LEAST_SETS:
        return math.inf
    values = sorted(counts)
    so_far = accumulate(counts[value] for value in values)
    most = times * next(value for value, seen in zip(values, so_far, strict=True) if seen >= half)
    for before, after in pairwise(values):
        if before <= most < after <= _NEAR * before:
            most = after
    beyond = sum(count for value, count in counts.items() if value > most)
    return most if beyond <= MOST_SLIPS * total else math.inf
