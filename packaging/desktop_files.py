"""What tells a Linux desktop about Legwork: menu entry, icons, file type, description for software centres, manual.

Owns filling in version and date (the version is that of the package, the release that of the CHANGELOG). Knows
neither packages nor where on a system the files go: places are below `share`. Standard library only.
"""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import bundle

LINUX = bundle.HERE / "linux"
APP_ID = "io.github.legwork.legwork"
TYPE_ICON = "application-x-legwork"
SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
"""Those that the hicolor theme names; an icon of another size would never be found."""


def newest_release(changelog: str) -> tuple[str, str]:
    """Version and ISO date of the newest entry; the date is empty while it is unreleased."""
    found = re.search(r"^## (\d+\.\d+\.\d+)(?: — (\S+))?", changelog, re.MULTILINE)
    if found is None:
        raise ValueError("CHANGELOG.md has no entry like '## 1.2.3 — 2026-01-31'")
    day = found[2] or ""
    return found[1], day if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else ""


def _filled(text: str, epoch: int) -> str:
    version, day = newest_release((bundle.ROOT / "CHANGELOG.md").read_text("utf-8"))
    if version != bundle.version():
        raise ValueError(f"CHANGELOG.md begins with {version}, but the program is {bundle.version()}")
    kind = "stable" if day else "development"
    day = day or datetime.fromtimestamp(epoch, UTC).date().isoformat()
    return text.replace("@VERSION@", version).replace("@DATE@", day).replace("@KIND@", kind).replace("@ID@", APP_ID)


def metainfo(epoch: int) -> bytes:
    """The AppStream description. epoch: the day that an unreleased version is given."""
    return _filled((LINUX / "legwork.metainfo.xml").read_text("utf-8"), epoch).encode()


def manual(epoch: int) -> bytes:
    """The manual page."""
    return _filled((LINUX / "legwork.1").read_text("utf-8"), epoch).encode()


def png_size(content: bytes) -> int:
    """The width of a square PNG in pixels. Raises ValueError for anything else."""
    if content[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError("not a PNG")
    width, height = struct.unpack(">II", content[16:24])
    if width != height:
        raise ValueError(f"{width} x {height} is not square")
    return int(width)


def icons(folder: Path = bundle.ICONS) -> dict[str, bytes]:
    """The icons of program and file type at every size that desktops ask for, by their place below `share`."""
    found = {}
    for drawn, kind, name in (("legwork", "apps", "legwork"), ("legwork-file", "mimetypes", TYPE_ICON)):
        for size in SIZES:
            file = folder / f"{drawn}-{size}.png"
            if file.exists():
                content = file.read_bytes()
                if png_size(content) != size:
                    raise ValueError(f"{file.name} is {png_size(content)} pixels wide")
                found[f"icons/hicolor/{size}x{size}/{kind}/{name}.png"] = content
        found[f"icons/hicolor/scalable/{kind}/{name}.svg"] = (folder / f"{drawn}.svg").read_bytes()
    return found


def shared(epoch: int) -> dict[str, bytes]:
    """Every file of the desktop, by its place below `share`."""
    return {
        "applications/legwork.desktop": (LINUX / "legwork.desktop").read_bytes(),
        "mime/packages/legwork.xml": (LINUX / "legwork-mime.xml").read_bytes(),
        f"metainfo/{APP_ID}.metainfo.xml": metainfo(epoch),
        **icons(),
    }


def complaints(epoch: int) -> tuple[list[str], list[str]]:
    """What the desktop's own tools say against these files, and which of the tools are not there to ask."""
    found, silent = [], []
    with tempfile.TemporaryDirectory(prefix="legwork-desktop-") as folder:
        for name, content in shared(epoch).items():
            file = Path(folder, "usr", "share", name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        share = Path(folder, "usr", "share")
        checks = (
            ["desktop-file-validate", str(share / "applications" / "legwork.desktop")],
            ["appstreamcli", "validate-tree", "--no-net", folder],
            ["update-mime-database", str(share / "mime")],
        )
        for command in checks:
            if shutil.which(command[0]) is None:
                silent.append(command[0])
                continue
            done = subprocess.run(command, capture_output=True, text=True, errors="replace")
            if done.returncode != 0:
                found.append(f"{command[0]}: {(done.stdout + done.stderr).strip()}")
    return found, silent
