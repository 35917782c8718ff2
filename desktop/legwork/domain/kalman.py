"""The arithmetic under the trend: a two-state Kalman filter, its gate, and the smoother. Scalars, written out.

Owns the state of level and slope and how it moves through time. Plain floats instead of small matrices: a history of
a thousand readings takes a few milliseconds. It must not choose parameters (that is `trend`).

The slope follows an Ornstein-Uhlenbeck process with standard deviation `pace` and time constant `damping`, so it
fades when nothing new is known; the level is its integral. Both are discretised exactly, whatever the step.
Source: Uhlenbeck & Ornstein 1930, Phys Rev 36:823; Gelb 1974, Applied Optimal Estimation, ch. 4 to 5.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median_low
from typing import NamedTuple

GATE = 3.5
"""Standard errors off the expected value beyond which a reading needs the next one to confirm it (convention)."""

PRIOR_SHARE = 0.10
"""How far the first level may lie from the median of the first readings, as a share of it (convention)."""

_FIRST = 5
"""So many readings decide where the line starts, and a history of no more is short: see `_carried_on`."""


class Node(NamedTuple):
    """One day's reading: value and the variance of its error."""

    day: float
    value: float
    variance: float


class Step(NamedTuple):
    """How the state moves over some days: x' = x + reach v, v' = fade v, and the variance that comes in."""

    reach: float
    fade: float
    xx: float
    xv: float
    vv: float


class State(NamedTuple):
    """Level x and slope v (per day) with their covariance."""

    x: float
    v: float
    xx: float
    xv: float
    vv: float

    def moved(self, step: Step) -> State:
        """Where it will be after `step`."""
        reach, fade = step.reach, step.fade
        xv = self.xv + reach * self.vv
        return State(
            self.x + reach * self.v,
            fade * self.v,
            self.xx + reach * (self.xv + xv) + step.xx,
            fade * xv + step.xv,
            fade * fade * self.vv + step.vv,
        )


def step_of(days: float, pace: float, damping: float) -> Step:
    """The move over `days`; pace: the slope's standard deviation per day, damping: its time constant in days."""
    fade = math.exp(-days / damping)
    gone = 1 - fade
    s2 = pace * pace
    return Step(
        damping * gone,
        fade,
        max(2 * s2 * damping * (days - 2 * damping * gone + damping / 2 * (1 - fade * fade)), 0.0),
        s2 * damping * gone * gone,
        s2 * (1 - fade * fade),
    )


@dataclass(frozen=True)
class Path:
    """Smoothed states, one a node; gains: of the smoother, rows of 2 x 2; aside: places of readings not used."""

    smoothed: tuple[State, ...]
    gains: tuple[tuple[float, float, float, float], ...]
    aside: tuple[int, ...]

    def shared_variance(self, first: int, last: int) -> float:
        """Covariance of the smoothed levels of two nodes. Source: Durbin & Koopman 2012, section 4.7."""
        xx, vx = self.smoothed[last].xx, self.smoothed[last].xv
        least = 1e-12 * xx
        for place in range(last - 1, first - 1, -1):
            a, b, c, d = self.gains[place]
            xx, vx = a * xx + b * vx, c * xx + d * vx
            if -least < xx < least and -least < vx < least:
                return 0.0  # so far apart that they share nothing any more
        return xx


def likelihood(nodes: list[Node], pace: float, damping: float) -> float:
    """Log-likelihood of the readings that pass the gate, up to a constant."""
    return _filtered(nodes, pace, damping, None)


def run(nodes: list[Node], pace: float, damping: float, breathe: Callable[[], object] = bool) -> Path:
    """Filter forwards, smooth backwards, and breathe in between. Without nodes the path is empty."""
    if not nodes:
        return Path((), (), ())
    trace = _Trace([], [], [], [])
    _filtered(nodes, pace, damping, trace)
    breathe()
    state = trace.filtered[-1]
    smoothed, gains = [state], []
    for place in range(len(nodes) - 2, -1, -1):
        gain = _gain(trace.filtered[place], trace.predicted[place + 1], trace.steps[place + 1])
        state = _smoothed(trace.filtered[place], trace.predicted[place + 1], state, gain)
        smoothed.append(state)
        gains.append(gain)
    return Path(tuple(reversed(smoothed)), tuple(reversed(gains)), tuple(trace.aside))


def _smoothed(now: State, ahead: State, later: State, gain: tuple[float, float, float, float]) -> State:
    a, b, c, d = gain
    x, v, xx, xv, vv = now
    dx, dv = later[0] - ahead[0], later[1] - ahead[1]
    exx, exv, evv = later[2] - ahead[2], later[3] - ahead[3], later[4] - ahead[4]
    return State(
        x + a * dx + b * dv,
        v + c * dx + d * dv,
        xx + a * a * exx + 2 * a * b * exv + b * b * evv,
        xv + a * c * exx + (a * d + b * c) * exv + b * d * evv,
        vv + c * c * exx + 2 * c * d * exv + d * d * evv,
    )


def _gain(now: State, ahead: State, step: Step) -> tuple[float, float, float, float]:
    """The smoother's gain P F' (F P F' + Q)^-1, row by row."""
    reach, fade = step[0], step[1]
    _, _, pxx, pxv, pvv = now
    _, _, xx, xv, vv = ahead
    xa, xb = pxx + reach * pxv, fade * pxv
    va, vb = pxv + reach * pvv, fade * pvv
    determinant = xx * vv - xv * xv
    return (
        (xa * vv - xb * xv) / determinant,
        (xb * xx - xa * xv) / determinant,
        (va * vv - vb * xv) / determinant,
        (vb * xx - va * xv) / determinant,
    )


class _Trace(NamedTuple):
    """What the smoother needs of the way forwards."""

    predicted: list[State]
    filtered: list[State]
    steps: list[Step]
    aside: list[int]


def _filtered(nodes: list[Node], pace: float, damping: float, trace: _Trace | None) -> float:
    """One pass forwards; returns the log-likelihood. In local floats: this loop is the cost of every trend."""
    if not nodes:
        return 0.0
    steps: dict[float, Step] = {}
    log, gate = math.log, GATE * GATE
    score = 0.0
    last = nodes[0].day
    x = median_low([node.value for node in nodes[:_FIRST]])
    xx, v, xv, vv = (PRIOR_SHARE * x) ** 2 + 25 * nodes[0].variance, 0.0, 0.0, pace * pace
    for place, (day, value, noise) in enumerate(nodes):
        step = steps.get(day - last)
        if step is None:
            step = steps[day - last] = step_of(day - last, pace, damping)
        last = day
        reach, fade, qxx, qxv, qvv = step
        x += reach * v
        v *= fade
        leaning = xv + reach * vv
        xx += reach * (xv + leaning) + qxx
        xv = fade * leaning + qxv
        vv = fade * fade * vv + qvv
        miss = value - x
        square, spread = miss * miss, xx + noise
        used = square <= gate * spread
        if not used and _confirmed(nodes, place, miss, spread):
            xx += square  # the level has moved at once
            spread, used = xx + noise, True
        elif not used and _carried_on(nodes, place, miss, v):
            xx += square  # the slope has turned at the reading before
            turned = fade / reach
            xv += square * turned
            vv += square * turned * turned
            spread, used = xx + noise, True
        if trace is not None:
            trace.predicted.append(State(x, v, xx, xv, vv))
            trace.steps.append(step)
        if used:
            kx, kv = xx / spread, xv / spread
            x += kx * miss
            v += kv * miss
            vv -= kv * xv
            xv *= noise / spread  # xv - kx xv and xx - kx xx, without losing the last digits of a small noise
            xx = kx * noise
            score -= 0.5 * (log(spread) + square / spread)
        else:
            score -= 0.5 * (log(spread) + gate)
        if trace is not None:
            trace.filtered.append(State(x, v, xx, xv, vv))
            if not used:
                trace.aside.append(place)
    return score


def _confirmed(nodes: list[Node], place: int, miss: float, spread: float) -> bool:
    """Whether the next reading lies as far off as one that lies `miss` off, and near it: then the level has moved."""
    if place + 1 == len(nodes):
        return False
    here, after = nodes[place], nodes[place + 1]
    apart = after.value - here.value
    as_far = (miss + apart) * miss > 0 and (miss + apart) ** 2 > GATE * GATE * spread
    return as_far and abs(apart) <= min(GATE * math.sqrt(here.variance + after.variance), abs(miss) / 2)


def _carried_on(nodes: list[Node], place: int, miss: float, v: float) -> bool:
    """Whether the next reading lies off in proportion to its time, as one that lies `miss` off: then it moves faster.

    Without this a steep but steady loss, 100, 95, 90 kg a month apart, would have all but one set aside. Only in a
    short history: of a longer one the pace is known, and a poor reading before a slip must not look like a turn.
    """
    if place == 0 or place + 1 == len(nodes) or len(nodes) > _FIRST:
        return False
    before, here, after = nodes[place - 1 : place + 2]
    later = after.value - (here.value - miss) - v * (after.day - here.day)
    apart = abs(miss - later * (here.day - before.day) / (after.day - before.day))
    return apart <= min(GATE * math.sqrt(here.variance + after.variance), abs(miss) / 2)
