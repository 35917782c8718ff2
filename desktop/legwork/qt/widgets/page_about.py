"""What a page says about itself between its title and what it shows: what it is, or a hint for whoever is new to it.

Owns when one of the two stands there, never both, and that a hint is put away for good.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from legwork.qt.widgets.layout import EmptyState, Page
from legwork.qt.widgets.page_aside import PageAside
from legwork.services.help_topics import topic
from legwork.services.hints import PutHintAway, put_away


class PageAbout(QObject):
    """One for each page; belongs to it."""

    def __init__(self, page: Page, topic_name: str, hint: str) -> None:
        """topic_name: of the help. hint: translated; empty for none."""
        super().__init__(page)
        self._page, self._topic, self._hint = page, topic_name, hint
        self._aside: PageAside | None = None
        page.about.show()
        page.about.clicked.connect(self._on_about)
        page.installEventFilter(self)

    def place_hint(self) -> None:
        """Show the hint where it is wanted: not in the sample, nor where an empty page says itself what to do."""
        aside = self._aside
        if self._page.about.isChecked() or not self._hint:
            return
        if self._is_wanted():
            self._line().show_hint(self._hint)
        elif aside is not None:
            aside.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark and line take no part in the focus while the window turns to the page: its own first field does."""
        if event.type() == QEvent.Type.Hide:
            self._share_focus(Qt.FocusPolicy.NoFocus)
        elif event.type() == QEvent.Type.Show:
            QTimer.singleShot(0, self._take_part)
        return super().eventFilter(watched, event)

    def _take_part(self) -> None:
        if self._page.isVisible():
            self._share_focus(Qt.FocusPolicy.StrongFocus)

    def _share_focus(self, policy: Qt.FocusPolicy) -> None:
        own = (self._aside.more, self._aside.close_button) if self._aside is not None else ()
        for one in (self._page.about, *own):
            one.setFocusPolicy(policy)
        for before, after in pairwise((self._page.about, *own)):
            QWidget.setTabOrder(before, after)

    def _is_wanted(self) -> bool:
        context = self._page.context
        if context.sample or context.person is None or not self._page.hint_fits():
            return False
        if any(one.isVisible() for one in self._page.findChildren(EmptyState)):
            return False
        return self._page.name not in put_away(context.profile)

    def _line(self) -> PageAside:
        if self._aside is None:
            self._aside = PageAside(self._page.context.theme)
            self._aside.more_asked.connect(self._on_more)
            self._aside.hint_read.connect(self._on_hint_read)
            self._aside.closed.connect(self._on_closed)
            outer = self._page.layout()
            assert isinstance(outer, QVBoxLayout)
            outer.insertWidget(outer.count() - 1, self._aside)  # above what the page shows
            self._share_focus(self._page.about.focusPolicy())
        return self._aside

    def _on_about(self) -> None:
        told = topic(self._topic)
        if self._page.about.isChecked() and told is not None:
            self._line().show_what(told.what)
        else:
            self._line().hide()
            self.place_hint()

    def _on_more(self) -> None:
        self._page.context.navigate.emit(f"help/{self._topic}")

    def _on_hint_read(self) -> None:
        self._page.context.runner.apply(PutHintAway(self._page.name))
        self._page.focus_first()

    def _on_closed(self) -> None:
        self._page.about.setChecked(False)
        self._page.about.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place_hint()
