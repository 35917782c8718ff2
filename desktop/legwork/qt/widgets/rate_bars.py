"""How fast a goal asks a measure to change, beside how fast it is likely to: two bars from one zero.

Owns the picture. The rates come ready, in the unit of the measure a month.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from legwork.i18n import tr
from legwork.qt.core.spoken_roles import CHART
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import faded, line_width, pen
from legwork.qt.widgets.row_drawing import Line, paint_line
from legwork.services.outlook_words import rate_text

_BAR, _GAP = 12, 8


@dataclass(frozen=True)
class Rates:
    """needed, likely: a month, in `unit`. region: a `Region` value, decides the hue."""

    needed: float
    likely: float
    unit: str
    region: str


def monthly(rate: float, unit: str) -> str:
    """ "+0.25 cm a month", rounded as it is in the sentences beside the bars."""
    return tr("{rate} a month", rate=rate_text(rate, unit))


class RateBars(QWidget):
    """Needed above likely, on one axis."""

    spoken_role = CHART

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._rates: Rates | None = None
        self.setObjectName("goal_rates")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    @property
    def shown(self) -> Rates | None:
        """What is shown."""
        return self._rates

    def show_rates(self, rates: Rates | None) -> None:
        """Show them; None: nothing."""
        self._rates = rates
        self.setVisible(rates is not None)
        if rates is not None:
            needed, likely = monthly(rates.needed, rates.unit), monthly(rates.likely, rates.unit)
            self.setAccessibleName(tr("Needed {needed}, likely {likely}", needed=needed, likely=likely))
        self.updateGeometry()
        self.update()

    def _lines(self, rates: Rates) -> list[tuple[Line, Line]]:
        """The name of each rate and how much it is."""
        named = ((tr("Needed"), rates.needed), (tr("Likely as now"), rates.likely))
        return [(Line(name, "secondary", 12), Line(monthly(rate, rates.unit), bold=True)) for name, rate in named]

    def _below(self, width: int) -> bool:
        """Whether what a rate amounts to has no room beside its name."""
        theme, lines = self._theme, self._lines(self._rates) if self._rates is not None else []
        return any(name.width(theme) + theme.px(8) + amount.width(theme) > width for name, amount in lines)

    def heightForWidth(self, width: int) -> int:
        line = Line("0").height(self._theme) * (2 if self._below(width) else 1)
        return ceil(2 * (line + self._theme.px(_BAR + 4)) + self._theme.px(_GAP))

    def sizeHint(self) -> QSize:
        wide = self._theme.px(240)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        rates, theme = self._rates, self._theme
        if rates is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        low, high = min(0.0, rates.needed, rates.likely), max(0.0, rates.needed, rates.likely)
        per = self.width() / max(high - low, 1e-9)
        zero = -low * per
        hue = theme.region_colour(rates.region)
        top, below = 0.0, self._below(self.width())
        ways = zip(self._lines(rates), (rates.needed, rates.likely), (False, True), strict=True)
        for (words, amount), rate, solid in ways:
            high_line, width = amount.height(theme), amount.width(theme) + 1
            paint_line(painter, theme, QRectF(0, top, words.width(theme) + 1, high_line), words)
            top += high_line if below else 0
            paint_line(painter, theme, QRectF(0 if below else self.width() - width, top, width, high_line), amount)
            top += high_line + theme.px(4)
            left, right = sorted((zero, zero + rate * per))
            bar = QRectF(left, top, max(right - left, theme.px(2)), theme.px(_BAR))
            painter.setPen(Qt.PenStyle.NoPen if solid else pen(theme, hue, 1.5))
            painter.setBrush(hue if solid else faded(hue, 0.18))
            half = 0.0 if solid else line_width(theme, 0.75)
            painter.drawRoundedRect(bar.adjusted(half, half, -half, -half), theme.px(3), theme.px(3))
            top += theme.px(_BAR + _GAP)
        if low < 0 < high:
            painter.setPen(pen(theme, theme.colour("field_border"), 1))
            painter.drawLine(round(zero), 0, round(zero), self.height())
        painter.end()
