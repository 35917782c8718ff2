"""Expected and seen on the Today page: offers are taken into the plan, or put away, as ordinary undoable edits.

Owns what an answer does. How it looks is `qt.widgets.loop_cards`, what is offered `services.loop`; whoever shows the
panel asks `loop_view` in the background for what it shows.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QUndoCommand
from PySide6.QtWidgets import QWidget

from legwork.errors import UserError
from legwork.qt.core.context import Context
from legwork.qt.widgets.layout import column
from legwork.qt.widgets.loop_cards import LoopCards
from legwork.services.edit import Edit
from legwork.services.loop import LoopCard, LoopView, put_away, take


class LoopPanel(QWidget):
    """A card that is hidden while there is nothing to say."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._took: list[tuple[QUndoCommand, str]] = []
        """What was taken: by which step of undo, and in words."""
        self._of: int | None = None
        self.setObjectName("loop_panel")
        self.cards = LoopCards(context.theme)
        self.cards.taken.connect(self._on_taken)
        self.cards.put_away.connect(self._on_put_away)
        self.cards.page_asked.connect(context.navigate)
        self.setLayout(column(self.cards))
        self.hide()

    def show_view(self, view: LoopView | None) -> None:
        """Show what is offered now; None: nothing is known yet."""
        person = self._context.person
        if (person.id if person is not None else None) != self._of:
            self._of = person.id if person is not None else None
            self._took.clear()
        self.cards.show_view(view, self._taken() if view is not None else ())
        self.setVisible(view is not None and not self.cards.isHidden())

    def _taken(self) -> list[str]:
        """What was taken and not undone since."""
        stack = self._context.runner.stack
        done = [stack.command(at) for at in range(stack.index())]
        return [what for step, what in self._took if any(one is step for one in done)]

    def _on_taken(self, card: LoopCard) -> None:
        self.cards.pause()
        if self._run(card, None):
            stack = self._context.runner.stack
            assert card.change is not None
            self._took.append((stack.command(stack.index() - 1), card.change.what))

    def _on_put_away(self, card: LoopCard) -> None:
        person = self._context.person
        if person is not None:
            self.cards.pause()
            self._run(card, put_away(person, card, date.today()))

    def _run(self, card: LoopCard, edit: Edit | None) -> bool:
        """Do the edit, or that of the card's offer; False where it could not be done, which is said."""
        try:
            done = self._context.runner.apply(edit or take(self._context.profile, card))
        except UserError as error:
            self.cards.say_failed(str(error))
            return False
        if done is None or not done.changes.rows:
            self.cards.say_failed("")
            return False
        return True
