"""Which week is asked about: the same one for the first page, the Train page, the review and expected against seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from done_workouts import AddWorkout
from helpers import MONDAY, somebody
from helpers import day as readings_of
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.services.asked_week import asked_week, sessions_done
from legwork.services.check_ins import RecordReadings
from legwork.services.loop_facts import LoopFacts
from legwork.services.people import Person
from legwork.services.plans import AddPlan, SetPlanStart, StoredPlan, plan_of, plan_of_today, plans_of
from legwork.services.profile import Profile
from legwork.services.today_sessions import sessions_now
from legwork.services.weekly_review import weekly_review
from legwork.services.workouts import StartWorkout
from plan_samples import plan_of as made
from plan_samples import week_of as week_like

CELLS = {"squat": "3x8 100kg", "leg_extension": "3x12"}
DONE = (LoggedSet(reps=8), LoggedSet(reps=8))
WARM = (LoggedSet(LoggedKind.WARM_UP, reps=8),)
WEDNESDAY, NEXT = MONDAY + timedelta(days=2), MONDAY + timedelta(weeks=1)


@pytest.fixture
def plan(profile: Profile, person: Person) -> StoredPlan:
    """Two sessions a week for two weeks."""
    days = week_like({"Legs A mon": CELLS, "Legs B wed": CELLS})
    profile.apply(AddPlan(person.id, made(days, days, name="Legs first"), MONDAY))
    stored = plan_of(profile, plans_of(profile, person.id)[0].id)
    assert stored is not None
    return stored


class Gym:
    """What somebody with that plan does in its first week."""

    def __init__(self, profile: Profile, person: Person, plan: StoredPlan) -> None:
        self.profile, self.person, self.plan = profile, person, plan

    def did(self, place: int | None, sets: tuple[LoggedSet, ...] = DONE, *, running: bool = False) -> None:
        first = next(one for block in self.plan.plan.blocks for one in block.weeks)
        session_id = None if place is None else first.sessions[place].id
        lifts = (LoggedExercise("squat", sets), LoggedExercise("leg_extension", sets))
        workout = Workout(0, MONDAY, exercises=lifts, session_id=session_id)
        edit = StartWorkout(self.person.id, workout) if running else AddWorkout(self.person.id, workout)
        self.profile.apply(edit)

    def all_of_it(self) -> None:
        self.did(0)
        self.did(1)

    def one_by_one_left_open(self) -> None:
        self.all_of_it()
        self.did(None, running=True)

    def without_a_start(self) -> None:
        self.all_of_it()
        self.profile.apply(SetPlanStart(self.plan.info.id, None))

    def by_another_plan(self) -> None:
        """All is done of a plan that is not the one they train by."""
        self.all_of_it()
        days = week_like({"Legs mon": CELLS})
        self.profile.apply(AddPlan(self.person.id, made(days, days, name="New"), MONDAY))


Doing = Callable[[Gym], None]


@pytest.mark.parametrize(
    ("doing", "today", "asked"),
    [
        (lambda _gym: None, NEXT, None),
        (lambda gym: gym.did(0), WEDNESDAY, None),
        (lambda gym: gym.did(0), NEXT, MONDAY),
        (lambda gym: gym.did(None), NEXT, MONDAY),
        (lambda gym: gym.did(0), NEXT + timedelta(weeks=1), None),
        (lambda gym: gym.did(0, ()), NEXT, None),
        (lambda gym: gym.did(0, WARM), NEXT, None),
        (lambda gym: gym.did(0, running=True), NEXT, MONDAY),
        (Gym.all_of_it, WEDNESDAY, MONDAY),
        (Gym.one_by_one_left_open, WEDNESDAY, None),
        (Gym.without_a_start, WEDNESDAY, None),
        (Gym.by_another_plan, WEDNESDAY, None),
    ],
    ids=[
        "nothing", "this week is not over", "last week", "last week, free", "long ago", "an exercise but no set",
        "warm-up sets only", "never finished", "all of this week", "one is in progress", "no start", "another plan",
    ],
)  # fmt: skip
def test_all_who_ask_mean_the_same_week(
    profile: Profile, person: Person, plan: StoredPlan, doing: Doing, today: date, asked: date | None
) -> None:
    doing(Gym(profile, person, plan))
    assert asked_week(profile, person, today) == asked
    assert sessions_now(profile, person, today).week == asked, "the first page"
    judged = LoopFacts(profile, person, today, 0, bool).week_facts().week
    assert judged == (asked or today - timedelta(days=today.weekday(), weeks=1)), "expected against seen"
    profile.apply(RecordReadings(person.id, (readings_of(today, waist="84"),)))
    assert bool(weekly_review(profile, person, today, today).ahead.ask) is (asked is not None), "the review"


def test_which_plan_was_chosen_decides_whether_all_is_done(profile: Profile, person: Person, plan: StoredPlan) -> None:
    Gym(profile, person, plan).by_another_plan()
    assert asked_week(profile, person, WEDNESDAY, plan.info.id) == MONDAY
    assert sessions_now(profile, person, WEDNESDAY, plan.info.id).week == MONDAY
    chosen = plan_of_today(profile, person.id, WEDNESDAY, plan.info.id)
    assert chosen is not None and chosen.info.id == plan.info.id
    newest = plan_of_today(profile, person.id, WEDNESDAY)
    assert newest is not None and newest.info.name == "New"


def test_a_session_is_done_by_a_workout_with_a_set(profile: Profile, person: Person, plan: StoredPlan) -> None:
    gym = Gym(profile, person, plan)
    gym.did(0)
    gym.did(1, ())
    gym.did(None)
    first = next(one for block in plan.plan.blocks for one in block.weeks)
    assert sessions_done(profile, person) == ((first.sessions[0].id, MONDAY),)
    assert LoopFacts(profile, person, NEXT, 0, bool).week_facts().log == sessions_done(profile, person)
    assert sessions_done(profile, somebody(profile, "Bo")) == (), "of nobody else"
