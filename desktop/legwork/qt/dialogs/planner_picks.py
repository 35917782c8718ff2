"""A few exercises picked by name: a field that completes, and what was picked below it.

Owns the field only; what becomes of the picks is the business of whoever listens.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from legwork.domain.exercise_names import Catalogue
from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.layout import button, column, label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ExercisePicks(QWidget):
    """Type a name and press Enter to pick an exercise; a press on a pick takes it away."""

    changed = Signal()

    def __init__(self, theme: ThemeManager, catalogue: Catalogue, name: str, said: str) -> None:
        """name: object name. said: translated, what the picks are for."""
        super().__init__()
        self._catalogue, self._name, self._said = catalogue, name, said
        self._picks: dict[str, QWidget] = {}
        self.setObjectName(name)
        self.field = QLineEdit()
        self.field.setObjectName(f"{name}_field")
        self.field.setAccessibleName(said)
        self.field.setPlaceholderText(tr("Name of an exercise"))
        completer = QCompleter([one.label for one in catalogue.exercises], self.field)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._on_activated, Qt.ConnectionType.QueuedConnection)  # else it refills the field
        self.field.setCompleter(completer)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._on_edited)
        self.refusal = label("", "error", wrap=True)
        self.refusal.setObjectName(f"{name}_refusal")
        self.refusal.hide()
        self._chips = QWidget()
        self._flow = FlowLayout(spacing=theme.px(4))
        self._chips.setLayout(self._flow)
        self._chips.hide()
        self.setLayout(column(self.field, self.refusal, self._chips, spacing=theme.px(4)))

    @property
    def keys(self) -> tuple[str, ...]:
        """The picked exercises, in the order in which they were picked."""
        return tuple(self._picks)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter picks; in the empty field it is left to the dialog."""
        pressed = watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() in _ENTER and self.field.text().strip():  # type: ignore[attr-defined]
            self._on_enter()
            return True
        return super().eventFilter(watched, event)

    def _on_edited(self, _text: str) -> None:
        self.refusal.hide()

    def _on_activated(self, text: str) -> None:
        self.field.setText(text)
        self._on_enter()

    def _on_enter(self) -> None:
        text = self.field.text().strip()
        found = next((one for one in self._catalogue.exercises if one.label.casefold() == text.casefold()), None)
        found = found or self._catalogue.match(text) or next(iter(self._catalogue.search(text, 1)), None)
        if found is None:
            self.refusal.setText(tr("No exercise is called “{text}”: try a part of its name.", text=text[:40]))
            self.refusal.show()
            return
        self.field.clear()
        self.refusal.hide()
        if found.key in self._picks:
            return
        chip = button(tr("{exercise}  ×", exercise=found.label), f"{self._name}_{found.key}", "segment")
        chip.setAutoDefault(False)
        chip.setAccessibleName(tr("{what}: {exercise}; press to take it away", what=self._said, exercise=found.label))
        chip.setToolTip(tr("Take it away"))
        chip.setProperty("exercise", found.key)
        chip.clicked.connect(self._on_chip)
        self._picks[found.key] = chip
        self._flow.addWidget(chip)
        self._chips.show()
        self.changed.emit()

    def _on_chip(self) -> None:
        chip = self._picks.pop(str(self.sender().property("exercise")))
        self.field.setFocus()
        self._flow.removeWidget(chip)
        chip.deleteLater()
        self._chips.setVisible(bool(self._picks))
        self.changed.emit()
