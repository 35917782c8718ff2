"""The week sheet of a plan, one session on a page or the whole week on one: what to do, and boxes for what was done.

Owns which blocks stand on it and in what order. All words come ready from `services.plan_paper`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.blocks import Block, Paragraph
from legwork.qt.printing.compact_session import compact_blocks
from legwork.qt.printing.exercise_card import ExerciseCard
from legwork.qt.printing.paper import mm
from legwork.qt.printing.plan_boxes import BOX_TALL
from legwork.qt.printing.sheets import Chapter, Document
from legwork.qt.printing.text import Wrapped, wrapped
from legwork.services.plan_paper import PlanPaper, SessionLines, WeekLines, week_lines
from legwork.services.prescription_words import BETWEEN

_DATE = mm(34)


def session_sheets(paper: PlanPaper, first: int, last: int) -> Document:
    """The weeks from `first` to `last`, each session beginning on a page of its own."""
    chapters = tuple(
        _session_chapter(paper, week, session) for week in week_lines(paper, first, last) for session in week.sessions
    )
    return _document(paper, chapters, "sessions")


def week_sheets(paper: PlanPaper, first: int, last: int) -> Document:
    """The weeks from `first` to `last`, each on a page of its own as far as it fits."""
    chapters = tuple(
        Chapter(_title(paper, week), versions[0], versions[1:])
        for week in week_lines(paper, first, last)
        if week.sessions
        for versions in [compact_blocks(week)]
    )
    return _document(paper, chapters, "weeks")


def session_blocks(week: WeekLines, session: SessionLines, cues: int = 2, notes: bool = True) -> tuple[Block, ...]:
    """What stands on the page of a session. cues: for each exercise. notes: with lines to write on at the end."""
    when = f"{week.title}{BETWEEN}{week.facts}"
    blocks: list[Block] = [SessionHead(session.name, session.facts, when, session.dated, keep_with_next=True)]
    blocks += exercise_cards(session, cues)
    if not session.exercises:
        blocks.append(Paragraph(tr("No exercise is planned for this session."), "secondary", before=16))
    if notes:
        blocks.append(Ruled(tr("Notes"), before=14))
    return tuple(blocks)


def exercise_cards(session: SessionLines, cues: int) -> list[Block]:
    """The exercises; those that are done in turns stay together, without a line between them."""
    lines = session.exercises
    most = max((len(one.sets) for one in lines), default=1)
    widest = max((target for one in lines for target in one.sets), key=len, default="")
    tagged = any(one.tag for one in lines)
    cards: list[Block] = []
    for place, one in enumerate(lines):
        joined = place > 0 and one.group is not None and one.group == lines[place - 1].group
        if joined:
            cards[-1] = replace(cards[-1], keep_with_next=True)
        cards.append(ExerciseCard(one, most, widest, tagged, cues, not joined, before=12 if joined else 8))
    return cards


def _session_chapter(paper: PlanPaper, week: WeekLines, session: SessionLines) -> Chapter:
    shorter = tuple(session_blocks(week, session, cues, False) for cues in (2, 1, 0))
    title = f"{_title(paper, week)}{BETWEEN}{session.name}"  # a session that goes on has its name on the next page too
    return Chapter(title, session_blocks(week, session), shorter)


def _title(paper: PlanPaper, week: WeekLines) -> str:
    return f"{paper.title}{BETWEEN}{week.title}"


def _document(paper: PlanPaper, chapters: Sequence[Chapter], name: str) -> Document:
    if not chapters:
        chapters = (Chapter(paper.title, (Paragraph(tr("No session is planned in these weeks."), before=0),)),)
    return Document(paper.title, paper.person.name, "", file_name=f"legwork-plan-{name}", chapters=tuple(chapters))


@dataclass(frozen=True)
class SessionHead(Block):
    """What session this is, with a box for its date where the plan does not know it."""

    name: str
    facts: str
    week: str
    dated: bool

    def height(self, width: float, theme: ThemeManager) -> float:
        return sum(line.height for line in self._lines(width, theme))

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        top = rect.top()
        for line in self._lines(rect.width(), theme):
            line.draw(painter, QPointF(rect.left(), top))
            top += line.height
        if not self.dated:
            box = QRectF(rect.right() - _DATE, rect.top() + 4, _DATE, BOX_TALL)
            painter.setPen(QPen(theme.colour("field_border"), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
            word = wrapped(tr("Date"), "small", _DATE, theme, Qt.AlignmentFlag.AlignRight)
            word.draw(painter, QPointF(box.left() - _DATE - 6, box.center().y() - word.height / 2))

    @property
    def words(self) -> str:
        return "\n".join(part for part in (self.name, self.facts, self.week) if part)

    def _lines(self, width: float, theme: ThemeManager) -> list[Wrapped]:
        room = width if self.dated else width - 2 * _DATE - 12
        pairs = ((self.name, "headline"), (self.facts, "body"), (self.week, "small"))
        return [wrapped(text, role, room, theme) for text, role in pairs if text]


@dataclass(frozen=True)
class Ruled(Block):
    """Lines to write on."""

    title: str
    count: int = 2

    def height(self, width: float, theme: ThemeManager) -> float:
        return BOX_TALL * self.count

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        wrapped(self.title, "small", rect.width(), theme).draw(painter, rect.topLeft())
        painter.setPen(QPen(theme.colour("border"), 0.75))
        for place in range(1, self.count + 1):
            y = rect.top() + place * BOX_TALL
            painter.drawLine(QLineF(rect.left(), y, rect.right(), y))

    @property
    def words(self) -> str:
        return self.title
