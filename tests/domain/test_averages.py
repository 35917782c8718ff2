"""Readings gathered by week and month: worked examples, and what must hold for any readings."""

from __future__ import annotations

import math
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.averages import Averages, Bucket, gathered

MONDAY = date(2026, 11, 16).toordinal()
FIRST, LAST = date(1990, 1, 1).toordinal(), date(2090, 1, 1).toordinal()
READING = st.tuples(st.integers(FIRST, LAST), st.floats(0.1, 400), st.floats(0.01, 5))
HISTORY = st.lists(READING, max_size=60, unique_by=lambda one: one[0]).map(sorted)
GATHERING = st.sampled_from([Bucket.WEEK, Bucket.MONTH])


def columns(history):
    return tuple(tuple(column) for column in zip(*history, strict=True)) or ((), (), ())


def test_a_week_runs_from_monday_to_sunday():
    days = [MONDAY - 1, MONDAY, MONDAY + 6, MONDAY + 7]
    found = gathered(days, [10.0, 20.0, 30.0, 40.0], [1.0] * 4, Bucket.WEEK)
    assert found.values == (10.0, 25.0, 40.0)
    assert found.days == (MONDAY - 1, MONDAY + 3, MONDAY + 7)


def test_a_month_is_the_calendars_not_thirty_days():
    days = [date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1)]
    found = gathered([day.toordinal() for day in days], [36.0, 37.0, 40.0], [1.0] * 3, Bucket.MONTH)
    assert found.values == (36.5, 40.0)
    assert date.fromordinal(found.days[0]) == date(2026, 1, 16)


@pytest.mark.parametrize(
    ("new_year", "before"),
    [
        (date(2025, 1, 1), date(2024, 12, 30)),
        (date(2027, 1, 1), date(2026, 12, 28)),
        (date(2021, 1, 3), date(2021, 1, 1)),
    ],
)
def test_the_week_around_new_year_is_one(new_year, before):
    found = gathered([before.toordinal(), new_year.toordinal()], [1.0, 2.0], [1.0, 1.0], Bucket.WEEK)
    assert found.values == (1.5,)


def test_the_same_week_number_of_another_year_is_another_week():
    days = [date(2025, 6, 2).toordinal(), date(2026, 6, 1).toordinal()]
    assert len(gathered(days, [1.0, 2.0], [1.0, 1.0], Bucket.WEEK).days) == 2
    assert len(gathered(days, [1.0, 2.0], [1.0, 1.0], Bucket.MONTH).days) == 2


def test_the_error_of_a_mean_is_the_tapes_not_the_spread():
    found = gathered([MONDAY, MONDAY + 1, MONDAY + 2, MONDAY + 3], [30.0, 50.0, 30.0, 50.0], [0.4] * 4, Bucket.WEEK)
    assert found.errors == pytest.approx((0.4 / math.sqrt(4),))
    uneven = gathered([MONDAY, MONDAY + 1], [1.0, 1.0], [0.3, 0.4], Bucket.WEEK)
    assert uneven.errors == pytest.approx((0.25,))


def test_each_reading_by_itself_is_left_as_it_is():
    days, values, errors = [MONDAY, MONDAY + 1], [36.0, 37.0], [0.3, 0.4]
    assert gathered(days, values, errors, Bucket.NONE) == Averages(tuple(days), tuple(values), tuple(errors))


@pytest.mark.parametrize("bucket", list(Bucket))
def test_nothing_gathered_is_nothing(bucket):
    assert gathered([], [], [], bucket) == Averages((), (), ())


@pytest.mark.parametrize("bucket", list(Bucket))
def test_columns_of_different_lengths_are_refused(bucket):
    with pytest.raises(ValueError, match="differ in length"):
        gathered([MONDAY], [36.0, 37.0], [0.3], bucket)


@given(HISTORY, GATHERING)
def test_means_lie_within_their_readings_and_days_stay_in_order(history, bucket):
    days, values, errors = columns(history)
    found = gathered(days, values, errors, bucket)
    assert len(found.days) == len(found.values) == len(found.errors) <= len(days)
    assert all(a < b for a, b in pairwise(found.days))
    assert all(min(values) - 1e-9 <= one <= max(values) + 1e-9 for one in found.values)
    assert all(0 < one <= max(errors) + 1e-9 for one in found.errors)
    assert all(days[0] <= day <= days[-1] for day in found.days)


@given(HISTORY, GATHERING, st.floats(-5, 5))
def test_a_history_that_is_moved_up_has_means_that_are_moved_up(history, bucket, by):
    days, values, errors = columns(history)
    plain = gathered(days, values, errors, bucket)
    moved = gathered(days, [one + by for one in values], errors, bucket)
    assert moved.values == pytest.approx([one + by for one in plain.values])
    assert (moved.days, moved.errors) == (plain.days, plain.errors)


@given(st.integers(1, 200), GATHERING)
def test_every_reading_counts_once(count, bucket):
    start = date(2026, 1, 1)
    days = [(start + timedelta(days=place)).toordinal() for place in range(count)]
    when = [date.fromordinal(day) for day in days]
    found = gathered(days, [1.0] * count, [1.0] * count, bucket)
    keys = {one.isocalendar()[:2] if bucket is Bucket.WEEK else (one.year, one.month) for one in when}
    assert len(found.days) == len(keys)
    assert sum(round(1 / error**2) for error in found.errors) == count
