"""A card of the first page: a heading, the page that it leads to, and what it shows as soon as that is known.

Owns the frame, its place while nothing is known yet, and that all of it is a link. What it shows is made by others.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from legwork.qt.core.spoken_roles import BESIDE_WORDS
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label, row

OUTSIDE = 4
"""Unscaled pixels by which rows with a light of their own stand out of the column of texts, on both sides."""

_LINES = (0.92, 0.78, 0.85, 0.6)
"""How wide the bars are that stand for lines to come, as shares of the width."""


class TodayCard(QFrame):
    """Its height does not fall below what it is made for, so that nothing moves when its content comes."""

    opened = Signal()
    """The page that it leads to shall be shown."""

    def __init__(self, theme: ThemeManager, name: str, title: str, link: str, least: int = 0) -> None:
        """name: object name. title: its translated heading. link: what the link says. least: height, unscaled."""
        super().__init__()
        self._theme = theme
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setProperty("role", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.heading = label(title, "section")
        self.link: QPushButton = button(link, f"{name}_link", "link")
        self.link.setAccessibleName(f"{title}: {link}")
        self.link.clicked.connect(self.opened)
        self.head = row(self.heading, None, self.link, spacing=theme.px(8))
        self._outside = outside = theme.px(OUTSIDE)
        self.head.setContentsMargins(outside, 0, 0, 0)
        self.waiting = Waiting(theme)
        self.empty = label("", "secondary", wrap=True)
        self.empty.setObjectName(f"{name}_empty")
        self.empty.setContentsMargins(outside, 0, outside, 0)
        self.empty.hide()
        self.parts = column(self.waiting, self.empty, spacing=theme.px(6))
        layout = column(self.head, self.parts, None, spacing=theme.px(6))
        side, frame = theme.px(16), theme.px(6)
        self.parts.setContentsMargins(0, 0, frame - outside, 0)
        # The text of the link, not its frame, ends where the content does.
        layout.setContentsMargins(side - outside, theme.px(8), side - frame, theme.px(12))
        self.setLayout(layout)
        self._least = theme.px(least)
        self.setMinimumHeight(self._least)
        self._content: QWidget | None = None
        self._pressed = False

    @property
    def is_empty(self) -> bool:
        """Whether it says that there is nothing to show."""
        return not self.empty.isHidden()

    @property
    def known(self) -> bool:
        """Whether it shows anything yet."""
        return self.waiting.isHidden()

    def hold(self, content: QWidget, *, inset: bool = True) -> None:
        """Put what it shows into it, hidden until `show_content`. inset: it has no rows with a light of their own."""
        if inset:
            content.setContentsMargins(self._outside, 0, self._outside, 0)
        self._content = content
        content.hide()
        self.parts.addWidget(content)

    def say_heading(self, text: str) -> None:
        """Another heading, for what it shows now."""
        self.heading.setText(text)
        self.setAccessibleName(text)

    def show_waiting(self) -> None:
        """Nothing is known yet."""
        self._show(self.waiting)

    def show_empty(self, sentence: str) -> None:
        """There is nothing to show: say why, or what would be here."""
        self.empty.setText(sentence)
        self._show(self.empty)

    def show_content(self) -> None:
        """Show what it holds."""
        if self._content is not None:
            self._show(self._content)

    def _show(self, shown: QWidget) -> None:
        for one in (self.waiting, self.empty, self._content):
            if one is not None:
                one.setVisible(one is shown)
        # A sentence needs no room for what may never come.
        self.setMinimumHeight(0 if shown is self.empty else self._least)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """All of the card is the link; what can be clicked in it keeps its own clicks."""
        self._pressed = event.button() == Qt.MouseButton.LeftButton
        event.setAccepted(self._pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, False
        if pressed and self.rect().contains(event.position().toPoint()):
            self.opened.emit()


class Waiting(QWidget):
    """Quiet bars where lines will stand. It does not move: what comes, comes soon."""

    spoken_role = BESIDE_WORDS

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("today_waiting")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(24 * len(_LINES)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(40), self._theme.px(24 * len(_LINES)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("raised"))
        for place, share in enumerate(_LINES):
            bar = QRectF(theme.px(OUTSIDE), theme.px(24) * place + theme.px(7), self.width() * share, theme.px(10))
            painter.drawRoundedRect(bar, theme.px(4), theme.px(4))
        painter.end()
