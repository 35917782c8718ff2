"""What to do next: a short numbered list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import card, column, label


class StepsCard(QFrame):
    """Sentences, the first to begin with."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("balance_steps")
        self._theme = theme
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(10))
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QLabel, QLabel]] = []
        self.setLayout(column(card(label(tr("What to do next"), "section"), self._grid, spacing=12), spacing=0))

    def show_steps(self, steps: tuple[str, ...]) -> None:
        """Show these, in this order."""
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
