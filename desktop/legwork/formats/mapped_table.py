"""A table cut as a person explained it: what stands above its header, the names of its columns, and its rows.

Owns the cutting. What the rows hold is read by `mapped_values` and `mapped_sets`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from legwork.errors import UserError
from legwork.formats.mapping import MOST_COLUMNS, ColumnUse, Role, TableMapping, header_key
from legwork.formats.mapping_across import turned
from legwork.formats.mapping_columns import heads_a_table
from legwork.formats.mapping_header import MOST_BELOW, column_names, goes_on
from legwork.formats.records import Skipped, shortened
from legwork.formats.text import TableRow
from legwork.formats.training_header import plain
from legwork.formats.training_records import MAPPED
from legwork.i18n import tr

_PIECE = re.compile(r"\d{1,3}(?: ?[^\W\d_]{1,3})?")

MAX_ROWS = 300_000
"""More than a lifetime of sets (a convention)."""


@dataclass(frozen=True)
class MappedTable:
    """A table and what its columns hold.

    names: of the columns, each once, made up where the table has none. line: of the header, 1 without one. rows: below
    it, their cells without blanks around them. skipped: what stands above it, and its copies. source: kept with what is
    read of it. named: how many columns the header has, 0 without one.
    """

    mapping: TableMapping
    names: tuple[str, ...]
    line: int
    rows: tuple[TableRow, ...]
    skipped: tuple[Skipped, ...]
    source: str
    named: int

    def use(self, place: int) -> ColumnUse:
        """What the column at that place holds."""
        return self.mapping.columns[place]

    def is_torn(self, row: TableRow) -> bool:
        """Whether a number of it may be torn in two, as 38,5 is where commas part the columns: a number that stands
        behind the last column that has a name, where nothing is expected."""
        columns = self.mapping.columns
        return bool(self.named) and any(
            _PIECE.fullmatch(cell) and (place >= len(columns) or columns[place].role is Role.NOTHING)
            for place, cell in enumerate(row.cells[self.named :], start=self.named)
        )

    @property
    def left_out(self) -> tuple[str, ...]:
        """The names of the columns that hold nothing, as far as there is something in them."""
        filled = {place for row in self.rows for place, cell in enumerate(row.cells) if cell}
        used = {place for place, one in enumerate(self.mapping.columns) if one.role is not Role.NOTHING}
        return tuple(self.names[place] for place in sorted(filled - used) if place < len(self.names))


def cut(rows: Iterable[TableRow], mapping: TableMapping) -> MappedTable:
    """Find the header, and part the rows from what stands above it.

    Raises UserError when there is no such row, or when there are more rows than can be.
    """
    above: list[TableRow] = []
    header: TableRow | None = None
    more: list[TableRow] = []
    body: list[TableRow] = []
    copies: list[TableRow] = []
    behind: list[TableRow] = []
    for row in turned(rows, mapping.header) if mapping.across else rows:
        one = TableRow(row.line, tuple(cell.strip() for cell in row.cells), row.problem, row.open_end)
        if not any(one.cells) and not one.problem:
            continue
        if len(above) + 1 < mapping.header:
            above.append(one)
        elif mapping.header and header is None:
            header = one
        elif behind or (header is not None and _begins_another(one, header, mapping)):
            behind.append(one)
        elif (
            header is not None
            and not body
            and len(more) < MOST_BELOW
            and goes_on(_named(above, header, more), one.cells)
        ):
            more.append(one)
        elif header is not None and one.cells == header.cells:
            copies.append(one)
        else:
            body.append(one)
        if len(body) + len(behind) > MAX_ROWS:
            raise UserError(tr("This table has more rows than a lifetime of training: choose another file."))
    if mapping.header and header is None:
        raise UserError(tr("This table ends before the row with its names: choose another row for them."))
    told = [_told(one, tr("It stands above the names of the columns.")) for one in above]
    told += [_told(one, tr("The names of the columns once more.")) for one in copies]
    if behind:
        said = tr(
            "Another table begins in line {line}: import this file once more, and choose the row with its names.",
            line=behind[0].line,
        )
        told += [_told(one, said) for one in behind]
    cells = header.cells if header is not None else ()
    line = header.line if header is not None else 1
    named = _named(above, header, more)
    names = _names(named, max([len(mapping.columns), *(len(row.cells) for row in body)]))
    told += [
        Skipped(line, shortened(name), tr("Only the first {most} columns are looked at.", most=MOST_COLUMNS))
        for name in names[MOST_COLUMNS:]
    ]
    return MappedTable(mapping, names, line, tuple(body), tuple(told), _source(mapping, cells), len(named))


def _named(above: Iterable[TableRow], header: TableRow | None, more: Iterable[TableRow]) -> tuple[str, ...]:
    """What the header and the rows that belong to it call the columns."""
    rows = [row.cells for row in above]
    return column_names([*rows, header.cells, *(row.cells for row in more)], len(rows) + 1) if header else ()


def _begins_another(row: TableRow, header: TableRow, mapping: TableMapping) -> bool:
    """Whether a row names the columns of another table: names as of a header, but others than those above."""
    day = mapping.place(Role.DAY)
    cell = row.cells[day] if day is not None and day < len(row.cells) else ""
    if not cell or any(map(str.isdigit, cell)) or not heads_a_table(row.cells):
        return False
    used = [place for place, one in enumerate(mapping.columns) if one.role is not Role.NOTHING]
    return any(_plain_at(row.cells, place) != _plain_at(header.cells, place) for place in used)


def _plain_at(cells: tuple[str, ...], place: int) -> str:
    return plain(cells[place]) if place < len(cells) else ""


def _names(header: tuple[str, ...], width: int) -> tuple[str, ...]:
    """One name for each column. width: how many columns there are, named or not."""
    taken: set[str] = set()
    names: list[str] = []
    for place in range(max(width, len(header))):
        plain = (header[place] if place < len(header) else "") or tr("Column {number}", number=place + 1)
        name, number = plain, 2
        while name in taken:
            name, number = f"{plain} ({number})", number + 1
        taken.add(name)
        names.append(name)
    return tuple(names)


def _told(row: TableRow, reason: str) -> Skipped:
    return Skipped(row.line, shortened(", ".join(filter(None, row.cells))), reason)


def _source(mapping: TableMapping, header: tuple[str, ...]) -> str:
    """By what readings and workouts of this table are known again: the names of its columns, or what they hold."""
    named = header or [f"{one.role} {one.what} {one.side}" for one in mapping.columns]
    return f"{MAPPED}{header_key(named)[:10]}"
