"""What weeks of training came to, on paper: legs and upper body as bars side by side, week after week.

Owns the drawing. Legs are full, the upper body is hatched, so that a copy in grey says the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from legwork.domain.sites import Region
from legwork.i18n import ntr, tr
from legwork.qt.charts.time_axis import time_ticks
from legwork.qt.charts.value_axis import Scale, fitted_scale, value_ticks
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.blocks import Block
from legwork.qt.printing.hatch import fill_region
from legwork.qt.printing.paper import mm
from legwork.qt.printing.region_key import paint_dashes, paint_region_key
from legwork.qt.printing.text import ROLES, wrapped
from legwork.services.progress_training import WeekChart

_AXIS, _HEAD, _FOOT = 62.0, 46.0, 20.0
_WIDEST_BAR = mm(7)
_FLUSH, _CENTRE = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True)
class WeekBars(Block):
    """One number, both regions."""

    chart: WeekChart
    tall: float = mm(56)
    before: float = field(default=12.0, kw_only=True)

    def height(self, _width: float, _theme: ThemeManager) -> float:
        return self.tall

    @property
    def words(self) -> str:
        return self.chart.spoken

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        chart = self.chart
        title = wrapped(f", {chart.unit}{self._how()}", "cue", rect.width(), theme, lead=chart.title)
        title.draw(painter, rect.topLeft())
        self._paint_key(painter, QPointF(rect.left(), rect.top() + 20), rect.width(), theme)
        plot = rect.adjusted(_AXIS, _HEAD, 0, -_FOOT)
        most = max(max(one.legs, one.upper) for one in chart.bars)
        scale = fitted_scale("", [(0.0, max(most, chart.holds or 0.0, 1.0))], rooted=True)
        assert scale is not None
        self._paint_axis(painter, plot, scale, theme)
        self._paint_bars(painter, plot, scale, theme)
        if chart.holds is not None and chart.holds <= scale.high:
            y = plot.bottom() - plot.height() * chart.holds / scale.high
            paint_dashes(painter, QLineF(plot.left(), y, plot.right(), y), theme)

    def _how(self) -> str:
        count = self.chart.together
        return (
            ""
            if count == 1
            else ntr("; a bar is the mean of {count} week", "; a bar is the mean of {count} weeks", count)
        )

    def _paint_key(self, painter: QPainter, at: QPointF, width: float, theme: ThemeManager) -> None:
        holds = "" if self.chart.holds is None else tr("holds the upper body")
        paint_region_key(painter, at, width / 3, theme, (tr("Legs"), tr("Upper body")), holds)

    def _paint_axis(self, painter: QPainter, plot: QRectF, scale: Scale, theme: ThemeManager) -> None:
        for tick in value_ticks(scale, 4):
            y = plot.bottom() - plot.height() * tick.at / scale.high
            painter.setPen(QPen(theme.colour("border" if tick.at else "text"), 0.75))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            number = wrapped(tick.text, "small", _AXIS - 8, theme, _FLUSH)
            number.draw(painter, QPointF(plot.left() - _AXIS, y - number.height / 2))
        metrics = QFontMetricsF(ROLES["small"].font(theme))
        first, last = self._span
        for tick in time_ticks(first, last, plot.width(), metrics.horizontalAdvance):
            x = plot.left() + plot.width() * (tick.at - first) / (last - first)
            wide = metrics.horizontalAdvance(tick.text) + 2
            left = max(plot.left() - _AXIS, min(x - wide / 2, plot.right() - wide))
            painter.setPen(QPen(theme.colour("field_border"), 0.75))
            painter.drawLine(QLineF(x, plot.bottom(), x, plot.bottom() + 4))
            wrapped(tick.text, "small", wide, theme, _CENTRE).draw(painter, QPointF(left, plot.bottom() + 4))

    @property
    def _span(self) -> tuple[int, int]:
        first = self.chart.bars[0].first.toordinal()
        return first, self.chart.bars[-1].first.toordinal() + 7 * self.chart.together

    def _paint_bars(self, painter: QPainter, plot: QRectF, scale: Scale, theme: ThemeManager) -> None:
        first, last = self._span
        step = plot.width() * 7 * self.chart.together / (last - first)
        bar = min(step * 0.4, _WIDEST_BAR)
        for one in self.chart.bars:
            middle = plot.left() + plot.width() * (one.first.toordinal() - first) / (last - first) + step / 2
            for region, value, left in ((Region.LOWER, one.legs, middle - bar), (Region.UPPER, one.upper, middle)):
                tall = plot.height() * value / scale.high
                if tall > 0:
                    fill_region(painter, QRectF(left + 0.4, plot.bottom() - tall, bar - 0.8, tall), theme, region)
