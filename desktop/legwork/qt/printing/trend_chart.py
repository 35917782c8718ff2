"""A measure over time on paper: its readings, the line through them with its band, both sides in one chart.

Owns the drawing. Left is a full line with round readings, right a dashed one with diamonds, so that a copy in grey says
the same. Which series stand in a chart is `services.progress_body`; axes and ticks are those of the charts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from legwork.domain.measures import number_text
from legwork.domain.sites import Side
from legwork.i18n import mark, tr
from legwork.qt.charts.time_axis import time_ticks
from legwork.qt.charts.value_axis import Scale, fitted_scale, value_ticks
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.blocks import Block
from legwork.qt.printing.paper import mm
from legwork.qt.printing.text import ROLES, wrapped
from legwork.qt.widgets.body_map import faded
from legwork.qt.widgets.row_drawing import diamond, spread
from legwork.services.measure_series import MeasureSeries
from legwork.services.progress_body import ProgressChart

TALL = mm(46)
_LEFT, _RIGHT_ROOM, _TITLE, _FOOT = 40.0, 40.0, 27.0, 20.0
_DOT = 1.9
_MOST_MARKED = 60
"""More readings than so many are drawn smaller, so that the line stays in sight (a convention)."""

_CENTRE, _FLUSH = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
_SIDE_LETTERS = {Side.LEFT: mark("L"), Side.RIGHT: mark("R")}


@dataclass(frozen=True)
class TrendChart(Block):
    """One chart between two days (ordinals). flags: days of a programme change, marked at the foot."""

    chart: ProgressChart
    first: int
    last: int
    flags: tuple[int, ...] = ()
    tall: float = TALL
    before: float = field(default=10.0, kw_only=True)

    def height(self, _width: float, _theme: ThemeManager) -> float:
        return self.tall

    @property
    def words(self) -> str:
        return self.chart.spoken

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        unit = self.chart.unit
        title = wrapped(f", {unit}" if unit else "", "cue", rect.width(), theme, lead=self.chart.title)
        title.draw(painter, rect.topLeft())
        plot = rect.adjusted(_LEFT, _TITLE, -_RIGHT_ROOM, -_FOOT)
        scale = self._scale()
        if scale is None:
            return
        self._paint_axes(painter, plot, scale, theme)
        self._paint_flags(painter, plot, theme)
        for series in self.chart.series:
            self._paint_band(painter, plot, scale, series, theme)
        for series in self.chart.series:
            self._paint_line(painter, plot, scale, series, theme)
        self._paint_goal(painter, plot, scale, theme)
        self._paint_ends(painter, plot, scale, theme)

    # Where things are

    def _rows(self, series: MeasureSeries) -> list[int]:
        """The rows of the trend within the chart."""
        return [row for row in range(len(series.trend)) if self.first <= series.trend.days[row] <= self.last]

    def _readings(self, series: MeasureSeries) -> list[tuple[int, float]]:
        found = zip(series.days, series.values, strict=True)
        return [(day, value) for day, value in found if self.first <= day <= self.last]

    def _scale(self) -> Scale | None:
        values = [value for series in self.chart.series for _, value in self._readings(series)]
        for series in self.chart.series:
            for row in self._rows(series):
                values += [float(series.trend.low[row]), float(series.trend.high[row])]
        if not values:
            return None
        low, high = min(values), max(values)
        goal = self.chart.goal
        if goal is not None and low - (high - low) <= goal <= high + (high - low):
            low, high = min(low, goal), max(high, goal)
        return fitted_scale(self.chart.unit, [(low, high)])

    def _at(self, plot: QRectF, scale: Scale, day: float, value: float) -> QPointF:
        x = plot.left() + plot.width() * (day - self.first) / max(self.last - self.first, 1)
        return QPointF(x, plot.bottom() - plot.height() * (value - scale.low) / (scale.high - scale.low))

    # What is painted

    def _paint_axes(self, painter: QPainter, plot: QRectF, scale: Scale, theme: ThemeManager) -> None:
        for tick in value_ticks(scale, 4):
            y = self._at(plot, scale, self.first, tick.at).y()
            painter.setPen(QPen(theme.colour("border"), 0.75))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            text = wrapped(tick.text, "small", _LEFT - 6, theme, _FLUSH)
            text.draw(painter, QPointF(plot.left() - _LEFT, y - text.height / 2))
        metrics = QFontMetricsF(ROLES["small"].font(theme))
        for tick in time_ticks(self.first, self.last, plot.width(), metrics.horizontalAdvance):
            x = self._at(plot, scale, tick.at, scale.low).x()
            painter.setPen(QPen(theme.colour("field_border"), 0.75))
            painter.drawLine(QLineF(x, plot.bottom(), x, plot.bottom() + 4))
            wide = metrics.horizontalAdvance(tick.text) + 2
            left = max(plot.left() - _LEFT, min(x - wide / 2, plot.right() + _RIGHT_ROOM - wide))
            wrapped(tick.text, "small", wide, theme, _CENTRE).draw(painter, QPointF(left, plot.bottom() + 4))
        painter.setPen(QPen(theme.colour("field_border"), 0.75))
        painter.drawLine(QLineF(plot.left(), plot.bottom(), plot.right(), plot.bottom()))

    def _paint_flags(self, painter: QPainter, plot: QRectF, theme: ThemeManager) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        for day in self.flags:
            if self.first <= day <= self.last:
                x = plot.left() + plot.width() * (day - self.first) / max(self.last - self.first, 1)
                foot = plot.bottom()
                painter.drawPolygon([QPointF(x, foot - 1), QPointF(x - 3.5, foot - 8), QPointF(x + 3.5, foot - 8)])
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_band(
        self, painter: QPainter, plot: QRectF, scale: Scale, series: MeasureSeries, theme: ThemeManager
    ) -> None:
        trend, rows = series.trend, self._rows(series)
        top = [self._at(plot, scale, float(trend.days[row]), float(trend.high[row])) for row in rows]
        foot = [self._at(plot, scale, float(trend.days[row]), float(trend.low[row])) for row in reversed(rows)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(theme.region_colour(series.region), 0.15))
        painter.drawPolygon(QPolygonF([*top, *foot]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_line(
        self, painter: QPainter, plot: QRectF, scale: Scale, series: MeasureSeries, theme: ThemeManager
    ) -> None:
        colour, right = theme.region_colour(series.region), series.measure.side is Side.RIGHT
        readings = self._readings(series)
        dot = _DOT if len(readings) <= _MOST_MARKED else _DOT * 0.7
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(colour, 0.5))
        for day, value in readings:
            at = self._at(plot, scale, day, value)
            if right:
                painter.drawPolygon(diamond(at, dot * 1.3))
            else:
                painter.drawEllipse(at, dot, dot)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(colour, 2.0)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if right:
            pen.setDashPattern([4, 2.5])
        painter.setPen(pen)
        trend = series.trend
        line = [self._at(plot, scale, float(trend.days[row]), float(trend.level[row])) for row in self._rows(series)]
        painter.drawPolyline(QPolygonF(line))

    def _paint_goal(self, painter: QPainter, plot: QRectF, scale: Scale, theme: ThemeManager) -> None:
        goal = self.chart.goal
        if goal is None or not scale.low <= goal <= scale.high:
            return
        y = self._at(plot, scale, self.first, goal).y()
        pen = QPen(theme.colour("text"), 1.0)
        pen.setDashPattern([6, 4])
        painter.setPen(pen)
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
        said = tr("Goal {value}", value=number_text(goal, self.chart.unit))
        text = wrapped(said, "small", plot.width(), theme)
        text.draw(painter, QPointF(plot.left() + 4, y - text.height))

    def _paint_ends(self, painter: QPainter, plot: QRectF, scale: Scale, theme: ThemeManager) -> None:
        """What the lines end at, beside them and apart from each other."""
        ends = []
        for series in self.chart.series:
            if rows := self._rows(series):
                level = float(series.trend.level[rows[-1]])
                letter = _SIDE_LETTERS.get(series.measure.side)
                parts = (tr(letter) if letter else "", number_text(level, series.unit))
                ends.append((self._at(plot, scale, self.last, level).y(), " ".join(one for one in parts if one)))
        made = [wrapped(text, "cue", _RIGHT_ROOM + 30, theme) for _, text in ends]
        places = spread([y for y, _ in ends], [one.height for one in made], plot.top() - 6, plot.bottom() + 6)
        for middle, one in zip(places, made, strict=True):
            one.draw(painter, QPointF(plot.right() + 6, middle - one.height / 2))


@dataclass(frozen=True)
class SideBySideCharts(Block):
    """Charts in rows of two; a row never parts."""

    charts: tuple[Block, ...]
    between: float = mm(7)
    before: float = field(default=8.0, kw_only=True)

    def height(self, width: float, theme: ThemeManager) -> float:
        rows = self._rows
        return sum(max(one.height(self._wide(width), theme) for one in row) for row in rows) + 14 * (len(rows) - 1)

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        top, wide = rect.top(), self._wide(rect.width())
        for row in self._rows:
            tall = max(one.height(wide, theme) for one in row)
            for place, one in enumerate(row):
                painter.save()
                one.paint(painter, QRectF(rect.left() + place * (wide + self.between), top, wide, tall), theme)
                painter.restore()
            top += tall + 14

    @property
    def words(self) -> str:
        return "\n".join(one.words for one in self.charts)

    def split(self, width: float, theme: ThemeManager, height: float) -> tuple[Block, Block] | None:
        top, fitting = 0.0, 0
        for row in self._rows:
            top += max(one.height(self._wide(width), theme) for one in row)
            fitting += 2 * (top <= height)
            top += 14
        if not 0 < fitting < len(self.charts):
            return None
        return SideBySideCharts(self.charts[:fitting]), SideBySideCharts(self.charts[fitting:])

    @property
    def _rows(self) -> Sequence[Sequence[Block]]:
        return [self.charts[place : place + 2] for place in range(0, len(self.charts), 2)]

    def _wide(self, width: float) -> float:
        return (width - self.between) / 2
