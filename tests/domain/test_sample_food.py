"""The invented diary: the same each time, and like one that somebody really kept."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import fmean

import pytest

from legwork.domain.food.amounts import FoodUnits, Nutrient, parse_amount
from legwork.domain.sample_food import FOOD_WEEKS, SAMPLE_ITEMS, sample_food

UNTIL = date(2026, 3, 1)


def test_it_is_the_same_each_time_and_ends_yesterday() -> None:
    days = sample_food(UNTIL)
    assert days == sample_food(UNTIL) != sample_food(UNTIL, seed=8)
    assert days[-1].day == UNTIL - timedelta(days=1) and days[0].day >= UNTIL - timedelta(weeks=FOOD_WEEKS)
    assert 0.85 * 7 * FOOD_WEEKS < len(days) < 7 * FOOD_WEEKS


@pytest.mark.parametrize("weeks", [-1, 0, 1, 3])
def test_any_length(weeks: int) -> None:
    assert len(sample_food(UNTIL, weeks)) <= max(0, 7 * weeks)
    assert bool(sample_food(UNTIL, weeks)) == (weeks > 0)


def test_it_is_as_it_was_typed_and_adds_up() -> None:
    days = sample_food(UNTIL, 52)
    for one in days:
        amounts = dict(one.amounts)
        for nutrient, quantity in one.amounts:
            assert parse_amount(quantity.entered, nutrient, FoodUnits()) == quantity
        energy = 4 * (amounts[Nutrient.PROTEIN].value + amounts[Nutrient.CARBOHYDRATE].value)
        energy += 9 * amounts[Nutrient.FAT].value
        assert energy == pytest.approx(amounts[Nutrient.ENERGY].value, abs=3)
        assert 2000 < energy < 4200 and 100 < amounts[Nutrient.PROTEIN].value < 220
    sums = fmean("+" in dict(one.amounts)[Nutrient.ENERGY].entered for one in days)
    drinks = fmean(Nutrient.WATER in dict(one.amounts) for one in days)
    assert 0.2 < sums < 0.6 and 0.7 < drinks < 0.95


def test_items_bring_something_in_the_units_they_are_typed_in() -> None:
    assert len({name for name, _ in SAMPLE_ITEMS}) == 2
    for _, amounts in SAMPLE_ITEMS:
        for nutrient, quantity in amounts:
            assert parse_amount(quantity.entered, nutrient, FoodUnits()) == quantity
