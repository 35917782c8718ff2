"""Legwork's own long table of measurements: a row a reading, and the way back.

Owns its columns, and reads what it wrote. It must not decide what is written where. A reading of a day that was
measured several times has a row for each. `time` is empty, because a check-in belongs to a day; the note of a
check-in stands in its first row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from legwork.domain.sites import BUILT_IN_BY_KEY, CUSTOM_HIGH, CUSTOM_LOW, Kind, Side, Spot
from legwork.domain.units import Quantity, UnitSystem, decimal_text, parse
from legwork.errors import UserError
from legwork.formats.jumps import suspects
from legwork.formats.own_tables import DatedRows, refuse
from legwork.formats.records import (
    Cell,
    CheckInRecord,
    Column,
    MeasurementTable,
    PersonRecord,
    Row,
    Skipped,
    shortened,
)
from legwork.formats.safe_cells import as_table, as_written, harmless
from legwork.formats.text import Table, TableRow, never
from legwork.formats.training_header import names
from legwork.formats.training_records import NO_ANSWERS, Answers
from legwork.i18n import tr

SOURCE = "legwork"

HEADER = ("date", "time", "site", "side", "value", "unit", "note")

_NEEDED = frozenset({"date", "site", "side", "value", "unit"})
_BY_NAME = {one.name.casefold(): one for one in BUILT_IN_BY_KEY.values()} | BUILT_IN_BY_KEY


def write(person: PersonRecord) -> bytes:
    """The table of all readings of somebody, in the units in which they were typed."""
    own = {one.key: one.name for one in person.custom_sites}
    names = {key: one.name for key, one in BUILT_IN_BY_KEY.items()} | own
    return as_table(HEADER, (row for one in person.check_ins for row in _rows(one, names)))


def _rows(one: CheckInRecord, names: dict[str, str]) -> Iterable[tuple[str, ...]]:
    return _with_note(one, list(_readings(one, names)))


def _readings(one: CheckInRecord, names: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for reading in one.readings:
        spot = reading.spot
        yield (
            one.day.isoformat(), "", harmless(names.get(spot.site, spot.site)),
            "" if spot.side is Side.NONE else spot.side.value, decimal_text(reading.quantity), reading.quantity.unit,
        )  # fmt: skip


def _with_note(one: CheckInRecord, rows: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    if not rows and one.note:
        yield one.day.isoformat(), "", "", "", "", "", harmless(one.note)
    for place, row in enumerate(rows):
        yield *row, harmless(one.note) if place == 0 else ""


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is Legwork's own."""
    return {*names(header)} >= _NEEDED


def read(
    table: Table, today: date, should_stop: Callable[[], bool] = never, answers: Answers = NO_ANSWERS
) -> MeasurementTable:
    """Read all rows of a table that `matches`. today: later days are refused. Raises Cancelled when asked to stop."""
    reader = _Reader([*names(table.header)])
    dated = DatedRows(table, today, answers)
    for row, day in dated.read(should_stop, reader.skipped):
        try:
            reader.take(row, day)
        except UserError as error:
            refuse(row, error, reader.skipped)
    found = reader.table()
    return replace(found, order=dated.order, order_asked=dated.order_asked, order_example=dated.order_example)


class _Reader:
    """Takes one row after the other. skipped: what is not taken."""

    def __init__(self, columns: list[str]) -> None:
        self._at = {name: place for place, name in reversed([*enumerate(columns)])}
        self._columns: dict[str, Column] = {}
        self._rows: list[Row] = []
        self.skipped: list[Skipped] = []

    def table(self) -> MeasurementTable:
        """All that was read."""
        counts = Counter(one.column for row in self._rows for one in row.cells)
        columns = tuple(replace(one, count=counts[one.header]) for one in self._columns.values() if counts[one.header])
        odd = suspects(self._rows, {one.header: one.header for one in columns})
        name = tr("Legwork's table of measurements")
        return MeasurementTable(SOURCE, name, columns, tuple(self._rows), tuple(self.skipped), odd)

    def take(self, row: TableRow, day: date) -> None:
        """Put a row where it belongs. Raises UserError when it says what cannot be."""

        def text(name: str) -> str:
            place = self._at.get(name, len(row.cells))
            return as_written(row.cells[place]).strip() if place < len(row.cells) else ""

        site, value = text("site"), text("value")
        if not site and not value and text("note"):
            raise UserError(tr("Notes of check-ins stay in the file: only the JSON export brings them back."))
        if not site:
            raise UserError(tr("It is not said what was measured: write it under site."))
        column = self._column(site, text("side"), text("unit"))
        quantity = _quantity(value, text("unit"), column.spot)
        self._rows.append(Row(row.line, day, (Cell(column.header, quantity),)))

    def _column(self, name: str, said: str, unit: str) -> Column:
        """The column that a site's readings make."""
        if said and said not in set(Side):
            raise UserError(tr("This side is none: write left or right, or leave it empty."))
        side = Side(said or Side.NONE)
        header = name if side is Side.NONE else f"{name} ({side.value})"
        found = self._columns.get(header.casefold())
        if found is None:
            site = _BY_NAME.get(name.casefold())
            fits = site is not None and (site.sided or side is Side.NONE)
            spot = Spot(site.key, side) if site is not None and fits else None
            label = f"{name} {side.value}" if site is not None and not fits else name
            own_side = Side.NONE if site is not None else side
            found = self._columns[header.casefold()] = Column(header, spot, shortened(label), unit, 0, side=own_side)
        return found


def _quantity(value: str, unit: str, spot: Spot | None) -> Quantity:
    site = BUILT_IN_BY_KEY[spot.site] if spot is not None else None
    low, high = (site.low, site.high) if site is not None else (CUSTOM_LOW, CUSTOM_HIGH)
    if not unit:
        raise UserError(tr("There is no unit: write cm, mm, in, kg, lb or %."))
    try:
        found = parse(f"{value} {unit}", site.kind if site is not None else Kind.GIRTH, UnitSystem.METRIC)
    except UserError:
        raise UserError(tr("This is not a number with a unit that can be measured here.")) from None
    if not low <= found.value <= high:
        raise UserError(tr("No human body measures this here: check the number and its unit."))
    return found
