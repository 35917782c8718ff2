"""People whose food is told: a grown man of 180 cm, and days of his in few words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from helpers import somebody
from legwork.domain.food.amounts import FoodUnits, Nutrient, parse_amount
from legwork.domain.units import Quantity
from legwork.services.food import RecordFood
from legwork.services.people import Person
from legwork.services.profile import Profile

TODAY = date(2025, 9, 17)
"""A Wednesday."""

_BY_NAME = {"kcal": Nutrient.ENERGY, "protein": Nutrient.PROTEIN, "carbs": Nutrient.CARBOHYDRATE, "fat": Nutrient.FAT,
            "water": Nutrient.WATER}  # fmt: skip


def lifter(profile: Profile, **facts: Any) -> Person:
    """A man of 180 cm, 30 years old on TODAY."""
    known: dict[str, Any] = {
        "sex": "male", "birth_date": date(1995, 3, 1), "stature": Quantity(180.0, "cm", "180"),
    }  # fmt: skip
    return somebody(profile, **(known | facts))


def weigh(profile: Profile, person: Person, day: date, kg: float) -> None:
    """The scale on a day."""
    profile.apply(RecordFood(person.id, day, (), Quantity(kg, "kg", f"{kg:g}")))


def eat(profile: Profile, person: Person, day: date, **texts: str) -> None:
    """A day in few words: eat(profile, person, TODAY, kcal="1800+240", water="2,5")."""
    amounts = tuple((_BY_NAME[name], parse_amount(text, _BY_NAME[name], FoodUnits())) for name, text in texts.items())
    profile.apply(RecordFood(person.id, day, amounts))


def before(days: int) -> date:
    """So many days before TODAY."""
    return TODAY - timedelta(days=days)
