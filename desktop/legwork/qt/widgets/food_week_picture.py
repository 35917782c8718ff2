"""Seven days of food as small columns, a line for each amount, with the mean of the entered days and what is meant.

Owns how they are painted, and which day is pointed at. Numbers and words come ready in `WeekShown`. A day without an
entry is not a day of nothing: it has a dot where the others have a column.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from legwork.domain.days import WEEKDAYS
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import faded, line_width
from legwork.qt.widgets.pointed_picture import PointedPicture
from legwork.qt.widgets.row_drawing import Line, paint_line

_WIDE, _LINE, _HEAD, _GAP, _PLOT = 380, 44, 22, 8, 30
_LEFT, _MEANT = 92, 128
_LEAST_DAY = 18
_BEYOND = 1.2
"""Columns have so much room above the upper end of what is meant."""

_WALK = {Qt.Key.Key_Left: Qt.Key.Key_Up, Qt.Key.Key_Right: Qt.Key.Key_Down}


@dataclass(frozen=True)
class WeekLine:
    """One amount over the week. values: a day each, None without an entry; texts: the same in words, with the unit.

    mean: in words, "" for none. meant: from and to, None for none; meant_text: the same in words. steady: a number
    that has no zero to stand on, such as a weight: dots, not columns.
    """

    name: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    mean: str
    meant: tuple[float, float] | None
    meant_text: str
    steady: bool = False


@dataclass(frozen=True)
class WeekShown:
    """What the picture shows. spoken: each day as a sentence. chosen: the day beside it; last: the last that came."""

    days: tuple[date, ...]
    lines: tuple[WeekLine, ...]
    spoken: tuple[str, ...]
    chosen: int | None
    last: int


class FoodWeekPicture(PointedPicture):
    """Left and Right walk through the days, Enter opens one."""

    day_chosen = Signal(object)

    def __init__(self, theme: ThemeManager) -> None:
        self._shown: WeekShown | None = None
        super().__init__(theme, "food_week_picture", tr("The days of the week"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_week(self, shown: WeekShown) -> None:
        """Show a week."""
        if shown != self._shown:
            before = self._current
            self._shown = shown
            self.parts_changed()
            if before is not None and before <= shown.last and self.hasFocus():
                self._point_at(before)

    def day_rect(self, place: int) -> QRectF:
        """Where a day's columns are in this widget."""
        return _places(self._theme, QRectF(self.rect()), self._lines).days[place]

    def sentences(self) -> list[str]:
        return list(self._shown.spoken[: self._shown.last + 1]) if self._shown is not None else []

    def part_at(self, position: QPointF) -> int | None:
        if self._shown is None:
            return None
        days = _places(self._theme, QRectF(self.rect()), self._lines).days
        found = next((place for place, one in enumerate(days) if one.contains(position)), None)
        return found if found is not None and found <= self._shown.last else None

    def chosen(self, part: int) -> None:
        if self._shown is not None:
            self.day_chosen.emit(self._shown.days[part])

    def paint_picture(self, painter: QPainter, rect: QRectF, lit: int | None, ring: bool) -> None:
        if self._shown is not None:
            paint_food_week(painter, rect, self._theme, self._shown, lit, ring)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in _WALK:
            event = QKeyEvent(event.type(), _WALK[Qt.Key(event.key())], event.modifiers())
        elif plain and event.key() in _WALK.values():
            event.ignore()  # they scroll
            return
        super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return ceil(_places(self._theme, QRectF(0, 0, width, 0), self._lines).bottom)

    def sizeHint(self) -> QSize:
        wide = self._theme.px(_WIDE)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        wide = self._theme.px(_LEFT + 7 * _LEAST_DAY + _GAP)
        return QSize(wide, 0)

    @property
    def _lines(self) -> int:
        return len(self._shown.lines) if self._shown is not None else 0


@dataclass(frozen=True)
class _Places:
    """days: from top to bottom, one for each day. tops: of the lines. beside: what is meant stands at the right."""

    days: tuple[QRectF, ...]
    tops: tuple[float, ...]
    left: QRectF
    right: QRectF
    beside: bool
    line: float
    bottom: float


def _places(theme: ThemeManager, rect: QRectF, lines: int) -> _Places:
    left, right, gap = theme.px(_LEFT), theme.px(_MEANT), theme.px(_GAP)
    beside = rect.width() - left - right - 2 * gap >= 7 * theme.px(_LEAST_DAY)
    room = rect.width() - left - gap - (right + gap if beside else 0)
    line = theme.px(_LINE if beside else _LINE + 16)
    top = rect.top() + theme.px(_HEAD)
    bottom = top + lines * line
    each = room / 7
    begin = rect.left() + left + gap
    days = tuple(QRectF(begin + place * each, rect.top(), each, bottom - rect.top()) for place in range(7))
    return _Places(
        days,
        tuple(top + place * line for place in range(lines)),
        QRectF(rect.left(), rect.top(), left, theme.px(_HEAD)),
        QRectF(rect.right() - right, rect.top(), right, theme.px(_HEAD)),
        beside,
        line,
        bottom,
    )


def paint_food_week(
    painter: QPainter, rect: QRectF, theme: ThemeManager, shown: WeekShown, lit: int | None = None, ring: bool = False
) -> None:
    """Paint from the top of `rect`. lit: a day that is pointed at, its numbers stand where the means do."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = _places(theme, rect, len(shown.lines))
    _paint_days(painter, theme, shown, place, lit, ring)
    about = tr("Mean a day") if lit is None else tr(WEEKDAYS[shown.days[lit].weekday()])
    middle = Qt.AlignmentFlag.AlignVCenter
    paint_line(painter, theme, place.left, Line(about, "secondary", 12), middle)
    if place.beside:
        paint_line(
            painter, theme, place.right, Line(tr("Target"), "secondary", 12), Qt.AlignmentFlag.AlignRight | middle
        )
    for line, top in zip(shown.lines, place.tops, strict=True):
        _paint_words(painter, theme, line, place, top, lit)
        plot = QRectF(QPointF(place.days[0].left(), top + (theme.px(_LINE) - theme.px(_PLOT)) / 2),
                      QPointF(place.days[6].right(), top + (theme.px(_LINE) + theme.px(_PLOT)) / 2))  # fmt: skip
        _paint_columns(painter, theme, line, place, plot, shown)
    painter.restore()


def _paint_days(
    painter: QPainter, theme: ThemeManager, shown: WeekShown, place: _Places, lit: int | None, ring: bool
) -> None:
    """The letters of the days, with the ground of the one that is shown beside, and of the one pointed at."""
    for at, (day, box) in enumerate(zip(shown.days, place.days, strict=True)):
        ground = box.adjusted(1, 0, -1, 0)
        if at in (shown.chosen, lit):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("legs_soft" if at == shown.chosen else "raised"))
            painter.drawRoundedRect(ground, theme.px(4), theme.px(4))
        if at == lit and ring:
            painter.setPen(QPen(theme.colour("legs"), theme.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), theme.px(4), theme.px(4))
        role = "field_border" if at > shown.last else "legs" if at == shown.chosen else "secondary"
        head = QRectF(box.left(), box.top(), box.width(), theme.px(_HEAD))
        letter = Line(tr(WEEKDAYS[day.weekday()])[:1], role, 12, bold=at == shown.chosen)
        paint_line(painter, theme, head, letter, Qt.AlignmentFlag.AlignCenter)


def _paint_words(
    painter: QPainter, theme: ThemeManager, line: WeekLine, place: _Places, top: float, lit: int | None
) -> None:
    half = theme.px(_LINE) / 2
    name = QRectF(place.left.left(), top, place.left.width(), half)
    number = name.translated(0, half)
    paint_line(painter, theme, name, Line(line.name, "secondary", 12), Qt.AlignmentFlag.AlignBottom)
    text = line.mean if lit is None else line.texts[lit]
    found = Line(text or without_mean(line, lit), "text" if text else "secondary", 13, bold=bool(text))
    paint_line(painter, theme, number, found, Qt.AlignmentFlag.AlignTop)
    if place.beside:
        box = QRectF(place.right.left(), top, place.right.width(), theme.px(_LINE))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        paint_line(painter, theme, box, Line(line.meant_text, "secondary", 12), flags)
    elif line.meant_text:
        box = QRectF(place.left.left(), top + theme.px(_LINE) - theme.px(2), place.days[6].right(), theme.px(16))
        told = Line(tr("Target: {range}", range=line.meant_text), "secondary", 12)
        paint_line(painter, theme, box, told, Qt.AlignmentFlag.AlignTop)


def without_mean(line: WeekLine, lit: int | None = None) -> str:
    """What stands in the place of a number: nothing is written down, or only a day that is not over. lit: of a day."""
    if lit is None and any(one is not None for one in line.values):
        return tr("not yet")
    return tr("no entry")


def _paint_columns(
    painter: QPainter, theme: ThemeManager, line: WeekLine, place: _Places, plot: QRectF, shown: WeekShown
) -> None:
    known = [one for one in line.values if one is not None]
    low, high = _scale(line, known)

    def at(value: float) -> float:
        return plot.bottom() - plot.height() * (value - low) / (high - low)

    painter.setPen(Qt.PenStyle.NoPen)
    if line.meant is not None and not line.steady:
        painter.setBrush(faded(theme.colour("legs"), 0.18))
        painter.drawRect(QRectF(QPointF(plot.left(), at(line.meant[1])), QPointF(plot.right(), at(line.meant[0]))))
    if not line.steady:
        painter.setBrush(theme.colour("border"))
        painter.drawRect(QRectF(plot.left(), plot.bottom(), plot.width(), line_width(theme, 1)))
    for place_of, (box, value) in enumerate(zip(place.days, line.values, strict=True)):
        middle = box.center().x()
        chosen = place_of == shown.chosen
        painter.setBrush(theme.colour("legs" if chosen else "secondary"))
        if value is None:
            if place_of <= shown.last:
                painter.setBrush(theme.colour("field_border"))
                painter.drawEllipse(QPointF(middle, plot.bottom() - theme.px(3)), theme.px(1.5), theme.px(1.5))
        elif line.steady:
            painter.drawEllipse(QPointF(middle, at(value)), theme.px(3), theme.px(3))
        else:
            wide = min(box.width() * 0.5, theme.px(12))
            top = min(at(value), plot.bottom() - line_width(theme, 1.5))
            painter.drawRoundedRect(QRectF(middle - wide / 2, top, wide, plot.bottom() - top), theme.px(1), theme.px(1))


def _scale(line: WeekLine, known: list[float]) -> tuple[float, float]:
    """From and to of the axis, never the same."""
    if line.steady:
        middle = (max(known) + min(known)) / 2 if known else 0.0
        half = max((max(known) - min(known)) / 2, abs(middle) * 0.006, 1e-6) if known else 1.0
        return middle - half * 1.2, middle + half * 1.2
    return 0.0, max(_BEYOND * line.meant[1] if line.meant is not None else 0.0, *known, 1e-6)
