"""Hard sets of each muscle in a week as bars, direct ones solid, indirect ones hatched, before what they shall reach.

Owns how these rows are painted (`paint_volume_bars`, for the window and for paper) and the widget that points at one.
It must not count nor word anything: numbers and words come ready in `VolumeRow`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QToolTip, QWidget

from legwork.domain.sites import Region
from legwork.i18n import mark, ptr, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import faded, line_width, pen
from legwork.qt.widgets.picture_key import KeyEntry, height_to_key, paint_key
from legwork.qt.widgets.row_drawing import Line, RowPlace, paint_line, pointing
from legwork.qt.widgets.row_picture import RowPicture
from legwork.qt.widgets.volume_signs import paint_effect
from legwork.services.plan_volumes import VolumeRow

WIDE = 320
"""The width that this picture is made for, in unscaled pixels."""

_BAR, _PAD, _GAP = 10, 4, 8
"""Height of a bar, the room above and below it, and the gaps between columns."""
_LEAST_BAR = 64
"""Where there is less room for bars, names go above them."""
_LEAST_AXIS = 12.0
"""The axis reaches so many sets at least, so that few sets look few (a convention)."""

_REGIONS = {Region.LOWER: mark("Legs"), Region.UPPER: mark("Upper body"), Region.TRUNK: mark("Trunk")}


@dataclass(frozen=True)
class Bar:
    """What one bar shows. region: whose colour it has. direct, indirect: solid and hatched. band: what is wanted.

    holds: what keeps what is there. planned: what was planned beside what was done. None: not shown.
    """

    region: str
    direct: float
    indirect: float = 0.0
    band: tuple[float, float] | None = None
    holds: float | None = None
    planned: float | None = None


@dataclass(frozen=True)
class _Arrangement:
    rows: tuple[RowPlace, ...]
    captions: tuple[tuple[str, QRectF], ...]
    axis: float
    key: QRectF


def volume_bars_height(theme: ThemeManager, rows: Sequence[VolumeRow], width: float) -> int:
    """How high the picture is at a width in pixels."""
    if not rows:
        return 0
    place = _arranged(theme, QRectF(0, 0, width, 0), rows)
    return height_to_key(theme, place.key, _key(theme, rows))


def paint_volume_bars(
    painter: QPainter,
    rect: QRectF,
    theme: ThemeManager,
    rows: Sequence[VolumeRow],
    lit: int | None = None,
    ring: bool = False,
) -> None:
    """Paint from the top of `rect`. lit: a row that is pointed at, with the focus ring or without."""
    if not rows:
        return
    place = _arranged(theme, rect, rows)
    with pointing(painter, theme, place.rows, lit, ring):
        for caption, box in place.captions:
            paint_line(painter, theme, box, Line(caption, "secondary", 12))
        for row, one in zip(rows, place.rows, strict=True):
            _paint_row(painter, theme, row, one, place.axis)
        paint_key(painter, theme, place.key, _key(theme, rows))


def paint_hatched(painter: QPainter, theme: ThemeManager, rect: QRectF, colour: QColor) -> None:
    """A box of slanted lines: what is there, but not in full."""
    painter.save()
    path = QPainterPath()
    path.addRoundedRect(rect, theme.px(1), theme.px(1))
    painter.fillPath(path, faded(colour, 0.18))
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(pen(theme, colour, 1.2))
    step, x = line_width(theme, 4), rect.left() - rect.height()
    while x < rect.right():
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        x += step
    painter.restore()


def _arranged(theme: ThemeManager, rect: QRectF, rows: Sequence[VolumeRow]) -> _Arrangement:
    pad, gap = theme.px(_PAD), theme.px(_GAP)
    left, width = rect.left() + pad, rect.width() - 2 * pad
    names = max(_name(row).width(theme) for row in rows)
    numbers = max(_number(row).width(theme) for row in rows) + theme.px(20)  # with the sign before it
    beside = width - names - numbers - 2 * gap >= theme.px(_LEAST_BAR)
    axis = max(_LEAST_AXIS, *(row.total for row in rows), *(row.band[1] for row in rows if row.band))
    top, region = rect.top(), None
    places, captions = [], []
    text = _number(rows[0]).height(theme)
    for row in rows:
        if row.region is not region:
            if region is not None:
                top += theme.px(6)
            region = row.region
            caption = Line(tr(_REGIONS[region]), "secondary", 12)
            captions.append((caption.text, QRectF(left, top, width, caption.height(theme))))
            top = captions[-1][1].bottom() + theme.px(2)
        height = max(text, theme.px(_BAR)) + 2 * theme.px(_PAD)
        room = names if beside else width - numbers
        high = max(text, _name(row).height(theme, room))  # a long name is broken where it stands above
        name = QRectF(left, top + pad + (text - _name(row).height(theme)) / 2, room, high)
        number = QRectF(left + width - numbers, top + pad, numbers, text)
        plot = QRectF(left + names + gap, top, width - names - numbers - 2 * gap, height)
        if not beside:
            plot = QRectF(left, top + high + pad, width, theme.px(_BAR + 8))
            height = high + 2 * pad + theme.px(_BAR + 8)
        places.append(RowPlace(QRectF(rect.left(), top, rect.width(), height), name, number, plot))
        top += height
    return _Arrangement(
        tuple(places), tuple(captions), axis, QRectF(left, top + theme.px(8), width, max(0.0, rect.bottom() - top))
    )


def _name(row: VolumeRow) -> Line:
    return Line(row.name, pixels=12)


def _number(row: VolumeRow) -> Line:
    return Line(row.number, "text" if row.total else "secondary", bold=bool(row.total))


def _paint_row(painter: QPainter, theme: ThemeManager, row: VolumeRow, place: RowPlace, axis: float) -> None:
    paint_line(painter, theme, place.name, _name(row))
    paint_line(painter, theme, place.words, _number(row), Qt.AlignmentFlag.AlignRight)
    sign = QPointF(place.words.left() + theme.px(6), place.words.center().y())
    paint_effect(painter, theme, sign, row.effect)
    bar = Bar(row.region.value, row.direct, row.indirect, row.band, row.holds_from)
    paint_volume_bar(painter, theme, place.plot, bar, axis)


def paint_volume_bar(painter: QPainter, theme: ThemeManager, plot: QRectF, bar: Bar, axis: float) -> None:
    """One bar before what it shall reach. axis: the number at the right end of `plot`, above zero."""
    colour = theme.region_colour(bar.region)

    def at(number: float) -> float:
        return plot.left() + plot.width() * min(number, axis) / axis

    if bar.band:
        zone = QRectF(QPointF(at(bar.band[0]), plot.top()), QPointF(at(bar.band[1]), plot.bottom()))
        painter.fillRect(zone, faded(colour, 0.18))
    thick = theme.px(_BAR)
    solid = QRectF(plot.left(), plot.center().y() - thick / 2, at(bar.direct) - plot.left(), thick)
    rule = QRectF(plot.left(), plot.center().y() - line_width(theme, 0.5), plot.width(), line_width(theme, 1))
    painter.fillRect(rule, theme.colour("border"))
    if bar.direct:
        painter.fillRect(solid, colour)
    if bar.indirect:
        more = QRectF(solid.right(), solid.top(), at(bar.direct + bar.indirect) - at(bar.direct), thick)
        painter.fillRect(more, theme.colour("surface"))
        paint_hatched(painter, theme, more, colour)
    if bar.planned:
        _paint_planned(painter, theme, QRectF(plot.left(), solid.top(), at(bar.planned) - plot.left(), thick))
    if bar.holds is not None:
        _paint_hold(painter, theme, at(bar.holds), plot)


def _paint_planned(painter: QPainter, theme: ThemeManager, rect: QRectF) -> None:
    """The outline of what was planned, around what is done."""
    around = line_width(theme, 2.5)
    painter.setPen(pen(theme, theme.colour("secondary"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, -around, 0, around))


def _paint_hold(painter: QPainter, theme: ThemeManager, x: float, plot: QRectF) -> None:
    """The mark of what holds a muscle, over the bar with a light edge so that it shows on it."""
    wide = line_width(theme, 2)
    mark_ = QRectF(x - wide / 2, plot.top() + theme.px(1), wide, plot.height() - theme.px(2))
    painter.fillRect(mark_.adjusted(-wide / 2, 0, wide / 2, 0), theme.colour("surface"))
    painter.fillRect(mark_, theme.colour("text"))


def _key(theme: ThemeManager, rows: Sequence[VolumeRow]) -> list[KeyEntry]:
    return volume_key(theme, [Bar("", row.direct, row.indirect, row.band, row.holds_from) for row in rows])


def volume_key(theme: ThemeManager, bars: Sequence[Bar]) -> list[KeyEntry]:
    """The entries of the key below such bars."""
    legs = theme.colour("legs")

    def box(at: QPointF, height: float = _BAR) -> QRectF:
        found = QRectF(0, 0, theme.px(24), theme.px(height))
        found.moveCenter(at)
        return found

    def direct(painter: QPainter, at: QPointF) -> None:
        painter.fillRect(box(at), legs)

    def indirect(painter: QPainter, at: QPointF) -> None:
        paint_hatched(painter, theme, box(at), legs)

    def hold(painter: QPainter, at: QPointF) -> None:
        _paint_hold(painter, theme, at.x(), box(at, 16))

    def band(painter: QPainter, at: QPointF) -> None:
        painter.fillRect(box(at, 16), faded(legs, 0.2))

    def planned(painter: QPainter, at: QPointF) -> None:
        _paint_planned(painter, theme, box(at))

    entries = [KeyEntry(direct, tr("direct"))]
    if any(one.indirect for one in bars):
        entries.append(KeyEntry(indirect, tr("indirect, counted in part")))
    if any(one.planned for one in bars):
        entries.append(KeyEntry(planned, ptr("sets", "planned")))
    if any(one.holds is not None for one in bars):
        entries.append(KeyEntry(hold, tr("holds what is there")))
    if any(one.band for one in bars):
        entries.append(KeyEntry(band, tr("wanted")))
    return entries


class VolumeBars(RowPicture[VolumeRow]):
    """The muscles of a week; each says from what its sets come, to the mouse, the keyboard and a screen reader."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(theme, "plan_volume_bars", tr("Hard sets of each muscle this week"), parent)

    def show_rows(self, rows: Sequence[VolumeRow]) -> None:
        """Show these; the muscle that is pointed at stays so."""
        before = self._rows[self._current].muscle if self._current is not None and self._rows else None
        super().show_rows(rows)
        if self.hasFocus() or self.underMouse():
            self._point_at(next((at for at, row in enumerate(self._rows) if row.muscle is before), self._current))

    def height_of(self, rows: Sequence[VolumeRow], width: float | None) -> int:
        return volume_bars_height(self._theme, rows, self._theme.px(WIDE) if width is None else width)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDE), self._height(None))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), 0)

    def places_of(self, rect: QRectF, rows: Sequence[VolumeRow]) -> Sequence[RowPlace]:
        return _arranged(self._theme, rect, rows).rows if rows else ()

    def paint_picture(self, painter: QPainter, rect: QRectF, lit: int | None, ring: bool) -> None:
        paint_volume_bars(painter, rect, self._theme, self._rows, lit, ring)

    def pointed_at(self, part: int | None) -> None:
        super().pointed_at(part)
        if part is None:
            QToolTip.hideText()
        elif self.hasFocus():
            self._show_hint(part)

    def chosen(self, part: int) -> None:
        super().chosen(part)
        self._show_hint(part)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            part = self.part_at(QPointF(event.pos()))
            if part is not None:
                self._show_hint(part, event.globalPos())
            return True
        return super().event(event)

    def _show_hint(self, part: int, at: QPoint | None = None) -> None:
        row = self._rows[part]
        place = self.row_rect(row.site).toRect()
        QToolTip.showText(at or self.mapToGlobal(place.bottomLeft()), row.hint, self, place)
