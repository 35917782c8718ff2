"""A goal held against the ways to go on: when it is reached in each, with which chance, and the fan that shows it.

Owns the fans and the direction of a goal. What is said of it is `goal_words`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from legwork.domain.forecast.outlook import Outlook
from legwork.domain.forecast.reach import HORIZON_WEEKS, is_beyond, judged, reach_words, reached_by
from legwork.domain.measures import Family
from legwork.i18n import tr
from legwork.services import goal_words as words
from legwork.services.goal_shapes import Fan, GoalView, Scenario, ScenarioOutlook, SiteOutlook
from legwork.services.goals import Goal
from legwork.services.outlook_series import level_on, place_of
from legwork.services.site_training import Dose

USUAL_WEEKS = 104
"""So many weeks are drawn where no goal says how far."""

_PAST_GOAL_WEEKS = 26
"""A fan goes on for so long after a goal's day, and after the day by which it is likely, up to _FAR_WEEKS from now."""

_FAR_WEEKS = 260

_DAYS_A_BREATH = 12


def bare_scenario(
    which: Scenario, label: str, dose: Dose | None, believed: Outlook, effect: float = 0.0, *,
    floor: float | None = None, drawn: bool = True,
) -> ScenarioOutlook:  # fmt: skip
    """A way to go on without a goal. dose: None: `effect` counts, 0 where only the trend is known.

    floor: as in `fan_of`. drawn: whether it needs its fan.
    """
    does = effect if dose is None else dose.effect
    fan = fan_of(believed, does, believed.day + 7 * USUAL_WEEKS, floor=floor) if drawn else Fan()
    return ScenarioOutlook(which, label, None if dose is None else dose.sets, does, None, "", fan, None, believed)


def fan_of(
    believed: Outlook, effect: float, until: int, also: int | None = None, breathe: Callable[[], object] = bool, *,
    floor: float | None = None,
) -> Fan:  # fmt: skip
    """The 80 % band from the last reading to the day `until`, ten years at most. also: a day that shall be among them.

    floor: a fan that falls ends before what is expected lies below it; of somebody who is below it already, before what
    is expected lies below what the readings leave open now. Infinite: that is not known, and it ends nowhere.
    Weekly for half a year, every four weeks for two years, then every quarter.
    """
    end = min(max(until, believed.day + 7), believed.day + 7 * HORIZON_WEEKS)
    weeks = (*range(26), *range(26, 104, 4), *range(104, HORIZON_WEEKS + 1, 13))
    days = {believed.day + 7 * week for week in weeks} | {end, end if also is None else also}
    shown = tuple(sorted(day for day in days if believed.day <= day <= end))
    mean, low, high = [], [], []
    least = -math.inf
    if floor is not None and math.isfinite(floor):
        least = min(floor, believed.at(shown[0], effect).quantile(0.1))
    for place, day in enumerate(shown):
        spread = believed.at(day, effect)
        if spread.mean < least:
            shown = shown[:place]
            break
        mean.append(spread.mean)
        low.append(spread.quantile(0.1))
        high.append(spread.quantile(0.9))
        if place % _DAYS_A_BREATH == 0:
            breathe()
    return Fan(shown, tuple(mean), tuple(low), tuple(high))


def viewed(site: SiteOutlook, goal: Goal, value: float, breathe: Callable[[], object] = bool) -> GoalView:
    """A goal held against the future of its measure. value: in the unit of `site`; of a difference its size.

    A pair has reached it when both sides have: the one farther from it is told. It rises where it lies above where the
    pair began, on average.
    """
    if site.missing or site.series is None or site.now is None:
        return words.untold(site, goal, value)
    both = [site] if site.other is None else [site, site.other]
    began = [_level(one, min(goal.set_on, site.today)) for one in both]
    rising = value >= sum(began) / len(began)
    if site.measure.family is Family.DIFFERENCE:  # left less right: it shall become smaller from either side
        rising = site.now < 0
        value = -value if rising else value
    farther = (min if rising else max)(both, key=lambda one: one.now or 0.0)
    other = next((one for one in both if one is not farther), None)
    return _told(farther, other, goal, value, breathe, rising=rising)


def _told(
    site: SiteOutlook, other: SiteOutlook | None, goal: Goal, value: float, breathe: Callable[[], object], *,
    rising: bool,
) -> GoalView:  # fmt: skip
    assert site.series is not None and site.now is not None
    place = place_of(site.series, min(goal.set_on, site.today).toordinal())
    start_day, start = site.series.days[place], float(site.series.trend.level[place])
    judged_ways = [_judged(one, site, value, goal, breathe, rising=rising) for one in site.scenarios]
    until = max(_seen_until(one, goal, site.today) for one in judged_ways)  # all lines of a chart end on one day
    scenarios = tuple(
        replace(one, fan=fan_of(one.outlook, one.effect, until, goal.due.toordinal(), breathe, floor=site.floor))
        for one in judged_ways
    )
    return words.told(site, other, goal, value, start, start_day, scenarios, rising=rising)


def _level(site: SiteOutlook, day: date) -> float:
    assert site.series is not None
    return level_on(site.series, day.toordinal())


def _judged(
    one: ScenarioOutlook, site: SiteOutlook, value: float, goal: Goal, breathe: Callable[[], object], *, rising: bool
) -> ScenarioOutlook:
    assert site.now is not None
    today, now, found = site.today, site.now, None
    if not goal.is_over(today):
        found = judged(one.outlook, value, goal.due, today, one.effect, rising=rising, now=now)
        if site.floor is not None and math.isfinite(site.floor):  # nobody is told that less than it is to be expected
            found = replace(found, realistic=max(found.realistic, site.floor), sure=max(found.sure, site.floor))
    breathe()
    reach = found.reach if found is not None else reached_by(one.outlook, value, one.effect, rising=rising)
    when = tr("reached") if is_beyond(now, value, rising=rising) else reach_words(reach, today)
    return replace(one, judged=found, when=when, reach=reach)


def _seen_until(one: ScenarioOutlook, goal: Goal, today: date) -> int:
    """The day up to which a way to go on is worth being drawn."""
    even = one.reach.even if one.reach is not None else None
    likely = 0 if even is None else min(even, today.toordinal() + 7 * _FAR_WEEKS)
    return max(goal.due.toordinal(), likely, today.toordinal()) + 7 * _PAST_GOAL_WEEKS
