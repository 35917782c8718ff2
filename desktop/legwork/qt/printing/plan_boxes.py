"""Boxes to write into at the gym: a row of three for each set, as many sets side by side as there is room.

Owns their sizes and how they are painted. They are 9 mm high, so that a pencil fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.paper import mm
from legwork.qt.printing.text import wrapped

BOX_TALL = mm(9)

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_ROW_AIR = 3.0
"""Between the rows of one exercise."""


@dataclass(frozen=True)
class BoxStyle:
    """Widths of the boxes for load, reps and effort; between: two sets."""

    load: float
    reps: float
    effort: float
    between: float

    @property
    def wide(self) -> float:
        """Of the three boxes of a set."""
        return self.load + self.reps + self.effort


WIDE = BoxStyle(mm(16.5), mm(13), mm(10.5), mm(3))
NARROW = BoxStyle(mm(10.5), mm(8), mm(6.5), mm(1.6))


@dataclass(frozen=True)
class BoxGrid:
    """Where the boxes of an exercise are. mark: the width for the number beside each set. across: sets in a row."""

    style: BoxStyle
    mark: float
    across: int

    @property
    def width(self) -> float:
        """Of a whole row."""
        return self.across * (self.mark + self.style.wide + self.style.between) - self.style.between

    def rows(self, sets: int) -> int:
        """How many rows so many sets take."""
        return -(-sets // self.across)

    def tall(self, sets: int) -> float:
        """The height of their boxes."""
        rows = self.rows(sets)
        return rows * BOX_TALL + (rows - 1) * _ROW_AIR

    def left(self, place: int) -> float:
        """Where the set at a place in its row begins, its number included."""
        return place * (self.mark + self.style.wide + self.style.between)

    def three(self, origin: QPointF, number: int) -> tuple[QRectF, QRectF, QRectF]:
        """The boxes of a set, counted from 0."""
        row, place = divmod(number, self.across)
        left = origin.x() + self.left(place) + self.mark
        top = origin.y() + row * (BOX_TALL + _ROW_AIR)
        load = QRectF(left, top, self.style.load, BOX_TALL)
        reps = QRectF(load.right(), top, self.style.reps, BOX_TALL)
        return load, reps, QRectF(reps.right(), top, self.style.effort, BOX_TALL)


def grid_of(width: float, style: BoxStyle, mark: float, most_sets: int, least_text: float) -> BoxGrid:
    """As many sets side by side as leave `least_text` of `width` free, but no more than there are; at least one."""
    each = mark + style.wide + style.between
    fitting = int((width - least_text + style.between) // each)
    return BoxGrid(style, mark, max(1, min(fitting, most_sets)))


def paint_captions(
    painter: QPainter, at: QPointF, grid: BoxGrid, sets: int, captions: Sequence[str], theme: ThemeManager
) -> None:
    """What is to be written into each box, over the boxes of the first row."""
    widths = (grid.style.load, grid.style.reps, grid.style.effort)
    for place in range(min(sets, grid.across)):
        left = at.x() + grid.left(place) + grid.mark
        for text, wide in zip(captions, widths, strict=True):
            if text:
                wrapped(text, "small", wide, theme, _CENTRE).draw(painter, QPointF(left, at.y()))
            left += wide


def captions_tall(grid: BoxGrid, captions: Sequence[str], theme: ThemeManager) -> float:
    """The height of what stands over the boxes."""
    widths = (grid.style.load, grid.style.reps, grid.style.effort)
    return max(wrapped(text, "small", wide, theme).height for text, wide in zip(captions, widths, strict=True))


def paint_boxes(
    painter: QPainter,
    at: QPointF,
    grid: BoxGrid,
    targets: Sequence[str],
    theme: ThemeManager,
    loaded: bool = True,
    sides: bool = False,
) -> None:
    """The boxes of all sets. targets: one for each set, what it asks for, may be empty.

    loaded: with a box for the load. sides: the box for reps is in two, left and right.
    """
    boxes, halves = [], []
    for number, target in enumerate(targets):
        load, reps, effort = grid.three(at, number)
        boxes += [load, reps, effort] if loaded else [reps, effort]
        if sides:
            halves.append(QLineF(reps.center().x(), reps.top(), reps.center().x(), reps.bottom()))
        if grid.mark:
            _paint_mark(painter, load, grid.mark, str(number + 1), target, theme)
        if sides:
            for text, left in ((tr("L"), reps.left()), (tr("R"), reps.center().x())):
                wrapped(text, "small", reps.width() / 2, theme).draw(painter, QPointF(left + 2.5, reps.top()))
    line = QPen(theme.colour("field_border"), 1.0)
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRects(boxes)
    if halves:
        line.setDashPattern([3, 3])
        painter.setPen(line)
        painter.drawLines(halves)


def _paint_mark(painter: QPainter, box: QRectF, wide: float, number: str, target: str, theme: ThemeManager) -> None:
    """The set's number left of its boxes, and under it what it asks for."""
    right = Qt.AlignmentFlag.AlignRight
    upper = wrapped(number, "small", wide - 5, theme, right)
    lower = wrapped(target, "cue", wide - 5, theme, right) if target else None
    tall = upper.height + (lower.height if lower else 0.0)
    top = box.center().y() - tall / 2
    upper.draw(painter, QPointF(box.left() - wide, top))
    if lower:
        lower.draw(painter, QPointF(box.left() - wide, top + upper.height))
