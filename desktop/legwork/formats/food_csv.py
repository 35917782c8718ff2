"""Legwork's own table of food and drink: a row a day, always in kcal, g and L, and the way back.

Owns its columns, and reads what it wrote. It must not know what is left out of view: whoever hands over the days
decides that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from legwork.domain.food.amounts import NAMES, Nutrient, check_amount, quantity_of
from legwork.errors import UserError
from legwork.formats.food_days import amount_number
from legwork.formats.number_cells import decimal_sign
from legwork.formats.own_tables import DatedRows, refuse
from legwork.formats.records import Cell, Column, FoodDayRecord, MeasurementTable, Row, Skipped, shortened
from legwork.formats.safe_cells import as_table, plain_number
from legwork.formats.text import Table, TableRow, never
from legwork.formats.training_records import NO_ANSWERS, Answers
from legwork.i18n import tr

SOURCE = "legwork"

COLUMNS: dict[Nutrient, str] = {
    Nutrient.ENERGY: "energy_kcal",
    Nutrient.PROTEIN: "protein_g",
    Nutrient.CARBOHYDRATE: "carbohydrate_g",
    Nutrient.FAT: "fat_g",
    Nutrient.WATER: "water_l",
}

_BY_NAME = {name: nutrient for nutrient, name in COLUMNS.items()}
_UNITS = {
    Nutrient.ENERGY: "kcal", Nutrient.PROTEIN: "g", Nutrient.CARBOHYDRATE: "g", Nutrient.FAT: "g", Nutrient.WATER: "L",
}  # fmt: skip


def write(days: Iterable[FoodDayRecord], hidden: Collection[Nutrient] = ()) -> bytes:
    """The table of all days. hidden: nutrients that get no column."""
    shown = [one for one in COLUMNS if one not in hidden]
    rows = []
    for day in days:
        amounts = {one.nutrient: _written(one.quantity.value, one.nutrient) for one in day.amounts}
        cells = [amounts.get(one, "") for one in shown]
        if any(cells):
            rows.append((day.day.isoformat(), *cells))
    return as_table(("date", *(COLUMNS[one] for one in shown)), rows)


def _written(value: float, nutrient: Nutrient) -> str:
    """Energy with three decimals gets a fourth: it is never taken for thousands then."""
    text = plain_number(value)
    return f"{text}0" if nutrient is Nutrient.ENERGY and text[-4:-3] == "." else text


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is Legwork's own: a day, and nothing else but what it has columns for."""
    found = [name.strip().casefold() for name in header]
    return found[:1] == ["date"] and len(found) > 1 and {*found[1:]} <= _BY_NAME.keys()


def read(
    table: Table, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> MeasurementTable:
    """Read all rows of a table that `matches`. today: later days are refused. Raises Cancelled when asked to stop."""
    header = [name.strip().casefold() for name in table.header]
    rows: list[Row] = []
    skipped: list[Skipped] = []
    seen: set[date] = set()
    dated = DatedRows(table, today, answers)
    days = list(dated.read(should_stop, skipped))
    decimal = decimal_sign(cell.strip() for row, _ in days for cell in row.cells[1:])
    for row, day in days:
        if day in seen:
            refuse(row, UserError(tr("This day stands further up already: a day has one row.")), skipped)
            continue
        seen.add(day)
        cells = tuple(_cells(row, header, decimal, skipped))
        if cells:
            rows.append(Row(row.line, day, cells))
    counts = Counter(one.column for row in rows for one in row.cells)
    columns = tuple(
        Column(name, None, NAMES[_BY_NAME[name]], _UNITS[_BY_NAME[name]], counts[name], _BY_NAME[name])
        for name in dict.fromkeys(header[1:])
        if counts[name]
    )
    return MeasurementTable(
        SOURCE, tr("Legwork's table of food"), columns, tuple(rows),
        tuple(sorted(skipped, key=lambda one: one.line)), (),
        order=dated.order, order_asked=dated.order_asked, order_example=dated.order_example,
    )  # fmt: skip


def _cells(row: TableRow, header: list[str], decimal: str, skipped: list[Skipped]) -> Iterator[Cell]:
    """The amounts of a day; what cannot be one is told. decimal: the sign before decimals in this table."""
    taken: set[str] = set()
    for name, cell in zip(header[1:], row.cells[1:], strict=False):
        text = cell.strip()
        if not text or name in taken:
            continue
        taken.add(name)
        try:
            nutrient = _BY_NAME[name]
            # No day has 2.1 kcal: 2,100 are thousands, and so are 2.100 where the table has no decimal points.
            known = "" if nutrient is Nutrient.ENERGY and "." not in text else decimal
            number = None if any(map(str.isalpha, text)) else amount_number(text, nutrient, known)
            if number is None:
                raise UserError(tr("This is not a number that can be read."))
            found = quantity_of(plain_number(number), _UNITS[_BY_NAME[name]])
            check_amount(found.value, _BY_NAME[name])
        except UserError as error:
            skipped.append(Skipped(row.line, shortened(f"{name}: {text}"), str(error)))
        else:
            yield Cell(name, found)
