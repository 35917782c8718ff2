"""The top of the first page: the one thing to do next, and beside it the check-in and the session.

Owns how they look. What they say is `services.today_now`, known before anything heavy is loaded.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel

from legwork.i18n import tr
from legwork.qt.core.spoken_roles import GROUP
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label, row
from legwork.qt.widgets.today_card import OUTSIDE, TodayCard
from legwork.services.today_now import Said
from legwork.services.today_step import NextStep

LEAST = 132
"""Height of the row, unscaled: what it says differs, the cards below stay where they are."""


class StepCard(QFrame):
    """One sentence, its reason, one button."""

    spoken_role = GROUP

    asked = Signal()
    """It shall be done."""
    put_off = Signal()
    """Not now."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("today_step")
        self.setAccessibleName(tr("What to do next"))
        self.setProperty("role", "card")
        self.sentence = _text("title", "today_step_said")
        self.why = _text("secondary", "today_step_why")
        self.go = button("", "today_step_go", "primary")
        self.go.clicked.connect(self.asked)
        self.later = button(tr("Not now"), "today_step_later", "quiet")
        self.later.setToolTip(tr("Puts this off; what comes after it is shown."))
        self.later.clicked.connect(self.put_off)
        for one in (self.go, self.later):
            one.hide()  # nothing is known to be done next yet
        layout = column(
            self.sentence, self.why, None, row(self.go, self.later, None, spacing=theme.px(8)), spacing=theme.px(6)
        )
        layout.setContentsMargins(theme.px(20), theme.px(12), theme.px(16), theme.px(12))
        self.setLayout(layout)
        self.setMinimumHeight(theme.px(LEAST))

    def show_step(self, step: NextStep) -> None:
        """Show what comes first now."""
        self.sentence.setText(step.sentence)
        self.why.setText(step.why)
        self.why.setVisible(bool(step.why))
        self.go.setText(step.button)
        self.go.show()
        self.go.setAccessibleName(f"{step.sentence} {step.button}")
        self.later.setVisible(step.can_wait)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card with a stripe of the accent at its left edge."""
        super().paintEvent(event)
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        painter.setClipPath(whole)
        painter.fillRect(QRectF(0, 0, theme.px(5), self.height()), theme.colour("legs"))
        painter.end()


class SaidCard(TodayCard):
    """A line in large, and what there is to add."""

    def __init__(self, theme: ThemeManager, name: str, title: str, link: str) -> None:
        super().__init__(theme, name, title, link, LEAST)
        self.line = _text("", f"{name}_said")
        self.line.setFont(theme.font(17, bold=True))
        self.more = _text("secondary", f"{name}_more")
        self.waiting.hide()
        for one in (self.line, self.more):
            one.setContentsMargins(theme.px(OUTSIDE), 0, theme.px(OUTSIDE), 0)
            self.parts.addWidget(one)

    def show_said(self, said: Said) -> None:
        """Show it."""
        self.line.setText(said.head)
        self.more.setText(said.more)
        self.more.setVisible(bool(said.more))


def _text(role: str, name: str) -> QLabel:
    made = label("", role, wrap=True)
    made.setObjectName(name)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return made
