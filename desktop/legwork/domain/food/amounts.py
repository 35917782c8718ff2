"""Amounts of food and drink as people type them: a number or a sum, with or without a unit.

Owns what is written down of a day, the units and the grammar. Inside an amount is kcal, g or L; what was typed and its
unit stay beside it. It must not judge whether an amount is much or little.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.i18n import mark, tr
from legwork.numerals import localised, number, short_number, ungrouped


class Nutrient(StrEnum):
    """What of a day's food and drink is written down."""

    ENERGY = "energy"
    PROTEIN = "protein"
    CARBOHYDRATE = "carbohydrate"
    FAT = "fat"
    WATER = "water"


NAMES: dict[Nutrient, str] = {
    Nutrient.ENERGY: mark("Energy"),
    Nutrient.PROTEIN: mark("Protein"),
    Nutrient.CARBOHYDRATE: mark("Carbohydrate"),
    Nutrient.FAT: mark("Fat"),
    Nutrient.WATER: mark("Water"),
}
"""For people, marked for translation. Water: what was drunk."""

KCAL, KJ, GRAM, LITRE, FL_OZ = "kcal", "kJ", "g", "L", "fl oz"

MOST = {
    Nutrient.ENERGY: 20_000.0,
    Nutrient.PROTEIN: 1_000.0,
    Nutrient.CARBOHYDRATE: 1_000.0,
    Nutrient.FAT: 1_000.0,
    Nutrient.WATER: 20.0,
}
"""No day has more, in kcal, g and L (conventions: no body takes it in)."""

MAX_ENTERED = 120
"""Letters that a sum can have."""

_TOP_BOTTOM: dict[str, tuple[int, int]] = {
    KCAL: (1, 1), KJ: (1000, 4184), GRAM: (1, 1), LITRE: (1, 1), "dL": (1, 10), "cL": (1, 100), "mL": (1, 1000),
    FL_OZ: (295735295625, 10**13),
}  # fmt: skip
"""Exact factors as fractions. Source: FAO 2003, Food and Nutrition Paper 77 (4.184 kJ to the kcal); NIST Handbook 44
(the US fluid ounce is 29.5735295625 mL)."""

_ENERGY_UNITS = {"kcal": KCAL, "cal": KCAL, "cals": KCAL, "calories": KCAL, "kj": KJ}
_GRAM_UNITS = {"g": GRAM, "gram": GRAM, "grams": GRAM}
_DRINK_UNITS = {
    "l": LITRE, "litre": LITRE, "litres": LITRE, "liter": LITRE, "liters": LITRE, "dl": "dL", "cl": "cL", "ml": "mL",
    "fl oz": FL_OZ, "fl. oz": FL_OZ, "floz": FL_OZ, "oz": FL_OZ,
}  # fmt: skip
UNITS: dict[Nutrient, frozenset[str]] = {
    Nutrient.ENERGY: frozenset(_ENERGY_UNITS.values()),
    Nutrient.PROTEIN: frozenset(_GRAM_UNITS.values()),
    Nutrient.CARBOHYDRATE: frozenset(_GRAM_UNITS.values()),
    Nutrient.FAT: frozenset(_GRAM_UNITS.values()),
    Nutrient.WATER: frozenset(_DRINK_UNITS.values()),
}
"""In which units an amount can have been typed."""

_UNREADABLE = {
    KCAL: mark("“{text}” is not an amount of energy that can be read: type it like 2400, 1800+240 or 8500 kJ."),
    GRAM: mark("“{text}” is not an amount in grams that can be read: type it like 150 or 40+35."),
    LITRE: mark("“{text}” is not an amount to drink that can be read: type it like 2.5, 500 ml or 0.5+0.3."),
}
_WRONG_UNIT = {
    KCAL: mark("“{text}” ends in a unit that is no energy here: use kcal or kJ."),
    GRAM: mark("“{text}” ends in a unit that is not used here: use g or type the number alone."),
    LITRE: mark("“{text}” ends in a unit that is not used here: use L, ml or fl oz."),
}
_LOOKALIKES = str.maketrans(
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord(one): "-" for one in "−‐‑–"} | {0x200B: None}
)
_PIECE = re.compile(r"(-?) ?(\d{1,3}(?: \d{3})+|\d{0,7})(?:([.,])(\d{1,6}))? ?([^\d]*)", re.DOTALL)
_DIGITS = {KCAL: 0, KJ: 0, GRAM: 0, LITRE: 2, FL_OZ: 0}
ABOUT = {KCAL: 10.0, KJ: 50.0, GRAM: 1.0, LITRE: 0.1, FL_OZ: 1.0}
"""Steps in which targets and estimates are told: nobody knows them better (conventions)."""

_MOST_OF_TOTAL = 2
"""Decimals of a total: three could be read as thousands."""

_FINE = {KCAL: 0, KJ: 0, GRAM: 1, LITRE: 3, "dL": 2, "cL": 1, "mL": 0, FL_OZ: 1}
"""Decimals of an amount that was turned into a unit."""


@dataclass(frozen=True)
class FoodUnits:
    """In which units a person thinks. energy: "kcal" or "kJ". drink: "L" or "fl oz"."""

    energy: str = KCAL
    drink: str = LITRE

    def unit_of(self, nutrient: Nutrient) -> str:
        """The unit in which an amount is shown, and typed when none is said."""
        if nutrient is Nutrient.ENERGY:
            return self.energy
        return self.drink if nutrient is Nutrient.WATER else GRAM


@dataclass(frozen=True)
class _Read:
    """A number as typed, and its unit; None: none was typed."""

    number: str
    unit: str | None


def parse_amount(text: str, nutrient: Nutrient, units: FoodUnits) -> Quantity:
    """Read an amount: `2400`, `1800+240`, `8500 kJ`, `0,5`, `500 ml`, `16 fl oz`; the value is in kcal, g or L.

    A comma is a decimal point. The unit after the last number of a sum serves them all if no other has one; where they
    differ, all are told in that of the first. No unit means the person's. One + at the end is overlooked. Raises
    UserError for what cannot be read, is negative, is larger than MOST, or may be meant with a thousands comma.
    """
    tidy = " ".join(ungrouped(text).translate(_LOOKALIKES).split())
    if not tidy:
        raise UserError(tr("Type a number first."))
    if len(tidy) > MAX_ENTERED:
        raise UserError(tr("This sum is too long: type what it comes to."))
    pieces = [one.strip() for one in tidy.split("+")]
    if len(pieces) > 1 and not pieces[-1]:
        pieces.pop()
    reads = [_read(one, nutrient) for one in pieces]
    shared = None if any(one.unit for one in reads[:-1]) else reads[-1].unit
    own = shared or units.unit_of(nutrient)
    unit = reads[0].unit or own
    for one in reads:
        _check_thousands(one.number, one.unit or own)
    entered = "+".join(_turned(one.number, one.unit or own, unit) for one in reads)
    return _checked(quantity_of(entered, unit), nutrient)


def quantity_of(entered: str, unit: str) -> Quantity:
    """The quantity of a number or sum that was read before, in one unit."""
    top, bottom = _TOP_BOTTOM[unit]
    numerator, digits = _summed(entered)
    return Quantity(round(numerator * top / (10**digits * bottom), 6), unit, entered)


def added(there: Quantity | None, more: Quantity, nutrient: Nutrient) -> Quantity:
    """What is there and more, as a sum in the unit of what is there; the total alone when the sum would be too long.

    Raises UserError when it comes to more than MOST.
    """
    if there is None:
        return more
    entered = f"{there.entered}+{'+'.join(_turned(one, more.unit, there.unit) for one in more.entered.split('+'))}"
    if len(entered) > MAX_ENTERED:
        numerator, digits = _summed(entered)
        entered = _plain(numerator / 10**digits, min(max(digits, 1), _MOST_OF_TOTAL))
    return _checked(quantity_of(entered, there.unit), nutrient)


def amount_in(value: float, nutrient: Nutrient, units: FoodUnits) -> float:
    """An amount in kcal, g or L in the person's unit; also right for differences."""
    top, bottom = _TOP_BOTTOM[units.unit_of(nutrient)]
    return value * bottom / top


def amount_text(value: float, nutrient: Nutrient, units: FoodUnits) -> str:
    """An amount in kcal, g or L in the person's unit, without it: whole, litres with up to two decimals."""
    return _text(amount_in(value, nutrient, units), units.unit_of(nutrient))


def about(value: float, nutrient: Nutrient, units: FoodUnits) -> float:
    """A target or an estimate in the person's unit, rounded to what can be known of it. Source: ABOUT."""
    step = ABOUT[units.unit_of(nutrient)]
    return round(round(amount_in(value, nutrient, units) / step) * step, 1)


def about_text(value: float, nutrient: Nutrient, units: FoodUnits) -> str:
    """A target or an estimate as `about` rounds it, without its unit."""
    return _text(about(value, nutrient, units), units.unit_of(nutrient))


def entered_text(quantity: Quantity, nutrient: Nutrient, units: FoodUnits) -> str:
    """An amount as it was typed, with its unit where that is not the person's; `parse_amount` reads it again."""
    unit = units.unit_of(nutrient)
    entered = localised(quantity.entered)
    return entered if quantity.unit == unit else f"{entered} {quantity.unit}"


def _read(piece: str, nutrient: Nutrient) -> _Read:
    kind = {Nutrient.ENERGY: KCAL, Nutrient.WATER: LITRE}.get(nutrient, GRAM)
    match = _PIECE.fullmatch(piece)
    shown = piece if len(piece) <= 24 else f"{piece[:23]}…"
    if match is None or not (match[2] or match[4]):
        raise UserError(tr(_UNREADABLE[kind], text=shown))
    sign, whole_part, point, rest, said = match.groups()
    if sign:
        raise UserError(tr("An amount cannot be smaller than none: type 0 or more."))
    names = {KCAL: _ENERGY_UNITS, GRAM: _GRAM_UNITS, LITRE: _DRINK_UNITS}[kind]
    name = " ".join(said.lower().split()).rstrip(". ")
    unit = names.get(name)
    if name and unit is None:
        raise UserError(tr(_WRONG_UNIT[kind] if name.replace(" ", "").isalpha() else _UNREADABLE[kind], text=shown))
    number = (whole_part.replace(" ", "").lstrip("0") or "0") if whole_part else "0"
    return _Read(f"{number}{point}{rest}" if point else number, unit)


def _check_thousands(number: str, unit: str) -> None:
    """Refuse 1,800 kcal: of litres alone it is clear what is meant."""
    match = re.fullmatch(r"([1-9]\d{0,2})([.,])(\d{3})", number)
    if match is not None and unit != LITRE:
        raise UserError(
            tr("“{text}” could mean {thousands}, or a fraction: type it without “{point}”.",
               text=number, thousands=f"{match[1]}{match[3]}", point=match[2])
        )  # fmt: skip


def _text(number: float, unit: str) -> str:
    return short_number(number, _DIGITS[unit])


def _summed(entered: str) -> tuple[int, int]:
    """A sum of decimals as an integer and how many of its digits are decimals, so that nothing is rounded."""
    parts = [one.replace(",", ".").partition(".") for one in entered.split("+")]
    digits = max(len(rest) for _, _, rest in parts)
    return sum(int(f"{front or 0}{rest.ljust(digits, '0')}") for front, _, rest in parts), digits


def _turned(number: str, unit: str, wanted: str) -> str:
    """A number in another unit; in its own it stays as it was typed."""
    if unit == wanted:
        return number
    numerator, digits = _summed(number)
    (top, bottom), (to_top, to_bottom) = _TOP_BOTTOM[unit], _TOP_BOTTOM[wanted]
    return _plain(numerator * top * to_bottom / (10**digits * bottom * to_top), _FINE[wanted])


def _plain(number: float, digits: int) -> str:
    text = f"{number:.{digits}f}"
    return (text.rstrip("0").rstrip(".") if digits else text) or "0"


def _checked(quantity: Quantity, nutrient: Nutrient) -> Quantity:
    check_amount(quantity.value, nutrient, quantity.unit)
    return quantity


def check_amount(value: float, nutrient: Nutrient, unit: str = "") -> None:
    """Raise UserError for an amount in kcal, g or L that no day has. unit: in which it was typed."""
    if math.isnan(value) or value < 0:
        raise UserError(tr("An amount cannot be smaller than none: type 0 or more."))
    if value > MOST[nutrient]:
        top, bottom = _TOP_BOTTOM[unit] if unit in _TOO_MUCH_IN else (1, 1)
        most = number(MOST[nutrient] * bottom / top)
        raise UserError(tr(_TOO_MUCH_IN.get(unit, _TOO_MUCH[nutrient]), most=most))


_TOO_MUCH = {
    Nutrient.ENERGY: mark("Nobody takes in more than {most} kcal a day: check the number."),
    Nutrient.PROTEIN: mark("Nobody eats more than {most} g of protein a day: check the number."),
    Nutrient.CARBOHYDRATE: mark("Nobody eats more than {most} g of carbohydrate a day: check the number."),
    Nutrient.FAT: mark("Nobody eats more than {most} g of fat a day: check the number."),
    Nutrient.WATER: mark("Nobody drinks more than {most} L a day: check the number, or add its unit, such as ml."),
}
_TOO_MUCH_IN = {
    KJ: mark("Nobody takes in more than {most} kJ a day: check the number."),
    FL_OZ: mark("Nobody drinks more than {most} fl oz a day: check the number."),
}
"""The same most amounts, for who typed another unit."""
