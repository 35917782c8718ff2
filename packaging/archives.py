"""Archives that come out the same from the same files: sorted, one time for all, owned by root, packed with xz.

Owns tar, xz and the ar archive that a .deb is. What goes in is given as entries; nothing is looked up here.
Standard library only.
"""

from __future__ import annotations

import io
import lzma
import platform
import tarfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True)
class Entry:
    """One file, link or folder of an archive. Of content, file and link one is given; none means a folder."""

    name: str
    content: bytes | None = None
    file: Path | None = None
    link: str | None = None
    executable: bool = False


def entries_of(folder: Path, under: str) -> list[Entry]:
    """All files and links below a folder, as they will lie below `under`."""
    found = []
    for one in sorted(folder.rglob("*")):
        name = f"{under}/{one.relative_to(folder).as_posix()}"
        if one.is_symlink():
            found.append(Entry(name, link=str(one.readlink())))
        elif one.is_file():
            runs = bool(one.stat().st_mode & 0o100) and ".so" not in one.name  # a library is read, never started
            found.append(Entry(name, file=one, executable=runs))
    return found


def with_folders(entries: Iterable[Entry], root: str = "") -> list[Entry]:
    """The entries with the folders that lead to them, sorted; root: what is there already."""
    known = {one.name: one for one in entries}
    for name in list(known):
        parts = name.split("/")[:-1]
        for end in range(1, len(parts) + 1):
            folder = "/".join(parts[:end])
            if folder and folder != root:
                known.setdefault(folder, Entry(folder))
    return [known[name] for name in sorted(known)]


def write_tar(stream: BinaryIO, entries: Iterable[Entry], time: int) -> None:
    """The entries as a tar, in the order given; everything belongs to root."""
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for one in entries:
            info = tarfile.TarInfo(one.name)
            info.mtime = time
            info.uname = info.gname = "root"
            info.mode = 0o755 if one.executable else 0o644
            if one.link is not None:
                info.type, info.linkname, info.mode = tarfile.SYMTYPE, one.link, 0o777
                tar.addfile(info)
            elif one.content is not None:
                info.size = len(one.content)
                tar.addfile(info, io.BytesIO(one.content))
            elif one.file is not None:
                info.size = one.file.stat().st_size
                with one.file.open("rb") as content:
                    tar.addfile(info, content)
            else:
                info.type, info.mode = tarfile.DIRTYPE, 0o755
                tar.addfile(info)


def filters(machine: str = platform.machine()) -> list[dict[str, int]]:
    """What xz does: machine code packs better when jumps are written as targets first."""
    jumps = [{"id": lzma.FILTER_X86}] if machine.lower() in ("x86_64", "amd64") else []
    return [*jumps, {"id": lzma.FILTER_LZMA2, "preset": 6}]


def write_tar_xz(stream: BinaryIO, entries: Iterable[Entry], time: int) -> None:
    with lzma.LZMAFile(stream, "w", check=lzma.CHECK_CRC32, filters=filters()) as packed:
        write_tar(packed, entries, time)  # type: ignore[arg-type]


def write_ar(stream: BinaryIO, members: Iterable[tuple[str, bytes]], time: int) -> None:
    """The old archive format that holds the parts of a .deb."""
    stream.write(b"!<arch>\n")
    for name, content in members:
        stream.write(f"{name:<16}{time:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n".encode("ascii"))
        stream.write(content)
        if len(content) % 2:
            stream.write(b"\n")
