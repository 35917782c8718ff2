"""Zip archives from other programs, read in memory with distrust: nothing is ever written to the disk.

Owns what makes an archive refused, in one sentence each, and reading its members in bounded amounts whatever sizes they
claim. It must not know what a member means.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO

from legwork.errors import UserError
from legwork.formats.text import MAX_BYTES
from legwork.i18n import tr

MAGIC = b"PK\x03\x04"
EMPTY = b"PK\x05\x06"

MAX_MEMBERS = 200_000
"""Ten years of a wristband are some ten thousand files (convention)."""

MAX_TOTAL = 64 * 1024**3
"""All members of an archive unpacked. What is large is only ever streamed; beyond this it is no export (convention)."""

MAX_RATIO = 250
"""So many times smaller than its content no export is: tables and XML shrink to a tenth or a thirtieth (convention)."""

_SMALL = 1024 * 1024
"""Members up to this size may be as dense as they like."""

_FAULTS = (
    zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, RuntimeError, ValueError, OSError,
    UnicodeError, OverflowError, LookupError, TypeError,
)  # fmt: skip
"""What Python's reader raises for archives that are broken or odd."""


class Archive:
    """An opened archive that was found harmless."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.members = tuple(one for one in archive.infolist() if one.filename and not one.filename.endswith("/"))
        """Its files, in its own order."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files."""
        return tuple(one.filename for one in self.members)

    def head(self, name: str, size: int) -> bytes:
        """The first bytes of a member."""
        with self.opened(name) as stream:
            return stream.read(size)

    def read(self, name: str, most: int = MAX_BYTES) -> bytes:
        """All of a member. Raises UserError when it is larger than `most`, whatever size it claims."""
        with self.opened(name) as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise UserError(
                tr("“{name}” in this archive is larger than {size} MB, more than any log can be.",
                   name=_shown(name), size=most // (1024 * 1024))
            )  # fmt: skip
        return data

    @contextmanager
    def opened(self, name: str) -> Iterator[IO[bytes]]:
        """A member to be streamed. Raises UserError for what is broken in it, while it is read too."""
        with _said(), self._archive.open(name) as stream:
            yield stream


@contextmanager
def opened_archive(source: BinaryIO | bytes) -> Iterator[Archive]:
    """Open an archive and look at its table of contents; nothing of it is unpacked yet.

    Raises UserError in one sentence for what is no archive, is broken, has a password, names places outside of itself,
    has a name twice, or would unpack to more than an export can be.
    """
    with _said():
        archive = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    with archive:
        _check(archive.infolist())
        yield Archive(archive)


def is_archive(head: bytes) -> bool:
    """Whether a file that begins with these bytes is a zip archive, a spreadsheet among them."""
    return head.startswith((MAGIC, EMPTY))


def _check(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise UserError(tr("This archive holds more files than any export has: unpack it and import what you need."))
    names: set[str] = set()
    total = 0
    for one in members:
        name = one.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":" or "\x00" in name:
            raise UserError(tr("This archive names places outside of itself, as no export does: it is not read."))
        if name.casefold() in names:
            raise UserError(
                tr("This archive has two files of one name, “{name}”: unpack it and import the one you need.",
                   name=_shown(name))
            )  # fmt: skip
        names.add(name.casefold())
        if one.flag_bits & 0x41:
            raise UserError(tr("This archive is locked with a password: unpack it, then import what was in it."))
        total += one.file_size
        if one.file_size > _SMALL and one.file_size > MAX_RATIO * max(1, one.compress_size):
            raise bomb()
    if total > MAX_TOTAL:
        raise bomb()
    end = 0
    for one in sorted(members, key=lambda each: each.header_offset):
        if one.header_offset < end:  # two files out of the same bytes
            raise bomb()
        end = one.header_offset + one.compress_size


def bomb() -> UserError:
    """What is said of an archive that unpacks to more than it can honestly hold."""
    return UserError(tr("This archive would unpack to far more than an export can hold: it is not read."))


@contextmanager
def _said() -> Iterator[None]:
    try:
        yield
    except UserError:
        raise
    except _FAULTS:
        raise UserError(
            tr("This archive or spreadsheet is damaged or cut short: export it again, or import what is in it as CSV.")
        ) from None


def _shown(name: str) -> str:
    name = "".join(one if one.isprintable() else "?" for one in name.rsplit("/", 1)[-1])
    return name if len(name) <= 60 else f"{name[:59]}…"
