"""An exercise of the person's own: what it trains, how it is loaded and how it is done.

Owns the dialog and what it says about entries that cannot be taken. How one is kept is `services.own_exercises`.
"""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from legwork.domain.exercise import Exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.patterns import Pattern
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.qt.core.context import Context
from legwork.qt.widgets.layout import button, column, label, row, scrolled
from legwork.qt.widgets.own_exercise_form import OwnExerciseForm, RefusedError
from legwork.qt.widgets.window_room import open_inside
from legwork.services.own_exercise_start import blank_of, copy_of
from legwork.services.own_exercises import SetOwnExercise, own_key
from legwork.services.people import Person


class OwnExerciseDialog(QDialog):
    """Makes or changes an exercise of the person's own; what cannot be taken is said inline."""

    def __init__(
        self, context: Context, person: Person, catalogue: Catalogue, key: str, parent: QWidget, start_from: str = ""
    ) -> None:
        """key: of the exercise to change, "" for a new one. start_from: of a shipped one that a new one begins as."""
        super().__init__(parent)
        self._context, self._person, self._catalogue = context, person, catalogue
        self.key = key
        """Of the exercise: the one to change, or the new one once it is kept; "" until then."""
        theme = context.theme
        start = _start(catalogue, person, key, start_from)
        title = tr("Change exercise") if key else tr("New exercise")
        self.setObjectName("own_exercise_dialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.form = OwnExerciseForm(theme, context.icons, catalogue, person.units, start)
        self.form.edited.connect(self._on_edited)
        margin, edge = theme.px(24), theme.px(4)
        layout = self.form.layout()
        assert layout is not None
        layout.setContentsMargins(edge, edge, theme.px(16), edge)
        self.area = scrolled(self.form, "own_exercise_area", title)
        self.refusal = label("", "error", wrap=True)
        self.refusal.setObjectName("own_exercise_refusal")
        self.refusal.hide()
        keep = button(tr("Save") if key else tr("Add exercise"), "own_exercise_keep", "primary")
        keep.clicked.connect(self._on_keep)
        cancel = button(tr("Cancel"), "own_exercise_cancel")
        cancel.clicked.connect(self.reject)
        cancel.setAutoDefault(False)
        whole = column(
            label(title, "title"), self.area, self.refusal, row(None, cancel, keep), spacing=theme.px(12)
        )  # fmt: skip
        whole.setStretch(1, 1)
        whole.setContentsMargins(margin - edge, theme.px(20), theme.px(16), theme.px(16))
        self.setLayout(whole)
        keep.setDefault(True)  # only now does the dialog know that it is its button
        open_inside(self, parent, theme, 600, 720)
        self.form.name.setFocus()
        self.form.name.selectAll()

    def _on_keep(self) -> None:
        form = self.form
        try:
            key = self.key or own_key(form.name.text(), [one.key for one in self._catalogue.exercises])
            exercise = form.exercise(key)
            if self._context.runner.apply(SetOwnExercise(self._person.id, exercise)) is None:
                return
        except RefusedError as refused:
            self._refuse(str(refused), refused.field)
            return
        except UserError as error:
            self._refuse(str(error), form.name)  # the name is all that the form does not look at by itself
            return
        self.key = key
        self.accept()

    def _refuse(self, sentence: str, field: QWidget) -> None:
        self.refusal.setText(sentence)
        self.refusal.show()
        self.form.refuse(field)
        self.area.ensureWidgetVisible(field)

    def _on_edited(self) -> None:
        self.refusal.setText("")
        self.refusal.hide()


def _start(catalogue: Catalogue, person: Person, key: str, start_from: str) -> Exercise:
    """What the fields show at first; an exercise that is not there any more begins as a new one."""
    found = catalogue.get(key) if key else None
    if found is not None:
        return found
    shipped = catalogue.get(start_from) if start_from else None
    if shipped is not None:
        return copy_of(shipped, [one.name for one in catalogue.exercises if one.custom])
    return blank_of(catalogue, Pattern.SQUAT, person.units)
