"""A set more or less for a muscle: the worked table of the rule, and that it keeps its limits whatever is answered."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.log.autoregulate import Recovery, Soreness, VolumeProposal, volume_for
from legwork.domain.log.lift_course import Response

WEEK = date(2025, 1, 6)
B, S, W, U = Response.BETTER, Response.SAME, Response.WORSE, Response.UNKNOWN
NONE, EARLY, JUST, STILL = Soreness
GOOD, FAIR, POOR = Recovery


def volume(sets: float, response: Response, sore: Soreness | None, rested: Recovery | None) -> VolumeProposal:
    return volume_for("quadriceps", sets, (6, 10), response, sore, rested, WEEK)


@pytest.mark.parametrize(
    ("sets", "response", "sore", "rested", "change"),
    [
        (8, B, NONE, GOOD, 0),
        (8, S, NONE, GOOD, 2),
        (8, S, EARLY, None, 2),
        (9.5, S, NONE, GOOD, 0),
        (10, S, NONE, GOOD, 0),
        (8, S, JUST, GOOD, 0),
        (8, S, NONE, FAIR, 0),
        (8, S, None, None, 0),
        (8, U, NONE, GOOD, 0),
        (3, B, NONE, GOOD, 1),
        (5, U, None, None, 1),
        (8, W, None, None, -1),
        (8, B, STILL, GOOD, -1),
        (8, S, STILL, POOR, -2),
        (8, W, STILL, POOR, -2),
        (2.5, W, STILL, POOR, 0),
        (2, W, None, None, 0),
    ],
)
def test_the_rule(
    sets: float, response: Response, sore: Soreness | None, rested: Recovery | None, change: float
) -> None:
    found = volume(sets, response, sore, rested)
    assert (found.change, found.sets) == (change, sets + change)
    assert bool(found.key) == bool(change)


def test_the_reason_in_a_sentence() -> None:
    assert volume(8, S, NONE, GOOD).reason == (
        "Front of the thighs: its lifts did not get better, and it recovered well: 2 sets more a week."
    )
    assert volume(8, W, STILL, GOOD).reason == (
        "Front of the thighs: its lifts got weaker and it was still sore: 2 sets fewer a week."
    )
    assert "hardly add" in volume(12, S, NONE, GOOD).reason
    assert "no change beyond their error yet" in volume(8, U, NONE, GOOD).reason


@given(
    st.floats(0, 40), st.sampled_from(Response), st.none() | st.sampled_from(Soreness),
    st.none() | st.sampled_from(Recovery), st.tuples(st.integers(2, 6), st.integers(6, 12)),
)  # fmt: skip
def test_the_limits_hold(
    sets: float, response: Response, sore: Soreness | None, rested: Recovery | None, band: tuple[int, int]
) -> None:
    found = volume_for("calves", sets, band, response, sore, rested, WEEK)
    assert -2 <= found.change <= 2 and found.reason.endswith(".")
    assert found.change <= max(1, 0.3 * sets) and (found.change <= 0 or sets < band[1])
    assert found.sets >= min(sets, 2)
    worse = volume_for("calves", sets, band, Response.WORSE, Soreness.STILL, Recovery.POOR, WEEK)
    assert worse.change <= found.change
