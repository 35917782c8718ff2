"""What a database holds, in numbers a person knows it by: read with plain SQL, of every schema ever released.

Owns the counting. It opens files only to read them and believes nothing that stands in them.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from legwork.store.engine import RawConnection, damage_translated, open_to_read


@dataclass(frozen=True)
class Counted:
    """Things of one kind that a person has: how many, and the first and the last day; None where they have no day."""

    count: int = 0
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class HeldPerson:
    """What is kept of one person. days: with a check-in, whatever was measured on them."""

    uid: str
    name: str
    days: Counted
    readings: int
    workouts: Counted
    sets: int
    plans: int
    food_days: Counted

    @property
    def last_day(self) -> date | None:
        """The newest day with anything on it."""
        return max((one.last for one in (self.days, self.workouts, self.food_days) if one.last), default=None)


@dataclass(frozen=True)
class Held:
    """What a database holds. revision: of its schema."""

    revision: str
    people: tuple[HeldPerson, ...]


_MAGIC = b"SQLite format 3\x00"
_LOOKED_AT = 1 << 18
"""The schema stands at the beginning of a file."""

_DAYS = "SELECT person_id, count(DISTINCT day), min(day), max(day) FROM {table} GROUP BY person_id"
_COUNTS = {
    "check_in": _DAYS.format(table="check_in"),
    "reading": "SELECT person_id, count(*) FROM reading JOIN check_in ON check_in.id = check_in_id GROUP BY person_id",
    "workout": "SELECT person_id, count(*), min(day), max(day) FROM workout GROUP BY person_id",
    "workout_set": """
        SELECT person_id, count(*) FROM workout_set
        JOIN workout_exercise ON workout_exercise.id = workout_exercise_id
        JOIN workout ON workout.id = workout_id GROUP BY person_id
    """,
    "plan": "SELECT person_id, count(*) FROM plan GROUP BY person_id",
    "food_amount": _DAYS.format(table="food_amount"),
}


def held_by(file: Path) -> Held:
    """What the database in `file` holds. Raises StoreError."""
    with damage_translated(), closing(open_to_read(file)) as connection:
        return held_in(connection)


def held_in(connection: RawConnection) -> Held:
    """The same of an open database; the caller translates faults."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    found = {
        table: {row[0]: row[1:] for row in connection.execute(query)} if table in tables else {}
        for table, query in _COUNTS.items()
    }
    [(revision,)] = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    people = connection.execute("SELECT id, uid, name FROM person ORDER BY id").fetchall()
    return Held(str(revision), tuple(_person(row_id, str(uid), str(name), found) for row_id, uid, name in people))


def _person(row_id: int, uid: str, name: str, found: dict[str, dict[int, tuple[Any, ...]]]) -> HeldPerson:
    def counted(table: str) -> Counted:
        count, first, last = found[table].get(row_id, (0, None, None))
        return Counted(int(count), _day(first), _day(last))

    def number(table: str) -> int:
        return int(found[table].get(row_id, (0,))[0])

    return HeldPerson(
        uid, name, counted("check_in"), number("reading"), counted("workout"), number("workout_set"), number("plan"),
        counted("food_amount"),
    )  # fmt: skip


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)) if text is not None else None
    except ValueError:
        return None


def is_ours(file: Path) -> bool:
    """Whether a file is a Legwork database, sound or damaged. Never raises: what cannot be read is none.

    Nothing is made beside it either: it may be anybody's, and open in another program.
    """
    try:
        if not file.is_file():  # to open a pipe would wait for ever for somebody who writes into it
            return False
        with file.open("rb") as stream:
            if stream.read(len(_MAGIC)) != _MAGIC:
                return False
        with closing(open_to_read(file, alone=True)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except OSError:
        return False
    except (sqlite3.Error, UnicodeDecodeError):
        return _names_ours(file)
    # Where all of it still stands in the log, the file itself has no table yet.
    return {"alembic_version", "person", "check_in"} <= tables or _names_ours(file.with_name(file.name + "-wal"))


def _names_ours(file: Path) -> bool:
    """The names of our tables stand in plain letters near the beginning of a file, however damaged the rest is."""
    try:
        with file.open("rb") as stream:
            head = stream.read(_LOOKED_AT)
    except OSError:
        return False
    return any(b"CREATE TABLE " + name in head for name in (b"check_in", b"tracked_site", b"custom_site"))
