"""The key of a chart of both regions on paper, and the dashes of a line across full and hatched bars.

Owns how these look. What they mean is said by the chart.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from legwork.domain.sites import Region
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.hatch import fill_region
from legwork.qt.printing.text import wrapped


def paint_region_key(
    painter: QPainter, at: QPointF, width: float, theme: ThemeManager, words: Sequence[str], dashed: str = ""
) -> None:
    """Paint it from `at`. width: of a text at most. words: of legs and upper body. dashed: of the line, "" for none."""
    left = at.x()
    for region, text in zip((Region.LOWER, Region.UPPER), words, strict=True):
        word = wrapped(text, "cue", width, theme)
        middle = at.y() + word.height / 2
        fill_region(painter, QRectF(left, middle - 5, 18, 10), theme, region)
        word.draw(painter, QPointF(left + 25, at.y()))
        left += 25 + word.width + 24
    if dashed:
        word = wrapped(dashed, "cue", width, theme)
        middle = at.y() + word.height / 2
        paint_dashes(painter, QLineF(left, middle, left + 24, middle), theme)
        word.draw(painter, QPointF(left + 31, at.y()))


def paint_dashes(painter: QPainter, line: QLineF, theme: ThemeManager) -> None:
    """Dark dashes on a pale ground, to be seen on full and on hatched bars alike."""
    painter.setPen(QPen(theme.colour("surface"), 3.0))
    painter.drawLine(line)
    pen = QPen(theme.colour("text"), 1.3)
    pen.setDashPattern([5, 3])
    painter.setPen(pen)
    painter.drawLine(line)
