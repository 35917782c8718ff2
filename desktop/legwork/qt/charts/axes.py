"""Axes and grid: the layer under the readings. Time in words below, values left (and right), a faint grid."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from legwork.numerals import MINUS
from legwork.qt.charts.backdrop import paint_hung_flags
from legwork.qt.charts.sheet import Sheet
from legwork.qt.charts.time_axis import Tick, time_ticks
from legwork.qt.charts.value_axis import MOST_TICKS, value_ticks


class Axes(pg.GraphicsObject):  # type: ignore[misc]
    """Paints grid, ticks and units around the plot. Days are plain ordinals: no clock, no time zone."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet

    def boundingRect(self) -> QRectF:
        return QRectF(self._sheet.whole)

    def time_ticks(self) -> list[Tick]:
        sheet = self._sheet
        return time_ticks(sheet.span.start, sheet.span.end, sheet.plot.width(), sheet.metrics.horizontalAdvance)

    def value_ticks(self, scale: int) -> list[Tick]:
        sheet = self._sheet
        room = int(sheet.plot.height() / (2 * sheet.metrics.height()))
        ticks = value_ticks(sheet.scales[scale], max(2, min(MOST_TICKS, room)))
        if sheet.both_ways(scale):
            return [Tick(tick.at, tick.text.removeprefix(MINUS)) for tick in ticks]
        return ticks

    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        sheet = self._sheet
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(sheet.small)
        if sheet.title:
            self._paint_title(painter)
        self._paint_values(painter)
        self._paint_time(painter)

    def _paint_title(self, painter: QPainter) -> None:
        """The name of a panel, and its unit beside it."""
        sheet = self._sheet
        left, base = sheet.px(4), sheet.bold_metrics.ascent() + 1
        painter.setFont(sheet.small_bold)
        painter.setPen(sheet.theme.colour("text"))
        title = sheet.bold_metrics.elidedText(sheet.title, Qt.TextElideMode.ElideRight, sheet.whole.width() - left)
        painter.drawText(QPointF(left, base), title)
        painter.setFont(sheet.small)
        painter.setPen(sheet.theme.colour("secondary"))
        if sheet.scales:
            beside = left + sheet.bold_metrics.horizontalAdvance(title) + sheet.px(6)
            painter.drawText(QPointF(beside, base), sheet.scales[0].unit)

    def _paint_values(self, painter: QPainter) -> None:
        sheet, plot = self._sheet, self._sheet.plot
        line, quiet = QPen(sheet.theme.colour("border"), 1), sheet.theme.colour("secondary")
        height, gap = sheet.metrics.height(), sheet.px(8)
        column = QRectF(0, 0, plot.left() - gap, height)
        for tick in self.value_ticks(0):
            y = round(sheet.y_of(tick.at, 0))
            painter.setPen(line)
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            painter.setPen(quiet)
            column.moveTop(y - height / 2)
            painter.drawText(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.text)
        above = plot.top() - height - sheet.px(11)
        column.moveTop(above)
        if not sheet.title:
            painter.drawText(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, sheet.scales[0].unit)
        if len(sheet.scales) < 2:
            return
        column = QRectF(sheet.axis_right, 0, sheet.whole.right() - sheet.axis_right, height)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for tick in self.value_ticks(1):
            column.moveTop(round(sheet.y_of(tick.at, 1)) - height / 2)
            painter.drawText(column, flags, tick.text)
        column.moveTop(above)
        painter.drawText(column, flags, sheet.scales[1].unit)

    def _paint_time(self, painter: QPainter) -> None:
        sheet, plot = self._sheet, self._sheet.plot
        bottom = plot.bottom()
        painter.setPen(QPen(sheet.theme.colour("field_border"), 1))
        painter.drawLine(QPointF(plot.left(), bottom), QPointF(plot.right(), bottom))
        ticks = self.time_ticks()
        for tick in ticks:
            x = round(sheet.x_of(tick.at))
            painter.drawLine(QPointF(x, bottom + 1), QPointF(x, bottom + sheet.px(4)))
        if sheet.flags_hang:
            paint_hung_flags(painter, sheet)
        painter.setPen(sheet.theme.colour("secondary"))
        for tick in ticks:
            width = sheet.metrics.horizontalAdvance(tick.text) + 2
            left = min(max(sheet.x_of(tick.at) - width / 2, 0.0), sheet.whole.right() - width)
            box = QRectF(left, bottom + sheet.words_below, width, sheet.metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tick.text)
