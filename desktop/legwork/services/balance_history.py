"""The balance index day by day, judged by the same girths throughout, so that the line never jumps because another
site was measured.

Owns which girths and days take part. The index itself is `domain.balance`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from legwork.domain.balance import FRAME_SITES, LEG_SITES, UPPER_SITES, Lack, index_of, lacks_of
from legwork.domain.sites import Spot
from legwork.i18n import tr
from legwork.services.body_girths import BodyGirths, Girth, height_of
from legwork.services.people import Person
from legwork.services.reference import LOG, population
from legwork.services.spot_readings import Reading, SpotReadings

_USUAL = 0.8
"""A girth that could be done without takes part when so many of the days that can be judged keep their place on the
line (a convention): a site that was added lately must not cost the years before."""

_LEGS = (("upper_thigh", "calf"), ("upper_thigh",), ("calf",), ("lower_thigh",))
"""What the index is made of, the best first; as `balance.index_sites`."""


_Days = Mapping[int, Mapping[str, Girth]]
"""What stood for each day, by site."""


def missing(person: Person, spots: Iterable[Spot]) -> str:
    """What the index still needs, in a sentence; empty when it can be had."""
    if person.sex is None:
        return tr("Needs to know whether to compare with men or women: choose under People.")
    return lack_sentence(lacks_of({spot.site for spot in spots}, height_of(person) is not None))


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
    if len(parts) == 2:
        return tr("{first} and {last}", first=parts[0], last=parts[1])
    return tr("{first}; and {last}", first="; ".join(parts[:-1]), last=parts[-1])


def by_day(readings: SpotReadings, person: Person) -> tuple[dict[int, Reading], str]:
    """The index (100 in the middle) by day (ordinal), and a sentence on what it is told from; nothing while it cannot
    be had.

    A day counts when a leg was measured on it; the other girths may be older, as `body_girths` allows. The newest day
    always counts, and the girths are those that leave most days before it on the line.
    """
    stature = height_of(person)
    if person.sex is None or stature is None:
        return {}, ""
    girths = BodyGirths(readings, (*UPPER_SITES, *LEG_SITES))
    days: _Days = {day: girths.on(day) for day in girths.days_of(LEG_SITES)}
    days = {day: found for day, found in days.items() if not lacks_of(found, stature=True)}
    if not days:
        return {}, ""
    legs = _legs(days)
    days = _with(days, legs)
    told_from = _told_from(days)
    people = population(person.sex, LOG)
    found: dict[int, Reading] = {}
    for day, there in _with(days, told_from).items():
        readings.breathe()
        index = index_of(people, {site: there[site].known for site in (*legs, *told_from)}, stature, legs)
        found[day] = Reading(index.value.value, index.value_sd)
    return found, _note(person, legs, told_from)


def _with(days: _Days, sites: Iterable[str]) -> _Days:
    wanted = set(sites)
    return {day: there for day, there in days.items() if wanted <= there.keys()}


def _legs(days: _Days) -> tuple[str, ...]:
    """Of what is known on the newest day the best that most days have, else what the most days have."""
    counts = {legs: len(_with(days, legs)) for legs in _LEGS if days[max(days)].keys() >= set(legs)}
    usual = (legs for legs, count in counts.items() if count >= _USUAL * len(days))
    return next(usual, max(counts, key=lambda legs: counts[legs]))


def _told_from(days: _Days) -> tuple[str, ...]:
    """Of the upper sites known on the newest day the waist and the commonest of FRAME_SITES, and all that leave most
    days on the line."""
    counts = {site: len(_with(days, [site])) for site in UPPER_SITES if site in days[max(days)]}
    frame = max((site for site in FRAME_SITES if site in counts), key=lambda site: counts[site])
    told_from = {"waist", frame}
    for site in sorted(counts, key=lambda site: -counts[site]):
        if len(_with(days, {*told_from, site})) >= _USUAL * len(days):
            told_from.add(site)
    return tuple(site for site in UPPER_SITES if site in told_from)


def _note(person: Person, legs: tuple[str, ...], told_from: tuple[str, ...]) -> str:
    def names(sites: tuple[str, ...]) -> list[str]:
        return [tr(person.site(site).name).lower() for site in sites]

    return tr(
        "Leg balance: your {legs} in percent of the middle of people with your height and your {build}.",
        legs=_joined(names(legs)),
        build=_joined(names(told_from)),
    )


def _joined(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    return tr("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])
