"""What becomes known where the focus is not: a screen reader says it at once, as the eye sees it appear.

Owns that it is said. What is said, and where it stands, is for whoever shows it.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget


def announce(shown: QWidget, sentence: str) -> None:
    """Let a screen reader say what `shown` now shows; nothing when it is empty."""
    if sentence:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(shown, sentence))


def say(line: QLabel, sentence: str) -> None:
    """Show a sentence on a line that has no focus, what became of a press or why it was refused, and let it be said."""
    line.setText(sentence)
    announce(line, sentence)
