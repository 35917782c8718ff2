"""Lifts that are out of step with each other, and what to train; said carefully, as hints from competition.

Owns the sentences and which lifts each of them is about. What a ratio says is decided in `strength_balance` and must
not be decided again here; nor may a sentence claim that anything is or will be injured.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from legwork.domain.patterns import Pattern
from legwork.domain.strength_balance import Ratio, RatioCall, RatioKey
from legwork.i18n import mark, tr
from legwork.numerals import number

_NOTES: dict[tuple[RatioKey, RatioCall], tuple[frozenset[Pattern], str]] = {
    (RatioKey.SQUAT_BENCH, RatioCall.LOW): (
        frozenset({Pattern.SQUAT}),
        mark(
            "Beside your bench press your squat is in the lowest quarter of raw competitors. What thighs and "
            "glutes are not yet used to may fall to knees, hips and back: add weight in small steps."
        ),
    ),
    (RatioKey.DEADLIFT_SQUAT, RatioCall.LOW): (
        frozenset({Pattern.HINGE, Pattern.LEG_CURL}),
        mark(
            "Beside your squat your deadlift is in the lowest quarter of raw competitors. Hamstrings, glutes and "
            "back may be short of work: a Romanian deadlift and a seated leg curl are a good start."
        ),
    ),
    (RatioKey.DEADLIFT_SQUAT, RatioCall.HIGH): (
        frozenset({Pattern.SQUAT, Pattern.LEG_PRESS, Pattern.KNEE_EXTENSION}),
        mark(
            "Beside your squat your deadlift is in the highest quarter of raw competitors. The front of the thighs "
            "may be short of work: squats, leg presses and leg extensions are a good start."
        ),
    ),
    (RatioKey.LEFT_RIGHT, RatioCall.HIGH): (
        frozenset({Pattern.LUNGE}),
        mark(
            "In split squats your left leg does {percent} % more than the right, beyond the error. Begin with the "
            "right, and do no more reps with the left than the right managed."
        ),
    ),
    (RatioKey.LEFT_RIGHT, RatioCall.LOW): (
        frozenset({Pattern.LUNGE}),
        mark(
            "In split squats your right leg does {percent} % more than the left, beyond the error. Begin with the "
            "left, and do no more reps with the right than the left managed."
        ),
    ),
}
"""By ratio and what it says: the lifts that the sentence is about, and the sentence, marked. {percent}: how much more
the stronger leg does than the weaker one."""


def strength_notes(ratios: Iterable[Ratio], held: Collection[Pattern] = ()) -> tuple[str, ...]:
    """Translated sentences about strength that knees, hips or back could miss; empty when nothing stands out.

    ratios: of a person's maxima; only what each of them says counts. held: lifts held back for pain; a sentence that
    is about one of them is left out.
    Source: SCIENCE section 5: flagged only beyond the error, there is no magic 15 % (Bishop 2018).
    """
    said = []
    for one in ratios:
        note = _NOTES.get((one.key, one.call))
        if note is not None and note[0].isdisjoint(held):
            more = max(one.value, 1 / one.value) - 1
            said.append(tr(note[1], percent=number(100 * more)))
    return tuple(said)
