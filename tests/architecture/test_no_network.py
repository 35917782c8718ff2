"""Nothing leaves the computer, read from the source: no import that could open a connection, no address to open.

That nothing does while the program runs is tried in tests/self_test/test_no_network.py.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from house_rules import FILES, PACKAGE, named, refuse

CORE = PACKAGE / "qt" / "core"
PROMISE = "What people measure never leaves their computer, and they are promised so."

NETWORK = {
    "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket", "socketserver", "ssl",
    "telnetlib", "urllib", "urllib3", "webbrowser", "xmlrpc", "aiohttp", "PySide6.QtWebEngineCore",
    "PySide6.QtWebSockets", "multiprocessing.connection", "multiprocessing.managers", "logging.handlers",
}  # fmt: skip
"""Modules that can reach another computer."""

HARMLESS = ("urllib.parse",)
"""Of these, what only takes texts apart."""

SOCKETS = {"single_instance.py", "session_bus.py"}
"""In qt/core: a second start asks the first one forward; the desktop's session bus shows notifications."""


def _imported(file: Path) -> list[tuple[int, str]]:
    """Line and name of each import."""
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return [(line, name) for line, name in found if not name.startswith(HARMLESS)]


def _reaches_out(name: str) -> bool:
    parts = name.split(".")
    return any(".".join(parts[:length]) in NETWORK for length in range(1, len(parts) + 1))


def _lines(file: Path, pattern: str) -> list[tuple[int, str]]:
    """Line and text wherever a pattern stands in a file."""
    text = file.read_text(encoding="utf-8")
    return [(text.count("\n", 0, one.start()) + 1, one[0]) for one in re.finditer(pattern, text)]


def test_nothing_can_leave_the_computer() -> None:
    imports = [(file, line, name) for file in FILES for line, name in _imported(file)]
    refuse(
        (f"{named(file, line)} imports {name}" for file, line, name in imports if _reaches_out(name)),
        f"{PROMISE} These could open a connection: do without.",
    )
    qt = [one for one in imports if one[2].startswith("PySide6.QtNetwork")]
    refuse(
        (f"{named(file, line)} imports {name}" for file, line, name in qt
         if file.parent != CORE or file.name not in SOCKETS),
        f"{PROMISE} QtNetwork serves for local sockets alone, in qt/core/{' and '.join(sorted(SOCKETS))}: go through "
        "these.",
    )  # fmt: skip


@pytest.mark.parametrize("file", sorted(SOCKETS))
def test_only_local_sockets(file: str) -> None:
    path = CORE / file
    classes = _lines(path, r"\bQ(?:Tcp|Udp|Ssl|Network|Host|Abstract)\w+")
    opening = [(line, name) for line, name in _imported(path) if name.startswith("jeepney.io")]
    refuse(
        (f"{named(path, line)}: {name}" for line, name in [*classes, *opening]),
        f"{PROMISE} These could reach another computer, or make the window wait: use QLocalSocket and QLocalServer.",
    )


def test_only_folders_and_files_are_opened_outside_of_the_window() -> None:
    found = []
    for file in FILES:
        opened = _lines(file, r"\.openUrl\((?!\s*QUrl\.fromLocalFile\().{0,30}")
        ways = _lines(file, r"setOpenExternalLinks\(True\)|QUrl\([\"']http|QUrl\.fromUserInput")
        found += [f"{named(file, line)}: {text}" for line, text in (*opened, *ways)]
    refuse(
        found,
        f"{PROMISE} A browser would be told where somebody is, and by which program: open QUrl.fromLocalFile only, and "
        "show an address as a text that can be copied.",
    )
