"""The measuring card: for every tracked site a drawing of where the tape goes, how to hold it, and boxes for weeks.

Owns its layout. Words come from `services.measuring_paper`, the drawings are those of the window's tape guide.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from legwork.i18n import titled, tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.blocks import Block, Paragraph
from legwork.qt.printing.paper import mm
from legwork.qt.printing.plan_boxes import BOX_TALL
from legwork.qt.printing.sheets import Document
from legwork.qt.printing.text import Wrapped, wrapped
from legwork.qt.widgets.tape_guide import paint_guide
from legwork.services.measuring_paper import CardSite, MeasuringCard, measuring_card
from legwork.services.plan_paper import PlanPaper
from legwork.services.prescription_words import BETWEEN

_DRAWING = mm(34)
_DRAWINGS_TALL = (mm(28), mm(24), mm(22), mm(20))
"""Heights of the drawings, the largest first: as large as the fewest pages allow."""

_WORDS = mm(58)
"""The least width for the words of a site."""

_WEEK, _SIDE = mm(13), mm(11)
_BETWEEN, _AIR = mm(4), 6.0
_RIGHT = Qt.AlignmentFlag.AlignRight
_HEAD = BOX_TALL + 8.0
"""The row of dates with the air below it."""


def measuring_document(paper: PlanPaper) -> Document:
    """The card, with the plan's name on each of its pages."""
    card = measuring_card(paper.person)
    title = f"{paper.title}{BETWEEN}{tr('measuring card')}"
    full, *shorter = (card_blocks(card, tall) for tall in _DRAWINGS_TALL)
    return Document(title, card.person, "", full, "legwork-measuring-card", tuple(shorter))


def card_blocks(card: MeasuringCard, drawing: float = _DRAWINGS_TALL[0]) -> tuple[Block, ...]:
    """What stands on the card, from top to bottom. drawing: how tall each is."""
    head: list[Block] = [Paragraph(tr("Measuring card"), "headline", before=0)]
    head += [Paragraph(text, "cue", marker="•", before=2) for text in card.advice]
    if not card.sites:
        words = tr("No site is tracked yet: choose some on the Measure page.")
        return (*head, Paragraph(words, "secondary", before=16))
    return (*head, SiteTable(card.sites, drawing, breakable=True, before=16))


@dataclass(frozen=True)
class SiteTable(Block):
    """The sites one below the other under a row of boxes for the dates, which stands again on every page."""

    sites: tuple[CardSite, ...]
    drawing: float = _DRAWINGS_TALL[0]
    before: float = field(default=0.0, kw_only=True)

    def height(self, width: float, theme: ThemeManager) -> float:
        return _HEAD + sum(self._tall(one, width, theme) for one in self.sites)

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        self._paint_dates(painter, rect, theme)
        top = rect.top() + _HEAD
        for one in self.sites:
            tall = self._tall(one, rect.width(), theme)
            _paint_site(painter, QRectF(rect.left(), top, rect.width(), tall), one, self.drawing, theme)
            top += tall

    @property
    def words(self) -> str:
        return "\n".join(titled(one.name, f"{one.where} {one.how}") for one in self.sites)

    def split(self, width: float, theme: ThemeManager, height: float) -> tuple[Block, Block] | None:
        top, fitting = _HEAD, 0
        for one in self.sites:
            top += self._tall(one, width, theme)
            fitting += top <= height
        if not 0 < fitting < len(self.sites):
            return None
        return replace(self, sites=self.sites[:fitting]), replace(self, sites=self.sites[fitting:])

    def _tall(self, one: CardSite, width: float, theme: ThemeManager) -> float:
        texts = sum(text.height for text in _texts(one, width, theme))
        return max(texts, len(one.rows) * BOX_TALL, self.drawing) + 2 * _AIR

    def _paint_dates(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        weeks = weeks_on(rect.width())
        left = rect.right() - weeks * _WEEK
        boxes = [QRectF(left + place * _WEEK, rect.top(), _WEEK, BOX_TALL) for place in range(weeks)]
        word = wrapped(tr("Date"), "small", _SIDE * 2, theme, _RIGHT)
        word.draw(painter, QPointF(left - _SIDE * 2 - 6, rect.top() + (BOX_TALL - word.height) / 2))
        _paint_boxes(painter, boxes, theme)


def weeks_on(width: float) -> int:
    """How many weeks find room beside drawing and words; at least one."""
    return max(1, int((width - _DRAWING - _WORDS - 2 * _BETWEEN - _SIDE) // _WEEK))


def _texts(one: CardSite, width: float, theme: ThemeManager) -> list[Wrapped]:
    room = width - _DRAWING - 2 * _BETWEEN - _SIDE - weeks_on(width) * _WEEK
    name = f"{one.name} ({one.unit})"
    return [
        wrapped(name, "strong", room, theme),
        wrapped(one.where, "cue", room, theme),
        wrapped(one.how, "small", room, theme),
    ]


def _paint_site(painter: QPainter, rect: QRectF, one: CardSite, tall: float, theme: ThemeManager) -> None:
    painter.setPen(QPen(theme.colour("border"), 0.75))
    painter.drawLine(QLineF(rect.left(), rect.top(), rect.right(), rect.top()))
    inside = rect.adjusted(0, _AIR, 0, -_AIR)
    drawing = QRectF(inside.left(), inside.top(), _DRAWING, tall)
    painter.save()
    painter.setClipRect(drawing)
    paint_guide(painter, drawing, theme, one.site, one.spot)
    painter.restore()
    top = inside.top()
    for text in _texts(one, rect.width(), theme):
        text.draw(painter, QPointF(inside.left() + _DRAWING + _BETWEEN, top))
        top += text.height
    weeks = weeks_on(rect.width())
    left = inside.right() - weeks * _WEEK
    boxes = []
    for row, side in enumerate(one.rows):
        y = inside.top() + row * BOX_TALL
        boxes += [QRectF(left + place * _WEEK, y, _WEEK, BOX_TALL) for place in range(weeks)]
        word = wrapped(side, "small", _SIDE - 5, theme, _RIGHT)
        word.draw(painter, QPointF(left - _SIDE, y + (BOX_TALL - word.height) / 2))
    _paint_boxes(painter, boxes, theme)


def _paint_boxes(painter: QPainter, boxes: list[QRectF], theme: ThemeManager) -> None:
    painter.setPen(QPen(theme.colour("field_border"), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRects(boxes)
