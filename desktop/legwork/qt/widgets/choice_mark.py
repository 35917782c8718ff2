"""The round mark at the left of an option that is a whole row of words, of which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from legwork.qt.core.theme import ThemeManager


def paint_choice_mark(painter: QPainter, theme: ThemeManager, chosen: bool) -> None:
    """Paint it where the row begins, filled when the row is the chosen one."""
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
