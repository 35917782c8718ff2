"""Runs edits, keeps them for undo, and tells the bus. The only door through which the window changes data."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from legwork.errors import StoreError, UserError
from legwork.qt.core.bus import ChangeBus
from legwork.services.edit import EVERYTHING, Edit, Outcome
from legwork.services.profile import Profile


class CommandRunner(QObject):
    """Applies edits to one profile."""

    applied = Signal(str)
    """The label of a notable edit that was just done for the first time."""
    undo_failed = Signal(str)
    """The sentence that says why an undo or redo could not be done."""

    def __init__(
        self, profile: Profile, bus: ChangeBus, ask_retry: Callable[[StoreError], bool], parent: QObject
    ) -> None:
        """ask_retry: tells the person of a store fault and answers whether to try again."""
        super().__init__(parent)
        self._profile = profile
        self._bus = bus
        self._ask_retry = ask_retry
        self.stack = QUndoStack(self)

    def apply(self, edit: Edit, initiator: QObject | None = None) -> Outcome | None:
        """Do `edit`. None when the store refused and the person gave up. Raises UserError, to be said inline."""
        outcome = self._run(edit)
        if outcome is not None:
            self.adopt(outcome, edit, initiator)
        return outcome

    def adopt(self, outcome: Outcome, edit: Edit, initiator: QObject | None = None) -> None:
        """Keep an edit that was done elsewhere (on the background worker) for undo, and announce it."""
        if outcome.changes.rows:
            self.stack.push(_Command(self, outcome, edit.label))
            self._bus.changed.emit(outcome.changes, initiator)
            if edit.notable:
                self.applied.emit(edit.label)

    def reload_everything(self) -> None:
        """Forget all undo and have every page read again: what the data is now is not known."""
        self.stack.clear()
        self._bus.changed.emit(EVERYTHING, None)

    def replay(self, edit: Edit) -> bool:
        """Undo or redo; never raises. False when it could not be done."""
        try:
            outcome = self._run(edit)
        except UserError as error:
            self.undo_failed.emit(str(error))
            return False
        if outcome is None:
            return False
        self._bus.changed.emit(outcome.changes, None)
        return True

    def _run(self, edit: Edit) -> Outcome | None:
        while True:
            try:
                return self._profile.apply(edit)
            except StoreError as error:
                if not self._ask_retry(error):
                    return None


class _Command(QUndoCommand):
    def __init__(self, runner: CommandRunner, outcome: Outcome, label: str) -> None:
        super().__init__(label)
        self._runner = runner
        self._outcome = outcome
        self._done = True

    def redo(self) -> None:
        if self._done:  # pushing a command calls redo, and this one is done already
            self._done = False
            return
        self._replay(self._outcome.forward)

    def undo(self) -> None:
        self._replay(self._outcome.inverse)

    def _replay(self, edit: Edit) -> None:
        if not self._runner.replay(edit):
            self.setObsolete(True)
            # Not from inside undo(): the stack must not be cleared while it walks itself.
            QTimer.singleShot(0, self._runner.reload_everything)
