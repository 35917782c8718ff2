"""What a plan shall do, from where the legs stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.muscles import Muscle
from legwork.domain.pain_holds import HELD
from legwork.domain.patterns import Pattern
from legwork.domain.plan_brief import GROW, KEEP, LIFT_OF, SUSTAIN, TRAINED_BY, Upper, brief
from legwork.domain.self_checks import Area
from legwork.domain.standing import Legs

BEHIND, MIDDLE, AHEAD, UNKNOWN = Legs.BEHIND, Legs.MIDDLE, Legs.AHEAD, Legs.UNKNOWN


def test_legs_that_trail_grow_and_the_upper_body_keeps_its_size() -> None:
    plan = brief({"upper_thigh": BEHIND, "calf": BEHIND}, BEHIND, ())
    assert set(plan.sets.values()) == {GROW}
    assert plan.upper is Upper.KEEP
    assert plan.leg_days == (2, 3)


def test_only_what_trails_gets_more() -> None:
    plan = brief({"upper_thigh": MIDDLE, "calf": BEHIND}, BEHIND, ())
    assert plan.sets[Muscle.CALVES] == GROW
    assert plan.sets[Muscle.QUADRICEPS] == plan.sets[Muscle.HAMSTRINGS] == plan.sets[Muscle.GLUTES] == SUSTAIN


def test_legs_that_lead_keep_their_size_and_it_is_the_upper_bodys_turn() -> None:
    plan = brief({"upper_thigh": AHEAD, "calf": AHEAD}, AHEAD, ())
    assert set(plan.sets.values()) == {KEEP}
    assert plan.upper is Upper.GROW


def test_nothing_known_says_nothing_of_the_upper_body() -> None:
    plan = brief({}, UNKNOWN, ())
    assert set(plan.sets.values()) == {SUSTAIN}
    assert plan.upper is None


def test_a_thigh_that_was_not_measured_follows_the_whole() -> None:
    assert brief({"calf": MIDDLE}, BEHIND, ()).sets[Muscle.HAMSTRINGS] == GROW
    assert brief({"lower_thigh": AHEAD}, BEHIND, ()).sets[Muscle.QUADRICEPS] == KEEP


def test_compound_lifts_come_first() -> None:
    assert brief({}, BEHIND, ()).lifts[:3] == (Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE)
    assert Pattern.CALF_RAISE in brief({}, BEHIND, ()).lifts


@given(st.sets(st.sampled_from(Pattern)))
def test_what_hurts_is_never_built_on(held: set[Pattern]) -> None:
    plan = brief({}, BEHIND, held)
    assert held.isdisjoint(plan.lifts)
    assert plan.held == held
    assert len(plan.lifts) == min(6, len(LIFT_OF.keys() - held))
    for muscle in TRAINED_BY:
        assert (muscle in plan.sets) == bool(set(TRAINED_BY[muscle]) - held), "no sets that nothing may be done for"


def test_a_knee_that_hurts_leaves_the_back_of_the_thighs() -> None:
    plan = brief({}, BEHIND, HELD[Area.KNEE])
    assert Muscle.QUADRICEPS not in plan.sets
    assert plan.sets[Muscle.HAMSTRINGS] == plan.sets[Muscle.CALVES] == GROW


@pytest.mark.parametrize("band", [GROW, SUSTAIN, KEEP])
def test_bands_lie_within_what_is_known_to_work(band: tuple[int, int]) -> None:
    """SCIENCE section 6: a third of 5 to 10 effective sets keeps size, about 4 are detectable, 20 are enough."""
    assert 2 <= band[0] < band[1] <= 20
