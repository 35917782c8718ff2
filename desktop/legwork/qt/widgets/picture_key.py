"""The key below a picture: what its signs mean, each behind a sample.

Owns how the entries flow at any width and text size. It must not know what they explain.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.row_drawing import Line, paint_line

SAMPLE = 28
"""Width of a sample, in unscaled pixels."""


@dataclass(frozen=True)
class KeyEntry:
    """An entry of the key: how its sample is painted (around a point), and what it means."""

    sample: Callable[[QPainter, QPointF], None]
    text: str


def key_height(theme: ThemeManager, width: float, entries: Sequence[KeyEntry]) -> float:
    """How high the key is at that width."""
    boxes = _key_boxes(theme, QRectF(0, 0, width, 0), entries)
    return boxes[-1].bottom() if boxes else 0.0


def height_to_key(theme: ThemeManager, place: QRectF, entries: Sequence[KeyEntry]) -> int:
    """How high a picture is that ends with its key, which begins at the top of `place`."""
    return ceil(place.top() + key_height(theme, place.width(), entries) + theme.px(4))


def paint_key(painter: QPainter, theme: ThemeManager, rect: QRectF, entries: Sequence[KeyEntry]) -> None:
    """Paint the key from the top of `rect`."""
    swatch = theme.px(SAMPLE)
    for entry, box in zip(entries, _key_boxes(theme, rect, entries), strict=True):
        line = _key_line(entry)
        first = Line("x", line.role, line.pixels).height(theme)
        entry.sample(painter, QPointF(box.left() + swatch / 2, box.top() + first / 2))
        paint_line(painter, theme, box.adjusted(swatch + theme.px(8), 0, 0, 0), line)


def _key_line(entry: KeyEntry) -> Line:
    return Line(entry.text, "secondary", 12)


def _key_boxes(theme: ThemeManager, rect: QRectF, entries: Sequence[KeyEntry]) -> list[QRectF]:
    """One behind the other as long as they fit, each broken where it is too long for a line of its own."""
    before, gap = theme.px(SAMPLE) + theme.px(8), theme.px(24)
    boxes: list[QRectF] = []
    left, top, bottom = rect.left(), rect.top(), rect.top()
    for entry in entries:
        line = _key_line(entry)
        wanted = before + line.width(theme)
        if boxes and left + wanted > rect.right():
            left, top = rect.left(), bottom + theme.px(4)
        width = min(wanted, rect.width())
        boxes.append(QRectF(left, top, width, line.height(theme, width - before)))
        left, bottom = left + width + gap, max(bottom, boxes[-1].bottom())
    return boxes
