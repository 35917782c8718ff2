"""What a person chose about food: units, activity, wish, an accepted correction, and whether energy is shown at all.

Owns the topics and how picks are read. What follows from them is worked out in `food_targets`, which also makes the
edits that choose. A pick that is not known here is overlooked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from legwork.domain.food.amounts import FL_OZ, KCAL, KJ, LITRE, FoodUnits, Nutrient
from legwork.domain.units import UnitSystem
from legwork.services.choices import choices_from
from legwork.store.reader import Reader
from legwork.store.tables import choice, person

FOOD_TOPICS = "food/"
"""How all of the topics here begin."""

ENERGY_UNIT, DRINK_UNIT = "food/energy_unit", "food/drink_unit"
ACTIVITY, WISH, STEP, ENERGY_SHOWN = "food/activity", "food/wish", "food/step", "food/energy_shown"
"""The topics under which choices are kept."""

YES, NO = "yes", "no"
ENERGY_UNITS = (KCAL, KJ)
DRINK_UNITS = {"L": LITRE, "fl_oz": FL_OZ}
"""Picks, and the units that they stand for."""

ADULT = 18
"""Younger people are shown no energy (a convention: numbers for growing bodies are not for a program to give)."""

MOST_STEP = 1500.0
"""No correction adds up to more kcal (a convention): beyond it what is written down is not what is eaten."""

Choices = Mapping[str, Sequence[str]]


def full_years(born: date, day: date) -> int:
    """The age in full years on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def under_age(birth_date: date | None, today: date) -> bool:
    """Whether somebody is younger than ADULT; not where the birth date is not known."""
    return birth_date is not None and full_years(birth_date, today) < ADULT


def energy_shown(choices: Choices, birth_date: date | None, today: date) -> bool:
    """Whether energy is shown, asked and reported: unless it was left out, and never to somebody under age."""
    return not under_age(birth_date, today) and NO not in choices.get(ENERGY_SHOWN, ())


def units_in(choices: Choices, system: UnitSystem) -> FoodUnits:
    """The units that were chosen; else kcal, and to drink what fits the person's other units."""
    energy = next((one for one in choices.get(ENERGY_UNIT, ()) if one in ENERGY_UNITS), KCAL)
    usual = LITRE if system is UnitSystem.METRIC else FL_OZ
    return FoodUnits(
        energy, next((DRINK_UNITS[one] for one in choices.get(DRINK_UNIT, ()) if one in DRINK_UNITS), usual)
    )


def step_in(reader: Reader, person_id: int) -> tuple[float, date] | None:
    """The accepted correction of the energy in kcal, and the day on which it was; None without one.

    One that was taken back is 0, on the day on which that was done.
    """
    row = next(iter(reader.rows(choice, person_id=person_id, topic=STEP)), None)
    if row is None:
        return None
    try:
        kcal = float(int(row.pick))
    except ValueError:
        return None
    return within(kcal), row.picked_on


def within(kcal: float) -> float:
    """What corrections add up to, held to MOST_STEP."""
    return max(-MOST_STEP, min(MOST_STEP, kcal))


def hidden(reader: Reader, person_id: int, today: date) -> frozenset[Nutrient]:
    """What is neither shown nor touched for a person."""
    row = reader.one(person, id=person_id)
    born = None if row is None else row.birth_date
    shown = energy_shown(choices_from(reader, person_id), born, today)
    return frozenset() if shown else frozenset((Nutrient.ENERGY,))
