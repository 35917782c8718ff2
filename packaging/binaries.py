"""What the shared libraries of a Linux bundle ask of the system, and taking out of them what only debuggers read.

Owns reading `objdump -p` and calling `strip` (both of binutils, which PyInstaller needs anyway). A stripped library
replaces the original only when it can still be loaded. Standard library only.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import elf

# Never stripped: numpy's libraries were moved around inside by the tool that made its wheel, and stripping tears
# them apart; the program itself carries its Python modules behind its code.
WHOLE = ("_internal/numpy/*", "_internal/numpy.libs/*", "legwork", "floors")

PAGE = 4096


@dataclass(frozen=True)
class Linkage:
    """What one library says about itself. glibc: the newest version of the C library it asks for, (0, 0) for none."""

    needed: frozenset[str]
    glibc: tuple[int, int]
    loadable: bool


def linkage_of(told: str) -> Linkage:
    """Read off what `objdump -p` prints of one file.

    The system maps whole pages of a file: each part must lie as far into its page in the file as in memory.
    """
    parts = re.findall(r"^\s*LOAD off\s+0x([0-9a-f]+) vaddr 0x([0-9a-f]+)", told, re.MULTILINE)
    versions = re.findall(r"\bGLIBC_(\d+)\.(\d+)", told)
    return Linkage(
        needed=frozenset(re.findall(r"^\s*NEEDED\s+(\S+)", told, re.MULTILINE)),
        glibc=max(((int(major), int(minor)) for major, minor in versions), default=(0, 0)),
        loadable=bool(parts) and all((int(off, 16) - int(at, 16)) % PAGE == 0 for off, at in parts),
    )


def libraries(folder: Path) -> list[Path]:
    """Every program and library below a folder, links left out."""
    found = []
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as stream:
                if stream.read(4) == b"\x7fELF":
                    found.append(file)
    return found


def linkages(files: Iterable[Path]) -> dict[Path, Linkage]:
    """What each file says about itself."""
    found = {}
    for file in files:
        told = subprocess.run(
            ["objdump", "-p", str(file)], capture_output=True, text=True, errors="replace", check=True
        )
        found[file] = linkage_of(told.stdout)
    return found


def strip(folder: Path) -> int:
    """Strip what may be stripped below a folder; returns the bytes saved."""
    saved = 0
    for file in libraries(folder):
        place = file.relative_to(folder).as_posix()
        if any(fnmatchcase(place, pattern) for pattern in WHOLE):
            continue
        partial = file.with_name(file.name + ".stripped")
        subprocess.run(["strip", "--strip-unneeded", "-o", str(partial), str(file)], check=True, capture_output=True)
        smaller = file.stat().st_size - partial.stat().st_size
        if smaller > 0 and linkage_of(_told(partial)) == linkage_of(_told(file)):
            shutil.copymode(file, partial)
            partial.replace(file)
            saved += smaller
        else:
            partial.unlink()
    return saved


def forget_builder(folder: Path) -> None:
    """No library looks any more into folders of the computer that built it."""
    for file in libraries(folder):
        elf.forget_builder(file)


def _told(file: Path) -> str:
    return subprocess.run(["objdump", "-p", str(file)], capture_output=True, text=True, check=True).stdout


def asked_of_system(folder: Path) -> tuple[dict[str, list[str]], tuple[int, int]]:
    """The libraries that the bundle asks for and does not hold, each with who asks; and the newest C library asked."""
    own = {file.name for file in folder.rglob("*") if ".so" in file.name}
    asked: dict[str, list[str]] = {}
    newest = (0, 0)
    for file, one in linkages(libraries(folder)).items():
        newest = max(newest, one.glibc)
        for name in one.needed - own:
            asked.setdefault(name, []).append(file.relative_to(folder).as_posix())
    return asked, newest
