"""Check-ins as a table: what each cell says, what a typed or pasted cell means. Shared by screen and clipboard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from legwork.domain import plausibility, units
from legwork.domain.days import full_day
from legwork.domain.sites import Spot
from legwork.domain.tape import median
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.formats import clipboard, dates
from legwork.i18n import tr
from legwork.services.check_ins import CheckIn, Day, Entry
from legwork.services.people import Person

DAY, MORNING, TRAINED, NOTE = "day", "morning", "trained_legs", "note"
"""Keys of the columns that are not spots."""


@dataclass(frozen=True)
class TableColumn:
    """key: "day", "note", …, or the text of a spot; spot: None for the former."""

    key: str
    title: str
    spot: Spot | None = None


def columns_for(person: Person, measured: Iterable[Spot]) -> list[TableColumn]:
    """All columns there can be: the day, each spot that is tracked or was ever measured, then circumstances."""
    titles: dict[str, Spot] = {}
    for spot in dict.fromkeys([*person.spots, *sorted(measured)]):
        wanted = title = f"{person.label(spot)} ({units.unit_of(person.kind(spot), person.units)})"
        number = 2
        while title in titles:  # an imported site may be called like another one
            title, number = f"{wanted} {number}", number + 1
        titles[title] = spot
    return [
        TableColumn(DAY, tr("Day")),
        *(TableColumn(str(spot), title, spot) for title, spot in titles.items()),
        TableColumn(MORNING, tr("Morning")),
        TableColumn(TRAINED, tr("Trained legs")),
        TableColumn(NOTE, tr("Note")),
    ]


def shown_text(person: Person, check_in: CheckIn, column: TableColumn) -> str:
    """What a cell shows: the median in the person's unit, the day in words, a note in one line."""
    if column.spot is not None:
        readings = check_in.readings.get(column.spot)
        if not readings:
            return ""
        kind = person.kind(column.spot)
        return units.format_value(median([one.value for one in readings]), kind, person.units)
    if column.key == DAY:
        return full_day(check_in.day)
    return " ".join(plain_text(person, check_in, column).split())


def plain_text(person: Person, check_in: CheckIn, column: TableColumn) -> str:
    """What a cell holds, as it can be typed or pasted in again: every reading as entered, the day as ISO."""
    if column.spot is not None:
        quantities = [one.quantity for one in check_in.readings.get(column.spot, ())]
        return units.readings_text(quantities, person.kind(column.spot), person.units)
    if column.key == DAY:
        return check_in.day.isoformat()
    if column.key == NOTE:
        return check_in.note
    flag = check_in.morning if column.key == MORNING else check_in.trained_legs
    return "" if flag is None else tr("yes") if flag else tr("no")


def cell_day(person: Person, day: date, column: TableColumn, text: str) -> Day:
    """What a typed cell, of any column but the day, records on `day`. Raises UserError."""
    if column.spot is not None:
        return Day(day, (Entry(column.spot, _quantities(person, column.spot, text)),))
    if column.key == NOTE:
        return Day(day, note=text)
    if column.key == MORNING:
        return Day(day, morning=parse_yes_no(text))
    return Day(day, trained_legs=parse_yes_no(text))


def parse_day(text: str) -> date:
    """A day typed into a cell. Raises UserError."""
    return _day(text, dates.infer_order([text]) or dates.DateOrder.DAY_FIRST)


def _day(text: str, order: dates.DateOrder | None) -> date:
    try:
        day = dates.parse_day(text, date.max, order)  # a day to come is a day; it is refused below
    except UserError:
        raise UserError(tr("This is not a date: type it as 2026-03-12 or 12 Mar 2026.")) from None
    if day > date.today():
        raise UserError(tr("A check-in cannot lie in the future: choose today or a day before."))
    return day


def parse_yes_no(text: str) -> bool:
    """A yes or no typed into a cell. Raises UserError."""
    known = {tr("yes"): True, "1": True, "true": True, "x": True, tr("no"): False, "0": False, "false": False}
    word = text.strip().casefold()
    if word not in known:
        raise UserError(tr("Type yes or no."))
    return known[word]


def copied(person: Person, columns: Sequence[TableColumn], check_ins: Sequence[CheckIn]) -> str:
    """A table with its heading, as spreadsheets take it from the clipboard."""
    rows = [[plain_text(person, one, column) for column in columns] for one in check_ins]
    return clipboard.to_tsv([column.title for column in columns], rows)


def copied_cell(text: str) -> str:
    """One cell as HTML, which spreadsheets take before plain text; "" where plain text does no harm."""
    return clipboard.to_html(text)


def pasted(person: Person, columns: Sequence[TableColumn], text: str) -> list[Day]:
    """What a table from the clipboard records; blank cells record nothing. Raises UserError, naming the row.

    Days in numbers are read in the one order that the whole table agrees on: spreadsheets rewrite 2026-03-12 as
    12.3.2026 or as 3/12/2026.
    """
    table = clipboard.from_tsv(text)
    if len(table) < 2:
        raise UserError(tr("Paste a table with a heading row, a Day column and one row a day, as Copy writes it."))
    known = {column.title.casefold(): column for column in columns}
    names = [name.strip() for name in table[0]]
    unknown = [name for name in names if name and name.casefold() not in known]
    if unknown:
        raise UserError(tr("There is no column {name} here.", name=unknown[0]))
    targets = [known.get(name.casefold()) for name in names]
    if not any(target is not None and target.key == DAY for target in targets):
        raise UserError(tr("The pasted table has no Day column."))
    rows = [_filled(targets, cells) for cells in table[1:]]
    order = dates.infer_order(cell for row in rows for target, cell in row if target is not None and target.key == DAY)
    days: list[Day] = []
    taken: set[tuple[date, str]] = set()
    for number, row in enumerate(rows, start=2):
        try:
            days += _pasted_row(person, row, order, taken)
        except UserError as error:
            raise UserError(
                tr("Row {number}: {reason} Nothing was pasted.", number=number, reason=str(error))
            ) from error
    return days


_Filled = list[tuple[TableColumn | None, str]]
"""The cells of a row that say something, each with its column; None where there is no heading."""


def _filled(targets: Sequence[TableColumn | None], cells: Sequence[str]) -> _Filled:
    return [(target, cell) for target, cell in zip_longest(targets, cells, fillvalue=None) if cell and cell.strip()]


def _pasted_row(person: Person, row: _Filled, order: dates.DateOrder | None, taken: set[tuple[date, str]]) -> list[Day]:
    if not row:
        return []
    day = _day(next((cell for target, cell in row if target is not None and target.key == DAY), ""), order)
    days: list[Day] = []
    for target, cell in row:
        if target is None:
            raise UserError(tr("There is a value without a heading above it."))
        if (day, target.key) in taken:
            raise UserError(tr("{column} of {day} stands there twice.", column=target.title, day=full_day(day)))
        taken.add((day, target.key))
        if target.key != DAY:
            days.append(cell_day(person, day, target, cell))
    return days


def _quantities(person: Person, spot: Spot, text: str) -> tuple[Quantity, ...]:
    if not text.strip():
        return ()
    site = person.site(spot.site)
    quantities = units.parse_many(text, site.kind, person.units)
    for quantity in quantities:
        plausibility.require_human(site, quantity, person.units)
    return quantities
