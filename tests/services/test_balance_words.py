"""The balance view in words: exact, in the person's units, plain in both directions, and never at odds with itself."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta

import pytest

from balance_bodies import (
    BUILD,
    LN_THIGH,
    LN_THIGH_SD,
    NBSP,
    balance,
    both,
    man,
    record,
    row,
    thigh_balance,
    thigh_girth,
    week,
    without,
)
from helpers import MONDAY, TUESDAY, day, somebody
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity, UnitSystem
from legwork.services import balance_words as words
from legwork.services.balance import Balance, balance_of
from legwork.services.check_ins import Day, Entry
from legwork.services.people import Person
from legwork.services.profile import Profile

TAPE = "there, as far as the tape can tell"


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
    sentence, numbers = words.headline(thigh_balance(profile, z))
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
    assert words.index_sentence(thigh_balance(profile, z)).startswith(said)


def test_a_very_good_tape_can_tell_less_than_a_percent(profile: Profile) -> None:
    person = man(profile)
    days = [MONDAY - timedelta(days=number) for number in range(1, 90)]
    for name, text in {**BUILD, "upper_thigh_left": "62.6", "upper_thigh_right": "62.6"}.items():
        record(profile, person, *(day(when, **{name: f"{text} + {text} + {text}"}) for when in days))
    sentence = words.index_sentence(balance_of(profile, person))
    assert sentence.startswith("Your thighs are less than 1 % above the middle of men built like you.")


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
    found = thigh_balance(profile, z)
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
        legs = {**both("upper_thigh", thigh_girth(z)), **both("calf", f"{39 + z}"), "calf_left": "43"}
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
