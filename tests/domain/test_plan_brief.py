"""What a plan shall do, from where the legs stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.pain_holds import Pattern
from legwork.domain.plan_brief import GROW, HOLD, KEEP_ON, LIFTS, Muscle, Upper, brief


def test_legs_that_trail_grow_and_the_upper_body_is_held() -> None:
    plan = brief({"upper_thigh": -1.2, "calf": -0.8}, -1.0, ())
    assert set(plan.sets.values()) == {GROW}
    assert plan.upper is Upper.HOLD
    assert plan.leg_days == (2, 3)


def test_only_what_trails_gets_more() -> None:
    plan = brief({"upper_thigh": 0.1, "calf": -1.5}, -0.7, ())
    assert plan.sets[Muscle.CALVES] == GROW
    assert plan.sets[Muscle.QUADRICEPS] == plan.sets[Muscle.HAMSTRINGS] == plan.sets[Muscle.GLUTES] == KEEP_ON


def test_legs_that_lead_are_held_and_it_is_the_upper_bodys_turn() -> None:
    plan = brief({"upper_thigh": 1.4, "calf": 1.0}, 1.2, ())
    assert set(plan.sets.values()) == {HOLD}
    assert plan.upper is Upper.GROW


def test_nothing_known_keeps_everything_on() -> None:
    plan = brief({}, None, ())
    assert set(plan.sets.values()) == {KEEP_ON}
    assert plan.upper is Upper.AS_NOW


def test_a_thigh_that_was_not_measured_follows_the_whole() -> None:
    assert brief({"calf": 0.0}, -0.9, ()).sets[Muscle.HAMSTRINGS] == GROW
    assert brief({"lower_thigh": 0.9}, -0.9, ()).sets[Muscle.QUADRICEPS] == HOLD


def test_compound_lifts_come_first() -> None:
    assert brief({}, -1.0, ()).lifts[:3] == (Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE)
    assert Pattern.CALF_RAISE in brief({}, -1.0, ()).lifts


@given(st.sets(st.sampled_from(Pattern)))
def test_what_hurts_is_never_built_on(held: set[Pattern]) -> None:
    plan = brief({}, -1.0, held)
    assert held.isdisjoint(plan.lifts)
    assert plan.held == held
    assert len(plan.lifts) == min(6, len(LIFTS.keys() - held))


@given(st.floats(-4, 4), st.floats(-4, 4))
def test_a_smaller_leg_never_gets_fewer_sets(one: float, other: float) -> None:
    low, high = sorted((one, other))
    for muscle in Muscle:
        assert (
            brief({"upper_thigh": low, "calf": low}, low, ()).sets[muscle]
            >= brief({"upper_thigh": high, "calf": high}, high, ()).sets[muscle]
        )


@pytest.mark.parametrize("band", [GROW, KEEP_ON, HOLD])
def test_bands_lie_within_what_is_known_to_work(band: tuple[int, int]) -> None:
    """SCIENCE section 6: about 4 are detectable, more than 20 are no better."""
    assert 3 <= band[0] < band[1] <= 20
