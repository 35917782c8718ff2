"""Reading rows with plain SQL: a few general questions, and the special ones that weekly measurements need.

Standard SQL only. Table and column names come from the program, never from a person; values are always bound.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from legwork.store.engine import RawConnection
from legwork.store.tables import BY_NAME, Table

_T = TypeVar("_T")

_CHUNK = 500
"""Ids in one IN (...): well below SQLite's limit on variables."""

_LATEST = """
    SELECT check_in.day, reading.site, reading.side, reading.value, reading.unit, reading.entered, reading.source
    FROM (
        -- From each spot back through the days: a few steps, where grouping would walk through all readings.
        SELECT spots.site, spots.side, (
            SELECT check_in.id FROM check_in JOIN reading AS probe ON probe.check_in_id = check_in.id
            WHERE check_in.person_id = ? AND check_in.day < ? AND probe.site = spots.site AND probe.side = spots.side
            ORDER BY check_in.day DESC LIMIT 1
        ) AS check_in_id
        FROM (SELECT DISTINCT site, side FROM reading) AS spots
    ) AS found
    JOIN reading
        ON reading.check_in_id = found.check_in_id AND reading.site = found.site AND reading.side = found.side
    JOIN check_in ON check_in.id = reading.check_in_id
    ORDER BY reading.site, reading.side, reading.ordinal
"""

_VALUES = """
    SELECT check_in.day, reading.ordinal, reading.value
    FROM reading JOIN check_in ON check_in.id = reading.check_in_id
    WHERE check_in.person_id = ? AND reading.site = ? AND reading.side = ?
    ORDER BY check_in.day, reading.ordinal
"""

_READINGS = """
    SELECT check_in.day, reading.value, reading.unit, reading.entered
    FROM check_in JOIN reading ON reading.check_in_id = check_in.id
    WHERE check_in.person_id = ? AND reading.site = ? AND reading.side = ? AND check_in.day >= ? AND check_in.day <= ?
    ORDER BY check_in.day, reading.ordinal
"""

_DAYS = """
    SELECT check_in.id, check_in.day FROM check_in
    WHERE check_in.person_id = ? AND EXISTS (
        SELECT 1 FROM reading WHERE reading.check_in_id = check_in.id AND reading.site {test} ({sites})
    )
    ORDER BY check_in.day
"""

_LIFTED = """
    SELECT workout.id, workout.day, workout.plan_session_id FROM workout
    WHERE workout.person_id = ? AND workout.day >= ? AND workout.day <= ? AND EXISTS (
        SELECT 1 FROM workout_exercise JOIN workout_set ON workout_set.workout_exercise_id = workout_exercise.id
        WHERE workout_exercise.workout_id = workout.id AND workout_set.kind <> ?
    )
    ORDER BY workout.day, workout.id
"""

_SPOTS = """
    SELECT site, side FROM (SELECT DISTINCT site, side FROM reading) AS spot
    WHERE EXISTS (
        SELECT 1 FROM reading JOIN check_in ON check_in.id = reading.check_in_id
        WHERE reading.site = spot.site AND reading.side = spot.side AND check_in.person_id = ?
    )
"""
"""The spots there are, read off their index, each with a look for one reading: no pass over all of them."""


def chunks(ids: Iterable[_T]) -> Iterable[list[_T]]:
    """`ids` in lists short enough for one statement."""
    whole = list(ids)
    for start in range(0, len(whole), _CHUNK):
        yield whole[start : start + _CHUNK]


class Reader:
    """Questions over one connection; made by `Store.read`, and inside a unit of work."""

    def __init__(self, connection: RawConnection) -> None:
        self._reads = connection

    def rows(self, table: Table, order: Sequence[str] = ("id",), **equals: Any) -> list[Any]:
        """The rows whose columns equal `equals`, in the order of the named columns."""
        return self._rows(table, f"{_where(equals)} ORDER BY {', '.join(order)}", [*equals.values()])

    def one(self, table: Table, **equals: Any) -> Any:
        """The one row whose columns equal `equals`, or None."""
        return next(iter(self.rows(table, **equals)), None)

    def by_ids(self, table: Table, ids: Iterable[int], column: str = "id") -> list[Any]:
        """The rows whose `column` is one of `ids`."""
        return [
            row
            for chunk in chunks(ids)
            for row in self._rows(table, f"WHERE {column} IN ({', '.join('?' * len(chunk))}) ORDER BY id", chunk)
        ]

    def within(
        self, table: Table, column: str, first: date | None, last: date | None, order: Sequence[str], **equals: Any
    ) -> list[Any]:
        """As `rows`, of those whose day in `column` lies from `first` to `last`; None: without an end."""
        bounds = [(f"{column} >= ?", first), (f"{column} <= ?", last)]
        tests = [*(f"{name} = ?" for name in equals), *(test for test, day in bounds if day is not None)]
        values = [*equals.values(), *(day for _, day in bounds if day is not None)]
        where = f"WHERE {' AND '.join(tests)}" if tests else ""
        return self._rows(table, f"{where} ORDER BY {', '.join(order)}", values)

    def count(self, table: Table, **equals: Any) -> int:
        """How many rows have columns that equal `equals`."""
        [(found,)] = self._fetch(f"SELECT count(*) FROM {table.name} {_where(equals)}", [*equals.values()])
        return int(found)

    def newest_day(self, table: Table, column: str, last: date, **equals: Any) -> date | None:
        """The newest day in `column` up to `last` of the rows that equal `equals`; None where there is none."""
        where = " AND ".join([*(f"{name} = ?" for name in equals), f"{column} <= ?"])
        [(found,)] = self._fetch(f"SELECT max({column}) FROM {table.name} WHERE {where}", [*equals.values(), last])
        return None if found is None else date.fromisoformat(found)

    def highest_id(self, *tables: Table) -> int:
        """The highest id in any of these tables; 0 when they are empty."""
        query = " UNION ALL ".join(f"SELECT max(id) FROM {table.name}" for table in tables)
        return max(found or 0 for (found,) in self._fetch(query, []))

    def values_at(self, person_id: int, site: str, side: str) -> list[Any]:
        """(day, ordinal, value) of one spot, by day."""
        return [(date.fromisoformat(day), *rest) for day, *rest in self._fetch(_VALUES, [person_id, site, side])]

    def readings_at(self, person_id: int, site: str, side: str, first: date, last: date) -> list[Any]:
        """(day, value, unit, entered) of one spot from `first` to `last`, by day."""
        found = self._fetch(_READINGS, [person_id, site, side, first, last])
        return [(date.fromisoformat(day), *rest) for day, *rest in found]

    def days_at(self, person_id: int, sites: Sequence[str], *, others: bool = False) -> list[Any]:
        """(id, day) of the check-ins with a reading at one of `sites`, by day. others: at any site but these."""
        query = _DAYS.format(test="NOT IN" if others else "IN", sites=", ".join("?" * len(sites)))
        return [(row_id, date.fromisoformat(day)) for row_id, day in self._fetch(query, [person_id, *sites])]

    def lifted(self, person_id: int, first: date, last: date, but: str) -> list[Any]:
        """(id, day, plan_session_id) of the workouts from `first` to `last` with a set of another kind than `but`."""
        found = self._fetch(_LIFTED, [person_id, first, last, but])
        return [(row_id, date.fromisoformat(day), session_id) for row_id, day, session_id in found]

    def spots_measured(self, person_id: int) -> list[Any]:
        """(site, side) of all spots that a person ever measured."""
        return self._fetch(_SPOTS, [person_id])

    def latest_readings(self, person_id: int, before: date) -> list[Any]:
        """(day, site, side, value, unit, entered, source) of each spot's newest check-in before a day."""
        return [(date.fromisoformat(day), *rest) for day, *rest in self._fetch(_LATEST, [person_id, before])]

    def each(self, query: str, values: Sequence[Any]) -> Iterator[Any]:
        """The rows of a query of this floor, one after the other, as the driver gives them."""
        cursor = self._reads.execute(query, [_bound(value) for value in values])
        try:
            yield from cursor
        finally:
            cursor.close()

    def _rows(self, table: Table, rest: str, values: Sequence[Any]) -> list[Any]:
        cursor = self._reads.execute(f"SELECT * FROM {table.name} {rest}", [_bound(value) for value in values])
        try:
            make = _row_maker(table.name, tuple(column for column, *_ in cursor.description))
            return [make(row) for row in cursor]
        finally:
            cursor.close()

    def _fetch(self, query: str, values: Sequence[Any]) -> list[Any]:
        cursor = self._reads.execute(query, [_bound(value) for value in values])
        try:
            return cursor.fetchall()
        finally:
            cursor.close()


def _where(equals: dict[str, Any]) -> str:
    return "WHERE " + " AND ".join(f"{name} = ?" for name in equals) if equals else ""


def _bound(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


@lru_cache
def _row_maker(table_name: str, columns: tuple[str, ...]) -> Callable[[Sequence[Any]], Any]:
    """Makes a named tuple of a row, its days and flags as Python has them."""
    kind = namedtuple(table_name, columns)  # type: ignore[misc]
    table = BY_NAME[table_name]
    days = [place for place, column in enumerate(columns) if column in table.days]
    flags = [place for place, column in enumerate(columns) if column in table.flags]
    if not days and not flags:
        return kind._make

    def make(row: Sequence[Any]) -> Any:
        cells = list(row)
        for place in days:
            cells[place] = None if cells[place] is None else date.fromisoformat(cells[place])
        for place in flags:
            cells[place] = None if cells[place] is None else bool(cells[place])
        return kind._make(cells)

    return make
