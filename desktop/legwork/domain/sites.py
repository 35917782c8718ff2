"""The measurement sites: what each is called, where the tape goes, what range a human body can have there.

Owns the built-in catalogue and the value types `Site`, `Side` and `Spot`. It must not know how readings are stored
or shown. Texts are marked for translation here and translated where they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legwork.i18n import mark, tr


class Side(StrEnum):
    """Which half of the body a reading belongs to. NONE also serves sided sites whose source named no side."""

    NONE = "none"
    LEFT = "left"
    RIGHT = "right"


class Kind(StrEnum):
    """What is measured; decides the unit: GIRTH cm, MASS kg, PERCENT percent of body mass.

    LENGTH: the height of a landmark over the floor, cm. SKINFOLD: cm inside like all lengths, but always shown and
    typed in mm, as calipers read.
    """

    GIRTH = "girth"
    MASS = "mass"
    PERCENT = "percent"
    LENGTH = "length"
    SKINFOLD = "skinfold"


class Region(StrEnum):
    """Where a site counts in the balance of the body, and which hue it wears."""

    LOWER = "lower"
    UPPER = "upper"
    TRUNK = "trunk"
    WHOLE = "whole"


@dataclass(frozen=True)
class Site:
    """One thing that can be measured.

    low, high: the widest range a living adult or teenager can have, in cm, kg or percent (a convention, generous).
    tem_percent: technical error of measurement of one reading, percent of the value.
        Source: SCIENCE section 2: ISAK accepts 1.0 % on girths; self-measurement starts there (convention).
        Heights start at 1.0 % as well and skinfolds at 5.0 % (conventions).
    where, how: the sentences beside the drawing, marked for translation.
    """

    key: str
    name: str
    kind: Kind
    region: Region
    sided: bool
    low: float
    high: float
    where: str
    how: str
    tem_percent: float = 1.0
    custom: bool = False

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The spots a person enters for this site: one, or left and right."""
        sides = (Side.LEFT, Side.RIGHT) if self.sided else (Side.NONE,)
        return tuple(Spot(self.key, side) for side in sides)


@dataclass(frozen=True, order=True)
class Spot:
    """A site on one side of the body: what a single field, column or line on a chart stands for."""

    site: str
    side: Side = Side.NONE

    def __str__(self) -> str:
        return self.site if self.side is Side.NONE else f"{self.site}:{self.side.value}"

    @classmethod
    def parse(cls, text: str) -> Spot:
        """The inverse of `str`. Raises ValueError when the side is unknown."""
        site, _, side = text.partition(":")
        return cls(site, Side(side) if side else Side.NONE)


def _girth(
    key: str, name: str, region: Region, low: float, high: float, where: str, how: str, *, sided: bool = False
) -> Site:
    return Site(key, name, Kind.GIRTH, region, sided, low, high, where, how)


def _height(
    key: str, name: str, region: Region, low: float, high: float, where: str, how: str, *, tem_percent: float = 1.0
) -> Site:
    """Not sided: one measured side is enough for both."""
    return Site(key, name, Kind.LENGTH, region, False, low, high, where, how, tem_percent)


def _skinfold(key: str, name: str, region: Region, where: str, how: str) -> Site:
    """From 2 to 80 mm, as far as a caliper opens (a convention)."""
    return Site(key, name, Kind.SKINFOLD, region, True, 0.2, 8.0, where, how, tem_percent=5.0)


BUILT_IN: tuple[Site, ...] = (
    Site(
        "body_weight", mark("Body weight"), Kind.MASS, Region.WHOLE, False, 20.0, 400.0,
        mark("On the scale, in the morning, after the toilet and before food or drink."),
        mark("Stand still in the middle, with as little clothing as last time."),
        tem_percent=0.5,
    ),
    Site(
        "body_fat", mark("Body fat"), Kind.PERCENT, Region.WHOLE, False, 2.0, 70.0,
        mark("From a scale or caliper you trust, or worked out from your tape (US Navy equations)."),
        mark("Stay with one method: different methods differ by several points."),
        tem_percent=5.0,
    ),
    _girth(
        "neck", mark("Neck"), Region.UPPER, 20, 80,
        mark("Just below the Adam's apple, the tape at a right angle to the neck."),
        mark("Look straight ahead and let the shoulders hang."),
    ),
    _girth(
        "shoulders", mark("Shoulders"), Region.UPPER, 60, 220,
        mark("Around both arms at the widest point of the shoulder muscles."),
        mark("Arms hang loosely. A second person or a mirror keeps the tape level."),
    ),
    _girth(
        "chest", mark("Chest"), Region.UPPER, 50, 220,
        mark("Around the chest at the height of the nipples, high under the arms at the back."),
        mark("Arms hang. Read at the end of a normal breath out."),
    ),
    _girth(
        "waist", mark("Waist"), Region.TRUNK, 40, 250,
        mark("At the height of the navel, not at the narrowest place."),
        mark("Stand relaxed, do not pull the belly in, read at the end of a normal breath out."),
    ),
    _girth(
        "hips", mark("Hips"), Region.TRUNK, 50, 250,
        mark("Around the buttocks where they are largest."),
        mark("Feet together, weight on both. Check in a mirror that the tape is level."),
    ),
    _girth(
        "flexed_arm", mark("Flexed arm"), Region.UPPER, 12, 80,
        mark("At the peak of the biceps, upper arm level, elbow bent to a right angle."),
        mark("Make a fist and tense as hard as you can. The tape must not dent the muscle."), sided=True,
    ),
    _girth(
        "relaxed_arm", mark("Relaxed arm"), Region.UPPER, 12, 75,
        mark("Halfway between the tip of the shoulder and the point of the elbow."),
        mark("The arm hangs loosely at your side."), sided=True,
    ),
    _girth(
        "forearm", mark("Forearm"), Region.UPPER, 12, 60,
        mark("At its largest, a hand's width below the elbow, palm up."),
        mark("Make a fist and tense the forearm."), sided=True,
    ),
    _girth(
        "wrist", mark("Wrist"), Region.UPPER, 9, 35,
        mark("On the hand side of the two wrist bones, at the narrowest place."),
        mark("Open hand, palm up. Once a year is enough: it tells your frame."), sided=True,
    ),
    _girth(
        "upper_thigh", mark("Upper thigh"), Region.LOWER, 25, 130,
        mark("Directly below the gluteal fold, the crease under the buttock."),
        mark("Stand with feet slightly apart, weight on both, thigh relaxed. Keep the tape level."), sided=True,
    ),
    _girth(
        "mid_thigh", mark("Mid-thigh"), Region.LOWER, 22, 120,
        mark("Halfway between the crease of the groin and the upper edge of the kneecap."),
        mark("Mark the place with a pen. Weight on both feet, thigh relaxed."), sided=True,
    ),
    _girth(
        "lower_thigh", mark("Lower thigh"), Region.LOWER, 20, 100,
        mark("Just above the kneecap, where the thigh begins."),
        mark("Stand upright, weight on both feet, thigh relaxed."), sided=True,
    ),
    _girth(
        "knee", mark("Knee"), Region.LOWER, 20, 90,
        mark("Around the middle of the kneecap."),
        mark("Stand upright with the knee straight but not locked."), sided=True,
    ),
    _girth(
        "calf", mark("Calf"), Region.LOWER, 15, 90,
        mark("At its largest: slide the tape up and down until the number is highest."),
        mark("Feet slightly apart, weight on both, heel on the floor."), sided=True,
    ),
    _girth(
        "ankle", mark("Ankle"), Region.LOWER, 12, 60,
        mark("At its narrowest, just above the ankle bones."),
        mark("Weight on both feet. Once a year is enough: it tells your frame."), sided=True,
    ),
    _height(
        "gluteal_fold_height", mark("Gluteal fold height"), Region.LOWER, 40, 130,
        mark("From the floor straight up to the crease under the buttock, or to the crotch."),
        mark("Barefoot and upright, weight on both feet. Stay with one of the two. Once a year is enough."),
    ),
    _height(
        "knee_height", mark("Knee height"), Region.LOWER, 20, 75,
        mark("From the floor straight up to the middle of the kneecap."),
        mark("Barefoot, the knee straight but not locked. Once a year is enough."),
    ),
    _height(
        "ankle_height", mark("Ankle height"), Region.LOWER, 3, 15,
        mark("From the floor straight up to the outer ankle bone, where it sticks out most."),
        mark("Barefoot, weight on both feet. Once a year is enough."),
        tem_percent=3.0,  # a bone is found within about 2 mm, however near the floor it is (convention)
    ),
    _height(
        "shoulder_height", mark("Shoulder height"), Region.UPPER, 70, 210,
        mark("From the floor straight up to the bony tip of the shoulder, the outer end of the shoulder blade."),
        mark("Barefoot, arms hanging, shoulders not drawn up. A second person reads it best."),
    ),
    _height(
        "elbow_height", mark("Elbow height"), Region.UPPER, 45, 160,
        mark("From the floor straight up to the small gap at the outside of the elbow, where the forearm begins."),
        mark("Turn the palm to and fro to feel the bone that rolls below the gap, then let the arm hang."),
    ),
    _height(
        "wrist_height", mark("Wrist height"), Region.UPPER, 30, 125,
        mark("From the floor straight up to the tip of the bone at the thumb side of the wrist."),
        mark("Let the arm hang straight, with the shoulder where it was for the elbow."),
    ),
    _skinfold(
        "front_thigh_skinfold", mark("Front thigh skinfold"), Region.LOWER,
        mark("At the front of the thigh, halfway between groin and kneecap, the fold along the leg."),
        mark("Sit, the knee bent, the leg relaxed. Lift skin and fat off the muscle, read after two seconds."),
    ),
    _skinfold(
        "calf_skinfold", mark("Calf skinfold"), Region.LOWER,
        mark("At the inner side of the calf where it is largest, the fold along the leg."),
        mark("Foot on a stool, knee bent to a right angle, calf relaxed. Read after two seconds."),
    ),
    _skinfold(
        "triceps_skinfold", mark("Triceps skinfold"), Region.UPPER,
        mark("At the back of the upper arm, halfway from shoulder tip to elbow point, the fold along the arm."),
        mark("The arm hangs loosely at your side. Read after two seconds."),
    ),
)  # fmt: skip

BUILT_IN_BY_KEY: dict[str, Site] = {site.key: site for site in BUILT_IN}

HEIGHTS: tuple[str, ...] = tuple(site.key for site in BUILT_IN if site.kind is Kind.LENGTH)
"""Landmarks over the floor; two of them make the length of a limb's segment."""

DEFAULT_TRACKED: tuple[str, ...] = (
    "body_weight", "neck", "shoulders", "chest", "waist", "hips", "flexed_arm", "upper_thigh", "calf",
)  # fmt: skip
"""The lean default: nine sites, twelve values. What the balance view needs, and nothing more."""

CUSTOM_LOW, CUSTOM_HIGH = 1.0, 300.0
"""Range of a girth at a site of the person's own, cm (a convention)."""


def own_site(key: str, name: str, sided: bool) -> Site:
    """A girth of the person's own; the tape goes where they decided."""
    return Site(
        key,
        name,
        Kind.GIRTH,
        Region.WHOLE,
        sided,
        CUSTOM_LOW,
        CUSTOM_HIGH,
        mark("A site of your own."),
        mark("Measure at the same place each time: a mole, a scar or a height from the floor finds it again."),
        custom=True,
    )


def with_side(name: str, side: Side) -> str:
    """A translated name with its side: "Calf, left"."""
    if side is Side.NONE:
        return name
    return tr("{site}, left", site=name) if side is Side.LEFT else tr("{site}, right", site=name)


def spot_label(site: Site, side: Side) -> str:
    """The translated name of a spot: "Calf, left"."""
    return with_side(site.name if site.custom else tr(site.name), side)
