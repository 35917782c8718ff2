"""The measuring card, ready for paper: how each tracked site is measured, and which readings are written down.

Owns its words. The drawings beside them belong to the window's tape guide.
"""

from __future__ import annotations

from dataclasses import dataclass

from legwork.domain.sites import Kind, Side, Site, Spot
from legwork.domain.units import unit_of
from legwork.i18n import tr
from legwork.services.people import Person


@dataclass(frozen=True)
class CardSite:
    """One site. rows: a label for each row of boxes, "left" and "right", or one empty label. spot: for its drawing."""

    site: Site
    spot: Spot
    name: str
    where: str
    how: str
    unit: str
    rows: tuple[str, ...]


@dataclass(frozen=True)
class MeasuringCard:
    """The card. advice: sentences on how to measure so that weeks can be compared."""

    person: str
    advice: tuple[str, ...]
    sites: tuple[CardSite, ...]


def measuring_card(person: Person) -> MeasuringCard:
    """The card of the sites that a person tracks, in their order."""
    advice = (
        tr("Measure on the same weekday, in the morning and before training: a pumped muscle is larger."),
        tr("On bare skin, the tape level and snug: it lies on the skin all round and does not dent it."),
        tr("Read twice. When the readings differ by more than half a centimetre, read a third time."),
    )
    return MeasuringCard(person.name, advice, tuple(_site(one, person) for one in person.tracked_sites))


def _site(site: Site, person: Person) -> CardSite:
    sides = {Side.LEFT: tr("left"), Side.RIGHT: tr("right"), Side.NONE: ""}
    name = site.name if site.custom else tr(site.name)
    unit = "%" if site.kind is Kind.PERCENT else unit_of(site.kind, person.units)
    rows = tuple(sides[spot.side] for spot in site.spots)
    return CardSite(site, site.spots[0], name, tr(site.where), tr(site.how), unit, rows)
