"""Documents on sheets: which block stands where on which page, and how a page is painted, margins and all.

The one painter of pages: preview, printer and PDF all come here. Owns header, footer and the rules of what may part;
what is said belongs to the blocks.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.blocks import Block, Gap, spoken
from legwork.qt.printing.paper import PaperTheme, margins_of
from legwork.qt.printing.text import draw_fitted, wrapped

_HEAD, _FOOT = 38.0, 26.0
"""Heights of header and footer with the air to what is between them, units."""

_TITLE_TALL = 30.0
"""The most that a title may take of the header, units: two lines of small type."""


@dataclass(frozen=True)
class Chapter:
    """A part of a document that begins on a page of its own.

    title: stands on its pages in place of the document's. shorter: as of a document.
    """

    title: str
    blocks: tuple[Block, ...]
    shorter: tuple[tuple[Block, ...], ...] = ()


@dataclass(frozen=True)
class Document:
    """What shall be printed.

    title, person and day stand on every page; person may be empty. file_name: suggested for a PDF, without ending.
    shorter: the same in less room, ever shorter; of all, the first that takes fewest pages is printed. chapters: stand
    in place of `blocks` where the document has parts that each begin on a new page.
    """

    title: str
    person: str
    day: str
    blocks: tuple[Block, ...] = ()
    file_name: str = "legwork"
    shorter: tuple[tuple[Block, ...], ...] = ()
    chapters: tuple[Chapter, ...] = ()

    @property
    def parts(self) -> tuple[Chapter, ...]:
        """Its chapters; a document without any is one itself."""
        return self.chapters or (Chapter(self.title, self.blocks, self.shorter),)


@dataclass(frozen=True)
class Placed:
    """A block on its page. scale: below 1 where it is taller than a page and cannot be divided."""

    block: Block
    rect: QRectF
    scale: float = 1.0


@dataclass(frozen=True)
class Sheet:
    """One page, ready to be painted. number counts from 1. size: of the paper, units. title: of its chapter."""

    document: Document
    number: int
    count: int
    size: QSizeF
    placed: tuple[Placed, ...]
    title: str

    @property
    def words(self) -> str:
        """All that stands on it, for who does not see it."""
        page = tr("Page {number} of {count}", number=self.number, count=self.count)
        return "\n".join((page, spoken([one.block for one in self.placed])))

    def paint(self, painter: QPainter, theme: ThemeManager) -> None:
        """Paint it on a painter that counts in units, its upper left corner at 0, 0."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(QRectF(QPointF(0, 0), self.size), Qt.GlobalColor.white)
        self._paint_frame(painter, theme)
        for one in self.placed:
            painter.save()
            painter.translate(one.rect.topLeft())
            painter.scale(one.scale, one.scale)
            one.block.paint(painter, QRectF(QPointF(0, 0), one.rect.size() / one.scale), theme)
            painter.restore()
        painter.restore()

    def _paint_frame(self, painter: QPainter, theme: ThemeManager) -> None:
        """Header and footer."""
        body, document = body_of(self.size), self.document
        inside = QRectF(QPointF(0, 0), self.size).marginsRemoved(margins_of(self.size))
        half = body.width() / 2 - 8
        right = Qt.AlignmentFlag.AlignRight
        rule = inside.top() + 25
        who = ", ".join(part for part in (document.person, document.day) if part)
        natural = wrapped(who, "cue", half, theme, right)
        said = min(half, natural.width + 1)
        title = body.width() - said - 16
        if wrapped(self.title, "strong", title, theme).lines == 1 and natural.lines == 1:
            draw_fitted(painter, QRectF(body.left(), inside.top(), title, 22), self.title, "strong", theme)
        else:
            rule = inside.top() + _TITLE_TALL + 2
            place = QRectF(body.left(), inside.top(), title, _TITLE_TALL)
            draw_fitted(painter, place, self.title, "cue strong", theme)
        place = QRectF(body.right() - said, inside.top(), said, rule - inside.top() - 4)
        draw_fitted(painter, place, who, "cue", theme, right)
        painter.setPen(QPen(theme.colour("text"), 0.75))
        painter.drawLine(QLineF(body.left(), rule, body.right(), rule))
        page = tr("Page {number} of {count}", number=self.number, count=self.count)
        for text, left, side in (
            ("Legwork", body.left(), Qt.AlignmentFlag.AlignLeft),
            (page, body.right() - half, right),
        ):
            line = wrapped(text, "small", half, theme, side)
            line.draw(painter, QPointF(left, inside.bottom() - line.height))


def body_of(size: QSizeF) -> QRectF:
    """Where blocks stand on paper of a size: inside the margins, between header and footer."""
    inside = QRectF(QPointF(0, 0), size).marginsRemoved(margins_of(size))
    return inside.adjusted(0, _HEAD, 0, -_FOOT)


def lay_out(document: Document, size: QSizeF, theme: ThemeManager | None = None) -> tuple[Sheet, ...]:
    """The pages of a document on paper of `size`, in units; always at least one.

    No block parts that need not, and what is to be kept with the next one is. A block that is taller than a whole page
    is continued on the next where it can be divided, else made smaller: nothing is ever cut off.
    """
    theme = theme or PaperTheme()
    pages = [(part.title, page) for part in document.parts for page in _fewest(part, body_of(size), theme)]
    return tuple(Sheet(document, place, len(pages), size, page, title) for place, (title, page) in enumerate(pages, 1))


def _fewest(part: Chapter, body: QRectF, theme: ThemeManager) -> list[tuple[Placed, ...]]:
    """The pages of a part; of its versions, the first that takes fewest."""
    best: list[tuple[Placed, ...]] = []
    for blocks in (part.blocks, *part.shorter):
        filling = _Pages(body, theme)
        filling.fill(_groups(blocks))
        pages = [tuple(page) for page in filling.pages if page] or [()]
        if not best or len(pages) < len(best):
            best = pages
        if len(best) == 1:
            break
    return best


def _groups(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks that stand on one page. A gap after one that keeps to the next keeps as well."""
    groups: list[list[Block]] = []
    open_group = False
    for block in blocks:
        if open_group:
            groups[-1].append(block)
        else:
            groups.append([block])
        open_group = block.keep_with_next or (open_group and isinstance(block, Gap))
    return groups


class _Pages:
    """Pages while they are filled."""

    def __init__(self, body: QRectF, theme: ThemeManager) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._body, self._theme = body, theme
        self._top = 0.0

    def fill(self, groups: list[list[Block]]) -> None:
        """Put one group after the other on the page that has room for it."""
        todo = deque(groups)
        while todo:
            group = todo.popleft()
            if not self.pages[-1]:
                group = _without_first_gaps(group)
            if not group:
                continue
            if self._needed(group) <= self._room:
                self._place(group)
            elif parts := self._divided(group):
                self._place(parts[0])
                self._turn()
                todo.appendleft(parts[1])
            elif self._must_part(group) and self._needed(group[:2]) <= self._room:
                todo.extendleft([block] for block in reversed(group))
            elif self.pages[-1]:
                self._turn()
                todo.appendleft(group)
            elif len(group) > 1:  # not even two of them stand on one page
                todo.extendleft([block] for block in reversed(group))
            else:
                self._place_smaller(group[0])

    @property
    def _room(self) -> float:
        return self._body.height() - self._top + 1e-6

    def _turn(self) -> None:
        self.pages.append([])
        self._top = 0.0

    def _space(self, block: Block, first: bool) -> float:
        return 0.0 if first and not self.pages[-1] else block.before

    def _tall(self, block: Block) -> float:
        return block.height(self._body.width(), self._theme)

    def _needed(self, group: Sequence[Block]) -> float:
        return sum(self._space(block, place == 0) + self._tall(block) for place, block in enumerate(group))

    def _must_part(self, group: Sequence[Block]) -> bool:
        """Whether no page has room for all of a group, so that what may not part has to."""
        spaces = sum(block.before for block in group[1:])
        return len(group) > 1 and spaces + sum(map(self._tall, group)) > self._body.height()

    def _divided(self, group: list[Block]) -> tuple[list[Block], list[Block]] | None:
        """The group with its last block in two, the first part on this page."""
        *before, last = group
        if not last.breakable and self._tall(last) <= self._body.height():
            return None
        room = self._room - self._needed(before) - self._space(last, not before)
        parts = last.split(self._body.width(), self._theme, room)
        return ([*before, parts[0]], [parts[1]]) if parts else None

    def _place(self, group: Sequence[Block]) -> None:
        for block in group:
            self._top += self._space(block, True)
            tall = self._tall(block)
            at = QRectF(self._body.left(), self._body.top() + self._top, self._body.width(), tall)
            self.pages[-1].append(Placed(block, at))
            self._top += tall

    def _place_smaller(self, block: Block) -> None:
        scale = self._body.height() / self._tall(block)
        at = QRectF(self._body.topLeft(), QSizeF(self._body.width() * scale, self._body.height()))
        self.pages[-1].append(Placed(block, at, scale))
        self._top = self._body.height()


def _without_first_gaps(group: list[Block]) -> list[Block]:
    while group and isinstance(group[0], Gap):
        group = group[1:]
    return group
