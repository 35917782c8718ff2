"""Tries the installer as a person would: install, self-test, start, open files, update, refuse while it runs, remove.

The data must stay through all of it.

Owns what is looked for after each step. Works through a `Windows`, Wine's or a real one. Standard library only.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from freeze import BuildError

STARTS = 5
LONGEST_S = 900
OPENS_S = 60
KEYS = (
    r"HKCU\Software\Classes\.legwork",
    r"HKCU\Software\Classes\.legwork-plan",
    r"HKCU\Software\Classes\Legwork.File",
    r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Legwork",
)
RUNNING = 2
"""Exit code of the installer when the program runs and nobody can be asked to close it."""


PAINTED = "window_painted"
"""The event that both programs report."""

STARTED = " started "
OPENED = "files to open: 1, copies of all data among them: 1"
"""What the program's diary says."""


class Windows(Protocol):
    """Where programs of Windows run, and where this user's folders are, as this computer spells them."""

    local_data: Path
    start_menu: Path

    def run(self, command: Sequence[str], *, seconds: float) -> int: ...

    def start(self, command: Sequence[str]) -> subprocess.Popen[bytes]: ...

    def spelled(self, file: Path) -> str: ...

    def open_own_types(self, names: Sequence[str]) -> None: ...


@dataclass(frozen=True)
class Trial:
    """lines: of the self-test; seconds: how long it took.

    starts: seconds until an event, by its name; ratio: of the painted window to that of a bare frozen program.
    """

    lines: tuple[str, ...]
    seconds: float
    starts: dict[str, float]
    ratio: float | None = None


def self_test(windows: Windows, program: Path, folder: Path) -> tuple[tuple[str, ...], float]:
    """Run the program's own test; its lines and how long it took. Raises BuildError."""
    report = folder / "self-test.txt"
    report.unlink(missing_ok=True)
    started = time.monotonic()
    code = windows.run(
        [windows.spelled(program), "--self-test", "--self-test-report", windows.spelled(report)], seconds=LONGEST_S
    )
    seconds = time.monotonic() - started
    said = report.read_text("utf-8", "replace").strip() if report.exists() else ""
    if code != 0 or not said:
        last = "\n".join("  " + line for line in said.splitlines()[-25:])
        raise BuildError(f"The self-test of the Windows program ended with {code}:\n\n{last}")
    return tuple(said.splitlines()), seconds


def start_times(windows: Windows, program: Path, bare: Path, folder: Path) -> tuple[dict[str, float], float]:
    """Seconds from the start of the process until each event, and how often the bare program's time the window takes.

    Medians of starts in turns, the first pair left out. Uses the real profile.
    """
    found: dict[str, list[float]] = {}
    ratios = []
    for number in range(STARTS + 1):
        floor = _events(windows, [windows.spelled(bare), "window"], folder)
        ours = _events(windows, [windows.spelled(program), "--bench-report"], folder)
        if number:
            ratios.append(ours[PAINTED] / floor[PAINTED])
            for name, seconds in ours.items():
                found.setdefault(name, []).append(seconds)
    return {name: statistics.median(values) for name, values in found.items()}, statistics.median(ratios)


def _events(windows: Windows, command: Sequence[str], folder: Path) -> dict[str, float]:
    """Start a program that writes a report where its last argument says; seconds until each event."""
    report = folder / "bench.json"
    report.unlink(missing_ok=True)
    started = time.time()
    code = windows.run([*command, windows.spelled(report)], seconds=120)
    if code != 0 or not report.exists():
        raise BuildError(f"{command[0]} ended with {code} instead of opening its window.")
    events = map(json.loads, report.read_text("utf-8").splitlines())
    return {event["event"]: event["time"] - started for event in events}


def whole(windows: Windows, installer: Path, bare: Path, folder: Path) -> Trial:
    """All steps with the installer. Raises BuildError.

    bare: a bare frozen program to compare the start with; folder: for reports, where Windows reaches it.
    """
    home = windows.local_data / "Programs" / "Legwork"
    program, link = home / "legwork.exe", windows.start_menu / "Legwork.lnk"
    profile = windows.local_data / "legwork" / "profile"
    _silently(windows, installer)
    _there(windows, [program, home / "Uninstall.exe", home / "LICENSE.txt", link], yes=True)
    lines, seconds = self_test(windows, program, folder)
    starts, ratio = start_times(windows, program, bare, folder)
    data = profile / "legwork.sqlite3"
    _there(windows, [data], yes=True)
    _says_in_files(windows, program, folder)
    _opens_files(windows, profile, folder)
    _refuses_while_it_runs(windows, installer, program)
    kept = data.read_bytes()

    stale = home / "_internal" / "of an older version.pyd"
    stale.write_bytes(b"")
    _silently(windows, installer)
    _there(windows, [program, link], yes=True)
    if stale.exists():
        raise BuildError(f"An update left {stale.name} behind.")

    windows.run([windows.spelled(home / "Uninstall.exe"), "/S"], seconds=LONGEST_S)  # goes on in a copy of itself
    wait_until(lambda: not home.exists(), f"Removing the program left {home}.")
    _there(windows, [link, program], yes=False)
    if data.read_bytes() != kept:
        raise BuildError("Removing the program changed the user's data.")
    return Trial(lines, seconds, starts, ratio)


def _silently(windows: Windows, installer: Path) -> None:
    code = windows.run([windows.spelled(installer), "/S"], seconds=LONGEST_S)
    if code != 0:
        raise BuildError(f"The installer ended with {code}.")


def _says_in_files(windows: Windows, program: Path, folder: Path) -> None:
    """What is sent to a file arrives there, though the program has no console."""
    said, script = folder / "said.txt", folder / "say.bat"
    said.unlink(missing_ok=True)
    lines = (f'@"{windows.spelled(program)}" --version > "{windows.spelled(said)}"', "@exit /b %ERRORLEVEL%", "")
    script.write_text("\r\n".join(lines), "ascii")
    code = windows.run(["cmd", "/c", windows.spelled(script)], seconds=120)
    words = said.read_text("utf-8", "replace") if said.exists() else ""
    if code != 0 or not words.startswith("Legwork "):
        raise BuildError(f"legwork --version > FILE ended with {code} and wrote {words!r}.")


def _opens_files(windows: Windows, profile: Path, folder: Path) -> None:
    """A double click opens a file, wherever it lies; a second one goes to the window that is there."""
    place = folder / "Eigene Dateien & мои планы"
    place.mkdir(exist_ok=True)
    windows.open_own_types((".legwork", "Legwork.File"))
    log, content = profile / "legwork.log", (profile / "legwork.sqlite3").read_bytes()
    starts = _count(log, STARTED)
    try:
        for number, name in enumerate(("copy one.legwork", "Kopie zwei – копия.legwork"), 1):
            file = place / name
            file.write_bytes(content)
            opened = _count(log, OPENED)
            windows.run(["cmd", "/c", "start", "", windows.spelled(file)], seconds=120)
            otherwise = f"A double click on {name} opened nothing."
            wait_until(lambda before=opened: _count(log, OPENED) > before, otherwise, OPENS_S)
            running = _count(log, STARTED) - starts
            if running != 1:
                raise BuildError(f"After {number} double clicks the program runs {running} times.")
    finally:
        _end(windows, profile)


def _count(log: Path, words: str) -> int:
    """How often the program's diary says something; it may be written just now."""
    return log.read_text("utf-8", "replace").count(words) if log.exists() else 0


def _end(windows: Windows, profile: Path) -> None:
    """Close the program's window, and end it where that takes too long."""
    lock = profile / "running.lock"
    windows.run(["taskkill", "/IM", "legwork.exe"], seconds=60)
    try:
        wait_until(lambda: not lock.exists(), "", seconds=30)
    except BuildError:
        windows.run(["taskkill", "/F", "/IM", "legwork.exe"], seconds=60)
        lock.unlink(missing_ok=True)


def _refuses_while_it_runs(windows: Windows, installer: Path, program: Path) -> None:
    """Nothing is replaced under a program that runs, and it says so by its exit code."""
    lock = windows.local_data / "legwork" / "profile" / "running.lock"
    running = windows.start([windows.spelled(program)])
    try:
        wait_until(lock.exists, "The installed program did not open its profile.")
        code = windows.run([windows.spelled(installer), "/S"], seconds=LONGEST_S)
        if code != RUNNING or running.poll() is not None:
            raise BuildError(f"The installer ended with {code} while the program was running, and not with {RUNNING}.")
    finally:
        windows.run(["taskkill", "/IM", "legwork.exe"], seconds=60)
        try:
            running.wait(60)
        except subprocess.TimeoutExpired:
            windows.run(["taskkill", "/F", "/IM", "legwork.exe"], seconds=60)
            running.wait(60)


def _there(windows: Windows, files: Sequence[Path], *, yes: bool) -> None:
    """All files and keys of the registry are there, or none of them is."""
    wrong = [str(file) for file in files if file.exists() != yes]
    wrong += [key for key in KEYS if (windows.run(["reg", "query", key], seconds=60) == 0) != yes]
    if wrong:
        raise BuildError(f"After {'installing' if yes else 'removing'}: {'missing' if yes else 'still there'}: {wrong}")


def wait_until(there: Callable[[], bool], otherwise: str, seconds: float = 60) -> None:
    """Look again and again. Raises BuildError with `otherwise` when it takes too long."""
    until = time.monotonic() + seconds
    while not there():
        if time.monotonic() > until:
            raise BuildError(otherwise)
        time.sleep(0.2)
