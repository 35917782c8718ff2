"""The training calendar of a year, painted: its days, and around them months, the plan's blocks, deloads and changes.

Owns what is around the days, and the key. How a day looks is `training_day_paint`, where it lies `training_year_place`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPolygonF

from legwork.domain.days import MONTHS
from legwork.domain.log.adherence import Fate
from legwork.domain.log.training_days import Trained
from legwork.domain.plan.model import BLOCK_KINDS, BlockKind
from legwork.i18n import ptr, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import line_width, pen
from legwork.qt.widgets.picture_key import KeyEntry, key_height, paint_key
from legwork.qt.widgets.row_drawing import Line, paint_line
from legwork.qt.widgets.training_day_paint import (
    STRENGTH,
    blend,
    paint_corner,
    paint_day,
    paint_rest,
    paint_ring,
    paint_today,
    paint_trained,
)
from legwork.qt.widgets.training_year_place import Strip, place_year, weekday_names
from legwork.services.training_calendar import CalendarDay, CalendarWeek, CalendarYear, PlannedSession


def year_height(theme: ThemeManager, year: CalendarYear, width: float, today: date) -> int:
    """How high the calendar is at a width in pixels."""
    place = place_year(theme, QRectF(0, 0, width, 0), year.year, year.banded)
    return round(place.bottom + theme.px(12) + key_height(theme, width, _key(theme, year, today)) + theme.px(2))


def paint_year(painter: QPainter, rect: QRectF, theme: ThemeManager, year: CalendarYear, today: date) -> None:
    """Paint from the top of `rect`, with the key below."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = place_year(theme, rect, year.year, year.banded)
    for strip in place.strips:
        _paint_head(painter, theme, strip, year)
        _paint_names(painter, theme, strip, rect.left())
        for day in _days(strip):
            box = strip.rect(day)
            paint_day(painter, theme, box, year.days.get(day), future=day > today)
            if day == today:
                paint_today(painter, theme, box)
    key = QRectF(rect.left(), place.bottom + theme.px(12), rect.width(), 0)
    paint_key(painter, theme, key, _key(theme, year, today))
    painter.restore()


def _days(strip: Strip) -> Iterator[date]:
    for number in range((strip.last - strip.first).days + 1):
        yield strip.first + timedelta(days=number)


def _paint_names(painter: QPainter, theme: ThemeManager, strip: Strip, left: float) -> None:
    for weekday, name in enumerate(weekday_names()):
        line = Line(name, "secondary", 12)
        high = line.height(theme)
        if high > strip.cell and weekday % 2:
            continue
        top = strip.top + strip.head + weekday * strip.cell + (strip.cell - high) / 2
        paint_line(painter, theme, QRectF(left, top, strip.left - left, high), line)


def _paint_head(painter: QPainter, theme: ThemeManager, strip: Strip, year: CalendarYear) -> None:
    """Months, and below them the plan's blocks and what changed."""
    high = Line("x", pixels=12).height(theme)
    taken = strip.left - 1
    for month in range(strip.first.month, strip.last.month + 1):
        first = date(year.year, month, 1)
        x = strip.rect(first).left() + (strip.cell if first.weekday() and month != strip.first.month else 0)
        line = Line(tr(MONTHS[month - 1]), "secondary", 12)
        if x >= taken:
            paint_line(painter, theme, QRectF(x, strip.top, line.width(theme), high), line)
            taken = x + line.width(theme) + theme.px(4)
    band = QRectF(0, strip.top + high + theme.px(2), 0, high + theme.px(2))
    for run in _runs(strip, year):
        box = QRectF(band)
        box.setLeft(strip.column(run[0].monday).left() + theme.px(1))
        box.setRight(strip.column(run[-1].monday).right() - theme.px(1))
        _paint_block(painter, theme, box, run[0])
    _paint_changes(painter, theme, strip, year, band.bottom() + theme.px(1))


def _runs(strip: Strip, year: CalendarYear) -> Iterator[list[CalendarWeek]]:
    """The weeks of this strip that belong to one block each."""
    mondays = [strip.monday + timedelta(weeks=number) for number in range(strip.weeks)]
    run: list[CalendarWeek] = []
    for week in (year.weeks[monday] for monday in mondays if monday in year.weeks):
        after = run[-1].monday + timedelta(weeks=1) if run else week.monday
        if run and (run[-1].block_id != week.block_id or after != week.monday):
            yield run
            run = []
        run.append(week)
    if run:
        yield run


def _paint_block(painter: QPainter, theme: ThemeManager, box: QRectF, week: CalendarWeek) -> None:
    deload = week.kind is BlockKind.DELOAD
    path = QPainterPath()
    path.addRoundedRect(box, theme.px(3), theme.px(3))
    painter.fillPath(path, theme.colour("raised"))
    if deload:
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setPen(pen(theme, theme.colour("field_border"), 1))
        step, x = line_width(theme, 5), box.left() - box.height()
        while x < box.right():
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
            x += step
        painter.restore()
    name = week.block or tr(BLOCK_KINDS[week.kind])
    metrics = QFontMetricsF(theme.font(12))
    room = box.width() - theme.px(6)
    letter = ptr("letter of a deload", "D") if deload else ""
    text = name if metrics.horizontalAdvance(name) <= room else letter
    if not text and room >= theme.px(24):
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
    if not text:
        return
    if deload:
        wide = min(metrics.horizontalAdvance(text) + theme.px(4), box.width())
        middle = QRectF(box.center().x() - wide / 2, box.top(), wide, box.height())
        painter.fillRect(middle, theme.colour("raised"))
    painter.setPen(theme.colour("secondary"))
    painter.setFont(theme.font(12))
    inner = box.adjusted(theme.px(3), 0, -theme.px(3), 0) if not deload else box
    flags = Qt.AlignmentFlag.AlignCenter if deload else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(inner, flags, text)


def _paint_changes(painter: QPainter, theme: ThemeManager, strip: Strip, year: CalendarYear, top: float) -> None:
    """A flag above each week in which the programme changed or a plan began."""
    for day, found in year.days.items():
        if strip.first <= day <= strip.last and (found.changes or found.plans_begin):
            paint_flag(painter, theme, QPointF(strip.rect(day).center().x(), top + theme.px(5)))


def paint_flag(painter: QPainter, theme: ThemeManager, foot: QPointF) -> None:
    """A small triangle that points down at its week."""
    half = line_width(theme, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("text"))
    painter.drawPolygon(QPolygonF([foot + QPointF(0, half), foot + QPointF(-half, -half), foot + QPointF(half, -half)]))


def _key(theme: ThemeManager, year: CalendarYear, today: date) -> list[KeyEntry]:
    """What the signs of this year mean; those that it does not have are left out."""
    side = theme.px(16)
    days = [one for day, one in year.days.items() if day.year == year.year]

    def box(at: QPointF) -> QRectF:
        return QRectF(at.x() - side / 2, at.y() - side / 2, side, side)

    def filled(trained: Trained, tone: int = 3) -> KeyEntry:
        texts = {
            Trained.LEGS: tr("legs"), Trained.UPPER: tr("upper body"), Trained.BOTH: tr("upper body and legs"),
            Trained.OTHER: tr("other"),
        }  # fmt: skip
        return KeyEntry(lambda painter, at: paint_trained(painter, theme, box(at), trained, tone), texts[trained])

    entries = [filled(one) for one in Trained if any(day.trained is one for day in days)]
    if entries:
        entries.append(KeyEntry(lambda painter, at: _paint_tones(painter, theme, at), tr("stronger: more hard sets")))
    entries += _plan_key(theme, days, box)
    if any(one.check_in for one in days):
        entries.append(KeyEntry(lambda painter, at: paint_ring(painter, theme, at, theme.px(3)), tr("check-in")))
    if any(one.changes or one.plans_begin for one in days):
        entries.append(KeyEntry(lambda painter, at: paint_flag(painter, theme, at), tr("plan or programme changes")))
    if year.year == today.year:
        entries.append(KeyEntry(lambda painter, at: paint_today(painter, theme, box(at)), tr("today")))
    return entries


def _plan_key(theme: ThemeManager, days: Sequence[CalendarDay], box: Callable[[QPointF], QRectF]) -> Iterator[KeyEntry]:
    """What became of planned sessions, as far as it happens in these days."""

    def planned(fate: Fate) -> Callable[[QPainter, QPointF], None]:
        example = date(2001, 1, 1)
        session = PlannedSession("", fate, example, (date(2001, 1, 2),))
        return lambda painter, at: paint_rest(
            painter, theme, box(at), CalendarDay(example, planned=(session,)), future=True
        )

    def corner(again: bool) -> Callable[[QPainter, QPointF], None]:
        def paint(painter: QPainter, at: QPointF) -> None:
            paint_trained(painter, theme, box(at), Trained.LEGS, 1)
            paint_corner(painter, theme, box(at), again=again)

        return paint

    rest = [one for one in days if not one.workouts]
    if any(one.open for one in rest):
        yield KeyEntry(planned(Fate.OPEN), tr("planned"))
    if any(one.missed for one in rest):
        yield KeyEntry(planned(Fate.MISSED), tr("planned, not done"))
    if any(one.moved_away and not one.missed for one in rest):
        yield KeyEntry(planned(Fate.MOVED), tr("planned, done later or sooner"))
    if any(one.moved_here and not one.again for one in days):
        yield KeyEntry(corner(False), tr("moved here"))
    if any(one.again for one in days):
        yield KeyEntry(corner(True), tr("done once more"))


def _paint_tones(painter: QPainter, theme: ThemeManager, at: QPointF) -> None:
    """Four small steps from pale to strong."""
    wide, high = theme.px(7), theme.px(12)
    for step in range(4):
        box = QRectF(at.x() + (step - 2) * wide, at.y() - high / 2, wide - 1, high)
        painter.fillRect(box, blend(theme, "legs", STRENGTH[step + 1]))
