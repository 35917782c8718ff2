"""How one lift did in its last weeks: better, no better, or weaker, and only what is beyond the error of its estimates.

Owns this judgement, from the best of each week. It must not know muscles, nor propose anything (that is `stalls`).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from legwork.domain.log.breaks import BREAK_DAYS
from legwork.domain.log.estimates import USUAL_SHARE
from legwork.domain.log.regression import Line, regress
from legwork.domain.student import t_quantile

LOOK_BACK_WEEKS = 12
"""What was better longer ago is not what is to be beaten now."""

CURRENT_DAYS = 14
"""A lift that was not done for longer says nothing of now."""

FEWEST_TO_FALL = 4
"""Weeks, the last two among them: fewer show no fall (a convention)."""

FEWEST_TO_STALL = 8
"""Weeks: with fewer a single bad day at the end would be one (a convention)."""

WEEKS_BEFORE = 6
"""The last two weeks are held against so many before them at most (a convention)."""

LEAST_STALLED = 2
"""Weeks after a lighter week until a stall that was there before it is one again (a convention)."""

BETTER, NO_BETTER, WEAKER, TWICE_WEAKER = 0.975, 0.95, 0.995, 0.925
"""How sure a rise, a stall and a fall of the line must be, one-sided, and a fall of each of the last two weeks: both
are below by chance far more seldom than one. With them a lift that stays the same is called weaker in less than 5 of
100 cases, and one that gains USUAL_SHARE a week is called stalled in about 6 (conventions, tried by simulation)."""

KNOWN_AHEAD = 4
"""The errors of the estimates are worth so many points that show the scatter: with few weeks they count, with many the
weeks themselves. Source: a scaled inverse chi-square prior (Gelman et al. 2013, Bayesian data analysis, ch. 2.6); the
number is a convention."""


class Response(StrEnum):
    """How a lift, or a muscle's lifts, did lately. UNKNOWN: too early to tell, or too uneven."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class LiftCourse:
    """A lift's last weeks. stalled: weeks with training in which it got no better, as far as that is beyond the error;
    0 where it got better or nobody can tell. response: see `Response`."""

    exercise: str
    stalled: int
    response: Response


class Best(NamedTuple):
    """The best of a day, or of a week by its Monday. sd: standard error. least: it may be more, as nobody said how many
    were left."""

    day: int
    kg: float
    sd: float
    least: bool


def course_of(exercise: str, days: Sequence[Best], today: int, deloads: Collection[int]) -> LiftCourse | None:
    """How a lift did in the last LOOK_BACK_WEEKS; None when it was not done for CURRENT_DAYS.

    days: of one side, in order, by ordinal. today: an ordinal. deloads: Mondays of lighter weeks: they are left out,
    and weeks of a stall are counted from the last one on. After a break only what came since counts.

    WORSE: a straight line through the weeks falls, or each of the last two weeks lies below those before, beyond the
    error. SAME: the line does not rise beyond the error, and would if it rose by USUAL_SHARE a week. BETTER: it rises
    beyond the error. Else UNKNOWN. Source: weighted least squares with the errors of `estimates`; BETTER and the other
    limits above (conventions).
    """
    weeks = _weeks(days, today, deloads)
    if weeks is None:
        return None
    since = max((one for one in deloads if one <= today), default=0)
    rising, falling = _comparable(weeks)
    if falling and falling[-1] == weeks[-1]:
        if _fell(falling):
            peak = max(falling, key=lambda one: (round(one.kg, 3), -one.day))
            return LiftCourse(exercise, _after(falling, max(peak.day, since)), Response.WORSE)
        if _stalled(falling) and not _rose(rising):
            count = _after(falling, max(falling[0].day, since))
            return LiftCourse(exercise, count, Response.SAME if count >= LEAST_STALLED else Response.UNKNOWN)
    return LiftCourse(exercise, 0, Response.BETTER if _rose(rising) else Response.UNKNOWN)


def _weeks(days: Sequence[Best], today: int, deloads: Collection[int]) -> list[Best] | None:
    """The best of each week that counts."""
    days = [one for one in days if today - 7 * LOOK_BACK_WEEKS <= one.day <= today]
    if not days or today - days[-1].day > CURRENT_DAYS:
        return None
    for place in range(len(days) - 1, 0, -1):
        if days[place].day - days[place - 1].day >= BREAK_DAYS:
            days = days[place:]
            break
    best: dict[int, Best] = {}
    for one in days:
        monday = one.day - (one.day - 1) % 7  # ordinal 1 was a Monday
        if monday not in deloads and (monday not in best or one.kg > best[monday].kg):
            best[monday] = one._replace(day=monday)
    return [best[monday] for monday in sorted(best)]


def _comparable(weeks: Sequence[Best]) -> tuple[list[Best], list[Best]]:
    """The weeks that can show a rise, and those that can show a stall or a fall.

    Where nobody said how many reps were left, the estimate is the least that can be: it shows no rise to a later week
    and no fall from an earlier one whose reps left were said. Where nobody ever said, weeks are held against each other
    as they are.
    """
    said = [place for place, one in enumerate(weeks) if not one.least]
    if not said:
        return list(weeks), list(weeks)
    rising = [one for place, one in enumerate(weeks) if not one.least or place > said[-1]]
    falling = [one for place, one in enumerate(weeks) if not one.least or place < said[0]]
    return rising, falling


def _fell(weeks: Sequence[Best]) -> bool:
    if len(weeks) < FEWEST_TO_FALL or any(one.least for one in weeks[-2:]):
        return False
    slope, error, df = _slope(weeks)
    if slope + t_quantile(WEAKER, df) * error < 0:
        return True
    before, last = weeks[-2 - WEEKS_BEFORE : -2], weeks[-2:]
    weights = [1 / one.sd**2 for one in before]
    total = math.fsum(weights)
    mean = math.fsum(weight * one.kg for weight, one in zip(weights, before, strict=True)) / total
    chi_square = math.fsum(weight * (one.kg - mean) ** 2 for weight, one in zip(weights, before, strict=True))
    df = KNOWN_AHEAD + len(before) - 1
    scatter = math.sqrt((KNOWN_AHEAD + chi_square) / df)
    limit = t_quantile(TWICE_WEAKER, df) * scatter
    return all(mean - one.kg > limit * math.hypot(one.sd, 1 / math.sqrt(total)) for one in last)


def _stalled(weeks: Sequence[Best]) -> bool:
    """Whether a usual rise would have shown, and did not."""
    if len(weeks) < FEWEST_TO_STALL:
        return False
    slope, error, df = _slope(weeks)
    return slope + t_quantile(NO_BETTER, df) * error < USUAL_SHARE


def _rose(weeks: Sequence[Best]) -> bool:
    if len(weeks) < 3:
        return False
    slope, error, df = _slope(weeks)
    return slope - t_quantile(BETTER, df) * error > 0


def _slope(weeks: Sequence[Best]) -> tuple[float, float, int]:
    """The slope of the line as a share of its middle a week, its standard error, and the degrees of freedom of that."""
    line: Line = regress([one.day / 7 for one in weeks], [one.kg for one in weeks], [one.sd for one in weeks])
    df = KNOWN_AHEAD + line.df
    scatter = math.sqrt((KNOWN_AHEAD + line.chi_square) / df)
    middle = line.at(line.x_mean)[0]
    return line.slope / middle, line.slope_se / line.scatter * scatter / middle, df


def _after(weeks: Sequence[Best], day: int) -> int:
    return sum(one.day > day for one in weeks)
