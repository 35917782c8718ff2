"""A field that takes an exercise by its name: what fits is listed below, and Enter takes the best.

Owns the search and its list. It knows no workout: it says which exercise was chosen.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem

from legwork.domain.exercise import Exercise
from legwork.domain.exercise_names import Catalogue
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import leaves_undo_to_window
from legwork.qt.widgets.line_editor import Bubble, Suggestions

_MOST = 8
"""Exercises that are listed at once."""


class AddExercise(QLineEdit):
    """Type a few letters, Enter; Down goes into the list."""

    chosen = Signal(str, str)
    """The key of an exercise, and its name."""
    left = Signal()
    """Up, with nothing typed: back to where one came from."""
    passed = Signal()
    """Enter, with nothing typed: no other exercise."""
    given_up = Signal()
    """Esc with nothing typed, or the focus went elsewhere."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.catalogue = Catalogue(())
        self._found: tuple[Exercise, ...] = ()
        self.setObjectName("train_add")
        self.setAccessibleName(tr("Add an exercise"))
        self.setMinimumHeight(theme.px(36))
        self.list = Suggestions(theme)
        self.list.setAccessibleName(tr("Exercises that fit"))
        self.list.itemPressed.connect(self._on_picked)
        self.bubble = Bubble(theme)
        self.destroyed.connect(self.list.deleteLater)  # they are children of the window while they are shown
        self.destroyed.connect(self.bubble.deleteLater)
        self.textEdited.connect(self._on_edited)

    def show_catalogue(self, catalogue: Catalogue, *, first: bool, below: str = "") -> None:
        """Look in these exercises. first: a workout without any asks for its first one. below: the exercise under which
        the field stands, "" at the end."""
        self.catalogue = catalogue
        if below:
            text = tr("Below {exercise}: type the name of another one", exercise=below)
        elif first:
            text = tr("First exercise: type its name, like squat")
        else:
            text = tr("Add an exercise: type its name (Alt+A)")
        self.setPlaceholderText(text)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and not self.isModified() and leaves_undo_to_window(event):
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take()
            case Qt.Key.Key_Escape if self.text():
                self.list.hide()
                self.clear()
            case Qt.Key.Key_Escape:
                self.given_up.emit()
            case Qt.Key.Key_Up if not self.list.isVisible():
                self.left.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hide_helpers()
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.given_up.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hide_helpers()

    def _on_edited(self, text: str) -> None:
        self.bubble.hide()
        self._found = self.catalogue.search(text, _MOST) if text.strip() else ()
        self.list.offer(tuple(one.label for one in self._found), self)
        if self._found:
            self.list.setCurrentRow(0)

    def _take(self) -> None:
        if not self.text().strip():
            self.passed.emit()
            return
        if self._found:
            self._choose(self._found[max(0, self.list.currentRow())])
        else:
            self.bubble.say(tr("No exercise fits: try fewer letters, or add one of your own on the Plan page."), self)

    def _on_picked(self, item: QListWidgetItem) -> None:
        self._choose(self._found[self.list.row(item)])

    def _choose(self, exercise: Exercise) -> None:
        self._hide_helpers()
        self.clear()
        self._found = ()
        self.chosen.emit(exercise.key, exercise.label)

    def _hide_helpers(self) -> None:
        self.list.hide()
        self.bubble.hide()
