"""The installer for Windows, made by NSIS from `legwork.nsi`.

Owns finding makensis and what the script is told. Standard library only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import bundle
from freeze import BuildError, size_of
from windows import version_resource

HERE = Path(__file__).resolve().parent
_USUAL = ("PROGRAMFILES(X86)", "PROGRAMFILES")


def name(version: str) -> str:
    return f"legwork-{version}-windows-x64-setup.exe"


def makensis(environment: dict[str, str]) -> str:
    """The compiler of NSIS. Raises BuildError with where to get it."""
    named = {name.upper(): value for name, value in environment.items()}  # as a Python on Windows spells them
    found = shutil.which("makensis", path=named.get("PATH"))
    for place in _USUAL:
        if found is None and place in named:
            found = shutil.which("makensis", path=str(Path(named[place], "NSIS")))
    if found is None:
        raise BuildError("The installer is made with NSIS, which is not here. Get it from https://nsis.sourceforge.io")
    return found


def provide(environment: dict[str, str]) -> str:
    """The compiler of NSIS, got first where Windows has a program that gets programs. Raises BuildError."""
    try:
        return makensis(environment)
    except BuildError:
        getter = shutil.which("choco", path=environment.get("PATH"))
        if getter is None:
            raise
    print("Getting NSIS, which makes the installer.", flush=True)
    done = subprocess.run(
        [getter, "install", "nsis", "-y", "--no-progress"],
        env=environment,
        capture_output=True,
        text=True,
        errors="replace",
    )
    if done.returncode != 0:
        said = (done.stdout + done.stderr).strip()[-1000:]
        raise BuildError(
            f"NSIS, which makes the installer, could not be got: try it again, or get it from "
            f"https://nsis.sourceforge.io\n\n{said}"
        )
    return makensis(environment)


def defines(folder: Path, target: Path, version: str, pictures: Path) -> dict[str, str]:
    """What legwork.nsi leaves open. folder: the bundle; pictures: what `wizard_pictures` has drawn."""
    return {
        "VERSION": version,
        "VERSION_NUMBERS": version_resource.dotted(version),
        "COMPANY": version_resource.COMPANY,
        "COPYRIGHT": version_resource.COPYRIGHT,
        "ALL_OF_IT": str(folder / "*"),
        "LICENSE": str(bundle.ROOT / "LICENSE"),
        "ICON": str(bundle.ICONS / "legwork.ico"),
        "SIDE": str(pictures / "side.bmp"),
        "HEAD": str(pictures / "head.bmp"),
        "SIZE_KB": str(-(-size_of(folder) // 1024)),
        "TARGET": str(target),
    }


def write(folder: Path, out: Path, pictures: Path) -> Path:
    """Pack the bundle as an installer in the folder `out` and return it. Raises BuildError."""
    version = bundle.version()
    target = out / name(version)
    partial = target.with_name(target.stem + "-partial.exe")
    given = [f"-D{name}={value}" for name, value in defines(folder, partial, version, pictures).items()]
    command = [makensis(dict(os.environ)), "-V2", "-INPUTCHARSET", "UTF8", "-WX", *given, str(HERE / "legwork.nsi")]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    if done.returncode != 0:
        raise BuildError(f"NSIS could not make the installer. It said:\n\n{(done.stdout + done.stderr)[-2000:]}")
    partial.replace(target)
    return target
