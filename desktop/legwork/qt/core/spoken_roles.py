"""What a widget of our own is to a screen reader: a chart, a picture, a group, a fold. Qt knows that only of its own.

A class says it by an attribute `spoken_role`, the name of one of Qt's roles; "" says that the words beside it tell all,
so that it is passed over. Its name and its description are set as on any widget. Must not know any of these classes.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QApplication, QWidget

CHART, PICTURE, GROUP, BESIDE_WORDS = "Chart", "Graphic", "Grouping", ""
CHOICE, FOLD = "RadioButton", "Button"
"""Of buttons that are checked: one of several, and one that opens what stands below it."""

_TOLD = "spoken_roles_told"


def tell_roles() -> None:
    """From now on Qt asks the classes; once for an application, however often it is called."""
    app = QApplication.instance()
    if app is not None and not app.property(_TOLD):
        QAccessible.installFactory(_interface)
        app.setProperty(_TOLD, True)


def _interface(_kind: str, one: QObject | None) -> QAccessibleInterface | None:
    role = getattr(type(one), "spoken_role", BESIDE_WORDS)
    if not role or not isinstance(one, QWidget):
        return None
    told = getattr(QAccessible.Role, role)
    return _Button(one, told) if isinstance(one, QAbstractButton) else QAccessibleWidget(one, told)


class _Button(QAccessibleWidget):
    """Qt tells of every button with a state of its own that it is a check box."""

    def state(self) -> QAccessible.State:
        told, button = super().state(), self.object()
        if isinstance(button, QAbstractButton):
            down = button.isChecked()
            if self.role() is QAccessible.Role.Button:
                told.expandable, told.expanded, told.collapsed = True, down, not down
            else:
                told.checkable, told.checked = True, down
        return told

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()]

    def doAction(self, name: str) -> None:
        button = self.object()
        if isinstance(button, QAbstractButton) and name == QAccessibleActionInterface.pressAction():
            button.click()
        else:
            super().doAction(name)
