"""Starting with the desktop: whether it is set, and setting it. Only this program is ever written there.

Owns the three places: a file in the autostart folder on Linux, the user's Run key on Windows, a LaunchAgent on macOS.
What stands there is the truth; nothing is kept of it elsewhere. The latter two could not be tried on their systems.

Source: Desktop Application Autostart Specification 0.5 (freedesktop.org); Microsoft, "Run and RunOnce Registry Keys";
Apple, "Creating Launch Daemons and Agents".
"""

from __future__ import annotations

import os
import subprocess
import sys
from enum import Enum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QByteArray, QSettings

from legwork.errors import UserError
from legwork.i18n import tr
from legwork.paths import default_profile_dir

NAME = "legwork"
MINIMISED = "--minimised"

_RUN = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_LABEL = "legwork"


class State(Enum):
    """What is set. OTHER: another copy of the program is started, or another profile opened."""

    OFF = "off"
    ON = "on"
    OTHER = "other"


class LoginStart(Protocol):
    """The place of one desktop."""

    def state(self) -> State:
        """What stands there now."""

    def turn_on(self) -> None:
        """Have this program started at login. Raises OSError."""

    def turn_off(self) -> None:
        """Take it away. Raises OSError."""


def command_for(profile: Path) -> list[str]:
    """How this very program is started with its window minimised, on this profile."""
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "legwork"]
    usual = profile.resolve() == default_profile_dir().resolve()
    return [*start, MINIMISED, *([] if usual else ["--profile-dir", str(profile.resolve())])]


def login_start_for(profile: Path) -> LoginStart:
    """The place of this desktop."""
    command = command_for(profile)
    if sys.platform == "win32":
        native = QSettings.Format.NativeFormat
        return RunKey(QSettings(_RUN, native), QSettings(_APPROVED, native), command)
    if sys.platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents", command)
    config = os.environ.get("XDG_CONFIG_HOME", "")
    folder = Path(config) if Path(config).is_absolute() else Path.home() / ".config"
    return AutostartFile(folder / "autostart", command, os.environ.get("PYTHONPATH", ""))


def switch(place: LoginStart, *, on: bool) -> None:
    """Turn it on or off. Raises UserError where the desktop's folder cannot be written."""
    try:
        if on:
            place.turn_on()
        else:
            place.turn_off()
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(tr("The desktop's settings could not be written: {reason}.", reason=reason)) from error


class AutostartFile:
    """Linux: legwork.desktop in the user's autostart folder."""

    def __init__(self, folder: Path, command: list[str], python_path: str = "") -> None:
        """python_path: where a program that runs from its source finds itself; such a start needs it again."""
        self.file = folder / f"{NAME}.desktop"
        around = ["env", f"PYTHONPATH={python_path}"] if python_path and not getattr(sys, "frozen", False) else []
        self._exec = " ".join(_quoted(one) for one in [*around, *command])

    def state(self) -> State:
        """As `LoginStart.state`: a file that a desktop switched off counts as off."""
        facts = self._facts()
        if not facts or facts.get("Hidden", "").lower() == "true":
            return State.OFF
        if facts.get("X-GNOME-Autostart-enabled", "").lower() == "false":
            return State.OFF
        return State.ON if facts.get("Exec") == self._exec else State.OTHER

    def turn_on(self) -> None:
        """As `LoginStart.turn_on`."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        lines = [
            "[Desktop Entry]", "Type=Application", "Name=Legwork", f"Exec={self._exec}", "Icon=legwork",
            "Terminal=false", "X-GNOME-Autostart-enabled=true",
        ]  # fmt: skip
        partial = self.file.with_suffix(".partial")
        partial.write_text("\n".join(lines) + "\n", encoding="utf-8")
        partial.replace(self.file)

    def turn_off(self) -> None:
        """As `LoginStart.turn_off`."""
        self.file.unlink(missing_ok=True)

    def _facts(self) -> dict[str, str]:
        try:
            text = self.file.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return {}
        head = text.split("\n[", 1)[0]
        pairs = (line.partition("=") for line in head.splitlines() if "=" in line)
        return {key.strip(): value.strip() for key, _, value in pairs}


class RunKey:
    """Windows: a value of the user's Run key; the Task Manager keeps beside it whether it is allowed."""

    def __init__(self, run: QSettings, approved: QSettings, command: list[str]) -> None:
        self._run, self._approved = run, approved
        self._command = subprocess.list2cmdline(command)

    def state(self) -> State:
        """As `LoginStart.state`."""
        found = self._run.value(NAME)
        if not isinstance(found, str) or not found:
            return State.OFF
        if _is_odd(self._approved.value(NAME)):
            return State.OFF
        return State.ON if found == self._command else State.OTHER

    def turn_on(self) -> None:
        """As `LoginStart.turn_on`."""
        self._run.setValue(NAME, self._command)
        self._approved.remove(NAME)
        self._written()

    def turn_off(self) -> None:
        """As `LoginStart.turn_off`."""
        self._run.remove(NAME)
        self._approved.remove(NAME)
        self._written()

    def _written(self) -> None:
        self._run.sync()
        if self._run.status() != QSettings.Status.NoError:
            raise OSError(tr("the registry refused it"))


def _is_odd(value: object) -> bool:
    """Whether the first byte of a binary value is odd, as the Task Manager marks what it switched off."""
    if isinstance(value, QByteArray):
        value = value.data()
    if isinstance(value, str):  # as Qt hands over what the registry keeps as bytes
        return bool(value) and bool(ord(value[0]) & 1)
    return isinstance(value, bytes) and bool(value) and bool(value[0] & 1)


class LaunchAgent:
    """macOS: a property list in the user's LaunchAgents; it holds from the next login on."""

    def __init__(self, folder: Path, command: list[str]) -> None:
        self.file = folder / f"{_LABEL}.plist"
        self._command = command

    def state(self) -> State:
        """As `LoginStart.state`."""
        import plistlib
        from xml.parsers.expat import ExpatError

        try:
            found = plistlib.loads(self.file.read_bytes())
        except (OSError, ValueError, ExpatError):
            return State.OFF
        if not isinstance(found, dict) or found.get("Disabled") or not found.get("RunAtLoad"):
            return State.OFF
        return State.ON if found.get("ProgramArguments") == self._command else State.OTHER

    def turn_on(self) -> None:
        """As `LoginStart.turn_on`."""
        import plistlib

        self.file.parent.mkdir(parents=True, exist_ok=True)
        facts = {"Label": _LABEL, "ProgramArguments": self._command, "RunAtLoad": True, "ProcessType": "Interactive"}
        self.file.write_bytes(plistlib.dumps(facts))

    def turn_off(self) -> None:
        """As `LoginStart.turn_off`."""
        self.file.unlink(missing_ok=True)


def _quoted(argument: str) -> str:
    """An argument as an Exec line wants it: in quotes where it holds anything special, and no field codes."""
    argument = argument.replace("%", "%%")
    if argument and all(letter.isalnum() or letter in "/._-=+:,@" for letter in argument):
        return argument
    inner = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in argument)
    return '"' + inner.replace("\\", "\\\\") + '"'
