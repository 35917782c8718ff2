"""What the drawings of the help have in common: words in a box, arrows, boxes with words, lines through points.

Owns these pieces. All lengths are unscaled pixels of the theme; words are broken where there is little room.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import line_width, pen

_SMALLEST = 8
"""No letters are smaller, in pixels."""

WIDE = 540
"""The width that all of them are made for, but for those of the sites."""

LEFT, CENTRE, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
_WRAP = Qt.TextFlag.TextWordWrap


def words(
    painter: QPainter,
    theme: ThemeManager,
    box: QRectF,
    text: str,
    role: str = "text",
    align: Qt.AlignmentFlag = CENTRE,
    *,
    bold: bool = False,
    pixels: int = 12,
) -> None:
    """A text in the middle of a box's height; in smaller letters where it would not go in whole."""
    flags = int(_WRAP) | int(Qt.AlignmentFlag.AlignVCenter | align)
    font = theme.font(pixels, bold)
    painter.setFont(font)
    painter.setPen(theme.colour(role))  # first: without a pen nothing has a size
    while font.pixelSize() > _SMALLEST and not _goes_in(painter, box, flags, text):
        font.setPixelSize(font.pixelSize() - 1)
        painter.setFont(font)
    painter.drawText(box, flags, text)


def _goes_in(painter: QPainter, box: QRectF, flags: int, text: str) -> bool:
    needed = painter.boundingRect(box, flags, text)
    return needed.width() <= box.width() and needed.height() <= box.height()


def arrow(painter: QPainter, theme: ThemeManager, points: Sequence[QPointF], role: str = "secondary") -> None:
    """A line through the points with a head at its end."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(theme, theme.colour(role), 1.6))
    painter.drawPolyline(list(points))
    end, before = points[-1], points[-2]
    turn = atan2(end.y() - before.y(), end.x() - before.x())
    size = line_width(theme, 8)
    wings = [end - QPointF(size * cos(turn + by), size * sin(turn + by)) for by in (-pi / 7, pi / 7)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(role))
    painter.drawPolygon(QPolygonF([end, *wings]))


def boxed(
    painter: QPainter, theme: ThemeManager, box: QRectF, title: str, text: str = "", role: str = "border"
) -> None:
    """A card with a bold word, and below it what it is for."""
    painter.setPen(pen(theme, theme.colour(role), 1.2))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(box, theme.px(6), theme.px(6))
    inside = box.adjusted(theme.px(4), theme.px(4), -theme.px(4), -theme.px(4))
    upper = QRectF(inside.left(), inside.top(), inside.width(), inside.height() * (0.42 if text else 1))
    words(painter, theme, upper, title, bold=True)
    if text:
        lower = QRectF(inside.left(), upper.bottom(), inside.width(), inside.bottom() - upper.bottom())
        words(painter, theme, lower, text, "secondary")


def leader(painter: QPainter, theme: ThemeManager, start: QPointF, end: QPointF) -> None:
    """A thin line from words to what they name, with a dot at its end."""
    painter.setPen(pen(theme, theme.colour("text"), 1))
    painter.drawLine(start, end)
    painter.setBrush(theme.colour("text"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(end, line_width(theme, 2.2), line_width(theme, 2.2))


def track(points: Sequence[QPointF]) -> QPainterPath:
    """A line through points."""
    path = QPainterPath(points[0])
    for one in points[1:]:
        path.lineTo(one)
    return path


def band(upper: Sequence[QPointF], lower: Sequence[QPointF]) -> QPainterPath:
    """What lies between two lines."""
    path = track([*upper, *reversed(lower)])
    path.closeSubpath()
    return path
