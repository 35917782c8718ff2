"""Amounts as people type them: numbers, sums, units, and everything that is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.food.amounts import (
    MAX_ENTERED,
    MOST,
    UNITS,
    FoodUnits,
    Nutrient,
    about,
    about_text,
    added,
    amount_in,
    amount_text,
    entered_text,
    parse_amount,
    quantity_of,
)
from legwork.domain.units import Quantity, same_typed
from legwork.errors import UserError

ENERGY, PROTEIN, WATER = Nutrient.ENERGY, Nutrient.PROTEIN, Nutrient.WATER
OWN = FoodUnits()
OTHER = FoodUnits("kJ", "fl oz")


@pytest.mark.parametrize(
    ("text", "nutrient", "units", "value", "unit", "entered"),
    [
        ("2400", ENERGY, OWN, 2400, "kcal", "2400"),
        (" 1800 + 240 ", ENERGY, OWN, 2040, "kcal", "1800+240"),
        ("1800+240+", ENERGY, OWN, 2040, "kcal", "1800+240"),
        ("8500 kJ", ENERGY, OWN, 2031.548757, "kJ", "8500"),
        ("8500", ENERGY, OTHER, 2031.548757, "kJ", "8500"),
        ("2000 kcal", ENERGY, OTHER, 2000, "kcal", "2000"),
        ("2000 Cal.", ENERGY, OWN, 2000, "kcal", "2000"),
        ("4000 + 4500 kj", ENERGY, OWN, 2031.548757, "kJ", "4000+4500"),
        ("1000 kcal + 4184 kJ", ENERGY, OWN, 2000, "kcal", "1000+1000"),
        ("4184 kJ + 1000 kcal + 10", ENERGY, OTHER, 2002.390057, "kJ", "4184+4184+10"),
        ("1 800", ENERGY, OWN, 1800, "kcal", "1800"),
        ("1\N{NARROW NO-BREAK SPACE}800", ENERGY, OWN, 1800, "kcal", "1800"),
        ("２４００", ENERGY, OWN, 2400, "kcal", "2400"),
        ("0", ENERGY, OWN, 0, "kcal", "0"),
        ("140,5", PROTEIN, OWN, 140.5, "g", "140,5"),
        ("40+35 g", PROTEIN, OWN, 75, "g", "40+35"),
        (".5", PROTEIN, OWN, 0.5, "g", "0.5"),
        ("2,5", WATER, OWN, 2.5, "L", "2,5"),
        ("1.500", WATER, OWN, 1.5, "L", "1.500"),
        ("500 ml", WATER, OWN, 0.5, "mL", "500"),
        ("500ml+0.3l", WATER, OWN, 0.8, "mL", "500+300"),
        ("5 dl", WATER, OWN, 0.5, "dL", "5"),
        ("33 cl", WATER, OWN, 0.33, "cL", "33"),
        ("16", WATER, OTHER, 0.473176, "fl oz", "16"),
        ("8 + 8 fl. oz.", WATER, OWN, 0.473176, "fl oz", "8+8"),
        ("0.1+0.2", WATER, OWN, 0.3, "L", "0.1+0.2"),
    ],
)
def test_what_can_be_typed(
    text: str, nutrient: Nutrient, units: FoodUnits, value: float, unit: str, entered: str
) -> None:
    found = parse_amount(text, nutrient, units)
    assert found == Quantity(found.value, unit, entered)
    assert found.value == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "nutrient", "said"),
    [
        ("", ENERGY, "Type a number first"),
        ("  ", WATER, "Type a number first"),
        ("-200", ENERGY, "cannot be smaller than none"),
        ("−5", PROTEIN, "cannot be smaller than none"),
        ("200+-50", ENERGY, "cannot be smaller than none"),
        ("2000-300", ENERGY, "is not an amount of energy that can be read"),
        ("a lot", ENERGY, "is not an amount of energy"),
        ("lots", PROTEIN, "is not an amount in grams"),
        ("++", ENERGY, "is not an amount of energy"),
        ("+", ENERGY, "is not an amount of energy"),
        ("200++300", ENERGY, "is not an amount of energy"),
        ("1/2", WATER, "is not an amount to drink"),
        ("1.2.3", WATER, "is not an amount to drink"),
        ("NaN", ENERGY, "is not an amount of energy"),
        ("1e3", ENERGY, "is not an amount of energy"),
        ("200 g", ENERGY, "use kcal or kJ"),
        ("150 oz", PROTEIN, "use g or type the number alone"),
        ("2 cups", WATER, "use L, ml or fl oz"),
        ("1,800", ENERGY, "could mean 1800, or a fraction"),
        ("1.800+200", ENERGY, "could mean 1800"),
        ("1,500 ml", WATER, "could mean 1500"),
        ("20001", ENERGY, "more than 20.000 kcal"),
        ("99999 kJ", ENERGY, "more than 83.680 kJ"),
        ("9999999", ENERGY, "more than 20.000 kcal"),
        ("99999999999999999999", ENERGY, "is not an amount of energy"),
        ("1000.5", PROTEIN, "more than 1.000 g of protein"),
        ("500", WATER, "its unit, such as ml"),
        ("1+" * 70 + "1", ENERGY, "This sum is too long"),
    ],
)
def test_what_cannot_says_what_to_do(text: str, nutrient: Nutrient, said: str) -> None:
    with pytest.raises(UserError, match=said):
        parse_amount(text, nutrient, OWN)


def test_the_largest_day_and_an_empty_one_can_be_written_down() -> None:
    assert parse_amount("20000", ENERGY, OWN).value == 20_000
    assert parse_amount("20", WATER, OWN).value == 20
    assert parse_amount("0+0", PROTEIN, OWN).value == 0


@given(st.sampled_from(Nutrient), st.data())
def test_what_stands_there_is_read_as_the_same_again(nutrient: Nutrient, data: st.DataObject) -> None:
    unit = data.draw(st.sampled_from(sorted(UNITS[nutrient])))
    numbers = data.draw(
        st.lists(st.integers(0, 99).map(str) | st.just("0,5") | st.just("1.25"), min_size=1, max_size=6)
    )
    try:
        found = parse_amount(f"{' + '.join(numbers)} {unit}", nutrient, OWN)
    except UserError:
        assert nutrient is WATER and quantity_of("+".join(numbers), unit).value > MOST[WATER]
        return
    assert (found.unit, found.entered) == (unit, "+".join(numbers))
    for units in (OWN, OTHER):
        assert same_typed(parse_amount(entered_text(found, nutrient, units), nutrient, units), found)


@given(st.sampled_from(Nutrient), st.floats(0, 1), st.sampled_from([OWN, OTHER]))
def test_a_number_that_is_shown_can_be_typed(nutrient: Nutrient, share: float, units: FoodUnits) -> None:
    value = share * MOST[nutrient] * 0.99
    read = parse_amount(amount_text(value, nutrient, units), nutrient, units)
    step = amount_in(1, nutrient, units)
    assert read.value == pytest.approx(value, abs=(0.51 if units.unit_of(nutrient) != "L" else 0.0051) / step + 1e-5)


def test_amounts_in_other_units() -> None:
    """4.184 kJ to the kcal; 29.5735295625 mL to the US fluid ounce."""
    assert amount_text(2040, ENERGY, OWN) == "2\N{NARROW NO-BREAK SPACE}040"
    assert amount_text(2040, ENERGY, OTHER) == "8\N{NARROW NO-BREAK SPACE}535"
    assert amount_in(1, WATER, OTHER) == pytest.approx(33.8140227)
    assert (amount_text(2.5, WATER, OWN), amount_text(2, WATER, OWN), amount_text(1.754, WATER, OWN)) == (
        "2.5", "2", "1.75",
    )  # fmt: skip
    assert (amount_text(-150, ENERGY, OWN), amount_text(-0.2, ENERGY, OWN), amount_text(0, WATER, OWN)) == (
        "−150", "0", "0",
    )  # fmt: skip
    assert entered_text(Quantity(0.5, "mL", "500"), WATER, OWN) == "500 mL"
    assert entered_text(Quantity(2.5, "L", "2,5"), WATER, OWN) == "2.5"


def test_what_is_estimated_is_not_told_to_the_last_digit() -> None:
    assert about_text(2934.6, ENERGY, OWN) == "2\N{NARROW NO-BREAK SPACE}930"
    assert about(2934.6, ENERGY, OTHER) == 12300
    assert about(2.4932, WATER, OWN) == 2.5
    assert about(150.4, PROTEIN, OWN) == 150


def test_more_is_added_as_a_sum_in_the_unit_that_stands_there() -> None:
    there = parse_amount("1800", ENERGY, OWN)
    assert added(there, parse_amount("240", ENERGY, OWN), ENERGY) == Quantity(2040, "kcal", "1800+240")
    assert added(there, parse_amount("1000+4 kJ", ENERGY, OWN), ENERGY) == Quantity(2040, "kcal", "1800+239+1")
    assert added(parse_amount("1,5", WATER, OWN), parse_amount("250 ml", WATER, OWN), WATER) == Quantity(
        1.75, "L", "1,5+0.25"
    )
    assert added(None, there, ENERGY) == there
    with pytest.raises(UserError, match="20\N{NARROW NO-BREAK SPACE}000 kcal"):
        added(parse_amount("19900", ENERGY, OWN), parse_amount("240", ENERGY, OWN), ENERGY)


def test_a_sum_that_grows_too_long_is_told_as_what_it_comes_to() -> None:
    glass, there = parse_amount("0.25", WATER, OWN), None
    for _ in range(40):
        there = added(there, glass, WATER)
        assert len(there.entered) <= MAX_ENTERED
        assert parse_amount(there.entered, WATER, OWN) == there
    assert there is not None and there.value == 10


@given(st.sampled_from(Nutrient), st.data())
def test_whatever_is_added_can_be_read_again(nutrient: Nutrient, data: st.DataObject) -> None:
    """A total in grams with three decimals, 5.125, would be refused: it could mean 5125."""
    unit, other = (data.draw(st.sampled_from(sorted(UNITS[nutrient]))) for _ in range(2))
    pieces = st.lists(st.decimals(0, 9, places=data.draw(st.integers(0, 6))).map(str), min_size=12, max_size=14)
    there = quantity_of("+".join(data.draw(pieces)), unit)
    more = quantity_of("+".join(data.draw(pieces)), other)
    try:
        found = added(there, more, nutrient)
        found = added(found, found, nutrient)
    except UserError as error:
        assert "more than" in str(error) and nutrient is WATER
        return
    assert len(found.entered) <= MAX_ENTERED
    assert parse_amount(entered_text(found, nutrient, OWN), nutrient, OWN) == found


def test_a_total_has_two_decimals_at_most() -> None:
    there: Quantity | None = None
    for _ in range(41):
        there = added(there, parse_amount("0.125", PROTEIN, OWN), PROTEIN)
    assert there is not None and there.entered.count("+") < 40
    assert parse_amount(there.entered, PROTEIN, OWN) == there and there.value == pytest.approx(5.125, abs=0.01)


@pytest.mark.parametrize(
    ("text", "nutrient", "said"),
    [
        ("83681 kJ", ENERGY, "more than 83.680 kJ"),
        ("20001", ENERGY, "more than 20.000 kcal"),
        ("677 fl oz", WATER, "more than 676 fl oz"),
        ("21 L", WATER, "more than 20 L"),
    ],
)
def test_too_much_is_told_in_the_unit_that_was_typed(text: str, nutrient: Nutrient, said: str) -> None:
    with pytest.raises(UserError, match=said):
        parse_amount(text, nutrient, OWN)
