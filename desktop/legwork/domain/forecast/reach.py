"""When a goal is likely to be reached, how fast it asks the body to be, and what would be realistic by its day.

Owns the reckoning, and the sentences that go with it. What is believed of the future is `outlook`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from legwork.domain.days import month_of, months
from legwork.domain.forecast.outlook import Outlook
from legwork.domain.verdict import DAYS_PER_MONTH
from legwork.i18n import tr

HORIZON_WEEKS = 520
"""Nobody plans beyond ten years (convention)."""

_NEAR_WEEKS, _FAR_STEP = 104, 4
"""For two years it is looked week by week, then every four weeks, where a week does not matter."""

SOON, EARLY, EVEN, LATE = 0.10, 0.25, 0.50, 0.75
FAST = 0.10
"""A wish with a smaller chance is called faster than bodies usually change (convention)."""


@dataclass(frozen=True)
class Reach:
    """By when a goal is reached with which probability; days are ordinals, None: not within HORIZON_WEEKS.

    most: the largest probability on the way there, LATE or more; within the horizon where that is out of sight.
    """

    soon: int | None
    early: int | None
    even: int | None
    late: int | None
    most: float


class Wish(StrEnum):
    """How a goal with a day stands to what is likely."""

    REACHED = "reached"
    LIKELY = "likely"
    OPEN = "open"
    FAST = "fast"


@dataclass(frozen=True)
class GoalOutlook:
    """A goal judged, in the unit of the measure.

    now: expected today. needed, likely: change a month until the day, as asked and as expected; None on that day, when
    nothing can change any more. chance: that it is reached by its day; on that day, that it is. realistic: what is as
    likely exceeded as not by then; sure: what four of five reach.
    """

    wish: Wish
    now: float
    needed: float | None
    likely: float | None
    chance: float
    realistic: float
    sure: float
    reach: Reach


def reached_by(outlook: Outlook, goal: float, effect: float, *, rising: bool) -> Reach:
    """When `goal` is reached under training of this effect. rising: whether it lies above (else below).

    The probability that the measure lies beyond the goal on a day, and never less than on a day before.
    """
    levels: dict[float, int] = {}
    best, week = 0.0, 0
    while week <= HORIZON_WEEKS and best < LATE:
        day = outlook.day + 7 * week
        best = max(best, _beyond(outlook, day, goal, effect, rising=rising))
        for level in (SOON, EARLY, EVEN, LATE):
            if best >= level:
                levels.setdefault(level, day)
        week += 1 if week < _NEAR_WEEKS else _FAR_STEP
    return Reach(levels.get(SOON), levels.get(EARLY), levels.get(EVEN), levels.get(LATE), best)


def judged(
    outlook: Outlook, goal: float, due: date, today: date, effect: float, *, rising: bool, now: float | None = None
) -> GoalOutlook:
    """A goal with its day.

    now: where the measure stands by whoever says it elsewhere, so that both agree; None: what is expected today.
    On its day it is reached, likely or open: no wish is too fast any more. Raises ValueError when that day is before
    today, or today before the last reading.
    """
    if due < today:
        raise ValueError("the day of the goal lies behind")
    start, end = today.toordinal(), due.toordinal()
    first, then = outlook.at(start, effect).mean, outlook.at(end, effect)
    here = first if now is None else now
    span = (end - start) / DAYS_PER_MONTH
    chance = _beyond(outlook, end, goal, effect, rising=rising)
    reached = is_beyond(here, goal, rising=rising)
    open_still = chance >= FAST or due == today
    wish = Wish.REACHED if reached else Wish.LIKELY if chance >= EVEN else Wish.OPEN if open_still else Wish.FAST
    return GoalOutlook(
        wish,
        here,
        (goal - here) / span if span else None,
        (then.mean - first) / span if span else None,
        chance,
        then.quantile(0.5),
        then.quantile(0.2 if rising else 0.8),
        reached_by(outlook, goal, effect, rising=rising),
    )


def is_beyond(now: float, goal: float, *, rising: bool) -> bool:
    """Whether a measure that stands at `now` has reached its goal. rising: whether the goal lay above."""
    return now == goal or (now > goal) is rising


def _beyond(outlook: Outlook, day: int, goal: float, effect: float, *, rising: bool) -> float:
    below = outlook.at(day, effect).below(goal)
    return 1 - below if rising else below


def reach_words(reach: Reach, today: date) -> str:
    """When, in a sentence: "most likely May to September 2027; one in ten sooner than March 2027"."""
    when = reach_short(reach, today)
    if reach.soon is None:
        return when
    if reach.late is None:
        chance = tr("within ten years with a chance of {chance} in 100", chance=in_hundred(reach.most))
        return tr("{when}; {chance}", when=when, chance=chance)
    soon, early = (_month(one, today) for one in (reach.soon, reach.early or reach.soon))
    return when if soon == early else tr("{when}; one in ten sooner than {month}", when=when, month=soon)


def reach_short(reach: Reach, today: date) -> str:
    """When, in a few words: "most likely May to Sep 2027"; what is out of sight says so."""
    if reach.soon is None:
        return tr("not to be expected within ten years as things are")
    if reach.even is None:
        return tr("hardly before {month}", month=_month(reach.early or reach.soon, today))
    if reach.late is None:
        return tr("as likely as not by {month}", month=_month(reach.even, today))
    early, late = (date.fromordinal(max(one, today.toordinal())) for one in (reach.early or reach.even, reach.late))
    return tr("most likely {months}", months=months(early, late))


def _month(day: int, today: date) -> str:
    """Of a day, or of today where that lies behind."""
    return month_of(date.fromordinal(max(day, today.toordinal())))


def in_hundred(chance: float) -> int:
    """A chance as a whole number: never 0 nor 100, which nobody knows."""
    return min(99, max(1, math.floor(100 * chance + 0.5)))
