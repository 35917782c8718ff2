"""The ground of a row in a list that is painted by hand: chosen, under the pointer, and with the focus.

Owns that look only; what stands on the row is painted by whoever paints the row.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle

from legwork.qt.core.theme import ThemeManager


def paint_row_ground(painter: QPainter, place: QRectF, state: QStyle.StateFlag, theme: ThemeManager) -> None:
    """Paint it into `place`; a row that is none of the three has no ground."""
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("legs_soft" if chosen else "raised"))
        painter.drawRoundedRect(place, theme.px(6), theme.px(6))
    if state & QStyle.StateFlag.State_HasFocus:
        half = theme.px(2) / 2
        painter.setPen(QPen(theme.colour("legs"), theme.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(half, half, -half, -half), theme.px(6), theme.px(6))
