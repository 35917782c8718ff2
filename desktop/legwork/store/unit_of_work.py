"""One edit's transaction, and the row images that undo it.

Every insert, update and delete goes through a UnitOfWork, which keeps each touched row as it was before and as it is
after. Undo is therefore the same for every edit, whatever it did: put the rows back as they were, keys included.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.pool import StaticPool

from legwork.store.engine import RawConnection
from legwork.store.patch import Image, Patch, RowChange, StaleImageError
from legwork.store.reader import Reader, chunks
from legwork.store.schema import metadata
from legwork.store.tables import BY_NAME, Table


class UnitOfWork(Reader):
    """Writes through one connection inside one transaction; made and ended by `Store.write`."""

    def __init__(self, connection: sa.Connection, raw: RawConnection) -> None:
        """connection, raw: the same one, as SQLAlchemy and as the driver see it."""
        super().__init__(raw)
        self._connection = connection
        self._before: dict[tuple[str, int], Image | None] = {}
        self._after: dict[tuple[str, int], Image | None] = {}

    def insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Insert rows and return their ids, in order. A row may bring its own id."""
        if not rows:
            return []
        target = _schema(table)
        highest = self._connection.execute(sa.select(sa.func.coalesce(sa.func.max(target.c.id), 0))).scalar_one()
        # Nor is an id given out again that this edit has just freed: two rows would share one image.
        start = 1 + max([highest, *(row_id for name, row_id in self._before if name == table.name)])
        blank = dict.fromkeys(column.name for column in target.columns)
        images = [{**blank, "id": start + offset, **row} for offset, row in enumerate(rows)]
        self._write(table, images)
        for image in images:
            self._note(table, image["id"], None, image)
        return [image["id"] for image in images]

    def update(self, table: Table, row_id: int, **values: Any) -> None:
        """Change columns of one row. Raises LookupError when it is gone."""
        before = self._images(table, [row_id]).get(row_id)
        if before is None:
            raise LookupError(f"{table.name} {row_id}")
        after = {**before, **values}
        if after != before:
            target = _schema(table)
            self._connection.execute(sa.update(target).where(target.c.id == row_id).values(**values))
            self._note(table, row_id, before, after)

    def update_many(self, table: Table, changes: Mapping[int, Mapping[str, Any]]) -> None:
        """Change columns of several rows, by id, in one statement. Raises LookupError when one is gone."""
        images = self._images(table, list(changes))
        if missing := changes.keys() - images.keys():
            raise LookupError(f"{table.name} {min(missing)}")
        after = {row_id: {**images[row_id], **values} for row_id, values in changes.items()}
        after = {row_id: image for row_id, image in after.items() if image != images[row_id]}
        self._rewrite(table, after)
        for row_id, image in after.items():
            self._note(table, row_id, images[row_id], image)

    def delete(self, table: Table, ids: Iterable[int]) -> None:
        """Delete rows and, table by table along the foreign keys, everything that belongs to them.

        Rows that only name one of them stay, and name none any more.
        """
        doomed = self._images(table, list(ids))
        if not doomed:
            return
        for child, column in _children(table):
            self.delete(child, [row.id for row in self.by_ids(child, doomed, column)])
        for other, column in _naming(table):
            self.update_many(other, {row.id: {column: None} for row in self.by_ids(other, doomed, column)})
        target = _schema(table)
        for chunk in chunks(doomed):
            self._connection.execute(sa.delete(target).where(target.c.id.in_(chunk)))
        for row_id, image in doomed.items():
            self._note(table, row_id, image, None)

    def apply(self, patch: Patch) -> None:
        """Put rows as `patch` says.

        Raises StaleImageError when they are not as it expects, and when other rows, written since, depend on one that
        would go or stand in the place of one that would come; the transaction must then be given up.
        """
        by_table: dict[str, list[RowChange]] = defaultdict(list)
        for change in patch.changes:
            by_table[change.table].append(change)
        for name, changes in by_table.items():
            found = self._images(BY_NAME[name], [change.id for change in changes])
            if any(found.get(change.id) != change.before for change in changes):
                raise StaleImageError(name)
        parents_first = [BY_NAME[table.name] for table in metadata.sorted_tables if table.name in by_table]
        touched = {(change.table, change.id) for change in patch.changes}
        for table in reversed(parents_first):
            gone = [change.id for change in by_table[table.name] if change.after is None]
            self._lead_away(table, gone, by_table)
            self._remove(table, gone, touched)
        for table in parents_first:
            try:
                self._put(table, by_table[table.name])
            except IntegrityError as error:
                raise StaleImageError(table.name) from error

    def patch(self) -> Patch:
        """What this unit of work changed so far; rows that ended as they began are left out."""
        return Patch(
            tuple(
                RowChange(table, row_id, before, self._after[table, row_id])
                for (table, row_id), before in self._before.items()
                if before != self._after[table, row_id]
            )
        )

    def _lead_away(self, table: Table, ids: Sequence[int], by_table: Mapping[str, Sequence[RowChange]]) -> None:
        """Move the rows that a patch takes from rows which go to others that are there already."""
        gone = set(ids)
        for child, column in _children(table):
            moved = {
                change.id: change.after
                for change in by_table.get(child.name, ())
                if change.before is not None and change.after is not None and change.before[column] in gone
            }
            there = {row.id for row in self.by_ids(table, {image[column] for image in moved.values()} - gone)}
            try:
                self._rewrite(child, {key: image for key, image in moved.items() if image[column] in there})
            except IntegrityError as error:
                raise StaleImageError(child.name) from error

    def _remove(self, table: Table, ids: Sequence[int], touched: Collection[tuple[str, int]]) -> None:
        """Delete rows of a patch. touched: all rows that it changes, by table and id."""
        # The database would let dependent rows go with their parent, and no image of them would be kept.
        if any(self.by_ids(child, ids, column) for child, column in _children(table)):
            raise StaleImageError(table.name)
        for other, column in _naming(table):
            if any((other.name, row.id) not in touched for row in self.by_ids(other, ids, column)):
                raise StaleImageError(table.name)
        target = _schema(table)
        for chunk in chunks(ids):
            self._connection.execute(sa.delete(target).where(target.c.id.in_(chunk)))

    def _put(self, table: Table, changes: Sequence[RowChange]) -> None:
        self._rewrite(table, {c.id: c.after for c in changes if c.before is not None and c.after is not None})
        self._write(table, [c.after for c in changes if c.before is None and c.after is not None])
        for change in changes:
            self._note(table, change.id, change.before, change.after)

    def _write(self, table: Table, images: Sequence[Image]) -> None:
        """Insert whole rows, all in one statement; each has every column of the table, in its order."""
        if not images:
            return
        columns = [column.name for column in _schema(table).columns]
        if any(len(image) != len(columns) for image in images):
            raise ValueError(f"a row has another column than {table.name}")
        # Past SQLAlchemy's handling of each value: an import of 24,000 sets would wait longer for it than for the disk.
        statement = sa.insert(_schema(table)).compile(dialect=self._connection.dialect, column_keys=columns)
        days = [columns.index(name) for name in table.days]
        rows = [tuple(image.values()) for image in images]
        if days:
            rows = [_with_days(row, days) for row in rows]
        self._connection.exec_driver_sql(str(statement), rows)

    def _rewrite(self, table: Table, images: Mapping[int, Image]) -> None:
        """Write whole rows over those with their ids, all in one statement."""
        if not images:
            return
        target = _schema(table)
        names = [column.name for column in target.columns if column.name != "id"]
        statement = sa.update(target).where(target.c.id == sa.bindparam("old_id"))
        statement = statement.values({name: sa.bindparam(f"new_{name}") for name in names})
        rows = [
            {"old_id": row_id, **{f"new_{name}": image[name] for name in names}} for row_id, image in images.items()
        ]
        self._connection.execute(statement, rows)

    def _note(self, table: Table, row_id: int, before: Image | None, after: Image | None) -> None:
        self._before.setdefault((table.name, row_id), before)
        self._after[table.name, row_id] = after

    def _images(self, table: Table, ids: Sequence[int]) -> dict[int, Image]:
        return {row.id: row._asdict() for row in self.by_ids(table, ids)}


class Writer:
    """SQLAlchemy over the one connection that all edits go through."""

    def __init__(self, raw: RawConnection) -> None:
        self._raw = raw
        self._engine = sa.create_engine("sqlite://", creator=self._connection, poolclass=StaticPool)
        sa.event.listen(self._engine, "begin", _on_begin)

    @contextmanager
    def begin(self) -> Iterator[UnitOfWork]:
        """A unit of work in a transaction of its own: committed at the end, undone when the block raises."""
        with self._engine.begin() as connection:
            yield UnitOfWork(connection, self._raw)

    def create_schema(self, revision: str) -> None:
        """Make all tables in an empty file and stamp it with `revision`, in one transaction."""
        with self._engine.begin() as connection:
            metadata.create_all(connection)
            connection.exec_driver_sql(
                "CREATE TABLE IF NOT EXISTS alembic_version ("
                "version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
            )
            stamped = connection.exec_driver_sql("SELECT count(*) FROM alembic_version").scalar_one()
            if not stamped:
                connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{revision}')")

    def _connection(self) -> RawConnection:
        return self._raw


def _on_begin(connection: sa.Connection) -> None:
    # A writer takes its lock at once: a lock taken halfway cannot wait for another writer, it fails.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _with_days(row: tuple[Any, ...], places: Sequence[int]) -> tuple[Any, ...]:
    """The row with its days as texts."""
    cells = list(row)
    for place in places:
        if cells[place] is not None:
            cells[place] = cells[place].isoformat()
    return tuple(cells)


def _schema(table: Table) -> sa.Table:
    return metadata.tables[table.name]


def _children(table: Table) -> list[tuple[Table, str]]:
    """The tables whose rows belong to rows of `table`, each with the column that says to which."""
    return [(child, column) for child, column, goes_with_it in _referring(table.name) if goes_with_it]


def _naming(table: Table) -> list[tuple[Table, str]]:
    """The tables whose rows may name a row of `table` and stay without it, each with the column that names it."""
    return [(child, column) for child, column, goes_with_it in _referring(table.name) if not goes_with_it]


@lru_cache
def _referring(name: str) -> list[tuple[Table, str, bool]]:
    """All foreign keys to a table: whose, in which column, and whether the rows belong to what they refer to."""
    return [
        (BY_NAME[child.name], key.parent.name, key.ondelete == "CASCADE")
        for child in metadata.tables.values()
        for key in child.foreign_keys
        if key.column.table.name == name
    ]
