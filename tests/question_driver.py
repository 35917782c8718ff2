"""A dialog of questions as a person sees it: what is written, what can be picked, and the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel

from legwork.services.choices import choices_of
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
