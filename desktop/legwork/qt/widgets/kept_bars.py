"""Hard sets of each muscle over some weeks, done beside planned: a bar up to a mark.

Owns how these rows are painted and the widget that points at one. It must not count nor word anything: numbers and
words come ready in `MuscleKept`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from legwork.i18n import ptr, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import faded, line_width
from legwork.qt.widgets.picture_key import KeyEntry, height_to_key, paint_key
from legwork.qt.widgets.row_drawing import Line, RowPlace, paint_line, pointing
from legwork.qt.widgets.row_picture import RowPicture
from legwork.services.kept_training import MuscleKept

_BAR, _PAD, _GAP = 10, 3, 8
_LEAST_AXIS = 4.0
"""The axis reaches so many sets at least, so that few sets look few (a convention)."""

_COLUMN = 264
"""So wide, in unscaled pixels, a column of muscles is at least: where two fit, they stand side by side."""


@dataclass(frozen=True)
class _Arrangement:
    rows: tuple[RowPlace, ...]
    axis: float
    key: QRectF


class KeptBars(RowPicture[MuscleKept]):
    """Says which muscle is pointed at; Enter or a click asks for its sets."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(theme, "kept_bars", tr("Hard sets of each muscle, done and planned"), parent)

    def height_of(self, rows: Sequence[MuscleKept], width: float | None) -> int:
        if not rows:
            return 0
        wide = self._theme.px(_COLUMN) if width is None else width
        key = _arranged(self._theme, QRectF(0, 0, wide, 0), rows).key
        return height_to_key(self._theme, key, _key(self._theme))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_COLUMN), self._height(None))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), 0)

    def places_of(self, rect: QRectF, rows: Sequence[MuscleKept]) -> Sequence[RowPlace]:
        return _arranged(self._theme, rect, rows).rows if rows else ()

    def paint_picture(self, painter: QPainter, rect: QRectF, lit: int | None, ring: bool) -> None:
        if not self._rows:
            return
        theme = self._theme
        place = _arranged(theme, rect, self._rows)
        with pointing(painter, theme, place.rows, lit, ring):
            for row, one in zip(self._rows, place.rows, strict=True):
                _paint_row(painter, theme, row, one, place.axis)
            paint_key(painter, theme, place.key, _key(theme))


def _arranged(theme: ThemeManager, rect: QRectF, rows: Sequence[MuscleKept]) -> _Arrangement:
    pad, gap = theme.px(_PAD), theme.px(_GAP)
    columns = 2 if rect.width() >= 2 * theme.px(_COLUMN) + theme.px(24) and len(rows) > 3 else 1
    between = theme.px(24) if columns > 1 else 0
    width = (rect.width() - between) / columns
    names = max(_name(row).width(theme) for row in rows)
    numbers = max(_number(row).width(theme) for row in rows)
    high = _number(rows[0]).height(theme)
    axis = max(_LEAST_AXIS, *(max(row.planned, row.done) for row in rows))
    beside = width - names - numbers - 2 * gap - 2 * pad >= theme.px(56)
    height = high + 2 * pad + (0 if beside else theme.px(_BAR + 2))
    each = ceil(len(rows) / columns)
    places = []
    for number in range(len(rows)):
        across, down = divmod(number, each)
        left, top = rect.left() + across * (width + between), rect.top() + down * height
        name = QRectF(left + pad, top + pad, names, high)
        number_box = QRectF(left + width - pad - numbers, top + pad, numbers, high)
        plot = QRectF(name.right() + gap, top, number_box.left() - name.right() - 2 * gap, height)
        if not beside:
            plot = QRectF(left + pad, top + pad + high, width - 2 * pad, theme.px(_BAR + 2))
        places.append(RowPlace(QRectF(left, top, width, height), name, number_box, plot))
    below = rect.top() + each * height + theme.px(8)
    return _Arrangement(tuple(places), axis, QRectF(rect.left() + pad, below, rect.width() - 2 * pad, 0))


def _name(row: MuscleKept) -> Line:
    return Line(row.name, pixels=12)


def _number(row: MuscleKept) -> Line:
    return Line(row.number, "text" if row.done else "secondary", 12)


def _paint_row(painter: QPainter, theme: ThemeManager, row: MuscleKept, place: RowPlace, axis: float) -> None:
    paint_line(painter, theme, place.name, _name(row))
    paint_line(painter, theme, place.words, _number(row), Qt.AlignmentFlag.AlignRight)
    plot, colour = place.plot, theme.region_colour(row.region.value)
    thick = theme.px(_BAR)
    whole = QRectF(plot.left(), plot.center().y() - thick / 2, plot.width(), thick)
    rule = QRectF(plot.left(), plot.center().y() - line_width(theme, 0.5), plot.width(), line_width(theme, 1))
    painter.fillRect(rule, theme.colour("border"))
    if row.planned:
        wanted = QRectF(whole)
        wanted.setWidth(plot.width() * row.planned / axis)
        painter.fillRect(wanted, faded(colour, 0.18))
    if row.done:
        done = QRectF(whole)
        done.setWidth(plot.width() * row.done / axis)
        painter.fillRect(done, colour)
    if row.planned:
        _paint_mark(painter, theme, plot.left() + plot.width() * row.planned / axis, whole)


def _paint_mark(painter: QPainter, theme: ThemeManager, x: float, bar: QRectF) -> None:
    """Up to where it was planned, over the bar with a light edge so that it shows on it."""
    wide, out = line_width(theme, 2), theme.px(2)
    mark_ = QRectF(x - wide / 2, bar.top() - out, wide, bar.height() + 2 * out)
    painter.fillRect(mark_.adjusted(-wide / 2, 0, wide / 2, 0), theme.colour("surface"))
    painter.fillRect(mark_, theme.colour("text"))


def _key(theme: ThemeManager) -> list[KeyEntry]:
    legs = theme.colour("legs")

    def box(at: QPointF) -> QRectF:
        found = QRectF(0, 0, theme.px(24), theme.px(_BAR))
        found.moveCenter(at)
        return found

    return [
        KeyEntry(lambda painter, at: painter.fillRect(box(at), legs), ptr("sets", "done")),
        KeyEntry(lambda painter, at: _paint_mark(painter, theme, at.x(), box(at)), ptr("sets", "planned")),
    ]
