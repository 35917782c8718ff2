"""Ratios of lifts: their error, their place among competitors, and which of them stand out."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.sites import Side
from legwork.domain.strength import OneRepMax, one_rep_max
from legwork.domain.strength_balance import (
    RATIO_NAMES,
    Competitors,
    Maxima,
    Quantiles,
    Ratio,
    RatioKey,
    Standing,
    Tail,
    balance,
    rank,
    ratio_error,
    stands_out,
)

SQUAT_BENCH = Quantiles((1.185, 1.386, 1.515, 1.647, 1.864), 1.521, 0.239)
MEN = Competitors(1546, {RatioKey.SQUAT_BENCH: SQUAT_BENCH})


def _max(kg: float, sd: float = 0.0, *, reliable: bool = True, at_least: bool = False) -> OneRepMax:
    return OneRepMax(kg, sd, (), reliable, at_least)


def _of(maxima: Maxima, competitors: Competitors | None = MEN, **body: float) -> dict[RatioKey, Ratio]:
    return {one.key: one for one in balance(maxima, competitors, **body)}


def _squat_bench(squat: OneRepMax, bench: OneRepMax) -> Ratio:
    return _of({("squat", Side.NONE): squat, ("bench_press", Side.NONE): bench})[RatioKey.SQUAT_BENCH]


@pytest.mark.parametrize(("value", "percent"), [(1.185, 5), (1.386, 25), (1.515, 50), (1.647, 75), (1.864, 95)])
def test_the_quantiles_are_met(value: float, percent: float) -> None:
    found = rank(SQUAT_BENCH, value)
    assert (found.percent, found.tail) == (pytest.approx(percent), Tail.WITHIN)


def test_between_them_it_goes_by_normal_scores() -> None:
    halfway = rank(SQUAT_BENCH, (1.515 + 1.647) / 2)
    assert halfway.score == pytest.approx(0.6744897501960817 / 2)
    assert halfway.percent == pytest.approx(63.2, abs=0.05)


def test_a_normal_distribution_is_met_everywhere() -> None:
    scores = (-1.6448536269514722, -0.6744897501960817, 0, 0.6744897501960817, 1.6448536269514722)
    normal = Quantiles(tuple(1.5 + 0.2 * score for score in scores), 1.5, 0.2)  # type: ignore[arg-type]
    for score in (-3.0, -1.0, 0.3, 1.2, 2.5):
        assert rank(normal, 1.5 + 0.2 * score).score == pytest.approx(score)
    assert rank(normal, 1.7).percent == pytest.approx(84.134, abs=0.001)


def test_beyond_the_last_one_it_only_says_so() -> None:
    low, high = rank(SQUAT_BENCH, 0.9), rank(SQUAT_BENCH, 2.5)
    assert (low.percent, low.tail) == (5, Tail.BELOW)
    assert (high.percent, high.tail) == (95, Tail.ABOVE)
    slope = (1.6448536269514722 - 0.6744897501960817) / (1.864 - 1.647)
    assert high.score == pytest.approx(1.6448536269514722 + slope * (2.5 - 1.864))


@given(st.floats(0, 5), st.floats(0, 5))
def test_a_higher_ratio_never_has_a_lower_place(one: float, other: float) -> None:
    low, high = rank(SQUAT_BENCH, min(one, other)), rank(SQUAT_BENCH, max(one, other))
    assert low.percent <= high.percent
    assert low.score <= high.score
    assert 5 <= low.percent <= 95


def test_no_number_has_no_place() -> None:
    with pytest.raises(ValueError, match="number"):
        rank(SQUAT_BENCH, math.nan)


@pytest.mark.parametrize(
    "points", [(1.0, 2.0, 2.0, 3.0, 4.0), (5.0, 4.0, 3.0, 2.0, 1.0), (0.0, 1.0, 2.0, 3.0, 4.0), (1, 2, 3, 4, math.nan)]
)
def test_quantiles_rise(points: tuple[float, float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="rise"):
        Quantiles(points, 1.5, 0.2)


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
    ("squat", "sd", "standing"),
    [
        (150, 0, Standing.USUAL),
        (164, 0, Standing.USUAL),
        (165, 0, Standing.HIGH),
        (165, 5, Standing.USUAL),
        (180, 5, Standing.HIGH),
        (139, 0, Standing.USUAL),
        (138, 0, Standing.LOW),
        (138, 5, Standing.USUAL),
        (120, 5, Standing.LOW),
    ],
)
def test_what_stands_out_lies_outside_the_middle_half_by_more_than_its_error(
    squat: float, sd: float, standing: Standing
) -> None:
    one = _squat_bench(_max(squat, sd), _max(100))
    assert one.standing is standing
    assert stands_out([one]) == ((one,) if standing in (Standing.LOW, Standing.HIGH) else ())


def test_where_there_are_no_competitors_the_ratio_stands_alone() -> None:
    maxima = {(lift, Side.NONE): _max(100) for lift in ("deadlift", "romanian_deadlift", "bench_press", "row", "squat")}
    found = _of(maxima)
    for key in (RatioKey.ROMANIAN_DEADLIFT, RatioKey.ROW_BENCH, RatioKey.DEADLIFT_SQUAT):
        assert (found[key].value, found[key].place, found[key].standing) == (1, None, Standing.NO_REFERENCE)
    assert RatioKey.PRESS_BENCH not in found
    nobody = _of(maxima, None)
    assert {one.standing for one in nobody.values()} == {Standing.NO_REFERENCE}
    assert nobody.keys() == found.keys()
    assert stands_out(nobody.values()) == ()


def test_body_weight_where_it_is_known() -> None:
    maxima = {("squat", Side.NONE): _max(160, 4), ("bench_press", Side.NONE): _max(100)}
    assert RatioKey.SQUAT_BODY not in _of(maxima)
    found = _of(maxima, body_kg=80.0, body_sd_kg=0.8)
    assert list(found) == [RatioKey.SQUAT_BENCH, RatioKey.SQUAT_BODY, RatioKey.BENCH_BODY]
    assert (found[RatioKey.SQUAT_BODY].value, found[RatioKey.BENCH_BODY].value) == (2.0, 1.25)
    assert found[RatioKey.SQUAT_BODY].sd == pytest.approx(2 * math.hypot(4 / 160, 0.8 / 80))
    for wrong in (0.0, -80.0, math.nan, math.inf):
        with pytest.raises(ValueError, match="body weight"):
            balance(maxima, MEN, wrong)


@pytest.mark.parametrize(
    ("left", "right", "sd", "standing"),
    [
        (25, 25, 0, Standing.USUAL),
        (25, 28, 1.2, Standing.USUAL),  # 1.96 sqrt(2) 1.2 = 3.33
        (25, 28.5, 1.2, Standing.LOW),
        (28.5, 25, 1.2, Standing.HIGH),
        (28, 25, 1.2, Standing.USUAL),
    ],
)
def test_left_and_right_differ_beyond_their_error_only(
    left: float, right: float, sd: float, standing: Standing
) -> None:
    found = _of({("split_squat", Side.LEFT): _max(left, sd), ("split_squat", Side.RIGHT): _max(right, sd)})
    assert list(found) == [RatioKey.LEFT_RIGHT]
    one = found[RatioKey.LEFT_RIGHT]
    assert (one.value, one.place, one.standing) == (left / right, None, standing)


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
    assert one.standing in (Standing.USUAL, surer.standing)


def test_a_stronger_squat_stands_higher() -> None:
    values = [_squat_bench(_max(kg, 2), replace(_max(100), sd_kg=2)).place for kg in (125, 145, 160, 180)]
    percents = [one.at.percent for one in values if one]
    assert percents == sorted(percents) and len(set(percents)) == 4
