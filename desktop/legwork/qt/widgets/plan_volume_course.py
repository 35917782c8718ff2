"""All weeks of a plan in one strip: hard sets of the legs upwards, those of the upper body downwards.

Owns how the strip is painted (`paint_course`, for the window and for paper) and the widget that leads to a week. It
must not count: numbers and words come ready in `CoursePoint`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from legwork.domain.plan.model import BlockKind
from legwork.i18n import tr
from legwork.numerals import short_number
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import faded, line_width
from legwork.qt.widgets.pointed_picture import PointedPicture
from legwork.qt.widgets.row_drawing import Line, paint_line, paint_ring
from legwork.services.plan_facts import CoursePoint

_UP, _DOWN = 44, 28
"""Heights of the bars of the legs and of the upper body, in unscaled pixels."""

_WIDEST = 26
"""A column is never wider, so that a short plan does not look like a wall."""


def course_height(theme: ThemeManager) -> int:
    """How high the strip is at any width."""
    return round(2 * Line("0", pixels=12).height(theme) + theme.px(_UP + _DOWN + 12))


def course_columns(theme: ThemeManager, rect: QRectF, points: Sequence[CoursePoint]) -> list[QRectF]:
    """The place of each week in the strip, from its top to its bottom."""
    if not points:
        return []
    wide = min(rect.width() / len(points), float(theme.px(_WIDEST)))
    return [QRectF(rect.left() + place * wide, rect.top(), wide, rect.height()) for place in range(len(points))]


def paint_course(
    painter: QPainter,
    rect: QRectF,
    theme: ThemeManager,
    points: Sequence[CoursePoint],
    current: int | None = None,
    lit: int | None = None,
    ring: bool = False,
) -> None:
    """Paint into `rect`. current: the place of the week that is shown; lit: of the one pointed at. Deloads are pale."""
    if not points:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    told = points[lit if lit is not None else current or 0]
    text = Line("0", pixels=12).height(theme)
    _paint_told(painter, theme, QRectF(rect.left(), rect.top(), rect.width(), text), told)
    zero = rect.top() + text + theme.px(4 + _UP)
    most = max(1.0, *(max(one.lower, one.upper * _UP / _DOWN) for one in points))
    columns = course_columns(theme, rect, points)
    for place, (one, column) in enumerate(zip(points, columns, strict=True)):
        body = QRectF(column.left(), rect.top() + text + theme.px(2), column.width(), theme.px(_UP + _DOWN + 4))
        if place in (current, lit):
            painter.fillRect(body, theme.colour("legs_soft" if place == current else "raised"))
        gap = min(line_width(theme, 2), column.width() * 0.2)
        bar = column.adjusted(gap / 2, 0, -gap / 2, 0)
        pale = 0.45 if one.kind is BlockKind.DELOAD else 1.0
        high, low = one.lower / most * theme.px(_UP), one.upper / most * theme.px(_UP)
        painter.fillRect(QRectF(bar.left(), zero - high, bar.width(), high), faded(theme.colour("legs"), pale))
        painter.fillRect(QRectF(bar.left(), zero, bar.width(), low), faded(theme.colour("upper"), pale))
        if place == current:
            foot = QRectF(body.left(), body.bottom(), body.width(), line_width(theme, 2))
            painter.fillRect(foot, theme.colour("text"))
    end = columns[-1].right()
    painter.fillRect(QRectF(rect.left(), zero - 0.5, end - rect.left(), 1), theme.colour("surface"))
    _paint_numbers(painter, theme, rect, points, columns)
    if ring and lit is not None:
        whole = QRectF(columns[lit].left(), rect.top() + text, columns[lit].width(), rect.height() - text)
        paint_ring(painter, theme, whole)
    painter.restore()


def _paint_told(painter: QPainter, theme: ThemeManager, rect: QRectF, one: CoursePoint) -> None:
    """The numbers of one week above the strip, each in its colour."""
    lines = [
        Line(tr("Week {number}", number=one.number), "secondary", 12),
        Line(tr("legs {sets}", sets=short_number(one.lower)), "legs", 12, True),
        Line(tr("upper body {sets}", sets=short_number(one.upper)), "upper", 12, True),
    ]
    gap, x = theme.px(12), rect.left()
    if sum(line.width(theme) + gap for line in lines) - gap > rect.width():
        lines = lines[1:]  # its number stands below the strip as well
    for line in lines:
        paint_line(painter, theme, QRectF(x, rect.top(), line.width(theme), rect.height()), line)
        x += line.width(theme) + gap


def _paint_numbers(
    painter: QPainter, theme: ThemeManager, rect: QRectF, points: Sequence[CoursePoint], columns: Sequence[QRectF]
) -> None:
    """The numbers of the weeks below the strip, as many as fit, the last one always."""
    widest = Line(str(len(points)), pixels=12).width(theme) + theme.px(6)
    step = next(one for one in (1, 2, 4, 5, 8, 10, 20, 60) if one * columns[0].width() >= widest)
    last = len(points) - 1
    for place, column in enumerate(columns):
        near = last - place < step and place != last and (last - place) * column.width() < widest
        if place != last and (place % step or near):
            continue
        line = Line(str(points[place].number), "secondary", 12)
        high, wide = line.height(theme), line.width(theme)
        left = max(rect.left(), min(column.center().x() - wide / 2, rect.right() - wide))
        paint_line(painter, theme, QRectF(left, rect.bottom() - high, wide, high), line)


class CourseStrip(PointedPicture):
    """The strip of weeks; a click or an arrow key leads to a week."""

    week_chosen = Signal(int)
    """The id of the week that shall be shown."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        self._points: tuple[CoursePoint, ...] = ()
        self._shown: int | None = None
        super().__init__(theme, "plan_volume_course", tr("Hard sets in all weeks"), parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.parts_changed()

    def show_course(self, points: Sequence[CoursePoint], week_id: int | None) -> None:
        """Show these weeks. week_id: the one that is shown beside; None for none."""
        points = tuple(points)
        shown = next((place for place, one in enumerate(points) if one.week_id == week_id), None)
        if (points, shown) == (self._points, self._shown):
            return
        self._points, self._shown = points, shown
        self.parts_changed()
        if self.hasFocus():
            self._point_at(shown)

    def week_rect(self, week_id: int) -> QRectF:
        """Where a week is in this widget; empty when it has none."""
        columns = course_columns(self._theme, QRectF(self.rect()), self._points)
        return next((box for one, box in zip(self._points, columns, strict=True) if one.week_id == week_id), QRectF())

    def sentences(self) -> list[str]:
        return [one.spoken for one in self._points]

    def part_at(self, position: QPointF) -> int | None:
        columns = course_columns(self._theme, QRectF(self.rect()), self._points)
        return next((place for place, one in enumerate(columns) if one.contains(position)), None)

    def chosen(self, part: int) -> None:
        self.week_chosen.emit(self._points[part].week_id)

    def paint_picture(self, painter: QPainter, rect: QRectF, lit: int | None, ring: bool) -> None:
        paint_course(painter, rect, self._theme, self._points, self._shown, lit, ring)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), course_height(self._theme))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), course_height(self._theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self._shown if self._shown is not None else self._current or 0
        last = len(self._points) - 1
        steps = {
            Qt.Key.Key_Left: here - 1, Qt.Key.Key_Down: here - 1, Qt.Key.Key_Right: here + 1, Qt.Key.Key_Up: here + 1,
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }  # fmt: skip
        if event.key() not in steps or last < 0:
            super().keyPressEvent(event)
            return
        there = min(max(steps[Qt.Key(event.key())], 0), last)
        self._point_at(there)
        if there != self._shown:
            self.chosen(there)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.MouseFocusReason and self._shown is not None:
            self._point_at(self._shown)  # the keys begin where one looks
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            part = self.part_at(QPointF(event.pos()))
            if part is not None:
                where: QPoint = event.globalPos()
                QToolTip.showText(where, self._points[part].spoken, self)
            return True
        return super().event(event)
