"""Left against right: whether a limb is larger than the other one by more than the tape explains.

Owns which readings take part and the call. It must not judge what a difference means for a person: beyond the error
there is no share that is known to be too much (SCIENCE section 5), so none is named here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.tape import mdc95

WINDOW_DAYS = 42
"""Readings so many days before the newest pair still tell how things are now (a convention: a thigh that grows .10 cm
a week gains .6 cm meanwhile, and both sides gain it)."""

MOST_PAIRS = 6
"""No more pairs than these are averaged, the newest (a convention)."""


class SideCall(StrEnum):
    """The decision. WITHIN: no difference beyond the tape's error."""

    LEFT_LARGER = "left larger"
    RIGHT_LARGER = "right larger"
    WITHIN = "within"


@dataclass(frozen=True)
class SidePair:
    """Both sides read on one day. day: ordinal. left, right, sd_left, sd_right: one unit; the SDs are tape errors."""

    day: int
    left: float
    right: float
    sd_left: float
    sd_right: float


@dataclass(frozen=True)
class SideDifference:
    """Left less right, the mean of all pairs, and its MDC, both in the unit of the pairs.

    pairs: how many took part. first_day, last_day: the ordinals of the oldest and the newest of them.
    """

    call: SideCall
    difference: float
    mdc: float
    pairs: int
    first_day: int
    last_day: int


def compare_sides(pairs: Iterable[SidePair]) -> SideDifference | None:
    """Compare the sides over the newest pairs: MOST_PAIRS at most, none older than WINDOW_DAYS before the newest.

    pairs: in any order, one for each day. None when there are none. A difference exactly as large as the MDC is noise.
    Raises ValueError when a reading is not above zero, an error is below, or a number is not finite.
    Source: SCIENCE section 2: MDC95 = 1.96 sqrt(2) TEM / sqrt(k), with TEM the root mean square of all errors that
    take part; that is 1.96 sqrt(sum of variances) / k for k pairs. Flag only beyond it: SCIENCE section 5, Bishop 2018.
    """
    ordered = sorted(pairs, key=lambda pair: pair.day, reverse=True)
    if not ordered:
        return None
    newest = ordered[0].day
    used = [pair for pair in ordered if newest - pair.day <= WINDOW_DAYS][:MOST_PAIRS]
    for pair in used:
        _require_sensible(pair)
    count = len(used)
    squares = math.fsum(pair.sd_left**2 + pair.sd_right**2 for pair in used)
    mdc = mdc95(math.sqrt(squares / (2 * count)), count)
    # Rounded as `tape` rounds, so that 60.3 and 60.0 are .3 apart and not a hair more.
    difference = round(math.fsum(pair.left - pair.right for pair in used) / count, 6)
    call = SideCall.WITHIN
    if abs(difference) > mdc + 1e-6:
        call = SideCall.LEFT_LARGER if difference > 0 else SideCall.RIGHT_LARGER
    return SideDifference(call, difference, mdc, count, used[-1].day, newest)


def _require_sensible(pair: SidePair) -> None:
    readings, errors = (pair.left, pair.right), (pair.sd_left, pair.sd_right)
    if not all(math.isfinite(one) for one in (*readings, *errors)) or min(readings) <= 0 or min(errors) < 0:
        raise ValueError("a reading must be above zero, its error not below")
