"""What the plan's grid shows while there is nothing in it: one sentence, one button.

Owns nothing but these.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from legwork.i18n import tr
from legwork.qt.core.spoken_roles import BESIDE_WORDS
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label, row


class EmptyGrid(QWidget):
    """Lies over the whole grid."""

    spoken_role = BESIDE_WORDS

    asked = Signal()
    """The person wants to begin."""

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("plan_grid_empty")
        text = label(
            tr("Weeks run across, sessions down: begin with four weeks and one session, then add exercises and type."),
            "secondary",
            wrap=True,
        )
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setFixedWidth(theme.px(360))
        self.begin = button(tr("Begin the plan"), "plan_grid_begin", "primary")
        self.begin.clicked.connect(self.asked)
        middle = column(None, row(None, text, None), row(None, self.begin, None), None, spacing=16)
        self.setLayout(middle)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.end()
