"""A line between a page's title and what it shows: what the page is, or a hint for whoever is new to it.

Owns how it looks and which of the two stands there; never both. Where hints are kept is for whoever listens.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from legwork.i18n import tr
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, label, row
from legwork.qt.widgets.prose import prose


class PageAside(QFrame):
    """Shows one text, with a way to more of it and a way to put it away."""

    more_asked = Signal()
    hint_read = Signal()
    closed = Signal()

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.setObjectName("page_aside")
        self.setProperty("role", "aside")
        self._hint = False
        self.text = label("", wrap=True)
        self.text.setObjectName("page_aside_text")
        self.more = button(tr("More in the help"), "page_aside_more", "link")
        self.more.clicked.connect(self.more_asked)
        self.close_button = button("", "page_aside_close")
        self.close_button.clicked.connect(self._on_close)
        line = row(prose(theme, self.text), self.more, self.close_button, spacing=theme.px(12))
        line.setStretch(0, 1)
        for one in (self.more, self.close_button):
            line.setAlignment(one, Qt.AlignmentFlag.AlignTop)
        edge = theme.px(8)
        line.setContentsMargins(theme.px(16), edge, edge, edge)
        self.setLayout(line)

    def show_what(self, text: str) -> None:
        """What the page is, in a paragraph."""
        self._show(text, tr("Close"), hint=False)

    def show_hint(self, text: str) -> None:
        """A sentence for whoever is new here."""
        self._show(text, tr("Got it"), hint=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._hint:
            self._on_close()
        else:
            super().keyPressEvent(event)

    def _show(self, text: str, close: str, *, hint: bool) -> None:
        self._hint = hint
        self.text.setText(text)
        self.setAccessibleName(text)
        self.close_button.setText(close)
        self.close_button.setAccessibleName(close)
        self.more.setVisible(not hint)
        self.show()

    def _on_close(self) -> None:
        self.hide()
        (self.hint_read if self._hint else self.closed).emit()
