"""The read-out: a hair line on one reading day and a small card with every value of that day."""

from __future__ import annotations

from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from legwork.i18n import ntr, tr
from legwork.qt.charts.marks import draw_marker, draw_swatch
from legwork.qt.charts.series import day_in_words, number_text, value_text
from legwork.qt.charts.sheet import Curve, Sheet


@dataclass(frozen=True)
class Row:
    """One line of the card."""

    curve: Curve
    value: float
    trend: float | None

    @property
    def value_text(self) -> str:
        return value_text(self.value, self.curve.series.unit)

    @property
    def trend_text(self) -> str:
        return "" if self.trend is None else number_text(self.trend, self.curve.series.unit)

    def in_words(self) -> str:
        if self.trend is None:
            return f"{self.curve.series.name} {self.value_text}"
        trend = value_text(self.trend, self.curve.series.unit)
        return tr("{name} {value} (trend {trend})", name=self.curve.series.name, value=self.value_text, trend=trend)


def rows_on(sheet: Sheet) -> list[Row]:
    """What was measured on the sheet's read-out day, in the order of the series."""
    if sheet.read_day is None:
        return []
    readings = ((curve, curve.series.reading_on(sheet.read_day)) for curve in sheet.curves)
    return [Row(curve, *reading) for curve, reading in readings if reading is not None]


def in_words(sheet: Sheet) -> str:
    """The whole card as one sentence; empty when there is none."""
    rows = rows_on(sheet)
    if not rows or sheet.read_day is None:
        return ""
    return f"{day_in_words(sheet.read_day)}: " + "; ".join(row.in_words() for row in rows)


class ReadOut(pg.GraphicsObject):  # type: ignore[misc]
    """Paints hair line, emphasised markers and card; nothing while the sheet has no read-out day."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet

    def boundingRect(self) -> QRectF:
        return QRectF(self._sheet.whole)

    def card(self) -> QRectF:
        """Where the card lies: right of the line, left of it near the right edge, always whole. Null if hidden."""
        sheet, plot = self._sheet, self._sheet.plot
        rows = rows_on(sheet)
        if not rows or sheet.read_day is None:
            return QRectF()
        shown = rows[: self._room(len(rows))]
        width = max(self._header_width(), self._columns(shown)[1]) + 2 * self._pad
        lines = 1 + len(shown) + (len(shown) < len(rows))
        height = lines * self._line + 2 * self._pad
        x = sheet.x_of(sheet.read_day)
        left = x + sheet.px(12)
        if left + width > plot.right() + sheet.px(4):
            left = x - sheet.px(12) - width
        left = max(min(left, sheet.whole.right() - width - 1), sheet.whole.left() + 1)
        top = max(min(plot.top() + sheet.px(4), sheet.whole.bottom() - height - 1), sheet.whole.top() + 1)
        return QRectF(round(left), round(top), width, height)

    def paint(self, painter: QPainter, option: object, widget: object = None) -> None:
        sheet, plot = self._sheet, self._sheet.plot
        rows = rows_on(sheet)
        if not rows or sheet.read_day is None:
            return
        x = round(sheet.x_of(sheet.read_day))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(sheet.theme.colour("secondary"), 1))
        painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
        edge = QPen(sheet.theme.colour("surface"), sheet.px(2))
        for row in rows:
            at = QPointF(x, sheet.y_of(row.value, row.curve.scale))
            if plot.top() <= at.y() <= plot.bottom():
                draw_marker(painter, at, sheet.px(10), row.curve.look.diamond, row.curve.look.colour, edge)
        self._paint_card(painter, rows)

    def _paint_card(self, painter: QPainter, rows: list[Row]) -> None:
        sheet, theme = self._sheet, self._sheet.theme
        card = self.card()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), sheet.px(8), sheet.px(8))
        shown = rows[: self._room(len(rows))]
        trends = self._columns(shown)[0]
        inner = card.adjusted(self._pad, self._pad, -self._pad, -self._pad)
        line = QRectF(inner.left(), inner.top(), inner.width(), self._line)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(sheet.small_bold)
        painter.setPen(theme.colour("text"))
        painter.drawText(line, left, day_in_words(sheet.read_day or 1))
        painter.setFont(sheet.small)
        painter.setPen(theme.colour("secondary"))
        if trends:
            painter.drawText(line, right, tr("trend"))
        for row in shown:
            line.translate(0, self._line)
            draw_swatch(painter, line.left(), line.center().y(), row.curve.look, sheet)
            painter.setPen(theme.colour("text"))
            painter.drawText(line.adjusted(sheet.swatch, 0, 0, 0), left, row.curve.series.short_name)
            painter.drawText(line.adjusted(0, 0, -trends, 0), right, row.value_text)
            painter.setPen(theme.colour("secondary"))
            painter.drawText(line, right, row.trend_text)
        if len(shown) < len(rows):
            line.translate(0, self._line)
            rest = len(rows) - len(shown)
            painter.drawText(line, left, ntr("and {count} more", "and {count} more", rest))

    def _columns(self, rows: list[Row]) -> tuple[float, float]:
        """Widths of the trends and of the whole line."""
        advance, gap = self._sheet.metrics.horizontalAdvance, self._sheet.px(16)
        names = self._sheet.swatch + max(advance(row.curve.series.short_name) for row in rows)
        values = max(advance(row.value_text) for row in rows) + gap
        trends = max(advance(row.trend_text) for row in rows)
        trends = max(trends, advance(tr("trend"))) + gap if trends else 0.0
        return trends, names + values + trends

    def _header_width(self) -> float:
        sheet = self._sheet
        date_width = sheet.bold_metrics.horizontalAdvance(day_in_words(sheet.read_day or 1))
        return date_width + sheet.px(16) + sheet.metrics.horizontalAdvance(tr("trend"))

    def _room(self, count: int) -> int:
        """How many rows of `count` fit; one line less when the rest must be counted."""
        sheet = self._sheet
        fitting = int((sheet.whole.height() - 2 * self._pad - sheet.px(8)) / self._line) - 1
        return count if count <= fitting else max(1, fitting - 1)

    @property
    def _line(self) -> float:
        return self._sheet.metrics.height() + self._sheet.px(2)

    @property
    def _pad(self) -> int:
        return self._sheet.px(8)
