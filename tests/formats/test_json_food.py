"""Food in Legwork's own document: nothing wrong is let in."""

from __future__ import annotations

import json

import pytest

from document_example import EXAMPLE, changed
from legwork.errors import UserError
from legwork.formats.legwork_json import dump, load

_DAY, _ITEM = "people/0/food/0", "people/0/food_items/0"
_AMOUNT = f"{_DAY}/amounts/0"


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("people/0/food", {}, r"people\[0\].food"),
        (f"{_DAY}/day", "Monday", r"food\[0\].day"),
        (f"{_DAY}/day", "2025-01-07", r"food\[1\].day"),
        (f"{_DAY}/meal", "lunch", r"food\[0\].meal"),
        (f"{_DAY}/amounts", [], r"food\[0\].amounts"),
        (f"{_AMOUNT}/nutrient", "sugar", r"amounts\[0\].nutrient"),
        (f"{_AMOUNT}/nutrient", "fat", r"amounts\[0\].value"),
        (f"{_DAY}/amounts/2/nutrient", "energy", r"amounts\[2\].unit"),
        (f"{_AMOUNT}/value", -1, r"amounts\[0\].value"),
        (f"{_AMOUNT}/value", 20_001, r"amounts\[0\].value"),
        (f"{_AMOUNT}/value", 2041, r"amounts\[0\].entered"),
        (f"{_AMOUNT}/value", "2040", r"amounts\[0\].value"),
        (f"{_AMOUNT}/unit", "g", r"amounts\[0\].unit"),
        (f"{_AMOUNT}/unit", "kJ", r"amounts\[0\].entered"),
        (f"{_AMOUNT}/entered", "much", r"amounts\[0\].entered"),
        (f"{_AMOUNT}/entered", "1800 + 240", r"amounts\[0\].entered"),
        (f"{_AMOUNT}/entered", "2040 kcal", r"amounts\[0\].entered"),
        (f"{_AMOUNT}/entered", "0+" * 60 + "2040", r"amounts\[0\].entered"),
        (f"{_AMOUNT}/entered", KeyError, r"amounts\[0\].entered"),
        (f"{_AMOUNT}/source", "", r"amounts\[0\].source"),
        (f"{_AMOUNT}/source", "x" * 41, r"amounts\[0\].source"),
        (f"{_AMOUNT}/source", KeyError, r"amounts\[0\].source"),
        (f"{_DAY}/amounts/1/value", 0.5, r"amounts\[1\].entered"),
        (f"{_DAY}/amounts/3", {"nutrient": "energy", "value": 1.0, "unit": "kcal", "entered": "1", "source": "typed"},
         r"amounts\[3\].nutrient"),
        (f"{_ITEM}/name", "", r"food_items\[0\].name"),
        (f"{_ITEM}/name", "two\nlines", r"food_items\[0\].name"),
        (f"{_ITEM}/name", "x" * 81, r"food_items\[0\].name"),
        (f"{_ITEM}/name", "ÄRGER", r"food_items\[1\].name"),
        (f"{_ITEM}/amounts", [], r"food_items\[0\].amounts"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place(path: str, value: object, where: str) -> None:
    with pytest.raises(UserError, match=f"at .*{where}, "):
        load(changed(path, value))


def test_the_energy_of_a_day_may_be_larger_than_any_girth() -> None:
    tree = json.loads(dump(EXAMPLE))
    tree["people"][0]["food"][0]["amounts"][0] |= {"value": 20_000.0, "entered": "15000+5000"}
    found = load(json.dumps(tree).encode())
    assert found.people[0].food[0].amounts[0].quantity.value == 20_000


def test_a_girth_may_not() -> None:
    with pytest.raises(UserError, match="a number above zero and below 10000"):
        load(changed("people/0/check_ins/0/readings/0/value", 10_001))
