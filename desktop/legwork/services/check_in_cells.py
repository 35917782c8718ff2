"""Check-ins as a table: what each cell says, what a typed or pasted cell means. Shared by screen and clipboard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

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
    spots = dict.fromkeys([*person.spots, *sorted(measured)])
    return [
        TableColumn(DAY, tr("Day")),
        *(
            TableColumn(
                str(spot),
                f"{person.label(spot)} ({units.unit_of(person.kind(spot), person.units)})",
                spot,
            )
            for spot in spots
        ),
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
    try:
        day = dates.parse_day(text, date.today(), dates.infer_order([text]) or dates.DateOrder.DAY_FIRST)
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


def pasted(person: Person, columns: Sequence[TableColumn], text: str) -> list[Day]:
    """What a table from the clipboard records; blank cells record nothing. Raises UserError, naming the row."""
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
    days: list[Day] = []
    for number, cells in enumerate(table[1:], start=2):
        try:
            days += _pasted_row(person, targets, cells)
        except UserError as error:
            raise UserError(
                tr("Row {number}: {reason} Nothing was pasted.", number=number, reason=str(error))
            ) from error
    return days


def _pasted_row(person: Person, targets: Sequence[TableColumn | None], cells: Sequence[str]) -> list[Day]:
    if not any(cell.strip() for cell in cells):
        return []
    filled = [
        (target, cell) for target, cell in zip(targets, cells, strict=False) if target is not None and cell.strip()
    ]
    day = next((cell for target, cell in filled if target.key == DAY), "")
    return [cell_day(person, parse_day(day), target, cell) for target, cell in filled if target.key != DAY]


def _quantities(person: Person, spot: Spot, text: str) -> tuple[Quantity, ...]:
    if not text.strip():
        return ()
    site = person.site(spot.site)
    quantities = units.parse_many(text, site.kind, person.units)
    for quantity in quantities:
        plausibility.require_human(site, quantity, person.units)
    return quantities
