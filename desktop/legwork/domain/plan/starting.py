"""With what an exercise begins when it is put into a plan: ordinary sets, to be changed at will.

Owns the defaults. It must not choose exercises, nor say how much is enough.
"""

from __future__ import annotations

from legwork.domain.exercise import Exercise
from legwork.domain.plan.loads import number_in
from legwork.domain.plan.model import Entry
from legwork.domain.plan.prescription import MAX_SECONDS, Effort, Prescription, Target, load_of
from legwork.domain.plan.rules import FIXED, Double, Rule, Step
from legwork.domain.units import Quantity, UnitSystem

START_SETS, START_RIR = 3, 2.0
"""Sets, and reps left in each. Source: SCIENCE section 6, 0 to 3 left; the numbers are conventions."""

POUND_STEP = 2.5
"""The smallest plates in pounds: a step is a multiple of it, at least once (a convention)."""


def start_of(exercise: Exercise, system: UnitSystem) -> Entry:
    """A first entry, its id 0: START_SETS sets in the usual range, for each side where one limb works at a time.

    Where a load can rise, it goes on by double progression in the smallest step. system: the units of that step.
    """
    low, high = exercise.reps
    if exercise.timed:
        target = Target(min(low, MAX_SECONDS), min(high, MAX_SECONDS), seconds=True)
        return Entry(0, exercise.key, Prescription((target,) * START_SETS, per_side=exercise.one_sided))
    prescription = Prescription(
        (Target(low, high),) * START_SETS, effort=Effort(START_RIR), per_side=exercise.one_sided
    )
    step = increment_of(exercise, system)
    rule: Rule = FIXED
    if step is not None and low < high:
        rule = Double(low, high, Step(round(number_in(step.value, step.unit), 2), step.unit))
    return Entry(0, exercise.key, prescription, rule)


def increment_of(exercise: Exercise, system: UnitSystem) -> Quantity | None:
    """The smallest sensible step in load, in the person's units; None where only the body counts."""
    step = exercise.increment_kg
    if step is None:
        return None
    if system is UnitSystem.METRIC:
        return load_of(step, "kg")
    return load_of(max(1, round(number_in(step, "lb") / POUND_STEP)) * POUND_STEP, "lb")
