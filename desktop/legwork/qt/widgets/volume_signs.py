"""Small signs of what a muscle's sets do: an arrow up grows, two bars hold, an arrow down is too few.

Owns these signs, for the window and for paper; their words are in `plan_volumes.EFFECTS`.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import line_width
from legwork.services.plan_volumes import Effect

_ROLES = {Effect.BELOW: "caution", Effect.HOLDS: "secondary", Effect.GROWS: "good", Effect.MUCH: "caution"}


def paint_effect(painter: QPainter, theme: ThemeManager, at: QPointF, effect: Effect) -> None:
    """The sign around a point; nothing for no sets."""
    if effect is Effect.NONE:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(_ROLES[effect]))
    half = line_width(theme, 4)
    if effect is Effect.HOLDS:
        for way in (-1, 1):
            bar = QRectF(-half, -half / 4, 2 * half, half / 2)
            painter.drawRect(bar.translated(at + QPointF(0, way * half / 2)))
    elif effect is Effect.MUCH:
        for way in (-1, 1):
            painter.drawPolygon(_arrow(at + QPointF(0, way * half * 0.55), half * 0.9, -1))
    else:
        painter.drawPolygon(_arrow(at, half, 1 if effect is Effect.BELOW else -1))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _arrow(at: QPointF, half: float, way: int) -> QPolygonF:
    """way: -1 points up, 1 down."""
    high = half * 0.8 * way
    return QPolygonF([at + QPointF(0, high), at + QPointF(-half, -high), at + QPointF(half, -high)])
