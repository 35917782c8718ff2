"""The balance index over time: one line of the same girths throughout, which never jumps and never vanishes."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from balance_bodies import BUILD, again, balance, both, man, record, standing, week, without
from helpers import MONDAY, day, somebody
from legwork.domain.measures import INDEX, Family, Measure
from legwork.domain.sites import Side, Spot
from legwork.domain.units import Quantity, UnitSystem
from legwork.services.balance_history import by_day
from legwork.services.balance_needs import missing
from legwork.services.check_ins import Day, Entry, measured_spots
from legwork.services.measure_series import MeasureSeries
from legwork.services.measures import offers, series_of
from legwork.services.people import ChangePerson, Person
from legwork.services.profile import Profile
from legwork.services.spot_readings import Reading, SpotReadings

FIRST = MONDAY.toordinal()
BALANCE = Measure(Family.BALANCE, INDEX)
LEGS = {**both("upper_thigh", "60"), **both("calf", "38")}


def _line(profile: Profile, person: Person) -> tuple[dict[int, Reading], str]:
    return by_day(SpotReadings(profile, person), person)


def _values(profile: Profile, person: Person) -> list[float]:
    found, _ = _line(profile, person)
    return [found[when].value for when in sorted(found)]


def _weeks(profile: Profile, person: Person) -> list[int]:
    return [(when - FIRST) // 7 for when in sorted(_line(profile, person)[0])]


def _series(profile: Profile, person: Person) -> list[MeasureSeries]:
    return series_of(profile, person, [BALANCE])[BALANCE]


def _lacks(profile: Profile, person: Person) -> str:
    return missing(person, measured_spots(profile, person.id))


def test_the_index_by_hand(profile: Profile) -> None:
    """Source: SCIENCE section 1: the middle of this build is 62.303 and 39.342 cm."""
    person = man(profile)
    record(profile, person, day(MONDAY, **BUILD, **LEGS))
    found, note = _line(profile, person)
    by_hand = 100 * math.sqrt(60 / 62.303 * 38 / 39.342)
    assert found[FIRST].value == pytest.approx(by_hand, abs=0.01)
    assert 0.3 < found[FIRST].sd < 1.5
    assert note == (
        "Leg balance: your upper thigh and calf in percent of the middle of people with your height and your neck, "
        "shoulders, chest, flexed arm, forearm, wrist and waist."
    )


def test_it_ends_with_what_the_balance_page_says_today(profile: Profile) -> None:
    person = man(profile)
    record(profile, person, *(day(week(number), **BUILD, **LEGS) for number in range(3)))
    assessment = balance(profile, person).assessment
    assert assessment is not None and assessment.index is not None
    assert _values(profile, person)[-1] == pytest.approx(assessment.index.value.value)
    assert _line(profile, person)[0][FIRST + 14].sd == pytest.approx(assessment.index.value_sd)


@pytest.mark.parametrize("late", ["neck", "shoulders", "forearm", "flexed_arm"])
def test_a_girth_that_is_added_late_makes_no_jump(profile: Profile, late: str) -> None:
    person = man(profile)
    record(profile, person, *(day(week(number), **without(late), **LEGS) for number in range(20)))
    before = _values(profile, person)
    assert len(set(before)) == 1
    record(profile, person, day(week(19), **{name: text for name, text in BUILD.items() if name.startswith(late)}))
    assert _values(profile, person) == before


def test_a_second_check_in_with_a_new_site_leaves_the_first_on_the_line(profile: Profile) -> None:
    person = man(profile)
    record(profile, person, day(MONDAY, **without("neck"), **LEGS), day(week(1), **BUILD, **LEGS))
    assert _weeks(profile, person) == [0, 1]


@pytest.mark.parametrize(("old", "new"), [("upper_thigh", "calf"), ("calf", "upper_thigh"), ("lower_thigh", "calf")])
def test_a_leg_site_that_is_added_late_neither_cuts_the_line_nor_moves_it(profile: Profile, old: str, new: str) -> None:
    person = man(profile)
    record(profile, person, *(day(week(number), **BUILD, **both(old, "41")) for number in range(20)))
    before, note = _values(profile, person), _line(profile, person)[1]
    record(profile, person, day(week(19), **both(new, "50")))
    assert _values(profile, person) == before
    assert len(before) == 20 and _line(profile, person)[1] == note
    record(profile, person, *(day(week(number), **both(new, "50")) for number in range(2, 19)))
    assert len(_values(profile, person)) == 18
    assert _values(profile, person)[-1] != before[-1]


def test_a_site_that_is_no_longer_measured_does_not_end_the_line(profile: Profile) -> None:
    person = man(profile)
    for number in range(40):
        record(profile, person, day(week(number), **(BUILD if number < 22 else without("neck")), **LEGS))
    assert _weeks(profile, person) == list(range(40))
    assert len(set(_values(profile, person))) == 1
    assert "neck" not in _line(profile, person)[1]
    record(profile, person, *(day(week(40 + number), **BUILD, **both("calf", "38")) for number in range(20)))
    assert _weeks(profile, person)[-1] == 59, "the thigh has gone, and the calf goes on"
    assert _line(profile, person)[1].startswith("Leg balance: your calf in percent")


def test_days_without_legs_are_left_out(profile: Profile) -> None:
    person = man(profile)
    record(profile, person, *(day(week(number), **BUILD) for number in range(6)))
    assert _line(profile, person) == ({}, "")
    record(profile, person, day(week(1), **LEGS), day(week(4), calf_left="39"))
    assert _weeks(profile, person) == [1, 4]
    first, second = _values(profile, person)
    assert second == pytest.approx(first * math.sqrt(39 / 38)), "the thigh of three weeks ago still stands"


def test_a_build_that_is_too_old_tells_nothing(profile: Profile) -> None:
    person = man(profile)
    record(profile, person, day(MONDAY, **BUILD), *(day(week(number), **LEGS) for number in range(30)))
    assert _weeks(profile, person) == list(range(14)), "13 weeks are 91 days"
    assert "wrist" in _line(profile, person)[1]
    record(profile, person, day(week(25), waist="84", chest="112"))
    assert _weeks(profile, person) == [*range(14), *range(25, 30)]


def test_another_height_moves_all_days(profile: Profile) -> None:
    person = man(profile)
    record(profile, person, *(day(week(number), **BUILD, **LEGS) for number in range(4)))
    before = _values(profile, person)
    profile.apply(ChangePerson(person.id, "stature", Quantity(190.0, "cm", "190")))
    after = _values(profile, again(profile))
    assert len(after) == 4 and all(one != other for one, other in zip(after, before, strict=True))
    assert len(set(after)) == 1
    profile.apply(ChangePerson(person.id, "stature", None))
    assert _line(profile, again(profile)) == ({}, "")
    profile.apply(ChangePerson(person.id, "stature", Quantity(180.0, "cm", "180")))
    assert _values(profile, again(profile)) == before


@pytest.mark.parametrize("sides", [("left",), ("right",), ("left", "right")])
def test_the_sides_that_were_measured(profile: Profile, sides: tuple[str, ...]) -> None:
    person = man(profile)
    girths = {f"{site}_{side}": text for site, text in (("upper_thigh", "60"), ("calf", "38")) for side in sides}
    record(profile, person, day(MONDAY, **BUILD, **girths))
    [one] = _line(profile, person)[0].values()
    assert one.value == pytest.approx(100 * math.sqrt(60 / 62.303 * 38 / 39.342), abs=0.01)
    other = man(profile, name="Bea")
    record(profile, other, day(MONDAY, **BUILD, upper_thigh="60", calf="38"))
    [unsided] = _line(profile, other)[0].values()
    assert unsided.value == pytest.approx(one.value)
    assert (unsided.sd > one.sd + 1e-9) is (len(sides) == 2), "two sides are surer than one"


def test_legs_that_grow_on_one_build_rise(profile: Profile) -> None:
    person = man(profile)
    for number in range(12):
        record(profile, person, day(week(number), **BUILD, **both("upper_thigh", f"{56 + number / 2}")))
    values = _values(profile, person)
    assert values == sorted(values) and len(set(values)) == 12
    assert values[0] == pytest.approx(100 * 56 / 62.303, abs=0.01)


# ---- as a measure among others


def test_as_a_series_it_has_percent_error_bars_and_a_note(profile: Profile) -> None:
    person = man(profile)
    record(profile, person, *(day(week(number), **BUILD, **LEGS) for number in range(8)))
    [metric] = _series(profile, person)
    assert (metric.label, metric.unit, metric.factor, metric.region) == ("Leg balance", "%", 1.0, "lower")
    assert metric.measure == BALANCE and metric.measure.side is Side.NONE
    assert len(metric.days) == len(metric.values) == len(metric.errors) == 8 and min(metric.errors) > 0
    assert metric.usual_per_week == pytest.approx(0.0012 * metric.values[0])
    assert metric.note.startswith("Leg balance: ") and metric.trend.level[-1] == pytest.approx(metric.values[-1])
    profile.apply(ChangePerson(person.id, "units", UnitSystem.IMPERIAL))
    [imperial] = _series(profile, again(profile))
    assert (imperial.unit, imperial.values, imperial.errors) == ("%", metric.values, metric.errors)


def test_what_it_still_needs_is_said(profile: Profile) -> None:
    person = somebody(profile)
    assert _lacks(profile, person) == ("Needs to know whether to compare with men or women: choose under People.")
    profile.apply(ChangePerson(person.id, "sex", "female"))
    person = again(profile)
    assert _lacks(profile, person) == (
        "Needs your height (under People); your waist; your chest, shoulders or flexed arm; and your upper thigh, "
        "lower thigh or calf."
    )
    record(profile, person, day(MONDAY, waist="70", calf_left="36"))
    assert _lacks(profile, person) == "Needs your height (under People) and your chest, shoulders or flexed arm."
    profile.apply(ChangePerson(person.id, "stature", Quantity(1e4, "cm", "x")))
    assert "your height" in _lacks(profile, again(profile)), "a document from elsewhere may hold any number"
    profile.apply(ChangePerson(person.id, "stature", Quantity(165.0, "cm", "165")))
    person = again(profile)
    assert _lacks(profile, person) == "Needs your chest, shoulders or flexed arm."
    assert {str(one.measure): one.missing for one in offers(profile, person)}["balance/index"] == _lacks(
        profile, person
    )
    assert _series(profile, person) == []
    record(profile, person, day(MONDAY, shoulders="100"))
    assert _lacks(profile, person) == ""
    assert len(_series(profile, person)) == 1


def test_nobody_to_compare_with_has_no_line(profile: Profile) -> None:
    person = somebody(profile, stature=Quantity(180.0, "cm", "180"))
    record(profile, person, day(MONDAY, **BUILD, **LEGS))
    assert _series(profile, person) == []
    profile.apply(ChangePerson(person.id, "sex", "male"))
    [man_line] = _series(profile, again(profile))
    profile.apply(ChangePerson(person.id, "sex", "female"))
    [woman_line] = _series(profile, again(profile))
    assert man_line.values != woman_line.values


@pytest.mark.parametrize("value", [0.0, 0.05, 0.2, 999.0, 1001.0, 1e4])
def test_numbers_that_no_body_has_break_nothing(profile: Profile, value: float) -> None:
    person = man(profile)
    odd = (Quantity(value, "cm", "x"),)
    sites = ("upper_thigh", "calf", "waist", "chest", "flexed_arm", "wrist")
    record(profile, person, Day(week(1), tuple(Entry(Spot(site, side), odd) for site in sites for side in Side)))
    record(profile, person, *(day(week(number), **BUILD, **LEGS) for number in (0, 2)))
    for one in _series(profile, person):
        assert all(map(math.isfinite, (*one.values, *one.errors, *one.trend.level, *one.trend.level_sd)))
        assert {FIRST, FIRST + 14} <= set(one.days)


SITES = ("neck", "shoulders", "chest", "flexed_arm_left", "wrist_left", "waist", "upper_thigh_left", "calf_right")


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sets(st.sampled_from(SITES)), min_size=1, max_size=8), st.integers(10, 60))
def test_whoever_can_be_judged_today_has_a_line_that_ends_today(
    profile: Profile, weeks: list[set[str]], gap: int
) -> None:
    """And where nothing changes, the line is level, whatever was measured when."""
    person = man(profile)
    body = {**BUILD, "upper_thigh_left": "60", "calf_right": "38"}
    whens = [MONDAY + timedelta(days=gap * number) for number in range(len(weeks))]
    record(
        profile,
        person,
        *(day(when, **{name: body[name] for name in names}) for when, names in zip(whens, weeks, strict=True)),
    )
    found, note = _line(profile, person)
    assert len({round(one.value, 9) for one in found.values()}) <= 1
    assert bool(found) is bool(note)
    legs_days = [when for when, names in zip(whens, weeks, strict=True) if names & {"upper_thigh_left", "calf_right"}]
    now = balance(profile, person)
    if legs_days and now.day == legs_days[-1].toordinal() and now.needs == "":
        assert max(found) == now.day
        assert standing(now, "calf").middle_cm > 0


def test_the_number_on_the_page_is_the_newest_point_of_the_chart(profile: Profile) -> None:
    """A calf, a neck and shoulders that are new today must not make two different balances."""
    person = man(profile)
    early = without("neck", "shoulders")
    record(profile, person, *(day(week(one), **early, **both("upper_thigh", "62")) for one in range(20)))
    record(profile, person, day(week(20), **BUILD, **both("upper_thigh", "62"), **both("calf", "34")))
    assessment = balance(profile, person).assessment
    assert assessment is not None and assessment.index is not None
    assert _values(profile, person)[-1] == pytest.approx(assessment.index.value.value)
    assert len(_values(profile, person)) == 21
