"""`make.py build --target windows`: program and installer for Windows, on Windows or on Linux under Wine.

Owns the order of the steps and the table at the end; what only Linux needs is in `windows/wine.py` and
`windows/interpreter.py`. Standard library only.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import build
import bundle
import freeze
import setup_env
import system_needs
from freeze import BuildError
from windows import installer, interpreter, trial, version_resource, wine

BARE = "floors.exe"
"""The program in the bare bundle."""

VERSION_INFO = freeze.BUILD / "windows" / "version_info.txt"


def main(options: argparse.Namespace) -> int:
    """Build; 0 when the program passed its trial and is within its limits. Raises BuildError."""
    out = freeze.place("windows")
    out.mkdir(parents=True, exist_ok=True)
    VERSION_INFO.write_text(version_resource.text(bundle.version()), "utf-8")
    return _at_home(out) if bundle.platform_name() == "windows" else _under_wine(out)


def _at_home(out: Path) -> int:
    """On Windows itself. The installer is tried where nobody has an installed Legwork to lose."""
    installer.provide(dict(os.environ))
    python = setup_env.ensure(dev=False, display=False, build=True)
    _say("Building the program with PyInstaller; about a minute and a half when anything changed.")
    folder = freeze.frozen(python, out=out)
    package = _package(python, folder, out)
    here = Here()
    if os.environ.get("CI"):
        tried = trial.whole(here, package, freeze.frozen(python, "bare", out) / BARE, out)
    else:
        lines, seconds = trial.self_test(here, folder / "legwork.exe", out)
        tried = trial.Trial(lines, seconds, {})
    return _tell(out, folder, package, tried, "on this Windows")


def _under_wine(out: Path) -> int:
    try:
        wine.provide()
    except system_needs.NeedsError as reason:
        raise setup_env.SetupError(str(reason)) from reason
    python = setup_env.ensure(dev=False, display=False, build=True)
    _say("Getting Python for Windows and its libraries ready.")
    windows_python = interpreter.ensure(out / "python", out / "downloads", python)
    with wine.screen() as display:
        folder = _frozen_under_wine(out, windows_python, display, "legwork")
        bare = _frozen_under_wine(out, windows_python, display, "bare")
        package = _package(python, folder, out)
        _say(f"Trying {package.name} on a Windows that has never seen Python.")
        fresh = wine.Wine(out / "wine-trial", display)
        fresh.remove()
        with fresh:
            drive = fresh.prefix / "drive_c"
            here = drive / package.name
            here.write_bytes(package.read_bytes())
            shutil.copytree(bare, drive / "bare")
            fresh.hide_linux()
            tried = trial.whole(fresh, here, drive / "bare" / BARE, drive)
        fresh.remove()
    return _tell(out, folder, package, tried, "under Wine, with drive C: alone in reach")


def _frozen_under_wine(out: Path, python: Path, display: str, name: str) -> Path:
    """The bundle `name` in its folder, built when it is not there or was built from something else."""
    folder, note = out / name, out / f"{name}.built-from"
    decide = (bundle.HERE / "windows" / "interpreter.py", VERSION_INFO, bundle.ROOT / "pyproject.toml")
    own = [*freeze.sources(name), *decide]
    now = freeze.digest(own, bundle.ROOT)
    if folder.is_dir() and note.is_file() and note.read_text("utf-8") == now:
        return folder
    note.unlink(missing_ok=True)
    what = "a bare window, to compare the start," if name == "bare" else "the program"
    _say(f"Building {what} with PyInstaller under Wine; some minutes when anything changed.")
    started, log = time.monotonic(), out / f"{name}.log"
    with wine.Wine(out / "wine", display) as windows:
        command = [windows.spelled(python), "-P", "-B", "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
        command += ["--distpath", windows.spelled(out), "--workpath", windows.spelled(out / "work")]
        command += [windows.spelled(freeze.SPECS[name])]
        code = windows.run_python(
            command,
            log,
            folder=bundle.ROOT,
            PYTHONHASHSEED="0",
            SOURCE_DATE_EPOCH=str(freeze.epoch(dict(os.environ))),
        )
    if code != 0:
        last = "\n".join("  " + line for line in log.read_text("utf-8", "replace").splitlines()[-15:])
        raise BuildError(f"PyInstaller could not build the Windows program. It said:\n\n{last}\n\nAll of it: {log}")
    check(folder)
    note.write_text(now, "utf-8")
    _say(f"{folder} ({time.monotonic() - started:.0f} s)")
    return folder


def check(folder: Path) -> None:
    """What belongs to Windows itself, or stands in for it in Wine, must not be shipped. Raises BuildError."""
    strange = [one for one in folder.rglob("*") if one.name.lower() in wine.STAND_INS]
    if strange:
        raise BuildError(f"The bundle holds {strange[0].name}, which must come from Windows: see packaging/bundle.py.")


def _package(python: str, folder: Path, out: Path) -> Path:
    """The installer, with its pictures drawn first."""
    pictures = out / "wizard"
    script = bundle.HERE / "windows" / "wizard_pictures.py"
    drawn = subprocess.run([python, "-P", str(script), str(pictures)], capture_output=True, text=True)
    if drawn.returncode != 0:
        raise BuildError(f"The installer's pictures could not be drawn: {drawn.stderr.strip()[-500:]}")
    _say("Packing the installer.")
    return installer.write(folder, out, pictures)


class Here:
    """The Windows that this runs on, with nothing of Python in what a program sees of its environment."""

    KEPT = (
        "SYSTEMROOT",
        "SYSTEMDRIVE",
        "TEMP",
        "TMP",
        "USERPROFILE",
        "APPDATA",
        "LOCALAPPDATA",
        "HOMEDRIVE",
        "HOMEPATH",
    )

    def __init__(self) -> None:
        self.local_data = Path(os.environ["LOCALAPPDATA"])
        self.start_menu = Path(os.environ["APPDATA"], "Microsoft", "Windows", "Start Menu", "Programs")
        self._environment = {name: os.environ[name] for name in self.KEPT if name in os.environ}
        self._environment["PATH"] = str(Path(os.environ["SYSTEMROOT"], "System32"))

    def run(self, command: Sequence[str], *, seconds: float) -> int:
        """A program, to its end; its exit code. Raises BuildError when it takes too long."""
        try:
            return subprocess.run(command, env=self._environment, timeout=seconds, capture_output=True).returncode
        except subprocess.TimeoutExpired as reason:
            raise BuildError(f"{command[0]} did not end within {seconds:.0f} s.") from reason

    def start(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        """A program, left running."""
        return subprocess.Popen(command, env=self._environment)

    def spelled(self, file: Path) -> str:
        return str(file)

    def open_own_types(self, names: Sequence[str]) -> None:
        """Windows does."""


def _tell(out: Path, folder: Path, package: Path, tried: trial.Trial, where: str) -> int:
    for line in tried.lines:
        _say(f"  {line}")
    unpacked, packed = freeze.size_of(folder), build.packed_size(folder)
    most = build.LIMITS["windows"]
    rows = [
        ("self-test", f"passed in {tried.seconds:.0f} s, {where}", ""),
        ("unpacked", f"{unpacked / build.MEGABYTE:.1f} MB", f"at most {most[0]} MB"),
        ("packed (xz)", f"{packed / build.MEGABYTE:.1f} MB", f"at most {most[1]} MB"),
        *((name.replace("_", " "), f"{seconds:.2f} s after the start", "") for name, seconds in tried.starts.items()),
        ("needs", "Windows 10 version 1809 or newer, 64 bits", ""),
        (package.name, f"{package.stat().st_size / build.MEGABYTE:.1f} MB", ""),
    ]
    if tried.ratio is not None:
        rows.append(("window", f"{tried.ratio:.2f} of a bare frozen one", f"at most {build.LONGEST_START}"))
        rows.append(("installer", "installed, updated, refused while running, removed; data stayed", ""))
    _say(f"\nLegwork {bundle.version()} for Windows, in {out}\n")
    _say(build.table(rows))
    return build.told_too_big(build.too_big("windows", unpacked, packed))


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit("Start it with: python3 packaging/make.py build --target windows")
