"""The topics of the help in their groups, and below the open one its headings: the outline of what is read.

Owns the tree. What is shown for a choice is the page's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.row_actions import offer_rows
from legwork.services.help_topics import Topic

_TOPIC, _SECTION = int(Qt.ItemDataRole.UserRole), int(Qt.ItemDataRole.UserRole) + 1
_ASIDE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Contents(QTreeWidget):
    """One topic is open at a time."""

    chosen = Signal(str, int)
    """A topic by its name and the number of a section in it."""
    taken = Signal()
    """It was clicked, or Enter was pressed on it: now it will be read."""
    typed = Signal(str)
    """A letter: a search begins."""

    def __init__(self, theme: ThemeManager, topics: Sequence[Topic]) -> None:
        super().__init__()
        self.setObjectName("help_topics")
        self.setAccessibleName(tr("Topics"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(theme.px(16))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._groups: list[QTreeWidgetItem] = []
        group = ""
        for topic in topics:
            if topic.group != group:
                group = topic.group
                self._add_group(theme, group)
            self._add(topic)
        self.show_colours(theme)
        self.currentItemChanged.connect(self._on_current)
        self.itemClicked.connect(self._on_clicked)
        offer_rows(self, "read", tr("Read the topic"), ("Enter", "Return"), self.taken.emit)

    def names(self) -> list[str]:
        """The names of the topics, in their order."""
        return list(self._items)

    def show_place(self, name: str, section: int) -> None:
        """Stand on what is read, without telling of it."""
        item = self._items.get(name)
        if item is None:
            return
        with QSignalBlocker(self):
            self._open(item)
            read = [one for one in _all_of(item) if one.data(0, _SECTION) <= section]
            self.setCurrentItem(max(read, key=lambda one: int(one.data(0, _SECTION))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.strip() and text.isprintable() and not event.modifiers() & _ASIDE:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def show_colours(self, theme: ThemeManager) -> None:
        """Of the theme that is shown now."""
        for one in self._groups:
            one.setForeground(0, theme.colour("secondary"))

    def _add_group(self, theme: ThemeManager, group: str) -> None:
        item = QTreeWidgetItem([group])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFont(0, theme.font(12))
        item.setTextAlignment(0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        self.addTopLevelItem(item)
        self._groups.append(item)

    def _add(self, topic: Topic) -> None:
        item = QTreeWidgetItem([topic.title])
        item.setData(0, _TOPIC, topic.name)
        item.setData(0, _SECTION, 0)
        above = {1: item}
        for at, section in enumerate(topic.sections[1:], 1):
            below = QTreeWidgetItem([section.title])
            below.setData(0, _TOPIC, topic.name)
            below.setData(0, _SECTION, at)
            above.get(section.level - 1, item).addChild(below)
            above[section.level] = below
        self.addTopLevelItem(item)
        self._items[topic.name] = item

    def _open(self, item: QTreeWidgetItem) -> None:
        for other in self._items.values():
            if other is not item and other.isExpanded():
                other.setExpanded(False)
        for one in _all_of(item):
            one.setExpanded(True)

    def _on_current(self, now: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if now is None or now.data(0, _TOPIC) is None:
            return
        self._open(self._items[now.data(0, _TOPIC)])
        self.chosen.emit(now.data(0, _TOPIC), now.data(0, _SECTION))

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        if item.data(0, _TOPIC) is not None:
            self.chosen.emit(item.data(0, _TOPIC), item.data(0, _SECTION))  # again, if it was scrolled away
            self.taken.emit()

    def moveCursor(self, action: QTreeWidget.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Up and Down pass over the names of groups, which cannot be chosen."""
        index = super().moveCursor(action, modifiers)
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsSelectable:
            step = self.indexAbove if action == QTreeWidget.CursorAction.MoveUp else self.indexBelow
            index = step(index) if step(index).isValid() else self.currentIndex()
        return index


def _all_of(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """An item and all below it."""
    below = [item.child(row) for row in range(item.childCount())]
    return [item, *(one for child in below if child is not None for one in _all_of(child))]
