"""The licences of everything that a built program ships, collected while it is built.

Owns finding what is really in the bundle, and whose the libraries of the builder's system are. What a licence is, and
the list of parts that are no packages, is `legwork.services.licences`, which the program's About reads too.

    import licences
    analysis.datas += licences.collect(Path("build/linux/licences"), analysis.pure, analysis.binaries, analysis.datas)
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
PLACE = "legwork/resources/licences"
"""Where the program looks for them in the bundle."""

Entry = tuple[str, str, str]
"""One file of PyInstaller's lists: where it goes in the bundle, where it comes from, what kind it is."""

if TYPE_CHECKING:
    from legwork.services.licences import Component


def collect(out: Path, pure: Sequence[Entry], binaries: Sequence[Entry], datas: Sequence[Entry]) -> list[Entry]:
    """Write the licences of what is in these lists to the folder `out`; returns its files, as more of the datas."""
    sys.path.insert(0, str(HERE.parent / "desktop"))
    try:
        from legwork.services import licences
    finally:
        sys.path.pop(0)
    modules = {name for name, _, _ in pure} | {_module(place) for place, _, kind in binaries if kind == "EXTENSION"}
    files = [place for place, _, _ in (*binaries, *datas)]
    parts = (*licences.gather(modules, files), *_of_the_system(binaries))
    out.mkdir(parents=True, exist_ok=True)
    written = {licences.COLLECTED: licences.as_json(parts), "licences.txt": licences.as_text(parts)}
    for name, text in written.items():
        (out / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"licences of {len(parts)} parts, {sum(len(text) for text in written.values()) / 1000:.0f} kB")
    return [(f"{PLACE}/{name}", str(out / name), "DATA") for name in written]


def _module(place: str) -> str:
    """numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so -> numpy._core._multiarray_umath"""
    path = PurePath(place.replace("\\", "/"))
    return ".".join((*path.parts[:-1], path.name.split(".")[0]))


def _of_the_system(binaries: Iterable[Entry]) -> list[Component]:
    """The packages of a Debian or Ubuntu that libraries were taken from, with their copyright files; else nothing."""
    from legwork.services.licences import Component

    found: dict[str, Component] = {}
    for place, source, _ in binaries:
        package, version = _package_of(Path(source))
        text = _copyright(package)
        if not text:
            continue
        known = found.get(package, Component(f"{package} (of this Linux)", version, "see its text", "", "", text))
        note = ", ".join(filter(None, (known.note, PurePath(place).name)))
        found[package] = replace(known, note=note)
    return [found[name] for name in sorted(found)]


def _package_of(file: Path) -> tuple[str, str]:
    """Name and version of the Debian package that a file belongs to; ("", "") for none."""
    if not sys.platform.startswith("linux") or not str(file).startswith(("/usr/", "/lib")):
        return "", ""
    real = file.resolve()
    for spelled in dict.fromkeys((str(real), str(file), str(real).removeprefix("/usr"))):
        name = _said("dpkg-query", "--search", spelled).partition(": ")[0].split(",")[0].strip()
        if name:
            return name.split(":")[0], _said("dpkg-query", "--show", "--showformat=${Version}", name).strip()
    return "", ""


def _said(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""


def _copyright(package: str) -> str:
    file = Path("/usr/share/doc") / package / "copyright"
    return file.read_text(encoding="utf-8", errors="replace").strip() if package and file.is_file() else ""
