"""Left against right: quiet inside the tape's error, right beyond it, and told from recent readings alone."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.sides import MOST_PAIRS, WINDOW_DAYS, SideCall, SideDifference, SidePair, compare_sides


def pair(left: float, right: float, day: int = 0, sd: float = 0.6) -> SidePair:
    return SidePair(day, left, right, sd, sd)


def told(*pairs: SidePair) -> SideDifference:
    found = compare_sides(pairs)
    assert found is not None
    return found


def test_the_mdc_of_one_reading_and_of_three() -> None:
    """Source: SCIENCE section 2: TEM .6 gives 1.6631, and .9602 for the mean of three."""
    assert told(pair(60, 60)).mdc == pytest.approx(1.6631, abs=5e-5)
    assert told(*(pair(60, 60, day) for day in (0, 7, 14))).mdc == pytest.approx(0.9602, abs=5e-5)


def test_errors_that_differ_by_hand() -> None:
    found = told(SidePair(0, 60, 59, 0.3, 0.4), SidePair(7, 61, 59, 0.5, 1.2))
    assert found.difference == pytest.approx(1.5)
    assert found.mdc == pytest.approx(1.96 * math.sqrt(0.09 + 0.16 + 0.25 + 1.44) / 2)


@pytest.mark.parametrize(
    ("left", "call"),
    [(61.7, SideCall.LEFT_LARGER), (58.3, SideCall.RIGHT_LARGER), (61.6, SideCall.WITHIN), (58.4, SideCall.WITHIN)],
)
def test_only_what_is_beyond_the_error_is_called(left: float, call: SideCall) -> None:
    assert told(pair(left, 60)).call is call


def test_exactly_the_error_is_noise() -> None:
    mdc = told(pair(60, 60)).mdc
    assert told(pair(60 + mdc, 60)).call is SideCall.WITHIN
    assert told(pair(60.3, 60.3, sd=0)).call is SideCall.WITHIN
    assert told(pair(60.4, 60.3, sd=0)).call is SideCall.LEFT_LARGER


def test_more_readings_see_less() -> None:
    once, thrice = told(pair(61.2, 60)), told(*(pair(61.2, 60, day) for day in (0, 7, 14)))
    assert (once.call, thrice.call) == (SideCall.WITHIN, SideCall.LEFT_LARGER)
    assert thrice.difference == pytest.approx(once.difference)


def test_old_readings_do_not_count() -> None:
    old, edge, new = pair(70, 60, 0), pair(61, 60, 1), pair(60, 60, 1 + WINDOW_DAYS)
    found = told(old, edge, new)
    assert (found.pairs, found.first_day, found.last_day) == (2, 1, 1 + WINDOW_DAYS)
    assert found.difference == pytest.approx(0.5)
    assert told(old).difference == pytest.approx(10)


def test_the_newest_pairs_are_taken() -> None:
    pairs = [pair(60 + day, 60, day) for day in range(MOST_PAIRS + 3)]
    random.Random(1).shuffle(pairs)
    found = told(*pairs)
    assert (found.pairs, found.first_day, found.last_day) == (MOST_PAIRS, 3, MOST_PAIRS + 2)
    assert found.difference == pytest.approx((3 + MOST_PAIRS + 2) / 2)


def test_without_pairs_nothing_is_told() -> None:
    assert compare_sides([]) is None


SIZES = st.floats(20, 90)


@given(st.lists(st.tuples(SIZES, SIZES), min_size=1, max_size=8))
def test_swapping_the_sides_turns_the_call(sizes: list[tuple[float, float]]) -> None:
    here = told(*(pair(left, right, day) for day, (left, right) in enumerate(sizes)))
    there = told(*(pair(right, left, day) for day, (left, right) in enumerate(sizes)))
    assert there.difference == -here.difference
    assert there.mdc == here.mdc
    swapped = {SideCall.LEFT_LARGER: SideCall.RIGHT_LARGER, SideCall.RIGHT_LARGER: SideCall.LEFT_LARGER}
    assert there.call is swapped.get(here.call, SideCall.WITHIN)


def test_even_limbs_are_seldom_called_uneven() -> None:
    """At 95 % confidence about one in twenty pairs of even limbs, whatever the number of readings."""
    chance = random.Random(3)
    for count in (1, 3, 6):
        calls = [
            told(*(pair(60 + chance.gauss(0, 0.6), 60 + chance.gauss(0, 0.6), day) for day in range(count))).call
            for _ in range(2000)
        ]
        wrong = sum(call is not SideCall.WITHIN for call in calls) / len(calls)
        assert wrong == pytest.approx(0.05, abs=0.017)


@pytest.mark.parametrize(
    "wrong",
    [
        SidePair(0, 0, 60, 1, 1),
        SidePair(0, 60, -1, 1, 1),
        SidePair(0, math.nan, 60, 1, 1),
        SidePair(0, 60, math.inf, 1, 1),
        SidePair(0, 60, 60, -1, 1),
        SidePair(0, 60, 60, 1, math.nan),
    ],
)
def test_what_cannot_be_is_refused(wrong: SidePair) -> None:
    with pytest.raises(ValueError, match="above zero"):
        compare_sides([wrong])
