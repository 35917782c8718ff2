"""Hard sets of a week beside what is wanted: a bar on the band that it shall reach, or up to the mark that holds.

Owns how these rows are painted, and the widget. It must not count nor word anything: both come ready in `SetsRow`.
Everything is measured in `theme` pixels, so that paper paints the same with its own filling.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from legwork.domain.sites import Region
from legwork.i18n import tr
from legwork.qt.core.spoken_roles import CHART
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import faded, line_width
from legwork.qt.widgets.picture_key import KeyEntry, key_height, paint_key
from legwork.qt.widgets.row_drawing import Line, paint_line
from legwork.services.weekly_review_done import SetsRow

Fill = Callable[[QPainter, QRectF, ThemeManager, Region], None]
"""How a bar of a region is filled."""

_ROW, _BAR, _GAP = 22, 10, 10
_LEAST_AXIS = 12.0
"""The axis reaches so many sets at least, so that few sets look few (a convention)."""


def plain_fill(painter: QPainter, rect: QRectF, theme: ThemeManager, region: Region) -> None:
    """A bar in the hue of its region."""
    painter.fillRect(rect, theme.region_colour(region.value))


class ReviewBars(QWidget):
    """Shows the rows; says them all to who does not see them."""

    spoken_role = CHART

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[SetsRow, ...] = ()
        self.setObjectName("review_bars")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_rows(self, rows: Sequence[SetsRow]) -> None:
        """Show other rows."""
        self._rows = tuple(rows)
        self.setAccessibleName(tr("Hard sets beside what is wanted"))
        self.setAccessibleDescription("\n".join(one.spoken for one in rows))
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        width = self._theme.px(260)
        return QSize(width, ceil(sets_height(self._theme, self._rows, width)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sets(painter, QRectF(self.rect()), self._theme, self._rows)
        painter.end()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def sets_height(theme: ThemeManager, rows: Sequence[SetsRow], width: float) -> float:
    """How tall the rows and their key are at a width."""
    if not rows:
        return 0.0
    return theme.px(_ROW) * len(rows) + theme.px(6) + key_height(theme, width, _key(theme, rows))


def paint_sets(
    painter: QPainter, rect: QRectF, theme: ThemeManager, rows: Sequence[SetsRow], fill: Fill = plain_fill
) -> None:
    """Paint the rows from the top of `rect`, and below them what their signs mean."""
    if not rows:
        return
    names, numbers = [Line(one.name, pixels=12) for one in rows], [Line(one.number, pixels=12) for one in rows]
    left = max(one.width(theme) for one in names) + theme.px(_GAP)
    right = max(one.width(theme) for one in numbers) + theme.px(_GAP)
    axis = max(_LEAST_AXIS, *(max(one.done, one.high or 0.0, one.holds or 0.0) for one in rows))
    for place, one in enumerate(rows):
        top, tall = rect.top() + place * theme.px(_ROW), theme.px(_ROW)
        plot = QRectF(rect.left() + left, top, rect.width() - left - right, tall)
        for line, at, align in (
            (names[place], QRectF(rect.left(), top, left, tall), Qt.AlignmentFlag.AlignLeft),
            (numbers[place], QRectF(rect.left(), top, rect.width(), tall), Qt.AlignmentFlag.AlignRight),
        ):
            high = line.height(theme)
            paint_line(painter, theme, at.adjusted(0, (tall - high) / 2, 0, 0), line, align)
        _paint_row(painter, plot, theme, one, axis, fill)
    key = QRectF(rect.left(), rect.top() + theme.px(_ROW) * len(rows) + theme.px(6), rect.width(), 0)
    paint_key(painter, theme, key, _key(theme, rows))


def _paint_row(painter: QPainter, plot: QRectF, theme: ThemeManager, row: SetsRow, axis: float, fill: Fill) -> None:
    def x(sets: float) -> float:
        return plot.left() + plot.width() * min(sets, axis) / axis

    middle, half = plot.center().y(), theme.px(_BAR) / 2
    rule = line_width(theme, 1)
    painter.fillRect(QRectF(plot.left(), middle - rule / 2, plot.width(), rule), theme.colour("border"))
    if row.low is not None and row.high is not None:
        band = QRectF(x(row.low), middle - theme.px(9), x(row.high) - x(row.low), 2 * theme.px(9))
        painter.fillRect(band, faded(theme.region_colour(row.region.value), 0.18))
    if row.done > 0:
        fill(painter, QRectF(plot.left(), middle - half, x(row.done) - plot.left(), 2 * half), theme, row.region)
    if row.low is not None and row.high is not None:
        for edge in (row.low, row.high):
            _mark(painter, theme, QPointF(x(edge), middle))
    elif row.holds is not None:
        _mark(painter, theme, QPointF(x(row.holds), middle))


def _mark(painter: QPainter, theme: ThemeManager, at: QPointF) -> None:
    """An upright line with a light edge, so that it shows on a bar."""
    wide, tall = line_width(theme, 1.5), theme.px(9)
    line = QRectF(at.x() - wide / 2, at.y() - tall, wide, 2 * tall)
    painter.fillRect(line.adjusted(-wide / 2, 0, wide / 2, 0), theme.colour("surface"))
    painter.fillRect(line, theme.colour("text"))


def _key(theme: ThemeManager, rows: Sequence[SetsRow]) -> list[KeyEntry]:
    entries = []
    if any(one.low is not None for one in rows):

        def band(painter: QPainter, at: QPointF) -> None:
            box = QRectF(0, 0, theme.px(20), 2 * theme.px(7))
            box.moveCenter(at)
            painter.fillRect(box, faded(theme.colour("legs"), 0.18))
            for x in (box.left(), box.right()):
                _mark(painter, theme, QPointF(x, at.y()))

        entries.append(KeyEntry(band, tr("wanted a week")))
    if any(one.low is None and one.holds is not None for one in rows):
        entries.append(KeyEntry(lambda painter, at: _mark(painter, theme, at), tr("holds what is there")))
    return entries
