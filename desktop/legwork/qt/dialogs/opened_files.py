"""Files that came to the window by name: dropped on it, named at the start, or handed over by a second start.

Owns telling a backup from all else, and waiting for a good moment. What becomes of a file is for others: a backup
leads to the preview of its restoring, anything else to the importer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from legwork.i18n import ntr
from legwork.log import logger
from legwork.qt.core.tasks import BackgroundWorker, Task

AGAIN_MS = 200
"""How often it is looked whether the dialog that stands in the way has gone."""


class OpenedFiles(QObject):
    """Sorts files in the background and hands them on when no dialog is open."""

    import_wanted = Signal(object)
    """Paths that are no backups, in the order they came; a tuple."""
    restore_wanted = Signal(object)
    """The path of a backup."""
    said = Signal(str)
    unexpected = Signal(object)

    def __init__(self, importing: Callable[[], bool], parent: QObject) -> None:
        """importing: whether files are being taken in just now; a backup waits for them."""
        super().__init__(parent)
        self._importing = importing
        self._worker: BackgroundWorker | None = None
        self._task: Task | None = None
        self._new: list[Path] = []
        self._sorted: list[Path] = []
        self._backups: list[Path] = []
        self._told = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._go_on)

    def use(self, worker: BackgroundWorker | None) -> None:
        """From now on files are for the profile whose worker this is; None: it is closed, and they wait."""
        self._worker = worker
        if worker is not None:
            self._look()
            self._go_on()
        else:
            self._task = None  # its answer will not come any more; what it was looking at still stands in `_new`

    def take(self, files: Sequence[Path]) -> None:
        """Open `files`, after those that came before."""
        self._new += files
        self._look()

    def _look(self) -> None:
        if self._worker is None or self._task is not None or not self._new:
            return
        self._task = Task("opening", partial(_sorted, tuple(self._new)))
        self._task.done.connect(self._on_sorted)
        self._task.failed.connect(self._on_failed)
        self._worker.start(self._task, visible=False)

    def _on_sorted(self, found: tuple[tuple[Path, bool], ...]) -> None:
        if self.sender() is not self._task:
            return  # of a profile that was closed meanwhile
        self._task = None
        del self._new[: len(found)]
        self._sorted += [file for file, backup in found if not backup]
        self._backups += [file for file, backup in found if backup]
        logger.info("files to open: %d, copies of all data among them: %d", len(found), sum(one for _, one in found))
        self._look()
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        if self.sender() is self._task:
            self._task = None
            self._new.clear()
            self.unexpected.emit(error)

    def _go_on(self) -> None:
        if self._worker is None or not (self._sorted or self._backups):
            return
        if QApplication.activeModalWidget() is not None:
            if not self._told and not self._importing():
                waiting = len(self._sorted) + len(self._backups)
                self.said.emit(
                    ntr(
                        "{name} is opened as soon as the dialog is closed.",
                        "{count} files are opened as soon as the dialog is closed.",
                        waiting,
                        name=(self._sorted + self._backups)[0].name,
                    )
                )
            self._told = True
            self._again.start()
            return
        self._told = False
        if self._sorted:
            files, self._sorted = tuple(self._sorted), []
            self.import_wanted.emit(files)
        if not self._backups:
            return
        if not self._importing():
            self.restore_wanted.emit(self._backups.pop(0))
        if self._backups:
            self._again.start()


def _sorted(files: tuple[Path, ...], _task: Task) -> tuple[tuple[Path, bool], ...]:
    from legwork.services.backups import looks_like_backup

    return tuple((file, looks_like_backup(file)) for file in files)
