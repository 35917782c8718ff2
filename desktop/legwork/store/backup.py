"""Backups of the database: made through SQLite's backup API, proved, sealed, and thinned.

A file copy of a database in WAL mode is not a backup; a backup that was never restored is not one either. Owns their
names and which of them are kept. Putting one back is `restoring`.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from legwork.store import seal
from legwork.store.backup_proof import Breathe, prove, verify, workplace
from legwork.store.engine import RawConnection, address, faults_translated
from legwork.store.replacing import replace

__all__ = ["KEEP_DAILY", "KEEP_MARKED", "KEEP_MONTHLY", "KEEP_WEEKLY", "STAMP", "Backup", "Why", "keep", "listed",
           "make", "proved_copy", "surplus", "verify"]  # fmt: skip

_PREFIX, _SUFFIX = "legwork-", ".sqlite3"
STALE_S = 3600
"""After so long without a byte written, a half-made copy is what a killed program left behind."""
STAMP = "%Y-%m-%dT%H%M%S"
"""How the names of files tell when they were made."""
_NAME = re.compile(r"legwork-(?P<stamp>[\d-]{10}T\d{6})(?:-n(?P<number>\d{1,9}))?(?P<why>-[a-z-]+)?\.sqlite3")
KEEP_DAILY, KEEP_WEEKLY, KEEP_MONTHLY = 7, 4, 12


class Why(Enum):
    """What a copy was made for; the value stands in its name."""

    DAY = ""
    ASKED = "-asked"
    UPDATE = "-before-update"
    RESTORE = "-before-restore"


KEEP_MARKED = {Why.ASKED: 10, Why.UPDATE: 3, Why.RESTORE: 10}
"""So many of those that were made for something of its own; they are not thinned by their days."""


@dataclass(frozen=True)
class Backup:
    """A proved copy, when it was made, or found to hold the data of again (local time, from its name), and what for.

    number: counts the copies of a folder, for a clock may be put back; 0 for one from before they were counted.
    """

    file: Path
    made_at: datetime
    why: Why = Why.DAY
    number: int = 0


def listed(folder: Path) -> list[Backup]:
    """The backups in `folder`, newest first."""
    found = []
    for file in folder.iterdir() if folder.is_dir() else ():
        one = named(file)
        if one is not None and not (file.is_dir() or file.is_fifo()):  # no copy of its day
            found.append(one)
    return _newest_first(found)


def named(file: Path) -> Backup | None:
    """What the name of a backup tells of it, wherever it lies; None for a file that is called otherwise."""
    told = _NAME.fullmatch(file.name)
    try:
        if told is not None:
            made_at = datetime.strptime(told["stamp"], STAMP)
            return Backup(file, made_at, Why(told["why"] or ""), int(told["number"] or 0))
    except ValueError:
        pass  # not a name of ours, so not a file of ours
    return None


def _newest_first(backups: Iterable[Backup]) -> list[Backup]:
    return sorted(backups, key=lambda one: (one.number, one.made_at, one.file.name), reverse=True)


def make(
    database: Path, folder: Path, now: datetime | None = None, breathe: Breathe = lambda: None
) -> Backup | None:  # fmt: skip
    """Back `database` up into `folder`; None when nothing changed since the newest backup.

    Raises StoreError: DAMAGED when the database does not pass its integrity check, UNPROVED when the copy cannot be
    restored to the same rows (no backup is kept then). Raises what `breathe` does, such as Cancelled.
    """
    return _make(database, folder, now or datetime.now(), Why.DAY, breathe)[0]


def keep(
    database: Path,
    folder: Path,
    why: Why,
    now: datetime | None = None,
    breathe: Breathe = lambda: None,
    spare: Path | None = None,
) -> Backup:
    """As `make`, but for something of its own: where a copy of just this state is there, that one is kept for it.

    Such a copy is counted anew, as the newest. Where others were made since, it gets the time of this moment as well,
    whose data it holds: else its place among them and its time would contradict each other.

    spare: a copy that is not let go this time, such as the one that is about to be restored.
    """
    now = (now or datetime.now()).replace(microsecond=0)
    made, same = _make(database, folder, now, why, breathe, spare)
    if made is not None:
        return made
    assert same is not None
    with faults_translated():
        number = _next_number(listed(folder))
        newest = same.number == number - 1
        if same.why is not Why.DAY and newest:
            return same
        # Else the next copy would be kept in its stead: of its day, or as the newer one of its kind.
        at = same.made_at if newest else now
        kept = _named(folder, at, why if same.why is Why.DAY else same.why, number)
        replace(same.file, kept.file)
        sync_folder(folder)
    return kept


def _make(
    database: Path, folder: Path, now: datetime, why: Why, breathe: Breathe, spare: Path | None = None
) -> tuple[Backup | None, Backup | None]:
    """What was made; else what is there already."""
    with faults_translated():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _clear_stale(folder)
        # A place of its own: another start of the program may be backing up just now.
        with workplace(folder) as place, _copied(database, place) as (partial, source):
            there = listed(folder)
            for one in there[:1] if why is Why.DAY else there:
                if _same(one.file, partial):
                    return None, one
            breathe()
            prove(partial, source, place, breathe)
            made = _named(folder, now.replace(microsecond=0), why, _next_number(there))
            replace(partial, made.file)
            sync_folder(folder)
        for old in surplus(listed(folder)):
            if spare is None or not _is_same_file(old.file, spare):
                with suppress(OSError):  # the copy is made, which is what counts: this one goes after the next
                    old.file.unlink(missing_ok=True)
        return made, None


@contextmanager
def proved_copy(database: Path, folder: Path, breathe: Breathe = lambda: None) -> Iterator[Path]:
    """A sealed copy that was proved, to be taken elsewhere; gone when the block ends. Raises as `make`."""
    with faults_translated():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with workplace(folder) as place:
            with _copied(database, place) as (partial, source):
                prove(partial, source, place, breathe)
            yield partial


@contextmanager
def _copied(database: Path, place: Path) -> Iterator[tuple[Path, RawConnection]]:
    """A sound, sealed copy in `place`, and the database in the very state that was copied."""
    partial = place / "copy"
    with closing(sqlite3.connect(address(database.absolute(), "mode=ro"), uri=True, isolation_level=None)) as source:
        # One state for the copy and for the comparison with it, whatever is written meanwhile.
        source.execute("BEGIN").close()
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with closing(sqlite3.connect(partial)) as target:
            source.backup(target)
            # A copy that is one plain file, without a log beside it.
            target.execute("PRAGMA journal_mode=DELETE").close()
        seal.put_on(partial)
        verify(partial)
        yield partial, source


def _named(folder: Path, made_at: datetime, why: Why, number: int) -> Backup:
    counted = f"-n{number}" if number else ""
    return Backup(folder / f"{_PREFIX}{made_at.strftime(STAMP)}{counted}{why.value}{_SUFFIX}", made_at, why, number)


def _next_number(there: Iterable[Backup]) -> int:
    return 1 + max((one.number for one in there), default=0)


def _is_same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them is gone already
        return False


def _clear_stale(folder: Path) -> None:
    for left in folder.glob("backup*.partial*"):
        try:
            if time.time() - left.stat().st_mtime > STALE_S:
                if left.is_dir():
                    shutil.rmtree(left, ignore_errors=True)
                else:
                    left.unlink()
        except OSError:
            continue  # gone already, or in use after all


def surplus(backups: Iterable[Backup]) -> list[Backup]:
    """Those to let go: all but the newest of each of 7 days, 4 weeks and 12 months that have one.

    Of those made for something of its own: all but the newest few of each.
    """
    newest_first = _newest_first(backups)
    ordinary = [backup for backup in newest_first if backup.why is Why.DAY]
    kept: set[Path] = set()
    periods: tuple[tuple[int, Callable[[datetime], str]], ...] = (
        (KEEP_DAILY, lambda day: day.date().isoformat()),
        (KEEP_WEEKLY, lambda day: "{}-{}".format(*day.isocalendar()[:2])),
        (KEEP_MONTHLY, lambda day: f"{day.year}-{day.month}"),
    )
    for count, period in periods:
        newest_of: dict[str, Backup] = {}
        for backup in ordinary:
            newest_of.setdefault(period(backup.made_at), backup)
        kept.update(backup.file for backup in list(newest_of.values())[:count])
    for why, count in KEEP_MARKED.items():
        kept.update([backup.file for backup in newest_first if backup.why is why][:count])
    return [backup for backup in newest_first if backup.file not in kept]


def _same(backup: Path, partial: Path) -> bool:
    """Whether a copy is sound, and holds the same as one that was just finished, to the byte."""
    try:
        if backup.stat().st_size != partial.stat().st_size:
            return False
        with backup.open("rb") as one, partial.open("rb") as other:
            if _told(one.read(_HEAD)) != _told(other.read(_HEAD)):
                return False
            while part := one.read(1 << 20):
                if part != other.read(1 << 20):
                    return False
        return seal.state_of(backup) is not seal.Seal.BROKEN  # in those few bytes that were not compared
    except OSError:  # another start of the program has just thinned it out, or the disk gives it back no more
        return False


_HEAD = 100
_COUNTERS = (slice(24, 28), slice(60, 64), slice(92, 100))
"""What the head of a file says of its writing and not of what it holds: how often, the seal, by which SQLite."""


def _told(head: bytes) -> bytes:
    told = bytearray(head)
    for place in _COUNTERS:
        told[place] = bytes(len(told[place]))
    return bytes(told)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk, where the system can be asked for that."""
    if os.name == "posix":
        with suppress(OSError):  # some file systems cannot; a power failure may then bring the older name back
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
