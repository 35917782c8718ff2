"""Words through the desktop's own notifications, and what the person does with them.

Owns the way there: on Linux `org.freedesktop.Notifications` on the session's bus, on Windows and macOS the icon that Qt
lays into the tray for as long as a notification stands. It must not decide what is said, nor when.

Source: Desktop Notifications Specification 1.2 (freedesktop.org).
"""

from __future__ import annotations

import html
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from legwork.i18n import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QSystemTrayIcon

    from legwork.qt.core.session_bus import SessionBus

_SERVICE = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications")

_CLICK = "default"
"""The action that a click on the notification itself stands for."""

TRAY_MS = 20_000
"""How long a notification stands on Windows and macOS, and the icon with it; the desktop may cut it shorter."""


@dataclass(frozen=True)
class Notification:
    """What is shown. key: one that is shown again under the same key takes the place of the former. action: what a
    click does, in words."""

    key: str
    title: str
    text: str
    action: str


class Notifier(QObject):
    """A way to show notifications."""

    chosen = Signal(str)
    """The key of one that was clicked."""
    refused = Signal(str)
    """The key of one that cannot be shown here."""

    def show(self, notification: Notification) -> None:
        """Show it; soon afterwards it stands there, or was refused."""
        raise NotImplementedError

    def withdraw(self, key: str) -> None:
        """Take it away, where it still stands."""
        raise NotImplementedError


def notifier_for(parent: QObject, icon: Callable[[], QIcon]) -> Notifier:
    """The way of this desktop. icon: of the program, made when it is first needed."""
    if not sys.platform.startswith("linux"):
        return TrayNotifier(icon, parent)
    from legwork.qt.core.session_bus import SessionBus

    return BusNotifier(SessionBus(parent), parent)


class BusNotifier(Notifier):
    """Linux: through the session's bus. Nothing is asked of the bus before the first notification."""

    def __init__(self, bus: SessionBus, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = bus
        self._numbers: dict[str, int] = {}
        self._has_markup: bool | None = None
        bus.subscribe(_SERVICE[1], _SERVICE[2])
        bus.signalled.connect(self._on_signal)

    def show(self, notification: Notification) -> None:
        """As `Notifier.show`."""
        if self._has_markup is None:
            self._bus.call(_SERVICE, "GetCapabilities", "", (), lambda answer: self._on_abilities(notification, answer))
        else:
            self._notify(notification)

    def withdraw(self, key: str) -> None:
        """As `Notifier.withdraw`."""
        number = self._numbers.pop(key, None)
        if number is not None:
            self._bus.call(_SERVICE, "CloseNotification", "u", (number,))

    def _on_abilities(self, notification: Notification, answer: Sequence[Any] | None) -> None:
        if answer is None:
            self.refused.emit(notification.key)
            return
        self._has_markup = bool(answer) and "body-markup" in answer[0]
        self._notify(notification)

    def _notify(self, what: Notification) -> None:
        text = html.escape(what.text, quote=False) if self._has_markup else what.text
        hints = {"desktop-entry": ("s", "legwork"), "urgency": ("y", 1)}
        values = (
            "Legwork", self._numbers.get(what.key, 0), "legwork", what.title, text, [_CLICK, what.action], hints, -1
        )  # fmt: skip
        self._bus.call(
            _SERVICE, "Notify", "susssasa{sv}i", values, lambda answer: self._on_shown(what.key, answer)
        )  # fmt: skip

    def _on_shown(self, key: str, answer: Sequence[Any] | None) -> None:
        if answer and isinstance(answer[0], int):
            self._numbers[key] = answer[0]
        else:
            self._has_markup = None  # another one may have taken its place by the next time
            self.refused.emit(key)

    def _on_signal(self, interface: str, name: str, values: tuple[Any, ...]) -> None:
        if interface != _SERVICE[2]:
            return
        key = next((key for key, number in self._numbers.items() if values[:1] == (number,)), None)
        if key is None:
            return
        if name == "ActivationToken":
            # What Qt shows the compositor, so that the window may come to the front by itself.
            os.environ["XDG_ACTIVATION_TOKEN"] = str(values[1])
        elif name == "ActionInvoked" and values[1:] == (_CLICK,):
            del self._numbers[key]
            self.chosen.emit(key)
        elif name == "NotificationClosed":
            del self._numbers[key]


class TrayNotifier(Notifier):
    """Windows and macOS: an icon in the tray that stands there no longer than its notification."""

    def __init__(self, icon: Callable[[], QIcon], parent: QObject) -> None:
        super().__init__(parent)
        self._make_icon = icon
        self._icon: QSystemTrayIcon | None = None
        self._shown = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_over)

    def show(self, notification: Notification) -> None:
        """As `Notifier.show`."""
        from PySide6.QtWidgets import QSystemTrayIcon

        if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
            QTimer.singleShot(0, self, lambda: self.refused.emit(notification.key))
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(self._make_icon(), self)
            self._icon.setToolTip(tr("Legwork"))
            self._icon.messageClicked.connect(self._on_clicked)
        self._shown = notification.key
        self._icon.show()
        self._icon.showMessage(notification.title, notification.text, self._icon.icon(), TRAY_MS)
        self._timer.start(TRAY_MS)

    def withdraw(self, key: str) -> None:
        """As `Notifier.withdraw`: with the icon its notification goes."""
        if key == self._shown:
            self._on_over()

    def _on_clicked(self) -> None:
        key = self._shown
        self._on_over()
        if key:
            self.chosen.emit(key)

    def _on_over(self) -> None:
        self._timer.stop()
        self._shown = ""
        if self._icon is not None:
            self._icon.hide()
