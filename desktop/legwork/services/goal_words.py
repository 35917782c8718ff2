"""What is said of goals and of what is likely: plain sentences, with what they rest on and what is not known.

Owns the words of a goal. The numbers come from `goal_judging` and `outlooks`; what a look ahead rests on is said by
`outlook_words`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from legwork.domain.days import full_day, month_of
from legwork.domain.forecast.growth import effect_of
from legwork.domain.forecast.rates import small_rate
from legwork.domain.forecast.reach import FAST, Wish, in_hundred, is_beyond, judged
from legwork.domain.measures import as_shown, number_text, signed_text, value_text
from legwork.domain.normal import SURE, Z80
from legwork.domain.sites import Side
from legwork.domain.verdict import in_words, judge
from legwork.domain.weekly_sets import MOST_WEEKLY_SETS
from legwork.i18n import mark, tr
from legwork.services.goal_shapes import GoalView, ScenarioOutlook, SiteOutlook
from legwork.services.goals import Goal
from legwork.services.outlook_words import patience_since, rate_text

STATES = {
    Wish.REACHED: ("✓", mark("reached")),
    Wish.LIKELY: ("▲", mark("likely in time")),
    Wish.OPEN: ("~", mark("open")),
    Wish.FAST: ("»", mark("faster than usual")),
}
"""A sign and a word, so that colour never stands alone."""

_OVER, _UNTOLD = ("…", mark("its day is over")), ("–", mark("nothing to go by"))
_HELD = ("–", mark("no steps are drawn"))
_UNLIKELY = ("»", mark("unlikely as now"))

_STALE_DAYS = 35
"""From so many days without a reading on it is said (convention: a month and some days)."""


def untold(site: SiteOutlook, goal: Goal, value: float) -> GoalView:
    """A goal of which nothing can be told but why."""
    text = value_text(value, site.unit)
    spoken = tr("{name}: {value} by {day}. {missing}", name=site.name, value=text, day=full_day(goal.due),
                missing=site.missing)  # fmt: skip
    sign, state = _UNTOLD
    return GoalView(
        goal=goal, measure=site.measure, name=site.name, unit=site.unit, region=site.region, value=value, start=None,
        start_day=None, now=None, now_error=None, progress=None, needed=None, likely=None, wish=None, head=site.missing,
        sentences=(), realistic=None, later=None, scenarios=(), patience="", series=site.series, missing=site.missing,
        spoken=spoken, sign=sign, state=tr(state), rising=True, chance=None, site=site,
    )  # fmt: skip


def told(
    site: SiteOutlook, other: SiteOutlook | None, goal: Goal, value: float, start: float, start_day: int,
    scenarios: tuple[ScenarioOutlook, ...], *, rising: bool,
) -> GoalView:  # fmt: skip
    """A goal with everything there is to say of it. other: the side of a pair that is nearer to it."""
    assert site.now is not None
    if not site.allows(value, rising=rising):
        return _held_back(site, goal, value, start, start_day, scenarios)
    first = scenarios[0]
    found, reach = first.judged, first.reach
    beyond = is_beyond(site.now, value, rising=rising)
    wish = Wish.REACHED if beyond else found.wish if found is not None else None
    later = date.fromordinal(reach.even) if reach is not None and reach.even is not None and not beyond else None
    realistic = None
    here = goal.due == site.today
    if found is not None and not here and wish in (Wish.OPEN, Wish.FAST) and (found.realistic > site.now) is rising:
        shown = as_shown(found.realistic, site.unit)
        realistic = shown, value_text(shown, site.unit)
    sign, state = STATES[wish] if wish is not None else _OVER
    if wish is Wish.FAST and not _too_fast(site, goal, value, scenarios):
        sign, state = _UNLIKELY
    head = _head(site, goal, value, wish, scenarios)
    sentences = (
        *_rates(site, wish, first),
        *_realistic(site, goal, value, realistic, later),
        *_sides(site, other),
        *_since(site, start_day),
        *_stale(site),
        *site.basis,
    )
    return GoalView(
        goal=goal, measure=site.measure, name=site.name, unit=site.unit, region=site.region, value=value, start=start,
        start_day=start_day, now=site.now, now_error=site.now_error,
        progress=_progress(start, site.now, value, beyond=beyond),
        needed=found.needed if found is not None else None, likely=found.likely if found is not None else None,
        wish=wish, head=head, sentences=sentences, realistic=realistic, later=later, scenarios=scenarios,
        patience=_patience(site, goal), series=site.series, missing="",
        spoken=" ".join((_opening(site, goal, value), head, *sentences)), sign=sign, state=tr(state), rising=rising,
        chance=found.chance if found is not None else None, site=site,
    )  # fmt: skip


def _held_back(
    site: SiteOutlook, goal: Goal, value: float, start: float, start_day: int, scenarios: tuple[ScenarioOutlook, ...]
) -> GoalView:
    """A body weight to which no steps are drawn: where it is going is shown, and nothing urges it on."""
    sign, state = _HELD
    basis = tuple(one for one in site.basis if one != site.floor_words)
    ways = tuple(replace(one, judged=None, when="", reach=None) for one in scenarios)
    return GoalView(
        goal=goal, measure=site.measure, name=site.name, unit=site.unit, region=site.region, value=value, start=start,
        start_day=start_day, now=site.now, now_error=site.now_error, progress=None, needed=None, likely=None, wish=None,
        head=site.floor_words, sentences=basis, realistic=None, later=None, scenarios=ways, patience="",
        series=site.series, missing="", spoken=f"{_opening(site, goal, value)} {site.floor_words}", sign=sign,
        state=tr(state), rising=False, chance=None, site=site,
    )  # fmt: skip


def _opening(site: SiteOutlook, goal: Goal, value: float) -> str:
    assert site.now is not None
    return tr("{name}: {value} by {day}, now {now}.", name=site.name, value=value_text(value, site.unit),
              day=full_day(goal.due), now=value_text(site.now, site.unit))  # fmt: skip


def _progress(start: float, now: float, value: float, *, beyond: bool) -> float:
    if beyond:
        return 1.0
    return min(1.0, max(0.0, (now - start) / (value - start))) if value != start else 0.0


def _too_fast(site: SiteOutlook, goal: Goal, value: float, scenarios: Sequence[ScenarioOutlook]) -> bool:
    """Whether not even the most that training is known to do makes it likely: then it is faster than bodies are."""
    first = scenarios[0]
    if first.outlook.per_day <= 0 or goal.due <= site.today or value <= (site.now or 0.0):
        return False  # nothing is known of what training does to it, or it shall become less
    most = judged(first.outlook, value, goal.due, site.today, effect_of(MOST_WEEKLY_SETS), rising=True).chance
    return most < FAST and all(one.judged is None or one.judged.chance < FAST for one in scenarios)


def _head(
    site: SiteOutlook, goal: Goal, value: float, wish: Wish | None, scenarios: Sequence[ScenarioOutlook]
) -> str:  # fmt: skip
    assert site.now is not None and site.now_error is not None
    first = scenarios[0]
    if wish is Wish.REACHED:
        now = value_text(site.now, site.unit)
        if abs(site.now - value) < Z80 * site.now_error:
            return tr("Reached, as far as your readings can tell: {now} now, give or take {error}.", now=now,
                      error=value_text(Z80 * site.now_error, site.unit))  # fmt: skip
        return tr("Reached: {now} now.", now=now)
    if wish is None:
        return tr("Its day has gone by: choose a new one. Going on as now: {when}.", when=first.when)
    if wish is Wish.FAST and _too_fast(site, goal, value, scenarios):
        return tr("This is faster than bodies usually change. Going on as now: {when}.", when=first.when)
    if wish is Wish.FAST:
        return tr("Going on as now this is unlikely: {when}.", when=first.when)
    assert first.judged is not None
    if goal.due == site.today:
        return tr("Its day is today: a chance of {chance} in 100 that you are there. Going on as now: {when}.",
                  chance=in_hundred(first.judged.chance), when=first.when)  # fmt: skip
    return tr("A chance of {chance} in 100 by its day. Going on as now: {when}.",
              chance=in_hundred(first.judged.chance), when=first.when)  # fmt: skip


def _rates(site: SiteOutlook, wish: Wish | None, first: ScenarioOutlook) -> list[str]:
    judged = first.judged
    if (
        wish not in (Wish.LIKELY, Wish.OPEN, Wish.FAST)
        or judged is None
        or judged.needed is None
        or (judged.likely is None)
    ):
        return []
    needed, likely = rate_text(judged.needed, site.unit), rate_text(judged.likely, site.unit)
    if small_rate(judged.likely, site.unit):
        return [tr("It takes {needed} a month; {likely} a month is likely.", needed=needed, likely=likely)]
    return [tr("It takes {needed} a month; about {likely} a month is likely.", needed=needed, likely=likely)]


def _realistic(
    site: SiteOutlook, goal: Goal, value: float, realistic: tuple[float, str] | None, later: date | None
) -> list[str]:
    found = []
    if realistic is not None:
        found.append(tr("By its day about {value} is as likely as not.", value=realistic[1]))
    if (
        later is not None
        and later > goal.due
        and not goal.is_over(site.today)
        and month_of(later) != month_of(goal.due)
    ):
        found.append(tr("{value} is as likely as not by {month}.", value=value_text(value, site.unit),
                        month=month_of(later)))  # fmt: skip
    return found


def _sides(site: SiteOutlook, other: SiteOutlook | None) -> list[str]:
    """Which side is told, and how the other one stands."""
    if other is None or site.now is None or other.now is None:
        return []
    names = {Side.LEFT: tr("left"), Side.RIGHT: tr("right"), Side.NONE: ""}
    return [tr(
        "The {side} side is farther from it: {value}; the {other} one is at {near}. It is reached when both are there.",
        side=names[site.measure.side], value=value_text(site.now, site.unit), other=names[other.measure.side],
        near=value_text(other.now, other.unit),
    )]  # fmt: skip


def _since(site: SiteOutlook, start_day: int) -> list[str]:
    """What was seen since the goal was set."""
    series, today = site.series, site.today.toordinal()
    if series is None or site.last is None or site.last - start_day < 7:
        return []
    found = judge(series.trend, start_day, today, series.usual_per_week)
    if not math.isfinite(found.delta):
        return []
    change, error = signed_text(found.delta, site.unit), number_text(SURE * found.delta_sd, site.unit)
    amount = tr("{change} ± {error} {unit}", change=change, error=error, unit=site.unit).strip()
    return [tr("Since it was set: {amount}, {words}.", amount=amount, words=in_words(found, series.wording))]


def _stale(site: SiteOutlook) -> list[str]:
    if site.last is None or site.today.toordinal() - site.last < _STALE_DAYS:
        return []
    day = full_day(date.fromordinal(site.last))
    return [tr("The newest reading is of {day}: a new one would make all of this surer.", day=day)]


def _patience(site: SiteOutlook, goal: Goal) -> str:
    if site.error is None or site.per_week is None:
        return ""
    since = min(goal.set_on, site.today).toordinal()
    return patience_since(since, site.today, site.error, site.readings_per_week, site.per_week, site.unit)
