"""One program a profile: the second start brings the first window forward and ends.

Only a local socket between two programs of the same user; nothing of it reaches a network.
"""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

ANSWER_SECONDS = 5.0


class SingleInstance(QObject):
    """Holds the lock of a profile for as long as it lives."""

    asked_forward = Signal()

    def __init__(self, lock_file: Path) -> None:
        super().__init__()
        self._lock = QLockFile(str(lock_file))
        self._lock.setStaleLockTime(0)  # a lock goes stale when its process is gone, not with time
        self._name = "legwork-" + _digest(str(lock_file.resolve()))

    def acquire(self) -> bool:
        """Take the lock, before the database is opened. False when another program has it. Raises OSError."""
        taken = self._lock.tryLock(0)
        if not taken and self._lock.error() is not QLockFile.LockError.LockFailedError:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES), self._lock.fileName())
        return taken

    def ask_first_forward(self) -> bool:
        """Ask the program that has the lock to show itself. False when it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        until = time.monotonic() + ANSWER_SECONDS
        while True:
            socket.connectToServer(self._name)
            if socket.waitForConnected(500):
                break
            if time.monotonic() > until:
                return False
            time.sleep(0.05)  # the first program may be starting just now
        socket.write(b"forward\n")
        answered = socket.waitForBytesWritten(2000)
        socket.disconnectFromServer()
        return answered

    def listen(self) -> None:
        """From now on answer second starts."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)  # what a killed program left behind
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self._name)

    def release(self) -> None:
        """Let the next program have the profile."""
        self._lock.unlock()

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.asked_forward.emit()


def _digest(text: str) -> str:
    # Qt's own: importing hashlib loads OpenSSL, which takes longer than all else in this file.
    digest = QCryptographicHash.hash(text.encode(), QCryptographicHash.Algorithm.Sha256)
    return bytes(digest.toHex().data()).decode()[:16]
