"""Work longer than 100 ms: one background worker, with progress and Cancel. Only frozen dataclasses cross threads."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from legwork.errors import Cancelled


class Task(QObject):
    """One piece of background work. Its signals arrive in the window's thread."""

    done = Signal(object)
    """The result of the work."""
    failed = Signal(object)
    """The exception that ended it; never Cancelled."""
    cancelled = Signal()
    ended = Signal(object)
    """After any of the three: the task itself."""

    def __init__(self, title: str, work: Callable[[Task], Any]) -> None:
        super().__init__()
        self.title = title
        self.work = work
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next safe point."""
        self._stop.set()

    def should_stop(self) -> bool:
        """Whether Cancel was pressed; asked by the work itself."""
        return self._stop.is_set()


class _Runnable(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        task = self._task
        try:
            result = task.work(task)
        except Cancelled:
            task.cancelled.emit()
        except Exception as error:  # noqa: BLE001 - it is handed on, in the window's thread
            task.failed.emit(error)
        else:
            task.done.emit(result)
        task.ended.emit(task)


class BackgroundWorker(QObject):
    """Runs tasks one after the other."""

    started = Signal(object)
    """A Task that a person waits for; the window shows its title and a Cancel button."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: list[Task] = []

    def start(self, task: Task, *, visible: bool = True) -> None:
        """Queue `task`. Connect to its signals first."""
        self._running.append(task)
        task.ended.connect(self._forget, Qt.ConnectionType.QueuedConnection)
        if visible:
            self.started.emit(task)
        self._pool.start(_Runnable(task))

    def wait(self, milliseconds: int = 30000) -> bool:
        """Cancel what runs and wait for it to stop; before the profile is closed."""
        for task in self._running:
            task.cancel()
        return self._pool.waitForDone(milliseconds)

    @Slot(object)
    def _forget(self, ended: Task) -> None:
        self._running = [task for task in self._running if task is not ended]
