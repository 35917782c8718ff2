"""The next small step on the way to each goal, a round value, and when it is likely.

Owns which values are round. When a value is reached is told by `domain.forecast.reach`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from legwork.domain.forecast.reach import Reach, Wish, reach_short, reached_by
from legwork.domain.measures import Family, value_text
from legwork.i18n import tr
from legwork.services.goal_shapes import GoalView, Milestone, Scenario, ScenarioOutlook

STEPS = {"cm": 0.5, "in": 0.25, "kg": 1.0, "lb": 2.0, "%": 1.0, "L": 0.1, "mm": 1.0, "": 0.01}
"""A step in each unit (conventions): half a centimetre, a kilogram, a hundredth of a ratio."""

LIFT_STEPS = {"kg": 2.5, "lb": 5.0}
"""Of a lift: the smallest pair of plates (convention)."""

LEAST_SHARE = 0.3
"""A round value so near that it is no step: less than this share of one (convention)."""


def milestones(views: Iterable[GoalView]) -> tuple[Milestone, ...]:
    """The next step of each goal that is under way, the nearest first."""
    found = [step for view in views if (step := _next(view)) is not None]
    return tuple(sorted(found, key=lambda one: (one.day is None, one.day or 0, one.name)))


def _next(view: GoalView) -> Milestone | None:
    if view.missing or view.now is None or view.wish is Wish.REACHED or not view.scenarios:
        return None
    if not view.site.allows(view.value, rising=view.rising):
        return None
    value = next_value(view.now, view.value, _step(view), rising=view.rising)
    way, reach = _likelier(view, value)
    today = view.site.today
    when = reach_short(reach, today)
    if way.scenario is Scenario.PLAN:
        when = tr("by the plan {when}", when=when)
    day = None if reach.even is None else max(reach.even, today.toordinal())
    return Milestone(view.name, value_text(value, view.unit), when, view.measure, value, day)


def _step(view: GoalView) -> float:
    steps = LIFT_STEPS if view.measure.family is Family.STRENGTH else STEPS
    return steps.get(view.unit, 1.0)


def next_value(now: float, goal: float, step: float, *, rising: bool) -> float:
    """The nearest round value on the way from now to the goal that is a step at all; the goal where none lies before.

    Source: LEAST_SHARE.
    """
    sign = 1.0 if rising else -1.0
    place = math.ceil(sign * now / step + LEAST_SHARE - 1e-9)
    value = sign * place * step
    return goal if (value >= goal) is rising else round(value, 6)


def _likelier(view: GoalView, value: float) -> tuple[ScenarioOutlook, Reach]:
    """Going on as now where the step is then in sight, else by the plan where it is in sight there."""
    tried = []
    for which in (Scenario.AS_NOW, Scenario.PLAN):
        way = view.scenario(which)
        if way is not None:
            tried.append((way, reached_by(way.outlook, value, way.effect, rising=view.rising)))
            if tried[-1][1].even is not None:
                return tried[-1]
    return tried[0]
