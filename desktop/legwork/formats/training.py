"""Which program a log of workouts comes from, told by what stands in it and never by its name.

Owns the order in which the formats of logs are tried. It must not read any format itself.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import ModuleType

from legwork.errors import Cancelled, UserError
from legwork.formats import (
    fitbod,
    fitnotes_backup,
    fitnotes_csv,
    fitnotes_ios,
    hevy_workouts,
    liftosaur,
    macrofactor_workouts,
    sets_csv,
    strong,
    stronglifts,
    text,
)
from legwork.formats.text import never
from legwork.formats.training_records import NO_ANSWERS, Answers, TrainingTable
from legwork.i18n import tr

_TABLES: tuple[ModuleType, ...] = (
    sets_csv, strong, hevy_workouts, fitnotes_csv, stronglifts, fitbod, liftosaur, fitnotes_ios,
    macrofactor_workouts,
)  # fmt: skip


def is_training(data: bytes, should_stop: Callable[[], bool] = never) -> bool:
    """Whether a file is a log of workouts that can be read here; judged by its beginning alone.

    Raises UserError when it is not text and not a backup either, Cancelled when asked to stop.
    """
    if fitnotes_backup.looks_like(data):
        return True
    header = text.read_table(text.decode(data), should_stop).header
    return any(one.matches(header) for one in _TABLES)


def recognise_training(
    data: bytes, today: date, answers: Answers = NO_ANSWERS, should_stop: Callable[[], bool] = never
) -> TrainingTable:
    """Read a log of workouts of any format that Legwork knows.

    data: the whole file. today: of the person; later days are refused. answers: to what the file leaves open; see
    `TrainingTable.unit_asked` and `order_asked`. should_stop: asked now and then.
    Raises UserError in one sentence when it cannot be read, Cancelled when asked to stop; nothing else.
    """
    if should_stop():
        raise Cancelled
    if fitnotes_backup.looks_like(data):
        return fitnotes_backup.read(data, today, answers, should_stop)
    table = text.read_table(text.decode(data), should_stop)
    for one in _TABLES:
        if one.matches(table.header):
            found: TrainingTable = one.read(table, today, answers, should_stop)
            return found
    raise UserError(
        tr(
            "This is no log of workouts that Legwork knows: it reads those of Strong, Hevy, FitNotes for Android and "
            "for the iPhone, StrongLifts, Fitbod, Liftosaur and MacroFactor."
        )
    )
