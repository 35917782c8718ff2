"""What a training plan shall do for a body: which muscles get how many hard sets, and what the upper body gets.

Owns the rule from where the legs stand to weekly sets. It must not choose exercises for days (that is a plan), nor
word anything.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.muscles import MUSCLES_OF_SITE, Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.standing import Legs
from legwork.i18n import pmark

GROW, SUSTAIN, KEEP = (6, 10), (4, 6), (2, 3)
"""Hard sets a week, from and to: for what is behind, for what is about right, and for what shall only keep its size.
Source: SCIENCE section 6: about 4 are detectable, 5 to 10 effective, more than 20 no better than 12 to 20 (Pelland
2024); a third of the volume holds size (Bickel 2011). The bands themselves are conventions."""

LEG_DAYS = (2, 3)
"""A week. Source: SCIENCE section 6."""

LIFT_OF = {
    Pattern.SQUAT: pmark("within a sentence", "back squat"),
    Pattern.HINGE: pmark("within a sentence", "Romanian deadlift"),
    Pattern.LUNGE: pmark("within a sentence", "Bulgarian split squat"),
    Pattern.KNEE_EXTENSION: pmark("within a sentence", "leg extension"),
    Pattern.LEG_CURL: pmark("within a sentence", "seated leg curl"),
    Pattern.CALF_RAISE: pmark("within a sentence", "standing calf raise"),
    Pattern.LEG_PRESS: pmark("within a sentence", "leg press"),
    Pattern.HIP_THRUST: pmark("within a sentence", "hip thrust"),
}
"""The lift that stands for each pattern, best first. Source: SCIENCE section 6 (Kubo 2019, Maeo 2021, Kinoshita 2023,
Plotkin 2023); compound lifts first."""

TRAINED_BY = {
    Muscle.QUADRICEPS: (Pattern.SQUAT, Pattern.LUNGE, Pattern.LEG_PRESS, Pattern.KNEE_EXTENSION),
    Muscle.HAMSTRINGS: (Pattern.LEG_CURL, Pattern.HINGE),
    Muscle.GLUTES: (Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE, Pattern.HIP_THRUST),
    Muscle.CALVES: (Pattern.CALF_RAISE,),
}
"""The patterns that train a muscle directly, as the catalogue counts most of their exercises. Source: SCIENCE section 6
(Kubo 2019: squats grow the glutes but not the hamstrings; Plotkin 2023: hip thrusts grow the glutes as much). No study
there shows that a leg press grows the glutes, where the hip hardly opens: it counts half for them (a convention)."""

_MOST_LIFTS = 6


class Upper(StrEnum):
    """What the upper body gets. KEEP: a third of its sets; AS_NOW: what it has; GROW: more."""

    KEEP = "keep"
    AS_NOW = "as now"
    GROW = "grow"


@dataclass(frozen=True)
class PlanBrief:
    """What a plan shall do. sets: hard sets a week, from and to, by muscle; a muscle all of whose lifts are held back
    has none. lifts: patterns to build on, best first. held: patterns that are not suggested because something hurts.
    upper: None while nothing is known to compare with. leg_days: a week, from and to.
    """

    sets: Mapping[Muscle, tuple[int, int]]
    upper: Upper | None
    lifts: tuple[Pattern, ...]
    held: frozenset[Pattern]
    leg_days: tuple[int, int] = LEG_DAYS


def brief(sites: Mapping[str, Legs], legs: Legs, held: Collection[Pattern]) -> PlanBrief:
    """From where each leg girth stands to what a plan shall do.

    sites: leg site to where it is beside the person's target; those not measured are left out. legs: the same of the
    legs as a whole. held: patterns held back for pain. Of the sites over a muscle the first that is known decides.
    Source: the bands above (conventions).
    """
    bands: dict[Muscle, tuple[int, int]] = {}
    for site, muscles in MUSCLES_OF_SITE.items():
        if site in sites:
            for muscle in muscles:
                bands.setdefault(muscle, _BANDS[sites[site]])
    sets = {
        muscle: bands.get(muscle, _BANDS[legs])
        for muscle, patterns in TRAINED_BY.items()
        if not set(patterns) <= set(held)
    }
    lifts = tuple(pattern for pattern in LIFT_OF if pattern not in held)[:_MOST_LIFTS]
    return PlanBrief(sets, _UPPER[legs], lifts, frozenset(held))


_BANDS = {Legs.BEHIND: GROW, Legs.MIDDLE: SUSTAIN, Legs.AHEAD: KEEP, Legs.UNKNOWN: SUSTAIN}
_UPPER = {Legs.BEHIND: Upper.KEEP, Legs.MIDDLE: Upper.AS_NOW, Legs.AHEAD: Upper.GROW, Legs.UNKNOWN: None}
