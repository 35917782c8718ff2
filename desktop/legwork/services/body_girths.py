"""The girths that stand for a day: sides averaged, and the newest reading of each site while it is not too old.

Owns that choice, and which numbers are a body's at all; the readings and their errors come from `spot_readings`.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from legwork.domain.limb import CARRIED_DAYS, SLOW
from legwork.domain.sites import Side, Spot
from legwork.domain.standing import Known
from legwork.domain.units import STATURE_HIGH, STATURE_LOW
from legwork.services.people import Person
from legwork.services.spot_readings import Reading, SpotReadings

LIVING_DAYS = 92
"""How many days a girth of muscle or fat stands for now (a convention: a quarter of a year). Sites of skin and bone
stand for CARRIED_DAYS."""

_SIDES = (Side.LEFT, Side.RIGHT, Side.NONE)


@dataclass(frozen=True)
class Girth:
    """A site's girth, cm: the mean of the sides that were read on `day` (ordinal), each its median."""

    known: Known
    day: int


class BodyGirths:
    """Reads all `sites` at once; good for one question, not kept."""

    def __init__(self, readings: SpotReadings, sites: Iterable[str]) -> None:
        self._girths = {site: _by_day(readings, site) for site in sites}
        self._days = {site: sorted(girths) for site, girths in self._girths.items()}

    def days_of(self, sites: Iterable[str]) -> list[int]:
        """Every day on which any of these was read, ascending."""
        return sorted({day for site in sites for day in self._days[site]})

    def newest(self) -> dict[str, Girth]:
        """The newest of each site, however old."""
        return {site: self._girths[site][days[-1]] for site, days in self._days.items() if days}

    def on(self, day: int) -> dict[str, Girth]:
        """What stands for a day, by site; sites whose newest reading is too old by then are left out."""
        found = {}
        for site, days in self._days.items():
            place = bisect_right(days, day) - 1
            if place >= 0 and day - days[place] <= (CARRIED_DAYS if site in SLOW else LIVING_DAYS):
                found[site] = self._girths[site][days[place]]
        return found


def height_of(person: Person) -> Known | None:
    """The person's height; None without one, and without one that could have been typed here."""
    if person.stature is None or not STATURE_LOW <= person.stature.value <= STATURE_HIGH:
        return None
    return Known(person.stature.value)


def known_of(one: Reading) -> Known | None:
    """A reading as the balance takes it; None when it is no body's: a document from elsewhere may hold any number."""
    try:
        # An error cannot be larger than the girth itself, however rough the tape.
        return Known(one.value, min(one.sd, one.value))
    except ValueError:
        return None


def _by_day(readings: SpotReadings, site: str) -> dict[int, Girth]:
    sides: dict[int, list[Known]] = {}
    for side in _SIDES:
        for day, one in readings.of(Spot(site, side)).items():
            known = known_of(one)
            if known is not None:
                sides.setdefault(day, []).append(known)
    return {day: Girth(_mean(several), day) for day, several in sides.items()}


def _mean(several: list[Known]) -> Known:
    count = len(several)
    value = math.fsum(one.value for one in several) / count
    return Known(value, min(math.sqrt(math.fsum(one.sd**2 for one in several)) / count, value))
