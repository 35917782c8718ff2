"""What assistive technology finds in a window: controls with their names, roles and values, and painted pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6 import QtWidgets
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QAbstractSlider, QTextEdit,
    QPlainTextEdit,
)  # fmt: skip
LEAST_HIGH = 28
"""Pixels that something to press or to type into is high at least, with text at 100 %."""

_ROLES: tuple[tuple[type[QWidget], set[str]], ...] = (
    (QAbstractButton, {"Button", "CheckBox", "RadioButton", "ButtonMenu", "ButtonDropDown"}),
    (QLineEdit, {"EditableText"}),
    (QComboBox, {"ComboBox"}),
    (QAbstractSpinBox, {"SpinBox"}),
    (QAbstractItemView, {"List", "Table", "Tree"}),
    (QAbstractSlider, {"Slider"}),
    (QTextEdit, {"EditableText", "StaticText", "Document"}),
    (QPlainTextEdit, {"EditableText"}),
)
_NOTHING = {"NoRole", "Client", "Border", "Window"}
"""What Qt says of a widget that it knows nothing about."""
_QT_CLASS = re.compile(r"_*Q?[A-Z][a-z]+[A-Z]\w*$")


def internal(one: QWidget) -> bool:
    """A part that Qt itself puts into its own widgets."""
    parent = one.parentWidget()
    return (
        one.objectName().startswith("qt_")
        or isinstance(one, QScrollBar | QHeaderView)
        or (isinstance(parent, QAbstractScrollArea) and one is parent.viewport())
        or isinstance(parent, QAbstractSpinBox | QComboBox)
    )


def on_screen(root: QWidget) -> list[QWidget]:
    """What is shown of it, without the parts of Qt's own widgets."""
    return [one for one in root.findChildren(QWidget) if one.isVisible() and not internal(one)]


def controls(root: QWidget) -> list[QWidget]:
    """What a person can press, type into or put the focus on. Texts that can be marked with the mouse are not."""
    return [
        one
        for one in on_screen(root)
        if isinstance(one, CONTROLS) or (one.focusPolicy() != Qt.FocusPolicy.NoFocus and not isinstance(one, QLabel))
    ]


def interface(one: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(one)
    assert found is not None and found.isValid(), described(one)
    return found


def spoken(one: QWidget) -> str:
    """What a screen reader calls it."""
    return interface(one).text(QAccessible.Text.Name)


def told(one: QWidget) -> str:
    """All that a screen reader says of it: its name and its description."""
    found = interface(one)
    return f"{found.text(QAccessible.Text.Name)}\n{found.text(QAccessible.Text.Description)}".strip()


def described(one: QWidget) -> str:
    return f"{type(one).__name__} {one.objectName()!r}"


def unnamed(root: QWidget) -> Iterator[str]:
    """Controls without a name, or with that of their class."""
    for one in controls(root):
        if not spoken(one).strip() or _QT_CLASS.match(spoken(one)):
            yield f"{described(one)} is called {spoken(one)!r}"


def unfit_roles(root: QWidget) -> Iterator[str]:
    """Controls that are told as something else than they are, and painted ones as nothing."""
    for one in controls(root):
        role = interface(one).role().name
        fitting = next((roles for kind, roles in _ROLES if isinstance(one, kind)), None)
        if role not in fitting if fitting is not None else role in _NOTHING and not isinstance(one, _Passing):
            yield f"{described(one)} is told as {role}"


_Passing = QtWidgets.QTabWidget | QtWidgets.QScrollArea
"""They pass the focus on, or only turn what lies in them."""


def one_of_many(button: QAbstractButton) -> bool:
    """Whether checking it unchecks another."""
    group = button.group()
    return button.isCheckable() and (group.exclusive() if group is not None else button.autoExclusive())


def misled(root: QWidget) -> Iterator[str]:
    """Choices between several that are told as check boxes, each for itself."""
    for one in controls(root):
        if isinstance(one, QAbstractButton) and one_of_many(one) and interface(one).role().name != "RadioButton":
            yield f"{described(one)} is told as {interface(one).role().name}"


def unlabelled(root: QWidget) -> Iterator[str]:
    """Choosers without the one label of theirs: on Linux Qt tells the value as name, and the name by it."""
    for one in controls(root):
        if isinstance(one, QComboBox) and [bool(text.strip()) for text in labels_of(one)] != [True]:
            yield f"{described(one)} is labelled by {labels_of(one)}"


def labels_of(one: QWidget) -> list[str]:
    """The texts of what Qt says labels it."""
    pairs = interface(one).relations(QAccessible.RelationFlag.Label)
    return [label.text(QAccessible.Text.Name) for label, _ in pairs]


def untold_values(root: QWidget) -> Iterator[str]:
    """Fields and choices whose value is not told as it is shown."""
    for one in controls(root):
        found = interface(one)
        value = found.text(QAccessible.Text.Value)
        if isinstance(one, QLineEdit) and one.echoMode() == QLineEdit.EchoMode.Normal:
            shown = one.text()
        elif isinstance(one, QComboBox):
            shown = one.currentText()
        elif isinstance(one, QAbstractSpinBox):
            shown = one.text()
        elif isinstance(one, QAbstractButton) and one.isCheckable():
            state = found.state()
            told = state.expanded if state.expandable else state.checked
            if bool(told) != one.isChecked():
                yield f"{described(one)} does not tell whether it is checked or open"
            continue
        else:
            continue
        if value != shown:
            yield f"{described(one)} tells {value!r} and shows {shown!r}"


def low(root: QWidget) -> Iterator[str]:
    """Targets that are not high enough for a finger or an unsteady hand."""
    for one in controls(root):
        if isinstance(one, (*CONTROLS, QTabBar)) and one.height() < LEAST_HIGH and not one.visibleRegion().isEmpty():
            yield f"{described(one)} is {one.height()} high"


def painted(root: QWidget) -> list[QWidget]:
    """Pictures of our own making: no words that a screen reader could find by itself."""
    return [
        one
        for one in on_screen(root)
        if type(one).__dict__.get("__module__", "").startswith("legwork") and _paints(one)
    ]


def _paints(one: QWidget) -> bool:
    if isinstance(one, (*CONTROLS, QLabel, QHeaderView)):
        return False
    own = next(kind for kind in type(one).__mro__ if kind.__name__ in vars(QtWidgets))
    return type(one).paintEvent is not own.paintEvent


def silent(root: QWidget) -> Iterator[str]:
    """Pictures that tell neither in a sentence what is seen nor that the words beside them do."""
    for one in painted(root):
        role = getattr(type(one), "spoken_role", None)
        if role is None:
            yield f"{described(one)} does not say what it is"
        elif role and (interface(one).role().name != role or not told(one)):
            yield f"{described(one)} is told as {interface(one).role().name}: {told(one)!r}"
