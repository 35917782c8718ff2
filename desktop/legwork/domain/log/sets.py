"""One set as it was done: reps or seconds, load, side, effort, and how it counts.

Owns the value type and its hard limits. It must not read what people type (that is `set_text`), say what is hard to
believe (that is `suspects`), nor count (that is `counting`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.plan.prescription import LOAD_UNITS, MOST_RIR, one_line
from legwork.domain.sites import Side
from legwork.domain.units import Quantity
from legwork.i18n import mark

MOST_NUMBER = 10_000_000
"""No reps, seconds or kilograms of any log are kept beyond this. Other programs' files hold slips like 877,777 reps:
such a set is kept and told as suspect, not refused (conventions)."""


class LoggedKind(StrEnum):
    """How a set counts. WARM_UP: for nothing. DROP, MYO: with the set before it as one. FAILURE: no rep was left."""

    NORMAL = "normal"
    WARM_UP = "warm_up"
    DROP = "drop"
    MYO = "myo"
    FAILURE = "failure"


LOGGED_KINDS = {
    LoggedKind.NORMAL: mark("working set"),
    LoggedKind.WARM_UP: mark("warm-up"),
    LoggedKind.DROP: mark("drop set"),
    LoggedKind.MYO: mark("myo-rep set"),
    LoggedKind.FAILURE: mark("to failure"),
}
"""For people, marked for translation."""


@dataclass(frozen=True)
class LoggedSet:
    """A set that was done, or tried: 0 reps are a failed attempt.

    side: NONE where none was named; of an exercise done one limb at a time it then stands for both. reps, seconds,
    distance_m: at least one of them is there; where reps are, they count, and a distance alone counts for nothing.
    load: in kg or lb, as the exercise counts it, one hand's where it is said per hand; None: nothing, which is the body
    alone. On an exercise with one's own weight it is what was added, or what was taken off when `assisted`. rir: reps
    left, 0 to MOST_RIR; None where nobody said. note: one line. Raises ValueError for what no set can be.
    """

    kind: LoggedKind = LoggedKind.NORMAL
    side: Side = Side.NONE
    reps: int | None = None
    seconds: int | None = None
    load: Quantity | None = None
    assisted: bool = False
    rir: float | None = None
    note: str = ""
    distance_m: float | None = None

    def __post_init__(self) -> None:
        if self.reps is None and self.seconds is None and self.distance_m is None:
            raise ValueError("a set has reps, seconds or a distance")
        if self.reps is not None and not 0 <= self.reps <= MOST_NUMBER:
            raise ValueError(f"{self.reps} reps")
        if self.seconds is not None and not 1 <= self.seconds <= MOST_NUMBER:
            raise ValueError(f"{self.seconds} seconds")
        if self.distance_m is not None and not 0 < self.distance_m <= MOST_NUMBER:
            raise ValueError(f"{self.distance_m} metres")
        if self.load is None:
            if self.assisted:
                raise ValueError("help needs a size")
        elif self.load.unit not in LOAD_UNITS or not 0 < self.load.value <= MOST_NUMBER:
            raise ValueError(f"{self.load.entered} {self.load.unit} is no load of a set")
        if self.rir is not None and not 0 <= self.rir <= MOST_RIR:
            raise ValueError(f"{self.rir} reps left")
        if self.note and self.note != one_line(self.note):
            raise ValueError("a note is one line")

    @property
    def signed_kg(self) -> float | None:
        """The load in kg, below zero for help; None where nothing was noted."""
        if self.load is None:
            return None
        return -self.load.value if self.assisted else self.load.value

    @property
    def reps_left(self) -> float | None:
        """The reps left: none where the set went to failure; None where nobody said."""
        return 0.0 if self.rir is None and self.kind is LoggedKind.FAILURE else self.rir

    @property
    def works(self) -> bool:
        """Whether it counts at all: no warm-up, and something was done."""
        return self.kind is not LoggedKind.WARM_UP and bool(self.reps or (self.reps is None and self.seconds))


def believed_rir(reps_left: float | None) -> float | None:
    """Reps left as they are kept, from any number that another program gave: in halves, held within 0 to MOST_RIR.

    None for None and for what is no number.
    """
    if reps_left is None or math.isnan(reps_left):
        return None
    return math.floor(min(MOST_RIR, max(0.0, reps_left)) * 2 + 0.5) / 2
