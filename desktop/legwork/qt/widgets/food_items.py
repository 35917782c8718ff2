"""A person's own quick items as buttons: a press adds one to the day.

Owns how they look and their keys. What is added, edited or deleted is done by whoever listens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from legwork.i18n import tr
from legwork.qt.core.commands import name_part, tell
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.flow import FlowLayout
from legwork.qt.widgets.layout import button, column, label, row

KEYS = 9
"""So many of them have a key."""


@dataclass(frozen=True)
class ItemShown:
    """A quick item: its name, and what it holds in words ("240 kcal, 30 g protein")."""

    name: str
    holds: str


class FoodItems(QWidget):
    """Buttons in a row that goes on in the next line, and one for a new item."""

    added = Signal(str)
    edit_asked = Signal(str)
    delete_asked = Signal(str)
    new_asked = Signal()

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self.shown: tuple[ItemShown, ...] = ()
        self.buttons: list[QPushButton] = []
        self.setObjectName("food_items")
        name_part(self, tr("On a quick item"))
        tell(self, "F2", tr("Edit the item"))
        tell(self, "Del", tr("Delete the item"))
        self.hint = label("", "small", wrap=True)
        self.new = button(tr("New item…"), "food_item_new", "link")
        self.new.setToolTip(tr("Something you often have, added to a day with one press"))
        self.new.clicked.connect(self.new_asked)
        title = label(tr("Quick items"))
        title.setFont(theme.font(13, bold=True))
        head = row(title, self.hint, spacing=theme.px(12))
        head.setStretch(1, 1)
        self._flow = FlowLayout(self.new, spacing=theme.px(6))
        self._held = QWidget()
        self._held.setLayout(self._flow)
        self.setLayout(column(head, self._held, spacing=theme.px(6)))

    @property
    def stops(self) -> list[QPushButton]:
        """Where Tab stops, in order."""
        return [*self.buttons, self.new]

    def show_items(self, items: Sequence[ItemShown]) -> None:
        """Show these, in this order; the button that had the focus has it again."""
        items = tuple(items)
        if items == self.shown and len(items) == len(self.buttons):
            return
        before = next((place for place, one in enumerate(self.buttons) if one.hasFocus()), None)
        for old in self.buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._flow.removeWidget(self.new)
        self.shown = items
        self.buttons = [self._button(place, one) for place, one in enumerate(items)]
        for one in self.stops:
            self._flow.addWidget(one)
            one.show()  # not before it lies in the layout: it would be a window of its own
        if items:
            last = min(len(items), KEYS)
            self.hint.setText(tr("Alt+1 to Alt+{last}", last=last) if last > 1 else tr("Alt+1"))
        else:
            self.hint.setText(tr("What you often have, like a shake or your usual breakfast."))
        for first, second in pairwise(self.stops):
            QWidget.setTabOrder(first, second)
        if before is not None:
            (self.buttons[min(before, len(self.buttons) - 1)] if self.buttons else self.new).setFocus()

    def add(self, number: int) -> bool:
        """As a press on the item of that number, counted from 1. False when there is none."""
        if not 0 < number <= len(self.shown):
            return False
        self.added.emit(self.shown[number - 1].name)
        return True

    def _button(self, place: int, item: ItemShown) -> _ItemButton:
        made = _ItemButton(place, item)
        made.clicked.connect(lambda: self.added.emit(item.name))
        made.edit_asked.connect(lambda: self.edit_asked.emit(item.name))
        made.delete_asked.connect(lambda: self.delete_asked.emit(item.name))
        return made


class _ItemButton(QPushButton):
    """One item: Enter adds it, F2 edits it, Delete deletes it."""

    edit_asked = Signal()
    delete_asked = Signal()

    def __init__(self, place: int, item: ItemShown) -> None:
        name = item.name if len(item.name) <= 28 else f"{item.name[:27]}…"
        super().__init__(name.replace("&", "&&"))
        self.setObjectName(f"food_item_{place + 1}")
        self.setAccessibleName(tr("Add {item}: {holds}", item=item.name, holds=item.holds))
        self.setAutoDefault(True)  # outside a dialog Qt lets only Space press a button; people press Enter
        key = tr(" (Alt+{number})", number=place + 1) if place < KEYS else ""
        self.setToolTip(tr("{item}: {holds}{key}\nF2 edits it, Delete deletes it.",
                           item=item.name, holds=item.holds, key=key))  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_asked.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.edit_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setObjectName("food_item_menu")
        menu.addAction(tr("Add to this day"), self.click).setObjectName("food_item_menu_add")
        menu.addAction(tr("Edit…"), self.edit_asked.emit).setObjectName("food_item_menu_edit")
        menu.addAction(tr("Delete"), self.delete_asked.emit).setObjectName("food_item_menu_delete")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())
