"""The readings of a person by spot and day, with the error of each day: one number a day, however often it was read."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from legwork.domain.sites import Side, Spot
from legwork.domain.tape import effective_readings, median
from legwork.domain.tape_error import TapeError, own_error
from legwork.services.people import Person
from legwork.services.profile import Profile

_SIDES = (Side.NONE, Side.LEFT, Side.RIGHT)
_LEAST = 0.001
"""A smaller number, cm, kg or percent, is nobody's; its error would be nothing and a ratio to it without bounds."""


class Reading(NamedTuple):
    """A day's value and its standard error, SI."""

    value: float
    sd: float


class SpotReadings:
    """Reads each spot once, when it is first asked for; good for the questions of one moment, not kept.

    breathe: called before each reading, and by who works on what was read; what it raises ends the work.
    """

    def __init__(self, profile: Profile, person: Person, breathe: Callable[[], object] = bool) -> None:
        self.breathe = breathe
        self._profile = profile
        self._person = person
        self._raw = cache(self._read)
        self._days = cache(self._judged)
        self._errors = cache(self._learn)

    def of(self, spot: Spot) -> Mapping[int, Reading]:
        """The day's median and its error, by day (ordinal); empty when the spot was never measured."""
        return self._days(spot)

    def error(self, site: str) -> TapeError:
        """The error of one reading at a site: the person's own as far as repeats tell, both sides together."""
        return self._errors(site)

    def typical(self, site: str) -> float:
        """A value in the middle of all that was read at a site, SI; 1 when nothing was."""
        values = sorted(value for side in _SIDES for day in self._raw(Spot(site, side)).values() for value in day)
        return values[len(values) // 2] if values else 1.0

    def _judged(self, spot: Spot) -> dict[int, Reading]:
        share = self.error(spot.site).percent / 100
        found = {}
        for day, values in self._raw(spot).items():
            middle = median(values)
            found[day] = Reading(middle, share * middle / math.sqrt(effective_readings(len(values))))
        return found

    def _learn(self, site: str) -> TapeError:
        days = (values for side in _SIDES for values in self._raw(Spot(site, side)).values())
        return own_error(days, self._person.site(site).tem_percent)

    def _read(self, spot: Spot) -> dict[int, list[float]]:
        self.breathe()
        found: dict[int, list[float]] = defaultdict(list)
        with self._profile.reading() as reader:
            for day, _ordinal, value in reader.values_at(self._person.id, spot.site, spot.side.value):
                if value >= _LEAST:
                    found[day.toordinal()].append(value)
        return found
