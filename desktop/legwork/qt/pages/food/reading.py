"""How the fields of a day read what is typed, and what stands in them in grey.

Owns the questions about what is hard to believe. It keeps nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial

from legwork.domain import plausibility, units
from legwork.domain.days import near_day
from legwork.domain.food.amounts import KCAL, FoodUnits, Nutrient, amount_text, parse_amount
from legwork.domain.food.targets import KCAL_CARBOHYDRATE, KCAL_FAT, KCAL_PROTEIN
from legwork.domain.sites import BUILT_IN_BY_KEY, Kind
from legwork.domain.units import Quantity, UnitSystem
from legwork.i18n import mark, tr
from legwork.numerals import localised
from legwork.qt.widgets.food_field import FoodReading
from legwork.services.food import FoodDay

LOOK_BACK = 28
"""So many days before one are looked at for what stands in its fields in grey."""

REPEATABLE = 14
"""A day can be repeated for so long (a convention: older ones are no habit any more)."""

MUCH_KCAL = 6000.0
"""More than this is asked about: kilojoules typed as kilocalories look so (a convention)."""

_OF_ITEM = {
    Nutrient.ENERGY: mark("{amount}"),
    Nutrient.PROTEIN: mark("{amount} protein"),
    Nutrient.CARBOHYDRATE: mark("{amount} carbohydrate"),
    Nutrient.FAT: mark("{amount} fat"),
    Nutrient.WATER: mark("{amount} water"),
}
"""An amount with its name, as it stands within a line."""

_SITE = BUILT_IN_BY_KEY["body_weight"]


def amount_reading(place: object, nutrient: Nutrient, shown: FoodUnits) -> FoodReading:
    """How the field of a nutrient reads. place: whose and which day's it is."""
    doubt = _energy_doubt if nutrient is Nutrient.ENERGY else _no_doubt
    return FoodReading(place, shown.unit_of(nutrient), partial(_amount, nutrient, shown), doubt)


def weight_reading(place: object, day: date, system: UnitSystem, before: tuple[date, float] | None) -> FoodReading:
    """How the field of the scale reads. before: the newest weight before the day, in kg, with its own day."""
    unit = units.unit_of(Kind.MASS, system)
    doubt = partial(_weight_doubt, day, system, before) if before is not None else _no_doubt
    return FoodReading(place, unit, partial(_weight, system), doubt)


def ghosts(days: Mapping[date, FoodDay], day: date, shown: FoodUnits, system: UnitSystem) -> dict[str, str]:
    """What was there last before `day`, by the key of the line. days: those before it."""
    found: dict[str, str] = {}
    for one in sorted((one for one in days if one < day), reverse=True):
        when = tr("yesterday") if day - one == timedelta(days=1) and day == date.today() else near_day(one, day)
        said = {key.value: amount_text(quantity.value, key, shown) for key, quantity in days[one].amounts.items()}
        weight = days[one].weight
        if weight is not None:
            said["weight"] = units.format_value(weight.value, Kind.MASS, system)
        for key, text in said.items():
            found.setdefault(key, tr("{amount}, {day}", amount=text, day=when))
    return found


def by_the_grams(here: FoodDay, shown: FoodUnits) -> str:
    """What protein, carbohydrate and fat of a day come to in energy, when all three are known; else "".

    Source: Atwater's general factors, as in `domain.food.targets`.
    """
    factors = {Nutrient.PROTEIN: KCAL_PROTEIN, Nutrient.CARBOHYDRATE: KCAL_CARBOHYDRATE, Nutrient.FAT: KCAL_FAT}
    if not factors.keys() <= here.amounts.keys():
        return ""
    kcal = sum(here.amounts[one].value * factor for one, factor in factors.items())
    return tr("{energy}, by the grams", energy=amount_text(kcal, Nutrient.ENERGY, shown))


def last_weight(days: Mapping[date, FoodDay], day: date) -> tuple[date, float] | None:
    """The newest weight before a day, in kg, with its day."""
    found = [(one, known.weight.value) for one, known in days.items() if one < day and known.weight is not None]
    return max(found, default=None)


def repeatable(days: Mapping[date, FoodDay], day: date) -> date | None:
    """The newest day before `day` whose amounts can be taken over."""
    first = day - timedelta(days=REPEATABLE)
    return max((one for one, known in days.items() if first <= one < day and known.amounts), default=None)


def usual_keys(days: Mapping[date, FoodDay], day: date) -> list[str]:
    """The lines that were filled in on any of the two weeks before."""
    first = day - timedelta(days=REPEATABLE)
    recent = [known for one, known in days.items() if first <= one < day]
    keys = {key.value for known in recent for key in known.amounts}
    return [*(["weight"] if any(known.weight is not None for known in recent) else []), *sorted(keys)]


def item_words(amounts: Mapping[Nutrient, Quantity], shown: FoodUnits) -> str:
    """What a quick item holds: "240 kcal, 30 g protein"."""
    words = []
    for nutrient, quantity in amounts.items():
        amount = tr(
            "{amount} {unit}", amount=amount_text(quantity.value, nutrient, shown), unit=shown.unit_of(nutrient)
        )
        words.append(tr(_OF_ITEM[nutrient], amount=amount))
    return ", ".join(words)


def _amount(nutrient: Nutrient, shown: FoodUnits, text: str) -> Quantity:
    return parse_amount(text, nutrient, shown)


def _weight(system: UnitSystem, text: str) -> Quantity:
    quantity = units.parse(text, Kind.MASS, system)
    plausibility.require_human(_SITE, quantity, system)
    return quantity


def _weight_doubt(day: date, system: UnitSystem, before: tuple[date, float], quantity: Quantity) -> str:
    asked = plausibility.question_jump(_SITE, quantity, before[1], (day - before[0]).days, system)
    return asked.sentence if asked is not None else ""


def _energy_doubt(quantity: Quantity) -> str:
    if quantity.value <= MUCH_KCAL or quantity.unit != KCAL:
        return ""
    as_kj = parse_amount(f"{quantity.entered} kJ", Nutrient.ENERGY, FoodUnits()).value
    return tr("{amount} kcal is a lot for one day; were it kJ, it would be {kcal} kcal.",
              amount=localised(quantity.entered), kcal=amount_text(as_kj, Nutrient.ENERGY, FoodUnits()))  # fmt: skip


def _no_doubt(_quantity: Quantity) -> str:
    return ""
