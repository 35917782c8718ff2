"""How long somebody has trained legs and upper body in earnest, by their log and by what they answered.

Owns this one rule (a convention): the longer of the two counts, because a log rarely begins with the training.
"""

from __future__ import annotations

from collections.abc import Mapping

from legwork.domain.forecast.growth import Experience
from legwork.domain.sites import Region
from legwork.services.site_training import SiteTraining

EARNEST_SETS = 6.0
"""Hard sets of a region that make a week of earnest training (convention: two leg days of a plan)."""

SOME_WEEKS, LONG_WEEKS = 26, 104
"""From so many earnest weeks on somebody is no beginner, or has trained for long (conventions)."""

_TIMES = {
    "under_3_months": Experience.NEW,
    "3_to_12_months": Experience.NEW,
    "1_to_3_years": Experience.SOME,
    "over_3_years": Experience.LONG,
}
_ORDER = tuple(Experience)


def experience_of(training: SiteTraining, answers: Mapping[str, tuple[str, ...]], region: Region) -> Experience | None:
    """How long a region was trained; None where neither log nor answers say.

    answers: every choice by topic. Raises StoreError.
    """
    weeks = training.weeks_with(region, EARNEST_SETS)
    logged = Experience.LONG if weeks >= LONG_WEEKS else Experience.SOME if weeks >= SOME_WEEKS else None
    known = [one for one in (logged, answered(answers, region)) if one is not None]
    return max(known, key=_ORDER.index, default=None)


def answered(answers: Mapping[str, tuple[str, ...]], region: Region) -> Experience | None:
    """What the questions about training say; None where nothing was answered.

    Legs that get no day are new to it, however long the rest was trained, and those with one day a week are never
    counted as long trained.
    """
    time = next((_TIMES[one] for one in answers.get("split_time", ()) if one in _TIMES), None)
    if region is not Region.LOWER:
        return time
    days = answers.get("leg_days", ())
    if "upper_only" in answers.get("split", ()) or "none" in days or "rarely" in days:
        return Experience.NEW
    return Experience.SOME if time is Experience.LONG and "one" in days else time
