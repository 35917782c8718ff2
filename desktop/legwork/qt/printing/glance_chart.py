"""The volume of a plan on paper: its blocks as a band over the weeks, and below it hard sets of legs and upper body.

Owns the drawing. Legs are full and dark, the upper body is hatched and lighter, so that a copy in grey says the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from legwork.domain.sites import Region
from legwork.i18n import tr
from legwork.numerals import short_number
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.blocks import Block
from legwork.qt.printing.hatch import fill_region
from legwork.qt.printing.paper import mm
from legwork.qt.printing.plan_overview import paint_band
from legwork.qt.printing.region_key import paint_dashes, paint_region_key
from legwork.qt.printing.text import wrapped
from legwork.services.plan_paper_course import CourseBlock
from legwork.services.plan_paper_glance import Glance

_AXIS = 34.0
"""The width of the numbers at the left."""

_BAND, _KEY, _LABELS = 34.0, 24.0, 22.0
_CENTRE, _RIGHT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
_STEPS = (5, 10, 20, 25, 50, 100, 200, 500)
_MOST_TICKS = 5
_LEAST_APART = 26.0
"""Between two numbers on the axis of weeks, units."""


@dataclass(frozen=True)
class VolumeChart(Block):
    """The band of blocks with the bars of every week below it."""

    glance: Glance
    tall: float = mm(58)
    before: float = field(default=8.0, kw_only=True)

    def height(self, width: float, theme: ThemeManager) -> float:
        return self.tall

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        weeks = self.glance.weeks
        plot = QRectF(rect.left() + _AXIS, rect.top() + _BAND + _KEY, rect.width() - _AXIS, 0)
        plot.setBottom(rect.bottom() - _LABELS)
        week = plot.width() / max(1, len(weeks))
        for number, block in enumerate(self.glance.blocks, 1):
            left = plot.left() + (block.first - 1) * week
            band = QRectF(left + 1, rect.top(), (block.last - block.first + 1) * week - 2, _BAND - 4)
            paint_band(painter, band, band_text(block, number, band.width(), theme), block.kind, theme)
        self._paint_key(painter, QRectF(plot.left(), rect.top() + _BAND, plot.width(), _KEY), theme)
        most = max((max(one.lower, one.upper) for one in weeks), default=0.0)
        step = next((one for one in _STEPS if most <= one * _MOST_TICKS), _STEPS[-1])
        top = step * max(1, -(-int(max(most, self.glance.holds) + 0.999) // step))
        self._paint_axis(painter, plot, top, step, theme)
        self._paint_bars(painter, plot, top, week, theme)
        self._paint_hold(painter, plot, top, theme)

    @property
    def words(self) -> str:
        return self.glance.spoken

    def _paint_key(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        """What full and hatched mean."""
        words = tr("Legs: hard sets a week"), tr("Upper body: hard sets a week")
        at = rect.topLeft() + QPointF(0, 1)
        paint_region_key(painter, at, rect.width() / 2, theme, words, self.glance.holds_words)

    def _paint_axis(self, painter: QPainter, plot: QRectF, top: float, step: float, theme: ThemeManager) -> None:
        value = 0.0
        while value <= top + 1e-6:
            y = plot.bottom() - plot.height() * value / top
            painter.setPen(QPen(theme.colour("border" if value else "text"), 0.75))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            number = wrapped(short_number(value), "small", _AXIS - 8, theme, _RIGHT)
            number.draw(painter, QPointF(plot.left() - _AXIS, y - number.height / 2))
            value += step

    def _paint_bars(self, painter: QPainter, plot: QRectF, top: float, week: float, theme: ThemeManager) -> None:
        bar = min(week * 0.36, mm(7))
        every = max(1, int(-(-_LEAST_APART // week)))
        for one in self.glance.weeks:
            middle = plot.left() + (one.number - 0.5) * week
            for region, sets, left in ((Region.LOWER, one.lower, middle - bar), (Region.UPPER, one.upper, middle)):
                tall = plot.height() * sets / top
                if tall > 0:
                    fill_region(painter, QRectF(left + 0.5, plot.bottom() - tall, bar - 1, tall), theme, region)
            if (one.number - 1) % every == 0:
                text = wrapped(str(one.number), "small", _LEAST_APART * 2, theme, _CENTRE)
                text.draw(painter, QPointF(middle - _LEAST_APART, plot.bottom() + 4))
        word = wrapped(tr("Week"), "small", _AXIS + 12, theme)
        word.draw(painter, QPointF(plot.left() - _AXIS, plot.bottom() + 4))

    def _paint_hold(self, painter: QPainter, plot: QRectF, top: float, theme: ThemeManager) -> None:
        """The line that holds the upper body, over the bars."""
        y = plot.bottom() - plot.height() * self.glance.holds / top
        paint_dashes(painter, QLineF(plot.left(), y, plot.right(), y), theme)


def band_text(block: CourseBlock, number: int, width: float, theme: ThemeManager) -> str:
    """What stands in the band of a block: its name in two lines at most, else its number, which a list explains."""
    room = width - 6
    made = wrapped(block.name, "cue strong", room, theme)
    whole = all(wrapped(word, "cue strong", 10_000, theme).width <= room for word in block.name.split())
    return block.name if whole and made.height <= _BAND - 4 else str(number)


def unnamed(blocks: Sequence[CourseBlock], width: float, theme: ThemeManager) -> list[tuple[int, CourseBlock]]:
    """The blocks whose names find no room in the band of a chart of that width, with their numbers."""
    weeks = max((one.last for one in blocks), default=1)
    week = (width - _AXIS) / weeks
    return [
        (number, one)
        for number, one in enumerate(blocks, 1)
        if band_text(one, number, (one.last - one.first + 1) * week - 2, theme) != one.name
    ]
