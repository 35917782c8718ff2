"""Pictures of what a chart has drawn, kept side by side and moved while only the window moves in time.

Owns the keeping: a pan shows the same lines and points a few pixels farther on, so only what comes into view at an edge
is drawn. What is drawn it does not know.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from legwork.qt.charts.sheet import Sheet
from legwork.qt.charts.time_span import TimeSpan

_WIDTH = 128
"""Pixels that a strip at the edge is wide at least: wide ones are seldom drawn, narrow ones quickly."""
_MOST_WINDOWS = 4
"""How many times the window is kept."""
_SAME = 1e-6
"""Two zooms nearer than this, as a share, are one: a window's length wobbles by a rounding error when it moves."""


class _Strip(NamedTuple):
    """Device pixels from the anchor; the picture of what lies between."""

    left: int
    right: int
    picture: QPixmap


class Strips:
    """draw: paints what a sheet shows; its plot begins at the painter's origin."""

    def __init__(self, draw: Callable[[QPainter, Sheet], None]) -> None:
        self._draw = draw
        self._strips: list[_Strip] = []
        self._state: tuple[object, ...] = ()
        self._curves: object = None
        self._anchor = 0.0
        self._per_day = 1.0
        self._ratio = 1.0

    def forget(self) -> None:
        """Draw everything anew when it is next needed."""
        self._strips.clear()

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """Show the window of `sheet`, its plot's corner at the painter's origin."""
        ratio = painter.device().devicePixelRatioF()
        state = (tuple(sheet.scales), sheet.plot.height(), sheet.emphasis, ratio)
        zoomed = abs(sheet.per_day / self._per_day - 1) > _SAME
        if zoomed or state != self._state or sheet.curves is not self._curves:
            self.forget()
        self._state, self._curves = state, sheet.curves
        if not self._strips:
            self._anchor, self._per_day, self._ratio = sheet.span.start, sheet.per_day, ratio
        left = round((sheet.span.start - self._anchor) * self._per_day * ratio)
        right = left + ceil(sheet.plot.width() * ratio)
        self._cover(sheet, left, right)
        for strip in self._strips:
            if strip.left < right and strip.right > left:
                painter.drawPixmap(QPointF((strip.left - left) / ratio, 0), strip.picture)

    def _cover(self, sheet: Sheet, left: int, right: int) -> None:
        strips = self._strips
        if strips and (right < strips[0].left or left > strips[-1].right):
            strips.clear()  # a leap: what is kept does not touch the window
        if not strips:
            strips.append(self._drawn(sheet, left, right))
        most = _MOST_WINDOWS * (right - left)
        if left < strips[0].left:
            edge = strips[0].left
            strips.insert(0, self._drawn(sheet, min(left, edge - _WIDTH), edge))
            while strips[-1].right - strips[0].left > most and strips[-1].left >= right:
                strips.pop()
        if right > strips[-1].right:
            edge = strips[-1].right
            strips.append(self._drawn(sheet, edge, max(right, edge + _WIDTH)))
            while strips[-1].right - strips[0].left > most and strips[0].right <= left:
                strips.pop(0)

    def _drawn(self, sheet: Sheet, left: int, right: int) -> _Strip:
        picture = QPixmap(right - left, ceil(sheet.plot.height() * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        part = copy(sheet)
        part.plot = QRectF(0, 0, (right - left) / self._ratio, sheet.plot.height())
        per_day = self._per_day * self._ratio
        part.span = TimeSpan(self._anchor + left / per_day, self._anchor + right / per_day)
        painter = QPainter(picture)
        self._draw(painter, part)
        painter.end()
        return _Strip(left, right, picture)
