"""Tables with a row for each value, turned into tables with a column for each thing, which `wide` reads.

Owns the turning. What a thing is and in which unit is told by whoever knows the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from legwork.formats.text import Table, TableRow

MAX_THINGS = 300
"""More different things than these nobody measures; values of others are in no column (a convention)."""


@dataclass(frozen=True)
class LongColumns:
    """Places of the columns of a long table. unit: None where the name of a thing says it."""

    day: int
    name: int
    value: int
    unit: int | None = None


def widened(table: Table, at: LongColumns) -> Table:
    """The same as a wide table: the day, then a column for each thing that stands in it, named `weight (kg)`.

    Every row has its value in its own column. A row that is too short, or broken, stays as it is.
    """
    rows = list(table.rows)
    things: dict[str, int] = {}
    for row in rows:
        if (name := _thing(row, at)) and len(things) < MAX_THINGS:
            things.setdefault(name, len(things) + 1)

    def wide() -> Iterator[TableRow]:
        for row in rows:
            name = _thing(row, at)
            if row.problem or not name or name not in things:
                yield replace(row, cells=tuple(cell for cell in row.cells[: len(things) + 1]))
                continue
            cells = [""] * (len(things) + 1)
            cells[0], cells[things[name]] = row.cells[at.day], row.cells[at.value]
            yield replace(row, cells=tuple(cells))

    return Table(("Day", *things), wide(), table.whole)


def _thing(row: TableRow, at: LongColumns) -> str:
    if len(row.cells) <= max(at.day, at.name, at.value, at.unit or 0):
        return ""
    name = row.cells[at.name].strip()
    unit = row.cells[at.unit].strip() if at.unit is not None else ""
    return f"{name} ({unit})" if name and unit else name
