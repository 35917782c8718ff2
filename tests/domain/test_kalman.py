"""The filter and its smoother against the same problem solved at once, and what the gate lets in."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legwork.domain.kalman import PRIOR_SHARE, Node, State, likelihood, run, step_of

PACE, DAMPING = 0.01, 120.0
DAYS = st.floats(0.01, 4000)
STATES = st.tuples(st.floats(-100, 100), st.floats(-1, 1), st.floats(0.01, 10), st.floats(-0.1, 0.1)).map(
    lambda drawn: State(drawn[0], drawn[1], drawn[2], drawn[3] * math.sqrt(drawn[2] * 0.04), 0.04)
)


@st.composite
def calm(draw: st.DrawFn) -> list[Node]:
    """Readings that wander so little that none is off; days apart from one to some years, errors of all sizes."""
    count = draw(st.integers(1, 12))
    gaps = draw(st.lists(st.integers(1, 30) | st.integers(31, 1500), min_size=count, max_size=count))
    misses = draw(st.lists(st.floats(-1, 1), min_size=count, max_size=count))
    errors = draw(st.lists(st.floats(0.3, 1.5), min_size=count, max_size=count))
    days = np.cumsum(gaps)
    return [
        Node(float(day), 50 + miss * 0.3, error * error) for day, miss, error in zip(days, misses, errors, strict=True)
    ]


def at_once(
    nodes: list[Node], pace: float, jumps: dict[int, np.ndarray] | None = None
) -> tuple[np.ndarray, np.ndarray, float]:
    """Mean and covariance of all levels and slopes given all readings, and the log density of these.

    One normal distribution of 2 n numbers, put together from moves F and their noise, and conditioned as a whole.
    Levels stand at even places, slopes at odd ones. jumps: what came in besides, by place.
    """
    count = len(nodes)
    start = sorted(node.value for node in nodes[:5])[(min(count, 5) - 1) // 2]
    mean, cov = np.zeros(2 * count), np.zeros((2 * count, 2 * count))
    mean[0] = start
    cov[0, 0], cov[1, 1] = (PRIOR_SHARE * start) ** 2 + 25 * nodes[0].variance, pace * pace
    for place in range(1, count):
        move, noise = moves(nodes[place].day - nodes[place - 1].day, pace)
        noise += (jumps or {}).get(place, 0.0)
        here, before = slice(2 * place, 2 * place + 2), slice(2 * place - 2, 2 * place)
        mean[here] = move @ mean[before]
        cov[here, : 2 * place] = move @ cov[before, : 2 * place]
        cov[: 2 * place, here] = cov[here, : 2 * place].T
        cov[here, here] = move @ cov[before, before] @ move.T + noise
    seen = np.eye(2 * count)[::2]
    spread = seen @ cov @ seen.T + np.diag([node.variance for node in nodes])
    off = np.array([node.value for node in nodes]) - seen @ mean
    gain = cov @ seen.T @ np.linalg.inv(spread)
    density = -0.5 * (np.linalg.slogdet(spread)[1] + off @ np.linalg.solve(spread, off))
    return mean + gain @ off, cov - gain @ seen @ cov, float(density)


def moves(days: float, pace: float) -> tuple[np.ndarray, np.ndarray]:
    """The move over some days and its noise, by numerical integration (Gauss and Legendre) of the process."""
    x, weights = np.polynomial.legendre.leggauss(40)
    u = np.concatenate([(x + 1) / 2 * min(days, 100), 100 + (x + 1) / 2 * max(days - 100, 0)])
    du = np.concatenate([weights / 2 * min(days, 100), weights / 2 * max(days - 100, 0)])
    fade = np.exp(-u / DAMPING)
    reach = DAMPING * (1 - fade)
    rate = 2 * pace * pace / DAMPING * du
    noise = np.array([[rate @ reach**2, rate @ (reach * fade)], [rate @ (reach * fade), rate @ fade**2]])
    last = math.exp(-days / DAMPING)
    return np.array([[1, DAMPING * (1 - last)], [0, last]]), noise


def close(one: float, other: float) -> bool:
    return one == pytest.approx(other, rel=1e-6, abs=1e-6)


@settings(deadline=None)
@given(st.floats(1, 1500), st.floats(1e-4, 1.0))
def test_a_step_agrees_with_the_integral_of_the_process(days: float, pace: float) -> None:
    reach, fade, xx, xv, vv = step_of(days, pace, DAMPING)
    move, noise = moves(days, pace)
    assert (reach, fade) == pytest.approx((move[0, 1], move[1, 1]), rel=1e-9)
    assert (xx, xv, vv) == pytest.approx((noise[0, 0], noise[0, 1], noise[1, 1]), rel=1e-7)


@settings(deadline=None)
@given(DAYS, DAYS, STATES)
def test_two_steps_are_one_of_their_sum(first: float, second: float, state: State) -> None:
    there = state.moved(step_of(first, PACE, DAMPING)).moved(step_of(second, PACE, DAMPING))
    assert there == pytest.approx(state.moved(step_of(first + second, PACE, DAMPING)), rel=1e-9, abs=1e-9)


def test_three_days_and_three_days_are_six() -> None:
    state = State(50.0, 0.02, 0.3, 0.001, 0.0001)
    half, whole = step_of(3, PACE, DAMPING), step_of(6, PACE, DAMPING)
    assert state.moved(half).moved(half) == pytest.approx(state.moved(whole), rel=1e-12)


def test_no_time_changes_nothing_and_much_time_forgets_the_slope() -> None:
    state = State(50.0, 0.02, 0.3, 0.001, 0.0004)
    assert state.moved(step_of(0, PACE, DAMPING)) == state
    late = state.moved(step_of(100_000, PACE, DAMPING))
    assert late.v == pytest.approx(0, abs=1e-12)
    assert math.sqrt(late.vv) == pytest.approx(PACE)
    assert late.x == pytest.approx(50 + 0.02 * DAMPING)
    assert late.xx > 100 * state.xx


@settings(deadline=None, max_examples=200)
@given(calm())
def test_levels_and_slopes_agree_with_the_whole_problem_solved_at_once(nodes: list[Node]) -> None:
    path = run(nodes, PACE, DAMPING)
    assert path.aside == ()
    mean, cov, density = at_once(nodes, PACE)
    for place, state in enumerate(path.smoothed):
        level, slope = 2 * place, 2 * place + 1
        dense = (mean[level], mean[slope], cov[level, level], cov[level, slope], cov[slope, slope])
        assert state == pytest.approx(dense, rel=1e-6, abs=1e-7)
    for first in range(len(nodes)):
        for last in range(first, len(nodes)):
            assert close(path.shared_variance(first, last), cov[2 * first, 2 * last])
    assert likelihood(nodes, PACE, DAMPING) == pytest.approx(density, rel=1e-6, abs=1e-6)


def test_the_likelihood_prefers_the_pace_that_the_readings_have() -> None:
    chance = np.random.default_rng(3)
    still = [Node(7.0 * week, 50 + chance.normal(0, 0.3), 0.09) for week in range(80)]
    lively = [Node(one.day, one.value + 2 * math.sin(one.day / 60), 0.09) for one in still]
    paces = (0.001, 0.003, 0.01, 0.03)
    assert max(paces, key=lambda pace: likelihood(still, pace, DAMPING)) == 0.001
    assert max(paces, key=lambda pace: likelihood(lively, pace, DAMPING)) == 0.03


@pytest.mark.parametrize("place", [0, 1, 6, 11])
@pytest.mark.parametrize("value", [877.0, 8.77, 0.0, -87.0])
def test_one_reading_that_is_off_is_as_if_it_had_not_been_there(place: int, value: float) -> None:
    nodes = [Node(7.0 * week, 87 + 0.3 * (-1) ** week, 0.7) for week in range(12)]
    odd = [*nodes[:place], Node(nodes[place].day, value, 0.7), *nodes[place + 1 :]]
    path = run(odd, PACE, DAMPING)
    assert path.aside == (place,)
    kept = [state for number, state in enumerate(path.smoothed) if number != place]
    others = run([*nodes[:place], *nodes[place + 1 :]], PACE, DAMPING).smoothed
    if place:  # the first day is where the prior lies
        assert np.array(kept) == pytest.approx(np.array(others), rel=1e-9)
    else:
        assert [one.x for one in kept] == pytest.approx([one.x for one in others], abs=0.01)


def test_two_that_agree_are_a_step_and_what_lies_before_and_behind_it_is_hardly_joined() -> None:
    values = [50.0, 50.3, 49.8, 50.1, 56.2, 55.9, 56.1, 56.0]
    nodes = [Node(7.0 * week, value, 0.25) for week, value in enumerate(values)]
    path = run(nodes, PACE, DAMPING)
    assert path.aside == ()
    # What the filter expected there, from the readings before alone, decides how much it gives way.
    before = at_once([*nodes[:4], Node(28.0, 50.0, 1e12)], PACE)[0]
    mean, cov, _ = at_once(nodes, PACE, {4: np.diag([(56.2 - before[8]) ** 2, 0])})
    for place, state in enumerate(path.smoothed):
        dense = (mean[2 * place], mean[2 * place + 1], cov[2 * place, 2 * place])
        assert (state.x, state.v, state.xx) == pytest.approx(dense, rel=1e-5, abs=1e-6)
    assert close(path.shared_variance(2, 6), cov[4, 12])
    assert path.smoothed[3].x == pytest.approx(50.05, abs=0.2)
    assert path.smoothed[4].x == pytest.approx(56.05, abs=0.2)


def test_the_newest_reading_has_nobody_to_confirm_it_yet() -> None:
    nodes = [Node(7.0 * week, 50.0, 0.25) for week in range(6)]
    assert run([*nodes, Node(42.0, 56.0, 0.25)], PACE, DAMPING).aside == (6,)
    assert run([*nodes, Node(42.0, 56.0, 0.25), Node(49.0, 56.2, 0.25)], PACE, DAMPING).aside == ()
    assert run([*nodes, Node(42.0, 56.0, 0.25), Node(49.0, 44.0, 0.25)], PACE, DAMPING).aside == (6, 7)
    assert run([*nodes, Node(42.0, 52.6, 0.25), Node(49.0, 54.5, 0.25)], PACE, DAMPING).aside == (6, 7)
    for value, after in ((52.6, 50.4), (52.4, 51.4)):  # the second is not off, however near the first it lies
        assert run([*nodes, Node(42.0, value, 0.25), Node(49.0, after, 0.25)], PACE, DAMPING).aside == (6,)


def test_a_poor_reading_before_a_slip_is_no_turn_of_a_long_history() -> None:
    nodes = [Node(7.0 * week, 50.0, 0.25) for week in range(8)]
    assert 8 in run([*nodes, Node(56.0, 52.2, 0.25), Node(63.0, 54.4, 0.25)], PACE, DAMPING).aside


def test_a_steep_but_steady_loss_is_no_row_of_slips() -> None:
    """100, 95, 90 kg a month apart: of so short a history nobody knows the pace."""
    for loss in (4, 5, 6, 8):
        for count in (3, 4, 5):
            nodes = [Node(30.0 * month, 100.0 - loss * month, 0.25) for month in range(count)]
            path = run(nodes, 0.0357, DAMPING)
            assert path.aside == ()
            assert [one.x for one in path.smoothed] == pytest.approx([one.value for one in nodes], abs=0.13 * loss)
            assert path.smoothed[-1].v == pytest.approx(-loss / 30, rel=0.25)


def test_where_the_pace_turns_the_slope_gives_way() -> None:
    nodes = [Node(30.0 * month, 100.0 - 5 * month, 0.25) for month in range(4)]
    path = run(nodes, 0.0357, DAMPING)
    off = 95 - at_once([nodes[0], *[one._replace(variance=1e12) for one in nodes[1:]]], 0.0357)[0][2]
    turned = math.exp(-30 / DAMPING) / (DAMPING * (1 - math.exp(-30 / DAMPING)))
    mean, cov, _ = at_once(nodes, 0.0357, {1: off * off * np.array([[1, turned], [turned, turned**2]])})
    for place, state in enumerate(path.smoothed):
        dense = (mean[2 * place], mean[2 * place + 1], cov[2 * place, 2 * place])
        assert (state.x, state.v, state.xx) == pytest.approx(dense, rel=1e-5)


def test_a_slip_in_a_short_history_is_still_one() -> None:
    for values in ([100.0, 90.0, 100.2], [100.0, 100.2, 90.0, 100.1], [100.0, 110.0, 90.0], [87.0, 877.0, 966.0]):
        nodes = [Node(7.0 * week, value, 0.25) for week, value in enumerate(values)]
        assert run(nodes, 0.0357, DAMPING).aside != ()
    nodes = [Node(7.0 * week, value, 0.25) for week, value in enumerate([50.0, 50.0, 50.0, 52.8, 50.7])]
    assert run(nodes, PACE, DAMPING).aside == (3,)


def test_nothing_and_one() -> None:
    empty = run([], PACE, DAMPING)
    assert (empty.smoothed, empty.gains, empty.aside) == ((), (), ())
    assert likelihood([], PACE, DAMPING) == 0
    [only] = run([Node(5.0, 38.0, 0.1)], PACE, DAMPING).smoothed
    assert only.x == 38.0
    assert only.xx == pytest.approx(1 / (1 / 0.1 + 1 / (3.8**2 + 2.5)))
    assert (only.v, only.vv) == (0, PACE * PACE)


def test_a_tape_that_is_far_better_than_the_prior_keeps_its_error() -> None:
    """The error of a level comes out of the filter without being lost beside that of the first guess."""
    nodes = [Node(float(day), 50.0, 1e-18) for day in range(3)]
    assert [math.sqrt(state.xx) for state in run(nodes, PACE, DAMPING).smoothed] == pytest.approx([1e-9] * 3, rel=1e-3)
