"""The one-rep maximum: published formulas by their worked values, its error, and what no unit and no order changes."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.sites import Region, Side
from legwork.domain.strength import (
    FORMULAS,
    LIFTS,
    LIFTS_BY_KEY,
    OneRepMax,
    lift_label,
    one_rep_max,
)

WORKED = {
    "Epley": (116.6667, 133.3333),
    "Brzycki": (112.5, 133.3333),
    "Wathen": (116.5825, 134.7467),
    "Mayhew": (119.0107, 130.9343),
    "Lander": (113.7089, 134.0704),
    "Lombardi": (117.4619, 125.8925),
    "O'Conner": (112.5, 125.0),
}
"""100 kg for 5 and for 10 reps. Source: SCIENCE section 5."""

LOADS = st.floats(0.5, 1000)
REPS = st.integers(1, 50)
LEFT = st.none() | st.sampled_from([0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.5, 10.0])


def _found(load: float, reps: int, rir: float | None = 0.0) -> OneRepMax:
    one = one_rep_max(load, reps, rir)
    assert one is not None
    return one


@pytest.mark.parametrize(("place", "reps"), [(0, 5), (1, 10)])
def test_the_seven_formulas(place: int, reps: int) -> None:
    one = _found(100, reps)
    assert {name: round(kg, 4) for name, kg in one.formulas} == {name: both[place] for name, both in WORKED.items()}
    assert one.kg == pytest.approx(sorted(both[place] for both in WORKED.values())[3], abs=1e-4)
    assert one.reliable and not one.at_least


def test_reps_left_count_as_done() -> None:
    assert _found(100, 3, 2).formulas == _found(100, 5).formulas
    assert _found(100, 3, 2).kg == _found(100, 5).kg


def test_one_rep_gives_its_load() -> None:
    one = _found(142.5, 1)
    assert {kg for _, kg in one.formulas} == {142.5}
    assert (one.kg, one.reliable) == (142.5, True)


def test_the_error_is_that_of_the_formulas_and_of_the_reps_left() -> None:
    values = [both[0] for both in WORKED.values()]
    mean = sum(values) / 7
    spread = math.sqrt(sum((one - mean) ** 2 for one in values) / 6)
    moved = (_found(100, 6).kg - _found(100, 4).kg) / 2
    assert _found(100, 5).sd_kg == pytest.approx(math.hypot(spread, moved), abs=1e-4)
    assert 2 < moved < 3.5


def test_even_a_true_single_is_known_no_better_than_two_percent() -> None:
    assert _found(142.5, 1, 0).sd_kg == pytest.approx(2.85)
    one = _found(100, 2, 0)
    apart = math.sqrt(sum((kg - math.fsum(each for _, each in one.formulas) / 7) ** 2 for _, kg in one.formulas) / 6)
    assert one.sd_kg > apart > 0  # beyond the floor the formulas and the reps decide


def test_who_did_not_say_how_many_were_left_knows_less() -> None:
    said, unsaid = _found(100, 5, 0), _found(100, 5, None)
    assert unsaid.kg == said.kg
    assert unsaid.sd_kg > said.sd_kg
    assert (said.at_least, unsaid.at_least) == (False, True)
    assert _found(100, 1, None).sd_kg > 1
    assert _found(100, 1, 1).sd_kg > 1


@pytest.mark.parametrize(("reps", "rir", "reliable"), [(10, 0, True), (10, 0.5, False), (8, 3, False), (30, 0, False)])
def test_the_formulas_are_trusted_to_ten_reps(reps: int, rir: float, reliable: bool) -> None:
    assert _found(60, reps, rir).reliable is reliable


@pytest.mark.parametrize(("reps", "rir"), [(31, 0), (30, 0.5), (25, 6), (50, None)])
def test_beyond_thirty_there_is_none(reps: int, rir: float | None) -> None:
    assert one_rep_max(60, reps, rir) is None


@given(LOADS, LOADS, REPS, LEFT)
def test_more_load_is_more(load: float, other: float, reps: int, rir: float | None) -> None:
    one, two = one_rep_max(min(load, other), reps, rir), one_rep_max(max(load, other), reps, rir)
    if one and two:
        assert one.kg <= two.kg
        assert load == other or one.kg < two.kg or math.isclose(load, other)


@given(LOADS, st.integers(1, 29), st.sampled_from([0.0, 0.5, 1.0]))
def test_more_reps_or_more_left_are_more(load: float, reps: int, rir: float) -> None:
    one = _found(load, reps, rir)
    assert load <= one.kg
    if reps + rir <= 29:
        assert one.kg < _found(load, reps + 1, rir).kg
        assert one.kg < _found(load, reps, rir + 0.5).kg


@given(LOADS, REPS, LEFT, st.sampled_from([2.2046226218, 0.001, 1000.0]))
def test_no_unit_changes_it(load: float, reps: int, rir: float | None, factor: float) -> None:
    one, other = one_rep_max(load, reps, rir), one_rep_max(load * factor, reps, rir)
    assert (one is None) == (other is None)
    if one and other:
        assert (other.reliable, other.at_least) == (one.reliable, one.at_least)
        assert (other.kg, other.sd_kg) == pytest.approx((one.kg * factor, one.sd_kg * factor))


@given(LOADS, REPS, LEFT)
def test_the_estimate_lies_among_the_formulas_and_its_error_is_finite(
    load: float, reps: int, rir: float | None
) -> None:
    if one := one_rep_max(load, reps, rir):
        values = [kg for _, kg in one.formulas]
        assert min(values) <= one.kg <= max(values)
        assert 0.02 * one.kg <= one.sd_kg * (1 + 1e-9) < math.inf
        assert [name for name, _ in one.formulas] == [name for name, _ in FORMULAS]


@pytest.mark.parametrize(
    ("load", "reps", "rir"),
    [
        (0, 5, 0), (-1, 5, 0), (math.nan, 5, 0), (math.inf, 5, 0), (100, 0, 0), (100, 5, -1), (100, 5, math.nan),
        (100, 5, math.inf),
    ],
)  # fmt: skip
def test_what_is_no_set(load: float, reps: int, rir: float) -> None:
    with pytest.raises(ValueError, match="a set needs"):
        one_rep_max(load, reps, rir)


def test_the_lifts_are_named_and_say_how_their_load_is_counted() -> None:
    assert list(LIFTS_BY_KEY) == [
        "squat", "deadlift", "romanian_deadlift", "split_squat", "bench_press", "overhead_press", "row",
    ]  # fmt: skip
    assert [one.key for one in LIFTS if one.region is Region.UPPER] == ["bench_press", "overhead_press", "row"]
    assert {one.key: one.sides for one in LIFTS if one.sided} == {"split_squat": (Side.LEFT, Side.RIGHT)}
    assert "both hands together" in LIFTS_BY_KEY["split_squat"].counted
    assert lift_label("squat") == "Squat"
    assert lift_label("split_squat", Side.RIGHT) == "Split squat, right"
    assert lift_label("curl") == "curl"
