"""Logs in few words, for tests of what follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import count as counter

from legwork.domain.log.columns import columns_of, rows_of
from legwork.domain.log.counting import Counted, count_sets
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.set_text import parse_set
from legwork.domain.log.sets import LoggedSet
from legwork.domain.plan.counting import Lookup
from legwork.domain.units import UnitSystem

_IDS = counter(1)


def typed(*texts: str) -> tuple[LoggedSet, ...]:
    """Sets as typed, each with those before it at hand."""
    found: list[LoggedSet] = []
    for text in texts:
        found.extend(parse_set(text, UnitSystem.METRIC, found[-1] if found else None))
    return tuple(found)


def workout(day: date, work: dict[str, list[str]], session_id: int | None = None) -> Workout:
    """A workout with these sets by exercise."""
    done = tuple(LoggedExercise(key, typed(*texts)) for key, texts in work.items())
    return Workout(next(_IDS), day, exercises=done, session_id=session_id)


def counted(workouts: Iterable[Workout], lookup: Lookup) -> Counted:
    """What all their sets count for."""
    return count_sets(columns_of(rows_of(workouts)), lookup)
