"""How large a limb is: its volume from girths and lengths, and a girth without the fat under the skin.

Owns the frusta, which sites they need, and how errors of tape and length add up. It must not look readings up, carry
them from one day to another, nor estimate lengths from a population. A pile of truncated cones is a whole-limb volume,
1 to 8 % off water displacement (Chromy, Zalud, Dobsak; SCIENCE section 3): good for trends, no muscle volume.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from legwork.domain.sites import BUILT_IN_BY_KEY
from legwork.domain.tape import expected_tem
from legwork.errors import UserError
from legwork.i18n import tr


class Segment(StrEnum):
    """A part of a limb. LEG is THIGH and LOWER_LEG, ARM is UPPER_ARM and FOREARM; hands and feet never count."""

    THIGH = "thigh"
    LOWER_LEG = "lower_leg"
    UPPER_ARM = "upper_arm"
    FOREARM = "forearm"
    LEG = "leg"
    ARM = "arm"


@dataclass(frozen=True)
class Length:
    """A segment's length, cm. sd_cm: its error. estimated: not measured, but told from the stature."""

    cm: float
    sd_cm: float
    estimated: bool


@dataclass(frozen=True)
class Girth:
    """A girth of one day, cm. sd_cm: its error, that of all the day's readings taken together."""

    cm: float
    sd_cm: float


@dataclass(frozen=True)
class Volume:
    """What a limb holds, mL. Two days can only be compared when their `sites` are the same.

    sd_ml: the error from the girths, which makes one day differ from another. scale_sd_ml: the error from the lengths,
    common to all days. length_cm: of all segments together. estimated_length: at least one of them was estimated.
    sites: the girths that took part, from the top down, each once.
    """

    segment: Segment
    ml: float
    sd_ml: float
    scale_sd_ml: float
    length_cm: float
    estimated_length: bool
    sites: tuple[str, ...]


@dataclass(frozen=True)
class Missing:
    """What a volume still needs. sites: for each gap the sites that would fill it. lengths: segments without one."""

    segment: Segment
    sites: tuple[tuple[str, ...], ...]
    lengths: tuple[Segment, ...]


@dataclass(frozen=True)
class _Station:
    """A place on a segment. share: of the way down. sites: whose girth stands for it, best first."""

    share: float
    sites: tuple[str, ...]
    optional: bool = False


_CHAINS: dict[Segment, tuple[_Station, ...]] = {
    Segment.THIGH: (
        _Station(0.0, ("upper_thigh",)),
        _Station(0.5, ("mid_thigh",), optional=True),
        _Station(1.0, ("lower_thigh",)),
    ),
    Segment.LOWER_LEG: (_Station(0.0, ("knee", "lower_thigh")), _Station(0.3, ("calf",)), _Station(1.0, ("ankle",))),
    Segment.UPPER_ARM: (_Station(0.0, ("relaxed_arm", "flexed_arm")), _Station(1.0, ("forearm",))),
    Segment.FOREARM: (_Station(0.0, ("forearm",)), _Station(1.0, ("wrist",))),
}
"""Where along a segment each girth lies. Source: SCIENCE section 3 for the order; that the calf is largest .3 of the
way down, and that the girths next to a joint stand for its ends, are conventions."""

_PARTS = {
    Segment.LEG: (Segment.THIGH, Segment.LOWER_LEG),
    Segment.ARM: (Segment.UPPER_ARM, Segment.FOREARM),
}

HEIGHTS_OF: dict[Segment, tuple[str, str]] = {
    Segment.THIGH: ("gluteal_fold_height", "knee_height"),
    Segment.LOWER_LEG: ("knee_height", "ankle_height"),
    Segment.UPPER_ARM: ("shoulder_height", "elbow_height"),
    Segment.FOREARM: ("elbow_height", "wrist_height"),
}
"""The landmarks at the upper and the lower end of each segment."""

SLOW = ("knee", "ankle", "wrist")
"""Sites of skin and bone, which hardly change: a reading of another day will do (a convention)."""
CARRIED_DAYS = 365
"""How many days a reading of a SLOW site may be carried (a convention)."""

SKINFOLD_OF: dict[str, str] = {
    "upper_thigh": "front_thigh_skinfold", "mid_thigh": "front_thigh_skinfold", "calf": "calf_skinfold",
    "relaxed_arm": "triceps_skinfold", "flexed_arm": "triceps_skinfold",
}  # fmt: skip
"""Which skinfold corrects which girth. One fold serves both thigh girths and both states of the arm (a convention)."""


def segments_in(segment: Segment) -> tuple[Segment, ...]:
    """The segments with a length of their own that `segment` is made of, from the top down; itself when it is one."""
    return _PARTS.get(segment, (segment,))


def needed(segment: Segment) -> tuple[tuple[str, ...], ...]:
    """The girths that a volume of `segment` needs, from the top down; of each group one is enough, the first is best.

    What improves the volume but can be missing (the mid-thigh) is not among them.
    """
    stations = [station for part in segments_in(segment) for station in _CHAINS[part] if not station.optional]
    groups = dict.fromkeys(station.sites for station in stations)
    # Of a leg the lower thigh is measured anyway, so that nobody has to be told that it could replace the knee.
    return tuple(group for group in groups if not any(set(other) < set(group) for other in groups))


def sites_in(segment: Segment) -> frozenset[str]:
    """Every site whose readings can change a volume of `segment`: all girths that may take part, and the heights."""
    parts = segments_in(segment)
    girths = {site for part in parts for station in _CHAINS[part] for site in station.sites}
    return frozenset(girths.union(*(HEIGHTS_OF[part] for part in parts)))


def volume(segment: Segment, girths: Mapping[str, Girth], lengths: Mapping[Segment, Length]) -> Volume | Missing:
    """The volume of one limb on one day, or what is missing for it.

    girths: site key -> girth, all of the same side; others than those needed are overlooked. lengths: of THIGH,
    LOWER_LEG, UPPER_ARM and FOREARM, those that are known. Errors are propagated to first order with V's derivatives.
    A girth that two segments share errs in both alike. Lengths that were measured err independently; estimated ones
    are taken to err together, which is the cautious side. Raises ValueError when a girth or length that takes part is
    not above zero, or an error is below.
    Source: SCIENCE section 3: V = L/(12 pi) (C1^2 + C1 C2 + C2^2) for each pair of neighbouring girths (Jones &
    Pearson 1969, J Physiol 204:63P, truncated cones); places along the segment: see `_CHAINS`.
    """
    parts = segments_in(segment)
    gaps = tuple(group for group in needed(segment) if not any(site in girths for site in group))
    without = tuple(part for part in parts if part not in lengths)
    if gaps or without:
        return Missing(segment, gaps, without)
    total = measured = estimated = 0.0
    slopes: dict[str, float] = {}
    for part in parts:
        length = lengths[part]
        _require_positive(length.cm, length.sd_cm)
        unit = _unit_volume(_chain(part, girths), girths, length.cm, slopes)
        total += unit * length.cm
        if length.estimated:
            estimated += unit * length.sd_cm
        else:
            measured += (unit * length.sd_cm) ** 2
    return Volume(
        segment,
        total,
        math.sqrt(math.fsum((slope * girths[site].sd_cm) ** 2 for site, slope in slopes.items())),
        math.sqrt(measured + estimated**2),
        math.fsum(lengths[part].cm for part in parts),
        any(lengths[part].estimated for part in parts),
        tuple(slopes),
    )


def missing_sentence(missing: Missing) -> str:
    """What to measure or to add, in words: "Measure first: Knee or Lower thigh, Calf."."""
    sentences: list[str] = []
    if missing.sites:
        sentences.append(tr("Measure first: {sites}.", sites=", ".join(_either(group) for group in missing.sites)))
    if missing.lengths:
        heights = dict.fromkeys(height for part in missing.lengths for height in HEIGHTS_OF[part])
        names = ", ".join(_name(height) for height in heights)
        sentences.append(tr("Add your stature in People, or measure: {sites}.", sites=names))
    return " ".join(sentences)


def frustum_ml(length_cm: float, upper_cm: float, lower_cm: float) -> float:
    """Volume of a truncated cone from its length and the girths of its ends, cm, in mL. No checks.

    Source: SCIENCE section 3: L/(12 pi) (C1^2 + C1 C2 + C2^2).
    """
    return length_cm / (12 * math.pi) * (upper_cm**2 + upper_cm * lower_cm + lower_cm**2)


def corrected_girth(girth_cm: float, skinfold_cm: float) -> float:
    """The girth of what lies under the fat, muscle and bone, in cm. Both arguments are in cm, the skinfold too.

    Raises UserError when the fold is so thick that nothing would be left, ValueError when it is below zero.
    Source: SCIENCE section 3: C - pi SF (Gurney & Jelliffe 1973, Am J Clin Nutr 26:912): an even ring of fat, half a
    fold thick.
    """
    if not skinfold_cm >= 0:
        raise ValueError("a skinfold below zero")
    left = girth_cm - math.pi * skinfold_cm
    if not left > 0:
        raise UserError(tr("The skinfold is too thick for this girth: check both numbers."))
    return left


def corrected(girth: Girth, skinfold_cm: float, skinfold_sd_cm: float) -> Girth:
    """As `corrected_girth`, with its error: both are in cm. Raises as `corrected_girth` does.

    Source: propagation of independent errors: sd^2 = sd_C^2 + (pi sd_SF)^2.
    """
    return Girth(corrected_girth(girth.cm, skinfold_cm), math.hypot(girth.sd_cm, math.pi * skinfold_sd_cm))


def lengths_from_heights(heights: Mapping[str, float]) -> dict[Segment, Length]:
    """The lengths of all segments whose two landmarks are known.

    heights: key of a height site (see HEIGHTS_OF) -> cm over the floor. The error is that of one reading at each
    end. Raises UserError, naming both, when an upper landmark is not above the lower one.
    Source: SCIENCE section 3 for the landmarks; the error is `tape.expected_tem` of both. The crotch may stand for
    the gluteal fold; they are not at quite the same height, which shifts the thigh of all days alike and is left as
    it is (a convention).
    """
    found: dict[Segment, Length] = {}
    for segment, (upper, lower) in HEIGHTS_OF.items():
        if upper not in heights or lower not in heights:
            continue
        if not heights[upper] > heights[lower]:
            raise UserError(
                tr("{upper} must be more than {lower}: check both numbers.", upper=_name(upper), lower=_name(lower))
            )
        error = math.hypot(*(expected_tem(BUILT_IN_BY_KEY[key], heights[key]) for key in (upper, lower)))
        found[segment] = Length(heights[upper] - heights[lower], error, estimated=False)
    return found


def _chain(part: Segment, girths: Mapping[str, Girth]) -> list[tuple[float, str]]:
    """The stations of a segment that have a girth: share of the way down, and the site that serves."""
    stations = [(one.share, [site for site in one.sites if site in girths]) for one in _CHAINS[part]]
    return [(share, sites[0]) for share, sites in stations if sites]


def _unit_volume(
    chain: Sequence[tuple[float, str]], girths: Mapping[str, Girth], length_cm: float, slopes: dict[str, float]
) -> float:
    """mL for each cm of a segment; dV/dC of its whole length, in mL/cm, is added to `slopes` for each site."""
    for _, site in chain:
        _require_positive(girths[site].cm, girths[site].sd_cm)
        slopes.setdefault(site, 0.0)
    total = 0.0
    for (start, upper), (end, lower) in pairwise(chain):
        one, other = girths[upper].cm, girths[lower].cm
        total += frustum_ml(end - start, one, other)
        factor = (end - start) * length_cm / (12 * math.pi)
        slopes[upper] += factor * (2 * one + other)
        slopes[lower] += factor * (one + 2 * other)
    return total


def _require_positive(value: float, error: float) -> None:
    if not (math.isfinite(value) and value > 0 and math.isfinite(error) and error >= 0):
        raise ValueError("a girth or length must be above zero, its error not below")


def _either(group: Sequence[str]) -> str:
    first, *others = [_name(site) for site in group]
    for other in others:
        first = tr("{first} or {other}", first=first, other=other)
    return first


def _name(site: str) -> str:
    return tr(BUILT_IN_BY_KEY[site].name)
