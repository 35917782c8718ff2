"""The rest timer: how long since the last set, counted down, quietly.

Owns the time and how it is shown. It counts by a clock that nobody can put back, and makes a sound only when it was
asked to.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QSizePolicy, QWidget

from legwork.i18n import ptr, tr
from legwork.qt.core.announcing import say
from legwork.qt.core.spoken_roles import BESIDE_WORDS
from legwork.qt.core.theme import ThemeManager
from legwork.qt.widgets.layout import button, column, label, row, set_role

STEP_S = 15
_TICK_MS = 250


class RestTimer(QWidget):
    """Counts a rest down; beyond its end it says how long it is over."""

    sound_wanted = Signal(bool)

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._wanted = 120
        self._since: float | None = None
        self._rung = True
        self.setObjectName("train_rest")
        self.big = label("", "big")
        self.big.setObjectName("train_rest_time")
        self.said = label("", "secondary", wrap=True)
        self.said.setObjectName("train_rest_said")
        self.bar = _Bar(theme)
        self.less = button(tr("−{seconds} s", seconds=STEP_S), "train_rest_less", "quiet")
        self.plus = button(tr("+{seconds} s", seconds=STEP_S), "train_rest_more", "quiet")
        self.go = button(ptr("begin", "Start"), "train_rest_go", "quiet")
        self.go.setToolTip(tr("Start or stop the rest"))
        self.less.setAccessibleName(tr("{seconds} seconds less", seconds=STEP_S))
        self.plus.setAccessibleName(tr("{seconds} seconds more", seconds=STEP_S))
        self.less.clicked.connect(lambda: self._change(-STEP_S))
        self.plus.clicked.connect(lambda: self._change(STEP_S))
        self.go.clicked.connect(self.toggle)
        self.sound = QCheckBox(tr("Sound at the end"))
        self.sound.setObjectName("train_rest_sound")
        self.sound.toggled.connect(self.sound_wanted)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._show)
        head = row(label(tr("Rest"), "section"), None, self.less, self.plus, self.go, spacing=0)
        self.setLayout(column(head, self.big, self.bar, self.said, self.sound, spacing=theme.px(4)))
        self._show()

    @property
    def running(self) -> bool:
        """Whether a rest is counted."""
        return self._since is not None

    def start(self, seconds: int) -> None:
        """Count a rest from now on; 0: none is wanted."""
        self._wanted = seconds
        self._rung = False
        self._since = time.monotonic() if seconds else None
        self._timer.start() if seconds else self._timer.stop()
        self._show()

    def set_wanted(self, seconds: int) -> None:
        """What the next rest will be; a running one goes on."""
        if not self.running and seconds != self._wanted:
            self._wanted = seconds
            self._show()

    def stop(self) -> None:
        """Count no longer."""
        self._since = None
        self._timer.stop()
        self._show()

    def toggle(self) -> None:
        """Start a rest, or stop the one that runs."""
        if self.running:
            self.stop()
        else:
            self.start(self._wanted)

    def _change(self, by: int) -> None:
        self._wanted = max(STEP_S, self._wanted + by)
        self._rung = self._rung and self._left() <= 0
        self._show()

    def _left(self) -> float:
        gone = 0.0 if self._since is None else time.monotonic() - self._since
        return self._wanted - gone

    def _show(self) -> None:
        left = self._left()
        over = self.running and left <= 0
        shown = -int(left) if over else int(left + 0.999)
        text = f"{shown // 60}:{shown % 60:02d}"
        self.big.setText(f"+{text}" if over else text)
        set_role(self.big, "big")
        if not self.running:
            said = ""
        elif over:
            said = tr("Ready for the next set.")
        else:
            said = tr("Resting")
        if said != self.said.text():
            say(self.said, said)
        self.said.setVisible(bool(said))
        self.big.setAccessibleName(tr("Rest, {time}", time=self.big.text()))
        self.go.setText(ptr("begin", "Stop" if self.running else "Start"))
        self.bar.show_share(0.0 if not self.running else min(1.0, max(0.0, 1 - left / self._wanted)))
        if over and not self._rung:
            self._rung = True
            if self.sound.isChecked():
                QApplication.beep()


class _Bar(QWidget):
    """How much of the rest has gone by."""

    spoken_role = BESIDE_WORDS

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        round_ = whole.height() / 2
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(whole, round_, round_)
        if self._share > 0:
            painter.setBrush(theme.colour("good" if self._share >= 1 else "legs"))
            painter.drawRoundedRect(
                QRectF(0, 0, max(whole.height(), whole.width() * self._share), whole.height()), round_, round_
            )
        painter.end()
