"""The arithmetic under the chart: spans, ticks, and labels that make room for each other."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.qt.charts.end_labels import spread
from legwork.qt.charts.time_axis import time_ticks
from legwork.qt.charts.time_span import BEYOND, SHORTEST, TimeSpan, span_of_range
from legwork.qt.charts.value_axis import Scale, fitted_scale, value_ticks

DAYS = st.integers(date(1900, 1, 1).toordinal(), date(2100, 1, 1).toordinal())


@given(DAYS, st.floats(7, 40_000), st.floats(120, 2000))
def test_time_ticks_are_few_in_order_and_apart(start, length, pixels):
    ticks = time_ticks(float(start), start + length, pixels, lambda text: 6.5 * len(text))
    assert len(ticks) <= 8
    assert all(start <= tick.at <= start + length for tick in ticks)
    per_day = pixels / length
    for left, right in pairwise(ticks):
        assert (right.at - left.at) * per_day > 6.5 * (len(left.text) + len(right.text)) / 2


@pytest.mark.parametrize(
    ("length", "texts"),
    [
        (6, ["1 Mar 2026", "2 Mar", "3 Mar"]),
        (45, ["2 Mar 2026", "9 Mar", "16 Mar"]),
        (200, ["Mar 2026", "Apr 2026", "May 2026"]),
        (2200, ["2027", "2028", "2029"]),
        (12_000, ["2030", "2035", "2040"]),
    ],
)
def test_the_time_axis_speaks_in_days_weeks_months_and_years(length, texts):
    start = date(2026, 3, 1).toordinal()
    ticks = time_ticks(start, start + length, 1200, lambda text: 6.5 * len(text))
    assert [tick.text for tick in ticks[:3]] == texts


@given(DAYS, st.integers(0, 20_000), st.floats(-50_000, 50_000), st.floats(0.001, 1000), st.floats(0, 1))
def test_no_zoom_or_pan_leaves_the_readings_behind(first, length, by, factor, at):
    last = first + length
    span = span_of_range(first, last, None, last)
    moved = span.panned(by).zoomed(factor, span.start + at * span.length).within(first, last)
    assert moved.length >= SHORTEST - 1e-6
    assert moved.start >= first - BEYOND - 1e-3 and moved.end <= last + BEYOND + 1e-3


@given(DAYS, st.integers(0, 20_000), st.one_of(st.none(), st.integers(30, 4000)), st.integers(-40, 4000))
def test_every_range_shows_the_last_reading(first, length, days, since):
    last = first + length
    span = span_of_range(first, last, days, last + since)
    assert span.start < last < span.end


@given(st.floats(1, 300), st.floats(0, 200))
def test_value_ticks_are_few_round_and_inside(low, width):
    scale = fitted_scale("cm", [(low, low + width), None])
    assert scale is not None and scale.low < low and scale.high > low + width
    ticks = value_ticks(scale)
    assert 2 <= len(ticks) <= 5
    assert all(scale.low - 1e-6 <= tick.at <= scale.high + 1e-6 for tick in ticks)
    assert all(float(tick.text.replace("−", "-")) == pytest.approx(tick.at, abs=1e-6) for tick in ticks)


def test_a_scale_of_nothing_is_none():
    assert fitted_scale("cm", [None]) is None


@given(st.floats(0.01, 50), st.floats(0.2, 5), st.floats(0, 1))
def test_zooming_values_keeps_the_value_under_the_pointer(width, factor, share):
    scale = Scale("cm", 30.0, 30.0 + width)
    at = 30.0 + width * share
    zoomed = scale.zoomed(factor, at)
    assert not zoomed.fitted
    assert (at - zoomed.low) / (zoomed.high - zoomed.low) == pytest.approx(share, abs=1e-6)


@given(st.lists(st.floats(0, 400), max_size=20))
def test_labels_make_room_for_each_other_and_keep_their_order(wanted):
    placed = spread(wanted, 16.0, 0.0, 400.0)
    in_order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    ordered = [placed[index] for index in in_order]
    assert all(b - a >= 16.0 - 1e-6 for a, b in pairwise(ordered))
    assert all(8.0 - 1e-6 <= middle <= 392.0 + 1e-6 for middle in placed)


def test_a_label_with_room_stays_at_its_line():
    assert spread([100.0, 200.0], 16.0, 0.0, 400.0) == [100.0, 200.0]


def test_a_span_reaches_for_a_day_without_changing_its_length():
    span = TimeSpan(100.0, 200.0)
    assert span.reaching(150.0) == span
    assert span.reaching(300.0) == TimeSpan(210.0, 310.0)
    assert span.reaching(50.0) == TimeSpan(40.0, 140.0)


@pytest.mark.parametrize(("low", "high"), [(-8.0, 9.0), (-24_000.0, 24_000.0), (-9_900.0, 4_000.0), (0.0, 9.9)])
@pytest.mark.parametrize("most", [2, 3, 5])
def test_heights_can_be_read_however_small_a_panel_is(low, high, most):
    ticks = value_ticks(Scale("kg a week", low, high), most)
    assert 2 <= len(ticks) <= most + 1
    assert all(low <= tick.at <= high for tick in ticks) and 0.0 in [tick.at for tick in ticks]
