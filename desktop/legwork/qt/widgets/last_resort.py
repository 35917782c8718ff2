"""A scroll area for what has lists of its own: they shrink first, and only what is still too high scrolls. What is
scrolled then ends in one part that has all the room there is, so that nobody looks at a list through a slit.

Owns that behaviour, and the wheel and keys over such lists. An ordinary scroll area gives its content the height that
it would like to have.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLayout, QScrollArea, QTabWidget, QWidget

from legwork.qt.widgets.layout import scrolled


class PlainTabs(QTabWidget):
    """Tabs that take whatever height is left for them, but let no sentence on them be cut.

    Qt's own want all the height that their lists would like to have as soon as one such sentence can be broken.
    """

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        least, width = super().minimumSizeHint(), max(self.width(), super().minimumSizeHint().width())
        pages = [page for at in range(self.count()) if self.isTabVisible(at) and (page := self.widget(at)) is not None]
        high = max((_least(one, width) for one in (page.layout() for page in pages) if one is not None), default=0)
        return QSize(least.width(), max(least.height(), high + self.tabBar().sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def scrolled_at_last(content: QWidget, name: str, said: str, main: Sequence[QLayout | QWidget]) -> QScrollArea:
    """`content`, which has a layout, scrolled only below the least height that it can have; else as `scrolled`.

    main: what stands at its end, from above, and is together as high as the whole view once it scrolls. One of it has a
    list, and all the stretch. A list must not stand in a layout inside a layout beside sentences: such a layout wants
    the height that the list would like to have.
    """
    made = _Least(content, main)
    area = scrolled(made, name, said)
    made.stand_in(area)
    return area


def _least(part: QLayout | QWidget, width: int) -> int:
    """How high it is at the least where its sentences stand in as many lines as they need."""
    if isinstance(part, QLayout):
        if part.hasHeightForWidth():
            return part.totalMinimumHeightForWidth(width)
        return part.totalMinimumSize().height()
    high = part.heightForWidth(width) if part.hasHeightForWidth() else part.minimumSizeHint().height()
    return max(high, part.minimumHeight()) if part.isVisible() else 0


class _Least(QWidget):
    """Has no layout, for by that a scroll area would ask how high its content wants to be."""

    def __init__(self, content: QWidget, main: Sequence[QLayout | QWidget]) -> None:
        super().__init__()
        self._content, self._main = content, main
        self._area: QScrollArea | None = None
        content.setParent(self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def stand_in(self, area: QScrollArea) -> None:
        """Follow the wheel and the keys over the lists, as far as they are there already."""
        self._area = area
        for view in self._content.findChildren(QAbstractItemView):
            view.installEventFilter(self)
            view.viewport().installEventFilter(self)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self._content.layout()
        return QSize(layout.totalMinimumSize().width() if layout is not None else 0, 0)

    def heightForWidth(self, width: int) -> int:
        layout = self._content.layout()
        least = _least(layout, width) if layout is not None else 0
        view = self._area.viewport().height() if self._area is not None else 0
        if layout is None or least <= view:
            return least
        gaps = layout.spacing() * (len(self._main) - 1)
        return least + max(0, view - gaps - sum(_least(one, width) for one in self._main))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._content.setGeometry(self.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The whole turns before a list in it does; whoever goes through a list by keys has all of it before them."""
        area = self._area
        if area is None:
            return False
        bar = area.verticalScrollBar()
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent) and event.angleDelta().y() < 0:
            if bar.value() < bar.maximum():
                QApplication.sendEvent(bar, event)
                return True
        elif event.type() == QEvent.Type.KeyPress:
            bar.setValue(bar.maximum())  # where the main part ends
        return False
