"""What a training plan shall do for a body: which muscles get how many hard sets, and what the upper body gets.

Owns the rule from where the legs stand to weekly sets. It must not choose exercises for days (that is a plan), nor
word anything.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.causes.diagnosis import AHEAD, MIDDLE
from legwork.domain.pain_holds import Pattern
from legwork.i18n import mark


class Muscle(StrEnum):
    """A muscle group of the legs, as plans count sets."""

    QUADRICEPS = "quadriceps"
    HAMSTRINGS = "hamstrings"
    GLUTES = "glutes"
    CALVES = "calves"


MUSCLES = {
    Muscle.QUADRICEPS: mark("front of the thighs"),
    Muscle.HAMSTRINGS: mark("back of the thighs"),
    Muscle.GLUTES: mark("glutes"),
    Muscle.CALVES: mark("calves"),
}
"""For people, marked for translation."""

GROW, KEEP_ON, HOLD = (8, 12), (5, 8), (3, 4)
"""Hard sets a week, from and to: for what is behind, for what is about right, and for what shall only be held.
Source: SCIENCE section 6: about 4 are detectable, 5 to 10 effective, more than 20 no better than 12 to 20 (Pelland
2024); a third of the volume holds size (Bickel 2011). The bands themselves are conventions."""

LEG_DAYS = (2, 3)
"""A week. Source: SCIENCE section 6."""

_OF_SITE = {
    "upper_thigh": (Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.GLUTES),
    "lower_thigh": (Muscle.QUADRICEPS,),
    "calf": (Muscle.CALVES,),
}
"""Which muscles make a leg girth; the first site that is known decides."""

LIFTS = {
    Pattern.SQUAT: mark("back squat"),
    Pattern.HINGE: mark("Romanian deadlift"),
    Pattern.LUNGE: mark("Bulgarian split squat"),
    Pattern.KNEE_EXTENSION: mark("leg extension"),
    Pattern.LEG_CURL: mark("seated leg curl"),
    Pattern.CALF_RAISE: mark("standing calf raise"),
    Pattern.LEG_PRESS: mark("leg press"),
    Pattern.HIP_THRUST: mark("hip thrust"),
}
"""The lift that stands for each pattern, best first. Source: SCIENCE section 6 (Kubo 2019, Maeo 2021, Kinoshita 2023,
Plotkin 2023); compound lifts first."""

_MOST_LIFTS = 6


class Upper(StrEnum):
    """What the upper body gets. HOLD: a third of its sets; AS_NOW: what it has; GROW: more."""

    HOLD = "hold"
    AS_NOW = "as now"
    GROW = "grow"


@dataclass(frozen=True)
class PlanBrief:
    """What a plan shall do. sets: hard sets a week, from and to, by muscle. lifts: patterns to build on, best first.

    held: patterns that are not suggested because something hurts. leg_days: a week, from and to.
    """

    sets: Mapping[Muscle, tuple[int, int]]
    upper: Upper
    lifts: tuple[Pattern, ...]
    held: frozenset[Pattern]
    leg_days: tuple[int, int] = LEG_DAYS


def brief(site_scores: Mapping[str, float], index_score: float | None, held: Collection[Pattern]) -> PlanBrief:
    """From where each leg girth stands to what a plan shall do.

    site_scores: leg site to its distance from the middle of people built alike, in SDs. index_score: of the legs as a
    whole; None when it is not known: then everything is kept on. held: patterns held back for pain.
    Source: MIDDLE, AHEAD of `causes.diagnosis` and the bands above (conventions).
    """
    sets: dict[Muscle, tuple[int, int]] = {}
    for site, muscles in _OF_SITE.items():
        if site in site_scores:
            for muscle in muscles:
                sets.setdefault(muscle, _band(site_scores[site]))
    sets = {muscle: sets.get(muscle, KEEP_ON if index_score is None else _band(index_score)) for muscle in Muscle}
    upper = Upper.AS_NOW
    if index_score is not None and index_score < MIDDLE:
        upper = Upper.HOLD
    elif index_score is not None and index_score >= AHEAD:
        upper = Upper.GROW
    lifts = tuple(pattern for pattern in LIFTS if pattern not in held)[:_MOST_LIFTS]
    return PlanBrief(sets, upper, lifts, frozenset(held))


def _band(score: float) -> tuple[int, int]:
    return GROW if score < MIDDLE else HOLD if score >= AHEAD else KEEP_ON
