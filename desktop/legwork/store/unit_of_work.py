"""One edit's transaction, and the row images that undo it.

Every insert, update and delete goes through a UnitOfWork, which keeps each touched row as it was before and as it is
after. Undo is therefore the same for every edit, whatever it did: put the rows back as they were, keys included.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from legwork.store.reader import Reader, chunks
from legwork.store.tables import metadata

Image = Mapping[str, Any]
"""A whole row by column name."""


class StaleImageError(Exception):
    """The rows are no longer as the patch left them, so it cannot be undone or redone."""


@dataclass(frozen=True)
class RowChange:
    """A row before and after; None where it is not there."""

    table: str
    id: int
    before: Image | None
    after: Image | None


@dataclass(frozen=True)
class Patch:
    """All that one edit changed, row by row."""

    changes: tuple[RowChange, ...]

    @property
    def inverse(self) -> Patch:
        """The patch that undoes this one."""
        return Patch(tuple(RowChange(c.table, c.id, c.after, c.before) for c in self.changes))


class UnitOfWork(Reader):
    """Writes through one connection inside one transaction; made and ended by `Store.write`."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._before: dict[tuple[str, int], Image | None] = {}
        self._after: dict[tuple[str, int], Image | None] = {}

    def insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Insert rows and return their ids, in order. A row may bring its own id."""
        if not rows:
            return []
        start = self._connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one() + 1
        images = [{"id": start + offset, **row} for offset, row in enumerate(rows)]
        names = [column.name for column in table.columns]
        images = [{name: image.get(name) for name in names} for image in images]
        self._connection.execute(insert(table), images)
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
            self._connection.execute(update(table).where(table.c.id == row_id).values(**values))
            self._note(table, row_id, before, after)

    def delete(self, table: Table, ids: Iterable[int]) -> None:
        """Delete rows and, table by table along the foreign keys, everything that belongs to them."""
        doomed = self._images(table, list(ids))
        if not doomed:
            return
        for child in metadata.tables.values():
            for key in child.foreign_keys:
                if key.column.table is table:
                    self.delete(child, [row.id for row in self.by_ids(child, doomed, key.parent.name)])
        for chunk in chunks(doomed):
            self._connection.execute(delete(table).where(table.c.id.in_(chunk)))
        for row_id, image in doomed.items():
            self._note(table, row_id, image, None)

    def apply(self, patch: Patch) -> None:
        """Put rows as `patch` says. Raises StaleImageError when they are not as it expects; nothing is kept then."""
        by_table: dict[str, list[RowChange]] = defaultdict(list)
        for change in patch.changes:
            by_table[change.table].append(change)
        for name, changes in by_table.items():
            found = self._images(metadata.tables[name], [change.id for change in changes])
            if any(found.get(change.id) != change.before for change in changes):
                raise StaleImageError(name)
        parents_first = [table for table in metadata.sorted_tables if table.name in by_table]
        for table in reversed(parents_first):
            gone = [change.id for change in by_table[table.name] if change.after is None]
            for chunk in chunks(gone):
                self._connection.execute(delete(table).where(table.c.id.in_(chunk)))
        for table in parents_first:
            changes = by_table[table.name]
            changed = [c.after for c in changes if c.before is not None and c.after is not None]
            for image in changed:
                self._connection.execute(update(table).where(table.c.id == image["id"]).values(**image))
            new = [dict(c.after) for c in changes if c.before is None and c.after is not None]
            if new:
                self._connection.execute(insert(table), new)
            for change in changes:
                self._note(table, change.id, change.before, change.after)

    def patch(self) -> Patch:
        """What this unit of work changed so far; rows that ended as they began are left out."""
        return Patch(
            tuple(
                RowChange(table, row_id, before, self._after[table, row_id])
                for (table, row_id), before in self._before.items()
                if before != self._after[table, row_id]
            )
        )

    def _note(self, table: Table, row_id: int, before: Image | None, after: Image | None) -> None:
        self._before.setdefault((table.name, row_id), before)
        self._after[table.name, row_id] = after

    def _images(self, table: Table, ids: Sequence[int]) -> dict[int, Image]:
        return {row.id: dict(row._mapping) for row in self.by_ids(table, ids)}
