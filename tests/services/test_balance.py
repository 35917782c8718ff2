"""The balance of a body as it was last measured: who is judged, by what, how surely, and what is not judged at all."""

from __future__ import annotations

import math
from datetime import date, timedelta
from statistics import NormalDist

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from balance_bodies import (
    BUILD,
    LN_THIGH,
    LN_THIGH_SD,
    again,
    balance,
    both,
    man,
    place,
    record,
    standing,
    week,
    without,
)
from helpers import CALF, MONDAY, OTHER_CALF, TUESDAY, day, entry, somebody
from legwork.domain.sides import SideCall
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity, UnitSystem
from legwork.services.balance import TARGET, TARGETS, Balance, balance_of, target_of
from legwork.services.check_ins import Day, DeleteCheckIns, Entry, check_in_days
from legwork.services.choices import SetChoices
from legwork.services.people import AddOwnSite, ChangePerson, DeleteOwnSite, Person
from legwork.services.profile import Profile

LEGS = {**both("upper_thigh", "57.8"), **both("calf", "38")}


def _pick(profile: Profile, person: Person, *picks: str) -> None:
    profile.apply(SetChoices(person.id, ((TARGET, picks),), MONDAY, "Choose target"))


def _width(found: Balance, site: str = "upper_thigh") -> float:
    percentile = standing(found, site).percentile
    assert percentile is not None
    return percentile.high - percentile.low


def _sides(found: Balance) -> dict[str, tuple[SideCall, float, int]]:
    return {site: (one.call, one.difference, one.pairs) for site, one in found.sides}


# ---- the worked people


def test_the_worked_man(profile: Profile) -> None:
    """Source: SCIENCE section 1; the percentile by Python's own normal distribution."""
    found = balance(profile, man(profile), **BUILD, **LEGS)
    thigh = standing(found, "upper_thigh")
    assert (thigh.low_cm, thigh.middle_cm, thigh.high_cm) == pytest.approx((58.996, 62.303, 65.796), abs=2e-3)
    assert place(found) == pytest.approx(100 * NormalDist(LN_THIGH, LN_THIGH_SD).cdf(math.log(57.8)), abs=0.02)
    assert 3.5 < place(found) < 4.5
    assert thigh.gap_cm is not None and thigh.gap_cm.value == pytest.approx(62.303 - 57.8, abs=2e-3)
    assert standing(found, "calf").middle_cm == pytest.approx(39.342, abs=2e-3)
    assert found.main == thigh
    assert (found.day, found.needs, found.people, found.target) == (MONDAY.toordinal(), "", 4082, 50)
    assert {site: one.known.value for site, one in found.girths.items()} == {
        "neck": 40, "shoulders": 124, "chest": 112, "flexed_arm": 40, "forearm": 32, "wrist": 17.5, "waist": 84,
        "upper_thigh": 57.8, "calf": 38,
    }  # fmt: skip
    assert [one.site for one in found.builds] == ["neck", "shoulders", "chest", "flexed_arm", "forearm"]


def test_the_worked_woman_by_weight(profile: Profile) -> None:
    """Source: SCIENCE section 1: stature and weight only, thigh 58.304 cm and calf 35.954 cm in the middle."""
    person = somebody(profile, sex="female", stature=Quantity(165.0, "cm", "165"))
    found = balance(profile, person, body_weight="62", waist="72", chest="90", **both("upper_thigh", "58.304"))
    assert found.assessment is not None and found.weight is not None and found.people == 1986
    by_weight = {one.site: one for one in found.assessment.by_weight}
    assert by_weight["calf"].middle_cm == pytest.approx(35.954, abs=2e-3)
    percentile = by_weight["upper_thigh"].percentile
    assert percentile is not None and percentile.value == pytest.approx(50, abs=0.1)


def test_the_same_girths_on_a_woman_and_a_man_are_judged_apart(profile: Profile) -> None:
    person = man(profile)
    first = place(balance(profile, person, **BUILD, **LEGS))
    profile.apply(ChangePerson(person.id, "sex", "female"))
    assert place(balance_of(profile, again(profile))) != pytest.approx(first, abs=0.5)


# ---- what is required


def test_nothing_was_measured(profile: Profile) -> None:
    found = balance(profile, man(profile))
    assert (found.day, found.weight, found.main, found.builds, found.sides) == (None, None, None, (), ())
    assert (found.girths, found.by_side, found.outdated, found.mid_thigh_only) == ({}, {}, (), False)
    assert found.assessment is not None and found.assessment.index is None
    assert found.needs == (
        "Needs your waist; your chest, shoulders or flexed arm; and your upper thigh, lower thigh or calf."
    )


def test_without_a_sex_nobody_is_judged_and_the_sides_are(profile: Profile) -> None:
    found = balance(profile, somebody(profile), **BUILD, **LEGS)
    assert (found.assessment, found.builds, found.people, found.main, found.needs) == (None, (), 0, None, "")
    assert set(_sides(found)) == {"upper_thigh", "calf", "flexed_arm"}


@pytest.mark.parametrize(
    ("gone", "needs"),
    [
        (("waist",), "Needs your waist."),
        (("chest", "shoulders", "flexed_arm"), "Needs your chest, shoulders or flexed arm."),
        (("waist", "chest", "shoulders", "flexed_arm"), "Needs your waist and your chest, shoulders or flexed arm."),
    ],
)
def test_what_lacks_is_named(profile: Profile, gone: tuple[str, ...], needs: str) -> None:
    found = balance(profile, man(profile), **without(*gone), **LEGS)
    assert (found.needs, found.main) == (needs, None)
    assert found.assessment is not None and found.assessment.standings == ()
    assert found.builds, "the upper body can be placed by height alone"


@pytest.mark.parametrize(
    "stature", [None, Quantity(0.5, "cm", "x"), Quantity(18.0, "cm", "x"), Quantity(1e4, "cm", "x")]
)
def test_without_a_height_of_a_body_it_is_asked_for(profile: Profile, stature: Quantity | None) -> None:
    found = balance(profile, man(profile, stature=stature), **BUILD, **LEGS, body_weight="85")
    assert (found.needs, found.main, found.builds) == ("Needs your height (under People).", None, ())
    assert found.assessment is not None and found.assessment.by_weight == ()


@pytest.mark.parametrize("only", ["upper_thigh", "lower_thigh", "calf"])
def test_one_leg_site_is_enough(profile: Profile, only: str) -> None:
    found = balance(profile, man(profile), **BUILD, **both(only, "40"))
    assert found.main is not None and found.main.site == only and found.needs == ""
    assert found.assessment is not None and found.assessment.index is not None
    assert found.assessment.index.sites == (only,)
    assert [one.site for one in found.assessment.standings if one.own is None] == [
        site for site in ("upper_thigh", "lower_thigh", "calf") if site != only
    ]


def test_an_arm_alone_is_provisional(profile: Profile) -> None:
    found = balance(profile, man(profile), waist="84", flexed_arm_left="40", **LEGS)
    assert found.assessment is not None and found.assessment.arm_only and found.main is not None
    more = balance(profile, found.person, chest="112")
    assert more.assessment is not None and not more.assessment.arm_only


@pytest.mark.parametrize("side", Side)
def test_a_mid_thigh_of_whichever_side_is_no_thigh_to_compare(profile: Profile, side: Side) -> None:
    person = man(profile)
    record(profile, person, day(MONDAY, **BUILD), Day(MONDAY, (entry(Spot("mid_thigh", side), "55"),)))
    found = balance_of(profile, person)
    assert found.mid_thigh_only and found.needs == "Needs your upper thigh, lower thigh or calf."
    found = balance(profile, person, upper_thigh_left="60")
    assert not found.mid_thigh_only and found.needs == ""


# ---- time


def test_old_readings_do_not_stand(profile: Profile) -> None:
    person = man(profile)
    record(profile, person, day(MONDAY, **BUILD, upper_thigh_left="50"))
    record(profile, person, day(MONDAY + timedelta(days=92), calf_left="38"))
    found = balance_of(profile, person)
    assert found.needs == "" and {"upper_thigh", "calf", "waist", "wrist"} <= found.girths.keys()
    record(profile, person, day(MONDAY + timedelta(days=93), calf_left="38"))
    found = balance_of(profile, person)
    assert set(found.girths) == {"calf", "wrist"}
    assert found.needs == "Needs your waist and your chest, shoulders or flexed arm."
    assert set(found.outdated) == {"neck", "shoulders", "chest", "flexed_arm", "forearm", "waist", "upper_thigh"}
    record(profile, person, day(MONDAY + timedelta(days=366), **without("wrist"), **LEGS))
    assert balance_of(profile, person).outdated == ("wrist",)


def test_the_newest_day_tells_and_an_older_one_fills_the_gaps(profile: Profile) -> None:
    person = man(profile)
    record(profile, person, day(MONDAY, **BUILD, **LEGS), day(week(3), **both("upper_thigh", "59"), waist="86"))
    found = balance_of(profile, person)
    assert found.day == week(3).toordinal()
    assert {site: found.girths[site].known.value for site in ("upper_thigh", "waist", "calf", "chest")} == {
        "upper_thigh": 59, "waist": 86, "calf": 38, "chest": 112,
    }  # fmt: skip
    assert found.girths["calf"].day == MONDAY.toordinal()


def test_a_day_without_any_of_these_girths_is_no_newer_day(profile: Profile) -> None:
    person = man(profile)
    record(profile, person, day(MONDAY, **BUILD, **LEGS), day(week(30), hips="95", body_weight="85"))
    found = balance_of(profile, person)
    assert found.day == MONDAY.toordinal() and found.needs == ""
    assert found.weight is None, "nobody weighed that much on the day of the girths"


def test_left_and_right_on_different_days(profile: Profile) -> None:
    person = man(profile)
    record(profile, person, day(MONDAY, **BUILD, upper_thigh_left="57"), day(TUESDAY, upper_thigh_right="59"))
    found = balance_of(profile, person)
    assert found.girths["upper_thigh"].known.value == 59
    assert {spot: one.value for spot, one in found.by_side.items()} == {Spot("upper_thigh", Side.RIGHT): 59}
    assert "upper_thigh" not in _sides(found), "sides of different days are not compared"


@pytest.mark.parametrize("side", ["left", "right"])
def test_one_side_only(profile: Profile, side: str) -> None:
    found = balance(profile, man(profile), **BUILD, **{f"upper_thigh_{side}": "57.8"})
    assert place(found) == pytest.approx(100 * NormalDist(LN_THIGH, LN_THIGH_SD).cdf(math.log(57.8)), abs=0.02)
    assert list(found.by_side) == [Spot("upper_thigh", Side(side))]
    two = balance(profile, found.person, **both("upper_thigh", "57.8"))
    assert place(two) == pytest.approx(place(found)) and _width(two) < _width(found)


def test_somebody_who_never_named_a_side(profile: Profile) -> None:
    """As other programs have it: every girth of a limb once, for both."""
    person = man(profile)
    unsided = {name.removesuffix("_left"): text for name, text in BUILD.items() if not name.endswith("_right")}
    found = balance(profile, person, **unsided, upper_thigh="57.8", calf="38")
    assert found.needs == "" and found.sides == ()
    assert place(found) == pytest.approx(100 * NormalDist(LN_THIGH, LN_THIGH_SD).cdf(math.log(57.8)), abs=0.02)
    assert {spot: one.value for spot, one in found.by_side.items()} == {
        Spot("upper_thigh", Side.LEFT): 57.8, Spot("upper_thigh", Side.RIGHT): 57.8, CALF: 38, OTHER_CALF: 38,
    }  # fmt: skip


def test_what_is_taken_back_no_longer_tells(profile: Profile) -> None:
    person = man(profile)
    before = balance(profile, person, **BUILD, **LEGS)
    record(profile, person, day(TUESDAY, **both("upper_thigh", "70")))
    assert place(balance_of(profile, person)) > 90
    gone = [key for key, when in check_in_days(profile, person.id).items() if when == TUESDAY]
    profile.apply(DeleteCheckIns(tuple(gone), (TUESDAY,)))
    assert balance_of(profile, person) == before
    assert balance_of(profile, somebody(profile, "Bea", sex="female")).day is None, "what others measured is theirs"


# ---- how sure


def test_a_good_tape_makes_the_answer_surer_and_a_rough_one_less_so(profile: Profile) -> None:
    widths = []
    for name, second in (("Steady", "57.9"), ("Rough", "60.3"), ("Untried", "")):
        person = man(profile, name=name)
        repeats = [
            day(date(2024, 1, 1) + timedelta(days=number), upper_thigh_left=f"57.8 + {second}") for number in range(60)
        ]
        record(profile, person, *(repeats if second else []))
        widths.append(_width(balance(profile, person, **BUILD, **LEGS)))
    assert widths[0] < widths[2] < widths[1]


def test_three_readings_make_the_answer_surer(profile: Profile) -> None:
    once = balance(profile, man(profile), **BUILD, **both("upper_thigh", "57.8"))
    thrice = balance(profile, once.person, **both("upper_thigh", "57.8 + 57.2 + 58.4"))
    assert place(thrice) == pytest.approx(place(once))
    assert _width(thrice) < 0.9 * _width(once)


def test_the_units_change_nothing_of_it(profile: Profile) -> None:
    person = man(profile)
    metric = balance(profile, person, **BUILD, **LEGS)
    profile.apply(ChangePerson(person.id, "units", UnitSystem.IMPERIAL))
    imperial = balance_of(profile, again(profile))
    assert imperial.assessment == metric.assessment and imperial.sides == metric.sides


BODY = {"waist": "84", "chest": "112", "flexed_arm_left": "40"}


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(250, 1299), st.integers(1, 400), st.sampled_from(["male", "female"]))
def test_a_larger_thigh_never_stands_lower(profile: Profile, tenths: int, more: int, sex: str) -> None:
    person = somebody(profile, "Ada", sex=sex, stature=Quantity(175.0, "cm", "175"))
    less = balance(profile, person, **BODY, upper_thigh_left=f"{tenths / 10:.1f}")
    larger = balance(profile, person, upper_thigh_left=f"{(tenths + more) / 10:.1f}")
    assert 0 < place(less) <= place(larger) < 100
    gaps = [standing(one, "upper_thigh").gap_cm for one in (less, larger)]
    assert gaps[0] is not None and gaps[1] is not None and gaps[0].value > gaps[1].value
    assert less.assessment is not None and larger.assessment is not None
    assert less.assessment.index is not None and larger.assessment.index is not None
    assert less.assessment.index.value.value < larger.assessment.index.value.value


# ---- the target


@pytest.mark.parametrize(("pick", "z"), [("50", 0.0), ("60", 0.25335), ("75", 0.67449), ("90", 1.28155)])
def test_another_target_is_another_gap(profile: Profile, pick: str, z: float) -> None:
    person = man(profile)
    _pick(profile, person, pick)
    found = balance(profile, person, **BUILD, **LEGS)
    gap = standing(found, "upper_thigh").gap_to(found.target)
    assert found.target == float(pick) and gap is not None
    assert gap.value == pytest.approx(math.exp(LN_THIGH + z * LN_THIGH_SD) - 57.8, abs=5e-3)


def test_a_target_that_is_not_on_offer_is_the_first(profile: Profile) -> None:
    person = man(profile)
    assert float(TARGETS[0]) == 50
    for picks in ((), ("99",), ("nan",), ("200", "75"), ("50.0",)):
        _pick(profile, person, *picks)
        assert balance_of(profile, person).target == 50
    assert target_of({TARGET: ("75",)}) == 75
    assert target_of({"another": ("75",)}) == 50


# ---- left and right


def test_sides_are_judged_by_the_own_error(profile: Profile) -> None:
    found = balance(
        profile, man(profile),
        calf_left="38.0", calf_right="39.0", upper_thigh_left="62", upper_thigh_right="60", wrist_left="17",
    )  # fmt: skip
    assert _sides(found) == {
        "upper_thigh": (SideCall.LEFT_LARGER, 2.0, 1),  # the least that is real: 1.96 * sqrt(2) * 1 % of 61 = 1.69 cm
        "calf": (SideCall.WITHIN, -1.0, 1),  # and 1.07 cm of 38.5
    }
    mdc = {site: one.mdc for site, one in found.sides}
    assert mdc == pytest.approx({"upper_thigh": 1.69, "calf": 1.067}, abs=2e-3)


def test_more_pairs_tell_a_smaller_difference(profile: Profile) -> None:
    person = man(profile)
    calls = []
    for number in range(4):
        record(profile, person, day(week(number), calf_left="38.0", calf_right="39.0"))
        calls.append(_sides(balance_of(profile, person))["calf"])
    assert calls == [
        (SideCall.WITHIN, -1.0, 1), (SideCall.RIGHT_LARGER, -1.0, 2), (SideCall.RIGHT_LARGER, -1.0, 3),
        (SideCall.RIGHT_LARGER, -1.0, 4),
    ]  # fmt: skip


def test_legs_come_first_and_own_sites_belong(profile: Profile) -> None:
    person = man(profile)
    profile.apply(AddOwnSite(person.id, "Toe", sided=True))
    profile.apply(AddOwnSite(person.id, "Nose", sided=False))
    person = again(profile)
    sites = ("own_toe", "flexed_arm", "calf", "ankle", "wrist", "upper_thigh")
    girths = {name: text for site in sites for name, text in both(site, "20").items()}
    found = balance(profile, person, **girths, calf_skinfold_left="8", calf_skinfold_right="30", own_nose="12")
    assert [site for site, _ in found.sides] == ["upper_thigh", "calf", "ankle", "flexed_arm", "wrist", "own_toe"]
    profile.apply(DeleteOwnSite(person.id, "own_toe", "Toe"))
    assert "own_toe" not in _sides(balance_of(profile, again(profile)))


# ---- what documents from elsewhere may hold


@pytest.mark.parametrize("value", [0.0, 5e-324, 0.001, 0.05, 0.1, 1000.0, 1000.5, 10_000.0])
def test_numbers_that_no_body_has_break_nothing(profile: Profile, value: float) -> None:
    person = man(profile)
    odd = (Quantity(value, "cm", "x"),)
    every = [Entry(Spot(site.key, side), odd) for site in person.all_sites for side in Side]
    record(profile, person, Day(TUESDAY, tuple(every)))
    balance_of(profile, person)
    record(profile, person, day(MONDAY, **BUILD, **LEGS, body_weight="85"))
    found = balance_of(profile, person)
    assert found.needs == "" and found.main is not None
    if not 0.1 <= value <= 1000:
        assert found.day == MONDAY.toordinal()
        assert place(found) == pytest.approx(100 * NormalDist(LN_THIGH, LN_THIGH_SD).cdf(math.log(57.8)), abs=0.02)


def test_one_side_that_is_no_girth_leaves_the_other(profile: Profile) -> None:
    person = man(profile)
    record(profile, person, day(MONDAY, **BUILD, upper_thigh_left="57.8", **both("calf", "38")))
    record(profile, person, Day(MONDAY, (Entry(Spot("upper_thigh", Side.RIGHT), (Quantity(5000.0, "cm", "x"),)),)))
    found = balance_of(profile, person)
    assert found.girths["upper_thigh"].known.value == 57.8
    assert {spot.side for spot in found.by_side if spot.site == "upper_thigh"} == {Side.LEFT}


def test_a_site_that_nobody_knows_here_is_overlooked(profile: Profile) -> None:
    person = man(profile)
    before = balance(profile, person, **BUILD, **LEGS)
    record(profile, person, Day(MONDAY, tuple(entry(Spot("own_gone", side), "30") for side in Side)))
    assert balance_of(profile, person) == before


def test_a_day_to_come_does_not_hide_today(profile: Profile) -> None:
    """An import may hold a slip of the year; everything measured up to today still counts."""
    person = man(profile)
    now = balance(profile, person, **BUILD, **both("upper_thigh", "57.8"))
    record(profile, person, day(week(40), **both("calf", "38")))
    found = balance_of(profile, person, today=week(1))
    assert (found.day, found.needs) == (now.day, "")
    assert "waist" in balance_of(profile, person).needs, "forty weeks later the build is too old"
