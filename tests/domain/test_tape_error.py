"""A person's own tape error: the published pairs, how slowly it is believed, and what says nothing of it."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.tape_error import BEST_PERCENT, PRIOR_PAIRS, SLIP, TapeError, own_error

PAIRS = [(60.1, 60.4), (57.0, 56.8), (62.2, 62.2), (55.5, 55.9)]
"""Source: SCIENCE section 2, TEM of 0.1904 cm."""
REPEATS = st.lists(
    st.tuples(st.floats(20, 120), st.lists(st.floats(-0.03, 0.03), min_size=1, max_size=3)).map(
        lambda drawn: [drawn[0] * (1 + share) for share in drawn[1]]
    ),
    max_size=40,
)


def test_the_published_pairs_are_in_it_once_the_prior_fades() -> None:
    """The same four pairs so often that ten assumed ones no longer count: their TEM, as a share of the mean."""
    learnt = own_error(PAIRS * 20_000, 1.0)
    assert learnt.pairs == 80_000
    middle = math.sqrt(sum(d * d for d in (0.3, 0.2, 0.0, 0.4)) / (2 * 4))
    assert middle == pytest.approx(0.1904, abs=5e-5)
    relative = [0.3 / 60.25, 0.2 / 56.9, 0.0, 0.4 / 55.7]
    assert learnt.percent / 100 == pytest.approx(math.sqrt(sum(d * d for d in relative) / 8), rel=1e-3)
    around_sixty = [(60 - d / 2, 60 + d / 2) for d in (0.3, 0.2, 0.0, 0.4)]
    assert own_error(around_sixty * 20_000, 1.0).percent / 100 * 60 == pytest.approx(0.1904, abs=2e-4)


def test_four_pairs_pull_the_assumed_error_down_as_far_as_the_formula_says() -> None:
    squares = sum((d / mean) ** 2 / 2 for d, mean in ((0.3, 60.25), (0.2, 56.9), (0.4, 55.7)))
    expected = 100 * math.sqrt((10 * 0.01**2 + squares) / 14)
    assert own_error(PAIRS, 1.0) == TapeError(pytest.approx(expected), 4)
    assert own_error(PAIRS, 1.0).percent == pytest.approx(0.864, abs=1e-3)


def test_three_readings_have_two_degrees_of_freedom() -> None:
    thrice = own_error([[38.0, 38.4, 38.2]], 1.0)
    assert thrice.pairs == 2
    squares = 2 * (0.2 / 38.2) ** 2
    assert thrice.percent == pytest.approx(100 * math.sqrt((1e-3 + squares) / 12))


def test_without_repeats_the_assumed_error_holds() -> None:
    for nothing in ([], [[38.2], [38.4]], [[]], [[0.0, 0.0]], [[0.0, 0.0, 0.0], []], [[-1.0, -1.1]]):
        assert own_error(nothing, 1.0) == TapeError(pytest.approx(1.0), 0)
    assert own_error([[0.0, 0.0], (38.0, 38.0)], 1.0).pairs == 1


def test_readings_that_always_agree_do_not_make_a_tape_without_error() -> None:
    assert own_error([(38.2, 38.2)] * 1000, 1.0).percent == BEST_PERCENT
    assert own_error([(38.2, 38.2)] * 5, 1.0).percent == pytest.approx(100 * math.sqrt(1e-3 / 15))
    assert own_error([(80.0, 80.0)] * 1000, 0.2).percent == 0.2  # a scale may be assumed better than any tape


def test_a_slip_of_the_pen_says_nothing_of_the_tape() -> None:
    good = [(87.1, 87.6), (87.4, 87.2)]
    for slip in ((87.7, 877.0), (87.7, 8.77), (87.7, 87.6, 877.0), (0.0, 87.7)):
        assert own_error([*good, slip], 1.0) == own_error(good, 1.0)
    poor = (85.0, 89.0)
    assert own_error([*good, poor], 1.0).percent > own_error(good, 1.0).percent
    limit = 100 * (SLIP / 100)
    assert own_error([(100 - limit / 2 + 0.01, 100 + limit / 2 - 0.01)], 1.0).pairs == 1
    assert own_error([(100 - limit / 2 - 0.01, 100 + limit / 2 + 0.01)], 1.0).pairs == 0
    assert own_error([(1.0, 1.4)], 5.0).pairs == 1  # of a skinfold that is nothing unusual


@pytest.mark.parametrize("true", [0.4, 1.0, 2.0])
def test_many_repeats_find_the_true_error(true: float) -> None:
    chance = np.random.default_rng(int(10 * true))
    days = 38 * (1 + true / 100 * chance.normal(size=(400, 3)))
    assert own_error(days.tolist(), 1.0).percent == pytest.approx(true, rel=0.06)
    few = own_error(days[:3].tolist(), 1.0).percent
    assert abs(few - 1.0) < 0.65 * abs(true - 1.0) + 0.3


@settings(deadline=None)
@given(REPEATS, st.floats(0.3, 5))
def test_it_lies_between_what_is_assumed_and_what_the_repeats_say(repeats: list[list[float]], assumed: float) -> None:
    learnt = own_error(repeats, assumed)
    used = [day for day in repeats if len(day) > 1 and max(day) - min(day) <= SLIP * assumed / 100 * np.mean(day)]
    freedom = sum(len(day) - 1 for day in used)
    assert learnt.pairs == freedom
    squares = sum(((np.array(day) / np.mean(day) - 1) ** 2).sum() for day in used)
    said = 100 * math.sqrt(squares / freedom) if freedom else assumed
    floor = min(BEST_PERCENT, assumed)
    assert max(min(said, assumed), floor) - 1e-9 <= learnt.percent <= max(said, assumed, floor) + 1e-9
    assert learnt.percent**2 == pytest.approx(
        max(floor**2, (PRIOR_PAIRS * assumed**2 + said**2 * freedom) / (PRIOR_PAIRS + freedom))
    )


@settings(deadline=None)
@given(REPEATS, st.sampled_from([1 / 2.54, 2.2046226218, 0.1]))
def test_neither_the_unit_nor_the_order_matters(repeats: list[list[float]], factor: float) -> None:
    plain = own_error(repeats, 1.0)
    other = own_error([[factor * one for one in reversed(day)] for day in reversed(repeats)], 1.0)
    assert (other.percent, other.pairs) == (pytest.approx(plain.percent), plain.pairs)
