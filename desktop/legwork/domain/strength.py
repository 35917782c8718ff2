"""The lifts that tell of balance, and the most that a person could lift once, worked out from a set of several reps.

Owns the names of the lifts, how their load is counted, and the estimate with its error. It must not compare lifts
(that is `strength_balance`), convert units, nor know how sets are stored.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from legwork.domain.sites import Region, Side
from legwork.i18n import mark, tr

BAR = mark("The bar with all plates on it.")
HELD = mark("All that you hold: the bar with its plates, or both dumbbells together.")
HELD_PER_LEG = mark("All that you hold, both hands together, without your own weight; each leg has its own number.")
"""How a load is counted, marked for translation."""


@dataclass(frozen=True)
class KnownLift:
    """A lift that tells of balance.

    name: marked for translation. region: LOWER or UPPER. sided: done one leg at a time, left and right apart.
    counted: the sentence that says what belongs to its load, marked.
    """

    key: str
    name: str
    region: Region
    counted: str
    sided: bool = False

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides on which a set of it can be entered."""
        return (Side.LEFT, Side.RIGHT) if self.sided else (Side.NONE,)


LIFTS = (
    KnownLift("squat", mark("Squat"), Region.LOWER, BAR),
    KnownLift("deadlift", mark("Deadlift"), Region.LOWER, BAR),
    KnownLift("romanian_deadlift", mark("Romanian deadlift"), Region.LOWER, HELD),
    KnownLift("split_squat", mark("Split squat"), Region.LOWER, HELD_PER_LEG, sided=True),
    KnownLift("bench_press", mark("Bench press"), Region.UPPER, BAR),
    KnownLift("overhead_press", mark("Overhead press"), Region.UPPER, HELD),
    KnownLift("row", mark("Row"), Region.UPPER, HELD),
)
"""In the order in which they are offered."""

LIFTS_BY_KEY = {one.key: one for one in LIFTS}

_WITH_SIDE = {Side.LEFT: mark("{lift}, left"), Side.RIGHT: mark("{lift}, right")}


def lift_label(key: str, side: Side = Side.NONE) -> str:
    """The translated name of a lift: "Squat", "Split squat, left". One that is not known is shown under its key."""
    known = LIFTS_BY_KEY.get(key)
    name = tr(known.name) if known else key
    return name if side is Side.NONE else tr(_WITH_SIDE[side], lift=name)


FORMULAS: tuple[tuple[str, Callable[[float], float]], ...] = (
    ("Epley", lambda n: 1 + n / 30),
    ("Brzycki", lambda n: 36 / (37 - n)),
    ("Wathen", lambda n: 100 / (48.8 + 53.8 * math.exp(-0.075 * n))),
    ("Mayhew", lambda n: 100 / (52.2 + 41.9 * math.exp(-0.055 * n))),
    ("Lander", lambda n: 100 / (101.3 - 2.67123 * n)),
    ("Lombardi", lambda n: float(n**0.10)),
    ("O'Conner", lambda n: 1 + 0.025 * n),
)
"""By what to multiply a load that n reps to failure were done with, by the name of its author; n above 1.
Source: SCIENCE section 5: Epley 1985; Brzycki 1993, JOPERD 64(1):88; Wathen 1994; Mayhew et al. 1992, J Appl Sport
Sci Res 6:200; Lander 1985, NSCA J 6:60; Lombardi 1989; O'Conner et al. 1989; compared by LeSuer et al. 1997,
J Strength Cond Res 11:211."""

RELIABLE_REPS = 10.0
"""With more reps to failure the formulas are no longer trusted. Source: SCIENCE section 5."""

MOST_REPS_TO_FAILURE = 30.0
"""With more there is no estimate: two of the formulas run to infinity at 37 (a convention)."""

REPS_SD_SAID, REPS_SD_UNSAID = 1.0, 1.5
"""Standard error of the reps to failure when the reps left were said, and when they were not (conventions)."""

LEAST_ERROR = 0.02
"""The least standard error as a share of the estimate: nobody is equally strong every day, so that even a true single
is known no better (a convention)."""


@dataclass(frozen=True)
class OneRepMax:
    """An estimate of the most that could be lifted once.

    kg: the median of the formulas. sd_kg: its standard error, never below LEAST_ERROR of it. formulas: (name, kg) in
    the order of FORMULAS.
    reliable: whether the set had no more than RELIABLE_REPS reps to failure. at_least: nobody said how many reps
    were left, so that more may have been possible and this is a lower bound.
    """

    kg: float
    sd_kg: float
    formulas: tuple[tuple[str, float], ...]
    reliable: bool
    at_least: bool


def one_rep_max(load_kg: float, reps: int, rir: float | None) -> OneRepMax | None:
    """The one-rep maximum that a set tells of.

    load_kg: above zero. reps: done, at least 1. rir: reps left in reserve, from 0 on; None where nobody said, which
    counts as none left. The formulas are asked for n = reps + rir, and for n = 1 the load itself is the answer.
    None when n is above MOST_REPS_TO_FAILURE.

    The error is the standard deviation of the seven formulas and, in quadrature, half of what their median moves
    when n is one standard error smaller and larger (but never below 1); and at least LEAST_ERROR of the estimate,
    because strength varies from day to day. A single with no rep left is a maximum and has that least error.
    Raises ValueError when a number is out of its range.
    Source: SCIENCE section 5: formulas as in FORMULAS, n = reps + RIR; median, error, its floor and REPS_SD are
    conventions.
    """
    if not (0 < load_kg < math.inf) or reps < 1 or not (rir is None or 0 <= rir < math.inf):
        raise ValueError("a set needs a load above zero, one rep or more, and no less than none left")
    n = reps + (rir or 0.0)
    if n > MOST_REPS_TO_FAILURE:
        return None
    factors = _factors(n)
    spread = _sd(factors)
    moved = 0.0
    if n > 1 or rir is None:
        step = REPS_SD_UNSAID if rir is None else REPS_SD_SAID
        moved = (_median(_factors(n + step)) - _median(_factors(max(1.0, n - step)))) / 2
    middle = _median(factors)
    return OneRepMax(
        load_kg * middle,
        load_kg * max(math.hypot(spread, moved), LEAST_ERROR * middle),
        tuple((name, load_kg * factor) for (name, _), factor in zip(FORMULAS, factors, strict=True)),
        n <= RELIABLE_REPS,
        rir is None,
    )


def _factors(n: float) -> tuple[float, ...]:
    return tuple(1.0 if n == 1 else formula(n) for _, formula in FORMULAS)


def _median(values: tuple[float, ...]) -> float:
    return sorted(values)[len(values) // 2]


def _sd(values: tuple[float, ...]) -> float:
    mean = math.fsum(values) / len(values)
    return math.sqrt(math.fsum((one - mean) ** 2 for one in values) / (len(values) - 1))
