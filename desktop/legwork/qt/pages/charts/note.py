"""The line under the charts: one sentence, as high as its words need.

Owns which of what it was given stands there. The sentences themselves are made by `said` and by whoever says them.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

from legwork.i18n import tr
from legwork.qt.widgets.layout import set_role
from legwork.qt.widgets.waiting_sign import PATIENCE_MS


class ChartNote(QLabel):
    """Shows a hint until something else is said."""

    def __init__(self) -> None:
        super().__init__()
        self._hint = self._nothing = self._later = ""
        self.setObjectName("chart_note")
        self.setProperty("role", "small")
        self.setWordWrap(True)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience)

    def say(self, sentence: str, role: str = "small") -> None:
        """Show a sentence, as it is or marked for translation."""
        self._patience.stop()
        self.setText(tr(sentence))
        set_role(self, role)
        self._hold_height()

    def say_later(self, sentence: str) -> None:
        """Show it when nothing else is said for a while: what it tells of takes noticeably long."""
        self._later = sentence
        self._patience.start()

    def say_hint(self, sentence: str) -> None:
        """Show what is to be known of what is drawn now."""
        self._hint, self._nothing = sentence, ""
        self.say(sentence)

    def say_nothing_here(self, sentence: str) -> None:
        """Show that the window is empty; "" once it is not: then the hint is back."""
        if sentence != self._nothing:
            self._nothing = sentence
            self.say(sentence or self._hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold_height()

    def _on_patience(self) -> None:
        self.say(self._later)

    def _hold_height(self) -> None:
        """A splitter around does not ask how high words are that go on in a second line."""
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))
