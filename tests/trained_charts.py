"""Weeks of workouts in the log, for the Charts page."""

from __future__ import annotations

from datetime import date, timedelta

from charts_driver import TODAY
from done_workouts import AddWorkout
from legwork.domain.log.model import Workout
from program_driver import Desk
from workout_texts import did

MONDAY = TODAY - timedelta(days=TODAY.weekday())


def train(desk: Desk, day: date, *texts: str) -> None:
    """Squats and three presses on a day."""
    exercises = (did("squat", *texts), did("bench_press", *["60x8@2"] * 3))
    desk.context.profile.apply(AddWorkout(desk.person.id, Workout(0, day, exercises=exercises)))


def train_weeks(desk: Desk, weeks: int = 12) -> None:
    """Four squats and three presses each Monday of the last weeks; this week two squats."""
    for back in range(weeks, 0, -1):
        train(desk, MONDAY - timedelta(weeks=back), *[f"{100 + weeks - back}x5@1"] * 4)
    train(desk, MONDAY, "120x5@1", "120x5@1")
    desk.context.runner.reload_everything()
