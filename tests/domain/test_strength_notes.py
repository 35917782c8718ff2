"""Strength is only remarked on when a ratio surely stands out, and never about a lift that pain holds back."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from legwork.domain.pain_holds import held_patterns
from legwork.domain.patterns import Pattern
from legwork.domain.sites import Side
from legwork.domain.strength import OneRepMax, one_rep_max
from legwork.domain.strength_balance import RatioCall, RatioKey, ratios_of_maxima
from legwork.domain.strength_notes import strength_notes
from legwork.services.reference import raw_lifters

SURE = 2.0
"""Standard error of a maximum in kg."""


def _max(kg: float, sd: float = SURE, *, at_least: bool = False) -> OneRepMax:
    return OneRepMax(kg, sd, (), reliable=True, at_least=at_least)


def _notes(held: Collection[Pattern] = (), **maxima: OneRepMax) -> tuple[str, ...]:
    """Of a man. maxima: by lift, `left` and `right` of the split squat."""
    sides = {"left": ("split_squat", Side.LEFT), "right": ("split_squat", Side.RIGHT)}
    known = {sides.get(lift, (lift, Side.NONE)): one for lift, one in maxima.items()}
    return strength_notes(ratios_of_maxima(known, raw_lifters("male")), held)


def test_what_surely_stands_out_is_remarked_on() -> None:
    assert _notes() == ()
    assert _notes(squat=_max(150), bench_press=_max(100), deadlift=_max(170)) == ()
    [squat] = _notes(squat=_max(120), bench_press=_max(100))
    assert "squat is in the lowest quarter" in squat
    [back] = _notes(squat=_max(150), deadlift=_max(145))
    assert "deadlift is in the lowest quarter" in back
    [front] = _notes(squat=_max(150), deadlift=_max(200))
    assert "deadlift is in the highest quarter" in front
    assert _notes(squat=_max(180), bench_press=_max(100)) == ()  # a strong squat misses nothing


def test_a_ratio_whose_error_is_too_large_is_not_remarked_on() -> None:
    """A squat of 131 beside a bench press of 100 lies at place 15, but it may be 6 as well as 30."""
    squat, bench = one_rep_max(113, 5, 0), one_rep_max(100, 1, 0)
    assert squat is not None and bench is not None
    [ratio] = ratios_of_maxima({("squat", Side.NONE): squat, ("bench_press", Side.NONE): bench}, raw_lifters("male"))
    assert ratio.place is not None and ratio.value == pytest.approx(1.31, abs=0.02)
    assert ratio.place.at.percent < 25 < ratio.place.high.percent
    assert (ratio.call, strength_notes([ratio])) == (RatioCall.MAYBE_LOW, ())


def test_a_lower_bound_is_no_weakness() -> None:
    assert _notes(squat=_max(120, at_least=True), bench_press=_max(100)) == ()
    assert _notes(squat=_max(150, at_least=True), deadlift=_max(200)) == ()
    assert _notes(left=_max(30), right=_max(20, at_least=True)) == ()
    assert len(_notes(squat=_max(120), bench_press=_max(100, at_least=True))) == 1


def test_sides_are_remarked_on_only_beyond_the_error() -> None:
    assert _notes(left=_max(46), right=_max(40, 3)) == ()
    [left] = _notes(left=_max(46, 1), right=_max(40, 1))
    [right] = _notes(left=_max(40, 1), right=_max(46, 1))
    assert "left leg does 15 % more" in left and "Begin with the right" in left
    assert "right leg does 15 % more" in right and "Begin with the left" in right


EVERYTHING = {
    "squat": _max(100), "bench_press": _max(110), "deadlift": _max(80), "left": _max(60), "right": _max(40),
}  # fmt: skip


@pytest.mark.parametrize(
    ("pain", "left_over"),
    [
        ("none", ["Beside your bench press your squat", "Beside your squat your deadlift", "In split squats"]),
        ("knee_left", ["Beside your squat your deadlift"]),
        ("lower_back", ["In split squats"]),
        ("hip", []),
    ],
)
def test_lifts_that_pain_holds_back_are_not_advised(pain: str, left_over: list[str]) -> None:
    said = _notes(held_patterns({"pain_now": (pain,)}), **EVERYTHING)
    assert sorted(said) == sorted(one for one in said for begin in left_over if one.startswith(begin))
    assert len(said) == len(left_over)


def test_knees_that_hurt_are_not_sent_to_the_leg_press() -> None:
    maxima = {"squat": _max(100), "deadlift": _max(160)}
    assert len(_notes(**maxima)) == 1
    assert _notes([Pattern.KNEE_EXTENSION], **maxima) == _notes([Pattern.LEG_PRESS], **maxima) == ()


def test_only_the_call_counts() -> None:
    [ratio] = ratios_of_maxima({("squat", Side.NONE): _max(120), ("bench_press", Side.NONE): _max(100)}, None)
    assert (ratio.key, ratio.call, strength_notes([ratio])) == (RatioKey.SQUAT_BENCH, RatioCall.NO_REFERENCE, ())
