"""The line through a history: against the textbook, whatever the unit, and in the face of slips, gaps and nothing."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.normal import Z80
from legwork.domain.trend import DAMPING_DAYS, FEWEST_FOR_PACE, PACES, Trend, fit
from trend_simulation import SCENARIOS, Score, rmse, scores, share

History = tuple[list[int], list[float], list[float]]
PACE = 0.06
"""Of a thigh of 50 cm, cm a week."""


@st.composite
def histories(draw: st.DrawFn, most: int = 25) -> History:
    """Days, values and errors of anything that a body may do: repeats of a day, long gaps, steps and slips."""
    count = draw(st.integers(0, most))
    gaps = draw(st.lists(st.integers(0, 30) | st.integers(100, 4000), min_size=count, max_size=count))
    base, part = draw(st.floats(0.5, 300)), draw(st.sampled_from([0.003, 0.01, 0.05]))
    drawn = draw(st.lists(st.floats(-3, 3) | st.floats(-30, 300), min_size=count, max_size=count))
    values = [base * max(1 + part * miss, 0.01) for miss in drawn]
    return [738_000 + int(day) for day in np.cumsum(gaps)], values, [part * base] * count


@st.composite
def quiet(draw: st.DrawFn) -> History:
    """Readings of which none is off, some of one day, with errors of all sizes."""
    count = draw(st.integers(1, 12))
    gaps = draw(st.lists(st.integers(0, 20) | st.integers(100, 900), min_size=count, max_size=count))
    misses = draw(st.lists(st.floats(-0.4, 0.4), min_size=count, max_size=count))
    errors = draw(st.lists(st.floats(0.3, 1.5), min_size=count, max_size=count))
    return [int(day) for day in np.cumsum(gaps)], [50 + miss for miss in misses], errors


def facts(trend: Trend) -> np.ndarray:
    return np.array([trend.level, trend.level_sd, trend.slope, trend.slope_sd])


class Textbook:
    """All levels and slopes as one normal distribution, from the covariance of the process, given all readings.

    Source: v is stationary with covariance s^2 exp(-|t - u| / T); the level is its integral. Integrals by hand.
    """

    def __init__(self, days: list[int], values: list[float], errors: list[float], pace: float, ahead: int) -> None:
        once = sorted(set(days))
        self.at = np.array([*once, once[-1] + ahead], dtype=float) - once[0]
        pooled = [
            np.average([v for d, v in zip(days, values, strict=True) if d == day],
                       weights=[e**-2.0 for d, e in zip(days, errors, strict=True) if d == day])
            for day in once[:5]
        ]  # fmt: skip
        start = sorted(pooled)[(len(pooled) - 1) // 2]
        first = 1 / sum(e**-2.0 for d, e in zip(days, errors, strict=True) if d == once[0])
        s, t = self.at[:, None], self.at[None, :]
        fade, gone = np.exp(-self.at / DAMPING_DAYS), np.exp(-abs(s - t) / DAMPING_DAYS)
        low = np.minimum(s, t)
        xx = 2 * DAMPING_DAYS * low + DAMPING_DAYS**2 * (fade[:, None] + fade[None, :] - gone - 1)
        vx = DAMPING_DAYS * np.where(t <= s, gone - fade[:, None], 2 - fade[:, None] - gone)
        cov = np.block([[xx, vx.T], [vx, gone]]) * pace * pace
        count = len(self.at)
        cov[:count, :count] += (0.1 * start) ** 2 + 25 * first
        seen = np.zeros((len(days), 2 * count))
        seen[np.arange(len(days)), [once.index(day) for day in days]] = 1
        spread = seen @ cov @ seen.T + np.diag(np.square(errors))
        off = np.array(values) - start
        gain = cov @ seen.T @ np.linalg.inv(spread)
        mean, self.cov = gain @ off, cov - gain @ seen @ cov
        self.level, self.slope = start + mean[:count], mean[count:]
        self.level_sd, self.slope_sd = np.sqrt(np.diag(self.cov)[:count]), np.sqrt(np.diag(self.cov)[count:])
        self.density = -0.5 * (np.linalg.slogdet(spread)[1] + off @ np.linalg.solve(spread, off))


@settings(deadline=None, max_examples=200)
@given(quiet(), st.integers(0, 500))
def test_all_that_is_said_agrees_with_the_textbook(history: History, ahead: int) -> None:
    days, values, errors = history
    trend = fit(days, values, errors, PACE)
    assert len(trend.aside) == 0
    tried = {pace: Textbook(days, values, errors, pace * PACE / 7, ahead) for pace in PACES}
    if len(trend) < FEWEST_FOR_PACE:
        book = tried[1.0]
    else:
        odds = {pace: one.density - 0.5 * (math.log2(pace) / 1.5) ** 2 for pace, one in tried.items()}
        best = max(odds, key=lambda pace: odds[pace])
        if sorted(odds.values())[-1] - sorted(odds.values())[-2] < 1e-6:
            return  # two are as likely, and rounding decides
        book = tried[best]
    assert list(trend.days) == sorted(set(days))
    near = {"rel": 1e-6, "abs": 1e-6}
    assert trend.level == pytest.approx(book.level[:-1], **near)
    assert trend.level_sd == pytest.approx(book.level_sd[:-1], **near)
    assert trend.slope == pytest.approx(book.slope[:-1], **near)
    assert trend.slope_sd == pytest.approx(book.slope_sd[:-1], **near)
    for first in range(len(trend)):
        for last in range(first, len(trend)):
            delta, sd = trend.change(first, last)
            assert delta == pytest.approx(book.level[last] - book.level[first], **near)
            both = book.cov[first, first] + book.cov[last, last] - 2 * book.cov[first, last]
            assert sd**2 == pytest.approx(both, **near)
    [level], [error] = trend.ahead([days[-1] + ahead])
    assert (level, error) == pytest.approx((book.level[-1], book.level_sd[-1]), **near)


@settings(deadline=None)
@given(histories(), st.sampled_from([1 / 2.54, 2.2046226218, 10.0, 0.001]))
def test_the_unit_does_not_matter(history: History, factor: float) -> None:
    days, values, errors = history
    one = fit(days, values, errors, PACE)
    other = fit(days, [factor * value for value in values], [factor * error for error in errors], factor * PACE)
    assert facts(other) == pytest.approx(factor * facts(one), rel=1e-6, abs=1e-9)
    assert list(other.aside) == list(one.aside)
    if values:
        ahead = [days[-1], days[-1] + 100]
        assert np.array(other.ahead(ahead)) == pytest.approx(factor * np.array(one.ahead(ahead)), rel=1e-6)


@settings(deadline=None)
@given(histories(), st.integers(-700_000, 2_000_000))
def test_the_calendar_does_not_matter(history: History, later: int) -> None:
    days, values, errors = history
    moved = fit([day + later for day in days], values, errors, PACE)
    one = fit(days, values, errors, PACE)
    assert np.array_equal(facts(moved), facts(one))
    assert np.array_equal(moved.aside, one.aside + later)


@settings(deadline=None)
@given(quiet(), st.randoms(use_true_random=False))
def test_the_order_within_a_day_does_not_matter(history: History, chance: object) -> None:
    rows = list(zip(*history, strict=True))
    chance.shuffle(rows)  # type: ignore[attr-defined]
    again = sorted(rows, key=lambda row: row[0])
    days, values, errors = (list(column) for column in zip(*again, strict=True))
    assert facts(fit(days, values, errors, PACE)) == pytest.approx(facts(fit(*history, PACE)), rel=1e-7, abs=1e-9)


@settings(deadline=None, max_examples=300)
@given(histories(), st.floats(1e-4, 0.01))
def test_every_history_has_a_line_and_a_band(history: History, pace: float) -> None:
    days, values, errors = history
    trend = fit(days, values, errors, pace * max(values, default=1.0))
    assert list(trend.days) == sorted(set(days))
    assert all(len(one) == len(trend) for one in (trend.low, trend.high, trend.error_sd, *facts(trend)))
    assert np.isfinite(facts(trend)).all()
    assert (trend.level_sd > 0).all() and (trend.slope_sd > 0).all()
    assert trend.high - trend.low == pytest.approx(2 * Z80 * trend.level_sd)
    assert set(trend.aside) <= set(trend.days)
    if not values:
        return
    assert len(trend.aside) < len(trend)
    assert 0 <= trend.change(0, len(trend) - 1).sd < math.inf
    times = [days[-1] + step for step in (0, 7, 84, 400, 20_000)]
    level, error = trend.ahead(times)
    assert np.isfinite(level).all()
    assert level[0] == pytest.approx(trend.level[-1])
    assert error[0] == pytest.approx(trend.level_sd[-1])
    assert (np.diff(error) > 0).all() and np.isfinite(error).all()


def test_nothing_one_two_and_a_single_day() -> None:
    empty = fit([], [], [], PACE)
    assert (len(empty), empty.level.shape, empty.low.shape, empty.aside.shape) == (0, (0,), (0,), (0,))
    assert empty.level.dtype == np.float64
    one = fit([5], [38.2], [0.4], 0.05)
    assert one.level[0] == pytest.approx(38.2)
    assert 0.3 < one.level_sd[0] < 0.4
    assert one.slope[0] == 0
    two = fit([5, 12], [38.0, 38.4], [0.4, 0.4], 0.05)
    assert 38.0 < two.level[0] < two.level[1] < 38.4
    same = fit([5] * 4, [38.0, 38.4, 38.2, 38.2], [0.4] * 4, 0.05)
    assert (len(same), list(same.days)) == (1, [5])
    assert same.level[0] == pytest.approx(38.2)
    assert same.level_sd[0] == pytest.approx(0.2, rel=0.02)
    assert same.error_sd[0] == pytest.approx(0.2)


def test_arrays_are_welcome_and_left_alone() -> None:
    days, values, errors = np.array([0, 7, 14]), np.array([38.0, 39.0, 38.5]), np.full(3, 0.4)
    trend = fit(days, values, errors, 0.05)
    assert np.array_equal(facts(trend), facts(fit([0, 7, 14], [38.0, 39.0, 38.5], [0.4] * 3, 0.05)))
    assert (list(days), list(values), list(errors)) == ([0, 7, 14], [38.0, 39.0, 38.5], [0.4] * 3)


@pytest.mark.parametrize("place", [0, 1, 10, 19])
@pytest.mark.parametrize("odd", [877.0, 8.77, 0.877])
def test_a_slip_is_set_aside_and_moves_nothing(place: int, odd: float) -> None:
    chance = np.random.default_rng(place)
    values = list(87.0 + chance.normal(0, 0.8, 20))
    days = [7 * week for week in range(20)]
    slipped = [*values[:place], odd, *values[place + 1 :]]
    trend = fit(days, slipped, [0.87] * 20, 0.1)
    assert list(trend.aside) == [days[place]]
    without = fit([*days[:place], *days[place + 1 :]], [*values[:place], *values[place + 1 :]], [0.87] * 19, 0.1)
    assert np.delete(trend.level, place) == pytest.approx(without.level, abs=0.02)
    assert trend.level[place] == pytest.approx(87, abs=1)
    assert trend.level_sd[place] < 0.87


def test_two_odd_ones_that_agree_are_a_real_step() -> None:
    values = [50.1, 49.8, 50.2, 50.0, 49.9, 50.1, 56.2, 55.9, 56.1, 56.0, 55.8, 56.1]
    trend = fit(range(0, 84, 7), values, [0.5] * 12, PACE)
    assert len(trend.aside) == 0
    assert trend.level[5] == pytest.approx(50.0, abs=0.4)
    assert trend.level[6] == pytest.approx(56.0, abs=0.4)
    apart = [50.1, 49.8, 50.2, 50.0, 49.9, 50.1, 56.2, 44.0, 50.0, 50.1]
    assert list(fit(range(0, 70, 7), apart, [0.5] * 10, PACE).aside) == [42, 49]


def test_a_history_that_is_mostly_slips_still_has_a_line() -> None:
    trend = fit(range(6), [87.0, 877.0, 8.7, 870.0, 0.87, 88.0], [0.9] * 6, 0.1)
    assert np.isfinite(facts(trend)).all()
    assert fit([0, 1], [877.0, 87.0], [8.8, 0.9], 0.1).level[1] == pytest.approx(87, abs=1)


def test_the_band_is_wide_beside_a_gap_and_widest_where_little_is_known() -> None:
    dense = fit(range(0, 700, 7), [50.0] * 100, [0.5] * 100, PACE)
    days = [day for day in range(0, 700, 7) if not 200 < day < 500]
    gap = fit(days, [50.0] * len(days), [0.5] * len(days), PACE)
    place, same = days.index(504), 504 // 7
    assert gap.level_sd[place] > 1.3 * dense.level_sd[same]
    assert gap.level_sd[place] > gap.level_sd[place + 8]
    assert dense.level_sd[0] > dense.level_sd[50] < dense.level_sd[-1]
    years = fit([0, 7, 14, 4000], [50.0] * 4, [0.5] * 4, PACE)
    assert years.level_sd[3] > 0.9 * 0.5
    assert fit([0, 7, 14, 4000], [50.0, 50.1, 49.9, 58.0], [0.5] * 4, PACE).aside.size == 0


def test_the_slope_fades_ahead_and_the_error_grows() -> None:
    days = list(range(0, 210, 7))
    trend = fit(days, [50 + 0.02 * day for day in days], [0.3] * 30, 0.15)
    assert trend.slope[-1] > 0.01
    weeks = days[-1] + 7 * np.arange(60)
    level, error = trend.ahead(weeks)
    rises = np.diff(level)
    assert (rises > 0).all() and (np.diff(rises) < 0).all()
    assert rises[0] == pytest.approx(DAMPING_DAYS * trend.slope[-1] * (1 - math.exp(-7 / DAMPING_DAYS)))
    assert rises[50] / rises[0] == pytest.approx(math.exp(-350 / DAMPING_DAYS))
    assert level[-1] < trend.level[-1] + DAMPING_DAYS * trend.slope[-1]
    assert (np.diff(error) > 0).all()
    assert trend.ahead([])[0].shape == (0,)


def test_scatter_beyond_the_stated_error_widens_it_and_ordinary_noise_does_not() -> None:
    kept = 0
    for seed in range(40):
        noise = np.random.default_rng(seed).normal(0, 0.5, 50)
        ordinary = fit(range(0, 350, 7), 50 + noise, [0.5] * 50, PACE)
        kept += bool(ordinary.error_sd == pytest.approx(0.5))
        wild = fit(range(0, 350, 7), 50 + 4 * noise, [0.5] * 50, PACE)
        assert 1.0 < wild.error_sd[0] < 4.0
        assert wild.level_sd.mean() > 1.5 * ordinary.level_sd.mean()
    assert kept >= 38


def test_no_scatter_is_read_from_a_slip_a_step_or_few_days() -> None:
    values = [50.1, 49.8, 50.2, 50.0, 49.9, 50.1] * 4
    for odd in ({7: 500.0}, {7: 500.0, 12: 5.0}, dict.fromkeys(range(12, 24), 57.0)):
        slipped = [odd.get(place, value) for place, value in enumerate(values)]
        assert fit(range(0, 168, 7), slipped, [0.5] * 24, PACE).error_sd == pytest.approx(0.5)
    assert fit(range(0, 49, 7), [48.0, 52.0] * 3 + [48.0], [0.5] * 7, PACE).error_sd == pytest.approx(0.5)
    yearly = fit(range(0, 365 * 20, 365), [48.0, 52.0] * 10, [0.5] * 20, PACE)
    assert yearly.error_sd == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("days", "values", "errors", "pace", "says"),
    [
        ([0, 1], [38.0], [0.4, 0.4], 0.1, "length"),
        ([0, 1], [38.0, 38.0], [0.4], 0.1, "length"),
        ([1, 0], [38.0, 38.0], [0.4, 0.4], 0.1, "order"),
        ([0, 1], [38.0, math.nan], [0.4, 0.4], 0.1, "finite"),
        ([0, 1], [38.0, math.inf], [0.4, 0.4], 0.1, "finite"),
        ([0, math.nan], [38.0, 38.0], [0.4, 0.4], 0.1, "finite"),
        ([0, math.inf], [38.0, 38.0], [0.4, 0.4], 0.1, "finite"),
        ([0, 1], [38.0, 38.0], [0.4, 0.0], 0.1, "positive"),
        ([0, 1], [38.0, 38.0], [0.4, -0.4], 0.1, "positive"),
        ([0, 1], [38.0, 38.0], [0.4, math.nan], 0.1, "positive"),
        ([0, 1], [38.0, 38.0], [0.4, math.inf], 0.1, "positive"),
        ([0, 1], [38.0, 38.0], [0.4, 0.4], 0.0, "positive"),
        ([0, 1], [38.0, 38.0], [0.4, 0.4], -0.1, "positive"),
        ([0, 1], [38.0, 38.0], [0.4, 0.4], math.nan, "positive"),
        ([0, 1], [38.0, 38.0], [0.4, 0.4], math.inf, "positive"),
        ([], [], [], 0.0, "positive"),
    ],
)
def test_what_is_no_history_is_refused(
    days: list[float], values: list[float], errors: list[float], pace: float, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        fit(days, values, errors, pace)


def test_questions_about_rows_and_days_that_are_not_there() -> None:
    trend = fit([0, 7, 14], [38.0, 38.1, 38.2], [0.4] * 3, 0.05)
    with pytest.raises(ValueError, match="before the first"):
        trend.change(2, 1)
    for rows in ((0, 3), (3, 3), (-1, 2), (-3, -1)):
        with pytest.raises(IndexError):
            trend.change(*rows)
    with pytest.raises(ValueError, match="ahead"):
        trend.ahead([20, 13])
    nothing = fit([], [], [], 0.05)
    with pytest.raises(ValueError, match="no readings"):
        nothing.ahead([20])
    with pytest.raises(IndexError):
        nothing.change(0, 0)
    assert trend.change(1, 1) == pytest.approx((0, 0), abs=1e-7)


def test_whoever_waits_for_the_line_can_end_the_work() -> None:
    class EndedError(Exception):
        pass

    breaths = []

    def breathe() -> None:
        breaths.append(None)
        if len(breaths) == 4:
            raise EndedError

    with pytest.raises(EndedError):
        fit(range(20), [38.0] * 20, [0.4] * 20, 0.05, breathe)
    assert len(breaths) == 4


@pytest.fixture(scope="module")
def scored() -> dict[str, dict[str, Score]]:
    """Every tracker over 100 histories of each scenario."""
    return {name: scores(name, 100, seed=11) for name in SCENARIOS}


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize("baseline", ["ewma", "hacker"])
def test_the_line_and_its_newest_point_beat_the_averages_in_every_scenario(
    scored: dict[str, dict[str, Score]], name: str, baseline: str
) -> None:
    own, other = scored[name]["trend"], scored[name][baseline]
    assert rmse(own.line) < rmse(other.line)
    assert rmse(own.newest) < rmse(other.newest)


def test_a_band_of_eighty_percent_holds_eighty_percent(scored: dict[str, dict[str, Score]]) -> None:
    own = [found["trend"] for found in scored.values()]
    assert 0.76 <= share([hit for one in own for hit in one.in_band]) <= 0.86
    assert 0.76 <= share([hit for one in own for hit in one.newest_in_band]) <= 0.88
