"""Which leg girths are looked at for expected against seen, and how fast each moved while it was trained and measured.

Owns the choice of the girths, the weeks that count, and what the tape says of them; both sides of a pair together, and
each by itself. What was expected is put beside it by `loop_facts`. Rates are in the person's unit a week.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from legwork.domain.log.breaks import BREAK_DAYS
from legwork.domain.measures import Family, Measure
from legwork.domain.sites import Side
from legwork.domain.standing import Legs
from legwork.domain.verdict import judge
from legwork.services.balance import Balance
from legwork.services.goals import Goal
from legwork.services.measure_series import MeasureSeries
from legwork.services.measures import series_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.spot_readings import SpotReadings

THIGHS = ("upper_thigh", "mid_thigh", "lower_thigh")
LIMBS = (THIGHS, ("calf",))
"""Girths of one limb, of which one stands for it: the same muscles lie below them."""

LOOK_BACK_WEEKS = 26
"""So many weeks at most are held against what was expected: before them it was another training (a convention)."""

SETTLE_WEEKS = 3
"""The first weeks of a programme count for nothing where enough follow. Source: SCIENCE section 2: discount the first
3 to 4 weeks, an early gain is largely oedema."""

OLD_DAYS = 42
"""Nothing is said of a girth that was not measured for longer (a convention)."""

FEWEST_READINGS = 4
"""Days with a reading that a rate is told from (a convention)."""


@dataclass(frozen=True)
class Moved:
    """How a girth moved. rate, sd: a week, with its standard error. level: where it began. error: of a day's reading.
    first, last: ordinals of the readings; count: days with one."""

    rate: float
    sd: float
    level: float
    error: float
    first: int
    last: int
    count: int

    @property
    def weeks(self) -> float:
        """From the first to the last."""
        return (self.last - self.first) / 7


@dataclass(frozen=True)
class Limb:
    """A girth that shall grow. name: without a side. both: of all that was measured of it together; sides: each by
    itself, where there are two; None and empty while nothing was measured in the weeks that count."""

    site: str
    name: str
    unit: str
    both: Moved | None
    sides: Mapping[Side, Moved]


@dataclass(frozen=True)
class Stretch:
    """The weeks of training that count, up to today. first: ordinal of its first day. trained: weeks from there
    on."""

    first: int
    trained: float


def stretch_of(days: Collection[int], today: date, least_weeks: float) -> Stretch | None:
    """The weeks since the last break that count; None without training in the last BREAK_DAYS.

    days: ordinals of days with a hard set. least_weeks: so many must be left after SETTLE_WEEKS, or these count too.
    """
    end = today.toordinal()
    known = sorted({one for one in days if one <= end}, reverse=True)
    if not known or end - known[0] >= BREAK_DAYS:
        return None
    start = known[0]
    for before in known[1:]:
        if start - before >= BREAK_DAYS:
            break
        start = before
    earliest = end - 7 * LOOK_BACK_WEEKS
    first = start
    if start + 7 * (SETTLE_WEEKS + least_weeks) <= end:
        first = start + 7 * SETTLE_WEEKS
    first = max(first, earliest)
    return Stretch(first, (end - first) / 7)


def sites_of(balance: Balance, goals: Mapping[str, Goal], levels: Mapping[str, float]) -> frozenset[str]:
    """The leg girths that shall grow: those behind the person's target, and those with a goal above where they are.

    levels: where each is, SI. Where nothing can be compared all of them shall: that is what the program is for.
    """
    found = {
        site
        for site, level in levels.items()
        if any(
            goal.value > level
            for side in ("", ":left", ":right")
            if (goal := goals.get(f"{Measure(Family.SITE, site)}{side}")) is not None
        )
    }
    assessment = balance.assessment
    if assessment is None or assessment.arm_only or balance.legs(balance.target) is Legs.UNKNOWN:
        return frozenset(levels)
    judged = {one.site: one.legs(balance.target) for one in assessment.standings if one.own is not None}
    behind = {site for site, legs in judged.items() if legs is Legs.BEHIND}
    thighs = [legs for site, legs in judged.items() if site in THIGHS] or [balance.legs(balance.target)]
    if all(legs is Legs.BEHIND for legs in thighs):
        behind.add("mid_thigh")  # it cannot be compared itself: it goes with the rest of the thigh
    return frozenset(found | (behind & levels.keys()))


def limbs_of(
    profile: Profile, person: Person, today: date, first: int, wanted: Callable[[Mapping[str, float]], Collection[str]],
    readings: SpotReadings, breathe: Callable[[], object] = bool,
) -> tuple[Limb, ...]:  # fmt: skip
    """One girth for each limb that shall grow, thighs first: the one with most readings since day `first`.

    wanted: says which of the measured sites shall, given where they are (SI). Raises StoreError.
    """
    sites = [site for limb in LIMBS for site in limb]
    series = series_of(profile, person, [Measure(Family.SITE, site) for site in sites], breathe, readings)
    by_site = {measure.name: several for measure, several in series.items() if several}
    levels = {
        site: min(float(one.trend.level[-1]) / one.factor for one in several) for site, several in by_site.items()
    }
    chosen = wanted(levels)
    found = []
    for limb in LIMBS:
        some = [_limb(site, by_site[site], first, today) for site in limb if site in chosen]
        if some:
            found.append(max(some, key=lambda one: one.both.count if one.both is not None else 0))
    return tuple(found)


def _limb(site: str, several: Sequence[MeasureSeries], first: int, today: date) -> Limb:
    moved = {one.measure.side: _moved(one, first, today.toordinal()) for one in several}
    known = {side: one for side, one in moved.items() if one is not None}
    name, unit = several[0].label, several[0].unit
    if not known:
        return Limb(site, name, unit, None, {})
    pair: dict[Side, Moved] = {side: known[side] for side in (Side.LEFT, Side.RIGHT) if side in known}
    most = max(known.values(), key=lambda one: one.count)
    if len(pair) == 2 and 2 * min(one.count for one in pair.values()) >= most.count:
        return Limb(site, name, unit, _together(tuple(pair.values())), pair)
    return Limb(site, name, unit, most, {})


def _moved(series: MeasureSeries, first: int, last: int) -> Moved | None:
    verdict = judge(series.trend, first, last, series.usual_per_week)
    if math.isnan(verdict.now):
        return None
    days = series.trend.days[verdict.first : verdict.last + 1]
    count, weeks = len(days), float(days[-1] - days[0]) / 7
    error = float(series.trend.error_sd[verdict.first : verdict.last + 1].mean())
    rate, sd = (verdict.delta / weeks, verdict.delta_sd / weeks) if weeks else (math.nan, math.nan)
    return Moved(rate, sd, verdict.start, error, int(days[0]), int(days[-1]), count)


def _together(pair: Sequence[Moved]) -> Moved:
    """The mean of both sides. Their errors are taken for those of one hand on one day, which do not cancel: the mean
    has the mean of their errors (a convention, on the careful side)."""
    count = len(pair)
    return Moved(
        math.fsum(one.rate for one in pair) / count,
        math.fsum(one.sd for one in pair) / count,
        math.fsum(one.level for one in pair) / count,
        math.fsum(one.error for one in pair) / count,
        max(one.first for one in pair),
        min(one.last for one in pair),
        min(one.count for one in pair),
    )
