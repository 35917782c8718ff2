"""Two columns of cards that become one where there is no room for two."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import column, row

_LEAST_WIDTH = 820
"""Unscaled pixels that two columns need."""


class TwoColumns(QWidget):
    """The left one is half as wide again as the right one; each is as high as its cards."""

    def __init__(self, theme: ThemeManager, left: tuple[QWidget, ...], right: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._theme = theme
        self._both = row(spacing=16)
        for cards, share in ((left, 3), (right, 2)):
            holder = QWidget()
            holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            holder.setLayout(column(*cards, None, spacing=16))
            self._both.addWidget(holder, share)
        self.setLayout(self._both)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(_LEAST_WIDTH)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._both.setDirection(down if narrow else across)
