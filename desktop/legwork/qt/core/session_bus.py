"""The bus of the desktop's session on Linux: calls go out, answers and signals come in, and nothing waits for them.

Owns the connection; jeepney knows what the bytes mean, and is loaded with the first call. Only a local socket between
programs of the same user; nothing of it reaches a network. Not through QtDBus: PySide6 cannot send the unsigned 32-bit
number that a notification begins with (6.11.3 sends 16 bits, or a signed one).
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalSocket

if TYPE_CHECKING:
    from jeepney import Message, Parser
    from jeepney.auth import Authenticator

PATIENCE_MS = 5000
"""So long an answer is waited for, in the background."""

LONGEST = 1 << 20
"""Bytes of a message that is taken in; nothing that concerns a notification comes near (a convention)."""

Answer = Callable[[Sequence[Any] | None], object]
"""What is done with the values of an answer; None: it was refused, or none came."""

_NO_MESSAGE = (ValueError, TypeError, LookupError, AssertionError, RecursionError, struct.error)
"""What jeepney raises at bytes that are no message."""


def session_place() -> str | None:
    """Where the bus of this session listens; None where there is none that a local socket reaches.

    A name with a zero byte in front is no file (an abstract socket).
    """
    from jeepney import find_session_bus

    try:
        return str(find_session_bus())
    except (KeyError, ValueError, RuntimeError):  # no address, one that cannot be read, one of another kind
        usual = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"), "bus")
        return str(usual) if usual.exists() else None


class SessionBus(QObject):
    """A connection that is opened with the first call, and again when it was lost."""

    signalled = Signal(str, str, tuple)
    """A signal that was subscribed to: its interface, its name, its values."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._socket: QLocalSocket | None = None
        self._greeting: Authenticator | None = None
        self._parser: Parser | None = None
        self._serial = 0
        self._waiting: dict[int, Answer] = {}
        self._queued: list[bytes] = []
        self._subscribed: list[tuple[str, str]] = []

    def subscribe(self, path: str, interface: str) -> None:
        """Hear of the signals of an object from now on."""
        self._subscribed.append((path, interface))
        if self._socket is not None:
            self._subscribe(path, interface)

    def call(
        self, to: tuple[str, str, str], member: str, signature: str, values: Sequence[Any], answer: Answer | None = None
    ) -> None:
        """Call a method; to: service, path, interface. A variant is a pair of its signature and its value, going out
        and coming in. `answer` is called once, later, whatever becomes of it."""
        from jeepney import DBusAddress, new_method_call

        if self._socket is None and not self._open():
            if answer is not None:
                QTimer.singleShot(0, self, lambda: answer(None))
            return
        service, path, interface = to
        self._send(
            new_method_call(DBusAddress(path, service, interface), member, signature or None, tuple(values)), answer
        )

    def close(self) -> None:
        """Let go of the bus; who waits for an answer hears that none comes."""
        socket, self._socket = self._socket, None
        if socket is not None:
            socket.disconnect(self)
            socket.abort()
            socket.deleteLater()
        self._greeting = self._parser = None
        self._queued.clear()
        waiting, self._waiting = self._waiting, {}
        for answer in waiting.values():
            answer(None)

    # Within

    def _open(self) -> bool:
        from jeepney import message_bus
        from jeepney.auth import Authenticator

        place = session_place()
        if place is None:
            return False
        socket = self._socket = QLocalSocket(self)
        if place.startswith("\0"):
            socket.setSocketOptions(QLocalSocket.SocketOption.AbstractNamespaceOption)
        socket.connected.connect(self._greet)
        socket.readyRead.connect(self._on_read)
        socket.disconnected.connect(self.close)
        socket.errorOccurred.connect(self.close)
        self._greeting = Authenticator()
        self._send(message_bus.Hello())
        for path, interface in self._subscribed:
            self._subscribe(path, interface)
        socket.connectToServer(place.removeprefix("\0"))
        return self._socket is not None

    def _subscribe(self, path: str, interface: str) -> None:
        from jeepney import MatchRule, message_bus

        self._send(message_bus.AddMatch(MatchRule(type="signal", path=path, interface=interface)))

    def _send(self, message: Message, answer: Answer | None = None) -> None:
        """Send a message, once the bus has let us in."""
        self._serial += 1
        serial = self._serial
        data = message.serialise(serial)
        if answer is not None:
            self._waiting[serial] = answer
            QTimer.singleShot(PATIENCE_MS, self, lambda: self._answered(serial, None))
        if self._parser is None:
            self._queued.append(data)
        else:
            self._write(data)

    def _write(self, data: bytes) -> None:
        assert self._socket is not None
        self._socket.write(data)
        self._socket.flush()  # at once: the program may be about to end

    def _answered(self, serial: int, values: Sequence[Any] | None) -> None:
        answer = self._waiting.pop(serial, None)
        if answer is not None:
            answer(values)

    def _greet(self) -> None:
        assert self._greeting is not None
        self._write(self._greeting.data_to_send())

    def _on_read(self) -> None:
        assert self._socket is not None
        data = bytes(self._socket.readAll().data())
        if self._parser is None:
            self._be_let_in(data)
            return
        self._parser.add_data(data)
        while (message := self._next()) is not None:
            self._take(message)

    def _be_let_in(self, data: bytes) -> None:
        from jeepney import AuthenticationError, Parser
        from jeepney.auth import BEGIN

        assert self._greeting is not None
        try:
            self._greeting.feed(data)
        except AuthenticationError:
            self.close()
        if self._greeting is None or not self._greeting.authenticated:
            return
        self._parser = Parser()
        queued, self._queued = self._queued, []
        self._write(b"".join((BEGIN, *queued)))

    def _next(self) -> Message | None:
        """The next message that has come in whole."""
        if self._parser is None:
            return None  # an answer to the one before has let go of the bus
        try:
            if self._parser.bytes_desired() > LONGEST:
                raise ValueError("too long a message")
            return self._parser.get_next_message()
        except _NO_MESSAGE:
            self.close()  # what else comes would make no more sense
            return None

    def _take(self, message: Message) -> None:
        from jeepney import HeaderFields, MessageType

        kind, fields = message.header.message_type, message.header.fields
        if kind is MessageType.signal:
            interface, member = fields.get(HeaderFields.interface, ""), fields.get(HeaderFields.member, "")
            self.signalled.emit(interface, member, message.body)
        elif kind is MessageType.method_return:
            self._answered(fields.get(HeaderFields.reply_serial, 0), message.body)
        elif kind is MessageType.error:
            self._answered(fields.get(HeaderFields.reply_serial, 0), None)
