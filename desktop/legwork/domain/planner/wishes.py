"""What a person can and wants: days, minutes, equipment, experience, what hurts, what they like, how many weeks.

Owns the value type, its limits and the usual sets of equipment. It must not know templates nor choose anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from legwork.domain.exercise import BodyArea, Equipment
from legwork.domain.patterns import Pattern
from legwork.domain.plan.model import Weekday
from legwork.domain.units import UnitSystem
from legwork.i18n import mark

LEAST_DAYS, MOST_DAYS = 1, 7
LEAST_MINUTES, MOST_MINUTES = 20, 180
LEAST_WEEKS, MOST_WEEKS = 4, 52
"""Limits of what is planned (conventions): below 4 weeks nothing can be built up, beyond a year nobody knows."""


class Experience(StrEnum):
    """How long somebody has trained. BACK: trained before, and comes back after a break of a month or more."""

    NEW = "new"
    SOME = "some"
    ADVANCED = "advanced"
    BACK = "back"


EXPERIENCES: dict[Experience, str] = {
    Experience.NEW: mark("New to lifting"),
    Experience.SOME: mark("Some years"),
    Experience.ADVANCED: mark("Many years"),
    Experience.BACK: mark("Back after a break"),
}
"""For people, marked for translation."""

NOTHING = frozenset({Equipment.BODY, Equipment.BOX})
"""What is there without any equipment: oneself and a step of the stairs."""

HOME = NOTHING | {Equipment.DUMBBELLS, Equipment.BENCH}
"""Dumbbells and a bench at home."""

GYM = HOME | {
    Equipment.BARBELL, Equipment.RACK, Equipment.PLATE, Equipment.MACHINE, Equipment.CABLE, Equipment.SMITH,
    Equipment.PULL_UP_BAR, Equipment.DIP_BARS, Equipment.EZ_BAR, Equipment.BAND, Equipment.BALL, Equipment.KETTLEBELL,
}  # fmt: skip
"""What nearly every gym has."""


@dataclass(frozen=True)
class Wishes:
    """One person's answers. days: a week, LEAST_DAYS to MOST_DAYS; None for as many as the template has.

    minutes: for one session, LEAST_MINUTES to MOST_MINUTES. weeks: LEAST_WEEKS to MOST_WEEKS. equipment: what is there.
    held: patterns held back for pain; sore: where it hurts. liked, avoided: keys of exercises. weekdays: on which one
    can train; empty for any. units: in which loads rise. Raises ValueError out of limits.
    """

    days: int | None = None
    minutes: int = 60
    weeks: int = 12
    equipment: frozenset[Equipment] = GYM
    experience: Experience = Experience.SOME
    held: frozenset[Pattern] = frozenset()
    sore: frozenset[BodyArea] = frozenset()
    liked: tuple[str, ...] = ()
    avoided: frozenset[str] = field(default_factory=frozenset)
    weekdays: frozenset[Weekday] = frozenset()
    units: UnitSystem = UnitSystem.METRIC

    def __post_init__(self) -> None:
        if self.days is not None and not LEAST_DAYS <= self.days <= MOST_DAYS:
            raise ValueError(f"{self.days} days a week")
        if not LEAST_MINUTES <= self.minutes <= MOST_MINUTES:
            raise ValueError(f"{self.minutes} minutes a session")
        if not LEAST_WEEKS <= self.weeks <= MOST_WEEKS:
            raise ValueError(f"{self.weeks} weeks")
