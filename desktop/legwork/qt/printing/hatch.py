"""The hues of legs and upper body on paper, with hatches that tell them apart in grey as well.

Owns how a region looks: legs are full, the upper body has falling lines, what is neither is pale. Lines are drawn one
by one and not as a brush pattern: that is made of dots of the device, far too fine on a printer.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from legwork.domain.sites import Region
from legwork.qt.core.theme import ThemeManager

_STEP = 5.0
"""Between two lines of a hatch, units across."""


def fill_region(painter: QPainter, rect: QRectF, theme: ThemeManager, region: Region | None) -> None:
    """Fill a rectangle as its region looks, and outline it."""
    colour = theme.region_colour(region.value if region else "")
    if region is Region.LOWER:
        painter.fillRect(rect, colour)
    elif region is Region.UPPER:
        painter.fillRect(rect, theme.colour("upper_soft"))
        painter.setPen(QPen(colour, 1.3))
        painter.drawLines(hatch_lines(rect))
    else:
        painter.fillRect(rect, theme.colour("raised"))
    painter.setPen(QPen(colour, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)


def hatch_lines(rect: QRectF, step: float = _STEP) -> list[QLineF]:
    """Falling lines at 45 degrees across a rectangle, each from edge to edge."""
    right, top = rect.right(), rect.top()
    wide, tall = rect.width(), rect.height()
    lines = []
    at = step / 2
    while at < wide + tall:
        # Where x + y = at, counted from the upper right corner, to the left and down.
        x1, y1 = min(at, wide), max(0.0, at - wide)
        x2, y2 = max(0.0, at - tall), min(at, tall)
        lines.append(QLineF(right - x1, top + y1, right - x2, top + y2))
        at += step
    return lines
