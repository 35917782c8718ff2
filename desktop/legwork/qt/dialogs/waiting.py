"""Work that must be over before anything else can go on: the window takes no input meanwhile, but never freezes.

Owns the holding, and the small dialog that says what is done once it takes a while. What the work is, is for others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from legwork.errors import Cancelled
from legwork.qt.core.tasks import BackgroundWorker, Task
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import column, label

SHOWN_AFTER_MS = 300
"""What is over sooner shows no dialog: one that only flashes up says nothing."""

T = TypeVar("T")


def wait_for(window: QWidget, theme: ThemeManager, title: str, told: str, work: Callable[[Task], T]) -> T:
    """Do `work` in the background and return what it came to; raises what it raised.

    title: what is done. told: what that means, in a sentence. Raises Cancelled when the program was asked to end
    meanwhile; it is for the caller to let it end then.
    """
    waiting = _Waiting(window, theme, title, told)
    try:
        return waiting.run(work)  # type: ignore[no-any-return]
    finally:
        waiting.hide()
        waiting.deleteLater()


class _Waiting(QDialog):
    """There from the start, so that nothing reaches the window; to be seen only after a moment."""

    def __init__(self, window: QWidget, theme: ThemeManager, title: str, told: str) -> None:
        super().__init__(window)
        self.setObjectName("waiting")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setWindowFlags(
            Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint
        )  # it cannot be closed: it is gone when the work is done
        progress = QProgressBar()
        progress.setObjectName("waiting_progress")
        progress.setAccessibleName(title)
        progress.setRange(0, 0)
        progress.setTextVisible(False)
        layout = column(
            label(title, "section"), progress, label(told, "secondary", wrap=True), spacing=theme.px(12)
        )  # fmt: skip
        layout.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        self.setLayout(layout)
        self.setFixedWidth(theme.px(400))
        self._worker = BackgroundWorker(self)
        self._loop = QEventLoop(self)
        self._task: Task | None = None
        self._result: Any = None
        self._error: Exception | None = None
        self._over = self._let_go = False

    def run(self, work: Callable[[Task], Any]) -> Any:
        """As `wait_for`."""
        task = self._task = Task(self.windowTitle(), work, waited_for=True)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.show()
        QTimer.singleShot(SHOWN_AFTER_MS, self, self._appear)
        self._worker.start(task, visible=False)
        self._loop.exec()
        if not self._over:  # Qt leaves every loop when the program ends
            self._worker.stop()
        if self._let_go or not self._over:
            raise Cancelled
        if self._error is not None:
            raise self._error
        return self._result

    def reject(self) -> None:
        """The program is to end, see `dismiss_dialogs`: the work stops where it safely can; until then this stays."""
        self._let_go = True
        if self._task is not None:
            self._task.cancel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:  # which would mean `reject`
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()

    def _appear(self) -> None:
        if not self._over:
            self.hide()
            self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
            self.show()

    def _on_done(self, result: object) -> None:
        self._result = result

    def _on_failed(self, error: Exception) -> None:
        self._error = error

    def _on_ended(self, _task: Task) -> None:
        self._over = True
        self._loop.quit()
