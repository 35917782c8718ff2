"""Bars: where each lies on the sheet, and painting them.

Owns both, so that what is under the pointer is what was painted. Bars are rectangles on whole pixels, handed to the
painter in one call; twenty years of weeks are two thousand of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import shiboken6
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from legwork.qt.charts.palette import Look, lighter
from legwork.qt.charts.series import Floats
from legwork.qt.charts.sheet import Curve, Sheet

LIGHT, UNFINISHED = 0.45, 0.2
"""How much of its colour a bar has that counts in part, and one whose time is not over."""

BEHIND = 0.45
"""The same of all bars where lines run over them."""

_AIR = 0.18  # of a week, between its bar and the next
_WITH_AIR = 4.0  # pixels to a week below which bars touch
_WIDEST = 56.0  # pixels, at the usual size of text
_WITH_EDGE = 5.0  # pixels of width from which on light bars have an edge


def draw_bars(painter: QPainter, sheet: Sheet, curve: Curve) -> Iterator[None]:
    """Paint the bars of a curve that the sheet shows, in steps of a millisecond at most."""
    bars, look = curve.series.bars, curve.look
    assert bars is not None
    first, stop = bars.within(sheet.span.start, sheet.span.end)
    if first >= stop:
        return
    ratio = 1.0 if sheet.as_vectors else painter.device().devicePixelRatioF()
    rects = rects_of(sheet, curve, first, stop, ratio)
    open_ = bars.unfinished[first:stop]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    surface = sheet.theme.colour("surface")
    behind = any(one.series.bars is None for one in sheet.curves)
    fill = lighter(fill_of(look, surface), surface, BEHIND) if behind else fill_of(look, surface)
    _fill(painter, sheet, rects[~open_], fill)
    yield
    if look.light and len(rects) and float(rects[:, 2].max()) >= _WITH_EDGE:
        _edge(painter, sheet, rects[~open_], QPen(look.colour, 1))
        yield
    if sheet.as_vectors and curve.series.region == "upper":
        _hatch(painter, sheet, rects[~open_], surface)
    if open_.any():
        _fill(painter, sheet, rects[open_], lighter(look.colour, surface, UNFINISHED))
        pen = QPen(look.colour, 1, Qt.PenStyle.DashLine)
        pen.setDashPattern([3, 2])
        _edge(painter, sheet, rects[open_], pen)
    yield


def fill_of(look: Look, surface: QColor) -> QColor:
    """What a finished bar is filled with."""
    return lighter(look.colour, surface, LIGHT) if look.light else look.colour


def rects_of(sheet: Sheet, curve: Curve, first: int, stop: int, ratio: float = 1.0) -> Floats:
    """Bars [first, stop) as rows of left, top, width, height in pixels of the sheet, of whole pixels of a screen."""
    bars = curve.series.bars
    assert bars is not None
    lefts, rights = sheet.xs_of(bars.starts[first:stop]), sheet.xs_of(bars.stops[first:stop])
    wide = rights - lefts
    air = np.where(wide >= _WITH_AIR, np.maximum(wide * _AIR, 1.0), 0.0) / 2
    place, count = _slot(sheet, curve)
    air = np.maximum(air, (wide - sheet.px(_WIDEST)) / 2)  # a few weeks alone are not a wall
    width = (wide - 2 * air) / count
    lefts = lefts + air + width * place
    rights = lefts + width
    ends = sheet.ys_of(bars.base[first:stop], curve.scale), sheet.ys_of(bars.top[first:stop], curve.scale)
    tops, bottoms = np.minimum(*ends), np.maximum(*ends)
    lefts, rights, tops, bottoms = (np.round(edge * ratio) / ratio for edge in (lefts, rights, tops, bottoms))
    return np.column_stack((lefts, tops, np.maximum(rights - lefts, 1 / ratio), bottoms - tops))


def rect_on(sheet: Sheet, curve: Curve, day: float) -> QRectF:
    """Where the bar of a day lies; null when there is none."""
    row = curve.series.bars.row_on(day) if curve.series.bars is not None else None
    return QRectF(*rects_of(sheet, curve, row, row + 1)[0]) if row is not None else QRectF()


def curve_at(sheet: Sheet, where: QPointF) -> tuple[Curve, int] | None:
    """The bar under a place on the canvas, and its row; the last one painted where two lie there."""
    if not sheet.plot.contains(where) or not sheet.scales:
        return None
    day = sheet.day_at(where.x())
    for curve in reversed(sheet.curves):
        bars = curve.series.bars
        row = bars.row_on(day) if bars is not None else None
        if row is not None and rect_on(sheet, curve, day).adjusted(-1, -1, 1, 1).contains(where):
            return curve, row
    return None


def draw_sample(painter: QPainter, rect: QRectF, look: Look, sheet: Sheet) -> None:
    """A small sample of a bar, before its name."""
    surface = sheet.theme.colour("surface")
    painter.fillRect(rect, fill_of(look, surface))
    if look.light:
        painter.setPen(QPen(look.colour, 1))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def _slot(sheet: Sheet, curve: Curve) -> tuple[int, int]:
    """Bars of several measures stand side by side: the place of this one, and how many there are."""
    pairs = list(dict.fromkeys(one.series.pair for one in sheet.curves if one.series.bars is not None))
    return pairs.index(curve.series.pair), len(pairs)


def _fill(painter: QPainter, sheet: Sheet, rects: Floats, colour: QColor | QBrush) -> None:
    rects = _inside(sheet, rects)
    if not len(rects):
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    _draw(painter, rects)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _edge(painter: QPainter, sheet: Sheet, rects: Floats, pen: QPen) -> None:
    rects = _inside(sheet, rects)
    rects = rects[(rects[:, 2] > 2) & (rects[:, 3] > 1)]
    if not len(rects):
        return
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _draw(painter, rects + np.array([0.5, 0.5, -1.0, -1.0]))


def _hatch(painter: QPainter, sheet: Sheet, rects: Floats, surface: QColor) -> None:
    """On paper the upper body is told from the legs in grey as well."""
    _fill(painter, sheet, rects[rects[:, 2] >= _WITH_AIR], QBrush(surface, Qt.BrushStyle.BDiagPattern))


def _inside(sheet: Sheet, rects: Floats) -> Floats:
    """Those parts of the bars that lie in the plot, on paper: not every kind of drawing can clip."""
    if not sheet.as_vectors:
        return rects
    plot = sheet.plot
    left, right = np.maximum(rects[:, 0], plot.left()), np.minimum(rects[:, 0] + rects[:, 2], plot.right())
    top, bottom = np.maximum(rects[:, 1], plot.top()), np.minimum(rects[:, 1] + rects[:, 3], plot.bottom())
    kept = (right > left) & (bottom > top)
    return np.column_stack((left, top, right - left, bottom - top))[kept]


def _draw(painter: QPainter, rects: Floats) -> None:
    rows = np.ascontiguousarray(rects, dtype=np.float64)
    start: Any = shiboken6.wrapInstance(rows.ctypes.data, QRectF)
    painter.drawRects(start, len(rows))
