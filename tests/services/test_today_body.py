"""The body on the first page: few of many numbers, the most telling ones, and where the legs stand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from helpers import MONDAY, day
from legwork.domain.units import Quantity
from legwork.domain.verdict import Call
from legwork.errors import Cancelled
from legwork.services.check_ins import RecordReadings
from legwork.services.people import ChangePerson, Person, everybody
from legwork.services.profile import Profile
from legwork.services.today_body import MOST_ROWS, BodyGlance, body_glance

UPPER = {"waist": "84", "chest": "108", "shoulders": "124", "neck": "39", "hips": "98"}


@pytest.fixture
def man(profile: Profile, person: Person) -> Person:
    profile.apply(ChangePerson(person.id, "sex", "male"))
    profile.apply(ChangePerson(person.id, "stature", Quantity(180.0, "cm", "180")))
    return everybody(profile)[0]


def record(profile: Profile, person: Person, week: int, **texts: str) -> None:
    profile.apply(RecordReadings(person.id, (day(MONDAY + timedelta(weeks=week), **{**UPPER, **texts}),)))


def growing(profile: Profile, person: Person, weeks: int = 20) -> BodyGlance:
    """The left thigh grows by 0.25 cm a week, the right one and the calves stay; ripples as of a tape."""
    for week in range(weeks):
        ripple = (0.0, 0.15, -0.1, 0.05)[week % 4]
        record(
            profile, person, week,
            upper_thigh_left=f"{57 + 0.25 * week + ripple:.2f}", upper_thigh_right=f"{58 - ripple:.2f}",
            calf_left=f"{37 + ripple:.2f}", calf_right=f"{37 - ripple:.2f}",
            flexed_arm_left="40", flexed_arm_right="40",
        )  # fmt: skip
    return body_glance(profile, person, MONDAY + timedelta(weeks=weeks - 1))


def test_nothing_measured_says_nothing(profile: Profile, man: Person) -> None:
    found = body_glance(profile, man, MONDAY)
    assert found.changes.day is None and found.changes.lines == ()
    assert not found.balance.index and not found.balance.today_known and found.balance.history is None


def test_both_sides_stand_in_one_row_and_the_one_that_grew_is_named(profile: Profile, man: Person) -> None:
    found = growing(profile, man)
    lines = {one.name: one for one in found.changes.lines}
    thigh = lines["Upper thigh"]
    assert thigh.now == "61.8 / 58.0\N{NO-BREAK SPACE}cm"
    assert (thigh.sign, thigh.call) == ("▲", Call.GROWING)
    assert thigh.trend.startswith("left +") and "right" not in thigh.trend
    calf = lines["Calf"]
    assert (calf.sign, calf.trend, calf.call) == ("…", "too early to tell", Call.TOO_EARLY)
    assert len(found.changes.lines) == MOST_ROWS
    assert (found.changes.since, found.changes.over) == ("since 12 May", "trend, 12 weeks")
    assert found.changes.more > 0


def test_what_is_real_is_named_before_legs_that_stand_still(profile: Profile, man: Person) -> None:
    for week in range(14):
        sites = ("upper_thigh", "lower_thigh", "mid_thigh", "calf", "knee")
        legs = {f"{site}_{side}": "40" for site in sites for side in ("left", "right")}
        record(profile, man, week, ankle_left="23", ankle_right="23", **{**legs, "waist": f"{90 - 0.5 * week}"})
    lines = body_glance(profile, man, MONDAY + timedelta(weeks=13)).changes.lines
    waist = next(one for one in lines if one.name == "Waist")
    assert (waist.sign, waist.call) == ("▼", Call.SHRINKING)
    assert waist.trend.startswith("shrinking, −"), "colour and sign never stand alone"
    assert [one.region for one in lines].count("lower") == MOST_ROWS - 1


def test_a_single_check_in_has_no_trend_and_no_step(profile: Profile, man: Person) -> None:
    record(profile, man, 0, upper_thigh_left="58", upper_thigh_right="58")
    found = body_glance(profile, man, MONDAY)
    assert found.changes.before is None and found.changes.over == ""
    assert all(not one.step and not one.trend for one in found.changes.lines)
    assert "first check-in" in found.changes.said


def test_days_of_the_scale_alone_are_not_the_check_in_before(profile: Profile, man: Person) -> None:
    record(profile, man, 0, calf_left="37", calf_right="37")
    record(profile, man, 1, calf_left="37.2", calf_right="37")
    for away in (*range(1, 7), *range(8, 14)):
        weighed = day(MONDAY + timedelta(days=away), body_weight="80")
        profile.apply(RecordReadings(man.id, (weighed,)))
    found = body_glance(profile, man, MONDAY + timedelta(days=13)).changes
    assert (found.day, found.before) == (MONDAY + timedelta(weeks=1), MONDAY)


def test_the_number_and_the_history_are_those_of_the_balance_page(profile: Profile, man: Person) -> None:
    from legwork.services.balance_view import balance_view

    glance = growing(profile, man).balance
    today = MONDAY + timedelta(weeks=19)
    view = balance_view(profile, man, today)
    assert (glance.headline, glance.numbers) == (view.headline, view.numbers)
    assert (glance.index, glance.span) == view.index_parts
    assert glance.history is not None and view.history is not None
    assert glance.history.days == view.history.days
    assert glance.history.level[-1] > glance.history.level[0] + 1
    assert glance.history.first == "Jan 2025" and glance.history.last == "May 2025"


def test_the_small_history_is_cut_to_two_years(profile: Profile, man: Person) -> None:
    for week in range(-120, 90, 20):
        record(profile, man, week, upper_thigh_left="58", upper_thigh_right="58")
    today = MONDAY + timedelta(weeks=80)
    history = body_glance(profile, man, today).balance.history
    assert history is not None
    assert date.fromordinal(history.days[0]) >= today - timedelta(days=732)
    late = body_glance(profile, man, today + timedelta(days=1000)).balance.history
    assert late is None, "a line that ended years ago is no news"


def test_who_gave_no_height_is_sent_to_people(profile: Profile, person: Person) -> None:
    record(profile, person, 0, upper_thigh_left="58", upper_thigh_right="58")
    balance = body_glance(profile, person, MONDAY).balance
    assert (balance.index, balance.page, balance.today_known) == ("", "people", True)
    assert balance.headline


def test_it_can_be_stopped(profile: Profile, man: Person) -> None:
    growing(profile, man, weeks=6)
    calls = []

    def stop() -> None:
        calls.append(1)
        if len(calls) > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        body_glance(profile, man, MONDAY + timedelta(weeks=5), stop)
