"""What stands on a printed page and where: its texts with the boxes that a reader sees them in, and boxes to fill."""

from __future__ import annotations

import re
from html import unescape
from itertools import combinations

from PySide6.QtCore import QBuffer, QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.paper import margins_of
from legwork.qt.printing.sheets import Sheet

_PIECE = re.compile(
    r'transform="matrix\(([^)]*)\)"'
    r'|<text [^>]*? x="([-\d.]+)" y="([-\d.]+)"[^>]*?font-size="([\d.]+)" font-weight="(\d+)"[^>]*>([^<]*)</text>'
)
_RECT = re.compile(
    r'transform="matrix\(([^)]*)\)"|<rect x="([-\d.]+)" y="([-\d.]+)" width="([-\d.]+)" height="([-\d.]+)"'
)
_HAIR = 0.6
"""Units by which boxes may touch: what fits to the pixel does not overlap."""


def page_texts(sheet: Sheet, theme: ThemeManager) -> list[tuple[str, QRectF]]:
    """Every text of a page, in order, in its units."""
    found: list[tuple[str, QRectF]] = []
    placed = QTransform()
    for matrix, x, y, size, weight, text in _PIECE.findall(_svg(sheet, theme)):
        if matrix:
            placed = QTransform(*(float(number) for number in matrix.split(",")))
            continue
        said = unescape(text)
        if said.strip():
            box = _metrics(round(float(size)), int(weight)).tightBoundingRect(said)
            found.append((said, placed.mapRect(box.translated(float(x), float(y)))))
    return found


def page_boxes(sheet: Sheet, theme: ThemeManager, tall: float) -> list[QRectF]:
    """Every rectangle of that height on a page, in its units."""
    found: list[QRectF] = []
    placed = QTransform()
    for matrix, x, y, width, height in _RECT.findall(_svg(sheet, theme)):
        if matrix:
            placed = QTransform(*(float(number) for number in matrix.split(",")))
        elif abs(float(height) - tall) < 0.01:
            found.append(placed.mapRect(QRectF(float(x), float(y), float(width), float(height))))
    return found


def _svg(sheet: Sheet, theme: ThemeManager) -> str:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(sheet.size.toSize())
    generator.setViewBox(QRectF(QPointF(0, 0), sheet.size))
    painter = QPainter(generator)
    sheet.paint(painter, theme)
    painter.end()
    return bytes(buffer.data().data()).decode()


def _metrics(pixels: int, weight: int) -> QFontMetricsF:
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return QFontMetricsF(font)


def outside(sheet: Sheet, texts: list[tuple[str, QRectF]]) -> list[str]:
    """The texts that reach into the margins."""
    inside = QRectF(QPointF(0, 0), sheet.size).marginsRemoved(margins_of(sheet.size)).adjusted(-3, -3, 3, 3)
    return [text for text, box in texts if not inside.contains(box)]


def overlapping(texts: list[tuple[str, QRectF]]) -> list[tuple[str, str]]:
    """The pairs of texts that a reader could not tell apart."""
    boxes = [(text, box.adjusted(_HAIR, _HAIR, -_HAIR, -_HAIR)) for text, box in texts]
    return [
        (one, other)
        for (one, box), (other, place) in combinations(boxes, 2)
        if box.isValid() and place.isValid() and box.intersects(place)
    ]
