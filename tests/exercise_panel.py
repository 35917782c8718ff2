"""The list of exercises with its details, with hands on its keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from legwork.domain.exercise import Equipment, Share, own_exercise
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.paths import resources_dir
from legwork.qt.core.icons import Icons
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.exercise_list import ExerciseList
from legwork.services.catalogue import catalogue_with

SLED = own_exercise("own_sled", "Sled <drag>", Pattern.SLED, (Share(Muscle.QUADRICEPS, 1.0),), (Equipment.SLED,))


class Panel:
    """The list, and what it said."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.theme = ThemeManager(resources_dir() / "themes")
        self.theme.apply("light")
        self.list = ExerciseList(self.theme, Icons(self.theme))
        qtbot.addWidget(self.list)
        self.said: list[tuple[str, str]] = []
        for name in ("exercise_chosen", "edit_asked", "delete_asked", "copy_asked"):
            getattr(self.list, name).connect(lambda key, name=name: self.said.append((name, key)))
        for name in ("new_asked", "given_up"):
            getattr(self.list, name).connect(lambda name=name: self.said.append((name, "")))
        self.list.show_catalogue(catalogue_with((SLED,)))
        self.list.resize(320, 640)
        self.list.show()
        qtbot.waitExposed(self.list)
        self.list.activateWindow()

    def type(self, text: str) -> None:
        field = self.list.findChild(QLineEdit, "exercise_words")
        self.qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
        field.setFocus()
        self.qtbot.keyClicks(field, text)

    def key(self, key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        self.qtbot.keyClick(focused, key)

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.child(name), Qt.MouseButton.LeftButton)

    def child(self, name: str) -> QPushButton:
        found = self.list.findChild(QPushButton, name)
        assert found.isVisible()
        return found

    def filter(self, name: str, text: str) -> None:
        combo = self.list.findChild(QComboBox, name)
        place = next(place for place in range(combo.count()) if combo.itemText(place).strip() == text)
        combo.setCurrentIndex(place)

    def lines(self) -> list[str]:
        model = self.list.rows.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def label(self, name: str) -> str:
        found = self.list.findChild(QLabel, name)
        return found.text() if found.isVisible() else ""

    @property
    def shown(self) -> str:
        """The exercise whose details are shown."""
        return self.label("exercise_name")

    @property
    def about(self) -> str:
        return self.list.details.text.toPlainText().replace("\xa0", " ")

    def row_place(self, name: str) -> QPoint:
        rows = self.list.rows
        index = rows.model().index(self.lines().index(name), 0)
        rows.scrollTo(index)
        return rows.visualRect(index).center()
