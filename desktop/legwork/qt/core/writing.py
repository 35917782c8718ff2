"""Files that a page gives away: written whole or not at all, in the background, and told of in a sentence.

What stands in them is made by whoever hands them over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.tasks import BackgroundWorker, Task
from legwork.services.documents import refuse_inside, write_whole
from legwork.services.profile import Profile


@dataclass(frozen=True)
class Writing:
    """A file that is ready to be written, in any thread. make: its bytes; may raise UserError."""

    file: Path
    make: Callable[[], bytes]

    def write(self, _task: Task) -> str:
        """Write it; answers with what was done. Raises UserError."""
        write_whole(self.file, self.make())
        return tr("Written to {file}.", file=self.file)


class FileWriter(QObject):
    """Writes one file after the other."""

    said = Signal(str)
    """What was done."""

    refused = Signal(str)
    """Why it was not."""

    def __init__(self, worker: BackgroundWorker, parent: QObject, profile: Profile) -> None:
        """profile: no file is written into its folder."""
        super().__init__(parent)
        self._worker, self._profile = worker, profile
        self._task: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._task is not None

    def write(self, wanted: Writing) -> None:
        """Write it; what became of it is said when it is done."""
        try:
            refuse_inside(self._profile, wanted.file)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self._task = Task(tr("Writing {file}", file=wanted.file.name), wanted.write)
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._task.cancelled.connect(self._on_cancelled)
        self._worker.start(self._task)

    def _on_done(self, said: str) -> None:
        self._task = None
        self.said.emit(said)

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, UserError):
            raise error  # to whoever catches what nobody caught: the window says it
        self.refused.emit(str(error))

    def _on_cancelled(self) -> None:
        self._task = None
