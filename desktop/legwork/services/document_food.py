"""Food and quick items between the store and a document.

Owns what is filled in: an amount where none stands for its day, an item where none has its name. What is left out of
view goes out and comes in as well: a document loses nothing.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from legwork.domain.food.amounts import Nutrient
from legwork.domain.units import Quantity
from legwork.formats.records import FoodAmountRecord, FoodDayRecord, FoodItemRecord, PersonRecord
from legwork.services.food import food_rows, item_rows, write_food
from legwork.store.reader import Reader
from legwork.store.tables import food_item

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork


def food_records(reader: Reader, person_id: int) -> tuple[FoodDayRecord, ...]:
    """A person's food by day."""
    return tuple(
        FoodDayRecord(
            day, tuple(FoodAmountRecord(nutrient, quantity, source) for _, nutrient, quantity, source in rows)
        )
        for day, rows in groupby(food_rows(reader, person_id), key=lambda row: row[0])
    )


def item_records(reader: Reader, person_id: int) -> tuple[FoodItemRecord, ...]:
    """A person's quick items, in the order in which they were made."""
    return tuple(
        FoodItemRecord(name, tuple(FoodAmountRecord(nutrient, quantity) for _, nutrient, quantity in rows))
        for name, rows in groupby(item_rows(reader, person_id), key=lambda row: row[0])
    )


def add_food(work: UnitOfWork, person_id: int, record: PersonRecord) -> None:
    """Fill in the amounts and items of `record` that the person lacks; what stands here is left."""
    here = {(day, nutrient) for day, nutrient, *_ in food_rows(work, person_id)}
    missing: dict[str, dict[date, dict[Nutrient, Quantity | None]]] = {}
    for one in record.food:
        for each in one.amounts:
            if (one.day, each.nutrient) not in here:
                days = missing.setdefault(each.source, {})
                days.setdefault(one.day, {})[each.nutrient] = each.quantity
    for source, days in missing.items():
        write_food(work, person_id, days, source)
    names = {name.casefold() for name, _, _ in item_rows(work, person_id)}
    work.insert(
        food_item,
        [
            {
                "person_id": person_id, "name": one.name, "nutrient": each.nutrient.value,
                "value": each.quantity.value, "unit": each.quantity.unit, "entered": each.quantity.entered,
            }
            for one in record.food_items
            if one.name.casefold() not in names
            for each in one.amounts
        ],
    )  # fmt: skip
