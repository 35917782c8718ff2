"""The part of Legwork's own document that came with its version 6: food by day, and quick items.

Owns the keys of both. The text of an amount must come to its value, so that more can be added to it later. Since
version 7 an amount of a day says where it came from.
"""

from __future__ import annotations

from functools import partial

from legwork.domain.food.amounts import MAX_ENTERED, MOST, UNITS, FoodUnits, Nutrient, parse_amount
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.formats.json_object import JsonObject, no_doubles, quantity_in, quantity_tree, refuse
from legwork.formats.records import (
    MAX_ITEM_NAME,
    TYPED,
    FoodAmountRecord,
    FoodDayRecord,
    FoodItemRecord,
    PersonRecord,
)
from legwork.i18n import tr

FOOD_KEYS = ("food", "food_items")
"""The keys that a person has beyond those of version 5."""

_ROUNDED = 1e-6
MAX_SOURCE = 40


def food_tree(person: PersonRecord) -> dict[str, object]:
    """The values of FOOD_KEYS, for `food_in` to read."""
    return {
        "food": [
            {
                "day": one.day.isoformat(),
                "amounts": [{**_amount_tree(each), "source": each.source} for each in one.amounts],
            }
            for one in person.food
        ],
        "food_items": [
            {"name": one.name, "amounts": [_amount_tree(each) for each in one.amounts]} for one in person.food_items
        ],
    }


def food_in(group: JsonObject, *, sourced: bool) -> tuple[tuple[FoodDayRecord, ...], tuple[FoodItemRecord, ...]]:
    """The food and the quick items of a person. sourced: amounts of days say where they came from. Raises UserError."""
    days = group.many("food", partial(_day, sourced=sourced))
    no_doubles((one.day for one in days), group.at("food"), "day")
    items = group.many("food_items", _item)
    no_doubles((one.name.casefold() for one in items), group.at("food_items"), "name")
    return days, items


def _amount_tree(one: FoodAmountRecord) -> dict[str, object]:
    return {"nutrient": one.nutrient.value, **quantity_tree(one.quantity)}


def _day(tree: object, where: str, *, sourced: bool) -> FoodDayRecord:
    group = JsonObject(tree, where, ("day", "amounts"))
    return FoodDayRecord(group.day("day"), _amounts(group, sourced=sourced))


def _item(tree: object, where: str) -> FoodItemRecord:
    group = JsonObject(tree, where, ("name", "amounts"))
    return FoodItemRecord(group.line("name", MAX_ITEM_NAME), _amounts(group, sourced=False))


def _amounts(group: JsonObject, *, sourced: bool) -> tuple[FoodAmountRecord, ...]:
    amounts = group.many("amounts", partial(_amount, sourced=sourced))
    if not amounts:
        refuse(group.at("amounts"), tr("a value is missing"))
    no_doubles((one.nutrient for one in amounts), group.at("amounts"), "nutrient")
    return amounts


def _amount(tree: object, where: str, *, sourced: bool) -> FoodAmountRecord:
    group = JsonObject(tree, where, ("nutrient", "value", "unit", "entered", *(("source",) if sourced else ())))
    name = group.text("nutrient")
    if name not in tuple(Nutrient):
        refuse(group.at("nutrient"), tr("there is a nutrient that is not known"))
    nutrient = Nutrient(name)
    found = quantity_in(group, UNITS[nutrient], zero=True, most=MOST[nutrient])
    if not _comes_to(found, nutrient):
        refuse(group.at("entered"), tr("there is a text that does not come to the value"))
    return FoodAmountRecord(nutrient, found, group.line("source", MAX_SOURCE) if sourced else TYPED)


def _comes_to(found: Quantity, nutrient: Nutrient) -> bool:
    """Whether the text is an amount as the program keeps it, and comes to the value."""
    if len(found.entered) > MAX_ENTERED:
        return False
    try:
        read = parse_amount(found.entered, nutrient, FoodUnits(found.unit, found.unit))
    except (UserError, KeyError):
        return False
    return (read.entered, read.unit) == (found.entered, found.unit) and abs(read.value - found.value) <= _ROUNDED
