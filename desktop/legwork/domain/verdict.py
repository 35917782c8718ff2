"""What a trend says about a stretch of time: growing, shrinking, nothing beyond the error yet, or too early to tell.

Owns the decision and its sentence. It must not fit anything (that is `trend`) nor format units: values come in the
unit in which they shall be said.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.normal import SURE
from legwork.domain.trend import Trend
from legwork.i18n import mark, ntr, tr

DAYS_PER_MONTH = 365.25 / 12

FEWEST = 3
"""With fewer days nothing is concluded (convention)."""

MOST_WEEKS = 104
"""A wait that is longer is not named: nobody plans by it (convention)."""


class Call(StrEnum):
    """The decision."""

    GROWING = "growing"
    SHRINKING = "shrinking"
    NO_CHANGE = "no change"
    TOO_EARLY = "too early"
    NOTHING = "nothing"


class Wording(StrEnum):
    """What a rise is called: a limb grows, a weight rises, a difference opens, a person gets stronger."""

    LIMB = "limb"
    LEVEL = "level"
    GAP = "gap"
    STRENGTH = "strength"


@dataclass(frozen=True)
class Verdict:
    """A change judged. Values in the unit of the trend.

    first, last: rows of the trend that it goes from and to; start, now: the level there. delta, delta_sd: the change
    and its standard error. per_month, per_month_sd: the same as a rate. weeks_more: how many more weeks of weekly
    readings a rate like this needs to be told from the tape's error; None where it does not apply or is out of sight.
    """

    call: Call
    first: int = 0
    last: int = 0
    start: float = math.nan
    now: float = math.nan
    delta: float = math.nan
    delta_sd: float = math.nan
    per_month: float = math.nan
    per_month_sd: float = math.nan
    weeks_more: int | None = None


def weeks_to_see(rate_per_week: float, error: float) -> float:
    """Weeks of weekly readings needed to see a true rate beyond their error; infinite for a rate of nothing.

    rate_per_week, error: in one unit, the error above zero.
    Source: SCIENCE section 2: T = (12 (1.96 sigma / g)^2)^(1/3).
    """
    if rate_per_week == 0:
        return math.inf
    return float(12 ** (1 / 3) * (SURE * error / abs(rate_per_week)) ** (2 / 3))


def judge(trend: Trend, start: float, end: float, usual_per_week: float) -> Verdict:
    """Judge the change between the first and the last reading within start..end (day numbers, both included).

    usual_per_week: the rate at which this usually moves when it moves; a stretch too short to show even that is too
    early. Source: thresholds SURE, FEWEST (conventions).
    """
    import numpy as np

    first = int(np.searchsorted(trend.days, start, "left"))
    last = int(np.searchsorted(trend.days, end, "right")) - 1
    if last < first or not len(trend):
        return Verdict(Call.NOTHING)
    change = trend.change(first, last)
    weeks = float(trend.days[last] - trend.days[first]) / 7
    facts = {
        "first": first,
        "last": last,
        "start": float(trend.level[first]),
        "now": float(trend.level[last]),
        "delta": change.delta,
        "delta_sd": change.sd,
    }
    if weeks == 0:
        return Verdict(Call.TOO_EARLY, **facts)  # type: ignore[arg-type]
    months = weeks * 7 / DAYS_PER_MONTH
    facts |= {"per_month": change.delta / months, "per_month_sd": change.sd / months}
    error = float(np.mean(trend.error_sd[first : last + 1]))
    count = last - first + 1
    if count >= FEWEST and abs(change.delta) > SURE * change.sd:
        call = Call.GROWING if change.delta > 0 else Call.SHRINKING
        return Verdict(call, **facts)  # type: ignore[arg-type]
    needed = weeks_to_see(change.delta / weeks, error)
    early = count < FEWEST or weeks < weeks_to_see(usual_per_week, error)
    more = max(1, math.ceil(needed - weeks)) if needed - weeks <= MOST_WEEKS else None
    return Verdict(Call.TOO_EARLY if early else Call.NO_CHANGE, weeks_more=more, **facts)  # type: ignore[arg-type]


SIGNS = {Call.GROWING: "▲", Call.SHRINKING: "▼", Call.NO_CHANGE: "~", Call.TOO_EARLY: "…", Call.NOTHING: "–"}
"""Beside the words, so that colour never stands alone."""

_MOVES = {
    (Wording.LIMB, Call.GROWING): mark("growing"),
    (Wording.LIMB, Call.SHRINKING): mark("shrinking"),
    (Wording.LEVEL, Call.GROWING): mark("rising"),
    (Wording.LEVEL, Call.SHRINKING): mark("falling"),
    (Wording.GAP, Call.GROWING): mark("moving to the left side"),
    (Wording.GAP, Call.SHRINKING): mark("moving to the right side"),
    (Wording.STRENGTH, Call.GROWING): mark("stronger"),
    (Wording.STRENGTH, Call.SHRINKING): mark("weaker"),
}


def in_words(verdict: Verdict, wording: Wording) -> str:
    """The verdict in a few words: "growing", "too early: a rate like this needs about 5 more weeks"."""
    if verdict.call in (Call.GROWING, Call.SHRINKING):
        return tr(_MOVES[wording, verdict.call])
    if verdict.call is Call.NOTHING:
        return tr("no estimates here") if wording is Wording.STRENGTH else tr("no readings here")
    if verdict.call is Call.TOO_EARLY:
        if verdict.weeks_more is None:
            return tr("too early to tell")
        return ntr(
            "too early: a rate like this needs about {count} more week",
            "too early: a rate like this needs about {count} more weeks",
            verdict.weeks_more,
        )
    if wording is Wording.STRENGTH:
        return tr("no change beyond the error of the estimates yet")
    return tr("no change beyond the tape's error yet")
