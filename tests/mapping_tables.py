"""Tables as people keep them, read as the program reads them when a person has said what the columns hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from legwork.domain.sites import Side
from legwork.formats import mapped, text
from legwork.formats.delimiters import delimiter_in
from legwork.formats.mapping import ColumnUse, Guess, Purpose, Role, TableMapping
from legwork.formats.mapping_guess import guess, rows_in
from legwork.formats.records import MeasurementTable
from legwork.formats.text import TableRow
from legwork.formats.training_records import NO_ANSWERS, Answers, TrainingTable

TODAY = date(2025, 12, 31)


def use(role: Role, what: str = "", side: Side = Side.NONE, unit: str = "", label: str = "") -> ColumnUse:
    return ColumnUse(role, what, side, unit, label)


def measure(what: str, unit: str, side: Side = Side.NONE, label: str = "") -> ColumnUse:
    return ColumnUse(Role.MEASURE, what, side, unit, label)


def food(what: str, unit: str) -> ColumnUse:
    return ColumnUse(Role.NUTRIENT, what, unit=unit)


DAY = use(Role.DAY)
NOTHING = use(Role.NOTHING)


def read(table: str, mapping: TableMapping, answers: Answers = NO_ANSWERS) -> MeasurementTable | TrainingTable:
    def rows(delimiter: str) -> Iterator[TableRow]:
        return text.raw_rows(table, delimiter or ",")

    return mapped.read(rows, mapping, TODAY, answers=answers)


def values(table: str, *columns: ColumnUse, purpose: Purpose = Purpose.DAYS, **said: object) -> MeasurementTable:
    found = read(table, TableMapping(purpose, columns, **said))  # type: ignore[arg-type]
    assert isinstance(found, MeasurementTable)
    return found


def log(table: str, *columns: ColumnUse, **said: object) -> TrainingTable:
    found = read(table, TableMapping(Purpose.SETS, columns, **said))  # type: ignore[arg-type]
    assert isinstance(found, TrainingTable)
    return found


def lines(found: MeasurementTable) -> list[tuple[str, str, str]]:
    """Each value: the day, where it goes, and what stands there."""
    places = {one.header: str(one.spot or one.nutrient or one.label) for one in found.columns}
    return [
        (row.day.isoformat(), places[cell.column], f"{cell.quantity.entered} {cell.quantity.unit}")
        for row in found.rows
        for cell in row.cells
    ]


def sets(found: TrainingTable) -> list[tuple[str, str, str]]:
    """Each set: the day, the exercise, and what was done."""
    return [
        (
            workout.day.isoformat(),
            exercise.name,
            f"{one.load.entered} {one.load.unit} x {one.reps}" if one.load else f"x {one.reps}",
        )
        for workout in found.workouts
        for exercise in workout.exercises
        for one in exercise.sets
    ]


def reasons(found: MeasurementTable | TrainingTable) -> list[tuple[int, str]]:
    return [(one.line, one.reason) for one in found.skipped]


LIFTS = frozenset({"Squat", "Bench Press", "Leg Curl", "Romanian Deadlift", "Deadlift"})


def guessed(table: str) -> Guess:
    delimiter = delimiter_in(table)
    return guess(rows_in(table, delimiter), delimiter, LIFTS.__contains__)


def columns_of(mapping: TableMapping) -> list[str]:
    """Each column in short: "measure calf left cm"."""
    return [
        " ".join(
            part
            for part in (one.role.value, one.what, "" if one.side is Side.NONE else one.side.value, one.unit)
            if part
        )
        for one in mapping.columns
    ]
