"""Copies that are taken elsewhere, to a stick for instance: made, read back from there, and remembered.

Owns where and when the last one was made, in a small file of its own beside the data: what is restored must not bring
an older date back. It cannot know whether a copy is still where it was put.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from legwork import privacy
from legwork.domain.days import ago, full_day
from legwork.errors import StoreError, UserError
from legwork.i18n import tr
from legwork.paths import ProfilePaths
from legwork.services import half_made, unwritten
from legwork.services.profile import Profile
from legwork.store import backup
from legwork.store.backup import sync_folder
from legwork.store.engine import faults_translated
from legwork.store.replacing import replace

ENDING = ".legwork"
_ENDINGS = (ENDING, ".sqlite3")
_REMEMBERED = "outside.json"
_CHUNK = 1 << 20

Breathe = Callable[[], object]


@dataclass(frozen=True)
class OutsideCopy:
    """The last one: when (local time), and which file it was."""

    made_at: datetime
    file: Path


def suggested_name(today: date) -> str:
    """What a copy is called unless somebody chooses otherwise."""
    return f"Legwork {today.isoformat()}{ENDING}"


def copy_to(profile: Profile, file: Path, breathe: Breathe = lambda: None, now: datetime | None = None) -> OutsideCopy:
    """Write a proved copy of everything to `file`, and read it back from there; complete or not at all.

    A name with neither of our endings gets one. On a stick others may read it too, as exports: see `privacy.lend`.

    Raises UserError when the place is of no use, full, or gone, and when the ending that was added makes it a file that
    is there: nobody was asked whether that one may be replaced; StoreError when the data itself cannot be copied; what
    `breathe` does. What was called so before is then untouched.
    """
    if file.suffix.lower() not in _ENDINGS:
        file = file.with_name(file.name + ENDING)
        if os.path.lexists(file):
            raise UserError(tr("{name} is there already: choose it in the list, or another name.", name=file.name))
    target = Path(os.path.realpath(file))
    if profile.paths.hold(target):
        raise UserError(
            tr(
                "{name} would lie among the program's own files, and be lost with them: choose another place.",
                name=target.name,
            )
        )
    if target.is_dir():
        raise UserError(tr("{name} is a folder: give the file in it a name.", name=target.name))
    with backup.proved_copy(profile.paths.database, profile.paths.backups, breathe) as copy:
        try:
            _write(copy, target, breathe)
        except OSError as error:
            raise _unwritten(target, error) from error
    made = OutsideCopy((now or datetime.now()).replace(microsecond=0), target)
    _remember(profile.paths, made)
    return made


def last_copy(paths: ProfilePaths) -> OutsideCopy | None:
    """The last one that was made; None when there was none, or it is not known any more."""
    try:
        found = json.loads((paths.root / _REMEMBERED).read_text(encoding="utf-8"))
        return OutsideCopy(datetime.fromisoformat(found["made_at"]).replace(tzinfo=None), Path(found["file"]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def last_words(last: OutsideCopy | None, today: date) -> str:
    """When and where the last one was made, as a sentence."""
    if last is None:
        return tr("None was made yet. If this disk fails, the copies on it are gone with it.")
    day = last.made_at.date()
    when = ago(day, today) if day <= today else full_day(day)
    return tr("The last one was made {ago}, on {day}: {file}", ago=when, day=full_day(day), file=last.file)


def is_due(paths: ProfilePaths, every: timedelta, today: date) -> bool:
    """Whether it is time for one: the last is so old, or there is none, and something was changed since."""
    last = last_copy(paths)
    if last is None:
        return True
    if last.made_at.date() <= today < last.made_at.date() + every:
        return False
    kept = backup.listed(paths.backups)  # one is kept by itself at each start and each new day after a change
    if not kept or max(one.made_at for one in kept) > last.made_at:
        return True
    try:  # what is written while the program runs stands in the log beside the database first
        log = paths.database.with_name(paths.database.name + "-wal").stat()
    except OSError:
        return False
    written = datetime.fromtimestamp(log.st_mtime).replace(microsecond=0)
    return log.st_size > 0 and written > last.made_at


# Within


def _write(copy: Path, target: Path, breathe: Breathe) -> None:
    partial = half_made.beside(target)
    try:
        with copy.open("rb") as read, partial.open("xb") as written:
            while part := read.read(_CHUNK):
                written.write(part)
                breathe()
            written.flush()
            os.fsync(written.fileno())
        _read_back(copy, partial, breathe)
        if os.path.lexists(target) and not target.is_file():
            raise OSError(errno.EEXIST, "no ordinary file")
        privacy.lend(partial)
        replace(partial, target)
        with contextlib.suppress(OSError):
            sync_folder(target.parent)
        if target.stat().st_size != copy.stat().st_size:
            raise OSError(errno.EIO, "another size")
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink()
        raise


def _read_back(copy: Path, written: Path, breathe: Breathe) -> None:
    """Compare what is there with what should be; asked of the stick itself, where the system can be told to."""
    with copy.open("rb") as one, written.open("rb") as other:
        if hasattr(os, "posix_fadvise"):
            with contextlib.suppress(OSError):
                os.posix_fadvise(other.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while True:
            part, found = one.read(_CHUNK), other.read(_CHUNK)
            if part != found:
                raise OSError(errno.EIO, "not the same")
            if not part:
                return
            breathe()


def _unwritten(target: Path, error: OSError) -> UserError:
    bad = tr(
        "What was written to {folder} does not come back the same: use another stick or disk.", folder=target.parent
    )
    return UserError(f"{tr('No copy was made.')} {unwritten.reason(target, error) or bad}")


def _remember(paths: ProfilePaths, made: OutsideCopy) -> None:
    text = json.dumps({"made_at": made.made_at.isoformat(), "file": str(made.file)}, ensure_ascii=True)
    partial = paths.root / f"{_REMEMBERED}.partial"
    with contextlib.suppress(StoreError), faults_translated():  # the copy is made, which is what counts
        partial.write_text(text, encoding="utf-8")
        replace(partial, paths.root / _REMEMBERED)
