"""The muscles of the whole body, as plans and logs count their sets.

Owns their names, under which tape they lie, and where each one counts in the balance of the body. It must not know
exercises (that is `exercise`), nor how many sets a muscle should get (that is `plan_brief`).
"""

from __future__ import annotations

from enum import StrEnum

from legwork.domain.sites import Region
from legwork.i18n import mark


class Muscle(StrEnum):
    """A muscle group, legs first. Coarse enough for what is known of sets and growth (convention)."""

    QUADRICEPS = "quadriceps"
    HAMSTRINGS = "hamstrings"
    GLUTES = "glutes"
    CALVES = "calves"
    ADDUCTORS = "adductors"
    ABDUCTORS = "abductors"
    SHINS = "shins"
    CHEST = "chest"
    LATS = "lats"
    UPPER_BACK = "upper_back"
    TRAPS = "traps"
    FRONT_DELTS = "front_delts"
    SIDE_DELTS = "side_delts"
    REAR_DELTS = "rear_delts"
    ROTATOR_CUFF = "rotator_cuff"
    BICEPS = "biceps"
    TRICEPS = "triceps"
    FOREARMS = "forearms"
    NECK = "neck"
    ABDOMINALS = "abdominals"
    OBLIQUES = "obliques"
    LOWER_BACK = "lower_back"


MUSCLES: dict[Muscle, str] = {
    Muscle.QUADRICEPS: mark("front of the thighs"),
    Muscle.HAMSTRINGS: mark("back of the thighs"),
    Muscle.GLUTES: mark("glutes"),
    Muscle.CALVES: mark("calves"),
    Muscle.ADDUCTORS: mark("inner thighs"),
    Muscle.ABDUCTORS: mark("outer hips"),
    Muscle.SHINS: mark("shins"),
    Muscle.CHEST: mark("chest"),
    Muscle.LATS: mark("lats"),
    Muscle.UPPER_BACK: mark("upper back"),
    Muscle.TRAPS: mark("top of the shoulders"),
    Muscle.FRONT_DELTS: mark("front of the shoulders"),
    Muscle.SIDE_DELTS: mark("side of the shoulders"),
    Muscle.REAR_DELTS: mark("back of the shoulders"),
    Muscle.ROTATOR_CUFF: mark("rotators of the shoulders"),
    Muscle.BICEPS: mark("biceps"),
    Muscle.TRICEPS: mark("triceps"),
    Muscle.FOREARMS: mark("forearms"),
    Muscle.NECK: mark("neck"),
    Muscle.ABDOMINALS: mark("abdominals"),
    Muscle.OBLIQUES: mark("sides of the trunk"),
    Muscle.LOWER_BACK: mark("lower back"),
}
"""For people, marked for translation; they fit into the middle of a sentence."""

_TRUNK = frozenset({Muscle.ABDOMINALS, Muscle.OBLIQUES, Muscle.LOWER_BACK})

MUSCLES_OF_SITE: dict[str, tuple[Muscle, ...]] = {
    "upper_thigh": (Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.GLUTES, Muscle.ADDUCTORS),
    "mid_thigh": (Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.ADDUCTORS),
    "lower_thigh": (Muscle.QUADRICEPS, Muscle.HAMSTRINGS),
    "calf": (Muscle.CALVES,),
    "hips": (Muscle.GLUTES,),
    "flexed_arm": (Muscle.BICEPS, Muscle.TRICEPS),
    "relaxed_arm": (Muscle.BICEPS, Muscle.TRICEPS),
    "forearm": (Muscle.FOREARMS,),
    "chest": (Muscle.CHEST, Muscle.LATS, Muscle.UPPER_BACK),
    "shoulders": (Muscle.SIDE_DELTS, Muscle.FRONT_DELTS, Muscle.REAR_DELTS),
    "neck": (Muscle.NECK, Muscle.TRAPS),
}
"""Which muscles lie under the tape of a girth's site (anatomy; the gluteal fold is where the upper thigh is measured);
other sites tell nothing of muscles."""

LEG_MUSCLES: tuple[Muscle, ...] = (
    Muscle.QUADRICEPS,
    Muscle.HAMSTRINGS,
    Muscle.GLUTES,
    Muscle.CALVES,
    Muscle.ADDUCTORS,
    Muscle.ABDUCTORS,
    Muscle.SHINS,
)
"""What makes the legs, hips included."""


def region_of(muscle: Muscle) -> Region:
    """Where a muscle counts: LOWER, UPPER or TRUNK."""
    if muscle in LEG_MUSCLES:
        return Region.LOWER
    return Region.TRUNK if muscle in _TRUNK else Region.UPPER
