"""What a body really spends, from what was eaten and what the scale said: an interval, and only when enough is known.

Owns the model: weight follows from intake less expenditure, expenditure wanders slowly, the scale errs by water and
food. A Kalman filter over days holds both at once. It must not know where the entries come from, nor give advice.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from legwork.domain.normal import Z80

KCAL_PER_KG = 7700.0
"""Energy of a kilogram of changing weight (convention; Wishnofsky 1958, Am J Clin Nutr 6:542)."""

DENSITY_ERROR = 0.25
"""How far that may be off for one person, as a share: weight that comes or goes is fat and lean in unknown parts, and
lean mass holds a fifth of the energy of fat (Hall 2007, Int J Obes 31:1188). The share is a convention."""

FEWEST_DAYS, FEWEST_INTAKES, COVERAGE, FEWEST_WEIGHINGS = 21, 14, 0.70, 6
"""Nothing is said before so many days with so many of them eaten down and so many weighings.
Source: SCIENCE section 7."""

LOOK_BACK_DAYS = 84
"""Only so many last days are read: expenditure follows weight and training (convention)."""

GAP_DAYS = 7
"""After so many days without an entry what was eaten before tells nothing of them (a convention)."""

SLIP_KG = 3.0
"""A weighing at the start that lies so far from the middle one of the first three is a slip (a convention)."""

WANDER_KCAL = 12.0
"""Standard deviation of the expenditure's daily step: some 80 kcal in seven weeks (convention)."""

SCALE_KG = 0.6
"""Standard error of one weighing: water, salt, gut (convention, of the size seen in daily series)."""

INTAKE_ERROR = 0.08
"""Standard error of a day's entry as a share of it (convention); forgotten food is a bias that no model can see."""

GATE, GATE_FROM_DAY = 2.5, 28
"""From this day on a weighing that lies so many standard errors off does not count. Source: SCIENCE section 7."""


class Missing(StrEnum):
    """What there is too little of."""

    DAYS = "days"
    INTAKES = "intakes"
    COVERAGE = "coverage"
    WEIGHINGS = "weighings"


@dataclass(frozen=True)
class Expenditure:
    """kcal a day, and the standard error. missing: what there is too little of; then kcal is NaN.

    days, intakes, weighings: how many there are, from the first entry that was heeded on.
    """

    kcal: float
    error: float
    missing: tuple[Missing, ...] = ()
    days: int = 0
    intakes: int = 0
    weighings: int = 0

    @property
    def known(self) -> bool:
        """Whether enough was entered to say anything."""
        return not self.missing

    @property
    def low(self) -> float:
        """Lower edge of the 80 % interval, kcal."""
        return self.kcal - Z80 * self.error

    @property
    def high(self) -> float:
        """Upper edge of the 80 % interval, kcal."""
        return self.kcal + Z80 * self.error


def expenditure(
    weights_kg: Mapping[int, float],
    intakes_kcal: Mapping[int, float],
    today: int,
    start_kcal: float,
    start_error: float,
) -> Expenditure:
    """The expenditure of the days up to `today`, from the last LOOK_BACK_DAYS of them.

    weights_kg, intakes_kcal: by the ordinal of their day; what was not entered is not there. start_kcal, start_error:
    what an equation says, with its standard error, in kcal a day. A day without an entry is taken as the mean of those
    that have one, with their scatter as its error. Who wrote nothing down for GAP_DAYS begins anew: what was entered
    before counts no more, so that nothing is told of a diary that has stopped. Source: SCIENCE section 7.
    """
    used = _Known.since(_begin(intakes_kcal, today), weights_kg, intakes_kcal, today)
    weights, intakes, counts = used.weights, used.intakes, (used.days, len(used.intakes), len(used.weights))
    if used.missing:
        return Expenditure(math.nan, math.nan, used.missing, *counts)
    usual = sum(intakes.values()) / len(intakes)
    scatter = math.sqrt(sum((one - usual) ** 2 for one in intakes.values()) / (len(intakes) - 1))
    begin = _first_weighing(weights)
    state = _State(weights[begin], start_kcal, SCALE_KG**2, 0.0, start_error**2)
    for day in range(begin + 1, today + 1):
        eaten = intakes.get(day - 1)
        error = INTAKE_ERROR * eaten if eaten is not None else math.hypot(scatter, INTAKE_ERROR * usual)
        state = state.after(usual if eaten is None else eaten, error)
        if day in weights:
            state = state.seen(weights[day], gated=day - begin >= GATE_FROM_DAY)
    stored = usual - state.spent  # came or went as weight, of which nobody knows what a kilogram holds
    return Expenditure(state.spent, math.hypot(math.sqrt(state.ee), DENSITY_ERROR * stored), (), *counts)


def _begin(intakes_kcal: Mapping[int, float], today: int) -> int:
    """The first entry that counts: none lies more than GAP_DAYS before the next, nor the last one before today."""
    begin = today
    for day in sorted((day for day in intakes_kcal if today - LOOK_BACK_DAYS < day <= today), reverse=True):
        if begin - day > GAP_DAYS:
            break
        begin = day
    return begin


def _first_weighing(weights: Mapping[int, float]) -> int:
    """The day of the first weighing that is no slip."""
    days = sorted(weights)[:3]
    middle = median([weights[day] for day in days])
    return next(day for day in days if abs(weights[day] - middle) <= SLIP_KG)


@dataclass(frozen=True)
class _Known:
    """What was entered in a stretch of days that ends today."""

    days: int
    weights: Mapping[int, float]
    intakes: Mapping[int, float]

    @classmethod
    def since(cls, start: int, weights: Mapping[int, float], intakes: Mapping[int, float], today: int) -> _Known:
        return cls(
            today - start + 1,
            {day: one for day, one in weights.items() if start <= day <= today},
            {day: one for day, one in intakes.items() if start <= day <= today},
        )

    @property
    def missing(self) -> tuple[Missing, ...]:
        short = {
            Missing.DAYS: self.days < FEWEST_DAYS,
            Missing.INTAKES: len(self.intakes) < FEWEST_INTAKES,
            Missing.COVERAGE: len(self.intakes) < COVERAGE * self.days,
            Missing.WEIGHINGS: len(self.weights) < FEWEST_WEIGHINGS,
        }
        return tuple(one for one, is_short in short.items() if is_short)


@dataclass(frozen=True)
class _State:
    """Weight in kg and expenditure in kcal a day, with their covariance."""

    weight: float
    spent: float
    ww: float
    we: float
    ee: float

    def after(self, eaten: float, error: float) -> _State:
        """A day later: w' = w + (eaten - spent) / KCAL_PER_KG."""
        per = 1 / KCAL_PER_KG
        return _State(
            self.weight + per * (eaten - self.spent),
            self.spent,
            self.ww - 2 * per * self.we + per * per * (self.ee + error * error),
            self.we - per * self.ee,
            self.ee + WANDER_KCAL**2,
        )

    def seen(self, weight: float, *, gated: bool) -> _State:
        """With a weighing. One that lies too far off is not used."""
        miss, spread = weight - self.weight, self.ww + SCALE_KG**2
        if gated and miss * miss > GATE * GATE * spread:
            return self
        gain_w, gain_e = self.ww / spread, self.we / spread
        return _State(
            self.weight + gain_w * miss,
            self.spent + gain_e * miss,
            self.ww * (1 - gain_w),
            self.we * (1 - gain_w),
            self.ee - gain_e * self.we,
        )
