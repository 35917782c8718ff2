"""How fast a measure may be expected to grow before anything is known of the person: by site, experience and dose.

Owns the priors. What a person's own readings make of them is `outlook`. All rates are shares of the measure a week, so
that a thin and a thick limb are told alike.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.weekly_sets import HOLDS_FROM, MOST_WEEKLY_SETS

USUAL_SETS = 10.0
"""Hard sets a week at which a limb grows as fast as GROWTH says. Source: SCIENCE section 6 (5 to 10 effective)."""

LEAST_EFFECT = -0.3
"""What no training does, as a share of what USUAL_SETS do (convention: loss is slower than growth)."""

THIGH, CALF, OTHER = 0.075 / 58, 0.030 / 38, 0.075 / 58
"""A week. Source: SCIENCE section 6: thigh .05 to .10 cm, calf .02 to .04 cm a week untrained, on 58 and 38 cm.
For other girths nothing is known here: the thigh's (convention)."""

RESPONSE_SD = 0.7
"""People differ: standard deviation of a person's response, 1 being the usual one. Source: Hubal 2005, Med Sci Sports
Exerc 37:964: -2 to +59 % in 12 weeks, of which this is about the width (convention)."""

FADE_WEEKS = 78.0
"""Growth wears off: in this time, a year and a half, its rate loses 63 % (convention)."""


class Experience(StrEnum):
    """How long the legs have been trained in earnest."""

    NEW = "new"
    SOME = "some"
    LONG = "long"


EXPERIENCE = {Experience.NEW: 1.0, Experience.SOME: 0.5, Experience.LONG: 0.25}
"""Share of the rate of the untrained: trained lifters grow slower (SCIENCE section 6); the shares are conventions."""


@dataclass(frozen=True)
class Growth:
    """What is expected. per_week: share of the measure a week at USUAL_SETS for a usual response; 0 where no training
    moves the measure of itself, as with body weight. response_sd: how far people differ."""

    per_week: float
    response_sd: float = RESPONSE_SD


def growth_of(site: str, experience: Experience) -> Growth:
    """What to expect of the girth of a site. Source: THIGH, CALF, EXPERIENCE."""
    rate = CALF if site == "calf" else THIGH if site.endswith("thigh") else OTHER
    return Growth(rate * EXPERIENCE[experience])


def effect_of(sets: float, *, built: bool = True) -> float:
    """What so many hard sets a week do, as a share of what USUAL_SETS do: 0 at HOLDS_FROM, less and less for more.

    built: whether training has built something that can be lost; where it has not, few sets do nothing.
    Raises ValueError for less than none. Source: SCIENCE section 6, diminishing returns, as the square root (Pelland
    2024 finds a curve of that kind). That it still rises from 12 sets to MOST_WEEKLY_SETS, 20, is a convention within
    them; nothing more beyond (20 and more are no better). HOLDS_FROM, LEAST_EFFECT.
    """
    if not sets >= 0:
        raise ValueError("a week has no less than no sets")
    held = math.sqrt(HOLDS_FROM)
    effect = (math.sqrt(min(sets, MOST_WEEKLY_SETS)) - held) / (math.sqrt(USUAL_SETS) - held)
    return max(effect, LEAST_EFFECT if built else 0.0)


def grown(weeks: float) -> float:
    """Weeks of growth at the first rate that so many weeks with a fading one amount to. Source: FADE_WEEKS."""
    return FADE_WEEKS * (1 - math.exp(-weeks / FADE_WEEKS))
