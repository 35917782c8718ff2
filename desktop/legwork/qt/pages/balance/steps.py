"""What to do next: a short numbered list, and the way into a plan that does it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, card, column, label, row
from legwork.services.next_steps import NextSteps


class StepsCard(QFrame):
    """Sentences, the first to begin with; below them the button that makes a plan of them."""

    plan_asked = Signal()

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("balance_steps")
        self._theme = theme
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, QLabel]] = []
        self.plan_button = button(tr("Make a plan of this…"), "balance_plan")
        self.plan_button.clicked.connect(self.plan_asked)
        heading = label(tr("What to do next"), "section")
        self.setLayout(column(card(heading, self._grid, row(self.plan_button, None), spacing=12), spacing=0))

    def show_steps(self, found: NextSteps) -> None:
        """Show these, in this order."""
        steps = found.steps
        self.plan_button.setVisible(found.may_plan)
        while len(self._lines) < len(steps):
            number, said = label("", "section"), label("", wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            said.setObjectName(f"balance_step_{len(self._lines) + 1}")
            number.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(number, len(self._lines), 0)
            self._grid.addWidget(said, len(self._lines), 1)
            self._lines.append((number, said))
        for place, (number, said) in enumerate(self._lines):
            shown = place < len(steps)
            number.setVisible(shown)
            said.setVisible(shown)
            if shown:
                number.setText(f"{place + 1}")
                said.setText(steps[place])
