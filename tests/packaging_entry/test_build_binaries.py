"""What is read off libraries and taken out of them: what they ask for, whether they load, where they were built."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"
sys.path.append(str(PACKAGING))

import binaries  # noqa: E402
import elf  # noqa: E402

TOLD = """
libone.so:     file format elf64-x86-64

Program Header:
    LOAD off    0x0000000000000000 vaddr 0x0000000000000000 paddr 0x0000000000000000 align 2**12
         filesz 0x00000000000018d0 memsz 0x00000000000018d0 flags r--
    LOAD off    0x0000000000004c10 vaddr 0x0000000000005c10 paddr 0x0000000000005c10 align 2**12
         filesz 0x00000000000008e0 memsz 0x00000000000008e8 flags rw-

Dynamic Section:
  NEEDED               libxcb.so.1
  NEEDED               libc.so.6
  SONAME               libone.so

Version References:
  required from libc.so.6:
    0x0d696913 0x00 05 GLIBC_2.3
    0x06969195 0x00 04 GLIBC_2.34
    0x09691a75 0x00 03 GLIBC_2.2.5
"""


def test_what_a_library_says_of_itself() -> None:
    one = binaries.linkage_of(TOLD)
    assert one.needed == {"libxcb.so.1", "libc.so.6"}
    assert one.glibc == (2, 34)
    assert one.loadable


def test_parts_that_lie_askew_cannot_be_loaded() -> None:
    """As stripping leaves numpy's OpenBLAS: the part at 0x166b000 was moved to 0x1621098 of the file."""
    torn = TOLD.replace("0x0000000000004c10 vaddr 0x0000000000005c10", "0x0000000001621098 vaddr 0x000000000166b000")
    assert not binaries.linkage_of(torn).loadable
    assert not binaries.linkage_of("libone.so: file format not recognized").loadable


def test_only_programs_and_libraries_are_looked_at(tmp_path: Path) -> None:
    (tmp_path / "lib.so").write_bytes(b"\x7fELF and more")
    (tmp_path / "text.so").write_bytes(b"GROUP ( libc.so.6 )")
    (tmp_path / "link.so").symlink_to("lib.so")
    assert binaries.libraries(tmp_path) == [tmp_path / "lib.so"]


def library(path: str, tag: int = 29) -> bytes:
    """The least of an ELF file: one part that holds all, a list of names, a search path (DT_RUNPATH, or DT_RPATH)."""
    strings = b"\0libc.so.6\0" + path.encode() + b"\0"
    header, table, dynamic = 64, 2 * 56, 3 * 16
    at_strings = header + table + dynamic
    moved = 0x1000  # where it lies in memory, against the file
    whole = at_strings + len(strings)
    parts = [
        struct.pack("<IIQQQQQQ", 1, 4, 0, moved, moved, whole, whole, 0x1000),
        struct.pack("<IIQQQQQQ", 2, 4, header + table, moved + header + table, 0, dynamic, dynamic, 8),
    ]
    entries = [(5, moved + at_strings), (tag, 11), (0, 0)]
    head = b"\x7fELF\x02\x01\x01" + bytes(9) + struct.pack("<HHIQQQIHHHHHH", 3, 62, 1, 0, 64, 0, 0, 64, 56, 2, 0, 0, 0)
    return head + b"".join(parts) + b"".join(struct.pack("<QQ", *one) for one in entries) + strings


@pytest.mark.parametrize("tag", [15, 29])
def test_the_builders_folders_are_forgotten(tmp_path: Path, tag: int) -> None:
    file = tmp_path / "lib.so"
    file.write_bytes(library("/home/builder/python/lib", tag))
    [(place, said)] = elf.paths_of(file.read_bytes())
    assert said == "/home/builder/python/lib"
    assert elf.forget_builder(file)
    assert [text for _, text in elf.paths_of(file.read_bytes())] == [""]
    before = library("/home/builder/python/lib", tag)
    assert file.read_bytes() == before[:place] + b"\0" + before[place + 1 :]
    assert not elf.forget_builder(file)


def test_a_path_from_where_the_library_lies_stays(tmp_path: Path) -> None:
    file = tmp_path / "lib.so"
    file.write_bytes(library("$ORIGIN/../lib"))
    assert not elf.forget_builder(file)
    assert file.read_bytes() == library("$ORIGIN/../lib")


@pytest.mark.parametrize("content", [b"", b"MZ", b"\x7fELF\x01\x01" + bytes(60)])
def test_other_files_have_no_paths(content: bytes) -> None:
    assert elf.paths_of(content) == []
