"""The proof that a copy can be restored: it is restored, in a place of its own, and compared with what it was made of.

Owns the staging that a proof and a real restore share: whatever file comes, it is copied first, and only the copy is
opened, checked, and brought to this version's schema. It must never write to the file that it was given.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import mkdtemp

from legwork.errors import StoreError, StoreFault
from legwork.store import seal
from legwork.store.engine import (
    REVISIONS,
    RawConnection,
    address,
    believe_nothing,
    damage_translated,
    migrate,
    open_to_read,
    schema_revision,
)
from legwork.store.seal import Seal
from legwork.store.tables import ALL, SCHEMA_REVISION

Breathe = Callable[[], object]
"""Called every few milliseconds of long work; may raise Cancelled."""

_CHUNK = 4 << 20
_MARK = bytes.fromhex("d9d505f920a163d7")
"""Stands at the beginning of what SQLite undoes by, and after the name of another file at its end."""
_OURS = {"table": ("CREATE TABLE ",), "index": ("CREATE INDEX ", "CREATE UNIQUE INDEX ")}


@contextmanager
def workplace(folder: Path) -> Iterator[Path]:
    """A private folder for half-made files inside `folder`; gone afterwards."""
    place = Path(mkdtemp(".partial", f"backup-{os.getpid()}-", folder))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def verify(file: Path) -> str:
    """The schema revision of a sound Legwork database. Raises StoreError: DAMAGED, NEWER or UNREADABLE.

    Nothing is written to it, nor to a log beside it.
    """
    revision = schema_revision(file, only_read=True)
    if revision is None:
        raise StoreError(StoreFault.DAMAGED, f"{file.name} is empty")
    if revision not in REVISIONS:
        raise StoreError(StoreFault.NEWER, revision)
    with damage_translated():
        if seal.state_of(file) is Seal.BROKEN:
            raise StoreError(StoreFault.DAMAGED, f"{file.name} is no longer what it was when it was made")
        with closing(open_to_read(file)) as connection:
            result = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
            foreign = _what_is_not_ours(connection)
    if result != "ok" or orphan is not None:
        raise StoreError(StoreFault.DAMAGED, str(result))
    if foreign:
        raise StoreError(StoreFault.DAMAGED, f"{file.name} is no database of Legwork's own making: {foreign}")
    return revision


def _what_is_not_ours(connection: RawConnection) -> str:
    """The name of something in the schema that would act by itself; Legwork makes nothing but tables and indexes."""
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master"):
        # Just as SQLite itself writes it down; of an index that comes with a table it writes nothing.
        if not str(sql or "").startswith(_OURS.get(kind, ())) and not (kind == "index" and sql is None):
            return f"{kind} {name}"
    return ""


def stage(source: Path, target: Path, breathe: Breathe) -> str:
    """Copy a backup, or any Legwork database that nobody has open, to `target` as one sound, plain database.

    Returns its schema revision, which is still its own. Raises StoreError when it is not sound; `source` is only read.
    """
    with damage_translated():
        source = Path(os.path.realpath(source))  # the log of what a link points to lies beside that
        copy_whole(source, target, breathe)
        for suffix in ("-wal", "-journal"):
            log = source.with_name(source.name + suffix)
            if log.is_file():  # a database that was not closed: what was written last, or is to be undone, stands there
                copied = target.with_name(target.name + suffix)
                copy_whole(log, copied, breathe)
                if _names_another(copied):
                    raise StoreError(StoreFault.DAMAGED, f"{log.name} names another file, as none of Legwork's does")
        if seal.state_of(target) is Seal.BROKEN:
            raise StoreError(StoreFault.DAMAGED, f"{source.name} is no longer what it was when it was made")
        if target.stat().st_size == 0:
            raise StoreError(StoreFault.DAMAGED, f"{source.name} is empty")
        # One plain file, also of a database that was copied with its log beside it.
        with closing(sqlite3.connect(target)) as connection:
            believe_nothing(connection)
            connection.execute("PRAGMA journal_mode=DELETE").close()
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # undoes what was half-written
        seal.take_off(target)
    breathe()
    return verify(target)


def _names_another(log: Path) -> bool:
    """Whether what SQLite would undo by ends in the name of another file, as that of a write into several databases.

    When it is done, SQLite removes the file of that name: with a name that was put there on purpose, any at all.
    """
    with log.open("rb") as stream:
        stream.seek(max(0, log.stat().st_size - len(_MARK)))
        return stream.read() == _MARK


def bring_up(staged: Path) -> None:
    """Migrate a staged database, and open it as the program would. Raises StoreError when that cannot be done."""
    if schema_revision(staged) != SCHEMA_REVISION:
        migrate(staged)
        verify(staged)
    missing = _missing(staged)
    if missing:
        raise StoreError(StoreFault.DAMAGED, f"it lacks {missing}")


def prove(copy: Path, source: RawConnection, place: Path, breathe: Breathe) -> None:
    """Restore `copy` into `place` and compare it, row by row, with the open `source`, which can take URIs.

    Raises StoreError: UNPROVED when it did not come back the same; Cancelled. `place` goes after `source` is closed.
    """
    from legwork.store.store import Store

    restored = place / "restored.sqlite3"
    revision = stage(copy, restored, breathe)
    if revision == SCHEMA_REVISION:
        opened = restored
    else:  # it must be compared as it is, and opened as what it becomes
        opened = place / "opened.sqlite3"
        stage(copy, opened, breathe)
    bring_up(opened)
    breathe()
    Store(opened, place / "backups").close()
    breathe()
    with damage_translated():
        source.execute("ATTACH DATABASE ? AS restored", [address(restored.absolute(), "mode=ro")]).close()
        _compare(source, breathe)


_EXACTLY = """
    SELECT count(*) FROM main."{table}" AS one LEFT JOIN {other}."{table}" AS other ON other.rowid = one.rowid
    WHERE other.rowid IS NULL OR {cells}
"""


def same_rows(connection: RawConnection, table: str, other: str) -> bool:
    """Whether a table of the main database has, cell by cell, the rows of the one attached as `other`."""
    counts = {
        connection.execute(f'SELECT count(*) FROM {one}."{table}"').fetchone() for one in ("main", other)
    }  # fmt: skip
    # 1 equals 1.0, but is not the same.
    cells = " OR ".join(
        f'one."{row[1]}" IS NOT other."{row[1]}" OR typeof(one."{row[1]}") <> typeof(other."{row[1]}")'
        for row in connection.execute(f'PRAGMA main.table_info("{table}")')
    )
    [(unlike,)] = connection.execute(_EXACTLY.format(table=table, other=other, cells=cells)).fetchall()
    return not unlike and len(counts) == 1


def _compare(connection: RawConnection, breathe: Breathe) -> None:
    """Compare the main database with the one attached as `restored`."""
    schemas = [
        connection.execute(f"SELECT type, name, sql FROM {one}.sqlite_master ORDER BY type, name").fetchall()
        for one in ("main", "restored")
    ]
    if schemas[0] != schemas[1]:
        raise StoreError(StoreFault.UNPROVED, "the tables are not the same")
    for table in (name for kind, name, _ in schemas[0] if kind == "table"):
        if not same_rows(connection, table, "restored"):
            raise StoreError(StoreFault.UNPROVED, f"rows of {table} are not the same")
        breathe()


def _missing(staged: Path) -> str:
    """A table or column that this version needs and the file has not."""
    from legwork.store.schema import metadata

    with damage_translated(), closing(open_to_read(staged)) as connection:
        for table in ALL:
            there = {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}
            for column in metadata.tables[table.name].columns:
                if column.name not in there:
                    return f"{table.name}.{column.name}"
    return ""


def copy_whole(source: Path, target: Path, breathe: Breathe) -> None:
    """Copy a file to where none is yet, onto the disk. Raises OSError, and what `breathe` does."""
    with source.open("rb") as read, target.open("xb") as written:
        while part := read.read(_CHUNK):
            written.write(part)
            breathe()
        written.flush()
        os.fsync(written.fileno())
