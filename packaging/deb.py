"""The Debian package: its files in the places that Debian wants, what it depends on, and the .deb itself.

The packages to depend on come from `system_needs`, by the libraries that the bundle really asks for. Writes the
package without Debian's tools, so that it can be built anywhere. Standard library only.
"""

from __future__ import annotations

import gzip
import hashlib
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

import archives
import bundle
import desktop_files
import system_needs
from archives import Entry

HOME = "usr/lib/legwork"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
MAINTAINER = "The Legwork authors <legwork@users.noreply.github.com>"
ABOUT = """\
Training and tape measurements for lagging legs
 Legwork is for lifters whose upper body has outgrown their legs. Once a week
 you type in what the tape says; it shows where each limb is going, how far
 the legs trail and why, drafts a training plan that closes the gap, prints it
 for the gym and counts what was done.
 .
 It works offline. Your data never leaves your computer."""


class UnknownLibraryError(Exception):
    """The bundle asks for a library of which nobody said in which package it is."""


def dependencies(asked: Mapping[str, Iterable[str]], glibc: tuple[int, int]) -> tuple[list[str], list[str]]:
    """Depends and Recommends for the libraries asked of the system. Raises UnknownLibraryError."""
    must = {**system_needs.CORE, **system_needs.DISPLAY, **system_needs.RUNTIME}
    unknown = {name: who for name, who in asked.items() if name not in must and name not in system_needs.OPTIONAL}
    if unknown:
        told = "; ".join(f"{name} (for {', '.join(sorted(who)[:3])})" for name, who in sorted(unknown.items()))
        raise UnknownLibraryError(
            f"The bundle asks for libraries that packaging/system_needs.py does not know: {told}. Name their packages "
            "there, or leave out in packaging/bundle.py what asks for them."
        )
    depends = {" | ".join(must[name]) for name in asked if name in must} - {"libc6"}
    depends.add(f"libc6 (>= {glibc[0]}.{glibc[1]})")
    recommends = {" | ".join(system_needs.OPTIONAL[name]) for name in asked if name in system_needs.OPTIONAL}
    recommends.add(" | ".join(system_needs.FONT))
    return sorted(depends), sorted(recommends)


def control(version: str, architecture: str, kilobytes: int, depends: list[str], recommends: list[str]) -> str:
    """The control file."""
    return (
        f"Package: legwork\nVersion: {version}\nArchitecture: {architecture}\n"
        f"Maintainer: {MAINTAINER}\n"
        f"Installed-Size: {kilobytes}\nDepends: {', '.join(depends)}\nRecommends: {', '.join(recommends)}\n"
        f"Section: misc\nPriority: optional\nDescription: {ABOUT}\n"
    )


def files(folder: Path, epoch: int) -> list[Entry]:
    """Everything that the package puts on the system, without folders."""
    licence = (bundle.ROOT / "LICENSE").read_text("utf-8")
    changes = (bundle.ROOT / "CHANGELOG.md").read_bytes()
    return [
        *archives.entries_of(folder, HOME),
        Entry("usr/bin/legwork", link="../lib/legwork/legwork"),
        *(Entry(f"usr/share/{name}", content) for name, content in desktop_files.shared(epoch).items()),
        Entry("usr/share/doc/legwork/copyright", copyright_file(licence).encode()),
        Entry("usr/share/doc/legwork/changelog.gz", _gzipped(debian_changelog(bundle.version(), epoch).encode())),
        Entry("usr/share/doc/legwork/NEWS.gz", _gzipped(changes)),
        Entry("usr/share/man/man1/legwork.1.gz", _gzipped(desktop_files.manual(epoch))),
    ]


def debian_changelog(version: str, epoch: int) -> str:
    """Debian's own form of it, which says only that there is a new version: what changed stands in NEWS."""
    from email.utils import formatdate

    said = "  * New version; what changed is told in NEWS."
    return f"legwork ({version}) unstable; urgency=medium\n\n{said}\n\n -- {MAINTAINER}  {formatdate(epoch)}\n"


def copyright_file(licence: str) -> str:
    """Debian's form of it: Legwork's own licence, and where those of the libraries stand."""
    lines = licence.splitlines()
    text = "\n".join(" " + (line or ".") for line in lines[4:])
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: Legwork\n"
        "Comment: Legwork comes with the libraries that it stands on, each under its own licence. Their texts lie in\n"
        f" /{HOME}/_internal/legwork/resources/licences, and Help > About shows them.\n\n"
        f"Files: *\nCopyright: {lines[2].removeprefix('Copyright (c) ')}\nLicense: Expat\n{text}\n"
    )


def _gzipped(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def write(target: Path, folder: Path, asked: Mapping[str, Iterable[str]], glibc: tuple[int, int], epoch: int) -> Path:
    """Pack the bundle as target/legwork_VERSION_ARCH.deb and return it."""
    import platform

    architecture = ARCHITECTURES.get(platform.machine(), platform.machine())
    version = bundle.version()
    entries = files(folder, epoch)
    kilobytes = sum(_size(one) for one in entries) // 1024
    sums = "".join(f"{_md5(one)}  {one.name}\n" for one in sorted(entries, key=lambda one: one.name) if not one.link)
    told = control(version, architecture, kilobytes, *dependencies(asked, glibc))
    about = [Entry("."), Entry("./control", told.encode()), Entry("./md5sums", sums.encode())]
    data = [
        Entry("." if one.name == "" else f"./{one.name}", one.content, one.file, one.link, one.executable)
        for one in archives.with_folders(entries)
    ]
    file = target / f"legwork_{version}_{architecture}.deb"
    partial = file.with_suffix(".partial")
    with partial.open("wb") as stream:
        parts = (
            ("debian-binary", b"2.0\n"),
            ("control.tar.xz", _packed(about, epoch)),
            ("data.tar.xz", _packed([Entry("."), *data], epoch)),
        )
        archives.write_ar(stream, parts, epoch)
    partial.replace(file)
    return file


def _packed(entries: list[Entry], epoch: int) -> bytes:
    stream = io.BytesIO()
    archives.write_tar_xz(stream, entries, epoch)
    return stream.getvalue()


def _size(entry: Entry) -> int:
    return len(entry.content) if entry.content is not None else entry.file.stat().st_size if entry.file else 0


def _md5(entry: Entry) -> str:
    content = entry.content if entry.content is not None else entry.file.read_bytes() if entry.file else b""
    return hashlib.md5(content, usedforsecurity=False).hexdigest()
