"""What the invented lifter ate and drank in the last weeks, day by day, and what they often have.

Owns the made-up numbers, as `sample` does. Nothing may be concluded from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from legwork.domain.food.amounts import GRAM, KCAL, LITRE, Nutrient, quantity_of
from legwork.domain.units import Quantity
from legwork.i18n import mark

if TYPE_CHECKING:
    from random import Random

FOOD_WEEKS = 16
"""So many weeks up to the day before the last are written down."""

_SHAKE_KCAL = 160
_USUAL_KCAL, _WEEKEND_KCAL, _SCATTER_KCAL = 3080, 260, 210
_PROTEIN_G, _FAT_G = (158, 14), (92, 11)
_DRINK_L = (2.4, 0.35)
"""Mean and scatter of a day, and what is more on Saturdays and Sundays."""

SAMPLE_ITEMS: tuple[tuple[str, tuple[tuple[Nutrient, Quantity], ...]], ...] = (
    (
        mark("Oats with milk"),
        (
            (Nutrient.ENERGY, quantity_of("420", KCAL)),
            (Nutrient.PROTEIN, quantity_of("18", GRAM)),
            (Nutrient.CARBOHYDRATE, quantity_of("62", GRAM)),
            (Nutrient.FAT, quantity_of("11", GRAM)),
        ),
    ),
    (
        mark("Shake"),
        (
            (Nutrient.ENERGY, quantity_of(str(_SHAKE_KCAL), KCAL)),
            (Nutrient.PROTEIN, quantity_of("30", GRAM)),
            (Nutrient.WATER, quantity_of("0.3", LITRE)),
        ),
    ),
)
"""Names, marked for translation, and what each brings."""


@dataclass(frozen=True)
class SampleFood:
    """A day of the invented diary, as it was typed."""

    day: date
    amounts: tuple[tuple[Nutrient, Quantity], ...]


def sample_food(until: date, weeks: int = FOOD_WEEKS, seed: int = 7) -> tuple[SampleFood, ...]:
    """The days of `weeks` weeks up to the day before `until`, oldest first; a few are missing, and some amounts.

    The same arguments give the same days. `weeks` below 1 gives none. Source: invented.
    """
    from random import Random

    found = []
    for back in range(7 * max(weeks, 0), 0, -1):
        day = until - timedelta(days=back)
        chance = Random(f"{seed}:food:{back}")
        missed, shake, no_drink = chance.random(), chance.random(), chance.random()
        amounts = _amounts(day, chance, shake=shake < 0.4, drinks=no_drink > 0.15)
        if missed > 0.08 or back == 1:
            found.append(SampleFood(day, amounts))
    return tuple(found)


def _amounts(day: date, chance: Random, *, shake: bool, drinks: bool) -> tuple[tuple[Nutrient, Quantity], ...]:
    gauss = chance.gauss
    weekend = _WEEKEND_KCAL if day.weekday() >= 5 else 0
    kcal = max(2200, round(gauss(_USUAL_KCAL + weekend, _SCATTER_KCAL) / 10) * 10)
    protein, fat = round(gauss(*_PROTEIN_G)), round(gauss(*_FAT_G))
    carbohydrate = round((kcal - 4 * protein - 9 * fat) / 4)
    entered = f"{kcal - _SHAKE_KCAL}+{_SHAKE_KCAL}" if shake else str(kcal)
    amounts = [
        (Nutrient.ENERGY, quantity_of(entered, KCAL)),
        (Nutrient.PROTEIN, quantity_of(f"{protein - 30}+30" if shake else str(protein), GRAM)),
        (Nutrient.CARBOHYDRATE, quantity_of(str(carbohydrate), GRAM)),
        (Nutrient.FAT, quantity_of(str(fat), GRAM)),
    ]
    if drinks:
        amounts.append((Nutrient.WATER, quantity_of(f"{max(1.2, gauss(*_DRINK_L)):.1f}", LITRE)))
    return tuple(amounts)
