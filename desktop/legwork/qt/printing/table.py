"""A table on paper: columns that line up, digits of one width, and rows that are never cut.

Owns its layout only: what stands in it is handed over as text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from legwork.qt.core.theme import ThemeManager
from legwork.qt.printing.blocks import Block, stops
from legwork.qt.printing.text import ROLES, wrapped

_BETWEEN, _AIR = 16.0, 3.0
_LEAST_ROWS = 2
"""A part of a table on a page of its own holds at least so many rows (a convention)."""


@dataclass(frozen=True)
class Column:
    """title: above it, may be empty. numbers: it lines up on the right. stretch: its part of the width left over.

    A column without stretch is as wide as its widest cell; one with stretch wraps its words.
    """

    title: str = ""
    numbers: bool = False
    stretch: float = 0.0
    strong: bool = False


@dataclass(frozen=True)
class TextTable(Block):
    """Rows of text under their columns. role: of the cells. least: no row is lower, for tables to write into."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    role: str = "body"
    least: float = 0.0
    before: float = field(default=8.0, kw_only=True)

    def height(self, width: float, theme: ThemeManager) -> float:
        widths = self._widths(width, theme)
        return self._head(widths, theme) + sum(self._tall(row, widths, theme) for row in self.rows)

    def paint(self, painter: QPainter, rect: QRectF, theme: ThemeManager) -> None:
        widths = self._widths(rect.width(), theme)
        lefts = [rect.left() + stop for stop in stops(widths, _BETWEEN)]
        top = rect.top()
        if head := self._head(widths, theme):
            for column, left, wide in zip(self.columns, lefts, widths, strict=True):
                title = wrapped(column.title, "small", wide, theme, _side(column))
                title.draw(painter, QPointF(left, top + head - _AIR - title.height))
            top += head
            self._rule(painter, rect, top, theme, "field_border")
        for place, row in enumerate(self.rows):
            if place:
                self._rule(painter, rect, top, theme, "border")
            tall = self._tall(row, widths, theme)
            for column, text, left, wide in zip(self.columns, row, lefts, widths, strict=True):
                cell = wrapped(text, self._role(column), wide, theme, _side(column))
                air = (tall - cell.height) / 2 if self.least else _AIR
                cell.draw(painter, QPointF(left, top + air))
            top += tall

    @property
    def words(self) -> str:
        titles = [column.title for column in self.columns]
        lines = [titles, *self.rows] if any(titles) else self.rows
        return "\n".join(", ".join(cell for cell in line if cell) for line in lines)

    def split(self, width: float, theme: ThemeManager, height: float) -> tuple[Block, Block] | None:
        widths = self._widths(width, theme)
        top, fitting = self._head(widths, theme), 0
        for row in self.rows:
            top += self._tall(row, widths, theme)
            if top > height:
                break
            fitting += 1
        fitting = min(fitting, len(self.rows) - _LEAST_ROWS)
        if fitting < _LEAST_ROWS:
            return None
        return replace(self, rows=self.rows[:fitting]), replace(self, rows=self.rows[fitting:])

    def _role(self, column: Column) -> str:
        return {"body": "strong", "cue": "cue strong"}.get(self.role, self.role) if column.strong else self.role

    def _head(self, widths: Sequence[float], theme: ThemeManager) -> float:
        if not any(column.title for column in self.columns):
            return 0.0
        titles = zip(self.columns, widths, strict=True)
        return _AIR + max(wrapped(column.title, "small", wide, theme).height for column, wide in titles)

    def _tall(self, row: Sequence[str], widths: Sequence[float], theme: ThemeManager) -> float:
        cells = zip(self.columns, row, widths, strict=True)
        return max(
            self.least,
            2 * _AIR + max(wrapped(text, self._role(column), wide, theme).height for column, text, wide in cells),
        )

    def _widths(self, width: float, theme: ThemeManager) -> list[float]:
        """Of all columns, which with what lies between them are as wide as the table."""
        room = width - _BETWEEN * (len(self.columns) - 1)
        natural = [self._natural(place, theme) for place in range(len(self.columns))]
        stretch = sum(column.stretch for column in self.columns)
        fixed = sum(wide for wide, column in zip(natural, self.columns, strict=True) if not column.stretch)
        if not stretch:
            return [wide * min(1.0, room / max(fixed, 1.0)) for wide in natural]
        shrink = min(1.0, 0.7 * room / max(fixed, 1.0))  # words that wrap keep at least 30 % of the width
        left = room - fixed * shrink
        return [
            left * column.stretch / stretch if column.stretch else wide * shrink
            for wide, column in zip(natural, self.columns, strict=True)
        ]

    def _natural(self, place: int, theme: ThemeManager) -> float:
        column = self.columns[place]
        metrics = QFontMetricsF(ROLES[self._role(column)].font(theme))
        title = QFontMetricsF(ROLES["small"].font(theme)).horizontalAdvance(column.title)
        cells = [metrics.horizontalAdvance(line) for row in self.rows for line in row[place].split("\n")]
        return max([title, *cells]) + 1.0  # a hair more: the last word must not wrap by rounding

    @staticmethod
    def _rule(painter: QPainter, rect: QRectF, y: float, theme: ThemeManager, colour: str) -> None:
        painter.setPen(QPen(theme.colour(colour), 0.75))
        painter.drawLine(QLineF(rect.left(), y, rect.right(), y))


def _side(column: Column) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column.numbers else Qt.AlignmentFlag.AlignLeft
