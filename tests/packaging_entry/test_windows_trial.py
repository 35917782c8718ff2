"""The trial of a Windows installer: a good one passes, and each fault is noticed."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"


class Running:
    """A program that runs until somebody ends it."""

    def poll(self) -> int | None:
        return None

    def wait(self, _seconds: float) -> int:
        return 0


class PretendWindows:
    def __init__(self, folder: Path, fault: str) -> None:
        self.local_data, self.start_menu, self.fault = folder / "Local", folder / "Start Menu", fault
        self.home = self.local_data / "Programs" / "Legwork"
        self.profile = self.local_data / "legwork" / "profile"
        self.running = self.installed = False

    def spelled(self, file: Path) -> str:
        return str(file)

    def open_own_types(self, names: tuple[str, ...]) -> None:
        assert names == (".legwork", "Legwork.File")

    def run(self, command: list[str], *, seconds: float) -> int:
        name = Path(command[0]).name
        if name == "reg":
            return 0 if self.installed or self.fault == "key stays" else 1
        if name == "taskkill":
            self.running = False
            return 0
        if name == "cmd":
            return self.shell(command[2:])
        programs = {
            "setup.exe": self.install,
            "legwork.exe": self.program,
            "floors.exe": self.bare,
            "Uninstall.exe": self.remove,
        }
        return programs[name](command)

    def bare(self, command: list[str]) -> int:
        assert command[1] == "window"
        return self.reported(command[-1], 2)

    def reported(self, report: str, seconds: float) -> int:
        """A window that is painted after so many seconds."""
        event = {"event": "window_painted", "time": time.time() + seconds}
        Path(report).write_text(json.dumps(event) + "\n")
        return 1 if self.fault == "no window" else 0

    def shell(self, command: list[str]) -> int:
        if command[0] != "start":
            script = Path(command[0])
            text = "" if self.fault == "says nothing" else "Legwork 1\n"
            (script.parent / "said.txt").write_text(text)
            return 0
        with (self.profile / "legwork.log").open("a") as log:
            if not self.running or self.fault == "two windows":
                log.write("INFO started 1 on win32\n")
            if self.fault != "file not opened" and Path(command[2]).read_bytes() == b"data":
                log.write("INFO files to open: 1, copies of all data among them: 1\n")
        self.running = True
        return 0

    def start(self, command: list[str]) -> Running:
        self.running = True
        self.profile.mkdir(parents=True, exist_ok=True)
        (self.profile / "running.lock").touch()
        return Running()

    def install(self, command: list[str]) -> int:
        if self.running and self.fault != "installs while it runs":
            return 2
        internal = self.home / "_internal"
        internal.mkdir(parents=True, exist_ok=True)
        self.start_menu.mkdir(parents=True, exist_ok=True)
        for old in internal.iterdir() if self.fault != "update keeps old files" else ():
            old.unlink()
        for name in ("legwork.exe", "Uninstall.exe", "LICENSE.txt"):
            (self.home / name).touch()
        if self.fault != "no menu entry":
            (self.start_menu / "Legwork.lnk").touch()
        self.installed = True
        return 0

    def program(self, command: list[str]) -> int:
        if "--self-test-report" in command:
            Path(command[-1]).write_text("FAILED print\n" if self.fault == "self-test" else "ok print\n")
            return 1 if self.fault == "self-test" else 0
        self.profile.mkdir(parents=True, exist_ok=True)
        (self.profile / "legwork.sqlite3").write_bytes(b"data")
        return self.reported(command[-1], 3)

    def remove(self, command: list[str]) -> int:

        shutil.rmtree(self.home)
        (self.start_menu / "Legwork.lnk").unlink()
        if self.fault == "data":
            (self.profile / "legwork.sqlite3").write_bytes(b"")
        self.installed = False
        return 0


def test_a_good_installer_passes_the_trial(module: Any, tmp_path: Path) -> None:
    windows = PretendWindows(tmp_path, "")
    found = module("windows.trial").whole(windows, Path("setup.exe"), Path("floors.exe"), tmp_path)
    assert found.lines == ("ok print",)
    assert found.starts == {"window_painted": pytest.approx(3, abs=0.5)}
    assert found.ratio == pytest.approx(1.5, abs=0.3)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("self-test", "FAILED print"),
        ("no window", "instead of opening its window"),
        ("no menu entry", r"missing: .*Legwork\.lnk"),
        ("installs while it runs", "while the program was running"),
        ("says nothing", "--version > FILE"),
        ("file not opened", "double click on copy one.legwork opened nothing"),
        ("two windows", "After 2 double clicks the program runs 2 times"),
        ("update keeps old files", "older version"),
        ("key stays", "still there: .*Legwork.File"),
        ("data", "changed the user's data"),
    ],
)
def test_the_trial_notices(module: Any, tmp_path: Path, fault: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module("windows.trial"), "OPENS_S", 0)
    with pytest.raises(module("freeze").BuildError, match=said):
        windows = PretendWindows(tmp_path, fault)
        module("windows.trial").whole(windows, Path("setup.exe"), Path("floors.exe"), tmp_path)
