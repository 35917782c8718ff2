"""Parts side by side where there is room for it, and one below the other in less."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from legwork.qt.widgets.items_layout import ItemsLayout


class SideBySide(ItemsLayout):
    """Its height follows its width; hidden parts take no place."""

    def __init__(self, *parts: QWidget, wide: int, spacing: int, gap: int, shares: tuple[int, ...] = ()) -> None:
        """wide: width in pixels from which the parts stand side by side. spacing: below each other; gap: beside.

        shares: how the width is divided, 0 for a part that keeps its own; alike when not given.
        """
        super().__init__(*parts, spacing=spacing)
        self._wide, self._gap, self._shares = wide, gap, shares or (1,) * len(parts)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def heightForWidth(self, width: int) -> int:
        return max((rect.bottom() + 1 for _, rect in self._places(width)), default=0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in self._places(rect.width()):
            item.setGeometry(place.translated(rect.topLeft()))

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item, _ in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def _shown(self) -> list[tuple[QLayoutItem, int]]:
        shares = (*self._shares, *(1,) * len(self._items))
        return [(item, share) for item, share in zip(self._items, shares, strict=False) if not item.isEmpty()]

    def _places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        shown = self._shown()
        if width < self._wide or len(shown) < 2:
            y, places = 0, []
            for item, _ in shown:
                height = _height(item, width)
                places.append((item, QRect(QPoint(0, y), QSize(width, height))))
                y += height + self.spacing()
            return places
        fixed = sum(item.sizeHint().width() for item, share in shown if not share)
        room = max(width - fixed - self._gap * (len(shown) - 1), 0)
        whole = sum(share for _, share in shown) or 1
        widths = [room * share // whole if share else item.sizeHint().width() for item, share in shown]
        high = max(_height(item, one) for (item, _), one in zip(shown, widths, strict=True))
        x, places = 0, []
        for (item, _), one in zip(shown, widths, strict=True):
            places.append((item, QRect(x, 0, one, high)))
            x += one + self._gap
        return places


def _height(item: QLayoutItem, width: int) -> int:
    wanted = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(wanted, item.minimumSize().height())
