"""A girth among its like: percentile, band and gap on figures that are known by hand."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.normal import Z80
from legwork.domain.standing import (
    LEAST_PERCENTILE,
    Estimate,
    Index,
    Known,
    Legs,
    Standing,
    bigger_of_100,
    legs_at,
)

MEAN, SD = math.log(60), 0.05


def standing(own: float | None, sd: float = 0.0, error: float = 0.0) -> Standing:
    return Standing("upper_thigh", None if own is None else Known(own, sd), MEAN, SD, error)


def percentile(one: Standing | Index) -> Estimate:
    assert one.percentile is not None
    return one.percentile


def gap(one: Standing, to: float = 50.0) -> Estimate:
    found = one.gap_to(to)
    assert found is not None
    return found


def test_the_middle_and_one_sd_to_either_side() -> None:
    assert percentile(standing(60)).value == pytest.approx(50)
    assert percentile(standing(60 * math.exp(SD))).value == pytest.approx(84.1345, abs=1e-4)
    assert percentile(standing(60 * math.exp(-SD))).value == pytest.approx(15.8655, abs=1e-4)
    assert standing(None).middle_cm == pytest.approx(60)
    assert standing(None).low_cm * standing(None).high_cm == pytest.approx(3600)
    assert standing(None).high_cm == pytest.approx(60 * math.exp(Z80 * SD))


def test_the_interval_of_a_percentile_by_hand() -> None:
    """Errors of 3 % above and 4 % at the leg make 5 %, here as much as people differ: z = 0 -1.28 +1.28."""
    found = percentile(standing(60, 2.4, 0.03))
    assert (found.low, found.value, found.high) == pytest.approx((10, 50, 90))


def test_gaps_point_the_right_way_and_hold_both_errors() -> None:
    assert gap(standing(57)).value == pytest.approx(3)
    assert gap(standing(63)).value == pytest.approx(-3)
    assert standing(57).gap_cm == gap(standing(57))
    found = gap(standing(57, 0.8, 0.01))  # .6 cm at the middle and .8 cm at the leg make 1 cm
    assert (found.low, found.high) == pytest.approx((3 - Z80, 3 + Z80))
    assert gap(standing(57), 75).value == pytest.approx(standing(57).girth_at(75) - 57)


@given(st.floats(0.5, 99.5))
def test_a_girth_at_a_percentile_has_that_percentile_and_no_gap(one: float) -> None:
    girth = standing(None).girth_at(one)
    assert percentile(standing(girth)).value == pytest.approx(one)
    assert gap(standing(girth), one).value == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("wrong", [0, 100, -1, 101, math.nan])
def test_no_girth_belongs_to_nobody_or_everybody(wrong: float) -> None:
    with pytest.raises(ValueError, match="between"):
        standing(60).girth_at(wrong)
    with pytest.raises(ValueError, match="between"):
        standing(None).gap_to(wrong)


def test_extremes_stay_inside() -> None:
    assert percentile(standing(1000, 10, 0.01)) == Estimate(*[100 - LEAST_PERCENTILE] * 3)
    assert percentile(standing(0.1)) == Estimate(*[LEAST_PERCENTILE] * 3)
    assert percentile(Index(("calf",), -40.0, 1e-3, 0.0)).value == LEAST_PERCENTILE


def test_the_index_and_its_interval() -> None:
    one = Index(("calf",), math.log(0.95), 0.05, 0.01)
    assert one.value.value == pytest.approx(95)
    assert one.value_sd == pytest.approx(0.95)
    assert (one.value.low, one.value.high) == pytest.approx((95 * math.exp(-0.01 * Z80), 95 * math.exp(0.01 * Z80)))
    assert one.people == pytest.approx((100 * math.exp(-0.05 * Z80), 100 * math.exp(0.05 * Z80)))
    assert percentile(one).value == pytest.approx(percentile(standing(57)).value)


@pytest.mark.parametrize(
    ("one", "bigger"),
    [(19.2, 81), (50, 50), (99.4, 1), (99.5, 1), (99.6, 0), (0.4, 100), (0.5, 100), (0.6, 99), (0, 100), (100, 0)],
)
def test_how_many_of_100_are_bigger(one: float, bigger: int) -> None:
    assert bigger_of_100(one) == bigger


@pytest.mark.parametrize("wrong", [-0.1, 100.1, math.nan])
def test_beyond_100_there_is_nobody(wrong: float) -> None:
    with pytest.raises(ValueError, match="between"):
        bigger_of_100(wrong)


@pytest.mark.parametrize(
    ("value", "sd"),
    [(0, 0), (-60, 1), (math.nan, 0), (math.inf, 0), (5000, 0), (60, -0.1), (60, math.nan), (60, math.inf), (60, 61)],
)
def test_what_no_body_has_is_refused(value: float, sd: float) -> None:
    with pytest.raises(ValueError, match="must be a body's"):
        Known(value, sd)


@pytest.mark.parametrize(
    ("z", "error", "legs"),
    [
        (-0.44, 0.1, Legs.BEHIND),
        (0.44, 0.1, Legs.AHEAD),
        (-0.42, 0.1, Legs.MIDDLE),
        (0.42, 0.1, Legs.MIDDLE),
        (-0.6, 0.5, Legs.MIDDLE),  # the tape leaves it open
        (0.6, 0.5, Legs.MIDDLE),
        (-3.0, 0.0, Legs.BEHIND),
    ],
)
def test_behind_and_ahead_are_judged_alike(z: float, error: float, legs: Legs) -> None:
    """A normal distribution has a third below -.4307 and a third above +.4307."""
    assert legs_at(z, error) is legs


def test_legs_beside_a_target() -> None:
    one = Standing("calf", Known(40.0, 0.1), math.log(39.0), 0.04, 0.0)
    assert one.legs(50.0) is Legs.AHEAD
    assert one.legs(90.0) is Legs.BEHIND
    assert Standing("calf", None, math.log(39.0), 0.04, 0.0).legs(50.0) is Legs.UNKNOWN
    index = Index(("calf",), math.log(40 / 39), 0.04, 0.002)
    assert index.legs() is Legs.AHEAD and index.legs(90.0) is Legs.BEHIND
    with pytest.raises(ValueError, match="between"):
        index.legs(100.0)
