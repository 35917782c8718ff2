"""A desktop that shows notifications, as far as a test needs one: a service on a real session bus, in a process of its
own, or a whole bus that is pretended on a local socket where this computer has none.

Run as a program it is the service. It keeps what it was asked to show, and does what a person would do with it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jeepney import DBusAddress, HeaderFields, Parser, new_error, new_method_return, new_signal
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from legwork.qt.core.session_bus import SessionBus

ROUNDS = 3
"""So many answers later all that one notification asks for has been answered, what it asks only then as well."""

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
TO = (NAME, PATH, NAME)


def settled(qtbot: QtBot, bus: SessionBus) -> None:
    """Wait until what was asked of the bus before is answered, or refused."""
    for _ in range(ROUNDS):
        answers: list[object] = []
        bus.call(TO, "GetCapabilities", "", (), answers.append)
        qtbot.waitUntil(lambda found=answers: len(found) == 1, timeout=10_000)


@dataclass(frozen=True)
class Shown:
    """A notification that stands on the desktop."""

    number: int
    signature: str
    app: str
    title: str
    text: str
    actions: list[str]
    entry: str


@dataclass
class Desktop:
    """What stands on the desktop, and what was taken back."""

    capabilities: list[str] = field(default_factory=lambda: ["body", "actions"])
    asked: list[Shown] = field(default_factory=list)
    standing: dict[int, Shown] = field(default_factory=dict)

    def answer(self, member: str, signature: str, body: list[Any]) -> list[tuple[str, Any]]:
        """What comes back of a call: pairs of a type and a value."""
        if member == "GetCapabilities":
            return [("as", self.capabilities)]
        if member == "Notify":
            number = int(body[1]) or len(self.asked) + 1
            _, entry = body[6].get("desktop-entry", ("s", ""))
            shown = Shown(number, signature, body[0], body[3], body[4], list(body[5]), entry)
            self.asked.append(shown)
            self.standing[number] = shown
            return [("u", number)]
        if member == "CloseNotification":
            self.standing.pop(int(body[0]), None)
        return []


class PretendedBus(QObject):
    """A bus of one desktop, on a local socket of this process, for computers that have no D-Bus."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.desktop = Desktop()
        self.mute = False
        self.greeting = b"OK 0123456789abcdef0123456789abcdef\r\n"
        self.nonsense = b""
        """What comes back of each call instead of an answer."""
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._on_connection)
        assert self._server.listen(str(folder / "bus"))
        self.address = f"unix:path={folder / 'bus'}"
        self._clients: list[QLocalSocket] = []
        self._parser = Parser()

    def asked(self) -> list[Shown]:
        """All that was ever shown."""
        return self.desktop.asked

    def standing(self) -> list[Shown]:
        """What stands on the desktop now."""
        return list(self.desktop.standing.values())

    def click(self, number: int) -> None:
        """Click a notification."""
        self._signal("ActionInvoked", "us", (number, "default"))
        self._signal("NotificationClosed", "uu", (number, 2))

    def close(self) -> None:
        """End the bus, as when the person logs out."""
        for one in self._clients:
            one.abort()
        self._server.close()

    def _signal(self, member: str, signature: str, body: tuple[Any, ...]) -> None:
        message = new_signal(DBusAddress(PATH, interface=NAME), member, signature, body)
        self._clients[-1].write(message.serialise(99))

    def _on_connection(self) -> None:
        client = self._server.nextPendingConnection()
        self._clients.append(client)
        self._parser = Parser()
        client.readyRead.connect(self._on_read)

    def _on_read(self) -> None:
        client = self._clients[-1]
        received = bytes(client.readAll().data())
        if received.startswith(b"\0AUTH EXTERNAL "):
            client.write(self.greeting)
            return
        for message in self._parser.feed(received.removeprefix(b"BEGIN\r\n")):
            fields = message.header.fields
            if self.nonsense:
                client.write(self.nonsense)
            elif self.mute or fields[HeaderFields.destination] not in (NAME, "org.freedesktop.DBus"):
                client.write(new_error(message, "org.freedesktop.DBus.Error.ServiceUnknown").serialise(1))
            else:
                signature = fields.get(HeaderFields.signature, "")
                pairs = self.desktop.answer(fields[HeaderFields.member], signature, list(message.body))
                kinds, values = "".join(kind for kind, _ in pairs), tuple(value for _, value in pairs)
                client.write(new_method_return(message, kinds or None, values).serialise(1))


class RealBus:
    """A D-Bus of this computer's, with the service of this file on it."""

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:path={folder / 'bus'}"
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={self.address}"],
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._service = subprocess.Popen(
            [sys.executable, "-P", __file__, self.address], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._ask("ready?") == "yes"

    def asked(self) -> list[Shown]:
        """All that was ever shown."""
        return [Shown(**one) for one in self._ask("asked")]

    def standing(self) -> list[Shown]:
        """What stands on the desktop now."""
        return [Shown(**one) for one in self._ask("standing")]

    def click(self, number: int) -> None:
        """Click a notification."""
        self._ask(f"click {number}")

    def close(self) -> None:
        """End the bus, as when the person logs out."""
        for one in (self._service, self._daemon):
            one.terminate()
            one.wait(10)
        for stream in (self._service.stdin, self._service.stdout):
            if stream is not None:
                stream.close()

    def _ask(self, what: str) -> Any:
        assert self._service.stdin is not None
        assert self._service.stdout is not None
        self._service.stdin.write(f"{what}\n")
        self._service.stdin.flush()
        return json.loads(self._service.stdout.readline())


BUSES: dict[str, Callable[[Path], PretendedBus | RealBus]] = {"pretended": PretendedBus}
if shutil.which("dbus-daemon"):
    BUSES["real"] = RealBus
"""The buses that this computer can have; both answer to the same questions."""


def serve(address: str) -> int:
    """Be the service, until the standard input ends."""
    from PySide6.QtCore import QSocketNotifier, QThread
    from PySide6.QtDBus import QDBusArgument, QDBusConnection, QDBusMessage, QDBusVirtualObject

    desktop = Desktop()

    def plain(value: Any) -> Any:
        if not isinstance(value, QDBusArgument):
            return value
        return {"desktop-entry": ("s", "legwork")} if value.currentSignature().startswith("a{") else value.asVariant()

    class Service(QDBusVirtualObject):
        def introspect(self, _path: str) -> str:
            return ""

        def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
            body = [plain(one) for one in message.arguments()]
            pairs = desktop.answer(message.member(), message.signature(), body)
            reply = message.createReply()
            reply.setArguments([value for _, value in pairs])
            connection.send(reply)
            return True

    app = QCoreApplication([])
    for _ in range(100):
        bus = QDBusConnection.connectToBus(address, "test")
        if bus.isConnected():
            break
        QDBusConnection.disconnectFromBus("test")
        QThread.msleep(50)
    service = Service()
    assert bus.registerVirtualObject(PATH, service)
    assert bus.registerService(NAME)

    def on_input() -> None:
        line = sys.stdin.readline()
        if not line:
            app.quit()
            return
        what, _, number = line.strip().partition(" ")
        found: Any = "yes"
        if what in ("asked", "standing"):
            kept = desktop.asked if what == "asked" else desktop.standing.values()
            found = [vars(one) for one in kept]
        elif what == "click":
            signal = QDBusMessage.createSignal(PATH, NAME, "ActionInvoked")
            signal.setArguments([int(number), "default"])
            bus.send(signal)
        print(json.dumps(found), flush=True)

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(on_input)
    return app.exec()


if __name__ == "__main__":
    sys.exit(serve(sys.argv[1]))
