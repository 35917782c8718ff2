"""The words of a PDF as its reader sees them, for tests of what comes out of a printer: page by page, line by line.

Reads what Qt writes: compressed pages, fonts with a table from their glyphs to letters.
"""

from __future__ import annotations

import re
import zlib
from pathlib import Path

_OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)endobj", re.DOTALL)
_FONTS = re.compile(rb"/(F\d+) (\d+) 0 R")
_TEXT = re.compile(rb"BT\s(.*?)ET\b", re.DOTALL)
_PIECE = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj")
_SPACES = str.maketrans({"\t": " ", "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " "})
"""Qt says of the sign for a space that it is a tab; and who reads does not see which space it is."""

_FIRST_OF = {"contents": rb"/Contents (\d+) 0 R", "resources": rb"/Resources (\d+) 0 R"}


def pdf_pages(file: Path) -> list[str]:
    """What stands on each page: its texts in the order in which they were drawn, a line each."""
    objects = {int(number): body for number, body in _OBJECT.findall(file.read_bytes())}
    return [_page(objects, body) for body in objects.values() if re.search(rb"/Type /Page\b", body)]


def pdf_words(file: Path) -> str:
    """All pages, with one space between any two words, so that a sentence is found however it is broken into lines."""
    return " ".join(" ".join(pdf_pages(file)).split())


def _page(objects: dict[int, bytes], page: bytes) -> str:
    letters = {
        name: _letters(objects, int(number)) for name, number in _FONTS.findall(objects[_refer(page, "resources")])
    }
    lines, font = [], b""
    for text in _TEXT.findall(_stream(objects[_refer(page, "contents")])):
        line = ""
        for named, glyphs in _PIECE.findall(text):
            font = named or font
            line += "".join(letters[font].get(glyphs[at : at + 4].lower(), "\ufffd") for at in range(0, len(glyphs), 4))
        lines.append(line)
    return "\n".join(lines).translate(_SPACES)


def _refer(page: bytes, what: str) -> int:
    found = re.search(_FIRST_OF[what], page)
    assert found is not None, f"a page without {what}"
    return int(found[1])


def _letters(objects: dict[int, bytes], font: int) -> dict[bytes, str]:
    """From a glyph of a font to what it stands for."""
    table = re.search(rb"/ToUnicode (\d+) 0 R", objects[font])
    assert table is not None, "a font that cannot be searched"
    words = _stream(objects[int(table[1])])
    found = {}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", words, re.DOTALL):
        for first, last, rest in re.findall(rb"<(\w+)>\s*<(\w+)>\s*(\[.*?\]|<\w+>)", block, re.DOTALL):
            codes = re.findall(rb"<(\w+)>", rest)
            for at in range(int(last, 16) - int(first, 16) + 1):
                code = _letter(codes[at]) if rest.startswith(b"[") else chr(int(codes[0], 16) + at)
                found[b"%04x" % (int(first, 16) + at)] = code
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", words, re.DOTALL):
        for glyph, code in re.findall(rb"<(\w+)>\s*<(\w+)>", block):
            found[glyph.lower()] = _letter(code)
    return found


def _letter(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be")


def _stream(body: bytes) -> bytes:
    head, _, rest = body.partition(b"stream")
    raw = rest.lstrip(b"\r\n").rpartition(b"endstream")[0]
    return zlib.decompressobj().decompress(raw) if b"/FlateDecode" in head else raw
