"""Backups of the database: made through SQLite's backup API, checked, thinned, and put back.

A file copy of a database in WAL mode is not a backup; a backup that was never opened is not one either.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from legwork.errors import StoreError, StoreFault
from legwork.store.engine import REVISIONS, faults_translated, schema_revision

_PREFIX, _SUFFIX = "legwork-", ".sqlite3"
_PARTIAL = ".partial"
STALE_S = 3600
"""After so long without a byte written, a half-made copy is what a killed program left behind."""
_STAMP = "%Y-%m-%dT%H%M%S"
KEEP_DAILY, KEEP_WEEKLY, KEEP_MONTHLY = 7, 4, 12


@dataclass(frozen=True)
class Backup:
    """A verified copy, and when it was made (local time, from its name)."""

    file: Path
    made_at: datetime


def listed(folder: Path) -> list[Backup]:
    """The backups in `folder`, newest first."""
    found = []
    for file in folder.glob(f"{_PREFIX}*{_SUFFIX}") if folder.is_dir() else ():
        try:
            made_at = datetime.strptime(file.name[len(_PREFIX) : -len(_SUFFIX)][:17], _STAMP)
        except ValueError:
            continue  # not a name of ours, so not a file of ours
        found.append(Backup(file, made_at))
    return sorted(found, key=lambda backup: (backup.made_at, backup.file.name), reverse=True)


def make(database: Path, folder: Path, now: datetime | None = None) -> Backup | None:
    """Back `database` up into `folder`; None when nothing changed since the newest backup.

    Raises StoreError: DAMAGED when the database does not pass its integrity check (no backup is kept then).
    """
    with faults_translated():
        return _make(database, folder, now or datetime.now())


def _make(database: Path, folder: Path, now: datetime) -> Backup | None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _clear_stale(folder)
    # A name of its own: another start of the program may be backing up just now.
    handle, name = tempfile.mkstemp(_PARTIAL, f"backup-{os.getpid()}-", folder)
    os.close(handle)
    partial = Path(name)
    try:
        source_uri = f"{database.absolute().as_uri()}?mode=ro"
        with (
            closing(sqlite3.connect(source_uri, uri=True)) as source,
            closing(sqlite3.connect(partial)) as target,
        ):
            source.backup(target)
            # A copy that is one plain file, without a log beside it.
            target.execute("PRAGMA journal_mode=DELETE").close()
        verify(partial)
        newest = next(iter(listed(folder)), None)
        if newest is not None and _same(newest.file, partial):
            return None
        made_at = now.replace(microsecond=0)
        file = folder / f"{_PREFIX}{made_at.strftime(_STAMP)}{_SUFFIX}"
        while file.exists():
            made_at += timedelta(seconds=1)
            file = folder / f"{_PREFIX}{made_at.strftime(_STAMP)}{_SUFFIX}"
        _sync(partial)
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)
    for old in surplus(listed(folder)):
        if old.file != file:  # with the clock put back, the newest copy need not have the latest name
            old.file.unlink(missing_ok=True)
    return Backup(file, made_at)


def _clear_stale(folder: Path) -> None:
    for left in folder.glob(f"backup*{_PARTIAL}*"):
        try:
            if time.time() - left.stat().st_mtime > STALE_S:
                left.unlink()
        except OSError:
            continue  # gone already, or in use after all


def surplus(backups: Iterable[Backup]) -> list[Backup]:
    """Those to let go: all but the newest of each of 7 days, 4 weeks and 12 months that have one."""
    newest_first = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    kept: set[Path] = set()
    for count, period in (
        (KEEP_DAILY, lambda day: day.date().isoformat()),
        (KEEP_WEEKLY, lambda day: "{}-{}".format(*day.isocalendar()[:2])),
        (KEEP_MONTHLY, lambda day: f"{day.year}-{day.month}"),
    ):
        newest_of: dict[str, Backup] = {}
        for backup in newest_first:
            newest_of.setdefault(period(backup.made_at), backup)
        kept.update(backup.file for backup in list(newest_of.values())[:count])
    return [backup for backup in newest_first if backup.file not in kept]


def verify(file: Path) -> str:
    """The schema revision of a sound Legwork database. Raises StoreError: DAMAGED, NEWER or UNREADABLE."""
    revision = schema_revision(file)
    if revision is None:
        raise StoreError(StoreFault.DAMAGED, f"{file.name} is empty")
    if revision not in REVISIONS:
        raise StoreError(StoreFault.NEWER, revision)
    with faults_translated(), closing(sqlite3.connect(file)) as connection:
        result = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        orphan = connection.execute("PRAGMA foreign_key_check").fetchone()
    if result != "ok" or orphan is not None:
        raise StoreError(StoreFault.DAMAGED, str(result))
    return revision


def restore(source: Path, database: Path, folder: Path) -> Path | None:
    """Put the backup `source` in the place of `database`, which must not be open.

    What it replaces is kept: as a backup when it is sound, else beside it as it is; returns that file, None if there
    was nothing. Raises StoreError before anything is touched when `source` is not sound.
    """
    verify(source)
    with faults_translated():
        partial = database.with_suffix(".partial")
        shutil.copyfile(source, partial)  # before anything is kept: keeping thins, and `source` may be let go
        _sync(partial)
        kept = _keep(database, folder)
        for log in _logs(database):
            log.unlink(missing_ok=True)
        partial.replace(database)
    return kept


def _keep(database: Path, folder: Path) -> Path | None:
    if not database.exists():
        return None
    try:
        backup = make(database, folder)
        return backup.file if backup else listed(folder)[0].file
    except StoreError:
        stamp = datetime.now().strftime(_STAMP)
        aside = database.with_name(f"{database.name}.damaged-{stamp}")
        shutil.copyfile(database, aside)
        for log in _logs(database):
            if log.exists():
                shutil.copyfile(log, aside.with_name(aside.name + log.name[len(database.name) :]))
        return aside


def _logs(database: Path) -> list[Path]:
    return [database.with_name(database.name + suffix) for suffix in ("-wal", "-shm")]


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _same(backup: Path, partial: Path) -> bool:
    try:
        return _digest(backup) == _digest(partial)
    except FileNotFoundError:  # another start of the program has just thinned it out
        return False


def _sync(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())
