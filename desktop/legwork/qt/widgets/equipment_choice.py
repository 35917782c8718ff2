"""What an exercise needs: a line that says what is chosen, and unfolds into all there is.

Owns which are chosen, and their order.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from legwork.domain.exercise import EQUIPMENT, Equipment
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.fold import FoldHeader
from legwork.qt.widgets.layout import button, column, label
from legwork.services.exercise_words import capital


class EquipmentChoice(QWidget):
    """Several can be chosen; what was chosen first stands first."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._chosen: list[Equipment] = []
        self.setObjectName("own_equipment")
        self.setAccessibleName(tr("Equipment"))
        self.said: QLabel = label("", wrap=True)
        self.said.setObjectName("own_equipment_said")
        self.header = FoldHeader(theme, "own_equipment_header", tr("Equipment"), column(self.said, spacing=0))
        self.buttons: dict[Equipment, QPushButton] = {}
        self.all = QWidget()
        flow = FlowLayout(spacing=theme.px(6))
        for one in Equipment:
            made = button(capital(tr(EQUIPMENT[one])), f"equipment_{one.value}", "segment")
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.clicked.connect(self._on_clicked)
            self.buttons[one] = made
            flow.addWidget(made)
        self.all.setLayout(flow)
        self.all.hide()
        self.header.toggled.connect(self.all.setVisible)
        self.setLayout(column(self.header, self.all, spacing=theme.px(6)))
        self.show_equipment(())

    @property
    def chosen(self) -> tuple[Equipment, ...]:
        """What is chosen, in the order in which it was."""
        return tuple(self._chosen)

    def show_equipment(self, equipment: Sequence[Equipment]) -> None:
        """Choose these."""
        self._chosen = list(equipment)
        for one, made in self.buttons.items():
            made.setChecked(one in self._chosen)
        self._say()

    def _on_clicked(self) -> None:
        for one, made in self.buttons.items():
            if made.isChecked() and one not in self._chosen:
                self._chosen.append(one)
            elif not made.isChecked() and one in self._chosen:
                self._chosen.remove(one)
        self._say()

    def _say(self) -> None:
        names = ", ".join(tr(EQUIPMENT[one]) for one in self._chosen)
        self.said.setText(capital(names) if names else tr("Nothing chosen"))
        self.header.setAccessibleDescription(self.said.text())
