"""What the menus open over the window or beside it: the command search, the overview of keys, about.

Owns when each is made and when it goes. Nothing of it is imported before somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMainWindow

from legwork.qt.core.context import Context
from legwork.qt.page_list import PAGES

if TYPE_CHECKING:
    from legwork.qt.dialogs.command_search import CommandSearch
    from legwork.qt.widgets.layout import Page


class Over:
    """For one window and the data that it shows."""

    def __init__(self, window: QMainWindow, context: Context) -> None:
        self._window, self._context = window, context
        self._search: CommandSearch | None = None

    def search(self, shown: str, go: Callable[[str], object]) -> None:
        """Find a command, a page, an exercise or a topic of the help. shown: the page. go: shows another one."""
        from legwork.qt.dialogs.command_search import CommandSearch

        if self._search is None:
            self._search = CommandSearch(self._context, self._window, PAGES, go)
        self._search.open_search(shown)

    def keys(self, pages: Sequence[str], build: Callable[[str], Page]) -> None:
        """Every key. pages: by their names, the one that is shown first. build: gives one, also unseen."""
        from legwork.qt.dialogs.shortcuts import ShortcutsDialog

        open_one = self._window.findChild(ShortcutsDialog)
        _bring_up(open_one or ShortcutsDialog(self._context, self._window, pages, build))

    def review(self) -> None:
        """What was done in the week, what changed, and what comes."""
        from legwork.qt.dialogs.weekly_review import show_review

        show_review(self._context, self._window)

    def report(self) -> None:
        """The progress report over a stretch of time."""
        from legwork.qt.dialogs.progress_report import show_progress

        show_progress(self._context, self._window)

    def about(self) -> None:
        """What the program is and what it is made of."""
        from legwork.qt.dialogs.about import AboutDialog

        _bring_up(self._window.findChild(AboutDialog) or AboutDialog(self._context, self._window))

    def enable(self, *, somebody: bool) -> None:
        """Let the menus offer what is about a person only while there is one."""
        for name in ("action_review", "action_report"):
            for entry in self._window.menuBar().findChildren(QAction, name):
                entry.setEnabled(somebody)

    def close(self) -> None:
        """Close what stands beside the window, and let the search be made anew."""
        for one in self._window.findChildren(QDialog):
            if not one.isModal():
                one.close()
        if self._search is not None:
            self._search.hide()
            self._search.deleteLater()
            self._search = None


def _bring_up(shown: QDialog) -> None:
    shown.show()
    shown.raise_()
    shown.activateWindow()
