"""Left against right, one row a site: which side is larger, and whether by more than the tape's error.

Owns how these rows are painted (`paint_side_strip`, for the window and for paper) and the widget that points at one.
It must not make the call itself, nor word it: both come ready in `SideRow`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from legwork.domain.sides import SideCall
from legwork.domain.sites import Spot
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import faded, line_width, pen, spot_colour
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
    diamond,
    paint_label,
    paint_line,
    paint_rule,
    paint_texts,
    pointing,
    tilde,
)
from legwork.qt.widgets.row_picture import RowPicture
from legwork.services.balance_rows import SideRow

_MOST_ZONES = 4.0
"""How many times the widest zone the axis reaches at most; what lies farther out is an arrow at its end."""
_BAR, _MARK = 14, 6
"""Height of the zone, radius of the marker."""


@dataclass(frozen=True)
class _Axis:
    """The shared scale: no difference in the middle, a larger left side to the left."""

    zero: float
    per_unit: float
    reach: float

    def x(self, difference: float) -> float:
        return self.zero - difference * self.per_unit

    def is_outside(self, difference: float) -> bool:
        return abs(difference) > self.reach + 1e-9


def side_strip_height(theme: ThemeManager, rows: Sequence[SideRow], width: float | None = None) -> int:
    """How high the picture is at a width in pixels; without one, at the width it is made for."""
    if not rows:
        return 0
    place = _arranged(theme, QRectF(0, 0, theme.px(WIDE) if width is None else width, 0), rows)
    return height_to_key(theme, place.key, _key(theme))


def paint_side_strip(
    painter: QPainter,
    rect: QRectF,
    theme: ThemeManager,
    rows: Sequence[SideRow],
    lit: int | None = None,
    ring: bool = False,
) -> None:
    """Paint from the top of `rect`. lit: a row that is pointed at, with the focus ring or without."""
    if not rows:
        return
    place = _arranged(theme, rect, rows)
    axis = _axis_of(theme, place.header, rows)
    with pointing(painter, theme, place.rows, lit, ring):
        _paint_headings(painter, theme, place, axis)
        for index, (row, one) in enumerate(zip(rows, place.rows, strict=True)):
            paint_texts(painter, theme, one, _texts(row), place.words_right)
            _paint_labels(painter, theme, one.plot, axis, row, "raised" if index == lit else "surface")
            _paint_row(painter, theme, one.plot, axis, row)
        paint_key(painter, theme, place.key, _key(theme))


def _arranged(theme: ThemeManager, rect: QRectF, rows: Sequence[SideRow]) -> Arrangement:
    header = Line("0", pixels=12).height(theme) + theme.px(6)
    return arrange(theme, rect, [_texts(row) for row in rows], _heights(theme), header)


def _texts(row: SideRow) -> RowText:
    role = "secondary" if row.call is SideCall.WITHIN else "text"
    return RowText(Line(row.name, bold=True), (Line(row.words, role),))


def _heights(theme: ThemeManager) -> Heights:
    label = Line("0", bold=True).height(theme)
    return label + theme.px(2), float(theme.px(_BAR)), Line("0", pixels=12).height(theme) + theme.px(3)


def _axis_of(theme: ThemeManager, place: QRectF, rows: Sequence[SideRow]) -> _Axis:
    widest = max(row.mdc for row in rows)
    farthest = max(abs(row.difference) for row in rows)
    reach = max(widest, min(farthest, _MOST_ZONES * widest) if widest > 0 else farthest, 1e-9)
    half = place.width() / 2 - theme.px(_MARK + 8)
    return _Axis(place.center().x(), max(half, 1.0) / reach, reach)


def _paint_headings(painter: QPainter, theme: ThemeManager, place: Arrangement, axis: _Axis) -> None:
    header = place.header
    for text, align in (
        (tr("← left larger"), Qt.AlignmentFlag.AlignLeft),
        (tr("right larger →"), Qt.AlignmentFlag.AlignRight),
    ):
        paint_line(painter, theme, header, Line(text, "secondary", 12), align)
    paint_rule(painter, theme, place, _heights(theme), axis.zero, "field_border")


def _paint_row(painter: QPainter, theme: ThemeManager, plot: QRectF, axis: _Axis, row: SideRow) -> None:
    above, bar, _ = _heights(theme)
    middle = plot.top() + above + bar / 2
    _paint_zone(painter, theme, QRectF(axis.x(row.mdc), middle - bar / 2, 2 * row.mdc * axis.per_unit, bar))
    painter.setPen(pen(theme, theme.colour("field_border"), 1))
    painter.drawLine(QPointF(axis.zero, middle - bar / 2), QPointF(axis.zero, middle + bar / 2))
    if row.call is SideCall.WITHIN:
        _paint_tilde(painter, theme, QPointF(axis.x(row.difference), middle))
        return
    right = row.call is SideCall.RIGHT_LARGER
    colour = spot_colour(theme, Spot(row.site))
    end = QPointF(axis.x(max(-axis.reach, min(row.difference, axis.reach))), middle)
    stem = pen(theme, colour, 2)
    stem.setCapStyle(Qt.PenCapStyle.FlatCap)
    if right:
        stem.setDashPattern([3, 2])
    painter.setPen(stem)
    painter.drawLine(QPointF(axis.zero, middle), end)
    painter.setPen(pen(theme, theme.colour("surface"), 1.5))
    painter.setBrush(colour)
    if axis.is_outside(row.difference):
        way = 1 if right else -1
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.drawPolygon(arrow(end + QPointF(way * theme.px(_MARK), 0), theme.px(12), way))
    elif right:
        painter.drawPolygon(diamond(end, line_width(theme, _MARK * 1.25)))
    else:
        painter.drawEllipse(end, line_width(theme, _MARK), line_width(theme, _MARK))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_zone(painter: QPainter, theme: ThemeManager, zone: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for colour in (theme.colour("surface"), faded(theme.colour("secondary"), 0.2)):
        painter.setBrush(colour)
        painter.drawRoundedRect(zone, theme.px(3), theme.px(3))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_tilde(painter: QPainter, theme: ThemeManager, at: QPointF) -> None:
    painter.strokePath(tilde(at, theme.px(_MARK)), pen(theme, theme.colour("secondary"), 2.5))


def _paint_labels(painter: QPainter, theme: ThemeManager, plot: QRectF, axis: _Axis, row: SideRow, ground: str) -> None:
    """The difference over its marker, and how wide the zone is, under it."""
    above, bar, _ = _heights(theme)
    within = row.call is SideCall.WITHIN
    value = Line(row.size_text, "secondary" if within else "text", bold=not within)
    box = centred(theme, value, axis.x(row.difference), plot.top(), plot)
    paint_label(painter, theme, box, value, ground)
    width = Line(f"± {row.mdc_text} {row.unit}", "secondary", 12)
    box = centred(theme, width, axis.zero, plot.top() + above + bar + theme.px(3), plot)
    paint_label(painter, theme, box, width, ground)


def _key(theme: ThemeManager) -> list[KeyEntry]:
    def zone(painter: QPainter, at: QPointF) -> None:
        box = QRectF(0, 0, theme.px(28), theme.px(12))
        box.moveCenter(at)
        _paint_zone(painter, theme, box)
        _paint_tilde(painter, theme, at)

    return [KeyEntry(zone, tr("within the tape’s error: no difference that can be told"))]


class SideStrip(RowPicture[SideRow]):
    """The sides on the balance page."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(theme, "side_strip", tr("Left against right"), parent)

    def height_of(self, rows: Sequence[SideRow], width: float | None) -> int:
        return side_strip_height(self._theme, rows, width)

    def places_of(self, rect: QRectF, rows: Sequence[SideRow]) -> Sequence[RowPlace]:
        return _arranged(self._theme, rect, rows).rows

    def paint_picture(self, painter: QPainter, rect: QRectF, lit: int | None, ring: bool) -> None:
        paint_side_strip(painter, rect, self._theme, self._rows, lit, ring)
