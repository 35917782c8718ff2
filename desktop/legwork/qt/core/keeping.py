"""When a copy of the data is made by itself: a moment after the start, and when a new day begins meanwhile.

Owns the moments. What a copy is, and that there is none where nothing changed, is the store's.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.core.tasks import Task
from legwork.services.profile import Profile

LOOK_MS = 60_000
"""The date is looked at so often: one timer to midnight would oversleep, or miss that the clock was changed."""


class Keeping(QObject):
    """For one window, of the profile that it shows."""

    failed = Signal(object)
    """No copy could be made; the exception. Of a profile that was closed meanwhile nothing is said."""

    def __init__(self, parent: QObject, today: Callable[[], date] = date.today) -> None:
        super().__init__(parent)
        self._today = today
        self._context: Context | None = None
        self._task: Task | None = None
        self._day: date | None = today()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def use(self, context: Context | None) -> None:
        """Copies are made of this profile from now on; None: it is about to be closed."""
        self._context, self._task = context, None
        if context is None:
            self._timer.stop()
        else:
            self._timer.start()

    def look(self) -> None:
        """Make a copy when the day is another than that of the last; the sample history can be made anew."""
        if self._context is not None and not self._context.sample and self._today() != self._day:
            self.make()

    def make(self) -> None:
        """Make a copy in the background, if something changed since the newest."""
        if self._context is None or self._task is not None:
            return
        day = None if self._context.sample else self._today()
        self._day = None  # one that is cut short is made up for
        task = self._task = Task(tr("Keeping a copy"), partial(_back_up, self._context.profile))
        task.done.connect(partial(self._on_made, day))
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        self._context.worker.start(task, visible=False)

    def _on_made(self, day: date | None, _made: object) -> None:
        self._day = day or self._day

    def _on_failed(self, error: Exception) -> None:
        if self.sender() is self._task:  # else of a file that was closed meanwhile, and perhaps restored
            self._day = self._today()  # said once a day, and not with every look
            self.failed.emit(error)

    def _on_ended(self, task: Task) -> None:
        if task is self._task:
            self._task = None


def _back_up(profile: Profile, task: Task) -> None:
    profile.back_up(task.breathe)
