"""Forecasts held against what is known of them: worked cases, the person's own response, and invented histories."""

from __future__ import annotations

from random import Random
from statistics import mean

import pytest

from legwork.domain.forecast.growth import Growth, grown
from legwork.domain.forecast.outlook import Outlook, Spread, outlook
from trend_simulation import ERROR, PACE, SCENARIOS

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
    assert usual[0] == pytest.approx(1.0, abs=0.15)
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


def held(name: str, ahead: tuple[int, ...], count: int) -> dict[int, float]:
    """How often the 80 % band held the truth so many weeks on, over invented histories that the model does not know."""
    hits: dict[int, list[bool]] = {weeks: [] for weeks in ahead}
    for number in range(count):
        chance = Random(f"forecast:{name}:{number}")
        truth = SCENARIOS[name](chance, 78)
        days, values = [], []
        for week in range(78):
            if week and chance.random() < 0.12:
                continue
            days.append(7 * week + chance.randrange(3))
            values.append(round(truth(days[-1] / 7) * (1 + chance.gauss(0, ERROR)), 1))
        middle = sorted(values)[len(values) // 2]
        found = outlook(
            days, values, [ERROR * middle] * len(days), PACE * middle, Growth(0.00065), lambda day: 1.0
        )  # an experienced thigh
        for weeks in ahead:
            spread = found.at(days[-1] + 7 * weeks, 1.0)
            hits[weeks].append(spread.quantile(0.1) <= truth(days[-1] / 7 + weeks) <= spread.quantile(0.9))
    return {weeks: sum(one) / len(one) for weeks, one in hits.items()}


def test_bands_hold_about_four_of_five_of_histories_they_do_not_know() -> None:
    found = [held(name, (12, 26, 52), 120) for name in SCENARIOS]
    for weeks in (12, 26, 52):
        shares = [one[weeks] for one in found]
        assert min(shares) >= 0.55  # a wave of bulk and cut turns within twelve weeks
        assert 0.74 <= mean(shares) <= 0.92
