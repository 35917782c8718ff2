"""Ratios of lifts: their error, their place among competitors, and which of them stand out."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.sites import Side
from legwork.domain.strength import LIFTS_BY_KEY, OneRepMax, one_rep_max
from legwork.domain.strength_balance import (
    RATIO_NAMES,
    Competitors,
    Maxima,
    Quantiles,
    Ratio,
    RatioCall,
    RatioKey,
    Tail,
    rank,
    ratio_error,
    ratios_of_maxima,
)
from legwork.services.reference import raw_lifters

SQUAT_BENCH = Quantiles((1.185, 1.386, 1.515, 1.647, 1.864))
MEN = Competitors(1546, {RatioKey.SQUAT_BENCH: SQUAT_BENCH}, "their federation")
LOW, USUAL, HIGH = RatioCall.LOW, RatioCall.USUAL, RatioCall.HIGH
MAYBE_LOW, MAYBE_HIGH = RatioCall.MAYBE_LOW, RatioCall.MAYBE_HIGH


def _max(kg: float, sd: float = 0.0, *, reliable: bool = True, at_least: bool = False) -> OneRepMax:
    return OneRepMax(kg, sd, (), reliable, at_least)


def _of(maxima: Maxima, competitors: Competitors | None = MEN, **body: float) -> dict[RatioKey, Ratio]:
    return {one.key: one for one in ratios_of_maxima(maxima, competitors, **body)}


def _squat_bench(squat: OneRepMax, bench: OneRepMax) -> Ratio:
    return _of({("squat", Side.NONE): squat, ("bench_press", Side.NONE): bench})[RatioKey.SQUAT_BENCH]


@pytest.mark.parametrize(("value", "percent"), [(1.185, 5), (1.386, 25), (1.515, 50), (1.647, 75), (1.864, 95)])
def test_the_quantiles_are_met(value: float, percent: float) -> None:
    found = rank(SQUAT_BENCH, value)
    assert (found.percent, found.tail) == (pytest.approx(percent), Tail.WITHIN)


def test_between_them_it_goes_by_normal_scores() -> None:
    assert rank(SQUAT_BENCH, (1.515 + 1.647) / 2).percent == pytest.approx(63.2, abs=0.05)


def test_a_normal_distribution_is_met_between_its_ends() -> None:
    scores = (-1.6448536269514722, -0.6744897501960817, 0, 0.6744897501960817, 1.6448536269514722)
    normal = Quantiles(tuple(1.5 + 0.2 * score for score in scores))  # type: ignore[arg-type]
    for score, percent in ((-1.5, 6.681), (-1.0, 15.866), (0.3, 61.791), (1.0, 84.134), (1.6, 94.520)):
        assert rank(normal, 1.5 + 0.2 * score).percent == pytest.approx(percent, abs=0.001)


def test_beyond_the_last_one_it_only_says_so() -> None:
    low, high = rank(SQUAT_BENCH, 0.9), rank(SQUAT_BENCH, 2.5)
    assert (low.percent, low.tail) == (5, Tail.BELOW)
    assert (high.percent, high.tail) == (95, Tail.ABOVE)


@given(st.floats(0, 5), st.floats(0, 5))
def test_a_higher_ratio_never_has_a_lower_place(one: float, other: float) -> None:
    low, high = rank(SQUAT_BENCH, min(one, other)), rank(SQUAT_BENCH, max(one, other))
    assert low.percent <= high.percent
    assert 5 <= low.percent <= 95


def test_no_number_has_no_place() -> None:
    with pytest.raises(ValueError, match="number"):
        rank(SQUAT_BENCH, math.nan)


@pytest.mark.parametrize(
    "points", [(1.0, 2.0, 2.0, 3.0, 4.0), (5.0, 4.0, 3.0, 2.0, 1.0), (0.0, 1.0, 2.0, 3.0, 4.0), (1, 2, 3, 4, math.nan)]
)
def test_quantiles_rise(points: tuple[float, float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="rise"):
        Quantiles(points)


def test_the_error_of_a_ratio() -> None:
    assert ratio_error(150, 3, 100, 4) == pytest.approx(1.5 * math.sqrt(0.02**2 + 0.04**2))
    one = _squat_bench(_max(150, 3), _max(100, 4))
    assert (one.value, one.sd) == (1.5, pytest.approx(1.5 * math.sqrt(0.02**2 + 0.04**2)))
    assert (one.low, one.high) == (
        pytest.approx(1.5 - 1.2815515655 * one.sd),
        pytest.approx(1.5 + 1.2815515655 * one.sd),
    )
    assert one.place is not None
    assert one.place.at == rank(SQUAT_BENCH, 1.5)
    assert (one.place.low, one.place.high) == (rank(SQUAT_BENCH, one.low), rank(SQUAT_BENCH, one.high))
    assert one.place.low.percent < one.place.at.percent < one.place.high.percent


def test_an_error_that_is_larger_than_the_ratio_does_not_go_below_nothing() -> None:
    assert _squat_bench(_max(150, 150), _max(100, 50)).low == 0


@pytest.mark.parametrize(
    ("squat", "sd", "call"),
    [
        (150, 0, USUAL), (164, 0, USUAL), (165, 0, HIGH), (165, 5, MAYBE_HIGH), (180, 5, HIGH),
        (139, 0, USUAL), (138, 0, LOW), (138, 5, MAYBE_LOW), (120, 5, LOW), (131, 8, MAYBE_LOW),
    ],
)  # fmt: skip
def test_what_stands_out_lies_outside_the_middle_half_by_more_than_its_error(
    squat: float, sd: float, call: RatioCall
) -> None:
    one = _squat_bench(_max(squat, sd), _max(100))
    assert one.call is call
    assert one.call.stands_out == (call in (LOW, HIGH))


@pytest.mark.parametrize(
    ("squat", "bench", "call"),
    [
        (_max(120, at_least=True), _max(100), MAYBE_LOW),
        (_max(120), _max(100, at_least=True), LOW),
        (_max(180, at_least=True), _max(100), HIGH),
        (_max(180), _max(100, at_least=True), MAYBE_HIGH),
        (_max(120, at_least=True), _max(100, at_least=True), MAYBE_LOW),
        (_max(150, at_least=True), _max(100, at_least=True), USUAL),
    ],
)
def test_a_bound_never_stands_out_on_the_side_that_it_leaves_open(
    squat: OneRepMax, bench: OneRepMax, call: RatioCall
) -> None:
    assert _squat_bench(squat, bench).call is call


def test_where_there_are_no_competitors_the_ratio_stands_alone() -> None:
    maxima = {(lift, Side.NONE): _max(100) for lift in ("deadlift", "romanian_deadlift", "bench_press", "row", "squat")}
    found = _of(maxima)
    for key in (RatioKey.ROMANIAN_DEADLIFT, RatioKey.ROW_BENCH, RatioKey.DEADLIFT_SQUAT):
        assert (found[key].value, found[key].place, found[key].call) == (1, None, RatioCall.NO_REFERENCE)
    assert RatioKey.PRESS_BENCH not in found
    nobody = _of(maxima, None)
    assert {one.call for one in nobody.values()} == {RatioCall.NO_REFERENCE}
    assert nobody.keys() == found.keys()
    assert not RatioCall.NO_REFERENCE.stands_out


def test_body_weight_where_it_is_known() -> None:
    maxima = {("squat", Side.NONE): _max(160, 4), ("bench_press", Side.NONE): _max(100)}
    assert RatioKey.SQUAT_BODY not in _of(maxima)
    found = _of(maxima, body_kg=80.0, body_sd_kg=0.8)
    assert list(found) == [RatioKey.SQUAT_BENCH, RatioKey.SQUAT_BODY, RatioKey.BENCH_BODY]
    assert (found[RatioKey.SQUAT_BODY].value, found[RatioKey.BENCH_BODY].value) == (2.0, 1.25)
    assert found[RatioKey.SQUAT_BODY].sd == pytest.approx(2 * math.hypot(4 / 160, 0.8 / 80))
    for wrong in (0.0, -80.0, math.nan, math.inf):
        with pytest.raises(ValueError, match="body weight"):
            ratios_of_maxima(maxima, MEN, wrong)


@pytest.mark.parametrize(
    ("left", "right", "sd", "call"),
    [
        (25, 25, 0, USUAL),
        (25, 28, 1.2, USUAL),  # 1.96 sqrt(2) 1.2 = 3.33
        (25, 28.5, 1.2, LOW),
        (28.5, 25, 1.2, HIGH),
        (28, 25, 1.2, USUAL),
    ],
)
def test_left_and_right_differ_beyond_their_error_only(left: float, right: float, sd: float, call: RatioCall) -> None:
    found = _of({("split_squat", Side.LEFT): _max(left, sd), ("split_squat", Side.RIGHT): _max(right, sd)})
    assert list(found) == [RatioKey.LEFT_RIGHT]
    one = found[RatioKey.LEFT_RIGHT]
    assert (one.value, one.place, one.call) == (left / right, None, call)


@pytest.mark.parametrize(
    ("left", "right", "call"),
    [
        (_max(20, at_least=True), _max(30), MAYBE_LOW),
        (_max(20), _max(30, at_least=True), LOW),
        (_max(30), _max(20, at_least=True), MAYBE_HIGH),
        (_max(30, at_least=True), _max(20), HIGH),
    ],
)
def test_reps_that_nobody_said_may_make_the_other_leg_the_stronger_one(
    left: OneRepMax, right: OneRepMax, call: RatioCall
) -> None:
    found = _of({("split_squat", Side.LEFT): left, ("split_squat", Side.RIGHT): right})
    assert found[RatioKey.LEFT_RIGHT].call is call


def test_the_lower_body_stands_beside_each_lift_of_the_upper() -> None:
    legs = {("squat", Side.NONE): _max(120), ("split_squat", Side.LEFT): _max(50)}
    arms = {(lift, Side.NONE): _max(kg) for lift, kg in (("overhead_press", 60), ("row", 80), ("bench_press", 100))}
    hinge = {("romanian_deadlift", Side.NONE): _max(100)}
    found = {key.value: one.value for key, one in _of({**legs, **arms, **hinge}).items()}
    assert found["squat/bench_press"] == 1.2 and found["squat/overhead_press"] == 2 and found["squat/row"] == 1.5
    assert found["split_squat/bench_press"] == 0.5 and found["romanian_deadlift/row"] == 1.25
    more = _of({**legs, **arms, **hinge, ("deadlift", Side.NONE): _max(160)})
    assert more[RatioKey.DEADLIFT_ROW].value == 2 and RatioKey.ROMANIAN_ROW not in more


def test_ratios_with_a_place_come_first() -> None:
    everything = {(lift, Side.NONE): _max(100) for lift in LIFTS_BY_KEY if lift != "split_squat"}
    everything |= {("split_squat", side): _max(50) for side in (Side.LEFT, Side.RIGHT)}
    found = [one.place is not None for one in ratios_of_maxima(everything, raw_lifters("male"), 80, 0.5)]
    assert found == sorted(found, reverse=True) and sum(found) == 6 and len(found) <= 15


def test_both_legs_together_against_the_squat() -> None:
    legs = {("split_squat", Side.LEFT): _max(50, 3), ("split_squat", Side.RIGHT): _max(60, 4, reliable=False)}
    squat = {("squat", Side.NONE): _max(110)}
    both = _of({**legs, **squat})[RatioKey.SPLIT_SQUAT_SQUAT]
    assert (both.value, both.sd, both.reliable) == (0.5, pytest.approx(2.5 / 110), False)
    one_leg = _of({("split_squat", Side.RIGHT): _max(60), **squat})
    assert list(one_leg) == [RatioKey.SPLIT_SQUAT_SQUAT]
    assert one_leg[RatioKey.SPLIT_SQUAT_SQUAT].value == pytest.approx(60 / 110)


def test_what_was_not_said_of_a_set_is_said_of_its_ratio() -> None:
    sure, unsure = _max(100), _max(100, at_least=True, reliable=False)
    assert [
        (one.reliable, one.at_least, one.at_most)
        for one in (_squat_bench(sure, sure), _squat_bench(unsure, sure), _squat_bench(sure, unsure))
    ] == [(True, False, False), (False, True, False), (False, False, True)]


def test_every_ratio_has_a_name() -> None:
    assert list(RATIO_NAMES) == list(RatioKey)


@given(st.floats(20, 400), st.floats(20, 300), st.integers(1, 12), st.none() | st.integers(0, 3))
def test_no_unit_changes_a_ratio(squat: float, bench: float, reps: int, rir: int | None) -> None:
    found = []
    for factor in (1.0, 2.2046226218):
        one, other = one_rep_max(squat * factor, reps, rir), one_rep_max(bench * factor, reps, 0)
        assert one and other
        found.append(_squat_bench(one, other))
    assert found[0].value == pytest.approx(found[1].value)
    assert found[0].sd == pytest.approx(found[1].sd)


@given(st.floats(50, 300), st.floats(50, 300), st.floats(0, 30), st.floats(0, 30))
def test_a_larger_error_never_makes_a_ratio_stand_out(squat: float, bench: float, sd: float, more: float) -> None:
    surer = _squat_bench(_max(squat, sd), _max(bench))
    one = _squat_bench(_max(squat, sd + more), _max(bench))
    assert not one.call.stands_out or one.call is surer.call


def test_a_stronger_squat_stands_higher() -> None:
    values = [_squat_bench(_max(kg, 2), replace(_max(100), sd_kg=2)).place for kg in (125, 145, 160, 180)]
    percents = [one.at.percent for one in values if one]
    assert percents == sorted(percents) and len(set(percents)) == 4
