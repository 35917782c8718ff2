"""Runs edits, keeps them for undo, and tells the bus. The only door through which the window changes data."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from legwork.errors import StoreError, UserError
from legwork.i18n import tr
from legwork.qt.core.bus import ChangeBus
from legwork.services.edit import EVERYTHING, Edit, InsteadOf, Outcome, PatchEdit
from legwork.services.profile import Profile


class CommandRunner(QObject):
    """Applies edits to one profile."""

    applied = Signal(str)
    """A sentence: that a notable edit was just done for the first time, or what was to be said of it."""
    replayed = Signal(str)
    """A sentence: that an edit of which more was said than its label is undone, or done again."""
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
        self.given_up = 0
        """How many edits could not be saved, and the person gave up for now; what they typed may stand there still."""
        self._over = False

    def apply(self, edit: Edit, initiator: QObject | None = None, *, replaces_last: bool = False) -> Outcome | None:
        """Do `edit`. None when the store refused and the person gave up. Raises UserError, to be said inline.

        replaces_last: in the place of what was done last, which stands until this does; one step of undo for both.
        Where that was changed elsewhere meanwhile, `edit` is done after it, as a step of its own.
        """
        last = self.stack.command(self.stack.index() - 1) if replaces_last else None
        if isinstance(last, _Command):
            done = last.forward
            try:
                outcome = self._run(InsteadOf(done, edit))
            except UserError:  # of the two, and only `edit` may say no to the person
                pass
            else:
                if outcome is not None:
                    self._keep(outcome, edit, initiator, done)
                return outcome
        outcome = self._run(edit)
        if outcome is not None:
            self.adopt(outcome, edit, initiator)
        return outcome

    def adopt(self, outcome: Outcome, edit: Edit, initiator: QObject | None = None, said: str = "") -> None:
        """Keep an edit that was done elsewhere (on the background worker) for undo, and announce it.

        said: a sentence on what it did; then undoing it is said too, as it may be seen nowhere else.
        """
        self._keep(outcome, edit, initiator, said=said)

    def _keep(
        self, outcome: Outcome, edit: Edit, initiator: QObject | None, replaced: PatchEdit | None = None, said: str = ""
    ) -> None:
        if outcome.changes.rows:
            self.stack.push(_Command(self, edit, outcome.forward, replaced, told=bool(said)))
            self._bus.changed.emit(outcome.changes, initiator)
            if edit.notable:
                self.applied.emit(said or tr("Done: {what}.", what=edit.label))

    def let_go(self) -> None:
        """The program ends: what cannot be saved now is lost, as the person knows, and nothing more is asked."""
        self._over = True

    def say_anew(self) -> None:
        """Name each step of undo in the language that is spoken now."""
        for place in range(self.stack.count()):
            step = self.stack.command(place)
            if isinstance(step, Step):
                step.say_anew()

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
                if self._over or not self._ask_retry(error):
                    self.given_up += 1
                    return None


class Step(QUndoCommand):
    """One step of undo, whatever undoes it."""

    def say_anew(self) -> None:
        """Name it in the language that is spoken now."""
        raise NotImplementedError


class _Command(Step):
    """One step of undo. replaced: the edit of the step before it, when this one is done in the place of that.

    told: undoing and redoing it is said.
    """

    def __init__(
        self, runner: CommandRunner, edit: Edit, forward: PatchEdit, replaced: PatchEdit | None, *, told: bool
    ) -> None:
        super().__init__(forward.label)
        self._runner = runner
        self._edit = edit
        self._replaced = replaced
        self._done = True
        self._told = told
        self.forward = forward

    def id(self) -> int:
        return 1  # any two may be asked to merge

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Become one step with the next one, when that was done in the place of this."""
        if not isinstance(other, _Command) or other._replaced is not self.forward:
            return False
        self.forward = self.forward.then(other.forward)
        self._edit = other._edit
        self.setText(self.forward.label)
        self.setObsolete(not self.forward.patch.changes)  # all is as it was before the first: nothing to undo
        return True

    def say_anew(self) -> None:
        """Name it as its edit is called in the language that is spoken now."""
        self.setText(self._edit.label)

    def redo(self) -> None:
        if self._done:  # pushing a command calls redo, and this one is done already
            self._done = False
            return
        self._replay(self.forward, tr("Done again: {what}.", what=self.text()))

    def undo(self) -> None:
        self._replay(self.forward.inverse, tr("Undone: {what}.", what=self.text()))

    def _replay(self, edit: Edit, sentence: str) -> None:
        if self._runner.replay(edit):
            if self._told:
                self._runner.replayed.emit(sentence)
        else:
            self.setObsolete(True)
            # Not from inside undo(): the stack must not be cleared while it walks itself.
            QTimer.singleShot(0, self._runner.reload_everything)
