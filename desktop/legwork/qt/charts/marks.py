"""Lines and points: the layer that holds the readings themselves.

Owns fast painting of them. A stroked path of 2 px costs Qt's rasteriser twenty times what the same line costs as
separate segments, and pyqtgraph's own curves stroke paths (25 series of 1,040 readings: 200 ms a frame), so this
layer computes segments (dashes too) and point stamps with numpy and hands them to the painter in one call each.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any

import numpy as np
import pyqtgraph as pg
import shiboken6
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from legwork.qt.charts.bar_marks import draw_bars, draw_sample
from legwork.qt.charts.palette import Look
from legwork.qt.charts.series import Bools, Floats
from legwork.qt.charts.sheet import Curve, Sheet
from legwork.qt.charts.strips import Strips

_DASH, _PAUSE = 7.0, 4.0
_FINEST = 2.5  # pixels: a trend has nothing to say between two vertices closer than this
_CROWDED = 0.8
"""Pixels between readings below which only one of two neighbours is drawn: the one farther off the line."""
_NONE = np.empty((0, 4))
_A_FRAME = 0.003
"""Seconds of drawing after which the rest waits for the next frame: all else of one takes 5 ms, and a screen shows one
in 16."""


class Marks(pg.GraphicsObject):  # type: ignore[misc]
    """Paints every curve of the sheet into the plot; a child of the view box, which clips it."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._strips = Strips(self._draw)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._on_again)
        self._crisp = True
        self._stamps: dict[tuple[int, bool, float, float, float], QPixmap] = {}
        self._buffers: dict[tuple[float, ...], Floats] = {}

    def forget_pictures(self) -> None:
        """Colours have changed: draw lines and points anew when they are next needed."""
        self._stamps.clear()
        self._strips.forget()

    @property
    def is_crisp(self) -> bool:
        """Whether all that was painted last is as it stays, rather than in part still to be drawn."""
        return self._crisp

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._sheet.plot.width(), self._sheet.plot.height())

    def paint(self, painter: QPainter, option: object, widget: QWidget | None = None) -> None:
        sheet = self._sheet
        if not sheet.as_vectors:
            on_screen = widget is not None and widget.isVisible()
            self._crisp = self._strips.paint(painter, sheet, _A_FRAME if on_screen else math.inf)
            if not self._crisp:
                self._again.start()
            return
        painter.save()
        painter.translate(-sheet.plot.topLeft())
        for _ in self._draw(painter, sheet):
            pass
        painter.restore()

    def _on_again(self) -> None:
        self.update()

    def _draw(self, painter: QPainter, sheet: Sheet) -> Iterator[None]:
        """Paint every curve, a step each for its points and its line."""
        ratio = painter.device().devicePixelRatioF()
        lines = [curve for curve in sheet.curves if curve.series.bars is None]
        for curve in sheet.curves:
            if curve.series.bars is not None:
                yield from draw_bars(painter, sheet, curve)
        for curve in lines:
            self._paint_points(painter, curve, sheet, ratio)
            yield
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for curve in lines:
            pen = QPen(curve.look.colour, sheet.px(3 if curve.series.pair == sheet.emphasis else 2))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            for segments in line_segments(curve, sheet):
                draw_lines(painter, clipped(segments, sheet.plot) if sheet.as_vectors else segments)
            yield

    def _paint_points(self, painter: QPainter, curve: Curve, sheet: Sheet, ratio: float) -> None:
        series = curve.series
        reach = sheet.px(4) / sheet.per_day
        first, stop = series.rows(sheet.span.start - reach, sheet.span.end + reach)
        if stop == first:
            return
        apart = series.usually_apart * sheet.per_day
        few = len(series.days) < 3
        size = sheet.px(8 if few else 6.5 if apart > 5 else 5 if apart > 2 else 3.5)
        opacity = 1.0 if few else 0.5 if apart > 2 else 0.35
        days, values, aside = series.days[first:stop], series.values[first:stop], series.aside[first:stop]
        if apart < _CROWDED and not sheet.as_vectors:
            rows = series.farther[bisect_left(series.farther_list, first) : bisect_left(series.farther_list, stop)]
            days, values, aside = series.days[rows], series.values[rows], series.aside[rows]
        xs, ys = sheet.xs_of(days), sheet.ys_of(values, curve.scale)
        if sheet.as_vectors:
            inside = (xs >= sheet.plot.left()) & (xs <= sheet.plot.right())
            inside &= (ys >= sheet.plot.top()) & (ys <= sheet.plot.bottom())
            xs, ys, aside = xs[inside], ys[inside], aside[inside]
        if aside.any():
            self._paint_hollow(painter, curve.look, size, xs[aside], ys[aside])
            xs, ys = xs[~aside], ys[~aside]
        if sheet.as_vectors:
            fill = QColor(curve.look.colour)
            fill.setAlphaF(opacity)
            for x, y in zip(xs, ys, strict=True):
                draw_marker(painter, QPointF(x, y), size, curve.look.diamond, fill)
            return
        stamp = self._stamp(curve.look, size, opacity, ratio)
        fragments = self._fragments(len(xs), stamp, ratio)
        fragments[:, 0], fragments[:, 1] = xs, ys
        start: Any = shiboken6.wrapInstance(fragments.ctypes.data, QPainter.PixmapFragment)
        painter.drawPixmapFragments(start, len(fragments), stamp)

    @staticmethod
    def _paint_hollow(painter: QPainter, look: Look, size: float, xs: Floats, ys: Floats) -> None:
        """Readings that the line does not heed: an outline only."""
        for x, y in zip(xs, ys, strict=True):
            draw_marker(painter, QPointF(x, y), size, look.diamond, QColor(0, 0, 0, 0), QPen(look.colour, 1.2))

    def _fragments(self, count: int, stamp: QPixmap, ratio: float) -> Floats:
        """`count` rows of a buffer of PixmapFragment, all but the places filled in: that part seldom changes."""
        filled = (0.0, 0.0, float(stamp.width()), float(stamp.height()), 1 / ratio, 1 / ratio, 0.0, 1.0)
        buffer = self._buffers.get(filled)
        if buffer is None or len(buffer) < count:
            buffer = np.empty((count, 10))
            buffer[:, 2:] = filled
            self._buffers[filled] = buffer
        return buffer[:count]

    def _stamp(self, look: Look, size: float, opacity: float, ratio: float) -> QPixmap:
        key = (look.colour.rgb(), look.diamond, size, opacity, ratio)
        if key not in self._stamps:
            side = int(np.ceil((size * 1.5 + 1) * ratio))
            stamp = QPixmap(side, side)
            stamp.fill(Qt.GlobalColor.transparent)
            painter = QPainter(stamp)
            painter.scale(ratio, ratio)
            colour = QColor(look.colour)
            colour.setAlphaF(opacity)
            middle = side / ratio / 2
            draw_marker(painter, QPointF(middle, middle), size, look.diamond, colour)
            painter.end()
            self._stamps[key] = stamp
        return self._stamps[key]


def draw_marker(
    painter: QPainter, at: QPointF, size: float, diamond: bool, fill: QColor, edge: QPen | None = None
) -> None:
    """A round or diamond marker of one visual size around `at`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(edge if edge is not None else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(fill)
    half = size / 2
    if diamond:
        half *= 1.3
        corners = [QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)]
        painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
    else:
        painter.drawEllipse(at, half, half)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def draw_swatch(painter: QPainter, left: float, middle: float, look: Look, sheet: Sheet) -> None:
    """A short sample of a series' line with its marker, before its name."""
    if sheet.as_vectors:
        _paint_swatch(painter, left, middle, look, sheet)
        return
    ratio = painter.device().devicePixelRatioF()
    key = (*look.key, ratio)
    half = float(sheet.px(6))
    if key not in sheet.swatches:
        pixmap = QPixmap(int(np.ceil(sheet.px(14) * ratio)), int(np.ceil(2 * half * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        stamp = QPainter(pixmap)
        _paint_swatch(stamp, 0.0, half, look, sheet)
        stamp.end()
        sheet.swatches[key] = pixmap
    painter.drawPixmap(QPointF(round(left), round(middle - half)), sheet.swatches[key])


def _paint_swatch(painter: QPainter, left: float, middle: float, look: Look, sheet: Sheet) -> None:
    width, gap = float(sheet.px(14)), sheet.px(4.4)
    if look.bar:
        side = float(sheet.px(10))
        place = QRectF(round(left + (width - side) / 2), round(middle - side / 2), side, side)
        draw_sample(painter, place, look, sheet)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(look.colour, sheet.px(2))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for start, end in ((0.0, width / 2 - gap), (width / 2 + gap, width)) if look.dashed else ((0.0, width),):
        painter.drawLine(QPointF(left + start, middle), QPointF(left + end, middle))
    draw_marker(painter, QPointF(left + width / 2, middle), sheet.px(6), look.diamond, look.colour)


def line_segments(curve: Curve, sheet: Sheet) -> tuple[Floats, Floats]:
    """The trend as (x1, y1, x2, y2) rows in pixels: what the window shows, split at gaps, dashed for the right.

    First what readings tell, then what looks ahead, which is dotted.
    """
    line = curve.series.line
    vertices = line.thinned(stride_of(curve, sheet))
    days, level, joined = vertices.days, vertices.level, vertices.joined
    first, stop = vertices.within(sheet.span.start, sheet.span.end)
    xs, ys = sheet.xs_of(days[first:stop]), sheet.ys_of(level[first:stop], curve.scale)
    if len(xs) < 2:
        return _NONE, _NONE
    joins = joined[first : stop - 1]
    origin = sheet.x_of(float(days[0]))
    known = bisect_right(vertices.ordinals, line.ordinals[line.known - 1]) - first if line.known else 0
    known = min(max(known, 0), len(xs))
    last = max(known - 1, 0)
    ahead = dashes(xs[last:], ys[last:], joins[last:], origin, *_dots(sheet)) if known < len(xs) else _NONE
    xs, ys, joins = xs[:known], ys[:known], joins[: max(known - 1, 0)]
    if len(xs) < 2:
        return _NONE, ahead
    if curve.look.dashed:
        return dashes(xs, ys, joins, origin, sheet.px(_DASH), sheet.px(_PAUSE)), ahead
    rows = np.empty((len(xs) - 1, 4))
    rows[:, 0], rows[:, 1], rows[:, 2], rows[:, 3] = xs[:-1], ys[:-1], xs[1:], ys[1:]
    return (rows if joins.all() else rows[joins]), ahead


def _dots(sheet: Sheet) -> tuple[float, float]:
    return sheet.px(2), sheet.px(4)


def stride_of(curve: Curve, sheet: Sheet) -> int:
    """How many vertices one stands for: a power of two, so that zooming swaps them seldom."""
    days = curve.series.line.days
    if not len(days):
        return 1
    width = float(days[-1] - days[0]) * sheet.per_day
    return 2 ** max(0, int(np.log2(max(_FINEST * len(days) / max(width, 1.0), 1.0)))) if width else 1


def dashes(xs: Floats, ys: Floats, joined: Bools, origin: float, dash: float, pause: float) -> Floats:
    """Cut a line into dashes counted along x from `origin`, so that they stand still on the paper in a pan."""
    if len(xs) < 2:
        return _NONE
    period = dash + pause
    starts = origin + np.arange(np.floor((xs[0] - origin) / period), (xs[-1] - origin) / period + 1) * period
    cuts = np.concatenate((xs, starts, starts + dash))
    cuts.sort()
    cuts = cuts[(cuts >= xs[0]) & (cuts <= xs[-1])]
    heights = np.interp(cuts, xs, ys)
    middles = (cuts[:-1] + cuts[1:]) / 2
    drawn = (middles - origin) % period < dash
    if not joined.all():
        drawn &= joined[np.clip(np.searchsorted(xs, middles) - 1, 0, len(joined) - 1)]
    rows: Floats = np.column_stack((cuts[:-1], heights[:-1], cuts[1:], heights[1:]))[drawn]
    return rows


def clipped(rows: Floats, place: QRectF) -> Floats:
    """The parts of (x1, y1, x2, y2) rows that lie within `place`; not every kind of drawing can clip by itself.

    Source: Liang & Barsky 1984, ACM Trans Graph 3:1.
    """
    x, y, dx, dy = rows[:, 0], rows[:, 1], rows[:, 2] - rows[:, 0], rows[:, 3] - rows[:, 1]
    enter, leave = np.zeros(len(rows)), np.ones(len(rows))
    for step, room in (
        (-dx, x - place.left()), (dx, place.right() - x), (-dy, y - place.top()), (dy, place.bottom() - y),
    ):  # fmt: skip
        with np.errstate(divide="ignore", invalid="ignore"):
            at = room / step
        enter = np.where(step < 0, np.maximum(enter, at), enter)
        leave = np.where(step > 0, np.minimum(leave, at), leave)
        leave = np.where((step == 0) & (room < 0), -1.0, leave)
    inside = enter < leave
    ends = np.column_stack((x + enter * dx, y + enter * dy, x + leave * dx, y + leave * dy))
    found: Floats = ends[inside]
    return found


def draw_lines(painter: QPainter, segments: Floats) -> None:
    """Draw (x1, y1, x2, y2) rows with the painter's pen, in one call."""
    if len(segments):
        rows = np.ascontiguousarray(segments, dtype=np.float64)
        start: Any = shiboken6.wrapInstance(rows.ctypes.data, QLineF)
        painter.drawLines(start, len(rows))
