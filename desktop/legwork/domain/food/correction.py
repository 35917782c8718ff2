"""A small step of the energy target towards what the scale showed, with its reason.

Owns when a step is worth proposing and how large it may be. It proposes; the person decides.
"""

from __future__ import annotations

from dataclasses import dataclass

from legwork.domain.food.energy import kcal_text
from legwork.domain.food.expenditure import Expenditure
from legwork.i18n import tr

LEAST_STEP, MOST_STEP, ROUND_TO = 75.0, 200.0, 25.0
"""A step in kcal: smaller ones are not worth a change, larger ones come in two (conventions)."""


@dataclass(frozen=True)
class Correction:
    """A change of the energy target in kcal, and why."""

    change: float
    reason: str


def correction(target_kcal: float, aim_share: float, seen: Expenditure) -> Correction | None:
    """The step from `target_kcal` towards what was seen to be spent, times one plus `aim_share`.

    None while too little is known, or while the target lies within the interval or close to it.
    Source: LEAST_STEP, MOST_STEP.
    """
    if not seen.known:
        return None
    low, high = seen.low * (1 + aim_share), seen.high * (1 + aim_share)
    off = seen.kcal * (1 + aim_share) - target_kcal
    if low <= target_kcal <= high or abs(off) < LEAST_STEP:
        return None
    step = max(-MOST_STEP, min(MOST_STEP, round(off / ROUND_TO) * ROUND_TO))
    asks = tr(
        "By scale and diary, with the equation as a start, you spend {low} to {high} kcal a day.",
        low=kcal_text(seen.low),
        high=kcal_text(seen.high),
    )
    if step > 0:
        told = tr("That asks for more than {target} kcal: {step} kcal more a day.",
                  target=kcal_text(target_kcal), step=kcal_text(step))  # fmt: skip
    else:
        told = tr("That asks for less than {target} kcal: {step} kcal less a day.",
                  target=kcal_text(target_kcal), step=kcal_text(-step))  # fmt: skip
    return Correction(step, f"{asks} {told}")
