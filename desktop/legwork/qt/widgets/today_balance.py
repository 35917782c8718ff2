"""Where the legs stand, on the first page: the answer in a sentence, the one number, and its small history.

Owns how they stand together and how the history is painted, without the charts library: a line and its band are all
that it takes. The chart itself is on the Balance page.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from legwork.domain.measures import number_text
from legwork.i18n import tr
from legwork.qt.core.spoken_roles import CHART
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import faded, line_width
from legwork.qt.widgets.layout import column, label, row
from legwork.services.today_body import BalanceGlance, HistoryLine

_LEAST_SPAN = 2.0
"""The axis covers so many points at least, so that noise does not look like a journey (a convention)."""


class BalanceGlancePicture(QWidget):
    """The sentence, the number with its range, the history."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("today_balance_picture")
        self.headline = label("", wrap=True)
        self.headline.setObjectName("today_balance_said")
        self.numbers = label("", "small", wrap=True)
        self.numbers.setObjectName("today_balance_numbers")
        self.index = label("", "big")
        self.index.setObjectName("today_balance_index")
        self.span = label("", "small")
        self.history = HistoryPicture(theme)
        number = column(self.index, self.span, None, spacing=0)
        self._line = QWidget()
        both = row(spacing=theme.px(16))
        both.addLayout(number)
        both.addWidget(self.history, 1)
        self._line.setLayout(both)
        self.setLayout(column(self.headline, self._line, self.numbers, spacing=theme.px(8)))

    def show_glance(self, found: BalanceGlance) -> None:
        """Show it; without an index, what is missing."""
        self.headline.setText(found.headline)
        self.numbers.setText(found.numbers)
        self.index.setText(found.index)
        self.index.setAccessibleName(tr("Leg balance {value}", value=f"{found.index} ({found.span})"))
        self.span.setText(tr("of the middle\n{span}", span=found.span) if found.span else "")
        self._line.setVisible(bool(found.index))
        self.history.show_line(found.history)


class HistoryPicture(QWidget):
    """A line with its band, the middle where it is in sight, and the first and last month."""

    spoken_role = CHART

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._line: HistoryLine | None = None
        self.setObjectName("today_history")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_line(self, line: HistoryLine | None) -> None:
        """Show it; None: nothing."""
        self._line = line
        self.setAccessibleName(line.spoken if line is not None else "")
        self.setToolTip(line.spoken if line is not None else "")
        self.setVisible(line is not None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(220), self._theme.px(72))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(96), self._theme.px(72))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_history(painter, QRectF(self.rect()), self._theme, self._line)
        painter.end()


def paint_history(painter: QPainter, rect: QRectF, theme: ThemeManager, line: HistoryLine) -> None:
    """Paint the history into `rect`: the months stand below it."""
    painter.setFont(theme.font(12))
    high = painter.fontMetrics().height()
    plot = rect.adjusted(theme.px(4), theme.px(4), -theme.px(6), -high - theme.px(2))
    low, top = min(line.low), max(line.high)
    middle = (low + top) / 2
    span = max(top - low, _LEAST_SPAN)
    low, top = middle - span / 2, middle + span / 2
    first, long = line.days[0], max(1, line.days[-1] - line.days[0])

    def at(day: int, value: float) -> QPointF:
        return QPointF(
            plot.left() + plot.width() * (day - first) / long,
            plot.bottom() - plot.height() * (value - low) / (top - low),
        )

    painter.setPen(QPen(theme.colour("border"), line_width(theme, 1)))
    painter.drawLine(QPointF(plot.left(), plot.bottom()), QPointF(plot.right(), plot.bottom()))
    if low < 100 < top:
        painter.setPen(QPen(theme.colour("secondary"), line_width(theme, 1), Qt.PenStyle.DashLine))
        painter.drawLine(at(first, 100), at(line.days[-1], 100))
    upper = [at(day, value) for day, value in zip(line.days, line.high, strict=True)]
    lower = [at(day, value) for day, value in zip(line.days, line.low, strict=True)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(theme.colour("legs"), 0.15))
    painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
    level = [at(day, value) for day, value in zip(line.days, line.level, strict=True)]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("legs"), line_width(theme, 2)))
    painter.drawPolyline(QPolygonF(level))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("legs"))
    painter.drawEllipse(level[-1], theme.px(4), theme.px(4))
    painter.setPen(theme.colour("secondary"))
    months = QRectF(rect.left(), rect.bottom() - high, rect.width(), high)
    begun = QRectF(plot.left(), level[0].y() - high - theme.px(4), plot.width(), high)
    if begun.top() >= rect.top() and level[0].y() > level[-1].y():
        begin_text = number_text(line.level[0], "%")
        painter.drawText(begun, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, begin_text)
    painter.drawText(months, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, line.first)
    both = painter.fontMetrics().horizontalAdvance(f"{line.first}  {line.last}")
    if line.last != line.first and both <= months.width():
        painter.drawText(months, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, line.last)
