"""A day's value and its error: the median, how often it was read, and whose tape it was."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest

from helpers import CALF, MONDAY, OTHER_CALF, TUESDAY, WAIST, WEIGHT, day, entry, somebody
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity
from legwork.services.check_ins import Day, Entry, RecordReadings
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.spot_readings import SpotReadings

FIRST = MONDAY.toordinal()


def _record(profile: Profile, person: Person, *days: Day) -> SpotReadings:
    profile.apply(RecordReadings(person.id, days))
    return SpotReadings(profile, person)


def test_nothing_was_read(profile: Profile, person: Person) -> None:
    readings = SpotReadings(profile, person)
    assert readings.of(CALF) == {}
    assert readings.of(Spot("own_gone")) == {}
    assert readings.typical("calf") == 1.0
    assert (readings.error("calf").percent, readings.error("calf").pairs) == (pytest.approx(1.0), 0)


def test_a_day_is_its_median_and_more_readings_make_it_surer(profile: Profile, person: Person) -> None:
    readings = _record(
        profile,
        person,
        day(MONDAY, calf_left="38.0", calf_right="38.4 + 38.6", waist="84 + 84.4 + 120"),
        day(TUESDAY, body_weight="80"),
    )
    assert readings.of(CALF)[FIRST].value == 38.0
    assert readings.of(OTHER_CALF)[FIRST].value == 38.5
    assert readings.of(WAIST)[FIRST].value == 84.4  # of three, one slip moves nothing
    assert list(readings.of(WEIGHT)) == [FIRST + 1]
    share = readings.error("calf").percent / 100
    assert readings.of(CALF)[FIRST].sd == pytest.approx(share * 38.0)
    assert readings.of(OTHER_CALF)[FIRST].sd == pytest.approx(share * 38.5 / math.sqrt(2))
    assert readings.of(WAIST)[FIRST].sd == pytest.approx(0.01 * 84.4 * math.sqrt(1 - math.sqrt(3) / math.pi), rel=1e-6)
    assert readings.of(WEIGHT)[FIRST + 1].sd == pytest.approx(0.005 * 80)


def test_left_right_and_neither_are_spots_of_their_own(profile: Profile, person: Person) -> None:
    readings = _record(
        profile, person, Day(MONDAY, (entry(CALF, "38"), entry(OTHER_CALF, "39"), entry(Spot("calf"), "40")))
    )
    found = {side: readings.of(Spot("calf", side))[FIRST].value for side in Side}
    assert found == {Side.LEFT: 38, Side.RIGHT: 39, Side.NONE: 40}
    assert readings.typical("calf") == 39


def test_the_own_tape_takes_over_as_days_are_read_twice(profile: Profile, person: Person) -> None:
    """A careful hand: readings a millimetre apart, where one percent is assumed. Both sides count, singles do not."""
    days = [MONDAY + timedelta(weeks=week) for week in range(60)]
    errors = []
    for count in (0, 5, 20, 60):
        twice = [day(when, calf_left="38.0 + 38.1", calf_right="39.0 + 38.9") for when in days[:count]]
        readings = _record(profile, person, day(MONDAY - timedelta(days=1), calf_left="38.0"), *twice)
        assert readings.error("calf").pairs == 2 * count
        errors.append(readings.error("calf").percent)
    assert errors == sorted(errors, reverse=True)
    assert errors[0] == pytest.approx(1.0)
    squares = 5 * (2 * (0.05 / 38.05) ** 2 + 2 * (0.05 / 38.95) ** 2)
    assert errors[1] == pytest.approx(100 * math.sqrt((1e-3 + squares) / 20))
    assert errors[3] < 0.35
    before, after = (readings.of(CALF)[when] for when in (FIRST - 1, FIRST))
    assert before.sd == pytest.approx(errors[3] / 100 * 38.0)
    assert after.sd == pytest.approx(errors[3] / 100 * 38.05 / math.sqrt(2))
    assert readings.error("waist").percent == pytest.approx(1.0)


def test_a_rough_hand_is_found_out_too(profile: Profile, person: Person) -> None:
    days = [day(MONDAY + timedelta(weeks=week), waist="84 + 87") for week in range(40)]
    readings = _record(profile, person, *days)
    assert readings.error("waist").percent == pytest.approx(100 * 3 / 85.5 / math.sqrt(2), rel=0.12)


def test_one_typing_mistake_does_not_make_a_bad_tape(profile: Profile, person: Person) -> None:
    readings = _record(profile, person, day(MONDAY, waist="87.7 + 87.5"), day(TUESDAY, waist="87.6 + 877"))
    assert readings.error("waist").pairs == 1
    assert readings.error("waist").percent < 1.0


def test_what_others_measured_is_theirs(profile: Profile, person: Person) -> None:
    other = somebody(profile, "Bea")
    _record(profile, other, day(MONDAY, calf_left="30 + 33"))
    readings = _record(profile, person, day(MONDAY, calf_left="38"))
    assert readings.of(CALF)[FIRST].value == 38
    assert readings.error("calf").pairs == 0


@pytest.mark.parametrize("nothing", [0.0, 5e-324, 1e-200, 1e-7])
def test_numbers_of_nothing_are_overlooked(profile: Profile, person: Person, nothing: float) -> None:
    """A foreign file may hold them; their error would be nothing, and no ratio to them could be worked out."""
    tiny = Quantity(nothing, "cm", "0")
    readings = _record(
        profile,
        person,
        Day(MONDAY, (Entry(CALF, (tiny,)), Entry(WAIST, (tiny, tiny, Quantity(84.0, "cm", "84"))))),
    )
    assert readings.of(CALF) == {}
    assert readings.of(WAIST)[FIRST].value == 84.0
    assert readings.typical("calf") == 1.0


def test_a_spot_is_read_once_for_one_question(profile: Profile, person: Person) -> None:
    readings = _record(profile, person, day(MONDAY, calf_left="38"))
    assert readings.of(CALF)[FIRST].value == 38
    profile.apply(RecordReadings(person.id, (day(MONDAY, calf_left="39"),)))
    assert readings.of(CALF)[FIRST].value == 38
    assert SpotReadings(profile, person).of(CALF)[FIRST].value == 39


def test_a_day_of_long_ago_is_a_day(profile: Profile, person: Person) -> None:
    readings = _record(profile, person, day(date(1903, 2, 28), calf_left="38"))
    assert list(readings.of(CALF)) == [date(1903, 2, 28).toordinal()]
