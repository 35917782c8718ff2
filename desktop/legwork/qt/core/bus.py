"""The one announcement of every change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class ChangeBus(QObject):
    """Emits `changed(Changes, initiator)` once per commit, the same for do, undo and redo.

    initiator: the object that asked for the edit, so that a field need not refresh itself; None for undo and redo.
    """

    changed = Signal(object, object)
