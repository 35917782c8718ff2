"""The plan at a glance: one page with its blocks, its sessions, its volume, and the leg muscles against their bands.

Owns which blocks stand on the page and its shorter versions. All words come ready from `services.plan_paper_glance`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from legwork.domain.plan.model import BlockKind
from legwork.i18n import ntr, titled, tr
from legwork.numerals import short_number
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.blocks import Block, Heading, Paragraph, Whole
from legwork.qt.printing.glance_chart import VolumeChart, unnamed
from legwork.qt.printing.hatch import fill_region
from legwork.qt.printing.paper import mm
from legwork.qt.printing.sheets import Document
from legwork.qt.printing.table import Column, TextTable
from legwork.qt.printing.text import ROLES, Wrapped, wrapped
from legwork.services.plan_paper import PlanPaper
from legwork.services.plan_paper_glance import Glance, GlanceExercise, GlanceMuscle, GlanceSession, glance
from legwork.services.prescription_words import BETWEEN

MOST_BLOCKS = 8
"""More blocks than that do not stand side by side: least, mean and most are told then (a convention)."""

_MOST_SHOWN = (None, None, None, 12, 8, 5, 3)
"""Exercises of a session in the ever shorter versions."""

_CHART_TALL = (mm(74), mm(58), mm(58), mm(46), mm(46), mm(46), mm(46))

_COLUMN, _WIDEST = mm(39.5), mm(70)
_BETWEEN, _INDENT = mm(6), 11.0


def glance_document(paper: PlanPaper) -> Document:
    """The page; a plan with very much in it has the exercises that fit, and the rest counted."""
    found = glance(paper)
    versions = [tuple(_blocks(paper, found, short)) for short in range(len(_MOST_SHOWN))]
    full, *shorter = [*versions, (Whole(versions[-1]),)]
    title = f"{paper.title}{BETWEEN}{tr('at a glance')}"
    return Document(title, paper.person.name, "", full, "legwork-plan-glance", tuple(shorter))


def _blocks(paper: PlanPaper, found: Glance, short: int) -> list[Block]:
    blocks: list[Block] = [
        Paragraph(paper.title, "headline", before=0),
        Paragraph(found.facts, "body", before=2),
    ]
    if not found.weeks:
        return [*blocks, Paragraph(tr("No week is planned yet."), "secondary", before=12)]
    blocks.append(VolumeChart(found, _CHART_TALL[short], before=14))
    blocks.append(BlockList(found, before=4))
    blocks.append(SessionColumns(found.sessions, _MOST_SHOWN[short], short > 1, before=16))
    if found.muscles:
        blocks.append(Heading(tr("Hard sets a week for the legs, by block"), "strong", before=14))
        blocks.append(_muscles(found))
        words = tr("Direct sets count one, indirect ones their share. ▾ fewer than wanted, ▴ more.")
        blocks.append(Paragraph(words, "small", before=4))
    return blocks


def _muscles(found: Glance) -> TextTable:
    """Muscles down, blocks across: mean sets a week, with a sign where they lie outside the band."""
    names = [one.name for one in found.blocks]
    rows = [
        [_sets(one, sets, block.kind) for sets, block in zip(one.sets, found.blocks, strict=True)]
        for one in found.muscles
    ]
    if len(found.blocks) > MOST_BLOCKS:
        names = [tr("least"), tr("mean"), tr("most")]
        rows = [
            [_sets(one, sets) for sets in (min(one.sets), sum(one.sets) / len(one.sets), max(one.sets))]
            for one in found.muscles
        ]
    columns = (Column(strong=True), Column(tr("wanted")), *(Column(name, stretch=1) for name in names))
    cells = zip(found.muscles, rows, strict=True)
    return TextTable(columns, tuple((one.name, one.band, *row) for one, row in cells), "cue")


def _sets(muscle: GlanceMuscle, sets: float, kind: BlockKind = BlockKind.ACCUMULATE) -> str:
    """A number with its sign; a deload has fewer on purpose."""
    shown = short_number(round(sets, 1))
    if kind is BlockKind.DELOAD:
        return shown
    if sets < muscle.low:
        return f"{shown} ▾"
    return f"{shown} ▴" if sets > muscle.high else shown


@dataclass(frozen=True)
class BlockList(Block):
    """The names of blocks that found no room in the band, by their numbers; nothing when all did."""

    glance: Glance
    before: float = field(default=4.0, kw_only=True)

    def height(self, width: float, theme: ThemeManager) -> float:
        made = self._made(width, theme)
        return made.height if made else 0.0

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        if made := self._made(rect.width(), theme):
            made.draw(painter, rect.topLeft())

    @property
    def words(self) -> str:
        return BETWEEN.join(self._said(number) for number in range(1, len(self.glance.blocks) + 1))

    def _made(self, width: float, theme: ThemeManager) -> Wrapped | None:
        left_out = [self._said(number) for number, _ in unnamed(self.glance.blocks, width, theme)]
        return wrapped(BETWEEN.join(left_out), "small", width, theme) if left_out else None

    def _said(self, number: int) -> str:
        one = self.glance.blocks[number - 1]
        if one.first == one.last:
            return tr("{number} {block}: week {first}", number=number, block=one.name, first=one.first)
        return tr(
            "{number} {block}: weeks {first} to {last}",
            number=number, block=one.name, first=one.first, last=one.last,
        )  # fmt: skip


@dataclass(frozen=True)
class SessionColumns(Block):
    """The sessions side by side, as many as fit, with their exercises. most: exercises of each, None for all.

    short: without what is asked for.
    """

    sessions: tuple[GlanceSession, ...]
    most: int | None = None
    short: bool = False
    before: float = field(default=8.0, kw_only=True)

    def height(self, width: float, theme: ThemeManager) -> float:
        rows = self._rows(width, theme)
        return sum(self._row_tall(row, width, theme) for row in rows) + 14 * (len(rows) - 1)

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        top, wide = rect.top(), self._wide(rect.width(), theme)
        for row in self._rows(rect.width(), theme):
            for place, session in enumerate(row):
                at = QPointF(rect.left() + place * (wide + _BETWEEN), top)
                self._paint_session(painter, at, session, wide, theme)
            top += self._row_tall(row, rect.width(), theme) + 14

    @property
    def words(self) -> str:
        return "\n".join(
            titled(one.name, ", ".join(exercise.name for exercise in one.exercises)) for one in self.sessions
        )

    def _across(self, width: float, theme: ThemeManager) -> int:
        """As many as fit without a word that is broken, less where that leaves the rows equally full."""
        needed = (self._needed(one, theme) for each in self.sessions for one in each.exercises)
        least = max(_COLUMN, max(needed, default=0.0))
        most = max(1, int((width + _BETWEEN) // (least + _BETWEEN)))
        rows = max(1, -(-len(self.sessions) // most))
        return max(1, -(-len(self.sessions) // rows))

    def _needed(self, exercise: GlanceExercise, theme: ThemeManager) -> float:
        """How wide a column must be for the longest word of a name, and what is asked for beside it."""
        named = QFontMetricsF(ROLES["cue"].font(theme))
        longest = max((named.horizontalAdvance(word) for word in exercise.name.split()), default=0.0)
        asked = self._asked(exercise, _WIDEST, theme)
        return _INDENT + longest + (asked.width + 8 if asked else 0.0) + 1

    def _wide(self, width: float, theme: ThemeManager) -> float:
        across = self._across(width, theme)
        return min((width - _BETWEEN * (across - 1)) / across, _WIDEST)

    def _rows(self, width: float, theme: ThemeManager) -> list[tuple[GlanceSession, ...]]:
        across = self._across(width, theme)
        return [self.sessions[place : place + across] for place in range(0, len(self.sessions), across)]

    def _row_tall(self, row: Sequence[GlanceSession], width: float, theme: ThemeManager) -> float:
        wide = self._wide(width, theme)
        return max(
            self._head_tall(one, wide, theme) + sum(line.height + 2 for line, _ in self._lines(one, wide, theme))
            for one in row
        )

    def _head(self, session: GlanceSession, wide: float, theme: ThemeManager) -> list[Wrapped]:
        found = [wrapped(session.name, "strong", wide, theme)]
        return [*found, wrapped(session.facts, "small", wide, theme)] if session.facts else found

    def _head_tall(self, session: GlanceSession, wide: float, theme: ThemeManager) -> float:
        return sum(line.height for line in self._head(session, wide, theme)) + 7

    def _lines(self, session: GlanceSession, wide: float, theme: ThemeManager) -> list[tuple[Wrapped, int | None]]:
        """Each line with the place of its exercise, None for the one that counts the rest."""
        lines: list[tuple[Wrapped, int | None]] = []
        for place, one in enumerate(session.exercises[: self.most]):
            asked = self._asked(one, wide, theme)
            room = wide - _INDENT - (asked.width + 8 if asked else 0.0)
            lines.append((wrapped(one.name, "cue", room, theme), place))
        left = len(session.exercises) - len(lines)
        if left > 0:
            said = ntr("and {count} more exercise", "and {count} more exercises", left)
            lines.append((wrapped(said, "small", wide - _INDENT, theme), None))
        return lines

    def _asked(self, exercise: GlanceExercise, wide: float, theme: ThemeManager) -> Wrapped | None:
        """What is asked for, at the right on the first line; None in the short version, and where it is too long."""
        if self.short or not exercise.asked:
            return None
        made = wrapped(exercise.asked, "small", wide, theme, Qt.AlignmentFlag.AlignRight)
        return made if made.lines == 1 and made.width < wide / 2 else None

    def _paint_session(
        self, painter: QPainter, at: QPointF, session: GlanceSession, wide: float, theme: ThemeManager
    ) -> None:
        top = at.y()
        for line in self._head(session, wide, theme):
            line.draw(painter, QPointF(at.x(), top))
            top += line.height
        painter.setPen(QPen(theme.colour("field_border"), 0.75))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(QLineF(at.x(), top + 2, at.x() + wide, top + 2))
        top += 7
        for line, place in self._lines(session, wide, theme):
            if place is not None:
                region = session.exercises[place].region
                fill_region(painter, QRectF(at.x() + 0.5, top + 2, 5, line.height - 4), theme, region)
                if asked := self._asked(session.exercises[place], wide, theme):
                    asked.draw(painter, QPointF(at.x(), top))
            line.draw(painter, QPointF(at.x() + _INDENT, top))
            top += line.height + 2
