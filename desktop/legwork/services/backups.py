"""Backups as a person meets them: which there are, what each holds, making one, and putting one back.

Owns their words. How a copy is made, proved and put in place is the store's. Light to import: nothing here loads more
than reading does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from legwork.domain.days import full_day
from legwork.errors import StoreError, StoreFault, UserError
from legwork.i18n import mark, ntr, tr
from legwork.paths import ProfilePaths
from legwork.services.profile import Profile
from legwork.store import backup, backup_contents, backup_proof, restoring
from legwork.store.backup import Why
from legwork.store.backup_contents import Counted, HeldPerson
from legwork.store.engine import faults_translated
from legwork.store.tables import SCHEMA_REVISION

Breathe = Callable[[], object]

_WHY = {
    Why.DAY: mark("Made by itself"),
    Why.ASKED: mark("You asked for it"),
    Why.UPDATE: mark("Before an update"),
    Why.RESTORE: mark("Before a restore"),
}

COPY_FAULTS = {
    StoreFault.DAMAGED: mark("This copy is damaged and cannot be restored. Choose another one."),
    StoreFault.NEWER: mark("This copy was made by a newer Legwork. Update this one first, then restore it."),
    StoreFault.UNREADABLE: mark("This copy cannot be read. If it lies on a stick, see that the stick is in."),
    StoreFault.READ_ONLY: mark("Nothing can be written beside your data: the folder or the disk is read-only."),
    StoreFault.FULL: mark("The disk is full: a copy is laid beside your data before it is restored. Free some space."),
    StoreFault.LOCKED: mark("Another program is holding your data just now. Close it, then try again."),
    StoreFault.UNPROVED: mark("What you have now could not be kept as a copy, so nothing was restored. Try again."),
}
"""What each fault means when a copy is looked at or restored, marked for translation."""


@dataclass(frozen=True)
class Contents:
    """What a backup holds. size: of the file in bytes. revision: of its schema, older ones are brought up."""

    people: tuple[HeldPerson, ...]
    size: int
    revision: str

    @property
    def older(self) -> bool:
        """Whether it was written by an older version, with another schema."""
        return self.revision != SCHEMA_REVISION

    @property
    def last_day(self) -> date | None:
        """The newest day with anything on it; None when there is none."""
        return max((one.last_day for one in self.people if one.last_day), default=None)


@dataclass(frozen=True)
class BackupInfo:
    """A backup in the list. contents: None when it cannot be used; `fault` says why."""

    file: Path
    made_at: datetime
    why: str
    size: int
    contents: Contents | None
    fault: StoreFault | None = None


def looks_like_backup(file: Path) -> bool:
    """Whether a file is a Legwork database, by what stands in it and not by its name; a damaged one too.

    Never raises: what cannot be read is no backup.
    """
    return backup_contents.is_ours(file)


def contents_of(file: Path) -> Contents:
    """What a backup holds. Raises StoreError when it is damaged, from a newer version, or cannot be read."""
    backup_proof.verify(file)
    held = backup_contents.held_by(file)
    return Contents(held.people, file.stat().st_size, held.revision)


_known: dict[tuple[Path, int, int], BackupInfo] = {}
"""Backups never change, so each is looked through once."""


def backups_of(paths: ProfilePaths, breathe: Breathe = lambda: None) -> tuple[BackupInfo, ...]:
    """The backups of a profile, newest first; each is looked through, which takes a while: not in the window's thread.

    Raises StoreError only when the folder itself cannot be read.
    """
    found = []
    for one in backup.listed(paths.backups):
        breathe()
        try:
            there = one.file.stat()
        except OSError:
            continue  # thinned out just now
        key = one.file, there.st_size, there.st_mtime_ns
        if key not in _known:
            _known[key] = _looked_through(one, there.st_size)
        found.append(_known[key])
    return tuple(found)


def _looked_through(one: backup.Backup, size: int) -> BackupInfo:
    why = tr(_WHY[one.why])
    try:
        return BackupInfo(one.file, one.made_at, why, size, contents_of(one.file))
    except StoreError as error:
        return BackupInfo(one.file, one.made_at, why, size, None, error.fault)


def put_aside(paths: ProfilePaths) -> list[Path]:
    """The damaged files that were kept when a copy was put in their place, newest first."""
    return restoring.put_aside(paths.root, paths.database.name)


def back_up_now(profile: Profile, breathe: Breathe = lambda: None) -> backup.Backup:
    """Make a copy because somebody asked; the one that is there when nothing changed since. Raises StoreError."""
    return backup.keep(profile.paths.database, profile.paths.backups, Why.ASKED, breathe=breathe)


def restorable(file: Path, paths: ProfilePaths) -> Path:
    """The file itself, where it can be asked to be restored. Raises UserError, in words, when it makes no sense."""
    try:
        there = file.is_file()
        open_now = there and paths.database.exists() and file.samefile(paths.database)
    except OSError:  # a stick that was pulled out just now
        there = open_now = False
    if not there:
        raise UserError(tr("{name} is not there any more: choose another copy.", name=file.name))
    if open_now:
        raise UserError(tr("This is the file that Legwork works with now: choose a copy of it."))
    return file


def try_out(file: Path, paths: ProfilePaths, breathe: Breathe = lambda: None) -> None:
    """See that a file from anywhere can be restored, on a copy of it: nothing is written to it, nor beside it.

    Raises StoreError when it is damaged, from a newer version, or cannot be read; UserError when it makes no sense.
    """
    restorable(file, paths)
    with faults_translated():
        paths.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
        with backup_proof.workplace(paths.backups) as place:
            restoring.prepare(file, place / paths.database.name, breathe)


# Words


def refusal(error: StoreError, file: Path) -> str:
    """Why a copy cannot be restored, in a sentence that says what to do."""
    if error.fault is StoreFault.DAMAGED and not looks_like_backup(file):
        return tr("{name} is no copy that Legwork made: choose another file.", name=file.name)
    return tr(COPY_FAULTS[error.fault])


def size_words(size: int) -> str:
    """A size as 3.4 MB."""
    if size < 1_000_000:
        return tr("{size} kB", size=max(1, round(size / 1000)))
    return tr("{size} MB", size=f"{size / 1_000_000:.1f}")


def person_words(one: HeldPerson) -> str:
    """What is kept of a person: 312 days measured, 1,204 workouts."""
    said = [
        *_counted(one.days, ntr("{count} day measured", "{count} days measured", one.days.count)),
        *_counted(one.workouts, ntr("{count} workout", "{count} workouts", one.workouts.count)),
        *([ntr("{count} plan", "{count} plans", one.plans)] if one.plans else []),
        *_counted(one.food_days, ntr("{count} day of food", "{count} days of food", one.food_days.count)),
    ]
    return ", ".join(said) or tr("nothing entered yet")


def _counted(counted: Counted, words: str) -> list[str]:
    return [words] if counted.count else []


def holds(people: Iterable[HeldPerson]) -> str:
    """What is kept, person by person, each on a line."""
    lines = [tr("{name}: {what}", name=one.name, what=person_words(one)) for one in people]
    return "\n".join(lines) or tr("Nobody yet")


def moment(when: datetime) -> str:
    """12 Mar 2026, 08:30."""
    return tr("{day}, {time}", day=full_day(when.date()), time=f"{when:%H:%M}")
