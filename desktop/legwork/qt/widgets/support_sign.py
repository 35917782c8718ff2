"""How well a possible cause is supported, as a small drawing: dots that fill up, so that colour is not needed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from legwork.domain.causes.diagnosis import Support, in_words
from legwork.qt.core.spoken_roles import PICTURE
from legwork.qt.core.theme import ThemeManager

_FULL = {Support.STRONG: 3, Support.SOME: 2, Support.LITTLE: 1}
_DOTS = 3


class SupportSign(QWidget):
    """Three dots, full ones for what speaks for it; question marks for not known, dashes for more against it."""

    spoken_role = PICTURE

    def __init__(self, theme: ThemeManager, support: Support) -> None:
        super().__init__()
        self._theme, self._support = theme, support
        self.setObjectName("support_sign")
        self.setAccessibleName(in_words(support))
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(42), self._theme.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(_DOTS):
            self._paint_one(painter, place)
        painter.end()

    def _paint_one(self, painter: QPainter, place: int) -> None:
        theme, support = self._theme, self._support
        centre = QPointF(theme.px(7) + place * theme.px(14), self.height() / 2)
        reach = QPointF(theme.px(4), 0)
        if support is Support.UNKNOWN:
            painter.setFont(theme.font(12))
            painter.setPen(theme.colour("secondary"))
            box = QRectF(centre.x() - theme.px(7), 0, theme.px(14), self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
        elif support is Support.AGAINST:
            pen = QPen(theme.colour("secondary"), theme.px(2))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(centre - reach, centre + reach)
        else:
            full = place < _FULL[support]
            painter.setPen(QPen(theme.colour("legs" if full else "field_border"), theme.px(1.5)))
            painter.setBrush(theme.colour("legs") if full else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, reach.x(), reach.x())
