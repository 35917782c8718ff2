"""What a body spends in a day, by equations: at rest, and with the activity of a day on top.

Owns the equations and their arithmetic in one line. What the scale says about it is `expenditure`; what to eat is
`targets`. Energy is in kcal inside; a person may be shown kJ.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from legwork.errors import UserError
from legwork.i18n import mark, tr
from legwork.numerals import number, short_number

Sex = Literal["male", "female", "neither"]

ERROR = 0.10
"""Standard error of an equation's answer for one person, as a share of it (convention)."""

_MIFFLIN = {"male": 5.0, "female": -161.0, "neither": -78.0}
"""Source: Mifflin 1990, Am J Clin Nutr 51:241. Neither: the middle of both (convention)."""

WEIGHT_KG, STATURE_CM, AGE, FAT_PERCENT = (25.0, 350.0), (100.0, 250.0), (18, 110), (3.0, 65.0)
"""Within these the equations are asked (conventions); they were made for adults."""


class Activity(StrEnum):
    """How a usual day looks, training included."""

    SITTING = "sitting"
    LIGHT = "light"
    MODERATE = "moderate"
    HIGH = "high"
    VERY_HIGH = "very_high"


ACTIVITY = {
    Activity.SITTING: (1.2, mark("sitting nearly all day, no training")),
    Activity.LIGHT: (1.375, mark("mostly sitting, training one to three times a week")),
    Activity.MODERATE: (1.55, mark("on your feet for part of the day, training three to five times a week")),
    Activity.HIGH: (1.725, mark("on your feet for most of the day, training on most days")),
    Activity.VERY_HIGH: (1.9, mark("hard bodily work and training")),
}
"""The usual multipliers of the energy at rest, and what they stand for (conventions; SCIENCE section 7)."""


@dataclass(frozen=True)
class Body:
    """What the equations need. weight_kg; stature_cm; age: in full years; fat_percent: None where it is not known.

    Raises UserError when a number lies outside of what the equations were made for.
    """

    weight_kg: float
    stature_cm: float
    age: int
    sex: Sex
    fat_percent: float | None = None

    def __post_init__(self) -> None:
        _within(self.weight_kg, WEIGHT_KG, mark("The weight of {value} kg is outside of what the equations know."))
        _within(self.stature_cm, STATURE_CM, mark("The height of {value} cm is outside of what the equations know."))
        _within(self.age, AGE, mark("At an age of {value} years these equations do not hold: they know adults only."))
        if self.fat_percent is not None:
            _within(self.fat_percent, FAT_PERCENT, mark("Body fat of {value} % is outside of what the equations know."))

    @property
    def lean_kg(self) -> float | None:
        """Weight without fat; None where the fat is not known."""
        return None if self.fat_percent is None else self.weight_kg * (1 - self.fat_percent / 100)


@dataclass(frozen=True)
class Spent:
    """Energy in kcal a day. error: standard error. sums: the arithmetic, a line for each step."""

    kcal: float
    error: float
    sums: tuple[str, ...]


def mifflin(weight_kg: float, stature_cm: float, age: float, sex: Sex) -> float:
    """Energy at rest, kcal a day. Source: Mifflin 1990, Am J Clin Nutr 51:241."""
    return 10 * weight_kg + 6.25 * stature_cm - 5 * age + _MIFFLIN[sex]


def katch_mcardle(lean_kg: float) -> float:
    """Energy at rest from the mass without fat, kcal a day.

    Source: Katch & McArdle, Exercise Physiology (SCIENCE section 7, worked value 68 kg: 1838.8)."""
    return 370 + 21.6 * lean_kg


def at_rest(body: Body) -> Spent:
    """Energy at rest with its error: from the mass without fat where the fat is known, else from weight and height."""
    lean = body.lean_kg
    if lean is not None:
        kcal = katch_mcardle(lean)
        told = tr("At rest (Katch-McArdle): 370 + 21.6 × {lean} kg without fat = {kcal} kcal",
                  lean=number(lean, 1), kcal=kcal_text(kcal))  # fmt: skip
    else:
        kcal = mifflin(body.weight_kg, body.stature_cm, body.age, body.sex)
        constant = _MIFFLIN[body.sex]
        told = tr(
            "At rest (Mifflin): 10 × {weight} kg + 6.25 × {stature} cm − 5 × {age} years {sign} {constant} "
            "= {kcal} kcal",
            weight=number(body.weight_kg, 1), stature=number(body.stature_cm, 1), age=body.age,
            sign="+" if constant > 0 else "−", constant=number(abs(constant)), kcal=kcal_text(kcal),
        )  # fmt: skip
    return Spent(kcal, ERROR * kcal, (told,))


def by_equation(body: Body, activity: Activity) -> Spent:
    """Energy of a usual day with its error. Source: `at_rest` times ACTIVITY."""
    rest = at_rest(body)
    factor, _ = ACTIVITY[activity]
    kcal = rest.kcal * factor
    told = tr("A day: {rest} × {factor} = {kcal} kcal", rest=kcal_text(rest.kcal), factor=short_number(factor),
              kcal=kcal_text(kcal))  # fmt: skip
    return Spent(kcal, ERROR * kcal, (*rest.sums, told))


def kcal_text(kcal: float) -> str:
    """Energy in whole kcal with a space between thousands, without the unit."""
    return number(round(kcal))


def signed_kcal(kcal: float) -> str:
    """A change of energy with its sign: "+150", "−75", "0"."""
    text = kcal_text(kcal)
    return f"+{text}" if round(kcal) > 0 else text


def _within(value: float, limits: tuple[float, float], refusal: str) -> None:
    if not (math.isfinite(value) and limits[0] <= value <= limits[1]):
        raise UserError(tr(refusal, value=short_number(value)))
