"""The system asks the program to end: at logging out, with Ctrl+C in a terminal, when that terminal is closed.

Owns turning such a signal into one that Qt's loop hears at once; what is typed can then be taken over as with the
window's own button. Not on Windows, whose desktop closes the window instead.
"""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class SystemEnd(QObject):
    """Listens from its making on; the second time, the system's own way is taken: the program may hang."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if sys.platform == "win32":
            return
        # Python runs its handler when it next runs at all, which may be after the next move of the mouse; the
        # byte in the pipe wakes Qt, and with it Python.
        self._read, write = os.pipe()
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._on_signal)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)

    def _on_signal(self, number: int, _frame: object) -> None:
        signal.signal(number, signal.SIG_DFL)

    def _on_woken(self) -> None:
        os.read(self._read, 100)
        self.asked.emit()
