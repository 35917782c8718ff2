"""People who measure, train and want something, in few words, for tests of goals and what is likely."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from done_workouts import AddWorkout
from helpers import day as check_in
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.domain.units import Quantity, UnitSystem
from legwork.formats.plan_text import read_plan
from legwork.services.check_ins import RecordReadings
from legwork.services.goal_outlook import goal_views
from legwork.services.goal_shapes import GoalView
from legwork.services.goals import SetGoal
from legwork.services.people import Person
from legwork.services.plans import AddPlan
from legwork.services.profile import Profile

TODAY = date(2025, 6, 30)
"""A Monday."""


def measure(
    profile: Profile, person: Person, spot: str, level: Callable[[int], float], weeks: int = 52, ago: int = 0
) -> None:
    """Weekly readings of a spot up to so many weeks ago; level: by the week before today, 0 on the last day."""
    days = [
        check_in(TODAY - timedelta(weeks=week), **{spot: f"{level(week):.2f}"})
        for week in reversed(range(ago, ago + weeks))
    ]
    profile.apply(RecordReadings(person.id, tuple(days)))


def growing(per_week: float, now: float = 38.0) -> Callable[[int], float]:
    """A level that rises by so much a week."""
    return lambda week: now - per_week * week


def train(
    profile: Profile, person: Person, sets: int, weeks: int = 52, exercise: str = "standing_calf_raise", ago: int = 1
) -> None:
    """So many hard sets a week on Tuesdays, up to so many weeks ago."""
    for week in reversed(range(ago, ago + weeks)):
        done = LoggedExercise(exercise, (LoggedSet(reps=10),) * sets)
        workout = Workout(0, TODAY - timedelta(days=7 * week - 1), exercises=(done,))
        profile.apply(AddWorkout(person.id, workout))


def plan(profile: Profile, person: Person, sets: int, exercise: str = "standing_calf_raise", weeks: int = 8) -> None:
    """A plan of this exercise from the current week on."""
    text = "Plan: More\nBlock: Base (accumulate)\n"
    text += "".join(f"Week {at + 1}\nSession: Legs (Monday)\n{exercise}: {sets}x8-12\n" for at in range(weeks))
    profile.apply(AddPlan(person.id, read_plan(text, UnitSystem.METRIC), TODAY))


def want(
    profile: Profile, person: Person, measure: str, value: float, weeks: int = 52, unit: str = "cm", ago: int = 0
) -> GoalView:
    """Set a goal some weeks ago that is due in some weeks, and look at it."""
    due, set_on = TODAY + timedelta(weeks=weeks), TODAY - timedelta(weeks=ago)
    profile.apply(SetGoal(person.id, measure, Quantity(value, unit, f"{value:g}"), due, set_on, measure))
    return looked_at(profile, person, measure)


def looked_at(profile: Profile, person: Person, measure: str) -> GoalView:
    """The goal of a measure."""
    [found] = [one for one in goal_views(profile, person, TODAY) if one.goal.measure == measure]
    return found
