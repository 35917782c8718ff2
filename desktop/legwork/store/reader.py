"""Reading rows: a few general questions, and the special ones that weekly measurements need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, func, select

from legwork.store.tables import check_in, reading

_CHUNK = 500
"""Ids in one IN (...): well below SQLite's limit on variables."""


def chunks(ids: Iterable[int]) -> Iterable[list[int]]:
    """`ids` in lists short enough for one statement."""
    whole = list(ids)
    for start in range(0, len(whole), _CHUNK):
        yield whole[start : start + _CHUNK]


class Reader:
    """Questions over one connection; made by `Store.read`, and inside a unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, table: Table, order: Sequence[str] = ("id",), **equals: Any) -> Sequence[Any]:
        """The rows whose columns equal `equals`, in the order of the named columns."""
        query = select(table).where(*(table.c[name] == value for name, value in equals.items()))
        return self._connection.execute(query.order_by(*(table.c[name] for name in order))).fetchall()

    def one(self, table: Table, **equals: Any) -> Any:
        """The one row whose columns equal `equals`, or None."""
        return next(iter(self.rows(table, **equals)), None)

    def by_ids(self, table: Table, ids: Iterable[int], column: str = "id") -> list[Any]:
        """The rows whose `column` is one of `ids`."""
        query = select(table).where(table.c[column].in_(bindparam("ids", expanding=True))).order_by(table.c.id)
        return [row for chunk in chunks(ids) for row in self._connection.execute(query, {"ids": chunk})]

    def count(self, table: Table, **equals: Any) -> int:
        """How many rows have columns that equal `equals`."""
        query = select(func.count()).select_from(table)
        found = self._connection.execute(query.where(*(table.c[name] == value for name, value in equals.items())))
        return int(found.scalar_one())

    def values_at(self, person_id: int, site: str, side: str) -> Sequence[Any]:
        """(day, ordinal, value) of one spot, by day."""
        query = (
            select(check_in.c.day, reading.c.ordinal, reading.c.value)
            .join(check_in, check_in.c.id == reading.c.check_in_id)
            .where(check_in.c.person_id == person_id, reading.c.site == site, reading.c.side == side)
            .order_by(check_in.c.day, reading.c.ordinal)
        )
        return self._connection.execute(query).fetchall()

    def spot_counts(self, person_id: int) -> Sequence[Any]:
        """(site, side, days) of all spots that a person ever measured."""
        query = (
            select(reading.c.site, reading.c.side, func.count(check_in.c.id.distinct()))
            .join(check_in, check_in.c.id == reading.c.check_in_id)
            .where(check_in.c.person_id == person_id)
            .group_by(reading.c.site, reading.c.side)
        )
        return self._connection.execute(query).fetchall()

    def latest_readings(self, person_id: int, before: date) -> Sequence[Any]:
        """(day, site, side, value, unit, entered, source) of each spot's newest check-in before a day."""
        newest = (
            select(reading.c.site, reading.c.side, func.max(check_in.c.day).label("day"))
            .join(check_in, check_in.c.id == reading.c.check_in_id)
            .where(check_in.c.person_id == person_id, check_in.c.day < before)
            .group_by(reading.c.site, reading.c.side)
            .subquery()
        )
        query = (
            select(
                check_in.c.day,
                reading.c.site,
                reading.c.side,
                reading.c.value,
                reading.c.unit,
                reading.c.entered,
                reading.c.source,
            )
            .join(check_in, check_in.c.id == reading.c.check_in_id)
            .join(
                newest,
                and_(
                    newest.c.site == reading.c.site,
                    newest.c.side == reading.c.side,
                    newest.c.day == check_in.c.day,
                ),
            )
            .where(check_in.c.person_id == person_id)
            .order_by(reading.c.site, reading.c.side, reading.c.ordinal)
        )
        return self._connection.execute(query).fetchall()
