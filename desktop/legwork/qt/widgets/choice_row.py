"""One of several that can be chosen, as a row over the whole width: a round mark, its name, and below it what it is.

Owns how it looks. Which of them is chosen, and what that means, is the business of whoever groups them.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.options import paint_option_frame

_WRAP = int(Qt.TextFlag.TextWordWrap) | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class ChoiceRow(QAbstractButton):
    """Arrow keys go through the group."""

    focused = Signal()

    def __init__(self, theme: ThemeManager, name: str, wide: int, least: int) -> None:
        """name: object name. wide, least: the width it is made for and the least it bears, in unscaled pixels."""
        super().__init__()
        self._theme, self._wide, self._least = theme, wide, least
        self._title, self._about, self._aside = "", "", ""
        self.setObjectName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_words(self, title: str, about: str, aside: str = "") -> None:
        """Show other words. about: below the name. aside: at the right of it."""
        self._title, self._about, self._aside = title, about, aside
        self.setText(title.replace("&", "&&"))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        theme = self._theme
        room = QRect(0, 0, max(1, width - theme.px(36 + 12)), 10_000)
        title = QFontMetrics(theme.font(13, bold=True)).boundingRect(room, _WRAP, self._title).height()
        return title + QFontMetrics(theme.font(12)).boundingRect(room, _WRAP, self._about).height() + theme.px(18)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self._wide), self.heightForWidth(self._theme.px(self._wide)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(self._least), self._theme.px(48))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_option_frame(painter, self, theme)
        self._paint_mark(painter)
        text = self.rect().adjusted(theme.px(36), theme.px(8), -theme.px(12), 0)
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(text, _RIGHT, self._aside)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.colour("text" if self.isEnabled() else "secondary"))
        drawn = painter.drawText(text, _WRAP, self._title)
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("secondary"))
        painter.drawText(text.adjusted(0, drawn.height() + theme.px(2), 0, 0), _WRAP, self._about)
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        """A ring, filled when the row is the chosen one."""
        theme, chosen = self._theme, self.isChecked()
        side = theme.px(14)
        box = QRectF(theme.px(12), theme.px(10), side, side)
        painter.setPen(QPen(theme.colour("legs" if chosen else "field_border"), theme.px(1.5)))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(box)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("legs"))
            gap = side * 0.28
            painter.drawEllipse(box.adjusted(gap, gap, -gap, -gap))
