"""Nothing leaves the computer, read from the source: no import that could open a connection, no address to open.

That nothing does while the program runs is tried in tests/self_test/test_no_network.py.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "desktop" / "legwork"
CORE = PACKAGE / "qt" / "core"
FILES = sorted(PACKAGE.rglob("*.py"))

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


def _imported(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {name for name in found if not name.startswith(HARMLESS)}


def test_nothing_can_leave_the_computer() -> None:
    for file in FILES:
        names = {part for name in _imported(file) for part in (name, name.split(".")[0])}
        assert not names & NETWORK, f"{file.name} imports {names & NETWORK}: Legwork never talks to a network"
        if file.parent != CORE or file.name not in SOCKETS:
            assert "PySide6.QtNetwork" not in names, f"{file.name}: QtNetwork is for the local sockets of {SOCKETS}"


@pytest.mark.parametrize("file", sorted(SOCKETS))
def test_only_local_sockets(file: str) -> None:
    text = (CORE / file).read_text(encoding="utf-8")
    for name in re.findall(r"\bQ(?:Tcp|Udp|Ssl|Network|Host|Abstract)\w+", text):
        assert name == "QNetwork", f"{file} uses {name}, which could leave the computer"
    opening = {name for name in _imported(CORE / file) if name.startswith("jeepney.io")}
    assert not opening, f"{file} imports {opening}, which opens sockets of its own: the window would wait for them"


def test_only_folders_and_files_are_opened_outside_of_the_window() -> None:
    """A browser would be told where somebody is, and by which program."""
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        for opened in re.findall(r"\.openUrl\(\s*(.{0,20})", text):
            assert opened.startswith("QUrl.fromLocalFile("), (
                f"{file.name} opens {opened}: only what lies here is opened"
            )
        for way in ("setOpenExternalLinks(True)", 'QUrl("http', "QUrl('http", "QUrl.fromUserInput"):
            assert way not in text, f"{file.name} has {way}: addresses are shown, not opened"
