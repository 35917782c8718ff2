"""Stands where something is being worked out, and says so once it takes noticeably long.

Owns when that is: what comes at once must not flicker. What is worked out is for whoever shows it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel

from legwork.i18n import tr

PATIENCE_MS = 500
"""What takes longer shows that it goes on."""


class WaitingSign(QLabel):
    """Empty at first; its sentence comes when it has been seen for a while."""

    def __init__(self, sentence: str) -> None:
        """sentence: translated, what is being done, without a mark at its end."""
        super().__init__()
        self._sentence = f"{sentence}…"
        self.setObjectName("waiting_sign")
        self.setProperty("role", "secondary")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._patience.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._patience.stop()
        self.clear()

    def give_up(self) -> None:
        """It came to nothing, or was stopped."""
        self._patience.stop()
        self.setText(tr("Not worked out yet."))

    def _on_patience(self) -> None:
        self.setText(self._sentence)
