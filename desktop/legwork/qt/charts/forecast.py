"""From a goal that was looked at to what its chart draws: readings with their trend, and the ways it may go on.

Owns that step only. What is likely was worked out in `services.goal_outlook`; nothing is asked or drawn here.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from legwork.i18n import mark, tr
from legwork.qt.charts.drawing import Drawings
from legwork.qt.charts.navigator import Reach
from legwork.qt.charts.prospects import Prospect
from legwork.qt.charts.series import Aim, Series
from legwork.qt.charts.view import ChartView, Extra
from legwork.qt.widgets.scenario_cards import DASHES
from legwork.services.goal_shapes import SCENARIOS, GoalView, Scenario, ScenarioOutlook

LEAST_AHEAD_DAYS = 182
"""So far ahead the chart looks at least (a convention)."""

_BEYOND = 1.15
"""How much farther than the goal's day it looks, as a share of the way there."""
_FAR = 2.5
"""And how much farther at most, so that the likely months are seen."""

_FADE_DAYS = 30.0

_NAMES = {Scenario.AS_NOW: mark("As now"), Scenario.PLAN: mark("By the plan"), Scenario.HALF: mark("Half of it")}
"""Short ones, for the line ends."""

_VIEW = ChartView(extras=frozenset({Extra.BARS, Extra.BAND}))


def measured(view: GoalView) -> Series | None:
    """What was measured so far, as it is drawn; None where nothing was. Of very many readings in the background."""
    if view.series is None or not view.series.days:
        return None
    return Drawings().of(_VIEW, {}, view.series)


def with_prospects(drawn: Series, view: GoalView, chosen: Scenario) -> Series:
    """What was measured, with the goal and every way it may go on, `chosen` with its band."""
    end = float(drawn.line.level[-1]) if len(drawn.line.days) else None
    ways = tuple(_prospect(one, end, one.scenario is chosen) for one in view.scenarios if len(one.fan.days))
    return replace(drawn, aim=_aim(view), prospects=ways)


def _aim(view: GoalView) -> Aim | None:
    """The goal as a target; None for a body weight to which no steps are drawn."""
    if not view.site.allows(view.value, rising=view.rising):
        return None
    return Aim(view.value, view.goal.due.toordinal())


def reach_of(view: GoalView, series: Series, chosen: Scenario) -> Reach:
    """From the first reading to where its chart ends at first: past the goal's day, and past the likely months."""
    first, last = float(series.days[0]), float(series.days[-1])
    if not series.prospects:
        return Reach(first, last, max(last, float(view.goal.due.toordinal())))
    way = view.goal.due.toordinal() - last
    ahead = last + max(way * _BEYOND, LEAST_AHEAD_DAYS)
    for one in view.scenarios:
        if one.scenario is chosen and one.reach is not None and one.reach.late is not None:
            likely = (one.reach.late - last) * 1.05
            ahead = max(ahead, last + min(likely, max(way, LEAST_AHEAD_DAYS) * _FAR))
    end = max(float(one.days[-1]) for one in series.prospects)
    return Reach(first, last, min(ahead, end))


def _prospect(one: ScenarioOutlook, end: float | None, chosen: bool) -> Prospect:
    """end: where the trend ends, and the line has to begin.

    The look ahead weighs the newest readings otherwise than the trend does, by less than the tape can tell; drawn, that
    would be a step. It is let fade away over the first weeks.
    """
    days = np.array(one.fan.days, dtype=np.int64)
    level, low, high = (np.array(edge, dtype=np.float64) for edge in (one.fan.mean, one.fan.low, one.fan.high))
    if end is not None:
        step = (end - level[0]) * np.exp(-(days - days[0]) / _FADE_DAYS)
        level, low, high = level + step, low + step, high + step
    early, late = (one.reach.early, one.reach.late) if one.reach is not None else (None, None)
    usual = one.label == tr(SCENARIOS[one.scenario])  # weight has ways of its own
    name = tr(_NAMES[one.scenario]) if usual else one.label
    return Prospect(name, days, level, low, high, DASHES[one.scenario], chosen, early, late)
