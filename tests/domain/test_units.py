"""Typed numbers: what is understood, what is refused, and that nothing is lost on the way."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from legwork.domain.sites import Kind
from legwork.domain.units import (
    Quantity,
    UnitSystem,
    format_change,
    format_stature,
    format_value,
    in_unit,
    parse,
    parse_many,
    parse_stature,
    unit_of,
)
from legwork.errors import UserError

METRIC, IMPERIAL = UnitSystem.METRIC, UnitSystem.IMPERIAL
SYSTEMS = st.sampled_from(UnitSystem)
KINDS = st.sampled_from(Kind)
HALF_A_UNIT = {"mm": 0.005, "cm": 0.05, "in": 0.005 * 2.54, "kg": 0.05, "lb": 0.05 * 0.45359237, "%": 0.05}
TYPED = st.text("0123456789.,/ -+;'\"¼½⅞′″cmkginlbsth%\u00a0３．", max_size=16)


@pytest.mark.parametrize(
    ("text", "value", "unit", "entered"),
    [
        ("38.2", 38.2, "cm", "38.2"),
        ("38,2", 38.2, "cm", "38,2"),
        ("  38.2\u00a0cm ", 38.2, "cm", "38.2"),
        ("38.2cm", 38.2, "cm", "38.2"),
        ("38.2 CM", 38.2, "cm", "38.2"),
        ("３８．２\u3000ｃｍ", 38.2, "cm", "38.2"),
        ("382 mm", 38.2, "mm", "382"),
        ("0.382 m", 38.2, "m", "0.382"),
        (".5", 0.5, "cm", ".5"),
        ("15.25 in", 38.735, "in", "15.25"),
        ('15 1/4"', 38.735, "in", "15 1/4"),
        ("15 1/4″", 38.735, "in", "15 1/4"),
        ("15¼ in", 38.735, "in", "15¼"),
        ("15 ¼ Inches", 38.735, "in", "15 ¼"),
        ("15-1/4 in.", 38.735, "in", "15-1/4"),
        ("15  1⁄4 in", 38.735, "in", "15 1⁄4"),
        ("1/2 in", 1.27, "in", "1/2"),
        ("½ in", 1.27, "in", "½"),
    ],
)
def test_a_girth_is_understood(text: str, value: float, unit: str, entered: str) -> None:
    assert parse(text, Kind.GIRTH, METRIC) == Quantity(value, unit, entered)


@pytest.mark.parametrize(
    ("text", "value", "unit", "entered"),
    [
        ("82,5 kg", 82.5, "kg", "82,5"),
        ("180 lb", 81.646627, "lb", "180"),
        ("180lbs", 81.646627, "lb", "180"),
        ("180 Pounds", 81.646627, "lb", "180"),
        ("12 st 4 lb", 78.017888, "lb", "12 st 4"),
        ("12st4", 78.017888, "lb", "12st4"),
        ("12 stone", 76.203518, "st", "12"),
        ("82500 g", 82.5, "g", "82500"),
        ("180", 180.0, "kg", "180"),
    ],
)
def test_a_weight_is_understood(text: str, value: float, unit: str, entered: str) -> None:
    assert parse(text, Kind.MASS, METRIC) == Quantity(value, unit, entered)


def test_without_a_unit_the_system_decides() -> None:
    assert parse("15.25", Kind.GIRTH, IMPERIAL) == Quantity(38.735, "in", "15.25")
    assert parse("180", Kind.MASS, IMPERIAL) == Quantity(81.646627, "lb", "180")
    assert parse("18.5", Kind.PERCENT, IMPERIAL) == Quantity(18.5, "%", "18.5")
    assert parse("18%", Kind.PERCENT, METRIC) == Quantity(18.0, "%", "18")
    assert parse("48.5", Kind.LENGTH, METRIC) == Quantity(48.5, "cm", "48.5")
    assert parse("19 1/4", Kind.LENGTH, IMPERIAL) == Quantity(48.895, "in", "19 1/4")


@pytest.mark.parametrize("system", UnitSystem)
def test_a_skinfold_is_in_millimetres_whatever_the_system(system: UnitSystem) -> None:
    assert unit_of(Kind.SKINFOLD, system) == "mm"
    assert parse("12,5", Kind.SKINFOLD, system) == Quantity(1.25, "mm", "12,5")
    assert parse("1.2 cm", Kind.SKINFOLD, system) == Quantity(1.2, "cm", "1.2")
    assert [one.value for one in parse_many("12 + 12.4 + 13", Kind.SKINFOLD, system)] == [1.2, 1.24, 1.3]
    assert format_value(1.25, Kind.SKINFOLD, system) == "12.5"
    assert format_change(-0.1, Kind.SKINFOLD, system) == "−1.0"
    assert in_unit(1.2, Kind.SKINFOLD, system) == 12.0


NONSENSE = [
    "", " ", "abc", "1,234.5", "1.234,5", "38..2", "38.", "38. cm", "nan", "inf", "1e5", "-5", "−5", "+5",
    "1 234", "5 kg",
    "15 1/0", "1/0", "0/0", "15 5/4", "151/4", "15.5 1/4", "1½/4", "38.2 5", "38.2 cm 5", "38 . 2", "38, 2",
    "cm", "/", "5 xyz",
    "9" * 5000, "38.2 cm cm", "180 lb", "18 %", "'", "--5", "15-", "½½",
]  # fmt: skip


@pytest.mark.parametrize("text", NONSENSE)
@pytest.mark.parametrize("system", UnitSystem)
def test_nonsense_is_refused_in_one_sentence(text: str, system: UnitSystem) -> None:
    with pytest.raises(UserError) as refusal:
        parse(text, Kind.GIRTH, system)
    assert str(refusal.value).endswith(".")
    assert len(str(refusal.value)) < 140


@pytest.mark.parametrize("text", ["12 st 14 lb", "12 st 4 kg", "12.5 st 4 lb", "38 cm", "12 st -4", "st 4"])
def test_a_weight_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        parse(text, Kind.MASS, METRIC)


def test_a_refusal_says_what_is_wrong() -> None:
    with pytest.raises(UserError, match="no length"):
        parse("5 kg", Kind.GIRTH, METRIC)
    with pytest.raises(UserError, match="15 1/4"):
        parse("abc", Kind.GIRTH, METRIC)
    with pytest.raises(UserError, match="type it like 12 or"):
        parse("thin", Kind.SKINFOLD, IMPERIAL)
    with pytest.raises(UserError, match="use mm"):
        parse("12 kg", Kind.SKINFOLD, IMPERIAL)
    with pytest.raises(UserError, match="19 1/4"):
        parse("high", Kind.LENGTH, METRIC)
    with pytest.raises(UserError, match="no length"):
        parse("80 kg", Kind.LENGTH, METRIC)
    with pytest.raises(UserError, match="12 st 4 lb"):
        parse("{0}", Kind.MASS, METRIC)


def test_readings_are_joined() -> None:
    many = parse_many("38.2 + 38,4;38.3 +", Kind.GIRTH, METRIC)
    assert many == tuple(
        Quantity(value, "cm", text) for value, text in [(38.2, "38.2"), (38.4, "38,4"), (38.3, "38.3")]
    )
    assert parse_many("38.2", Kind.GIRTH, METRIC) == (Quantity(38.2, "cm", "38.2"),)


def test_a_unit_at_the_end_serves_all_that_have_none() -> None:
    assert [one.unit for one in parse_many("15 + 15 1/4 in", Kind.GIRTH, METRIC)] == ["in", "in"]
    assert [one.value for one in parse_many("15 + 15 1/4 in", Kind.GIRTH, METRIC)] == [38.1, 38.735]
    mixed = parse_many("38 + 382 mm + 15 in", Kind.GIRTH, METRIC)
    assert [one.unit for one in mixed] == ["cm", "mm", "in"]


@pytest.mark.parametrize("text", ["", "+", "38 + + 38", "+ 38", "38 + 38 + 38 + 38", "38 + abc", "38;;", "38 ++"])
def test_readings_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(UserError):
        parse_many(text, Kind.GIRTH, METRIC)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("180", 180.0), ("180 cm", 180.0), ("1.80", 180.0), ("1.80 m", 180.0), ("1,80m", 180.0),
        ("1800 mm", 180.0),
        ("71 in", 180.34), ("5'11\"", 180.34), ("5′11″", 180.34), ("5’ 11”", 180.34), ("5 ft 11", 180.34),
        ("5ft 11 in", 180.34), ("5 feet 11 inches", 180.34), ("5'11.5", 181.61), ("5' 11 1/2\"", 181.61),
        ("6'", 182.88), ("6 ft 0", 182.88),
    ],
)  # fmt: skip
def test_a_height_is_understood(text: str, value: float) -> None:
    quantity = parse_stature(text, METRIC)
    assert quantity.value == value
    assert parse_stature(f"{quantity.entered} {quantity.unit}", METRIC) == quantity


def test_a_bare_height_follows_the_system() -> None:
    assert parse_stature("71", IMPERIAL).value == 180.34
    assert parse_stature("2.3", METRIC).value == 230.0
    assert parse_stature("100", METRIC).value == 100.0
    for text in ("71", "2.31", "0.99", "99.9", "230.1"):
        with pytest.raises(UserError, match="100 cm to 230 cm"):
            parse_stature(text, METRIC)
    with pytest.raises(UserError, match="3 ft"):
        parse_stature("180", IMPERIAL)


@pytest.mark.parametrize("text", ["", "tall", "5'12", "5'11 cm", "-180", "180 kg", "5'11''11", "1.80.1"])
def test_a_height_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        parse_stature(text, METRIC)


def test_values_are_shown_plainly() -> None:
    assert format_value(38.2, Kind.GIRTH, METRIC) == "38.2"
    assert format_value(38.25, Kind.GIRTH, METRIC) == "38.3"
    assert format_value(38.35, Kind.GIRTH, METRIC) == "38.4"
    assert format_value(38.735, Kind.GIRTH, IMPERIAL) == "15.25"
    assert format_value(81.646627, Kind.MASS, IMPERIAL) == "180.0"
    assert format_value(17, Kind.PERCENT, IMPERIAL) == "17.0"
    assert format_value(99.96, Kind.GIRTH, METRIC) == "100.0"


@pytest.mark.parametrize(
    ("delta", "shown"),
    [(0.4, "+0.4"), (-0.1, "−0.1"), (0.0, "0.0"), (-0.04, "0.0"), (0.04, "0.0"), (-0.05, "−0.1")],
)
def test_changes_carry_their_sign(delta: float, shown: str) -> None:
    assert format_change(delta, Kind.GIRTH, METRIC) == shown


def test_changes_in_inches() -> None:
    assert format_change(-2.54, Kind.GIRTH, IMPERIAL) == "−1.00"
    assert format_change(-0.01, Kind.GIRTH, IMPERIAL) == "0.00"


def test_heights_are_shown_as_people_say_them() -> None:
    assert format_stature(180, METRIC) == "180 cm"
    assert format_stature(179.5, METRIC) == "179.5 cm"
    assert format_stature(180, IMPERIAL) == "5 ft 11 in"
    assert format_stature(181.61, IMPERIAL) == "5 ft 11.5 in"
    assert format_stature(182.8, IMPERIAL) == "6 ft 0 in"


@settings(deadline=None)
@given(st.floats(0, 400), KINDS, SYSTEMS)
def test_shown_and_typed_again_stays_within_half_a_unit(value: float, kind: Kind, system: UnitSystem) -> None:
    again = parse(format_value(value, kind, system), kind, system)
    assert abs(again.value - value) <= HALF_A_UNIT[unit_of(kind, system)] + 2e-6
    assert format_value(again.value, kind, system) == format_value(value, kind, system)


@settings(deadline=None)
@given(st.decimals(101, 229, places=1).map(float), SYSTEMS)
def test_a_height_shown_can_be_typed(value: float, system: UnitSystem) -> None:
    half_a_step = 0.0 if system is METRIC else 0.25 * 2.54
    assert parse_stature(format_stature(value, system), system).value == pytest.approx(value, abs=half_a_step + 1e-5)


@settings(deadline=None)
@given(st.decimals(0, 999, places=3), SYSTEMS, SYSTEMS)
def test_a_written_unit_means_the_same_in_both_systems(number: object, one: UnitSystem, other: UnitSystem) -> None:
    text = str(number)
    assert parse(f"{text} cm", Kind.GIRTH, one) == parse(f"{text} cm", Kind.GIRTH, other)
    assert parse(text, Kind.GIRTH, METRIC).value == float(text)
    assert parse(f"{text} mm", Kind.GIRTH, one).value == pytest.approx(float(text) / 10, abs=1e-6)
    assert parse(f"{text} in", Kind.GIRTH, one).value == pytest.approx(float(text) * 2.54, abs=1e-6)
    assert parse(f"{text} lb", Kind.MASS, one).value == pytest.approx(float(text) * 0.45359237, abs=1e-6)
    inches = parse(text, Kind.GIRTH, IMPERIAL).value
    assert in_unit(inches, Kind.GIRTH, IMPERIAL) == pytest.approx(float(text), abs=1e-6)


@settings(deadline=None)
@given(st.integers(0, 99), st.sampled_from([2, 4, 8, 16]), st.data())
def test_fractions_are_exact(whole: int, bottom: int, data: st.DataObject) -> None:
    top = data.draw(st.integers(1, bottom - 1))
    for text in (f"{whole} {top}/{bottom}", f"{whole}-{top}/{bottom}"):
        assert parse(text, Kind.GIRTH, METRIC).value == round(whole + top / bottom, 6)


@settings(deadline=None, max_examples=400)
@given(st.one_of(st.text(), TYPED), KINDS, SYSTEMS)
@example("12 st 4", Kind.MASS, METRIC)
@example("٣٨٫٢", Kind.GIRTH, METRIC)
@example("²", Kind.GIRTH, METRIC)
@example("5'" + "9" * 5000, Kind.GIRTH, IMPERIAL)
def test_any_text_is_read_or_refused(text: str, kind: Kind, system: UnitSystem) -> None:
    try:
        quantity = parse(text, kind, system)
    except UserError as refusal:
        assert str(refusal)
    else:
        assert 0 <= quantity.value < 1e9
        again = parse(f"{quantity.entered} {quantity.unit}", kind, system)
        assert again == quantity
        if quantity.unit == unit_of(kind, system):
            assert parse(quantity.entered, kind, system) == quantity
    for read in (lambda: parse_many(text, kind, system), lambda: parse_stature(text, system)):
        try:
            read()
        except UserError as refusal:
            assert str(refusal)


@pytest.mark.parametrize("typed", ["44,2 44,6 44,3", "44.2 44.6", "44,2, 44,6, 44,3", "44 45"])
def test_readings_without_a_plus_are_refused_with_how_to_join_them(typed: str) -> None:
    joined = typed.replace(", ", " ").replace(" ", "+")
    with pytest.raises(UserError, match=re.escape(f"joined with +: type {joined}.")):
        parse_many(typed, Kind.GIRTH, METRIC)
    assert len(parse_many(joined, Kind.GIRTH, METRIC)) == joined.count("+") + 1
    assert parse_many("15 1/4", Kind.GIRTH, IMPERIAL)[0].entered == "15 1/4"
