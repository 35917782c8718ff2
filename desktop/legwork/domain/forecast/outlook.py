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
from typing import NamedTuple

from legwork.domain.forecast.growth import FADE_WEEKS, Growth, grown
from legwork.domain.kalman import step_of
from legwork.domain.trend import DAMPING_DAYS, PACES

LOOK_BACK_DAYS = 364
"""Only the last year is held against what was expected: before it was another life (convention)."""

FORECAST_PACES = (0.03125, 0.0625, 0.125, *PACES)
"""Calmer ones than a trend needs, as growth is told apart from wandering here."""

USUAL_PACE, PACE_ALONE = 0.125, 0.25
"""The pace that is expected, as a share of the usual one, where training explains part of the movement, and where
nothing of training is known; half and twice of it are equally less likely. Conventions, chosen so that 80 % bands hold
about 80 % of invented histories; the bench holds them against others (`forecast_bands`)."""

NEGLIGIBLE = 9.0
"""A pace that is less likely than the likeliest by this logarithm, one in eight thousand, is left out (convention)."""

STEP_DAYS = 7

_ROOT_2 = math.sqrt(2)

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

    def level_after(self, days: float, pace: float, gain: float) -> tuple[float, float]:
        """Of `moved` only the level and its variance: what a forecast asks for hundreds of days."""
        a, _, qxx, _, _ = step_of(days, pace, DAMPING_DAYS)
        mean = self.x + a * self.v + gain * self.r
        variance = self.xx + a * a * self.vv + gain * gain * self.rr + qxx
        return mean, variance + 2 * (a * self.xv + gain * self.xr + a * gain * self.vr)

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
        return 0.5 * math.fsum(
            share * math.erfc((mean - value) / (sd * _ROOT_2))
            for share, mean, sd in zip(self.shares, self.means, self.sds, strict=True)
        )  # fmt: skip

    def quantile(self, probability: float) -> float:
        """The value below which it lies with this probability, between 0 and 1 (neither)."""
        if not 0 < probability < 1:
            raise ValueError("a probability lies between 0 and 1")
        low, high = (pick(self.means) + 9 * sign * max(self.sds) for pick, sign in ((min, -1), (max, 1)))
        value, fine = self.mean, 1e-4 * min(self.sds)  # far below what anybody is shown
        while high - low > fine:
            missed = self.below(value) - probability
            low, high = (low, value) if missed > 0 else (value, high)
            # Newton's step where it stays inside, else half of what is left.
            step = missed / density if (density := self._density(value)) > 0 else math.inf
            if abs(step) < fine / 4:
                break
            value = value - step if low < value - step < high else (low + high) / 2
        return value

    def _density(self, value: float) -> float:
        return math.fsum(
            share / sd * math.exp(-0.5 * ((value - mean) / sd) ** 2)
            for share, mean, sd in zip(self.shares, self.means, self.sds, strict=True)
        ) / math.sqrt(2 * math.pi)


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
        levels = [one.state.level_after(days, one.pace, gain) for one in self._beliefs]
        return Spread(
            tuple(one.share for one in self._beliefs),
            tuple(mean for mean, _ in levels),
            tuple(math.sqrt(variance) for _, variance in levels),
        )

    def steered(self, per_week: float, sd: float) -> Outlook:
        """The same level with a change of its own making in place of slope and training: `per_week` on average, sd the
        standard deviation of what becomes of it, above zero, both in the unit of the measure. An effect of 1 stands for
        all of it; it wears off as growth does.

        Raises ValueError unless sd is positive.
        """
        if not sd > 0:
            raise ValueError("nobody steers exactly")
        beliefs = tuple(
            one._replace(state=_State(one.state.x, 0.0, per_week / sd, one.state.xx, 0.0, 0.0, 0.0, 0.0, 1.0))
            for one in self._beliefs
        )
        return Outlook(self.day, sd / 7, beliefs)


def outlook(
    days: Sequence[int],
    values: Sequence[float],
    errors: Sequence[float],
    slope_per_week: float,
    growth: Growth,
    effects: Effects,
    breathe: Callable[[], object] = bool,
) -> Outlook:
    """What the readings of the last LOOK_BACK_DAYS make of what is expected.

    days: ordinals, ascending, each once; values and errors (standard, above zero): shape as days, one unit, without the
    readings that the trend set aside. slope_per_week: how fast the measure usually wanders, as `trend.fit` is told.
    growth: what is expected of the training. effects: what it did on each day. breathe: called between the paces; what
    it raises ends the work. Raises ValueError without readings.
    """
    if not days or not len(days) == len(values) == len(errors):
        raise ValueError("as many days as values and errors, and at least one")
    first = bisect_left(days, days[-1] - LOOK_BACK_DAYS)
    rows = range(first, len(days))
    size = sorted(values[row] for row in rows)[len(rows) // 2]
    per_day = growth.per_week * size / 7
    faded = _as_of(days[-1], effects)
    gains = [_gain(days[row - 1], days[row], faded) * per_day if row > first else 0.0 for row in rows]
    usual = USUAL_PACE if any(gains) else PACE_ALONE
    found = []
    for multiple in FORECAST_PACES:
        pace = slope_per_week / 7 * multiple
        # The slope may be anything that this pace allows; the level is what the first reading says, widely.
        state = _State(values[first], 0.0, 1.0, 25 * errors[first] ** 2 + (0.1 * size) ** 2,
                       0.0, 0.0, pace * pace, 0.0, growth.response_sd**2)  # fmt: skip
        score = -0.5 * (math.log2(multiple / usual) / 1.5) ** 2
        for gain, row in zip(gains, rows, strict=True):
            if row > first:
                state = state.moved(days[row] - days[row - 1], pace, gain)
            state, likelihood = state.seen(values[row], errors[row] ** 2)
            score += likelihood
        found.append((score, pace, state))
        breathe()
    best = max(score for score, _, _ in found)
    kept = [(math.exp(score - best), pace, state) for score, pace, state in found if score > best - NEGLIGIBLE]
    whole = math.fsum(share for share, _, _ in kept)
    beliefs = tuple(_Belief(share / whole, pace, state) for share, pace, state in kept)
    return Outlook(days[-1], per_day, beliefs)


def _as_of(last: int, effects: Effects) -> Effects:
    """The effects in units of growth as it is on the day `last`: before, the same training did more, as growth wears
    off. So what is learnt of a response is the response of that day. Source: FADE_WEEKS."""
    return lambda day: effects(day) * math.exp((last - day) / 7 / FADE_WEEKS)


def _gain(start: int, end: int, effects: Effects) -> float:
    """Days of full effect between two days: the effects summed over steps of a week at most."""
    gained, day = 0.0, float(start)
    while day < end:
        step = min(float(STEP_DAYS), end - day)
        gained += step * effects(day + step / 2)
        day += step
    return gained
