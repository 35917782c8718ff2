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
from legwork.qt.widgets.kept import keep_splitter
from legwork.qt.widgets.layout import column


class ChooseExerciseDialog(QDialog):
    """`key` is the exercise that was chosen, "" for none."""

    def __init__(
        self,
        context: Context,
        catalogue: Catalogue,
        units: UnitSystem,
        instead_of: str,
        parent: QWidget,
        title: str = "",
        question: str = "",
    ) -> None:
        """instead_of: what can stand in for it comes first; "" for nothing. title, question: translated, where it is
        not asked what to swap; `instead_of` is then the exercise that is current at first."""
        super().__init__(parent)
        self.key = ""
        theme = context.theme
        self.setObjectName("choose_exercise_dialog")
        self.setWindowTitle(title or tr("Swap the exercise"))
        self.list = ExerciseList(theme, context.icons)
        keep_splitter(context.view, "exercise_splitter_in_dialog", self.list.splitter)
        self.list.new.hide()
        self.list.show_catalogue(catalogue, units)
        self.list.exercise_chosen.connect(self._on_chosen)
        self.list.given_up.connect(self.reject)
        layout = column(self.list)
        self.setLayout(layout)
        self.resize(theme.px(420), theme.px(620))
        found = catalogue.get(instead_of)
        name = found.label if found is not None else instead_of
        self._question = question or tr("What instead of {exercise}?", exercise=name)
        self._like, self._first = ("", instead_of) if question else (instead_of, "")
        QTimer.singleShot(0, self, self._ask)

    def _ask(self) -> None:
        self.list.ask(self._question, self._like)
        if self._first:
            self.list.show_exercise(self._first)

    def _on_chosen(self, key: str) -> None:
        self.key = key
        self.accept()
