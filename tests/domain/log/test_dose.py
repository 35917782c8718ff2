"""Dose against response: a published regression, a body whose answer is known, and the cases that tell nothing."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from datetime import date

import pytest

from legwork.domain.log.columns import columns_of, rows_of
from legwork.domain.log.counting import count_sets
from legwork.domain.log.dose import (
    Dose,
    DoseResponse,
    Stretch,
    among,
    dose_response,
    dose_words,
    rate_text,
    site_sets,
    stretch_weeks,
)
from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.regression import regress
from legwork.domain.log.sets import LoggedSet
from legwork.domain.log.sums import weekly
from legwork.domain.muscles import MUSCLES_OF_SITE
from legwork.domain.sites import BUILT_IN
from plan_strategies import LOOKUP

START = date(2023, 1, 2).toordinal()

ANSCOMBE = (
    (10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5),
    (8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68),
)


def test_a_published_regression() -> None:
    """Anscombe 1973, Am Stat 27:17: y = 3 + .5 x, standard error of the slope .118 (lm gives .1179)."""
    line = regress(*ANSCOMBE, [0.01] * 11)
    assert (round(line.slope, 4), round(line.intercept, 4), round(line.slope_se, 4)) == (0.5001, 3.0001, 0.1179)
    assert (line.df, tuple(round(one, 4) for one in line.slope_within(0.95))) == (9, (0.2334, 0.7668))
    middle, low, high = line.at(9)
    assert middle == pytest.approx(7.501, abs=1e-3) and high - low == pytest.approx(
        2 * 1.383 * 1.2366 / 11**0.5, abs=2e-3
    )


def test_known_errors_are_never_made_smaller() -> None:
    line = regress([0, 1, 2, 3], [0, 1, 2, 3], [1.0] * 4)
    assert (line.scatter, line.slope_se) == (1, pytest.approx(1 / 5**0.5))


@pytest.mark.parametrize(
    "bad", [([1, 2], [1, 2], [1, 1]), ([1, 1, 1], [1, 2, 3], [1, 1, 1]), ([1, 2, 3], [1, 2, 3], [1, 0, 1])]
)
def test_no_line_through_too_little(bad: tuple[list[float], list[float], list[float]]) -> None:
    with pytest.raises(ValueError):
        regress(*bad)


def _body(
    weeks: int, gain: float, sd: float, seed: int = 1, doses: tuple[int, ...] = (4, 12, 8, 14, 6, 10)
) -> DoseResponse:
    """A girth read weekly that grows by `gain` cm a month for each weekly set; the sets change every eight weeks."""
    chance = random.Random(seed)
    sets = [float(doses[week // 8 % len(doses)]) for week in range(weeks)]
    days, girths, girth = [], [], 58.0
    for week in range(weeks):
        days.append(float(START + 7 * week + 6))
        girth += gain * sets[week] * 7 / 30.4375
        girths.append(girth + chance.gauss(0, sd))
    return dose_response(days, girths, [max(sd, 0.05)] * weeks, [START + 7 * week for week in range(weeks)], sets)


def test_a_body_that_answers() -> None:
    found = _body(96, 0.05, 0.1)
    assert found.call is Dose.MORE and found.line is not None and len(found.stretches) == 12
    assert found.line.slope_low80 < 0.05 < found.line.slope_high80
    words = dose_words(found)
    assert "With one set more a week it grew by +0.05 cm a month" in words and "not yet proof" in words


def test_in_inches() -> None:
    words = dose_words(_body(96, 0.05, 0.1), "in", 1 / 2.54)
    assert "With one set more a week it grew by +0.020 in a month" in words and "cm" not in words
    assert (rate_text(-0.254), rate_text(0.1, "in")) == ("−0.25", "+0.100")


def test_the_weeks_whose_sets_count_for_a_stretch() -> None:
    """A week counts where its Thursday lies: a stretch from a Friday to a Thursday eight weeks on has eight of them."""
    starts = [START + 7 * week for week in range(20)]
    assert stretch_weeks(Stretch(START + 4, START + 59, 0, 0, 1), starts) == (START + 7, START + 7 * 8 + 6)
    assert stretch_weeks(Stretch(START, START + 55, 0, 0, 1), starts) == (START, START + 55)
    with pytest.raises(ValueError):
        stretch_weeks(Stretch(START - 60, START - 5, 0, 0, 1), starts)


def test_a_body_that_does_not_is_not_said_to() -> None:
    """Of a hundred bodies that do not answer, the 95 % call is wrong in about five."""
    calls = [_body(64, 0.0, 0.3, seed).call for seed in range(100)]
    assert sum(one in (Dose.MORE, Dose.FEWER) for one in calls) <= 12
    assert "No clear link" in dose_words(_body(64, 0.0, 0.3))


def _beginner(weeks: int, sets: Callable[[int], float], seed: int, together: int = 1) -> DoseResponse:
    """Growth that fades by itself, whatever the sets are; read weekly with an error of 3 mm. sets: by stretch."""
    chance = random.Random(seed)
    girth, girths = 58.0, []
    for week in range(weeks):
        girth += 0.12 * math.exp(-week / 40)
        girths.append(girth + chance.gauss(0, 0.3))
    days = [float(START + 7 * week + 6) for week in range(weeks)]
    weekly = [sets(week // 8) for week in range(weeks)]
    found = dose_response(days, girths, [0.3] * weeks, [START + 7 * week for week in range(weeks)], weekly)
    return among(found, together)


@pytest.mark.parametrize("stretches", [8, 12])
def test_sets_that_rise_while_growth_fades_are_not_called_worse(stretches: int) -> None:
    """From 8 to 16 sets: sets and time cannot be told apart, however many stretches there are."""
    found = [_beginner(8 * stretches, lambda at: 8 + 8 * at / (stretches - 1), seed) for seed in range(30)]
    assert {one.call for one in found} == {Dose.WITH_TIME} and found[0].with_time == pytest.approx(1)
    assert "Sets rose steadily with time, so the two cannot be told apart" in dose_words(found[0])
    fell = _beginner(8 * stretches, lambda at: 16 - at, 1)
    assert fell.call is Dose.WITH_TIME and "Sets fell steadily" in dose_words(fell)


def test_eleven_sites_that_do_not_answer_are_seldom_called() -> None:
    """All sites of a body share the sets, and none answers: in less than 5 of 100 bodies is any of them called."""
    wrong = alone = 0
    for body in range(150):
        doses = [random.Random(100 * body + at).uniform(4, 16) for at in range(12)]
        found = [_beginner(96, doses.__getitem__, 1000 * body + site, 11).call for site in range(11)]
        wrong += any(one in (Dose.MORE, Dose.FEWER) for one in found)
        alone += any(
            _beginner(96, doses.__getitem__, 1000 * body + site).call in (Dose.MORE, Dose.FEWER) for site in range(11)
        )
    assert wrong <= 0.05 * 150 < alone, "without the correction there are more"


def test_one_site_of_many_has_to_be_surer() -> None:
    found = _body(64, 0.06, 0.25, 2)
    assert found.call is Dose.MORE and among(found, 11).call is Dose.UNCLEAR
    with pytest.raises(ValueError):
        among(found, 0)


def test_the_interval_holds_what_it_says() -> None:
    inside = 0
    for seed in range(200):
        line = _body(64, 0.03, 0.3, seed).line
        assert line is not None
        inside += line.slope_low80 <= 0.03 <= line.slope_high80
    assert 0.7 <= inside / 200 <= 0.95


def test_too_early_and_too_even() -> None:
    early = _body(30, 0.05, 0.1)
    assert (early.call, len(early.stretches), early.weeks_more, early.line) == (Dose.TOO_EARLY, 3, 16, None)
    assert dose_words(early) == "Too early: it takes about 16 more weeks of measuring and training."
    even = _body(96, 0.05, 0.1, doses=(8, 9, 10))
    assert even.call is Dose.TOO_EVEN and "hardly differed" in dose_words(even)
    assert dose_response([], [], [], [], []).call is Dose.TOO_EARLY
    assert dose_response([START], [58], [0.5], [], []).call is Dose.TOO_EARLY


def test_stretches_without_readings_are_left_out() -> None:
    weeks = 64
    days = [float(START + 7 * week + 6) for week in range(weeks) if not 20 <= week < 34]
    found = dose_response(days, [58.0] * len(days), [0.5] * len(days), [START + 7 * w for w in range(weeks)],
                          [float(w % 16) for w in range(weeks)])  # fmt: skip
    assert [(one.first - START) // 7 for one in found.stretches] == [0, 8, 32, 40, 48, 56]


def test_bad_input_is_refused() -> None:
    with pytest.raises(ValueError):
        dose_response([1], [58], [], [1], [1])


def test_a_set_counts_once_for_a_site() -> None:
    done = (
        LoggedExercise("back_squat", (LoggedSet(reps=8),) * 3),
        LoggedExercise("split_squat", (LoggedSet(reps=8),) * 2),
    )
    sums = weekly(count_sets(columns_of(rows_of([Workout(1, date(2025, 1, 6), exercises=done)])), LOOKUP))
    assert site_sets(sums, "upper_thigh").tolist() == [5]
    assert site_sets(sums, "calf").tolist() == [0] == site_sets(sums, "waist").tolist()
    assert set(MUSCLES_OF_SITE) <= {one.key for one in BUILT_IN}
