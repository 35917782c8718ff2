"""Which days are leg days: by the log where there is one, else by the plan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from food_cases import TODAY, before
from legwork.domain.units import UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.services.food_legs import LegDays, leg_days_of
from legwork.services.people import Person
from legwork.services.plans import AddPlan, plan_of, plans_of
from legwork.services.profile import Profile
from workout_texts import add_workout, did

MONDAY = before(2)
SUNDAY = MONDAY + timedelta(days=6)
SQUATS = did("squat", "100x8@2", "100x8@2", "100x8@1")
PRESSES = did("bench_press", "80x8@2", "80x8@2", "80x8@1")

PLAN = """\
Plan: Legs first
Week
Session: Legs (Monday)
squat: 4x8 100kg
Session: Upper (Tuesday)
bench_press: 4x8
Session: Legs (Thursday)
romanian_deadlift: 4x8
Session: Little (Saturday)
squat: 2x8
Week
Session: Legs (Wednesday)
squat: 4x8
"""


def _days(profile: Profile, person: Person, monday: date = MONDAY, today: date = TODAY) -> str:
    """The week as letters: L for a leg day."""
    found = leg_days_of(profile, person, monday, monday + timedelta(days=6), today)
    return "".join("L" if monday + timedelta(days=place) in found.days else "." for place in range(7))


def _add_plan(profile: Profile, person: Person, starts_on: date | None) -> tuple[int, ...]:
    """The ids of its sessions."""
    profile.apply(AddPlan(person.id, read_plan(PLAN, UnitSystem.METRIC), starts_on))
    stored = plan_of(profile, plans_of(profile, person.id)[-1].id)
    assert stored is not None
    return tuple(one.id for week in stored.plan.blocks[0].weeks for one in week.sessions)


def test_nothing_planned_and_nothing_logged(profile: Profile, person: Person) -> None:
    assert leg_days_of(profile, person, MONDAY, SUNDAY, TODAY) == LegDays()


def test_the_plan_alone(profile: Profile, person: Person) -> None:
    """Two sets of squats make no leg day."""
    _add_plan(profile, person, MONDAY)
    assert _days(profile, person) == "L..L..."
    found = leg_days_of(profile, person, TODAY, TODAY, TODAY)
    assert (found.a_week, found.sessions, found.days) == (2, 4, frozenset())
    assert _days(profile, person, MONDAY + timedelta(weeks=1)) == "..L...."
    assert _days(profile, person, MONDAY + timedelta(weeks=2)) == "......."
    assert _days(profile, person, MONDAY - timedelta(weeks=1)) == "......."


def test_what_was_logged_counts_before_what_was_planned(profile: Profile, person: Person) -> None:
    """Monday's session was done on Tuesday, so Monday was none; Thursday is still to come."""
    legs, *_ = _add_plan(profile, person, MONDAY)
    add_workout(profile, person, before(1), SQUATS, session_id=legs)
    assert _days(profile, person) == ".L.L..."


def test_a_session_that_was_done_before_its_day_is_not_due_again(profile: Profile, person: Person) -> None:
    _, _, thursday, *_ = _add_plan(profile, person, MONDAY)
    add_workout(profile, person, TODAY, SQUATS, session_id=thursday)
    assert _days(profile, person) == "..L...."


def test_upper_body_and_a_few_sets_are_no_leg_day(profile: Profile, person: Person) -> None:
    add_workout(profile, person, MONDAY, PRESSES)
    add_workout(profile, person, before(1), did("squat", "100x8@2", "100x8@2"))
    assert _days(profile, person) == "......."


def test_without_a_plan_the_last_four_weeks_tell_how_often(profile: Profile, person: Person) -> None:
    for weeks, days in ((1, (0, 2, 4)), (2, (0, 3)), (3, ()), (4, (1, 5, 6))):
        for one in days:
            add_workout(profile, person, MONDAY - timedelta(weeks=weeks) + timedelta(days=one), SQUATS)
    add_workout(profile, person, MONDAY - timedelta(weeks=1), PRESSES)
    found = leg_days_of(profile, person, TODAY, TODAY, TODAY)
    assert (found.a_week, found.sessions) == (3, 2)  # a week away tells nothing of leg days; of visits it does
    assert _days(profile, person, MONDAY - timedelta(weeks=1)) == "L.L.L.."


def test_a_plan_that_is_over_tells_nothing_of_today(profile: Profile, person: Person) -> None:
    _add_plan(profile, person, MONDAY - timedelta(weeks=30))
    assert leg_days_of(profile, person, TODAY, TODAY, TODAY).a_week == 0


def test_a_plan_without_a_start_is_of_this_week(profile: Profile, person: Person) -> None:
    first = _add_plan(profile, person, None)
    assert _days(profile, person) == "L..L..."
    assert _days(profile, person, MONDAY + timedelta(weeks=1)) == "......."
    for session in first[:4]:
        add_workout(profile, person, before(20), PRESSES, session_id=session)
    assert _days(profile, person) == "..L...."


def test_the_chosen_plan_counts(profile: Profile, person: Person) -> None:
    _add_plan(profile, person, MONDAY)
    _add_plan(profile, person, MONDAY - timedelta(weeks=1))
    first, second = (one.id for one in plans_of(profile, person.id))
    for chosen, a_week in ((first, 2), (second, 1), (0, 1)):
        assert leg_days_of(profile, person, TODAY, TODAY, TODAY, chosen).a_week == a_week


@pytest.mark.parametrize("starts_on", [MONDAY, None])
def test_a_plan_without_weeks(profile: Profile, person: Person, starts_on: date | None) -> None:
    profile.apply(AddPlan(person.id, read_plan("Plan: Later", UnitSystem.METRIC), starts_on))
    assert leg_days_of(profile, person, MONDAY, SUNDAY, TODAY) == LegDays()
