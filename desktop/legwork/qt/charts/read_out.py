"""The read-out: a cross hair on one day and a small card with every value of that day."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from legwork.domain.measures import number_text
from legwork.i18n import ntr, tr
from legwork.qt.charts.bar_marks import rect_on
from legwork.qt.charts.fans import draw_sample
from legwork.qt.charts.marks import draw_marker, draw_swatch
from legwork.qt.charts.read_out_rows import Row, heading, notes_on, rows_on
from legwork.qt.charts.sheet import Sheet

_NOTE_WIDTH = 280
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ReadOut(pg.GraphicsObject):  # type: ignore[misc]
    """Paints cross hair, emphasised markers and card; nothing while the sheet has no read-out day."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet

    def boundingRect(self) -> QRectF:
        return QRectF(self._sheet.whole)

    def card(self) -> QRectF:
        """Where the card lies: right of the line, left of it near the right edge, always whole. Null if hidden."""
        return self._place(rows_on(self._sheet), notes_on(self._sheet))

    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        sheet, plot = self._sheet, self._sheet.plot
        if sheet.read_day is None:
            return
        x = round(sheet.x_of(sheet.read_day))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(sheet.theme.colour("secondary"), 1))
        painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
        self._paint_height(painter)
        edge = QPen(sheet.theme.colour("surface"), sheet.px(2))
        rows, notes = rows_on(sheet), notes_on(sheet)
        for row in rows:
            if row.row is not None:
                self._paint_bar(painter, row)
                continue
            height = row.trend if row.value is None else row.value
            if height is None:
                continue
            at = QPointF(x, sheet.y_of(height, row.curve.scale))
            if plot.top() <= at.y() <= plot.bottom():
                size = sheet.px(6 if row.value is None else 10)
                draw_marker(painter, at, size, row.curve.look.diamond, row.curve.look.colour, edge)
        if sheet.title:
            self._paint_line(painter, rows)
        elif rows or notes:
            self._paint_card(painter, rows, notes)

    def _paint_bar(self, painter: QPainter, row: Row) -> None:
        """An edge around the bar that is read."""
        sheet = self._sheet
        rect = rect_on(sheet, row.curve, sheet.read_day or 1).intersected(sheet.plot)
        if rect.height() < 1:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(sheet.theme.colour("text"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(-0.5, -0.5, -0.5, -0.5))

    def _paint_line(self, painter: QPainter, rows: list[Row]) -> None:
        """In a panel: the values beside the title, where they cover nothing."""
        sheet = self._sheet
        values = (f"{row.curve.side_letter} {row.short_text}".strip() for row in rows)
        text = "   ".join([heading(sheet), *values])
        name = f"{sheet.title}  {sheet.scales[0].unit if sheet.scales else ''}"
        free = max(sheet.whole.width() - sheet.bold_metrics.horizontalAdvance(name) - sheet.px(20), 1.0)
        box = QRectF(sheet.whole.right() - free, 0, free - 1, sheet.metrics.height() + 1)
        painter.setFont(sheet.small)
        painter.setPen(sheet.theme.colour("text"))
        painter.drawText(box, _RIGHT, sheet.metrics.elidedText(text, Qt.TextElideMode.ElideLeft, box.width()))

    def _place(self, rows: list[Row], notes: list[str]) -> QRectF:
        sheet, plot = self._sheet, self._sheet.plot
        if sheet.read_day is None or sheet.title or not (rows or notes):
            return QRectF()
        shown = rows[: self._room(len(rows), len(notes))]
        width = max(self._header_width(), self._columns(shown)[1], self._notes_width(notes)) + 2 * self._pad
        width = min(width, sheet.whole.width() - 2)
        lines = 1 + len(shown) + (len(shown) < len(rows)) + len(notes)
        height = lines * self._line + 2 * self._pad
        x = sheet.x_of(sheet.read_day)
        left = x + sheet.px(12)
        if left + width > plot.right() + sheet.px(4):
            left = x - sheet.px(12) - width
        left = max(min(left, sheet.whole.right() - width - 1), sheet.whole.left() + 1)
        top = max(min(plot.top() + sheet.px(4), sheet.whole.bottom() - height - 1), sheet.whole.top() + 1)
        return QRectF(round(left), round(top), width, height)

    def _paint_height(self, painter: QPainter) -> None:
        """The other half of the cross: a faint line at the pointer's height, with its value on the left axis."""
        sheet, plot = self._sheet, self._sheet.plot
        if sheet.pointer_y is None or not sheet.scales or not plot.top() <= sheet.pointer_y <= plot.bottom():
            return
        y = round(sheet.pointer_y)
        painter.setPen(QPen(sheet.theme.colour("border"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
        text = number_text(sheet.value_at(y, 0), sheet.scales[0].unit)
        box = QRectF(0, 0, plot.left() - sheet.px(4), sheet.metrics.height())
        box.moveTop(y - box.height() / 2)
        painter.fillRect(box, sheet.theme.colour("surface"))
        painter.setFont(sheet.small_bold)
        painter.setPen(sheet.theme.colour("text"))
        painter.drawText(box.adjusted(0, 0, -sheet.px(4), 0), _RIGHT, text)

    def _paint_card(self, painter: QPainter, rows: list[Row], notes: list[str]) -> None:
        sheet, theme = self._sheet, self._sheet.theme
        card = self._place(rows, notes)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), sheet.px(8), sheet.px(8))
        shown = rows[: self._room(len(rows), len(notes))]
        trends = self._columns(shown)[0]
        inner = card.adjusted(self._pad, self._pad, -self._pad, -self._pad)
        line = QRectF(inner.left(), inner.top(), inner.width(), self._line)
        painter.setFont(sheet.small_bold)
        painter.setPen(theme.colour("text"))
        painter.drawText(line, _LEFT, heading(sheet))
        painter.setFont(sheet.small)
        painter.setPen(theme.colour("secondary"))
        if trends:
            painter.drawText(line, _RIGHT, _last_column(shown))
        for row in shown:
            line.translate(0, self._line)
            if row.way is not None:
                sample = QRectF(line.left(), line.top(), sheet.px(14), line.height())
                draw_sample(painter, sample, sheet, row.curve, row.way)
            else:
                draw_swatch(painter, line.left(), line.center().y(), row.curve.look, sheet)
            painter.setPen(theme.colour("text"))
            painter.drawText(line.adjusted(sheet.swatch, 0, 0, 0), _LEFT, row.name)
            painter.drawText(line.adjusted(0, 0, -trends, 0), _RIGHT, row.value_text)
            painter.setPen(theme.colour("secondary"))
            painter.drawText(line, _RIGHT, row.trend_text)
        if len(shown) < len(rows):
            line.translate(0, self._line)
            rest = len(rows) - len(shown)
            painter.drawText(line, _LEFT, ntr("and {count} more", "and {count} more", rest))
        for note in notes:
            line.translate(0, self._line)
            painter.drawText(line, _LEFT, sheet.metrics.elidedText(note, Qt.TextElideMode.ElideRight, line.width()))

    def _columns(self, rows: list[Row]) -> tuple[float, float]:
        """Widths of the trends and of the whole line."""
        if not rows:
            return 0.0, 0.0
        advance, gap = self._sheet.metrics.horizontalAdvance, self._sheet.px(16)
        names = self._sheet.swatch + max(advance(row.name) for row in rows)
        values = max(advance(row.value_text) for row in rows) + gap
        trends = max(advance(row.trend_text) for row in rows)
        trends = max(trends, advance(_last_column(rows))) + gap if trends else 0.0
        return trends, names + values + trends

    def _notes_width(self, notes: list[str]) -> float:
        widest = max((self._sheet.metrics.horizontalAdvance(note) for note in notes), default=0.0)
        return min(widest + 1, self._sheet.px(_NOTE_WIDTH))

    def _header_width(self) -> float:
        sheet = self._sheet
        date_width = sheet.bold_metrics.horizontalAdvance(heading(sheet))
        return date_width + sheet.px(16) + sheet.metrics.horizontalAdvance(tr("trend"))

    def _room(self, count: int, notes: int) -> int:
        """How many rows of `count` fit; one line less when the rest must be counted."""
        sheet = self._sheet
        fitting = int((sheet.whole.height() - 2 * self._pad - sheet.px(8)) / self._line) - 1 - notes
        return count if count <= fitting else max(1, fitting - 1)

    @property
    def _line(self) -> float:
        return self._sheet.metrics.height() + self._sheet.px(2)

    @property
    def _pad(self) -> int:
        return self._sheet.px(8)


def _last_column(rows: list[Row]) -> str:
    """What the numbers at the right are: of what was measured the trend, of what may come what is likely."""
    return tr("likely") if rows and all(row.way is not None for row in rows) else tr("trend")
