"""A profile whose edits are undone and done again at random: each state comes back to the byte.

Owns the states. Which edits there are is told by the rules of the machine that builds on it.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from helpers import database_dump, integrity, opened
from legwork.errors import UserError
from legwork.services import people
from legwork.services.edit import Edit, Outcome


class UndoSteps(RuleBasedStateMachine):
    """A profile, the edits done to it, and those that were undone, as the menu holds them."""

    @initialize()
    def begin(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self.profile = opened(Path(self._folder.name))
        self.states = [database_dump(self.profile)]
        self.done: list[Outcome] = []
        self.undone: list[Outcome] = []

    def teardown(self) -> None:
        if not hasattr(self, "profile"):
            return
        last = database_dump(self.profile)
        for outcome in reversed(self.done):
            self.profile.apply(outcome.inverse)
        assert database_dump(self.profile) == self.states[0]
        for outcome in self.done:
            self.profile.apply(outcome.forward)
        assert database_dump(self.profile) == last
        self.profile.close()
        assert integrity(self.profile.paths.database) == "ok"
        self._folder.cleanup()

    @invariant()
    def each_state_is_known(self) -> None:
        if hasattr(self, "profile"):
            assert database_dump(self.profile) == self.states[len(self.done)]
            assert not self.profile.changed_elsewhere()

    @precondition(lambda self: self.done)
    @rule(count=st.integers(1, 4))
    def undo(self, count: int) -> None:
        for _ in range(min(count, len(self.done))):
            outcome = self.done.pop()
            self.profile.apply(outcome.inverse)
            self.undone.append(outcome)

    @precondition(lambda self: self.undone)
    @rule(count=st.integers(1, 4))
    def redo(self, count: int) -> None:
        for _ in range(min(count, len(self.undone))):
            outcome = self.undone.pop()
            self.profile.apply(outcome.forward)
            self.done.append(outcome)

    def apply(self, edit: Edit) -> None:
        try:
            outcome = self.profile.apply(edit)
        except UserError:
            return  # what is refused changes nothing: the invariant looks
        if outcome.changes.rows:
            self.done.append(outcome)
            self.undone.clear()
            self.states[len(self.done) :] = [database_dump(self.profile)]

    def somebody(self, number: int) -> people.Person | None:
        everybody = people.everybody(self.profile)
        return everybody[number % len(everybody)] if everybody else None
