"""Which exercise stands for a kind of movement when a fix or a draft adds one.

Owns this choice. Where it goes in a plan is decided by the fix (`domain.plan.fixes`).
"""

from __future__ import annotations

from collections import Counter

from legwork.domain.exercise import Exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.patterns import Pattern
from legwork.domain.plan.fixes import Choose
from legwork.domain.plan.model import Plan, weeks_of
from legwork.domain.plan_brief import LIFT_OF


def choice_for(plan: Plan, exercises: Catalogue) -> Choose:
    """For a plan: the exercise of the pattern that it has most often, else the lift that stands for the pattern.

    The answer raises LookupError for a pattern without any exercise; the shipped catalogue has some for each.
    """
    used = Counter(
        entry.exercise for _, week in weeks_of(plan) for session in week.sessions for entry in session.entries
    )

    def choose(pattern: Pattern) -> str:
        some = [one for one in exercises.exercises if one.pattern is pattern]
        here = [one for one in some if used[one.key]]
        if here:
            return max(here, key=lambda one: used[one.key]).key
        return _usual(pattern, some, exercises).key

    return choose


def _usual(pattern: Pattern, some: list[Exercise], exercises: Catalogue) -> Exercise:
    lift = exercises.match(LIFT_OF[pattern][1]) if pattern in LIFT_OF else None
    if lift is not None and lift.pattern is pattern:
        return lift
    shipped = next((one for one in some if not one.custom), None)
    if shipped is None:
        raise LookupError(f"no exercise for {pattern}")
    return shipped
