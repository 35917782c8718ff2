"""The balance view in words: exact, in the person's units, plain in both directions, and never at odds with itself."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from balance_bodies import (
    BUILD,
    LN_THIGH,
    LN_THIGH_SD,
    NBSP,
    again,
    balance,
    both,
    man,
    place,
    record,
    row,
    week,
    without,
)
from helpers import MONDAY, TUESDAY, day, somebody
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity, UnitSystem
from legwork.numerals import number
from legwork.services import balance_words as words
from legwork.services.balance import TARGET, Balance, balance_of
from legwork.services.balance_rows import SideRow
from legwork.services.check_ins import Day, Entry
from legwork.services.choices import SetChoices
from legwork.services.people import ChangePerson, Person
from legwork.services.profile import Profile

TAPE = "there, as far as the tape can tell"


def _girth(z: float) -> str:
    """The thigh that stands so many SDs above the middle of the worked man's like."""
    return f"{math.exp(LN_THIGH + z * LN_THIGH_SD):.1f}"


def _thigh(profile: Profile, z: float, **facts: str) -> Balance:
    return balance(profile, man(profile, **facts), **BUILD, **both("upper_thigh", _girth(z)))


def _side(found: Balance, site: str = "calf") -> SideRow:
    [one] = [one for one in words.side_rows(found) if one.site == site]
    return one


def _everything(found: Balance) -> list[str]:
    """Every sentence of the view."""
    texts = [
        *words.headline(found), words.index_text(found), words.index_sentence(found), words.zone_caption(found),
        words.compared_with(found), *words.better_answer(found), words.by_weight(found),
        words.measured_when(found, date(2025, 2, 1)),
    ]  # fmt: skip
    for one in words.gap_rows(found):
        texts += [one.name, one.standing, one.standing_range, one.gap, one.spoken]
    for side in words.side_rows(found):
        texts += [side.name, side.words, side.spoken]
    return [*texts, *(one.text for one in words.zone_marks(found))]


# ---- the headline


def test_the_worked_man(profile: Profile) -> None:
    """96: of normal people with SCIENCE's mean and SD, 3.9 of 100 lie below 57.8 cm."""
    smaller = 50 * math.erfc((LN_THIGH - math.log(57.8)) / LN_THIGH_SD / math.sqrt(2))
    assert round(100 - smaller) == 96
    found = balance(profile, man(profile), **BUILD, **both("upper_thigh", "57.8"), **both("calf", "38"))
    assert words.headline(found) == (
        "Of 100 men with your height, waist and upper body, about 96 have bigger thighs.",
        f"Middle: 62.3{NBSP}cm, yours 57.8{NBSP}cm: 4.5{NBSP}cm to go.",
    )
    thigh, calf = row(found), row(found, "calf")
    assert (thigh.unit, thigh.own, thigh.standing, thigh.gap) == (
        "cm",
        57.8,
        "4 of 100",
        f"4.5{NBSP}cm to go",
    )
    assert (thigh.low, thigh.middle, thigh.high) == pytest.approx((58.996, 62.303, 65.796), abs=2e-3)
    assert calf.middle == pytest.approx(39.342, abs=2e-3)
    assert thigh.target == thigh.middle
    assert thigh.own_low is not None and thigh.own_high is not None and thigh.own_low < 57.8 < thigh.own_high
    assert thigh.spoken == (
        f"Upper thigh: 57.8{NBSP}cm. 4 of 100 people built like you have less; the tape’s error allows for 2 to 7. "
        f"Middle 62.3{NBSP}cm. 10 to 90 of 100 people built like you: 59.0 to 65.8{NBSP}cm. "
        f"Your target is 62.3{NBSP}cm: 4.5{NBSP}cm to go (3.8 to 5.2)."
    )


@pytest.mark.parametrize(
    ("z", "bigger", "gap"),
    [
        (-3.0, "more than 99 have bigger thighs", "to go"),
        (-2.3, "about 99 have", "to go"),
        (-1.0, "about 84 have", "to go"),
        (0.0, "about 50 have", TAPE),
        (1.0, "about 16 have", "ahead"),
        (2.3, "about one has bigger thighs", "ahead"),
        (3.0, "fewer than one has bigger thighs", "ahead"),
        (9.0, "fewer than one has bigger thighs", "ahead"),
    ],
)
def test_behind_and_ahead_are_said_alike(profile: Profile, z: float, bigger: str, gap: str) -> None:
    sentence, numbers = words.headline(_thigh(profile, z))
    assert f"upper body, {bigger}" in sentence
    assert gap in numbers
    for word in ("nobody", "none", "everybody", " 0 ", "100 %", " lag", "weak", "thin", "skinny"):
        assert word not in sentence.lower() + numbers.lower()


def test_a_woman_is_compared_with_women(profile: Profile) -> None:
    person = somebody(profile, sex="female", stature=Quantity(165.0, "cm", "165"))
    girths = {"waist": "72", "chest": "90", "body_weight": "62"}
    found = balance(profile, person, **girths, **both("upper_thigh", "52"), **both("calf", "34"))
    texts = " ".join(_everything(found))
    assert words.headline(found)[0].startswith("Of 100 women with your height, waist and upper body, about ")
    assert "1\N{NARROW NO-BREAK SPACE}986 women of the US Army" in words.compared_with(found)
    assert not re.search(r"\bmen\b", texts)


def test_calf_and_lower_thigh_have_names_of_their_own(profile: Profile) -> None:
    found = balance(profile, man(profile), **BUILD, **both("lower_thigh", "38"))
    assert words.headline(found)[0].endswith("have bigger lower thighs.")
    found = balance(profile, found.person, **both("calf", "38"))
    assert words.headline(found)[0].endswith("have bigger calves.")
    assert words.headline(found)[1].startswith(f"Middle: 39.3{NBSP}cm, yours 38.0")


def test_nobody_to_compare_with(profile: Profile) -> None:
    found = balance(profile, somebody(profile), **BUILD, **both("upper_thigh", "57.8"), body_weight="85")
    assert words.headline(found)[0] == "Whom shall your legs be compared with?"
    assert "under People" in words.headline(found)[1]
    assert words.gap_rows(found) == words.zone_marks(found) == words.better_answer(found) == ()
    assert words.index_text(found) == words.index_sentence(found) == words.by_weight(found) == ""
    assert words.compared_with(found) == words.zone_caption(found) == ""
    assert [one.site for one in words.side_rows(found)] == ["upper_thigh", "flexed_arm"]


def test_what_lacks_is_said_and_why(profile: Profile) -> None:
    person = man(profile)
    nothing = balance_of(profile, person)
    assert words.headline(nothing) == (
        "Not enough to compare yet.",
        "Needs your waist; your chest, shoulders or flexed arm; and your upper thigh, lower thigh or calf.",
    )
    assert words.measured_when(nothing, TUESDAY) == words.zone_caption(nothing) == ""
    assert words.gap_rows(nothing) == words.side_rows(nothing) == ()
    small = balance(profile, person, **BUILD, mid_thigh_right="55")
    assert words.headline(small)[1] == (
        "Needs your upper thigh, lower thigh or calf. Your mid-thigh cannot be compared: the people here were measured "
        "directly below the crease of the buttock. Measure the upper thigh as well."
    )
    assert words.better_answer(small) == (), "the same is not said twice"
    assert [one.own for one in words.gap_rows(small)] == [None] * 3
    assert words.zone_caption(small) == "How many of 100 men of your height have less."
    enough = balance(profile, person, calf_left="38")
    assert words.mid_thigh_sentence() in words.better_answer(enough)
    without_waist = balance(profile, man(profile), **without("waist"), mid_thigh_left="55")
    assert words.headline(without_waist)[1].startswith("Needs your waist and your upper thigh, lower thigh or calf.")


def test_without_a_height_it_is_asked_for(profile: Profile) -> None:
    found = balance(profile, man(profile, stature=None), **BUILD, **both("calf", "38"), body_weight="85")
    assert words.headline(found) == ("Not enough to compare yet.", "Needs your height (under People).")
    assert words.gap_rows(found) == () and words.zone_caption(found) == words.by_weight(found) == ""


def test_readings_that_are_too_old_are_named(profile: Profile) -> None:
    person = man(profile)
    record(profile, person, day(MONDAY, **BUILD, **both("calf", "38")))
    record(profile, person, day(week(14), **both("upper_thigh", "60"), shoulders="124"))
    found = balance_of(profile, person)
    assert words.headline(found)[1] == ("Needs your waist. A reading counts for three months; these are older: waist.")
    record(profile, person, day(week(14), waist="84"))
    fresh = balance_of(profile, person)
    assert "older" not in words.headline(fresh)[1]
    assert "No current reading: lower thigh and calf." in words.better_answer(fresh)
    assert "Calf: no current reading." in row(fresh, "calf").spoken


# ---- numbers that people check


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
    found = _thigh(profile, z)
    one = row(found)
    assert (one.standing, one.standing_range) == (standing, standing.removesuffix(" of 100"))
    assert words.zone_marks(found)[0].text == one.standing_range
    assert 0 < place(found) < 100


def test_a_range_holds_its_own_middle(profile: Profile) -> None:
    for z in (-2, -1, -0.3, 0, 0.3, 1, 2):
        one = row(_thigh(profile, z, name=f"Ada {z}"))
        low, high = one.standing_range.split(" to ")
        assert float(low) < float(one.standing.split(" ")[0]) < float(high.removeprefix("over "))


# ---- the index


def test_the_index_and_its_sentence(profile: Profile) -> None:
    legs = {**both("upper_thigh", "57.8"), **both("calf", "38")}
    found = balance(profile, man(profile), **BUILD, **legs)
    index = 100 * math.sqrt(57.8 / 62.303 * 38 / 39.342)
    assert words.index_text(found).startswith(f"{index:.1f}{NBSP}% (")
    assert words.index_sentence(found) == (
        "Your thighs and calves are about 5 % below the middle of men built like you. "
        "Such men differ: 80 of 100 lie between 95 and 105 %."
    )
    low, high = re.findall(r"[\d.]+", words.index_text(found))[1:]
    assert float(low) < index < float(high)


@pytest.mark.parametrize(
    ("z", "said"),
    [
        (-1.5, "Your thighs are about 6 % below the middle of men built like you."),
        (0.0, "Your thighs go with your upper body, as far as the tape can tell."),
        (1.5, "Your thighs are about 7 % above the middle of men built like you."),
    ],
)
def test_both_directions_of_the_index(profile: Profile, z: float, said: str) -> None:
    assert words.index_sentence(_thigh(profile, z)).startswith(said)


def test_a_very_good_tape_can_tell_less_than_a_percent(profile: Profile) -> None:
    person = man(profile)
    days = [MONDAY - timedelta(days=number) for number in range(1, 90)]
    for name, text in {**BUILD, "upper_thigh_left": "62.6", "upper_thigh_right": "62.6"}.items():
        record(profile, person, *(day(when, **{name: f"{text} + {text} + {text}"}) for when in days))
    sentence = words.index_sentence(balance_of(profile, person))
    assert sentence.startswith("Your thighs are less than 1 % above the middle of men built like you.")


# ---- the body map, the reference, the second look


def test_the_zones_of_the_body(profile: Profile) -> None:
    found = balance(profile, man(profile), **BUILD, upper_thigh_left="57.8", upper_thigh_right="62.3", calf_left="38")
    marks = {one.spot: one for one in words.zone_marks(found)}
    assert {spot for spot, one in marks.items() if one.legs} == {
        Spot("upper_thigh", Side.LEFT), Spot("upper_thigh", Side.RIGHT), Spot("calf", Side.LEFT),
    }  # fmt: skip
    assert (marks[Spot("upper_thigh", Side.LEFT)].text, marks[Spot("upper_thigh", Side.RIGHT)].text) == ("4", "50")
    assert {spot.site for spot, one in marks.items() if not one.legs} == {
        "neck", "shoulders", "chest", "flexed_arm", "forearm",
    }  # fmt: skip
    assert {Spot("forearm", Side.LEFT), Spot("forearm", Side.RIGHT)} <= marks.keys()
    assert words.zone_caption(found) == (
        "How many of 100 men have less. Legs: of those built like you above the waist. Upper body: of those of your "
        "height."
    )


def test_legs_without_a_side_colour_both(profile: Profile) -> None:
    found = balance(profile, man(profile), **BUILD, upper_thigh="57.8")
    legs = {one.spot.side: one.text for one in words.zone_marks(found) if one.legs}
    assert legs == {Side.LEFT: "4", Side.RIGHT: "4"}


def test_who_the_others_are_is_said(profile: Profile) -> None:
    assert words.compared_with(balance_of(profile, man(profile))) == (
        "Compared with 4\N{NARROW NO-BREAK SPACE}082 men of the US Army, measured by hand in 2012 (ANSUR II). They are "
        "soldiers, not lifters and not everybody."
    )


def test_what_would_make_the_answer_better(profile: Profile) -> None:
    person = man(profile)
    arm = balance(profile, person, waist="84", flexed_arm_left="40", **both("upper_thigh", "57.8"))
    provisional, *rest = words.better_answer(arm)
    assert provisional.startswith("This is provisional: only your arm tells of your upper body.")
    assert "Measure your chest or your shoulders as well." in provisional
    assert rest[-1] == "No current reading: lower thigh and calf."
    full = balance(profile, person, **BUILD, **both("calf", "38"), **both("lower_thigh", "40"))
    assert words.better_answer(full) == ()


def test_a_girth_that_helps_is_recommended_with_what_it_does(profile: Profile) -> None:
    """The share that is promised is what comes of it."""
    person = man(profile)
    found = balance(profile, person, waist="84", shoulders="124", **both("upper_thigh", "57.8"))
    said = [
        re.fullmatch(r"With your (.+) as well, the range of people built like you would be (\d+) % narrower\.", one)
        for one in words.better_answer(found)
    ]
    helps = [match for match in said if match is not None]
    assert 0 < len(helps) <= 2
    site, share = helps[0].groups()
    before = row(found)
    spots = person.site(site.replace(" ", "_")).spots
    added = {
        str(spot).replace(":", "_"): BUILD.get(str(spot).replace(":", "_"), BUILD.get(f"{spot.site}_left", ""))
        for spot in spots
    }
    after = row(balance(profile, person, **added))
    narrower = 1 - math.log(after.high / after.low) / math.log(before.high / before.low)
    assert 100 * narrower == pytest.approx(float(share), abs=0.51)


@pytest.mark.parametrize("z", [-1.5, 1.5])
def test_the_second_look_by_weight_has_its_warning(profile: Profile, z: float) -> None:
    found = _thigh(profile, z)
    assert words.by_weight(found) == ""
    found = balance(profile, found.person, body_weight="85")
    assert found.assessment is not None
    percentile = found.assessment.by_weight[0].percentile
    assert percentile is not None
    assert words.by_weight(found) == (
        f"A second look: among men of your height and weight, {percentile.value:.0f} of 100 have smaller thighs. Your "
        "weight contains your legs, so this view hides part of the difference."
    )


def test_from_which_day_it_is(profile: Profile) -> None:
    found = balance(profile, man(profile), waist="84")
    assert words.measured_when(found, date(2025, 3, 1)) == "Last measured on 6 Jan."
    assert words.measured_when(found, date(2026, 3, 1)) == "Last measured on 6 Jan 2025."


# ---- all of it


def _shown(profile: Profile, person: Person) -> list[str]:
    texts = _everything(balance_of(profile, person))
    for text in texts:
        assert "{" not in text and "}" not in text and "_" not in text and "-0" not in text, text
        assert "nan" not in text.split() and "inf" not in text.split(), text
        assert "  " not in text and text == text.strip(), text
    return texts


def test_no_sentence_shames_or_speaks_in_jargon(profile: Profile) -> None:
    person = man(profile)
    for z in (-3, -1, 0, 1, 3):
        legs = {**both("upper_thigh", _girth(z)), **both("calf", f"{39 + z}"), "calf_left": "43"}
        record(profile, person, day(MONDAY, **BUILD, **legs, body_weight="85"))
        said = " ".join(_shown(profile, person)).lower()
        jargon = (
            "percentile",
            "mdc",
            "sd ",
            "standard deviation",
            "confidence",
            "asymmetr",
            "imbalance",
            "conditional",
        )
        shame = ("weak", "poor", "bad", "skinny", "chicken", "lag", "should", "only ", "too ", "problem", "fail")
        for word in (*jargon, *shame):
            assert word not in said.replace("shoulders", ""), word


@pytest.mark.parametrize("value", [0.0, 0.001, 0.05, 0.1, 1.0, 999.0, 1000.5, 10_000.0])
@pytest.mark.parametrize("units", UnitSystem)
def test_numbers_that_no_body_has_are_said_without_breaking(profile: Profile, value: float, units: UnitSystem) -> None:
    person = man(profile, units=units)
    odd = (Quantity(value, "cm", "x"),)
    record(
        profile,
        person,
        Day(MONDAY, tuple(Entry(Spot(one.key, side), odd) for one in person.all_sites for side in Side)),
    )
    assert _shown(profile, person)
    record(profile, person, day(TUESDAY, **BUILD))
    assert _shown(profile, person)
