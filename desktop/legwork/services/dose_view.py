"""Dose against response of every site: hard sets a week beside how its girth moved, ready to be drawn and read.

Owns which readings stand for a site, and the words. The stretches, the line and the decision are `domain.log.dose`; the
sets of a site are counted with the largest share that one of its muscles has in them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legwork.domain.days import full_day
from legwork.domain.log.dose import (
    FEWEST_STRETCHES,
    STRETCH_WEEKS,
    Dose,
    DoseResponse,
    Stretch,
    among,
    dose_response,
    dose_words,
    rate_text,
    site_sets,
    stretch_weeks,
)
from legwork.domain.log.sums import Sums, sums_of, weekly
from legwork.domain.muscles import MUSCLES, MUSCLES_OF_SITE
from legwork.domain.normal import Z80
from legwork.domain.sites import Kind, Region, Side, Spot
from legwork.domain.units import in_unit, unit_of
from legwork.i18n import listed, mark, ntr, tr
from legwork.numerals import short_number
from legwork.services.log_sums import counted_log
from legwork.services.people import Person
from legwork.services.plan_lookup import counting_lookup
from legwork.services.profile import Profile
from legwork.services.spot_readings import Reading, SpotReadings

_ENOUGH_OF_BOTH = 0.5
"""Left and right are averaged on the days that have both, when these are so large a part of the days that the side
with more readings has (a convention); else that side stands alone: a mean of one side and of two would jump."""

_SAID = {
    Dose.TOO_EVEN: mark("sets hardly differed"),
    Dose.WITH_TIME: mark("sets went with time"),
    Dose.UNCLEAR: mark("no clear link"),
    Dose.MORE: mark("grew faster with more sets"),
    Dose.FEWER: mark("grew faster with fewer sets"),
}

_STEPS = 24
"""A band is drawn through so many points."""


@dataclass(frozen=True)
class StretchPoint:
    """A stretch of weeks. first, last: its days; sets_first, sets_last: of the whole weeks whose sets count for it.

    sets: hard sets a week. rate: how the girth moved a month; low, high: the ends of what the tape leaves open (80 %),
    in the person's unit. spoken: all of it.
    """

    first: date
    last: date
    sets_first: date
    sets_last: date
    sets: float
    rate: float
    low: float
    high: float
    spoken: str

    @property
    def days(self) -> str:
        """From when to when."""
        return tr("{first} to {last}", first=full_day(self.first), last=full_day(self.last))


@dataclass(frozen=True)
class BandPoint:
    """The line at so many sets, with the band that holds it 8 times in 10, in the person's unit a month."""

    sets: float
    middle: float
    low: float
    high: float


@dataclass(frozen=True)
class SiteDose:
    """A site. muscles: below its tape, in words. sides: whose readings these are, "" where there is one.

    points: oldest first. band: empty while nothing can be said; has_line: whether a line may be drawn in it.
    call_words: short, for a list; words: whole sentences. hint: what the words leave open, "" for nothing.
    """

    site: str
    name: str
    region: Region
    unit: str
    muscles: str
    sides: str
    call: Dose
    points: tuple[StretchPoint, ...]
    band: tuple[BandPoint, ...]
    has_line: bool
    call_words: str
    words: str
    hint: str = ""


@dataclass(frozen=True)
class DoseView:
    """All sites that have readings, those of which something can be said first. logged: whether there is a workout."""

    sites: tuple[SiteDose, ...] = ()
    logged: bool = False


def dose_view(profile: Profile, person: Person, today: date, breathe: Callable[[], object] = bool) -> DoseView:
    """Every site with its stretches, of the weeks that are over: the running one may still get its sets.

    breathe: called between the parts of the work; what it raises ends it. Raises StoreError.
    """
    readings = SpotReadings(profile, person, breathe)
    found = [(site, *_girths(readings, site)) for site in MUSCLES_OF_SITE]
    lookup = counting_lookup(profile, person)
    breathe()
    counted = counted_log(profile, person, lookup, readings=readings)
    breathe()
    monday = (today - timedelta(days=today.weekday())).toordinal()
    sums = sums_of(counted, [start for start in weekly(counted).starts if start < monday], monday)
    told = []
    for site, girths, sides in found:
        if girths:
            told.append((site, girths, sides, _response(site, girths, sums)))
            breathe()
    judged = sum(one.line is not None and one.call is not Dose.WITH_TIME for *_, one in told)
    sites = [
        _site(person, site, girths, sides, sums, among(one, max(1, judged))) for site, girths, sides, one in told
    ]  # fmt: skip
    order = {one: place for place, one in enumerate(MUSCLES_OF_SITE)}
    enough = (Dose.MORE, Dose.FEWER, Dose.UNCLEAR, Dose.WITH_TIME, Dose.TOO_EVEN)
    sites.sort(key=lambda one: (one.call not in enough, -min(len(one.points), FEWEST_STRETCHES), order[one.site]))
    return DoseView(tuple(sites), len(counted.columns) > 0)


def _girths(readings: SpotReadings, site: str) -> tuple[Mapping[int, Reading], str]:
    """The readings that stand for a site, by day, and whose they are."""
    left, right = readings.of(Spot(site, Side.LEFT)), readings.of(Spot(site, Side.RIGHT))
    alone = readings.of(Spot(site))
    both = left.keys() & right.keys()
    if both and len(both) >= _ENOUGH_OF_BOTH * max(len(left), len(right), len(alone)):
        mean = {
            day: Reading((left[day].value + right[day].value) / 2, math.hypot(left[day].sd, right[day].sd) / 2)
            for day in both
        }
        return mean, tr("left and right averaged")
    one, said = max(
        ((alone, ""), (left, tr("left side")), (right, tr("right side"))), key=lambda each: len(each[0])
    )  # fmt: skip
    return one, said


def _response(site: str, girths: Mapping[int, Reading], sums: Sums) -> DoseResponse:
    days = sorted(girths)
    weekly_sets = site_sets(sums, site).tolist() if sums.starts else []
    return dose_response(
        days, [girths[day].value for day in days], [girths[day].sd for day in days], sums.starts, weekly_sets
    )


def _site(
    person: Person, site: str, girths: Mapping[int, Reading], sides: str, sums: Sums, found: DoseResponse
) -> SiteDose:
    known = person.site(site)
    unit, factor = unit_of(Kind.GIRTH, person.units), in_unit(1.0, Kind.GIRTH, person.units)
    return SiteDose(
        site,
        known.name if known.custom else tr(known.name),
        known.region,
        unit,
        listed([tr(MUSCLES[one]) for one in MUSCLES_OF_SITE[site]]),
        sides,
        found.call,
        tuple(_point(one, sums.starts, unit, factor) for one in found.stretches),
        _band(found, factor),
        found.call in (Dose.MORE, Dose.FEWER),
        _call_words(found),
        dose_words(found, unit, factor),
        _hint(found, sorted(girths), sums.starts),
    )


def _point(one: Stretch, starts: Sequence[int], unit: str, factor: float) -> StretchPoint:
    first, last = date.fromordinal(one.first), date.fromordinal(one.last)
    begin, end = (date.fromordinal(day) for day in stretch_weeks(one, starts))
    rate, error = one.cm_month * factor, Z80 * one.sd * factor
    spoken = tr(
        "{first} to {last}: {sets} hard sets a week, {rate} ± {error} {unit} a month.",
        first=full_day(first), last=full_day(last), sets=short_number(round(one.sets, 1)),
        rate=rate_text(rate, unit), error=rate_text(error, unit).removeprefix("+"), unit=unit,
    )  # fmt: skip
    return StretchPoint(first, last, begin, end, one.sets, rate, rate - error, rate + error, spoken)


def _band(found: DoseResponse, factor: float) -> tuple[BandPoint, ...]:
    if found.line is None:
        return ()
    low, high = (pick(one.sets for one in found.stretches) for pick in (min, max))
    at = [low + (high - low) * step / (_STEPS - 1) for step in range(_STEPS)]
    return tuple(BandPoint(sets, *(edge * factor for edge in found.line.at(sets))) for sets in at)


def _call_words(found: DoseResponse) -> str:
    if found.call is Dose.TOO_EARLY:
        return tr("too early: {count} of {needed} stretches", count=len(found.stretches), needed=FEWEST_STRETCHES)
    return tr(_SAID[found.call])


def _hint(found: DoseResponse, days: Sequence[int], starts: Sequence[int]) -> str:
    """How many stretches the log covers that the tape does not; "" where it covers them all."""
    if not days or not starts:
        return ""
    covered = max(0, (min(days[-1], starts[-1] + 6) - starts[0] + 1) // (7 * STRETCH_WEEKS))
    without = covered - len(found.stretches)
    if without <= 0:
        return ""
    return ntr(
        "{count} stretch of the log has too few readings to count: it takes one every other week.",
        "{count} stretches of the log have too few readings to count: it takes one every other week.",
        without,
    )  # fmt: skip
