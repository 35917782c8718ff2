"""A row with something at its left end and something at its right end, one below the other where it is too narrow.

Owns the placing only.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from legwork.qt.widgets.items_layout import ItemsLayout


class TwoEndsLayout(ItemsLayout):
    """`left` takes all the room that `right` leaves; they stand in two lines, or in as many as `right` flows into,
    rather than be cut."""

    def __init__(self, left: QLayout, right: QLayout, *, spacing: int) -> None:
        super().__init__(*(_holder(one) for one in (left, right)), spacing=spacing)

    def sizeHint(self) -> QSize:
        left, right = (item.sizeHint() for item in self._items)
        return QSize(left.width() + self.spacing() + right.width(), max(left.height(), right.height()))

    def heightForWidth(self, width: int) -> int:
        if self._in_one_line(width):
            return max((item.sizeHint().height() for item in self._shown()), default=0)
        return sum(_height(item, width) for item in self._items) + self.spacing()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        left, right = self._items
        size = right.sizeHint()
        if self._in_one_line(rect.width()):
            beside = size.width() + self.spacing() if right in self._shown() else 0
            left.setGeometry(QRect(rect.x(), rect.y(), rect.width() - beside, rect.height()))
            middle = rect.y() + (rect.height() - size.height()) // 2
            right.setGeometry(QRect(rect.right() + 1 - size.width(), middle, size.width(), size.height()))
            return
        above, below = (_height(item, rect.width()) for item in self._items)
        left.setGeometry(QRect(rect.x(), rect.y(), rect.width(), above))
        right.setGeometry(QRect(rect.x(), rect.y() + above + self.spacing(), rect.width(), below))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty() and item.sizeHint().width()]

    def _in_one_line(self, width: int) -> bool:
        return len(self._shown()) < len(self._items) or self.sizeHint().width() <= width


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _holder(layout: QLayout) -> QWidget:
    made = QWidget()
    made.setLayout(layout)
    return made
