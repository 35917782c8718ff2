"""What bars are held against: faint bands under them, lines over them, and the lines of what happened.

Two layers, children of the view box, which clips them to the plot. The names of the lines stand among the end labels.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from legwork.qt.charts.backdrop import paint_flag_lines
from legwork.qt.charts.layer import PlotLayer
from legwork.qt.charts.sheet import Curve, Sheet
from legwork.services.measure_series import Guide

BAND_OPACITY = 0.10


def guides_of(sheet: Sheet) -> Iterator[tuple[Curve, Guide, QRectF]]:
    """What is drawn, with the stretch of the plot that it lies in; of a line the height is nothing."""
    for curve in sheet.curves:
        bars = curve.series.bars
        for guide in bars.guides if bars is not None else ():
            sign = -1 if bars is not None and bars.hanging else 1
            left = max(sheet.x_of(guide.since), sheet.plot.left())
            top, bottom = sorted(sheet.y_of(sign * edge, curve.scale) for edge in (guide.low, guide.high))
            box = QRectF(left, top, sheet.plot.right() - left, bottom - top)
            if box.width() > 0 and bottom >= sheet.plot.top() and top <= sheet.plot.bottom():
                yield curve, guide, box


class GuideBands(PlotLayer):
    """The bands, under the bars."""

    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        sheet = self._sheet
        painter.save()
        painter.translate(-sheet.plot.topLeft())
        for curve, guide, box in guides_of(sheet):
            if guide.high > guide.low:
                shade = QColor(curve.look.colour)
                shade.setAlphaF(BAND_OPACITY)
                painter.fillRect(box.intersected(sheet.plot), shade)
        painter.restore()


class GuideLines(PlotLayer):
    """The lines, over the bars."""

    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        sheet = self._sheet
        painter.save()
        painter.translate(-sheet.plot.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for curve, guide, box in guides_of(sheet):
            faint = guide.high > guide.low
            colour = QColor(curve.look.colour if faint else sheet.theme.colour("text"))
            colour.setAlphaF(0.5 if faint else 0.7)
            pen = QPen(colour, 1)
            pen.setDashPattern([2, 3] if faint else [6, 4])
            painter.setPen(pen)
            for y in dict.fromkeys((round(box.top()), round(box.bottom()))):
                if sheet.plot.top() <= y <= sheet.plot.bottom():
                    painter.drawLine(QLineF(box.left(), y + 0.5, box.right(), y + 0.5))
        self._paint_zero(painter)
        if any(sheet.has_bars(number) for number in range(len(sheet.scales))):
            paint_flag_lines(painter, sheet)
        painter.restore()

    def _paint_zero(self, painter: QPainter) -> None:
        """The line that bars stand on and hang from, where it is not the time axis."""
        sheet = self._sheet
        for number in range(len(sheet.scales)):
            y = sheet.y_of(0.0, number)
            if sheet.both_ways(number) and sheet.plot.top() < y < sheet.plot.bottom():
                painter.setPen(QPen(sheet.theme.colour("field_border"), 1))
                painter.drawLine(QLineF(sheet.plot.left(), round(y) + 0.5, sheet.plot.right(), round(y) + 0.5))
