"""Which girths stand for a day: sides averaged, old readings left out, numbers that no body has overlooked."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest

from balance_bodies import man, record
from helpers import CALF, MONDAY, OTHER_CALF, TUESDAY, day, entry, somebody
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity
from legwork.services.body_girths import BodyGirths, height_of
from legwork.services.check_ins import Day, Entry
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.spot_readings import SpotReadings

FIRST = MONDAY.toordinal()
SITES = ("calf", "wrist", "waist")


def _girths(profile: Profile, person: Person) -> BodyGirths:
    return BodyGirths(SpotReadings(profile, person), SITES)


def _odd(value: float) -> tuple[Quantity, ...]:
    return (Quantity(value, "cm", "x"),)


def test_nothing_was_measured(profile: Profile, person: Person) -> None:
    assert _girths(profile, person).days_of(SITES) == []
    assert _girths(profile, person).on(FIRST) == {}


def test_a_girth_is_the_mean_of_the_sides_of_its_day(profile: Profile, person: Person) -> None:
    record(profile, person, day(MONDAY, calf_left="38", calf_right="39", waist="84"))
    found = _girths(profile, person).on(FIRST)
    assert set(found) == {"calf", "waist"}
    assert (found["calf"].known.value, found["calf"].day) == (38.5, FIRST)
    assert found["calf"].known.sd == pytest.approx(math.hypot(0.38, 0.39) / 2)
    assert found["waist"].known.sd == pytest.approx(0.84)


@pytest.mark.parametrize("side", Side)
def test_one_side_is_enough_and_so_is_one_that_nobody_named(profile: Profile, person: Person, side: Side) -> None:
    record(profile, person, Day(MONDAY, (entry(Spot("calf", side), "38"),)))
    assert _girths(profile, person).on(FIRST)["calf"].known.value == 38


def test_three_readings_count_as_their_middle_and_are_surer(profile: Profile, person: Person) -> None:
    record(profile, person, day(MONDAY, waist="84 + 84.2 + 90"), day(TUESDAY, waist="84.2"))
    girths = _girths(profile, person)
    thrice, once = girths.on(FIRST)["waist"].known, girths.on(FIRST + 1)["waist"].known
    assert thrice.value == once.value == 84.2
    assert thrice.sd < 0.7 * once.sd


def test_the_sides_of_different_days_are_not_mixed(profile: Profile, person: Person) -> None:
    record(profile, person, day(MONDAY, calf_left="38"), day(TUESDAY, calf_right="40"))
    girths = _girths(profile, person)
    assert [girths.on(FIRST + offset)["calf"].known.value for offset in (0, 1, 50)] == [38, 40, 40]
    assert girths.days_of(["calf"]) == [FIRST, FIRST + 1]
    assert girths.days_of(["waist"]) == []


@pytest.mark.parametrize(("site", "days"), [("calf_left", 92), ("waist", 92), ("wrist_left", 365)])
def test_flesh_stands_for_a_quarter_and_bone_for_a_year(profile: Profile, person: Person, site: str, days: int) -> None:
    record(profile, person, day(MONDAY, **{site: "30"}))
    girths = _girths(profile, person)
    assert [len(girths.on(FIRST + offset)) for offset in (-1, 0, days, days + 1)] == [0, 1, 1, 0]


def test_the_newest_reading_stands_and_later_ones_do_not_yet(profile: Profile, person: Person) -> None:
    days = [MONDAY + timedelta(days=offset) for offset in (0, 10, 20)]
    record(profile, person, *(day(when, waist=f"{80 + place}") for place, when in enumerate(days)))
    girths = _girths(profile, person)
    assert [girths.on(FIRST + offset)["waist"].known.value for offset in (0, 9, 10, 19, 20, 112)] == [
        80, 80, 81, 81, 82, 82,
    ]  # fmt: skip


@pytest.mark.parametrize("value", [0.0, 5e-324, 0.01, 1000.5, 10_000.0])
def test_what_is_no_girth_of_a_body_is_as_if_it_were_not_there(profile: Profile, person: Person, value: float) -> None:
    """A document from elsewhere may hold any number up to ten thousand."""
    record(profile, person, day(MONDAY, calf_left="38", waist="84"))
    record(profile, person, Day(TUESDAY, (Entry(Spot("waist"), _odd(value)), Entry(CALF, _odd(value)))))
    record(profile, person, Day(TUESDAY, (entry(OTHER_CALF, "39"),)))
    found = _girths(profile, person).on(FIRST + 1)
    assert (found["waist"].known.value, found["waist"].day) == (84, FIRST)
    assert (found["calf"].known.value, found["calf"].day) == (39, FIRST + 1)


def test_a_rough_tape_makes_a_girth_less_sure(profile: Profile, person: Person) -> None:
    days = [MONDAY + timedelta(days=offset) for offset in range(40)]
    record(profile, person, *(day(when, waist="80 + 88") for when in days))
    known = _girths(profile, person).on(FIRST + 39)["waist"].known
    assert known.value == 84 and known.sd > 2 * 0.84


@pytest.mark.parametrize(
    ("cm", "believed"), [(99.9, False), (100.0, True), (230.0, True), (231.0, False), (1e4, False)]
)
def test_a_height_that_could_not_be_typed_is_none(profile: Profile, cm: float, believed: bool) -> None:
    person = man(profile, stature=Quantity(cm, "cm", "x"))
    height = height_of(person)
    assert (height is not None and height.value == cm) is believed
    assert height_of(somebody(profile, "Bea")) is None
