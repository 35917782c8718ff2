"""Amounts of food and drink in foreign tables: reading one number, and adding up what belongs to one day.

Owns both. A day has one amount of each nutrient; what a file says of meals and single foods is added up. It must not
know any file's columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from legwork.domain.food.amounts import MOST, NAMES, Nutrient, quantity_of
from legwork.domain.units import Quantity
from legwork.formats.number_cells import is_open_number, without_thousands
from legwork.formats.records import Cell, Row, Skipped, shortened
from legwork.i18n import tr

_SHAPE = re.compile(r"\d{1,9}(?:[.,]\d{1,20})?|[.,]\d{1,20}")
_UNIT = re.compile(r"\s*(kcal|kj|cal|g|ml|l)\.?$", re.IGNORECASE)
_DIGITS = {"kcal": 1, "kJ": 0, "g": 2, "L": 3, "mL": 0, "fl oz": 1}
"""Decimals that are kept of a day's total: nobody weighs food more finely."""

_MOST_ENERGY = 100_000
"""No day has more, be it in kcal or in kJ (a convention)."""


def comes_in_thousands(nutrient: Nutrient, unit: str) -> bool:
    """Whether a day has thousands of it, so that `1,050` is more than a thousand where nothing else tells: energy, and
    drink in millilitres. Nobody has thousands of grams or litres."""
    return nutrient is Nutrient.ENERGY or unit == "mL"


def amount_number(text: str, nutrient: Nutrient, decimal: str = "", unit: str = "") -> float | None:
    """The number that a cell says: `512.4`, `1,050`, `650,5`, `1.234,5`, `2 100 kcal`.

    decimal: the sign before decimals in its table, as `decimal_sign` finds it. Where that does not tell, `1,050` and
    `1.050` are a thousand and fifty of what `comes_in_thousands`, unless nobody could eat so much, and decimals else.
    unit: of its column, "" where it does not matter. Returns None for what is no number, or below zero.
    """
    bare = _UNIT.sub("", text.strip())
    plain = without_thousands(bare, decimal, whole=comes_in_thousands(nutrient, unit))
    if not decimal and is_open_number(bare) and plain.isdigit() and int(plain) > _MOST_ENERGY:
        plain = bare
    return float(plain.replace(",", ".")) if _SHAPE.fullmatch(plain) else None


def amount_of(value: float, unit: str) -> Quantity:
    """A quantity of an amount in kcal, kJ, g, L, mL or fl oz, rounded as a day's total is."""
    text = f"{value:.{_DIGITS[unit]}f}"
    return quantity_of(text.rstrip("0").rstrip(".") if "." in text else text, unit)


@dataclass
class _Total:
    """What was found of one nutrient on one day. line: the place of the row where it began."""

    line: int
    value: float
    unit: str


def by_day(rows: Iterable[Row], nutrients: Mapping[str, Nutrient]) -> tuple[tuple[Row, ...], tuple[Skipped, ...]]:
    """Rows in which each nutrient of a day stands once, where it stood first, with the total.

    nutrients: by the header of a column. Returns the rows, those that are left with nothing taken out, and what no day
    can have.
    """
    rows = tuple(rows)
    totals: dict[tuple[date, str], _Total] = {}
    for place, row in enumerate(rows):
        for cell in row.cells:
            if cell.column in nutrients:
                value = _number_in(cell.quantity)
                total = totals.setdefault((row.day, cell.column), _Total(place, 0.0, cell.quantity.unit))
                total.value += value
    found, refused = [], []
    for place, row in enumerate(rows):
        cells = []
        for cell in row.cells:
            whole = totals.get((row.day, cell.column)) if cell.column in nutrients else None
            if whole is None:
                cells.append(cell)
            elif whole.line == place:
                quantity = amount_of(whole.value, whole.unit)
                if quantity.value > MOST[nutrients[cell.column]]:
                    refused.append(_too_much(row, cell, quantity))
                elif quantity.value > 0:
                    cells.append(replace(cell, quantity=quantity))
        if cells:
            found.append(replace(row, cells=tuple(cells)))
    return tuple(found), tuple(refused)


def _number_in(quantity: Quantity) -> float:
    return float(quantity.entered.replace(",", "."))


def _too_much(row: Row, cell: Cell, quantity: Quantity) -> Skipped:
    text = shortened(f"{row.day.isoformat()}, {cell.column}: {quantity.entered} {quantity.unit}")
    return Skipped(row.line, text, tr("Nobody eats or drinks so much in a day: check the number and its unit."))


def label_of(nutrient: Nutrient) -> str:
    """The readable name of a nutrient's column, untranslated."""
    return NAMES[nutrient]
