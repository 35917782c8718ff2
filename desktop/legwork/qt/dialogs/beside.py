"""A dialog that stands beside the window: about one person, following every edit and its undo, gone when they go.

Owns following the data, the keys that the window's own menu cannot bring here, and its size. What it shows, and how
that is asked for, is its subclass's affair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from legwork.qt.core.commands import offer_undo
from legwork.qt.core.context import Context
from legwork.qt.widgets.window_room import open_inside
from legwork.services.people import Person

if TYPE_CHECKING:
    from legwork.services.edit import Changes


class BesideDialog(QDialog):
    """tables: when one of them changes, what is shown is asked for again."""

    tables: tuple[str, ...] = ()

    def __init__(self, context: Context, person: Person, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._person = context, person

    def _ask(self) -> None:
        """Have what is shown worked out."""
        raise NotImplementedError

    def _follow(self) -> None:
        """Follow the data from now on, and undo as the window does, which keeps its own keys to itself."""
        context = self._context
        stack = context.runner.stack
        offer_undo(self, stack.undo, stack.redo)
        context.bus.changed.connect(self._on_changed)
        context.person_leaving.connect(self.close)
        context.person_changed.connect(self._on_person_changed)

    def _fit(self, width: int, height: int, edge: int) -> None:
        """As large as asked for, but inside the window by an edge; in unscaled pixels."""
        theme, window = self._context.theme, self.parentWidget()
        assert window is not None
        open_inside(self, window, theme, width, height, edge)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        person = self._context.person
        if person is not None and person.id == self._person.id and changes.touches(*self.tables):
            self._person = person
            self._ask()

    def _on_person_changed(self) -> None:
        person = self._context.person
        if person is None or person.id != self._person.id:
            self.close()  # nobody said goodbye: the person was deleted, or their addition was undone
