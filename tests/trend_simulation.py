"""Invented histories with a known truth, the trackers to beat, and the score of each.

The truth is made of what limbs do and not of the model that judges it: plateaus, a programme whose gains wear off, a
break with loss and regain, seasons. Days are missed, sometimes for months; some readings are slips of the tape.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np

from legwork.domain.normal import Z80
from legwork.domain.trend import fit

ERROR = 0.01
"""Standard error of a reading as a share of the girth (SCIENCE section 2: 1 % a reading when self-measured)."""

PACE = 0.0012
"""What the trend is told to expect of a girth a week, as a share of it: a thigh's growth prior (SCIENCE section 6)."""

HALF_LIFE = 21.0


@dataclass(frozen=True)
class History:
    """days, values: the readings. truth: the true value on each of them, and ahead: 12 weeks after the last."""

    days: list[int]
    values: list[float]
    truth: list[float]
    ahead: float


def still(chance: Random, _weeks: int) -> Callable[[float], float]:
    """Nothing happens."""
    start = chance.uniform(35, 62)
    return lambda week: start


def programme(chance: Random, weeks: int) -> Callable[[float], float]:
    """A plateau, then growth that wears off: .05 to .10 cm a week on a thigh at first."""
    start, begins = chance.uniform(35, 62), chance.uniform(0, weeks / 3)
    rate, fades = start * chance.uniform(0.0008, 0.0018), chance.uniform(30, 80)
    return lambda week: start + rate * fades * (1 - math.exp(-max(week - begins, 0) / fades))


def layoff(chance: Random, weeks: int) -> Callable[[float], float]:
    """Growth, a break of some weeks with loss, and quicker regain."""
    grow = programme(chance, weeks)
    stops, lasts = chance.uniform(weeks / 3, weeks / 2), chance.uniform(6, 16)
    loss = chance.uniform(0.01, 0.025)

    def truth(week: float) -> float:
        away = min(max(week - stops, 0), lasts) / lasts
        back = 1 - math.exp(-max(week - stops - lasts, 0) / 10)
        return grow(week) * (1 - loss * away * (1 - back))

    return truth


def seasons(chance: Random, weeks: int) -> Callable[[float], float]:
    """Bulk and cut: a slow wave of one to two percent and a half."""
    start, size, period = chance.uniform(35, 62), chance.uniform(0.01, 0.025), chance.uniform(40, 70)
    phase = chance.uniform(0, 2 * math.pi)
    return lambda week: start * (1 + size * math.sin(2 * math.pi * week / period + phase))


SCENARIOS = {"still": still, "programme": programme, "lay-off": layoff, "seasons": seasons}


def histories(name: str, count: int, *, weeks: int = 78, slips: float = 0.02, seed: int = 1) -> Iterator[History]:
    """`count` histories of one scenario; slips: the share of readings that are several centimetres off."""
    for number in range(count):
        chance = Random(f"{seed}:{name}:{number}")
        truth = SCENARIOS[name](chance, weeks)
        pause = chance.randrange(weeks)
        days, values, true = [], [], []
        for week in range(weeks):
            if week and (chance.random() < 0.12 or pause <= week < pause + 9):
                continue
            day = 7 * week + chance.randrange(3)
            here = truth(day / 7)
            error = chance.gauss(0, ERROR) if chance.random() >= slips else chance.choice((-1, 1)) * 0.08
            days.append(day)
            values.append(round(here * (1 + error), 1))
            true.append(here)
        yield History(days, values, true, truth(days[-1] / 7 + 12))


def ewma(days: Sequence[int], values: Sequence[float]) -> list[float]:
    """The time-aware average, 1 - exp(-ln 2 dt / H) with H of 21 days. Source: SCIENCE section 8."""
    return _averaged(days, values, lambda dt: 1 - math.exp(-math.log(2) * dt / HALF_LIFE))


def hackers_diet(days: Sequence[int], values: Sequence[float]) -> list[float]:
    """Walker's 10 % a day, over gaps as 1 - .9^dt. Source: SCIENCE section 8."""
    return _averaged(days, values, lambda dt: 1 - 0.9**dt)


def _averaged(days: Sequence[int], values: Sequence[float], weight: Callable[[int], float]) -> list[float]:
    line = [values[0]]
    for place in range(1, len(days)):
        line.append(line[-1] + weight(days[place] - days[place - 1]) * (values[place] - line[-1]))
    return line


@dataclass
class Score:
    """Misses of the line, of its newest point, and how often the 80 % bands held the truth."""

    line: list[float] = field(default_factory=list)
    newest: list[float] = field(default_factory=list)
    in_band: list[bool] = field(default_factory=list)
    newest_in_band: list[bool] = field(default_factory=list)
    ahead_in_band: list[bool] = field(default_factory=list)


def rmse(misses: Sequence[float]) -> float:
    return math.sqrt(sum(miss * miss for miss in misses) / len(misses))


def share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits)


def scores(name: str, count: int, **how: float) -> dict[str, Score]:
    """Each tracker's score over `count` histories of a scenario."""
    found = {"trend": Score(), "ewma": Score(), "hacker": Score()}
    for history in histories(name, count, **how):  # type: ignore[arg-type]
        truth = np.array(history.truth)
        for key, tracker in (("ewma", ewma), ("hacker", hackers_diet)):
            line = np.array(tracker(history.days, history.values))
            found[key].line += list(line - truth)
            found[key].newest.append(line[-1] - truth[-1])
        middle = float(np.median(history.values))
        trend = fit(history.days, history.values, [ERROR * middle] * len(history.days), PACE * middle)
        own = found["trend"]
        own.line += list(trend.level - truth)
        own.newest.append(float(trend.level[-1] - truth[-1]))
        own.in_band += [bool(hit) for hit in (trend.low <= truth) & (truth <= trend.high)]
        own.newest_in_band.append(own.in_band[-1])
        [level], [error] = trend.ahead([history.days[-1] + 84])
        own.ahead_in_band.append(abs(level - history.ahead) <= Z80 * error)
    return found


def table(count: int = 400) -> str:
    """A Markdown table over all scenarios."""
    head = ["scenario", "line RMSE cm: trend", "EWMA", "Hacker", "newest RMSE cm: trend", "EWMA", "Hacker",
            "80 % band holds: line", "newest", "12 weeks on"]  # fmt: skip
    rows = [head, ["---"] * len(head)]
    for name in SCENARIOS:
        found = scores(name, count)
        trend = found["trend"]
        rows.append([
            name,
            *(f"{rmse(found[key].line):.3f}" for key in found),
            *(f"{rmse(found[key].newest):.3f}" for key in found),
            *(f"{100 * share(hits):.0f} %" for hits in (trend.in_band, trend.newest_in_band, trend.ahead_in_band)),
        ])  # fmt: skip
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)
