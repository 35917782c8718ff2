"""Self-checks are read out whole, and pain holds the right lifts back."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legwork.domain.pain_holds import HELD, PAIN_OPTIONS, Pattern, Urgency, held_patterns, holds
from legwork.domain.self_checks import (
    AREA_OF,
    Area,
    answer_key,
    findings,
    question_of,
    self_checks_in,
    uneven,
)
from legwork.domain.sites import Side


def _seen(key: str) -> dict[str, str]:
    return {"key": key, "text": f"It is {key}", "meaning": f"{key} may be usual.", "advice": "Wait."}


TREE: list[dict[str, Any]] = [
    {
        "key": "ankle_bend", "name": "Ankle", "purpose": "Shows the bend.", "steps": ["Stand.", "Bend.", "Look."],
        "sided": True, "seen": [_seen("far"), _seen("near"), _seen("pain")], "limits": "A rule of thumb.",
    },
    {
        "key": "pelvic_tilt", "name": "Pelvis", "purpose": "Shows it.", "steps": ["Stand.", "Slide.", "Feel.", "Rest."],
        "sided": False, "seen": [_seen("hand"), _seen("fist")], "limits": "A rule of thumb.",
    },
]  # fmt: skip


def test_a_sided_check_is_asked_left_and_right() -> None:
    ankle, pelvis = self_checks_in(TREE)
    assert [question_of(ankle, side).key for side in ankle.sides] == ["ankle_bend_left", "ankle_bend_right"]
    assert [question_of(pelvis, side).key for side in pelvis.sides] == ["pelvic_tilt"]
    assert [one.key for one in question_of(ankle, Side.LEFT).options] == ["far", "near", "pain"]


def test_findings_come_side_by_side_and_skip_what_was_not_done() -> None:
    checks = self_checks_in(TREE)
    found = findings(checks, {"ankle_bend_right": ("near",), "pelvic_tilt": ("fist",), "ankle_bend_left": ("huge",)})
    assert [(one.check.key, one.side, one.seen.key) for one in found] == [
        ("ankle_bend", Side.RIGHT, "near"),
        ("pelvic_tilt", Side.NONE, "fist"),
    ]


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [("far", "near", True), ("far", "far", False), ("far", "pain", False), ("far", "", False)],
)
def test_uneven_needs_two_sides_that_differ_without_pain(left: str, right: str, differ: bool) -> None:
    answers = {"ankle_bend_left": (left,), "ankle_bend_right": (right,)}
    assert [one.key for one in uneven(self_checks_in(TREE), answers)] == (["ankle_bend"] if differ else [])


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"steps": ["Stand.", "Bend."]}, "3 or 4 steps"),
        ({"steps": ["Stand.", "Bend.", ""]}, "check ankle_bend, step 3"),
        ({"seen": [_seen("far"), _seen("far")]}, "far is there twice"),
        ({"limits": ""}, "check ankle_bend, limits"),
        ({"sided": "yes"}, "sided is either"),
        ({"key": "pelvic_tilt", "seen": [_seen("far"), _seen("near")]}, "pelvic_tilt is there twice"),
        ({"key": "elbow"}, "needs an area"),
        ({"cure": "x"}, "cure is not known"),
    ],
)
def test_a_bad_check_is_refused_with_its_place(change: dict[str, object], complaint: str) -> None:
    tree = copy.deepcopy(TREE)
    tree[0].update(change)
    with pytest.raises(ValueError, match=complaint):
        self_checks_in(tree)


@pytest.mark.parametrize(
    ("pain", "area", "held", "free"),
    [
        ("knee_left", Area.KNEE, Pattern.SQUAT, Pattern.HINGE),
        ("hip", Area.HIP, Pattern.HINGE, Pattern.CALF_RAISE),
        ("lower_back", Area.LOWER_BACK, Pattern.HINGE, Pattern.LEG_PRESS),
        ("ankle", Area.ANKLE, Pattern.CALF_RAISE, Pattern.LEG_CURL),
    ],
)
def test_pain_holds_back_what_loads_it_and_leaves_the_rest(pain: str, area: Area, held: Pattern, free: Pattern) -> None:
    [hold] = holds({"pain_now": (pain,)})
    assert hold.area is area
    assert held in hold.patterns and Pattern.JUMP in hold.patterns
    assert free not in hold.patterns
    assert "physiotherapist or doctor" in hold.sentence
    assert hold.meanwhile


def test_a_knee_is_called_by_its_side() -> None:
    [left] = holds({"pain_now": ("knee_left",)})
    [both] = holds({"pain_now": ("knee_right", "knee_left")})
    assert "left knee" in left.sentence and left.sides == (Side.LEFT,)
    assert "Both your knees" in both.sentence and both.sides == (Side.LEFT, Side.RIGHT)


def test_a_sign_means_that_somebody_looks_before_it_is_loaded() -> None:
    [soon] = holds({"pain_now": ("hip",), "pain_signs": ("none",)})
    [first] = holds({"pain_now": ("hip",), "pain_signs": ("night",)})
    assert (soon.urgency, first.urgency) == (Urgency.SOON, Urgency.FIRST)
    assert "before you load it again" in first.sentence


def test_the_gravest_sign_stops_everything_today() -> None:
    [hold] = holds({"pain_now": ("lower_back",), "pain_signs": ("load", "saddle")})
    assert hold.urgency is Urgency.NOW
    assert set(hold.patterns) == set(Pattern)
    assert "today" in hold.sentence and "usually goes on" not in hold.meanwhile


def test_a_sign_without_a_place_holds_everything_back() -> None:
    [hold] = holds({"pain_signs": ("numbness",)})
    assert hold.area is Area.UNNAMED
    assert set(hold.patterns) == set(Pattern)


def test_a_check_that_hurts_holds_back_as_well() -> None:
    [hold] = holds({"sit_to_stand_right": ("pain",), "pain_now": ("none",)})
    assert (hold.area, hold.sides) == (Area.KNEE, (Side.RIGHT,))
    assert "right knee" in hold.sentence


@pytest.mark.parametrize("answers", [{}, {"pain_now": ("none",)}, {"pain_now": ("elbow",)}, {"pain_signs": ("none",)}])
def test_nothing_that_hurts_holds_nothing_back(answers: dict[str, tuple[str, ...]]) -> None:
    assert holds(answers) == ()
    assert held_patterns(answers) == frozenset()


def test_every_area_leaves_something_to_train() -> None:
    for area, patterns in HELD.items():
        assert area is Area.UNNAMED or len(set(Pattern) - set(patterns)) >= 3


_PAIN = {question: st.lists(st.sampled_from(sorted(options))) for question, options in PAIN_OPTIONS.items()}
_HURT = {answer_key(check, side): st.just(["pain"]) for check in AREA_OF for side in (Side.LEFT, Side.RIGHT)}


@given(st.fixed_dictionaries({}, optional={**_PAIN, **_HURT}), st.sampled_from(sorted(PAIN_OPTIONS["pain_now"])))
def test_more_pain_never_frees_a_lift(picks: dict[str, list[str]], more: str) -> None:
    answers = {question: tuple(options) for question, options in picks.items()}
    # A place is named: "somewhere", which held back all, gives way to it. That is the only way to free a lift.
    named = {**answers, "pain_now": (*answers.get("pain_now", ()), more)}
    if not any(one.area is Area.UNNAMED for one in holds(answers)):
        assert held_patterns(answers) <= held_patterns(named)
    assert len({one.area for one in holds(named)}) == len(holds(named))
