"""A series in very small: its readings, the trend through them and its band, without axes.

Owns the drawing and the widget. What it means stands in words beside it. Everything is measured in `theme` pixels, so
that paper paints the same.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from legwork.domain.sites import Side
from legwork.qt.core.spoken_roles import CHART
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import faded, line_width, pen
from legwork.services.measure_series import MeasureSeries

_WIDE, _TALL = 92, 30


class TrendSpark(QWidget):
    """Shows a series between two days (ordinals)."""

    spoken_role = CHART

    def __init__(self, theme: ThemeManager, series: MeasureSeries, first: float, last: float) -> None:
        super().__init__()
        self._theme, self._series, self._span = theme, series, (first, last)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDE), self._theme.px(_TALL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_spark(painter, QRectF(self.rect()), self._theme, self._series, *self._span)
        painter.end()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def paint_spark(
    painter: QPainter, rect: QRectF, theme: ThemeManager, series: MeasureSeries, first: float, last: float
) -> None:
    """Paint what there is between two days (ordinals) into `rect`; nothing where that is nothing."""
    trend = series.trend
    at = [row for row in range(len(trend)) if first <= trend.days[row] <= last]
    readings = [(day, value) for day, value in zip(series.days, series.values, strict=True) if first <= day <= last]
    if not at or last <= first:
        return
    colour = theme.region_colour(series.region)
    inner = rect.adjusted(theme.px(3), theme.px(3), -theme.px(4), -theme.px(3))
    values = [value for _, value in readings]
    values += [float(edge[row]) for row in at for edge in (trend.low, trend.high)]
    low, high = min(values), max(values)
    spread = max(high - low, 1e-9)

    def place(day: float, value: float) -> QPointF:
        x = inner.left() + inner.width() * (day - first) / (last - first)
        return QPointF(x, inner.bottom() - inner.height() * (value - low) / spread)

    days = [float(trend.days[row]) for row in at]
    top = [place(day, float(trend.high[row])) for day, row in zip(days, at, strict=True)]
    foot = [place(day, float(trend.low[row])) for day, row in zip(days, at, strict=True)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(colour, 0.15))
    painter.drawPolygon(QPolygonF([*top, *reversed(foot)]))
    painter.setBrush(faded(colour, 0.5))
    dot = line_width(theme, 1.5)
    for day, value in readings:
        painter.drawEllipse(place(day, value), dot, dot)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    line = pen(theme, colour, 2)
    if series.measure.side is Side.RIGHT:
        line.setDashPattern([3, 2])
    painter.setPen(line)
    painter.drawPolyline(QPolygonF([place(day, float(trend.level[row])) for day, row in zip(days, at, strict=True)]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(place(days[-1], float(trend.level[at[-1]])), 2 * dot, 2 * dot)
    painter.setBrush(Qt.BrushStyle.NoBrush)
