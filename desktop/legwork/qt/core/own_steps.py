"""The steps on the undo stack that are a dialog's own: done in it since it was opened.

Owns which they are. What was done before the dialog was opened is out of sight, and is not undone from within it.
"""

from __future__ import annotations

from PySide6.QtGui import QUndoStack


class OwnSteps:
    """Undo and redo of what was done since it was made."""

    def __init__(self, stack: QUndoStack) -> None:
        self._stack = stack
        self._first = self._last = stack.index()

    @property
    def any(self) -> bool:
        """Whether there is a step to undo."""
        return self._stack.index() > self._first

    def note(self) -> None:
        """A step was done."""
        self._last = self._stack.index()

    def begin_anew(self) -> None:
        """Another program wrote: what was done until now is no step any more."""
        self._first = self._last = self._stack.index()

    def undo(self) -> None:
        """Take the last step back, if it is an own one."""
        if self.any:
            self._stack.undo()

    def redo(self) -> None:
        """Do a step again that was taken back."""
        if self._stack.index() < self._last:
            self._stack.redo()
