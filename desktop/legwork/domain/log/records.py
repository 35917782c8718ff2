"""Records: more than ever by estimated one-rep maximum, by reps with a load, or by the tonnage of a session.

Owns what a record is, and which sets stand unbeaten. A first session never has a record, there is nothing to beat; less
help is more; left and right have their own. It must not celebrate (the words are where they are shown).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from legwork.domain.log.counting import Counted, signed_kg
from legwork.domain.log.estimates import SIDES, Estimates, believable, estimates_of
from legwork.domain.sites import Side

if TYPE_CHECKING:
    from legwork.domain.log.columns import Ints

HAIR_KG = 0.05
"""Less than this is the same: rounding of pounds (a convention)."""


class RecordKind(StrEnum):
    """By what. E1RM: the estimate of a set. REPS: a set that beats one that stood: no less load, no fewer reps, and one
    of them more. TONNAGE: all sets of the exercise in a workout."""

    E1RM = "e1rm"
    REPS = "reps"
    TONNAGE = "tonnage"


@dataclass(frozen=True)
class Record:
    """A record of an exercise. set_id: the set, None for a tonnage. day: ordinal. side: NONE for a tonnage.

    value, before: kg for E1RM and TONNAGE; for REPS the reps (or seconds of a hold) of the set and of the one it beats.
    load_kg, before_kg: for REPS the loads, signed, 0 for the body alone; else None. sd: for E1RM the standard error of
    the difference between both, kg; else None. hold: for REPS whether it was held.
    """

    kind: RecordKind
    exercise: str
    side: Side
    day: int
    workout_id: int
    set_id: int | None
    value: float
    before: float
    load_kg: float | None = None
    before_kg: float | None = None
    sd: float | None = None
    hold: bool = False


@dataclass(frozen=True)
class Standing:
    """A set that no other one beats: none has as much load and as many reps. load_kg, amount, hold: as in Record."""

    exercise: str
    side: Side
    day: int
    workout_id: int
    set_id: int
    load_kg: float
    amount: float
    hold: bool


def standing_of(counted: Counted, exercise: str) -> tuple[Standing, ...]:
    """The best load for each number of reps: the sets of an exercise that stand unbeaten, by side, few reps first.

    Of equal ones the first. What counts for no record does not stand. Source: conventions, as in `records_of`.
    """
    if exercise not in counted.columns.exercises:
        return ()
    code = counted.columns.exercises.index(exercise)
    works = _working_rows(counted)
    rows = _rows(counted, works[counted.columns.exercise[works] == code])
    found: list[Standing] = []
    for side, number in SIDES.items():
        standing: list[_Row] = []
        for done in rows:
            if done.side == number and not math.isnan(done.load) and not any(one.covers(done) for one in standing):
                standing = [one for one in standing if not done.covers(one)] + [done]
        standing.sort(key=lambda one: (one.hold, one.amount))
        found += [
            Standing(exercise, side, one.day, one.workout, one.set_id, one.load, one.amount, one.hold)
            for one in standing
        ]
    return tuple(found)


def records_of(
    counted: Counted, exercises: Sequence[str] | None = None, estimates: Estimates | None = None
) -> tuple[Record, ...]:
    """All records in the order of the log's exercises, then by side and day; at most one of each kind a workout.

    exercises: only these; None: all. estimates: of the same counted sets, when the caller has them. A maximum counts
    only from sets of few enough reps. Warm-ups, failed attempts and loads beyond belief count for nothing.
    Source: conventions; `strength.one_rep_max`.
    """
    found: list[Record] = []
    best = estimates_of(counted) if estimates is None else estimates
    works = _working_rows(counted)
    for code, key in enumerate(counted.columns.exercises):
        if exercises is None or key in exercises:
            rows = _rows(counted, works[counted.columns.exercise[works] == code])
            for side in Side:
                found += _by_maximum(best, key, side)
                found += _by_reps([one for one in rows if one.side == SIDES[side]], key, side)
            found += _by_tonnage(rows, key)
    return tuple(found)


class _Row(NamedTuple):
    """A set as records look at it. load: signed, NaN where it is not known. amount: reps, or seconds of a hold."""

    day: int
    workout: int
    set_id: int
    side: int
    load: float
    amount: float
    hold: bool
    tonnage: float

    def covers(self, other: _Row) -> bool:
        """Whether it is as much as the other one in load and reps."""
        return self.hold == other.hold and self.load >= other.load - HAIR_KG and self.amount >= other.amount


def _working_rows(counted: Counted) -> Ints:
    """The believable working rows, by day."""
    import numpy as np

    columns = counted.columns
    works = ~columns.warm_up & (np.nan_to_num(columns.reps, nan=1.0) > 0) & believable(counted)
    order = np.lexsort((columns.workout_id, columns.day))
    return order[works[order]]


def _rows(counted: Counted, rows: Ints) -> list[_Row]:
    import numpy as np

    columns = counted.columns
    reps = columns.reps[rows]
    hold = np.isnan(reps)
    parts = (
        columns.day[rows], columns.workout_id[rows], columns.set_id[rows], columns.side[rows],
        signed_kg(columns, counted.lookup, rows), np.where(hold, columns.seconds[rows], reps), hold,
        counted.tonnage_kg[rows],
    )  # fmt: skip
    return [_Row(*one) for one in zip(*(part.tolist() for part in parts), strict=True)]


def _by_maximum(best: Estimates, key: str, side: Side) -> list[Record]:
    columns = best.counted.columns
    found: list[Record] = []
    highest, error = None, 0.0
    for at in best.of(key, side).tolist():
        if not best.reliable[at]:
            continue
        kg, sd, row = float(best.kg[at]), float(best.sd_kg[at]), int(best.row[at])
        if highest is not None and kg > highest + HAIR_KG:
            found.append(
                Record(RecordKind.E1RM, key, side, int(best.day[at]), int(columns.workout_id[row]),
                       int(columns.set_id[row]), kg, highest, sd=math.hypot(sd, error))
            )  # fmt: skip
        if highest is None or kg > highest:
            highest, error = kg, sd
    return found


def _by_reps(rows: Sequence[_Row], key: str, side: Side) -> list[Record]:
    found: list[Record] = []
    standing: list[_Row] = []
    known = (one for one in rows if not math.isnan(one.load))
    for _, group in groupby(known, key=lambda one: (one.day, one.workout)):
        session = list(group)
        beaten = [
            (done, max(lesser, key=lambda one: (one.load, one.amount)))
            for done in session
            if not any(one.covers(done) for one in standing)
            and (lesser := [one for one in standing if done.covers(one)])
        ]
        if beaten:
            done, one = max(beaten, key=lambda each: (each[0].load, each[0].amount))
            found.append(
                Record(RecordKind.REPS, key, side, done.day, done.workout, done.set_id, done.amount, one.amount,
                       done.load, one.load, hold=done.hold)
            )  # fmt: skip
        for done in session:
            if not any(one.covers(done) for one in standing):
                standing = [one for one in standing if not done.covers(one)] + [done]
    return found


def _by_tonnage(rows: Sequence[_Row], key: str) -> list[Record]:
    found: list[Record] = []
    highest: float | None = None
    for (day, workout), group in groupby(rows, key=lambda one: (one.day, one.workout)):
        total = sum(one.tonnage for one in group if not math.isnan(one.tonnage))
        if total <= 0:
            continue
        if highest is not None and total > highest + HAIR_KG:
            found.append(Record(RecordKind.TONNAGE, key, Side.NONE, day, workout, None, total, highest))
        highest = total if highest is None else max(highest, total)
    return found
