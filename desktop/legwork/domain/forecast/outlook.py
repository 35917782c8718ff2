"""Where a measure is likely to be: the readings so far, what training may be expected to do, and how people differ.

Owns the model that looks months and years ahead. The level moves with a slope that wanders and fades, as in `trend`,
and beside it with growth: what is expected of the training, times the person's own response, which the readings of the
last year tell little by little. How lively a history is, is not chosen but weighed: a forecast is a mixture over paces,
and its bands are the wider the less is known. When a goal is reached is said by `reach`.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import NamedTuple

from legwork.domain.forecast.growth import Growth, grown
from legwork.domain.kalman import step_of
from legwork.domain.trend import DAMPING_DAYS, PACES

LOOK_BACK_DAYS = 364
"""Only the last year is held against what was expected: before it was another life (convention)."""

FORECAST_PACES = (0.03125, 0.0625, 0.125, *PACES)
"""Calmer ones than a trend needs, as growth is told apart from wandering here."""

USUAL_PACE = 0.25
"""The pace that is expected, as a share of the usual one; half and twice of it are equally less likely. A convention,
chosen so that 80 % bands hold about 80 % of invented histories 12, 26 and 52 weeks on."""

STEP_DAYS = 7

Effects = Callable[[float], float]
"""What the training of a day did or will do, as a share of the usual (`growth.effect_of`); days are ordinals."""


class _State(NamedTuple):
    """Level, slope beside growth (per day), response; and their covariance."""

    x: float
    v: float
    r: float
    xx: float
    xv: float
    xr: float
    vv: float
    vr: float
    rr: float

    def moved(self, days: float, pace: float, gain: float) -> _State:
        """After `days`, in which a response of 1 gains `gain`."""
        a, fade, qxx, qxv, qvv = step_of(days, pace, DAMPING_DAYS)
        return _State(
            self.x + a * self.v + gain * self.r,
            fade * self.v,
            self.r,
            self.xx + 2 * a * self.xv + 2 * gain * self.xr + a * a * self.vv + 2 * a * gain * self.vr
            + gain * gain * self.rr + qxx,
            fade * (self.xv + a * self.vv + gain * self.vr) + qxv,
            self.xr + a * self.vr + gain * self.rr,
            fade * fade * self.vv + qvv,
            fade * self.vr,
            self.rr,
        )  # fmt: skip

    def seen(self, value: float, noise: float) -> tuple[_State, float]:
        """With a reading of variance `noise`; and its log-likelihood, up to a constant."""
        miss, spread = value - self.x, self.xx + noise
        kx, kv, kr = self.xx / spread, self.xv / spread, self.xr / spread
        state = _State(
            self.x + kx * miss, self.v + kv * miss, self.r + kr * miss,
            self.xx - kx * self.xx, self.xv - kx * self.xv, self.xr - kx * self.xr,
            self.vv - kv * self.xv, self.vr - kv * self.xr, self.rr - kr * self.xr,
        )  # fmt: skip
        return state, -0.5 * (math.log(spread) + miss * miss / spread)


class _Belief(NamedTuple):
    """One pace with its share of the mixture, and what it makes of the readings."""

    share: float
    pace: float
    state: _State


@dataclass(frozen=True)
class Spread:
    """Where a measure may be on a day: a mixture of normal distributions. Shapes (paces,) each."""

    shares: tuple[float, ...]
    means: tuple[float, ...]
    sds: tuple[float, ...]

    @property
    def mean(self) -> float:
        """What is expected."""
        return math.fsum(share * mean for share, mean in zip(self.shares, self.means, strict=True))

    def below(self, value: float) -> float:
        """The probability that it lies below `value`."""
        return math.fsum(
            share * NormalDist(mean, sd).cdf(value)
            for share, mean, sd in zip(self.shares, self.means, self.sds, strict=True)
        )  # fmt: skip

    def quantile(self, probability: float) -> float:
        """The value below which it lies with this probability, between 0 and 1 (neither)."""
        if not 0 < probability < 1:
            raise ValueError("a probability lies between 0 and 1")
        far = 8 * max(self.sds)
        low, high = min(self.means) - far, max(self.means) + far
        while high - low > 1e-6 * far:
            middle = (low + high) / 2
            low, high = (middle, high) if self.below(middle) < probability else (low, middle)
        return (low + high) / 2


@dataclass(frozen=True)
class Outlook:
    """What is believed after the last reading, on `day`. per_day: what a response of 1 gains a day at first."""

    day: int
    per_day: float
    _beliefs: tuple[_Belief, ...]

    @property
    def response(self) -> tuple[float, float]:
        """The person's own response and its standard error; 1 is the usual one."""
        mean = math.fsum(one.share * one.state.r for one in self._beliefs)
        variance = math.fsum(one.share * (one.state.rr + (one.state.r - mean) ** 2) for one in self._beliefs)
        return mean, math.sqrt(variance)

    def at(self, day: float, effect: float) -> Spread:
        """Where it may be on a day ahead, when the training until then does `effect` a week.

        Raises ValueError when the day lies before the last reading.
        """
        days = day - self.day
        if days < 0:
            raise ValueError("this day does not lie ahead")
        gain = self.per_day * 7 * effect * grown(days / 7)
        states = [one.state.moved(days, one.pace, gain) for one in self._beliefs]
        return Spread(
            tuple(one.share for one in self._beliefs),
            tuple(one.x for one in states),
            tuple(math.sqrt(one.xx) for one in states),
        )


def outlook(
    days: Sequence[int],
    values: Sequence[float],
    errors: Sequence[float],
    slope_per_week: float,
    growth: Growth,
    effects: Effects,
) -> Outlook:
    """What the readings of the last LOOK_BACK_DAYS make of what is expected.

    days: ordinals, ascending, each once; values and errors (standard, above zero): shape as days, one unit, without the
    readings that the trend set aside. slope_per_week: how fast the measure usually wanders, as `trend.fit` is told.
    growth: what is expected of the training. effects: what it did on each day. Raises ValueError without readings.
    """
    if not days or not len(days) == len(values) == len(errors):
        raise ValueError("as many days as values and errors, and at least one")
    first = bisect_left(days, days[-1] - LOOK_BACK_DAYS)
    rows = range(first, len(days))
    size = sorted(values[row] for row in rows)[len(rows) // 2]
    per_day = growth.per_week * size / 7
    gains = [_gain(days[row - 1], days[row], effects) * per_day if row > first else 0.0 for row in rows]
    found = []
    for multiple in FORECAST_PACES:
        pace = slope_per_week / 7 * multiple
        # The slope may be anything that this pace allows; the level is what the first reading says, widely.
        state = _State(values[first], 0.0, 1.0, 25 * errors[first] ** 2 + (0.1 * size) ** 2,
                       0.0, 0.0, pace * pace, 0.0, growth.response_sd**2)  # fmt: skip
        score = -0.5 * (math.log2(multiple / USUAL_PACE) / 1.5) ** 2
        for gain, row in zip(gains, rows, strict=True):
            if row > first:
                state = state.moved(days[row] - days[row - 1], pace, gain)
            state, likelihood = state.seen(values[row], errors[row] ** 2)
            score += likelihood
        found.append((score, pace, state))
    best = max(score for score, _, _ in found)
    shares = [math.exp(score - best) for score, _, _ in found]
    whole = math.fsum(shares)
    beliefs = tuple(_Belief(share / whole, pace, state) for share, (_, pace, state) in zip(shares, found, strict=True))
    return Outlook(days[-1], per_day, beliefs)


def _gain(start: int, end: int, effects: Effects) -> float:
    """Days of full effect between two days: the effects summed over steps of a week at most."""
    gained, day = 0.0, float(start)
    while day < end:
        step = min(float(STEP_DAYS), end - day)
        gained += step * effects(day + step / 2)
        day += step
    return gained
