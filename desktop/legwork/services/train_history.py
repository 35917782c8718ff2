"""Workouts that were done, newest first, in a line each: when, what, how many sets, and what was moved.

Owns these words. Counting is `domain.log.counting`; a workout's sets are opened on the sheet.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from legwork.domain.days import near_day
from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.columns import columns_of, rows_of
from legwork.domain.log.counting import count_sets
from legwork.domain.log.model import Workout
from legwork.domain.log.sheet import opened
from legwork.domain.plan.counting import Lookup
from legwork.domain.units import UnitSystem
from legwork.i18n import mark, ntr, tr
from legwork.services.set_words import kg_words

IMPORT_HINT = mark("Workouts kept in another program come in with File > Import.")
"""For people, marked for translation: said where nothing is logged yet."""


@dataclass(frozen=True)
class HistoryRow:
    """A workout in words. what: its exercises."""

    workout: Workout
    title: str
    day: str
    facts: str
    what: str


@dataclass(frozen=True)
class WorkoutSum:
    """What a workout adds up to. sets: working sets. tonnage_kg: where it is known."""

    sets: int
    tonnage_kg: float


def sums_by_workout(
    workouts: Sequence[Workout], lookup: Lookup, weighed: Mapping[int, float] | None = None
) -> dict[int, WorkoutSum]:
    """Working sets and tonnage by workout, counted as everywhere. weighed: as in `count_sets`."""
    counted = count_sets(columns_of(rows_of(workouts)), lookup, weighed)
    tonnage: dict[int, float] = {}
    for workout_id, kg in zip(counted.columns.workout_id.tolist(), counted.tonnage_kg.tolist(), strict=True):
        if not math.isnan(kg):
            tonnage[workout_id] = tonnage.get(workout_id, 0.0) + kg
    return {
        one.id: WorkoutSum(sum(opened(each.sets) for each in one.exercises), tonnage.get(one.id, 0.0))
        for one in workouts
    }


def history_rows(
    workouts: Sequence[Workout],
    lookup: Lookup,
    catalogue: Catalogue,
    units: UnitSystem,
    today: date,
    weighed: Mapping[int, float] | None = None,
) -> tuple[HistoryRow, ...]:
    """Workouts with a set or a note in them, newest first. weighed: as in `count_sets`."""
    shown = [one for one in workouts if one.note or any(each.sets for each in one.exercises)]
    sums = sums_by_workout(shown, lookup, weighed)
    return tuple(
        HistoryRow(
            one,
            workout_title(one),
            near_day(one.day, today),
            sum_words(sums[one.id], one.minutes, units),
            _exercises(one, catalogue),
        )
        for one in reversed(shown)
    )


def workout_title(workout: Workout) -> str:
    """Its title, or that it is a free session."""
    return workout.title or tr("Free session")


def sum_words(found: WorkoutSum, minutes: int | None, units: UnitSystem) -> str:
    """ "18 sets · 7,450 kg · 62 min"; what is not known or nothing is left out."""
    parts = [ntr("{count} set", "{count} sets", found.sets)]
    if found.tonnage_kg >= 1:
        parts.append(kg_words(found.tonnage_kg, units))
    if minutes:
        parts.append(tr("{minutes} min", minutes=minutes))
    return " · ".join(parts)


def _exercises(workout: Workout, catalogue: Catalogue) -> str:
    names = []
    for one in workout.exercises:
        if one.sets:
            known = catalogue.get(one.exercise)
            names.append(known.label if known is not None else one.exercise)
    return ", ".join(names)
