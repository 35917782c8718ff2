"""With what the form of an own exercise begins: what its pattern lets expect, or a shipped exercise.

Owns these beginnings. How an own exercise is kept is `own_exercises`; what it may be is `domain.exercise`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from legwork.domain.exercise import DIRECT, Exercise, Share, Substitute, own_exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.units import UnitSystem
from legwork.i18n import tr
from legwork.services.exercise_words import shown_text

_STEP_KG = {UnitSystem.METRIC: 2.5, UnitSystem.IMPERIAL: 5 * 0.45359237}
"""The step of a new exercise: 2.5 kg or 5 lb (convention)."""


def blank_of(catalogue: Catalogue, pattern: Pattern, system: UnitSystem) -> Exercise:
    """A new exercise without key and name; muscles and reps as the first shipped exercise of its pattern has them."""
    usual = next((one for one in catalogue.exercises if one.pattern is pattern and not one.custom), None)
    muscles: tuple[Share, ...] = (Share(Muscle.QUADRICEPS, DIRECT),)
    if usual is not None:
        muscles = tuple(Share(one.muscle, one.share) for one in usual.muscles)
    made = replace(own_exercise("", "", pattern, muscles), increment_kg=_STEP_KG[system])
    return made if usual is None else replace(made, reps=usual.reps, timed=usual.timed)


def copy_of(exercise: Exercise, taken: Iterable[str]) -> Exercise:
    """An own exercise that begins as a shipped one, in the person's language; no key yet.

    The shipped one can stand in for it.

    taken: names that own exercises have already. Aliases stay with the shipped one, so that imports find that.
    """
    known = {one.casefold() for one in taken}
    name = tr("{name}, own version", name=exercise.label)
    number = 2
    while name.casefold() in known:
        name = tr("{name}, own version {number}", name=exercise.label, number=number)
        number += 1
    return replace(
        exercise,
        key="",
        name=name,
        custom=True,
        muscles=tuple(replace(one, reason=shown_text(exercise, one.reason)) for one in exercise.muscles),
        body_reason=shown_text(exercise, exercise.body_reason),
        cues=tuple(shown_text(exercise, one) for one in exercise.cues),
        substitutes=(
            Substitute(exercise.key),
            *(replace(one, why=shown_text(exercise, one.why)) for one in exercise.substitutes),
        ),
        aliases=(),
    )
