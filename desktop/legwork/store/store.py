"""The open database of one profile: readers, writers, and news of writers elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from legwork.errors import StoreError, StoreFault
from legwork.store import backup
from legwork.store.backup_proof import Breathe
from legwork.store.engine import (
    BUSY_TIMEOUT_MS,
    REVISIONS,
    RawConnection,
    connect,
    faults_translated,
    migrate,
    schema_revision,
)
from legwork.store.reader import Reader
from legwork.store.tables import SCHEMA_REVISION

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork, Writer

_LASTING = (StoreFault.READ_ONLY, StoreFault.UNREADABLE)
"""Faults that may end while the program runs, as when a folder is made writable again."""


class Store:
    """Open one file; close it with `close`. Safe to use from several threads."""

    def __init__(
        self, database: Path, backups: Path, do: Callable[[Callable[[Breathe], None]], None] = lambda work: work(_calm)
    ) -> None:
        """Open `database`, made or migrated first if need be. Raises StoreError.

        do: does the migrating, which takes seconds where there is much; it may do so in another thread, and is back
        when it is done. What it hands on is called every few milliseconds until the file itself is changed.
        """
        self.database = database
        revision = schema_revision(database)
        if revision is not None and revision != SCHEMA_REVISION:
            if revision not in REVISIONS:
                raise StoreError(StoreFault.NEWER, revision)
            do(partial(_bring_up, database, backups))
        if revision is None and backup.listed(backups):
            raise StoreError(StoreFault.GONE, f"{database.name} is empty or gone, though there are backups of it")
        if revision is None and _has_log(database):  # SQLite would empty it, and it may belong to a file just moved
            raise StoreError(StoreFault.GONE, f"{database.name} is empty or gone, though its log is there")
        self._idle: list[RawConnection] = []
        self._writing = Lock()
        self._refused = False
        with faults_translated():
            self._raw_writer = connect(database, make=revision is None)
            try:
                if revision is None:
                    self._writer.create_schema(SCHEMA_REVISION)
                self._seen = self._data_version()
                self._place = _place(database)
            except Exception:
                self._raw_writer.close()
                raise

    def prepare_writing(self) -> None:
        """Load what the first edit needs, ahead of it."""
        with self._writing:
            assert self._writer

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Questions over one state of the database. Raises StoreError."""
        with self._damage_recognised():
            try:
                connection = self._idle.pop()  # asked, not looked at first: another thread may take the last one
            except IndexError:
                connection = connect(self.database)
            try:
                connection.execute("BEGIN").close()
                yield Reader(connection)
                connection.execute("COMMIT").close()
            except BaseException:
                connection.close()
                raise
            self._idle.append(connection)

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        """A unit of work, committed when the block ends well and undone when it raises. Raises StoreError."""
        if not self._writing.acquire(timeout=BUSY_TIMEOUT_MS / 1000):
            raise StoreError(StoreFault.LOCKED, "another edit is still being written")
        try:
            self._connect_afresh()
            with self._damage_recognised(), self._writer.begin() as work:
                yield work
                self._see_that_it_is_there()  # else it is written, but into a file that nobody will find again
        except StoreError as error:
            # Still refused where it could not even be connected to: then there is no connection any more.
            self._refused = self._refused or error.fault in _LASTING
            raise
        finally:
            self._writing.release()

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote to the database since this was last asked.

        All our own edits go through one connection, and SQLite counts for it only what others commit. Never raises:
        it is asked whenever the window comes forward, and a fault is told to whoever reads or writes next.
        """
        if not self._writing.acquire(blocking=False):
            return False  # an edit is just being written by another thread: the next asking will tell
        try:
            if self._refused:
                return False  # there may be no connection to ask
            with faults_translated():
                before, self._seen = self._seen, self._data_version()
        except StoreError:
            return False
        finally:
            self._writing.release()
        return self._seen != before

    def close(self) -> None:
        """Close all connections; SQLite then folds its log into the one file."""
        for connection in (*self._idle, self._raw_writer):
            connection.close()

    def _connect_afresh(self) -> None:
        """After a refusal that a connection would repeat for ever: SQLite remembers that it could only read."""
        if not self._refused:
            return
        with faults_translated():
            self._see_that_it_is_there()  # what is connected to is all that still leads to a file that was moved
        while self._idle:
            self._idle.pop().close()
        self._raw_writer.close()  # first: SQLite shares what it remembers among all connections to a file
        vars(self).pop("_writer", None)
        with faults_translated():
            self._raw_writer = connect(self.database)
            self._seen = self._data_version()
        self._refused = False

    def _see_that_it_is_there(self) -> None:
        """Raise StoreError when another file lies in the place of the one that was opened, OSError when none does."""
        if _place(self.database) != self._place:
            raise StoreError(
                StoreFault.UNREADABLE,
                f"{self.database.name} was replaced since it was opened: close Legwork and start it again",
            )

    @cached_property
    def _writer(self) -> Writer:
        from legwork.store.unit_of_work import Writer

        return Writer(self._raw_writer)

    @contextmanager
    def _damage_recognised(self) -> Iterator[None]:
        try:
            with faults_translated():
                yield
        except (ValueError, TypeError, AttributeError, LookupError):
            backup.verify(self.database)  # a text that makes no sense may come of a file that was overwritten
            raise

    def _data_version(self) -> int:
        cursor = self._raw_writer.cursor()
        try:
            return int(cursor.execute("PRAGMA data_version").fetchone()[0])
        finally:
            cursor.close()


def _calm() -> None:
    """Nothing is to be done meanwhile."""


def _bring_up(database: Path, backups: Path, breathe: Breathe) -> None:
    """Back up and migrate; another start of the program may be about the same, and be done first."""
    try:
        backup.keep(database, backups, backup.Why.UPDATE, breathe=breathe)
        breathe()
        if schema_revision(database) != SCHEMA_REVISION:
            migrate(database)
    except StoreError as error:
        if error.fault is not StoreFault.LOCKED or schema_revision(database) != SCHEMA_REVISION:
            raise


def _has_log(database: Path) -> bool:
    """Whether a log lies beside a file that is empty or gone."""
    gone = not database.exists() or not database.stat().st_size
    log = database.with_name(database.name + "-wal")
    return gone and log.exists() and log.stat().st_size > 0


def _place(database: Path) -> tuple[int, int]:
    """Which file it is, whatever its name; raises OSError when it is gone."""
    there = database.stat()
    return there.st_dev, there.st_ino
