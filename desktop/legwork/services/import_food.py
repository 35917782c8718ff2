"""Food and drink of other programs' tables: what of it would be written, and where it may go.

Owns the rules: amounts typed here are never overwritten, those of the same program are corrected by a newer file, and
what a person leaves out of view is not touched. How days are written is `food`'s affair.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from legwork.domain.food.amounts import Nutrient
from legwork.domain.units import Quantity
from legwork.formats.records import TYPED, Column, MeasurementTable
from legwork.services.food import food_rows
from legwork.services.food_choices import hidden
from legwork.services.profile import Profile
from legwork.store.reader import Reader

FOOD = "food:"
"""How the place begins to which a column with a nutrient goes; no site has such a key."""

FoodDays = dict[date, dict[Nutrient, Quantity | None]]


@dataclass
class FoodPlan:
    """What would become of amounts. days: what is to be written, counted in `new` and `corrected`. kept_other: left
    because another program gave them."""

    days: FoodDays = field(default_factory=dict)
    new: int = 0
    corrected: int = 0
    same: int = 0
    kept_own: int = 0
    kept_other: int = 0
    left_out: int = 0


def food_place(column: Column) -> str:
    """Where a column with a nutrient goes."""
    assert column.nutrient is not None
    return f"{FOOD}{column.nutrient.value}"


def not_shown(profile: Profile, person_id: int) -> frozenset[Nutrient]:
    """What is left out for a person, so that nothing of it is taken in."""
    with profile.reading() as reader:
        return hidden(reader, person_id, date.today())


def plan_food(
    reader: Reader, person_id: int | None, table: MeasurementTable, choices: Mapping[str, str]
) -> FoodPlan:  # fmt: skip
    """What of a table's food would be written now. person_id: None for somebody who is yet to be added."""
    nutrients = {one.header: one.nutrient for one in table.columns if one.nutrient is not None}
    plan = FoodPlan()
    if not nutrients:
        return plan
    left_out = hidden(reader, person_id, date.today()) if person_id is not None else frozenset()
    rows = food_rows(reader, person_id) if person_id is not None else ()
    here = {(day, nutrient): (quantity, source) for day, nutrient, quantity, source in rows}
    for row in table.rows:
        for cell in row.cells:
            nutrient = nutrients.get(cell.column)
            if nutrient is None:
                continue
            taken = plan.days.get(row.day, {})
            if choices.get(cell.column) != f"{FOOD}{nutrient.value}" or nutrient in left_out or nutrient in taken:
                plan.left_out += 1
                continue
            fate = _fate(here.get((row.day, nutrient)), cell.quantity, table.source)
            setattr(plan, fate, getattr(plan, fate) + 1)
            if fate in ("new", "corrected"):
                plan.days.setdefault(row.day, {})[nutrient] = cell.quantity
    return plan


def _fate(here: tuple[Quantity, str] | None, found: Quantity, source: str) -> str:
    if here is None:
        return "new"
    quantity, origin = here
    if round(quantity.value, 2) == round(found.value, 2):
        return "same"
    if origin == source:
        return "corrected"
    return "kept_own" if origin == TYPED else "kept_other"
