"""What in a log is worth a look before it is taken in: 877,777 reps, a bench press of 860 kg, 134 hours.

Owns the limits of what is believed without a word. Nothing is dropped here: a suspect is a line in a report.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import accumulate, pairwise
from typing import NamedTuple

from legwork import numerals
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

LEAST_WORKOUTS = 8
"""In a file with fewer none is told for standing out of order (a convention)."""

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


def out_of_order(starts: Sequence[datetime]) -> dict[int, str]:
    """Which workouts of a file have a day that does not fit between those around them, and what to say of it.

    starts: in the order of the file, which runs up or down. None where so many do not fit that the file has no order.
    """
    if len(starts) < LEAST_WORKOUTS:
        return {}
    days = [one.date().toordinal() for one in starts]
    if sum(after < before for before, after in pairwise(days)) > len(days) // 2:
        days = [-one for one in days]
    fitting = _rising(days)
    odd = [place for place in range(len(days)) if place not in fitting]
    if len(odd) > MOST_SLIPS * len(days):
        return {}
    said = tr("This day does not fit between those around it in the file: the clock may have jumped.")
    return dict.fromkeys(odd, said)


def overlapping(spans: Sequence[tuple[datetime, int]]) -> dict[int, str]:
    """Which workouts begin before the one before them has ended, and what to say of it.

    spans: starts, rising, each with its length in seconds, 0 where it is not known. None where it happens so often
    that it is a way of logging.
    """
    odd = []
    for place in range(1, len(spans)):
        start, length = spans[place - 1]
        if 0 < length <= BELIEVED_WORKOUT_SECONDS and start < spans[place][0] < start + timedelta(seconds=length):
            odd.append(place)
    if len(odd) > max(1, MOST_SLIPS * len(spans)):
        return {}
    return dict.fromkeys(
        odd, tr("This workout begins before the one before it ended: the clock may have been set back.")
    )


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
        yield f"{numerals.number(one.distance_m / 1000)} km", tr("This set went further than anybody walks in a day.")


def _rising(numbers: Sequence[int]) -> set[int]:
    """The places of the longest row of numbers that never falls."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_right(ends, number)
        before.append(at[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        at[length : length + 1] = [place]
    found: set[int] = set()
    place = at[-1] if at else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found


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
