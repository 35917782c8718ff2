"""The tape's error, with the worked values of the measurement literature, and the verdict on a change."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.sites import BUILT_IN, BUILT_IN_BY_KEY, Kind
from legwork.domain.tape import (
    Change,
    brief_change,
    describe_change,
    effective_readings,
    expected_tem,
    judge_change,
    mdc95,
    median,
    tem,
)
from legwork.domain.units import UnitSystem

CALF = BUILT_IN_BY_KEY["calf"]
METRIC, IMPERIAL = UnitSystem.METRIC, UnitSystem.IMPERIAL
READINGS = st.lists(st.decimals(15, 90, places=1).map(float), min_size=1, max_size=3)


def test_tem_of_the_worked_pairs() -> None:
    pairs = [(60.1, 60.4), (57.0, 56.8), (62.2, 62.2), (55.5, 55.9)]
    assert tem(pairs) == pytest.approx(0.1904, abs=5e-5)
    assert tem((second, first) for first, second in pairs) == tem(pairs)
    with pytest.raises(ValueError, match="no pairs"):
        tem([])


def test_mdc_of_one_and_of_three() -> None:
    assert mdc95(0.6) == pytest.approx(1.66, abs=5e-3)
    assert mdc95(0.6, 3) == pytest.approx(0.96, abs=5e-3)
    with pytest.raises(ValueError, match="reading"):
        mdc95(0.6, 0)


def test_expected_error_is_a_share_of_the_value() -> None:
    assert expected_tem(CALF, 38.0) == pytest.approx(0.38)
    assert expected_tem(BUILT_IN_BY_KEY["body_weight"], 80.0) == pytest.approx(0.4)


def test_the_median_of_three_is_worth_a_little_more_than_two() -> None:
    assert effective_readings(1) == 1
    assert effective_readings(2) == 2
    assert effective_readings(3) == pytest.approx(1 / 0.4487, abs=1e-3)
    chance = random.Random(1)
    medians = [sorted(chance.gauss(0, 1) for _ in range(3))[1] for _ in range(40_000)]
    assert math.fsum(one * one for one in medians) / 40_000 == pytest.approx(1 / effective_readings(3), rel=0.04)
    with pytest.raises(ValueError, match="reading"):
        effective_readings(0)


@settings(deadline=None)
@given(st.integers(1, 50))
def test_more_readings_are_never_worth_less(count: int) -> None:
    assert effective_readings(count) <= effective_readings(count + 1)
    assert effective_readings(count) <= count


def test_median() -> None:
    assert median([38.4, 38.2, 40.0]) == 38.4
    assert median([38.4, 38.2]) == 38.3
    assert median([38.4]) == 38.4
    with pytest.raises(ValueError, match="no values"):
        median([])


def test_a_change_at_the_limit_is_noise() -> None:
    limit = judge_change(CALF, [38.2], [37.8])
    assert limit.mdc == pytest.approx(1.96 * math.sqrt(2) * 0.38)
    assert (limit.delta, limit.beyond) == (0.4, False)
    assert judge_change(CALF, [39.4], [37.8]).beyond
    # 1 % of the mean: now = before (2 + r) / (2 - r) is exactly the limit, r = 1.96 sqrt(2) / 100
    ratio = 1.96 * math.sqrt(2) / 100
    now = 40 * (2 + ratio) / (2 - ratio)
    assert not judge_change(CALF, [now], [40.0]).beyond
    assert judge_change(CALF, [now + 0.001], [40.0]).beyond


def test_repeated_readings_see_finer_changes() -> None:
    assert not judge_change(CALF, [38.9], [38.0]).beyond
    thrice = judge_change(CALF, [38.8, 38.9, 39.0], [37.9, 38.0, 38.1])
    assert thrice.beyond
    assert thrice.mdc == pytest.approx(1.96 * 0.3845 * math.sqrt(2 * 0.44867), abs=1e-4)


@settings(deadline=None)
@given(READINGS, READINGS, st.sampled_from(BUILT_IN))
def test_swapping_the_days_turns_the_sign_only(now: list[float], before: list[float], site: object) -> None:
    there, back = judge_change(CALF, now, before), judge_change(CALF, before, now)
    assert there.delta == -back.delta
    assert there.mdc == pytest.approx(back.mdc)
    assert there.beyond == back.beyond


@settings(deadline=None)
@given(READINGS)
def test_no_change_is_never_progress(readings: list[float]) -> None:
    assert not judge_change(CALF, readings, readings).beyond


def test_the_sentence() -> None:
    assert describe_change(Change(0.4, 1.06, False), Kind.GIRTH, METRIC) == (
        "+0.4 cm, within the tape's error (±1.1 cm)"
    )
    assert describe_change(Change(1.6, 1.06, True), Kind.GIRTH, METRIC) == (
        "+1.6 cm, more than the tape's error (±1.1 cm)"
    )
    assert describe_change(Change(-1.27, 2.54, False), Kind.GIRTH, IMPERIAL) == (
        "−0.50 in, within the tape's error (±1.00 in)"
    )
    assert "the scale's error (±1.1 kg)" in describe_change(Change(0.4, 1.1, False), Kind.MASS, METRIC)
    assert describe_change(Change(-3.0, 2.5, True), Kind.PERCENT, METRIC) == (
        "−3.0 points, more than the method's error (±2.5 points)"
    )


def test_heights_and_skinfolds_have_sentences_of_their_own() -> None:
    assert describe_change(Change(0.6, 1.35, False), Kind.LENGTH, METRIC) == (
        "+0.6 cm, within the error of finding the place (±1.4 cm)"
    )
    assert describe_change(Change(2.54, 1.27, True), Kind.LENGTH, IMPERIAL) == (
        "+1.00 in, more than the error of finding the place (±0.50 in)"
    )
    for system in UnitSystem:
        assert describe_change(Change(-0.1, 0.17, False), Kind.SKINFOLD, system) == (
            "−1.0 mm, within the caliper's error (±1.7 mm)"
        )
        assert brief_change(Change(-0.3, 0.17, True), Kind.SKINFOLD, system) == "▼ −3.0 mm, beyond the error ±1.7"


def test_a_millimetre_of_a_fold_is_noise_and_a_third_of_it_is_not() -> None:
    fold = BUILT_IN_BY_KEY["front_thigh_skinfold"]
    assert not judge_change(fold, [1.4], [1.5]).beyond
    assert judge_change(fold, [1.0], [1.5]).beyond
