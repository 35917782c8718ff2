"""A scroll area for what has lists of its own: they shrink first, and only what is still too high scrolls.

Owns that one behaviour. An ordinary scroll area gives its content the height that it would like to have.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from legwork.qt.widgets.layout import scrolled


def scrolled_at_last(content: QWidget, name: str, said: str) -> QScrollArea:
    """`content`, which has a layout, scrolled only below the least height that it can have; else as `scrolled`."""
    return scrolled(_Least(content), name, said)


class _Least(QWidget):
    """Has no layout, for by that a scroll area would ask how high its content wants to be."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        content.setParent(self)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self._content.layout()
        return layout.totalMinimumSize() if layout is not None else self._content.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._content.setGeometry(self.rect())
