"""What a person can follow over time, and each measure's history: readings with their errors, and the trend.

Owns how sites, ratios and differences come out of readings; volumes come from `limb_volumes`, the balance index from
`balance_history`. Everything here may run
off the window's thread: it reads the profile and answers with frozen values.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from legwork.domain import limb, units
from legwork.domain.limb import SKINFOLD_OF, Segment
from legwork.domain.measures import (
    RATIOS,
    Family,
    Measure,
    is_known,
    name_of,
    pace_of,
    region_of,
    site_measures,
    sites_of,
    wording_of,
)
from legwork.domain.sites import Kind, Side, Site, Spot
from legwork.domain.trend import fit
from legwork.errors import UserError
from legwork.services import balance_history, balance_needs, check_ins, limb_volumes
from legwork.services.edit import Changes
from legwork.services.limb_lengths import lengths_of
from legwork.services.measure_series import MeasureSeries, Offer
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.spot_readings import Reading, SpotReadings

if TYPE_CHECKING:
    from legwork.services.training_measures import TrainingLog

SIDES = (Side.NONE, Side.LEFT, Side.RIGHT)


@dataclass
class _History:
    """Readings in SI by day, before they become a series."""

    readings: Mapping[int, Reading] = field(default_factory=dict)
    note: str = ""


def offers(profile: Profile, person: Person) -> tuple[Offer, ...]:
    """Every measure that this person's readings allow, and the volumes with what they still need."""
    spots = check_ins.measured_spots(profile, person.id)
    sites = _sites(person, {spot.site for spot in spots})
    lengths, contradiction = _lengths(profile, person)
    found: list[Offer] = []
    for measure in site_measures(tuple(sites.values())):
        if measure.family is Family.BALANCE:
            found.append(Offer(measure, name_of(measure, None), balance_needs.missing(person, spots)))
        elif measure.family is Family.VOLUME:
            missing = contradiction or limb_volumes.missing(Segment(measure.name), lengths, spots)
            found.append(Offer(measure, name_of(measure, None), missing))
        elif _can_be_had(measure, spots):
            found.append(Offer(measure, name_of(measure, sites.get(measure.name))))
    return tuple(found)


def _sites(person: Person, keys: Collection[str]) -> dict[str, Site]:
    """The sites of `keys`, tracked ones first in their order."""
    ordered = [key for key in person.tracked if key in keys]
    ordered += [site.key for site in person.all_sites if site.key in keys and site.key not in ordered]
    ordered += sorted(key for key in keys if key not in ordered)
    return {key: person.site(key) for key in ordered}


def _can_be_had(measure: Measure, spots: frozenset[Spot]) -> bool:
    if measure.family is Family.DIFFERENCE:
        return {Spot(measure.name, Side.LEFT), Spot(measure.name, Side.RIGHT)} <= spots
    if measure.family is Family.CORRECTED:
        return any({Spot(site, side) for site in sites_of(measure)} <= spots for side in SIDES)
    return sites_of(measure) <= {spot.site for spot in spots}


def known(measures: Iterable[Measure], person: Person) -> list[Measure]:
    """Those of `measures` that this person's sites still have."""
    sites = {site.key: site for site in person.all_sites}
    return [measure for measure in measures if is_known(measure, sites)]


def series_of(
    profile: Profile,
    person: Person,
    pairs: Iterable[Measure],
    breathe: Callable[[], object] = bool,
    readings: SpotReadings | None = None,
    log: TrainingLog | None = None,
) -> dict[Measure, list[MeasureSeries]]:
    """The series of each measure, one a side that has readings; a measure without any has an empty list.

    breathe is called every few milliseconds; what it raises ends the work. readings, log: shared with other questions
    of the same moment; None reads anew. Raises StoreError.
    """
    readings = readings or SpotReadings(profile, person, breathe)
    found: dict[Measure, list[MeasureSeries]] = {}
    for pair in pairs:
        if pair.trained:
            log = log or _log(profile, person)
            found[pair] = log.series(pair, breathe)
            continue
        found[pair] = []
        for side, history in _histories(profile, person, readings, pair):
            breathe()
            if history.readings:
                found[pair].append(_series(person, readings, pair.on(side), history, breathe))
    return found


def _log(profile: Profile, person: Person) -> TrainingLog:
    from legwork.services.training_measures import TrainingLog  # much code, for those who ask for it

    return TrainingLog(profile, person, date.today())


def _histories(
    profile: Profile, person: Person, readings: SpotReadings, pair: Measure
) -> Iterable[tuple[Side, _History]]:
    if pair.family is Family.VOLUME:
        lengths, _ = _lengths(profile, person)
        for side in SIDES:
            found, note = limb_volumes.by_day(readings, Segment(pair.name), side, lengths)
            yield side, _History(found, note)
    elif pair.family is Family.RATIO:
        yield Side.NONE, _History(_ratios(readings, *RATIOS[pair.name][1:]))
    elif pair.family is Family.BALANCE:
        yield Side.NONE, _History(*balance_history.by_day(readings, person))
    elif pair.family is Family.DIFFERENCE:
        yield Side.NONE, _History(_differences(readings, pair.name))
    else:
        for side in SIDES:
            girths = readings.of(Spot(pair.name, side))
            if pair.family is Family.CORRECTED:
                girths = _corrected(girths, readings.of(Spot(SKINFOLD_OF[pair.name], side)))
            yield side, _History(girths)


def _lengths(profile: Profile, person: Person) -> tuple[dict[Segment, limb.Length], str]:
    """The lengths of the limbs; none, and why, while two heights contradict each other."""
    try:
        return lengths_of(profile, person), ""
    except UserError as error:
        return {}, str(error)


def _series(
    person: Person, readings: SpotReadings, measure: Measure, history: _History, breathe: Callable[[], object]
) -> MeasureSeries:
    site = person.site(measure.name) if measure.of_site else None
    unit, factor = _unit(measure, site, person)
    days = tuple(sorted(history.readings))
    values = tuple(history.readings[day].value * factor for day in days)
    errors = tuple(history.readings[day].sd * factor for day in days)
    pace = pace_of(measure, site) * factor
    pace *= readings.typical(measure.name) if measure.family is Family.DIFFERENCE else _middle(values) / factor
    return MeasureSeries(
        measure,
        name_of(measure, site),
        region_of(measure, site).value,
        unit,
        wording_of(measure, site),
        pace,
        days,
        values,
        errors,
        fit(days, values, errors, pace, breathe),
        factor,
        history.note,
    )


def _unit(measure: Measure, site: Site | None, person: Person) -> tuple[str, float]:
    """The unit in which a measure is shown, and what to multiply its SI value by."""
    if measure.family is Family.VOLUME:
        return "L", 1.0
    if measure.family is Family.RATIO:
        return "", 1.0
    if measure.family is Family.BALANCE:
        return "%", 1.0
    kind = site.kind if site is not None else Kind.GIRTH
    return units.unit_of(kind, person.units), units.in_unit(1.0, kind, person.units)


def _middle(values: tuple[float, ...]) -> float:
    return sorted(values)[len(values) // 2]


def _mean_of_sides(readings: SpotReadings, site: str) -> dict[int, dict[Side, Reading]]:
    found: dict[int, dict[Side, Reading]] = {}
    for side in SIDES:
        for day, one in readings.of(Spot(site, side)).items():
            found.setdefault(day, {})[side] = one
    return found


def _mean(found: Iterable[Reading]) -> Reading:
    several = list(found)
    count = len(several)
    return Reading(
        math.fsum(one.value for one in several) / count, math.sqrt(math.fsum(one.sd**2 for one in several)) / count
    )


def _ratios(readings: SpotReadings, above: str, below: str) -> dict[int, Reading]:
    """Above over below on the days that have both: of the sides measured on both, else of all there are.

    The error is that of a quotient of independent readings, to first order.
    """
    tops, bottoms = _mean_of_sides(readings, above), _mean_of_sides(readings, below)
    found = {}
    for day in tops.keys() & bottoms.keys():
        shared = tops[day].keys() & bottoms[day].keys()
        top = _mean(one for side, one in tops[day].items() if not shared or side in shared)
        bottom = _mean(one for side, one in bottoms[day].items() if not shared or side in shared)
        ratio = top.value / bottom.value
        found[day] = Reading(ratio, ratio * math.hypot(top.sd / top.value, bottom.sd / bottom.value))
    return found


def _differences(readings: SpotReadings, site: str) -> dict[int, Reading]:
    """Left less right on the days that have both."""
    left, right = readings.of(Spot(site, Side.LEFT)), readings.of(Spot(site, Side.RIGHT))
    return {
        day: Reading(left[day].value - right[day].value, math.hypot(left[day].sd, right[day].sd))
        for day in left.keys() & right.keys()
    }


def _corrected(girths: Mapping[int, Reading], folds: Mapping[int, Reading]) -> dict[int, Reading]:
    """Girths without skin and fat, on the days that have both; days whose fold would leave nothing are left out."""
    found = {}
    for day in girths.keys() & folds.keys():
        girth, fold = girths[day], folds[day]
        if girth.value > math.pi * fold.value:
            bare = limb.corrected(limb.Girth(girth.value, girth.sd), fold.value, fold.sd)
            found[day] = Reading(bare.cm, bare.sd_cm)
    return found


def depends_on(measure: Measure, sites: Collection[str]) -> bool:
    """Whether readings at any of these sites change the measure."""
    return not sites_of(measure).isdisjoint(sites)


def made_stale(measures: Iterable[Measure], changes: Changes) -> set[Measure]:
    """Those of `measures` that these changes make out of date; a note, a goal or a flag makes none."""
    from legwork.services.training_measures import tables_of

    found = {one for one in measures if changes.touches(*tables_of(one))}
    moved = changes.touches("check_in") and not changes.spots and changes.first_day != changes.last_day
    if moved or changes.touches("person", "custom_site"):
        return set(measures)
    sites = {spot.site for spot in changes.spots}
    return found | {one for one in measures if depends_on(one, sites)}
