"""Names at the line ends, instead of a legend: the layer that tells which line is which without colour."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from legwork.i18n import ntr
from legwork.qt.charts.fans import draw_sample
from legwork.qt.charts.guides import guides_of
from legwork.qt.charts.marks import draw_swatch
from legwork.qt.charts.prospects import Prospect
from legwork.qt.charts.sheet import Curve, Sheet

_FEW = 12


@dataclass
class Label:
    """A text with its place: left edge and vertical middle, and the end of the line that it belongs to.

    way: of the curve's prospects the one that it names; None: it names the curve.
    """

    text: str
    curve: Curve | None
    left: float
    middle: float
    width: float
    height: float
    end: QPointF
    cut: bool = False
    way: Prospect | None = None

    @property
    def box(self) -> QRectF:
        return QRectF(self.left, self.middle - self.height / 2, self.width, self.height)


class EndLabels(pg.GraphicsObject):  # type: ignore[misc]
    """Writes each line's name where the line ends; in the gutter when it runs to the window's edge."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._ratio = 1.0

    def boundingRect(self) -> QRectF:
        return QRectF(self._sheet.whole)

    def labels(self) -> list[Label]:
        """The labels of this window, moved apart; what does not fit is counted in a last one."""
        sheet, plot = self._sheet, self._sheet.plot
        height = sheet.metrics.height()
        found = [label for curve in sheet.curves if (label := self._label_of(curve)) is not None]
        found += [label for curve in sheet.curves for label in self._ways(curve)]
        found += self._guides()
        room = max(1, int(plot.height() / height))
        if len(found) > room:
            rest = len(found) - room + 1
            text = ntr("+ {count} more", "+ {count} more", rest)
            found = sorted(found[: room - 1], key=lambda label: label.middle)
            found.append(Label(text, None, plot.right() + sheet.px(12), plot.bottom(), 0.0, height, QPointF()))
        for group in _side_by_side(found):
            middles = spread([label.middle for label in group], height, plot.top(), plot.bottom())
            for label, middle in zip(group, middles, strict=True):
                label.middle = middle
        return found

    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        sheet = self._sheet
        veil = QColor(sheet.theme.colour("surface"))
        veil.setAlphaF(0.8)
        painter.setFont(sheet.small)
        self._ratio = painter.device().devicePixelRatioF()
        height = sheet.metrics.height()
        labels = self.labels()
        # A soft line costs more than its name, and where there are many nobody follows one.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(labels) <= _FEW)
        for label in labels:
            box = label.box
            if label.left < sheet.plot.right():
                painter.fillRect(box, veil)
            if label.curve is None:
                painter.setPen(sheet.theme.colour("secondary"))
                place = box.adjusted(0, 0, 2, 0) if label.cut else box.adjusted(0, 0, sheet.px(200), 0)
                text = label.text
                if label.cut:
                    text = sheet.metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
                painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
                continue
            far = label.way is not None and label.left - label.end.x() > sheet.px(30)
            if far or abs(label.middle - label.end.y()) > height / 3:
                leader = QColor(label.curve.look.colour)
                leader.setAlphaF(0.6)
                painter.setPen(QPen(leader, 1))
                painter.drawLine(label.end + QPointF(2, 0), QPointF(label.left - sheet.px(2), label.middle))
            if sheet.as_vectors or label.way is not None:
                self._write(painter, label, label.left, label.middle)
            else:
                painter.drawPixmap(QPointF(round(label.left), round(label.middle - height / 2)), self._tag(label))

    def _tag(self, label: Label) -> QPixmap:
        """A label as a picture: while the paper moves under it, it is only moved."""
        sheet, ratio = self._sheet, self._ratio
        assert label.curve is not None
        look = label.curve.look
        key = (label.text, round(label.width), *look.key, ratio)
        if key not in sheet.tags:
            tag = QPixmap(ceil((label.width + 1) * ratio), ceil(label.height * ratio))
            tag.setDevicePixelRatio(ratio)
            tag.fill(Qt.GlobalColor.transparent)
            painter = QPainter(tag)
            painter.setFont(sheet.small)
            self._write(painter, label, 0.0, label.height / 2)
            painter.end()
            sheet.tags[key] = tag
        return sheet.tags[key]

    def _write(self, painter: QPainter, label: Label, left: float, middle: float) -> None:
        """The sample of the line and the name behind it."""
        sheet = self._sheet
        assert label.curve is not None
        if label.way is not None:
            sample = QRectF(left, middle - label.height / 2, sheet.px(14), label.height)
            draw_sample(painter, sample, sheet, label.curve, label.way)
            painter.setFont(sheet.small_bold if label.way.chosen else sheet.small)
        else:
            draw_swatch(painter, left, middle, label.curve.look, sheet)
        painter.setPen(sheet.theme.colour("text"))
        place = QRectF(left + sheet.swatch, middle - label.height / 2, label.width - sheet.swatch, label.height)
        text = label.text
        if label.cut:
            metrics = sheet.bold_metrics if label.way is not None and label.way.chosen else sheet.metrics
            text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(sheet.small)

    def _ways(self, curve: Curve) -> list[Label]:
        """Names of the ways in which a curve may go on, where the window leaves them."""
        sheet, plot = self._sheet, self._sheet.plot
        found = []
        for way in curve.series.prospects:
            where = way.end_in(sheet.span.start, sheet.span.end)
            if where is None:
                continue
            end = QPointF(sheet.x_of(where[0]), sheet.y_of(where[1], curve.scale))
            if not plot.top() - 1 <= end.y() <= plot.bottom() + 1:
                continue
            found.append((way, end, sheet.swatch + sheet.advance_bold(way.name)))
        if not found:
            return []
        # One column, also where a line ends sooner than the others. A name is all that tells a way from the others: it
        # rather lies over the lines than is cut.
        left = min(max(end.x() for _, end, _ in found) + sheet.px(10), plot.right() + sheet.px(12))
        left = max(min(left, sheet.axis_right - max(width for _, _, width in found)), plot.left())
        room, high = sheet.axis_right - left, sheet.metrics.height()
        return [
            Label(way.name, curve, left, end.y(), min(width, room), high, end, cut=width > room, way=way)
            for way, end, width in found
        ]

    def _guides(self) -> list[Label]:
        """Names of what bars are held against, each once."""
        sheet, plot = self._sheet, self._sheet.plot
        found = {}
        for _, guide, box in guides_of(sheet):
            y = box.center().y()
            if plot.top() <= y <= plot.bottom():
                left, height = plot.right() + sheet.px(12), sheet.metrics.height()
                width = sheet.advance(guide.text)
                room = sheet.axis_right - left
                found[guide.text] = Label(
                    guide.text, None, left, y, min(width, room), height, QPointF(), cut=width > room
                )
        return list(found.values())

    def _label_of(self, curve: Curve) -> Label | None:
        sheet, plot = self._sheet, self._sheet.plot
        where = curve.series.end_in(sheet.span.start, sheet.span.end)
        if where is None or (curve.series.bars is not None and not sheet.end_name(curve)):
            return None  # a panel of one kind of bars has its name above it
        if curve.series.prospects and curve.series.prospects[0].end_in(sheet.span.start, sheet.span.end):
            return None  # the ways in which it goes on have their names, and leave no room for its own
        end = QPointF(sheet.x_of(where[0]), sheet.y_of(where[1], curve.scale))
        if not plot.top() - 1 <= end.y() <= plot.bottom() + 1:
            return None
        gutter = plot.right() + sheet.px(12)
        left = min(end.x() + sheet.px(10), gutter)
        name = sheet.end_name(curve)
        width = sheet.swatch + sheet.advance(name)
        room = sheet.axis_right - left
        return Label(name, curve, left, end.y(), min(width, room), sheet.metrics.height(), end, cut=width > room)


def spread(wanted: list[float], height: float, low: float, high: float) -> list[float]:
    """The middles nearest to `wanted` that lie at least `height` apart and, if they fit, between low and high.

    Keeps their order from top to bottom. Neighbours that collide are moved as one block around their mean.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    blocks: list[tuple[float, int]] = []  # top of the block's first label, count
    for index in order:
        blocks.append((_kept(wanted[index] - height / 2, 1, height, low, high), 1))
        while len(blocks) > 1 and blocks[-2][0] + blocks[-2][1] * height > blocks[-1][0]:
            (top, count), (other, more) = blocks[-2:]
            mean = (top * count + (other - count * height) * more) / (count + more)
            blocks[-2:] = [(_kept(mean, count + more, height, low, high), count + more)]
    tops = [top + place * height for top, count in blocks for place in range(count)]
    placed = [0.0] * len(wanted)
    for index, top in zip(order, tops, strict=True):
        placed[index] = top + height / 2
    return placed


def _kept(top: float, count: int, height: float, low: float, high: float) -> float:
    return max(min(top, high - count * height), low)


def _side_by_side(labels: list[Label]) -> list[list[Label]]:
    """Groups of labels whose widths overlap: only these can collide."""
    groups: list[list[Label]] = []
    reach = float("-inf")
    for label in sorted(labels, key=lambda one: one.left):
        if label.left >= reach:
            groups.append([])
        groups[-1].append(label)
        reach = max(reach, label.left + label.width)
    return groups
