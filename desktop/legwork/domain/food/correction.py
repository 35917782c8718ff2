"""A small step of the energy target towards what the scale showed, with its reason.

Owns when a step is worth proposing and how large it may be. It proposes; the person decides.
"""

from __future__ import annotations

from dataclasses import dataclass

from legwork.domain.food.amounts import FoodUnits, Nutrient, about_text, amount_text
from legwork.domain.food.expenditure import Expenditure
from legwork.i18n import mark, tr

LEAST_STEP, MOST_STEP, ROUND_TO = 75.0, 200.0, 25.0
"""A step in kcal: smaller ones are not worth a change, larger ones come in two (conventions)."""


@dataclass(frozen=True)
class Correction:
    """A change of the energy target in kcal, and why."""

    change: float
    reason: str


def correction(
    target_kcal: float, aim_share: float, seen: Expenditure, units: FoodUnits | None = None
) -> Correction | None:
    """The step from `target_kcal` towards what was seen to be spent, times one plus `aim_share`.

    None while too little is known, or while the target lies within the interval or close to it. units: of the reason.
    Source: LEAST_STEP, MOST_STEP.
    """
    if not seen.known:
        return None
    low, high = seen.low * (1 + aim_share), seen.high * (1 + aim_share)
    off = seen.kcal * (1 + aim_share) - target_kcal
    if low <= target_kcal <= high or abs(off) < LEAST_STEP:
        return None
    step = max(-MOST_STEP, min(MOST_STEP, round(off / ROUND_TO) * ROUND_TO))
    shown = units or FoodUnits()
    asks = tr(
        "By scale and diary, with the equation as a start, you spend {low} to {high} {unit} a day.",
        low=about_text(seen.low, Nutrient.ENERGY, shown), high=about_text(seen.high, Nutrient.ENERGY, shown),
        unit=shown.energy,
    )  # fmt: skip
    more = mark("That asks for more than {target} {unit}: {step} {unit} more a day.")
    less = mark("That asks for less than {target} {unit}: {step} {unit} less a day.")
    told = tr(
        more if step > 0 else less,
        target=about_text(target_kcal, Nutrient.ENERGY, shown), step=energy_text(abs(step), shown), unit=shown.energy,
    )  # fmt: skip
    return Correction(step, f"{asks} {told}")


def energy_text(kcal: float, units: FoodUnits) -> str:
    """Energy in the person's unit, without it."""
    return amount_text(kcal, Nutrient.ENERGY, units)
