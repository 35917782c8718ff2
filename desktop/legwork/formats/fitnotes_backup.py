"""FitNotes' backup, which is a database: opened in memory, only to be read, and not believed.

Owns what FitNotes' tables mean. It must not put workouts together (`training_draft`) nor read numbers
(`training_sets`). Lines in its report are the numbers of rows in the table of sets.

`metric_weight` is in kilograms whatever the person typed, so a set that was typed in pounds is turned back: 102.0582
is 225 lb. What the table leaves open is answered here, in one place:

- Sets that are not marked as done were planned, where others around them are marked; who never marks any did them all.
- The backup and the table that FitNotes exports are the same log: an exercise is there once a day.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date

from legwork.domain.log.sets import LoggedKind
from legwork.errors import Cancelled, UserError
from legwork.formats.records import shortened
from legwork.formats.text import MAX_BYTES, never
from legwork.formats.training_log import Log
from legwork.formats.training_records import FITNOTES, NO_ANSWERS, Answers, TrainingTable
from legwork.formats.training_sets import RawSet, named
from legwork.i18n import tr

SOURCE = FITNOTES

_MAGIC = b"SQLite format 3\x00"
_WAL_AT = slice(18, 20)
"""Two bytes that say that a journal lies beside the file; it never does here, and without them memory is enough."""

_TABLES: dict[str, tuple[str, ...]] = {
    "training_log": ("_id", "exercise_id", "date", "metric_weight", "reps", "unit", "distance", "duration_seconds",
                     "is_complete"),
    "exercise": ("_id", "name", "weight_unit_id"),
    "comment": ("owner_type_id", "owner_id", "comment", "date"),
    "workoutcomment": ("date", "comment"),
    "workouttime": ("workout_date", "start_date_time", "end_date_time"),
    "workoutgroupexercise": ("date", "exercise_id", "workout_group_id"),
    "settings": ("metric", "mark_sets_complete"),
    "bodyweight": ("_id",),
    "measurementrecord": ("_id",),
}  # fmt: skip
"""What is read of each table; a column that is not there is nothing."""

_LONGEST_VALUE = 1_000_000
_MOST_ROWS = 1_000_000
_STEPS = 10_000
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
_KG_CODE, _LB_CODE = 1, 2
_POUNDS = (0.45359237, 0.453592, 1 / 2.20462)
"""The pound as it is, and as FitNotes rounded it in its versions."""

_Value = int | float | str | bytes | None


@dataclass
class _Backup:
    """The tables that were found, each as a list of rows in the order of _TABLES."""

    rows: dict[str, list[tuple[_Value, ...]]] = field(default_factory=dict)

    def of(self, table: str) -> list[tuple[_Value, ...]]:
        return self.rows.get(table, [])


def looks_like(data: bytes) -> bool:
    """Whether a file is a database; only `read` finds out whether it is FitNotes'."""
    return data.startswith(_MAGIC)


def read(
    data: bytes, today: date, answers: Answers = NO_ANSWERS, should_stop: Callable[[], bool] = never
) -> TrainingTable:
    """Read all sets of a backup. today: later days are refused. answers: to what the file leaves open.

    Raises UserError when it is no backup of FitNotes, or a damaged one; Cancelled when asked to stop.
    """
    if len(data) > MAX_BYTES:
        raise UserError(tr("This backup is larger than any log can be: choose another file."))
    stopped = False

    def stop() -> bool:
        nonlocal stopped
        stopped = stopped or should_stop()
        return stopped

    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            backup = _loaded(connection, data, stop)
    except (sqlite3.Error, OverflowError, MemoryError, UnicodeError) as error:
        if stopped:
            raise Cancelled from None
        raise UserError(tr("This backup is damaged: make a new one in FitNotes.")) from error
    if "training_log" not in backup.rows or "exercise" not in backup.rows:
        raise UserError(tr("This database is no backup of FitNotes: choose the file that ends in .fitnotes."))
    return _read(backup, today, answers, should_stop)


def _loaded(connection: sqlite3.Connection, data: bytes, stop: Callable[[], bool]) -> _Backup:
    """Everything that is wanted, as plain values. Nothing that the file itself defines is run."""
    if data[_WAL_AT] != b"\x01\x01":
        data = data[: _WAL_AT.start] + b"\x01\x01" + data[_WAL_AT.stop :]
    connection.deserialize(data)
    for pragma in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    connection.set_authorizer(
        lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY,
    )
    left = (
        1_000 + len(data) // 1_000
    )  # enough for every row of a whole file, not for a damaged one that goes in circles

    def check() -> bool:
        nonlocal left
        left -= 1
        return left < 0 or stop()

    connection.set_progress_handler(check, _STEPS)
    if stop():
        raise Cancelled
    backup = _Backup()
    budget = _Budget(_MOST_ROWS, len(data))
    for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall():
        wanted = _TABLES.get(name.casefold()) if isinstance(name, str) and isinstance(sql, str) else None
        if wanted and name.isidentifier() and not sql.lstrip()[:14].casefold().startswith("create virtual"):
            backup.rows[name.casefold()] = list(_rows(connection, name, wanted, budget))
    return backup


@dataclass
class _Budget:
    """Rows that may still come, and letters: a column that is worked out may hold more than the whole file."""

    rows: int
    letters: int

    def spend(self, row: tuple[_Value, ...]) -> None:
        self.rows -= 1
        self.letters -= sum(len(one) for one in row if isinstance(one, (str, bytes)))
        if self.rows < 0 or self.letters < 0:
            raise UserError(tr("This backup is larger than any log can be: choose another file."))


def _rows(
    connection: sqlite3.Connection, name: str, wanted: tuple[str, ...], budget: _Budget
) -> Iterator[tuple[_Value, ...]]:
    cursor = connection.execute(f'SELECT * FROM "{name}"')
    columns = [str(column[0]).casefold() for column in cursor.description]
    at = [columns.index(column) if column in columns else None for column in wanted]
    for row in cursor:
        budget.spend(row)
        yield tuple(None if index is None else row[index] for index in at)


def _read(backup: _Backup, today: date, answers: Answers, should_stop: Callable[[], bool]) -> TrainingTable:
    log = Log(SOURCE, tr("FitNotes backup"), today, answers)
    exercises = {row[0]: (_text(row[1]).strip(), row[2]) for row in backup.of("exercise")}
    comments = {row[1]: _text(row[2]) for row in backup.of("comment") if row[0] == 1}
    times, groups = _times(backup), {(row[0], row[1]): _text(row[2]) for row in backup.of("workoutgroupexercise")}
    metric, marks = (backup.of("settings") or [(None, None)])[0][:2]
    done = _done(backup, bool(marks))
    for table in ("bodyweight", "measurementrecord"):
        if backup.of(table):
            log.skip(1, table, tr("Measurements are not taken from a log of workouts."))
    sets = sorted(backup.of("training_log"), key=lambda row: row[0] if isinstance(row[0], int) else 0)
    for place, row in enumerate(sets, 1):
        number, key, day, kilograms, reps, unit, distance, seconds, complete = row
        line = number if isinstance(number, int) and number > 0 else place
        name, own_unit = exercises.get(key, ("", None))
        when, shown = _text(day).strip(), shortened(f"{_text(day)}, {name}: {_text(kilograms)} kg × {_text(reps)}")
        if not name:
            log.skip(line, shown, tr("The exercise of this set is not in the file."))
            continue
        if not complete and not done(when):
            log.skip(line, shown, tr("This set is not marked as done, but others around it are."))
            continue
        load, load_unit = _typed(kilograms, _is_pounds(unit, own_unit, metric))
        raw = RawSet(
            LoggedKind.NORMAL,
            load,
            load_unit,
            _text(reps),
            _text(seconds),
            _text(distance),
            1.0,
            note=comments.get(number, "").strip(),
            helped=named(name).helped,
            hangs=named(name).hangs,
        )
        start, end = times.get(when, (when, ""))
        draft = log.draft(line, start, "", key=when, unique_rows=False)
        draft.end = end
        block = draft.latest.get(name) or draft.open(name, groups.get((day, key), ""))
        block.add(line, None, log.slot(raw))
    for day, text in _day_comments(backup):
        about = log.found(day)
        if about is not None:
            about.note(text)
    return log.finish(should_stop=should_stop, in_order=False)  # but by when they were entered


def _day_comments(backup: _Backup) -> Iterator[tuple[str, str]]:
    """What was written about whole days; older versions kept it among the other comments."""
    for day, text in backup.of("workoutcomment"):
        yield _text(day).strip(), _text(text)
    if not backup.of("workoutcomment"):
        for kind, _, text, day in backup.of("comment"):
            if kind == 2:
                yield _text(day).strip(), _text(text)


def _times(backup: _Backup) -> dict[str, tuple[str, str]]:
    """Day -> when its workout began and ended, where the times say the same day."""
    found: dict[str, tuple[str, str]] = {}
    for row in backup.of("workouttime"):
        day, start, end = (_text(one).strip() for one in row)
        if day and start.startswith(day) and len(start) > len(day):
            found[day] = (found.get(day, (start, ""))[0], end)
    return found


def _done(backup: _Backup, marks: bool) -> Callable[[str], bool]:
    """Whether a set of this day that is not marked as done was done all the same.

    marks: whether FitNotes marks sets now. It did so from the first day with a mark to the last one at least.
    """
    marked = [_text(row[2]).strip() for row in backup.of("training_log") if row[8]]
    if not marked:
        return lambda day: True
    first, last = min(marked), max(marked)
    return lambda day: day < first or (day > last and not marks)


def _is_pounds(unit: _Value, own_unit: _Value, metric: _Value) -> bool:
    for code in (unit, own_unit):
        if code in (_KG_CODE, _LB_CODE):
            return code == _LB_CODE
    return metric == 0


def _typed(kilograms: _Value, pounds: bool) -> tuple[str, str]:
    """A load as it was typed, and its unit."""
    if not isinstance(kilograms, int | float) or not math.isfinite(kilograms):
        return _text(kilograms), "kg"
    in_pounds = next((found for pound in _POUNDS if (found := _quarters(kilograms / pound, 1e-4)) is not None), None)
    as_kilograms = _quarters(kilograms, 1e-6) is not None or abs(kilograms * 10 - round(kilograms * 10)) < 1e-6
    if in_pounds is not None and (pounds or not as_kilograms):
        return f"{in_pounds:.2f}", "lb"
    return f"{kilograms:.6f}", "kg"


def _quarters(number: float, near: float) -> float | None:
    """The nearest multiple of a quarter, when it is near by that share."""
    found = round(number * 4) / 4
    return found if abs(found - number) <= near * max(1.0, abs(number)) else None


def _text(value: _Value) -> str:
    """A value of the database as a table would have it; what is no text and no number cannot be read."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".") if math.isfinite(value) and abs(value) < 1e15 else "?"
    return value if isinstance(value, str) else "?" if isinstance(value, bytes) else str(value)
