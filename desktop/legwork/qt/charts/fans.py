"""What may come, under the readings: the chosen fan, the other ways as thin lines, and the goal as a target.

A child of the view box, which clips it to the plot. What is likely is not worked out here: `Prospect` has it.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from legwork.qt.charts.layer import PlotLayer
from legwork.qt.charts.marks import clipped, dashes, draw_lines
from legwork.qt.charts.prospects import Prospect, looked_at
from legwork.qt.charts.series import Aim, Floats
from legwork.qt.charts.sheet import Curve, Sheet

BAND_OPACITY = 0.18
_OTHERS = 0.55
"""How strong the lines are that are not looked at."""
_TARGET = 6.0


class Fans(PlotLayer):
    """Paints the prospects of every curve that has some."""

    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        sheet = self._sheet
        curves = [curve for curve in sheet.curves if curve.series.prospects]
        if not curves:
            return
        painter.save()
        painter.translate(-sheet.plot.topLeft())
        for curve in curves:
            self._paint_seam(painter, curve)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            chosen = looked_at(curve.series.prospects)
            if chosen is not None:
                self._paint_band(painter, curve, chosen)
            for one in curve.series.prospects:
                if one is not chosen:
                    self._paint_line(painter, curve, one)
            if chosen is not None:
                self._paint_line(painter, curve, chosen)
            if curve.series.aim is not None:
                self._paint_likely(painter, curve, curve.series.aim, chosen)
                self._paint_target(painter, curve, curve.series.aim)
        painter.restore()

    def _paint_seam(self, painter: QPainter, curve: Curve) -> None:
        """A faint line where what was measured ends."""
        sheet, plot = self._sheet, self._sheet.plot
        x = round(sheet.x_of(float(curve.series.prospects[0].days[0]))) + 0.5
        if plot.left() < x < plot.right():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(sheet.theme.colour("border"), 1))
            painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))

    def _paint_band(self, painter: QPainter, curve: Curve, one: Prospect) -> None:
        sheet = self._sheet
        xs, low, high = self._places(one, curve, one.low, one.high)
        if len(xs) < 2:
            return
        if sheet.as_vectors:  # not every kind of drawing can clip
            xs = np.clip(xs, sheet.plot.left(), sheet.plot.right())
            low, high = (np.clip(edge, sheet.plot.top(), sheet.plot.bottom()) for edge in (low, high))
        shade, edge = QColor(curve.look.colour), QColor(curve.look.colour)
        shade.setAlphaF(BAND_OPACITY)
        edge.setAlphaF(0.4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        corners = [*zip(xs, high, strict=True), *zip(xs[::-1], low[::-1], strict=True)]
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(edge, 1))
        for side in (low, high):
            draw_lines(painter, _segments(xs, side))

    def _paint_line(self, painter: QPainter, curve: Curve, one: Prospect) -> None:
        sheet = self._sheet
        (xs, ys) = self._places(one, curve, one.level)
        painter.setPen(line_pen(sheet, curve, one))
        if len(xs) < 2:
            return
        if one.dash is None:
            rows = _segments(xs, ys)
        else:
            origin = sheet.x_of(float(one.days[0]))
            dash, pause = (float(sheet.px(part)) for part in one.dash)
            rows = dashes(xs, ys, np.ones(len(xs) - 1, dtype=np.bool_), origin, dash, pause)
        draw_lines(painter, clipped(rows, sheet.plot) if sheet.as_vectors else rows)

    def _places(self, one: Prospect, curve: Curve, *edges: Floats) -> list[Floats]:
        """Pixels of what the window shows: across, then up for each of `edges`."""
        sheet = self._sheet
        first, stop = one.within(sheet.span.start, sheet.span.end)
        days = one.days[first:stop]
        return [sheet.xs_of(days), *(sheet.ys_of(edge[first:stop], curve.scale) for edge in edges)]

    def _paint_likely(self, painter: QPainter, curve: Curve, aim: Aim, chosen: Prospect | None) -> None:
        """On the goal's height the stretch of time in which it is most likely reached."""
        sheet, plot = self._sheet, self._sheet.plot
        if chosen is None or chosen.early is None:
            return
        y = sheet.y_of(aim.value, curve.scale)
        last = float(chosen.late) if chosen.late is not None else sheet.span.end
        left, right = max(sheet.x_of(chosen.early), plot.left()), min(sheet.x_of(last), plot.right())
        if right <= left or not plot.top() <= y <= plot.bottom():
            return
        pen = QPen(curve.look.colour, sheet.px(4))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(left, y, right, y))

    def _paint_target(self, painter: QPainter, curve: Curve, aim: Aim) -> None:
        """The goal on its day: a target, and a line down to the axis."""
        sheet, plot = self._sheet, self._sheet.plot
        at = QPointF(sheet.x_of(aim.due), sheet.y_of(aim.value, curve.scale))
        if not plot.left() <= at.x() <= plot.right():
            return
        faint = QColor(curve.look.colour)
        faint.setAlphaF(0.7)
        pen = QPen(faint, 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        x = round(at.x()) + 0.5
        painter.drawLine(QLineF(x, max(at.y(), plot.top()), x, plot.bottom()))
        if not plot.top() <= at.y() <= plot.bottom():
            return
        half = sheet.px(_TARGET)
        painter.setPen(QPen(curve.look.colour, sheet.px(2)))
        painter.setBrush(sheet.theme.colour("surface"))
        painter.drawEllipse(at, half, half)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(curve.look.colour)
        painter.drawEllipse(at, half * 0.4, half * 0.4)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def line_pen(sheet: Sheet, curve: Curve, one: Prospect) -> QPen:
    """How the line of a prospect is drawn, dashes aside."""
    colour = QColor(curve.look.colour if one.chosen else sheet.theme.colour("text"))
    colour.setAlphaF(1.0 if one.chosen else _OTHERS)
    pen = QPen(colour, sheet.px(2) if one.chosen else 1.2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def draw_sample(painter: QPainter, place: QRectF, sheet: Sheet, curve: Curve, one: Prospect) -> None:
    """A short sample of a prospect's line, before its name."""
    pen = line_pen(sheet, curve, one)
    if one.dash is not None:
        pen.setDashPattern([sheet.px(part) / pen.widthF() for part in one.dash])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    y = place.center().y()
    painter.drawLine(QLineF(place.left(), y, place.right(), y))


def _segments(xs: Floats, ys: Floats) -> Floats:
    return np.column_stack((xs[:-1], ys[:-1], xs[1:], ys[1:]))
