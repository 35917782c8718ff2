"""The command search: one field over the window, and below it whatever has the words that are typed.

Owns the field, the list and what was chosen lately. What can be found is `search_entries`, in which order `finding`.
It lies inside the window, so it opens within a frame and greys nothing out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QLineEdit,
    QMainWindow,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from shiboken6 import isValid

from legwork.i18n import language, ntr, tr
from legwork.qt.core.context import Context
from legwork.qt.core.latest import Latest
from legwork.qt.core.tasks import Task
from legwork.qt.dialogs.search_entries import Go, Place, at_once, read
from legwork.qt.widgets.keys import said_keys
from legwork.qt.widgets.layout import column, label
from legwork.services.finding import Entry, Finder
from legwork.services.people import Person
from legwork.services.profile import Profile

_WIDE, _ROWS, _ROW, _EDGE = 660, 11, 28, 32
"""Unscaled: how wide it is, how many rows are in sight and how high each is, and the least distance to the window."""
MOST_RECENT = 8
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS - 1, Qt.Key.Key_PageUp: 1 - _ROWS}
_TEXT, _KIND, _KEYS = range(3)


class CommandSearch(QFrame):
    """Made once for a window and a language; `open_search` shows it anew each time."""

    def __init__(self, context: Context, window: QMainWindow, places: Sequence[Place], go: Go) -> None:
        """go: shows a page."""
        super().__init__(window)
        self._context, self._window, self._places, self._go = context, window, tuple(places), go
        self._before: QWidget | None = None
        self._page = ""
        self._finder = Finder(())
        self._read: tuple[str, Finder] = ("", Finder(()))
        self._shown: list[Entry] = []
        self._latest = Latest(context.worker, self)
        self._latest.done.connect(self._on_read)
        self.setObjectName("command_search")
        self.setProperty("role", "float")
        self.setAccessibleName(tr("Search"))
        self.field = QLineEdit()
        self.field.setObjectName("command_search_field")
        self.field.setAccessibleName(tr("Search commands, pages, exercises and help"))
        self.field.setPlaceholderText(tr("Search commands, pages, exercises and help"))
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.list = self._make_list()
        self.told = label("", "small")
        self.told.setObjectName("command_search_told")
        layout = column(self.field, self.list, self.told, spacing=context.theme.px(8))
        layout.setContentsMargins(*[context.theme.px(12)] * 4)
        self.setLayout(layout)
        self.hide()
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    @property
    def busy(self) -> bool:
        """Whether something that can be found is still being read."""
        return self._latest.busy

    def open_search(self, page: str) -> None:
        """Show it over the window, ready to type. page: the name of the one that is shown."""
        if not self.isVisible():
            focused = QApplication.focusWidget()
            self._before = focused if focused is not None and self._window.isAncestorOf(focused) else None
        self._page = page
        self._gather()
        self._read_anew()
        self.field.clear()
        self._find("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_search(self) -> None:
        """Put it away; the focus goes back to where it was."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._window.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and _is_elsewhere(event):
                event.accept()  # what the page does with it must wait
                return True
            if event.type() == QEvent.Type.KeyPress and self._takes(event):
                return True
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the list as the arrows do: there is nothing else."""
        self._step(1 if forward else -1)
        return True

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setObjectName("command_search_list")
        made.setAccessibleName(tr("Found"))
        made.setColumnCount(3)
        made.setHeaderHidden(True)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        for one in (_KIND, _KEYS):
            made.header().setSectionResizeMode(one, QHeaderView.ResizeMode.Fixed)
        made.itemClicked.connect(self._on_clicked)
        made.currentItemChanged.connect(self._on_current)
        return made

    # What can be found

    def _gather(self) -> None:
        known = self._read[1] if self._read[0] == self._whose else None
        found = at_once(self._window, self._context, self._places, self._go, self._page)
        self._finder = Finder(found, known)

    @property
    def _whose(self) -> str:
        person = self._context.person
        return f"{person.uid if person is not None else ''} {language()}"

    def _read_anew(self) -> None:
        work = partial(_read, self._context.profile, self._context.person, self._go, self._whose)
        self._latest.ask(tr("Reading what can be found"), work)

    def _on_read(self, found: tuple[str, Finder]) -> None:
        first = found[0] != self._read[0]
        self._read = found
        if first and self.isVisible():
            self._gather()
            self._find(self.field.text())

    # What is found

    def _find(self, typed: str) -> None:
        recent = self._recent()
        if typed.strip():
            found = self._finder.find(typed, recent)
        else:
            lately = self._finder.known(recent)
            found = [*lately, *(one for one in self._finder.entries if one not in lately)][: 3 * _ROWS]
        self._show(found)
        nothing = tr("Nothing is found. Fewer or shorter words find more: the beginning of a word is enough.")
        counted = ntr("{count} found", "{count} found", len(found)) if found else nothing
        self.told.setText(counted if typed.strip() else tr("Enter runs it, Esc leaves."))

    def _show(self, found: list[Entry]) -> None:
        self._shown = found
        theme, metrics = self._context.theme, self.list.fontMetrics()
        self.list.blockSignals(True)
        self.list.clear()
        rows = []
        for one in found:
            row = QTreeWidgetItem([one.text, one.kind, said_keys(one.keys)])
            row.setToolTip(_TEXT, one.text)
            for place in (_KIND, _KEYS):
                row.setForeground(place, theme.colour("secondary"))
                row.setTextAlignment(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            rows.append(row)
        self.list.addTopLevelItems(rows)
        for place in (_KIND, _KEYS):
            wide = max((metrics.horizontalAdvance(row.text(place)) for row in rows), default=0)
            self.list.setColumnWidth(place, min(wide + theme.px(20), theme.px(_WIDE) // 3))
        self.list.blockSignals(False)
        if rows:
            self.list.setCurrentItem(rows[0])

    def _step(self, by: int) -> None:
        current, last = self.list.currentItem(), self.list.topLevelItemCount() - 1
        at = self.list.indexOfTopLevelItem(current) if current is not None else -1
        item = self.list.topLevelItem(min(max(at + by, 0), last)) if last >= 0 else None
        if item is not None:
            self.list.setCurrentItem(item)

    def _takes(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run_current()
        elif key == Qt.Key.Key_Escape:
            self.close_search()
        else:
            return False
        return True

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        self.list.setCurrentItem(item)
        self._run_current()

    def _run_current(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        chosen = self._shown[self.list.indexOfTopLevelItem(item)]
        self._keep(chosen.key)
        self.close_search()  # a command may mean what has the focus
        chosen.run()

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        """Say the row to a screen reader, for the focus stays in the field."""
        if item is None or not self.isVisible():
            return
        place, count = self.list.indexOfTopLevelItem(item) + 1, self.list.topLevelItemCount()
        said = tr("{text}, {kind}, {place} of {count}", text=item.text(_TEXT), kind=item.text(_KIND), place=place,
                  count=count)  # fmt: skip
        self.field.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, said))

    # What was chosen lately

    def _recent(self) -> list[str]:
        return [one for one in self._context.view.text(self._kept).split("\n") if one]

    def _keep(self, key: str) -> None:
        recent = [key, *(one for one in self._recent() if one != key)]
        self._context.view.set_text(self._kept, "\n".join(recent[:MOST_RECENT]))

    @property
    def _kept(self) -> str:
        person = self._context.person
        return f"found/{person.uid if person is not None else ''}"

    # Where it lies

    def _place(self) -> None:
        """Below the menus, as many whole rows high as there is room for."""
        px, inside = self._context.theme.px, self._window.rect()
        top = self._window.menuBar().geometry().bottom() + px(16)
        row = max(self.list.sizeHintForRow(0), px(_ROW))
        around = self.field.sizeHint().height() + self.told.sizeHint().height() + px(2 * 12 + 2 * 8)
        rows = min(_ROWS, (inside.height() - top - px(16) - around) // row)
        self.list.setFixedHeight(max(rows, 1) * row + 2 * self.list.frameWidth())
        wide = min(px(_WIDE), inside.width() - 2 * px(_EDGE))
        self.setGeometry(QRect((inside.width() - wide) // 2, top, wide, self.sizeHint().height()))

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Who turns to something else is done with it; the focus then stays there."""
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self._before = None
            self.hide()


def _is_elsewhere(event: QKeyEvent) -> bool:
    """Whether a key with Alt would go to the page: letters open the menus."""
    alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
    return bool(alt) and not Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z


def _read(profile: Profile, person: Person | None, go: Callable[[str], object], whose: str, _task: Task) -> object:
    return whose, Finder(read(profile, person, go))
