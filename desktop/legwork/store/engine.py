"""Opening the database: connection settings, first creation, migration, and the faults that SQLite can report.

Must not know what the rows mean.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePath

from legwork.errors import StoreError, StoreFault

BUSY_TIMEOUT_MS = 3000
"""How long to wait for another writer before LOCKED is said. Read at each connect, so tests may shorten it."""

_FAULTS = {
    sqlite3.SQLITE_BUSY: StoreFault.LOCKED,
    sqlite3.SQLITE_LOCKED: StoreFault.LOCKED,
    sqlite3.SQLITE_PROTOCOL: StoreFault.LOCKED,
    sqlite3.SQLITE_READONLY: StoreFault.READ_ONLY,
    sqlite3.SQLITE_PERM: StoreFault.READ_ONLY,
    sqlite3.SQLITE_FULL: StoreFault.FULL,
    sqlite3.SQLITE_CORRUPT: StoreFault.DAMAGED,
    sqlite3.SQLITE_NOTADB: StoreFault.DAMAGED,
    sqlite3.SQLITE_CANTOPEN: StoreFault.UNREADABLE,
    sqlite3.SQLITE_IOERR: StoreFault.UNREADABLE,
}

RawConnection = sqlite3.Connection
"""A connection as the driver gives it."""

JOINED = "string_agg" if sqlite3.sqlite_version_info >= (3, 44) else "group_concat"
"""The standard's function that joins the texts of many rows, as it is called in the SQLite at hand."""

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
"""Every released schema revision, oldest first; a test holds it to the migrations folder."""


def store_error(error: sqlite3.Error) -> StoreError | None:
    """The StoreError that `error` means, or None when it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and "decode to UTF-8" in str(error):  # said by Python's driver, of a text that was overwritten
        return StoreError(StoreFault.DAMAGED, str(error))
    fault = _FAULTS.get(code & 0xFF) if code is not None else None
    if code == sqlite3.SQLITE_IOERR_SHMSIZE:  # the map of the log can only fail to grow for want of room
        fault = StoreFault.FULL
    return StoreError(fault, str(error)) if fault else None


_DISK_FAULTS = {
    errno.ENOSPC: StoreFault.FULL,
    errno.EDQUOT: StoreFault.FULL,
    errno.EACCES: StoreFault.READ_ONLY,
    errno.EPERM: StoreFault.READ_ONLY,
    errno.EROFS: StoreFault.READ_ONLY,
}


_HELD_ON_WINDOWS = (32, 33)
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION; their errno is EACCES, though nothing is wrong with the rights."""


def disk_fault(error: OSError) -> StoreFault:
    """What an error of the disk means for the store."""
    if getattr(error, "winerror", None) in _HELD_ON_WINDOWS:
        return StoreFault.LOCKED
    return _DISK_FAULTS.get(error.errno or 0, StoreFault.UNREADABLE)


@contextmanager
def faults_translated() -> Iterator[None]:
    """Raise StoreError in place of the errors that are the disk's fault; let all others pass."""
    try:
        yield
    except OSError as error:
        raise StoreError(disk_fault(error), str(error)) from error
    except UnicodeDecodeError as error:  # the driver could not even read SQLite's complaint about the schema
        raise StoreError(StoreFault.DAMAGED, str(error)) from error
    except Exception as error:
        # SQLAlchemy wraps the driver's error and hands it on as `orig`.
        cause = getattr(error, "orig", error)
        translated = store_error(cause) if isinstance(cause, sqlite3.Error) else None
        if translated is None:
            raise
        raise translated from error


@contextmanager
def damage_translated() -> Iterator[None]:
    """As `faults_translated`, where a whole file is in doubt: whatever else SQLite complains of is damage to it."""
    try:
        with faults_translated():
            yield
    except sqlite3.ProgrammingError:
        raise  # of our own making
    except sqlite3.Error as error:
        raise StoreError(StoreFault.DAMAGED, str(error)) from error


def address(file: PurePath, how: str) -> str:
    """An absolute file as SQLite takes it with options, such as mode=ro. A share of Windows is part of the path."""
    from urllib.parse import quote

    path = file.as_posix()
    slashes = "//" if path.startswith("/") else "///"
    return f"file:{slashes}{quote(os.fsencode(path), safe='/:')}?{how}"


def connect(database: Path, *, make: bool = False) -> RawConnection:
    """A connection with our pragmas, for any thread; transactions are begun by us, not by the driver.

    make: a file that is not there is made. Else none is: SQLite would empty the log that belongs to one just moved.
    """
    connection = sqlite3.connect(
        address(database.absolute(), "mode=rwc" if make else "mode=rw"),
        uri=True,
        timeout=BUSY_TIMEOUT_MS / 1000,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}").close()
        _begin_log(connection)
        for pragma in ("foreign_keys=ON", "synchronous=FULL", "trusted_schema=OFF"):
            connection.execute(f"PRAGMA {pragma}").close()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def believe_nothing(connection: RawConnection) -> None:
    """Run nothing that the file itself brings: it may have come from anybody. `load_extension` is never on."""
    connection.execute("PRAGMA trusted_schema=OFF").close()
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)


def _begin_log(connection: RawConnection) -> None:
    until = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").close()
            return
        except sqlite3.OperationalError as error:
            # While another start is just making the log, SQLite refuses at once: its own wait does not cover this.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                raise
            time.sleep(0.01)


def open_to_read(file: Path, *, alone: bool = False) -> RawConnection:
    """A connection that writes nothing, not even a log into its file, and runs nothing that the file itself brings.

    alone: without the log that may lie beside it; else SQLite makes files for that one, where it is a foreign folder.
    """
    how = "mode=ro&immutable=1" if alone else "mode=ro"
    connection = sqlite3.connect(
        address(file.absolute(), how), uri=True, isolation_level=None, timeout=BUSY_TIMEOUT_MS / 1000
    )
    try:
        for pragma in ("query_only=ON", "cell_size_check=ON"):
            connection.execute(f"PRAGMA {pragma}").close()
        believe_nothing(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def schema_revision(database: Path, *, only_read: bool = False) -> str | None:
    """The Alembic revision of the file, None when it is new or empty. Raises StoreError.

    Read with plain sqlite3, so that an ordinary start never imports Alembic (0.2 to 0.3 s). only_read: leave the file
    and the log beside it as they are; else what a killed program left half-written is put right.
    """
    if not database.exists() or database.stat().st_size == 0:
        return None
    with (
        damage_translated(),
        closing(
            open_to_read(database) if only_read else sqlite3.connect(database, timeout=BUSY_TIMEOUT_MS / 1000)
        ) as connection,
    ):
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        names = {name for (name,) in tables}
        if not names:
            return None
        if "alembic_version" not in names:
            raise StoreError(StoreFault.DAMAGED, f"{database.name} is not a Legwork database")
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise StoreError(StoreFault.DAMAGED, "the database does not say its version")
    return str(row[0])


def migrate(database: Path) -> None:
    """Bring an older file to the newest revision. The caller has made a verified backup. Raises StoreError."""
    from legwork.store.migrations.run import upgrade

    with faults_translated():
        upgrade(database)
