"""Exercises: what one trains, how its load is counted, how it is done, and what can stand in for it.

Owns the value types, what a load moves, and the refusals of a badly written file. It must not open files
(`services.catalogue` does), find exercises by name (`exercise_names` does), or choose exercises for a plan. Texts of
the shipped ones are English here and translated with `tr` where they are shown.

Source of the shares: sets count 1 where a muscle is trained directly and half where it helps (Pelland 2024, SCIENCE
section 6); a quarter stands for help that is small or without much movement (convention).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.muscles import Muscle
from legwork.domain.pain_holds import HELD
from legwork.domain.patterns import SINGLE_JOINT, Pattern, pattern_region
from legwork.domain.questionnaire import refuse
from legwork.domain.self_checks import Area
from legwork.domain.sites import Region
from legwork.i18n import mark, tr

DIRECT = 1.0
"""The share of a set that trains a muscle directly."""

MOST_REPS, MOST_SECONDS = 50, 300
"""The most that a range may end with (conventions)."""

SMALLEST_STEP_KG, LARGEST_STEP_KG = 0.25, 20.0
"""Limits of the smallest sensible step in load (conventions)."""


class Equipment(StrEnum):
    """What has to be there. BODY: nothing but oneself, or a weight that is added to it."""

    BARBELL = "barbell"
    EZ_BAR = "ez_bar"
    TRAP_BAR = "trap_bar"
    SAFETY_BAR = "safety_bar"
    DUMBBELLS = "dumbbells"
    KETTLEBELL = "kettlebell"
    PLATE = "plate"
    MACHINE = "machine"
    CABLE = "cable"
    SMITH = "smith"
    LANDMINE = "landmine"
    SLED = "sled"
    BAND = "band"
    BODY = "body"
    RACK = "rack"
    BENCH = "bench"
    PULL_UP_BAR = "pull_up_bar"
    DIP_BARS = "dip_bars"
    BOX = "box"
    BALL = "ball"
    RINGS = "rings"
    WHEEL = "wheel"
    SLIDERS = "sliders"


EQUIPMENT: dict[Equipment, str] = {
    Equipment.BARBELL: mark("barbell"),
    Equipment.EZ_BAR: mark("EZ bar"),
    Equipment.TRAP_BAR: mark("trap bar"),
    Equipment.SAFETY_BAR: mark("safety bar"),
    Equipment.DUMBBELLS: mark("dumbbells"),
    Equipment.KETTLEBELL: mark("kettlebell"),
    Equipment.PLATE: mark("weight plate"),
    Equipment.MACHINE: mark("machine"),
    Equipment.CABLE: mark("cable"),
    Equipment.SMITH: mark("Smith machine"),
    Equipment.LANDMINE: mark("landmine"),
    Equipment.SLED: mark("sled"),
    Equipment.BAND: mark("band"),
    Equipment.BODY: mark("body weight"),
    Equipment.RACK: mark("rack"),
    Equipment.BENCH: mark("bench"),
    Equipment.PULL_UP_BAR: mark("pull-up bar"),
    Equipment.DIP_BARS: mark("dip bars"),
    Equipment.BOX: mark("box or step"),
    Equipment.BALL: mark("exercise ball"),
    Equipment.RINGS: mark("rings or straps"),
    Equipment.WHEEL: mark("ab wheel"),
    Equipment.SLIDERS: mark("sliders"),
}
"""For people, marked for translation."""


class Counting(StrEnum):
    """What the number of kilograms stands for."""

    TOTAL = "total"
    PER_HAND = "per_hand"
    PER_SIDE = "per_side"
    BODY_PLUS = "body_plus"
    BODY_MINUS = "body_minus"
    BODY = "body"


COUNTED: dict[Counting, str] = {
    Counting.TOTAL: mark("All that moves: the bar with its plates, the stack, or the one weight that you hold."),
    Counting.PER_HAND: mark("One of the two equal weights, one in each hand."),
    Counting.PER_SIDE: mark("One of the two sides, which are loaded apart and move together."),
    Counting.BODY_PLUS: mark("What you add to your own weight; nothing means your own weight alone."),
    Counting.BODY_MINUS: mark("The help that is taken off your own weight: less help is harder."),
    Counting.BODY: mark("Your own weight alone: only reps or seconds are counted."),
}
"""The sentence beside the load, marked for translation."""

ON_BODY = frozenset({Counting.BODY_PLUS, Counting.BODY_MINUS, Counting.BODY})
"""Here one's own weight is part of the load."""


class BodyArea(StrEnum):
    """Where pain may hold an exercise back. The first four have the values of `self_checks.Area`."""

    KNEE = "knee"
    HIP = "hip"
    LOWER_BACK = "lower_back"
    ANKLE = "ankle"
    SHOULDER = "shoulder"
    ELBOW = "elbow"
    WRIST = "wrist"


@dataclass(frozen=True)
class Share:
    """How much of a set a muscle is credited with, above 0 and up to DIRECT, and why in one sentence."""

    muscle: Muscle
    share: float
    reason: str = ""


@dataclass(frozen=True)
class Substitute:
    """An exercise that can stand in. why: what it keeps; needed where the pattern is another one, else empty."""

    key: str
    why: str = ""


@dataclass(frozen=True)
class Exercise:
    """One exercise, shipped or of the person's own.

    name, cues, reasons: marked for translation, but an own one's are as they were typed. muscles: at least one with
    DIRECT; an own one that an import brought may have none, and then counts for none until the person says for which.
    equipment: all that is needed, what is moved first. one_sided: one limb at a time. timed: `reps` are
    seconds. reps: from and to, where to begin. increment_kg: the smallest sensible step, counted as the load is; None
    where only the body counts. body_share: part of body weight that moves, None where the body does not count.
    avoid: where pain should hold it back. substitutes: best first. aliases: what other programs call it.
    """

    key: str
    name: str
    pattern: Pattern
    region: Region
    muscles: tuple[Share, ...]
    equipment: tuple[Equipment, ...] = ()
    counting: Counting = Counting.TOTAL
    one_sided: bool = False
    compound: bool = False
    timed: bool = False
    reps: tuple[int, int] = (8, 12)
    increment_kg: float | None = 2.5
    body_share: float | None = None
    body_reason: str = ""
    cues: tuple[str, ...] = ()
    avoid: tuple[BodyArea, ...] = ()
    substitutes: tuple[Substitute, ...] = ()
    aliases: tuple[str, ...] = ()
    custom: bool = False

    @property
    def label(self) -> str:
        """The name as it is shown: translated, or as the person typed it."""
        return self.name if self.custom else tr(self.name)

    @property
    def direct(self) -> frozenset[Muscle]:
        """The muscles that it trains directly."""
        return frozenset(one.muscle for one in self.muscles if one.share == DIRECT)

    def share_of(self, muscle: Muscle) -> float:
        """How much of a set this muscle is credited with; 0 when it has no part."""
        return next((one.share for one in self.muscles if one.muscle is muscle), 0.0)


def checked(exercise: Exercise, where: str) -> Exercise:
    """The exercise itself, when its values make sense together; else ValueError, naming the place."""
    shares = [one.share for one in exercise.muscles]
    unknown = exercise.custom and not shares
    if not all(0 < one <= DIRECT for one in shares) or (DIRECT not in shares and not unknown):
        refuse(where, "shares above 0 and up to 1 are expected, and one muscle with 1")
    if len({one.muscle for one in exercise.muscles}) < len(shares):
        refuse(where, "a muscle is there twice")
    low, high = exercise.reps
    if not 1 <= low <= high <= (MOST_SECONDS if exercise.timed else MOST_REPS):
        refuse(where, f"{low} to {high} reps or seconds is no sensible range")
    step = exercise.increment_kg
    if (step is None) != (exercise.counting is Counting.BODY):
        refuse(where, "a step in load is needed, but not where only the body counts")
    if step is not None and not SMALLEST_STEP_KG <= step <= LARGEST_STEP_KG:
        refuse(where, f"{step} kg is no sensible step")
    share = exercise.body_share
    if (share is None) == (exercise.counting in ON_BODY) or (share is not None and not 0 < share <= 1):
        refuse(where, "a share of body weight is needed exactly where the body counts, above 0 and up to 1")
    return exercise


_NAMED = frozenset(area.value for area in Area)


def avoid_of(pattern: Pattern) -> tuple[BodyArea, ...]:
    """Where pain holds back every exercise of a pattern. Source: `pain_holds.HELD` (convention)."""
    return tuple(one for one in BodyArea if one.value in _NAMED and pattern in HELD[Area(one.value)])


def own_exercise(
    key: str,
    name: str,
    pattern: Pattern,
    muscles: Iterable[Share],
    equipment: Iterable[Equipment] = (),
    counting: Counting = Counting.TOTAL,
    one_sided: bool = False,
    body_share: float | None = None,
) -> Exercise:
    """An exercise of the person's own, with what its pattern lets expect: region, pain, one joint or several.

    body_share: 1 where the body counts and nothing was said (convention). Fields that are not asked for here can be
    set with `dataclasses.replace`. Raises ValueError as `checked`.
    """
    if counting in ON_BODY and body_share is None:
        body_share = 1.0
    found = Exercise(
        key,
        name,
        pattern,
        pattern_region(pattern),
        tuple(muscles),
        tuple(equipment),
        counting,
        one_sided,
        compound=pattern not in SINGLE_JOINT,
        increment_kg=None if counting is Counting.BODY else 2.5,
        body_share=body_share,
        avoid=avoid_of(pattern),
        custom=True,
    )
    return checked(found, f"exercise {key}")
