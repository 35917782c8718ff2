"""What a measure grows like: under which tapes its muscles lie, and how fast that is expected to go.

Owns turning the priors of a girth (`growth`) into those of a volume, a ratio or the balance. It must not know a person.
"""

from __future__ import annotations

from dataclasses import dataclass

from legwork.domain.forecast.growth import Experience, Growth, growth_of
from legwork.domain.limb import Segment
from legwork.domain.measures import RATIOS, Family, Measure
from legwork.domain.muscles import MUSCLES_OF_SITE, Muscle

NOTHING = Growth(0.0)
"""Where no training is known to move a measure of itself: what its readings say is all there is."""

_SITES_OF_SEGMENT = {
    Segment.LEG: ("upper_thigh", "calf"),
    Segment.THIGH: ("upper_thigh",),
    Segment.LOWER_LEG: ("calf",),
    Segment.ARM: ("flexed_arm", "forearm"),
    Segment.UPPER_ARM: ("flexed_arm",),
    Segment.FOREARM: ("forearm",),
}
_SITES_OF_BALANCE = ("upper_thigh", "calf")
_BESIDE = frozenset({Family.RATIO, Family.BALANCE})


@dataclass(frozen=True)
class Likeness:
    """muscles: whose training moves the measure, each once; none where no training is known to. growth: what is
    expected of it. beside: it is told beside other girths, which are taken to stay."""

    muscles: tuple[Muscle, ...]
    growth: Growth
    beside: bool = False


def sites_like(measure: Measure) -> tuple[str, ...]:
    """The sites whose girths a measure grows with; none where it does not grow by training.

    A ratio moves with what stands above its line, the balance with the legs: as if the rest stayed (convention). A
    difference of sides and what comes out of the log have none.
    """
    found: tuple[str, ...] = ()
    if measure.family in (Family.SITE, Family.CORRECTED):
        found = (measure.name,)
    elif measure.family is Family.VOLUME:
        found = _SITES_OF_SEGMENT[Segment(measure.name)]
    elif measure.family is Family.RATIO:
        found = (RATIOS[measure.name][1],)
    elif measure.family is Family.BALANCE:
        found = _SITES_OF_BALANCE
    return tuple(site for site in found if site in MUSCLES_OF_SITE)


def grows(measure: Measure) -> bool:
    """Whether more of a measure is growth: of a girth with muscles under it, a volume or the balance. A ratio can rise
    because what is below its line shrinks."""
    return bool(sites_like(measure)) and measure.family is not Family.RATIO


def likeness_of(measure: Measure, experience: Experience) -> Likeness:
    """What a measure grows like. Several sites: the mean of their rates. A volume goes with the square of its girths:
    twice as fast. Source: `growth.growth_of`; MUSCLES_OF_SITE (anatomy)."""
    sites = sites_like(measure)
    if not sites:
        return Likeness((), NOTHING)
    muscles = tuple(dict.fromkeys(muscle for site in sites for muscle in MUSCLES_OF_SITE[site]))
    rate = sum(growth_of(site, experience).per_week for site in sites) / len(sites)
    growth = Growth(2 * rate if measure.family is Family.VOLUME else rate)
    return Likeness(muscles, growth, measure.family in _BESIDE)
