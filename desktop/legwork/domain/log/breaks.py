"""Coming back after a break: how much lighter to begin, and how fast to go back to what was.

Owns these conventions. It must not look at prescriptions (that is `next_session`).

Source: strength holds for about three weeks without training and falls faster thereafter (McMaster et al. 2013, Sports
Med 43:367; the longer the more: Bosquet et al. 2013, Scand J Med Sci Sports 23:e140). A week off in the middle costs no
size (Coleman 2024, SCIENCE section 6). The factors are conventions, on the careful side: what returns first is skill,
and soreness after a break is out of proportion.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

BREAK_DAYS = 21
"""From so many days without an exercise on, one comes back lighter."""

STEPS = ((BREAK_DAYS, 0.9), (42, 0.85), (84, 0.75), (183, 0.6))
"""From so many days on, the share of the last load to come back with (conventions)."""

HALF_SETS_DAYS = 42
"""From here on, only half the sets the first time (a convention)."""

RETURN_RIR = 3.0
"""Reps to leave at least, the first time (a convention)."""

BACK_DAYS = 56
"""So long after a break one goes back to the load from before in larger steps (a convention)."""

BACK_SHARE = 0.5
"""Of what is missing to the load from before, with each session that went well (a convention)."""


@dataclass(frozen=True)
class Break:
    """A break that is over. before_kg: the load of the last time before it, signed; returned: the first day after."""

    before_kg: float
    returned: date


def return_share(days: int) -> float:
    """The share of the last load to come back with after so many days without; 1 before BREAK_DAYS. Source: STEPS."""
    return min((share for least, share in STEPS if days >= least), default=1.0)


def last_break(times: Sequence[tuple[date, float | None]], today: date) -> Break | None:
    """The newest break from which one came back within the last BACK_DAYS; None when there is none.

    times: days and loads in kg, signed, in order; None where no load is known. Source: BREAK_DAYS, BACK_DAYS.
    """
    for (before, load), (after, _) in reversed(list(pairwise(times))):
        if today - after > timedelta(days=BACK_DAYS):
            return None
        if (after - before).days >= BREAK_DAYS:
            return None if load is None else Break(load, after)
    return None
