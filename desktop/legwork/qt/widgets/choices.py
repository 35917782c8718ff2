"""Choosing one of several as a screen reader is told of it: buttons that exclude each other, and choosers with a name.

Owns what Qt leaves out of it. What is chosen is its owner's.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QComboBox, QLabel, QWidget

from legwork.qt.core.spoken_roles import GROUP


class OneOf(QButtonGroup):
    """Buttons of which one is chosen. Qt tells them as radio buttons only when each of them says so itself."""

    def addButton(self, button: QAbstractButton, place: int = -1) -> None:
        button.setAutoExclusive(True)  # the group decides; without it these would be check boxes
        super().addButton(button, place)


class NamedGroup(QWidget):
    """Holds what belongs together, and tells by which name."""

    spoken_role = GROUP

    def __init__(self, said: str) -> None:
        """said: its translated name."""
        super().__init__()
        self.setAccessibleName(said)


def name_chooser(chooser: QComboBox, said: str) -> None:
    """Say what is chosen here, where no label that is seen is the chooser's buddy. said: translated.

    On Linux Qt tells the value of a chooser as its name, and its name only by such a label.
    """
    chooser.setAccessibleName(said)
    around = chooser.parentWidget() or chooser
    beside = around.findChildren(_UnseenLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    unseen = next((one for one in beside if one.buddy() is chooser), None) or _UnseenLabel(chooser)
    unseen.setText(said)


class _UnseenLabel(QLabel):
    """Stays beside its chooser, wherever that is laid out: Qt looks only there."""

    def __init__(self, chooser: QComboBox) -> None:
        super().__init__(chooser.parentWidget() or chooser)
        self.hide()
        self.setBuddy(chooser)
        chooser.installEventFilter(self)
        chooser.destroyed.connect(self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange and isinstance(watched, QComboBox):
            self.setParent(watched.parentWidget() or watched)
        return False
