"""What can be followed over time: a site, a limb's volume, a ratio, a difference of sides, the balance of the body, and
what was trained.

Owns the names of these measures, which sites each is made of, its words and how fast it usually moves. It must not
read anything, nor work a value out (that is `limb` and `services.measures`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.balance import LEG_SITES, UPPER_SITES
from legwork.domain.limb import SKINFOLD_OF, Segment, sites_in
from legwork.domain.muscles import MUSCLES, Muscle
from legwork.domain.muscles import region_of as region_of_muscle
from legwork.domain.sites import BUILT_IN, Kind, Region, Side, Site
from legwork.domain.verdict import Wording
from legwork.i18n import mark, tr
from legwork.numerals import number, rounded


class Family(StrEnum):
    """How a measure comes about. TONNAGE, HARD, KEPT and MUSCLE are of a week: tonnage, hard sets, planned sessions
    that were done, hard sets of a muscle. STRENGTH: the estimated one-rep maximum of a lift."""

    SITE = "site"
    VOLUME = "volume"
    RATIO = "ratio"
    DIFFERENCE = "difference"
    CORRECTED = "corrected"
    BALANCE = "balance"
    TONNAGE = "tonnage"
    HARD = "hard"
    KEPT = "kept"
    MUSCLE = "muscle"
    STRENGTH = "strength"


WEEKLY = frozenset({Family.TONNAGE, Family.HARD, Family.KEPT, Family.MUSCLE})
"""What a week comes to, rather than what was read on a day."""

TRAINED = WEEKLY | {Family.STRENGTH}
"""What comes out of the log of training rather than out of readings."""


@dataclass(frozen=True, order=True)
class Measure:
    """One thing to follow: of a pair of limbs (side NONE: left and right together), or of one side.

    name: the key of a site, a segment, a ratio, a muscle or an exercise, or INDEX or WEEK.
    """

    family: Family
    name: str
    side: Side = Side.NONE

    def __str__(self) -> str:
        text = f"{self.family.value}/{self.name}"
        return text if self.side is Side.NONE else f"{text}:{self.side.value}"

    @classmethod
    def parse(cls, text: str) -> Measure:
        """The inverse of `str`. Raises ValueError when family or side are unknown."""
        family, slash, rest = text.partition("/")
        name, _, side = rest.partition(":")
        if not slash or not name:
            raise ValueError(text)
        return cls(Family(family), name, Side(side) if side else Side.NONE)

    @property
    def of_site(self) -> bool:
        """Whether it is named after one site."""
        return self.family in (Family.SITE, Family.DIFFERENCE, Family.CORRECTED)

    @property
    def trained(self) -> bool:
        """Whether it comes out of the log of training."""
        return self.family in TRAINED

    @property
    def weekly(self) -> bool:
        """Whether it is what a week comes to."""
        return self.family in WEEKLY

    @property
    def pair(self) -> Measure:
        """The same of both sides."""
        return Measure(self.family, self.name)

    def on(self, side: Side) -> Measure:
        """The same of one side."""
        return Measure(self.family, self.name, side)


INDEX = "index"
"""The one measure of Family.BALANCE: what `balance.Index` is."""

WEEK = "week"
"""The one measure of each of the families TONNAGE, HARD and KEPT."""

_BODY_WEIGHT = "body_weight"

RATIOS: dict[str, tuple[str, str, str]] = {
    "thigh_arm": (mark("Thigh : arm"), "upper_thigh", "flexed_arm"),
    "calf_arm": (mark("Calf : arm"), "calf", "flexed_arm"),
    "shoulders_waist": (mark("Shoulders : waist"), "shoulders", "waist"),
}
"""Name, and the sites above and below the line."""

_SEGMENT_NAMES = {
    Segment.LEG: mark("Leg volume"),
    Segment.THIGH: mark("Thigh volume"),
    Segment.LOWER_LEG: mark("Lower leg volume"),
    Segment.ARM: mark("Arm volume"),
    Segment.UPPER_ARM: mark("Upper arm volume"),
    Segment.FOREARM: mark("Forearm volume"),
}
_TRAINING_NAMES = {
    Family.TONNAGE: mark("Tonnage"),
    Family.HARD: mark("Hard sets"),
    Family.KEPT: mark("Planned sessions done"),
}
_ARMS = (Segment.ARM, Segment.UPPER_ARM, Segment.FOREARM)

PACES = {Kind.GIRTH: 0.0012, Kind.MASS: 0.0025, Kind.PERCENT: 0.006, Kind.LENGTH: 0.0001, Kind.SKINFOLD: 0.006}
"""How fast a measure usually moves when it moves, as a share of it a week. Girths: the growth priors of SCIENCE
section 6, .05 to .10 cm a week on a thigh. The others are conventions: a quarter of a percent of body weight
(SCIENCE section 7), and for a body fat of 17 % a tenth of a point."""


def site_measures(sites: tuple[Site, ...]) -> Iterator[Measure]:
    """Every measure that could be followed on these sites, in the order in which they are offered."""
    for site in sites:
        if site.kind is not Kind.LENGTH:
            yield Measure(Family.SITE, site.key)
    yield Measure(Family.BALANCE, INDEX)
    yield from (Measure(Family.VOLUME, segment.value) for segment in _SEGMENT_NAMES)
    yield from (Measure(Family.RATIO, name) for name in RATIOS)
    yield from (Measure(Family.DIFFERENCE, site.key) for site in sites if site.sided and site.kind is Kind.GIRTH)
    yield from (Measure(Family.CORRECTED, site.key) for site in BUILT_IN if site.key in SKINFOLD_OF)


def sites_of(measure: Measure) -> frozenset[str]:
    """Keys of all sites whose readings a measure depends on.

    One's own weight is part of many loads, and where the legs stand tells how many sets a muscle should get.
    """
    if measure.family in (Family.TONNAGE, Family.STRENGTH):
        return frozenset((_BODY_WEIGHT,))
    if measure.family is Family.MUSCLE:
        return frozenset((*UPPER_SITES, *LEG_SITES))
    if measure.trained:
        return frozenset()
    if measure.family is Family.VOLUME:
        return sites_in(Segment(measure.name))
    if measure.family is Family.RATIO:
        return frozenset(RATIOS[measure.name][1:])
    if measure.family is Family.CORRECTED:
        return frozenset((measure.name, SKINFOLD_OF[measure.name]))
    if measure.family is Family.BALANCE:
        return frozenset((*UPPER_SITES, *LEG_SITES))
    return frozenset((measure.name,))


def is_known(measure: Measure, sites: dict[str, Site]) -> bool:
    """Whether it can be followed by somebody with these sites; a view may name one that has gone since."""
    if measure.family is Family.VOLUME:
        return measure.name in tuple(Segment)
    if measure.family is Family.RATIO:
        return measure.name in RATIOS
    if measure.family is Family.CORRECTED:
        return measure.name in SKINFOLD_OF
    if measure.family is Family.BALANCE:
        return measure.name == INDEX
    if measure.family is Family.MUSCLE:
        return measure.name in tuple(Muscle)
    if measure.trained:
        return measure.family is Family.STRENGTH or measure.name == WEEK
    return measure.name in sites


def name_of(measure: Measure, site: Site | None) -> str:
    """The translated name without the side: "Calf", "Thigh volume". site: the one it is named after, if any.

    Not of STRENGTH: an exercise has its name from the catalogue.
    """
    if measure.family is Family.MUSCLE:
        name = tr(MUSCLES[Muscle(measure.name)])
        return name[:1].upper() + name[1:]
    if measure.trained:
        return tr(_TRAINING_NAMES[measure.family])
    if measure.family is Family.VOLUME:
        return tr(_SEGMENT_NAMES[Segment(measure.name)])
    if measure.family is Family.RATIO:
        return tr(RATIOS[measure.name][0])
    if measure.family is Family.BALANCE:
        return tr("Leg balance")
    assert site is not None
    name = site.name if site.custom else tr(site.name)
    if measure.family is Family.DIFFERENCE:
        return tr("{site}, left − right", site=name)
    if measure.family is Family.CORRECTED:
        return tr("{site} without skin and fat", site=name)
    return name


def region_of(measure: Measure, site: Site | None) -> Region:
    """Where a measure counts in the balance of the body; decides its hue. A lift's is said by the catalogue."""
    if measure.family is Family.MUSCLE:
        return region_of_muscle(Muscle(measure.name))
    if measure.family is Family.VOLUME:
        return Region.UPPER if Segment(measure.name) in _ARMS else Region.LOWER
    if measure.family is Family.RATIO:
        return Region.UPPER if measure.name == "shoulders_waist" else Region.LOWER
    if measure.family is Family.BALANCE:
        return Region.LOWER
    return site.region if site is not None else Region.WHOLE


def pace_of(measure: Measure, site: Site | None) -> float:
    """How fast it usually moves, as a share of its own value a week (of the girth for a difference).

    Source: PACES; a volume goes with the square of its girths.
    """
    if measure.family is Family.VOLUME:
        return 2 * PACES[Kind.GIRTH]
    return PACES[site.kind if site is not None and measure.of_site else Kind.GIRTH]


def wording_of(measure: Measure, site: Site | None) -> Wording:
    """What a rise of it is called."""
    if measure.family is Family.DIFFERENCE:
        return Wording.GAP
    if not measure.of_site and measure.family is not Family.VOLUME:
        return Wording.LEVEL
    if site is not None and site.kind is not Kind.GIRTH:
        return Wording.LEVEL
    return Wording.LIMB


SETS, KG_A_WEEK, LB_A_WEEK = mark("sets a week"), mark("kg a week"), mark("lb a week")
"""Units of what a week comes to, marked for translation: apart from kg, because a tonnage needs an axis of its own."""

_DIGITS = {"in": 2, "L": 2, "": 3}
_THOUSAND = 1_000


def number_text(value: float, unit: str) -> str:
    """A value as a person reads it: inches and litres need two digits, ratios (no unit) three, all else one.

    From a thousand on without a fraction, and whole sets without a decimal.
    """
    return number(value, _digits(value, unit))


def as_shown(value: float, unit: str) -> float:
    """A value rounded as `number_text` shows it, so that what is worked out from shown numbers agrees with them."""
    return rounded(value, _digits(value, unit))


def signed_text(value: float, unit: str) -> str:
    """A change with its sign: "+0.4", "−0.1", "0.0"."""
    return number(value, _digits(value, unit), signed=True)


def plain_text(value: float, unit: str) -> str:
    """What `number_text` writes, as it is kept: with a point, without groups."""
    places = _digits(value, unit)
    return f"{rounded(value, places):.{places}f}"


def _digits(value: float, unit: str) -> int:
    if abs(value) >= _THOUSAND or (unit == tr(SETS) and round(value, 1) == round(value)):
        return 0
    return _DIGITS.get(unit, 1)


def value_text(value: float, unit: str) -> str:
    """A value with its unit, kept on one line."""
    return f"{number_text(value, unit)}\N{NO-BREAK SPACE}{unit}" if unit else number_text(value, unit)
