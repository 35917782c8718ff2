"""Finding words in the topic that is open: Ctrl+F, from one place to the next, Esc.

Owns what is looked for and which of its places is looked at. The text is marked by whoever shows it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QWidget

from legwork.i18n import tr
from legwork.numerals import number
from legwork.qt.pages.help.reading import HelpText
from legwork.qt.widgets.layout import button, label, row


class FindBar(QWidget):
    """A line below the text; hidden until it is wanted."""

    closed = Signal()

    def __init__(self, text: HelpText) -> None:
        super().__init__()
        self._text = text
        self._places: list[QTextCursor] = []
        self._now = -1
        self.field = QLineEdit()
        self.field.setObjectName("help_find")
        self.field.setAccessibleName(tr("Find in this text"))
        self.field.setPlaceholderText(tr("Find in this text"))
        self.field.textChanged.connect(self.look)
        self.field.installEventFilter(self)
        self.count = label("", "secondary")
        self.count.setObjectName("help_find_count")
        before, after = (
            button(tr("Previous"), "help_find_previous", "quiet"),
            button(tr("Next"), "help_find_next", "quiet"),
        )
        before.clicked.connect(self.back)
        after.clicked.connect(self.on)
        close = button(tr("Close"), "help_find_close", "quiet")
        close.clicked.connect(self.close_bar)
        self.setLayout(row(self.field, self.count, before, after, close))
        self.hide()

    def open_bar(self) -> None:
        """Ready to type, with what was looked for last selected."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.look()

    def close_bar(self) -> None:
        """Put it away; the marks go too."""
        self.hide()
        self._places, self._now = [], -1
        self._text.mark([])
        self.closed.emit()

    def look(self) -> None:
        """Look in the text that is shown now."""
        if self.isHidden():
            return
        typed = self.field.text().strip()
        self._places = self._text.places_of([typed] if typed else [])
        self._now = 0 if self._places else -1
        self._show()

    def on(self) -> None:
        """To the next place, after the last to the first."""
        self._step(1)

    def back(self) -> None:
        """To the place before, before the first to the last."""
        self._step(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        if self._places:
            self._now = (self._now + by) % len(self._places)
            self._show()

    def _show(self) -> None:
        self._text.mark(self._places, self._now)
        if self._places:
            self.count.setText(tr("{now} of {all}", now=number(self._now + 1), all=number(len(self._places))))
        else:
            self.count.setText(tr("not found") if self.field.text().strip() else "")
