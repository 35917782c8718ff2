"""What is asked of an exercise on a day, and the times at which it was done before.

Owns the two value types. What follows from them is worked out by `next_session`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from legwork.domain.exercise import Counting
from legwork.domain.plan.next_time import DoneSet
from legwork.domain.plan.prescription import Prescription
from legwork.domain.plan.rules import FIXED, Rule
from legwork.domain.units import Quantity


@dataclass(frozen=True)
class Past:
    """One time at which the exercise was done. done: see `done_sets`. asked: what was shown then, None for a free or
    imported session. ended: the session ended with this exercise, so that sets which are missing were not begun."""

    day: date
    done: tuple[DoneSet, ...]
    asked: Prescription | None = None
    ended: bool = False


@dataclass(frozen=True)
class Asked:
    """What the plan asks for on a day. rule: how the exercise goes on.

    increment: the smallest step of the equipment, None where there is none. counting: how the exercise counts its load.
    body_kg: the part of body weight that moves, None where it is not known or does not count. deload: the day lies in a
    deload. kept_up: the last day on which something of the same kind was trained, as when an exercise was swapped for
    another one: then only the days since are a break.
    """

    day: date
    prescription: Prescription
    rule: Rule = FIXED
    increment: Quantity | None = None
    counting: Counting = Counting.TOTAL
    body_kg: float | None = None
    deload: bool = False
    kept_up: date | None = None
