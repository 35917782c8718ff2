"""A slim bar: how much of something a day holds, before the range that is meant for it.

Owns how it is painted. It says nothing and judges nothing: the words stand beside it.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from legwork.qt.core.spoken_roles import BESIDE_WORDS
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.body_map import faded, line_width

_HIGH, _THICK = 14, 6
_BEYOND = 1.25
"""The bar goes on so far past the upper end of the range, so that more than it can be seen."""


class FoodBar(QWidget):
    """Neutral in colour on both sides of the range: more is no fault, and less is none."""

    spoken_role = BESIDE_WORDS

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.amount: float | None = None
        self.range: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_amount(self, amount: float | None, meant: tuple[float, float] | None) -> None:
        """amount: what is there, None when nothing was entered. meant: from and to in the same unit, None for none."""
        if (amount, meant) != (self.amount, self.range):
            self.amount, self.range = amount, meant
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self._theme.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.range is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_food_bar(painter, QRectF(self.rect()), self._theme, self.amount, self.range)
        painter.end()


def paint_food_bar(
    painter: QPainter, rect: QRectF, theme: ThemeManager, amount: float | None, meant: tuple[float, float]
) -> None:
    """Paint it over the whole width of `rect`; the range is a band from top to bottom of it."""
    end = max(meant[1] * _BEYOND, amount or 0.0, 1e-9)

    def at(value: float) -> float:
        return rect.left() + rect.width() * min(max(value, 0.0), end) / end

    thick = theme.px(_THICK)
    top = rect.center().y() - thick / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("raised"))
    painter.drawRoundedRect(QRectF(rect.left(), top, rect.width(), thick), thick / 2, thick / 2)
    band = QRectF(QPointF(at(meant[0]), rect.top()), QPointF(max(at(meant[1]), at(meant[0]) + 2), rect.bottom()))
    painter.setBrush(faded(theme.colour("legs"), 0.22))
    painter.drawRoundedRect(band, theme.px(2), theme.px(2))
    if amount is not None:
        done = QRectF(rect.left(), top, max(at(amount) - rect.left(), thick), thick)
        painter.setBrush(theme.colour("secondary"))
        painter.drawRoundedRect(done, thick / 2, thick / 2)
    painter.setBrush(theme.colour("legs"))
    for edge in (band.left(), band.right()):  # the ends of the range are seen on what fills it, too
        width = line_width(theme, 1.5)
        painter.drawRect(QRectF(edge - width / 2, rect.top(), width, rect.height()))
