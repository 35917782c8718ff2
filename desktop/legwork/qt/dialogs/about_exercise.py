"""What one exercise is: its muscles, how it should feel, what can stand in for it; for whoever has no plan beside it.

Owns the dialog alone; the text is `widgets.exercise_details`.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.dialogs.beside import BesideDialog
from legwork.qt.widgets.exercise_details import ExerciseDetails
from legwork.qt.widgets.layout import button, column, row
from legwork.services.own_exercises import catalogue_of
from legwork.services.people import Person


class AboutExerciseDialog(BesideDialog):
    """Stands beside the window; a link in it leads to another exercise."""

    tables = ("own_exercise", "person")

    def __init__(self, context: Context, person: Person, key: str, parent: QWidget) -> None:
        super().__init__(context, person, parent)
        self._key = key
        theme = context.theme
        self.setObjectName("about_exercise_dialog")
        self.setWindowTitle(tr("About the exercise"))
        self.setAccessibleName(self.windowTitle())
        self.details = ExerciseDetails(theme)
        self.details.buttons.hide()
        self.details.other_asked.connect(self._on_other)
        close = button(tr("Close"), "about_exercise_close")
        close.setDefault(True)
        close.clicked.connect(self.close)
        foot = row(None, close)
        foot.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(12))
        whole = column(self.details, foot)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self._follow()
        self._fit(460, 620, edge=32)
        self._ask()
        self.details.text.setFocus()

    def _ask(self) -> None:
        catalogue = catalogue_of(self._context.profile, self._person.id)
        found = catalogue.get(self._key)
        if found is None:
            self.close()  # an own one that is deleted
        else:
            self.details.show_exercise(found, catalogue, self._person.units)

    def _on_other(self, key: str) -> None:
        self._key = key
        self._ask()
