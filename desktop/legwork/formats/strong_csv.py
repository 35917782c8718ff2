"""Workouts in the shape of Strong's semicolon table, which Hevy and many others take in.

Owns only the writing: reading such tables is the affair of `strong`. It must not know the catalogue.

Hevy refuses tables of this shape in which notes, seconds or a length are empty (told by people who moved there, not by
Hevy), so an empty note is a dash, no seconds are 0 and an unknown length is 0m; `strong` reads all three as nothing.
What Strong has no place for is left out: sides, supersets, myo sets as such, how an exercise was felt. A workout of
which only the day is known begins at noon, for without a time it would be refused; two that would begin at the same
second under the same title are set a second apart, or they would become one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, time, timedelta

from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.units import decimal_text
from legwork.formats.records import KeptWorkout
from legwork.formats.safe_cells import as_table, harmless, plain_number
from legwork.formats.training_sets import named

HEADER = (
    "Date", "Workout Name", "Exercise Name", "Set Order", "Weight", "Weight Unit", "Reps", "RPE", "Distance",
    "Distance Unit", "Seconds", "Notes", "Workout Notes", "Workout Duration",
)  # fmt: skip

NO_NOTE = "-"
NOON = time(12)

_LETTERS = {LoggedKind.WARM_UP: "W", LoggedKind.DROP: "D", LoggedKind.FAILURE: "F"}
_UNITS = {"kg": "kg", "lb": "lbs"}


def write(workouts: Iterable[KeptWorkout], name_of: Callable[[str], str], untitled: str) -> bytes:
    """The table of all sets. name_of: the name of the exercise that has a key. untitled: for workouts without one."""
    return as_table(HEADER, _rows(workouts, name_of, untitled), ";", byte_order_mark=False)


def _rows(
    workouts: Iterable[KeptWorkout], name_of: Callable[[str], str], untitled: str
) -> Iterator[tuple[str, ...]]:  # fmt: skip
    taken: set[tuple[datetime, str]] = set()
    for kept in workouts:
        one = kept.workout
        title = " ".join(one.title.split()) or untitled
        start = datetime.combine(one.day, one.start or NOON)
        while (start, title) in taken:
            start += timedelta(seconds=1)
        taken.add((start, title))
        for exercise in one.exercises:
            yield from _sets(one, exercise, start, title, name_of(exercise.exercise))


def _sets(
    workout: Workout, exercise: LoggedExercise, start: datetime, title: str, name: str
) -> Iterator[tuple[str, ...]]:  # fmt: skip
    helped, number = named(name).helped, 0
    for one in exercise.sets:
        letter = _LETTERS.get(one.kind, "")
        number += not letter
        kilometres = "" if one.distance_m is None else plain_number(round(one.distance_m / 1000, 9))
        yield (
            start.isoformat(" ", "seconds"), harmless(title), harmless(name), letter or str(number),
            _load(one, helped), _UNITS[one.load.unit] if one.load else "kg", str(one.reps or 0), _rpe(one),
            kilometres, "km" if kilometres else "", str(one.seconds or 0), _note(exercise, one),
            _text(workout.note), _length(workout.minutes),
        )  # fmt: skip


def _load(one: LoggedSet, helped: bool) -> str:
    """Help is below zero, unless the exercise is one whose name says that it is help."""
    if one.load is None:
        return "0"
    return f"-{decimal_text(one.load)}" if one.assisted and not helped else decimal_text(one.load)


def _rpe(one: LoggedSet) -> str:
    """An RPE is 10 without the reps left. Source: Zourdos 2016, the RPE scale by reps in reserve."""
    return "" if one.rir is None else plain_number(10 - one.rir)


def _note(exercise: LoggedExercise, one: LoggedSet) -> str:
    said = [exercise.note] if one is exercise.sets[0] else []
    return _text(" / ".join(part for part in (*said, one.note) if part))


def _text(note: str) -> str:
    return harmless(note) if note else NO_NOTE


def _length(minutes: int | None) -> str:
    hours, rest = divmod(minutes or 0, 60)
    return f"{hours}h {rest}m" if hours else f"{rest}m"
