"""What classical physique writers held to be ideal proportions: girths worked out from a person's own frame.

Owns the formulas, their arithmetic step by step, and what each starts from. They are tastes of their time and no
science, so it must not judge anybody by them, nor word the arithmetic (services and pages do).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.bodyfat import Sex
from legwork.domain.sites import Kind
from legwork.domain.units import UnitSystem, in_unit

STATURE, HEAD = "stature", "head"
"""Bases that are no sites: the person's height, and the girth of the head, which Legwork does not ask for."""


class Ideals(StrEnum):
    """Whose proportions."""

    MCCALLUM = "mccallum"
    REEVES = "reeves"
    BUTT = "butt"
    ADONIS = "adonis"


@dataclass(frozen=True)
class Term:
    """One product of a sum: factor times value. basis: the site key, STATURE or HEAD it starts from.

    value: in the unit of the ideal. from_ideal: it is the ideal girth of `basis`, not the person's own.
    """

    factor: float
    basis: str
    value: float
    from_ideal: bool = False


@dataclass(frozen=True)
class Step:
    """A sum of terms and what it comes to, in the unit of the ideal."""

    terms: tuple[Term, ...]
    result: float


@dataclass(frozen=True)
class Ideal:
    """An ideal girth at a site, cm. steps: its arithmetic, the last one gives it. unit: "cm" or "in", of the steps."""

    site: str
    cm: float
    unit: str
    steps: tuple[Step, ...]

    def share_of(self, own_cm: float) -> float:
        """A person's own girth as a share of the ideal: 1 when they have it, .95 when 5 % are missing."""
        return own_cm / self.cm


@dataclass(frozen=True)
class Needs:
    """An ideal that cannot be worked out yet. bases: which of the person's own girths (or STATURE) it still needs."""

    site: str
    bases: tuple[str, ...]


@dataclass(frozen=True)
class Proportions:
    """All ideals of one writer that could be worked out, and what the others need; both in the writer's order."""

    whose: Ideals
    ideals: tuple[Ideal, ...]
    needs: tuple[Needs, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Every basis that some ideal still needs, each once."""
        return tuple(dict.fromkeys(basis for one in self.needs for basis in one.bases))


@dataclass(frozen=True)
class LeanLimit:
    """What Butt's formula gives a frame: lean mass, and the body weight at `body_fat_percent`."""

    body_fat_percent: float
    weight_lb: float
    lean_kg: float
    weight_kg: float


_Sum = tuple[tuple[float, str], ...]

_FROM_OWN: dict[Ideals, dict[str, _Sum]] = {
    Ideals.MCCALLUM: {"chest": ((6.5, "wrist"),)},
    Ideals.REEVES: {
        "upper_thigh": ((1.75, "knee"),),
        "calf": ((1.92, "ankle"),),
        "flexed_arm": ((2.52, "wrist"),),
        "chest": ((1.48, "hips"),),
        "waist": ((0.86, "hips"),),
        "neck": ((0.79, HEAD),),
    },
    Ideals.BUTT: {
        "upper_thigh": ((1.3868, "ankle"), (0.1805, STATURE)),
        "calf": ((0.9298, "ankle"), (0.1210, STATURE)),
        "chest": ((1.6817, "wrist"), (1.3759, "ankle"), (0.3314, STATURE)),
        "flexed_arm": ((1.2033, "wrist"), (0.1236, STATURE)),
        "forearm": ((0.9626, "wrist"), (0.0989, STATURE)),
        "neck": ((1.1424, "wrist"), (0.1236, STATURE)),
    },
    Ideals.ADONIS: {"shoulders": ((1.618, "waist"),)},
}
"""What each ideal is of the person's own girths. Source: SCIENCE section 4. McCallum J, Keys to Progress, Strength &
Health, 1960s. Reeves S 1995, Building the Classic Physique the Natural Way; his pelvis is taken as the hips.
Butt C 2009, Your Muscular Potential, 4th ed. Adonis: the golden section, as magazines have it."""

_FROM_CHEST: dict[Ideals, dict[str, float]] = {
    Ideals.MCCALLUM: {
        "upper_thigh": 0.53, "calf": 0.34, "hips": 0.85, "waist": 0.70, "neck": 0.37, "flexed_arm": 0.36,
        "forearm": 0.29,
    },
}  # fmt: skip
"""Ideals that are shares of the ideal chest. Source: SCIENCE section 4, McCallum as above."""

_IN_INCHES = (Ideals.BUTT,)
_FOR_MEN = (Ideals.BUTT,)
_NOT_ASKED_FOR = (HEAD,)


def ideals_for(sex: Sex | None) -> tuple[Ideals, ...]:
    """Whose ideals can be shown to somebody: Butt's formulas hold for men, and are left out for all others.

    sex: None when it is not known. Source: SCIENCE section 4.
    """
    return tuple(one for one in Ideals if sex == "male" or one not in _FOR_MEN)


def bases_of(whose: Ideals) -> tuple[str, ...]:
    """Which of a person's own girths (and STATURE, HEAD) these ideals start from, each once."""
    return tuple(dict.fromkeys(basis for terms in _FROM_OWN[whose].values() for _, basis in terms))


def proportions(whose: Ideals, own_cm: Mapping[str, float]) -> Proportions:
    """Work out the ideals of one writer.

    own_cm: site key, STATURE or HEAD -> cm; others than `bases_of` are overlooked. Sided girths: one value, for example
    the mean of both sides. Ideals from the head are left out without a word when it is not known. Raises ValueError
    when a value that takes part is not above zero. Source: `_FROM_OWN`, `_FROM_CHEST`.
    """
    ideals: list[Ideal] = []
    needs: list[Needs] = []
    unit = "in" if whose in _IN_INCHES else "cm"
    for site, factors in _FROM_OWN[whose].items():
        missing = tuple(basis for _, basis in factors if basis not in own_cm)
        if not missing:
            ideals.append(_ideal(site, unit, (_step(factors, own_cm, unit),)))
        elif not set(missing) & set(_NOT_ASKED_FOR):
            needs.append(Needs(site, missing))
    chest = next((one for one in ideals if one.site == "chest"), None)
    for site, share in _FROM_CHEST.get(whose, {}).items():
        if chest is None:
            needs.append(Needs(site, tuple(basis for basis in bases_of(whose) if basis not in own_cm)))
            continue
        value = chest.steps[-1].result
        last = Step((Term(share, "chest", value, from_ideal=True),), share * value)
        ideals.append(_ideal(site, unit, (*chest.steps, last)))
    return Proportions(whose, tuple(ideals), tuple(needs))


def lean_limit(own_cm: Mapping[str, float], body_fat_percent: float | None) -> LeanLimit | None:
    """The lean mass and body weight of Butt's formula for a man's frame; None while something is not known.

    own_cm: as for `proportions`; needs STATURE, wrist and ankle. body_fat_percent: at which it shall hold, from 0 to
    below 100. Raises ValueError when a value that takes part is out of range.
    Source: SCIENCE section 4, Butt 2009: LBM = H^1.5 (sqrt(W)/22.6670 + sqrt(A)/17.0104)(1 + bf/224), inches and lb;
    the weight is LBM / (1 - bf/100).
    """
    if body_fat_percent is None or not all(basis in own_cm for basis in (STATURE, "wrist", "ankle")):
        return None
    if not 0 <= body_fat_percent < 100:
        raise ValueError("body fat must be from 0 to below 100 percent")
    height, wrist, ankle = (_own(own_cm, basis, "in") for basis in (STATURE, "wrist", "ankle"))
    frame = math.sqrt(wrist) / 22.6670 + math.sqrt(ankle) / 17.0104
    lean = height**1.5 * frame * (1 + body_fat_percent / 224)
    weight = lean / (1 - body_fat_percent / 100)
    pounds = in_unit(1.0, Kind.MASS, UnitSystem.IMPERIAL)
    return LeanLimit(body_fat_percent, weight, lean / pounds, weight / pounds)


def _ideal(site: str, unit: str, steps: tuple[Step, ...]) -> Ideal:
    return Ideal(site, steps[-1].result / _per_cm(unit), unit, steps)


def _step(factors: _Sum, own_cm: Mapping[str, float], unit: str) -> Step:
    terms = tuple(Term(factor, basis, _own(own_cm, basis, unit)) for factor, basis in factors)
    return Step(terms, math.fsum(term.factor * term.value for term in terms))


def _own(own_cm: Mapping[str, float], basis: str, unit: str) -> float:
    value = own_cm[basis]
    if not (math.isfinite(value) and value > 0):
        raise ValueError("a girth or height must be above zero")
    return value * _per_cm(unit)


def _per_cm(unit: str) -> float:
    return in_unit(1.0, Kind.GIRTH, UnitSystem.IMPERIAL) if unit == "in" else 1.0
