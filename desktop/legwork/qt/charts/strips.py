"""Pictures of what a chart has drawn, kept side by side and moved while only the window moves in time.

Owns the keeping: a pan shows the same lines and points a few pixels farther on, so only what comes into view at an edge
is drawn. Where all must be drawn anew (another zoom, other readings) and there is much of it, this is spread over a few
frames, and what was shown before is stretched over the window meanwhile. What is drawn it does not know.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from copy import copy
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from legwork.qt.charts.sheet import Sheet
from legwork.qt.charts.time_span import TimeSpan
from legwork.qt.charts.value_axis import Scale

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


class _Begun(NamedTuple):
    """A strip that is being drawn, step by step."""

    strip: _Strip
    painter: QPainter
    steps: Iterator[None]


class _Window(NamedTuple):
    """Which days and values a plot of so many pixels showed; values by its first axis."""

    span: TimeSpan
    scale: Scale
    width: float
    height: float


class Strips:
    """draw: paints what a sheet shows, in steps that each take a millisecond at most; its plot begins at the painter's
    origin."""

    def __init__(self, draw: Callable[[QPainter, Sheet], Iterator[None]]) -> None:
        self._draw = draw
        self._strips: list[_Strip] = []
        self._begun: _Begun | None = None
        self._before: tuple[QPixmap, _Window] | None = None
        self._shown: _Window | None = None
        self._state: tuple[object, ...] = ()
        self._curves: object = None
        self._anchor = 0.0
        self._per_day = 1.0
        self._ratio = 1.0

    def forget(self) -> None:
        """Draw everything anew when it is next needed, and show nothing of it before: its colours are wrong."""
        self._clear()
        self._before = self._shown = None

    def paint(self, painter: QPainter, sheet: Sheet, seconds: float) -> bool:
        """Show the window of `sheet`, its plot's corner at the painter's origin.

        seconds: after so long no further step is taken. False when something is missing then: paint again soon.
        """
        until = time.perf_counter() + seconds
        ratio = painter.device().devicePixelRatioF()
        state = (tuple(sheet.scales), sheet.plot.height(), sheet.emphasis, ratio)
        zoomed = abs(sheet.per_day / self._per_day - 1) > _SAME
        if zoomed or state != self._state or sheet.curves is not self._curves:
            self._set_aside()
        self._state, self._curves = state, sheet.curves
        if not self._strips and self._begun is None:
            self._anchor, self._per_day, self._ratio = sheet.span.start, sheet.per_day, ratio
        self._shown = _Window(sheet.span, sheet.scales[0], sheet.plot.width(), sheet.plot.height())
        whole = self._cover(sheet, *self._edges(self._shown), until)
        if whole:
            self._before = None
        self._show(painter, self._shown)
        return whole

    def _set_aside(self) -> None:
        """Keep what the window shows as one picture, until all is drawn anew."""
        window = self._shown
        if window is not None and self._strips:
            picture = self._blank(ceil(window.width * self._ratio), window.height)
            painter = QPainter(picture)
            self._show(painter, window)
            painter.end()
            self._before = (picture, window)
        self._clear()

    def _clear(self) -> None:
        self._strips.clear()
        if self._begun is not None:
            self._begun.painter.end()
            self._begun = None

    def _show(self, painter: QPainter, window: _Window) -> None:
        left, right = self._edges(window)
        if self._before is not None and not self._strips:
            _stretch(painter, *self._before, window)
        for strip in self._strips:
            if strip.left < right and strip.right > left:
                painter.drawPixmap(QPointF((strip.left - left) / self._ratio, 0), strip.picture)

    def _edges(self, window: _Window) -> tuple[int, int]:
        """Where a window begins and ends, device pixels from the anchor."""
        left = round((window.span.start - self._anchor) * self._per_day * self._ratio)
        return left, left + ceil(window.width * self._ratio)

    def _cover(self, sheet: Sheet, left: int, right: int, until: float) -> bool:
        """Draw what is missing between `left` and `right`; whether all is there."""
        kept = [*self._strips, *([self._begun.strip] if self._begun else [])]
        if kept and all(right < one.left or left > one.right for one in kept):
            self._clear()  # a leap: what is kept does not touch the window
        while (missing := self._missing(left, right)) is not None:
            if self._begun is None:
                self._begun = self._begin(sheet, *missing)
            for _ in self._begun.steps:
                if time.perf_counter() > until:
                    return False
            self._keep(self._begun, left, right)
            self._begun = None
        return True

    def _missing(self, left: int, right: int) -> tuple[int, int] | None:
        """From where to where the next strip goes; None when all is there."""
        if not self._strips:
            return left, right
        first, last = self._strips[0].left, self._strips[-1].right
        if left < first:
            return min(left, first - _WIDTH), first
        return (last, max(right, last + _WIDTH)) if right > last else None

    def _begin(self, sheet: Sheet, left: int, right: int) -> _Begun:
        picture = self._blank(right - left, sheet.plot.height())
        part = copy(sheet)
        part.plot = QRectF(0, 0, (right - left) / self._ratio, sheet.plot.height())
        per_day = self._per_day * self._ratio
        part.span = TimeSpan(self._anchor + left / per_day, self._anchor + right / per_day)
        painter = QPainter(picture)
        return _Begun(_Strip(left, right, picture), painter, self._draw(painter, part))

    def _keep(self, done: _Begun, left: int, right: int) -> None:
        """Put a finished strip at its edge, and let go of what lies far beyond the other one."""
        done.painter.end()
        strips, most = self._strips, _MOST_WINDOWS * (right - left)
        if strips and done.strip.right == strips[0].left:
            strips.insert(0, done.strip)
            while strips[-1].right - strips[0].left > most and strips[-1].left >= right:
                strips.pop()
        else:
            strips.append(done.strip)
            while strips[-1].right - strips[0].left > most and strips[0].right <= left:
                strips.pop(0)

    def _blank(self, width: int, height: float) -> QPixmap:
        picture = QPixmap(width, ceil(height * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        return picture


def _stretch(painter: QPainter, picture: QPixmap, was: _Window, now: _Window) -> None:
    """Draw the picture of an earlier window where its days and values lie now."""
    across, up = now.width / now.span.length, now.height / (now.scale.high - now.scale.low)
    target = QRectF(
        (was.span.start - now.span.start) * across,
        (now.scale.high - was.scale.high) * up,
        was.span.length * across,
        (was.scale.high - was.scale.low) * up,
    )
    painter.drawPixmap(target, picture, QRectF(picture.rect()))
