"""The rows of the balance view: they add up, in the person's units, and tell no more than the tape can."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from balance_bodies import BUILD, NBSP, again, balance, both, man, place, record, row, thigh_balance
from helpers import MONDAY, day
from legwork.domain.units import UnitSystem
from legwork.numerals import number
from legwork.services import balance_words as words
from legwork.services.balance import TARGET, Balance, balance_of
from legwork.services.balance_rows import SideRow
from legwork.services.choices import SetChoices
from legwork.services.people import ChangePerson
from legwork.services.profile import Profile

TAPE = "there, as far as the tape can tell"


def _side(found: Balance, site: str = "calf") -> SideRow:
    [one] = [one for one in words.side_rows(found) if one.site == site]
    return one


def _number(text: str) -> float:
    return float(re.sub(r"[^\d.]", "", text))


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(4000, 9000), st.sampled_from(UnitSystem), st.sampled_from(["50", "60", "75", "90"]))
def test_what_is_shown_adds_up(profile: Profile, hundredths: int, units: UnitSystem, target: str) -> None:
    person = man(profile, units=units)
    profile.apply(SetChoices(person.id, ((TARGET, (target,)),), MONDAY, "Choose target"))
    found = balance(profile, person, **BUILD, **both("upper_thigh", f"{hundredths / 100} cm"))
    numbers, _, wish = words.headline(found)[1].partition(" Your target: ")
    assert bool(wish) == (target != "50")
    match = re.fullmatch(rf"Middle: ([\d.]+){NBSP}(cm|in), yours ([\d.]+){NBSP}\2: (.*)\.", numbers)
    assert match is not None
    middle, unit, own, gap = match.groups()
    places = 1 if units is UnitSystem.METRIC else 2
    assert (unit, len(own.split(".")[1])) == (("cm", 1) if places == 1 else ("in", 2))
    if gap != TAPE:
        sign = 1 if gap.endswith("to go") else -1
        assert gap.removesuffix(" to go").removesuffix(" ahead").endswith(f"{NBSP}{unit}")
        assert round(float(middle) - float(own), places) == round(sign * _number(gap), places) != 0
    one = row(found)
    assert one.own is not None and f"yours {number(one.own, places)}{NBSP}{unit}:" in numbers
    if one.gap != TAPE:
        gap = one.gap
        low, high = (float(end) for end in one.gap_range.split(" to "))
        sign = 1 if gap.endswith("to go") else -1
        assert low <= _number(gap) + 0.1 and _number(gap) - 0.1 <= high
        shown = round(float(number(one.target, places)) - float(number(one.own, places)), places)
        assert shown == round(sign * _number(gap), places)
        assert f"{number(one.target, places)}{NBSP}{unit}: {one.gap} ({one.gap_range})." in one.spoken
    bigger = re.search(r"about (\d+)", words.headline(found)[0])
    if bigger is not None and one.standing[0].isdigit():
        assert int(bigger[1]) + _number(one.standing.split(" ")[0]) == 100


def test_inches_are_the_same_body(profile: Profile) -> None:
    person = man(profile)
    metric = balance(profile, person, **BUILD, **both("upper_thigh", "57.8"), calf_left="38.4", calf_right="37")
    profile.apply(ChangePerson(person.id, "units", UnitSystem.IMPERIAL))
    imperial = balance_of(profile, again(profile))
    assert words.headline(imperial)[0] == words.headline(metric)[0]
    assert words.headline(imperial)[1] == f"Middle: 24.53{NBSP}in, yours 22.76{NBSP}in: 1.77{NBSP}in to go."
    for cm, inches in zip(words.gap_rows(metric), words.gap_rows(imperial), strict=True):
        assert (cm.standing, cm.standing_range, inches.unit) == (inches.standing, inches.standing_range, "in")
        assert (inches.low, inches.middle, inches.high, inches.target) == pytest.approx(
            [one / 2.54 for one in (cm.low, cm.middle, cm.high, cm.target)]
        )
    left, right = _side(metric), _side(imperial)
    assert (right.unit, right.call) == ("in", left.call)
    assert (right.difference, right.mdc) == pytest.approx((left.difference / 2.54, left.mdc / 2.54))
    assert words.index_text(metric) == words.index_text(imperial)
    assert words.index_sentence(metric) == words.index_sentence(imperial)
    assert words.zone_marks(metric) == words.zone_marks(imperial)


def test_the_target_moves_the_row_and_is_said_beside_the_middle(profile: Profile) -> None:
    person = man(profile)
    before = balance(profile, person, **BUILD, **both("upper_thigh", "57.8"))
    profile.apply(SetChoices(person.id, ((TARGET, ("90",)),), MONDAY, "Choose target"))
    after = balance_of(profile, person)
    assert words.headline(after)[0] == words.headline(before)[0]
    assert words.headline(after)[1] == (f"{words.headline(before)[1]} Your target: 65.8{NBSP}cm, 8.0{NBSP}cm to go.")
    assert row(after).gap == f"8.0{NBSP}cm to go" and row(after).target == pytest.approx(65.796, abs=2e-3)
    assert (row(after).standing, row(after).middle) == (row(before).standing, row(before).middle)


def test_a_gap_within_the_tapes_error_is_none(profile: Profile) -> None:
    """Half a centimetre is nothing on one reading of an untried tape; three readings of each girth tell it."""
    person = man(profile)
    found = balance(profile, person, **BUILD, upper_thigh_left="61.8")
    assert words.headline(found)[1] == f"Middle: 62.3{NBSP}cm, yours 61.8{NBSP}cm: {TAPE}."
    assert row(found).gap == TAPE
    found = balance(profile, person, upper_thigh_left="60.8")
    assert words.headline(found)[1] == f"Middle: 62.3{NBSP}cm, yours 60.8{NBSP}cm: 1.5{NBSP}cm to go."
    found = balance(profile, person, upper_thigh_left="63.8")
    assert row(found).gap == f"1.5{NBSP}cm ahead"
    for step in range(1, 60):
        thrice = {name: f"{text} + {text} + {text}" for name, text in BUILD.items()}
        record(
            profile, person, day(MONDAY + timedelta(days=step), **thrice, **both("upper_thigh", "61.8 + 61.8 + 61.8"))
        )
    assert row(balance_of(profile, person)).gap == f"0.5{NBSP}cm to go"


def test_between_the_middle_and_the_target_there_is_some_to_go(profile: Profile) -> None:
    person = man(profile)
    profile.apply(SetChoices(person.id, ((TARGET, ("90",)),), MONDAY, "Choose target"))
    found = balance(profile, person, **BUILD, **both("upper_thigh", "64"))
    assert f"1.7{NBSP}cm ahead." in words.headline(found)[1]
    assert row(found).gap == f"1.8{NBSP}cm to go"


@pytest.mark.parametrize(("z", "standing"), [(-9.0, "under 1 of 100"), (9.0, "over 99 of 100")])
def test_the_ends_are_never_nobody_and_everybody(profile: Profile, z: float, standing: str) -> None:
    found = thigh_balance(profile, z)
    one = row(found)
    assert (one.standing, one.standing_range) == (standing, standing.removesuffix(" of 100"))
    assert words.zone_marks(found)[0].text == one.standing_range
    assert 0 < place(found) < 100


def test_a_range_holds_its_own_middle(profile: Profile) -> None:
    for z in (-2, -1, -0.3, 0, 0.3, 1, 2):
        one = row(thigh_balance(profile, z, name=f"Ada {z}"))
        low, high = one.standing_range.split(" to ")
        assert float(low) < float(one.standing.split(" ")[0]) < float(high.removeprefix("over "))
