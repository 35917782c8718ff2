"""What is hard to believe of a logged set, told in a sentence: a slip of the finger, seldom a world record.

Owns the limits beyond which a person is asked. It must not refuse or change anything: the set stays as it is.
"""

from __future__ import annotations

import re

from legwork.domain.exercise import Counting, Equipment, Exercise
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.patterns import Pattern
from legwork.domain.plan.cells import RPE_FROM
from legwork.domain.plan.prescription import MAX_REPS, MAX_SECONDS
from legwork.domain.units import typed_text
from legwork.i18n import tr
from legwork.numerals import short_number

MOST_KG = {
    Pattern.SQUAT: 500.0,
    Pattern.HINGE: 520.0,
    Pattern.HORIZONTAL_PRESS: 360.0,
    Pattern.VERTICAL_PRESS: 270.0,
    Pattern.OLYMPIC: 270.0,
    Pattern.LEG_PRESS: 1000.0,
    Pattern.SLED: 1000.0,
    Pattern.HIP_THRUST: 600.0,
    Pattern.CALF_RAISE: 700.0,
    Pattern.SHRUG: 600.0,
    Pattern.CARRY: 600.0,
}
"""All that moves, kg, by pattern: a little above what the strongest people ever did (conventions)."""

OTHER_KG = 320.0
"""For all other patterns (a convention): most stacks end before."""

TIMES_BEST = 2.0
"""So many times the most that was ever loaded for this exercise is asked about: a zero or a point slipped (a
convention)."""

FEWEST_BEFORE_KG = 10.0
"""Nothing is compared with a lesser best: from the empty hand to a first weight is a large step (a convention)."""

_LOADED = frozenset(
    {Equipment.BARBELL, Equipment.EZ_BAR, Equipment.TRAP_BAR, Equipment.SAFETY_BAR, Equipment.MACHINE, Equipment.SMITH}
    | {Equipment.CABLE, Equipment.SLED}
)
"""What is moved with these has a load of its own, the empty bar's if no other."""

_SAID = re.compile("rir|rpe", re.IGNORECASE)

_HANDS = {Counting.PER_HAND: 2, Counting.PER_SIDE: 2}


def suspicion(one: LoggedSet, exercise: Exercise | None = None, best_kg: float | None = None) -> str:
    """What is hard to believe of a set, as a translated sentence; "" when nothing is.

    exercise: None where it is not known. best_kg: the heaviest load of this exercise before, counted as its loads
    are; None where there is none, and help does not count. Source: the limits above (conventions).
    """
    if one.reps is not None and one.reps > MAX_REPS:
        return tr("{reps} reps in one set: more than {most} are a slip, as a rule.", reps=one.reps, most=MAX_REPS)
    if one.seconds is not None and one.reps is None and one.seconds > MAX_SECONDS:
        return tr("{seconds} seconds in one set: is it really more than an hour?", seconds=one.seconds)
    if one.load is None:
        return ""
    kg = one.load.value
    shown = typed_text(one.load)
    most = OTHER_KG if exercise is None else MOST_KG.get(exercise.pattern, OTHER_KG)
    if kg * (1 if exercise is None else _HANDS.get(exercise.counting, 1)) > (1000.0 if exercise is None else most):
        return tr("{load} is more than anybody was known to lift here: is the unit right?", load=shown)
    if one.assisted or best_kg is None or best_kg < FEWEST_BEFORE_KG or one.kind is LoggedKind.WARM_UP:
        return ""
    if kg >= TIMES_BEST * best_kg:
        return tr(
            "{load} is {times} times your heaviest so far, {best} kg: is a digit too many?",
            load=shown, times=short_number(round(kg / best_kg, 1)), best=short_number(round(best_kg, 1)),
        )  # fmt: skip
    return ""


def effort_doubt(one: LoggedSet, text: str) -> str:
    """Whether a bare number may have been meant as RPE: @8 is 8 reps left, which is seldom noted; "" when it is plain.

    text: as it was typed. Source: `cells.RPE_FROM` (a convention): from there on a plan takes it for an RPE.
    """
    if one.rir is None or one.rir < RPE_FROM or _SAID.search(text.partition(";")[0]):
        return ""
    number = short_number(one.rir)
    return tr("@{number} means {number} reps left; an effort of {number} out of 10 is @{number} RPE.", number=number)


def missing_load(one: LoggedSet, exercise: Exercise | None) -> str:
    """Whether a set of a bar, a machine or a cable was typed without its load; "" when not.

    exercise: None where it is not known; then nothing is asked.
    """
    if one.load is not None or exercise is None or exercise.counting is not Counting.TOTAL or not exercise.equipment:
        return ""
    if one.reps is None or one.kind is LoggedKind.WARM_UP or exercise.equipment[0] not in _LOADED:
        return ""
    return tr("Was there no load on it? Your own weight is no part of it here: type all that is on it, like 60x8.")
