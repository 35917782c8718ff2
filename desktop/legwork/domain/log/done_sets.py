"""Logged sets as the rules of progression look at them: both sides of a pair as one, tails left out.

Owns this step alone. It must not propose (that is `next_session`).
"""

from __future__ import annotations

from collections.abc import Sequence

from legwork.domain.exercise import ON_BODY, Counting
from legwork.domain.log.roles import DROP, FAILURE, LEFT, MYO, RIGHT, WARM_UP, roles_of
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.plan.next_time import DoneSet
from legwork.domain.plan.prescription import MAX_LOAD_KG, MAX_REPS, MAX_SECONDS
from legwork.domain.sites import Side

_KINDS = {LoggedKind.WARM_UP: WARM_UP, LoggedKind.DROP: DROP, LoggedKind.MYO: MYO, LoggedKind.FAILURE: FAILURE}
_SIDES = {Side.LEFT: LEFT, Side.RIGHT: RIGHT}


def done_sets(sets: Sequence[LoggedSet], counting: Counting = Counting.TOTAL) -> tuple[DoneSet, ...]:
    """What was done, in order: as many as sets that count, and the warm-ups, marked.

    Of a pair of sides the lesser: reps, reps left and load. The tail of a drop or myo set is left out; a failed attempt
    stays, with 0 reps: it was a miss. What nobody can have done (a slip) is left out. On one's own weight nothing noted
    is a load of 0, and help lies below zero. Source: `roles`; limits of `plan.prescription` (conventions).
    """
    believed = [one for one in sets if _believed(one)]
    roles = roles_of(
        [0] * len(believed),
        [_KINDS.get(one.kind, 0) for one in believed],
        [_SIDES.get(one.side, 0) for one in believed],
        [one.kind is not LoggedKind.WARM_UP for one in believed],
        [float(_amount(one)) for one in believed],
        [one.signed_kg or 0.0 for one in believed],
    )
    found = []
    for row, (one, opens, other) in enumerate(zip(believed, roles.opens, roles.partner, strict=True)):
        made = _done(one, counting)
        if one.kind is LoggedKind.WARM_UP or (opens and other < 0):
            found.append(made)
        elif opens and other > row:
            found.append(_lesser(made, _done(believed[other], counting)))
    return tuple(found)


def _believed(one: LoggedSet) -> bool:
    return (
        (one.reps or 0) <= MAX_REPS
        and (one.reps is not None or (one.seconds or 0) <= MAX_SECONDS)
        and (one.load is None or one.load.value <= MAX_LOAD_KG)
    )


def _amount(one: LoggedSet) -> int:
    return one.reps if one.reps is not None else one.seconds or 0


def _done(one: LoggedSet, counting: Counting) -> DoneSet:
    kg = one.signed_kg
    if kg is None:
        kg = 0.0 if counting in ON_BODY and counting is not Counting.BODY_MINUS else None
    elif counting is Counting.BODY_MINUS:
        kg = -abs(kg)
    return DoneSet(_amount(one), kg, one.reps_left, one.kind is LoggedKind.WARM_UP)


def _lesser(one: DoneSet, two: DoneSet) -> DoneSet:
    return DoneSet(min(one.reps, two.reps), _least(one.load_kg, two.load_kg), _least(one.rir, two.rir), False)


def _least(one: float | None, two: float | None) -> float | None:
    known = [number for number in (one, two) if number is not None]
    return min(known, default=None)
