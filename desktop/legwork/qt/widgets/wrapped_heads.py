"""Headings of a table that stand in two lines where that makes their columns narrower, and are never cut at their
beginning.

Owns how headings are broken and how high they are. How wide a column is, its view says.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

from legwork.qt.core.theme import ThemeManager

_BESIDE, _PADDING = 24, 18
"""What a heading has beside its letters, and what it needs there, in unscaled pixels."""


class WrappedHeads(QHeaderView):
    """A column that is narrower than `width_for` its heading ends it in an ellipsis."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setTextElideMode(Qt.TextElideMode.ElideNone)  # that would take the second line away

    def width_for(self, text: str, least: int) -> int:
        """How wide a column is that shows its heading whole. least: a width up to which nothing is broken."""
        metrics, beside = self.fontMetrics(), self._theme.px(_BESIDE)
        lines = broken(text, metrics.horizontalAdvance, least - beside)
        return max(least, max(map(metrics.horizontalAdvance, lines)) + beside)

    def lines(self, section: int) -> tuple[str, ...]:
        """A heading as it is shown."""
        model, metrics = self.model(), self.fontMetrics()
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "") if model is not None else ""
        room = self.sectionSize(section) - self._theme.px(_PADDING)
        shown = broken(text, metrics.horizontalAdvance, room - self._theme.px(2))  # a width is rounded, an end is not
        return tuple(metrics.elidedText(one, Qt.TextElideMode.ElideRight, room) for one in shown)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        super().initStyleOptionForIndex(option, section)
        option.text = "\n".join(self.lines(section))

    def sectionSizeFromContents(self, section: int) -> QSize:
        size = super().sectionSizeFromContents(section)
        return QSize(size.width(), size.height() + (len(self.lines(section)) - 1) * self.fontMetrics().lineSpacing())


def broken(text: str, wide: Callable[[str], int], room: int) -> Sequence[str]:
    """A text in one line where there is room for it, else in the two that need least. wide: how wide a text is."""
    words = text.split(" ")
    if len(words) < 2 or wide(text) <= room:
        return (text,)
    pairs = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return min(pairs, key=lambda pair: max(map(wide, pair)))
