"""Limb volumes day by day: what they need, what may stand in for what, and that no line jumps for it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from helpers import MONDAY, TUESDAY, day, entry, somebody
from legwork.domain.limb import HEIGHTS_OF, Length, Segment, frustum_ml, lengths_from_heights
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity, UnitSystem
from legwork.services.check_ins import Day, RecordReadings, measured_spots
from legwork.services.limb_lengths import lengths_of
from legwork.services.limb_volumes import by_day, missing
from legwork.services.people import ChangePerson, Person, everybody
from legwork.services.profile import Profile
from legwork.services.spot_readings import Reading, SpotReadings

HEIGHTS = {
    "gluteal_fold_height": "84", "knee_height": "48", "ankle_height": "7",
    "shoulder_height": "150", "elbow_height": "116", "wrist_height": "89",
}  # fmt: skip
LEG = {"upper_thigh": "60", "lower_thigh": "42", "calf": "38", "ankle": "23"}
ARM = {"relaxed_arm": "36", "forearm": "32", "wrist": "17.5"}
FIRST = MONDAY.toordinal()
LEFT, RIGHT, NEITHER = Side.LEFT, Side.RIGHT, Side.NONE


def _week(number: int) -> date:
    return MONDAY + timedelta(weeks=number)


def _sided(girths: dict[str, str], side: Side = LEFT) -> dict[str, str]:
    return {f"{site}_{side.value}": text for site, text in girths.items()}


def _record(profile: Profile, person: Person, *days: Day) -> None:
    profile.apply(RecordReadings(person.id, days))


def _litres(
    profile: Profile, person: Person, segment: Segment = Segment.LEG, side: Side = LEFT
) -> tuple[dict[int, Reading], str]:
    return by_day(SpotReadings(profile, person), segment, side, lengths_of(profile, person))


def _values(profile: Profile, person: Person, segment: Segment = Segment.LEG, side: Side = LEFT) -> list[float]:
    found, _ = _litres(profile, person, segment, side)
    return [found[when].value for when in sorted(found)]


def _lacks(profile: Profile, person: Person, segment: Segment = Segment.LEG) -> str:
    return missing(segment, lengths_of(profile, person), measured_spots(profile, person.id))


def _leg_ml(upper: float, lower: float, calf: float, ankle: float, middle: float | None = None) -> float:
    thigh = (
        frustum_ml(36, upper, lower)
        if middle is None
        else frustum_ml(18, upper, middle) + frustum_ml(18, middle, lower)
    )
    return thigh + frustum_ml(0.3 * 41, lower, calf) + frustum_ml(0.7 * 41, calf, ankle)


@pytest.fixture
def measured(profile: Profile) -> Person:
    """Somebody with all heights, and neither sex nor stature."""
    person = somebody(profile)
    _record(profile, person, day(date(2020, 1, 1), **HEIGHTS))
    return person


def test_a_leg_by_hand(profile: Profile, measured: Person) -> None:
    _record(profile, measured, day(MONDAY, **_sided(LEG)))
    found, note = _litres(profile, measured)
    assert list(found) == [FIRST]
    assert found[FIRST].value == pytest.approx(_leg_ml(60, 42, 38, 23) / 1000)
    assert 0.005 * found[FIRST].value < found[FIRST].sd < 0.02 * found[FIRST].value
    assert note == "Whole-limb volume over your measured length of 77.0 cm."
    assert _litres(profile, measured, side=RIGHT) == ({}, "")
    assert _litres(profile, measured, side=NEITHER) == ({}, "")


def test_every_segment_by_hand(profile: Profile, measured: Person) -> None:
    _record(profile, measured, day(MONDAY, **_sided(LEG | ARM, RIGHT)))
    parts = {
        Segment.THIGH: frustum_ml(36, 60, 42),
        Segment.LOWER_LEG: frustum_ml(0.3 * 41, 42, 38) + frustum_ml(0.7 * 41, 38, 23),
        Segment.UPPER_ARM: frustum_ml(34, 36, 32),
        Segment.FOREARM: frustum_ml(27, 32, 17.5),
    }
    parts[Segment.LEG] = parts[Segment.THIGH] + parts[Segment.LOWER_LEG]
    parts[Segment.ARM] = parts[Segment.UPPER_ARM] + parts[Segment.FOREARM]
    for segment, ml in parts.items():
        assert _values(profile, measured, segment, RIGHT) == [pytest.approx(ml / 1000)]
        assert _lacks(profile, measured, segment) == ""


def test_what_is_missing_is_said(profile: Profile, person: Person) -> None:
    assert _lacks(profile, person) == (
        "Measure first: Upper thigh, Lower thigh, Calf, Ankle. "
        "Add your stature in People, or measure: Gluteal fold height, Knee height, Ankle height."
    )
    _record(profile, person, day(MONDAY, **_sided({"upper_thigh": "60", "calf": "38"}), lower_thigh_right="42"))
    assert _lacks(profile, person).startswith("Measure first: Lower thigh, Ankle. Add")
    assert _lacks(profile, person, Segment.LOWER_LEG).startswith("Measure first: Knee or Lower thigh, Ankle. Add")
    _record(profile, person, day(MONDAY, **HEIGHTS))
    assert _lacks(profile, person) == "Measure first: Lower thigh, Ankle."
    _record(profile, person, day(MONDAY, ankle_left="23"))
    assert _lacks(profile, person) == "Measure first: Lower thigh."
    assert _litres(profile, person) == ({}, "")
    _record(profile, person, day(MONDAY, lower_thigh_left="42"))
    assert _lacks(profile, person) == ""
    assert len(_values(profile, person)) == 1


def test_the_side_that_has_most_is_the_one_that_is_asked_for(profile: Profile, measured: Person) -> None:
    _record(profile, measured, day(MONDAY, calf_left="38", **_sided({"upper_thigh": "60", "calf": "38"}, RIGHT)))
    assert _lacks(profile, measured) == "Measure first: Lower thigh, Ankle."


def test_a_day_without_a_living_girth_does_not_count(profile: Profile, measured: Person) -> None:
    _record(profile, measured, day(MONDAY, **_sided(LEG)))
    for number, gone in enumerate(("upper_thigh", "lower_thigh", "calf"), start=1):
        rest = {site: text for site, text in LEG.items() if site != gone}
        _record(profile, measured, day(_week(number), **_sided(rest)))
    assert list(_litres(profile, measured)[0]) == [FIRST]


def test_an_ankle_is_carried_for_months_and_not_for_years(profile: Profile, measured: Person) -> None:
    weekly = {site: text for site, text in LEG.items() if site != "ankle"}
    ankle = date(2023, 1, 2)
    whens = [ankle + timedelta(days=days) for days in (-366, -365, -30, 0, 90, 365, 366, 730)]
    _record(profile, measured, day(ankle, ankle_left="23"), *(day(when, **_sided(weekly)) for when in whens))
    found, _ = _litres(profile, measured)
    assert sorted(found) == [when.toordinal() for when in whens[1:-2]]
    assert {round(one.value, 9) for one in found.values()} == {round(_leg_ml(60, 42, 38, 23) / 1000, 9)}
    own, carried = found[ankle.toordinal()], found[ankle.toordinal() + 90]
    assert carried.sd < own.sd  # what is carried errs in all days alike


def test_between_two_ankles_a_straight_line(profile: Profile, measured: Person) -> None:
    weekly = {site: text for site, text in LEG.items() if site != "ankle"}
    _record(profile, measured, day(MONDAY, **_sided(weekly | {"ankle": "22"})))
    _record(profile, measured, day(_week(40), **_sided(weekly | {"ankle": "24"})))
    _record(profile, measured, day(_week(10), **_sided(weekly)), day(_week(50), **_sided(weekly)))
    expected = [_leg_ml(60, 42, 38, ankle) / 1000 for ankle in (22, 22.5, 24, 24)]
    assert _values(profile, measured) == pytest.approx(expected)


def test_a_living_girth_is_never_carried(profile: Profile, measured: Person) -> None:
    _record(profile, measured, day(MONDAY, **_sided(LEG)), day(TUESDAY, upper_thigh_left="60"))
    assert list(_litres(profile, measured)[0]) == [FIRST]


def test_the_mid_thigh_measured_once_does_not_make_the_line_jump(profile: Profile, measured: Person) -> None:
    plain = _leg_ml(60, 42, 38, 23) / 1000
    assert _leg_ml(60, 42, 38, 23, 54) / 1000 > 1.03 * plain  # so much would it jump
    days = [day(_week(number), **_sided(LEG)) for number in range(10)]
    for place in (0, 5, 9):
        _record(profile, measured, *days, day(_week(place), mid_thigh_left="54"))
        assert _values(profile, measured) == pytest.approx([plain] * 10)


@pytest.mark.parametrize("without", [(), (3,), (0, 5), (9,), (8, 9)])
def test_the_mid_thigh_refines_all_days_when_nearly_all_have_it(
    profile: Profile, measured: Person, without: Sequence[int]
) -> None:
    """Days without it are left out: two kinds of volume on one line would lie 5 % apart."""
    for number in range(10):
        middle = {} if number in without else {"mid_thigh": "54"}
        _record(profile, measured, day(_week(number), **_sided(LEG | middle)))
    refined = _leg_ml(60, 42, 38, 23, 54) / 1000
    assert _values(profile, measured) == pytest.approx([refined] * (10 - len(without)))
    assert _values(profile, measured, Segment.LOWER_LEG) == pytest.approx(
        [(frustum_ml(12.3, 42, 38) + frustum_ml(28.7, 38, 23)) / 1000] * 10
    )


@pytest.mark.parametrize("without", [(1, 2, 3), (17, 18, 19), tuple(range(1, 20, 2))])
def test_the_mid_thigh_is_overlooked_when_it_is_missing_often_or_no_longer_measured(
    profile: Profile, measured: Person, without: Sequence[int]
) -> None:
    weeks = 10 if without == (1, 2, 3) else 20
    for number in range(weeks):
        middle = {} if number in without else {"mid_thigh": "54"}
        _record(profile, measured, day(_week(number), **_sided(LEG | middle)))
    assert _values(profile, measured) == pytest.approx([_leg_ml(60, 42, 38, 23) / 1000] * weeks)


def test_a_mid_thigh_of_other_days_is_no_refinement(profile: Profile, measured: Person) -> None:
    for number in range(10):
        _record(profile, measured, day(_week(number), **_sided(LEG)))
        _record(profile, measured, day(_week(number) + timedelta(days=2), mid_thigh_left="54"))
    assert len(_values(profile, measured)) == 10


def test_of_knee_and_lower_thigh_the_one_with_more_days_serves_all_days(profile: Profile, measured: Person) -> None:
    for number in range(6):
        _record(profile, measured, day(_week(number), **_sided({"lower_thigh": "42", "calf": "38", "ankle": "23"})))
    lower = (frustum_ml(12.3, 42, 38) + frustum_ml(28.7, 38, 23)) / 1000
    _record(profile, measured, day(_week(2), knee_left="36"), day(_week(5), knee_left="36"))
    assert _values(profile, measured, Segment.LOWER_LEG) == pytest.approx([lower] * 6)
    for number in range(6, 14):
        _record(profile, measured, day(_week(number), **_sided({"knee": "36", "calf": "38", "ankle": "23"})))
    knee = (frustum_ml(12.3, 36, 38) + frustum_ml(28.7, 38, 23)) / 1000
    assert _values(profile, measured, Segment.LOWER_LEG) == pytest.approx([knee] * 14)


def test_readings_without_a_side_make_one_line_and_not_three(profile: Profile, measured: Person) -> None:
    _record(profile, measured, day(MONDAY, **LEG))
    assert _lacks(profile, measured) == ""
    assert _values(profile, measured, side=NEITHER) == [pytest.approx(_leg_ml(60, 42, 38, 23) / 1000)]
    assert _values(profile, measured, side=LEFT) == []
    assert _values(profile, measured, side=RIGHT) == []


def test_a_reading_without_a_side_serves_the_side_that_lacks_it(profile: Profile, measured: Person) -> None:
    both = {"upper_thigh": "60", "lower_thigh": "42", "calf": "38"}
    _record(profile, measured, day(MONDAY, ankle="23", **_sided(both), **_sided(both | {"calf": "39"}, RIGHT)))
    assert _lacks(profile, measured) == ""
    assert _values(profile, measured, side=LEFT) == [pytest.approx(_leg_ml(60, 42, 38, 23) / 1000)]
    assert _values(profile, measured, side=RIGHT) == [pytest.approx(_leg_ml(60, 42, 39, 23) / 1000)]
    assert _values(profile, measured, side=NEITHER) == []
    _record(profile, measured, day(TUESDAY, ankle_left="24", **_sided(both)))
    assert _values(profile, measured, side=LEFT) == [pytest.approx(_leg_ml(60, 42, 38, 24) / 1000)] * 2


def test_lengths_from_the_stature_are_called_estimated(profile: Profile) -> None:
    person = somebody(profile, sex="male", stature=Quantity(180.0, "cm", "180"))
    _record(profile, person, day(MONDAY, **_sided(LEG | ARM)))
    lengths = lengths_of(profile, person)
    total = lengths[Segment.THIGH].cm + lengths[Segment.LOWER_LEG].cm
    _, note = _litres(profile, person)
    assert "estimated from your stature" in note
    assert f"{total:.0f} ± " in note
    assert "measured" not in note
    for height in ("gluteal_fold_height", "knee_height"):
        _record(profile, person, day(TUESDAY, **{height: HEIGHTS[height]}))
    assert "estimated" not in _litres(profile, person, Segment.THIGH)[1]
    assert "36.0 cm" in _litres(profile, person, Segment.THIGH)[1]
    assert "estimated" in _litres(profile, person)[1]  # of the lower leg the length is still a guess
    assert "estimated" in _litres(profile, person, Segment.FOREARM)[1]
    _record(profile, person, day(TUESDAY, **HEIGHTS))
    assert "estimated" not in _litres(profile, person)[1]


def test_a_volume_is_in_litres_whatever_the_units_of_the_person(profile: Profile, measured: Person) -> None:
    _record(profile, measured, day(MONDAY, **_sided(LEG)))
    before = _values(profile, measured)
    profile.apply(ChangePerson(measured.id, "units", UnitSystem.IMPERIAL))
    assert _values(profile, everybody(profile)[-1]) == before


def test_the_error_is_that_of_the_girths_alone(profile: Profile, measured: Person) -> None:
    """Numerically: each girth moved by its own error, one after the other."""
    _record(profile, measured, day(MONDAY, **_sided(LEG)))
    [one] = _litres(profile, measured)[0].values()
    base = _leg_ml(60, 42, 38, 23)
    girths = [60.0, 42.0, 38.0, 23.0]
    moves = []
    for place, girth in enumerate(girths):
        moved = [*girths[:place], girth * 1.01, *girths[place + 1 :]]
        moves.append(_leg_ml(*moved) - base)
    assert one.sd == pytest.approx(math.hypot(*moves) / 1000, rel=0.02)
    longer = {part: Length(2 * length.cm, 9.0, False) for part, length in lengths_of(profile, measured).items()}
    [twice] = by_day(SpotReadings(profile, measured), Segment.LEG, LEFT, longer)[0].values()
    assert (twice.value, twice.sd) == pytest.approx((2 * one.value, 2 * one.sd))


def test_without_a_length_there_is_nothing(profile: Profile, person: Person) -> None:
    _record(profile, person, day(MONDAY, **_sided(LEG)))
    assert _litres(profile, person) == ({}, "")
    thigh = lengths_from_heights({"gluteal_fold_height": 84, "knee_height": 48})
    assert set(thigh) < set(HEIGHTS_OF)
    readings = SpotReadings(profile, person)
    assert by_day(readings, Segment.LEG, LEFT, thigh) == ({}, "")
    assert len(by_day(readings, Segment.THIGH, LEFT, thigh)[0]) == 1


def test_one_reading_of_a_day_with_several_is_their_median(profile: Profile, measured: Person) -> None:
    _record(profile, measured, day(MONDAY, **_sided(LEG | {"upper_thigh": "60 + 60.4 + 59"})))
    assert _values(profile, measured) == [pytest.approx(_leg_ml(60, 42, 38, 23) / 1000)]
    _record(profile, measured, Day(MONDAY, (entry(Spot("upper_thigh", LEFT), "60 + 61"),)))
    assert _values(profile, measured) == [pytest.approx(_leg_ml(60.5, 42, 38, 23) / 1000)]
