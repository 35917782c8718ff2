"""Backups as a person meets them: which there are, what each holds, making one, and putting one back.

Owns their words. How a copy is made, proved and put in place is the store's. Light to import: nothing here loads more
than reading does.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from legwork.domain.days import full_day
from legwork.errors import FAULT_SENTENCES, StoreError, StoreFault, UserError
from legwork.i18n import mark, ntr, tr, within
from legwork.numerals import number
from legwork.paths import ProfilePaths
from legwork.services.exported_whole import as_database
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


def newest_sound(paths: ProfilePaths, breathe: Breathe = lambda: None) -> BackupInfo | None:
    """The newest backup that is sound just now, looked through afresh; None without any. Takes a while."""
    for one in backup.listed(paths.backups):
        breathe()
        try:
            info = _looked_through(one, one.file.stat().st_size)
        except OSError:
            continue  # thinned out just now
        if info.contents is not None:
            return info
    return None  # a damaged backup is no help; an older one may be


def put_aside(paths: ProfilePaths) -> list[Path]:
    """The damaged files that were kept when a copy was put in their place, newest first."""
    database = Path(os.path.realpath(paths.database))  # beside it, where that is a link
    return restoring.put_aside(database.parent, database.name)


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


def try_out(file: Path, paths: ProfilePaths, breathe: Breathe = lambda: None) -> BackupInfo:
    """See that a file from anywhere can be restored, on a copy of it: nothing is written to it, nor beside it.

    Returns what it holds. Raises StoreError when it is damaged, from a newer version, or cannot be read; UserError
    when it makes no sense.
    """
    restorable(file, paths)
    with faults_translated():
        paths.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
        with as_database(file, paths, breathe) as found, backup_proof.workplace(paths.backups) as place:
            staged, there = place / paths.database.name, file.stat()
            revision = restoring.prepare(found, staged, breathe)
            contents = Contents(backup_contents.held_by(staged).people, there.st_size, revision)
            named = backup.named(file)
            made_at = named.made_at if named is not None else datetime.fromtimestamp(there.st_mtime)
            return BackupInfo(file, made_at, tr("From another place"), there.st_size, contents)


# Words


def refusal(error: StoreError, file: Path) -> str:
    """Why a copy cannot be restored, in a sentence that says what to do."""
    if error.fault is StoreFault.DAMAGED and not looks_like_backup(file):
        return tr("{name} is neither a copy nor a full export that Legwork made: choose another file.", name=file.name)
    return tr(COPY_FAULTS[error.fault])


def not_made(error: StoreError) -> str:
    """Why today's copy could not be made: of the data itself only where it is the data's fault."""
    reasons = {
        StoreFault.READ_ONLY: tr("The folder for the copies may not be written."),
        StoreFault.UNREADABLE: tr("The folder for the copies, or the file with your data, cannot be reached."),
    }
    reason = reasons.get(error.fault) or tr(FAULT_SENTENCES[error.fault])
    return tr("Today's copy of your data could not be made. {reason}", reason=reason)


def size_words(size: int) -> str:
    """A size as 3.4 MB."""
    if size < 1_000_000:
        return tr("{size} kB", size=max(1, round(size / 1000)))
    return tr("{size} MB", size=number(size / 1_000_000, 1))


def person_words(one: HeldPerson) -> str:
    """What is kept of a person: 312 days measured, 1,204 workouts."""
    said = [
        *_counted(one.days, ntr("{count} day measured", "{count} days measured", one.days.count)),
        *_counted(one.workouts, _workouts(one)),
        *([ntr("{count} plan", "{count} plans", one.plans)] if one.plans else []),
        *_counted(one.food_days, ntr("{count} day of food", "{count} days of food", one.food_days.count)),
    ]
    return ", ".join(said) or tr("nothing entered yet")


def _workouts(one: HeldPerson) -> str:
    workouts = ntr("{count} workout", "{count} workouts", one.workouts.count)
    if not one.sets:
        return workouts
    return ntr("{workouts} with {count} set", "{workouts} with {count} sets", one.sets, workouts=workouts)


def _counted(counted: Counted, words: str) -> list[str]:
    return [words] if counted.count else []


def holds(people: Iterable[HeldPerson]) -> str:
    """What is kept, person by person, each on a line."""
    lines = [tr("{name}: {what}", name=one.name, what=person_words(one)) for one in people]
    return "\n".join(lines) or tr("Empty: nobody was added yet")


_MOST_PEOPLE = 6


def offer(info: BackupInfo) -> str:
    """A sound copy in a few lines: when and why it was made, its newest entry, and what it holds of whom."""
    assert info.contents is not None
    people = info.contents.people
    made = tr("The newest sound copy is of {when}. {why}.", when=moment(info.made_at), why=info.why)
    lines = [made]
    if info.contents.last_day is not None:
        lines.append(tr("Its newest entry is of {day}. It holds:", day=full_day(info.contents.last_day)))
    else:
        lines.append(tr("It holds:"))
    shown = people if len(people) <= _MOST_PEOPLE else people[: _MOST_PEOPLE - 1]
    lines.append(holds(shown))
    more = len(people) - len(shown)
    if more:
        lines.append(ntr("and {count} more person", "and {count} more people", more))
    return "\n".join(lines)


def copy_name(file: Path) -> str:
    """What a copy is called: by its moment where it is one that is kept here, else by the name of its file."""
    named = backup.named(file)
    return moment(named.made_at) if named is not None else file.name


def source(file: Path, paths: ProfilePaths) -> str:
    """Which file is looked at: of a copy that is kept here when and why it was made, else its name and its folder."""
    named = backup.named(file)
    if named is None or file.parent != paths.backups:
        return tr("{name} in {folder}", name=file.name, folder=file.parent)
    return f"{tr('Copy of {when}', when=moment(named.made_at))} · {within(tr(_WHY[named.why]))}"


def moment(when: datetime) -> str:
    """12 Mar 2026, 08:30."""
    return tr("{day}, {time}", day=full_day(when.date()), time=f"{when:%H:%M}")
