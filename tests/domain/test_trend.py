"""The smoothed line: by elapsed time, inside the data, and indifferent to how a day is written down."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.trend import ewma

POINTS = st.lists(st.tuples(st.integers(0, 5000), st.floats(10, 200)), min_size=1, max_size=60).map(
    lambda points: sorted(points, key=lambda point: point[0])
)


def test_half_of_a_step_is_followed_after_a_half_life() -> None:
    assert ewma([0, 21], [10.0, 20.0]) == pytest.approx([10.0, 15.0])
    assert ewma([0, 42], [10.0, 20.0]) == pytest.approx([10.0, 17.5])
    assert ewma([0, 7], [10.0, 20.0], half_life_days=7) == pytest.approx([10.0, 15.0])
    assert ewma([0, 7], [40.0, 41.0])[1] == pytest.approx(40 + 1 - math.exp(-math.log(2) / 3))


def test_time_counts_and_not_the_index() -> None:
    weekly = ewma(range(0, 71, 7), [10.0] + [20.0] * 10)
    assert weekly[-1] == pytest.approx(ewma([0, 70], [10.0, 20.0])[-1])


def test_few_points() -> None:
    assert ewma([], []).shape == (0,)
    assert ewma([], []).dtype == np.float64
    assert list(ewma([5], [38.2])) == [38.2]


def test_points_of_one_day_count_as_their_mean() -> None:
    line = ewma([0, 0, 7, 7, 7], [38.0, 39.0, 40.0, 41.0, 42.0])
    once = ewma([0, 7], [38.5, 41.0])
    assert list(line) == [once[0]] * 2 + [once[1]] * 3


def test_numpy_arrays_are_welcome_and_left_alone() -> None:
    days, values = np.array([0, 7, 14]), np.array([38.0, 39.0, 38.5])
    assert list(ewma(days, values)) == list(ewma([0, 7, 14], [38.0, 39.0, 38.5]))
    assert list(values) == [38.0, 39.0, 38.5]


def test_what_is_not_a_history_is_refused() -> None:
    with pytest.raises(ValueError, match="length"):
        ewma([0, 1], [38.0])
    with pytest.raises(ValueError, match="order"):
        ewma([1, 0], [38.0, 38.0])
    with pytest.raises(ValueError, match="half-life"):
        ewma([0], [38.0], 0)


@settings(deadline=None)
@given(POINTS, st.floats(1, 200))
def test_the_line_stays_inside_the_data(points: list[tuple[int, float]], half_life: float) -> None:
    days, values = zip(*points, strict=True)
    line = ewma(days, values, half_life)
    assert len(line) == len(points)
    assert min(values) - 1e-9 <= line.min()
    assert line.max() <= max(values) + 1e-9


@settings(deadline=None)
@given(POINTS, st.integers(0, 59), st.floats(0.1, 5))
def test_splitting_a_day_changes_nothing(points: list[tuple[int, float]], which: int, apart: float) -> None:
    """A day's only point, written as two around the same mean, leaves every day's value as it was."""
    points = list(dict(points).items())
    days, values = zip(*points, strict=True)
    which %= len(points)
    split = [
        *points[:which],
        (days[which], values[which] - apart),
        (days[which], values[which] + apart),
        *points[which + 1 :],
    ]
    line = ewma(*zip(*split, strict=True))
    assert np.delete(line, which) == pytest.approx(ewma(days, values))


@settings(deadline=None)
@given(POINTS, st.integers(-1000, 1000), st.floats(-5, 5))
def test_shifting_the_calendar_or_the_tape_shifts_the_line(
    points: list[tuple[int, float]], later: int, more: float
) -> None:
    days, values = zip(*points, strict=True)
    shifted = ewma([day + later for day in days], [value + more for value in values])
    assert shifted == pytest.approx(ewma(days, values) + more)
