"""Asks for one exercise out of all, what can stand in for another one first.

Owns the dialog alone; the list is `widgets.exercise_list`.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget

from legwork.domain.exercise_names import Catalogue
from legwork.domain.units import UnitSystem
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.widgets.exercise_list import ExerciseList
from legwork.qt.widgets.layout import column


class ChooseExerciseDialog(QDialog):
    """`key` is the exercise that was chosen, "" for none."""

    def __init__(
        self, context: Context, catalogue: Catalogue, units: UnitSystem, instead_of: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.key = ""
        theme = context.theme
        self.setObjectName("choose_exercise_dialog")
        self.setWindowTitle(tr("Swap the exercise"))
        self.list = ExerciseList(theme, context.icons)
        self.list.new.hide()
        self.list.show_catalogue(catalogue, units)
        self.list.exercise_chosen.connect(self._on_chosen)
        self.list.given_up.connect(self.reject)
        layout = column(self.list)
        self.setLayout(layout)
        self.resize(theme.px(420), theme.px(620))
        found = catalogue.get(instead_of)
        name = found.label if found is not None else instead_of
        QTimer.singleShot(0, self, lambda: self.list.ask(tr("What instead of {exercise}?", exercise=name), instead_of))

    def _on_chosen(self, key: str) -> None:
        self.key = key
        self.accept()
