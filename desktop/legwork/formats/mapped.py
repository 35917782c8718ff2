"""Reading a table as a person explained it.

Owns who reads what: `mapped_table` cuts it, `mapped_values` and `mapped_sets` read its rows. It must not guess what a
column is (that is `mapping_guess`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from legwork.errors import UserError
from legwork.formats import mapped_sets, mapped_values
from legwork.formats.mapped_table import cut
from legwork.formats.mapping import Purpose, Role, TableMapping
from legwork.formats.records import MeasurementTable
from legwork.formats.text import TableRow, never
from legwork.formats.training_records import NO_ANSWERS, Answers, TrainingTable
from legwork.i18n import mark, tr

_MISSING: dict[tuple[Role, ...], str] = {
    (Role.DAY,): mark("Say which column holds the day."),
    (Role.MEASURE, Role.NUTRIENT): mark("Say of at least one column what was measured, eaten or drunk."),
    (Role.NAME,): mark("Say which column names what was measured."),
    (Role.VALUE,): mark("Say which column holds the value."),
    (Role.EXERCISE,): mark("Say which column names the exercise."),
    (Role.REPS, Role.SECONDS, Role.DISTANCE): mark("Say which column holds the reps, the seconds or the distance."),
}


def read(
    rows: Callable[[str], Iterator[TableRow]],
    mapping: TableMapping,
    today: date,
    should_stop: Callable[[], bool] = never,
    answers: Answers = NO_ANSWERS,
) -> MeasurementTable | TrainingTable:
    """Read a table.

    rows: called with a delimiter ("" for a sheet, whose cells are told apart), gives all rows from the first line on.
    today: later days are refused. answers: unit and order, where the table leaves them open.
    Raises UserError when the mapping lacks something or the table is too large, Cancelled when asked to stop.
    """
    if sentence := missing_sentence(mapping):
        raise UserError(sentence)
    table = cut(rows(mapping.delimiter), mapping)
    if mapping.purpose is Purpose.SETS:
        return mapped_sets.read(table, today, should_stop, answers)
    return mapped_values.read(table, today, should_stop, answers)


def missing_sentence(mapping: TableMapping) -> str:
    """What a mapping lacks, as a sentence that says what to do; "" where it lacks nothing."""
    return next((tr(_MISSING[one]) for one in mapping.missing), "")
