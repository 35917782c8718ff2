"""The open database of one profile: readers, writers, and news of writers elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from legwork.errors import StoreError, StoreFault
from legwork.store import backup
from legwork.store.engine import (
    REVISIONS,
    create_schema,
    faults_translated,
    make_engine,
    migrate,
    schema_revision,
)
from legwork.store.reader import Reader
from legwork.store.tables import SCHEMA_REVISION
from legwork.store.unit_of_work import UnitOfWork


class Store:
    """Open one file; close it with `close`. Safe to use from several threads."""

    def __init__(self, database: Path, backups: Path) -> None:
        """Open `database`, made or migrated first if need be. Raises StoreError."""
        self.database = database
        revision = schema_revision(database)
        if revision is not None and revision != SCHEMA_REVISION:
            if revision not in REVISIONS:
                raise StoreError(StoreFault.NEWER, revision)
            backup.make(database, backups)
            migrate(database)
        self._engine = make_engine(database)
        if revision is None:
            create_schema(self._engine)
        self._elsewhere = False
        self._watching = Lock()
        with faults_translated():
            self._watch = self._engine.connect()
            self._seen = self._data_version()

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Questions over one state of the database. Raises StoreError."""
        with faults_translated(), self._engine.connect() as connection:
            yield Reader(connection)

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        """A unit of work, committed when the block ends well and undone when it raises. Raises StoreError."""
        with faults_translated(), self._engine.connect() as connection:
            writer = connection.execution_options(writing=True)
            with writer.begin():
                self._elsewhere |= self._moved()  # the lock is ours now: whatever moved was not this edit
                yield UnitOfWork(writer)
            self._moved()

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote to the database since this was last asked."""
        with faults_translated():
            changed = self._moved() or self._elsewhere
        self._elsewhere = False
        return changed

    def close(self) -> None:
        """Give all connections back; SQLite then folds its log into the one file."""
        self._watch.close()
        self._engine.dispose()

    def _moved(self) -> bool:
        with self._watching:
            version = self._data_version()
            moved = version != self._seen
            self._seen = version
        return moved

    def _data_version(self) -> int:
        # It moves on the watching connection whenever any other connection commits, ours included.
        cursor = self._watch.connection.cursor()
        try:
            return int(cursor.execute("PRAGMA data_version").fetchone()[0])
        finally:
            cursor.close()
