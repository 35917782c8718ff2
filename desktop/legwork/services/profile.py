"""An open profile: the handle that the other services and the window work through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from legwork.errors import StoreError, StoreFault, UserError
from legwork.paths import ProfilePaths
from legwork.services.edit import Edit, Outcome, outcome_of
from legwork.store import backup, restoring
from legwork.store.backup_proof import workplace
from legwork.store.engine import disk_fault as disk_fault
from legwork.store.engine import faults_translated
from legwork.store.reader import Reader
from legwork.store.restoring import Restored as Restored
from legwork.store.store import Store

BringingUp = Callable[[Callable[[], object]], None]
"""Work that is handed what it shall call every few milliseconds, see `back_up`."""


class Profile:
    """One person's or household's data. Open it once, apply edits, ask queries, close it."""

    def __init__(self, paths: ProfilePaths, do: Callable[[BringingUp], None] = lambda work: work(lambda: None)) -> None:
        """Open the profile, made or migrated first if need be. Raises StoreError, and what `do` does.

        do: does the migrating of an older file, in another thread if it likes, and is back when it is done.
        """
        self.paths = paths
        with faults_translated():
            paths.make()
        self._held: StoreError | None = None
        self._store = Store(paths.database, paths.backups, do)

    def apply(self, edit: Edit) -> Outcome:
        """Run `edit` in one transaction. Raises UserError or StoreError, as when held; then nothing was changed."""
        if self._held is not None:
            raise StoreError(self._held.fault, self._held.detail)
        with self._store.write() as work:
            edit.run(work)
            return outcome_of(work.patch(), edit.label, work)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Questions over one state of the data, for the queries of this floor; the window never asks."""
        with self._store.read() as reader:
            yield reader

    @property
    def held(self) -> bool:
        """Whether it is only read, see `hold`."""
        return self._held is not None

    def hold(self, error: StoreError) -> None:
        """From now on write nothing: the file is damaged as `error` says, and a copy may take its place.

        Each edit raises that error then, until the profile is opened anew.
        """
        self._held = error

    def prepare_writing(self) -> None:
        """Load what the first edit needs, ahead of it; called off the window's thread."""
        self._store.prepare_writing()

    def changed_elsewhere(self) -> bool:
        """Whether another program wrote since this was last asked."""
        return self._store.changed_elsewhere()

    def back_up(self, breathe: Callable[[], object] = lambda: None) -> backup.Backup | None:
        """Keep a proved copy; None when nothing changed since the newest. Raises StoreError.

        breathe: called every few milliseconds; what it raises ends it, and nothing is kept then.
        """
        return backup.make(self.paths.database, self.paths.backups, breathe=breathe)

    def close(self) -> None:
        """Close the database."""
        self._store.close()


def newest_backup(paths: ProfilePaths) -> backup.Backup | None:
    """The newest backup that is sound, or None."""
    for candidate in backup.listed(paths.backups):
        try:
            backup.verify(candidate.file)
        except StoreError:
            continue  # a damaged backup is no help; an older one may be
        return candidate
    return None


def restore(paths: ProfilePaths, source: Path, breathe: Callable[[], object] = lambda: None) -> Restored:
    """Put a backup, or a full export, in the place of the closed database; tells where the replaced one is kept.

    Raises StoreError.
    """
    from legwork.services.exported_whole import as_database

    try:
        with as_database(source, paths, breathe) as file:
            return restoring.restore(file, paths.database, paths.backups, breathe)
    except UserError as error:  # what an export is refused for
        raise StoreError(StoreFault.DAMAGED, str(error)) from error


def start_afresh(paths: ProfilePaths, breathe: Callable[[], object] = lambda: None) -> Restored:
    """Put an empty database in the place of the closed one, which is kept beside it. Raises StoreError."""
    with faults_translated():
        paths.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
        with workplace(paths.backups) as place:
            empty = ProfilePaths(place / "empty")
            Profile(empty).close()
            return restoring.put_in_place(empty.database, paths.database, paths.backups, breathe)


def check(paths: ProfilePaths) -> None:
    """Look all of the database through; takes a while. Raises StoreError when it is damaged or cannot be read."""
    backup.verify(paths.database)
