"""About Legwork: what it is, which version, that it never talks to a network, and the licences of all it is made of.

Owns the view only: the parts and their texts are `services.licences`'.
"""

from __future__ import annotations

import platform

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from legwork import __version__
from legwork.i18n import mark, ntr, tr
from legwork.qt.core import dialog_keys
from legwork.qt.core.context import Context
from legwork.qt.core.icons import app_icon
from legwork.qt.core.latest import Latest
from legwork.qt.widgets.layout import button, column, fixed_width, label, row
from legwork.qt.widgets.row_actions import copy_rows, offer_copy
from legwork.services.licences import Component, components

WHAT = mark("Measure, chart and train: for legs that catch up with the upper body.")
NETWORK = mark(
    "Legwork never connects to a network. There is no account, nothing is sent, nothing is fetched, and nobody counts "
    "what you do: all you enter stays in a folder on this computer."
)

_MOST_MARKED = 500
"""So many places are marked in a text; a single letter would be found tens of thousands of times."""


class AboutDialog(QDialog):
    """Stands beside the window until it is closed."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setWindowTitle(tr("About Legwork"))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme = context.theme
        self._parts: tuple[Component, ...] = ()
        self._texts: list[str] = []
        shown = {"version": __version__, "python": platform.python_version(), "qt": qVersion()}
        self.version = label(tr("Version {version}, with Python {python} and Qt {qt}", **shown), "secondary")
        self.version.setObjectName("about_version")
        self.version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.wanted = QLineEdit()
        self.wanted.setObjectName("about_search")
        self.wanted.setAccessibleName(tr("Find in names and licences"))
        self.wanted.setPlaceholderText(tr("Find in names and licences…"))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.setFixedWidth(theme.px(300))
        self.counted = label("", "secondary")
        self.counted.setObjectName("about_count")
        self.list = self._make_list()
        self.text = self._make_text()
        self._lay_out()
        self._latest = Latest(context.worker, self)
        self._latest.done.connect(self._on_parts)
        self._latest.ask("licences", lambda _task: components())
        self.wanted.textChanged.connect(self._show_list)
        self.list.currentItemChanged.connect(self._on_chosen)
        dialog_keys.LICENCES_FIND.offer(self, self._on_find)
        dialog_keys.LICENCES_NEXT.offer(self, self._next_match)
        theme.changed.connect(self._show_marks)
        self.list.setFocus()

    @property
    def busy(self) -> bool:
        """Whether the licences are still being read."""
        return self._latest.busy

    def _make_list(self) -> QTreeWidget:
        parts = QTreeWidget()
        parts.setObjectName("about_parts")
        parts.setAccessibleName(tr("What Legwork is made of"))
        parts.setRootIsDecorated(False)
        parts.setUniformRowHeights(True)
        parts.setHeaderLabels([tr("Part"), tr("Licence")])
        parts.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        parts.header().setStretchLastSection(True)
        parts.setColumnWidth(0, self._theme.px(184))
        parts.setFixedWidth(self._theme.px(320))
        offer_copy(parts, lambda: copy_rows(parts))
        return parts

    @staticmethod
    def _make_text() -> QPlainTextEdit:
        text = QPlainTextEdit()
        text.setObjectName("about_text")
        text.setAccessibleName(tr("Licence"))
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setUndoRedoEnabled(False)
        fixed_width(text)
        return text

    def _lay_out(self) -> None:
        theme = self._theme
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(QSize(theme.px(64), theme.px(64)), self.devicePixelRatio()))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        copy = button(tr("Copy the version"), "about_copy", "quiet")
        copy.setToolTip(tr("Version and system in a line, for a report"))
        copy.clicked.connect(self._on_copy)
        close = button(tr("Close"), "about_close")
        close.clicked.connect(self.close)
        for one in (copy, close):
            one.setAutoDefault(False)  # Enter in the search field must not press one
        network = label(tr(NETWORK), wrap=True)
        network.setObjectName("about_network")
        head = column(
            label("Legwork", "title"), self.version, theme.px(4), label(tr(WHAT)), network, spacing=theme.px(4)
        )
        top = row(picture, head, spacing=theme.px(16))
        top.setStretch(1, 1)
        both = row(self.list, self.text, spacing=theme.px(12))
        both.setStretch(1, 1)
        layout = column(
            top,
            theme.px(4),
            row(label(tr("What it is made of"), "section"), None, self.wanted),
            both,
            row(self.counted, None, copy, close),
            spacing=theme.px(12),
        )
        layout.setStretch(3, 1)
        margin = theme.px(24)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)
        window = self.parentWidget()
        room = window.size() * 0.94 if window is not None else self.size()
        self.resize(min(theme.px(1000), room.width()), min(theme.px(660), room.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.wanted.hasFocus():
            self._next_match()
            return
        super().keyPressEvent(event)

    def _on_parts(self, parts: tuple[Component, ...]) -> None:
        self._parts = parts
        self._texts = [" ".join((one.name, one.licence, one.note, one.text)).casefold() for one in parts]
        self._show_list()

    def _show_list(self) -> None:
        """The parts that have every word that is looked for; the chosen one stays chosen if it is among them."""
        chosen = self.list.currentItem()
        before = chosen.data(0, Qt.ItemDataRole.UserRole) if chosen is not None else 0
        words = self.wanted.text().casefold().split()
        self.list.blockSignals(True)
        self.list.clear()
        for place, one in enumerate(self._parts):
            if not all(word in self._texts[place] for word in words):
                continue
            item = QTreeWidgetItem([f"{one.name} {one.version}".strip(), one.licence])
            item.setData(0, Qt.ItemDataRole.UserRole, place)
            for at in range(2):
                item.setToolTip(at, item.text(at))
            self.list.addTopLevelItem(item)
            if place == before:
                self.list.setCurrentItem(item)
        first = self.list.topLevelItem(0)
        if self.list.currentItem() is None and first is not None:
            self.list.setCurrentItem(first)
        self.list.blockSignals(False)
        count, total = self.list.topLevelItemCount(), len(self._parts)
        if words:
            self.counted.setText(tr("{count} of {total} parts", count=count, total=total))
        else:
            self.counted.setText(ntr("{count} part", "{count} parts", total))
        self._on_chosen()

    def _on_chosen(self) -> None:
        item = self.list.currentItem()
        if item is None:
            self.text.setPlainText(tr("Nothing here has these words.") if self._parts else "")
            return
        one = self._parts[item.data(0, Qt.ItemDataRole.UserRole)]
        name, note = f"{one.name} {one.version}".strip(), tr(one.note) if one.note else ""
        head = filter(None, (name, note, tr("Licence: {name}", name=one.licence), one.home))
        said = one.text or tr("It is free to use, and asks for no text of a licence to go with it.")
        shown = "\n".join((*head, "", said))
        if shown != self.text.toPlainText():
            self.text.setPlainText(shown)
        self._show_marks()
        self._next_match(first=True)

    def _show_marks(self) -> None:
        """Mark every word that is looked for."""
        marks: list[QTextEdit.ExtraSelection] = []
        document = self.text.document()
        for word in self.wanted.text().split():
            cursor = document.find(word)
            while not cursor.isNull() and len(marks) < _MOST_MARKED:
                marked = QTextEdit.ExtraSelection()
                marked.cursor = cursor
                marked.format.setBackground(self._theme.colour("legs_soft"))
                marked.format.setForeground(self._theme.colour("text"))
                marks.append(marked)
                cursor = document.find(word, cursor)
        self.text.setExtraSelections(marks)

    def _next_match(self, *, first: bool = False) -> None:
        """Bring the next place with the first word into sight; after the last one the first."""
        words = self.wanted.text().split()
        document = self.text.document()
        start = QTextCursor(document) if first else self.text.textCursor()
        found = document.find(words[0], start, QTextDocument.FindFlag(0)) if words else QTextCursor()
        if found.isNull() and words and not first:
            found = document.find(words[0])
        if not found.isNull():
            self.text.setTextCursor(found)
            self.text.centerCursor()
        elif first:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _on_find(self) -> None:
        self.wanted.setFocus()
        self.wanted.selectAll()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(f"Legwork: {self.version.text()}, {platform.platform()}")
