"""The help that ships with the program: topics and their headings, a search over all of them, the text with drawings.

Owns which text is shown and the way back. How a text is laid out is `reading`'s, what texts there are a service's.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QStackedWidget, QWidget

from legwork.i18n import mark, ntr, ptr, tr
from legwork.qt.core.commands import offer
from legwork.qt.core.context import Context
from legwork.qt.pages.help.answers import Answers
from legwork.qt.pages.help.contents import Contents
from legwork.qt.pages.help.find_bar import FindBar
from legwork.qt.pages.help.reading import HelpText
from legwork.qt.widgets.layout import Page, button, card, column, label, row
from legwork.services.help_search import Found, search
from legwork.services.help_topics import COMMAND, HELP, PAGE, topics

_LIST, _WIDE_LIST = 276, 380
"""How wide the topics are, unscaled, and may become."""
_BOTH = 700
"""From this width on, unscaled, topics and text stand side by side; below it one of them is shown."""


class HelpPage(Page):
    """Topics on the left, the text on the right."""

    name = "help"
    title = mark("Help")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._topics = {one.name: one for one in topics()}
        self._read: list[tuple[str, int]] = []
        """What was read, one after the other: names of topics, and how far each was scrolled."""
        self._at = -1
        self._beside = True
        self.text = HelpText(context.theme)
        self.text.anchorClicked.connect(self._on_link)
        self.text.section_reached.connect(self._on_scrolled)
        self.find_bar = FindBar(self.text)
        self.find_bar.closed.connect(self._on_find_closed)
        self.contents = Contents(context.theme, list(self._topics.values()))
        self.contents.chosen.connect(self.read)
        self.contents.taken.connect(self._on_taken)
        self.contents.typed.connect(self._on_typed)
        self.answers = Answers(context.theme)
        self.answers.chosen.connect(self._on_answer)
        self.answers.taken.connect(self._on_taken)
        self._list = self._make_list()
        self._sheet = card(self.text, self.find_bar, margin=6)
        self._sheet.setMaximumWidth(self.text.longest_line + context.theme.px(68))
        self._both = row(self._list, self._sheet, None, spacing=16)
        self._both.setStretch(1, 1000)
        self.body.addLayout(self._both, 1)
        self._add_tools()

    def open_for(self, wish: str) -> None:
        """wish: a topic by its name; after a # the anchor of one of its headings, or the number of the section."""
        name, _, anchor = wish.partition("#")
        topic = self._topics.get(name)
        if topic is not None:
            self.search.clear()
            self.read(name, int(anchor) if anchor.isdecimal() else topic.place(anchor))
            self._on_taken()

    def begin(self) -> None:
        """Ready to read."""

    def focus_first(self) -> None:
        """Ready to search."""
        self._choose(True)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def refresh(self) -> None:
        self.contents.show_colours(self.context.theme)
        if self._at < 0:
            self.read(next(iter(self._topics)), 0)
        else:
            self._remember()
            name, scrolled = self._read[self._at]
            self.text.show_topic(self._topics[name])
            self.text.verticalScrollBar().setValue(scrolled)

    def read(self, name: str, section: int) -> None:
        """Show a topic from one of its sections on."""
        self._remember()
        now = self._read[self._at][0] if self._at >= 0 else ""
        if name == now:
            self.text.go_to(section)
        else:
            self._read[self._at + 1 :] = [(name, 0)]
            self._at += 1
            self.text.show_topic(self._topics[name], section)
            self.find_bar.look()
        self.contents.show_place(name, section)
        self._show_way()

    def back(self) -> None:
        """To the topic that was read before."""
        self._go(-1)

    def on(self) -> None:
        """To the topic from which one went back."""
        self._go(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.BackButton:
            self.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.on()
        else:
            super().mousePressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            shown = self.lists.currentWidget()
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and shown is not None:
                shown.setFocus(Qt.FocusReason.TabFocusReason)
                if shown is self.answers and self.answers.currentRow() < 0:
                    self.answers.setCurrentRow(0)
                if shown is self.answers and event.key() != Qt.Key.Key_Down:
                    self._on_taken()
                return True
        return super().eventFilter(watched, event)

    def _make_list(self) -> QWidget:
        px = self.context.theme.px
        self.search = QLineEdit()
        self.search.setObjectName("help_search")
        self.search.setAccessibleName(tr("Search the help"))
        self.search.setPlaceholderText(tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        self.search.installEventFilter(self)
        self.answers.left_upwards.connect(self._on_search_wanted)
        self.told = label("", "secondary", wrap=True)
        self.told.setObjectName("help_told")
        self.told.hide()
        self.lists = QStackedWidget()
        self.lists.addWidget(self.contents)
        self.lists.addWidget(self.answers)
        whole = QWidget()
        whole.setLayout(column(self.search, self.told, card(self.lists, margin=8), spacing=8))
        whole.setMinimumWidth(px(_LIST))
        return whole

    def _add_tools(self) -> None:
        self.back_button = self._tool(ptr("go", "Back"), "help_back", self.back)
        self.on_button = self._tool(tr("Forward"), "help_forward", self.on)
        self.topics_button = self._tool(tr("Topics"), "help_show_topics", self._on_topics)
        self.topics_button.setCheckable(True)
        for one in (self.topics_button, self.back_button, self.on_button):
            self.tools.addWidget(one)
        self.topics_button.hide()
        way = [self.about, self.topics_button, self.back_button, self.on_button, self.search, self.contents]
        for before, after in pairwise([*way, self.answers, self.text]):
            QWidget.setTabOrder(before, after)
        for name, text, keys, run in (
            ("find", tr("Find in this topic"), "Ctrl+F", self._on_find_wanted),
            ("search", tr("Search the help"), "Ctrl+Shift+F", self._on_search_wanted),
            ("find_on", tr("To the next place found"), "F3", self.find_bar.on),
            ("find_back", tr("To the place found before"), "Shift+F3", self.find_bar.back),
            ("back", tr("Back to the topic read before"), "Alt+Left", self.back),
            ("on", tr("Forward again to the topic"), "Alt+Right", self.on),
        ):
            offer(self, name, text, keys, run)

    def _tool(self, text: str, name: str, run: object) -> QPushButton:
        made = button(text, name, "quiet")
        made.clicked.connect(run)
        return made

    def _arrange(self, size: QSize) -> None:
        px = self.context.theme.px
        beside = size.width() >= px(_BOTH)
        if beside != self._beside:
            self._beside = beside
            self.topics_button.setVisible(not beside)
            self._choose(False)
        self._both.setStretch(0, 1 if beside else 1000)
        self._list.setMaximumWidth(px(_WIDE_LIST) if beside else 16_777_215)

    def _choose(self, choosing: bool) -> None:
        """Where there is room for one of them: the topics, or the text."""
        self.topics_button.setChecked(choosing)
        self._list.setVisible(self._beside or choosing)
        self._sheet.setVisible(self._beside or not choosing)

    def _go(self, by: int) -> None:
        if not 0 <= self._at + by < len(self._read):
            return
        self._remember()
        self._at += by
        name, scrolled = self._read[self._at]
        self.text.show_topic(self._topics[name])
        self.text.verticalScrollBar().setValue(scrolled)
        self.find_bar.look()
        self.contents.show_place(name, 0)
        self._show_way()

    def _remember(self) -> None:
        """How far the topic was read that is left now."""
        if self._at >= 0:
            self._read[self._at] = self._read[self._at][0], self.text.verticalScrollBar().value()

    def _show_way(self) -> None:
        self.back_button.setEnabled(self._at > 0)
        self.on_button.setEnabled(self._at < len(self._read) - 1)

    def _on_link(self, link: QUrl) -> None:
        target = link.toString()
        if target.startswith(PAGE):
            self.context.navigate.emit(target.removeprefix(PAGE))
        elif target.startswith(HELP):
            self.open_for(target.removeprefix(HELP))
        elif target.startswith(COMMAND):
            action = self.window().findChild(QAction, f"action_{target.removeprefix(COMMAND)}")
            if action is not None:
                action.trigger()

    def _on_search(self, typed: str) -> None:
        found = search(list(self._topics.values()), typed)
        self.answers.show_found(found)
        self.lists.setCurrentWidget(self.answers if typed.strip() else self.contents)
        self.told.setVisible(bool(typed.strip()))
        nothing = tr("Nothing is found. Fewer or shorter words find more: the beginning of a word is enough.")
        self.told.setText(ntr("{count} place", "{count} places", len(found)) if found else nothing)
        if not typed.strip():
            self.text.mark([])

    def _on_answer(self, found: Found) -> None:
        self.read(found.topic, found.section)
        words = {found.excerpt[start : start + length] for start, length in found.marked}
        self.text.mark(self.text.places_of(sorted(words)))

    def _on_typed(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(text)

    def _on_taken(self) -> None:
        self._choose(False)
        if self.isVisible():
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_topics(self) -> None:
        self._choose(self.topics_button.isChecked())
        (self.contents if self.topics_button.isChecked() else self.text).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_scrolled(self, section: int) -> None:
        if self._at >= 0 and not self.contents.hasFocus():
            self.contents.show_place(self._read[self._at][0], section)

    def _on_search_wanted(self) -> None:
        self.focus_first()

    def _on_find_wanted(self) -> None:
        self._choose(False)
        self.find_bar.open_bar()

    def _on_find_closed(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
