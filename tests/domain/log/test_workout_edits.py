"""Changes of a workout: sets and exercises put in and taken out, swaps, and how long it took."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.domain.log.workout_edits import (
    again,
    apart,
    begun,
    finished,
    joined,
    moved,
    place_after,
    place_apart,
    swapped,
    under_way,
    with_added,
    with_exercise,
    with_sets,
    without,
)
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


def test_a_workout_is_done_again_in_its_order_and_turns_without_what_belonged_to_that_day() -> None:
    done = Workout(
        5, DAY, time(18), 60, 45, "Legs",
        (LoggedExercise("squat", (ONE, TWO), 1, "deep", 2, 11), LoggedExercise("leg_curl", (THREE,), 1)), "tired", 7,
    )  # fmt: skip
    later = DAY + timedelta(days=7)
    assert again(done, later) == Workout(
        0, later, title="Legs", exercises=(LoggedExercise("squat", group=1), LoggedExercise("leg_curl", group=1))
    )


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


def turns(text: str) -> Workout:
    """Exercises by letter, each with the number of its superset behind it: "a b1 c1"."""
    return workout(*(LoggedExercise(one[0], (ONE,), int(one[1:]) if one[1:] else None) for one in text.split()))


def told(one: Workout) -> str:
    return " ".join(f"{each.exercise}{each.group or ''}" for each in one.exercises)


@pytest.mark.parametrize(
    ("before", "place", "step", "after", "there"),
    [
        ("a b c", 0, 1, "b a c", 1),
        ("a b c", 2, -1, "a c b", 1),
        ("a b c", 0, -1, "a b c", 0),
        ("a b c", 2, 1, "a b c", 2),
        ("a b1 c1", 0, 1, "b1 c1 a", 2),
        ("a b1 c1", 1, -1, "b1 c1 a", 0),
        ("a b1 c1", 2, -1, "a c1 b1", 1),
        ("a1 b1 c2 d2 e", 0, -1, "a1 b1 c2 d2 e", 0),
        ("a1 b1 c2 d2 e", 1, 1, "c2 d2 a1 b1 e", 3),
        ("a1 b1 c2 d2 e", 3, 1, "a1 b1 e c2 d2", 4),
    ],
)
def test_an_exercise_goes_up_and_down_and_supersets_stay_whole(
    before: str, place: int, step: int, after: str, there: int
) -> None:
    one = turns(before)
    assert told(moved(one, place, step)) == after and place_after(one, place, step) == there
    assert moved(one, place, step).exercises[there] == one.exercises[place]


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("a b c", 1, "a1 b1 c"),
        ("a b c", 0, "a b c"),
        ("a1 b1 c", 2, "a1 b1 c1"),
        ("a1 b1 c", 1, "a1 b1 c"),
        ("a b2 c2", 1, "a2 b2 c2"),
        ("a1 b1 c2 d2", 2, "a1 b1 c1 d1"),
        ("a1 b1 c d", 3, "a1 b1 c2 d2"),
    ],
)
def test_a_superset_is_made_with_the_one_above(before: str, place: int, after: str) -> None:
    assert told(joined(turns(before), place)) == after


@pytest.mark.parametrize(
    ("before", "place", "after", "there"),
    [
        ("a1 b1 c", 1, "a b c", 1),
        ("a1 b1 c1", 0, "a b1 c1", 0),
        ("a1 b1 c1 d", 1, "a1 c1 b d", 2),
        ("a b", 1, "a b", 1),
    ],
)
def test_a_superset_is_taken_apart(before: str, place: int, after: str, there: int) -> None:
    one = turns(before)
    assert told(apart(one, place)) == after and place_apart(one, place) == there


def test_nobody_is_left_in_a_superset_alone_and_none_is_torn_apart() -> None:
    assert told(without(turns("a1 b1 c"), 0)) == "b c"
    assert told(without(turns("a1 b1 c1"), 0)) == "b1 c1"
    assert told(with_added(turns("a1 b1 c"), "n", 1)) == "a1 b1 n c"
    assert told(with_added(turns("a b c"), "n", 1)) == "a n b c"
    assert told(with_added(turns("a1 b1"), "n", 0)) == "n a1 b1"


@pytest.mark.parametrize(
    ("start", "now", "going_on"),
    [
        (time(18, 0), datetime(2026, 3, 12, 23, 59), True),
        (time(18, 0), datetime(2026, 3, 12, 17, 0), True),  # the clock was put back
        (time(23, 30), datetime(2026, 3, 13, 0, 30), True),
        (time(18, 0), datetime(2026, 3, 13, 0, 1), False),
        (time(23, 30), datetime(2026, 3, 13, 9, 0), False),
        (time(0, 10), datetime(2026, 3, 11, 23, 50), False),
        (None, datetime(2026, 3, 12, 18, 0), False),
    ],
)
def test_a_workout_goes_on_past_midnight_but_not_till_the_morning(
    start: time | None, now: datetime, going_on: bool
) -> None:
    assert under_way(workout(start=start), now) is going_on
