"""Conditioning a normal population, on small ones whose answers are known by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.population import Expected, Population, conditional, expected, population_of

PAIR = population_of(["a", "b"], 100, [10, 20], [[4, 3], [9]])
"""SDs 2 and 3, correlation 0.5."""


def test_two_dimensions_by_hand() -> None:
    assert conditional(PAIR, {"a": 1}, {}) == (10, 2)
    # Two SDs above in b: half as many, so one SD, above in a; the SD shrinks by sqrt(1 - 0.25).
    assert conditional(PAIR, {"a": 1}, {"b": 26}) == pytest.approx((12, 2 * math.sqrt(0.75)))


def test_a_sum_of_dimensions() -> None:
    assert conditional(PAIR, {"a": 1, "b": -1}, {}) == pytest.approx((-10, math.sqrt(4 + 9 - 2 * 3)))
    assert conditional(PAIR, {"a": 2}, {"b": 26}) == pytest.approx((24, 4 * math.sqrt(0.75)))


def test_what_is_given_is_known() -> None:
    assert conditional(PAIR, {"a": 1}, {"a": 7}) == pytest.approx((7, 0), abs=1e-7)
    assert conditional(PAIR, {"a": 1, "b": -1}, {"a": 7, "b": 3}) == pytest.approx((4, 0), abs=1e-7)
    mean, sd = conditional(PAIR, {"a": 1, "b": 1}, {"b": 26})
    assert (mean, sd) == pytest.approx((38, 2 * math.sqrt(0.75)))


def test_errors_of_what_is_given_by_hand() -> None:
    """a changes by 1/3 for each unit of b (.5 times 2 over 3), and so does its error; how people differ stays."""
    assert expected(PAIR, {"a": 1}, {"b": 26}, {"b": 0.6}) == Expected(
        pytest.approx(12), pytest.approx(2 * math.sqrt(0.75)), pytest.approx(0.2)
    )
    assert expected(PAIR, {"a": -3}, {"b": 26}, {"b": 0.6}).error == pytest.approx(0.6)
    assert expected(PAIR, {"a": 1}, {"b": 26}).error == expected(PAIR, {"a": 1}, {}, {"b": 0.6}).error == 0
    assert expected(PAIR, {"a": 1, "b": -1}, {"a": 7, "b": 3}, {"a": 3, "b": 4}).error == pytest.approx(5)


@pytest.mark.parametrize(("error", "says"), [(-0.1, "below zero"), (math.nan, "finite"), (math.inf, "finite")])
def test_errors_that_cannot_be(error: float, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        expected(PAIR, {"a": 1}, {"b": 26}, {"b": error})


def test_a_population_is_put_together() -> None:
    assert PAIR.names == ("a", "b")
    assert PAIR.count == 100
    assert PAIR.covariance.tolist() == [[4, 3], [3, 9]]


@pytest.mark.parametrize(
    ("names", "mean", "upper"),
    [
        (["a", "a"], [1, 2], [[1, 0], [1]]),
        (["a", "b"], [1], [[1, 0], [1]]),
        (["a", "b"], [1, 2], [[1], [0, 1]]),
        (["a", "b"], [1, 2], [[1, 0]]),
        (["a"], [math.nan], [[1]]),
        (["a"], [1], [[math.inf]]),
    ],
)
def test_what_does_not_fit_is_refused(names: list[str], mean: list[float], upper: list[list[float]]) -> None:
    with pytest.raises(ValueError, match=r"fit|finite"):
        population_of(names, 1, mean, upper)


@pytest.mark.parametrize(
    ("weights", "known", "says"),
    [
        ({}, {"b": 1.0}, "nothing"),
        ({"c": 1.0}, {}, "unknown dimension: c"),
        ({"a": 1.0}, {"c": 1.0}, "unknown dimension: c"),
        ({"a": math.nan}, {}, "finite"),
        ({"a": 1.0}, {"b": math.inf}, "finite"),
    ],
)
def test_questions_without_an_answer(weights: dict[str, float], known: dict[str, float], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        conditional(PAIR, weights, known)


@pytest.mark.parametrize("last", [1.0, 1.0 + 1e-14, 0.9])
def test_dimensions_that_determine_one_another_are_refused(last: float) -> None:
    """Twins, twins but for rounding, and what is no covariance at all."""
    twins = population_of(["a", "b", "c"], 3, [0, 0, 0], [[1, 1, 0.5], [last, 0.5], [1]])
    with pytest.raises(ValueError, match="determine one another"):
        conditional(twins, {"c": 1}, {"a": 1, "b": 1})
    assert conditional(twins, {"c": 1}, {"a": 1}) == pytest.approx((0.5, math.sqrt(0.75)))


@st.composite
def populations(draw: st.DrawFn) -> Population:
    size = draw(st.integers(2, 5))
    numbers = draw(st.lists(st.floats(-1, 1), min_size=size * size, max_size=size * size))
    root = np.array(numbers).reshape(size, size)
    covariance = root @ root.T + np.eye(size)
    mean = draw(st.lists(st.floats(-50, 50), min_size=size, max_size=size))
    return population_of("abcde"[:size], 10, mean, [list(covariance[row, row:]) for row in range(size)])


@settings(deadline=None)
@given(populations(), st.data())
def test_it_agrees_with_the_textbook_and_order_does_not_matter(people: Population, data: st.DataObject) -> None:
    values = st.floats(-50, 50)
    weights = {name: data.draw(values) for name in people.names[:1]}
    known = {name: data.draw(values) for name in people.names[1:]}
    mean, sd = conditional(people, weights, known)
    s = people.covariance
    slope = np.linalg.inv(s[1:, 1:]) @ s[1:, 0]
    [weight] = weights.values()
    by_hand = weight * (people.mean[0] + slope @ (np.array([*known.values()]) - people.mean[1:]))
    assert mean == pytest.approx(by_hand, rel=1e-6, abs=1e-6)
    assert sd == pytest.approx(abs(weight) * math.sqrt(s[0, 0] - slope @ s[1:, 0]), rel=1e-6, abs=1e-6)
    assert conditional(people, weights, dict(reversed(known.items()))) == pytest.approx((mean, sd))


@settings(deadline=None)
@given(populations(), st.data())
def test_knowing_more_never_widens_and_adding_nothing_changes_nothing(people: Population, data: st.DataObject) -> None:
    weights = {name: data.draw(st.floats(-3, 3)) for name in people.names}
    one = {people.names[0]: 2.0}
    assert conditional(people, {**one, people.names[-1]: 0.0}, {}) == pytest.approx(conditional(people, one, {}))
    known: dict[str, float] = {}
    before = conditional(people, weights, known)
    for name in people.names:
        known[name] = data.draw(st.floats(-50, 50))
        now = conditional(people, weights, known)
        assert now[1] <= before[1] + 1e-5
        before = now
    assert before[1] == pytest.approx(0, abs=1e-5)
    assert before[0] == pytest.approx(math.fsum(weights[name] * known[name] for name in known), abs=1e-6)


@settings(deadline=None)
@given(populations(), st.data())
def test_the_error_is_how_far_given_values_carry_the_mean(people: Population, data: st.DataObject) -> None:
    """Each value is moved by its own error: the shifts of the mean add up like independent errors."""
    names = people.names[1:]
    known = {name: data.draw(st.floats(-50, 50)) for name in names}
    errors = {name: data.draw(st.floats(0, 5)) for name in names}
    answer = expected(people, {people.names[0]: 1}, known, errors)
    shifts = [
        conditional(people, {people.names[0]: 1}, {**known, name: known[name] + errors[name]})[0] - answer.mean
        for name in names
    ]
    assert answer.error == pytest.approx(math.hypot(*shifts), rel=1e-6, abs=1e-9)
    assert (answer.mean, answer.sd) == conditional(people, {people.names[0]: 1}, known)
    assert expected(people, {people.names[0]: 1}, dict(reversed(known.items())), errors).error == pytest.approx(
        answer.error, abs=1e-9
    )
