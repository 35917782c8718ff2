"""The balance index day by day, judged by the same girths throughout, so that the line never jumps because another
site was measured.

Owns which girths and days take part. The index itself is `domain.balance`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from legwork.domain.balance import FRAME_SITES, LEG_SITES, UPPER_SITES, index_of, lacks_of
from legwork.domain.standing import Known
from legwork.i18n import listed, tr, within
from legwork.services.body_girths import BodyGirths, Girth, height_of
from legwork.services.people import Person
from legwork.services.reference import LOG, population
from legwork.services.spot_readings import Reading, SpotReadings

_USUAL = 0.8
"""A girth that could be done without takes part when so many of the days that can be judged keep their place on the
line (a convention): a site that was added lately must not cost the years before."""

_LEGS = (("upper_thigh", "calf"), ("upper_thigh",), ("calf",), ("lower_thigh",))
"""What the index can be made of, the best first."""

_Days = Mapping[int, Mapping[str, Girth]]
"""What stood for each day, by site."""


class Told(NamedTuple):
    """What the index of a person is made of. legs, build: sites. days: every day that has them all, with its girths."""

    legs: tuple[str, ...]
    build: tuple[str, ...]
    days: _Days

    @property
    def sites(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.legs, *self.build)


def told_from(girths: BodyGirths) -> Told | None:
    """The girths that the index is told from, today and on every day before: those that leave most days on the line,
    all known on the newest day; None while no day has all that is needed.

    A day counts when a leg was measured on it; the other girths may be older, as `body_girths` allows.
    """
    days: _Days = {day: girths.on(day) for day in girths.days_of(LEG_SITES)}
    days = {day: found for day, found in days.items() if not lacks_of(found, stature=True)}
    if not days:
        return None
    legs = _legs(days)
    days = _with(days, legs)
    build = _build(days)
    return Told(legs, build, _with(days, build))


def by_day(readings: SpotReadings, person: Person) -> tuple[dict[int, Reading], str]:
    """The index (100 in the middle) by day (ordinal), and a sentence on what it is told from; nothing while it cannot
    be had. The newest day always counts.

    The error of a day is that of the girths read on it: what is carried over errs in all its days alike.
    """
    stature = height_of(person)
    told = told_from(BodyGirths(readings, (*UPPER_SITES, *LEG_SITES)))
    if person.sex is None or stature is None or told is None:
        return {}, ""
    people = population(person.sex, LOG)
    found: dict[int, Reading] = {}
    for day, there in told.days.items():
        readings.breathe()
        girths = {site: _as_of(there[site], day) for site in told.sites}
        index = index_of(people, girths, stature, told.legs)
        found[day] = Reading(index.value.value, index.value_sd)
    return found, _note(person, told)


def _as_of(girth: Girth, day: int) -> Known:
    return girth.known if girth.day == day else Known(girth.known.value)


def _with(days: _Days, sites: Iterable[str]) -> _Days:
    wanted = set(sites)
    return {day: there for day, there in days.items() if wanted <= there.keys()}


def _legs(days: _Days) -> tuple[str, ...]:
    """Of what is known on the newest day the best that most days have, else what the most days have."""
    counts = {legs: len(_with(days, legs)) for legs in _LEGS if days[max(days)].keys() >= set(legs)}
    usual = (legs for legs, count in counts.items() if count >= _USUAL * len(days))
    return next(usual, max(counts, key=lambda legs: counts[legs]))


def _build(days: _Days) -> tuple[str, ...]:
    """Of the upper sites known on the newest day the waist and the commonest of FRAME_SITES, and all that leave most
    days on the line."""
    counts = {site: len(_with(days, [site])) for site in UPPER_SITES if site in days[max(days)]}
    frame = max((site for site in FRAME_SITES if site in counts), key=lambda site: counts[site])
    build = {"waist", frame}
    for site in sorted(counts, key=lambda site: -counts[site]):
        if len(_with(days, {*build, site})) >= _USUAL * len(days):
            build.add(site)
    return tuple(site for site in UPPER_SITES if site in build)


def _note(person: Person, told: Told) -> str:
    def names(sites: tuple[str, ...]) -> list[str]:
        return [within(tr(person.site(site).name)) for site in sites]

    return tr(
        "Leg balance: your {legs} in percent of the middle of people with your height and your {build}.",
        legs=listed(names(told.legs)),
        build=listed(names(told.build)),
    )
