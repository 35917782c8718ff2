"""Lifts that are out of step with each other, and what to train; said carefully, as hints from competition.

Owns the thresholds and the sentences. It must not compute ratios or one-rep maxima (callers hand in places and
differences), nor claim that anything is or will be injured.
"""

from __future__ import annotations

import math

from legwork.i18n import tr

LOW, HIGH = 25.0, 75.0
"""Percentiles among raw competitors outside which a ratio stands out: the outer quarters (convention; the percentiles
themselves: SCIENCE section 5, computed from raw, tested meets)."""


def strength_notes(
    *,
    squat_bench_place: float | None = None,
    deadlift_squat_place: float | None = None,
    split_squat_difference: float | None = None,
    split_squat_error: float | None = None,
) -> tuple[str, ...]:
    """Translated sentences about strength that knees, hips or back could miss; empty when nothing stands out.

    squat_bench_place, deadlift_squat_place: percentiles 0..100 of these ratios among raw competitors.
    split_squat_difference: left minus right as a share of their mean (.08: left does 8 % more); split_squat_error: the
    difference that error alone can make, the same way. None: not known; a difference without its error says nothing.
    Raises ValueError for a place outside 0..100, an error below zero, or a number that is not finite.
    Source: SCIENCE section 5: flagged only beyond the error, there is no magic 15 % (Bishop 2018).
    """
    notes = []
    squat, deadlift = _place(squat_bench_place), _place(deadlift_squat_place)
    if squat is not None and squat < LOW:
        notes.append(
            tr(
                "Beside your bench press your squat is in the lowest quarter of raw competitors. What thighs and "
                "glutes are not yet used to may fall to knees, hips and back: add weight in small steps."
            )
        )
    if deadlift is not None and deadlift < LOW:
        notes.append(
            tr(
                "Beside your squat your deadlift is in the lowest quarter of raw competitors. Hamstrings, glutes and "
                "back may be short of work: a Romanian deadlift and a seated leg curl are a good start."
            )
        )
    if deadlift is not None and deadlift > HIGH:
        notes.append(
            tr(
                "Beside your squat your deadlift is in the highest quarter of raw competitors. The front of the thighs "
                "may be short of work: squats, leg presses and leg extensions are a good start."
            )
        )
    side = _difference(split_squat_difference, split_squat_error)
    if side is not None:
        notes.append(side)
    return tuple(notes)


def _place(place: float | None) -> float | None:
    if place is not None and not 0 <= place <= 100:
        raise ValueError(f"a place is a percentile of 0 to 100, not {place}")
    return place


def _difference(difference: float | None, error: float | None) -> str | None:
    if error is not None and not (math.isfinite(error) and error >= 0):
        raise ValueError(f"an error is zero or more, not {error}")
    if difference is not None and not math.isfinite(difference):
        raise ValueError(f"a difference is a finite share, not {difference}")
    if difference is None or error is None or abs(difference) <= error:
        return None
    percent = f"{abs(100 * difference):.0f}"
    if difference > 0:
        return tr(
            "In split squats your left leg does {percent} % more than the right, beyond the error. Begin with the "
            "right, and do no more reps with the left than the right managed.",
            percent=percent,
        )
    return tr(
        "In split squats your right leg does {percent} % more than the left, beyond the error. Begin with the "
        "left, and do no more reps with the right than the left managed.",
        percent=percent,
    )
