"""Several tables of one program, put together to one: sheets of a workbook, pieces of an archive.

Owns what becomes of values that more than one of them gives: the first one that does is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from legwork.formats.records import Cell, Column, MeasurementTable, Row, Skipped, shortened
from legwork.i18n import tr


def merged(tables: Sequence[tuple[str, MeasurementTable]]) -> MeasurementTable:
    """One table of several, by name, at least one, all of one source. What they leave open is asked once.

    A day's readings of one spot, and its amount of one nutrient, come from the first table that has any.
    """
    if len(tables) == 1:
        return tables[0][1]
    columns: dict[str, Column] = {}
    headers: dict[str, str] = {}
    given: dict[tuple[date, str], str] = {}
    rows: list[Row] = []
    skipped: list[Skipped] = []
    for name, table in tables:
        identities = {one.header: _identity(one) for one in table.columns}
        for one in table.columns:
            identity = identities[one.header]
            if identity not in columns:
                headers[identity] = _unique(one.header, {each.header for each in columns.values()})
                columns[identity] = replace(one, header=headers[identity], count=0)
        twice = 0
        for row in table.rows:
            cells = []
            for cell in row.cells:
                identity = identities[cell.column]
                if given.setdefault((row.day, identity), name) != name:
                    twice += 1
                    continue
                columns[identity] = replace(columns[identity], count=columns[identity].count + 1)
                cells.append(Cell(headers[identity], cell.quantity))
            if cells:
                rows.append(replace(row, cells=tuple(cells)))
        skipped += [replace(one, text=shortened(f"{name}: {one.text}")) for one in table.skipped]
        if twice:
            skipped.append(Skipped(1, shortened(f"{name}: {twice}"), tr("Another table of this file gives the same.")))
    asked = {
        kind: next((table for _, table in tables if getattr(table, f"{kind}_asked")), tables[0][1])
        for kind in ("unit", "length", "order")
    }
    first = tables[0][1]
    return replace(
        first,
        columns=tuple(one for one in columns.values() if one.count),
        rows=tuple(rows),
        skipped=tuple(skipped),
        suspects=tuple(one for _, table in tables for one in table.suspects),
        unit=asked["unit"].unit, unit_asked=asked["unit"].unit_asked, unit_why=asked["unit"].unit_why,
        length=asked["length"].length, length_asked=asked["length"].length_asked,
        length_why=asked["length"].length_why,
        order=asked["order"].order, order_asked=asked["order"].order_asked,
        order_example=asked["order"].order_example,
    )  # fmt: skip


def _identity(column: Column) -> str:
    return str(column.nutrient or column.spot or column.label.casefold())


def _unique(name: str, taken: set[str]) -> str:
    wanted, number = name, 2
    while wanted in taken:
        wanted, number = f"{name} ({number})", number + 1
    return wanted
