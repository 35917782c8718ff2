"""Pictures in rows: a name at the left, an axis that all rows share, words at the right.

Owns where these go at any width and text size, and what rows of every kind have in common when they are painted. It
must not know what the rows are about. Everything is measured in `theme` pixels: scale a printer's painter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPolygonF

from legwork.domain.sites import Kind
from legwork.domain.units import UnitSystem, format_value
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import line_width, pen

WIDE = 720
"""The width that these pictures are made for, in unscaled pixels; they bear half of it."""

Heights = tuple[float, float, float]
"""Of the labels above a bar, of the bar, and of the labels below it."""

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
_ENDLESS = 1e6


@dataclass(frozen=True)
class Line:
    """A text with its look. role: the colour's."""

    text: str
    role: str = "text"
    pixels: int = 13
    bold: bool = False

    def font(self, theme: ThemeManager) -> QFont:
        """Its font."""
        return theme.font(self.pixels, self.bold)

    def width(self, theme: ThemeManager) -> float:
        """Its width in one line, a pixel to spare."""
        return QFontMetricsF(self.font(theme)).horizontalAdvance(self.text) + 1

    def height(self, theme: ThemeManager, width: float = _ENDLESS) -> float:
        """Its height when it is broken to `width`."""
        metrics = QFontMetricsF(self.font(theme))
        return metrics.boundingRect(QRectF(0, 0, max(width, 1.0), _ENDLESS), int(_FLAGS), self.text).height()


@dataclass(frozen=True)
class RowText:
    """What is written in a row: its name, and the words that say what the picture means."""

    name: Line
    words: tuple[Line, ...]


@dataclass(frozen=True)
class RowPlace:
    """Where a row's parts are. whole: all of it, for the mouse and for lighting it up."""

    whole: QRectF
    name: QRectF
    words: QRectF
    plot: QRectF


@dataclass(frozen=True)
class Arrangement:
    """Where everything is. header: above the axis. key: the place below the rows. The axis is as wide as `header`."""

    rows: tuple[RowPlace, ...]
    header: QRectF
    key: QRectF
    words_right: bool


def arrange(
    theme: ThemeManager, rect: QRectF, rows: Sequence[RowText], heights: Heights, header_height: float
) -> Arrangement:
    """Place the rows into `rect`, from its top. Name and words go above the axis where it would be too short.

    heights: of what is above the bar, of the bar, and of what is below it.
    """
    pad, gap = theme.px(8), theme.px(16)
    left, width = rect.left() + pad, rect.width() - 2 * pad
    names = max((row.name.width(theme) for row in rows), default=0.0)
    words = max((_natural(theme, row) for row in rows), default=0.0)
    column = min(words, float(theme.px(200)))
    axis = width - names - column - 2 * gap
    beside = axis >= theme.px(230)
    header = QRectF(left, rect.top(), width, header_height)
    if beside:
        header = QRectF(left + names + gap, rect.top(), axis, header_height)
    level = all(row.name.width(theme) + gap + _natural(theme, row) <= width for row in rows)
    top = header.bottom()
    places = []
    for row in rows:
        if beside:
            place = _beside(theme, QRectF(left, top, width, 0), header, row, column, heights)
        else:
            place = _stacked(theme, QRectF(left, top, width, 0), row, sum(heights), level)
        places.append(place)
        top = place.whole.bottom()
    key = QRectF(left, top + theme.px(8), max(width, 1.0), max(0.0, rect.bottom() - top - theme.px(8)))
    return Arrangement(tuple(places), header, key, beside)


def _beside(
    theme: ThemeManager, space: QRectF, axis: QRectF, row: RowText, column: float, heights: Heights
) -> RowPlace:
    """Name and words are centred on the bar."""
    pad, gap = theme.px(6), theme.px(16)
    words = sum(line.height(theme, column) for line in row.words)
    name = row.name.height(theme)
    above, below = heights[0] + heights[1] / 2, heights[1] / 2 + heights[2]
    text = max(words, name) / 2
    middle = space.top() + pad + max(above, text)
    height = middle - space.top() + max(below, text) + pad
    return RowPlace(
        QRectF(space.left() - theme.px(8), space.top(), space.width() + 2 * theme.px(8), height),
        QRectF(space.left(), middle - name / 2, axis.left() - gap - space.left(), name),
        QRectF(axis.right() + gap, middle - words / 2, column, words),
        QRectF(axis.left(), middle - above, axis.width(), above + below),
    )


def _stacked(theme: ThemeManager, space: QRectF, row: RowText, plot_height: float, level: bool) -> RowPlace:
    """Everything above the axis. level: the words stand level with the name, at the right, else below it."""
    pad = theme.px(8)
    top, width = space.top() + pad, space.width()
    name = QRectF(space.left(), top, width, row.name.height(theme))
    if level:
        column = _natural(theme, row)
        words = QRectF(space.right() - column, top, column, sum(line.height(theme) for line in row.words))
    else:
        words = QRectF(space.left(), name.bottom(), width, sum(line.height(theme, width) for line in row.words))
    plot = QRectF(space.left(), max(name.bottom(), words.bottom()) + theme.px(4), width, plot_height)
    whole = QRectF(space.left() - pad, space.top(), width + 2 * pad, plot.bottom() + pad - space.top())
    return RowPlace(whole, name, words, plot)


def _natural(theme: ThemeManager, row: RowText) -> float:
    return max((line.width(theme) for line in row.words), default=0.0)


def paint_line(
    painter: QPainter,
    theme: ThemeManager,
    rect: QRectF,
    line: Line,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Write one text from the top of `rect`, broken to its width."""
    painter.setFont(line.font(theme))
    painter.setPen(theme.colour(line.role))
    painter.drawText(rect, int(_FLAGS | align), line.text)


def paint_texts(painter: QPainter, theme: ThemeManager, place: RowPlace, row: RowText, at_right: bool) -> None:
    """Write name and words; `at_right`: the words stand in a column at the right, flush left."""
    elided = QFontMetricsF(row.name.font(theme)).elidedText(
        row.name.text, Qt.TextElideMode.ElideRight, place.name.width() + 1
    )
    paint_line(painter, theme, place.name, Line(elided, row.name.role, row.name.pixels, row.name.bold))
    flush_right = not at_right and place.words.top() <= place.name.top()
    align = Qt.AlignmentFlag.AlignRight if flush_right else Qt.AlignmentFlag.AlignLeft
    top = place.words.top()
    for line in row.words:
        height = line.height(theme, place.words.width())
        paint_line(painter, theme, QRectF(place.words.left(), top, place.words.width(), height), line, align)
        top += height


def paint_label(painter: QPainter, theme: ThemeManager, rect: QRectF, line: Line, ground: str) -> None:
    """Write a text over lines, which it hides. ground: the colour role that it stands on."""
    painter.fillRect(rect.adjusted(-theme.px(2), -theme.px(3), theme.px(2), 0), theme.colour(ground))
    paint_line(painter, theme, rect, line)


def paint_lit(painter: QPainter, theme: ThemeManager, rect: QRectF) -> None:
    """The ground of the part that is pointed at: "raised"."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("raised"))
    painter.drawRoundedRect(rect, theme.px(6), theme.px(6))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_ring(painter: QPainter, theme: ThemeManager, rect: QRectF) -> None:
    """The focus ring round the part that the keyboard points at."""
    half, radius = line_width(theme, 1), theme.px(6)
    painter.setPen(pen(theme, theme.colour("legs"), 2))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


@contextmanager
def pointing(
    painter: QPainter, theme: ThemeManager, rows: Sequence[RowPlace], lit: int | None, ring: bool
) -> Iterator[None]:
    """While the block paints the rows: one that is pointed at lies on its ground, and its focus ring comes last."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if lit is not None:
        paint_lit(painter, theme, rows[lit].whole)
    yield
    if lit is not None and ring:
        paint_ring(painter, theme, rows[lit].whole)
    painter.restore()


def paint_rule(
    painter: QPainter, theme: ThemeManager, place: Arrangement, heights: Heights, x: float, role: str = "border"
) -> None:
    """A line of the scale through all rows; it ends at the last bar, and at each where texts are between them."""
    painter.setPen(pen(theme, theme.colour(role), 1))
    for one in place.rows:
        foot = one.plot.bottom() - heights[2] + theme.px(3)
        through = place.words_right and one is not place.rows[-1]
        top = one.whole.top() if place.words_right else one.plot.top()
        painter.drawLine(QPointF(x, top), QPointF(x, one.whole.bottom() if through else foot))


def centred(theme: ThemeManager, line: Line, x: float, top: float, axis: QRectF) -> QRectF:
    """The box of a label centred at `x`, but kept on the axis."""
    width, height = line.width(theme), line.height(theme)
    left = max(axis.left(), min(x - width / 2, axis.right() - width))
    return QRectF(left, top, width, height)


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """The middles nearest to `wanted` that do not overlap and, if they fit, lie between low and high.

    Keeps their order. Neighbours that collide are moved as one block around their mean.
    """
    blocks: list[tuple[float, int, float, list[int]]] = []  # sum of wanted starts, count, size, who
    for index in sorted(range(len(wanted)), key=lambda one: wanted[one]):
        blocks.append((wanted[index] - sizes[index] / 2, 1, sizes[index], [index]))
        while len(blocks) > 1 and _start(blocks[-2], low, high) + blocks[-2][2] > _start(blocks[-1], low, high):
            (total, count, size, who), (more, others, other, them) = blocks[-2:]
            blocks[-2:] = [(total + more - others * size, count + others, size + other, who + them)]
    placed = [0.0] * len(wanted)
    for block in blocks:
        at = _start(block, low, high)
        for index in block[3]:
            placed[index] = at + sizes[index] / 2
            at += sizes[index]
    return placed


def _start(block: tuple[float, int, float, list[int]], low: float, high: float) -> float:
    return max(low, min(block[0] / block[1], high - block[2]))


def value_text(value: float, unit: str) -> str:
    """A girth or difference in its unit, written as everywhere; without the unit."""
    if unit == "in":
        return format_value(value * 2.54, Kind.GIRTH, UnitSystem.IMPERIAL)
    return format_value(value, Kind.GIRTH, UnitSystem.METRIC)


def arrow(at: QPointF, size: float, direction: int) -> QPolygonF:
    """A filled arrow head whose tip is at `at`: -1 points left, +1 right."""
    back = QPointF(-direction * size, 0)
    return QPolygonF([at, at + back + QPointF(0, -size * 0.7), at + back + QPointF(0, size * 0.7)])


def diamond(at: QPointF, half: float) -> QPolygonF:
    """A diamond around `at`."""
    return QPolygonF([at + QPointF(x * half, y * half) for x, y in ((0, -1), (1, 0), (0, 1), (-1, 0))])


def tilde(at: QPointF, half: float) -> QPainterPath:
    """The sign of "about the same", around `at`."""
    path = QPainterPath(at + QPointF(-half, half * 0.3))
    path.cubicTo(
        at + QPointF(-half * 0.5, -half * 0.9), at + QPointF(half * 0.5, half * 0.9), at + QPointF(half, -half * 0.3)
    )
    return path
