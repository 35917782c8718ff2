"""A foreign table with a row a day and a column a site: what is taken of it, and what is reported instead.

Owns reading such a table, whatever program wrote it. What a program's columns mean is told by its own file, as a
`Layout`; which values are worth a look is said by `jumps`, what was eaten on a day is added up by `food_days`. It must
not decide what is written where: each column has a proposed spot, and a person may choose another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from legwork.domain.food.amounts import Nutrient, quantity_of
from legwork.domain.sites import BUILT_IN_BY_KEY, CUSTOM_HIGH, CUSTOM_LOW, Kind, Side, Spot
from legwork.domain.units import Quantity, UnitSystem, parse, unit_of
from legwork.errors import Cancelled, UserError
from legwork.formats.body_units import IN, SettledUnits, settled_units
from legwork.formats.dates import DateOrder, is_open
from legwork.formats.food_days import amount_number, by_day, label_of
from legwork.formats.jumps import suspects
from legwork.formats.load_units import LB
from legwork.formats.mapping import UNITS
from legwork.formats.mapping_words import said, site_in
from legwork.formats.number_cells import ZERO, decimal_sign, is_blank, without_residue
from legwork.formats.records import Cell, Column, MeasurementTable, Row, Skipped, shortened
from legwork.formats.text import Table, TableRow, never
from legwork.formats.training_records import NO_ANSWERS, Answers, LeftColumn
from legwork.formats.training_times import read_moment, settle_order
from legwork.i18n import tr

MAX_ROWS = 100_000
MAX_COLUMNS = 1_000
MAX_SKIPPED = 500_000
_CHECK_EVERY = 1_000

_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,12})?")


@dataclass(frozen=True)
class Meaning:
    """What a column holds. label: its readable name, untranslated. spot: None where no built-in site fits. system: says
    the unit of a number that brings none of its own. nutrient, unit: of a column with food or drink; its kind and its
    system mean nothing. unit: of stones too, which are in no system. factor: what a number is to be multiplied with, as
    where a scale writes grams."""

    label: str
    kind: Kind
    system: UnitSystem
    spot: Spot | None
    nutrient: Nutrient | None = None
    unit: str = ""
    factor: float = 1.0

    @property
    def identity(self) -> str:
        """The same for columns that say the same thing in two units."""
        return str(self.nutrient or self.spot or self.label)

    @property
    def limits(self) -> tuple[float, float]:
        """Beyond these no human body measures there."""
        site = BUILT_IN_BY_KEY[self.spot.site] if self.spot is not None else None
        return (site.low, site.high) if site is not None else (CUSTOM_LOW, CUSTOM_HIGH)


def built_in(site: str, label: str, system: UnitSystem = UnitSystem.METRIC, side: Side = Side.NONE) -> Meaning:
    """A column of a built-in site. A side at a site that has none makes it a site of the person's own."""
    found = BUILT_IN_BY_KEY[site]
    if side is not Side.NONE and not found.sided:
        return own(label, system)
    return Meaning(label, found.kind, system, Spot(site, side))


def stones(label: str) -> Meaning:
    """A column with body weights in stones and decimals of them."""
    return replace(built_in("body_weight", label, UnitSystem.IMPERIAL), unit="st")


def own(label: str, system: UnitSystem) -> Meaning:
    """A column with a girth that no built-in site is."""
    return Meaning(shortened(label), Kind.GIRTH, system, None)


def eaten(nutrient: Nutrient, unit: str, factor: float = 1.0) -> Meaning:
    """A column with amounts of food or drink, in kcal, kJ, g, L, mL or fl oz once multiplied with `factor`."""
    return Meaning(label_of(nutrient), Kind.MASS, UnitSystem.METRIC, None, nutrient, unit, factor)


@dataclass(frozen=True)
class Layout:
    """What a program's tables look like.

    source: kept with each reading. name: of the format, for people. day: the place of the column with the day.
    meanings: by the place of a column; what is absent holds nothing that Legwork keeps. aside: places of columns that
    need no word, as the time beside the day. unsaid: kinds, mass or girth, of which the file does not say the unit.
    wordy: there are so many columns of other kinds that each is reported once, not value by value.
    """

    source: str
    name: str
    day: int
    meanings: dict[int, Meaning]
    aside: frozenset[int] = frozenset()
    unsaid: frozenset[Kind] = frozenset()
    wordy: bool = False


def folded(name: str) -> str:
    """The name of a column as it is compared: small letters, words joined by `_`."""
    return re.sub(r"[\s_-]+", "_", name.strip().casefold())


@dataclass(frozen=True)
class _Spec:
    """A column that is taken. header: unique in its table; so is the label of a site of one's own."""

    header: str
    label: str
    meaning: Meaning


@dataclass
class _Reading:
    """The work of reading one file. decimal: the sign before decimals in its amounts of food."""

    header: tuple[str, ...]
    layout: Layout
    specs: dict[int, _Spec]
    today: date
    order: DateOrder | None
    answers: Answers
    rows: list[Row] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    seen: set[tuple[str, ...]] = field(default_factory=set)
    decimal: str = ""

    def skip_value(self, line: int, text: str, reason: str) -> None:
        self.skip(line, text, reason, of_row=True)

    def skip(self, line: int, text: str, reason: str, of_row: bool = False) -> None:
        self.skipped.append(Skipped(line, shortened(text), reason, of_row=of_row))
        if len(self.skipped) > MAX_SKIPPED:
            raise UserError(tr("Hardly anything in this file can be read: export it again and try once more."))


def read_wide(
    table: Table,
    layout: Layout,
    today: date,
    should_stop: Callable[[], bool] = never,
    mend: Callable[[TableRow], TableRow | None] | None = None,
    answers: Answers = NO_ANSWERS,
) -> MeasurementTable:
    """Read all rows.

    today: later days are refused. should_stop: asked every thousand rows. mend: puts a row right that the program wrote
    oddly, or takes it out (None); it is asked in the order of the file. answers: to what the file leaves open.
    Returns the values with proposed spots, and a report of every row and cell that was not taken.
    Raises UserError when there is more than a log of measurements can hold, Cancelled when asked to stop.
    """
    if len(table.header) > MAX_COLUMNS:
        raise UserError(tr("This file has more columns than there are places to measure: choose another one."))
    lines: list[TableRow] = []
    for line in table.rows:
        mended = line if mend is None else mend(line)
        if mended is not None:
            lines.append(mended)
        if len(lines) > MAX_ROWS:
            raise UserError(tr("This file has more rows than a lifetime of check-ins: choose another one."))
    days = [line.cells[layout.day].strip() for line in lines if len(line.cells) > layout.day]
    order, order_asked = settle_order(days, answers.order, today)
    sites = {kind: {at: one.spot.site if one.spot else "" for at, one in layout.meanings.items()
                    if one.kind is kind and one.nutrient is None} for kind in layout.unsaid}  # fmt: skip
    units = settled_units([line.cells for line in lines], sites, answers)
    layout = replace(layout, meanings={at: _in_units(one, units) for at, one in layout.meanings.items()})
    work = _Reading(table.header, layout, _specs(table.header, layout), today, order, answers)
    food = [at for at, one in layout.meanings.items() if one.nutrient is not None]
    work.decimal = decimal_sign(line.cells[at].strip() for line in lines for at in food if at < len(line.cells))
    _leave_columns(work)
    for count, line in enumerate(lines):
        if count % _CHECK_EVERY == 0 and should_stop():
            raise Cancelled
        _take_row(work, line, cut=count == len(lines) - 1 and not table.whole)
    _add_up_food(work)
    return MeasurementTable(
        layout.source,
        layout.name,
        _columns(work),
        tuple(work.rows),
        tuple(sorted(work.skipped, key=lambda one: one.line)),
        _suspects(work),
        order=order,
        order_asked=order_asked,
        order_example=next(filter(is_open, days), "") if order_asked else "",
        unit=units.unit,
        unit_asked=bool(units.unit),
        unit_why=units.unit_why,
        length=units.length,
        length_asked=bool(units.length),
        length_why=units.length_why,
    )


def _in_units(meaning: Meaning, units: SettledUnits) -> Meaning:
    unit = units.of(meaning.kind)
    if unit is None or meaning.nutrient is not None:
        return meaning
    return replace(meaning, system=UnitSystem.IMPERIAL if unit in (LB, IN) else UnitSystem.METRIC)


def _leave_columns(work: _Reading) -> None:
    if not work.layout.wordy:
        return
    known = {work.layout.day, *work.layout.aside, *work.specs}
    for index, name in enumerate(work.header):
        if index not in known and name.strip():
            work.skipped.append(LeftColumn(1, shortened(name), _why_left(name)))
    places = frozenset(range(len(work.header))) - work.specs.keys() - {work.layout.day}
    work.layout = replace(work.layout, aside=work.layout.aside | places)


def _why_left(name: str) -> str:
    """Why a column is not read."""
    if _names_a_site(name):
        return tr(
            "Legwork knows no such column of this program. To bring it in, choose the columns yourself and say what it "
            "holds."
        )
    return tr("Legwork keeps no values of this kind.")


@lru_cache(maxsize=256)
def _names_a_site(name: str) -> bool:
    read = said(name)
    site = site_in(read.phrase)
    return site is not None and (not read.unit or read.unit in UNITS[BUILT_IN_BY_KEY[site].kind])


def _add_up_food(work: _Reading) -> None:
    nutrients = {one.header: one.meaning.nutrient for one in work.specs.values() if one.meaning.nutrient is not None}
    if nutrients:
        _tell_zeros(work, nutrients)
        rows, refused = by_day(work.rows, nutrients)
        work.rows = list(rows)
        work.skipped += refused


def _tell_zeros(work: _Reading, nutrients: Container[str]) -> None:
    """Report the nutrients of which a whole day has nothing: they are not taken."""
    zeros: dict[tuple[date, str], int] = {}
    given: set[tuple[date, str]] = set()
    for row in work.rows:
        for cell in row.cells:
            if cell.column in nutrients:
                if cell.quantity.value:
                    given.add((row.day, cell.column))
                else:
                    zeros.setdefault((row.day, cell.column), row.line)
    for (day, column), line in zeros.items():
        if (day, column) not in given:
            work.skip(line, f"{column}: 0", tr("Zero stands for “not written down”."))


def _suspects(work: _Reading) -> tuple[Skipped, ...]:
    """Values of the body that jump; what is eaten does so every day."""
    identities = {one.header: one.meaning.identity for one in work.specs.values() if one.meaning.nutrient is None}
    bodies = (replace(row, cells=tuple(cell for cell in row.cells if cell.column in identities)) for row in work.rows)
    return suspects((row for row in bodies if row.cells), identities)


def _specs(header: tuple[str, ...], layout: Layout) -> dict[int, _Spec]:
    specs: dict[int, _Spec] = {}
    headers: set[str] = set()
    labels: set[str] = set()
    for index, meaning in layout.meanings.items():
        label = meaning.label if meaning.spot is not None else _distinct(meaning.label, labels)
        specs[index] = _Spec(_distinct(header[index].strip(), headers), label, meaning)
    return specs


def _distinct(name: str, taken: set[str]) -> str:
    wanted, number = name, 2
    while wanted in taken:
        wanted, number = f"{name} ({number})", number + 1
    taken.add(wanted)
    return wanted


def _take_row(work: _Reading, row: TableRow, cut: bool) -> None:
    cells = tuple(cell.strip() for cell in row.cells)
    whole_row = ", ".join(cells)
    reason = row.problem or _refused(work, cells, cut)
    if reason:
        work.skip(row.line, whole_row, reason)
        return
    work.seen.add(cells)
    try:
        moment = read_moment(cells[work.layout.day], work.today, work.order, work.answers.zone)
        day = moment.start.date()
    except UserError as error:
        work.skip(row.line, whole_row, str(error))
        return
    taken: dict[str, Cell] = {}
    for index, text in enumerate(cells):
        if index != work.layout.day and index not in work.layout.aside and not is_blank(text):
            _take_cell(work, row.line, index, text, taken)
    if taken:
        work.rows.append(Row(row.line, day, tuple(taken.values())))


def _refused(work: _Reading, cells: tuple[str, ...], cut: bool) -> str:
    width = len(work.header)
    if cut and len(cells) < width:
        return tr("The file ends in the middle of this row.")
    if any(cells[width:]):
        return tr("This row has more values than there are columns, so it is not clear which is which.")
    if cells in work.seen and not any(one.meaning.nutrient for one in work.specs.values()):  # two equal meals are two
        return tr("This row is repeated: the same one stands further up.")
    if len(cells) <= work.layout.day:
        return tr("There is no date.")
    others = (text for index, text in enumerate(cells) if index != work.layout.day and index not in work.layout.aside)
    if not any(others) and not (work.layout.wordy and sum(map(bool, cells)) > 1):
        return tr("This row has no values.")
    return ""


def _take_cell(work: _Reading, line: int, index: int, text: str, taken: dict[str, Cell]) -> None:
    spec = work.specs.get(index)
    shown = f"{spec.header if spec else work.header[index].strip()}: {text}"
    if spec is None:
        work.skip_value(line, shown, _why_left(work.header[index]))
    elif spec.meaning.nutrient is not None:
        _take_amount(work, line, shown, text, spec, taken)
    elif ZERO.fullmatch(text):
        work.skip_value(line, shown, tr("Zero stands for “not measured”."))
    elif spec.meaning.identity in taken:
        work.skip_value(line, shown, tr("Another column of this row gives the same value."))
    else:
        quantity = _quantity(text, spec.meaning)
        low, high = spec.meaning.limits
        if quantity is None:
            work.skip_value(line, shown, tr("This is not a number that can be read."))
        elif not low <= quantity.value <= high:
            work.skip_value(line, shown, tr("No human body measures this here: check the number and its unit."))
        else:
            taken[spec.meaning.identity] = Cell(spec.header, quantity)


def _take_amount(work: _Reading, line: int, shown: str, text: str, spec: _Spec, taken: dict[str, Cell]) -> None:
    """An amount of food or drink. One of zero adds nothing; a whole day of zero is told by `_add_up_food`."""
    nutrient = spec.meaning.nutrient
    assert nutrient is not None
    number = amount_number(text, nutrient, work.decimal, spec.meaning.unit)
    if number is None:
        work.skip_value(line, shown, tr("This is not a number that can be read."))
    elif not number:
        taken.setdefault(spec.meaning.identity, Cell(spec.header, quantity_of("0", spec.meaning.unit)))
    elif spec.meaning.identity in taken and taken[spec.meaning.identity].quantity.value:
        work.skip_value(line, shown, tr("Another column of this row gives the same value."))
    else:
        value = f"{number * spec.meaning.factor:.6f}".rstrip("0").rstrip(".")
        taken[spec.meaning.identity] = Cell(spec.header, quantity_of(value, spec.meaning.unit))


def _quantity(text: str, meaning: Meaning) -> Quantity | None:
    if meaning.factor != 1.0:
        plain = _NUMBER.fullmatch(text)
        text = f"{float(text.replace(',', '.')) * meaning.factor:.3f}".rstrip("0").rstrip(".") if plain else text
    text = without_residue(text)
    try:
        return parse(f"{text} {meaning.unit}" if _NUMBER.fullmatch(text) else text, meaning.kind, meaning.system)
    except UserError:
        return None


def _columns(work: _Reading) -> tuple[Column, ...]:
    counts: dict[str, int] = {}
    for row in work.rows:
        for cell in row.cells:
            counts[cell.column] = counts.get(cell.column, 0) + 1
    taken = [one for one in work.specs.values() if one.header in counts]
    return tuple(
        Column(one.header, one.meaning.spot, one.label, _unit(one.meaning), counts[one.header], one.meaning.nutrient)
        for one in taken
    )


def _unit(meaning: Meaning) -> str:
    return meaning.unit if meaning.nutrient is not None else unit_of(meaning.kind, meaning.system)


def first_of(names: Iterable[str], wanted: Iterable[str]) -> int | None:
    """The place of the first name that is one of `wanted`; None when none is."""
    among = frozenset(wanted)
    return next((index for index, name in enumerate(names) if name in among), None)
