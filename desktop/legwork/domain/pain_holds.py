"""Pain: which lifts are held back for now, and when somebody who can examine you should look.

Owns the areas' lifts and sentences. It must not name a disease, say what is wrong, or treat anything.

Source: pain goes to a clinician (SCIENCE section 6). Which lifts load which area is common knowledge of coaches, held
on the careful side (convention). Numbness between the legs and new trouble with bladder or bowels are the signs for
which emergency care is advised everywhere; nothing else here is urgent by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.patterns import Pattern
from legwork.domain.questionnaire import Answers, known_picks
from legwork.domain.self_checks import AREA_OF, PAIN, Area, answer_key
from legwork.domain.sites import Side
from legwork.i18n import mark, tr


class Urgency(StrEnum):
    """When somebody should look. SOON: within two weeks (convention); FIRST: before loading it again; NOW: today."""

    SOON = "soon"
    FIRST = "first"
    NOW = "now"


@dataclass(frozen=True)
class Hold:
    """One area that hurts. sides: left and right where they were named. sentence, meanwhile: translated.

    patterns: lifts not to be suggested until this is gone or looked at. meanwhile: what can be trained all the same.
    """

    area: Area
    sides: tuple[Side, ...]
    urgency: Urgency
    patterns: tuple[Pattern, ...]
    sentence: str
    meanwhile: str


HELD: dict[Area, tuple[Pattern, ...]] = {
    Area.KNEE: (
        Pattern.SQUAT,
        Pattern.LUNGE,
        Pattern.LEG_PRESS,
        Pattern.KNEE_EXTENSION,
        Pattern.JUMP,
        Pattern.SLED,
        Pattern.OLYMPIC,
    ),
    Area.HIP: (
        Pattern.SQUAT,
        Pattern.HINGE,
        Pattern.LUNGE,
        Pattern.LEG_PRESS,
        Pattern.HIP_THRUST,
        Pattern.ADDUCTION,
        Pattern.ABDUCTION,
        Pattern.JUMP,
        Pattern.SLED,
        Pattern.OLYMPIC,
    ),
    Area.LOWER_BACK: (
        Pattern.SQUAT,
        Pattern.HINGE,
        Pattern.HIP_THRUST,
        Pattern.JUMP,
        Pattern.OLYMPIC,
        Pattern.BACK_EXTENSION,
        Pattern.CARRY,
    ),
    Area.ANKLE: (
        Pattern.SQUAT,
        Pattern.LUNGE,
        Pattern.CALF_RAISE,
        Pattern.TIBIALIS,
        Pattern.JUMP,
        Pattern.SLED,
        Pattern.OLYMPIC,
    ),
    Area.UNNAMED: tuple(Pattern),
}
"""The loaded patterns that are held back for each area (convention)."""

_MEANWHILE = {
    Area.KNEE: mark("What usually goes on without pain: leg curls, hip thrusts, Romanian deadlifts and calf raises."),
    Area.HIP: mark("What usually goes on without pain: leg extensions, leg curls and calf raises."),
    Area.LOWER_BACK: mark(
        "What usually goes on without pain: leg extensions, leg curls, calf raises, and a leg press that keeps the "
        "lower back on its pad."
    ),
    Area.ANKLE: mark("What usually goes on without pain: leg extensions, leg curls, leg press and hip thrusts."),
    Area.UNNAMED: mark("Say where it hurts, and lifts that do not load that place come back."),
}
_PLACES = {
    Area.KNEE: mark("Your knee hurts."),
    Area.HIP: mark("Your hip hurts."),
    Area.LOWER_BACK: mark("Your lower back hurts."),
    Area.ANKLE: mark("Your ankle or foot hurts."),
    Area.UNNAMED: mark("Something hurts that you did not name."),
}
_KNEES = {
    (Side.LEFT,): mark("Your left knee hurts."),
    (Side.RIGHT,): mark("Your right knee hurts."),
    (Side.LEFT, Side.RIGHT): mark("Both your knees hurt."),
}
_LOOK = {
    Urgency.SOON: mark(
        "A physiotherapist or doctor should look at it, at the latest when it has lasted two weeks or comes back. "
        "Until then lifts that load it are not suggested."
    ),
    Urgency.FIRST: mark(
        "A physiotherapist or doctor should look at it before you load it again. Until then lifts that load it are "
        "not suggested."
    ),
    Urgency.NOW: mark(
        "Numbness between the legs or new trouble with bladder or bowels should be looked at today: go to emergency "
        "care. Do not train before that."
    ),
}

_AREAS = {
    "knee_left": (Area.KNEE, Side.LEFT),
    "knee_right": (Area.KNEE, Side.RIGHT),
    "hip": (Area.HIP, Side.NONE),
    "lower_back": (Area.LOWER_BACK, Side.NONE),
    "ankle": (Area.ANKLE, Side.NONE),
}
"""The options of the question `pain_now`, without "none"."""

_FIRST = frozenset({"load", "night", "numbness", "giving_way", "swelling"})
_NOW = frozenset({"saddle"})
"""The options of the question `pain_signs`, without "none"."""

PAIN_OPTIONS: dict[str, frozenset[str]] = {
    "pain_now": frozenset({*_AREAS, "none"}),
    "pain_signs": frozenset({*_FIRST, *_NOW, "none"}),
}
"""Every option of the questions about pain, so that a test can hold the files to them."""


def holds(answers: Answers) -> tuple[Hold, ...]:
    """What pain holds back, area by area in the order of `Area`; empty when nothing hurts or nothing was answered.

    Reads `pain_now`, `pain_signs` and the self-checks that hurt; an area beside "nothing hurts" still counts. One of
    the signs without any place holds everything back. A sign counts for every area, as it is asked once for all; the
    most serious one holds every lift back.
    """
    signs = known_picks(answers, "pain_signs", _FIRST | _NOW)
    urgency = Urgency.NOW if signs & _NOW else Urgency.FIRST if signs & _FIRST else Urgency.SOON
    found: dict[Area, set[Side]] = {}
    for option in known_picks(answers, "pain_now", _AREAS):
        area, side = _AREAS[option]
        found.setdefault(area, set()).add(side)
    for check, area in AREA_OF.items():
        for side in Side:
            if PAIN in answers.get(answer_key(check, side), ()):
                found.setdefault(area, set()).add(side)
    if signs and not found:
        found[Area.UNNAMED] = set()
    return tuple(_hold(area, found[area], urgency) for area in Area if area in found)


def held_patterns(answers: Answers) -> frozenset[Pattern]:
    """All lifts that are held back at the moment, whatever the area; what a plan must not suggest."""
    return frozenset(pattern for one in holds(answers) for pattern in one.patterns)


def _hold(area: Area, sides: set[Side], urgency: Urgency) -> Hold:
    named = tuple(side for side in (Side.LEFT, Side.RIGHT) if side in sides)
    place = _KNEES.get(named, _PLACES[area]) if area is Area.KNEE else _PLACES[area]
    now = urgency is Urgency.NOW
    patterns = tuple(Pattern) if now else HELD[area]
    sentence = f"{tr(place)} {tr(_LOOK[urgency])}"
    rest = tr("Training waits until it has been looked at.") if now else tr(_MEANWHILE[area])
    return Hold(area, named, urgency, patterns, sentence, rest)
