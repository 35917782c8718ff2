"""A field that stands for something kept: its keys, and when what is typed is taken.

Owns how such a field answers to keys and to the focus, the same everywhere. What is typed, and whether it is taken, is
for the fields that are made of it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from legwork.qt.widgets.layout import leaves_undo_to_window

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypedField(QLineEdit):
    """Enter takes what is typed, and so does leaving; Escape gives back what was there, the arrows go to another field.

    With nothing typed, Ctrl+Z undoes the last edit of the window.
    """

    stepped = Signal(int)
    """Go so many fields down, or up."""

    def __init__(self) -> None:
        super().__init__()
        self._refused = False
        """Whether something stands here that could not be taken."""

    def commit(self) -> bool:
        """Take what is typed. False when it was not."""
        raise NotImplementedError

    def give_back(self) -> None:
        """Show again what is kept."""
        raise NotImplementedError

    def _on_enter(self) -> None:
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.isModified():
                event.accept()
                return True
            if not self.isModified() and leaves_undo_to_window(event):
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in _ENTER and plain:
            self._on_enter()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and plain:
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.give_back()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        came_back = event.reason() is Qt.FocusReason.ActiveWindowFocusReason
        if not came_back and (not self.isModified() or self._refused):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.commit()
