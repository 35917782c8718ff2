"""One exercise on a week sheet: what is asked for at the left, boxes for what was done at the right.

Owns its layout. All words come ready from `services.plan_paper`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.blocks import Block
from legwork.qt.printing.hatch import fill_region
from legwork.qt.printing.paper import mm
from legwork.qt.printing.plan_boxes import WIDE, BoxGrid, captions_tall, grid_of, paint_boxes, paint_captions
from legwork.qt.printing.text import ROLES, Wrapped, wrapped
from legwork.services.plan_paper import ExerciseLines

_LEAST_TEXT = mm(58)
"""The least width for the words beside the boxes."""

_BESIDE = mm(5)
_STRIPE, _INDENT, _TAG = 5.0, 14.0, 30.0
_AIR, _BELOW = 7.0, 5.0
_MARK, _MOST_MARK = 22.0, 64.0
_TO_THE_RIGHT = 3
"""From so many sets side by side on, cues stand below the boxes: there is more room than under the name."""


@dataclass(frozen=True)
class ExerciseCard(Block):
    """An exercise. cues: how many are printed. ruled: a line parts it from what is above it.

    most_sets, widest: the most sets and the widest target in the session, so that all boxes of a page line up.
    tagged: whether any exercise of the session has a letter.
    """

    lines: ExerciseLines
    most_sets: int
    widest: str = ""
    tagged: bool = False
    cues: int = 2
    ruled: bool = True
    before: float = field(default=_AIR, kw_only=True)

    def height(self, width: float, theme: ThemeManager) -> float:
        grid = self._grid(width, theme)
        left, right = self._left(width, grid, theme), self._right(grid, theme)
        boxes = self._captions_tall(grid, theme) + grid.tall(len(self.lines.sets))
        return self._top + max(_tall(left), boxes + (_tall(right) + _BELOW if right else 0.0))

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        grid = self._grid(rect.width(), theme)
        lines, top = self.lines, rect.top() + self._top
        if self.ruled:
            painter.setPen(QPen(theme.colour("border"), 0.75))
            painter.drawLine(QLineF(rect.left(), rect.top(), rect.right(), rect.top()))
        fill_region(painter, QRectF(rect.left() + 0.5, top + 1, _STRIPE, rect.bottom() - top - 1), theme, lines.region)
        if lines.tag:
            wrapped(lines.tag, "strong", _TAG, theme).draw(painter, QPointF(rect.left() + _INDENT, top))
        _draw(painter, QPointF(rect.left() + self._indent, top), self._left(rect.width(), grid, theme))
        boxes = QPointF(rect.right() - grid.width, top + self._captions_tall(grid, theme))
        captions = (lines.load, lines.reps, lines.effort)
        paint_captions(painter, QPointF(boxes.x(), top), grid, len(lines.sets), captions, theme)
        paint_boxes(painter, boxes, grid, lines.sets, theme, bool(lines.load), lines.sides)
        below = boxes.y() + grid.tall(len(lines.sets)) + _BELOW
        _draw(painter, QPointF(boxes.x() + grid.mark, below), self._right(grid, theme))

    @property
    def words(self) -> str:
        one = self.lines
        first = " ".join(part for part in (one.tag, one.name) if part)
        rest = (one.asked, one.how, self._last, *one.cues[: self.cues], *self._notes)
        return "\n".join((first, *(part for part in rest if part)))

    @property
    def _top(self) -> float:
        return _AIR if self.ruled else 0.0

    @property
    def _indent(self) -> float:
        return _INDENT + (_TAG if self.tagged else 0.0)

    @property
    def _last(self) -> str:
        return tr("Last time {done}", done=self.lines.last) if self.lines.last else ""

    @property
    def _notes(self) -> list[str]:
        return [tr("Note: {note}", note=note) for note in self.lines.notes]

    def _grid(self, width: float, theme: ThemeManager) -> BoxGrid:
        mark = _MARK
        if self.widest:
            advance = QFontMetricsF(ROLES["cue"].font(theme)).horizontalAdvance(self.widest)
            mark = min(_MOST_MARK, max(_MARK, advance + 7))
        return grid_of(width, WIDE, mark, self.most_sets, _LEAST_TEXT + _BESIDE)

    def _captions_tall(self, grid: BoxGrid, theme: ThemeManager) -> float:
        return captions_tall(grid, (self.lines.load, self.lines.reps, self.lines.effort), theme) + 1

    def _left(self, width: float, grid: BoxGrid, theme: ThemeManager) -> list[Wrapped]:
        """The words beside the boxes."""
        room = width - grid.width - _BESIDE - self._indent
        lines = self.lines
        found = [wrapped(lines.name, "strong", room, theme), wrapped(lines.asked, "body", room, theme)]
        found += [wrapped(text, "cue", room, theme) for text in (lines.how, self._last) if text]
        if grid.across < _TO_THE_RIGHT:
            found += [wrapped(f"– {text}", "small", room, theme) for text in lines.cues[: self.cues]]
        found += [wrapped(text, "cue", room, theme) for text in self._notes]
        return found

    def _right(self, grid: BoxGrid, theme: ThemeManager) -> list[Wrapped]:
        """The words below the boxes."""
        cues = self.lines.cues[: self.cues]
        if grid.across < _TO_THE_RIGHT or not cues:
            return []
        return [wrapped("  ".join(f"– {cue}" for cue in cues), "small", grid.width - grid.mark, theme)]


def _tall(texts: Sequence[Wrapped]) -> float:
    return sum(text.height for text in texts)


def _draw(painter: QPainter, at: QPointF, texts: Sequence[Wrapped]) -> None:
    top = at.y()
    for text in texts:
        text.draw(painter, QPointF(at.x(), top))
        top += text.height
