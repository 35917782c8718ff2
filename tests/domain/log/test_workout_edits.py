"""Changes of a workout: sets and exercises put in and taken out, swaps, and how long it took."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.domain.log.workout_edits import begun, finished, swapped, with_added, with_exercise, with_sets, without
from legwork.domain.plan.cells import parse_cell
from legwork.domain.plan.model import MAX_ENTRIES, Entry, Session
from legwork.domain.units import UnitSystem
from legwork.errors import UserError

DAY = date(2026, 3, 12)
ONE, TWO, THREE = (LoggedSet(reps=reps) for reps in (8, 7, 6))


def workout(*exercises: LoggedExercise, start: time | None = None) -> Workout:
    return Workout(1, DAY, start, exercises=exercises)


def test_a_session_of_the_plan_begins_with_its_exercises_and_no_set() -> None:
    cell = parse_cell("3x8", UnitSystem.METRIC)
    session = Session(7, "Legs", None, (Entry(11, "squat", cell, group=1), Entry(12, "leg_curl", cell, group=1)))
    made = begun(session, DAY, 0, "Legs")
    assert made.session_id == 7 and made.title == "Legs"
    assert made.exercises == (
        LoggedExercise("squat", group=1, entry_id=11), LoggedExercise("leg_curl", group=1, entry_id=12),
    )  # fmt: skip
    assert begun(None, DAY, 0).exercises == () and begun(None, DAY, 0).session_id is None


def test_sets_go_in_the_place_of_others() -> None:
    one = workout(LoggedExercise("squat", (ONE, TWO)), LoggedExercise("row"))
    assert with_sets(one, 0, 2, 0, (THREE,)).exercises[0].sets == (ONE, TWO, THREE)
    assert with_sets(one, 0, 0, 1, (THREE, THREE)).exercises[0].sets == (THREE, THREE, TWO)
    assert with_sets(one, 0, 0, 1, ()).exercises[0].sets == (TWO,)
    assert with_sets(one, 1, 0, 0, (ONE,)).exercises[1].sets == (ONE,)
    with pytest.raises(IndexError):
        with_sets(one, 2, 0, 0, (ONE,))


def test_facts_of_an_exercise_change_alone() -> None:
    one = workout(LoggedExercise("squat", (ONE,)), LoggedExercise("row"))
    changed = with_exercise(one, 0, felt=3, note="deep")
    assert changed.exercises == (LoggedExercise("squat", (ONE,), None, "deep", 3), LoggedExercise("row"))
    with pytest.raises(ValueError, match="felt"):
        with_exercise(one, 0, felt=5)


def test_exercises_come_and_go_and_there_is_a_limit() -> None:
    one = workout(LoggedExercise("squat"))
    assert [each.exercise for each in with_added(one, "row").exercises] == ["squat", "row"]
    assert [each.exercise for each in with_added(one, "row", 0).exercises] == ["row", "squat"]
    assert without(one, 0).exercises == ()
    full = workout(*(LoggedExercise("squat"),) * 2 * MAX_ENTRIES)
    with pytest.raises(UserError, match="exercises"):
        with_added(full, "row")


def test_a_swap_takes_over_the_place_in_the_plan_but_never_sets_of_another_exercise() -> None:
    planned = workout(LoggedExercise("squat", group=2, entry_id=5), LoggedExercise("row"))
    assert swapped(planned, 0, "leg_press").exercises[0] == LoggedExercise("leg_press", group=2, entry_id=5)
    begun_already = workout(LoggedExercise("squat", (ONE,), 2, entry_id=5), LoggedExercise("row"))
    after = swapped(begun_already, 0, "leg_press").exercises
    assert after == (
        LoggedExercise("squat", (ONE,), 2, entry_id=5), LoggedExercise("leg_press", group=2), LoggedExercise("row"),
    )  # fmt: skip
    assert swapped(planned, 0, "squat") is planned


@pytest.mark.parametrize(
    ("start", "now", "minutes"),
    [
        (time(18, 0), datetime(2026, 3, 12, 19, 2, 30), 62),
        (time(23, 30), datetime(2026, 3, 13, 0, 30), 60),
        (time(18, 0), datetime(2026, 3, 12, 17, 0), None),
        (time(18, 0), datetime(2026, 3, 13, 18, 0), None),
        (time(18, 0), None, None),
        (None, datetime(2026, 3, 12, 19, 0), None),
    ],
    ids=["an hour", "past midnight", "the clock jumped back", "left open overnight", "entered later", "no start"],
)
def test_how_long_it_took(start: time | None, now: datetime | None, minutes: int | None) -> None:
    assert finished(workout(start=start), now).minutes == minutes


def test_a_time_that_is_known_is_not_reckoned_again() -> None:
    known = Workout(1, DAY, time(18, 0), minutes=50)
    assert finished(known, datetime.combine(DAY, time(18, 0)) + timedelta(hours=2)).minutes == 50
