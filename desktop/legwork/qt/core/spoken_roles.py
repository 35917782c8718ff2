"""What a widget is to a screen reader: a chart, a picture, a group; and what it does with a button.

A class says it by an attribute `spoken_role`, the name of one of Qt's roles; "" says that the words beside it tell all,
so that it is passed over. Its name and its description are set as on any widget. Must not know any of these classes.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtGui import QAccessibleActionInterface as _Actions
from PySide6.QtWidgets import (
    QAbstractButton,
    QAccessibleWidget,
    QApplication,
    QCheckBox,
    QMenu,
    QPushButton,
    QSplitterHandle,
    QToolButton,
    QWidget,
)

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
    if isinstance(one, QAbstractButton):
        return _Button(one)
    if isinstance(one, QSplitterHandle):  # Qt tells of it as of nothing in particular
        return QAccessibleWidget(one, QAccessible.Role.Splitter)
    role = getattr(type(one), "spoken_role", BESIDE_WORDS)
    return QAccessibleWidget(one, getattr(QAccessible.Role, role)) if role and isinstance(one, QWidget) else None


class _Button(QAccessibleWidget):
    """A button that assistive technology presses as a click does.

    Qt's own would only check a button that can be checked, without the click that everything here waits for: it would
    show another choice, and nothing would happen. It also tells all of them as check boxes.
    """

    def role(self) -> QAccessible.Role:
        button, roles = self.object(), QAccessible.Role
        said = getattr(type(button), "spoken_role", "")
        if said or not isinstance(button, QAbstractButton):
            return getattr(roles, said or "Button")  # type: ignore[no-any-return]
        if _menu_of(button) is not None:
            return roles.ButtonMenu
        group = button.group()
        exclusive = group.exclusive() if group is not None else button.autoExclusive()
        return (roles.RadioButton if exclusive else roles.CheckBox) if button.isCheckable() else roles.Button

    def text(self, which: QAccessible.Text) -> str:
        told, button = super().text(which), self.object()
        if which is QAccessible.Text.Name and not told and isinstance(button, QAbstractButton):
            return _MNEMONIC.sub(r"\1", button.text())
        return told

    def state(self) -> QAccessible.State:
        told, button = super().state(), self.object()
        if not isinstance(button, QAbstractButton):
            return told
        told.pressed = button.isDown()
        told.hasPopup = _menu_of(button) is not None
        told.defaultButton = isinstance(button, QPushButton) and button.isDefault()
        if button.isCheckable():
            down = button.isChecked()
            if self.role() is QAccessible.Role.Button:
                told.expandable, told.expanded, told.collapsed = True, down, not down
            else:
                told.checkable, told.checked = True, down
                told.checkStateMixed = isinstance(button, QCheckBox) and (
                    button.checkState() is Qt.CheckState.PartiallyChecked
                )
        return told

    def actionNames(self) -> list[str]:
        button = self.object()
        if not isinstance(button, QAbstractButton) or not button.isEnabled():
            return []
        first = _Actions.pressAction()
        if self.role() is QAccessible.Role.ButtonMenu:
            first = _Actions.showMenuAction()
        elif self.role() in (QAccessible.Role.CheckBox, QAccessible.Role.RadioButton):
            first = _Actions.toggleAction()
        return [first, _Actions.setFocusAction()]

    def doAction(self, name: str) -> None:
        button = self.object()
        if not isinstance(button, QAbstractButton) or not button.isEnabled():
            return
        if name in (_Actions.pressAction(), _Actions.toggleAction(), _Actions.showMenuAction()):
            # Who asked waits for the answer, and the click may open a dialog.
            QTimer.singleShot(0, button, button.click)
        else:
            super().doAction(name)


_MNEMONIC = re.compile("&(.)")


def _menu_of(button: QAbstractButton) -> QMenu | None:
    return button.menu() if isinstance(button, QPushButton | QToolButton) else None
