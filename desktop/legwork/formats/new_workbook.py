"""Workbooks that are archives of XML (.xlsx, .xlsm, .ods), looked into before they are opened.

Owns how much memory their cells would take. The library that reads them gives every empty cell between the first and
the last one memory, repeats what is to be repeated and writes a text that many cells share into each; where there is
not enough, it takes the whole program down. So that is found out first, and only what was looked at is handed on. It
must not know what a cell means.

Source: ECMA-376-1 18.3 and 18.4 (sheets and shared strings); OpenDocument 1.2, part 1, 9.1 (tables).
"""

from __future__ import annotations

import io
import re
import zipfile
from array import array
from collections.abc import Callable
from functools import lru_cache
from typing import NoReturn
from xml.parsers import expat

from legwork.errors import Cancelled
from legwork.formats.archive import Archive
from legwork.formats.text import never

MAX_DEPTH = 256
"""Elements inside of elements: pictures and charts are some twenty deep (convention)."""

_PIECE = 1 << 20
_LONGEST = 8 * _PIECE
_HEAD = 4096
_ASIDE = (".vml", ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", "mimetype")
"""No sheets; .vml is drawings, which are no whole XML either."""

_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
_PLACE = re.compile(r"([A-Za-z]{1,6})([0-9]{1,9})")
_NUMBER = re.compile(r"[0-9]{1,9}")
_VALUES = ("value", "string-value", "date-value", "time-value", "boolean-value", "value-type", "formula")


class TooLargeError(Exception):
    """A workbook that takes more memory than a log can need."""


class DamagedError(Exception):
    """A workbook that is broken, or holds what none has."""


def looked_at(
    archive: Archive, most_bytes: int, most_cells: int, most_letters: int, should_stop: Callable[[], bool] = never
) -> bytes:
    """The workbook as an archive of those parts that can hold sheets, each of which was looked at.

    most_bytes: of all of these, unpacked. most_cells: of all sheets from the first place to the last, empty ones among
    them. most_letters: of all cells. should_stop: asked with every megabyte.
    Raises TooLargeError beyond these, DamagedError, UserError for an archive that is broken, Cancelled.
    """
    # Packed anew, because another reader of archives may find other parts in the same bytes.
    buffer = io.BytesIO()
    reach = _Reach(most_cells, most_letters)
    left = most_bytes
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        if "mimetype" in archive.names:
            made.writestr("mimetype", archive.head("mimetype", _HEAD), zipfile.ZIP_STORED)
        heads = {name: archive.head(name, _HEAD) for name in archive.names if not name.casefold().endswith(_ASIDE)}
        strings = {name for name, head in heads.items() if _of_strings(name, head)}
        for name in sorted(heads, key=lambda one: one not in strings):
            if not _BEGINS.match(heads[name]):  # a picture, or the settings of a printer
                continue
            parser = reach.part(strings=name in strings)
            read = 0
            with archive.opened(name) as stream, made.open(name, "w") as out:
                while piece := stream.read(_PIECE):
                    if should_stop():
                        raise Cancelled
                    read += len(piece)
                    if read > left:
                        raise TooLargeError
                    _parse(parser, piece, read)
                    out.write(piece)
                _parse(parser, b"", read)
            left -= read
            reach.end_part()
    return buffer.getvalue()


def _of_strings(name: str, head: bytes) -> bool:
    return "sharedstrings" in name.casefold() or re.search(rb"<(?:\w+:)?sst\b", head) is not None


def _parse(parser: expat.XMLParserType, piece: bytes, read: int) -> None:
    try:
        parser.Parse(piece, not piece)
    except expat.ExpatError as error:
        raise DamagedError("damaged") from error
    if read - parser.CurrentByteIndex > _LONGEST:  # a name or a comment without an end, which is kept until it ends
        raise DamagedError("no end")


class _Reach:
    """How far the sheets reach, and how many letters their cells have."""

    def __init__(self, most_cells: int, most_letters: int) -> None:
        self._most_cells, self._most_letters = most_cells, most_letters
        self._lengths = array("L")
        self._longest = 0
        self._cells = self._letters = self._elements = 0
        self._begins: dict[str, Callable[[dict[str, str]], None]] = {
            "sheetData": self._sheet, "row": self._row, "c": self._cell, "v": self._value, "si": self._string,
            "table": self._table, "table-row": self._table_row, "table-cell": self._table_cell,
            "covered-table-cell": self._table_cell, "p": self._paragraph, "s": self._blanks,
        }  # fmt: skip
        self._ends: dict[str, Callable[[], None]] = {
            "sheetData": self._end_sheet, "c": self._end_cell, "v": self._end_value, "si": self._end_string,
            "table-row": self._end_table_row, "table-cell": self._end_cell, "covered-table-cell": self._end_cell,
        }  # fmt: skip

    def part(self, *, strings: bool) -> expat.XMLParserType:
        """A reader of the next part. strings: it is the one with the texts that cells share."""
        self._strings, self._next_string = strings, 0
        self._depth = self._right = self._below = self._across = self._down = 0
        self._weight = self._times = self._chunks = self._length = 0
        self._in_sheet = self._in_cell = self._in_value = self._in_string = self._in_row = False
        self._shared = self._filled = False
        parser = expat.ParserCreate("utf-8")  # as the library reads them, whatever the first line says
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = _refuse
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        return parser

    def end_part(self) -> None:
        """The part has been read to its end."""
        self._cells += self._right * self._below
        self._right = self._below = 0

    def _begin(self, name: str, said: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > MAX_DEPTH:
            raise DamagedError("too deep")
        if self._elements > 4 * self._most_cells:
            raise TooLargeError
        begin = self._begins.get(_bare(name))
        if begin is not None:
            begin(said)

    def _end(self, name: str) -> None:
        self._depth -= 1
        end = self._ends.get(_bare(name))
        if end is not None:
            end()

    def _text(self, text: str) -> None:
        if self._in_string:
            self._length += len(text)
        elif self._in_cell:
            self._letters += len(text) * self._weight
            self._chunks += 1
            self._said = text

    def _write(self, letters: int) -> None:
        self._letters += letters * self._weight
        if self._letters > self._most_letters:
            raise TooLargeError

    def _reach(self, right: int, below: int) -> None:
        self._right, self._below = max(self._right, right), max(self._below, below)
        if self._cells + self._right * self._below > self._most_cells:
            raise TooLargeError

    # Sheets of .xlsx: cells say where they stand, or stand beside the last one.

    def _sheet(self, _said: dict[str, str]) -> None:
        self._in_sheet = True

    def _end_sheet(self) -> None:
        self._in_sheet = False

    def _row(self, said: dict[str, str]) -> None:
        row = said.get("r") if self._in_sheet else None
        self._down = self._down + 1 if row is None else _number(row)
        self._across = 0

    def _cell(self, said: dict[str, str]) -> None:
        if not self._in_sheet:  # the order in which formulas are worked out has cells too
            return
        row = self._down
        place = said.get("r")
        if place is None:
            self._across += 1
        else:
            match = _PLACE.fullmatch(place)
            if match is None:
                raise DamagedError("a place that there is not")
            self._across, row = _column(match[1]), int(match[2])
        if self._across > self._right or row > self._below:
            self._reach(self._across, row)
        self._in_cell, self._weight, self._shared = True, 1, said.get("t") == "s"

    def _value(self, _said: dict[str, str]) -> None:
        self._in_value, self._chunks, self._said = self._in_cell, 0, ""

    def _end_value(self) -> None:
        if self._in_value and self._shared:
            # In several chunks where a comment or the like parts it: which of them counts is for the library to say.
            at = int(self._said) if self._chunks == 1 and _NUMBER.fullmatch(self._said) else -1
            self._write(self._lengths[at] if 0 <= at < len(self._lengths) else self._longest)
        self._in_value = False

    def _end_cell(self) -> None:
        self._in_cell = self._in_value = False
        self._write(0)

    def _string(self, _said: dict[str, str]) -> None:
        if not self._strings:
            raise DamagedError("shared strings where there can be none")
        self._in_string, self._length = True, 0

    def _end_string(self) -> None:
        if self._next_string == len(self._lengths):
            self._lengths.append(0)
        if len(self._lengths) > self._most_cells:
            raise TooLargeError
        self._lengths[self._next_string] = max(self._length, self._lengths[self._next_string])
        self._longest = max(self._longest, self._length)
        self._next_string += 1
        self._in_string = False

    # Tables of .ods: rows and cells say how often they stand there. Those behind the last filled one are not kept.

    def _table(self, _said: dict[str, str]) -> None:
        self.end_part()
        self._down = 0

    def _table_row(self, said: dict[str, str]) -> None:
        if not self._in_row:  # else it is in a table inside of a cell
            self._across, self._filled = 0, False
        self._in_row, self._times = True, _times(said, "number-rows-repeated")

    def _table_cell(self, said: dict[str, str]) -> None:
        times = _times(said, "number-columns-repeated")
        self._across += times
        self._in_cell, self._weight = True, times * self._times
        values = [len(text) for name, text in said.items() if name.rpartition(":")[2] in _VALUES]
        if values:
            self._write(sum(values))
            self._fill()

    def _paragraph(self, _said: dict[str, str]) -> None:
        if self._in_row and self._in_cell:
            self._fill()

    def _blanks(self, said: dict[str, str]) -> None:
        if self._in_row and self._in_cell:
            self._write(_times(said, "c"))

    def _fill(self) -> None:
        self._filled = True
        self._reach(self._across, self._down + self._times)

    def _end_table_row(self) -> None:
        self._down += self._times
        self._in_row = self._in_cell = False


@lru_cache(maxsize=1000)
def _bare(name: str) -> str:
    """The name of an element without what stands before a colon."""
    return name.rpartition(":")[2]


@lru_cache(maxsize=1000)
def _column(letters: str) -> int:
    place = 0
    for one in letters.upper():
        place = 26 * place + ord(one) - 64
    return place


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise DamagedError("a number that there is not")
    return int(text)


def _times(said: dict[str, str], what: str) -> int:
    for name, text in said.items():
        if name.rpartition(":")[2] == what:
            return _number(text)
    return 1


def _refuse(*_: object) -> NoReturn:
    raise DamagedError("an entity of its own, as no workbook has")
