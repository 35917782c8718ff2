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

SOON, EARLY, EVEN, LATE = 0.10, 0.25, 0.50, 0.75
FAST = 0.10
"""A wish with a smaller chance is called faster than bodies usually change (convention)."""


@dataclass(frozen=True)
class Reach:
    """By when a goal is reached with which probability; days are ordinals, None: not within HORIZON_WEEKS.

    most: the probability that it is reached within the horizon at all.
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

    now: expected today. needed, likely: change a month until the day, as asked and as expected. chance: that it is
    reached by its day. realistic: what is as likely exceeded as not by then; sure: what four of five reach.
    """

    wish: Wish
    now: float
    needed: float
    likely: float
    chance: float
    realistic: float
    sure: float
    reach: Reach


def reached_by(outlook: Outlook, goal: float, effect: float, *, rising: bool) -> Reach:
    """When `goal` is reached under training of this effect. rising: whether it lies above (else below).

    The probability that the measure lies beyond the goal on a day, and never less than on a day before.
    """
    levels: dict[float, int] = {}
    best = 0.0
    for week in range(HORIZON_WEEKS + 1):
        day = outlook.day + 7 * week
        best = max(best, _beyond(outlook, day, goal, effect, rising=rising))
        for level in (SOON, EARLY, EVEN, LATE):
            if best >= level:
                levels.setdefault(level, day)
    return Reach(levels.get(SOON), levels.get(EARLY), levels.get(EVEN), levels.get(LATE), best)


def judged(outlook: Outlook, goal: float, due: date, today: date, effect: float, *, rising: bool) -> GoalOutlook:
    """A goal with its day. Raises ValueError when the day is not after today, or today before the last reading."""
    if due <= today:
        raise ValueError("the day of the goal lies behind")
    start, end = today.toordinal(), due.toordinal()
    now, then = outlook.at(start, effect), outlook.at(end, effect)
    span = (end - start) / DAYS_PER_MONTH
    chance = _beyond(outlook, end, goal, effect, rising=rising)
    reached = (now.mean >= goal) is rising or now.mean == goal
    wish = Wish.REACHED if reached else Wish.LIKELY if chance >= EVEN else Wish.OPEN if chance >= FAST else Wish.FAST
    return GoalOutlook(
        wish,
        now.mean,
        (goal - now.mean) / span,
        (then.mean - now.mean) / span,
        chance,
        then.quantile(0.5),
        then.quantile(0.2 if rising else 0.8),
        reached_by(outlook, goal, effect, rising=rising),
    )


def _beyond(outlook: Outlook, day: int, goal: float, effect: float, *, rising: bool) -> float:
    below = outlook.at(day, effect).below(goal)
    return 1 - below if rising else below


def reach_words(reach: Reach, today: date) -> str:
    """When, in a sentence: "most likely May to September 2027; one in ten sooner than March 2027"."""
    if reach.even is None and reach.soon is None:
        return tr("not to be expected within ten years as things are")
    if reach.early is None or reach.late is None:
        first = reach.soon if reach.early is None else reach.early
        assert first is not None
        return tr(
            "hardly before {month}; within ten years with a chance of {chance} in 100",
            month=month_of(date.fromordinal(max(first, today.toordinal()))), chance=_in_hundred(reach.most),
        )  # fmt: skip
    early, late = (date.fromordinal(max(one, today.toordinal())) for one in (reach.early, reach.late))
    when = tr("most likely {months}", months=months(early, late))
    assert reach.soon is not None
    soon = date.fromordinal(max(reach.soon, today.toordinal()))
    if month_of(soon) == month_of(early):
        return when
    return tr("{when}; one in ten sooner than {month}", when=when, month=month_of(soon))


def _in_hundred(chance: float) -> int:
    return min(99, max(1, math.floor(100 * chance + 0.5)))
