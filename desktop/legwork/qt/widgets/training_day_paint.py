"""A day of the training calendar, painted: what was done on it, what was planned, and small marks for the rest.

Owns the look of a day. What is told by a hue is told by a letter or a shape as well: legs teal with L, upper body rust
with U, both one above the other; a day is stronger with more hard sets.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from legwork.domain.log.training_days import Trained
from legwork.i18n import pmark, ptr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import line_width, pen
from legwork.services.training_calendar import CalendarDay

STRENGTH = (0.16, 0.3, 0.5, 0.75, 1.0)
"""How much of its colour a day has, by its tone."""

_LETTERS = {Trained.LEGS: pmark("region", "L"), Trained.UPPER: pmark("region", "U")}
"""On a day, marked for translation; for both there is none, their colours stand one above the other."""

_ROLES = {Trained.LEGS: "legs", Trained.UPPER: "upper", Trained.OTHER: "secondary"}


def paint_pointed(painter: QPainter, theme: ThemeManager, box: QRectF, *, ring: bool) -> None:
    """Mark the day that is pointed at; ring: it has the keyboard as well."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = inner_of(theme, box)
    out = line_width(theme, 3 if ring else 1.5)  # further out: it shall not only be another hue of the same line
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if ring:
        painter.setPen(pen(theme, theme.colour("surface"), 4))
        painter.drawRoundedRect(inner.adjusted(-out, -out, out, out), theme.px(4), theme.px(4))
        painter.setPen(pen(theme, theme.colour("legs"), 2.5))
    else:
        painter.setPen(pen(theme, theme.colour("text"), 1.5))
    painter.drawRoundedRect(inner.adjusted(-out, -out, out, out), theme.px(4), theme.px(4))
    painter.restore()


def paint_today(painter: QPainter, theme: ThemeManager, box: QRectF) -> None:
    """A line under the day that it is."""
    inner = inner_of(theme, box)
    painter.setPen(pen(theme, theme.colour("text"), 2))
    painter.drawLine(inner.bottomLeft() + QPointF(1, 0.5), inner.bottomRight() + QPointF(-1, 0.5))


def paint_day(painter: QPainter, theme: ThemeManager, box: QRectF, day: CalendarDay | None, *, future: bool) -> None:
    """Paint a day: None for one with nothing on it."""
    inner = inner_of(theme, box)
    trained = day.trained if day is not None else None
    if trained is None:
        paint_rest(painter, theme, inner, day, future=future)
    else:
        assert day is not None
        paint_trained(painter, theme, inner, trained, day.tone)
        if day.moved_here or day.again:
            paint_corner(painter, theme, inner, again=day.again)
    if day is not None and day.check_in:
        paint_check_in(painter, theme, inner)


def inner_of(theme: ThemeManager, box: QRectF) -> QRectF:
    gap = theme.px(1)
    return box.adjusted(gap, gap, -gap, -gap)


def paint_rest(painter: QPainter, theme: ThemeManager, inner: QRectF, day: CalendarDay | None, *, future: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if not future:
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(inner, theme.px(3), theme.px(3))
    if day is None or not day.planned:
        return
    edge = line_width(theme, 0.75)
    frame = inner.adjusted(edge, edge, -edge, -edge)
    painter.setBrush(theme.colour("surface"))
    style = pen(theme, theme.colour("secondary" if day.missed else "field_border"), 1.5)
    if day.missed:
        style.setDashPattern([1.6, 2.2])
    painter.setPen(style)
    painter.drawRoundedRect(frame, theme.px(3), theme.px(3))
    if day.moved_away and not day.missed:
        later = any(one.done_on and one.done_on[0] > day.day for one in day.planned)
        _paint_arrow(painter, theme, inner.center(), inner.width() * 0.28, later=later)


def paint_trained(painter: QPainter, theme: ThemeManager, inner: QRectF, trained: Trained, tone: int) -> None:
    strength = STRENGTH[tone]
    path = QPainterPath()
    path.addRoundedRect(inner, theme.px(3), theme.px(3))
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    if trained is Trained.BOTH:
        half = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
        painter.fillRect(half, blend(theme, "upper", strength))
        painter.fillRect(half.translated(0, half.height()), blend(theme, "legs", strength))
    else:
        painter.fillRect(inner, blend(theme, _ROLES[trained], strength))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if trained is Trained.BOTH:
        painter.setPen(pen(theme, theme.colour("surface"), 1))
        painter.drawLine(QPointF(inner.left(), inner.center().y()), QPointF(inner.right(), inner.center().y()))
    else:
        painter.setPen(pen(theme, theme.colour(_ROLES[trained]), 1))
        edge = line_width(theme, 0.5)
        painter.drawRoundedRect(inner.adjusted(edge, edge, -edge, -edge), theme.px(3), theme.px(3))
        painter.setPen(_readable(theme, blend(theme, _ROLES[trained], strength)))
        painter.setFont(theme.font(min(12.0, 0.62 * inner.height() / max(theme.px(100) / 100, 0.01)), bold=True))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, ptr(*_LETTERS[trained]) if trained in _LETTERS else "·")


def blend(theme: ThemeManager, role: str, strength: float) -> QColor:
    """The role's colour on the surface, as strong as said."""
    over, under = theme.colour(role), theme.colour("surface")
    return QColor.fromRgbF(
        *(
            strength * top + (1 - strength) * ground
            for top, ground in zip(over.getRgbF()[:3], under.getRgbF()[:3], strict=True)  # type: ignore[index]
        )
    )


def _readable(theme: ThemeManager, ground: QColor) -> QColor:
    """The colour of letters on it: whichever of dark and light is farther off."""
    dark, light = sorted((theme.colour("text"), theme.colour("surface")), key=QColor.lightnessF)
    return light if ground.lightnessF() < 0.5 else dark


def paint_corner(painter: QPainter, theme: ThemeManager, inner: QRectF, *, again: bool) -> None:
    """A corner folded down: done on another day than planned; two of them: done once more."""
    size = max(inner.width() * 0.3, 4.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("text"))
    corner = inner.topLeft()
    painter.drawPolygon(QPolygonF([corner, corner + QPointF(size, 0), corner + QPointF(0, size)]))
    if again:
        other = inner.bottomLeft()
        painter.drawPolygon(QPolygonF([other, other + QPointF(size, 0), other + QPointF(0, -size)]))


def paint_check_in(painter: QPainter, theme: ThemeManager, inner: QRectF) -> None:
    """A small ring at the upper right, where a letter leaves room."""
    half = max(inner.width() * 0.14, 2.0)
    paint_ring(painter, theme, inner.topRight() + QPointF(-half - 0.5, half + 0.5), half)


def paint_ring(painter: QPainter, theme: ThemeManager, at: QPointF, half: float) -> None:
    """The sign of a check-in around a point."""
    painter.setPen(pen(theme, theme.colour("text"), 1))
    painter.setBrush(theme.colour("surface"))
    painter.drawEllipse(at, half, half)


def _paint_arrow(painter: QPainter, theme: ThemeManager, at: QPointF, half: float, *, later: bool) -> None:
    way = 1 if later else -1
    painter.setPen(pen(theme, theme.colour("secondary"), 1.4))
    tip = at + QPointF(way * half, 0)
    painter.drawLine(at - QPointF(way * half, 0), tip)
    for side in (-1, 1):
        painter.drawLine(tip, tip + QPointF(-way * half * 0.8, side * half * 0.8))
