"""Wrapped text for paper: how it is broken into lines, how tall that is, and where each letter goes.

Owns the roles of printed text. Measuring and painting share one layout, so that what fits when it is measured fits.
"""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from legwork.qt.core.theme import ThemeManager

LINE_HEIGHT = 1.25
"""Lines of text stand so many letter heights apart at least (a convention of typesetting)."""


@dataclass(frozen=True)
class Role:
    """How a kind of text looks: pixels of the type scale, and the theme's colour."""

    pixels: int
    bold: bool = False
    colour: str = "text"

    def font(self, theme: ThemeManager) -> QFont:
        """Its font on paper."""
        return theme.font(self.pixels, self.bold)


ROLES = {
    "headline": Role(24, True),
    "section": Role(18, True),
    "strong": Role(15, True),
    "body": Role(15),
    "secondary": Role(15, False, "secondary"),
    "cue": Role(12),
    "cue strong": Role(12, True),
    "small": Role(12, False, "secondary"),
}
"""On paper 15 pixels are 10 points, 12 are 8."""


class Wrapped:
    """A text in its lines, `lead` of them in bold. Line feeds begin a new line."""

    def __init__(
        self,
        text: str,
        role: str,
        width: float,
        theme: ThemeManager,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        lead: str = "",
    ) -> None:
        self.text = (lead + text).replace("\n", "\u2028")
        look = ROLES[role]
        self.colour: QColor = theme.colour(look.colour)
        font = look.font(theme)
        self._layout = QTextLayout(self.text, font)
        self._layout.setCacheEnabled(True)  # else every draw finds the letters' places anew
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        if lead:
            strong = QTextLayout.FormatRange()
            strong.start, strong.length, strong.format = 0, len(lead), QTextCharFormat()
            strong.format.setFont(theme.font(look.pixels, bold=True))
            self._layout.setFormats([strong])
        self._bottoms: list[float] = []
        self._starts: list[int] = []
        self._break(width, look.pixels * LINE_HEIGHT)

    def _break(self, width: float, least: float) -> None:
        top = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            room = max(least, line.height())
            line.setPosition(QPointF(0, top + (room - line.height()) / 2))
            top += room
            self._starts.append(line.textStart())
            self._bottoms.append(top)
        self._layout.endLayout()

    @property
    def height(self) -> float:
        """Of all lines together; an empty text has one line."""
        return self._bottoms[-1]

    @property
    def lines(self) -> int:
        """How many there are."""
        return len(self._starts)

    @property
    def width(self) -> float:
        """Of its longest line, without the spaces at its end."""
        return max(self._layout.lineAt(place).naturalTextWidth() for place in range(self.lines))

    def cut(self, height: float) -> int:
        """How many characters fit into `height`, in whole lines."""
        fitting = sum(bottom <= height + 1e-6 for bottom in self._bottoms)
        return self._starts[fitting] if fitting < len(self._starts) else len(self.text)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Paint it with its upper left corner at `at`."""
        painter.setPen(self.colour)
        self._layout.draw(painter, at)


_MOST_KEPT = 2000
"""Layouts that are kept for a theme, at most some 20 MB; twelve usual weeks need four hundred."""

_KEPT: WeakKeyDictionary[ThemeManager, dict[tuple[object, ...], Wrapped]] = WeakKeyDictionary()


def wrapped(
    text: str,
    role: str,
    width: float,
    theme: ThemeManager,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    lead: str = "",
) -> Wrapped:
    """The same `Wrapped` as made anew, kept for the next who asks. theme: one that never changes, as paper's is.

    A block is asked for its height several times before it is painted, and plans say the same words week after week.
    """
    kept = _KEPT.get(theme)
    if kept is None:
        kept = _KEPT[theme] = {}
    key = (text, role, width, align, lead)
    found = kept.get(key)
    if found is None:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        found = kept[key] = Wrapped(text, role, width, theme, align, lead)
    return found


_SMALLEST = 0.1
"""The least that a text is made smaller to, as a share of its size."""


def draw_fitted(
    painter: QPainter,
    rect: QRectF,
    text: str,
    role: str,
    theme: ThemeManager,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Paint a text at the bottom of `rect`, made smaller where it would not fit: it is never cut."""
    made, scale = wrapped(text, role, rect.width(), theme, align), 1.0
    while made.height * scale > rect.height() and scale > _SMALLEST:
        scale *= 0.9
        made = wrapped(text, role, rect.width() / scale, theme, align)
    painter.save()
    painter.translate(rect.left(), rect.bottom() - made.height * scale)
    painter.scale(scale, scale)
    made.draw(painter, QPointF(0, 0))
    painter.restore()
