"""Which sets of an exercise begin one that counts, which are the tail of one, and which two are a pair of sides.

Owns these three rules, on plain columns, so that one set and a hundred thousand are counted alike. It must not know
loads in kg of a body, muscles or effort (that is `counting`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WARM_UP, DROP, MYO, FAILURE = 1, 2, 3, 4
"""Kinds of sets as numbers; 0 for all others."""

LEFT, RIGHT = 1, 2
"""Sides as numbers; 0 for none."""

MYO_AGAIN = 2.0
"""More reps than so many times those of the mini-set before are a new activation set: mini-sets hardly ever rise (a
convention)."""


@dataclass(frozen=True)
class Roles:
    """By row. opens: whether a set begins with it that counts as one. partner: the row of the other side, or -1."""

    opens: list[bool]
    partner: list[int]


def roles_of(
    blocks: Sequence[int],
    kinds: Sequence[int],
    sides: Sequence[int],
    works: Sequence[bool],
    amounts: Sequence[float],
    loads: Sequence[float],
) -> Roles:
    """The roles of rows in the order in which they were done.

    blocks: the number of the exercise and workout. kinds, sides: as numbered above. works: False for warm-ups and
    failed attempts, which have no role. amounts: reps, or seconds of a hold. loads: kg, below zero for help, 0 where
    nothing was noted.

    A drop set with less on than the set before belongs to that one; with as much or more it is one of its own. A myo
    set belongs to the activation set before it, or to a working set of more reps, until the reps jump up again
    (MYO_AGAIN). Left and right go together in their order: the first left with the first right, whatever lies between;
    what is left over stands alone. Source: a drop or myo set with its tail is one, as in the plan (a convention).
    """
    count = len(kinds)
    opens, partner = [False] * count, [-1] * count
    block = -1
    before = [-1, -1, -1]
    waiting: list[list[int]] = [[], [], []]
    for row in range(count):
        if blocks[row] != block:
            block = blocks[row]
            before = [-1, -1, -1]
            waiting = [[], [], []]
        if not works[row]:
            continue
        side, kind = sides[row], kinds[row]
        last = before[side]
        before[side] = row
        if last >= 0 and kind in (DROP, MYO):
            if kind == DROP:
                tail = loads[row] < loads[last] or loads[row] == loads[last] == 0.0
            elif kinds[last] == MYO:
                tail = amounts[row] <= MYO_AGAIN * amounts[last]
            else:
                tail = amounts[row] < amounts[last]
            if tail:
                continue
        opens[row] = True
        if side:
            others = waiting[LEFT + RIGHT - side]
            if others:
                partner[row] = others.pop(0)
                partner[partner[row]] = row
            else:
                waiting[side].append(row)
    return Roles(opens, partner)
