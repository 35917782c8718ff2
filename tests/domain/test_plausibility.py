"""What no body has is refused, what no body does so fast is asked about, and the likely slip is named."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.plausibility import allowed_jump, question_jump, require_human
from legwork.domain.sites import BUILT_IN, BUILT_IN_BY_KEY, Kind, Site, own_site
from legwork.domain.units import Quantity, UnitSystem, parse
from legwork.errors import UserError

METRIC, IMPERIAL = UnitSystem.METRIC, UnitSystem.IMPERIAL
SITES = st.sampled_from(BUILT_IN)
SYSTEMS = st.sampled_from(UnitSystem)


def refusal(key: str, text: str, system: UnitSystem) -> str:
    site = BUILT_IN_BY_KEY[key]
    with pytest.raises(UserError) as caught:
        require_human(site, parse(text, site.kind, system), system)
    return str(caught.value)


def asked(key: str, text: str, last: float, days: int, system: UnitSystem = METRIC) -> list[tuple[str, str]] | None:
    """What is offered, as (entered, unit); None when nothing is asked."""
    site = BUILT_IN_BY_KEY[key]
    question = question_jump(site, parse(text, site.kind, system), last, days, system)
    return question and [(one.quantity.entered, one.quantity.unit) for one in question.corrections]


def test_inches_typed_as_centimetres() -> None:
    sentence = refusal("upper_thigh", "24", METRIC)
    assert "between 25 and 130 cm" in sentence
    assert sentence.endswith("24 in would be 61.0 cm: type 24 in if that is what you meant.")


def test_centimetres_typed_as_inches() -> None:
    sentence = refusal("upper_thigh", "61", IMPERIAL)
    assert "between 9.84 and 51.18 in" in sentence
    assert "61 cm would be 24.02 in: type 61 cm" in sentence


@pytest.mark.parametrize(
    ("key", "text", "system", "meant"),
    [
        ("calf", "382", METRIC, "type 38.2 cm"),
        ("calf", "3,82", METRIC, "type 38.2 cm"),
        ("calf", "1525", IMPERIAL, "type 15.25 in"),
        ("body_weight", "820", METRIC, "type 82 kg"),
        ("body_weight", "450", METRIC, "450 lb would be 204.1 kg"),
        ("body_weight", "40", IMPERIAL, "40 kg would be 88.2 lb"),
        ("body_fat", "175", METRIC, "type 17.5 %"),
        ("knee_height", "19.25", METRIC, "19.25 in would be 48.9 cm"),
        ("knee_height", "48.9", IMPERIAL, "48.9 cm would be 19.25 in"),
        ("shoulder_height", "14.7", METRIC, "type 147 cm"),
        ("calf_skinfold", "1.2", IMPERIAL, "1.2 cm would be 12.0 mm"),
        ("calf_skinfold", "120", METRIC, "type 12 mm"),
    ],
)
def test_the_likely_slip_is_named(key: str, text: str, system: UnitSystem, meant: str) -> None:
    assert meant in refusal(key, text, system)


def test_an_unexplained_number_still_names_the_range() -> None:
    assert refusal("calf", "0", METRIC) == "Calf should be between 15 and 90 cm: check the number and its unit."


def test_a_skinfold_speaks_of_millimetres_in_both_systems() -> None:
    for system in UnitSystem:
        sentence = refusal("calf_skinfold", "0", system)
        assert sentence == "Calf skinfold should be between 2 and 80 mm: check the number and its unit."


def test_both_ends_of_the_range_are_human_and_nan_is_not() -> None:
    for site in (*BUILT_IN, own_site("mine", "Mine", False)):
        for value in (site.low, site.high):
            require_human(site, Quantity(value, "cm", str(value)), METRIC)
        for value in (site.low - 0.01, site.high + 0.01, float("nan")):
            with pytest.raises(UserError):
                require_human(site, Quantity(value, "cm", str(value)), METRIC)


def test_six_centimetres_of_calf_in_a_week_are_questioned() -> None:
    site = BUILT_IN_BY_KEY["calf"]
    question = question_jump(site, parse("44", Kind.GIRTH, METRIC), 38.0, 7, METRIC)
    assert question is not None
    assert question.sentence == "Calf +6.0 cm within 7 days is more than a body usually changes: please check."
    assert question.corrections == ()


def test_a_height_that_jumps_is_questioned_in_its_own_words() -> None:
    site = BUILT_IN_BY_KEY["knee_height"]
    question = question_jump(site, parse("94", Kind.LENGTH, METRIC), 49.0, 7, METRIC)
    assert question is not None
    assert question.sentence == (
        "Knee height +45.0 cm within 7 days: bones do not change so fast, check where the tape ended."
    )
    assert [one.label for one in question.corrections] == ["49 cm"]


def test_a_skinfold_that_jumps_is_questioned_in_millimetres() -> None:
    site = BUILT_IN_BY_KEY["calf_skinfold"]
    question = question_jump(site, parse("21", Kind.SKINFOLD, IMPERIAL), 1.2, 14, IMPERIAL)
    assert question is not None
    assert question.sentence == (
        "Calf skinfold +9.0 mm within 2 weeks is more than a body usually changes: please check."
    )
    assert [one.label for one in question.corrections] == ["12 mm"]


@pytest.mark.parametrize(
    ("key", "text", "last", "days"),
    [
        ("calf", "38.6", 38.2, 7),
        ("upper_thigh", "57.0", 55.8, 14),
        ("upper_thigh", "63", 55, 365),
        ("body_weight", "84.5", 82, 7),
        ("body_weight", "95", 82, 365),
        ("body_fat", "20", 17, 7),
        ("body_fat", "27", 17, 365),
        ("calf", "38.2", 38.2, 0),
        ("ankle_height", "8.2", 7.4, 0),
        ("knee_height", "50.5", 49, 7),
        ("knee_height", "54", 49, 730),
        ("calf_skinfold", "14", 1.1, 7),
        ("calf_skinfold", "4", 0.3, 0),
        ("front_thigh_skinfold", "12", 2.4, 90),
    ],
)
def test_ordinary_changes_are_not_questioned(key: str, text: str, last: float, days: int) -> None:
    assert asked(key, text, last, days) is None


def test_corrections_land_near_the_last_value() -> None:
    assert asked("calf", "15", 38.2, 7) == [("15", "in")]
    assert asked("calf", "38", 38.1, 7, IMPERIAL) == [("38", "cm")]
    assert asked("calf", "83.2", 38.2, 7) == [("38.2", "cm")]
    assert asked("calf", "83,2", 38.2, 7) == [("38,2", "cm")]
    assert asked("wrist", "16.8", 18.6, 7) == [("18.6", "cm")]
    assert asked("shoulders", "214", 124, 7) == [("124", "cm")]
    assert asked("body_weight", "180", 82, 7) == [("180", "lb")]
    assert asked("body_weight", "82", 82, 7, IMPERIAL) == [("82", "kg")]
    assert asked("body_fat", "71", 17, 7) == [("17", "%")]
    assert asked("chest", "200", 100, 7) == []


def test_a_slipped_decimal_point_is_offered() -> None:
    assert asked("body_fat", "2.1", 21, 7) == [("21", "%")]
    neck = own_site("finger", "Finger", False)
    question = question_jump(neck, parse("72", Kind.GIRTH, METRIC), 7.2, 7, METRIC)
    assert question is not None
    assert question.corrections[0].label == "7.2 cm"


def test_the_label_says_the_value_in_the_own_unit() -> None:
    question = question_jump(BUILT_IN_BY_KEY["calf"], parse("15", Kind.GIRTH, METRIC), 38.2, 7, METRIC)
    assert question is not None
    assert question.corrections[0].label == "15 in (38.1 cm)"


def test_fractions_and_stones_do_not_confuse_the_guess() -> None:
    assert asked("calf", "15 1/4 cm", 38.7, 7, IMPERIAL) == [("15 1/4", "in")]
    assert asked("body_weight", "6 st 4", 80, 7) == []


@settings(deadline=None)
@given(SITES, st.decimals(1, 400, places=1), st.floats(5, 300), st.integers(0, 2000), SYSTEMS)
def test_corrections_can_be_typed_and_are_within_reach(
    site: Site, number: object, last: float, days: int, system: UnitSystem
) -> None:
    quantity = parse(str(number), site.kind, system)
    question = question_jump(site, quantity, last, days, system)
    reach = allowed_jump(site.kind, last, days)
    assert (question is not None) == (abs(quantity.value - last) > reach + 1e-9)
    for correction in question.corrections if question else ():
        meant = correction.quantity
        assert parse(f"{meant.entered} {meant.unit}", site.kind, system) == meant
        assert abs(meant.value - last) <= reach
        assert question_jump(site, meant, last, days, system) is None
        require_human(site, meant, system)


@settings(deadline=None)
@given(st.sampled_from(Kind), st.floats(10, 300), st.integers(0, 5000), st.integers(0, 5000))
def test_more_time_never_allows_less(kind: Kind, last: float, one: int, other: int) -> None:
    shorter, longer = sorted((one, other))
    assert allowed_jump(kind, last, shorter) <= allowed_jump(kind, last, longer)
    most = {Kind.PERCENT: 15.0, Kind.LENGTH: max(1.0, 0.15 * last), Kind.SKINFOLD: last}.get(kind, 0.25 * last)
    assert 0 < allowed_jump(kind, last, longer) <= most
