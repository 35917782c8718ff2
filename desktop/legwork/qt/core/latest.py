"""Work in the background of which only what was asked last counts.

Owns dropping the answers to what was asked before. Running the work is the worker's affair.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from legwork.qt.core.tasks import BackgroundWorker, Task

LONG_MS = 2000
"""What takes longer is shown with its title and a Cancel button, also when nobody asked to see it."""


class Latest(QObject):
    """Asks one thing at a time: asking again cancels what runs, and nothing is heard of it any more."""

    done = Signal(object)
    """What the work that was asked last came to."""
    failed = Signal()
    """It came to nothing: in an error, which is raised right after this, as who catches what nobody caught says it in
    the window; or as the person pressed Cancel, and may still have it go on."""

    def __init__(self, worker: BackgroundWorker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._task: Task | None = None
        self._stopped: Task | None = None
        self._lasts = QTimer(self, singleShot=True, interval=LONG_MS)
        self._lasts.timeout.connect(self._on_lasts)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._task is not None

    def ask(
        self, title: str, work: Callable[[Task], Any], *, visible: bool = False, waited_for: bool = False
    ) -> None:  # fmt: skip
        """Start `work`. visible: the window shows its title and a Cancel button. waited_for: as `Task`."""
        self.drop()
        task = self._task = Task(title, work, waited_for=waited_for)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._on_cancelled)
        again = partial(self.ask, title, work, visible=visible, waited_for=waited_for)
        task.again = partial(self._go_on, task, again)
        self._worker.start(task, visible=visible)
        if not visible:
            self._lasts.start()

    def drop(self) -> None:
        """Let go of what was asked."""
        self._stopped = None
        if self._task is not None:
            self._lasts.stop()
            self._task.cancel()
            self._task = None

    def _ends(self) -> bool:
        """Whether it is the work that was asked last that has just ended; then nothing is asked any more."""
        if self.sender() is not self._task:
            return False
        self._task = None
        self._lasts.stop()
        return True

    def _on_lasts(self) -> None:
        """A dialog says by itself that it works, and is closed to stop it; the window shows the work with Cancel."""
        around = self.parent()
        if self._task is not None and not (isinstance(around, QWidget) and isinstance(around.window(), QDialog)):
            self._worker.lasts.emit(self._task)

    def _on_done(self, result: object) -> None:
        if self._ends():
            self.done.emit(result)

    def _on_failed(self, error: Exception) -> None:
        if self._ends():
            self.failed.emit()
            raise error

    def _on_cancelled(self) -> None:
        ended = self._task
        if self._ends():
            self._stopped = ended
            self.failed.emit()

    def _go_on(self, stopped: Task, again: Callable[[], object]) -> None:
        """Unless this is gone, or something else was asked: what was stopped may be of another person by now."""
        if isValid(self) and stopped in (self._stopped, self._task):
            again()
