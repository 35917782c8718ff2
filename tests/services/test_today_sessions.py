"""Where a person stands in their plan, read without reading it as a whole: the same as the Train page says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from done_workouts import AddWorkout
from helpers import MONDAY, somebody
from legwork.domain.log.asked_week import week_topic
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.services.choices import SetChoices
from legwork.services.people import Person
from legwork.services.plans import AddPlan, SetPlanStart, StoredPlan, plan_of, plans_of
from legwork.services.profile import Profile
from legwork.services.today_sessions import Planned, Sessions, When, sessions_now
from legwork.services.train_week import next_row, week_number, week_of
from legwork.services.workouts import StartWorkout, workouts_of
from plan_samples import plan_of as made
from plan_samples import week_of as week_like

CELLS = {"squat": "3x8 100kg", "leg_extension": "3x12"}


def after(days: int) -> date:
    return MONDAY + timedelta(days=days)


@pytest.fixture
def plan(profile: Profile, person: Person) -> StoredPlan:
    """Three sessions a week for two weeks, the first on a Monday; the last of them on any day."""
    days = week_like({"Legs A mon": CELLS, "Upper wed": CELLS, "Any": {"squat": "3x8"}})
    profile.apply(AddPlan(person.id, made(days, days, name="Legs first"), MONDAY))
    stored = plan_of(profile, plans_of(profile, person.id)[0].id)
    assert stored is not None
    return stored


def session(plan: StoredPlan, place: int, week: int = 0) -> int:
    return [one for block in plan.plan.blocks for one in block.weeks][week].sessions[place].id


def did(profile: Profile, person: Person, when: date, session_id: int | None = None, title: str = "") -> None:
    sets = (LoggedExercise("squat", (LoggedSet(reps=8),)),)
    profile.apply(AddWorkout(person.id, Workout(0, when, exercises=sets, session_id=session_id, title=title)))


def test_without_a_plan_nothing_is_ahead(profile: Profile, person: Person) -> None:
    assert sessions_now(profile, person, MONDAY) == Sessions()


@pytest.mark.parametrize(
    ("days", "title", "when", "day"),
    [
        (-3, "Legs A", When.NEXT, 0),
        (0, "Legs A", When.TODAY, 0),
        (1, "Legs A", When.OPEN, 0),
        (2, "Upper", When.TODAY, 2),
        (3, "Legs A", When.OPEN, 0),
    ],
)
def test_the_session_that_comes_next(
    profile: Profile, person: Person, plan: StoredPlan, days: int, title: str, when: When, day: int
) -> None:
    found = sessions_now(profile, person, after(days))
    assert found.planned is Planned.RUNS
    assert found.ahead is not None
    assert (found.ahead.title, found.ahead.when, found.ahead.day) == (title, when, after(day))
    assert found.ahead.exercises == 2


def test_it_says_what_the_train_page_says(profile: Profile, person: Person, plan: StoredPlan) -> None:
    for day, place in ((0, 0), (2, 1), (4, 2)):
        for today in range(day, day + 2):
            log = [one.workout for one in workouts_of(profile, person.id)]
            number = week_number(plan.plan, MONDAY, log, after(today))
            row = next_row(week_of(plan.plan, MONDAY, number, log, after(today)))
            found = sessions_now(profile, person, after(today)).ahead
            assert found is not None
            assert row is not None
            assert (found.session_id, found.title, found.day) == (row.session.id, row.title, row.day)
        did(profile, person, after(day), session(plan, place))


def test_when_all_is_done_the_next_week_comes_and_in_the_end_nothing(
    profile: Profile, person: Person, plan: StoredPlan
) -> None:
    for place in range(3):
        did(profile, person, after(place), session(plan, place))
    found = sessions_now(profile, person, after(3))
    assert (found.done, found.count) == (3, 3)
    assert found.ahead is not None
    assert (found.ahead.title, found.ahead.when, found.ahead.day) == ("Legs A", When.NEXT, after(7))
    assert sessions_now(profile, person, after(14)).planned is Planned.ENDED
    assert sessions_now(profile, person, after(14)).ahead is None


def test_a_plan_without_a_start_goes_on_where_something_is_to_do(
    profile: Profile, person: Person, plan: StoredPlan
) -> None:
    profile.apply(SetPlanStart(plan.info.id, None))
    for place in range(3):
        did(profile, person, after(place), session(plan, place))
    found = sessions_now(profile, person, after(3))
    assert found.ahead is not None
    assert (found.ahead.session_id, found.ahead.when) == (session(plan, 0, week=1), When.ANY)
    for place in range(3):
        did(profile, person, after(4 + place), session(plan, place, week=1))
    assert sessions_now(profile, person, after(9)).planned is Planned.ENDED


def test_what_is_in_progress_and_what_was_done_today(profile: Profile, person: Person, plan: StoredPlan) -> None:
    did(profile, person, MONDAY, session(plan, 0), "Legs A")
    did(profile, person, MONDAY)
    profile.apply(StartWorkout(person.id, Workout(0, MONDAY, session_id=session(plan, 1), title="Upper")))
    found = sessions_now(profile, person, MONDAY)
    assert found.running is not None
    assert (found.running.title, found.running.day) == ("Upper", MONDAY)
    assert found.done_today == ("Legs A", "Free session")
    assert sessions_now(profile, somebody(profile, "Bo"), MONDAY) == Sessions(), "of nobody else"


def test_the_week_before_waits_for_its_answers_until_they_are_there(
    profile: Profile, person: Person, plan: StoredPlan
) -> None:
    did(profile, person, after(1), session(plan, 0))
    assert sessions_now(profile, person, after(3)).week is None, "this week is not over"
    assert sessions_now(profile, person, after(7)).week == MONDAY
    assert sessions_now(profile, person, after(14)).week is None, "too long ago"
    profile.apply(SetChoices(person.id, ((week_topic(MONDAY), ("skipped",)),), after(7), "x"))
    assert sessions_now(profile, person, after(7)).week is None


def test_this_week_waits_as_soon_as_all_of_it_is_done(profile: Profile, person: Person, plan: StoredPlan) -> None:
    for place in range(3):
        did(profile, person, after(place), session(plan, place))
    assert sessions_now(profile, person, after(3)).week == MONDAY


def test_a_workout_without_a_single_exercise_asks_nothing(profile: Profile, person: Person) -> None:
    profile.apply(AddWorkout(person.id, Workout(0, MONDAY)))
    assert sessions_now(profile, person, after(7)).week is None
