"""A column of a table that nobody knows, looked at: what its header says, and what its cells are like.

Owns these looks. What the column is then taken for is decided by `mapping_guess`.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from legwork.errors import UserError
from legwork.formats.dates import DateOrder, read_day
from legwork.formats.mapped_cell_sets import held_in
from legwork.formats.mapped_cells import looks_like_day
from legwork.formats.mapping import MOST_COLUMNS, Role, header_key
from legwork.formats.mapping_words import food_in, kind_in, measure_in, roles_in, side_in, unit_in
from legwork.formats.number_cells import without_thousands
from legwork.formats.training_times import read_span

Rows = Sequence[tuple[str, ...]]

HALF, MOST = 0.5, 0.8
NUMBER = re.compile(
    r"[+-]?\d+(?:[.,]\d+)?(?:\s*[^\W\d_]{1,4}\.?|\s*%)?"
    r"|\d{1,2}\s*(?:st|stones?)\.?,?\s*\d{1,2}(?:[.,]\d+)?\s*(?:lbs?|pounds?)?\.?",
    re.IGNORECASE,
)
"""With a unit behind it or without, and stones with the pounds beyond them."""

SET_NUMBER = re.compile(r"(?:set|satz|série|serie|seria|sarja|s(?=\s*#?\d))s?\s*#?\s*\d{1,2}", re.IGNORECASE)
NUMBERED = re.compile(r"(.*[^\W\d_])\s*#?\s*\d{1,2}")
"""What is called like `kg 1`."""

_TIMES = re.compile(r"\d{1,4}(?:[.,]\d+)?\s*(?:kg|lbs?)?\s*[x×*]\s*\d{1,4}.*")
_PACKED = re.compile(r"\d{1,4}(?:[.,]\d+)?\s*[x×*/]\s*\d{1,4}.*|\d{1,3}(?:[,/;-]\d{1,3})+")


_EFFORT = re.compile(
    r"(?:@|rpe|rir)?\s*\d{1,2}(?:[.,]\d{1,2})?(?:\s*[-–]\s*\d{1,2}(?:[.,]\d)?)?\s*(?:\+|/\s*10)?\s*", re.IGNORECASE
)
_LEFT = re.compile(
    r"\d{1,2}(?:\s*[-–]\s*\d{1,2})?\+?\s*(?:reps?\s*)?(?:rir|left|in reserve|in the tank)", re.IGNORECASE
)


class Looked:
    """A column: what its header says, and what its cells are like.

    cells: without the empty ones. filled: the rows in which they stand, from 0; empty where nobody looked.
    """

    def __init__(self, name: str, cells: Sequence[str], filled: frozenset[int] = frozenset()) -> None:
        self.name, self.cells, self.filled = name.strip(), cells, filled
        self.roles = roles_in(name) if name else frozenset()
        self.measure = measure_in(name) if name else None
        self.food = food_in(name) if name else None
        self.days = share(cells, is_day)
        self.numbers = share(cells, lambda cell: NUMBER.fullmatch(cell) is not None)
        self.packed = share(cells, is_packed)
        self.times = share(cells, lambda cell: _TIMES.fullmatch(cell) is not None)
        self.spans = share(cells, lambda cell: held_in(cell) != "")
        self.wordy = share(cells, lambda cell: any(map(str.isalpha, cell)) and not NUMBER.fullmatch(cell))

    def can_be(self, role: Role) -> bool:
        """By its header."""
        return role in self.roles


def is_packed(cell: str) -> bool:
    """Whether a cell holds sets, as `3x8 @ 60` and `12/10/8` do."""
    return _PACKED.fullmatch(cell) is not None


def names_measures(column: Looked) -> bool:
    """Whether its cells name what was measured."""
    return bool(column.cells) and column.wordy > HALF and share(column.cells, _is_thing) > 0.4


def names_exercises(column: Looked, is_exercise: Callable[[str], bool]) -> bool:
    """Whether its cells name exercises."""
    return bool(column.cells) and column.wordy > HALF and share(column.cells, is_exercise) > 0.3


def _is_thing(cell: str) -> bool:
    return measure_in(cell) is not None or food_in(cell) is not None


def is_known(cell: str) -> bool:
    """Whether a word is one that heads a column of such tables."""
    return bool(roles_in(cell)) or _is_thing(cell) or SET_NUMBER.match(cell) is not None


def heads_a_table(row: Sequence[str]) -> bool:
    """Whether a row can be nothing but names of columns: words alone, the day among them, and most of them known."""
    filled = [cell for cell in row if cell]
    if len(filled) < 2 or any(NUMBER.fullmatch(cell) or is_day(cell) for cell in filled):
        return False
    known = sum(map(is_known, filled))
    return known >= 2 and 2 * known >= len(filled) and any(Role.DAY in roles_in(cell) for cell in filled)


def is_unit(cell: str) -> bool:
    """Whether a cell is a unit."""
    return bool(unit_in(cell))


def is_side(cell: str) -> bool:
    """Whether a cell is a side."""
    return side_in(cell) is not None


def is_kind(cell: str) -> bool:
    """Whether a cell is a kind of set."""
    return not cell.isdecimal() and kind_in(cell) is not None


def is_effort(cell: str) -> bool:
    """Whether a cell may be an RPE or reps left: `8`, `@8.5`, `2-3`, `3+`, `2 left`."""
    return _EFFORT.fullmatch(cell) is not None or says_reps_left(cell)


def says_reps_left(cell: str) -> bool:
    """Whether a cell says itself that it counts reps left, as `2 left` does."""
    return _LEFT.fullmatch(cell) is not None


def is_span(cell: str) -> bool:
    """Whether a cell is a length of time: `45`, `0:45`, `1 min 15 s`."""
    return read_span(cell) is not None


def is_clock(cell: str) -> bool:
    """Whether a cell is a time of the day."""
    return re.match(r"\d{1,2}[:.h]\d{2}", cell) is not None


@lru_cache(maxsize=4096)
def is_day(cell: str) -> bool:
    """Whether a cell is a day, in either order."""
    if len(cell) > 40 or not any(map(str.isdigit, cell)) or not re.search(r"\d.*\d", cell):
        return False
    if cell.isdecimal() or NUMBER.fullmatch(cell):
        return looks_like_day(cell)
    cell = re.sub(r"([T ]\d\d?:\d\d.*?)(?:Z| ?(?:UTC|GMT)(?:[+-]\d\d?(?::?\d\d)?)?|[+-]\d\d:?\d\d)$", r"\1", cell)
    for order in DateOrder:
        try:
            read_day(cell, order)
        except UserError:
            continue
        return True
    return False


def values_in(cells: Sequence[str], decimal: str = "") -> list[float]:
    """The numbers of cells, without zeros. decimal: as `number_cells.decimal_sign`."""
    found = []
    for cell in cells:
        match = re.match(r"[+-]?\d+(?:[.,]\d+)?", without_thousands(cell, decimal))
        if match and float(match[0].replace(",", ".")):
            found.append(float(match[0].replace(",", ".")))
    return found


def middle(cells: Sequence[str]) -> float:
    """The median of the numbers of cells; 0 without any."""
    return statistics.median(values_in(cells) or [0.0])


def rows_at(rows: Rows, at: int) -> frozenset[int]:
    """In which rows something stands in a column, from 0."""
    return frozenset(place for place, row in enumerate(rows) if len(row) > at and row[at])


def cells_at(rows: Rows, at: int) -> list[str]:
    """What stands in a column, without empty cells."""
    return [row[at] for row in rows if len(row) > at and row[at]]


def share(cells: Sequence[str], like: Callable[[str], bool]) -> float:
    """How many of the cells are so, from 0 to 1; 0 without any."""
    return sum(map(like, cells)) / len(cells) if cells else 0.0


def counts_up(cells: Sequence[str]) -> bool:
    """Whether numbers run 1, 2, 3 again and again: they number sets, and do not count them."""
    values = values_in(cells)
    steps = [after - before for before, after in pairwise(values)]
    return (
        bool(steps)
        and values[0] == 1
        and all(step == 1 or after == 1 for step, after in zip(steps, values[1:], strict=True))
        and any(step == 1 for step in steps)
    )


def kinds_key(rows: Rows) -> str:
    """The same for tables without a header whose columns hold the same kinds of things: days, numbers, words."""
    width = min(max((len(row) for row in rows), default=0), MOST_COLUMNS)
    looked = [Looked("", cells_at(rows, at)) for at in range(width)]
    return header_key(["", *(_kind_of(one) for one in looked), "."])


def _kind_of(column: Looked) -> str:
    shares = {"day": column.days, "number": column.numbers, "word": column.wordy}
    best = max(shares, key=lambda one: shares[one])
    return best if shares[best] > HALF else "mixed" if column.cells else "empty"
