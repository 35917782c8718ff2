"""The patterns of loaded movement: which exercises are of one kind, so that one can stand in for another.

Owns the patterns and their names. It must not know single exercises (that is `exercise`), nor pain (`pain_holds`).
"""

from __future__ import annotations

from enum import StrEnum

from legwork.domain.sites import Region
from legwork.i18n import mark


class Pattern(StrEnum):
    """A kind of loaded movement, as the exercises name it. Legs first, compound lifts before single joints.

    LUNGE: also split squats and step-ups. PULLDOWN: also pull-ups. HORIZONTAL_PRESS: also push-ups and chest dips.
    PULLOVER: arms stay straight. OLYMPIC: snatch, clean and their pulls.
    """

    SQUAT = "squat"
    HINGE = "hinge"
    LUNGE = "lunge"
    LEG_PRESS = "leg_press"
    KNEE_EXTENSION = "knee_extension"
    LEG_CURL = "leg_curl"
    HIP_THRUST = "hip_thrust"
    ADDUCTION = "adduction"
    ABDUCTION = "abduction"
    CALF_RAISE = "calf_raise"
    TIBIALIS = "tibialis"
    JUMP = "jump"
    SLED = "sled"
    OLYMPIC = "olympic"
    HORIZONTAL_PRESS = "horizontal_press"
    VERTICAL_PRESS = "vertical_press"
    ROW = "row"
    PULLDOWN = "pulldown"
    PULLOVER = "pullover"
    FLY = "fly"
    LATERAL_RAISE = "lateral_raise"
    FRONT_RAISE = "front_raise"
    REAR_DELT = "rear_delt"
    SHOULDER_ROTATION = "shoulder_rotation"
    CURL = "curl"
    TRICEPS = "triceps"
    WRIST = "wrist"
    SHRUG = "shrug"
    NECK = "neck"
    BACK_EXTENSION = "back_extension"
    CORE_FLEXION = "core_flexion"
    CORE_STABILITY = "core_stability"
    CORE_ROTATION = "core_rotation"
    CARRY = "carry"


PATTERNS: dict[Pattern, str] = {
    Pattern.SQUAT: mark("squats"),
    Pattern.HINGE: mark("deadlifts and hinges"),
    Pattern.LUNGE: mark("lunges and split squats"),
    Pattern.LEG_PRESS: mark("leg presses"),
    Pattern.KNEE_EXTENSION: mark("knee extensions"),
    Pattern.LEG_CURL: mark("leg curls"),
    Pattern.HIP_THRUST: mark("hip thrusts and bridges"),
    Pattern.ADDUCTION: mark("inner thigh"),
    Pattern.ABDUCTION: mark("outer hip"),
    Pattern.CALF_RAISE: mark("calf raises"),
    Pattern.TIBIALIS: mark("shin raises"),
    Pattern.JUMP: mark("jumps"),
    Pattern.SLED: mark("sled"),
    Pattern.OLYMPIC: mark("Olympic lifts"),
    Pattern.HORIZONTAL_PRESS: mark("chest presses"),
    Pattern.VERTICAL_PRESS: mark("shoulder presses"),
    Pattern.ROW: mark("rows"),
    Pattern.PULLDOWN: mark("pull-ups and pulldowns"),
    Pattern.PULLOVER: mark("pullovers"),
    Pattern.FLY: mark("flies"),
    Pattern.LATERAL_RAISE: mark("lateral raises"),
    Pattern.FRONT_RAISE: mark("front raises"),
    Pattern.REAR_DELT: mark("rear shoulder"),
    Pattern.SHOULDER_ROTATION: mark("shoulder rotation"),
    Pattern.CURL: mark("arm curls"),
    Pattern.TRICEPS: mark("triceps"),
    Pattern.WRIST: mark("forearm and grip"),
    Pattern.SHRUG: mark("shrugs"),
    Pattern.NECK: mark("neck"),
    Pattern.BACK_EXTENSION: mark("back extensions"),
    Pattern.CORE_FLEXION: mark("crunches and leg raises"),
    Pattern.CORE_STABILITY: mark("planks and bracing"),
    Pattern.CORE_ROTATION: mark("trunk rotation"),
    Pattern.CARRY: mark("carries"),
}
"""For people, marked for translation."""

_PATTERNS = tuple(Pattern)
_LEGS_END, _TRUNK_BEGIN = _PATTERNS.index(Pattern.HORIZONTAL_PRESS), _PATTERNS.index(Pattern.BACK_EXTENSION)


def pattern_region(pattern: Pattern) -> Region:
    """Where exercises of a pattern usually belong: LOWER, UPPER or TRUNK. For an exercise of the person's own."""
    place = _PATTERNS.index(pattern)
    return Region.LOWER if place < _LEGS_END else Region.UPPER if place < _TRUNK_BEGIN else Region.TRUNK


SINGLE_JOINT = frozenset(
    {
        Pattern.KNEE_EXTENSION,
        Pattern.LEG_CURL,
        Pattern.ADDUCTION,
        Pattern.ABDUCTION,
        Pattern.CALF_RAISE,
        Pattern.TIBIALIS,
        Pattern.PULLOVER,
        Pattern.FLY,
        Pattern.LATERAL_RAISE,
        Pattern.FRONT_RAISE,
        Pattern.REAR_DELT,
        Pattern.SHOULDER_ROTATION,
        Pattern.CURL,
        Pattern.TRICEPS,
        Pattern.WRIST,
        Pattern.SHRUG,
        Pattern.NECK,
        Pattern.BACK_EXTENSION,
        Pattern.CORE_FLEXION,
        Pattern.CORE_STABILITY,
        Pattern.CORE_ROTATION,
    }
)
"""Patterns that usually move one joint; the others are compound."""
