"""What lies under the lines: the shaded stretch between two days, bands, error bars, goals and flags.

A child of the view box, which clips it to the plot. Flags stand on the time axis, just inside the plot.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from legwork.domain.days import full_day
from legwork.domain.measures import value_text
from legwork.i18n import tr
from legwork.qt.charts.flags import Flag
from legwork.qt.charts.layer import PlotLayer
from legwork.qt.charts.marks import clipped, draw_lines, stride_of
from legwork.qt.charts.series import Aim
from legwork.qt.charts.sheet import Curve, Sheet

BAND_OPACITY = 0.15
_MOST_BANDS = 8
"""More bands than these would cover each other and the lines; the table has the numbers."""
_AIR = 7.0  # pixels between readings below which error bars would be a hedge


class Backdrop(PlotLayer):
    """Paints everything that must not hide a line."""

    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        sheet = self._sheet
        painter.save()
        painter.translate(-sheet.plot.topLeft())
        self._paint_region(painter)
        if len(sheet.curves) <= _MOST_BANDS:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for curve in sheet.curves:
                self._paint_band(painter, curve)
            for curve in sheet.curves:
                self._paint_error_bars(painter, curve)
        if not any(sheet.has_bars(number) for number in range(len(sheet.scales))):  # they would stand in front
            paint_flags(painter, sheet)
        self._paint_aims(painter)
        painter.restore()

    def _paint_region(self, painter: QPainter) -> None:
        sheet = self._sheet
        if sheet.region is None:
            return
        edges = (min(max(sheet.x_of(day), sheet.plot.left()), sheet.plot.right()) for day in sheet.region)
        left, right = (round(edge) for edge in edges)
        shade = QColor(sheet.theme.colour("secondary"))
        shade.setAlphaF(0.12)
        painter.fillRect(QRectF(left, sheet.plot.top(), right - left, sheet.plot.height()), shade)
        painter.setPen(QPen(sheet.theme.colour("secondary"), 1))
        for x in (left, right):
            painter.drawLine(QLineF(x, sheet.plot.top(), x, sheet.plot.bottom()))

    def _paint_band(self, painter: QPainter, curve: Curve) -> None:
        sheet, line = self._sheet, curve.series.line
        vertices = line.thinned(stride_of(curve, sheet))
        days, lows, highs, joined = vertices.days, vertices.low, vertices.high, vertices.joined
        first, stop = vertices.within(sheet.span.start, sheet.span.end)
        if len(days[first:stop]) < 2:
            return
        xs = sheet.xs_of(days[first:stop])
        low, high = (sheet.ys_of(edge[first:stop], curve.scale) for edge in (lows, highs))
        if sheet.as_vectors:  # not every kind of drawing can clip
            xs = np.clip(xs, sheet.plot.left(), sheet.plot.right())
            low, high = (np.clip(edge, sheet.plot.top(), sheet.plot.bottom()) for edge in (low, high))
        known = np.isfinite(low) & np.isfinite(high)
        shade = QColor(curve.look.colour)
        shade.setAlphaF(BAND_OPACITY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        for start, end in _runs(known, joined[first : stop - 1]):
            if end - start > 1:
                painter.drawPolygon(_polygon(xs[start:end], low[start:end], high[start:end]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_error_bars(self, painter: QPainter, curve: Curve) -> None:
        sheet, series = self._sheet, curve.series
        first, stop = series.rows(sheet.span.start, sheet.span.end)
        known = np.isfinite(series.errors[first:stop])
        if not known.any():
            return
        apart = (series.days[stop - 1] - series.days[first]) * sheet.per_day / max(stop - first - 1, 1)
        if stop - first > 1 and apart < _AIR:
            return
        xs = sheet.xs_of(series.days[first:stop][known])
        values, errors = series.values[first:stop][known], series.errors[first:stop][known]
        rows = np.column_stack(
            (xs, sheet.ys_of(values - errors, curve.scale), xs, sheet.ys_of(values + errors, curve.scale))
        )
        colour = QColor(curve.look.colour)
        colour.setAlphaF(0.4)
        painter.setPen(QPen(colour, 1))
        draw_lines(painter, clipped(rows, sheet.plot) if sheet.as_vectors else rows)

    def _paint_aims(self, painter: QPainter) -> None:
        sheet, seen = self._sheet, set()
        for curve in sheet.curves:
            aim = curve.series.aim
            if aim is not None and (curve.series.pair, aim) not in seen:
                seen.add((curve.series.pair, aim))
                self._paint_aim(painter, curve, aim)

    def _paint_aim(self, painter: QPainter, curve: Curve, aim: Aim) -> None:
        sheet, plot = self._sheet, self._sheet.plot
        y = round(sheet.y_of(aim.value, curve.scale)) + 0.5
        end = min(sheet.x_of(aim.due), plot.right())
        if not plot.top() <= y <= plot.bottom() or end <= plot.left():
            return
        pen = QPen(curve.look.colour, 1.4)
        pen.setDashPattern([6, 4])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(pen)
        painter.drawLine(QLineF(plot.left(), y, end, y))
        text, box = aim_label(sheet, curve, aim)
        veil = QColor(sheet.theme.colour("surface"))
        veil.setAlphaF(0.8)
        painter.fillRect(box, veil)
        painter.setFont(sheet.small)
        painter.setPen(sheet.theme.colour("secondary"))
        painter.drawText(QPointF(box.left(), box.top() + sheet.metrics.ascent()), text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def aim_label(sheet: Sheet, curve: Curve, aim: Aim) -> tuple[str, QRectF]:
    """What stands at a goal's line, and where: at the left, where a limb that grows is farthest from its goal.

    It keeps clear of the line where the time ahead begins: it says less, or stands right of that.
    """
    plot, air, height = sheet.plot, sheet.px(4), sheet.metrics.height()
    short = tr("goal {value}", value=value_text(aim.value, curve.series.unit))
    texts = (aim_text(curve, aim, named=not sheet.title), aim_text(curve, aim, named=False), short)
    prospects = curve.series.prospects
    seam = sheet.x_of(float(prospects[0].days[0])) if prospects else plot.right()
    left, end = plot.left() + air, min(seam, plot.right()) - air
    if end - left < sheet.metrics.horizontalAdvance(short):  # even that would be crossed
        left, end = max(left, seam + air), plot.right() - air
    widths = ((text, sheet.metrics.horizontalAdvance(text)) for text in texts)
    text, width = next((one for one in widths if one[1] <= end - left), (short, sheet.metrics.horizontalAdvance(short)))
    y = round(sheet.y_of(aim.value, curve.scale)) + 0.5
    below = y - height - sheet.px(2) < plot.top()
    return text, QRectF(left, y + 1 if below else y - height - 1, width, height)


def paint_flags(painter: QPainter, sheet: Sheet) -> None:
    """Paint what happened, on the time axis."""
    for flag in _in_window(sheet):
        _paint_line(painter, sheet, flag)
        _paint_flag(painter, sheet, flag, sheet.plot.bottom() - 2.2 * sheet.px(6), sheet.plot.bottom())


def paint_flag_lines(painter: QPainter, sheet: Sheet) -> None:
    """Paint the lines of changes alone: the flags hang below the axis."""
    for flag in _in_window(sheet):
        _paint_line(painter, sheet, flag)


def paint_hung_flags(painter: QPainter, sheet: Sheet) -> None:
    """Paint what happened below the time axis, above its words: bars and flags stand in nobody's way."""
    for flag in _in_window(sheet):
        _paint_flag(painter, sheet, flag, sheet.plot.bottom() + 1, sheet.plot.bottom() + sheet.px(13))


def aim_text(curve: Curve, aim: Aim, *, named: bool) -> str:
    """What stands at a goal's line: "Calf: goal 40.0 cm by 1 Jun 2027"."""
    series, day = curve.series, full_day(date.fromordinal(aim.due))
    value = value_text(aim.value, series.unit)
    if not named:
        return tr("goal {value} by {day}", value=value, day=day)
    return tr("{name}: goal {value} by {day}", name=series.label, value=value, day=day)


def _in_window(sheet: Sheet) -> list[Flag]:
    return [flag for flag in sheet.flags if sheet.span.start <= flag.day <= sheet.span.end]


def _paint_line(painter: QPainter, sheet: Sheet, flag: Flag) -> None:
    """A line through the plot, for a change."""
    if not flag.change:
        return
    x = round(sheet.x_of(flag.day)) + 0.5
    faint = QColor(sheet.theme.colour("text"))
    faint.setAlphaF(0.45)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(faint, 1, Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(x, sheet.plot.top(), x, sheet.plot.bottom()))


def _paint_flag(painter: QPainter, sheet: Sheet, flag: Flag, top: float, bottom: float) -> None:
    """A small flag on a pole from top to bottom: filled for a change, an outline for a note."""
    x, size = round(sheet.x_of(flag.day)) + 0.5, sheet.px(6)
    colour = sheet.theme.colour("text" if flag.change else "secondary")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(colour if flag.change else sheet.theme.colour("surface"))
    painter.drawLine(QLineF(x, top, x, bottom))
    painter.drawPolygon(QPolygonF([QPointF(x, top), QPointF(x + size * 1.3, top + size / 2), QPointF(x, top + size)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _runs(known: Any, joined: Any) -> list[tuple[int, int]]:
    """Stretches [from, to) of vertices that are known and joined to each other."""
    together = joined & known[:-1] & known[1:]
    edges = np.flatnonzero(~together) + 1
    starts, ends = np.concatenate(([0], edges)), np.concatenate((edges, [len(known)]))
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _polygon(xs: Any, low: Any, high: Any) -> QPolygonF:
    """The area between two lines, made in one go from memory."""
    polygon = QPolygonF()
    polygon.resize(2 * len(xs))
    places = pg.functions.ndarray_from_qpolygonf(polygon)
    places[: len(xs), 0], places[: len(xs), 1] = xs, high
    places[len(xs) :, 0], places[len(xs) :, 1] = xs[::-1], low[::-1]
    return polygon
