"""Files that are let go anywhere over a window, or over one of the dialogs that stand beside it.

Owns seeing them before the widget under the pointer does: a field would take their names for a text. A drag without
files is none of its business.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_DRAGGING = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class FileDrops(QObject):
    """Accepts drags of local files over a window, and says which were let go."""

    dropped = Signal(object)
    """Paths of all files that were let go at once; a tuple, never empty."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusWindowChanged.connect(self._on_focus)

    def watch(self, window: QWidget) -> None:
        """The window is shown: see its drags first. Called again, it stays so."""
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return event.type() in _DRAGGING and isinstance(event, QDropEvent) and self.take(event)

    def _on_focus(self) -> None:
        """A dialog beside the window that has just come up takes them too."""
        for dialog in self._window.children():
            if isinstance(dialog, QDialog) and dialog.isVisible() and not dialog.isModal():
                dialog.setAcceptDrops(True)
                self.watch(dialog)

    def take(self, event: QDropEvent) -> bool:
        """Accept a drag of files, wherever it is over the window; False: it is for whatever lies there."""
        files = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        if not files or QApplication.activeModalWidget() is not None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(files)
        return True
