"""Two columns of cards that become one where there is no room for two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import column, row

_LEAST_WIDTH = 820
"""Unscaled pixels that two columns need."""


class TwoColumns(QWidget):
    """The left one is half as wide again as the right one; each is as high as its cards.

    alone: all cards of both in the order in which one column has them.
    """

    def __init__(
        self, theme: ThemeManager, left: Sequence[QWidget], right: Sequence[QWidget], alone: Sequence[QWidget]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._wide, self._alone = (left, right), (alone, ())
        self._columns: list[tuple[QWidget, QVBoxLayout]] = []
        self._shown: tuple[Sequence[QWidget], Sequence[QWidget]] = ((), ())
        both = row(spacing=16)
        for share in (3, 2):
            holder, cards = QWidget(), column(None, spacing=16)
            holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            holder.setLayout(cards)
            both.addWidget(holder, share)
            self._columns.append((holder, cards))
        self.setLayout(both)
        self._arrange(self._wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(_LEAST_WIDTH)
        self._arrange(self._alone if narrow else self._wide)

    def _arrange(self, columns: tuple[Sequence[QWidget], Sequence[QWidget]]) -> None:
        if columns is self._shown:
            return
        before, self._shown = self._shown, columns
        for (_, layout), cards in zip(self._columns, before, strict=True):
            for one in cards:  # not by takeAt: its item would go on living, and keep the heights of before
                layout.removeWidget(one)
        for (holder, layout), cards in zip(self._columns, columns, strict=True):
            for place, one in enumerate(cards):
                layout.insertWidget(place, one)
            holder.setVisible(bool(cards))
