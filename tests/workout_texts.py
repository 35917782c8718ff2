"""Workouts in few words: sets as people type them, and a workout with them in the log."""

from __future__ import annotations

from datetime import date
from typing import Any

from done_workouts import AddWorkout
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.set_text import parse_set
from legwork.domain.log.sets import LoggedSet
from legwork.domain.units import UnitSystem
from legwork.services.people import Person, everybody
from legwork.services.profile import Profile
from legwork.services.workouts import workout_of


def typed(*texts: str) -> tuple[LoggedSet, ...]:
    """Sets as a person types them: typed("w 60x8", "100x8@2", "L 24x10 / R 24x9")."""
    return tuple(one for text in texts for one in parse_set(text, UnitSystem.METRIC))


def did(key: str, *texts: str, **facts: Any) -> LoggedExercise:
    """An exercise with its sets."""
    return LoggedExercise(key, typed(*texts), **facts)


def stored(profile: Profile, workout_id: int) -> Workout:
    """A workout as it is in the log, whoever did it."""
    [found] = [one for person in everybody(profile) if (one := workout_of(profile, person.id, workout_id))]
    return found.workout


def add_workout(profile: Profile, person: Person, day: date, *exercises: LoggedExercise, **facts: Any) -> Workout:
    """Log a finished workout; answers with it as it is in the log."""
    outcome = profile.apply(AddWorkout(person.id, Workout(0, day, exercises=exercises, **facts)))
    [workout_id] = outcome.changes.workouts
    return stored(profile, workout_id)
