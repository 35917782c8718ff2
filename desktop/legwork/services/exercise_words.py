"""An exercise in words: what it trains, what it needs, how it is counted, and where pain holds it back.

Owns these words. It must not choose exercises (`exercise_search`), nor change one.
"""

from __future__ import annotations

from legwork import numerals
from legwork.domain.exercise import (
    COUNTED,
    DIRECT,
    EQUIPMENT,
    BodyArea,
    Counting,
    Exercise,
    Share,
)
from legwork.domain.muscles import MUSCLES
from legwork.domain.patterns import PATTERNS
from legwork.domain.sites import Kind, Region
from legwork.domain.units import UnitSystem, in_unit, unit_of
from legwork.i18n import listed, mark, tr
from legwork.services.prescription_words import BETWEEN, NO_BREAK

REGIONS: dict[Region, str] = {
    Region.LOWER: mark("legs"),
    Region.UPPER: mark("upper body"),
    Region.TRUNK: mark("trunk"),
}
"""Where an exercise belongs, marked for translation."""

COUNTINGS: dict[Counting, str] = {
    Counting.TOTAL: mark("all that moves"),
    Counting.PER_HAND: mark("one weight in each hand"),
    Counting.PER_SIDE: mark("each side by itself"),
    Counting.BODY_PLUS: mark("body weight, plus what you add"),
    Counting.BODY_MINUS: mark("body weight, less the help"),
    Counting.BODY: mark("body weight alone"),
}
"""How a load is counted, in short; the whole sentence is `COUNTED`. Marked for translation."""

AREAS: dict[BodyArea, str] = {
    BodyArea.KNEE: mark("knee"),
    BodyArea.HIP: mark("hip"),
    BodyArea.LOWER_BACK: mark("lower back"),
    BodyArea.ANKLE: mark("ankle or foot"),
    BodyArea.SHOULDER: mark("shoulder"),
    BodyArea.ELBOW: mark("elbow"),
    BodyArea.WRIST: mark("wrist"),
}
"""Where pain can hold an exercise back, marked for translation."""

SHARES: dict[float, str] = {DIRECT: mark("direct"), 0.5: mark("half"), 0.25: mark("a quarter")}
"""The shares that a person chooses from, marked for translation."""


def capital(text: str) -> str:
    """The text with a capital letter in front."""
    return text[:1].upper() + text[1:]


def shown_text(exercise: Exercise, text: str) -> str:
    """A cue or a reason: translated, or as the person typed it."""
    return text if exercise.custom or not text else tr(text)


def direct_words(exercise: Exercise) -> str:
    """The muscles that it trains directly: "front of the thighs, glutes"."""
    return ", ".join(tr(MUSCLES[one.muscle]) for one in exercise.muscles if one.share == DIRECT)


def equipment_words(exercise: Exercise) -> str:
    """What it needs: "barbell, rack"; empty for nothing."""
    return ", ".join(tr(EQUIPMENT[one]) for one in exercise.equipment)


def short_words(exercise: Exercise) -> str:
    """One line below its name: whether it is an own one, its muscles, what it needs."""
    own = tr("yours") if exercise.custom else ""
    return BETWEEN.join(filter(None, (own, direct_words(exercise), equipment_words(exercise))))


def kind_words(exercise: Exercise) -> str:
    """What kind of exercise it is: its pattern, what it needs, and whether one side works at a time."""
    sided = tr("one side at a time") if exercise.one_sided else ""
    parts = (tr(PATTERNS[exercise.pattern]), equipment_words(exercise), sided)
    return capital(BETWEEN.join(filter(None, parts)))


def spoken_words(exercise: Exercise) -> str:
    """All that its row in a list tells, for a screen reader."""
    parts = (exercise.label, tr(REGIONS.get(exercise.region, REGIONS[Region.TRUNK])), short_words(exercise))
    return ", ".join(filter(None, parts)).replace(BETWEEN, ", ")


def share_words(share: Share) -> str:
    """How much of a set a muscle is credited with: "direct", "half", "a quarter", "30 % of a set"."""
    if share.share in SHARES:
        return tr(SHARES[share.share])
    return tr("{percent} % of a set", percent=numerals.number(share.share * 100))


def reps_words(exercise: Exercise, system: UnitSystem) -> str:
    """Where to begin: "5 to 10 reps, in steps of 2.5 kg"; of one side where it is one-sided."""
    low, high = exercise.reps
    several = str(low) if low == high else tr("{low} to {high}", low=low, high=high)
    if exercise.timed:
        text = tr("{number} seconds", number=several)
    else:
        text = tr("{number} reps", number=several)
    if exercise.one_sided:
        text = tr("{reps} on each side", reps=text)
    if exercise.increment_kg is None:
        return f"{text}."
    return tr("{reps}, in steps of {step}.", reps=text, step=step_words(exercise.increment_kg, system))


def step_words(kg: float, system: UnitSystem) -> str:
    """A step in load with its unit, in kg or lb: "2.5 kg", "5.5 lb"."""
    return f"{step_number(kg, system)}{NO_BREAK}{unit_of(Kind.MASS, system)}"


def step_number(kg: float, system: UnitSystem) -> str:
    """A step in load without its unit, to a hundredth in kg and to a tenth in lb."""
    return numerals.short_number(in_unit(kg, Kind.MASS, system), 2 if system is UnitSystem.METRIC else 1)


def counted_words(exercise: Exercise) -> str:
    """What the number of kilograms stands for, in a sentence; with the part of body weight that moves."""
    said = tr(COUNTED[exercise.counting])
    if exercise.body_share is None or exercise.body_share == 1:
        return said
    return tr(
        "{counted} About {percent} % of your weight moves.",
        counted=said,
        percent=numerals.number(exercise.body_share * 100),
    )


def avoid_words(exercise: Exercise) -> str:
    """What should not hurt: "knee, hip and lower back"; empty when nothing holds it back."""
    return listed([tr(AREAS[one]) for one in exercise.avoid])
