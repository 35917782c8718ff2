"""The review of a week on one page: what was done beside what comes, and below them what changed and what is noise.

Owns which blocks stand on the page and its shorter versions. What is said comes ready from `services.weekly_review`;
screen and paper say the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from legwork.i18n import ntr, titled, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.blocks import Beside, Block, Heading, Painted, Paragraph, Stack
from legwork.qt.printing.hatch import fill_region
from legwork.qt.printing.sheets import Document
from legwork.qt.printing.table import Column, TextTable
from legwork.qt.printing.text import Wrapped, wrapped
from legwork.qt.widgets.review_bars import paint_sets, sets_height
from legwork.qt.widgets.trend_spark import paint_spark
from legwork.services.weekly_review import Review
from legwork.services.weekly_review_ahead import AheadLine, ReviewAhead
from legwork.services.weekly_review_changes import STRETCH_WEEKS, ChangeRow, NoiseLine, ReviewChanges
from legwork.services.weekly_review_done import ReviewDone

MOST_REAL = (12, 8, 6, 4)
"""Changes that are told one by one, the longer the page would be the fewer."""

SHORTEST = 3
"""How often the page may be made shorter before it goes on to a second one."""

_SPARK = (92.0, 30.0)
_RIGHT = Qt.AlignmentFlag.AlignRight


def review_document(review: Review) -> Document:
    """The page, ready for preview, printer and PDF."""
    full, *shorter = (tuple(_blocks(review, short)) for short in range(SHORTEST + 1))
    name = f"legwork-week-{review.day.isoformat()}"
    return Document(tr("Review of the week"), review.person.name, review.title, full, name, tuple(shorter))


def _blocks(review: Review, short: int) -> list[Block]:
    """short: 1 leaves reasons out; 2 counts what is noise; 3 has the fewest changes one by one."""
    said = review.changes.said or tr("Nothing was measured on this day.")
    blocks: list[Block] = [Paragraph(said, "body", before=0)]
    done = Stack(tuple(_done(review.week_words, review.done)))
    ahead = Stack(tuple(_ahead(review.next_words, review.ahead, short)))
    blocks.append(Beside(done, ahead, 0.52, before=14))
    blocks.extend(_changes(review.changes, review.day.toordinal(), short))
    return blocks


def _title(text: str, days: str) -> list[Block]:
    return [Heading(text, before=0), Paragraph(days, "small", before=0)]


def _done(days: str, done: ReviewDone) -> list[Block]:
    blocks = [*_title(tr("What was done"), days), Paragraph(done.kept, "body", before=6)]
    if done.sessions:
        rows = tuple((one.sign, one.title, ", ".join(p for p in (one.day, one.words) if p)) for one in done.sessions)
        blocks.append(TextTable((Column(), Column(stretch=1), Column(numbers=True)), rows, "cue", before=4))
    if done.rows:
        blocks.append(Paragraph(tr("Hard sets"), "strong", before=10))
        drawing = Painted(
            lambda painter, rect, theme: paint_sets(painter, rect, theme, done.rows, fill_region),
            lambda width, theme: sets_height(theme, done.rows, width),
            "\n".join(one.spoken for one in done.rows),
            before=2,
        )
        blocks.append(drawing)
    blocks.extend(Paragraph(fact, "cue", before=4) for fact in done.facts)
    if done.food:
        blocks.append(Paragraph(tr("Food a day, beside what is meant"), "strong", before=10))
        cells = tuple((one.name, one.mean, one.aim) for one in done.food)
        blocks.append(TextTable((Column(), Column(numbers=True), Column(stretch=1)), cells, "cue", before=2))
    if done.food_said:
        blocks.append(Paragraph(done.food_said, "small", before=4))
    return blocks


def _ahead(days: str, ahead: ReviewAhead, short: int) -> list[Block]:
    blocks = [*_title(tr("What comes"), days), Paragraph(ahead.plan, "body", before=6)]
    if ahead.sessions:
        rows = tuple(("✓" if one.done else "", one.title, one.day, one.facts) for one in ahead.sessions)
        columns = (Column(), Column(stretch=1), Column(), Column(numbers=True))
        blocks.append(TextTable(columns, rows, "cue", before=4))
    if ahead.check_in:
        blocks.append(Paragraph(ahead.check_in, "cue", before=8))
    for title, lines in ((tr("Sets"), ahead.proposals), (tr("Next milestone"), ahead.milestones)):
        if lines:
            blocks.append(Paragraph(title, "strong", before=10))
            blocks.extend(_line(one, short) for one in lines)
    if ahead.ask:
        blocks.append(Paragraph(ahead.ask, "cue", before=8))
    if ahead.loop:
        blocks.append(Paragraph(tr("Expected and seen"), "strong", before=10))
        blocks.extend(Paragraph(one, "cue", before=2) for one in ahead.loop)
    return blocks


def _line(one: AheadLine, short: int) -> Block:
    said = one.what if short else "\n".join(part for part in (one.what, one.why) if part)
    return Paragraph(titled("", said) if said else "", "cue", lead=one.head, before=3)


def _changes(changes: ReviewChanges, day: int, short: int) -> list[Block]:
    if not changes.rows:
        return []
    blocks: list[Block] = [Heading(tr("What changed"), before=16)]
    if changes.real:
        shown = changes.real[: MOST_REAL[short]]
        blocks.append(ChangeRows(shown, day, before=4))
        if left := len(changes.real) - len(shown):
            more = ntr("{count} more is in the program.", "{count} more are in the program.", left)
            blocks.append(Paragraph(more, "small", before=2))
    if changes.watch:
        blocks.append(Paragraph(tr("To look at again"), "strong", before=10, keep_with_next=True))
        blocks.append(_pairs([one.cells for one in changes.watch]))
    if changes.noise:
        blocks.append(
            Paragraph(tr("Noise: within the error since last time"), "strong", before=10, keep_with_next=True)
        )
        blocks.append(_noise(changes.noise, short))
    if changes.new:
        said = tr("For the first time: {names}.", names=", ".join(changes.new))
        blocks.append(Paragraph(said, "cue", before=6))
    blocks.extend(Paragraph(note, "small", before=6 if not place else 2) for place, note in enumerate(changes.notes))
    return blocks


def _noise(noise: Sequence[NoiseLine], short: int) -> Block:
    if short >= 2:
        said = ntr("{count} site: {names}.", "{count} sites: {names}.", len(noise),
                   names=", ".join(one.name for one in noise))  # fmt: skip
        return Paragraph(said, "cue", before=2)
    return _pairs([(one.name, one.steps, one.error) for one in noise])


def _pairs(rows: Sequence[tuple[str, str, str]]) -> Block:
    """Names, steps and errors, in two columns where there are many."""
    columns = (Column(stretch=1), Column(numbers=True), Column(numbers=True))
    if len(rows) < 4:
        return TextTable(columns, tuple(rows), "cue", before=2)
    half = (len(rows) + 1) // 2
    left, right = (TextTable(columns, tuple(some), "cue") for some in (rows[:half], rows[half:]))
    return Beside(left, right, 0.5, before=2)


@dataclass(frozen=True)
class ChangeRows(Block):
    """What moved beyond the error: name, picture, value, change, verdict. day: of the check-in, an ordinal."""

    rows: tuple[ChangeRow, ...]
    day: int
    before: float = field(default=8.0, kw_only=True)

    def height(self, width: float, theme: ThemeManager) -> float:
        return sum(self._tall(one, width, theme) for one in self.rows)

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        top = rect.top()
        for one in self.rows:
            tall = self._tall(one, rect.width(), theme)
            name, change, now = self._texts(one, rect.width(), theme)
            name.draw(painter, QPointF(rect.left(), top + (tall - name.height) / 2))
            spark = QRectF(rect.left() + rect.width() * 0.3, top + (tall - _SPARK[1]) / 2, *_SPARK)
            paint_spark(painter, spark, theme, one.series, self.day - 7 * STRETCH_WEEKS, self.day)
            change.draw(painter, QPointF(spark.right() + 14, top + (tall - change.height) / 2))
            now.draw(painter, QPointF(rect.right() - rect.width() * 0.16, top + (tall - now.height) / 2))
            top += tall

    @property
    def words(self) -> str:
        return "\n".join(one.spoken for one in self.rows)

    def split(self, width: float, theme: ThemeManager, height: float) -> tuple[Block, Block] | None:
        top, fitting = 0.0, 0
        for one in self.rows:
            top += self._tall(one, width, theme)
            fitting += top <= height
        if not 0 < fitting < len(self.rows):
            return None
        return ChangeRows(self.rows[:fitting], self.day), ChangeRows(self.rows[fitting:], self.day)

    def _tall(self, one: ChangeRow, width: float, theme: ThemeManager) -> float:
        return max(_SPARK[1], *(text.height for text in self._texts(one, width, theme))) + 4

    @staticmethod
    def _texts(one: ChangeRow, width: float, theme: ThemeManager) -> tuple[Wrapped, Wrapped, Wrapped]:
        said = f"{one.sign} {one.words}, {one.change} {one.over}"
        return (
            wrapped(one.name, "strong", width * 0.3 - 8, theme),
            wrapped(said, "cue", width * 0.54 - _SPARK[0] - 24, theme),
            wrapped(one.now, "body", width * 0.16, theme, _RIGHT),
        )
