"""Lets go of large things a little at a time: freeing years of readings at once would hold up a frame.

Owns nothing but the wait: what it is given, nobody else may need any more.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer


class Release(QObject):
    """Holds things until the window has a moment, then drops one at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[object] = deque()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._drop_one)

    def later(self, things: Iterable[object]) -> None:
        """Drop these one by one, each in a turn of the event loop of its own."""
        self._waiting.extend(things)
        if self._waiting and not self._timer.isActive():
            self._timer.start()

    def _drop_one(self) -> None:
        self._waiting.popleft()
        if self._waiting:
            self._timer.start()
