"""The pages of the window, one on top of the other.

Owns how narrow they may become: large text must not push the window over the edge of the screen.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QStackedWidget

NARROWEST_SCREEN = 1280
"""Pixels: no narrower screen is reckoned with, so that a page is not squeezed where a window may well be wider."""


class PageStack(QStackedWidget):
    """Asks for the room that its pages need, but for no more width than there is on the screen."""

    def minimumSizeHint(self) -> QSize:
        needed, window = super().minimumSizeHint(), self.window()
        beside = self.mapTo(window, QPoint(0, 0)).x()
        widest = max(self.screen().availableGeometry().width(), window.width(), NARROWEST_SCREEN)
        return QSize(min(needed.width(), max(1, widest - beside)), needed.height())
