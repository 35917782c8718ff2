"""An open profile: the handle that the other services and the window work through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from legwork.errors import StoreError
from legwork.paths import ProfilePaths
from legwork.services.edit import Edit, Outcome, outcome_of
from legwork.store import backup, restoring
from legwork.store.engine import disk_fault as disk_fault
from legwork.store.engine import faults_translated
from legwork.store.reader import Reader
from legwork.store.restoring import Restored as Restored
from legwork.store.store import Store


class Profile:
    """One person's or household's data. Open it once, apply edits, ask queries, close it."""

    def __init__(self, paths: ProfilePaths) -> None:
        """Open the profile, made or migrated first if need be. Raises StoreError."""
        self.paths = paths
        with faults_translated():
            paths.make()
        self._store = Store(paths.database, paths.backups)

    def apply(self, edit: Edit) -> Outcome:
        """Run `edit` in one transaction. Raises UserError or StoreError; then nothing was changed."""
        with self._store.write() as work:
            edit.run(work)
            return outcome_of(work.patch(), edit.label, work)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Questions over one state of the data, for the queries of this floor; the window never asks."""
        with self._store.read() as reader:
            yield reader

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
    """Put a backup in the place of the closed database; tells where the replaced one is kept. Raises StoreError."""
    return restoring.restore(source, paths.database, paths.backups, breathe)
