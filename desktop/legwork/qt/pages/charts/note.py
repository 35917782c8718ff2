"""The line under the charts: one sentence, as high as its words need.

Owns which of what it was given stands there. The sentences themselves are made by `said` and by whoever says them.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

from legwork.i18n import tr
from legwork.qt.widgets.layout import set_role


class ChartNote(QLabel):
    """Shows a hint until something else is said."""

    def __init__(self) -> None:
        super().__init__()
        self._hint = self._nothing = ""
        self.setObjectName("chart_note")
        self.setProperty("role", "small")
        self.setWordWrap(True)

    def say(self, sentence: str, role: str = "small") -> None:
        """Show a sentence, as it is or marked for translation."""
        self.setText(tr(sentence))
        set_role(self, role)
        self._hold_height()

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

    def _hold_height(self) -> None:
        """A splitter around does not ask how high words are that go on in a second line."""
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))
