"""Expected against seen: when no lever is named, and what is said instead."""

from __future__ import annotations

from datetime import timedelta

from helpers import day
from legwork.domain.units import Quantity
from legwork.services.check_ins import RecordReadings
from legwork.services.goals import SetGoal
from legwork.services.loop import LoopView
from legwork.services.profile import Profile
from loop_cases import ENOUGH, TODAY, flat, lifter, measured, only, trained, view


def test_all_as_expected_is_one_quiet_line(profile: Profile) -> None:
    one = lifter(profile)
    measured(one, 26, lambda week: 55 + 0.04 * week, lambda week: 36 + 0.02 * week)
    trained(one, 26, week=ENOUGH)
    found = view(one)
    assert found.cards == ()
    thigh, calf = found.lines
    assert thigh.startswith("Upper thigh grows as expected or better (+0.1") and " expected)." in thigh
    assert calf.startswith("Calf")
    assert found.said == f"{thigh} {calf}"


def test_early_says_what_could_be_seen_and_what_could_not(profile: Profile) -> None:
    one = lifter(profile)
    measured(one, 6, flat)
    trained(one, 6, week=ENOUGH)
    found = view(one)
    assert found.cards == ()
    assert found.said.startswith("Upper thigh: After 5 weeks a change of 0.") and "more weeks to be seen" in found.said
    few = lifter(profile)
    measured(few, 6, flat)
    trained(few, 6)
    assert "hardly any growth is to be expected; of about 10 hard sets" in view(few).said


def test_nothing_one_check_in_no_log_and_a_year_without_readings(profile: Profile) -> None:
    one = lifter(profile)
    assert view(one) == LoopView() and view(one).said == ""
    measured(one, 1, flat)
    assert view(one).said == (
        "Upper thigh: what it should do and what it does can be compared after 8 weeks of logged training."
    )
    trained(one, 10, week=ENOUGH)
    assert view(one).said == "Upper thigh: measured on one day so far; the next check-ins show how it moves."
    assert view(one, TODAY + timedelta(days=14)).cards == ()
    late = TODAY + timedelta(days=400)
    assert view(one, late).cards == () and "8 weeks of logged training" in view(one, late).said


def test_old_readings_tell_nothing_of_training_that_goes_on(profile: Profile) -> None:
    one = lifter(profile)
    trained(one, 20, week=ENOUGH)
    for back in range(20, 10, -1):
        when = TODAY - timedelta(weeks=back)
        profile.apply(RecordReadings(one.person.id, (day(when, upper_thigh_left="55", upper_thigh_right="55.2"),)))
    assert view(one).said == (
        "Upper thigh: not measured in the last weeks of training; measure it, and what it does can be told."
    )


def test_a_limb_that_is_not_behind_is_left_alone_unless_it_has_a_goal(profile: Profile) -> None:
    one = lifter(profile)
    measured(one, 20, lambda _week: 68.0)
    trained(one, 20)
    assert view(one) == LoopView()
    goal = SetGoal(
        one.person.id, "site/upper_thigh", Quantity(70.0, "cm", "70"), TODAY + timedelta(days=300), TODAY, "x"
    )
    profile.apply(goal)
    assert only(one).site == "upper_thigh"
