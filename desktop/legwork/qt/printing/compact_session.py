"""A whole week on one page: each session in small type, an exercise a row, boxes of 9 mm for every set.

Owns this layout and its ever shorter versions. Type is 8 points throughout (a convention for what has to fit). Where
three boxes for each set find no room, a set has one box, parted by a stroke, for load and reps, and the exercise one
for the effort of its last set.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.blocks import Beside, Block, Paragraph, Stack
from legwork.qt.printing.hatch import fill_region
from legwork.qt.printing.paper import mm
from legwork.qt.printing.plan_boxes import BOX_TALL, NARROW, BoxGrid, grid_of, paint_boxes, paint_captions
from legwork.qt.printing.text import Wrapped, wrapped
from legwork.services.plan_paper import ExerciseLines, SessionLines, WeekLines
from legwork.services.prescription_words import BETWEEN

_LEAST_TEXT = mm(33)
_SINGLE, _EFFORT, _APART = mm(9.8), mm(8), mm(1.6)
"""Widths of the one box for a set, of the one for the effort, and between them."""

_THREE_FROM = _LEAST_TEXT + 3 * NARROW.wide
"""From this width on, every set has three boxes."""

_STRIPE, _INDENT = 5.0, 11.0
_AIR = 4.0
_CENTRE = Qt.AlignmentFlag.AlignHCenter


def compact_blocks(week: WeekLines) -> tuple[tuple[Block, ...], ...]:
    """The page of a week in several versions, each shorter than the one before."""
    return tuple(
        (
            Paragraph(week.title, "headline", before=0, keep_with_next=True),
            Paragraph(week.facts, "small", before=0, keep_with_next=True),
            *blocks,
        )
        for detail in (2, 1, 0)
        for blocks in (_below(week, detail), _side_by_side(week, detail))
    )


def _below(week: WeekLines, detail: int) -> list[Block]:
    """The sessions one below the other."""
    return [Stack(_session(session, detail), before=14) for session in week.sessions]


def _side_by_side(week: WeekLines, detail: int) -> list[Block]:
    """The sessions in two columns, in pairs that begin at one height."""
    stacks = [Stack(_session(session, detail)) for session in week.sessions]
    pairs = [stacks[place : place + 2] for place in range(0, len(stacks), 2)]
    return [Beside(pair[0], pair[1] if len(pair) > 1 else Stack(()), 0.5, between=mm(6), before=16) for pair in pairs]


def _session(session: SessionLines, detail: int) -> tuple[Block, ...]:
    lines = session.exercises
    most = max((len(one.sets) for one in lines), default=1)
    head: list[Block] = [
        Paragraph(session.name, "strong", before=0, keep_with_next=True),
        Paragraph(session.facts, "small", before=0, keep_with_next=True),
    ]
    if not lines:
        return (*head, Paragraph(tr("No exercise is planned for this session."), "small"))
    rows: list[Block] = []
    for place, one in enumerate(lines):
        joined = place > 0 and one.group is not None and one.group == lines[place - 1].group
        rows.append(CompactRow(one, most, detail, place == 0, not joined))
    return (*head, *rows)


@dataclass(frozen=True)
class CompactRow(Block):
    """One exercise. detail: 2 with everything but cues, 1 without notes, 0 with sets and load alone.

    titled: with the captions of the boxes above it. ruled: a line parts it from the row above.
    """

    lines: ExerciseLines
    most_sets: int
    detail: int = 2
    titled: bool = False
    ruled: bool = True
    before: float = field(default=_AIR, kw_only=True)

    def height(self, width: float, theme: ThemeManager) -> float:
        texts = self._texts(width, theme)
        boxes = self._boxes_tall(width)
        return self._head(theme) + _AIR + max(boxes, sum(text.height for text in texts))

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        top = rect.top() + self._head(theme)
        if self.titled:
            self._paint_head(painter, rect, theme)
        if self.ruled:
            painter.setPen(QPen(theme.colour("border"), 0.75))
            painter.drawLine(QLineF(rect.left(), top, rect.right(), top))
        top += _AIR
        fill_region(painter, QRectF(rect.left() + 0.5, top, _STRIPE, rect.bottom() - top), theme, self.lines.region)
        y = top
        for text in self._texts(rect.width(), theme):
            text.draw(painter, QPointF(rect.left() + _INDENT, y))
            y += text.height
        self._paint_boxes(painter, rect, top, theme)

    @property
    def words(self) -> str:
        return "\n".join(text for text, _ in self._said)

    @property
    def _said(self) -> list[tuple[str, str]]:
        one = self.lines
        asked = BETWEEN.join(part for part in (one.asked, one.how if self.detail else "") if part)
        found = [(" ".join(part for part in (one.tag, one.name) if part), "cue strong"), (asked, "cue")]
        if self.detail and one.last:
            found.append((tr("Last time {done}", done=one.last), "small"))
        if self.detail > 1:
            found += [(tr("Note: {note}", note=note), "small") for note in one.notes]
        return found

    def _texts(self, width: float, theme: ThemeManager) -> list[Wrapped]:
        room = width - self._boxes_wide(width) - _INDENT - mm(2)
        return [wrapped(text, role, room, theme) for text, role in self._said]

    def _grid(self, width: float) -> BoxGrid | None:
        """Of three boxes for each set; None where there is one."""
        if width < _THREE_FROM:
            return None
        return grid_of(width, NARROW, 0.0, self.most_sets, _LEAST_TEXT + _INDENT)

    def _across(self, width: float) -> int:
        return max(1, min(self.most_sets, int((width - _LEAST_TEXT - _INDENT - _EFFORT - _APART) // _SINGLE)))

    def _boxes_wide(self, width: float) -> float:
        grid = self._grid(width)
        return grid.width if grid else self._across(width) * _SINGLE + _APART + _EFFORT

    def _boxes_tall(self, width: float) -> float:
        grid = self._grid(width)
        if grid:
            return grid.tall(len(self.lines.sets))
        return -(-len(self.lines.sets) // self._across(width)) * BOX_TALL

    def _head(self, theme: ThemeManager) -> float:
        return wrapped(" ", "small", 1000, theme).height + 1 if self.titled else 0.0

    def _paint_head(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        grid = self._grid(rect.width())
        left = rect.right() - self._boxes_wide(rect.width())
        if grid:
            captions = (tr("load"), tr("reps"), tr("RIR"))
            paint_captions(painter, QPointF(left, rect.top()), grid, self.most_sets, captions, theme)
            return
        sets = self._across(rect.width()) * _SINGLE
        for text, at, wide in ((tr("load / reps"), left, sets), (tr("RIR"), left + sets + _APART, _EFFORT)):
            wrapped(text, "small", wide, theme, _CENTRE).draw(painter, QPointF(at, rect.top()))

    def _paint_boxes(self, painter: QPainter, rect: QRectF, top: float, theme: ThemeManager) -> None:
        grid = self._grid(rect.width())
        origin = QPointF(rect.right() - self._boxes_wide(rect.width()), top)
        if grid:
            paint_boxes(painter, origin, grid, self.lines.sets, theme)
            return
        across = self._across(rect.width())
        boxes, strokes = [], []
        for number in range(len(self.lines.sets)):
            row, place = divmod(number, across)
            box = QRectF(origin.x() + place * _SINGLE, top + row * BOX_TALL, _SINGLE, BOX_TALL)
            boxes.append(box)
            middle, lean = box.center(), 4.0
            strokes.append(QLineF(middle.x() + lean, middle.y() - 3 * lean, middle.x() - lean, middle.y() + 3 * lean))
        boxes.append(QRectF(origin.x() + across * _SINGLE + _APART, top, _EFFORT, BOX_TALL))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("field_border"), 1.0))
        painter.drawRects(boxes)
        painter.setPen(QPen(theme.colour("border"), 1.0))
        painter.drawLines(strokes)
