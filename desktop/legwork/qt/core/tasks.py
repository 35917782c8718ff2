"""Work longer than 100 ms: one background worker, with progress and Cancel. Only frozen dataclasses cross threads."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from legwork.errors import Cancelled

REST, LONGEST_REST_S = 4.0, 0.03
"""How much longer than its work a task rests when it breathes, and at most, seconds."""

WAITED_FOR_S = 0.04
"""So long a task that a person waits for works between two rests: the window still gets its turn."""


class Task(QObject):
    """One piece of background work. Its signals arrive in the window's thread."""

    done = Signal(object)
    """The result of the work."""
    failed = Signal(object)
    """The exception that ended it; never Cancelled."""
    cancelled = Signal()
    ended = Signal(object)
    """After any of the three: the task itself."""
    stopped = Signal(object)
    """The work is over; for the worker, which then says how it ended."""

    def __init__(self, title: str, work: Callable[[Task], Any], *, waited_for: bool = False) -> None:
        """waited_for: a person looks at the place where its result will stand, so it rests less often."""
        super().__init__()
        self.title = title
        self.work = work
        self._between = WAITED_FOR_S if waited_for else 0.0
        self.tell: Callable[[], object] = self.cancelled.emit
        self.again: Callable[[], object] | None = None
        """Starts the same work anew, where it makes sense to go on after Cancel."""
        self._stop = threading.Event()
        self._breathed = time.monotonic()

    def begin(self) -> None:
        """The work begins now: the time it waited in the queue is not counted."""
        self._breathed = time.monotonic()

    def cancel(self) -> None:
        """Ask the work to stop at its next safe point."""
        self._stop.set()

    def should_stop(self) -> bool:
        """Whether Cancel was pressed; asked by the work itself."""
        return self._stop.is_set()

    def breathe(self) -> None:
        """Called by long work every few milliseconds, at a safe point: raises Cancelled when it shall stop.

        Only one thread at a time runs Python, and the window needs it for every frame: it is left to the window for
        longer than the work took.
        """
        if self._stop.is_set():
            raise Cancelled
        worked = time.monotonic() - self._breathed
        if worked < self._between:
            return
        time.sleep(min(REST * worked, LONGEST_REST_S))
        self._breathed = time.monotonic()


class _Runnable(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        task = self._task
        task.begin()
        try:
            with _no_collection():
                result = task.work(task)
        except Cancelled:
            task.tell = task.cancelled.emit
        except Exception as error:  # noqa: BLE001 - it is handed on, in the window's thread
            task.tell = partial(task.failed.emit, error)
        else:
            task.tell = partial(task.done.emit, result)
        task.stopped.emit(task)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Python looks for garbage in whichever thread allocates, and widgets must not be destroyed in this one."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # All that the work made is old from here on: to look through it as through what is new would take 50 ms.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


class BackgroundWorker(QObject):
    """Runs tasks one after the other."""

    started = Signal(object)
    """A Task that a person waits for; the window shows its title and a Cancel button."""

    lasts = Signal(object)
    """A Task that began unseen and turns out to take long; it is shown in the same way from now on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: list[Task] = []
        self._last: Task | None = None
        self._silent = False

    def start(self, task: Task, *, visible: bool = True) -> None:
        """Queue `task`. Connect to its signals first."""
        self._running.append(task)
        task.stopped.connect(self._on_stopped, Qt.ConnectionType.QueuedConnection)
        if visible:
            self.started.emit(task)
        self._pool.start(_Runnable(task))

    def stop(self) -> None:
        """Wait for what runs, and say nothing of it any more: the profile is closed, and with it what it was for."""
        self._silent = True
        self.wait()

    def wait(self, milliseconds: int = 30000) -> bool:
        """Cancel what runs and wait for it to stop."""
        for task in self._running:
            task.cancel()
        return self._pool.waitForDone(milliseconds)

    @Slot(object)
    def _on_stopped(self, ended: Task) -> None:
        if not self._silent:
            ended.tell()
            ended.ended.emit(ended)
        # Held until the next one ends: its thread may still have a hand on it, and must not be the one to destroy it.
        self._last = ended
        self._running = [task for task in self._running if task is not ended]
