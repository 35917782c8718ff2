"""The names of a table's columns where more than one row says them: sides above them, or sides and units below.

Owns putting such rows together, for the guess, for the reading and for what a person is shown. Which row is the header
is said by a mapping.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from legwork.domain.sites import Side
from legwork.formats.mapping_columns import Rows, is_known
from legwork.formats.mapping_words import said, side_in, unit_in

MOST_BELOW = 2
"""One row of sides and one of units."""


def column_names(rows: Rows, header: int) -> tuple[str, ...]:
    """What the columns are called. rows: from the first line on. header: which row names them, from 1; 0: none."""
    if not 0 < header <= len(rows):
        return ()
    above, row = rows[header - 2] if header > 1 else (), rows[header - 1]
    names = _with_below(above, row) if goes_on(above, row) else _with_sides_above(above, row)
    for row in rows[header : header + rows_below(rows, header)]:
        names = _with_below(names, row)
    return names


def rows_below(rows: Rows, header: int) -> int:
    """How many rows below the header belong to it."""
    if not 0 < header <= len(rows):
        return 0
    names, count = tuple(rows[header - 1]), 0
    for row in islice(rows, header, header + MOST_BELOW):
        if not goes_on(names, row):
            break
        names, count = _with_below(names, row), count + 1
    return count


def goes_on(names: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a row below the header says more of its names: `L` and `R` under a thigh, `kg` under a weight.

    Other words stand there only where the header has none.
    """
    more = [(place, cell) for place, cell in enumerate(row) if cell]
    said_more = [place for place, cell in more if _is_more(cell)]
    others = (place for place, cell in more if place not in said_more)
    return bool(said_more) and all(not _at(names, place) and is_known(row[place]) for place in others)


def _with_below(names: Sequence[str], row: Sequence[str]) -> tuple[str, ...]:
    """Names with what a row below says of them. A name holds for the empty cells to its right, as merged cells do."""
    made, before = [], ""
    for place in range(max(len(names), len(row))):
        name, more = _at(names, place), _at(row, place)
        before = name or before
        if not more or side_in(more) is Side.NONE:
            made.append(name or (before if more else ""))
        else:
            made.append(f"{name or before} {_beside(more)}".strip() if _is_more(more) else more)
    return tuple(made)


def _with_sides_above(above: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """Names with the side that a row above has for several columns at once."""
    starts = [at for at, cell in enumerate(above[: len(names)]) if side_in(cell) in (Side.LEFT, Side.RIGHT)]
    if len(starts) < 2:
        return tuple(names)
    made, wide = list(names), starts[1] - starts[0]
    for start in starts:
        for at in range(start, min(start + wide, len(names))):
            if names[at] and said(names[at]).side is Side.NONE:
                made[at] = f"{names[at]} {above[start]}"
    return tuple(made)


def _is_more(cell: str) -> bool:
    return side_in(cell) is not None or bool(unit_in(cell))


def _beside(more: str) -> str:
    return more if side_in(more) is not None or not more[:1].isalpha() else f"({more})"


def _at(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""
