"""The block overview of a plan: weeks across, exercises down by session, what is prescribed in the cells.

Owns how the table lies on paper: as many weeks side by side as fit, parted between blocks where that costs no more
parts; rows are never cut, and heads stand again wherever the table goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from legwork.domain.plan.model import BlockKind
from legwork.i18n import titled, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.blocks import Block, Paragraph
from legwork.qt.printing.hatch import fill_region
from legwork.qt.printing.paper import mm
from legwork.qt.printing.sheets import Document
from legwork.qt.printing.text import draw_fitted, wrapped
from legwork.services.plan_paper import PlanPaper
from legwork.services.plan_paper_course import Course, CourseBlock, CourseRow, CourseSession, course
from legwork.services.prescription_words import BETWEEN

_NAMES = 0.16
"""The names' part of the width; never less than `_LEAST_NAMES`."""

_LEAST_NAMES, _LEAST_WEEK, _MOST_WEEK = mm(32), mm(18), mm(34)
_PAD, _STRIPE = 3.0, 5.0
_APART = 22.0
_MOST_BAND = 45.0
"""The most that the names of blocks may take, three lines; longer ones are made smaller."""

_LEAST_ROWS = 2
"""So many rows of a session stand on a page at least where it goes on (a convention)."""

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_SHADES = {BlockKind.ACCUMULATE: "raised", BlockKind.INTENSIFY: "border", BlockKind.DELOAD: "surface"}


def overview_document(paper: PlanPaper) -> Document:
    """The whole plan as a table."""
    found = course(paper)
    weeks = tr("Weeks 1 to {count}", count=len(found.weeks))
    blocks: tuple[Block, ...] = (Paragraph(tr("No exercise is planned yet."), before=0),)
    if found.weeks and any(session.rows for session in found.sessions):
        words = tr("@2 means two reps left in reserve. What differs from the week before is black.")
        blocks = (
            Paragraph(tr("Block overview"), "headline", before=0, keep_with_next=True),
            Paragraph(words, "small", before=2, keep_with_next=True),
            CourseTable(found, breakable=True, before=10),
        )
    title = f"{paper.title}{BETWEEN}{weeks}" if found.weeks else paper.title
    return Document(title, paper.person.name, "", blocks, "legwork-plan-overview")


@dataclass(frozen=True)
class _Part:
    """Weeks side by side, numbers from 1. widths: of the names, and of each week."""

    first: int
    last: int
    names: float
    week: float

    def left(self, number: int) -> float:
        """Where a week begins."""
        return self.names + (number - self.first) * self.week

    @property
    def width(self) -> float:
        """Of the whole part."""
        return self.left(self.last + 1)


@dataclass(frozen=True)
class _Line:
    """A line of the table: a session's name, or where `row` is given, one of its exercises."""

    part: _Part
    session: CourseSession
    row: CourseRow | None = None


@dataclass(frozen=True)
class _Put:
    """A line with its place. head: the height of the head of its part above it, 0 for none.

    again: a session's name that stands again because the session goes on.
    """

    line: _Line
    top: float
    tall: float
    head: float = 0.0
    again: bool = False


@dataclass(frozen=True)
class CourseTable(Block):
    """The table, or the lines of it from `begin` to before `end`. shown: those lines, None for all."""

    course: Course
    begin: int = 0
    end: int | None = None
    shown: tuple[_Line, ...] | None = None
    before: float = field(default=0.0, kw_only=True)

    def height(self, width: float, theme: ThemeManager) -> float:
        last = self._put(width, theme)[-1]
        return last.top + last.tall

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        painter.save()
        painter.translate(rect.topLeft())
        for one in self._put(rect.width(), theme):
            if one.head:
                _paint_head(painter, one.top - one.head, self.course, one.line.part, theme)
            if one.line.row is None:
                _paint_session(painter, one, theme)
            else:
                _paint_row(painter, one, one.line.row, self.course, theme)
        painter.restore()

    @property
    def words(self) -> str:
        if self.shown is None:
            return _said([(session, row, 0, None) for session in self.course.sessions for row in session.rows])
        rows = ((one.session, one.row, one.part.first - 1, one.part.last) for one in self.shown if one.row is not None)
        return _said(rows)

    def split(self, width: float, theme: ThemeManager, height: float) -> tuple[Block, Block] | None:
        lines = lines_at(self.course, width)
        end = len(lines) if self.end is None else self.end
        cut = self.begin + sum(not one.again and one.top + one.tall <= height for one in self._put(width, theme))
        for least in range(_LEAST_ROWS, 0, -1):
            at = next((at for at in range(min(cut, end - 1), self.begin, -1) if _may_part(lines, at, least)), None)
            if at is not None:
                break
        else:
            return None
        first, rest = lines[self.begin : at], lines[at:end]
        return replace(self, end=at, shown=first), replace(self, begin=at, shown=rest)

    def _put(self, width: float, theme: ThemeManager) -> tuple[_Put, ...]:
        return _put(self.course, self.begin, self.end, width, theme)


def _said(rows: Iterable[tuple[CourseSession, CourseRow, int, int | None]]) -> str:
    """Rows with the places of their first cell and of the one behind the last."""
    return "\n".join(
        titled(f"{session.name}, {row.name}", ", ".join(cell for cell in row.cells[first:last] if cell))
        for session, row, first, last in rows
    )


def _may_part(lines: Sequence[_Line], at: int, least: int) -> bool:
    """Whether the table may go on at a line: not right behind a session's name, nor with fewer rows on a side."""
    if lines[at].row is None:
        return True
    above = below = 0
    while lines[at - 1 - above].row is not None:
        above += 1
    while at + below < len(lines) and lines[at + below].row is not None:
        below += 1
    return min(above, below) >= least


@lru_cache(maxsize=8)
def lines_at(found: Course, width: float) -> tuple[_Line, ...]:
    """All lines of the table at a width, part after part."""
    names = max(_LEAST_NAMES, width * _NAMES)
    most = max(1, int((width - names) // _LEAST_WEEK))
    spans = spans_of([one.last for one in found.blocks], most)
    longest = max(last - first + 1 for first, last in spans)
    week = min(_MOST_WEEK, (width - names) / longest)
    lines = []
    for first, last in spans:
        part = _Part(first, last, names, week)
        for session in found.sessions:
            rows = [one for one in session.rows if any(one.cells[first - 1 : last])]
            if rows:
                lines.append(_Line(part, session))
                lines += [_Line(part, session, row) for row in rows]
    return tuple(lines)


def spans_of(ends: Sequence[int], most: int) -> list[tuple[int, int]]:
    """Weeks 1 to the last of `ends` in spans of at most `most`: as few as can be, ending with blocks where they can.

    ends: the last week of each block, ascending. Of equally few spans those whose longest is shortest.
    """
    total = ends[-1]
    stops = {0, *ends}
    # By week: how many spans up to it, what they cost (blocks cut, then the longest), where the last one starts.
    best: dict[int, tuple[int, int, int]] = {0: (0, 0, 0)}
    for end in range(1, total + 1):
        found = []
        for start in range(max(0, end - most), end):
            spans, cost, _ = best[start]
            longest = max(cost % 1000, end - start)
            cuts = cost // 1000 + (end not in stops)
            found.append((spans + 1, cuts * 1000 + longest, start))
        best[end] = min(found, key=lambda one: (one[0], one[1], -one[2]))  # the longer ones first
    backwards, end = [], total
    while end:
        start = best[end][2]
        backwards.append((start + 1, end))
        end = start
    return backwards[::-1]


@lru_cache(maxsize=8)
def _heights(found: Course, width: float, theme: ThemeManager) -> tuple[float, ...]:
    """Of all lines: a table of many pages asks for them on each."""
    return tuple(_tall(line, theme) for line in lines_at(found, width))


@lru_cache(maxsize=32)
def _put(found: Course, begin: int, end: int | None, width: float, theme: ThemeManager) -> tuple[_Put, ...]:
    """Where the lines of a table are."""
    put: list[_Put] = []
    top, part = 0.0, None
    lines, heights = lines_at(found, width), _heights(found, width, theme)
    for line, tall in zip(lines[begin:end], heights[begin:end], strict=True):
        head = 0.0
        if line.part is not part:
            head = _head_tall(found, line.part, theme)
            top += (_APART if part else 0.0) + head
            part = line.part
        if not put and line.row is not None:
            name = _Line(line.part, line.session)
            put.append(_Put(name, top, _tall(name, theme), head, again=True))
            top, head = top + put[0].tall, 0.0
        put.append(_Put(line, top, tall, head))
        top += tall
    return tuple(put)


def _tall(line: _Line, theme: ThemeManager) -> float:
    part, room = line.part, line.part.names - 2 * _PAD - _STRIPE - 4
    if line.row is None:
        return wrapped(_session_words(line.session), "strong", part.width, theme).height + 10
    cells = line.row.cells[part.first - 1 : part.last]
    texts = [wrapped(line.row.name, "cue", room, theme)]
    texts += [wrapped(cell, "cue", part.week - 2 * _PAD, theme) for cell in cells if cell]
    return max(text.height for text in texts) + 2 * _PAD


def _session_words(session: CourseSession) -> str:
    return f"{session.name}{BETWEEN}{session.day}" if session.day else session.name


def _blocks_of(found: Course, part: _Part) -> list[tuple[CourseBlock, QRectF]]:
    """The blocks over a part, each with where its band is; height is not set."""
    bands = []
    for one in found.blocks:
        first, last = max(one.first, part.first), min(one.last, part.last)
        if first <= last:
            left = part.left(first)
            bands.append((one, QRectF(left, 0, part.left(last + 1) - left, 0)))
    return bands


def _band_tall(found: Course, part: _Part, theme: ThemeManager) -> float:
    names = (
        wrapped(one.name, "cue strong", band.width() - 2 * _PAD, theme).height for one, band in _blocks_of(found, part)
    )
    return 6 + min(_MOST_BAND, max(names))


def _head_tall(found: Course, part: _Part, theme: ThemeManager) -> float:
    line = wrapped(" ", "cue", 1000, theme).height
    days = any(one.day for one in found.weeks)
    return _band_tall(found, part, theme) + 4 + line * (2 if days else 1) + 2


def _paint_head(painter: QPainter, top: float, found: Course, part: _Part, theme: ThemeManager) -> None:
    """The blocks, and below them the weeks with their first days."""
    tall = _band_tall(found, part, theme)
    for block, band in _blocks_of(found, part):
        paint_band(painter, QRectF(band.left() + 1, top, band.width() - 2, tall), block.name, block.kind, theme)
    top += tall + 4
    for week in found.weeks[part.first - 1 : part.last]:
        left = part.left(week.number)
        number = wrapped(str(week.number), "cue strong", part.week, theme, _CENTRE)
        number.draw(painter, QPointF(left, top))
        if week.day:
            wrapped(week.day, "small", part.week, theme, _CENTRE).draw(painter, QPointF(left, top + number.height))
    wrapped(tr("Week"), "small", part.names, theme).draw(painter, QPointF(0, top))


def paint_band(painter: QPainter, rect: QRectF, name: str, kind: BlockKind, theme: ThemeManager) -> None:
    """A block over its weeks: the heavier the darker, a deload with a dashed outline. A long name is made smaller."""
    line = QPen(theme.colour("field_border"), 0.75)
    if kind is BlockKind.DELOAD:
        line.setDashPattern([4, 3])
    painter.setPen(line)
    painter.setBrush(theme.colour(_SHADES[kind]))
    painter.drawRect(rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pad = min(_PAD, rect.width() / 16)
    text = wrapped(name, "cue strong", rect.width() - 2 * pad, theme, _CENTRE)
    spare = max(0.0, rect.height() - 2 - text.height)
    inside = rect.adjusted(pad, 1, -pad, -1 - spare / 2)
    if name:
        draw_fitted(painter, inside, name, "cue strong", theme, _CENTRE)


def _paint_session(painter: QPainter, put: _Put, theme: ThemeManager) -> None:
    words = wrapped(_session_words(put.line.session), "strong", put.line.part.width, theme)
    words.draw(painter, QPointF(0, put.top + put.tall - words.height - 2))
    painter.setPen(QPen(theme.colour("field_border"), 0.9))
    y = put.top + put.tall
    painter.drawLine(QLineF(0, y, put.line.part.width, y))


def _paint_row(painter: QPainter, put: _Put, row: CourseRow, found: Course, theme: ThemeManager) -> None:
    part, y = put.line.part, put.top + put.tall
    for block, band in _blocks_of(found, part):
        if block.kind is BlockKind.DELOAD:
            painter.fillRect(band.adjusted(0, put.top + 1, 0, put.top + put.tall - 1), theme.colour("window"))
    fill_region(painter, QRectF(0.5, put.top + _PAD, _STRIPE, put.tall - 2 * _PAD), theme, row.region)
    name = wrapped(row.name, "cue", part.names - 2 * _PAD - _STRIPE - 4, theme)
    name.draw(painter, QPointF(_STRIPE + 4 + _PAD, put.top + _PAD))
    before = (None, *row.cells)
    for number, (last, cell) in enumerate(pairwise(before), 1):
        if cell and part.first <= number <= part.last:
            role = "small" if cell == last else "cue"
            text = wrapped(cell, role, part.week - 2 * _PAD, theme)
            text.draw(painter, QPointF(part.left(number) + _PAD, put.top + _PAD))
    painter.setPen(QPen(theme.colour("border"), 0.6))
    painter.drawLine(QLineF(0, y, part.width, y))
