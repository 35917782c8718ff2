"""The body map coloured by percentile: where each girth stands among people of the same build, with its number.

Owns how zones are coloured and labelled (`paint_zone_map`, for the window and for paper) and the widget that a click
on a zone or its label comes from. It must not know where the places come from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QLinearGradient, QPainter, QTransform
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from legwork.domain.sites import BUILT_IN_BY_KEY, Side, Spot, spot_label
from legwork.i18n import tr
from legwork.qt.core.spoken_roles import PICTURE
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets import body_figure as figure
from legwork.qt.widgets import body_map
from legwork.qt.widgets.body_figure import View
from legwork.qt.widgets.body_map import Marks, faded, line_width, pen
from legwork.qt.widgets.pointed_picture import PointedPicture
from legwork.qt.widgets.row_drawing import Line, paint_line, paint_ring, spread
from legwork.services.balance_rows import ZoneMark

_VIEWS: tuple[View, ...] = ("front",)
_PALEST = 0.16
"""How much of the full hue the ramp begins with."""
_REACH = 40.0
"""Where the labels begin: past the hands, in figure units from the body's middle."""
_UNPAIRED_OUT = {"neck": 4.0, "shoulders": 15.0, "chest": 11.0, "waist": 9.0, "hips": 9.0}


@dataclass(frozen=True)
class _Tag:
    """A label: its zone, the point in that zone, its box, its side as seen (-1 left, +1 right), its name."""

    index: int
    dot: QPointF
    box: QRectF
    sign: int
    name: str


def ramp_colour(theme: ThemeManager, place: float, legs: bool) -> QColor:
    """The colour of a place from 0 to 100: one hue, from nearly the ground's lightness to the full role."""
    full, ground = theme.colour("legs" if legs else "upper"), theme.colour("surface")
    share = _PALEST + (1 - _PALEST) * max(0.0, min(place, 100.0)) / 100
    parts = (
        to * share + from_ * (1 - share)
        for to, from_ in zip(full.getRgbF()[:3], ground.getRgbF()[:3], strict=True)  # type: ignore[index]
    )
    return QColor.fromRgbF(*parts)


def paint_zone_map(
    painter: QPainter,
    rect: QRectF,
    theme: ThemeManager,
    zones: Sequence[ZoneMark],
    caption: str = "",
    lit: int | None = None,
    ring: bool = False,
) -> None:
    """Paint body, labels, ramps and caption into `rect`. lit: a zone pointed at, with the focus ring or without."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = _figure_rect(theme, rect, zones, caption)
    fills = {spot: ramp_colour(theme, zone.place, zone.legs) for zone in zones for spot in _drawn(zone)}
    body_map.paint(painter, place, theme, Marks(fills=fills), _VIEWS)
    to_rect = body_map.placement(place, theme, "front", _VIEWS)
    for index, zone in enumerate(zones):
        _paint_edge(painter, theme, to_rect, zone, index == lit)
    for tag in _tags(theme, rect, zones, caption):
        _paint_tag(painter, theme, tag, zones[tag.index].text, tag.index == lit)
        if ring and tag.index == lit:
            paint_ring(painter, theme, tag.box.adjusted(-theme.px(6), -theme.px(2), theme.px(6), theme.px(2)))
    foot = QRectF(rect.left(), place.bottom() + theme.px(12), rect.width(), rect.bottom() - place.bottom())
    _paint_ramps(painter, theme, foot, zones, caption)
    painter.restore()


def _drawn(zone: ZoneMark) -> tuple[Spot, ...]:
    """The spots whose zones it colours: both sides where it names none of a sided site."""
    if figure.zone("front", zone.spot):
        return (zone.spot,)
    both = (Spot(zone.spot.site, Side.LEFT), Spot(zone.spot.site, Side.RIGHT))
    return tuple(spot for spot in both if figure.zone("front", spot))


def zone_name(spot: Spot, with_side: bool = True) -> str:
    """The translated name of a zone, with its side or without."""
    site = BUILT_IN_BY_KEY.get(spot.site)
    return spot_label(site, spot.side if with_side else Side.NONE) if site else spot.site


def _name_line(zone: ZoneMark) -> Line:
    return Line(zone_name(zone.spot, with_side=False), "secondary", 12)


def _number_line(zone: ZoneMark) -> Line:
    return Line(zone.text, bold=True)


def _columns(theme: ThemeManager, rect: QRectF, zones: Sequence[ZoneMark]) -> tuple[float, bool]:
    """How wide a column of labels is, and whether the names fit beside a body that can still be read."""
    numbers = max((_number_line(zone).width(theme) for zone in zones), default=0.0)
    names = max((_name_line(zone).width(theme) for zone in zones), default=0.0)
    full = numbers + theme.px(6) + names
    named = rect.width() - 2 * (full + theme.px(12)) >= theme.px(130)
    return (full if named else numbers) + theme.px(12), named


def _figure_rect(theme: ThemeManager, rect: QRectF, zones: Sequence[ZoneMark], caption: str) -> QRectF:
    column, _ = _columns(theme, rect, zones)
    foot = _ramps_height(theme, rect.width(), zones, caption) + theme.px(12)
    return rect.adjusted(column, 0, -column, -foot)


def _tags(theme: ThemeManager, rect: QRectF, zones: Sequence[ZoneMark], caption: str) -> list[_Tag]:
    """A label for each zone, beside the body on its own side, moved apart where they would overlap."""
    place = _figure_rect(theme, rect, zones, caption)
    column, named = _columns(theme, rect, zones)
    to_rect = body_map.placement(place, theme, "front", _VIEWS)
    height = max((_number_line(zone).height(theme) for zone in zones), default=0.0)
    sides: dict[int, list[tuple[int, QPointF]]] = {-1: [], 1: []}
    unpaired = 0
    for index, zone in enumerate(zones):
        if not (drawn := _drawn(zone)):
            continue
        side = zone.spot.side
        if side is Side.NONE:
            sign, unpaired = (1 if unpaired % 2 == 0 else -1), unpaired + 1
        else:
            sign = figure.direction("front", side)
        sides[sign].append((index, to_rect.map(_dot(drawn, sign))))
    tags = []
    for sign, members in sides.items():
        x = to_rect.map(QPointF(figure.MIDDLE + sign * _REACH, 0)).x()
        x = max(rect.left() + column - theme.px(12), min(x, rect.right() - column + theme.px(12)))
        wanted = [dot.y() for _, dot in members]
        each = min(height + theme.px(4), place.height() / max(len(wanted), 1))
        middles = spread(wanted, [each] * len(wanted), place.top(), place.bottom())
        for (index, dot), middle in zip(members, middles, strict=True):
            name = _name_line(zones[index]).text if named else ""
            width = _number_line(zones[index]).width(theme)
            width += theme.px(6) + _name_line(zones[index]).width(theme) if named else 0.0
            left = x if sign > 0 else x - width
            tags.append(_Tag(index, dot, QRectF(left, middle - height / 2, width, height), sign, name))
    return tags


def _dot(drawn: Sequence[Spot], sign: int) -> QPointF:
    """The point in a zone that its label's line ends in, in figure coordinates."""
    spot = next((one for one in drawn if figure.direction("front", one.side) == sign), drawn[0])
    line = figure.tape_line("front", spot)
    assert line is not None
    return line.centre + QPointF(sign * _UNPAIRED_OUT.get(spot.site, 0.0), 0.0)


def _paint_edge(painter: QPainter, theme: ThemeManager, to_rect: QTransform, zone: ZoneMark, lit: bool) -> None:
    colour = theme.colour("legs" if zone.legs else "upper")
    for spot in _drawn(zone):
        if path := figure.zone("front", spot):
            painter.strokePath(to_rect.map(path), pen(theme, colour if lit else faded(colour, 0.7), 2.5 if lit else 1))


def _paint_tag(painter: QPainter, theme: ThemeManager, tag: _Tag, text: str, lit: bool) -> None:
    number = Line(text, bold=True)
    near = tag.box.left() if tag.sign > 0 else tag.box.right()
    end = QPointF(near - tag.sign * theme.px(5), tag.box.center().y())
    painter.setPen(pen(theme, faded(theme.colour("text"), 1.0 if lit else 0.7), 1))
    painter.drawLine(tag.dot, end)
    painter.setPen(pen(theme, theme.colour("surface"), 1))
    painter.setBrush(theme.colour("text"))
    painter.drawEllipse(tag.dot, line_width(theme, 3), line_width(theme, 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    width = number.width(theme)
    left = tag.box.left() if tag.sign > 0 else tag.box.right() - width
    paint_line(painter, theme, QRectF(left, tag.box.top(), width, tag.box.height()), number)
    if tag.name:
        name = Line(tag.name, "text" if lit else "secondary", 12)
        top = tag.box.bottom() - name.height(theme) - theme.px(0.5)
        shift = width + theme.px(6)
        box = QRectF(tag.box.left() + (shift if tag.sign > 0 else 0), top, tag.box.width() - shift, tag.box.height())
        paint_line(painter, theme, box, name)


def _ramps(theme: ThemeManager, zones: Sequence[ZoneMark]) -> list[tuple[Line, bool]]:
    named = ((tr("Legs"), True), (tr("Upper body"), False))
    return [(Line(text, "secondary", 12), legs) for text, legs in named if any(zone.legs == legs for zone in zones)]


def _ramps_height(theme: ThemeManager, width: float, zones: Sequence[ZoneMark], caption: str) -> float:
    ramps = _ramps(theme, zones)
    line = Line("0", "secondary", 12).height(theme)
    above = Line(caption, "secondary", 12).height(theme, width) + theme.px(6) if caption else 0.0
    return above + len(ramps) * (line + theme.px(2)) + (line + theme.px(2) if ramps else 0.0)


def _paint_ramps(painter: QPainter, theme: ThemeManager, rect: QRectF, zones: Sequence[ZoneMark], caption: str) -> None:
    """The caption, and for each hue a bar from 0 to 100, their numbers once below them."""
    top, ramps = rect.top(), _ramps(theme, zones)
    if caption:
        line = Line(caption, "secondary", 12)
        paint_line(painter, theme, QRectF(rect.left(), top, rect.width(), rect.height()), line, _MIDDLE)
        top += line.height(theme, rect.width()) + theme.px(6)
    if not ramps:
        return
    names, gap = max(line.width(theme) for line, _ in ramps), theme.px(8)
    over = Line("100", pixels=12).width(theme) / 2  # the last number hangs over the bar's end
    length = max(1.0, min(rect.width() - names - gap - over, float(theme.px(200))))
    left = rect.center().x() - (names + gap + length + over) / 2
    bar = QRectF(left + names + gap, 0, length, theme.px(10))
    for line, legs in ramps:
        height = line.height(theme)
        paint_line(painter, theme, QRectF(left, top, names, height), line)
        bar.moveTop(top + (height - bar.height()) / 2)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for place in (0, 100):
            gradient.setColorAt(place / 100, ramp_colour(theme, place, legs))
        painter.setPen(pen(theme, faded(theme.colour("legs" if legs else "upper"), 0.7), 1))
        painter.setBrush(gradient)
        painter.drawRoundedRect(bar, theme.px(3), theme.px(3))
        top += height + theme.px(2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = tr("50 of 100")
    if Line(middle, pixels=12).width(theme) + 2 * over + theme.px(8) > bar.width():
        middle = "50"  # the whole has no room between the ends
    for share, text in ((0.0, "0"), (0.5, middle), (1.0, "100")):
        line = Line(text, "secondary", 12)
        width = line.width(theme)
        at = bar.left() + share * bar.width() - width / 2
        paint_line(painter, theme, QRectF(at, top, width, line.height(theme)), line)


_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class ZoneMap(PointedPicture):
    """The coloured body on the balance page. A click on a zone or its label says which spot it means."""

    spoken_role = PICTURE

    spot_clicked = Signal(object)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(theme, "zone_map", tr("Body map by place among people built like you"), parent)
        self._zones: tuple[ZoneMark, ...] = ()
        self._caption = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.parts_changed()

    def show_zones(self, zones: Sequence[ZoneMark], caption: str = "") -> None:
        """Colour these zones; the caption says what the numbers count."""
        self._zones, self._caption = tuple(zones), caption
        self.parts_changed()

    def label_rect(self, spot: Spot) -> QRectF:
        """Where a zone's label is in this widget; empty when it has none."""
        tags = _tags(self._theme, QRectF(self.rect()), self._zones, self._caption)
        return next((tag.box for tag in tags if self._zones[tag.index].spot == spot), QRectF())

    def place_of(self, spot: Spot) -> QPointF | None:
        """A point of a zone in this widget: where the line of its label ends."""
        tags = _tags(self._theme, QRectF(self.rect()), self._zones, self._caption)
        return next((tag.dot for tag in tags if self._zones[tag.index].spot == spot), None)

    def sentences(self) -> list[str]:
        return [tr("{site}: {count} of 100.", site=zone_name(one.spot), count=one.text) for one in self._zones]

    def part_at(self, position: QPointF) -> int | None:
        rect = QRectF(self.rect())
        for tag in _tags(self._theme, rect, self._zones, self._caption):
            if tag.box.contains(position):
                return tag.index
        place = _figure_rect(self._theme, rect, self._zones, self._caption)
        inverse, _ = body_map.placement(place, self._theme, "front", _VIEWS).inverted()
        spots = {spot: index for index, zone in enumerate(self._zones) for spot in _drawn(zone)}
        spot = figure.spot_at("front", inverse.map(position), list(spots))
        return spots[spot] if spot else None

    def paint_picture(self, painter: QPainter, rect: QRectF, lit: int | None, ring: bool) -> None:
        paint_zone_map(painter, rect, self._theme, self._zones, self._caption, lit, ring)

    def chosen(self, part: int) -> None:
        self.spot_clicked.emit(self._zones[part].spot)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(440), self._theme.px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(220), self._theme.px(320))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            part = self.part_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if part is None else self.sentences()[part], self)
            return True
        return super().event(event)
