"""The archive for any Linux: the program, its files for the desktop, and scripts that put them into one's own folders.

Owns what lies where in the archive; the scripts themselves are in `linux/`. Standard library only.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import archives
import bundle
import desktop_files
import system_needs
from archives import Entry

README = """\
Legwork @VERSION@

  ./install.sh     installs it for you alone, no administrator needed; run again with a newer one to update
  program/legwork  starts it from here, without installing

Your data is kept in ~/.local/share/legwork/profile, whatever happens to the program.
"""


def packages(asked: Iterable[str]) -> str:
    """For the install script: each library asked of the system, and the Debian package that has it."""
    known = {**system_needs.RUNTIME, **system_needs.OPTIONAL, **system_needs.CORE, **system_needs.DISPLAY}
    return "".join(f"{name}\t{' or '.join(known[name])}\n" for name in sorted(asked) if name in known)


def files(folder: Path, asked: Iterable[str], epoch: int) -> list[Entry]:
    """Everything in the archive, without folders, relative to its top."""
    scripts = [
        Entry(name, (desktop_files.LINUX / name).read_bytes(), executable=True)
        for name in ("install.sh", "uninstall.sh")
    ]
    return [
        *archives.entries_of(folder, "program"),
        *scripts,
        *(Entry(f"share/{name}", content) for name, content in desktop_files.shared(epoch).items()),
        Entry("system-packages.tsv", packages(asked).encode()),
        Entry("README.txt", README.replace("@VERSION@", bundle.version()).encode()),
        Entry("LICENSE.txt", (bundle.ROOT / "LICENSE").read_bytes()),
    ]


def write(target: Path, folder: Path, asked: Iterable[str], epoch: int) -> Path:
    """Pack the bundle as target/legwork-VERSION-linux-MACHINE.tar.xz and return it."""
    import platform

    top = f"legwork-{bundle.version()}-linux-{platform.machine()}"
    entries = [
        Entry(f"{top}/{one.name}", one.content, one.file, one.link, one.executable)
        for one in files(folder, asked, epoch)
    ]
    file = target / f"{top}.tar.xz"
    partial = file.with_suffix(".partial")
    with partial.open("wb") as stream:
        archives.write_tar_xz(stream, archives.with_folders(entries), epoch)
    partial.replace(file)
    return file
