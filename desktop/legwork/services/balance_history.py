"""The balance index day by day, judged by the same girths throughout, so that the line never jumps because another
site was measured.

Owns which girths and days take part. The index itself is `domain.balance`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from legwork.domain.balance import FRAME_SITES, LEG_SITES, UPPER_SITES, Lack, index_of, index_sites, lacks_of
from legwork.domain.sites import Spot
from legwork.domain.standing import Known
from legwork.i18n import tr
from legwork.services.body_girths import BodyGirths, Girth
from legwork.services.people import Person
from legwork.services.reference import LOG, population
from legwork.services.spot_readings import Reading, SpotReadings

_USUAL = 0.5
"""An upper girth takes part when it was known on so many of the days that can be judged (a convention)."""


def missing(person: Person, spots: Iterable[Spot]) -> str:
    """What the index still needs, in a sentence; empty when it can be had."""
    if person.sex is None:
        return tr("Needs to know whether to compare with men or women: choose under People.")
    return lack_sentence(lacks_of({spot.site for spot in spots}, person.stature is not None))


def lack_sentence(lacks: Collection[Lack]) -> str:
    """What is needed, named; empty for none."""
    named = {
        Lack.STATURE: tr("your height (under People)"),
        Lack.WAIST: tr("your waist"),
        Lack.UPPER: tr("your chest, shoulders or flexed arm"),
        Lack.LEGS: tr("your upper thigh, lower thigh or calf"),
    }
    parts = [named[lack] for lack in lacks]
    if not parts:
        return ""
    return tr("Needs {what}.", what=parts[0] if len(parts) == 1 else _listed(parts))


def _listed(parts: list[str]) -> str:
    return tr("{first} and {last}", first="; ".join(parts[:-1]), last=parts[-1])


def by_day(readings: SpotReadings, person: Person) -> tuple[dict[int, Reading], str]:
    """The index (100 in the middle) by day (ordinal), and a sentence on what it is told from; nothing while it cannot
    be had.

    A day counts when a leg was measured on it; the other girths may be older, as `body_girths` allows.
    """
    if person.sex is None or person.stature is None:
        return {}, ""
    girths = BodyGirths(readings, (*UPPER_SITES, *LEG_SITES))
    days = {day: girths.on(day) for day in girths.days_of(LEG_SITES)}
    days = {day: found for day, found in days.items() if not lacks_of(found, stature=True)}
    if not days:
        return {}, ""
    legs = index_sites(days[max(days)])
    told_from = _told_from(days.values())
    people, stature = population(person.sex, LOG), Known(person.stature.value)
    found: dict[int, Reading] = {}
    for day, there in days.items():
        if {*legs, *told_from} <= there.keys():
            index = index_of(people, {site: there[site].known for site in (*legs, *told_from)}, stature, legs)
            found[day] = Reading(index.value.value, index.value_sd)
    return found, _note(person, told_from) if found else ""


def _told_from(days: Collection[dict[str, Girth]]) -> tuple[str, ...]:
    """The upper sites that were known on most days; the waist always."""
    counts = Counter(site for there in days for site in there if site in UPPER_SITES)
    usual = {site for site, count in counts.items() if count >= _USUAL * len(days)}
    if usual.isdisjoint(FRAME_SITES):  # no one of them on most days: the commonest
        usual.add(max(FRAME_SITES, key=lambda site: counts[site]))
    return tuple(site for site in UPPER_SITES if site in usual or site == "waist")


def _note(person: Person, told_from: tuple[str, ...]) -> str:
    names = ", ".join(tr(person.site(site).name).lower() for site in told_from)
    return tr(
        "Leg balance: your legs as a share of the middle of people with your height, {names}; 100 % is that middle.",
        names=names,
    )
