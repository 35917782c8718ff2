"""A row that goes on in the next line when the window is too narrow for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayoutItem, QWidget

from legwork.qt.widgets.items_layout import ItemsLayout


class FlowBox(QWidget):
    """Widgets in a flow, as high as the width needs; for places that do not ask for it, as a splitter."""

    def __init__(self, *widgets: QWidget, spacing: int) -> None:
        super().__init__()
        self._flow = FlowLayout(*widgets, spacing=spacing)
        self.setLayout(self._flow)

    def add(self, widget: QWidget) -> None:
        """One more, behind the others."""
        self._flow.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold_height()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # one was shown or hidden, or says something else
            self._hold_height()
        return done

    def _hold_height(self) -> None:
        self.setFixedHeight(self._flow.heightForWidth(self.width()))


class FlowLayout(ItemsLayout):
    """Lays widgets out from the left like words; hidden ones take no place. Its height follows its width."""

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items, each in the middle of its line, or only say how high they would stand."""
        x, y, height = rect.x(), rect.y(), 0
        line: list[tuple[QLayoutItem, QPoint, QSize]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if line and x + size.width() > rect.right() + 1:
                self._place(line, height, move=move)
                x, y, height, line = rect.x(), y + height + self.spacing(), 0, []
            line.append((item, QPoint(x, y), size))
            x += size.width() + self.spacing()
            height = max(height, size.height())
        self._place(line, height, move=move)
        return y + height - rect.y()

    @staticmethod
    def _place(line: list[tuple[QLayoutItem, QPoint, QSize]], height: int, *, move: bool) -> None:
        if move:
            for item, corner, size in line:
                item.setGeometry(QRect(corner + QPoint(0, (height - size.height()) // 2), size))
