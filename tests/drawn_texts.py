"""What a painting wrote and where: the texts of its SVG, with the boxes that a reader sees them in."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from itertools import combinations

from PySide6.QtCore import QBuffer, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

_TEXT = re.compile(
    r'<text [^>]*? x="([-\d.]+)" y="([-\d.]+)"[^>]*?font-size="([\d.]+)" font-weight="(\d+)"[^>]*>([^<]*)</text>'
)


def drawn(width: int, height: int, paint: Callable[[QPainter, QRectF], None]) -> list[tuple[str, QRectF]]:
    """Every text that `paint` writes into a picture of that size, in order."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(width, height))
    generator.setViewBox(QRectF(0, 0, width, height))
    painter = QPainter(generator)
    paint(painter, QRectF(0, 0, width, height))
    painter.end()
    found = []
    for x, y, size, weight, text in _TEXT.findall(bytes(buffer.data().data()).decode()):
        font = QFont(QApplication.font())
        font.setPixelSize(round(float(size)))
        font.setWeight(QFont.Weight(int(weight)))
        font.setFeature(QFont.Tag("tnum"), 1)
        found.append(
            (unescape(text), QFontMetricsF(font).tightBoundingRect(unescape(text)).translated(float(x), float(y)))
        )
    return found


def overlapping(texts: list[tuple[str, QRectF]]) -> list[tuple[str, str]]:
    """The pairs of texts that a reader could not tell apart."""
    return [(one, other) for (one, box), (other, place) in combinations(texts, 2) if box.intersects(place)]
