"""The classical ideals as rows: a person's own girth, the ideal, its share, and the arithmetic written out.

Owns which reading stands for a girth, and the words. The formulas are `domain.ideals`. They are tastes of their time:
nothing here judges anybody by them. Girths are shown in the person's unit, the arithmetic in the writer's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from legwork.domain import units
from legwork.domain.bodyfat import Sex
from legwork.domain.days import full_day
from legwork.domain.ideals import (
    HEAD,
    STATURE,
    Ideal,
    Ideals,
    Needs,
    Proportions,
    Step,
    bases_of,
    ideals_for,
    lean_limit,
    proportions,
)
from legwork.domain.sites import BUILT_IN_BY_KEY, Kind, Side, Spot
from legwork.domain.units import UnitSystem
from legwork.i18n import listed, mark, tr, within
from legwork.numerals import number, short_number
from legwork.services.body_girths import height_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.spot_readings import SpotReadings

GIRTH_DAYS = 366
"""Older readings do not stand for what a body is like now (convention)."""

WRITERS = {
    Ideals.MCCALLUM: mark("McCallum"),
    Ideals.REEVES: mark("Reeves"),
    Ideals.BUTT: mark("Butt"),
    Ideals.ADONIS: mark("Adonis"),
}
"""Short names, marked for translation."""

_ABOUT = {
    Ideals.MCCALLUM: mark(
        "John McCallum wrote this rule for readers of Strength & Health in the 1960s: all from the wrist. It is a "
        "columnist's taste, not science."
    ),
    Ideals.REEVES: mark(
        "Steve Reeves, Mr. America of 1947, published the proportions that he liked, in 1995. They are a champion's "
        "taste, not science. His pelvis is taken here as the hips, which are larger: his chest and waist come out high."
    ),
    Ideals.BUTT: mark(
        "Casey Butt fitted these numbers in 2009 to champions who were held to be drug-free, men only. Who became a "
        "champion is a taste of its time: it is one writer's fit, not a law of nature."
    ),
    Ideals.ADONIS: mark(
        "Magazines hold that shoulders look best at 1.618 times the waist, the golden section. That is a fashion, not "
        "science."
    ),
}
_NAMES = {STATURE: mark("height"), HEAD: mark("head")}


@dataclass(frozen=True)
class ProportionRow:
    """One site. own, ideal: with their unit; "–" when not known. share: "96 %", empty when it cannot be told.

    working: the arithmetic, or what it needs. known: whether the ideal could be worked out. spoken: all as a sentence.
    own_cm, ideal_cm: the same as numbers; None when not known.
    """

    site: str
    name: str
    own: str
    ideal: str
    share: str
    working: str
    known: bool
    spoken: str
    own_cm: float | None
    ideal_cm: float | None


@dataclass(frozen=True)
class ProportionRows:
    """The ideals of one writer. about: whose they are, and that they are a taste. missing: what to measure for more,
    or to add in People; empty when all is there. limit: what Butt's formula says of lean mass; empty for the others.
    """

    whose: Ideals
    name: str
    about: str
    rows: tuple[ProportionRow, ...]
    missing: str
    limit: str


def all_proportions(
    profile: Profile, person: Person, today: date, readings: SpotReadings | None = None
) -> tuple[ProportionRows, ...]:
    """What each writer whose ideals hold for this person says. readings: as in `series_of`."""
    readings = readings or SpotReadings(profile, person)
    sites = [site.key for site in BUILT_IN_BY_KEY.values() if site.kind is Kind.GIRTH]
    found = {site: _newest(readings, site, today) for site in sites}
    own = {site: value for site, value in found.items() if value is not None}
    height = height_of(person)
    if height is not None:
        own[STATURE] = height.value
    fat = _of_spot(readings, Spot("body_fat"), today)
    if fat is not None and not fat[1] < 100:  # a document from elsewhere may hold any number
        fat = None
    writers = ideals_for(cast("Sex | None", person.sex))
    return tuple(_written(proportions(whose, own), own, fat, person) for whose in writers)


def _newest(readings: SpotReadings, site: str, today: date) -> float | None:
    """The newest girth of a site in cm: the mean of both sides where they are measured, else what there is."""
    sides = [_of_spot(readings, Spot(site, side), today) for side in (Side.LEFT, Side.RIGHT)]
    values = [one[1] for one in sides if one is not None]
    if values:
        return sum(values) / len(values)
    unsided = _of_spot(readings, Spot(site), today)
    return unsided[1] if unsided else None


def _of_spot(readings: SpotReadings, spot: Spot, today: date) -> tuple[date, float] | None:
    """The newest day within GIRTH_DAYS and its median."""
    known = readings.of(spot)
    earliest = (today - timedelta(days=GIRTH_DAYS)).toordinal()
    days = [day for day in known if earliest <= day <= today.toordinal()]
    return (date.fromordinal(max(days)), known[max(days)].value) if days else None


def _written(
    found: Proportions, own: Mapping[str, float], fat: tuple[date, float] | None, person: Person
) -> ProportionRows:
    about = tr(_ABOUT[found.whose])
    unit = found.ideals[0].unit if found.ideals else ""
    if unit and unit != units.unit_of(Kind.GIRTH, person.units):
        spelled = tr("inches") if unit == "in" else tr("centimetres")
        about = tr("{about} The arithmetic is in {unit}.", about=about, unit=spelled)
    order: list[Ideal | Needs] = [*found.ideals, *found.needs]
    return ProportionRows(
        found.whose,
        tr(WRITERS[found.whose]),
        about,
        tuple(_row(one, own, person) for one in order),
        _missing(found, person),
        _limit(own, fat, person) if found.whose is Ideals.BUTT else "",
    )


def _row(one: Ideal | Needs, own: Mapping[str, float], person: Person) -> ProportionRow:
    name = person.label(Spot(one.site))
    mine = own.get(one.site)
    mine_text = "–" if mine is None else _girth(mine, person.units)
    said = tr("not measured") if mine is None else mine_text
    if isinstance(one, Needs):
        needed = tr("needs your {bases}", bases=_listed(one.bases, person))
        spoken = tr("{site}: {own}; the ideal {needed}.", site=name, own=said, needed=needed)
        return ProportionRow(one.site, name, mine_text, "–", "", needed, False, spoken, mine, None)
    ideal = _girth(one.cm, person.units)
    share = "" if mine is None else tr("{percent} %", percent=number(100 * one.share_of(mine)))
    working = _working(one, person)
    if mine is None:
        spoken = tr("{site}: not measured; the ideal is {ideal}. {working}", site=name, ideal=ideal, working=working)
    else:
        spoken = tr(
            "{site}: {own}, {share} of the ideal {ideal}. {working}",
            site=name, own=mine_text, share=share, ideal=ideal, working=working,
        )  # fmt: skip
    return ProportionRow(one.site, name, mine_text, ideal, share, working, True, spoken, mine, one.cm)


def _working(ideal: Ideal, person: Person) -> str:
    """The steps in the writer's unit, and the person's own unit at the end where that is another."""
    parts = []
    for place, step in enumerate(ideal.steps):
        sum_of = _step(step, ideal.unit, person)
        result = _number(step.result, ideal.unit)
        if place + 1 < len(ideal.steps):  # what comes next starts from this girth
            name = _basis(ideal.steps[place + 1].terms[0].basis, person)
            parts.append(tr("{sum} = {result} {name}", sum=sum_of, result=result, name=name))
        else:
            parts.append(tr("{sum} = {result}", sum=sum_of, result=result))
    working = "; ".join(parts)
    if ideal.unit != units.unit_of(Kind.GIRTH, person.units):
        working = tr("{sum} = {result}", sum=working, result=_girth(ideal.cm, person.units))
    return working


def _step(step: Step, unit: str, person: Person) -> str:
    return " + ".join(
        tr("× {factor}", factor=short_number(term.factor, 4))
        if term.from_ideal
        else tr("{factor} × {name} {value}", factor=short_number(term.factor, 4), name=_basis(term.basis, person),
                value=_number(term.value, unit))
        for term in step.terms
    )  # fmt: skip


def _missing(found: Proportions, person: Person) -> str:
    said = []
    girths = [basis for basis in found.missing if basis != STATURE]
    if girths:
        said.append(tr("To complete it, measure your {bases}.", bases=_listed(girths, person)))
    if STATURE in found.missing:
        said.append(tr("Add your height in People."))
    if HEAD in bases_of(found.whose):
        said.append(tr("The neck, 0.79 × head, is left out: Legwork does not ask for the head."))
    return " ".join(said)


def _limit(own: Mapping[str, float], fat: tuple[date, float] | None, person: Person) -> str:
    found = lean_limit(own, fat[1] if fat else None)
    if found is None or fat is None:
        needed = [basis for basis in (STATURE, "wrist", "ankle") if basis not in own]
        needed += ["body_fat"] if fat is None else []
        return tr("His limit of lean mass needs your {bases}.", bases=_listed(needed, person))
    unit = units.unit_of(Kind.MASS, person.units)
    return tr(
        "His limit for your frame: {lean} {unit} without fat, which is {weight} {unit} on the scale at the {fat} % "
        "body fat that you had on {day}.",
        lean=units.format_value(found.lean_kg, Kind.MASS, person.units),
        weight=units.format_value(found.weight_kg, Kind.MASS, person.units),
        unit=unit,
        fat=units.format_value(fat[1], Kind.PERCENT, person.units),
        day=full_day(fat[0]),
    )


def _listed(bases: tuple[str, ...] | list[str], person: Person) -> str:
    return listed([_basis(basis, person) for basis in bases])


def _basis(basis: str, person: Person) -> str:
    """A name inside a sentence."""
    return tr(_NAMES[basis]) if basis in _NAMES else within(person.label(Spot(basis)))


def _girth(cm: float, system: UnitSystem) -> str:
    value, unit = units.format_value(cm, Kind.GIRTH, system), units.unit_of(Kind.GIRTH, system)
    return tr("{value} {unit}", value=value, unit=unit)


def _number(value: float, unit: str) -> str:
    """A number of the arithmetic, which is in `unit` already."""
    return _girth(value * 2.54, UnitSystem.IMPERIAL) if unit == "in" else _girth(value, UnitSystem.METRIC)
