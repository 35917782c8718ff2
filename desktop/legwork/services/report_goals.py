"""The goals of a report: each with where it stands, when it is likely to be reached, and what going on otherwise makes.

Owns the names of these fields. The numbers are those of the goals' view; nothing is worked out here.
"""

from __future__ import annotations

import math
from datetime import date

from legwork.domain.forecast.reach import Reach
from legwork.domain.normal import SURE
from legwork.services.goal_conflicts import contradictions
from legwork.services.goal_outlook import goal_views
from legwork.services.goal_shapes import GoalView, ScenarioOutlook
from legwork.services.goals import Goal, goals_of
from legwork.services.people import Person
from legwork.services.profile import Profile

Tree = dict[str, object]

_SI = {"in": "cm", "mm": "cm", "lb": "kg"}


def goals(profile: Profile, person: Person, today: date) -> Tree:
    """The goals of a person as of `today`, those that are expected first at the beginning, and what in them cannot be
    had together. A goal of a measure that is not known here stands last, with what was wanted. Raises StoreError."""
    views = goal_views(profile, person, today)
    told = {one.goal.measure for one in views}
    unknown = [one for one in goals_of(profile, person.id).values() if one.measure not in told]
    return {
        "goals": [*(_goal(one) for one in views), *(_wanted(one) for one in unknown)],
        "goal_contradictions": list(contradictions(views)),
    }


def _wanted(goal: Goal) -> Tree:
    return {
        "measure": goal.measure,
        "value": goal.value,
        "unit": _SI.get(goal.unit, goal.unit),
        "due": goal.due.isoformat(),
        "set_on": goal.set_on.isoformat(),
    }


def _goal(view: GoalView) -> Tree:
    factor = view.series.factor if view.series is not None else 1.0

    def si(value: float | None) -> float | None:
        return None if value is None else _number(value / factor)

    return {
        **_wanted(view.goal),
        "missing": view.missing or None,
        "looked_at": str(view.measure),
        "start": si(view.start),
        "start_day": _day(view.start_day),
        "now": si(view.now),
        "now_95": si(None if view.now_error is None else SURE * view.now_error),
        "progress": _number(view.progress),
        "needed_per_month": si(view.needed),
        "likely_per_month": si(view.likely),
        "wish": view.wish.value if view.wish is not None else None,
        "ways": [_way(one, factor) for one in view.scenarios],
        "said": [view.head, *view.sentences],
        "patience": view.patience or None,
    }


def _way(one: ScenarioOutlook, factor: float) -> Tree:
    found = one.judged
    return {
        "way": one.scenario.value,
        "sets_a_week": _number(one.sets),
        "effect": _number(one.effect),
        "chance": _number(found.chance) if found is not None else None,
        "as_likely_as_not": _number(found.realistic / factor) if found is not None else None,
        "four_in_five": _number(found.sure / factor) if found is not None else None,
        "reached": _reached(one.reach),
    }


def _reached(reach: Reach | None) -> Tree | None:
    """Days by which it is reached with a chance of 10, 25, 50 and 75 in 100."""
    if reach is None:
        return None
    return {
        "chance_10": _day(reach.soon),
        "chance_25": _day(reach.early),
        "chance_50": _day(reach.even),
        "chance_75": _day(reach.late),
    }


def _number(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else round(value, 6)


def _day(ordinal: int | None) -> str | None:
    return None if ordinal is None else date.fromordinal(ordinal).isoformat()
