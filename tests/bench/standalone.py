"""Benches of the standalone program: how large it is, and how soon its window stands against a bare frozen one.

Builds both with PyInstaller when they are not there or were built from something else (minutes), else takes them as
they are. The bare one is `floors.py window` with PySide6 alone, frozen and slimmed in the same way.
"""

from __future__ import annotations

import functools
import sys
from pathlib import Path

from measure import Bench, Figures, Report, figures, in_turns, row, table, table_bench
from startup import seeded

PACKAGING = Path(__file__).parents[2] / "packaging"
sys.path.append(str(PACKAGING))

import build  # noqa: E402
import bundle  # noqa: E402
import freeze  # noqa: E402

STARTS = 25
"""Pairs of starts: a program of a third of a second is at the mercy of whatever else the computer does just then."""

UNPACKED, PACKED = build.LIMITS.get(bundle.platform_name(), (195, 65))


@functools.cache
def frozen(name: str) -> Path:
    """The folder of a bundle, built when it must be."""
    print(f"  {name}: taken from {freeze.place()}, or built now", file=sys.stderr, flush=True)
    return freeze.frozen(sys.executable, name)


def program(name: str, file: str) -> Path:
    return frozen(name) / (file + (".exe" if sys.platform == "win32" else ""))


def megabytes(folder: Path) -> float:
    return freeze.size_of(folder) / build.MEGABYTE


def unpacked() -> Figures:
    """The folder of the standalone program, against that of a bare PySide6 window."""
    found = Figures("MB")
    found.add(megabytes(frozen("bare")), megabytes(frozen("legwork")))
    return found


def packed() -> Figures:
    """The same packed with xz, as it is handed on."""
    found = Figures("MB")
    note = freeze.place() / "legwork.built-from"
    made = freeze.place().glob(f"legwork-{bundle.version()}-*.tar.xz")
    fresh = [one.stat().st_size for one in made if one.stat().st_mtime > note.stat().st_mtime]
    size = fresh[-1] if fresh else build.packed_size(frozen("legwork"))
    found.add(None, size / build.MEGABYTE)
    return found


def start() -> Figures:
    """From the start of the process until the window was painted first, both frozen; the profile holds 20 years."""

    def seconds(report: Report) -> float:
        return report.since_start("window_painted")

    floor: list[str | Path] = [program("bare", "floors"), "window", "{report}"]
    ours: list[str | Path] = [program("legwork", "legwork"), "--profile-dir", seeded(), "--bench-report", "{report}"]
    return figures(in_turns(floor, ours, STARTS, frozen=True), "s", seconds, seconds)


@table_bench("standalone")
def standalone() -> str:
    """Sizes and start of the built program, each against its floor and its target."""
    benches = (
        Bench("unpacked", UNPACKED, unpacked, limit=True),
        Bench("packed (xz)", PACKED, packed, limit=True),
        Bench("start to window", build.LONGEST_START, start),
    )
    return table([row(one, one.measure()) for one in benches])
