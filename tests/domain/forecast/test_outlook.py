"""Forecasts held against what is known of them: worked cases, the person's own response, and invented histories."""

from __future__ import annotations

import math
from statistics import mean

import pytest

from forecast_simulation import AHEAD, ROWS, scores
from legwork.domain.forecast.growth import FADE_WEEKS, Growth, grown
from legwork.domain.forecast.outlook import Outlook, Spread, outlook
from trend_simulation import PACE, rmse, share

SURE_GROWTH = Growth(0.001, 1e-6)


def told(rate_per_week: float, growth: Growth, effect: float = 1.0, *, weeks: int = 52, error: float = 0.3) -> Outlook:
    """A year of weekly readings of a limb that grows at a rate."""
    days = [7 * week for week in range(weeks)]
    values = [50 + rate_per_week * week for week in range(weeks)]
    return outlook(days, values, [error] * weeks, PACE * 50, growth, lambda day: effect)


def test_a_mixture_of_one_is_a_normal_distribution() -> None:
    spread = Spread((1.0,), (50.0,), (2.0,))
    assert spread.mean == 50
    assert spread.below(52.0) == pytest.approx(0.8413, abs=1e-4)
    assert spread.quantile(0.9) == pytest.approx(50 + 2 * 1.2816, abs=1e-3)
    with pytest.raises(ValueError, match="between 0 and 1"):
        spread.quantile(1.0)


def test_a_mixture_of_two_has_the_quantiles_of_both() -> None:
    spread = Spread((0.5, 0.5), (40.0, 60.0), (1.0, 1.0))
    assert spread.quantile(0.25) == pytest.approx(40.0, abs=1e-3)
    assert spread.quantile(0.75) == pytest.approx(60.0, abs=1e-3)


def test_a_limb_that_grew_as_expected_goes_on_and_the_gain_wears_off() -> None:
    found = told(0.05, SURE_GROWTH)  # 0.1 % of 50 cm a week
    at_end = 50 + 0.05 * 51
    # per week 0.1 % of the median of the readings; what is left of the slope beside growth is next to nothing
    gain = 0.001 * 51.3 * grown(52)
    assert found.at(found.day + 364, 1.0).mean == pytest.approx(at_end + gain, abs=0.25)
    assert found.at(found.day, 1.0).mean == pytest.approx(at_end, abs=0.1)


def test_bands_widen() -> None:
    found = told(0.05, Growth(0.001))
    widths = []
    for weeks in (0, 12, 26, 52, 104):
        spread = found.at(found.day + 7 * weeks, 1.0)
        widths.append(spread.quantile(0.9) - spread.quantile(0.1))
    assert widths == sorted(widths) and widths[-1] > 4 * widths[0]


def test_the_response_is_learnt_from_the_readings() -> None:
    quick, usual, none = (told(rate, Growth(0.001)).response for rate in (0.1, 0.05, 0.0))
    assert quick[0] > usual[0] + 0.3 > none[0] + 0.6
    # a year of growth at one rate is less and less beside growth that wears off: 52 weeks of exp(t / 78) are 73
    assert usual[0] == pytest.approx(52 / 73, abs=0.08)
    assert all(sd < 0.7 for _, sd in (quick, usual, none))


def test_a_year_without_training_tells_nothing_of_the_response() -> None:
    assert told(0.0, Growth(0.001), effect=0.0).response == pytest.approx((1.0, 0.7), abs=1e-6)


def test_one_reading_is_enough_to_be_vague() -> None:
    found = outlook([1000], [50.0], [0.5], PACE * 50, Growth(0.001), lambda day: 1.0)
    spread = found.at(1364, 1.0)
    assert spread.mean == pytest.approx(50 + 0.05 * grown(52), abs=0.05)
    assert spread.quantile(0.9) - spread.quantile(0.1) > 2


def test_more_training_is_expected_to_do_more_and_half_of_it_less() -> None:
    found = told(0.05, Growth(0.001))
    levels = [found.at(found.day + 364, effect).mean for effect in (0.0, 0.5, 1.0)]
    assert levels[0] < levels[1] < levels[2]


def test_bad_input_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        outlook([], [], [], 0.06, Growth(0.001), lambda day: 1.0)
    with pytest.raises(ValueError, match="ahead"):
        told(0.0, Growth(0.001)).at(0, 1.0)


def test_a_response_is_that_of_now_where_growth_wears_off() -> None:
    """Readings that grow as a usual person does, less and less: the response is 1, whatever the rate was before."""
    weeks = range(53)
    left = [grown(52 - week) * math.exp((52 - week) / FADE_WEEKS) for week in weeks]
    values = [52 - 0.001 * 52 * gain for gain in left]
    found = outlook([7 * week for week in weeks], values, [0.2] * 53, PACE * 50, Growth(0.001), lambda day: 1.0)
    assert found.response[0] == pytest.approx(1.0, abs=0.05)


def test_a_forecast_is_what_a_reading_that_says_nothing_would_leave() -> None:
    """A day ahead, and the same day with a reading of a boundless error: the same belief, its spread included."""
    weeks = range(30)
    days, values = [7 * week for week in weeks], [50 + 0.05 * week for week in weeks]
    errors = [0.4] * len(days)
    growth = Growth(0.001)
    ahead = outlook(days, values, errors, PACE * 50, growth, lambda day: 1.0).at(days[-1] + 182, 1.0)
    there = outlook(
        [*days, days[-1] + 182], [*values, 51.0], [*errors, 1e7], PACE * 50, growth, lambda day: 1.0
    ).at(days[-1] + 182, 1.0)  # fmt: skip
    widths = [one.quantile(0.9) - one.quantile(0.1) for one in (ahead, there)]
    assert widths[0] == pytest.approx(widths[1], rel=0.1)


def test_steering_takes_the_place_of_slope_and_training() -> None:
    found = told(0.2, Growth(0.001)).steered(-0.1, 0.05)
    here = found.at(found.day, 1.0).mean
    assert here == pytest.approx(50 + 0.2 * 51, abs=0.2)
    assert found.at(found.day + 84, 1.0).mean == pytest.approx(here - 0.1 * grown(12), abs=1e-6)
    assert found.at(found.day + 84, 0.5).mean == pytest.approx(here - 0.05 * grown(12), abs=1e-6)
    spread = found.at(found.day + 84, 1.0)
    assert spread.quantile(0.9) - spread.quantile(0.1) > 2 * 1.2816 * 0.05 * grown(12)
    still = told(0.2, Growth(0.001)).steered(0.0, 0.05)
    assert still.at(still.day + 364, 1.0).mean == pytest.approx(here, abs=1e-6)
    with pytest.raises(ValueError, match="exactly"):
        found.steered(0.1, 0.0)


def test_quantiles_are_where_so_much_lies_below() -> None:
    spread = told(0.05, Growth(0.001)).at(7 * 80, 1.0)
    for probability in (0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999):
        assert spread.below(spread.quantile(probability)) == pytest.approx(probability, abs=2e-4)
    apart = Spread((0.9, 0.1), (40.0, 90.0), (0.01, 5.0))
    for probability in (0.01, 0.5, 0.899, 0.95):
        assert apart.below(apart.quantile(probability)) == pytest.approx(probability, abs=2e-3)


def test_bands_hold_about_four_of_five_of_histories_they_do_not_know() -> None:
    """The same histories as in the bench, fewer of them: all held out, none was used to choose a constant."""
    found = {name: scores(name, 60) for name in ROWS}
    for weeks in AHEAD:
        shares = {name: share(found[name]["forecast"].held[weeks]) for name in ROWS}
        assert min(shares.values()) >= 0.5, shares  # a wave of bulk and cut turns within twelve weeks
        assert 0.76 <= mean(shares.values()) <= 0.93, shares


def test_a_log_makes_a_forecast_better_than_the_trend_alone() -> None:
    found = scores("sets by log", 60)
    for weeks in AHEAD:
        assert rmse(found["forecast"].off[weeks]) < 0.8 * rmse(found["trend"].off[weeks])
        assert mean(found["forecast"].half[weeks]) < mean(found["trend"].half[weeks])
