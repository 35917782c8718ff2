"""Whatever number is shown can be copied and typed again, in places with a point and in those with a comma."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legwork import numerals
from legwork.domain.food.amounts import FoodUnits, Nutrient, amount_text, entered_text, parse_amount
from legwork.domain.log.set_text import format_sets, parse_set
from legwork.domain.log.sets import LoggedSet
from legwork.domain.measures import number_text
from legwork.domain.plan.cells import format_cell, parse_cell, shown_cell
from legwork.domain.plan.prescription import Prescription
from legwork.domain.plan.rules import Rule, Wave, parse_rule, shown_rule
from legwork.domain.sites import Kind
from legwork.domain.units import (
    UnitSystem,
    format_stature,
    format_value,
    parse,
    parse_many,
    parse_stature,
    readings_text,
)
from log_strategies import sets
from plan_strategies import PRESCRIPTIONS, RULES

SYSTEMS = st.sampled_from(UnitSystem)
QUIET = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(params=[".", ","], ids=["point", "comma"], autouse=True)
def sign(request: pytest.FixtureRequest) -> Iterator[str]:
    before = numerals.decimal_sign()
    numerals.use_decimal_sign(request.param)
    yield request.param
    numerals.use_decimal_sign(before)


@QUIET
@given(st.floats(0, 90_000), st.sampled_from(Kind), SYSTEMS)
def test_a_value_that_is_shown_is_read(value: float, kind: Kind, system: UnitSystem) -> None:
    text = format_value(value, kind, system)
    read = parse(text, kind, system)
    assert format_value(read.value, kind, system) == text
    assert numerals.GROUP not in read.entered


@QUIET
@given(st.lists(st.floats(1, 300), min_size=1, max_size=3), SYSTEMS)
def test_readings_that_are_shown_are_read(values: list[float], system: UnitSystem) -> None:
    typed = " + ".join(format_value(one, Kind.GIRTH, system) for one in values)
    read = parse_many(typed, Kind.GIRTH, system)
    assert parse_many(readings_text(read, Kind.GIRTH, system), Kind.GIRTH, system) == read


@QUIET
@given(st.floats(100, 230), SYSTEMS)
def test_a_height_that_is_shown_is_read(value: float, system: UnitSystem) -> None:
    text = format_stature(value, system)
    assert format_stature(parse_stature(text, system).value, system) == text


@QUIET
@given(st.floats(0, 1), st.sampled_from(Nutrient), st.sampled_from([FoodUnits(), FoodUnits("kJ", "fl oz")]))
def test_food_that_is_shown_is_read(share: float, nutrient: Nutrient, units: FoodUnits) -> None:
    text = (
        amount_text(share * 900, nutrient, units)
        if nutrient is not Nutrient.WATER
        else amount_text(share * 19, nutrient, units)
    )
    read = parse_amount(text, nutrient, units)
    assert amount_text(read.value, nutrient, units) == text
    assert parse_amount(entered_text(read, nutrient, units), nutrient, units).value == read.value


@QUIET
@given(PRESCRIPTIONS)
def test_a_cell_that_is_shown_is_read(prescription: Prescription) -> None:
    """Also what the person typed with the other sign: the same text comes out."""
    text = shown_cell(prescription)
    read = parse_cell(text, UnitSystem.METRIC)
    assert shown_cell(read) == text
    assert parse_cell(format_cell(read), UnitSystem.METRIC) == read


@QUIET
@given(
    RULES
    | st.builds(
        Wave, st.lists(st.integers(100, 200).map(lambda one: one / 2), min_size=2, max_size=6, unique=True).map(tuple)
    )
)
def test_a_rule_that_is_shown_is_read(rule: Rule) -> None:
    assert parse_rule(shown_rule(rule)) == rule


@QUIET
@given(sets(), SYSTEMS)
def test_a_set_that_is_shown_is_read(one: LoggedSet, system: UnitSystem) -> None:
    text = format_sets([one], system)
    assert format_sets(parse_set(text, system), system) == text


@pytest.mark.parametrize("space", ["\u202f", "\u00a0", "\u2009"])
def test_groups_are_read_with_every_space_that_parts_them(space: str) -> None:
    assert parse(f"1{space}234,5", Kind.MASS, UnitSystem.METRIC).value == 1234.5
    assert parse_amount(f"12{space}345.25 kJ", Nutrient.ENERGY, FoodUnits()).entered == "12345.25"
    (one,) = parse_set(f"1{space}000x8", UnitSystem.IMPERIAL)
    assert one.load is not None and one.load.entered == "1000"
    assert parse_cell(f"3x8 1{space}000lb", UnitSystem.METRIC) == parse_cell("3x8 1000lb", UnitSystem.METRIC)


def test_a_fraction_is_no_group() -> None:
    assert parse("15\u00a0125/250", Kind.GIRTH, UnitSystem.IMPERIAL).value == pytest.approx(15.5 * 2.54)


@QUIET
@given(st.floats(-1e7, 1e7), st.sampled_from(["cm", "in", "L", "", "kg"]))
def test_a_shown_number_is_a_plain_one_without_its_groups(value: float, unit: str) -> None:
    text = numerals.ungrouped(number_text(value, unit)).replace(",", ".")
    assert float(text) == pytest.approx(value, abs=0.51)
