"""The food of a report: targets with their arithmetic, the last weeks by day, and what the body seems to spend.

Owns the names of these fields. The numbers are those of the Food page, not rounded; nothing of energy is told while a
person leaves energy out.
"""

from __future__ import annotations

from datetime import date, timedelta

from legwork.domain.food.amounts import Nutrient
from legwork.domain.food.targets import Range, Targets
from legwork.services.food import food_days
from legwork.services.food_spending import spent_view
from legwork.services.food_targets import FoodPlan, food_plan
from legwork.services.people import Person
from legwork.services.profile import Profile

DAYS = 84
"""So many days up to the day of the report are told (a convention: those that the expenditure is worked out from)."""

Tree = dict[str, object]

_FIELDS = {
    Nutrient.ENERGY: "energy_kcal",
    Nutrient.PROTEIN: "protein_g",
    Nutrient.CARBOHYDRATE: "carbohydrate_g",
    Nutrient.FAT: "fat_g",
    Nutrient.WATER: "water_l",
}


def food(profile: Profile, person: Person, today: date) -> Tree:
    """What is known of a person's food as of `today`. Raises StoreError."""
    plan = food_plan(profile, person, today)
    return {
        "energy_shown": plan.energy_shown,
        "missing": plan.missing or None,
        **({"wish": plan.wish.value} if plan.energy_shown else {}),
        "leg_days_a_week": plan.leg_days,
        "targets": None if plan.targets is None else _targets(plan.targets, energy_shown=plan.energy_shown),
        "sums": list(plan.sums),
        "notes": list(plan.notes),
        "days": _days(profile, person, today),
        **(_spending(profile, person, today, plan) if plan.energy_shown else {}),
    }


def _targets(found: Targets, *, energy_shown: bool) -> Tree:
    return {
        **({"energy_kcal": _range(found.kcal)} if energy_shown else {}),
        "protein_g": _range(found.protein_g),
        "carbohydrate_g": _range(found.carbohydrate_g),
        "carbohydrate_leg_day_g": _range(found.leg_day_g),
        "fat_g": _range(found.fat_g),
        "water_l": [_number(found.drink_ml.low / 1000), _number(found.drink_ml.high / 1000)],
    }


def _days(profile: Profile, person: Person, today: date) -> list[Tree]:
    days = food_days(profile, person.id, today - timedelta(days=DAYS - 1), today, today)
    return [
        {"day": day.isoformat(), **{_FIELDS[key]: _number(found.value) for key, found in one.amounts.items()}}
        for day, one in days.items()
        if one.amounts
    ]


def _spending(profile: Profile, person: Person, today: date, plan: FoodPlan) -> Tree:
    view = spent_view(profile, person, today, plan=plan)
    seen = view.seen
    return {
        "activity": plan.activity.value,
        "equation_kcal": None if plan.spent is None else _number(plan.spent.kcal),
        "correction_taken_kcal": _number(plan.step_kcal),
        "expenditure": None
        if seen is None
        else {
            "value_kcal": _number(seen.kcal) if seen.known else None,
            "low_80": _number(seen.low) if seen.known else None,
            "high_80": _number(seen.high) if seen.known else None,
            "days": seen.days,
            "days_with_energy": seen.intakes,
            "weighings": seen.weighings,
            "said": [line for line in (view.words, *view.missing, *view.notes) if line],
            "correction_kcal": _number(view.correction.change) if view.correction else None,
        },
    }


def _range(found: Range) -> list[float]:
    return [_number(found.low), _number(found.high)]


def _number(value: float) -> float:
    return round(value, 6)
