"""What a window shows in words, and which of it has no room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

_MOST_CELLS = 600
_TAG = re.compile(r"</?[a-z][^<>]*>")
_SLACK = 2
"""Pixels: what is cut off by two is not seen."""


def shown(root: QWidget) -> Iterator[QWidget]:
    """What of it is on screen, parts that Qt puts into its own widgets left out."""
    for one in (root, *root.findChildren(QWidget)):
        if one.isVisible() and not one.objectName().startswith("qt_") and not isinstance(one.parent(), QComboBox):
            yield one


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Each text that is shown or spoken, behind what shows it."""
    for one in shown(root):
        name = f"{type(one).__name__} {one.objectName() or _owner(one)}"
        for text in (*_own(one), one.toolTip(), one.accessibleName(), one.accessibleDescription()):
            if text:
                yield name, plain(text)
    if root.isWindow():
        yield f"title of {root.objectName()}", root.windowTitle()
    for menu in root.findChildren(QWidget, "qt_menubar"):
        yield "menu", menu.accessibleName()
    for action in root.actions():
        yield "action", action.text()


def _own(one: QWidget) -> Iterator[str]:
    if isinstance(one, QLabel | QAbstractButton):
        yield one.text()
    elif isinstance(one, (QLineEdit, QTextEdit | QPlainTextEdit)):
        yield one.placeholderText()
    elif isinstance(one, QGroupBox):
        yield one.title()
    elif isinstance(one, QComboBox):
        yield from (one.itemText(place) for place in range(one.count()))
    elif isinstance(one, QTabBar):
        yield from (one.tabText(place) for place in range(one.count()))
    elif isinstance(one, QHeaderView) and one.model() is not None:
        for place in range(min(one.count(), 40)):
            yield str(one.model().headerData(place, one.orientation()) or "")
    elif isinstance(one, QAbstractItemView) and one.model() is not None:
        yield from _cells(one)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model, seen = view.model(), 0
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(model.rowCount(QModelIndex())):
        for column in range(columns):
            seen += 1
            if seen > _MOST_CELLS:
                return
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                if isinstance(text := index.data(role), str):
                    yield text


def plain(text: str) -> str:
    """A text without tags and marks."""
    if not _TAG.search(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def unfit(root: QWidget) -> list[str]:
    """What is cut off, or lies on something else; a text that is told whole by a tool tip is not counted."""
    found = []
    for one in shown(root):
        if _told_elsewhere(one):
            continue
        lack = _lack(one)
        if lack:
            found.append(f"{type(one).__name__} {one.objectName() or _owner(one)}: {lack}")
    for parent in shown(root):
        found += _overlaps(parent)
    return found


def _told_elsewhere(one: QWidget) -> bool:
    if isinstance(one, QLabel | QAbstractButton) and one.toolTip():
        return plain(one.text()).strip() in plain(one.toolTip())
    return isinstance(one, QComboBox | QLineEdit) and bool(one.toolTip())


def _lack(one: QWidget) -> str:
    """How much room a widget lacks for its text; "" for none."""
    if isinstance(one, QLabel):
        return _lack_of_label(one)
    if isinstance(one, QPushButton | QCheckBox | QRadioButton | QToolButton):
        if not one.text() or (
            isinstance(one, QToolButton) and (one.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly)
        ):
            return ""
        return _less(one, one.sizeHint().width(), one.sizeHint().height(), one.text())
    if isinstance(one, QLineEdit) and one.placeholderText() and not one.text():
        margins = one.textMargins()
        wide = QFontMetrics(one.font()).horizontalAdvance(one.placeholderText())
        room = one.contentsRect().width() - margins.left() - margins.right() - 4
        return f"{one.placeholderText()!r} needs {wide} of {room}" if wide > room + _SLACK else ""
    if isinstance(one, QComboBox) and not one.isEditable():
        option = QStyleOptionComboBox()
        one.initStyleOption(option)
        room = one.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, one
        )
        wide = QFontMetrics(one.font()).horizontalAdvance(one.currentText())
        return f"{one.currentText()!r} needs {wide} of {room.width()}" if wide > room.width() + _SLACK else ""
    if isinstance(one, QHeaderView) and one.orientation() == Qt.Orientation.Horizontal:
        return _lack_of_header(one)
    if isinstance(one, QTabBar):
        narrow = [one.tabText(at) for at in range(one.count()) if one.tabRect(at).width() < one.tabSizeHint(at).width()]
        return f"tabs {narrow}" if narrow else ""
    return _lack_of_area(one) if isinstance(one, QAbstractScrollArea) else ""


def _lack_of_label(one: QLabel) -> str:
    if not one.text() or one.text().isspace():
        return ""
    if not one.wordWrap():
        return _less(one, one.sizeHint().width(), one.sizeHint().height(), one.text())
    high = one.heightForWidth(one.width())
    margins = one.contentsMargins()
    room = one.width() - margins.left() - margins.right()
    longest = max((QFontMetrics(one.font()).horizontalAdvance(word) for word in plain(one.text()).split()), default=0)
    if longest > room + _SLACK:
        return f"a word of {one.text()!r} needs {longest} of {room}"
    return f"{one.text()!r} needs a height of {high} and has {one.height()}" if high > one.height() + _SLACK else ""


def _lack_of_header(one: QHeaderView) -> str:
    lacking = []
    for place in range(one.count()):
        if one.isSectionHidden(place):
            continue
        need, has = one.sectionSizeFromContents(place).width(), one.sectionSize(place)
        if need > has + _SLACK and not one.model().headerData(place, one.orientation(), Qt.ItemDataRole.ToolTipRole):
            lacking.append(f"{one.model().headerData(place, one.orientation())!r} needs {need} of {has}")
    return "; ".join(lacking)


def _lack_of_area(one: QAbstractScrollArea) -> str:
    """A page that is wider than its area needs a bar for it."""
    bar = one.horizontalScrollBar()
    if isinstance(one, QAbstractItemView) or bar.maximum() == 0 or bar.isVisible():
        return ""
    return f"{bar.maximum()} pixels at the side cannot be reached"


def _less(one: QWidget, wide: int, high: int, text: str) -> str:
    if wide > one.width() + _SLACK:
        return f"{text!r} needs {wide} of {one.width()}"
    return f"{text!r} needs a height of {high} and has {one.height()}" if high > one.height() + _SLACK else ""


def _overlaps(parent: QWidget) -> Iterator[str]:
    """Children with words that lie on each other, or leave their parent, unless that can be scrolled to."""
    worded = [
        one
        for one in parent.children()
        if isinstance(one, QLabel | QAbstractButton | QLineEdit | QComboBox)
        and one.isVisible()
        and not one.isWindow()
        and not (isinstance(one, QLabel) and not one.text())
        and one.width()
        and one.height()
    ]
    for one, other in combinations(worded, 2):
        common = one.geometry().intersected(other.geometry())
        if common.width() > 2 and common.height() > 2:
            yield f"{_named(one)} lies on {_named(other)}"
    for one in worded:
        outside = not parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(one.geometry())
        if outside and not _on_viewport(parent):
            yield f"{_named(one)} leaves its place {_rect(parent.rect())} at {_rect(one.geometry())}"
    window = parent.window()
    if isinstance(parent, QDialog) and parent is window:
        return
    corner = parent.mapTo(window, QPoint(0, 0))
    if parent.isVisible() and parent.visibleRegion().isEmpty() and worded and not _scrolled(parent):
        yield f"{_named(parent)} at {corner.x()}, {corner.y()} is hidden by what is around it"


def _scrolled(one: QWidget) -> bool:
    parent = one.parentWidget()
    return parent is not None and (isinstance(parent, QAbstractScrollArea) or _scrolled(parent))


def _on_viewport(parent: QWidget) -> bool:
    return isinstance(parent.parentWidget(), QAbstractScrollArea)


def _named(one: QWidget) -> str:
    text = one.text() if isinstance(one, QLabel | QAbstractButton) else ""
    return f"{type(one).__name__} {one.objectName() or _owner(one)} {text!r}"


def _rect(rect: QRect) -> str:
    return f"{rect.x()}, {rect.y()}, {rect.width()} x {rect.height()}"


def _owner(one: QWidget) -> str:
    """The nearest name above a widget without one."""
    parent = one.parentWidget()
    while parent is not None and not parent.objectName():
        parent = parent.parentWidget()
    return f"in {parent.objectName()}" if parent is not None else "of nobody"
