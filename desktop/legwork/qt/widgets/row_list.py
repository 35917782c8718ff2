"""A list whose rows are painted by hand, from what is kept with each.

Owns how such lists scroll, and the ground of a row. What stands on a row is painted by whoever builds on it.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.row_ground import paint_row_ground

KEPT = Qt.ItemDataRole.UserRole
"""Under which an item keeps what is painted."""


class RowList(QListWidget):
    """Scrolls by pixels and only up and down; its rows are as wide as it is."""

    def __init__(self, theme: ThemeManager, name: str, said: str) -> None:
        """name: object name. said: its translated name for a screen reader."""
        super().__init__()
        self._theme = theme
        self.setObjectName(name)
        self.setAccessibleName(said)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMouseTracking(True)


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row, and lets `paint_row` paint on it."""

    def __init__(self, theme: ThemeManager, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme, self._list = theme, parent

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = option.rect.adjusted(0, 1, 0, -1)
        paint_row_ground(painter, QRectF(place), option.state, self._theme)
        self.paint_row(painter, place, index.data(KEPT), bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def paint_row(self, painter: QPainter, place: QRect, shown: Any, chosen: bool) -> None:
        """Paint what is kept with a row. chosen: whether it is selected."""
        raise NotImplementedError

    def paint_region_bar(self, painter: QPainter, place: QRect, region: str) -> None:
        """A bar at the left edge of a row, in the hue of its region."""
        px = self._theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.region_colour(region))
        bar = QRectF(place.left() + px(6), place.top() + px(8), px(4), place.height() - px(16))
        painter.drawRoundedRect(bar, px(2), px(2))
