"""A dialog of questions as a person sees it: what is written, what can be picked, and the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPushButton

from legwork.domain.questionnaire import Question
from legwork.qt.dialogs.questionnaire import QuestionnaireDialog
from legwork.services.choices import choices_of
from legwork.services.questionnaires import cause_questions
from program_driver import Desk


class QuestionDriver:
    """Opens the dialog and waits until it has the keyboard."""

    def __init__(self, desk: Desk, dialog: QDialog) -> None:
        self.desk = desk
        dialog.open()
        dialog.activateWindow()
        desk.qtbot.waitUntil(dialog.isActiveWindow)
        desk.settle()
        self._dialog = dialog

    @property
    def stored(self) -> dict[str, tuple[str, ...]]:
        return stored(self.desk)

    def text(self, name: str) -> str:
        found = [one for one in self._dialog.findChildren(QLabel, name) if one.isVisible()]
        return found[0].text() if found else ""

    def option(self, name: str) -> QAbstractButton:
        return self.desk.child(QAbstractButton, name, self._dialog)

    def pick(self, name: str) -> None:
        self.desk.click(self.option(name))
        self.desk.settle()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.desk.press(key)
            self.desk.settle()

    def type(self, digits: str) -> None:
        self.press(*(Qt.Key(ord(one)) for one in digits))


def stored(desk: Desk) -> dict[str, tuple[str, ...]]:
    """The answers that are kept."""
    return choices_of(desk.context.profile, desk.person.id)


QUESTIONS = cause_questions()
KEYS = [one.key for one in QUESTIONS]
LIFTS = KEYS.index("leg_lifts")


class Asked(QuestionDriver):
    """The open dialog, as a person sees it."""

    def __init__(self, desk: Desk, questions: tuple[Question, ...] = QUESTIONS) -> None:
        self.dialog = QuestionnaireDialog(
            desk.context, desk.person, questions, "What may hold your legs back", stored(desk), desk.window
        )
        super().__init__(desk, self.dialog)

    @property
    def where(self) -> str:
        return self.text("question_progress")

    @property
    def picked(self) -> list[str]:
        found = [one for one in self.dialog.findChildren(QAbstractButton) if one.isVisible() and one.isChecked()]
        return [one.objectName().removeprefix("option_") for one in found]

    def option(self, name: str) -> QAbstractButton:
        return super().option(f"option_{name}")

    def button(self, name: str) -> QPushButton:
        return self.desk.child(QPushButton, name, self.dialog)

    def click(self, name: str) -> None:
        self.desk.click(self.button(name))
        self.desk.settle()

    def ctrl(self, key: Qt.Key) -> None:
        self.desk.ctrl(key)
        self.desk.settle()

    def close(self) -> None:
        self.press(Qt.Key.Key_Escape)
        assert not self.dialog.isVisible()
        self.dialog.deleteLater()
        self.desk.settle()


Ask = Callable[..., Asked]
