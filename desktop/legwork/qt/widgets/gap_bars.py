"""Leg girths among people of the same build, in rows whose middles line up so that the gaps compare by eye.

Owns how these rows are painted (`paint_gap_bars`, for the window and for paper) and the widget that points at one.
It must not work out a gap nor word it: numbers and words come ready in `GapRow`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from legwork.i18n import tr
from legwork.numerals import short_number
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import faded, line_width, pen
from legwork.qt.widgets.picture_key import KeyEntry, height_to_key, paint_key
from legwork.qt.widgets.row_drawing import (
    WIDE,
    Arrangement,
    Heights,
    Line,
    RowPlace,
    RowText,
    arrange,
    arrow,
    centred,
    paint_label,
    paint_line,
    paint_rule,
    paint_texts,
    pointing,
    spread,
    value_text,
)
from legwork.qt.widgets.row_picture import RowPicture
from legwork.services.balance_rows import GapRow

_MOST_BANDS = 2.5
"""How many half bands the axis reaches to either side at most; what lies farther out is an arrow at its end."""
_BAR, _MARK, _FLAG = 14, 6, 8
"""Heights of the bar and the target's flag, radius of the marker."""


@dataclass(frozen=True)
class _Axis:
    """The shared scale: pixels from the middle, so many to a centimetre or inch."""

    zero: float
    per_unit: float
    left: float
    right: float

    def x(self, row: GapRow, value: float) -> float:
        return self.zero + (value - row.middle) * self.per_unit

    def outside(self, x: float) -> int:
        """-1 or +1 for what lies beyond the axis, else 0."""
        return (x > self.right + 0.5) - (x < self.left - 0.5)


def gap_bars_height(theme: ThemeManager, rows: Sequence[GapRow], width: float | None = None) -> int:
    """How high the picture is at a width in pixels; without one, at the width it is made for."""
    if not rows:
        return 0
    place = _arranged(theme, QRectF(0, 0, theme.px(WIDE) if width is None else width, 0), rows)
    return height_to_key(theme, place.key, _key(theme, rows))


def paint_gap_bars(
    painter: QPainter,
    rect: QRectF,
    theme: ThemeManager,
    rows: Sequence[GapRow],
    lit: int | None = None,
    ring: bool = False,
) -> None:
    """Paint from the top of `rect`. lit: a row that is pointed at, with the focus ring or without."""
    if not rows:
        return
    place = _arranged(theme, rect, rows)
    axis = _axis_of(theme, place.header, rows)
    with pointing(painter, theme, place.rows, lit, ring):
        _paint_scale(painter, theme, place, axis, rows[0].unit)
        for index, (row, one) in enumerate(zip(rows, place.rows, strict=True)):
            paint_texts(painter, theme, one, _texts(row), place.words_right)
            _paint_labels(painter, theme, one.plot, axis, row, "raised" if index == lit else "surface")
            _paint_bar(painter, theme, one.plot, axis, row)
        paint_key(painter, theme, place.key, _key(theme, rows))


def _arranged(theme: ThemeManager, rect: QRectF, rows: Sequence[GapRow]) -> Arrangement:
    header = Line("0", pixels=12).height(theme) + theme.px(6)
    return arrange(theme, rect, [_texts(row) for row in rows], _heights(theme), header)


def _texts(row: GapRow) -> RowText:
    name = Line(row.name, bold=True)
    if row.own is None:
        return RowText(name, (Line(tr("not measured"), "secondary"),))
    standing = row.standing
    if row.standing_range:
        standing = tr("{standing} ({range})", standing=row.standing, range=row.standing_range)
    lines = [Line(row.gap), Line(standing, "secondary", 12)]
    if row.gap_range:
        lines.insert(1, Line(tr("({range} {unit})", range=row.gap_range, unit=row.unit), "secondary", 12))
    return RowText(name, tuple(lines))


def _heights(theme: ThemeManager) -> Heights:
    """The flag's room is above the bar too."""
    above = Line("0", bold=True).height(theme) + theme.px(_FLAG)
    return above, float(theme.px(_BAR)), Line("0", pixels=12).height(theme) + theme.px(3)


def _axis_of(theme: ThemeManager, place: QRectF, rows: Sequence[GapRow]) -> _Axis:
    most = _MOST_BANDS * max(max(row.high - row.middle, row.middle - row.low) for row in rows)
    edge = theme.px(_MARK + 4)
    below = min(most, max(row.middle - value for row in rows for value in _values(row)))
    above = min(most, max(value - row.middle for row in rows for value in _values(row)))
    per_unit = max(place.width() - 2 * edge, 1.0) / max(below + above, 1e-9)
    return _Axis(place.left() + edge + below * per_unit, per_unit, place.left() + edge, place.right() - edge)


def _values(row: GapRow) -> list[float]:
    known = (row.low, row.high, row.target, row.own, row.own_low, row.own_high)
    return [value for value in known if value is not None]


def _has_flag(row: GapRow) -> bool:
    """A target in the middle needs none."""
    return value_text(row.target, row.unit) != value_text(row.middle, row.unit)


def _paint_scale(painter: QPainter, theme: ThemeManager, place: Arrangement, axis: _Axis, unit: str) -> None:
    """The common middle, and faint lines at even distances from it."""
    header = place.header
    middle = Line(tr("middle"), "secondary", 12)
    room = max(middle.width(theme), Line(f"+0.0 {unit}", pixels=12).width(theme)) + theme.px(12)
    step = next((one for one in (0.5, 1, 2, 4, 5, 8, 10, 20) if one * axis.per_unit >= room), 50.0)
    least = -int((axis.zero - header.left()) / (step * axis.per_unit))
    most = int((header.right() - axis.zero) / (step * axis.per_unit))
    for count in range(least, most + 1):
        x = axis.zero + count * step * axis.per_unit
        text = middle
        if count:
            amount = short_number(count * step, signed=True)
            text = Line(f"{amount} {unit}" if count == (most or least) else amount, "secondary", 12)
        paint_line(painter, theme, centred(theme, text, x, header.top(), header), text)
        paint_rule(painter, theme, place, _heights(theme), x, "border" if count else "field_border")


def _paint_bar(painter: QPainter, theme: ThemeManager, plot: QRectF, axis: _Axis, row: GapRow) -> None:
    above, bar, _ = _heights(theme)
    top = plot.top() + above
    legs = theme.colour("legs")
    left, right = (max(axis.left, min(axis.x(row, value), axis.right)) for value in (row.low, row.high))
    band = QRectF(left, top, right - left, bar)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("surface"))  # the scale's lines do not shine through
    painter.drawRoundedRect(band, theme.px(3), theme.px(3))
    painter.setBrush(faded(legs, 0.24))
    painter.drawRoundedRect(band, theme.px(3), theme.px(3))
    painter.fillRect(QRectF(axis.zero - line_width(theme, 1), top, line_width(theme, 2), bar), legs)
    if _has_flag(row):
        at = max(axis.left, min(axis.x(row, row.target), axis.right))
        _paint_flag(painter, theme, QPointF(at, top))
    if row.own is not None:
        _paint_own(painter, theme, top + bar / 2, axis, row)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_own(painter: QPainter, theme: ThemeManager, y: float, axis: _Axis, row: GapRow) -> None:
    assert row.own is not None
    x, legs = axis.x(row, row.own), theme.colour("legs")
    if way := axis.outside(x):
        tip = QPointF((axis.left if way < 0 else axis.right) + way * theme.px(_MARK), y)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(legs)
        painter.drawPolygon(arrow(tip, theme.px(12), way))
        return
    low = row.own if row.own_low is None else row.own_low
    high = row.own if row.own_high is None else row.own_high
    _paint_marker(painter, theme, QPointF(x, y), axis.x(row, low), axis.x(row, high), (axis.left, axis.right))


def _paint_marker(
    painter: QPainter, theme: ThemeManager, at: QPointF, low: float, high: float, ends: tuple[float, float]
) -> None:
    """The round marker with its whisker, which has a cap where it ends on the axis."""
    legs, cap = theme.colour("legs"), QPointF(0, theme.px(4))
    left, right = max(low, ends[0]), min(high, ends[1])
    painter.setPen(pen(theme, legs, 2))
    painter.drawLine(QPointF(left, at.y()), QPointF(right, at.y()))
    for end in (one for one in (low, high) if ends[0] <= one <= ends[1]):
        painter.drawLine(QPointF(end, at.y()) - cap, QPointF(end, at.y()) + cap)
    painter.setPen(pen(theme, theme.colour("surface"), 1.5))
    painter.setBrush(legs)
    painter.drawEllipse(at, line_width(theme, _MARK), line_width(theme, _MARK))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_flag(painter: QPainter, theme: ThemeManager, tip: QPointF) -> None:
    """The target: a triangle that stands on the bar."""
    half, high = line_width(theme, 5), line_width(theme, _FLAG - 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("text"))
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(-half, -high), tip + QPointF(half, -high)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_labels(painter: QPainter, theme: ThemeManager, plot: QRectF, axis: _Axis, row: GapRow, ground: str) -> None:
    """The own value and the target above the bar, moved apart where they collide; the people's below it."""
    above, bar, _ = _heights(theme)
    upper: list[tuple[float, Line]] = []
    if row.own is not None:
        upper.append((axis.x(row, row.own), Line(value_text(row.own, row.unit), bold=True)))
    if _has_flag(row):
        target = tr("target {value}", value=value_text(row.target, row.unit))
        upper.append((axis.x(row, row.target), Line(target, "secondary", 12)))
    gap = theme.px(8)
    sizes = [line.width(theme) + gap for _, line in upper]
    places = [max(axis.left, min(x, axis.right)) for x, _ in upper]
    middles = spread(places, sizes, plot.left() - gap / 2, plot.right() + gap / 2)
    foot = plot.top() + above - theme.px(_FLAG)
    for middle, (_, line) in zip(middles, upper, strict=True):
        width, height = line.width(theme), line.height(theme)
        paint_label(painter, theme, QRectF(middle - width / 2, foot - height, width, height), line, ground)
    below = plot.top() + above + bar + theme.px(3)
    text = Line(value_text(row.middle, row.unit), pixels=12)
    box = centred(theme, text, axis.zero, below, plot)
    paint_label(painter, theme, box, text, ground)
    for value in (row.low, row.high):
        quiet = Line(value_text(value, row.unit), "secondary", 12)
        other = centred(theme, quiet, axis.x(row, value), below, plot)
        if not other.adjusted(-gap, 0, gap, 0).intersects(box) and not axis.outside(axis.x(row, value)):
            paint_label(painter, theme, other, quiet, ground)


def _key(theme: ThemeManager, rows: Sequence[GapRow]) -> list[KeyEntry]:
    legs, half = theme.colour("legs"), QPointF(theme.px(14), 0)

    def band(painter: QPainter, at: QPointF) -> None:
        box = QRectF(0, 0, theme.px(28), theme.px(10))
        box.moveCenter(at)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(legs, 0.24))
        painter.drawRoundedRect(box, theme.px(3), theme.px(3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.fillRect(QRectF(at.x() - line_width(theme, 1), box.top(), line_width(theme, 2), box.height()), legs)

    def own(painter: QPainter, at: QPointF) -> None:
        ends = (at - half).x(), (at + half).x()
        _paint_marker(painter, theme, at, ends[0], ends[1], ends)

    def flag(painter: QPainter, at: QPointF) -> None:
        _paint_flag(painter, theme, at + QPointF(0, theme.px(4)))

    entries = [KeyEntry(band, tr("10 to 90 of 100 people built like you above the waist, and their middle"))]
    if any(row.own is not None for row in rows):
        entries.append(KeyEntry(own, tr("you; the whisker is what the tape leaves open (80\u00a0%)")))
    if any(_has_flag(row) for row in rows):
        entries.append(KeyEntry(flag, tr("your target")))
    return entries


class GapBars(RowPicture[GapRow]):
    """The gaps on the balance page."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(theme, "gap_bars", tr("Leg girths among people built like you"), parent)

    def height_of(self, rows: Sequence[GapRow], width: float | None) -> int:
        return gap_bars_height(self._theme, rows, width)

    def places_of(self, rect: QRectF, rows: Sequence[GapRow]) -> Sequence[RowPlace]:
        return _arranged(self._theme, rect, rows).rows

    def paint_picture(self, painter: QPainter, rect: QRectF, lit: int | None, ring: bool) -> None:
        paint_gap_bars(painter, rect, self._theme, self._rows, lit, ring)
