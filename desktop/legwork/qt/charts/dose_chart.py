"""Hard sets a week against how a girth moved, as a scatter of stretches: the line and its band only where they stand.

Owns how it is painted and pointing at a stretch. It works nothing out: points, band and words come ready in `SiteDose`.
It is painted plainly, without the layers of the charts over time: it neither pans nor zooms, and opens at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, hypot

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from legwork.i18n import tr
from legwork.qt.charts.time_axis import Tick
from legwork.qt.charts.value_axis import Scale, step_of, value_ticks
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import faded, line_width, pen
from legwork.qt.widgets.pointed_picture import PointedPicture
from legwork.qt.widgets.row_drawing import Line, paint_line
from legwork.services.dose_view import SiteDose, StretchPoint

_DOT, _CAP, _REACH = 4.5, 4, 14
"""Radius of a point, half width of the caps of its error bar, and how near the mouse must come, unscaled pixels."""

_LEAST_HEIGHT = {"in": 0.1}
_LEAST_HEIGHT_ELSE = 0.25
"""The value axis spans at least so much a month: finer is below what a tape tells (a convention)."""

_LEAST_SETS = 6.0
"""And the axis of sets at least so many (a convention)."""

_WAYS = {Qt.Key.Key_Right: Qt.Key.Key_Down, Qt.Key.Key_Left: Qt.Key.Key_Up}
_CENTRE, _RIGHT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class _Plot:
    """Where the plot lies, and its two scales."""

    box: QRectF
    across: Scale
    up: Scale

    def at(self, sets: float, rate: float) -> QPointF:
        x = self.box.left() + (sets - self.across.low) / (self.across.high - self.across.low) * self.box.width()
        y = self.box.bottom() - (rate - self.up.low) / (self.up.high - self.up.low) * self.box.height()
        return QPointF(x, y)


class DoseChart(PointedPicture):
    """Arrows go from stretch to stretch, by their sets; Enter or a click asks for the sets of one."""

    stretch_pointed = Signal(object)
    """A StretchPoint, or None."""
    stretch_chosen = Signal(object)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(theme, "dose_chart", tr("Hard sets a week against growth"), parent)
        self._dose: SiteDose | None = None
        self._points: list[StretchPoint] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme.px(200))

    def show_dose(self, dose: SiteDose | None) -> None:
        """Show a site; None: nothing."""
        self._dose = dose
        self._points = sorted(dose.points, key=lambda one: (one.sets, one.first)) if dose is not None else []
        if dose is not None:
            self.setAccessibleName(tr("{site}: hard sets a week against growth", site=dose.name))
        self.parts_changed()

    def point_to(self, stretch: StretchPoint | None) -> None:
        """Light up a stretch, because something else points at it."""
        self._point_at(self._points.index(stretch) if stretch in self._points else None)

    @property
    def pointed(self) -> StretchPoint | None:
        """The stretch that is pointed at."""
        return None if self._current is None else self._points[self._current]

    def point_place(self, stretch: StretchPoint) -> QPointF:
        """Where a stretch is in this widget."""
        return self._plot(QRectF(self.rect())).at(stretch.sets, stretch.rate)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(560), self._theme.px(250))

    def sentences(self) -> list[str]:
        return [one.spoken for one in self._points]

    def part_at(self, position: QPointF) -> int | None:
        plot = self._plot(QRectF(self.rect()))
        found = [
            (hypot(gap.x(), gap.y()), place)
            for place, one in enumerate(self._points)
            for gap in [plot.at(one.sets, one.rate) - position]
        ]
        near = min(found, default=(float(self._theme.px(_REACH) + 1), 0))
        return near[1] if near[0] <= self._theme.px(_REACH) else None

    def pointed_at(self, part: int | None) -> None:
        self.stretch_pointed.emit(None if part is None else self._points[part])

    def chosen(self, part: int) -> None:
        self.stretch_chosen.emit(self._points[part])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _WAYS.get(Qt.Key(event.key()))
        if way is not None and self._points:
            super().keyPressEvent(QKeyEvent(event.type(), way, event.modifiers()))
        else:
            super().keyPressEvent(event)

    # Painting

    def paint_picture(self, painter: QPainter, rect: QRectF, lit: int | None, ring: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._dose is not None:
            paint_dose(painter, rect, self._theme, self._dose, self._points[lit] if lit is not None else None, ring)

    def _plot(self, rect: QRectF) -> _Plot:
        assert self._dose is not None
        return _arranged(self._theme, rect, self._dose)


def paint_dose(
    painter: QPainter, rect: QRectF, theme: ThemeManager, dose: SiteDose, lit: StretchPoint | None, ring: bool
) -> None:
    """Paint a site into `rect`. lit: a stretch that is pointed at; ring: it has the keyboard as well."""
    plot = _arranged(theme, rect, dose)
    colour = theme.region_colour(dose.region.value)
    _paint_axes(painter, rect, theme, plot, dose)
    painter.save()
    painter.setClipRect(plot.box.adjusted(-theme.px(8), -theme.px(2), theme.px(8), theme.px(2)))
    _paint_band(painter, theme, plot, dose, colour)
    for one in dose.points:
        if one is not lit:
            _paint_point(painter, theme, plot, one, colour, lit=False)
    if lit is not None:
        _paint_lines_to(painter, theme, plot, lit)
        _paint_point(painter, theme, plot, lit, colour, lit=True)
        if ring:
            half = line_width(theme, _DOT + 4)
            painter.setPen(pen(theme, theme.colour("text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(plot.at(lit.sets, lit.rate), half, half)
    painter.restore()


def _arranged(theme: ThemeManager, rect: QRectF, dose: SiteDose) -> _Plot:
    """The plot's place: room for numbers at the left, the unit above, the sets and their name below."""
    high = Line("0", pixels=12).height(theme)
    across, up = _across(dose), _up(dose)
    left = max(Line(one.text, pixels=12).width(theme) for one in value_ticks(up)) + theme.px(12)
    box = QRectF(rect).adjusted(
        left, high + theme.px(12), -theme.px(14), -(2 * high + theme.px(16))
    )  # fmt: skip
    return _Plot(QRectF(box.left(), box.top(), max(box.width(), 1.0), max(box.height(), 1.0)), across, up)


def _across(dose: SiteDose) -> Scale:
    sets = [one.sets for one in dose.points]
    low, high = min(sets, default=0.0), max(sets, default=_LEAST_SETS)
    if high - low < _LEAST_SETS:
        low, high = max(0.0, (low + high - _LEAST_SETS) / 2), max((low + high + _LEAST_SETS) / 2, _LEAST_SETS)
    if low <= 0.5 * high:
        low = 0.0
    air = (high - low) * 0.05
    return Scale("", max(0.0, low - air) if low else 0.0, high + air)


def _up(dose: SiteDose) -> Scale:
    """Nothing is always in it; the ends lie on half ticks."""
    low = min([0.0, *(one.low for one in dose.points), *(one.low for one in dose.band)])
    high = max([0.0, *(one.high for one in dose.points), *(one.high for one in dose.band)])
    least = _LEAST_HEIGHT.get(dose.unit, _LEAST_HEIGHT_ELSE)
    if high - low < least:
        low, high = (low + high - least) / 2, (low + high + least) / 2
    rest = step_of(high - low) / 2
    return Scale(dose.unit, floor(low / rest) * rest, -floor(-high / rest) * rest)


def _paint_axes(painter: QPainter, rect: QRectF, theme: ThemeManager, plot: _Plot, dose: SiteDose) -> None:
    box = plot.box
    high = Line("0", pixels=12).height(theme)
    for tick in value_ticks(plot.up):
        y = plot.at(0, tick.at).y()
        nothing = abs(tick.at) < 1e-9
        painter.setPen(QPen(theme.colour("field_border" if nothing else "border"), 1))
        painter.drawLine(QPointF(box.left(), round(y) + 0.5), QPointF(box.right(), round(y) + 0.5))
        text = Line(_signed(tick), "secondary", 12)
        place = QRectF(rect.left(), y - high / 2, box.left() - rect.left() - theme.px(8), high)
        paint_line(painter, theme, place, text, _RIGHT)
    unit = Line(tr("{unit} a month", unit=dose.unit), "secondary", 12)
    paint_line(painter, theme, QRectF(rect.left(), rect.top(), unit.width(theme), high), unit)
    painter.setPen(QPen(theme.colour("field_border"), 1))
    foot = round(box.bottom()) + 0.5
    painter.drawLine(QPointF(box.left(), foot), QPointF(box.right(), foot))
    for tick in value_ticks(plot.across, 8):
        x = plot.at(tick.at, 0).x()
        painter.setPen(QPen(theme.colour("field_border"), 1))
        painter.drawLine(QPointF(round(x) + 0.5, foot), QPointF(round(x) + 0.5, foot + theme.px(4)))
        text = Line(tick.text, "secondary", 12)
        place = QRectF(x - text.width(theme) / 2, foot + theme.px(5), text.width(theme), high)
        paint_line(painter, theme, place, text, _CENTRE)
    name = Line(tr("hard sets a week"), "secondary", 12)
    below = QRectF(box.left(), foot + theme.px(8) + high, box.width(), high)
    paint_line(painter, theme, below, name, _CENTRE)


def _signed(tick: Tick) -> str:
    return f"+{tick.text}" if tick.at > 1e-9 else tick.text


def _paint_band(painter: QPainter, theme: ThemeManager, plot: _Plot, dose: SiteDose, colour: QColor) -> None:
    if not dose.band:
        return
    edge = [plot.at(one.sets, one.high) for one in dose.band]
    edge += [plot.at(one.sets, one.low) for one in reversed(dose.band)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(colour, 0.15))
    painter.drawPolygon(QPolygonF(edge))
    if dose.has_line:
        path = QPainterPath(plot.at(dose.band[0].sets, dose.band[0].middle))
        path.lineTo(plot.at(dose.band[-1].sets, dose.band[-1].middle))
        painter.strokePath(path, pen(theme, colour, 2))


def _paint_point(
    painter: QPainter, theme: ThemeManager, plot: _Plot, one: StretchPoint, colour: QColor, *, lit: bool
) -> None:
    at, low, high = (plot.at(one.sets, rate) for rate in (one.rate, one.low, one.high))
    painter.setPen(pen(theme, colour if lit else faded(colour, 0.55), 2 if lit else 1.2))
    painter.drawLine(low, high)
    cap = QPointF(line_width(theme, _CAP), 0)
    for end in (low, high):
        painter.drawLine(end - cap, end + cap)
    painter.setPen(pen(theme, theme.colour("surface"), 1))
    painter.setBrush(colour if lit else faded(colour, 0.85))
    half = line_width(theme, _DOT + (1 if lit else 0))
    painter.drawEllipse(at, half, half)


def _paint_lines_to(painter: QPainter, theme: ThemeManager, plot: _Plot, one: StretchPoint) -> None:
    """Faint lines from the stretch that is pointed at to both axes."""
    line = pen(theme, theme.colour("field_border"), 1)
    line.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(line)
    at = plot.at(one.sets, one.rate)
    painter.drawLine(at, QPointF(at.x(), plot.box.bottom()))
    painter.drawLine(at, QPointF(plot.box.left(), at.y()))
