"""Logs that nobody would keep on purpose: whatever stands in them, counting goes on and promises only numbers."""

from __future__ import annotations

from datetime import date, time, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.log.columns import SetRow, columns_of, rows_of
from legwork.domain.log.counting import Counted, count_sets
from legwork.domain.log.estimates import estimates_of
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.records import records_of
from legwork.domain.log.set_text import parse_set
from legwork.domain.log.sets import MOST_NUMBER, LoggedKind, LoggedSet
from legwork.domain.log.stalls import courses_of, stalls_of
from legwork.domain.log.sums import Sums, What, daily, maintenance_sets, rows_behind, week_count, weekly
from legwork.domain.muscles import Muscle
from legwork.domain.sites import Region, Side
from legwork.domain.units import Quantity, UnitSystem
from log_strategies import EXERCISES, FIRST_DAY, RIRS
from plan_strategies import LOOKUP

LAST_DAY = FIRST_DAY + timedelta(days=40)
_LOADS = st.none() | st.sampled_from([0.000001, 0.5, 100.0, 999_999.0, float(MOST_NUMBER)])
_KINDS = st.sampled_from(LoggedKind).map(str) | st.sampled_from(["", "giant", "WARM_UP"])
_SIDES = st.sampled_from(Side).map(str) | st.sampled_from(["", "both"])
_ROWS = st.builds(
    SetRow,
    set_id=st.integers(1, 10**9),
    workout_id=st.integers(1, 4),
    day=st.just(0),
    place=st.integers(0, 3),
    exercise=EXERCISES,
    kind=_KINDS,
    side=_SIDES,
    reps=st.none() | st.sampled_from([0, 1, 8, 877_777, MOST_NUMBER]),
    seconds=st.none() | st.sampled_from([1, 60, MOST_NUMBER]),
    load_kg=_LOADS,
    assisted=st.booleans(),
    rir=RIRS | st.just(3.7),
).map(lambda row: row._replace(day=FIRST_DAY.toordinal() + 9 * (row.workout_id // 2)))
"""Two workouts share each day."""
_WEIGHINGS = st.none() | st.dictionaries(
    st.integers(FIRST_DAY.toordinal() - 9, LAST_DAY.toordinal() + 9), st.sampled_from([40.0, 80.0, 300.0]), max_size=3
)


def promised(sums: Sums) -> None:
    """The sums are numbers, none below zero, and there are no more hard sets than sets."""
    numbers = [sums.sets, sums.hard, sums.tonnage_kg, sums.unknown]
    for region in Region:
        numbers += [sums.region_sets(region), sums.region_tonnage_kg(region)]
    for muscle in Muscle:
        numbers += sums.muscle(muscle.value)
    assert all(np.all(np.isfinite(one)) and np.all(one >= 0) for one in numbers)
    assert np.all(sums.hard <= sums.sets) and np.all(sums.unknown <= sums.sets)


def all_of(counted: Counted) -> None:
    """Everything that is worked out of counted sets goes through, and its numbers are numbers."""
    assert np.all(np.isin(counted.sets, (0.0, 0.5, 1.0))) and np.all(np.isin(counted.hard, (0.0, 0.5, 1.0)))
    known = counted.tonnage_kg[~np.isnan(counted.tonnage_kg)]
    assert np.all(np.isfinite(known)) and np.all(known >= 0)
    for sums in (weekly(counted), weekly(counted, LAST_DAY), daily(counted)):
        promised(sums)
        assert sums.sets.sum() == counted.sets.sum()
    assert rows_behind(counted, What.HARD, FIRST_DAY, LAST_DAY)[1].sum() == counted.hard.sum()
    line = maintenance_sets(weekly(counted).sets.sum(axis=1).tolist())
    assert line is None or line > 0
    week = week_count(counted, FIRST_DAY)
    assert all(np.isfinite(kg) and kg > 0 for kg in week.tonnage_kg.values())
    estimates = estimates_of(counted)
    assert np.all(np.isfinite(estimates.kg)) and np.all(estimates.kg > 0)
    for record in records_of(counted):
        assert np.isfinite(record.value)
    stalls_of(courses_of(estimates, LAST_DAY), counted.lookup)


@given(st.lists(_ROWS, max_size=12), _WEIGHINGS)
def test_rows_of_any_kind_in_any_order_are_counted(rows: list[SetRow], weighed: dict[int, float] | None) -> None:
    all_of(count_sets(columns_of(rows), LOOKUP, weighed))


def sets(*texts: str) -> tuple[LoggedSet, ...]:
    return tuple(one for text in texts for one in parse_set(text, UnitSystem.METRIC))


def counted(*workouts: Workout) -> Counted:
    return count_sets(columns_of(rows_of(workouts)), LOOKUP)


def squats(number: int, day: date, start: time | None = None, minutes: int | None = None) -> Workout:
    return Workout(number, day, start, None, minutes, exercises=(LoggedExercise("back_squat", sets("100x5", "100x5")),))


def test_a_workout_that_ends_after_midnight_counts_on_the_day_on_which_it_began() -> None:
    found = daily(counted(squats(1, FIRST_DAY + timedelta(days=6), time(23, 30), 90)))
    assert found.starts == ((FIRST_DAY + timedelta(days=6)).toordinal(),)
    week = week_count(counted(squats(1, FIRST_DAY + timedelta(days=6), time(23, 30), 90)), FIRST_DAY)
    assert week.lower == 2, "Sunday night still belongs to the week"


def test_two_workouts_of_one_day_are_both_counted_whichever_clock_was_set() -> None:
    """The second one says an earlier time, as after a clock that was put back; its length is then not known."""
    twice = [squats(1, FIRST_DAY, time(18, 0), 60), squats(2, FIRST_DAY, time(17, 30))]
    for log in (twice, twice[::-1]):
        found = week_count(counted(*log), FIRST_DAY, minutes={1: 60.0})
        assert (found.lower, found.tonnage_kg) == (4, {Region.LOWER: 2000})
        assert found.session_minutes == {1: 60.0}
        promised(daily(counted(*log)))


@pytest.mark.parametrize(
    "done",
    [
        LoggedSet(reps=877_777, load=Quantity(60.0, "kg", "60")),
        LoggedSet(reps=8, load=Quantity(float(MOST_NUMBER), "kg", "10000000")),
        LoggedSet(reps=0, load=Quantity(60.0, "kg", "60")),
        LoggedSet(distance_m=1000.0),
        LoggedSet(seconds=MOST_NUMBER),
    ],
    ids=["reps", "load", "no reps", "a distance", "seconds"],
)
def test_an_absurd_set_is_counted_as_it_stands_and_makes_no_record(done: LoggedSet) -> None:
    """Nothing is dropped without a word: it is told as suspect where it is shown, and no best is made of it."""
    usual = [LoggedExercise("bench", sets("60x8")) for _ in range(3)]
    log = [Workout(number, FIRST_DAY + timedelta(days=number), exercises=(one,)) for number, one in enumerate(usual, 1)]
    odd = Workout(9, FIRST_DAY + timedelta(days=9), exercises=(LoggedExercise("bench", (done,)),))
    all_of(counted(*log, odd))
    assert [one for one in records_of(counted(*log, odd)) if one.workout_id == 9] == []


@pytest.mark.parametrize("wrong", [{"reps": -1}, {"seconds": 0}, {"reps": MOST_NUMBER + 1}, {}])
def test_what_is_no_set_cannot_be_made(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"reps|seconds"):
        LoggedSet(**wrong)


@pytest.mark.parametrize("kg", [0.0, -20.0, float("nan"), float("inf"), MOST_NUMBER + 1.0])
def test_what_is_no_load_cannot_be_made(kg: float) -> None:
    """A load below zero in a file of another program is help, and comes in as such."""
    with pytest.raises(ValueError, match="no load"):
        LoggedSet(reps=8, load=Quantity(kg, "kg", f"{kg:g}"))
