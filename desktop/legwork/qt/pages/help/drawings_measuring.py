"""Drawings of the help about measuring: the round of a week, the tape's error, a trend line, a limb's volume, the road
to a goal.

Owns how they are painted; the numbers in them are invented.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform

from legwork.domain.sites import Side, Spot
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.pages.help.drawing import LEFT, RIGHT, arrow, band, boxed, leader, track, words
from legwork.qt.widgets import body_figure as figure
from legwork.qt.widgets.body_map import faded, line_width, pen
from legwork.qt.widgets.landmark_figure import paint_body

_READ = (0.4, 0.1, 0.9, 0.5, 1.1, 0.8, 3.4, 1.5, 1.2, 1.9, 1.7, 2.4, 1.9, 2.6, 2.9, 2.5, 3.2)
"""Readings above the first, week by week; the seventh lies far off."""
_LINE = (0.25, 0.35, 0.5, 0.65, 0.8, 0.95, 1.1, 1.3, 1.45, 1.65, 1.85, 2.05, 2.25, 2.45, 2.6, 2.8, 2.95)
_HALF = (0.55, 0.45, 0.4, 0.36, 0.34, 0.33, 0.33, 0.33, 0.33, 0.33, 0.33, 0.33, 0.34, 0.36, 0.4, 0.45, 0.55)
_OFF = 6


def loop(painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
    """Measure, see, plan, train, and again."""
    steps = (
        (tr("Measure"), tr("once a week, with the tape")),
        (tr("See"), tr("what it means")),
        (tr("Plan"), tr("what follows")),
        (tr("Train"), tr("and log it")),
    )
    edge, gap = theme.px(16), theme.px(24)
    wide = (rect.width() - 2 * edge - 3 * gap) / 4
    high = theme.px(86)
    for at, (title, text) in enumerate(steps):
        box = QRectF(edge + at * (wide + gap), theme.px(16), wide, high)
        boxed(painter, theme, box, title, text, "legs")
        if at < 3:
            y = box.center().y()
            arrow(painter, theme, (QPointF(box.right() + theme.px(4), y), QPointF(box.right() + gap - theme.px(4), y)))
    low, down = theme.px(16) + high, theme.px(128)
    left, right = edge + wide / 2, rect.width() - edge - wide / 2
    way = [
        QPointF(right, low + theme.px(4)),
        QPointF(right, down),
        QPointF(left, down),
        QPointF(left, low + theme.px(4)),
    ]
    arrow(painter, theme, way)
    words(painter, theme, QRectF(left, down - theme.px(20), right - left, theme.px(18)), tr("next week"), "secondary")


def error(painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
    """The band round last week's reading, a step that stays in it and one that leaves it."""
    left, right, y = theme.px(24), rect.width() - theme.px(24), theme.px(88)
    span = right - left

    def at(share: float) -> float:
        return left + share * span

    zone = QRectF(at(0.16), y - theme.px(22), at(0.68) - at(0.16), theme.px(44))
    painter.fillRect(zone, faded(theme.colour("secondary"), 0.22))
    painter.setPen(pen(theme, theme.colour("secondary"), 1))
    for x in (zone.left(), zone.right()):
        painter.drawLine(QPointF(x, zone.top()), QPointF(x, zone.bottom()))
    painter.setPen(pen(theme, theme.colour("secondary"), 1))
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    middle, row = at(0.42), theme.px(20)
    for share, role, said, sign in (
        (0.56, "secondary", tr("within the error"), "~"),
        (0.84, "good", tr("beyond the error"), "▲"),
    ):
        height = theme.px(60) if role == "secondary" else theme.px(36)
        spot = QPointF(at(share), y)
        text = QRectF(0, 0, theme.px(150), row)
        text.moveCenter(QPointF(min(spot.x(), right - theme.px(70)), height - row / 2))
        words(painter, theme, text, f"{sign} {said}", role, bold=True)
        leader(painter, theme, QPointF(spot.x(), height), QPointF(spot.x(), y - theme.px(7)))
        painter.setPen(pen(theme, theme.colour("legs"), 2))
        painter.setBrush(theme.colour("legs"))
        painter.drawEllipse(spot, line_width(theme, 5), line_width(theme, 5))
    painter.setBrush(theme.colour("surface"))
    painter.setPen(pen(theme, theme.colour("legs"), 2))
    painter.drawEllipse(QPointF(middle, y), line_width(theme, 5), line_width(theme, 5))
    below = zone.bottom() + theme.px(4)
    foot = QRectF(left, below, 2 * (zone.center().x() - left), row)
    words(painter, theme, foot, tr("last time, give or take the tape"))


def trend(painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
    """Readings, the line, its band, one that is set aside."""
    left, right = theme.px(24), rect.width() - theme.px(132)
    top, bottom = theme.px(24), rect.height() - theme.px(28)

    def at(week: int, value: float) -> QPointF:
        return QPointF(left + (right - left) * week / (len(_LINE) - 1), bottom - (bottom - top) * (value + 0.4) / 4)

    colour = theme.colour("legs")
    for value in (0.0, 1.0, 2.0, 3.0):
        painter.setPen(pen(theme, theme.colour("border"), 1))
        painter.drawLine(at(0, value), at(len(_LINE) - 1, value))
    upper = [at(week, one + half) for week, (one, half) in enumerate(zip(_LINE, _HALF, strict=True))]
    lower = [at(week, one - half) for week, (one, half) in enumerate(zip(_LINE, _HALF, strict=True))]
    painter.fillPath(band(upper, lower), faded(colour, 0.16))
    for edge in (upper, lower):
        painter.strokePath(track(edge), pen(theme, faded(colour, 0.55), 1))
    painter.strokePath(track([at(week, one) for week, one in enumerate(_LINE)]), pen(theme, colour, 2))
    for week, one in enumerate(_READ):
        painter.setPen(pen(theme, colour, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush if week == _OFF else faded(colour, 0.55))
        painter.drawEllipse(at(week, one), line_width(theme, 3.4), line_width(theme, 3.4))
    last, beside = len(_LINE) - 1, theme.px(108)
    for value, target, said in (
        (3.45, at(last, _READ[last]), tr("a reading")),
        (2.75, at(last, _LINE[last]), tr("the line")),
        (2.05, at(last - 1, _LINE[last - 1] - _HALF[last - 1] * 0.7), tr("its band")),
    ):
        y = at(0, value).y()
        leader(painter, theme, QPointF(right + theme.px(16), y), target)
        words(painter, theme, QRectF(right + theme.px(20), y - theme.px(9), beside, theme.px(18)), said, align=LEFT)
    off = at(_OFF, _READ[_OFF])
    start = QPointF(off.x() - theme.px(24), off.y())
    leader(painter, theme, start, off - QPointF(theme.px(5), 0))
    aside = QRectF(left, off.y() - theme.px(22), start.x() - theme.px(4) - left, theme.px(44))
    words(painter, theme, aside, tr("far off: not heeded"), align=RIGHT)
    foot = QRectF(left, bottom + theme.px(4), right - left, theme.px(18))
    words(painter, theme, foot, tr("weeks"), "secondary")


_CUTS = ("upper_thigh", "mid_thigh", "lower_thigh", "calf", "ankle")


def cones(painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
    """The leg with its tapes, and beside it the cones between them."""
    tapes = [figure.tape_line("front", Spot(site, Side.LEFT)) for site in _CUTS]
    cuts = [one for one in tapes if one is not None]
    scale = (rect.height() - theme.px(24)) / (cuts[-1].centre.y() - cuts[0].centre.y() + 26)
    middle = cuts[0].centre.x()
    to_rect = QTransform(
        scale, 0, 0, scale, rect.width() * 0.3 - middle * scale, theme.px(28) - (cuts[0].centre.y() - 4) * scale
    )
    painter.save()
    painter.setClipRect(QRectF(rect.width() * 0.3 - 37 * scale, 0, 52 * scale, rect.height()))
    paint_body(painter, to_rect, theme, figure.figure_path("front"), figure.contours("front"))
    painter.restore()
    colour = theme.colour("legs")
    for one in cuts:
        painter.fillPath(to_rect.map(one.front(1.6)), colour)
    x = rect.width() * 0.62
    rings = [(to_rect.map(one.centre).y(), one.half_width * scale) for one in cuts]
    for (y, half), (below, other) in pairwise(rings):
        side = QPainterPath(QPointF(x - half, y))
        for point in (QPointF(x + half, y), QPointF(x + other, below), QPointF(x - other, below)):
            side.lineTo(point)
        side.closeSubpath()
        painter.fillPath(side, faded(colour, 0.2))
        painter.strokePath(side, pen(theme, colour, 1.2))
    for y, half in rings:
        painter.setBrush(theme.colour("surface"))
        painter.setPen(pen(theme, colour, 1.4))
        painter.drawEllipse(QPointF(x, y), half, half * 0.22)
    _name_cone(painter, theme, rings, x)


def _name_cone(painter: QPainter, theme: ThemeManager, rings: list[tuple[float, float]], x: float) -> None:
    (upper, half), (lower, other) = rings[0], rings[1]
    right = x + half + theme.px(14)
    painter.setPen(pen(theme, theme.colour("text"), 1))
    painter.drawLine(QPointF(right, upper), QPointF(right, lower))
    for y in (upper, lower):
        painter.drawLine(QPointF(right - theme.px(4), y), QPointF(right + theme.px(4), y))
    box = QRectF(right + theme.px(6), (upper + lower) / 2 - theme.px(9), theme.px(20), theme.px(18))
    words(painter, theme, box, "L", align=LEFT, bold=True)
    for y, wide, name in ((upper, half, "C₁"), (lower, other, "C₂")):
        mark = QRectF(x - wide - theme.px(30), y - theme.px(9), theme.px(24), theme.px(18))
        words(painter, theme, mark, name, align=RIGHT, bold=True)


def road(painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
    """The line until now, the fan ahead, the goal and when it is likely."""
    left, right = theme.px(24), rect.width() - theme.px(84)
    top, bottom = theme.px(28), rect.height() - theme.px(32)
    colour, today = theme.colour("legs"), 0.42

    def at(share: float, value: float) -> QPointF:
        return QPointF(left + (right - left) * share, bottom - (bottom - top) * value)

    past = [at(today * step / 6, 0.05 + 0.05 * step) for step in range(7)]
    ahead = [
        (today + (1 - today) * step / 6, 0.35 + 0.42 * (step / 6) ** 0.8, 0.03 + 0.2 * step / 6) for step in range(7)
    ]
    painter.fillPath(
        band([at(x, y + half) for x, y, half in ahead], [at(x, y - half) for x, y, half in ahead]), faded(colour, 0.16)
    )
    for sign in (-1, 1):
        edge = [at(x, y + sign * half) for x, y, half in ahead]
        painter.strokePath(track(edge), pen(theme, faded(colour, 0.55), 1))
    painter.strokePath(track(past), pen(theme, colour, 2))
    dashed = QPen(pen(theme, colour, 2))
    dashed.setDashPattern([3, 3])
    painter.strokePath(track([at(x, y) for x, y, _ in ahead]), dashed)
    for at_point in past:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(colour, 0.6))
        painter.drawEllipse(at_point, line_width(theme, 3), line_width(theme, 3))
    goal = 0.62
    line = QPen(pen(theme, theme.colour("text"), 1.2))
    line.setDashPattern([5, 4])
    painter.setPen(line)
    painter.drawLine(at(0, goal), at(1, goal))
    words(
        painter,
        theme,
        QRectF(right + theme.px(6), at(0, goal).y() - theme.px(9), theme.px(72), theme.px(18)),
        tr("goal"),
        align=LEFT,
        bold=True,
    )
    stretch = pen(theme, theme.colour("text"), 6)
    stretch.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(stretch)
    painter.drawLine(at(0.7, goal), at(0.9, goal))
    painter.setPen(pen(theme, theme.colour("secondary"), 1))
    painter.drawLine(at(today, 0), at(today, 1))
    foot = theme.px(20)
    words(
        painter,
        theme,
        QRectF(at(today, 0).x() - theme.px(60), bottom + theme.px(6), theme.px(120), foot),
        tr("today"),
        "secondary",
    )
    said = QRectF(at(0.8, 0).x() - theme.px(90), at(0, goal).y() + theme.px(46), theme.px(180), foot)
    leader(painter, theme, QPointF(at(0.8, 0).x(), said.top()), at(0.8, goal))
    words(painter, theme, said, tr("most likely then"))
