"""Putting a backup in the place of the database: all of it or nothing, and what it replaces is kept.

A file of an older version is migrated apart, and only then put in place. The database must not be open.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from legwork.errors import Cancelled, StoreError, StoreFault
from legwork.store.backup import STAMP, Why, keep, sync_folder
from legwork.store.backup_proof import Breathe, bring_up, copy_whole, stage, verify, workplace
from legwork.store.engine import BUSY_TIMEOUT_MS, damage_translated, faults_translated, schema_revision
from legwork.store.replacing import replace

_ASIDE = "damaged-"

NO_BACKUP = (StoreFault.DAMAGED, StoreFault.NEWER, StoreFault.UNREADABLE)
"""With these faults no backup can be made of a file: it is put aside as it is."""


@dataclass(frozen=True)
class Restored:
    """What became of the database that was replaced. kept: where it is now, None when there was none.

    sound: whether it is a backup, that can be put back in its turn.
    """

    kept: Path | None
    sound: bool


def restore(source: Path, database: Path, folder: Path, breathe: Breathe = lambda: None) -> Restored:
    """Put the backup `source` in the place of `database`, which must not be open. folder: of the backups.

    Raises StoreError, and what `breathe` does, before anything is touched: DAMAGED or NEWER of `source`; LOCKED when
    another program has the database open; FULL and the like when what is there could not be kept.
    """
    with faults_translated():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with workplace(folder) as place:
            staged = place / database.name
            prepare(source, staged, breathe)
            return put_in_place(staged, database, folder, breathe, source)


def put_in_place(
    staged: Path, database: Path, folder: Path, breathe: Breathe = lambda: None, source: Path | None = None
) -> Restored:  # fmt: skip
    """As `restore`, of what `prepare` made of a file; it is moved from there, or copied to the disk of the database.

    A database that is a link stays one: what it points to is replaced. source: the copy that it was made of, which is
    not thinned out for what it replaces.
    """
    database = Path(os.path.realpath(database))
    with faults_translated():
        breathe()
        with _near(staged, database, breathe) as ready:
            kept = _keep(database, folder, breathe, source)
            replace(ready, database)
        sync_folder(database.parent)
    return kept


def prepare(source: Path, staged: Path, breathe: Breathe = lambda: None) -> str:
    """Make of a backup, or of any Legwork database that nobody has open, a sound one of this version in `staged`.

    Returns the schema revision that it came with. Raises StoreError: DAMAGED or NEWER. `source` is only read.
    """
    with faults_translated():
        revision = stage(source, staged, breathe)
        try:
            bring_up(staged)
        except (StoreError, Cancelled):
            raise
        except Exception as error:  # whatever a migration stumbles over, it came with the file
            raise StoreError(StoreFault.DAMAGED, f"it cannot be brought to this version: {error}") from error
        _sync(staged)
    return revision


@contextmanager
def _near(staged: Path, database: Path, breathe: Breathe) -> Iterator[Path]:
    """`staged` where it can take the place of the database in one step: a copy of it, when it lies on another disk."""
    near = database.with_name(f"{database.name}.partial")
    probe = staged.with_name("probe")
    near.unlink(missing_ok=True)  # a killed program may have left it
    try:
        probe.write_bytes(b"")
        replace(probe, near)
        near.unlink()
    except OSError as error:
        probe.unlink(missing_ok=True)
        if error.errno != errno.EXDEV:
            raise
    else:
        yield staged
        return
    try:
        copy_whole(staged, near, breathe)
        yield near
    finally:
        near.unlink(missing_ok=True)


def _keep(database: Path, folder: Path, breathe: Breathe, source: Path | None) -> Restored:
    if not database.exists():
        for log in _logs(database):
            if log.exists() and not log.stat().st_size:
                log.unlink()
        _put_logs_aside(database, _free_name(database))  # the file that they belong to may only have been moved
        return Restored(None, sound=False)
    try:
        if database.with_name(database.name + "-journal").exists():
            schema_revision(database)  # puts right what a killed program left half-written
        verify(database)  # only reads: what is damaged shall be kept as it is, with its log
        with _held(database):
            return Restored(keep(database, folder, Why.RESTORE, breathe=breathe, spare=source).file, sound=True)
    except StoreError as error:
        if error.fault not in NO_BACKUP:
            raise
        return Restored(_put_aside(database), sound=False)


@contextmanager
def _held(database: Path) -> Iterator[None]:
    """Fold the log into the file, as only its one user can, and keep writers out meanwhile."""
    with damage_translated(), closing(
        sqlite3.connect(database, timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None)
    ) as connection:  # fmt: skip
        if connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
            raise StoreError(StoreFault.LOCKED, "another program has the database open")
        connection.execute("BEGIN IMMEDIATE").close()
        yield
        connection.execute("ROLLBACK").close()


def _put_aside(database: Path) -> Path:
    """Give a damaged file, and the log beside it, a name of their own; it stays in place too, to be replaced."""
    aside = _free_name(database)
    try:
        os.link(database, aside)  # neither reads what cannot be read nor needs room
    except OSError:
        with suppress(OSError):
            shutil.copyfile(database, aside)
            _sync(aside)
        if not aside.exists() or aside.stat().st_size != database.stat().st_size:
            replace(database, aside)
    _put_logs_aside(database, aside)
    return aside


def _free_name(database: Path) -> Path:
    """A name for what is put aside now, which neither a file nor a log has."""
    at = datetime.now()
    while True:
        aside = database.with_name(f"{database.name}.{_ASIDE}{at.strftime(STAMP)}")
        if not any(one.exists() for one in (aside, *_logs(aside))):
            return aside
        at += timedelta(seconds=1)


def _put_logs_aside(database: Path, aside: Path) -> None:
    """They must not be played into the file that comes."""
    for log in _logs(database):
        if log.exists():
            replace(log, aside.with_name(aside.name + log.name[len(database.name) :]))


def put_aside(folder: Path, database: str) -> list[Path]:
    """The damaged files that lie beside a database, newest first. folder: where it is; database: its name."""
    logs = ("-wal", "-shm")
    found = [one for one in folder.glob(f"{database}.{_ASIDE}*") if not one.name.endswith(logs)]
    return sorted(found, key=lambda one: one.name, reverse=True)


def _logs(database: Path) -> list[Path]:
    return [database.with_name(database.name + suffix) for suffix in ("-wal", "-shm", "-journal")]


def _sync(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())
