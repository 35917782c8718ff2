"""Where one leg girth, or both together, stand among people of the same build: percentile, band and gap.

Owns the figures that follow from a mean, a spread and an error. It must not know where those come from (that is
`balance`), nor put anything into words.

Two spreads run through it and never mix: how much people of one build differ (bands, percentiles) and how sure the tape
lets us be (`Estimate`, always an 80 % interval).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.normal import Z80

LEAST_PERCENTILE = 0.01
"""Percentiles end so far from 0 and 100: some thousand people cannot tell more (a convention)."""

_LEAST, _MOST = 0.1, 1000.0
"""No girth, stature (cm) or weight (kg) lies outside, so that no exponential overflows (a convention, generous)."""


class Legs(StrEnum):
    """Where legs are beside what is expected. UNKNOWN: nothing to judge by, or nothing that can be trusted."""

    BEHIND = "behind"
    MIDDLE = "middle"
    AHEAD = "ahead"
    UNKNOWN = "unknown"


ASIDE = 0.43
"""SDs from which legs are behind or ahead, the same in both directions: the outer thirds of people built alike (normal
distribution; that a third counts is a convention)."""


def legs_at(z: float, error: float) -> Legs:
    """Behind or ahead only when that is both in an outer third and beyond what the tape leaves open.

    z: from what is expected, in SDs of people built alike; error: its standard error from the tape, in the same.
    Source: ASIDE and the 80 % interval (conventions).
    """
    if abs(z) < ASIDE or abs(z) <= Z80 * error:
        return Legs.MIDDLE
    return Legs.BEHIND if z < 0 else Legs.AHEAD


@dataclass(frozen=True)
class Known:
    """A measured value, cm (kg for body weight). sd: its error, that of all readings behind it; 0 when exact.

    Raises ValueError when the value is not above zero or no body's, or the error is below zero or above the value.
    """

    value: float
    sd: float = 0.0

    def __post_init__(self) -> None:
        if not (_LEAST <= self.value <= _MOST and 0 <= self.sd <= self.value):
            raise ValueError("a girth, height or weight must be a body's, its error from zero to as much again")

    @property
    def log_sd(self) -> float:
        """The error of the natural logarithm, to first order."""
        return self.sd / self.value


@dataclass(frozen=True)
class Estimate:
    """A figure with its 80 % interval from tape errors: how sure we are of it, not how much people differ."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Standing:
    """One leg girth among people of the same build.

    own: the person's own, None when it is not measured. mean, sd: of ln cm among such people. error: how far the tape
    errors of the girths that they were told from may shift that mean, in ln cm.
    """

    site: str
    own: Known | None
    mean: float
    sd: float
    error: float

    @property
    def middle_cm(self) -> float:
        """Half of such people have a larger girth, half a smaller one: the median."""
        return math.exp(self.mean)

    @property
    def low_cm(self) -> float:
        """10th percentile of such people."""
        return self.girth_at(10.0)

    @property
    def high_cm(self) -> float:
        """90th percentile of such people."""
        return self.girth_at(90.0)

    def girth_at(self, percentile: float) -> float:
        """The girth in cm that `percentile` of 100 such people stay below. Raises ValueError unless 0 < it < 100.

        Source: SCIENCE section 1, exp(m + s z).
        """
        if not 0 < percentile < 100:
            raise ValueError("a percentile lies between 0 and 100")
        return math.exp(self.mean + self.sd * _score(percentile))

    def legs(self, percentile: float) -> Legs:
        """Where the own girth is beside `girth_at(percentile)`. Raises as `girth_at` does."""
        if self.own is None:
            return Legs.UNKNOWN
        away = math.log(self.own.value / self.girth_at(percentile))
        return legs_at(away / self.sd, math.hypot(self.error, self.own.log_sd) / self.sd)

    @property
    def percentile(self) -> Estimate | None:
        """How many of 100 such people have a smaller girth; None without an own one.

        The interval carries the errors of the girths above and of the leg. Source: SCIENCE section 1, Phi((x - m)/s).
        """
        if self.own is None:
            return None
        return _percentile(math.log(self.own.value) - self.mean, self.sd, math.hypot(self.error, self.own.log_sd))

    @property
    def gap_cm(self) -> Estimate | None:
        """As `gap_to` the middle."""
        return self.gap_to(50.0)

    def gap_to(self, percentile: float) -> Estimate | None:
        """cm from the own girth to `girth_at(percentile)`: positive when there is some to go, negative when ahead.

        None without an own girth. Raises as `girth_at` does. Source: errors propagated to first order.
        """
        target = self.girth_at(percentile)
        if self.own is None:
            return None
        gap, reach = target - self.own.value, Z80 * math.hypot(target * self.error, self.own.sd)
        return Estimate(gap, gap - reach, gap + reach)


@dataclass(frozen=True)
class Index:
    """The balance index: the legs as a share of what goes with the rest of the body, 100 in the middle.

    sites: the leg girths in it. away: ln of own over expected, their mean. sd: of that among people of the same build.
    error: from the tape, in the same unit.
    Source: our own convention. 100 times the geometric mean of own girth over expected median; below 100 the legs
    trail, above they lead.
    """

    sites: tuple[str, ...]
    away: float
    sd: float
    error: float

    @property
    def value(self) -> Estimate:
        """The index with its interval; 95 means legs 5 % below the middle."""
        low, middle, high = (100 * math.exp(self.away + z * self.error) for z in (-Z80, 0.0, Z80))
        return Estimate(middle, low, high)

    @property
    def value_sd(self) -> float:
        """Its SD from tape errors alone, in points of the index, to first order."""
        return 100 * math.exp(self.away) * self.error

    def legs(self, percentile: float = 50.0) -> Legs:
        """Where the legs are beside those of `percentile` of such people. Raises ValueError unless 0 < it < 100."""
        if not 0 < percentile < 100:
            raise ValueError("a percentile lies between 0 and 100")
        return legs_at(self.away / self.sd - _score(percentile), self.error / self.sd)

    @property
    def people(self) -> tuple[float, float]:
        """10th and 90th percentile of the index among people of the same build."""
        return 100 * math.exp(-Z80 * self.sd), 100 * math.exp(Z80 * self.sd)

    @property
    def percentile(self) -> Estimate:
        """How many of 100 such people have a lower index. Source: as `Standing.percentile`, for the weighted sum."""
        return _percentile(self.away, self.sd, self.error)


def bigger_of_100(percentile: float) -> int:
    """How many of 100 people have a larger girth, to the nearest whole number, halves up: from 0 to 100.

    0 says fewer than one and 100 more than 99, never nobody or everybody. Raises ValueError beyond 0 to 100.
    """
    if not 0 <= percentile <= 100:
        raise ValueError("a percentile lies between 0 and 100")
    return math.floor(100 - percentile + 0.5)


def _score(percentile: float) -> float:
    from statistics import NormalDist  # not at the top: it would cost each start 10 ms

    return NormalDist().inv_cdf(percentile / 100)


def _percentile(away: float, sd: float, error: float) -> Estimate:
    """away: from the mean, in the unit of both SDs."""
    middle, low, high = (_clamped(away / sd + z * error / sd) for z in (0.0, -Z80, Z80))
    return Estimate(middle, low, high)


def _clamped(z: float) -> float:
    percentile = 50 * math.erfc(-z / math.sqrt(2))
    return min(max(percentile, LEAST_PERCENTILE), 100 - LEAST_PERCENTILE)
