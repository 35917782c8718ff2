"""A table that a person explains: its first rows, what it most likely is, and what would come of it.

Owns these looks at a file. It writes nothing; what is kept of it is `mappings`' affair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path

from legwork.domain.days import full_day
from legwork.domain.food.amounts import NAMES
from legwork.domain.log.sets import LOGGED_KINDS, LoggedKind
from legwork.domain.sites import BUILT_IN_BY_KEY, Side, spot_label
from legwork.errors import UserError
from legwork.formats import mapped
from legwork.formats.dates import DateOrder
from legwork.formats.mapping import LEFT_OUT, MOST_COLUMNS, Across, Guess, Purpose, Role, TableMapping
from legwork.formats.mapping_across import (
    DAY_NAME,
    EXERCISE_NAME,
    SIDE_NAME,
    VALUE_NAME,
    across_row,
    can_be_across,
    exercises_row,
    kind_of,
    turned,
    turned_rows,
)
from legwork.formats.mapping_columns import HALF, cells_at, heads_a_table, is_day, is_packed, share
from legwork.formats.mapping_guess import guess, guess_below, lines_in
from legwork.formats.mapping_header import column_names, rows_below
from legwork.formats.number_cells import decimal_sign, is_open_number
from legwork.formats.parts import UnknownTable
from legwork.formats.records import Column, MeasurementTable, Skipped
from legwork.formats.text import SAMPLE_BYTES, TableRow, never
from legwork.formats.training_records import Answers, SetRecord, TrainingTable
from legwork.i18n import ntr, tr
from legwork.numerals import localised, short_number
from legwork.services import importing
from legwork.services.mappings import known_mapping
from legwork.services.open_sites import measured_sites, site_meant
from legwork.services.own_exercises import catalogue_of
from legwork.services.people import one_person
from legwork.services.profile import Profile
from legwork.services.training_words import file_sentence

MOST_SHOWN = 200
"""So many days or sets are shown of what would come."""


@dataclass(frozen=True)
class Sample:
    """The first rows of a table without the blank ones, split at a delimiter; "" for a sheet.

    rows: as they are read. lines: as they stand in the table, where `rows` are turned because the days stand side by
    side; else the same. rows_at, lines_at: in which line of the file each of them stands, from 1. across: the row with
    these days, 0 where none was turned.
    """

    table: UnknownTable
    delimiter: str
    rows: tuple[tuple[str, ...], ...]
    rows_at: tuple[int, ...]
    lines: tuple[tuple[str, ...], ...]
    lines_at: tuple[int, ...]
    across: int = 0

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(row) for row in self.rows), default=0)

    @property
    def can_be_split(self) -> bool:
        """Whether another delimiter can be chosen."""
        return bool(self.table.text)

    def may_head(self, line: int) -> bool:
        """Whether a line, from 0, looks like the names of the columns of a table."""
        return heads_a_table(self.lines[line])

    def can_be_across(self, header: int) -> bool:
        """Whether several columns are named by a day, or two by the sides, if that row names them."""
        return 0 < header <= len(self.lines) and can_be_across(self.lines[header - 1])

    def kind_of_across(self, header: int) -> Across:
        """What stands side by side, if that row names the columns."""
        return kind_of(self.lines[header - 1]) if 0 < header <= len(self.lines) else Across.DAYS

    def body(self, mapping: TableMapping) -> range:
        """The places of the rows below the header, and below what belongs to it."""
        return range(mapping.header + rows_below(self.rows, mapping.header), len(self.rows))

    def packed(self, mapping: TableMapping) -> frozenset[int]:
        """The columns in whose cells sets stand whole, as `3x8@60`."""
        body = [self.rows[at] for at in self.body(mapping)]
        return frozenset(place for place in range(self.width) if share(cells_at(body, place), is_packed) > HALF)

    def name(self, mapping: TableMapping, place: int) -> str:
        """What a column is called in the table; "" where it has no name."""
        names = column_names(self.rows, mapping.header)
        name = names[place] if place < len(names) else ""
        return tr(name) if self.across and name in (DAY_NAME, SIDE_NAME, EXERCISE_NAME, VALUE_NAME) else name


@dataclass(frozen=True)
class Start:
    """Where a person begins. remembered: it was said before. is_exercise: knows the names of exercises. units_guessed,
    by_cells: as in a Guess. tracked, measured: sites that the person enters, and has readings of."""

    sample: Sample
    mapping: TableMapping
    remembered: bool
    is_exercise: Callable[[str], bool]
    tracked: tuple[str, ...] = ()
    measured: frozenset[str] = frozenset()
    units_guessed: frozenset[int] = frozenset()
    by_cells: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Outcome:
    """What would come of a table.

    sentence: how much. heads, lines: the first of it as a table. skipped: what is not taken. refused: why nothing can
    be said, in a sentence; then the others are empty. open_day: a day that can be read in two ways; "" for none.
    order: in which it was read.
    """

    sentence: str = ""
    heads: tuple[str, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()
    skipped: tuple[Skipped, ...] = ()
    refused: str = ""
    open_day: str = ""
    order: DateOrder | None = None

    @property
    def comes(self) -> bool:
        """Whether anything would come in."""
        return bool(self.lines)


def sample_of(table: UnknownTable) -> Sample:
    """The first rows, split as they were found to be parted."""
    return split(table, table.delimiter)


def split(table: UnknownTable, delimiter: str) -> Sample:
    """The first rows, split at a delimiter."""
    if not table.text:
        at = table.lines or range(1, len(table.sample) + 1)
        rows = map(TableRow, at, table.sample)
        return _sample(table, "", [row for row in rows if any(map(str.strip, row.cells))])
    text = table.text
    if len(text) >= SAMPLE_BYTES:  # the last line was cut off
        text = text[: text.rfind("\n") + 1] or text
    return _sample(table, delimiter, lines_in(text, delimiter))


def _sample(table: UnknownTable, delimiter: str, found: Sequence[TableRow]) -> Sample:
    rows, at = _parted(found)
    return Sample(table, delimiter, rows, at, rows, at)


def _parted(rows: Iterable[TableRow]) -> tuple[tuple[tuple[str, ...], ...], tuple[int, ...]]:
    """The cells of rows, and their lines."""
    known = tuple(rows)
    return tuple(row.cells for row in known), tuple(row.line for row in known)


def as_read(sample: Sample, mapping: TableMapping) -> Sample:
    """The sample with its rows as this mapping has them: turned where the days stand side by side."""
    across = mapping.header if mapping.across else 0
    if across == sample.across:
        return sample
    standing = map(TableRow, sample.lines_at, sample.lines)
    rows, at = _parted(turned(standing, across) if across else standing)
    return replace(sample, rows=rows, rows_at=at, across=across)


def start(profile: Profile, person_id: int, table: UnknownTable, mapping: TableMapping | None = None) -> Start:
    """Where to begin: at a mapping that is given, at what was said before of such a table, else at a guess."""
    catalogue = catalogue_of(profile, person_id)
    sample = sample_of(table)

    def is_exercise(name: str) -> bool:
        return len(name) > 2 and catalogue.match(name) is not None

    said = mapping or known_mapping(profile, table)
    with profile.reading() as reader:
        tracked = one_person(reader, person_id).tracked
    begun = Start(sample, TableMapping(Purpose.DAYS, ()), False, is_exercise, tracked,
                  measured_sites(profile, person_id))  # fmt: skip
    if said is None:
        return begun_at(begun, guessed(sample, is_exercise))
    if said.delimiter != sample.delimiter:
        sample = split(table, said.delimiter)
    sample = as_read(sample, said)
    return replace(begun, sample=sample, mapping=as_wide(said, sample.width), remembered=True)


def begun_at(start: Start, found: Guess) -> Start:
    """A beginning at a guess, where a name that leaves its site open means what the person measures."""
    sample = as_read(start.sample, found.mapping)
    mapping = found.mapping
    columns = [
        replace(one, what=site_meant(sample.name(mapping, place), one.what, start.tracked, start.measured))
        if one.role is Role.MEASURE
        else one
        for place, one in enumerate(mapping.columns)
    ]
    taken = [(one.what, one.side) for one in columns if one.role is Role.MEASURE and one.what]
    if len(taken) == len(set(taken)):  # else the table has the other place too
        mapping = replace(mapping, columns=tuple(columns))
    return replace(start, sample=sample, mapping=mapping, remembered=False, units_guessed=found.units_guessed,
                   by_cells=found.by_cells)  # fmt: skip


def as_wide(mapping: TableMapping, width: int) -> TableMapping:
    """A mapping with a use for each column there is."""
    columns = mapping.columns + (LEFT_OUT,) * (min(width, MOST_COLUMNS) - len(mapping.columns))
    return replace(mapping, columns=columns)


def guessed(sample: Sample, is_exercise: Callable[[str], bool] | None = None) -> Guess:
    """What a table most likely is. is_exercise: knows the names of exercises."""
    return guess(sample.lines, sample.delimiter, is_exercise)


def guessed_below(
    sample: Sample,
    is_exercise: Callable[[str], bool],
    header: int,
    purpose: Purpose | None = None,
    across: bool | None = None,
) -> Guess:
    """What it most likely is where a person said which row names the columns, or what a row is.

    across: whether days, sides or exercises stand side by side; None: that is so where days can be, and where sides are
    beside names of what was measured, or sets below exercises.
    """
    turn = across is True
    if across is None and sample.kind_of_across(header) is Across.DAYS:
        turn = sample.can_be_across(header)
    elif across is None:
        turn = header in (across_row(sample.lines), exercises_row(sample.lines, is_exercise))
    rows = turned_rows(sample.lines, header) if turn else sample.lines
    return guess_below(rows, sample.delimiter, header, purpose, is_exercise, turn)


Meant = Callable[[MeasurementTable], MeasurementTable]
"""Settles what a table leaves open for a person, as `open_sites.for_person` does."""


def as_it_is(table: MeasurementTable) -> MeasurementTable:
    """A table for nobody in particular."""
    return table


def look_at_sample(sample: Sample, mapping: TableMapping, today: date, meant: Meant = as_it_is) -> Outcome:
    """What would come of the first rows; quick."""

    def rows(_delimiter: str) -> Iterator[TableRow]:
        return map(TableRow, sample.lines_at, sample.lines)

    try:
        found = mapped.read(rows, mapping, today)
    except UserError as error:
        return Outcome(refused=_no_day(sample, mapping) or str(error))
    return outcome_of(found, meant)


def _no_day(sample: Sample, mapping: TableMapping) -> str:
    """What to do with a table in which no day stands anywhere; "" for another one."""
    if mapping.place(Role.DAY) is not None or any(is_day(cell.strip()) for row in sample.lines for cell in row):
        return ""
    return tr(
        "There is no day in this table: write one in each row, or one above each column, and import the file again."
    )


def look_at_file(
    file: Path, answers: Answers, should_stop: Callable[[], bool] = never, meant: Meant = as_it_is
) -> Outcome:
    """What would come of the whole file; answers: with the mapping. Raises Cancelled when asked to stop."""
    try:
        found = importing.read_file(file, should_stop, answers)
    except UserError as error:
        return Outcome(refused=str(error))
    if isinstance(found, MeasurementTable | TrainingTable):
        return outcome_of(found, meant)
    return Outcome(refused=tr("This file was changed meanwhile: import it again."))


def outcome_of(found: MeasurementTable | TrainingTable, meant: Meant = as_it_is) -> Outcome:
    """What would come of a table that was read."""
    if isinstance(found, TrainingTable):
        return _of_training(found)
    found = meant(found)
    heads = tuple(map(_head, found.columns))
    by_day: dict[date, dict[str, list[str]]] = {}
    for row in found.rows:
        cells = by_day.setdefault(row.day, {})
        for cell in row.cells:
            cells.setdefault(cell.column, []).append(f"{localised(cell.quantity.entered)} {cell.quantity.unit}")
    lines = tuple(
        (full_day(day), *(" + ".join(cells.get(one.header, ())) for one in found.columns))
        for day, cells in islice(by_day.items(), MOST_SHOWN)
    )
    return Outcome(
        _values_sentence(found, len(by_day)) if lines else "",
        (tr("Day"), *heads),
        lines,
        found.skipped,
        open_day=found.order_example if found.order_asked else "",
        order=found.order,
    )


def _head(one: Column) -> str:
    if one.nutrient is not None:
        return tr(NAMES[one.nutrient])
    return spot_label(BUILT_IN_BY_KEY[one.spot.site], one.spot.side) if one.spot is not None else one.label


def _values_sentence(found: MeasurementTable, days: int) -> str:
    values = sum(len(row.cells) for row in found.rows)
    counts = ntr("{count} value", "{count} values", values)
    on = ntr("{count} day", "{count} days", days)
    first, last = min(row.day for row in found.rows), max(row.day for row in found.rows)
    if first == last:
        return tr("{values} on {day}", values=counts, day=full_day(first))
    return tr("{values} on {days}, from {first} to {last}", values=counts, days=on, first=full_day(first),
              last=full_day(last))  # fmt: skip


def _of_training(found: TrainingTable) -> Outcome:
    titled = any(one.title for one in found.workouts)
    heads = (tr("Day"), *((tr("Workout"),) if titled else ()), tr("Exercise"), tr("Sets"))
    lines: list[tuple[str, ...]] = []
    for workout in found.workouts:
        for exercise in workout.exercises:
            day = full_day(workout.day)
            sets = ", ".join(_set_words(one) for one in exercise.sets)
            lines.append((day, workout.title, exercise.name, sets) if titled else (day, exercise.name, sets))
        if len(lines) >= MOST_SHOWN:
            break
    return Outcome(
        file_sentence(found) if found.workouts else "",
        heads,
        tuple(lines[:MOST_SHOWN]),
        found.skipped,
        open_day=found.order_example if found.order_asked else "",
        order=found.order,
    )


def _set_words(one: SetRecord) -> str:
    load = f"{'−' if one.assisted else ''}{localised(one.load.entered)} {one.load.unit}" if one.load else ""
    long = f"{one.seconds} s" if one.seconds else f"{short_number(one.distance_m or 0, 3)} m"
    work = long if one.reps is None else f"{one.reps}"
    text = f"{load} × {work}" if load else tr("{work} reps", work=work) if one.reps is not None else work
    extra = [] if one.kind is LoggedKind.NORMAL else [tr(LOGGED_KINDS[one.kind])]
    extra += [] if one.side is Side.NONE else [tr("left") if one.side is Side.LEFT else tr("right")]
    extra += [] if one.rir is None else [tr("{count} left", count=short_number(one.rir, 1))]
    return f"{text} ({', '.join(extra)})" if extra else text


def open_number(sample: Sample, mapping: TableMapping) -> str:
    """A number that can be read in two ways, as 1,800 can, where the other numbers do not tell; "" for none."""
    at = [
        place for place, one in enumerate(mapping.columns)
        if one.role in (Role.MEASURE, Role.NUTRIENT, Role.VALUE, Role.LOAD)
    ]  # fmt: skip
    cells = [row[place] for row in sample.rows[mapping.header :] for place in at if place < len(row)]
    return "" if decimal_sign(cells) else next(filter(is_open_number, cells), "")


def missing_sentence(mapping: TableMapping) -> str:
    """What a mapping lacks, as a sentence that says what to do; "" where it lacks nothing."""
    return mapped.missing_sentence(mapping)
