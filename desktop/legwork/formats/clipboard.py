"""Tables on their way to and from a spreadsheet, as tab-separated text.

Owns quoting, and keeping text from being taken for a formula. It must not touch the clipboard itself, nor
know what the cells mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠]")
_MADE_HARMLESS = re.compile(r"'+\s*[=+\-@＝＋－＠]")
_NEEDS_QUOTES = re.compile(r'[\t\r\n]|\A"')
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\r\n]|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*")
_ROW_END = re.compile(r"\r\n|\r|\n")


def to_tsv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as spreadsheets take it from the clipboard.

    header: an empty one is left out. rows: each with at least one cell. Text that a spreadsheet would run as
    a formula gets an apostrophe in front, which spreadsheets do not show; plain numbers such as -0.4 stay as
    they are. Returns lines that each end with a newline; `from_tsv` gives the same cells again.
    """
    lines = [header, *rows] if header else list(rows)
    return "".join("\t".join(_written(cell) for cell in line) + "\n" for line in lines)


def to_html(text: str) -> str:
    """One cell as spreadsheets take it from the clipboard, before the plain text that lies beside it there.

    Plain text alone cannot be harmless and unchanged too where it goes into another text. Returns "" for a text that
    no spreadsheet would run, alone or line by line.
    """
    lines = _ROW_END.split(text)
    if not any(_runs(part) for line in lines for part in line.split("\t")):
        return ""
    shown = '<br style="mso-data-placement:same-cell">'.join(
        escape(f"'{line}" if _runs(line) else line) for line in lines
    )
    return f"<table><tr><td style=\"mso-number-format:'\\@'\">{shown}</td></tr></table>"


def from_tsv(text: str) -> list[list[str]]:
    """The cells of a table copied from a spreadsheet or from Legwork; rows may differ in length.

    text: with any line ends, the last of which may be missing. A quotation mark that nothing closes is a
    letter.
    """
    rows: list[list[str]] = []
    position = 0
    while position < len(text):
        row: list[str] = []
        while True:
            cell, position = _read(text, position)
            row.append(cell)
            if text[position : position + 1] != "\t":
                break
            position += 1
        rows.append(row)
        end = _ROW_END.match(text, position)
        position = end.end() if end else position
    return rows


def _runs(cell: str) -> bool:
    return _FORMULA.match(cell) is not None and not _NUMBER.fullmatch(cell)


def _written(cell: str) -> str:
    if _runs(cell):
        cell = f"'{cell}"
    if _NEEDS_QUOTES.search(cell):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _read(text: str, position: int) -> tuple[str, int]:
    quoted = _QUOTED.match(text, position)
    if quoted:
        cell, position = quoted[1].replace('""', '"'), quoted.end()
    else:
        plain = _PLAIN.match(text, position)
        cell, position = (plain[0], plain.end()) if plain else ("", position)
    return (cell[1:] if _MADE_HARMLESS.match(cell) else cell), position
