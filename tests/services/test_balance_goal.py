"""One click on a gap makes a goal that is realistic: the value of the comparison on the day when it is likely."""

from __future__ import annotations

from datetime import timedelta

import pytest

from goal_cases import TODAY, looked_at, measure, plan, train
from legwork.domain.forecast.reach import Wish
from legwork.domain.units import UnitSystem
from legwork.services.balance_goal import LATEST_WEEKS, SOONEST_WEEKS, BalanceGoal, balance_goal
from legwork.services.balance_rows import GapRow
from legwork.services.goals import SetGoal
from legwork.services.people import ChangePerson, Person, everybody
from legwork.services.profile import Profile


def gap(target: float, unit: str = "cm") -> GapRow:
    """The row of a calf; only its target counts here."""
    return GapRow("calf", "Calf", unit, 35.0, 38.0, 41.0, target, 37.0, 36.5, 37.5, "", "", "", "", "")


def edited(found: BalanceGoal, person: Person) -> SetGoal:
    """The edit that sets it."""
    edit = found.edit(person.id, TODAY)
    assert edit is not None
    return edit


@pytest.fixture
def trains(profile: Profile, person: Person) -> Person:
    """Grows by 0.02 cm a week with ten sets, now at 37.9 cm."""
    for side in ("left", "right"):
        measure(profile, person, f"calf_{side}", lambda week: 38.0 - 0.02 * week)
    train(profile, person, 10)
    return person


def test_the_day_is_when_it_is_as_likely_as_not(profile: Profile, trains: Person) -> None:
    found = balance_goal(profile, trains, gap(38.8), TODAY)
    assert (
        found is not None
        and found.quantity is not None
        and found.quantity.entered == "38.8"
        and str(found.measure) == "site/calf"
    )
    assert TODAY + timedelta(weeks=SOONEST_WEEKS) < found.due < TODAY + timedelta(weeks=LATEST_WEEKS)
    profile.apply(edited(found, trains))
    view = looked_at(profile, trains, "site/calf")
    assert view.wish is Wish.LIKELY and view.chance == pytest.approx(0.5, abs=0.05)
    assert found.said.startswith("38.8\N{NO-BREAK SPACE}cm goes with your build; by ")


def test_a_plan_counts_where_there_is_one(profile: Profile, trains: Person) -> None:
    before = balance_goal(profile, trains, gap(38.8), TODAY)
    plan(profile, trains, 20)
    after = balance_goal(profile, trains, gap(38.8), TODAY)
    assert before is not None and after is not None and after.due < before.due


def test_it_is_no_nearer_than_twelve_weeks(profile: Profile, trains: Person) -> None:
    found = balance_goal(profile, trains, gap(38.0), TODAY)
    assert found is not None and found.due == TODAY + timedelta(weeks=SOONEST_WEEKS)


def test_what_takes_longer_than_three_years_has_a_first_stage(profile: Profile, trains: Person) -> None:
    found = balance_goal(profile, trains, gap(44.0), TODAY)
    assert found is not None and found.due == TODAY + timedelta(weeks=LATEST_WEEKS)
    assert 38.0 < found.quantity.value < 41.0 and found.quantity.value * 2 == round(found.quantity.value * 2)
    assert found.said.startswith("44.0\N{NO-BREAK SPACE}cm goes with your build and is likely to take more than three")
    profile.apply(edited(found, trains))
    assert looked_at(profile, trains, "site/calf").wish is Wish.LIKELY


def test_without_growth_in_sight_there_is_no_goal_and_that_is_said(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", lambda week: 38.0)
    train(profile, person, 1)
    found = balance_goal(profile, person, gap(42.0), TODAY)
    assert found is not None and found.quantity is None and found.edit(person.id, TODAY) is None
    assert found.said.startswith("42.0\N{NO-BREAK SPACE}cm goes with your build.") and "no goal was set" in found.said


def test_where_nothing_is_logged_the_usual_sets_are_assumed_and_that_is_said(
    profile: Profile, person: Person
) -> None:  # fmt: skip
    measure(profile, person, "calf_left", lambda week: 38.0)
    found = balance_goal(profile, person, gap(39.0), TODAY)
    assert found is not None and found.quantity is not None and 38.0 < found.quantity.value <= 39.0
    assert found.said.endswith("That is with about 10 hard sets a week, as nothing is logged yet.")


def test_where_little_growth_is_likely_the_stage_is_a_small_one(profile: Profile, person: Person) -> None:
    measure(profile, person, "calf_left", lambda week: 38.3 - 0.002 * week)
    train(profile, person, 5)
    found = balance_goal(profile, person, gap(42.0), TODAY)
    assert found is not None and found.quantity is not None and found.due == TODAY + timedelta(weeks=LATEST_WEEKS)
    assert 38.3 < found.quantity.value < 38.8
    assert found.said.startswith("42.0\N{NO-BREAK SPACE}cm goes with your build and is likely to take more than three")
    profile.apply(edited(found, person))
    view = looked_at(profile, person, "site/calf")
    assert view.wish is Wish.LIKELY and view.chance is not None and view.chance >= 0.5


def test_nothing_to_go_and_nothing_measured_make_no_goal(profile: Profile, trains: Person) -> None:
    assert balance_goal(profile, trains, gap(36.0), TODAY) is None
    other = GapRow("upper_thigh", "Upper thigh", "cm", 1, 2, 3, 60.0, None, None, None, "", "", "", "", "")
    assert balance_goal(profile, trains, other, TODAY) is None


def test_inches(profile: Profile, trains: Person) -> None:
    profile.apply(ChangePerson(trains.id, "units", UnitSystem.IMPERIAL))
    [person] = everybody(profile)
    found = balance_goal(profile, person, gap(15.25, "in"), TODAY)
    assert found is not None and found.quantity.unit == "in" and found.quantity.value == pytest.approx(15.25 * 2.54)
    stage = balance_goal(profile, person, gap(18.0, "in"), TODAY)
    assert stage is not None and stage.quantity.value / 2.54 * 4 == pytest.approx(
        round(stage.quantity.value / 2.54 * 4)
    )
