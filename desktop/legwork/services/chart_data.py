"""What the charts draw: the medians of a spot over time, in the person's unit, with their trend."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from legwork.domain import trend, units
from legwork.domain.sites import Spot
from legwork.services import check_ins
from legwork.services.people import Person
from legwork.services.profile import Profile


@dataclass(frozen=True)
class SpotSeries:
    """label: of the site, without the side. days: oldest first.

    values: medians in `unit`. trend: the time-aware average at each day, in `unit`.
    """

    spot: Spot
    label: str
    region: str
    unit: str
    days: tuple[date, ...]
    values: tuple[float, ...]
    trend: tuple[float, ...]


def spot_series(profile: Profile, person: Person, spot: Spot) -> SpotSeries:
    """The series of one spot; empty when it was never measured."""
    days, values_si = check_ins.series(profile, person.id, spot)
    site = person.site(spot.site)
    values = [units.in_unit(value, site.kind, person.units) for value in values_si]
    smooth = trend.ewma([day.toordinal() for day in days], values)
    return SpotSeries(
        spot,
        person.label(Spot(spot.site)),
        site.region.value,
        units.unit_of(site.kind, person.units),
        tuple(days),
        tuple(values),
        tuple(float(value) for value in smooth),
    )
