"""The whole program runs, and nothing in it reaches for a network: neither Python, nor Qt, nor any library."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from guarded_child import Told, run

ON_LINUX = sys.platform.startswith("linux")
REACHES = {
    "Python": "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "a name": "import socket; socket.getaddrinfo('192.0.2.1', 80)[0]; socket.create_connection(('192.0.2.1', 80), 1)",
    "Qt": (
        "from PySide6.QtCore import QCoreApplication; from PySide6.QtNetwork import QUdpSocket, QHostAddress;"
        "app = QCoreApplication([]); QUdpSocket().bind(QHostAddress.SpecialAddress.LocalHost, 0)"
    ),
    "a library": "ctypes.CDLL(None).socket(10, 1, 0)",
}
BY_PYTHON = ("Python", "a name")


def test_nothing_reaches_for_a_network(told: Told) -> None:
    """All pages, a print, exports and imports, a second start: behind a guard that ends whatever asks for a socket."""
    assert told.code == 0, "\n".join((*told.said, told.complained))
    assert "NETWORK" not in told.complained
    assert any(line.startswith("ok     no network") for line in told.said)


@pytest.mark.parametrize("who", [one for one in REACHES if ON_LINUX or one in BY_PYTHON])
def test_the_guard_would_have_noticed(tmp_path: Path, who: str) -> None:
    ended = run(f"{REACHES[who]}\nprint('it went through')", tmp_path)
    assert ended.returncode == (77 if who in BY_PYTHON else -signal.SIGSYS)
    assert "it went through" not in ended.stdout


def test_the_guard_lets_local_sockets_be(tmp_path: Path) -> None:
    code = "import socket; a, b = socket.socketpair(); a.send(b'hello'); print(b.recv(5))"
    ended = run(code, tmp_path)
    assert (ended.returncode, ended.stdout.strip()) == (0, "b'hello'"), ended.stderr


def test_an_installed_program_tells_of_an_attempt(tmp_path: Path) -> None:
    """Its own watch, which has no guard to rely on."""
    code = """
import socket
from legwork.self_test.network import NetworkWatch
watch = NetworkWatch()
watch.look()
print(len(watch.attempts))
try:
    socket.getaddrinfo("localhost", 80, socket.AF_INET, socket.SOCK_STREAM, 0, socket.AI_NUMERICHOST)
except OSError:
    pass
print(watch.attempts[0].split(" ")[0])
"""
    ended = run(code, tmp_path)
    assert ended.stdout.split() == ["0", "socket.getaddrinfo"], ended.stderr
