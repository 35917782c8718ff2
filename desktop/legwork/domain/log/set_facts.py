"""What one logged set is counted from, row by row, so that it can be said in words; and the order of rows in a list.

Owns these facts. It must not count (that is `counting`), nor say anything.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from legwork.domain.exercise import Counting, Exercise
from legwork.domain.log.counting import Counted
from legwork.domain.log.sums import share_of
from legwork.domain.plan.counting import load_rule


@dataclass(frozen=True)
class SetFacts:
    """What a row of the log is counted from.

    brings: its part of the number. pair: whether it is one side of a pair. share: of the muscle that is asked for, None
    for no muscle. reps, load_kg, body_kg, rir: None where there is none; load_kg: below zero for help. hands: 2
    where the load is one of two, in_hands: whether these are hands. sides: 2 where it names none and was done with
    both. body: the part of body weight that moves. tails: drop or myo sets that belong to it. alone: whether no load
    is the body alone.
    """

    brings: float
    pair: bool
    share: float | None
    reps: float | None
    load_kg: float | None
    hands: float
    in_hands: bool
    sides: int
    body: float
    body_kg: float | None
    rir: float | None
    tails: int
    alone: bool


class SetCounting:
    """Gives the facts of rows of a log."""

    def __init__(self, counted: Counted, muscle: str | tuple[str, ...] | None = None) -> None:
        self._counted, self._muscle = counted, muscle

    def _tails(self, row: int) -> int:
        """How many working sets that are none of their own follow a row, on its side of its exercise."""
        columns = self._counted.columns
        found = 0
        for after in range(row + 1, len(columns)):
            if any(one[after] != one[row] for one in (columns.workout_id, columns.exercise)):
                break
            done = columns.seconds[after] if math.isnan(columns.reps[after]) else columns.reps[after]
            if columns.side[after] != columns.side[row] or columns.warm_up[after] or not done > 0:
                continue
            if columns.opens[after]:
                break
            found += 1
        return found

    def of(self, row: int, brings: float, exercise: Exercise | None) -> SetFacts:
        """The facts of a row. exercise: None where nobody knows it."""
        counted, columns, lookup = self._counted, self._counted.columns, self._counted.lookup
        key = columns.exercises[int(columns.exercise[row])]
        side = bool(columns.side[row])
        rule = load_rule(key, lookup, bool(columns.assisted[row]), side)
        load, moved = _known(columns.load_kg[row]), _known(counted.moved_kg[row])
        body_kg = None
        if rule.body and moved is not None:
            body_kg = (moved - rule.times * (load or 0.0)) / rule.body
        if rule.body and load is not None and rule.times < 0:
            load = -load
        return SetFacts(
            brings,
            bool(columns.partner[row] >= 0),
            None if self._muscle is None else share_of(lookup, key, self._muscle),
            _known(columns.reps[row]),
            load,
            1 if rule.body else rule.times,
            exercise is None or exercise.counting is not Counting.PER_SIDE,
            2 if key in lookup.one_sided and not side else 1,
            rule.body,
            body_kg,
            _known(columns.rir[row]),
            self._tails(row),
            rule.alone,
        )


def order_of(*columns: Sequence[float]) -> list[int]:
    """The places of rows in the order of columns, the first of them first; equal rows stay as they are.

    columns: one number for each row, all as long.
    """
    import numpy as np

    if not columns or not len(columns[0]):
        return []
    whole = [np.asarray(one, dtype=np.float64) for one in columns]
    order: list[int] = np.lexsort((np.arange(len(whole[0])), *reversed(whole))).tolist()
    return order


def _known(number: float) -> float | None:
    return None if math.isnan(number) else float(number)
