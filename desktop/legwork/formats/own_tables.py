"""What Legwork's own tables have in common when they come back, perhaps through a spreadsheet that wrote them anew.

Owns the rows and their days. It must not know what any other column means. A spreadsheet may have turned 2026-03-14
into 14.03.2026 or 3/14/2026, and commas into semicolons: that is read as
well; where it is not clear which is the day and which the month, the person is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time

from legwork.errors import Cancelled, UserError
from legwork.formats.dates import is_open, parse_day, read_time
from legwork.formats.records import Skipped, shortened
from legwork.formats.text import Table, TableRow
from legwork.formats.training_header import names
from legwork.formats.training_records import Answers
from legwork.formats.training_times import settle_order
from legwork.i18n import tr

_CHECK_EVERY = 1000


class DatedRows:
    """The rows of a table with their days.

    order: of day and month, as it was settled. order_asked: the file leaves it open, so the person is to be asked, with
    the day order_example.
    """

    def __init__(self, table: Table, today: date, answers: Answers) -> None:
        self._place = names(table.header).index("date")
        self._width = len(table.header)
        self._today = today
        self._rows = list(table.rows)
        days = [self._day_in(row) for row in self._rows]
        self.order, self.order_asked = settle_order(days, answers.order, today)
        self.order_example = next(filter(is_open, days), "") if self.order_asked else ""

    def read(self, should_stop: Callable[[], bool], skipped: list[Skipped]) -> Iterator[tuple[TableRow, date]]:
        """All of them; those that cannot be read are put to `skipped`. Raises Cancelled when asked to stop."""
        for count, row in enumerate(self._rows):
            if count % _CHECK_EVERY == 0 and should_stop():
                raise Cancelled
            try:
                if row.problem:
                    raise UserError(row.problem)
                if any(row.cells[self._width :]):
                    raise UserError(
                        tr("This row has more values than there are columns, so it is not clear which is which.")
                    )
                day = parse_day(self._day_in(row), self._today, self.order)
            except UserError as error:
                refuse(row, error, skipped)
            else:
                yield row, day

    def _day_in(self, row: TableRow) -> str:
        return row.cells[self._place].strip() if len(row.cells) > self._place else ""


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
