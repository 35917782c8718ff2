"""How a person's lifts stand to one another, and where raw competitors have the same ratios.

Owns the ratios, their errors and places, and the one decision what each of them says. It must not estimate a maximum
(that is `strength`), read files, nor turn a result into prose.

The competitors are lifters of raw, drug-tested meets, national and international, each with the meet of their best
total: stronger, and more practised in these three lifts, than most people who train. A ratio of two lifts carries
over better than one to body weight, which also falls as body weight rises.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.normal import SURE, Z80
from legwork.domain.sites import Side
from legwork.domain.strength import OneRepMax
from legwork.i18n import mark

PERCENTS = (5.0, 25.0, 50.0, 75.0, 95.0)
_SCORES = (-1.6448536269514722, -0.6744897501960817, 0.0, 0.6744897501960817, 1.6448536269514722)
"""PERCENTS as quantiles of the standard normal distribution."""

BODY = "body"
"""Stands for body weight below the line of a ratio."""


class RatioKey(StrEnum):
    """The ratios, each named by what stands above and below its line.

    In the order in which they are shown: those with competitors' numbers, left to right, then those without any
    numbers, first the lower body to the upper.
    """

    SQUAT_BENCH = "squat/bench_press"
    DEADLIFT_BENCH = "deadlift/bench_press"
    DEADLIFT_SQUAT = "deadlift/squat"
    SQUAT_BODY = "squat/body"
    BENCH_BODY = "bench_press/body"
    DEADLIFT_BODY = "deadlift/body"
    LEFT_RIGHT = "split_squat:left/split_squat:right"
    SQUAT_PRESS = "squat/overhead_press"
    SQUAT_ROW = "squat/row"
    DEADLIFT_ROW = "deadlift/row"
    ROMANIAN_ROW = "romanian_deadlift/row"
    SPLIT_SQUAT_BENCH = "split_squat/bench_press"
    ROMANIAN_DEADLIFT = "romanian_deadlift/deadlift"
    SPLIT_SQUAT_SQUAT = "split_squat/squat"
    PRESS_BENCH = "overhead_press/bench_press"
    ROW_BENCH = "row/bench_press"


RATIO_NAMES = {
    RatioKey.SQUAT_BENCH: mark("Squat to bench press"),
    RatioKey.DEADLIFT_BENCH: mark("Deadlift to bench press"),
    RatioKey.DEADLIFT_SQUAT: mark("Deadlift to squat"),
    RatioKey.SQUAT_BODY: mark("Squat to body weight"),
    RatioKey.BENCH_BODY: mark("Bench press to body weight"),
    RatioKey.DEADLIFT_BODY: mark("Deadlift to body weight"),
    RatioKey.LEFT_RIGHT: mark("Split squat, left to right"),
    RatioKey.SQUAT_PRESS: mark("Squat to overhead press"),
    RatioKey.SQUAT_ROW: mark("Squat to row"),
    RatioKey.DEADLIFT_ROW: mark("Deadlift to row"),
    RatioKey.ROMANIAN_ROW: mark("Romanian deadlift to row"),
    RatioKey.SPLIT_SQUAT_BENCH: mark("Split squat to bench press"),
    RatioKey.ROMANIAN_DEADLIFT: mark("Romanian deadlift to deadlift"),
    RatioKey.SPLIT_SQUAT_SQUAT: mark("Split squat to squat"),
    RatioKey.PRESS_BENCH: mark("Overhead press to bench press"),
    RatioKey.ROW_BENCH: mark("Row to bench press"),
}
"""For people, marked for translation, in the order of `RatioKey`."""


@dataclass(frozen=True)
class Quantiles:
    """How a ratio is spread among people. points: its values at PERCENTS, each above the one before.

    Raises ValueError when they do not rise or are not all above zero.
    """

    points: tuple[float, float, float, float, float]

    def __post_init__(self) -> None:
        rising = all(low < high for low, high in zip(self.points, self.points[1:], strict=False))
        if len(self.points) != len(PERCENTS) or not rising or not 0 < self.points[0] < self.points[-1] < math.inf:
            raise ValueError("quantiles must rise")


@dataclass(frozen=True)
class Competitors:
    """The lifters of one sex who are compared with.

    count: how many. ratios: by RatioKey, where there is one. source: the name of whoever collected their results.
    """

    count: int
    ratios: Mapping[RatioKey, Quantiles]
    source: str


class Tail(StrEnum):
    """Whether a place lies where the quantiles still tell of it, or only that it is beyond the last one."""

    WITHIN = "within"
    BELOW = "below 5 %"
    ABOVE = "above 95 %"


@dataclass(frozen=True)
class Rank:
    """percent: how many percent of the competitors have a lower ratio, kept within 5 to 95. tail: beyond which end."""

    percent: float
    tail: Tail


@dataclass(frozen=True)
class Place:
    """Where a ratio stands among competitors. low, high: the ends of its 80 % interval, from its own error."""

    at: Rank
    low: Rank
    high: Rank


class RatioCall(StrEnum):
    """What a ratio says; nobody else decides it again.

    LOW and HIGH: surely outside the middle half of the competitors; of left to right: surely the right, or the left,
    is the stronger one (HIGH: the left). MAYBE_LOW and MAYBE_HIGH: it looks like that, but the error is too large, or
    reps that nobody said were left could turn it. USUAL: neither. NO_REFERENCE: nothing to compare with.
    """

    LOW = "low"
    MAYBE_LOW = "maybe low"
    USUAL = "usual"
    MAYBE_HIGH = "maybe high"
    HIGH = "high"
    NO_REFERENCE = "no reference"

    @property
    def stands_out(self) -> bool:
        """Whether it is surely low or high."""
        return self in (RatioCall.LOW, RatioCall.HIGH)


@dataclass(frozen=True)
class Ratio:
    """One ratio of a person.

    value, sd: the ratio and its standard error. low, high: its 80 % interval (low is never below zero). place: None
    without competition data for it or without a sex. reliable: both sets were of few enough reps. at_least, at_most:
    nobody said how many reps were left in the set above, or below, the line, so that the ratio may be higher, or
    lower; with both it may be either.
    """

    key: RatioKey
    value: float
    sd: float
    low: float
    high: float
    place: Place | None
    call: RatioCall
    reliable: bool
    at_least: bool
    at_most: bool


Maxima = Mapping[tuple[str, Side], OneRepMax]
"""A person's maxima by lift and side."""


def rank(quantiles: Quantiles, value: float) -> Rank:
    """How many percent of people have a lower ratio than `value`.

    On straight lines between the quantiles in normal scores, so that it always rises with `value`; beyond the last
    ones nothing more is known. Raises ValueError for NaN.
    Source: convention; exact at the five quantiles, and for a normal distribution between them.
    """
    if math.isnan(value):
        raise ValueError("a ratio must be a number")
    points = quantiles.points
    if value < points[0]:
        return Rank(PERCENTS[0], Tail.BELOW)
    if value > points[-1]:
        return Rank(PERCENTS[-1], Tail.ABOVE)
    place = min(sum(point <= value for point in points), len(points) - 1)
    low, high = points[place - 1], points[place]
    share = (value - low) / (high - low)
    score = _SCORES[place - 1] + share * (_SCORES[place] - _SCORES[place - 1])
    percent = 50 * math.erfc(-score / math.sqrt(2))
    return Rank(min(max(percent, PERCENTS[0]), PERCENTS[-1]), Tail.WITHIN)


def ratio_error(top: float, top_sd: float, bottom: float, bottom_sd: float) -> float:
    """The standard error of top / bottom, both above zero, their errors independent.

    Source: first-order propagation, r sqrt((s_t/t)^2 + (s_b/b)^2) (JCGM 100:2008, section 5.1). The formulas of two
    maxima err partly alike, so the true error is rather smaller.
    """
    return top / bottom * math.hypot(top_sd / top, bottom_sd / bottom)


def ratios_of_maxima(
    maxima: Maxima, competitors: Competitors | None, body_kg: float | None = None, body_sd_kg: float = 0.0
) -> tuple[Ratio, ...]:
    """All ratios that can be worked out, in the order of RatioKey.

    maxima: kg; those of a lift done one leg at a time by left and right. competitors: of the person's sex; None
    without one, and then nothing has a place. body_kg, body_sd_kg: body weight, None when it is not known.
    The split squat stands beside another lift with the mean of both legs, or with the only one that there is. The
    Romanian deadlift stands beside the row only while there is no deadlift to do so.
    Raises ValueError when body weight is not above zero.
    Source: `rank`, `ratio_error`; the calls: the whole 80 % interval outside the 25th to 75th percentile
    (convention), SURE for left to right; never low while it may be higher, nor high while it may be lower.
    """
    levels = {lift: _Level(one.kg, one.sd_kg, one.reliable, one.at_least) for (lift, _), one in maxima.items()}
    sides = [maxima.get(("split_squat", side)) for side in (Side.LEFT, Side.RIGHT)]
    left, right = (one and _Level(one.kg, one.sd_kg, one.reliable, one.at_least) for one in sides)
    if left and right:
        levels["split_squat"] = _mean(left, right)
    if body_kg is not None:
        if not (0 < body_kg < math.inf and 0 <= body_sd_kg < math.inf):
            raise ValueError("body weight must be above zero")
        levels[BODY] = _Level(body_kg, body_sd_kg, reliable=True, at_least=False)
    found = []
    for key in RatioKey:
        if key is RatioKey.ROMANIAN_ROW and "deadlift" in levels:
            continue
        top, bottom = (left, right) if key is RatioKey.LEFT_RIGHT else map(levels.get, key.value.split("/"))
        if top and bottom:
            found.append(_ratio(key, top, bottom, competitors.ratios.get(key) if competitors else None))
    return tuple(found)


@dataclass(frozen=True)
class _Level:
    kg: float
    sd: float
    reliable: bool
    at_least: bool


def _mean(one: _Level, other: _Level) -> _Level:
    return _Level(
        (one.kg + other.kg) / 2,
        math.hypot(one.sd, other.sd) / 2,
        one.reliable and other.reliable,
        one.at_least or other.at_least,
    )


def _ratio(key: RatioKey, top: _Level, bottom: _Level, quantiles: Quantiles | None) -> Ratio:
    value = top.kg / bottom.kg
    sd = ratio_error(top.kg, top.sd, bottom.kg, bottom.sd)
    low, high = max(0.0, value - Z80 * sd), value + Z80 * sd
    place = Place(rank(quantiles, value), rank(quantiles, low), rank(quantiles, high)) if quantiles else None
    if key is RatioKey.LEFT_RIGHT:
        ahead, beyond = top.kg - bottom.kg, SURE * math.hypot(top.sd, bottom.sd)
        call = _call(ahead < -beyond, ahead > beyond, surely_low=not top.at_least, surely_high=not bottom.at_least)
    elif quantiles is None:
        call = RatioCall.NO_REFERENCE
    else:
        _, first, _, third, _ = quantiles.points
        surely_low, surely_high = high < first and not top.at_least, low > third and not bottom.at_least
        call = _call(value < first, value > third, surely_low=surely_low, surely_high=surely_high)
    reliable = top.reliable and bottom.reliable
    return Ratio(key, value, sd, low, high, place, call, reliable, top.at_least, bottom.at_least)


def _call(is_low: bool, is_high: bool, *, surely_low: bool, surely_high: bool) -> RatioCall:
    if is_low:
        return RatioCall.LOW if surely_low else RatioCall.MAYBE_LOW
    if is_high:
        return RatioCall.HIGH if surely_high else RatioCall.MAYBE_HIGH
    return RatioCall.USUAL
