"""A table of measurements or food as a person explained it: values by day, and what is not taken of it.

Owns reading the rows of such a table, be it one with a column for each thing or one with a row for each value. Where
the values go is proposed only. Rows of one day are further readings, but what was eaten is added up.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache

from legwork.domain.food.amounts import FoodUnits, Nutrient, added, parse_amount
from legwork.domain.sites import BUILT_IN_BY_KEY, CUSTOM_HIGH, CUSTOM_LOW, Kind, Side, Spot
from legwork.domain.units import Quantity, UnitSystem, parse
from legwork.errors import Cancelled, UserError
from legwork.formats.dates import DateOrder, is_open
from legwork.formats.food_days import comes_in_thousands
from legwork.formats.jumps import suspects
from legwork.formats.mapped_cells import SUMS, days_as_text, sums_up
from legwork.formats.mapped_stones import with_stones
from legwork.formats.mapped_table import MappedTable
from legwork.formats.mapping import NUTRIENT_UNITS, UNITS, ColumnUse, Purpose, Role
from legwork.formats.mapping_words import food_in, measure_in, side_in, unit_in
from legwork.formats.number_cells import ZERO, decimal_sign, is_blank, without_residue, without_thousands
from legwork.formats.records import Cell, Column, MeasurementTable, Row, Skipped, shortened
from legwork.formats.text import TableRow
from legwork.formats.training_records import Answers, LeftColumn
from legwork.formats.training_times import read_moment, settle_order
from legwork.i18n import tr

MAX_SKIPPED = 500_000
MAX_NAMES = 300
"""More different things than these nobody measures (a convention)."""

_CHECK_EVERY = 1_000
_SAYS_UNIT = re.compile(r"[^\W\d_]|[%'\"″′’”]")


@dataclass
class _Thing:
    """What is taken from one column, or of one name. header: unique."""

    header: str
    use: ColumnUse
    count: int = 0

    @cached_property
    def nutrient(self) -> Nutrient | None:
        return Nutrient(self.use.what) if self.use.role is Role.NUTRIENT else None

    @cached_property
    def spot(self) -> Spot | None:
        return Spot(self.use.what, self.use.side) if self.use.role is Role.MEASURE and self.use.what else None

    @cached_property
    def kind(self) -> Kind:
        return BUILT_IN_BY_KEY[self.use.what].kind if self.spot else Kind.GIRTH

    @cached_property
    def identity(self) -> str:
        return str(self.nutrient or self.spot or self.use.label)

    @property
    def column(self) -> Column:
        unit = self.use.unit or (NUTRIENT_UNITS[self.nutrient] if self.nutrient else UNITS[self.kind])[0]
        if self.nutrient is None and unit not in ("cm", "in", "kg", "lb", "%"):
            unit = {"mm": "cm", "m": "cm", "g": "kg", "st": "lb"}[unit]
        return Column(self.header, self.spot, self.use.label, unit, self.count, self.nutrient)


@dataclass
class _Line:
    """One row while it is read. taken: what it gave a value of, whether that stands in it or was added elsewhere."""

    line: int
    day: date
    cells: dict[str, Cell] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)


@dataclass
class _Work:
    table: MappedTable
    decimal: str
    skipped: list[Skipped]
    lines: list[_Line] = field(default_factory=list)
    things: dict[str, _Thing] = field(default_factory=dict)
    doubts: list[Skipped] = field(default_factory=list)
    eaten: dict[tuple[date, str], _Line] = field(default_factory=dict)

    def skip(self, line: int, text: str, reason: str) -> None:
        self.skipped.append(Skipped(line, shortened(text), reason))
        if len(self.skipped) > MAX_SKIPPED:
            raise UserError(tr("Hardly anything in this table can be read so: look at what its columns are."))


def read(table: MappedTable, today: date, should_stop: Callable[[], bool], answers: Answers) -> MeasurementTable:
    """Read all rows; as `mapped.read`."""
    mapping = table.mapping
    day_at = mapping.place(Role.DAY)
    assert day_at is not None
    found = [row.cells[day_at] if len(row.cells) > day_at else "" for row in table.rows]
    spell = days_as_text(found)
    texts = [spell(one) for one in found]
    order, asked = settle_order([one for one in texts if one], answers.order or mapping.order, today)
    numbers = (cell for row in table.rows for place, cell in enumerate(row.cells) if _is_number(table, place))
    work = _Work(table, mapping.decimal or decimal_sign(numbers), list(table.skipped))
    said = tr("This column is left out.")
    work.skipped += [LeftColumn(table.line, shortened(name), said) for name in table.left_out]
    sums = _sums(table, texts)
    seen: dict[tuple[str, ...], int] = {}
    above, name_above = "", ""
    for count, (row, text) in enumerate(zip(table.rows, texts, strict=True)):
        if count % _CHECK_EVERY == 0 and should_stop():
            raise Cancelled
        above = text or (above if mapping.fill else "")
        reason = row.problem or _refused(table, row, above)
        if not reason and count in sums:
            reason = tr("This is the sum of the other rows of its day.")
        if reason:
            work.skip(row.line, _shown(row), reason)
            continue
        try:
            day = read_moment(above, today, order, answers.zone).start.date()
        except UserError as error:
            summed_up = tr("This row sums up the others.") if sums_up(above) else ""
            work.skip(row.line, _shown(row), summed_up or str(error))
            continue
        line = _Line(row.line, day)
        again = seen.setdefault((above, *row.cells), row.line) != row.line
        if mapping.purpose is Purpose.DAYS:
            _take_days(work, row, line, again)
        else:
            name_above = _take_reading(work, row, line, again, name_above)
        if line.cells:
            work.lines.append(line)
    return _finished(work, order, next(filter(is_open, texts), "") if asked else "")


def _finished(work: _Work, order: DateOrder | None, example: str) -> MeasurementTable:
    """example: a day that can be read in two ways; "" where the file does not leave it open."""
    rows = [Row(one.line, one.day, tuple(one.cells.values())) for one in work.lines if one.cells]
    for row in rows:
        for cell in row.cells:
            work.things[cell.column].count += 1
    measured = {one.header for one in work.things.values() if one.nutrient is None}
    bodies = [replace(row, cells=tuple(cell for cell in row.cells if cell.column in measured)) for row in rows]
    jumps = suspects((row for row in bodies if row.cells), {one: work.things[one].identity for one in measured})
    columns = tuple(one.column for one in work.things.values() if one.count)
    name = tr("Table of measurements")
    if any(one.nutrient for one in columns):
        name = (
            tr("Table of measurements and food")
            if any(one.nutrient is None for one in columns)
            else tr("Table of food")
        )
    return MeasurementTable(
        work.table.source,
        name,
        columns,
        tuple(rows),
        tuple(sorted(work.skipped, key=lambda one: one.line)),
        tuple(sorted((*jumps, *work.doubts), key=lambda one: one.line)),
        order=order,
        order_asked=bool(example),
        order_example=example,
        by_name=work.table.mapping.purpose is Purpose.READINGS,
    )


def _is_number(table: MappedTable, place: int) -> bool:
    columns = table.mapping.columns
    return place < len(columns) and columns[place].role in (Role.MEASURE, Role.NUTRIENT, Role.VALUE)


def _refused(table: MappedTable, row: TableRow, day: str) -> str:
    if table.is_torn(row):
        return tr("This row has more values than there are columns, so it is not clear which is which.")
    if not day:
        return tr("There is no date.")
    used = {place for place, one in enumerate(table.mapping.columns) if one.role not in (Role.NOTHING, *_BESIDE)}
    if all(is_blank(cell) for place, cell in enumerate(row.cells) if place in used):
        return tr("This row has no values.")
    return ""


def _sums(table: MappedTable, days: list[str]) -> set[int]:
    """The places of rows that add up what other rows of their day say was eaten. days: of the rows, as they stand."""
    if not table.mapping.places(Role.NUTRIENT):
        return set()
    words = table.mapping.places(Role.NOTHING)
    by_day: dict[str, list[int]] = {}
    sums: set[int] = set()
    day = ""
    for place, (row, text) in enumerate(zip(table.rows, days, strict=True)):
        day = text or (day if table.mapping.fill else "")
        by_day.setdefault(day, []).append(place)
        if any(row.cells[at].casefold().rstrip(" :") in SUMS for at in words if at < len(row.cells)):
            sums.add(place)
    return {one for places in by_day.values() if not sums.issuperset(places) for one in places if one in sums}


_BESIDE = (Role.DAY, Role.TIME, Role.NAME, Role.UNIT, Role.SIDE)


def _shown(row: TableRow) -> str:
    return ", ".join(filter(None, row.cells))


def _take_days(work: _Work, row: TableRow, line: _Line, again: bool) -> None:
    """A row with a column for each thing."""
    columns = work.table.mapping.columns
    given = [
        (place, cell)
        for place, cell in enumerate(row.cells)
        if place < len(columns) and columns[place].role in (Role.MEASURE, Role.NUTRIENT)
    ]
    given = with_stones(columns, given)
    eaten = [cell for place, cell in given if columns[place].role is Role.NUTRIENT and not is_blank(cell)]
    if again and not eaten:
        work.skip(row.line, _shown(row), tr("This row is repeated: the same one stands further up."))
        return
    if again:
        said = tr("The same row stands further up: both are counted, as of a food that was eaten twice.")
        work.doubts.append(Skipped(row.line, shortened(_shown(row)), said))
    at = work.table.mapping.place(Role.UNIT)
    said = row.cells[at] if at is not None and at < len(row.cells) else ""
    unit = "" if is_blank(said) else unit_in(said)
    if not is_blank(said) and not any(unit in _units(columns[place]) for place, _ in given):
        work.skip(row.line, _shown(row), tr("Legwork keeps no values in this unit."))
        return
    nothing_eaten = bool(eaten) and all(map(ZERO.fullmatch, eaten))
    for place, cell in given:
        if is_blank(cell):
            continue
        use, header = columns[place], work.table.names[place]
        if use.role is Role.NUTRIENT and nothing_eaten:
            work.skip(row.line, f"{header}: {cell}", tr("Zero stands for “not written down”."))
            continue
        thing = work.things.get(header)
        if thing is None:
            thing = work.things[header] = _Thing(header, use if use.label else replace(use, label=header))
        _take(work, line, thing, cell, unit if _fits(thing, unit) else "")


def _take_reading(work: _Work, row: TableRow, line: _Line, again: bool, name_above: str) -> str:
    """A row that names its one value. Returns its name, for the row below."""
    mapping = work.table.mapping

    def cell(role: Role) -> str:
        place = mapping.place(role)
        return row.cells[place] if place is not None and place < len(row.cells) else ""

    name = cell(Role.NAME) or (name_above if mapping.fill else "")
    shown = f"{name}: {cell(Role.VALUE)} {cell(Role.UNIT)}".strip()
    if not name:
        work.skip(row.line, _shown(row), tr("It does not say what was measured."))
        return ""
    if again:
        work.skip(row.line, _shown(row), tr("This row is repeated: the same one stands further up."))
        return name
    unit = unit_in(cell(Role.UNIT))
    if cell(Role.UNIT) and not unit:
        work.skip(row.line, shown, tr("Legwork keeps no values in this unit."))
        return name
    side = side_in(cell(Role.SIDE))
    thing = _thing_named(work, name, unit, side or Side.NONE)
    if thing is None:
        work.skip(row.line, shown, tr("Legwork keeps no values of this kind."))
    else:
        _take(work, line, thing, cell(Role.VALUE), unit)
    return name


def _thing_named(work: _Work, name: str, unit: str, side: Side) -> _Thing | None:
    """What a name of a row stands for; made when it comes for the first time. None: nothing that is kept."""
    value = work.table.mapping.place(Role.VALUE)
    imperial = value is not None and work.table.use(value).unit == "in"
    header = name if side is Side.NONE else tr("{name} ({side})", name=name, side=side.value)
    found = work.things.get(header)
    if found is not None:
        return found if not unit or _fits(found, unit) else None
    use = measure_in(name) or food_in(name)
    if use is None or (use.role is Role.MEASURE and unit and unit not in _units(use)):
        use = food_in(name) or ColumnUse(Role.MEASURE)
    if side is not Side.NONE and use.what and BUILT_IN_BY_KEY.get(use.what, None) and BUILT_IN_BY_KEY[use.what].sided:
        use = replace(use, side=side)
    usual = unit or use.unit or (_imperial(use) if imperial else "")
    if usual and usual not in _units(use):
        return None
    if len(work.things) >= MAX_NAMES:
        raise UserError(
            tr("The column with the names has more names than there are places to measure: choose another.")
        )
    label = header.capitalize() if header.islower() else header
    made = work.things[header] = _Thing(header, replace(use, unit=usual, label=shortened(label)))
    return made


def _units(use: ColumnUse) -> tuple[str, ...]:
    if use.role is Role.NUTRIENT:
        return NUTRIENT_UNITS[Nutrient(use.what)]
    return UNITS[BUILT_IN_BY_KEY[use.what].kind if use.what else Kind.GIRTH]


def _imperial(use: ColumnUse) -> str:
    units = _units(use)
    return next((one for one in ("in", "lb") if one in units), units[0])


def _fits(thing: _Thing, unit: str) -> bool:
    return unit in _units(thing.use)


def _take(work: _Work, line: _Line, thing: _Thing, text: str, unit: str) -> None:
    """One value. unit: that the row names, "" for none."""
    shown = f"{thing.header}: {text}"
    if is_blank(text):
        work.skip(line.line, shown, tr("This row has no values."))
        return
    if thing.identity in line.taken:
        work.skip(line.line, shown, tr("Another column of this row gives the same value."))
        return
    try:
        if thing.nutrient is not None:
            _eat(work, line, thing, _amount(work, thing, text, unit))
            return
        if ZERO.fullmatch(text):
            work.skip(line.line, shown, tr("Zero stands for “not measured”."))
            return
        quantity = _measured(work, thing, text, unit)
    except UserError as error:
        work.skip(line.line, shown, str(error) if thing.nutrient else tr("This is not a number that can be read."))
        return
    site = BUILT_IN_BY_KEY.get(thing.use.what)
    low, high = (site.low, site.high) if site else (CUSTOM_LOW, CUSTOM_HIGH)
    if low <= quantity.value <= high:
        line.taken.add(thing.identity)
        line.cells[thing.header] = Cell(thing.header, quantity)
    else:
        work.skip(line.line, shown, tr("No human body measures this here: check the number and its unit."))


def _measured(work: _Work, thing: _Thing, text: str, unit: str) -> Quantity:
    unit = unit or thing.use.unit or UNITS[thing.kind][0]
    text = without_residue(without_thousands(text, work.decimal, whole=unit == "g"))
    return _parsed(text if _SAYS_UNIT.search(text) else f"{text} {unit}", thing.kind)


@lru_cache(maxsize=4096)
def _parsed(text: str, kind: Kind) -> Quantity:
    return parse(text, kind, UnitSystem.METRIC)


def _amount(work: _Work, thing: _Thing, text: str, unit: str) -> Quantity:
    assert thing.nutrient is not None
    unit = unit or thing.use.unit or NUTRIENT_UNITS[thing.nutrient][0]
    text = without_residue(without_thousands(text, work.decimal, comes_in_thousands(thing.nutrient, unit)), 3)
    if thing.nutrient is not Nutrient.WATER and re.fullmatch(r"\d+[.,]\d{3}", text):  # three decimals, no thousands
        text = text.rstrip("0").rstrip(".,") if text.endswith("0") else text[:-1]
    return parse_amount(text if _SAYS_UNIT.search(text) else f"{text} {unit}", thing.nutrient, FoodUnits())


def _eat(work: _Work, line: _Line, thing: _Thing, amount: Quantity) -> None:
    """Add to what was eaten that day before; it all stands in the first row of the day."""
    key = line.day, thing.identity
    first = work.eaten.get(key)
    line.taken.add(thing.identity)
    if first is None:
        line.cells[thing.header] = Cell(thing.header, amount)
        work.eaten[key] = line
        return
    before = next(one for one in first.cells.values() if work.things[one.column].identity == thing.identity)
    assert thing.nutrient is not None
    first.cells[before.column] = Cell(before.column, added(before.quantity, amount, thing.nutrient))
