"""The quiet bar at the bottom of the window: what just happened with Undo beside it, or what is running with Cancel."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from legwork.i18n import tr
from legwork.qt.core.announcing import announce
from legwork.qt.core.tasks import Task
from legwork.qt.core.theme import ThemeManager

SHOWN_MS = 9000


class NoticeBar(QFrame):
    """Floats over the bottom of `host`; one notice at a time."""

    def __init__(self, host: QWidget, theme: ThemeManager) -> None:
        super().__init__(host)
        self.setObjectName("notice_bar")
        self.setProperty("role", "notice")
        self._host = host
        self._theme = theme
        self._run: Callable[[], object] | None = None
        self._task: Task | None = None
        self.text = QLabel()
        self.text.setObjectName("notice_text")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(theme.px(120))
        self.action = QPushButton()
        self.action.setObjectName("notice_action")
        self.action.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        self.action.clicked.connect(self._on_action)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8))
        layout.setSpacing(theme.px(16))
        layout.addWidget(self.text, 1)
        layout.addWidget(self.progress)
        layout.addWidget(self.action)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, action: str = "", run: Callable[[], object] | None = None) -> None:
        """Show a sentence for some seconds, with one thing to do about it."""
        self._task = None
        self._run = run
        self._show(sentence, action, busy=False)
        self._timer.start(SHOWN_MS)

    def withdraw_offer(self) -> None:
        """What was offered can no longer be done: take the notice away."""
        if self._run is not None and self._task is None:
            self._run = None
            self.hide()

    def follow(self, task: Task) -> None:
        """Show that `task` runs, until it ends."""
        self._task = task
        self._run = partial(self._cancel, task)
        self._timer.stop()
        task.ended.connect(self._on_task_ended)
        self._show(task.title, tr("Cancel"), busy=True)

    def follow_lasting(self, task: Task) -> None:
        """The same for work that began unseen and takes long; an offer that stands here is not pushed aside by it."""
        if self.isHidden() or self._run is None:
            self.follow(task)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _show(self, sentence: str, action: str, *, busy: bool) -> None:
        self.text.setText(sentence)
        self.text.setMinimumWidth(min(self.text.fontMetrics().horizontalAdvance(sentence) + 8, self._theme.px(560)))
        self.setAccessibleName(sentence)
        self.progress.setVisible(busy)
        self.action.setText(action)
        self.action.setAccessibleName(action)
        self.action.setVisible(bool(action))
        self._place()
        self.show()
        self.raise_()
        # It never takes the focus, so a screen reader would pass it over.
        announce(self, sentence)

    def _place(self) -> None:
        self.adjustSize()
        gap = self._theme.px(16)
        width = min(self.sizeHint().width(), self._host.width() - 2 * gap)
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        self.setGeometry((self._host.width() - width) // 2, self._host.height() - height - gap, width, height)

    def _cancel(self, task: Task) -> None:
        task.cancel()
        if task.again is not None:
            self.say(tr("{what}: stopped.", what=task.title), tr("Go on"), task.again)

    def _on_action(self) -> None:
        run, self._run = self._run, None
        self.hide()
        if run is not None:
            run()

    def _on_task_ended(self, ended: Task) -> None:
        if ended is self._task:
            self._task = None
            self.hide()
