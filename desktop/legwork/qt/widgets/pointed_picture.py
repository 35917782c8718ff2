"""A painted picture with parts that mouse and keyboard can point at, such as the rows of a chart.

Owns pointing: hover, focus, arrow keys, Enter and clicks, and that a screen reader hears the part pointed at. What
is painted, where the parts are and what choosing one means is told by the class that builds on it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from legwork.i18n import tr
from legwork.qt.core.commands import name_part, tell
from legwork.qt.core.spoken_roles import CHART
from legwork.qt.core.theme import ThemeManager

_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PointedPicture(QWidget):
    """Subclasses paint, say where their parts are, and hear which part is pointed at and which is chosen."""

    spoken_role = CHART

    def __init__(self, theme: ThemeManager, name: str, said: str, parent: QWidget | None = None) -> None:
        """name: the object's name. said: its translated name for a screen reader."""
        super().__init__(parent)
        self._theme = theme
        self._current: int | None = None
        self.setObjectName(name)
        self.setAccessibleName(said)
        name_part(self, tr("In a drawing"))
        tell(self, ("Up", "Down"), tr("From part to part"))
        tell(self, "Enter", tr("Take the part"))
        self.setMouseTracking(True)
        theme.changed.connect(self._on_theme_changed)

    def sentences(self) -> list[str]:
        """What each part says to a screen reader, in the order of the arrow keys."""
        raise NotImplementedError

    def part_at(self, position: QPointF) -> int | None:
        """The part under the mouse."""
        raise NotImplementedError

    def paint_picture(self, painter: QPainter, rect: QRectF, lit: int | None, ring: bool) -> None:
        """Paint everything. lit: the part pointed at; ring: it has the keyboard as well."""
        raise NotImplementedError

    def pointed_at(self, part: int | None) -> None:
        """Another part is pointed at, or none."""

    def chosen(self, part: int) -> None:
        """A part was clicked, or Enter pressed on it."""

    def parts_changed(self) -> None:
        """To be called when there are other parts: forget which was pointed at, and show the new ones."""
        some = bool(self.sentences())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if some else Qt.FocusPolicy.NoFocus)
        self._point_at(0 if some and self.hasFocus() else None)
        self._describe()
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_picture(painter, QRectF(self.rect()), self._current, self.hasFocus())
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        part = self.part_at(event.position())
        if part is None:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if part is not None or not self.hasFocus():
            self._point_at(part)

    def leaveEvent(self, event: QEvent) -> None:
        self.unsetCursor()
        if not self.hasFocus():
            self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = self.part_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and part is not None:
            self._point_at(part)
            self.chosen(part)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # its first click has chosen already

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last, key = len(self.sentences()) - 1, event.key()
        steps = {
            Qt.Key.Key_Down: min(self._current + 1, last) if self._current is not None else 0,
            Qt.Key.Key_Up: max(self._current - 1, 0) if self._current is not None else last,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if last < 0:
            super().keyPressEvent(event)
        elif key in steps:
            self._point_at(steps[Qt.Key(key)])
        elif key in _CHOOSING and self._current is not None:
            self.chosen(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._current is None and event.reason() != Qt.FocusReason.MouseFocusReason and self.sentences():
            self._point_at(len(self.sentences()) - 1 if event.reason() == Qt.FocusReason.BacktabFocusReason else 0)
        self._describe()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if not self.underMouse():
            self._point_at(None)
        self._describe()
        self.update()

    def _point_at(self, part: int | None) -> None:
        if part != self._current:
            self._current = part
            self._describe()
            self.pointed_at(part)
            self.update()

    def _describe(self) -> None:
        said = self.sentences()
        one = self.hasFocus() and self._current is not None and self._current < len(said)
        self.setAccessibleDescription(said[self._current or 0] if one else " ".join(said))

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
