"""What a painted widget is to a screen reader: a chart, a picture, a group. Qt knows that only of its own widgets.

A class says it by an attribute `spoken_role`, the name of one of Qt's roles; "" says that the words beside it tell all,
so that it is passed over. Its name and its description are set as on any widget. Must not know any of these classes.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

CHART, PICTURE, GROUP, BESIDE_WORDS = "Chart", "Graphic", "Grouping", ""

_TOLD = "spoken_roles_told"


def tell_roles() -> None:
    """From now on Qt asks the classes; once for an application, however often it is called."""
    app = QApplication.instance()
    if app is not None and not app.property(_TOLD):
        QAccessible.installFactory(_interface)
        app.setProperty(_TOLD, True)


def _interface(_kind: str, one: QObject | None) -> QAccessibleInterface | None:
    role = getattr(type(one), "spoken_role", BESIDE_WORDS)
    return QAccessibleWidget(one, getattr(QAccessible.Role, role)) if role and isinstance(one, QWidget) else None
