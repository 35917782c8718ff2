"""How the cells of the plan's grid are painted: all that are in sight at once.

Owns their look. A delegate would be asked cell by cell, which in Python takes three times as long.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygon, QStaticText

from legwork.domain.plan.model import BlockKind
from legwork.qt.core.theme import ThemeManager
from legwork.qt.models.plan_rows import RowKind
from legwork.qt.models.plan_table import PlanTableModel
from legwork.qt.widgets.plan_grid_delegate import mixed

_MOST_TEXTS = 20_000
"""Laid-out texts that are kept."""


@dataclass(frozen=True)
class Sight:
    """What is in sight. rows, columns: of each its place in the table, where it begins, and how long it is.

    current: the cell with the focus, invalid for none.
    """

    rows: tuple[tuple[int, int, int], ...]
    columns: tuple[tuple[int, int, int], ...]
    selection: QItemSelection
    current: QModelIndex


class CellPainter:
    """Paints cells in the colours of the theme."""

    def __init__(self, theme: ThemeManager, table: PlanTableModel) -> None:
        self._theme, self._table = theme, table
        self.refresh()

    def refresh(self) -> None:
        """Take colours and fonts from the theme anew."""
        theme, role = self._theme, self._theme.colour
        self._surface, self._text, self._quiet = role("surface"), role("text"), role("secondary")
        self._head, self._border = role("raised"), role("border")
        self._deload = mixed(role("surface"), role("raised"), 0.6)
        self._line = mixed(role("surface"), role("border"), 0.55)
        self._edge = mixed(role("border"), role("field_border"), 0.7)
        self._chosen, self._focus = role("legs_soft"), role("legs")
        self._fonts = theme.font(13), theme.font(12)
        self._metrics = QFontMetrics(self._fonts[0]), QFontMetrics(self._fonts[1])
        self._pad, self._gap = theme.px(8), theme.px(6)
        self._widths: dict[tuple[str, bool], int] = {}
        self._laid_out: dict[tuple[str, bool, int], QStaticText] = {}

    def width_of(self, text: str) -> int:
        """How wide a cell has to be for a text."""
        sets, _, rest = text.partition(" ")
        return self._width(sets, False) + (self._width(rest, True) + self._gap if rest else 0) + 2 * self._pad

    def paint(self, painter: QPainter, sight: Sight, area: QRect) -> None:
        """Paint what is in sight. area: the part that is new."""
        painter.fillRect(area, self._surface)
        if sight.rows and sight.columns:
            self._paint_grounds(painter, sight)
            self._paint_lines(painter, sight)
            self._paint_texts(painter, sight)
            self._paint_focus(painter, sight)

    def _paint_grounds(self, painter: QPainter, sight: Sight) -> None:
        rows, columns = sight.rows, sight.columns
        top, bottom = rows[0][1], rows[-1][1] + rows[-1][2]
        left, right = columns[0][1], columns[-1][1] + columns[-1][2]
        for at, x, wide in columns:
            if self._table.grid.columns[at].block.kind is BlockKind.DELOAD:
                painter.fillRect(x, top, wide, bottom - top, self._deload)
        for at, y, high in rows:
            if self._table.rows[at].kind is RowKind.HEAD:
                painter.fillRect(left, y, right - left, high, self._head)
        for part in (sight.selection.at(at) for at in range(sight.selection.size())):
            across = [one for one in columns if part.left() <= one[0] <= part.right()]
            down = [one for one in rows if part.top() <= one[0] <= part.bottom()]
            if across and down:
                x, y = across[0][1], down[0][1]
                wide, high = across[-1][1] + across[-1][2] - x, down[-1][1] + down[-1][2] - y
                painter.fillRect(x, y, wide, high, self._chosen)

    def _paint_lines(self, painter: QPainter, sight: Sight) -> None:
        rows, columns, grid = sight.rows, sight.columns, self._table.grid
        top, bottom = rows[0][1], rows[-1][1] + rows[-1][2] - 1
        left, right = columns[0][1], columns[-1][1] + columns[-1][2] - 1
        for at, y, high in rows:
            kind = self._table.rows[at].kind
            if kind is not RowKind.NEW:
                painter.setPen(self._border if kind is RowKind.HEAD else self._line)
                painter.drawLine(left, y + high - 1, right, y + high - 1)
        for at, x, _wide in columns:
            starts = at > 0 and grid.columns[at - 1].block is not grid.columns[at].block
            painter.setPen(self._edge if starts else self._line)
            painter.drawLine(x, top, x, bottom)

    def _paint_texts(self, painter: QPainter, sight: Sight) -> None:
        """First all sets, then all that belongs to them and is quieter: changing the font takes longer than a text."""
        sets: list[tuple[int, int, QStaticText]] = []
        quiet: list[tuple[int, int, QStaticText]] = []
        notes: list[tuple[int, int]] = []
        tall, low = self._metrics[0].height(), self._metrics[1].height()
        for at, y, high in sight.rows:
            row = self._table.rows[at]
            first_y, second_y = y + (high - tall) // 2, y + (high - low) // 2
            if row.kind is RowKind.HEAD:
                for column, x, wide in sight.columns:
                    text = str(self._table.index(at, column).data() or "")
                    if text:
                        quiet.append((x + self._pad, second_y, self._fitted(text, True, wide - 2 * self._pad)))
                continue
            if row.line is None:
                continue
            for column, x, wide in sight.columns:
                entry = row.line.cells[column]
                if entry is None:
                    continue
                head, _, rest = self._table.text(entry).partition(" ")
                room, own = wide - 2 * self._pad, self._width(head, False)
                sets.append((x + self._pad, first_y, self._fitted(head, False, room)))
                room -= own + self._gap
                if rest and room > self._gap:
                    place = x + self._pad + own + self._gap
                    quiet.append((place, first_y + self._drop, self._fitted(rest, True, room)))
                if entry.note or entry.prescription.note:
                    notes.append((x + wide - 1, y))
        for texts, font, colour in ((sets, self._fonts[0], self._text), (quiet, self._fonts[1], self._quiet)):
            painter.setFont(font)
            painter.setPen(colour)
            for x, y, laid_out in texts:
                painter.drawStaticText(x, y, laid_out)
        self._paint_notes(painter, notes)

    @property
    def _drop(self) -> int:
        """How much lower the small text begins, so that both stand on one line."""
        return self._metrics[0].ascent() - self._metrics[1].ascent()

    def _paint_notes(self, painter: QPainter, corners: Iterable[tuple[int, int]]) -> None:
        """A corner marks a cell with a note."""
        side = self._theme.px(7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._focus)
        for x, y in corners:
            painter.drawPolygon(QPolygon([QPoint(x - side, y), QPoint(x, y), QPoint(x, y + side)]))

    def _paint_focus(self, painter: QPainter, sight: Sight) -> None:
        current = sight.current
        if not current.isValid():
            return
        across = next((one for one in sight.columns if one[0] == current.column()), None)
        down = next((one for one in sight.rows if one[0] == current.row()), None)
        if across is not None and down is not None:
            thick = self._theme.px(2)
            rect = QRect(across[1], down[1], across[2], down[2])
            painter.setPen(QPen(self._focus, thick))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(thick // 2, thick // 2, -((thick + 1) // 2), -((thick + 1) // 2)))

    def _width(self, text: str, small: bool) -> int:
        found = self._widths.get((text, small))
        if found is None:
            found = self._widths[text, small] = self._metrics[small].horizontalAdvance(text) + 1
        return found

    def _fitted(self, text: str, small: bool, room: int) -> QStaticText:
        """A text laid out, cut where it does not fit."""
        fits = self._width(text, small) <= room
        key = (text, small, -1 if fits else room)
        found = self._laid_out.get(key)
        if found is None:
            if len(self._laid_out) > _MOST_TEXTS:
                self._laid_out.clear()
            shown = text if fits else self._metrics[small].elidedText(text, Qt.TextElideMode.ElideRight, max(0, room))
            found = QStaticText(shown)
            found.setTextFormat(Qt.TextFormat.PlainText)
            self._laid_out[key] = found
        return found
