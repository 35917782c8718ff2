"""A row with something at its left end and something at its right end, one below the other where it is too narrow.

Owns the placing only.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from legwork.qt.widgets.items_layout import ItemsLayout


class TwoEndsLayout(ItemsLayout):
    """`left` takes all the room that `right` leaves; they stand in two lines rather than be cut."""

    def __init__(self, left: QLayout, right: QLayout, *, spacing: int) -> None:
        super().__init__(*(_holder(one) for one in (left, right)), spacing=spacing)

    def sizeHint(self) -> QSize:
        left, right = (item.sizeHint() for item in self._items)
        return QSize(left.width() + self.spacing() + right.width(), max(left.height(), right.height()))

    def heightForWidth(self, width: int) -> int:
        heights = [item.sizeHint().height() for item in self._shown()]
        return max(heights, default=0) if self._in_one_line(width) else sum(heights) + self.spacing()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        left, right = self._items
        size = right.sizeHint()
        if self._in_one_line(rect.width()):
            beside = size.width() + self.spacing() if right in self._shown() else 0
            left.setGeometry(QRect(rect.x(), rect.y(), rect.width() - beside, rect.height()))
            right.setGeometry(QRect(rect.right() + 1 - size.width(), rect.y(), size.width(), rect.height()))
            return
        above = left.sizeHint().height()
        left.setGeometry(QRect(rect.x(), rect.y(), rect.width(), above))
        below = rect.y() + above + self.spacing()
        right.setGeometry(QRect(rect.x(), below, min(size.width(), rect.width()), size.height()))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty() and item.sizeHint().width()]

    def _in_one_line(self, width: int) -> bool:
        return len(self._shown()) < len(self._items) or self.sizeHint().width() <= width


def _holder(layout: QLayout) -> QWidget:
    made = QWidget()
    made.setLayout(layout)
    return made
