"""Goals that contradict each other or themselves are told in a sentence each; others are let be."""

from __future__ import annotations

from datetime import timedelta

import pytest

from goal_cases import TODAY, want
from helpers import day as check_in
from legwork.domain.units import Quantity
from legwork.services.check_ins import RecordReadings
from legwork.services.goal_conflicts import contradictions
from legwork.services.goal_outlook import goal_views
from legwork.services.goals import SetGoal
from legwork.services.people import Person
from legwork.services.profile import Profile


@pytest.fixture(autouse=True)
def body(profile: Profile, person: Person) -> None:
    """Measured for some weeks, all of it still."""
    sizes = {
        "body_weight": "80", "upper_thigh_left": "58", "upper_thigh_right": "58", "mid_thigh_left": "54",
        "mid_thigh_right": "54",
        "calf_left": "37", "calf_right": "37", "flexed_arm_left": "40", "flexed_arm_right": "40",
        "relaxed_arm_left": "36", "relaxed_arm_right": "36", "hips": "98", "waist": "84",
    }  # fmt: skip
    days = [check_in(TODAY - timedelta(weeks=week), **sizes) for week in range(12)]
    profile.apply(RecordReadings(person.id, tuple(days)))


def told(profile: Profile, person: Person, **goals: float) -> tuple[str, ...]:
    """What is said of these goals, all due in a year."""
    units = {"body_weight": "kg", "thigh_arm": ""}
    for key, value in goals.items():
        name, _, side = key.partition("__")
        family = "ratio" if name == "thigh_arm" else "site"
        text = f"{family}/{name}:{side}" if side else f"{family}/{name}"
        want(profile, person, text, value, unit=units.get(name, "cm"))
    return contradictions(goal_views(profile, person, TODAY))


def test_goals_that_go_together_are_let_be(profile: Profile, person: Person) -> None:
    assert told(profile, person) == ()
    assert told(profile, person, upper_thigh=60, calf=38, flexed_arm=41, body_weight=79, hips=96, waist=82) == ()


def test_growth_with_a_weight_far_lower(profile: Profile, person: Person) -> None:
    [said] = told(profile, person, upper_thigh=60, body_weight=72)
    assert said.startswith("Upper thigh, left up to 60.0\N{NO-BREAK SPACE}cm and body weight down to 72.0")
    assert "growth is slow or stands still" in said


def test_a_weight_lower_by_some_grams_is_none(profile: Profile, person: Person) -> None:
    assert told(profile, person, upper_thigh=60, body_weight=78) == ()


def test_one_limb_up_and_down(profile: Profile, person: Person) -> None:
    found = told(profile, person, upper_thigh=60, mid_thigh=52)
    assert len(found) == 2
    assert found[0].startswith("Mid-thigh, left: 52.0\N{NO-BREAK SPACE}cm lies behind the 54.0\N{NO-BREAK SPACE}cm")
    assert found[0].endswith("It asks for less, not for growth.")
    assert found[1].startswith("Upper thigh, left up to 60.0") and "are of one limb: both cannot be had" in found[1]


def test_sides_that_go_apart_are_two_limbs(profile: Profile, person: Person) -> None:
    found = told(profile, person, upper_thigh__left=60, mid_thigh__right=52)
    assert not any("one limb" in one for one in found)


def test_less_later_than_more(profile: Profile, person: Person) -> None:
    want(profile, person, "site/calf", 39.0, weeks=40)
    want(profile, person, "site/calf:left", 38.0, weeks=60)
    [said] = contradictions(goal_views(profile, person, TODAY))
    assert said.startswith("Calf, left to 38.0") and "asks for less than Calf, both sides to 39.0" in said
    want(profile, person, "site/calf:left", 38.0, weeks=20)
    assert contradictions(goal_views(profile, person, TODAY)) == (), "a step on the way"


def test_a_relaxed_arm_larger_than_a_flexed_one(profile: Profile, person: Person) -> None:
    [said] = told(profile, person, flexed_arm=41, relaxed_arm=42)
    assert said.startswith("Relaxed arm, left to 42.0") and "smaller in nearly everybody" in said


def test_a_ratio_against_its_parts(profile: Profile, person: Person) -> None:
    """60 over 41 is 1.463."""
    [said] = told(profile, person, thigh_arm=1.6, upper_thigh=60, flexed_arm=41)
    assert "make Thigh : arm 1.463, not the 1.600 you want" in said
    assert told(profile, person, thigh_arm=1.47, upper_thigh=60, flexed_arm=41) == ()


def test_a_difference_against_its_sides(profile: Profile, person: Person) -> None:
    want(profile, person, "difference/calf", 0.3)
    [said] = told(profile, person, calf__left=38, calf__right=39)
    assert said.startswith("Calf, left to 38.0") and "farther apart than the difference you want, 0.3" in said
    assert told(profile, person, calf__left=38.8, calf__right=39) == ()


def test_a_day_that_has_gone_by(profile: Profile, person: Person) -> None:
    due = TODAY - timedelta(days=1)
    profile.apply(SetGoal(person.id, "site/calf", Quantity(40, "cm", "40"), due, due - timedelta(9), "Calf"))
    [said] = contradictions(goal_views(profile, person, TODAY))
    assert said == "Calf, left: the day of this goal, 29 Jun 2025, has gone by. Choose a new day, or let it go."


def test_what_was_never_measured_contradicts_nothing_by_its_direction(profile: Profile, person: Person) -> None:
    assert told(profile, person, forearm=20, lower_thigh=40, upper_thigh=60) == ()
