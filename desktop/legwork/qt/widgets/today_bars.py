"""Rows with bars on the first page: this week's sets beside what is wanted, and food beside what is meant for the day.

Owns how the rows stand: a name, a bar, a number, and what the number is held against. The bars are those of the pages
that the rows lead to; it counts and words nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.food_bar import paint_food_bar
from legwork.qt.widgets.plan_volume_bars import Bar, paint_volume_bar
from legwork.qt.widgets.row_drawing import Line, RowPlace, paint_line, pointing
from legwork.qt.widgets.row_picture import RowPicture
from legwork.qt.widgets.today_card import OUTSIDE
from legwork.services.food_view import NutrientRow
from legwork.services.today_week import WeekLine

_WIDE, _ROW, _GAP = 360, 25, 10
_LEAST_BAR = 56
"""Unscaled pixels: where there is less room for bars, they are left out: the numbers say the same."""

_LEAST_AXIS = 6.0
"""The axis of sets reaches so far at least, so that few sets look few (a convention)."""

_ROOM = 1.08
"""The axis goes on so far past what is wanted, so that its end is seen."""


@dataclass(frozen=True)
class BarRow:
    """A row. site: names it. number: may be empty; beside: what it is held against. draw: the bar, into a place.

    apart: it begins another group.
    """

    site: str
    name: str
    number: str
    beside: str
    spoken: str
    draw: Callable[[QPainter, QRectF], None] | None
    apart: bool = False


class BarRows(RowPicture[BarRow]):
    """Each row is heard by a screen reader when it is pointed at; choosing one leads to its page."""

    def __init__(self, theme: ThemeManager, name: str, said: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, said, parent)

    def height_of(self, rows: Sequence[BarRow], width: float | None) -> int:
        wide = self._theme.px(_WIDE) if width is None else width
        places = _arranged(self._theme, QRectF(0, 0, wide, 0), rows)
        return ceil(places[-1].whole.bottom()) if places else 0

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDE), self._height(None))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._height(None))

    def places_of(self, rect: QRectF, rows: Sequence[BarRow]) -> Sequence[RowPlace]:
        return _arranged(self._theme, rect, rows)

    def paint_picture(self, painter: QPainter, rect: QRectF, lit: int | None, ring: bool) -> None:
        theme = self._theme
        numbers, places = _number_width(theme, self._rows), _arranged(theme, rect, self._rows)
        with pointing(painter, theme, places, lit, ring):
            for row, place in zip(self._rows, places, strict=True):
                paint_line(painter, theme, place.name, _name(row))
                number, beside = QRectF(place.words), QRectF(place.words)
                number.setWidth(numbers)
                beside.setLeft(number.right() + _between(theme, self._rows))
                paint_line(painter, theme, number, _number(row), Qt.AlignmentFlag.AlignRight)
                paint_line(painter, theme, beside, _beside(row))
                if row.draw is not None and place.plot.width() >= theme.px(_LEAST_BAR):
                    row.draw(painter, place.plot)


def week_rows(theme: ThemeManager, lines: Sequence[WeekLine]) -> list[BarRow]:
    """The rows of a week: regions on one axis, muscles on another."""
    axes = {whole: _axis([one for one in lines if one.whole is whole]) for whole in (True, False)}
    rows, before = [], None
    for one in lines:
        bar = Bar(one.region, one.done - one.indirect, one.indirect, one.band, one.holds, one.planned)
        draw = partial(_draw_sets, theme, bar, axes[one.whole])
        apart = before is not None and before.whole is not one.whole
        rows.append(BarRow(one.key, one.name, one.number, one.beside, one.spoken, draw, apart))
        before = one
    return rows


def food_rows(theme: ThemeManager, rows: Sequence[NutrientRow]) -> list[BarRow]:
    """The rows of a day's food, each on an axis of its own."""
    return [BarRow(one.nutrient.value, one.name, "", one.words, one.spoken, _food_bar(theme, one)) for one in rows]


def _food_bar(theme: ThemeManager, one: NutrientRow) -> Callable[[QPainter, QRectF], None] | None:
    if one.low is None or one.high is None:
        return None
    return partial(_draw_food, theme, one.amount, (one.low, one.high))


def _draw_sets(theme: ThemeManager, bar: Bar, axis: float, painter: QPainter, place: QRectF) -> None:
    pad = theme.px(4)
    paint_volume_bar(painter, theme, place.adjusted(0, pad, 0, -pad), bar, axis)


def _draw_food(
    theme: ThemeManager, amount: float | None, meant: tuple[float, float], painter: QPainter, place: QRectF
) -> None:
    pad = theme.px(6)
    paint_food_bar(painter, place.adjusted(0, pad, 0, -pad), theme, amount, meant)


def _axis(lines: Sequence[WeekLine]) -> float:
    found = [_LEAST_AXIS]
    for one in lines:
        found += [one.done, one.planned or 0.0, one.holds or 0.0, one.band[1] if one.band else 0.0]
    return max(found) * _ROOM


def _arranged(theme: ThemeManager, rect: QRectF, rows: Sequence[BarRow]) -> list[RowPlace]:
    gap, pad, high = theme.px(_GAP), theme.px(OUTSIDE), theme.px(_ROW)
    names = max((_name(row).width(theme) for row in rows), default=0.0)
    words = (
        _number_width(theme, rows)
        + _between(theme, rows)
        + max((_beside(row).width(theme) for row in rows), default=0.0)
    )
    top, places = rect.top(), []
    for row in rows:
        top += theme.px(7) if row.apart else 0
        text = _number(row).height(theme)
        line = top + (high - text) / 2
        name = QRectF(rect.left() + pad, line, names, text)
        beside = QRectF(rect.right() - pad - words, line, words, text)
        plot = QRectF(name.right() + gap, top, max(0.0, beside.left() - name.right() - 2 * gap), high)
        places.append(RowPlace(QRectF(rect.left(), top, rect.width(), high), name, beside, plot))
        top += high
    return places


def _number_width(theme: ThemeManager, rows: Sequence[BarRow]) -> float:
    return max((_number(row).width(theme) for row in rows if row.number), default=0.0)


def _between(theme: ThemeManager, rows: Sequence[BarRow]) -> float:
    return theme.px(8) if any(row.number for row in rows) else 0.0


def _name(row: BarRow) -> Line:
    return Line(row.name)


def _number(row: BarRow) -> Line:
    return Line(row.number, bold=True)


def _beside(row: BarRow) -> Line:
    return Line(row.beside, "secondary", 12)
