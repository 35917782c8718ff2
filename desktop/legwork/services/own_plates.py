"""The plates and bars that a person has, and which bar an exercise is done with.

Owns how these are kept: as choices, in words that a person could read. Which plates go on is `domain.log.plates`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legwork.domain.exercise import Counting, Equipment, Exercise
from legwork.domain.log.plates import BARS, Bar, Plates
from legwork.domain.patterns import Pattern
from legwork.domain.plan.prescription import load_of
from legwork.domain.sites import Kind
from legwork.domain.units import UnitSystem, typed_text, unit_of
from legwork.i18n import mark, tr
from legwork.services.choices import SetChoices, choices_of
from legwork.services.profile import Profile

PLATES_TOPIC, BARS_TOPIC, BAR_OF_TOPIC = "own_plates", "own_bars", "bar_of"

USUAL = {
    "kg": ((25.0, 2), (20.0, 4), (15.0, 2), (10.0, 2), (5.0, 2), (2.5, 2), (1.25, 2)),
    "lb": ((45.0, 6), (35.0, 2), (25.0, 2), (10.0, 4), (5.0, 2), (2.5, 2)),
}
"""What most gyms have around one rack, until a person says what they have (a convention)."""

MOST_COUNT, MOST_BARS = 40, 12

_PLATES = re.compile(r"(\d+(?:\.\d+)?) (kg|lb) x (\d{1,2})")
_BAR = re.compile(r"(\d+(?:\.\d+)?) (kg|lb)")
_BAR_OF = re.compile(r"([a-z0-9_]+) (\S.*)")

BELT = Bar("belt", None, ends=1)
SIDES = Bar("sides", None, ends=2)
"""A belt or a pin, and a machine that is loaded on two sides and weighs nothing that counts."""

_NAMES = {BELT.name: mark("Belt or pin"), SIDES.name: mark("Two sides, no bar")}

_WITH_BAR = frozenset({
    Equipment.BARBELL, Equipment.EZ_BAR, Equipment.TRAP_BAR, Equipment.SAFETY_BAR, Equipment.SMITH, Equipment.LANDMINE,
})  # fmt: skip


@dataclass(frozen=True)
class Gym:
    """What a person has. own: they said so; else it is what most gyms have. bar_of: by exercise, a bar's key."""

    plates: tuple[Plates, ...]
    bars: tuple[Bar, ...]
    own: bool
    bar_of: dict[str, str]


def gym_of(profile: Profile, person_id: int, units: UnitSystem) -> Gym:
    """A person's plates and bars. A choice that cannot be read is overlooked. Raises StoreError."""
    return gym_from(choices_of(profile, person_id), units)


def gym_from(choices: dict[str, tuple[str, ...]], units: UnitSystem) -> Gym:
    """The same from choices that are at hand."""
    unit = unit_of(Kind.MASS, units)
    plates = [
        Plates(load_of(float(found[1]), found[2]), int(found[3]))
        for pick in choices.get(PLATES_TOPIC, ())
        if (found := _PLATES.fullmatch(pick)) and float(found[1]) > 0
    ]
    bars = [
        _bar(float(found[1]), found[2])
        for pick in choices.get(BARS_TOPIC, ())
        if (found := _BAR.fullmatch(pick)) and float(found[1]) > 0
    ]
    bar_of = {found[1]: found[2] for pick in choices.get(BAR_OF_TOPIC, ()) if (found := _BAR_OF.fullmatch(pick))}
    return Gym(
        tuple(plates) or tuple(Plates(load_of(size, unit), count) for size, count in USUAL[unit]),
        tuple(bars) or BARS[unit],
        bool(plates or bars),
        bar_of,
    )


def keep_gym(person_id: int, plates: Sequence[Plates], bars: Sequence[Bar], today: date) -> SetChoices:
    """The edit that keeps what a person has. Of plates of one weight the counts are added up; none of a kind: that kind
    is left out."""
    counts: dict[str, int] = {}
    for one in plates:
        name = f"{one.weight.entered} {one.weight.unit}"
        counts[name] = min(MOST_COUNT, counts.get(name, 0) + one.count)
    picks = tuple(f"{name} x {count}" for name, count in counts.items() if count)
    weights = (one.weight for one in bars if one.weight is not None)
    kept = tuple(dict.fromkeys(f"{one.entered} {one.unit}" for one in weights))
    return SetChoices(person_id, ((PLATES_TOPIC, picks), (BARS_TOPIC, kept)), today, tr("Own plates and bars"))


def keep_bar(person_id: int, gym: Gym, exercise: str, bar: Bar, today: date) -> SetChoices:
    """The edit that keeps with which bar an exercise is done."""
    chosen = gym.bar_of | {exercise: bar.name}
    picks = tuple(f"{key} {name}" for key, name in chosen.items())
    return SetChoices(person_id, ((BAR_OF_TOPIC, picks),), today, tr("Bar of an exercise"))


def takes_plates(exercise: Exercise | None) -> bool:
    """Whether plates are put on for it: on a bar, a belt or a machine; not for dumbbells, stacks and the body alone."""
    if exercise is None:
        return True
    if exercise.counting in (Counting.BODY_PLUS, Counting.PER_SIDE) or _loaded_machine(exercise):
        return True
    return bool(_WITH_BAR & set(exercise.equipment))


def bars_for(exercise: Exercise | None, gym: Gym) -> tuple[Bar, ...]:
    """What its plates can go on, the likeliest first."""
    bars = gym.bars
    if exercise is not None and exercise.counting is Counting.BODY_PLUS:
        return (BELT, SIDES, *bars)
    if exercise is not None and exercise.counting is Counting.PER_SIDE:
        return (BELT, SIDES, *bars)
    if exercise is not None and _loaded_machine(exercise):
        return (SIDES, BELT, *bars)
    if exercise is not None and Equipment.EZ_BAR in exercise.equipment:
        bars = tuple(sorted(bars, key=lambda one: one.kg))
    return (*bars, SIDES, BELT)


def bar_for(exercise: Exercise | None, gym: Gym) -> Bar:
    """The bar that was chosen for an exercise, else the likeliest."""
    bars = bars_for(exercise, gym)
    wanted = gym.bar_of.get(exercise.key, "") if exercise is not None else ""
    return next((one for one in bars if one.name == wanted), bars[0])


def bar_words(bar: Bar) -> str:
    """What a bar is called."""
    if bar.name in _NAMES:
        return tr(_NAMES[bar.name])
    return tr("Bar of {weight}", weight=bar.name if bar.weight is None else typed_text(bar.weight))


def _loaded_machine(exercise: Exercise) -> bool:
    """A leg press is a machine, but plates are put on it (a convention)."""
    return exercise.pattern is Pattern.LEG_PRESS and Equipment.MACHINE in exercise.equipment


def _bar(number: float, unit: str) -> Bar:
    weight = load_of(number, unit)
    return Bar(f"{weight.entered} {unit}", weight)
