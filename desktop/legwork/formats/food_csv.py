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
        amounts = {one.nutrient: plain_number(one.quantity.value) for one in day.amounts}
        cells = [amounts.get(one, "") for one in shown]
        if any(cells):
            rows.append((day.day.isoformat(), *cells))
    return as_table(("date", *(COLUMNS[one] for one in shown)), rows)


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
    for row, day in dated.read(should_stop, skipped):
        if day in seen:
            refuse(row, UserError(tr("This day stands further up already: a day has one row.")), skipped)
            continue
        seen.add(day)
        cells = tuple(_cells(row, header, skipped))
        if cells:
            rows.append(Row(row.line, day, cells))
    counts = Counter(one.column for row in rows for one in row.cells)
    columns = tuple(
        Column(name, None, NAMES[_BY_NAME[name]], _UNITS[_BY_NAME[name]], counts[name], _BY_NAME[name])
        for name in dict.fromkeys(header[1:])
        if counts[name]
    )
    return MeasurementTable(
        SOURCE, tr("Legwork's table of food"), columns, tuple(rows), tuple(skipped), (),
        order=dated.order, order_asked=dated.order_asked, order_example=dated.order_example,
    )  # fmt: skip


def _cells(row: TableRow, header: list[str], skipped: list[Skipped]) -> Iterator[Cell]:
    """The amounts of a day; what cannot be one is told."""
    taken: set[str] = set()
    for name, cell in zip(header[1:], row.cells[1:], strict=False):
        text = cell.strip()
        if not text or name in taken:
            continue
        taken.add(name)
        try:
            number = None if any(map(str.isalpha, text)) else amount_number(text, _BY_NAME[name])
            if number is None:
                raise UserError(tr("This is not a number that can be read."))
            found = quantity_of(plain_number(number), _UNITS[_BY_NAME[name]])
            check_amount(found.value, _BY_NAME[name])
        except UserError as error:
            skipped.append(Skipped(row.line, shortened(f"{name}: {text}"), str(error)))
        else:
            yield Cell(name, found)
