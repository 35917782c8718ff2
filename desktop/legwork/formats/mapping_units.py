"""Which units the columns of a table are in where nobody said: guessed from their numbers.

Owns the guess, which is shown as one. What a body can measure at all is for `domain.sites`.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import replace

from legwork.domain.food.amounts import Nutrient
from legwork.domain.sites import BUILT_IN_BY_KEY, Kind
from legwork.formats.mapped_cells import decimal_sign
from legwork.formats.mapping import NUTRIENT_UNITS, UNITS, ColumnUse, Role
from legwork.formats.mapping_columns import HALF, Looked, Rows, share, values_in
from legwork.formats.mapping_words import said

_USUAL_CM: dict[str, float] = {
    "neck": 38, "shoulders": 118, "chest": 102, "waist": 86, "hips": 99, "flexed_arm": 36, "relaxed_arm": 33,
    "forearm": 29, "wrist": 17, "upper_thigh": 60, "mid_thigh": 56, "lower_thigh": 43, "knee": 38, "calf": 38,
    "ankle": 23,
}  # fmt: skip
"""About what an adult measures (conventions), only to tell centimetres from inches: they lie 2.54 times apart."""

_USUAL_KG = 80.0
_LIGHTER = 0.85
"""Who measures in inches weighs in pounds: then a weight between the two is taken for pounds (a convention)."""


def with_units(
    found: Sequence[ColumnUse], columns: Sequence[Looked], rows: Rows
) -> tuple[list[ColumnUse], frozenset[int]]:
    """Give columns that do not say their unit the likelier one. rows: below the header.

    Returns them with the places of those whose unit comes from their numbers alone.
    """
    decimal = decimal_sign(cell for row in rows for cell in row)
    inches = _in_inches(found, columns, decimal)
    made, guessed = list(found), set()
    for at, one in enumerate(found):
        if one.unit or one.role not in (Role.MEASURE, Role.NUTRIENT, Role.VALUE):
            continue
        values = values_in(columns[at].cells, decimal)
        if one.role is Role.NUTRIENT:
            made[at] = replace(one, unit=_food_unit(one, values))
            continue
        if one.role is Role.VALUE:
            made[at] = replace(one, unit="cm")
            continue
        kind = BUILT_IN_BY_KEY[one.what].kind if one.what else Kind.GIRTH
        unit = UNITS[kind][0]
        if kind is Kind.GIRTH and inches:
            unit = "in"
        elif kind is Kind.MASS and values:
            between = _USUAL_KG * math.sqrt(2.2046) * (_LIGHTER if inches else 1.0)
            unit = "lb" if statistics.median(values) > between else "kg"
        made[at] = replace(one, unit=unit)
        if kind in (Kind.GIRTH, Kind.MASS) and share(columns[at].cells, _has_letters) < HALF:
            guessed.add(at)
    return made, frozenset(guessed)


def _in_inches(found: Sequence[ColumnUse], columns: Sequence[Looked], decimal: str) -> bool:
    """Whether girths without a unit are rather in inches: all of a table are in the same."""
    apart: list[float] = []
    for at, one in enumerate(found):
        values = values_in(columns[at].cells, decimal)
        if one.role is Role.MEASURE and one.what in _USUAL_CM and not one.unit and values:
            apart.append(math.log(max(statistics.median(values), 0.1) / _USUAL_CM[one.what]))
    if apart:
        return statistics.median(apart) < -math.log(2.54) / 2
    named = {one.unit for one in found if one.role is Role.MEASURE}
    return "in" in named and "cm" not in named


def _has_letters(cell: str) -> bool:
    return any(map(str.isalpha, cell))


def _food_unit(use: ColumnUse, values: Sequence[float]) -> str:
    nutrient = Nutrient(use.what)
    middle = statistics.median(values) if values else 0.0
    if nutrient is Nutrient.ENERGY and (middle > 6000 or said(use.label).unit == "kJ"):
        return "kJ"
    if nutrient is Nutrient.WATER and middle > 20:
        return "mL" if middle > 300 else "fl oz"
    return NUTRIENT_UNITS[nutrient][0]
