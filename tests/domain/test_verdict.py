"""What a trend says about a stretch: right when something moves, quiet when nothing does, and how long it takes."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.trend import Trend, fit
from legwork.domain.verdict import (
    DAYS_PER_MONTH,
    MOST_WEEKS,
    SIGNS,
    SURE,
    Call,
    Verdict,
    Wording,
    in_words,
    judge,
    weeks_to_see,
)
from trend_simulation import ERROR, PACE, histories

MEASURED = [wording for wording in Wording if wording is not Wording.STRENGTH]

THIGH, USUAL = 50.0, 0.06
"""cm, and cm a week."""


def weekly(rate: float, weeks: int, *, error: float = 0.5, seed: int | None = None) -> Trend:
    """A thigh that grows by `rate` cm a week, read each week; without a seed the readings have no noise."""
    noise = np.zeros(weeks) if seed is None else np.random.default_rng(seed).normal(0, error, weeks)
    when = np.arange(weeks)
    return fit(7 * when, THIGH + rate * when + noise, [error] * weeks, USUAL)


def whole(trend: Trend) -> Verdict:
    return judge(trend, trend.days[0], trend.days[-1], USUAL)


@pytest.mark.parametrize(("rate", "weeks"), [(0.10, 10), (0.06, 14), (0.04, 19), (0.02, 30)])
def test_how_long_a_true_rate_takes_to_be_seen(rate: float, weeks: int) -> None:
    """Source: SCIENCE section 2, sigma of 0.5 cm, in whole weeks."""
    assert math.floor(weeks_to_see(rate, 0.5)) == weeks
    assert weeks_to_see(-rate, 0.5) == weeks_to_see(rate, 0.5)
    assert weeks_to_see(rate, 0.5) == pytest.approx((12 * (1.96 * 0.5 / rate) ** 2) ** (1 / 3))


def test_a_rate_of_nothing_is_never_seen() -> None:
    assert weeks_to_see(0, 0.5) == math.inf
    for rate in (1e-200, 5e-324, -1e-300):
        assert weeks_to_see(rate, 0.5) > 1e100


@settings(deadline=None)
@given(st.floats(1e-6, 1), st.floats(1e-3, 10), st.floats(1.001, 10))
def test_more_speed_takes_less_time_and_more_error_takes_more(rate: float, error: float, times: float) -> None:
    assert weeks_to_see(rate * times, error) < weeks_to_see(rate, error) < weeks_to_see(rate, error * times)


def test_growth_and_loss() -> None:
    for rate, call in ((0.1, Call.GROWING), (-0.1, Call.SHRINKING)):
        verdict = whole(weekly(rate, 30))
        assert verdict.call is call
        assert (verdict.first, verdict.last) == (0, 29)
        assert verdict.now - verdict.start == pytest.approx(verdict.delta)
        assert verdict.delta == pytest.approx(29 * rate, rel=0.2)
        assert abs(verdict.delta) > SURE * verdict.delta_sd
        months = 29 * 7 / DAYS_PER_MONTH
        assert verdict.per_month == pytest.approx(verdict.delta / months)
        assert verdict.per_month_sd == pytest.approx(verdict.delta_sd / months)
        assert verdict.weeks_more is None


def test_nothing_moves_for_long_enough() -> None:
    verdict = whole(weekly(0.0, 40))
    assert verdict.call is Call.NO_CHANGE
    assert verdict.delta == pytest.approx(0, abs=1e-9)
    assert verdict.weeks_more is None


def test_too_early_and_how_much_longer() -> None:
    verdict = whole(weekly(0.06, 8))
    assert verdict.call is Call.TOO_EARLY
    seen = weeks_to_see(verdict.delta / 7, 0.5)
    assert verdict.weeks_more == math.ceil(seen - 7)
    # Exactly as long as the usual rate needs is no longer too early.
    error = 0.5
    needs = weeks_to_see(USUAL, error)
    assert whole(weekly(0, math.floor(needs) + 1, error=error)).call is Call.TOO_EARLY
    assert whole(weekly(0, math.ceil(needs) + 1, error=error)).call is Call.NO_CHANGE


def test_a_wait_beyond_all_plans_is_not_named() -> None:
    verdict = whole(weekly(0.0001, 8))
    assert verdict.call is Call.TOO_EARLY
    assert weeks_to_see(verdict.delta / 7, 0.5) - 7 > MOST_WEEKS
    assert verdict.weeks_more is None


def test_two_days_are_too_few_however_far_apart_they_lie() -> None:
    trend = fit([0, 30], [80.0, 82.4], [0.4, 0.4], 0.2)
    verdict = judge(trend, 0, 30, 0.2)
    assert abs(verdict.delta) > SURE * verdict.delta_sd
    assert verdict.call is Call.TOO_EARLY
    assert verdict.weeks_more == 1


def test_one_day_says_where_it_stands_and_nothing_else() -> None:
    for trend in (fit([5], [38.2], [0.4], 0.05), fit([5, 5, 5], [38.2] * 3, [0.4] * 3, 0.05)):
        verdict = judge(trend, 0, 10, 0.05)
        assert verdict.call is Call.TOO_EARLY
        assert (verdict.first, verdict.last) == (0, 0)
        assert verdict.start == verdict.now == pytest.approx(38.2)
        assert verdict.delta == 0
        assert math.isnan(verdict.per_month)
        assert in_words(verdict, Wording.LIMB) == "too early to tell"


def test_nothing_was_read_in_the_stretch() -> None:
    trend = weekly(0.1, 30)
    for start, end in ((-10, -1), (1, 6), (204, 300), (50, 40)):
        verdict = judge(trend, start, end, USUAL)
        assert verdict.call is Call.NOTHING
        assert math.isnan(verdict.delta)
    assert judge(fit([], [], [], 0.05), 0, 10, 0.05).call is Call.NOTHING


def test_both_ends_of_a_stretch_count() -> None:
    trend = weekly(0.1, 30)
    assert (judge(trend, 7, 70, USUAL).first, judge(trend, 7, 70, USUAL).last) == (1, 10)
    assert (judge(trend, 8, 69, USUAL).first, judge(trend, 8, 69, USUAL).last) == (2, 9)
    assert judge(trend, -100, 9999, USUAL) == whole(trend)
    grew, paused = 0.1 * np.arange(30), np.full(60, 2.9)
    both = fit(7 * np.arange(90), THIGH + np.concatenate([grew, paused]), [0.5] * 90, USUAL)
    assert judge(both, 0, 7 * 29, USUAL).call is Call.GROWING
    assert judge(both, 7 * 40, 7 * 89, USUAL).call is Call.NO_CHANGE


@pytest.mark.parametrize("scenario", [1, 2])
def test_a_limb_that_does_not_change_is_said_to_in_one_of_twenty_at_most(scenario: int) -> None:
    calls = []
    for history in histories("still", 400, weeks=52, seed=scenario):
        middle = float(np.median(history.values))
        count = len(history.days)
        trend = fit(history.days, history.values, [ERROR * middle] * count, PACE * middle)
        calls.append(judge(trend, history.days[0], history.days[-1], PACE * middle).call)
    assert calls.count(Call.GROWING) + calls.count(Call.SHRINKING) <= 20
    assert calls.count(Call.NO_CHANGE) >= 370


def test_who_grows_for_a_year_is_nearly_always_told_so() -> None:
    assert sum(whole(weekly(USUAL, 52, seed=seed)).call is Call.GROWING for seed in range(100)) >= 95


@pytest.mark.parametrize("sign", [1, -1])
def test_a_bigger_true_change_never_turns_growing_into_no_change(sign: int) -> None:
    """The same noise on faster and faster growth, to 2 percent a week."""
    sure = Call.GROWING if sign > 0 else Call.SHRINKING
    ever = 0
    for seed in range(25):
        weeks = 6 + 2 * seed
        calls = [whole(weekly(sign * rate, weeks, seed=seed)).call for rate in np.geomspace(0.005, 1.0, 20)]
        first = calls.index(sure) if sure in calls else len(calls)
        assert set(calls[first:]) <= {sure}, seed
        ever += first < len(calls)
    assert ever >= 24


@pytest.mark.parametrize(
    ("call", "wording", "words"),
    [
        (Call.GROWING, Wording.LIMB, "growing"),
        (Call.SHRINKING, Wording.LIMB, "shrinking"),
        (Call.GROWING, Wording.LEVEL, "rising"),
        (Call.SHRINKING, Wording.LEVEL, "falling"),
        (Call.GROWING, Wording.GAP, "moving to the left side"),
        (Call.SHRINKING, Wording.GAP, "moving to the right side"),
        (Call.GROWING, Wording.STRENGTH, "stronger"),
        (Call.SHRINKING, Wording.STRENGTH, "weaker"),
        (Call.NO_CHANGE, Wording.STRENGTH, "no change beyond the error of the estimates yet"),
        (Call.NOTHING, Wording.STRENGTH, "no estimates here"),
        *[(Call.NO_CHANGE, wording, "no change beyond the tape's error yet") for wording in MEASURED],
        *[(Call.TOO_EARLY, wording, "too early to tell") for wording in Wording],
        *[(Call.NOTHING, wording, "no readings here") for wording in MEASURED],
    ],
)
def test_the_sentences(call: Call, wording: Wording, words: str) -> None:
    assert in_words(Verdict(call), wording) == words


def test_the_wait_in_words() -> None:
    early = Verdict(Call.TOO_EARLY, weeks_more=1)
    assert in_words(early, Wording.LIMB) == "too early: a rate like this needs about 1 more week"
    assert in_words(replace(early, weeks_more=5), Wording.GAP) == "too early: a rate like this needs about 5 more weeks"
    assert in_words(Verdict(Call.NO_CHANGE, weeks_more=5), Wording.LIMB) == "no change beyond the tape's error yet"


def test_no_two_calls_share_a_sign() -> None:
    assert set(SIGNS) == set(Call)
    assert len(set(SIGNS.values())) == len(Call)
