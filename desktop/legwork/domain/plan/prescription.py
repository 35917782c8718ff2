"""What one cell of a plan asks for: sets, reps or seconds, load, effort, tempo, rest, and how it is done.

Owns the value types and their limits. It must not read nor write the cell syntax (that is `cells`), know exercises, or
decide what comes next (that is `progression`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.sites import Kind
from legwork.domain.units import Quantity, UnitSystem, parse

MAX_SETS = 20
MAX_REPS = 100
MAX_SECONDS = 3600
"""The most of each in one cell; more is a slip of the finger (conventions)."""

MAX_LOAD_KG = 1000.0
"""The heaviest load that is believed, above any leg press (a convention)."""

LEAST_PERCENT, MOST_PERCENT = 1.0, 120.0
"""Of the one-rep maximum; above 100 for partial and lowering work (a convention)."""

MOST_RIR = 9.0
"""Reps left in reserve; RPE 1 (a convention)."""

MAX_NOTE = 200
"""Letters in a note (a convention)."""

LOAD_UNITS = ("kg", "lb")
"""The units in which a cell gives a load."""

_ENTERED = re.compile(r"[0-9]{1,4}(?:[.,][0-9]{1,3})?")


class SetKind(StrEnum):
    """How a set is done: to its end, with the load dropped and carried on, or as an activation set with mini-sets."""

    NORMAL = "normal"
    DROP = "drop"
    MYO = "myo"


@dataclass(frozen=True)
class Target:
    """What one set asks for: from low to high reps, or seconds of holding; equal for one number.

    more: as many as possible, but at least `low`, which may then be 0 ("AMRAP"). Raises ValueError out of limits.
    """

    low: int
    high: int
    seconds: bool = False
    more: bool = False

    def __post_init__(self) -> None:
        most = MAX_SECONDS if self.seconds else MAX_REPS
        least = 0 if self.more and not self.seconds else 1
        if not least <= self.low <= self.high <= most or (self.more and self.low != self.high):
            raise ValueError(f"a set cannot ask for {self.low} to {self.high}")

    @property
    def middle(self) -> float:
        """The reps or seconds that are counted on: halfway of a range, at least 1 (a convention)."""
        return max(1.0, (self.low + self.high) / 2)


@dataclass(frozen=True)
class Weight:
    """A load in kg or lb, shown as it was typed. Raises ValueError unless it is above zero and within MAX_LOAD_KG."""

    quantity: Quantity

    def __post_init__(self) -> None:
        _check_load(self.quantity)


@dataclass(frozen=True)
class OfMax:
    """A share of the estimated one-rep maximum, in percent with at most one decimal. Raises ValueError."""

    percent: float

    def __post_init__(self) -> None:
        if not LEAST_PERCENT <= self.percent <= MOST_PERCENT or round(self.percent, 1) != self.percent:
            raise ValueError(f"{self.percent} percent of the maximum")


@dataclass(frozen=True)
class BodyWeight:
    """One's own weight, with `added` hung on, or taken off by a machine or a band when `assisted`.

    added: None for the body alone. Raises ValueError as `Weight`, and for help of no size.
    """

    added: Quantity | None = None
    assisted: bool = False

    def __post_init__(self) -> None:
        if self.added is not None:
            _check_load(self.added)
        elif self.assisted:
            raise ValueError("help needs a size")

    @property
    def signed_kg(self) -> float:
        """What is added to the body in kg, below zero for help."""
        kg = self.added.value if self.added else 0.0
        return -kg if self.assisted else kg


Load = Weight | OfMax | BodyWeight


@dataclass(frozen=True)
class Effort:
    """How near to failure: reps left in reserve, in halves from 0 to MOST_RIR. as_rpe: typed and shown as RPE.

    Raises ValueError out of limits. Source: RPE = 10 - RIR, Zourdos et al. 2016, J Strength Cond Res 30:267.
    """

    rir: float
    as_rpe: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.rir <= MOST_RIR or self.rir * 2 != int(self.rir * 2):
            raise ValueError(f"{self.rir} reps in reserve")

    @property
    def rpe(self) -> float:
        """The rating of perceived exertion, 1 to 10."""
        return 10 - self.rir


@dataclass(frozen=True)
class Tempo:
    """Seconds of lowering, of the pause below, of lifting (None: as fast as possible), of the pause above; 0 to 30.

    Raises ValueError out of limits.
    """

    lower: int
    below: int
    lift: int | None
    above: int

    def __post_init__(self) -> None:
        if not all(0 <= one <= 30 for one in (self.lower, self.below, self.lift or 0, self.above)):
            raise ValueError("a tempo has four numbers of 0 to 30 seconds")

    @property
    def seconds(self) -> int:
        """What one rep takes; lifting as fast as possible is counted as 1 s (a convention)."""
        return self.lower + self.below + (1 if self.lift is None else self.lift) + self.above


@dataclass(frozen=True)
class Prescription:
    """One cell. targets: one for each set, 1 to MAX_SETS, all in reps or all in seconds.

    load: None when it is left open. effort: None when nothing is said; it may stand beside a load. rest_s: seconds
    after each set, None for the usual. per_side: each set is done left and right. ramp: warm-up sets lead up to it.
    note: one line of at most MAX_NOTE letters. Raises ValueError out of limits.
    """

    targets: tuple[Target, ...]
    load: Load | None = None
    effort: Effort | None = None
    tempo: Tempo | None = None
    rest_s: int | None = None
    per_side: bool = False
    kind: SetKind = SetKind.NORMAL
    ramp: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.targets) <= MAX_SETS:
            raise ValueError(f"{len(self.targets)} sets")
        if len({one.seconds for one in self.targets}) > 1:
            raise ValueError("a cell is in reps or in seconds")
        if self.rest_s is not None and not 0 <= self.rest_s <= MAX_SECONDS:
            raise ValueError(f"{self.rest_s} seconds of rest")
        if self.note and self.note != one_line(self.note):
            raise ValueError("a note is one line")

    @property
    def sets(self) -> int:
        """How many sets it asks for."""
        return len(self.targets)

    @property
    def in_seconds(self) -> bool:
        """Whether it is held for a time rather than counted in reps."""
        return self.targets[0].seconds


def straight(sets: int, low: int, high: int | None = None) -> Prescription:
    """`sets` equal sets of low reps, or of low to high. Raises ValueError out of limits."""
    return Prescription((Target(low, low if high is None else high),) * sets)


def one_line(text: str) -> str:
    """A note as it is kept: on one line, without needless spaces, cut at MAX_NOTE letters."""
    return " ".join(text.split())[:MAX_NOTE].rstrip()


def load_of(number: float, unit: str) -> Quantity:
    """A load as if typed: number above zero in kg or lb, to two decimals without needless zeros."""
    return parse(f"{plain(round(number, 2))} {unit}", Kind.MASS, UnitSystem.METRIC)


def plain(number: float) -> str:
    """A number with up to two decimals and no needless zeros: 62.5, 60, 1.25."""
    return f"{number + 0.0:.2f}".rstrip("0").rstrip(".")


def all_equal(targets: Sequence[Target]) -> bool:
    """Whether every set asks for the same."""
    return all(one == targets[0] for one in targets)


def _check_load(quantity: Quantity) -> None:
    if quantity.unit not in LOAD_UNITS or not _ENTERED.fullmatch(quantity.entered):
        raise ValueError(f"{quantity.entered} {quantity.unit} is no load of a cell")
    if not 0 < quantity.value <= MAX_LOAD_KG:
        raise ValueError(f"{quantity.value} kg")
