"""Upper body against legs: where a person's legs stand among people who are built like them above the waist.

Owns the assessment: what it needs, what to expect of each leg girth, the balance index, and which girth would make the
answer narrower. It must not read a population nor readings, choose the sex, or put anything into words.
Everything is worked out on natural logarithms, where girths are closer to normal and ratios become differences.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.population import Population, expected
from legwork.domain.standing import Index, Known, Standing

UPPER_SITES: dict[str, str] = {
    "neck": "neckcircumference",
    "shoulders": "shouldercircumference",
    "chest": "chestcircumference",
    "flexed_arm": "bicepscircumferenceflexed",
    "forearm": "forearmcircumferenceflexed",
    "wrist": "wristcircumference",
    "waist": "waistcircumference",
}
LEG_SITES: dict[str, str] = {
    "upper_thigh": "thighcircumference",
    "lower_thigh": "lowerthighcircumference",
    "calf": "calfcircumference",
}
"""Site keys and what ANSUR calls them. The mid-thigh is not among them: ANSUR's thigh is measured at the gluteal fold,
and the two cannot be compared. Source: SCIENCE section 1."""

STATURE, WEIGHT = "stature", "weightkg"
FRAME_SITES = ("chest", "shoulders", "flexed_arm")
"""At least one of them must be known beside stature and waist. Source: SCIENCE section 1."""


BUILD_SITES = ("neck", "shoulders", "chest", "flexed_arm", "forearm")
"""What training can build above the waist; waist and wrist tell of fat and frame."""


class Lack(StrEnum):
    """What an assessment cannot do without. UPPER: any one of FRAME_SITES. LEGS: any one of LEG_SITES."""

    STATURE = "stature"
    WAIST = "waist"
    UPPER = "upper"
    LEGS = "legs"


@dataclass(frozen=True)
class Help:
    """A girth that is not known yet. narrower: the share by which the spread of the index would shrink if it were."""

    site: str
    narrower: float


@dataclass(frozen=True)
class Assessment:
    """Everything that can be said about the balance of a body.

    lacks: what is missing, all of it; empty when nothing is. told_from: the upper sites that the build is told from.
    arm_only: of FRAME_SITES only the arm is known, so that the answer is provisional: an arm that was trained alone
    raises what is expected of the legs. standings: one for each of LEG_SITES; empty when more than LEGS is lacking.
    index: None when anything is lacking. helps: upper sites not known yet, the most useful first; empty as standings.
    by_weight: as `given_weight`; empty without stature or weight.
    """

    lacks: tuple[Lack, ...]
    told_from: tuple[str, ...]
    arm_only: bool
    standings: tuple[Standing, ...]
    index: Index | None
    helps: tuple[Help, ...]
    by_weight: tuple[Standing, ...]


def lacks_of(sites: Collection[str], stature: bool) -> tuple[Lack, ...]:
    """What an assessment still needs of somebody with girths at `sites`. stature: whether it is known."""
    there = {
        Lack.STATURE: stature,
        Lack.WAIST: "waist" in sites,
        Lack.UPPER: any(site in sites for site in FRAME_SITES),
        Lack.LEGS: any(site in sites for site in LEG_SITES),
    }
    return tuple(lack for lack, present in there.items() if not present)


def assess(
    people: Population, girths: Mapping[str, Known], stature: Known | None, weight: Known | None = None
) -> Assessment:
    """Assess a body against `people` of its sex, a population of ln cm and ln kg with ANSUR's names.

    girths: site key -> cm; sided ones as one value for both sides; others than UPPER_SITES and LEG_SITES are
    overlooked. stature: cm. weight: kg, for the secondary view alone: a body's weight contains its legs, and people of
    the same weight hide what the legs lack. Errors of different sites are taken as independent.
    Raises ValueError when the population lacks a dimension. Source: SCIENCE section 1; what is required: there as well.
    """
    upper = {site: girths[site] for site in UPPER_SITES if site in girths}
    legs = {site: girths[site] for site in LEG_SITES if site in girths}
    lacks = lacks_of(girths, stature is not None)
    frame = [site for site in FRAME_SITES if site in upper]
    standings: tuple[Standing, ...] = ()
    index: Index | None = None
    helps: tuple[Help, ...] = ()
    if stature is not None and lacks in ((), (Lack.LEGS,)):
        given = {STATURE: stature, **{UPPER_SITES[site]: one for site, one in upper.items()}}
        standings = _standings(people, legs, given)
        index = _index(people, legs, given, index_sites(legs)) if legs else None
        helps = _helps(people, index_sites(legs or LEG_SITES), upper, given)
    by_weight = () if stature is None or weight is None else given_weight(people, legs, stature, weight)
    return Assessment(lacks, tuple(upper), frame == ["flexed_arm"], standings, index, helps, by_weight)


def index_of(people: Population, girths: Mapping[str, Known], stature: Known, sites: tuple[str, ...]) -> Index:
    """The index alone, over `sites` of LEG_SITES, told from all of UPPER_SITES that are in `girths`.

    For histories, which must be of the same sites throughout. Otherwise as `assess`; nothing is required of the girths
    but those of `sites`. Raises KeyError when one of these is not there.
    """
    given = {STATURE: stature, **{UPPER_SITES[site]: one for site, one in girths.items() if site in UPPER_SITES}}
    return _index(people, girths, given, sites)


def given_weight(
    people: Population, girths: Mapping[str, Known], stature: Known, weight: Known
) -> tuple[Standing, ...]:
    """The legs among people of the same stature and weight, whatever their build: one for each of LEG_SITES.

    Arguments, errors and source as for `assess`.
    """
    legs = {site: girths[site] for site in LEG_SITES if site in girths}
    return _standings(people, legs, {STATURE: stature, WEIGHT: weight})


def given_stature(people: Population, girths: Mapping[str, Known], stature: Known) -> tuple[Standing, ...]:
    """The upper-body girths of BUILD_SITES that are known, each among people of the same stature alone.

    Tells how big the upper body is, which `assess` takes as given. Arguments, errors and source as for `assess`.
    """
    values, errors = _logs({STATURE: stature})
    found = []
    for site in BUILD_SITES:
        if site in girths:
            answer = expected(people, {UPPER_SITES[site]: 1.0}, values, errors)
            found.append(Standing(site, girths[site], answer.mean, answer.sd, answer.error))
    return tuple(found)


def _standings(people: Population, legs: Mapping[str, Known], given: Mapping[str, Known]) -> tuple[Standing, ...]:
    values, errors = _logs(given)
    answers = {site: expected(people, {name: 1.0}, values, errors) for site, name in LEG_SITES.items()}
    return tuple(Standing(site, legs.get(site), one.mean, one.sd, one.error) for site, one in answers.items())


def index_sites(legs: Mapping[str, object]) -> tuple[str, ...]:
    """Thigh and calf, or the one that is known; the lower thigh only when neither is.

    Source: our convention.
    """
    return tuple(site for site in ("upper_thigh", "calf") if site in legs) or ("lower_thigh",)


def _weights(sites: tuple[str, ...]) -> dict[str, float]:
    """The index as a sum of dimensions: the mean of its sites."""
    return {LEG_SITES[site]: 1 / len(sites) for site in sites}


def _index(people: Population, legs: Mapping[str, Known], given: Mapping[str, Known], sites: tuple[str, ...]) -> Index:
    answer = expected(people, _weights(sites), *_logs(given))
    own = math.fsum(math.log(legs[site].value) for site in sites) / len(sites)
    error = math.hypot(answer.error, *(legs[site].log_sd / len(sites) for site in sites))
    return Index(sites, own - answer.mean, answer.sd, error)


def _helps(
    people: Population, sites: tuple[str, ...], upper: Mapping[str, Known], given: Mapping[str, Known]
) -> tuple[Help, ...]:
    """Which girths would narrow the spread among people; the covariances alone decide, so any value serves."""
    weights, known = _weights(sites), dict.fromkeys(given, 0.0)
    now = expected(people, weights, known).sd
    found = [
        Help(site, 1 - expected(people, weights, {**known, name: 0.0}).sd / now)
        for site, name in UPPER_SITES.items()
        if site not in upper
    ]
    return tuple(sorted(found, key=lambda one: -one.narrower))


def _logs(given: Mapping[str, Known]) -> tuple[dict[str, float], dict[str, float]]:
    """Values and errors on the population's scale."""
    return {name: math.log(one.value) for name, one in given.items()}, {name: one.log_sd for name, one in given.items()}
