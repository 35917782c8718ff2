"""The lifts of a log: how often each was done and when last, the line of its maximum, and what became of that.

Owns which line stands for a lift, and from when to when a change is told. The line of one side is `estimates.line_of`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legwork.domain.log.estimates import Estimates, line_of
from legwork.domain.sites import Side
from legwork.domain.trend import Change, Trend

if TYPE_CHECKING:
    from legwork.domain.log.columns import SetColumns

BACK_MONTHS, BACK_DAYS, BACK_LEAST, BACK_MOST = 3, 91, 60, 135
"""A change is from the day that lies nearest to three months before the newest one, no nearer and no farther off than
this (conventions)."""


@dataclass(frozen=True)
class Use:
    """An exercise of the log. workouts: in how many it was done. day: the newest, an ordinal; workout_id: the workout
    of that day, the last of several."""

    exercise: str
    workouts: int
    day: int
    workout_id: int


def uses_of(columns: SetColumns) -> tuple[Use, ...]:
    """Every exercise of which more than warm-ups was done, in the order of the columns."""
    import numpy as np

    working = np.flatnonzero(~columns.warm_up)
    found = []
    for code, key in enumerate(columns.exercises):
        mine = working[columns.exercise[working] == code]
        if len(mine):
            day = int(columns.day[mine].max())
            newest = int(mine[columns.day[mine] == day][-1])
            found.append(Use(key, len(np.unique(columns.workout_id[mine])), day, int(columns.workout_id[newest])))
    return tuple(found)


def lines_of(estimates: Estimates, exercise: str) -> dict[Side, Trend]:
    """The lines of a lift: one without a side, or those of left and right, whichever are newer; empty without any."""
    lines = {side: line for side in Side if len(line := line_of(estimates, exercise, side))}
    whole = lines.pop(Side.NONE, None)
    if whole is None or any(line.days[-1] > whole.days[-1] for line in lines.values()):
        return lines
    return {Side.NONE: whole}


def change_of(lines: Sequence[Trend]) -> Change | None:
    """The change over BACK_MONTHS of a lift, in kg, of both sides together (their mean) with its standard error; None
    where a line does not go back so far. Source: BACK_DAYS, BACK_LEAST, BACK_MOST."""
    changes = [change for line in lines if (change := _back(line)) is not None]
    if not changes or len(changes) < len(lines):
        return None
    return Change(
        math.fsum(one.delta for one in changes) / len(changes), math.hypot(*(one.sd for one in changes)) / len(changes)
    )


def _back(line: Trend) -> Change | None:
    import numpy as np

    days = line.days[-1] - line.days
    row = int(np.argmin(np.abs(days - BACK_DAYS)))
    return line.change(row, len(line) - 1) if BACK_LEAST <= days[row] <= BACK_MOST else None
