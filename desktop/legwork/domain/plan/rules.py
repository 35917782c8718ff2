"""How an exercise goes on from one time to the next: the rules' value types, and their short text both ways.

Owns the kinds of rules, their limits and their syntax. It must not work out what comes next (that is `progression` and
`next_time`).

The text: `fixed`, `linear +2.5kg`, `linear +2.5% session`, `double 8-12 +2.5kg`, `sum 30 +2.5kg`,
`undulating heavy-light-medium +2.5kg`, `wave 70,75,80,60%`.
Source: load and rep progression grow muscle equally over 8 weeks (Plotkin et al. 2022, PeerJ 10:e14142); linear against
undulating d = -.02 (Grgic et al. 2017). No rule is the better one: choose what is easy to follow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from legwork import numerals
from legwork.domain.plan.cells import with_sign
from legwork.domain.plan.prescription import LEAST_PERCENT, MAX_REPS, MAX_SETS, MOST_PERCENT, load_of, plain
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.i18n import tr

MAX_STEP_KG, MAX_STEP_PERCENT = 50.0, 20.0
"""The largest step from one time to the next that is believed (conventions)."""

MAX_WAVE = 16
"""Weeks in a wave (a convention)."""


class Each(StrEnum):
    """How often a linear step is taken."""

    WEEK = "week"
    SESSION = "session"


class Day(StrEnum):
    """The kind of a day in an undulating week."""

    HEAVY = "heavy"
    MEDIUM = "medium"
    LIGHT = "light"


@dataclass(frozen=True)
class Step:
    """What is added: an amount above zero in kg, lb or percent ("%") of the load. Raises ValueError out of limits."""

    amount: float
    unit: str = "kg"

    def __post_init__(self) -> None:
        most = MAX_STEP_PERCENT if self.unit == "%" else MAX_STEP_KG * (1 if self.unit == "kg" else 2.3)
        if self.unit not in ("kg", "lb", "%") or not 0 < self.amount <= most or round(self.amount, 2) != self.amount:
            raise ValueError(f"{self.amount} {self.unit}")

    @property
    def quantity(self) -> Quantity | None:
        """The step as a load; None for a percentage."""
        return None if self.unit == "%" else load_of(self.amount, self.unit)


@dataclass(frozen=True)
class Fixed:
    """The same every time."""


@dataclass(frozen=True)
class Linear:
    """The load rises by a step each week or each session."""

    step: Step
    each: Each = Each.WEEK


@dataclass(frozen=True)
class Double:
    """Reps rise from low to high; then the load rises by the step and reps go back to low. Raises ValueError."""

    low: int
    high: int
    step: Step

    def __post_init__(self) -> None:
        if not 1 <= self.low < self.high <= MAX_REPS:
            raise ValueError(f"from {self.low} to {self.high} reps")


@dataclass(frozen=True)
class RepsSum:
    """The load rises by the step when all sets together reach `total` reps. Raises ValueError out of limits."""

    total: int
    step: Step

    def __post_init__(self) -> None:
        if not 1 <= self.total <= MAX_REPS * MAX_SETS:
            raise ValueError(f"{self.total} reps in all")


@dataclass(frozen=True)
class Undulating:
    """The days of a week differ, one after the other; from week to week the load rises by the step.

    days: one for each session of the week in which the exercise comes, 2 to 7, repeated when there are more.
    Raises ValueError out of limits.
    """

    days: tuple[Day, ...]
    step: Step

    def __post_init__(self) -> None:
        if not 2 <= len(self.days) <= 7:
            raise ValueError(f"{len(self.days)} days")


@dataclass(frozen=True)
class Wave:
    """Each week has its percentage of the one-rep maximum; after the last comes the first again.

    percents: 2 to MAX_WAVE, each only once, so that the cell itself tells the place in the wave. Raises ValueError.
    """

    percents: tuple[float, ...]

    def __post_init__(self) -> None:
        if not 2 <= len(self.percents) <= MAX_WAVE or len(set(self.percents)) != len(self.percents):
            raise ValueError(f"a wave of {self.percents}")
        if not all(LEAST_PERCENT <= one <= MOST_PERCENT and round(one, 1) == one for one in self.percents):
            raise ValueError(f"a wave of {self.percents}")


Rule = Fixed | Linear | Double | RepsSum | Undulating | Wave

FIXED = Fixed()

_STEP = r"\+? ?(\d{1,3}(?:[.,]\d{1,2})?) ?(kg|lb|%)"
_LINEAR = re.compile(rf"linear {_STEP}(?: ?(?:/|per|each)? ?(week|session))?", re.ASCII)
_DOUBLE = re.compile(rf"double (\d{{1,3}}) ?- ?(\d{{1,3}}) {_STEP}", re.ASCII)
_SUM = re.compile(rf"sum (\d{{1,4}}) {_STEP}", re.ASCII)
_UNDULATING = re.compile(rf"undulating ((?:heavy|medium|light)(?:-(?:heavy|medium|light)){{1,6}}) {_STEP}", re.ASCII)
_WAVE = re.compile(r"wave (\d{1,3}(?:\.\d)?(?: ?, ?\d{1,3}(?:\.\d)?){1,15}) ?%", re.ASCII)
_COMMA_WAVE = re.compile(r"wave \d{1,3}(?:,\d)?(?: ?; ?\d{1,3}(?:,\d)?){1,15} ?%", re.ASCII)
"""The same where a comma is the decimal sign."""


def format_rule(rule: Rule) -> str:
    """The rule as it is written; `parse_rule` reads the same from it."""
    match rule:
        case Linear(step, each):
            return f"linear {_step_text(step)}" + (" session" if each is Each.SESSION else "")
        case Double(low, high, step):
            return f"double {low}-{high} {_step_text(step)}"
        case RepsSum(total, step):
            return f"sum {total} {_step_text(step)}"
        case Undulating(days, step):
            return f"undulating {'-'.join(days)} {_step_text(step)}"
        case Wave(percents):
            return f"wave {','.join(plain(one) for one in percents)}%"
    return "fixed"


def shown_rule(rule: Rule) -> str:
    """The same as a person reads and types it, with the decimal sign of their place."""
    text = format_rule(rule)
    if not isinstance(rule, Wave):
        return with_sign(text)
    return text if numerals.decimal_sign() == "." else text.replace(",", "; ").replace(".", ",")


def parse_rule(text: str) -> Rule:
    """Read a rule; capitals and extra spaces do not matter. Raises UserError that says what to type."""
    tidy = " ".join(text.split()).lower().replace("–", "-")
    if _COMMA_WAVE.fullmatch(tidy):
        tidy = tidy.replace(",", ".").replace(";", ",")
    try:
        if tidy == "fixed":
            return FIXED
        if match := _LINEAR.fullmatch(tidy):
            return Linear(_step(match[1], match[2]), Each(match[3] or "week"))
        if match := _DOUBLE.fullmatch(tidy):
            return Double(int(match[1]), int(match[2]), _step(match[3], match[4]))
        if match := _SUM.fullmatch(tidy):
            return RepsSum(int(match[1]), _step(match[2], match[3]))
        if match := _UNDULATING.fullmatch(tidy):
            return Undulating(tuple(Day(one) for one in match[1].split("-")), _step(match[2], match[3]))
        if match := _WAVE.fullmatch(tidy):
            return Wave(tuple(float(one) for one in match[1].split(",")))
    except ValueError:
        raise UserError(
            tr(
                "“{text}” is out of the possible: reps from 1 to {reps} with the smaller first, a step up to {kg} kg "
                "or {percent} %, and each percentage of a wave only once.",
                text=tidy[:60], reps=MAX_REPS, kg=numerals.short_number(MAX_STEP_KG),
                percent=numerals.short_number(MAX_STEP_PERCENT),
            )
        ) from None  # fmt: skip
    raise UserError(
        tr(
            "“{text}” is no progression: type fixed, linear +2.5kg, double 8-12 +2.5kg, sum 30 +2.5kg, "
            "undulating heavy-light-medium +2.5kg or wave 70,75,80,60%.",
            text=tidy[:60],
        )
    )


def _step(number: str, unit: str) -> Step:
    return Step(float(number.replace(",", ".")), unit)


def _step_text(step: Step) -> str:
    return f"+{plain(step.amount)}{step.unit}"
