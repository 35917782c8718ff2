"""What Legwork's own tables have in common when they come back, perhaps through a spreadsheet that wrote them anew.

Owns the rows and their days. It must not know what any other column means. A spreadsheet may have turned 2026-03-14
into 14.03.2026 or 3/14/2026, and commas into semicolons: that is read as well, where it is clear what is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time

from legwork.errors import Cancelled, UserError
from legwork.formats.dates import infer_order, parse_day, read_time
from legwork.formats.records import Skipped, shortened
from legwork.formats.text import Table, TableRow
from legwork.formats.training_header import names
from legwork.i18n import tr

_CHECK_EVERY = 1000


def dated_rows(
    table: Table, today: date, should_stop: Callable[[], bool], skipped: list[Skipped]
) -> Iterator[tuple[TableRow, date]]:  # fmt: skip
    """The rows with their days; those that cannot be read are put to `skipped`. Raises Cancelled when asked to stop."""
    place = names(table.header).index("date")
    rows = list(table.rows)
    order = infer_order(row.cells[place] for row in rows if len(row.cells) > place)
    for count, row in enumerate(rows):
        if count % _CHECK_EVERY == 0 and should_stop():
            raise Cancelled
        try:
            if row.problem:
                raise UserError(row.problem)
            if any(row.cells[len(table.header) :]):
                raise UserError(
                    tr("This row has more values than there are columns, so it is not clear which is which.")
                )
            day = parse_day(row.cells[place] if len(row.cells) > place else "", today, order)
        except UserError as error:
            refuse(row, error, skipped)
        else:
            yield row, day


def refuse(row: TableRow, error: UserError, skipped: list[Skipped]) -> None:
    """Report a row that is not taken."""
    skipped.append(Skipped(row.line, shortened(", ".join(row.cells)), str(error)))


def clock_in(text: str) -> time | None:
    """A time of day that stands alone; None for none. Raises UserError."""
    if not text:
        return None
    try:
        found = read_time(f"at {text}")  # it is read behind a day
    except UserError:
        found = None
    if found is None:
        raise UserError(tr("The time cannot be read: write it like 18:05, or leave it empty."))
    return found
