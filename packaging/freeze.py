"""Runs PyInstaller on a spec and makes the result small; knows whether what lies there is still the right one.

Owns the bundle folder build/<platform>/<name> and the note beside it that says from what it was built. Packages
and installers are made from that folder by others. Standard library only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import bundle
import setup_env

BUILD = bundle.ROOT / "build"
MADE_BY = ("bundle.py", "binaries.py", "elf.py", "freeze.py", "licences.py", "runtime_hook.py", "constraints.txt")
SPECS = {"legwork": bundle.HERE / "legwork.spec", "bare": bundle.HERE / "bare.spec"}
MADE_OF = {
    "legwork": (bundle.PACKAGE, bundle.RESOURCES),
    "bare": (bundle.ROOT / "tests" / "bench" / "floors.py",),
}


class BuildError(Exception):
    """The program could not be built; the text is for the person at the keyboard."""


def place(platform: str | None = None) -> Path:
    """The folder of everything built for a platform."""
    return BUILD / (platform or bundle.platform_name())


def sources(name: str) -> list[Path]:
    """All files that decide what the bundle `name` becomes."""
    files = [SPECS[name], *(bundle.HERE / one for one in MADE_BY)]
    for origin in MADE_OF[name]:
        files += sorted(origin.rglob("*")) if origin.is_dir() else [origin]
    return [file for file in files if file.is_file() and "__pycache__" not in file.parts]


def digest(files: Iterable[Path], root: Path, *more: str) -> str:
    """Changes when any of the files, its place below root, or one of the texts `more` changes."""
    import hashlib

    total = hashlib.sha256()
    for text in more:
        total.update(f"{text}\n".encode())
    for file in files:
        content = file.read_bytes()
        total.update(f"{file.relative_to(root).as_posix()} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def epoch(environment: dict[str, str]) -> int:
    """The time that every packed file gets: SOURCE_DATE_EPOCH, the last commit, or 1980 where there is neither."""
    given = environment.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    git = shutil.which("git")
    if git:
        told = subprocess.run([git, "log", "-1", "--format=%ct"], cwd=bundle.ROOT, capture_output=True, text=True)
        if told.returncode == 0 and told.stdout.strip().isdecimal():
            return int(told.stdout)
    return 315_532_800


def frozen(python: str, name: str = "legwork", out: Path | None = None) -> Path:
    """The bundle `name` in its folder, built when it is not there or was built from something else.

    Raises BuildError.
    """
    out = out or place()
    folder = out / name
    note = out / f"{name}.built-from"
    told = subprocess.run([python, "-VV"], capture_output=True, text=True).stdout.strip()
    now = digest(sources(name), bundle.ROOT, told, sys.platform)
    if folder.is_dir() and note.is_file() and note.read_text("utf-8") == now:
        return folder
    note.unlink(missing_ok=True)
    run_pyinstaller(python, SPECS[name], out)
    if bundle.platform_name() == "linux":
        import binaries

        binaries.strip(folder)
        binaries.forget_builder(folder)
    note.write_text(now, "utf-8")
    return folder


def run_pyinstaller(python: str, spec: Path, out: Path) -> None:
    """PyInstaller, its words kept in a log; the same sources give the same bytes."""
    out.mkdir(parents=True, exist_ok=True)
    environment = setup_env.clean(os.environ)
    environment["SOURCE_DATE_EPOCH"] = str(epoch(environment))
    environment["PYTHONHASHSEED"] = "0"  # sets are written into the modules in the order of their hashes
    log = out / f"{spec.stem}.log"
    command = [python, "-P", "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(out), "--workpath", str(out / "work"), str(spec)]
    with log.open("w", encoding="utf-8") as said:
        done = subprocess.run(command, cwd=bundle.ROOT, env=environment, stdout=said, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        last = "\n".join("  " + line for line in log.read_text("utf-8", "replace").splitlines()[-15:])
        raise BuildError(f"PyInstaller could not build {spec.name}. It said:\n\n{last}\n\nAll of it: {log}")


def size_of(folder: Path) -> int:
    """Bytes of all files below a folder; links count nothing."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
