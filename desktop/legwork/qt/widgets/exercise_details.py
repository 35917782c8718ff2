"""One exercise in full: what it trains and why, how it should feel, how it is counted, and what can stand in for it.

Owns how it is laid out: what it is called and can be done with it on top, below it the text, which scrolls. It
changes nothing: what a person presses is said by a signal.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from legwork.domain.exercise import Exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.units import UnitSystem
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.exercise_text import ExerciseText
from legwork.qt.widgets.flow import FlowBox
from legwork.qt.widgets.layout import button, column, label
from legwork.services.exercise_words import kind_words


class ExerciseDetails(QWidget):
    """Shows one exercise, or nothing."""

    add_asked = Signal(str)
    edit_asked = Signal(str)
    delete_asked = Signal(str)
    copy_asked = Signal(str)
    """A shipped exercise shall be the start of one of the person's own."""
    other_asked = Signal(str)
    """Another exercise shall be shown: one that can stand in."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Exercise | None, Catalogue, UnitSystem] = (None, Catalogue(()), UnitSystem.METRIC)
        self.setObjectName("exercise_details")
        self.setAccessibleName(tr("About the exercise"))
        self.name = label("", "section", wrap=True)
        self.name.setObjectName("exercise_name")
        self.kind = label("", "small", wrap=True)
        self.kind.setObjectName("exercise_kind_words")
        self.add = self._button("exercise_add", "", self.add_asked)
        self.edit = self._button("exercise_edit", "quiet", self.edit_asked)
        self.delete = self._button("exercise_delete", "quiet", self.delete_asked)
        self.copy = self._button("exercise_copy", "quiet", self.copy_asked)
        self.add.setToolTip(tr("Enter or a double click in the list; it can be dragged into the plan too"))
        self.copy.setToolTip(tr("An exercise of your own that begins as this one"))
        self.text = ExerciseText(theme)
        self.text.other_asked.connect(self.other_asked)
        self.buttons = FlowBox(self.add, self.edit, self.delete, self.copy, spacing=theme.px(4))
        self.head = QWidget()
        head = column(self.name, self.kind, theme.px(6), self.buttons, spacing=theme.px(2))
        head.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self.head.setLayout(head)
        whole = column(self.head, self.text, spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.set_asking(False)
        theme.changed.connect(self._on_theme_changed)

    @property
    def exercise(self) -> Exercise | None:
        """The one that is shown."""
        return self._shown[0]

    def show_exercise(self, exercise: Exercise | None, catalogue: Catalogue, units: UnitSystem) -> None:
        """Show it; None shows nothing. catalogue: where what can stand in is found."""
        before, known, system = self._shown
        if exercise == before and catalogue is known and units is system:
            return
        self._shown = exercise, catalogue, units
        self.head.setVisible(exercise is not None)
        if exercise is None:
            self.text.clear()
            return
        self.name.setText(exercise.label)
        self.kind.setText(kind_words(exercise))
        for one in (self.edit, self.delete):
            one.setVisible(exercise.custom)
        self.copy.setVisible(not exercise.custom)
        self._name_buttons()
        same = before is not None and before.key == exercise.key
        self.text.show_exercise(exercise, catalogue, units, stay=same)

    def set_asking(self, asking: bool) -> None:
        """Whether an exercise is asked for, which this one can be; else it is there to be added."""
        self.add.setText(tr("Choose this one") if asking else tr("Add to the plan"))
        self.edit.setText(tr("Edit…"))
        self.delete.setText(tr("Delete"))
        self.copy.setText(tr("Own version…"))
        self._name_buttons()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._theme.px(120))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self._theme.px(280))

    def _button(self, name: str, kind: str, asked: SignalInstance) -> QPushButton:
        made = button("", name, kind)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(lambda: self._say(asked))
        return made

    def _say(self, asked: SignalInstance) -> None:
        if self.exercise is not None:
            asked.emit(self.exercise.key)

    def _name_buttons(self) -> None:
        """A screen reader hears for which exercise a button is."""
        for one in (self.add, self.edit, self.delete, self.copy):
            said = self.exercise.label if self.exercise is not None else ""
            one.setAccessibleName(tr("{action}: {what}", action=one.text().removesuffix("…"), what=said))

    def _on_theme_changed(self) -> None:
        exercise, catalogue, units = self._shown
        if exercise is not None:
            self.text.show_exercise(exercise, catalogue, units, stay=True)
