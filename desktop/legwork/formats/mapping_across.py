"""Tables whose days stand side by side, one column for each: turned into rows that each name their day. The same for
tables with a column for the left side and one for the right, whose rows name what was measured, and for those with a
column for each exercise.

Owns this turning, which happens before anything else is done with such a table. It must not know what the rows hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from legwork.domain.sites import Side
from legwork.formats.mapping import MOST_JUNK, Across, header_key
from legwork.formats.mapping_columns import HALF, NUMBER, Rows, cells_at, is_day, is_known, is_packed, share
from legwork.formats.mapping_words import measure_in, side_in
from legwork.formats.text import TableRow
from legwork.i18n import mark

DAY_NAME, SIDE_NAME, EXERCISE_NAME, VALUE_NAME = mark("Day"), mark("Side"), mark("Exercise"), mark("Value")
"""How the two columns are called that take the place of all those days, sides or exercises, marked for translation."""


_NAMES = {Across.DAYS: DAY_NAME, Across.SIDES: SIDE_NAME, Across.EXERCISES: EXERCISE_NAME}

_FEWEST_DAYS = _FEWEST_EXERCISES = 2


def days_in(header: Sequence[str]) -> tuple[int, ...]:
    """The places of the columns that are named by a day; a mere number is none here."""
    return tuple(place for place, name in enumerate(header) if not name.isdecimal() and is_day(name))


def sides_in(header: Sequence[str]) -> tuple[int, ...]:
    """The places of the two columns that are named by nothing but the left and the right; none where there are others
    than these two."""
    found = {place: side_in(name) for place, name in enumerate(header)}
    sided = {place: side for place, side in found.items() if side in (Side.LEFT, Side.RIGHT)}
    return tuple(sided) if len(sided) == len({*sided.values()}) == 2 else ()


def exercises_in(header: Sequence[str]) -> tuple[int, ...]:
    """The places of the columns that may be named by exercises: all whose names head no column of other tables."""
    return tuple(place for place, name in enumerate(header) if name and not is_known(name) and not is_day(name))


def kind_of(header: Sequence[str]) -> Across:
    """What stands side by side in a table that is turned at that row."""
    if len(days_in(header)) >= _FEWEST_DAYS:
        return Across.DAYS
    return Across.SIDES if sides_in(header) else Across.EXERCISES


_PLACES = {Across.DAYS: days_in, Across.SIDES: sides_in, Across.EXERCISES: exercises_in}


def can_be_across(header: Sequence[str]) -> bool:
    """Whether several columns are named by a day, or two by the sides."""
    return len(days_in(header)) >= _FEWEST_DAYS or bool(sides_in(header))


def across_row(rows: Rows) -> int:
    """The row whose cells are the days, or the sides, of the columns below, from 1; 0 for none.

    Below them stand values, no days; and beside them something that says what the values are.
    """
    for at, row in enumerate(rows[:MOST_JUNK]):
        below = rows[at + 1 : at + 6]
        if _heads_days(row, below[:3]) or _heads_sides(row, below):
            return at + 1
    return 0


def _heads_days(row: Sequence[str], below: Rows) -> bool:
    days = days_in(row)
    if len(days) < _FEWEST_DAYS or not below or days[0] == 0 or len({row[place] for place in days}) < len(days):
        return False
    under = [one[place] for one in below for place in days if place < len(one) and one[place]]
    before = [one[place] for one in below for place in range(days[0]) if place < len(one) and one[place]]
    return bool(under) and not any(map(is_day, under)) and any(any(map(str.isalpha, cell)) for cell in before)


def _heads_sides(row: Sequence[str], below: Rows) -> bool:
    sides = sides_in(row) if kind_of(row) is Across.SIDES else ()
    under = [cell for place in sides for cell in cells_at(below, place)]
    if not under or share(under, lambda cell: NUMBER.fullmatch(cell) is not None) <= HALF:
        return False
    beside = (cells_at(below, place) for place in range(len(row)) if place not in sides)
    return any(share(cells, lambda cell: measure_in(cell) is not None) > HALF for cells in beside)


def exercises_row(rows: Rows, is_exercise: Callable[[str], bool]) -> int:
    """The row whose cells are the exercises of the sets below, as `3x8@60`, from 1; 0 for none."""
    for at, row in enumerate(rows[:MOST_JUNK]):
        places = exercises_in(row) if kind_of(row) is Across.EXERCISES else ()
        below = rows[at + 1 : at + 11]
        cells = [cell for place in places for cell in cells_at(below, place)]
        named = sum(is_exercise(row[place]) for place in places)
        if named >= _FEWEST_EXERCISES and 2 * named >= len(places) and share(cells, is_packed) > HALF:
            return at + 1
    return 0


def turned(rows: Iterable[TableRow], header: int) -> Iterator[TableRow]:
    """A row for each value, which names its day, side or exercise. header: the row with these, from 1, blank rows not
    counted.

    Rows above it stay. What names the row comes first, then the day, side or exercise, then the value; empty cells make
    no row. A row without any value stays one where no days were turned: it may say the day for those below.
    """
    count = 0
    across: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    others: tuple[int, ...] = ()
    kind = Across.DAYS
    for row in rows:
        filled = any(map(str.strip, row.cells))
        count += filled
        if count < header or not filled:
            yield _short(row)
        elif not names:
            names, plain = row.cells, [cell.strip() for cell in row.cells]
            kind = kind_of(plain)
            across = _PLACES[kind](plain)
            others = tuple(place for place in range(len(names)) if place not in across)
            yield TableRow(row.line, (*(names[one] for one in others), _NAMES[kind], VALUE_NAME), row.problem)
        else:
            beside = tuple(row.cells[one] if one < len(row.cells) else "" for one in others)
            given = [place for place in across if place < len(row.cells) and row.cells[place].strip()]
            for place in given:
                yield TableRow(row.line, (*beside, names[place], row.cells[place]), row.problem)
            if kind is not Across.DAYS and not given:
                yield TableRow(row.line, (*beside, "", ""), row.problem)


def _short(row: TableRow) -> TableRow:
    """A row above the header without the empty cells above all those days."""
    width = max((place + 1 for place, cell in enumerate(row.cells) if cell.strip()), default=0)
    return TableRow(row.line, row.cells[:width], row.problem)


def turned_rows(rows: Rows, header: int) -> Rows:
    """The same for rows whose lines do not matter."""
    return [one.cells for one in turned((TableRow(at, row) for at, row in enumerate(rows, start=1)), header)]


def across_key(header: Sequence[str]) -> str:
    """The same for tables of this kind with the same columns beside the days, whichever days these are."""
    kind = kind_of(header)
    if kind is not Across.DAYS:
        return header_key([*header, "", f"{kind} across"])
    days = days_in(header)
    return header_key([*(name for place, name in enumerate(header) if place not in days), "", "days across"])
