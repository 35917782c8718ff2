"""Which units the columns of a table are in where nobody said: guessed from their numbers.

Owns the guess, which is shown as one. What a body can measure at all is for `domain.sites`.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import replace

from legwork.domain.food.amounts import Nutrient
from legwork.domain.sites import BUILT_IN_BY_KEY, Kind
from legwork.formats.body_units import likelier_in_inches, likelier_in_pounds, tells_inches
from legwork.formats.mapping import NUTRIENT_UNITS, UNITS, ColumnUse, Role
from legwork.formats.mapping_columns import HALF, Looked, Rows, share, values_in
from legwork.formats.mapping_words import measure_in, said, unit_in
from legwork.formats.number_cells import decimal_sign

_AMOUNT = re.compile(r"^[-+\d.,\s]+")
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
            unit, open_ones = _named_unit(found, at, rows, decimal)
            made[at] = replace(one, unit=unit)
            if open_ones:
                guessed.add(at)
            continue
        kind = BUILT_IN_BY_KEY[one.what].kind if one.what else Kind.GIRTH
        unit = UNITS[kind][0]
        if kind is Kind.GIRTH and inches:
            unit = "in"
        elif kind is Kind.MASS and (named := _unit_in_cells(columns[at].cells, kind)):
            unit = named
        elif kind is Kind.MASS and values:
            unit = "lb" if _in_pounds(values, inches) else "kg"
        made[at] = replace(one, unit=unit)
        if kind in (Kind.GIRTH, Kind.MASS) and share(columns[at].cells, _has_letters) < HALF:
            guessed.add(at)
    return made, frozenset(guessed)


def _in_inches(found: Sequence[ColumnUse], columns: Sequence[Looked], decimal: str) -> bool:
    """Whether girths without a unit are rather in inches: all of a table are in the same."""
    by_site: dict[str, list[float]] = {}
    for at, one in enumerate(found):
        if one.role is Role.MEASURE and tells_inches(one.what) and not one.unit:
            by_site.setdefault(one.what, []).extend(values_in(columns[at].cells, decimal))
    if any(by_site.values()):
        return likelier_in_inches(by_site)
    named = {one.unit for one in found if one.role is Role.MEASURE}
    return "in" in named and "cm" not in named


def _named_unit(found: Sequence[ColumnUse], at: int, rows: Rows, decimal: str) -> tuple[str, bool]:
    """Whether values that are named in their row are rather in "cm" and kg, or in inches ("in") and pounds; and whether
    there are any whose unit nobody said. at: where the values stand."""
    names, unit = (
        next((at for at, one in enumerate(found) if one.role is role), None) for role in (Role.NAME, Role.UNIT)
    )
    by_site: dict[str, list[float]] = {}
    name = ""
    for row in rows:
        cell = row[at] if at < len(row) else ""
        name = (row[names] if names is not None and names < len(row) else "") or name
        if (unit is not None and unit < len(row) and row[unit]) or _has_letters(cell):
            continue
        use = measure_in(name)
        what = "" if use is None or use.unit else use.what
        if (tells_inches(what) or what == "body_weight") and (values := values_in([cell], decimal)):
            by_site.setdefault(what, []).extend(values)
    weights = by_site.pop("body_weight", [])
    if by_site:
        return ("in" if likelier_in_inches(by_site) else "cm"), True
    return ("in" if weights and _in_pounds(weights, False) else "cm"), bool(weights)


def _in_pounds(values: Sequence[float], inches: bool) -> bool:
    """Whether weights are rather in pounds. inches: girths beside them are in inches."""
    return likelier_in_pounds(statistics.median(values), _LIGHTER if inches else 1.0)


def _unit_in_cells(cells: Sequence[str], kind: Kind) -> str:
    """The unit that most cells name themselves, as `82 kg` does; "" for none."""
    found = [unit_in(" ".join(_AMOUNT.sub("", cell).split()[:1]).rstrip("0123456789")) for cell in cells]
    return next((unit for unit in UNITS[kind] if 2 * found.count(unit) > len(cells)), "")


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
