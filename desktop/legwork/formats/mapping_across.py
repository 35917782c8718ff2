"""Tables whose days stand side by side, one column for each: turned into rows that each name their day.

Owns this turning, which happens before anything else is done with such a table. It must not know what the rows hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from legwork.formats.mapping import MOST_JUNK, header_key
from legwork.formats.mapping_columns import Rows, is_day
from legwork.formats.text import TableRow
from legwork.i18n import mark

DAY_NAME, VALUE_NAME = mark("Day"), mark("Value")
"""How the two columns are called that take the place of all those days, marked for translation."""

_FEWEST_DAYS = 2


def days_in(header: Sequence[str]) -> tuple[int, ...]:
    """The places of the columns that are named by a day; a mere number is none here."""
    return tuple(place for place, name in enumerate(header) if not name.isdecimal() and is_day(name))


def can_be_across(header: Sequence[str]) -> bool:
    """Whether several columns are named by a day."""
    return len(days_in(header)) >= _FEWEST_DAYS


def across_row(rows: Rows) -> int:
    """The row whose cells are the days of the columns below, from 1; 0 for none.

    Below them stand values, no days; and before them something that says what the values are.
    """
    for at, row in enumerate(rows[:MOST_JUNK]):
        days = days_in(row)
        below = rows[at + 1 : at + 4]
        if len(days) < _FEWEST_DAYS or not below or days[0] == 0 or len({row[place] for place in days}) < len(days):
            continue
        under = [one[place] for one in below for place in days if place < len(one) and one[place]]
        before = [one[place] for one in below for place in range(days[0]) if place < len(one) and one[place]]
        if under and not any(map(is_day, under)) and any(any(map(str.isalpha, cell)) for cell in before):
            return at + 1
    return 0


def turned(rows: Iterable[TableRow], header: int) -> Iterator[TableRow]:
    """A row for each value, which names its day. header: the row with the days, from 1, blank rows not counted.

    Rows above it stay. What names the row comes first, then the day, then the value; empty cells make no row.
    """
    count = 0
    days: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    others: tuple[int, ...] = ()
    for row in rows:
        filled = any(map(str.strip, row.cells))
        count += filled
        if count < header or not filled:
            yield _short(row)
        elif not names:
            names, days = row.cells, days_in([cell.strip() for cell in row.cells])
            others = tuple(place for place in range(len(names)) if place not in days)
            yield TableRow(row.line, (*(names[one] for one in others), DAY_NAME, VALUE_NAME), row.problem)
        else:
            beside = tuple(row.cells[one] if one < len(row.cells) else "" for one in others)
            for place in days:
                if place < len(row.cells) and row.cells[place].strip():
                    yield TableRow(row.line, (*beside, names[place], row.cells[place]), row.problem)


def _short(row: TableRow) -> TableRow:
    """A row above the header without the empty cells above all those days."""
    width = max((place + 1 for place, cell in enumerate(row.cells) if cell.strip()), default=0)
    return TableRow(row.line, row.cells[:width], row.problem)


def turned_rows(rows: Rows, header: int) -> Rows:
    """The same for rows without their lines."""
    return [one.cells for one in turned((TableRow(at, row) for at, row in enumerate(rows, start=1)), header)]


def across_key(header: Sequence[str]) -> str:
    """The same for tables of this kind with the same columns beside the days, whichever days these are."""
    days = days_in(header)
    return header_key([*(name for place, name in enumerate(header) if place not in days), "", "days across"])
