"""Numbers of bodies and of food as other programs write them, and the units that they were most likely written in."""

from __future__ import annotations

import pytest

from legwork.domain.food.amounts import Nutrient
from legwork.formats.body_units import guess_girth, guess_weight, weight_unit_by_index
from legwork.formats.food_days import amount_number, amount_of
from mapping_tables import guessed


@pytest.mark.parametrize(
    ("text", "nutrient", "number"),
    [
        ("512.4", Nutrient.ENERGY, 512.4), ("1,050", Nutrient.ENERGY, 1050), ("1,050", Nutrient.PROTEIN, 1.05),
        ("650,5", Nutrient.ENERGY, 650.5), ("1.234,5", Nutrient.ENERGY, 1234.5), ("1,234.5", Nutrient.ENERGY, 1234.5),
        ("2 100 kcal", Nutrient.ENERGY, 2100), ("0,512", Nutrient.ENERGY, 0.512), ("60 g", Nutrient.FAT, 60),
        ("1,234,567", Nutrient.ENERGY, 1234567), (".5", Nutrient.WATER, 0.5), ("0", Nutrient.FAT, 0),
        ("-3", Nutrient.FAT, None), ("many", Nutrient.FAT, None), ("1e9", Nutrient.FAT, None), ("", Nutrient.FAT, None),
        ("12,34,5", Nutrient.FAT, None), ("1.050", Nutrient.ENERGY, 1050), ("83.680", Nutrient.ENERGY, 83680),
        ("120.125", Nutrient.ENERGY, 120.125), ("31.234567890123456", Nutrient.FAT, 31.234567890123456),
    ],
)  # fmt: skip
def test_a_number_of_food(text: str, nutrient: Nutrient, number: float | None) -> None:
    assert amount_number(text, nutrient) == number


@pytest.mark.parametrize(
    ("text", "nutrient", "decimal", "number"),
    [
        ("2.100", Nutrient.ENERGY, ",", 2100), ("2.100", Nutrient.ENERGY, ".", 2.1),
        ("2,100", Nutrient.ENERGY, ",", 2.1),
        ("2,100", Nutrient.ENERGY, ".", 2100), ("1.050", Nutrient.PROTEIN, ",", 1050), ("1,5", Nutrient.FAT, ".", 1.5),
    ],
)  # fmt: skip
def test_a_number_of_food_in_a_table_that_tells_its_decimals(
    text: str, nutrient: Nutrient, decimal: str, number: float
) -> None:
    assert amount_number(text, nutrient, decimal) == number


def test_totals_are_rounded_to_what_is_weighed() -> None:
    assert [amount_of(*one).entered for one in ((1567.9999, "kcal"), (73.1049, "g"), (0.25, "L"), (2100.3, "mL"))] == [
        "1568", "73.1", "0.25", "2100",
    ]  # fmt: skip


@pytest.mark.parametrize(("weights", "unit"), [([70, 72, 95], "kg"), ([155, 160], "lb"), ([110], "kg"), ([], "kg")])
def test_the_likelier_unit_of_weights(weights: list[float], unit: str) -> None:
    assert guess_weight(weights)[0] == unit


def test_the_likelier_unit_of_girths() -> None:
    assert guess_girth({"waist": [33, 34], "neck": [15.5]})[0] == "in"
    assert guess_girth({"waist": [84], "mid_thigh": [58.5]})[0] == "cm"
    assert guess_girth({"": [10]}) == ("cm", "")


@pytest.mark.parametrize(
    ("site", "girth", "unit"),
    [("waist", 60, "cm"), ("waist", 42, "in"), ("hips", 68, "cm"), ("calf", 23.5, "in"), ("ankle", 15.5, "cm")],
)
def test_programs_and_tables_of_ones_own_guess_the_same_unit(site: str, girth: float, unit: str) -> None:
    assert guess_girth({site: [girth]})[0] == unit
    found = guessed(f"Day,{site}\n2025-03-04,{girth}\n2025-03-05,{girth}\n")
    assert found.mapping.columns[1].unit == unit


def test_the_mass_index_holds_the_height_and_so_the_unit() -> None:
    # 113.44 kg at an index of 32.44 are 187 cm tall; 181.4 lb at 25.3 are 180 cm.
    assert weight_unit_by_index([(113.44, 32.44)]) == "kg"
    assert weight_unit_by_index([(181.4, 25.3)]) == "lb"
    assert weight_unit_by_index([(113.44, 32.44), (181.4, 25.3)]) is None
    assert weight_unit_by_index([(80, 0)]) is None
