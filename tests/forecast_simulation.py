"""How honest the bands of a forecast are: invented histories, cut off at a day, and what came after it.

The truths are those of `trend_simulation`, which know nothing of the model, and two that train by a log: one of people
who answer to their sets as differently as people do, and the same where nobody kept the log. None of these histories
was used to choose anything: their seeds are their own. Training goes on after the cut as it was before it.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random

from legwork.domain.forecast.growth import RESPONSE_SD, Experience, effect_of, growth_of
from legwork.domain.forecast.outlook import outlook
from legwork.domain.normal import Z80
from legwork.domain.trend import fit
from trend_simulation import ERROR, PACE, SCENARIOS, rmse, share

AHEAD = (12, 26, 52)
"""Weeks after the cut."""

WEEKS = 78
"""Of readings before it."""

SITE, EXPERIENCE = "upper_thigh", Experience.SOME

Truth = Callable[[float], float]
Effects = Callable[[float], float]


@dataclass(frozen=True)
class Cut:
    """A history up to a day. after: the truth so many weeks on. effects: what the log says of training, by ordinal;
    going_on: the same for what comes."""

    days: list[int]
    values: list[float]
    after: dict[int, float]
    effects: Effects
    going_on: float


def _usual(day: float) -> float:
    return 1.0


def _unknown(day: float) -> float:
    return 0.0


def trained(chance: Random) -> tuple[Truth, Effects, float]:
    """Blocks of 4 to 16 weeks with none to twenty hard sets a week; the last of them goes on. The person answers as
    people differ, and the longer they train the less."""
    rate = growth_of(SITE, EXPERIENCE).per_week
    start, response = chance.uniform(48, 64), max(-0.2, chance.gauss(1.0, RESPONSE_SD))
    fades = chance.uniform(60, 200)
    ends, effects, week = [], [], 0
    while week < WEEKS:
        week += chance.randrange(4, 17)
        ends.append(week)
        effects.append(effect_of(chance.choice((0, 3, 6, 8, 10, 12, 16, 20))))
    levels = [start]
    for at in range(WEEKS + max(AHEAD) + 2):
        effect = effects[min(bisect_right(ends, at), len(ends) - 1)]
        levels.append(levels[-1] + start * rate * response * effect * math.exp(-at / fades))

    def truth(at: float) -> float:
        below = int(at)
        return levels[below] + (at - below) * (levels[below + 1] - levels[below])

    def effect_on(day: float) -> float:
        return effects[min(bisect_right(ends, day / 7), len(ends) - 1)]

    return truth, effect_on, effects[-1]


def cuts(name: str, count: int, seed: str = "held out") -> Iterator[Cut]:
    """`count` histories of a scenario, each with a pause of some weeks, missed days and slips of the tape."""
    for number in range(count):
        chance = Random(f"{seed}:{name}:{number}")
        if name in SCENARIOS:
            truth, effects, going_on = SCENARIOS[name](chance, WEEKS), _usual, 1.0
        else:
            truth, effects, going_on = trained(chance)
            if name == "sets, no log":
                effects, going_on = _unknown, 0.0
        pause = chance.randrange(WEEKS)
        days, values = [], []
        for week in range(WEEKS):
            if week and (chance.random() < 0.12 or pause <= week < pause + 6):
                continue
            days.append(7 * week + chance.randrange(3))
            slip = chance.choice((-0.08, 0.08)) if chance.random() < 0.01 else 0.0
            values.append(round(truth(days[-1] / 7) * (1 + slip + chance.gauss(0, ERROR)), 1))
        after = {weeks: truth(days[-1] / 7 + weeks) for weeks in AHEAD}
        yield Cut(days, values, after, effects, going_on)


ROWS = (*SCENARIOS, "sets by log", "sets, no log")


@dataclass
class Score:
    """By weeks ahead: whether the 80 % band held the truth, its half width in cm, and how far its middle was off."""

    held: dict[int, list[bool]] = field(default_factory=lambda: {weeks: [] for weeks in AHEAD})
    half: dict[int, list[float]] = field(default_factory=lambda: {weeks: [] for weeks in AHEAD})
    off: dict[int, list[float]] = field(default_factory=lambda: {weeks: [] for weeks in AHEAD})

    def add(self, weeks: int, truth: float, middle: float, low: float, high: float) -> None:
        """One forecast."""
        self.held[weeks].append(low <= truth <= high)
        self.half[weeks].append((high - low) / 2)
        self.off[weeks].append(middle - truth)


def scores(name: str, count: int, seed: str = "held out") -> dict[str, Score]:
    """Of the forecast, of the damped trend without priors, and of "it stays as it is" (which has no band)."""
    found = {"forecast": Score(), "trend": Score(), "stays": Score()}
    for cut in cuts(name, count, seed):
        middle = sorted(cut.values)[len(cut.values) // 2]
        trend = fit(cut.days, cut.values, [ERROR * middle] * len(cut.days), PACE * middle)
        aside = {int(day) for day in trend.aside}
        rows = [row for row, day in enumerate(cut.days) if day not in aside]
        days, values = [cut.days[row] for row in rows], [cut.values[row] for row in rows]
        errors = [float(trend.error_sd[row]) for row in rows]
        ahead = outlook(days, values, errors, PACE * middle, growth_of(SITE, EXPERIENCE), cut.effects)
        for weeks in AHEAD:
            truth, day = cut.after[weeks], cut.days[-1] + 7 * weeks
            spread = ahead.at(day, cut.going_on)
            found["forecast"].add(weeks, truth, spread.mean, spread.quantile(0.1), spread.quantile(0.9))
            [level], [error] = trend.ahead([day])
            found["trend"].add(weeks, truth, level, level - Z80 * error, level + Z80 * error)
            now = float(trend.level[-1])
            found["stays"].add(weeks, truth, now, now, now)
    return found


def table(count: int = 300) -> str:
    """A Markdown table: how often the 80 % bands held, how wide they are, and how far their middle was off."""
    last = AHEAD[-1]
    head = ["scenario", *(f"80 % band holds: {weeks} weeks on" for weeks in AHEAD),
            *(f"half width cm: {weeks}" for weeks in AHEAD), f"trend alone holds: {last}", "half width cm",
            f"RMSE cm {last} weeks on: forecast", "trend alone", "as it was"]  # fmt: skip
    rows = [head, ["---"] * len(head)]
    every: dict[int, list[bool]] = {weeks: [] for weeks in AHEAD}
    for name in ROWS:
        found = scores(name, count)
        ours, trend = found["forecast"], found["trend"]
        for weeks in AHEAD:
            every[weeks] += ours.held[weeks]
        rows.append([
            name,
            *(f"{100 * share(ours.held[weeks]):.0f} %" for weeks in AHEAD),
            *(f"{sum(ours.half[weeks]) / count:.2f}" for weeks in AHEAD),
            f"{100 * share(trend.held[last]):.0f} %",
            f"{sum(trend.half[last]) / count:.2f}",
            *(f"{rmse(found[key].off[last]):.2f}" for key in found),
        ])  # fmt: skip
    whole = [f"{100 * share(every[weeks]):.0f} %" for weeks in AHEAD]
    rows.append(["all", *whole, *[""] * (len(head) - 1 - len(whole))])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)
