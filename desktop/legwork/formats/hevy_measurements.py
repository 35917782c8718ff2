"""Hevy's measurement_data.csv: one row a day, one column a site, the unit in each column's name.

Owns what Hevy's columns mean. It must not decode bytes (that is `text`), nor decide what is written where: it
proposes a spot for each column, and a person may choose another.

What Hevy leaves open is answered here, in one place:

- "bicep" is taken for the flexed arm: that is how people who log a biceps measure it.
- "thigh" is taken for the mid-thigh. Hevy does not say where its tape goes, and most people put it halfway.
  The upper thigh at the gluteal fold is several centimetres larger, so one must never continue the other's
  line.
- "abdomen" has no built-in site; the waist is another place (Hevy has both).
- A thigh, bicep or calf without a side stays without one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from legwork.domain.sites import BUILT_IN_BY_KEY, CUSTOM_HIGH, CUSTOM_LOW, Kind, Side, Spot
from legwork.domain.units import Quantity, UnitSystem, parse, unit_of
from legwork.errors import Cancelled, UserError
from legwork.formats.dates import DateOrder, infer_order, parse_day
from legwork.formats.records import Cell, Column, MeasurementTable, Row, Skipped, shortened
from legwork.formats.text import Table, TableRow, never
from legwork.i18n import tr

SOURCE = "hevy"
JUMP_SHARE = 0.25
"""A value this much apart from the one before is worth a look (convention: limbs change more slowly)."""

MAX_ROWS = 100_000
MAX_COLUMNS = 1_000
MAX_SKIPPED = 500_000
_CHECK_EVERY = 1_000

_SITES: dict[str, str | None] = {
    "neck": "neck", "shoulder": "shoulders", "shoulders": "shoulders", "chest": "chest", "abdomen": None,
    "waist": "waist", "hip": "hips", "hips": "hips", "bicep": "flexed_arm", "biceps": "flexed_arm",
    "forearm": "forearm", "wrist": "wrist", "thigh": "mid_thigh", "knee": "knee", "calf": "calf",
    "ankle": "ankle",
}  # fmt: skip
_WHOLE_BODY: dict[str, tuple[str, str, UnitSystem]] = {
    "weight_kg": ("body_weight", "Weight", UnitSystem.METRIC),
    "weight_lbs": ("body_weight", "Weight", UnitSystem.IMPERIAL),
    "weight_lb": ("body_weight", "Weight", UnitSystem.IMPERIAL),
    "fat_percent": ("body_fat", "Fat percent", UnitSystem.METRIC),
}
_GIRTH = re.compile(r"(?:(left|right)_)?([^\W_]\w*?)_(cm|in)")
_WORKOUT_COLUMNS = frozenset({"exercise", "exercise_name", "exercise_title", "reps", "set_order", "start_time"})
_ZERO = re.compile(r"[+-]?(?:0+(?:[.,]0*)?|[.,]0+)")
_LONG_DECIMAL = re.compile(r"\d{1,6}[.,]\d{7,20}")
_CLOCK = re.compile(r"\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AaPp][Mm])?\s*")


@dataclass(frozen=True)
class _Spec:
    """What a column of the file is. identity: the same for columns that say the same thing in two units."""

    index: int
    header: str
    label: str
    identity: str
    kind: Kind
    system: UnitSystem
    spot: Spot | None
    low: float
    high: float


@dataclass
class _Reading:
    """The work of reading one file."""

    header: tuple[str, ...]
    specs: dict[int, _Spec]
    date_index: int
    today: date
    order: DateOrder | None
    rows: list[Row] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    seen: set[tuple[str, ...]] = field(default_factory=set)

    def skip(self, line: int, text: str, reason: str) -> None:
        self.skipped.append(Skipped(line, shortened(text), reason))
        if len(self.skipped) > MAX_SKIPPED:
            raise UserError(tr("Hardly anything in this file can be read: export it again and try once more."))


def matches(header: Iterable[str]) -> bool:
    """Whether a table with this header is Hevy's: a date and a column that Hevy has, but no exercise."""
    names = {_normalised(name) for name in header}
    return "date" in names and not names & _WORKOUT_COLUMNS and any(_is_known(name) for name in names)


def read(table: Table, today: date, should_stop: Callable[[], bool] = never) -> MeasurementTable:
    """Read all rows.

    table: one that `matches`. today: later days are refused. should_stop: asked every thousand rows.
    Returns the values with proposed spots, and a report of every row and cell that was not taken.
    Raises UserError when there is more than a log of measurements can hold, Cancelled when asked to stop.
    """
    if len(table.header) > MAX_COLUMNS:
        raise UserError(tr("This file has more columns than there are places to measure: choose another one."))
    lines: list[TableRow] = []
    for line in table.rows:
        lines.append(line)
        if len(lines) > MAX_ROWS:
            raise UserError(tr("This file has more rows than a lifetime of check-ins: choose another one."))
    names = [_normalised(name) for name in table.header]
    date_index = names.index("date")
    lines = [_with_date_joined(line, date_index, len(names)) for line in lines]
    dates = (line.cells[date_index] for line in lines if len(line.cells) > date_index)
    work = _Reading(table.header, _specs(table.header, date_index), date_index, today, infer_order(dates))
    for count, line in enumerate(lines):
        if count % _CHECK_EVERY == 0 and should_stop():
            raise Cancelled
        _take_row(work, line, cut=count == len(lines) - 1 and not table.whole)
    return MeasurementTable(
        SOURCE,
        tr("Hevy measurements"),
        _columns(work),
        tuple(work.rows),
        tuple(sorted(work.skipped, key=lambda one: one.line)),
        _suspects(work),
    )


def _normalised(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip().casefold())


def _is_known(name: str) -> bool:
    girth = _GIRTH.fullmatch(name)
    return name in _WHOLE_BODY or (girth is not None and girth[2] in _SITES)


def _specs(header: tuple[str, ...], date_index: int) -> dict[int, _Spec]:
    specs: dict[int, _Spec] = {}
    headers: set[str] = set()
    labels: set[str] = set()
    for index, name in enumerate(header):
        made = None if index == date_index else _spec(index, name)
        if made is None:
            continue
        unique, label = _distinct(made.header, headers), made.label
        if made.spot is None:
            label = _distinct(label, labels)
        specs[index] = _Spec(
            index, unique, label, made.identity, made.kind, made.system, made.spot, made.low, made.high
        )
    return specs


def _distinct(name: str, taken: set[str]) -> str:
    wanted, number = name, 2
    while wanted in taken:
        wanted, number = f"{name} ({number})", number + 1
    taken.add(wanted)
    return wanted


def _spec(index: int, name: str) -> _Spec | None:
    normalised = _normalised(name)
    if normalised in _WHOLE_BODY:
        key, label, system = _WHOLE_BODY[normalised]
        site = BUILT_IN_BY_KEY[key]
        return _Spec(index, name.strip(), label, key, site.kind, system, Spot(key), site.low, site.high)
    girth = _GIRTH.fullmatch(normalised)
    if girth is None:
        return None
    side = Side(girth[1]) if girth[1] else Side.NONE
    label = " ".join(part for part in (girth[1], girth[2].replace("_", " ")) if part).capitalize()
    system = UnitSystem.METRIC if girth[3] == "cm" else UnitSystem.IMPERIAL
    found = BUILT_IN_BY_KEY.get(_SITES.get(girth[2]) or "")
    if found is None or (side is not Side.NONE and not found.sided):
        label = shortened(label)
        return _Spec(index, name.strip(), label, label, Kind.GIRTH, system, None, CUSTOM_LOW, CUSTOM_HIGH)
    spot = Spot(found.key, side)
    return _Spec(index, name.strip(), label, str(spot), Kind.GIRTH, system, spot, found.low, found.high)


def _with_date_joined(line: TableRow, date_index: int, width: int) -> TableRow:
    """Put a date together that lost its quotation marks, `14 Jan 2025, 00:00`, and so takes up two cells."""
    cells, after = line.cells, date_index + 1
    if len(cells) == width + 1 and _CLOCK.fullmatch(cells[after]):
        joined = f"{cells[date_index]},{cells[after]}"
        return TableRow(line.line, (*cells[:date_index], joined, *cells[after + 1 :]), line.problem)
    return line


def _take_row(work: _Reading, row: TableRow, cut: bool) -> None:
    cells = tuple(cell.strip() for cell in row.cells)
    whole_row = ", ".join(cells)
    reason = row.problem or _refused(work, cells, cut)
    if reason:
        work.skip(row.line, whole_row, reason)
        return
    work.seen.add(cells)
    try:
        day = parse_day(cells[work.date_index], work.today, work.order)
    except UserError as error:
        work.skip(row.line, whole_row, str(error))
        return
    taken: dict[str, Cell] = {}
    for index, text in enumerate(cells):
        if text and index != work.date_index:
            _take_cell(work, row.line, index, text, taken)
    if taken:
        work.rows.append(Row(row.line, day, tuple(taken.values())))


def _refused(work: _Reading, cells: tuple[str, ...], cut: bool) -> str:
    width = len(work.header)
    if cut and len(cells) < width:
        return tr("The file ends in the middle of this row.")
    if any(cells[width:]):
        return tr("This row has more values than there are columns, so it is not clear which is which.")
    if cells in work.seen:
        return tr("This row is repeated: the same one stands further up.")
    if len(cells) <= work.date_index:
        return tr("There is no date.")
    if not any(text for index, text in enumerate(cells) if index != work.date_index):
        return tr("This row has no values.")
    return ""


def _take_cell(work: _Reading, line: int, index: int, text: str, taken: dict[str, Cell]) -> None:
    spec = work.specs.get(index)
    shown = f"{spec.header if spec else work.header[index].strip()}: {text}"
    if spec is None:
        work.skip(line, shown, tr("Legwork keeps no values of this kind."))
    elif _ZERO.fullmatch(text):
        work.skip(line, shown, tr("Zero stands for “not measured”."))
    elif spec.identity in taken:
        work.skip(line, shown, tr("Another column of this row gives the same value."))
    else:
        quantity = _quantity(text, spec)
        if quantity is None:
            work.skip(line, shown, tr("This is not a number that can be read."))
        elif not spec.low <= quantity.value <= spec.high:
            work.skip(line, shown, tr("No human body measures this here: check the number and its unit."))
        else:
            taken[spec.identity] = Cell(spec.header, quantity)


def _quantity(text: str, spec: _Spec) -> Quantity | None:
    if _LONG_DECIMAL.fullmatch(text):  # 38.099999999999994 is what a conversion left of 38.1
        text = f"{float(text.replace(',', '.')):.6f}".rstrip("0").rstrip(".")
    try:
        return parse(text, spec.kind, spec.system)
    except UserError:
        return None


def _columns(work: _Reading) -> tuple[Column, ...]:
    counts: dict[str, int] = {}
    for row in work.rows:
        for cell in row.cells:
            counts[cell.column] = counts.get(cell.column, 0) + 1
    return tuple(
        Column(spec.header, spec.spot, spec.label, unit_of(spec.kind, spec.system), counts[spec.header])
        for spec in work.specs.values()
        if spec.header in counts
    )


def _suspects(work: _Reading) -> tuple[Skipped, ...]:
    """Values that jump from the one before, in the order of days, unless they return to an earlier level."""
    identities = {spec.header: spec.identity for spec in work.specs.values()}
    lines: dict[str, list[tuple[int, Cell]]] = {}
    for row in sorted(work.rows, key=lambda row: row.day):
        for cell in row.cells:
            lines.setdefault(identities[cell.column], []).append((row.line, cell))
    found = [suspect for line in lines.values() for suspect in _jumps(line)]
    return tuple(sorted(found, key=lambda one: one.line))


def _jumps(cells: list[tuple[int, Cell]]) -> Iterable[Skipped]:
    values = [cell.quantity.value for _, cell in cells]
    if len(values) < 2:
        return
    first_is_odd = len(values) > 2 and _far(values[0], values[1]) and not _far(values[1], values[2])
    before = level = 1 if first_is_odd else 0
    if first_is_odd:
        yield _suspect(cells[0], cells[1])
    for index in range(before + 1, len(values)):
        if not _far(values[index], values[level]) or not _far(values[index], values[before]):
            level = index
        else:
            yield _suspect(cells[index], cells[before])
        before = index


def _far(value: float, other: float) -> bool:
    return abs(value - other) > JUMP_SHARE * other


def _suspect(one: tuple[int, Cell], other: tuple[int, Cell]) -> Skipped:
    line, cell = one
    near = other[1].quantity
    text = f"{cell.column}: {cell.quantity.entered} {cell.quantity.unit} ({near.entered} {near.unit})"
    return Skipped(line, shortened(text), tr("It differs by more than a quarter from the value next to it in time."))
