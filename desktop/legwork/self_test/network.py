"""That nothing reaches for a network, watched while the self-test runs.

Two watches, for one cannot see everything: Python tells of each socket and each name that its own modules want, and on
Linux the system tells which sockets this process holds, Qt's and every library's among them. Neither can be taken
back, so this belongs to a process that ends with its test.
"""

from __future__ import annotations

import sys
from pathlib import Path

TABLES = ("tcp", "tcp6", "udp", "udp6", "raw", "raw6", "icmp", "icmp6", "udplite", "udplite6")
"""Of /proc/self/net: where the system lists sockets that can leave the computer, by their numbers."""

_INTERNET = {2, 10, 17, 23, 30}
"""AF_INET everywhere; AF_INET6 on Linux, Windows and macOS; AF_PACKET."""

_NAMED = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")
_ADDRESSED = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg")
_ASKED = ("urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect", "poplib.connect",
          "imaplib.open", "nntplib.connect", "telnetlib.Telnet.open", "webbrowser.open")  # fmt: skip


class NetworkWatch:
    """Remembers every attempt, from its making until the process ends."""

    def __init__(self) -> None:
        self.attempts: list[str] = []
        sys.addaudithook(self._hear)

    def look(self) -> None:
        """Note sockets that this process holds just now and that could leave the computer."""
        for one in internet_sockets():
            if one not in self.attempts:
                self.attempts.append(one)

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        """Called by Python of everything that it does: short, and it must not raise."""
        if not event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.", "imaplib.",
                                 "nntplib.", "telnetlib.", "webbrowser.")):  # fmt: skip
            return
        if event == "socket.__new__":
            if len(arguments) > 1 and arguments[1] in _INTERNET:
                self.attempts.append(f"a socket of family {arguments[1]} was made")
        elif event in _ADDRESSED:
            if len(arguments) > 1 and isinstance(arguments[1], tuple):
                self.attempts.append(f"{event} {arguments[1]}")
        elif event in _NAMED or event in _ASKED:
            self.attempts.append(f"{event} {arguments}")


def internet_sockets() -> list[str]:
    """The sockets of this process that can leave the computer, on Linux; nothing where nobody lists them."""
    held = set()
    for handle in _listed(Path("/proc/self/fd")):
        try:
            target = str(handle.readlink())
        except OSError:
            continue  # closed meanwhile
        if target.startswith("socket:["):
            held.add(target.removeprefix("socket:[").removesuffix("]"))
    found = []
    for table in TABLES:
        try:
            lines = (Path("/proc/self/net") / table).read_text(encoding="ascii", errors="replace").splitlines()[1:]
        except OSError:
            continue
        columns = [line.split() for line in lines]
        found += [f"{table} socket {row[1]} to {row[2]}" for row in columns if len(row) > 9 and row[9] in held]
    return found


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []
