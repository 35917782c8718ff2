"""Choosers on pages that scroll: the wheel over them scrolls the page.

Owns when a chooser listens to the wheel. What is chosen in it is its owner's.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def calm(chooser: W) -> W:
    """Let a combo box, a number or a day turn by the wheel only while it has the focus, by a click or by Tab.

    Else whoever scrolls a page changes what happens to come under the pointer.
    """
    chooser.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # by itself the wheel would give it the focus
    chooser.installEventFilter(_Calm(chooser))
    return chooser


class _Calm(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()  # the page behind gets it
            return True
        return super().eventFilter(watched, event)
