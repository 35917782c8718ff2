"""Values of a foreign table that lie so far from their neighbours in time that a person should look at them.

Owns the rule. What becomes of such a value is decided by whoever shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from legwork.formats.records import Cell, Row, Skipped, shortened
from legwork.i18n import tr

JUMP_SHARE = 0.25
"""A value this much apart from the one before is worth a look (convention: limbs change more slowly)."""


def suspects(rows: Iterable[Row], identities: Mapping[str, str]) -> tuple[Skipped, ...]:
    """Values that jump from the one before, in the order of days, unless they return to an earlier level.

    identities: by the header of a column, what it measures, whatever its unit.
    """
    lines: dict[str, list[tuple[int, Cell]]] = {}
    for row in sorted(rows, key=lambda row: row.day):
        for cell in row.cells:
            lines.setdefault(identities[cell.column], []).append((row.line, cell))
    found = [suspect for line in lines.values() for suspect in _jumps(line)]
    return tuple(sorted(found, key=lambda one: one.line))


def _jumps(cells: list[tuple[int, Cell]]) -> Iterable[Skipped]:
    values = [cell.quantity.value for _, cell in cells]
    if len(values) < 2:
        return
    first_is_odd = len(values) > 2 and _far(values[0], values[1]) and not _far(values[1], values[2])
    before = level = 1 if first_is_odd else 0
    if first_is_odd:
        yield _suspect(cells[0], cells[1])
    for index in range(before + 1, len(values)):
        if not _far(values[index], values[level]) or not _far(values[index], values[before]):
            level = index
        else:
            yield _suspect(cells[index], cells[before])
        before = index


def _far(value: float, other: float) -> bool:
    return abs(value - other) > JUMP_SHARE * other


def _suspect(one: tuple[int, Cell], other: tuple[int, Cell]) -> Skipped:
    line, cell = one
    near = other[1].quantity
    text = f"{cell.column}: {cell.quantity.entered} {cell.quantity.unit} ({near.entered} {near.unit})"
    return Skipped(line, shortened(text), tr("It differs by more than a quarter from the value next to it in time."))
