"""Starts that do not fit: a day out of order, a workout that begins while the last one still goes on."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.formats.training_doubts import out_of_order, overlapping
from legwork.formats.training_records import About
from training_files import read

FIRST = datetime(2025, 1, 1, 18)
HEADER = "Date,Workout Name,Workout Duration,Exercise Name,Set Order,Weight,Weight Unit,Reps\n"


def days(*numbers: int) -> list[datetime]:
    return [FIRST + timedelta(days=number) for number in numbers]


@pytest.mark.parametrize(
    ("numbers", "odd"),
    [
        (range(12), set()),
        (range(12, 0, -1), set()),
        ([*range(6), -900, *range(6, 12)], {6}),
        ([*range(6), 900, *range(6, 12)], {6}),
        ([*range(12, 6, -1), 900, *range(6, 0, -1)], {6}),
        ([3, 3, 3, 3, 3, 3, 3, 3], set()),
        ([5, 1, 7, 2, 9, 3, 8, 4, 6], set()),  # in no order at all
        ([1, 2, 0, 3], set()),  # too few to tell
    ],
)
def test_a_day_that_does_not_fit(numbers: list[int], odd: set[int]) -> None:
    assert set(out_of_order(days(*numbers))) == odd


@given(st.lists(st.integers(-20, 20), max_size=40))
def test_what_is_left_is_in_order(numbers: list[int]) -> None:
    odd = out_of_order(days(*numbers))
    kept = [number for place, number in enumerate(numbers) if place not in odd]
    assert not odd or kept in (sorted(kept), sorted(kept, reverse=True))


def test_a_workout_that_begins_before_the_last_one_ended() -> None:
    hour = 3600
    spans = [(one, hour) for one in days(*range(10))]
    assert overlapping(spans) == {}
    spans.insert(5, (FIRST + timedelta(days=4, minutes=30), hour))
    assert set(overlapping(spans)) == {5}
    assert overlapping([(FIRST, 134 * hour), *spans[1:4]]) == {}, "a workout that was not ended is told as that"
    assert overlapping([(FIRST + timedelta(minutes=10 * number), hour) for number in range(30)]) == {}


def test_a_file_says_which_workout_it_is() -> None:
    rows = [f"2025-01-{day:02} 18:00:00,A,1h,Squat,1,80,kg,8\n" for day in range(1, 13)]
    rows.insert(6, "2017-05-05 18:00:00,A,1h,Squat,1,80,kg,8\n")
    table = read(HEADER + "".join(rows))
    [odd] = table.suspects
    assert (odd.line, odd.about, odd.workout, odd.block) == (8, About.START, 0, -1)
    assert odd.reason.startswith("This day does not fit between those around it")


def test_a_suspect_set_is_where_it_says() -> None:
    rows = [f"2025-01-{day:02} 18:00:00,A,1h,Squat,1,80,kg,8\n" for day in range(12, 1, -1)]
    rows.append("2025-01-01 18:00:00,A,1h,Bench Press,1,60,kg,8\n")
    rows += [f"2025-01-01 18:00:00,A,1h,Squat,{number},{load},kg,8\n" for number, load in enumerate((80, "x", 860), 1)]
    table = read(HEADER + "".join(rows))
    [odd] = table.suspects
    record = table.workouts[odd.workout].exercises[odd.block].sets[odd.place]
    assert record.load is not None and record.load.entered == "860"
    assert (odd.workout, odd.block, odd.place) == (0, 1, 1), "the set that could not be read has no place"
