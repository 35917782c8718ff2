"""One program a profile: the second start hands its files to the first one, brings it forward and ends.

Owns the lock, the name it answers to, and what two starts say to each other: one line of JSON and one word back. Only
a local socket between two programs of the same user; nothing of it reaches a network. What arrives is not trusted: it
names files to look at, never anything to do, and what makes no sense is left unanswered.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, QSysInfo, QTimer, Signal

from legwork.log import logger

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_SECONDS = 5.0
"""How long the first program is waited for: it may be starting just now."""

MOST_BYTES = 1_000_000
"""Longer messages are refused; the longest command line of a desktop is shorter."""

MOST_FILES = 1000
LONGEST_WAIT_MS = 10_000
"""So long a second start may take to say what it wants."""

MOST_VISITORS = 20
"""At the same time; more come from something that is no second start."""

UNSIGNED_S = 1.0
"""A lock that names no process for so long was never finished: a start writes that within moments."""

_TAKEN = b"taken\n"


class Answer(Enum):
    """What became of a second start. OLDER: an older Legwork came forward; it knows nothing of files."""

    TAKEN = "taken"
    OLDER = "older"
    NONE = "none"


class SingleInstance(QObject):
    """Holds the lock of a profile for as long as it lives."""

    asked_forward = Signal()
    files_asked = Signal(object)
    """Absolute paths that a second start was asked to open; a tuple, never empty."""

    def __init__(self, lock_file: Path) -> None:
        super().__init__()
        self._lock = QLockFile(str(lock_file))
        self._lock.setStaleLockTime(0)  # a lock goes stale when its process is gone, not with time
        self._old_name = _meeting_place("legwork-" + _digest(str(lock_file.resolve())))
        """Version 0.1 before it knew of files listened here, and whoever comes here says nothing but that it came."""
        self._name = self._old_name + "-2"
        self._servers: list[QLocalServer] = []
        self._heard: dict[QLocalSocket, bytes] = {}

    def acquire(self) -> bool:
        """Take the lock, before the database is opened. False when another program has it. Raises OSError."""
        taken = self._lock.tryLock(0)
        if not taken and self._is_unsigned():
            self._lock.removeStaleLockFile()  # refused while a process holds the file itself
            taken = self._lock.tryLock(0)
        if not taken and self._lock.error() is not QLockFile.LockError.LockFailedError:
            file = Path(self._lock.fileName())
            _try_to_write(file.with_name(f"{file.name}.{os.getpid()}.partial"))
            refused = self._lock.error() is QLockFile.LockError.PermissionError
            code = errno.EACCES if refused else errno.EIO
            raise OSError(code, os.strerror(code), str(file))
        return taken

    def other_computer(self) -> str:
        """The name of the computer that holds the lock, where it is not this one: none can tell whether it still does.

        This one may have been called so, when it was cut off.
        """
        _, computer, _ = self._lock.getLockInfo()
        return "" if computer == QSysInfo.machineHostName() else str(computer)

    def _is_unsigned(self) -> bool:
        """Whether a lock is there that names nobody, as a power failure leaves it: to Qt, it would hold for ever."""
        until = time.monotonic() + UNSIGNED_S
        while self._lock.error() is QLockFile.LockError.LockFailedError:
            process, *_ = self._lock.getLockInfo()
            if process:
                return False
            if time.monotonic() > until:
                return True
            time.sleep(0.05)  # another start may be writing it just now
        return False

    def ask_first(self, files: Sequence[Path] = (), token: str = "") -> Answer:
        """Ask the program that has the lock to show itself and to open `files` (absolute).

        token: what the desktop gave this start, so that the other one may come to the front.
        """
        from PySide6.QtNetwork import QLocalSocket

        self._let_it_come_forward()
        until = time.monotonic() + ANSWER_SECONDS
        while True:
            socket, older = QLocalSocket(), QLocalSocket()
            reached = self._reach(socket, self._name)
            came = not reached and self._reach(older, self._old_name)
            if came:  # the names are taken in this order: who has only the old one even now is an older program
                reached = self._reach(socket, self._name)
            if reached:
                return self._say(socket, _message(files, token), until)
            if came:
                return Answer.OLDER
            if time.monotonic() > until:
                return Answer.NONE
            time.sleep(0.05)  # the first program may be starting just now

    def listen(self) -> None:
        """From now on answer second starts; called again, it stays so."""
        if self._servers:
            return
        from PySide6.QtNetwork import QLocalServer

        for name, answer in ((self._name, self._on_connection), (self._old_name, self._on_old_connection)):
            QLocalServer.removeServer(name)  # what a killed program left behind
            server = QLocalServer(self)
            server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            server.newConnection.connect(answer)
            if not server.listen(name):
                logger.warning("a second start will not be heard: %s", server.errorString())
            self._servers.append(server)

    def release(self) -> None:
        """Let the next program have the profile."""
        for server in self._servers:
            server.close()
        self._lock.unlock()

    def _reach(self, socket: QLocalSocket, name: str) -> bool:
        if not _is_ours(name):
            return False
        socket.connectToServer(name)
        return socket.waitForConnected(500)

    def _say(self, socket: QLocalSocket, message: bytes, until: float) -> Answer:
        """Hand over the message; taken is only what the other program says it has taken."""
        socket.write(message)
        heard = b""
        while _TAKEN not in heard and time.monotonic() < until:
            if socket.bytesToWrite():
                socket.waitForBytesWritten(200)
            if not socket.waitForReadyRead(200) and socket.state() is not type(socket).LocalSocketState.ConnectedState:
                break
            heard += bytes(socket.readAll().data())
        socket.disconnectFromServer()
        return Answer.TAKEN if _TAKEN in heard else Answer.NONE

    def _let_it_come_forward(self) -> None:
        """Windows lets a program come to the front only if the one that the person just started allows it."""
        if sys.platform == "win32":
            import ctypes

            process, *_ = self._lock.getLockInfo()  # number, computer and program; nothing when the lock is gone
            ctypes.windll.user32.AllowSetForegroundWindow(int(process))

    def _on_old_connection(self) -> None:
        socket = self._servers[1].nextPendingConnection()
        if socket is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.asked_forward.emit()

    def _on_connection(self) -> None:
        while (socket := self._servers[0].nextPendingConnection()) is not None:
            if len(self._heard) >= MOST_VISITORS:
                socket.abort()
                socket.deleteLater()
                continue
            self._heard[socket] = b""
            socket.readyRead.connect(self._on_heard)
            socket.disconnected.connect(self._on_gone)
            QTimer.singleShot(LONGEST_WAIT_MS, socket, socket.abort)
            self._hear(socket)

    def _on_heard(self) -> None:
        socket = cast("QLocalSocket", self.sender())
        if socket in self._heard:
            self._hear(socket)

    def _on_gone(self) -> None:
        socket = cast("QLocalSocket", self.sender())
        self._heard.pop(socket, None)
        socket.deleteLater()

    def _hear(self, socket: QLocalSocket) -> None:
        heard = self._heard[socket] = self._heard[socket] + bytes(socket.readAll().data())
        line, end, _ = heard.partition(b"\n")
        if len(line) > MOST_BYTES:
            socket.abort()
        elif end:
            wanted = _understood(line)
            if wanted is None:
                socket.abort()
                return
            files, token = wanted
            socket.write(_TAKEN)
            socket.flush()
            socket.disconnectFromServer()
            if token:
                os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt shows it to the desktop when the window is raised
            self.asked_forward.emit()
            if files:
                self.files_asked.emit(files)


def _try_to_write(file: Path) -> None:
    """Raise what the system says of a little file in this place: QLockFile tells neither a full disk nor a lost one."""
    try:
        with file.open("xb") as written:
            written.write(bytes(512))
            written.flush()
            os.fsync(written.fileno())
    finally:
        with contextlib.suppress(OSError):
            file.unlink()


def _message(files: Sequence[Path], token: str) -> bytes:
    import json

    # In ASCII, so that a name that is no UTF-8 arrives as it was.
    return json.dumps({"files": [str(one) for one in files][:MOST_FILES], "token": token}).encode("ascii") + b"\n"


def _understood(line: bytes) -> tuple[tuple[Path, ...], str] | None:
    """The files that are asked for and the desktop's token; None for what no second start would say."""
    import json

    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict):
        return None
    names, token = said.get("files", []), said.get("token", "")
    if not isinstance(names, list) or not isinstance(token, str) or len(names) > MOST_FILES:
        return None
    if not all(isinstance(one, str) and one and "\0" not in one and Path(one).is_absolute() for one in names):
        return None
    plain = token.isascii() and token.isprintable() and len(token) < 500
    return tuple(map(Path, names)), token if plain else ""


def _is_ours(name: str) -> bool:
    """Whether the socket of that name was made by this user: the folder for them is everybody's."""
    if sys.platform == "win32":
        return True  # the pipe itself lets nobody else in
    from PySide6.QtCore import QDir

    try:
        return (Path(QDir.tempPath()) / name).stat().st_uid == os.getuid()
    except OSError:
        return False


def _meeting_place(name: str) -> str:
    """Where both starts look for each other: in the person's own folder of the session, where the desktop has made one.

    Else Qt takes the folder for temporary files, which a terminal may name otherwise than the menu does.
    """
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return str(Path(folder, name)) if Path(folder).is_absolute() and os.access(folder, os.W_OK) else name


def _digest(text: str) -> str:
    # Qt's own: importing hashlib loads OpenSSL, which takes longer than all else in this file.
    digest = QCryptographicHash.hash(text.encode(), QCryptographicHash.Algorithm.Sha256)
    return bytes(digest.toHex().data()).decode()[:16]
