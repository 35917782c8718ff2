"""The food of some days beside what is meant: the mean of the days that were written down, in a line each.

Owns these lines. Targets are `food_targets`'; nothing of energy is told while a person leaves energy out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from legwork.domain.food.amounts import NAMES, FoodUnits, Nutrient, amount_text
from legwork.i18n import ntr, tr
from legwork.services.food import food_days, food_units
from legwork.services.food_legs import leg_days_of
from legwork.services.food_targets import plan_with
from legwork.services.food_view import Mean, means_of, shown_nutrients, target_text
from legwork.services.people import Person
from legwork.services.profile import Profile


@dataclass(frozen=True)
class FoodLine:
    """A nutrient: the mean of the days on which it was written down. aim: what is meant, "" where nothing is."""

    name: str
    mean: str
    aim: str


def food_lines(
    profile: Profile,
    person: Person,
    first: date,
    last: date,
    today: date,
    chosen_plan: int = 0,
    breathe: Callable[[], object] = bool,
) -> tuple[tuple[FoodLine, ...], str]:
    """The food from `first` to `last`, and on how many days it was written down; nothing where on none.

    Days that are not over do not count. chosen_plan: as in `plan_today`. breathe: called between the parts; what it
    raises ends the work. Raises StoreError.
    """
    last = min(last, today - timedelta(days=1))
    days = {day: one for day, one in food_days(profile, person.id, first, last, today).items() if one.amounts}
    if not days:
        return (), ""
    legs = leg_days_of(profile, person, min(days), max(days), today, chosen_plan, breathe)
    plan = plan_with(profile, person, today, legs, breathe)
    units = food_units(profile, person)
    means = means_of(days, today, plan.targets, legs.days)
    lines = tuple(_line(nutrient, means[nutrient], units) for nutrient in shown_nutrients(plan) if nutrient in means)
    count = (last - first).days + 1
    said = ntr("Written down on {days} of {count} day.", "Written down on {days} of {count} days.", count,
               days=len(days))  # fmt: skip
    return lines, said if lines else ""


def _line(nutrient: Nutrient, mean: Mean, units: FoodUnits) -> FoodLine:
    aim = "" if mean.target is None else target_text(mean.target, nutrient, units)
    amount = f"{amount_text(mean.value, nutrient, units)}\N{NO-BREAK SPACE}{units.unit_of(nutrient)}"
    return FoodLine(tr(NAMES[nutrient]), amount, aim)
