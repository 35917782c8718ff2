"""Sets and workouts: what none can be, what is hard to believe, and what counts as work."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.exercise import Counting, Exercise, Share, own_exercise
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedKind, LoggedSet, believed_rir
from legwork.domain.log.suspects import effort_doubt, missing_load, suspicion
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.plan.prescription import load_of
from legwork.domain.units import Quantity
from legwork.services.catalogue import catalogue


@pytest.mark.parametrize(
    "bad",
    [
        {},
        {"reps": -1},
        {"seconds": 0},
        {"reps": 5, "assisted": True},
        {"reps": 5, "load": Quantity(-20.0, "kg", "-20")},
        {"reps": 5, "load": Quantity(0.0, "kg", "0")},
        {"reps": 5, "load": Quantity(float("nan"), "kg", "nan")},
        {"reps": 5, "load": Quantity(5.0, "st", "1")},
        {"reps": 5, "rir": -0.5},
        {"reps": 5, "rir": float("nan")},
        {"reps": 5, "note": "two\nlines"},
        {"reps": 10**9},
    ],
)
def test_what_no_set_can_be_is_refused(bad: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        LoggedSet(**bad)


def test_a_slip_from_another_program_is_kept_and_told() -> None:
    slip = LoggedSet(reps=877_777, load=load_of(60, "kg"))
    assert slip.reps == 877_777
    assert suspicion(slip).startswith("877777 reps in one set")


def _bench(counting: Counting = Counting.TOTAL, pattern: Pattern = Pattern.HORIZONTAL_PRESS) -> Exercise:
    return own_exercise("own", "Bench", pattern, [Share(Muscle.CHEST, 1.0)], counting=counting)


@pytest.mark.parametrize(
    ("kg", "exercise", "best", "told"),
    [
        (860, _bench(), None, "860 kg is more than anybody"),
        (860, _bench(pattern=Pattern.LEG_PRESS), None, ""),
        (190, _bench(Counting.PER_HAND), None, "190 kg is more than anybody"),
        (100, _bench(), 47.5, "100 kg is 2.1 times your heaviest so far, 47.5 kg"),
        (100, _bench(), 60, ""),
        (20, _bench(), 5, ""),
        (900, None, None, ""),
        (100, None, None, ""),
    ],
)
def test_what_is_hard_to_believe(kg: float, exercise: Exercise | None, best: float | None, told: str) -> None:
    found = suspicion(LoggedSet(reps=5, load=load_of(kg, "kg")), exercise, best)
    assert found.startswith(told) and bool(found) == bool(told)


@pytest.mark.parametrize(
    ("text", "rir", "told"),
    [
        ("180x12@6", 6, "@6 means 6 reps left; an effort of 6 out of 10 is @6 RPE."),
        ("180x12 @6 RIR", 6, ""),
        ("180x12 rpe4", 6, ""),
        ("180x12@6; not rpe", 6, "@6 means"),
        ("180x12@4", 4, ""),
        ("180x12", None, ""),
    ],
)
def test_many_reps_left_in_a_bare_number_are_asked_about(text: str, rir: float | None, told: str) -> None:
    found = effort_doubt(LoggedSet(reps=12, load=load_of(180, "kg"), rir=rir), text)
    assert found.startswith(told) and bool(found) == bool(told)


@pytest.mark.parametrize(
    ("key", "one", "asked"),
    [
        ("romanian_deadlift", LoggedSet(reps=12), True),
        ("romanian_deadlift", LoggedSet(reps=12, load=load_of(60, "kg")), False),
        ("romanian_deadlift", LoggedSet(LoggedKind.WARM_UP, reps=12), False),
        ("bulgarian_split_squat", LoggedSet(reps=12), False),
        ("pull_up", LoggedSet(reps=12), False),
    ],
)
def test_a_bar_without_a_load_is_asked_about(key: str, one: LoggedSet, asked: bool) -> None:
    exercise = catalogue().get(key)
    assert exercise is not None
    assert bool(missing_load(one, exercise)) == asked
    assert not missing_load(one, None)


def test_more_help_than_before_is_no_slip() -> None:
    assert not suspicion(LoggedSet(reps=5, load=load_of(60, "kg"), assisted=True), None, 20)


@pytest.mark.parametrize(
    ("one", "works"),
    [
        (LoggedSet(reps=5), True),
        (LoggedSet(seconds=5), True),
        (LoggedSet(reps=0), False),
        (LoggedSet(reps=0, seconds=20), False),
        (LoggedSet(LoggedKind.WARM_UP, reps=5), False),
        (LoggedSet(LoggedKind.FAILURE, reps=5), True),
    ],
)
def test_warm_ups_and_failed_attempts_count_for_nothing(one: LoggedSet, works: bool) -> None:
    assert one.works is works


def test_failure_leaves_nothing() -> None:
    assert LoggedSet(LoggedKind.FAILURE, reps=5).reps_left == 0
    assert LoggedSet(reps=5).reps_left is None


@given(st.none() | st.floats())
def test_any_reps_left_of_another_program_become_such_as_are_kept(number: float | None) -> None:
    kept = believed_rir(number)
    assert LoggedSet(reps=5, rir=kept).rir == kept
    if number is not None and 0 <= number <= 9:
        assert kept is not None and abs(kept - number) <= 0.25


@pytest.mark.parametrize("bad", [{"exercise": ""}, {"felt": 5}, {"felt": -1}, {"group": 0}, {"note": "a\nb"}])
def test_limits_of_an_exercise(bad: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        LoggedExercise(**({"exercise": "squat"} | bad))


@pytest.mark.parametrize("bad", [{"minutes": -3}, {"utc_offset_minutes": 2000}])
def test_limits_of_a_workout(bad: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        Workout(1, date(2025, 1, 1), **bad)
