"""Tables of text as Legwork writes them: RFC 4180, decimal points, and nothing that a spreadsheet would carry out.

Owns what makes a text harmless and how numbers are spelled. It must not know what any column means.

Spreadsheets take a cell that begins with =, +, - or @ for a formula, also behind blanks. An apostrophe in front makes
it a text again. Whoever reads Legwork's own tables takes it away with `as_written`, so nothing is lost. A spreadsheet
of another country splits at another delimiter and may not see the quotation marks: what follows a delimiter inside of
a text begins a cell there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

_DANGER = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""How a formula begins. The last four are the wide letters of East Asian keyboards, which spreadsheets take as well."""

_INSIDE = r"(?='*[^\S\t\r\n]*(?:\"[^\S\t\r\n]*)*[=+\-@\uff1d\uff0b\uff0d\uff20])"
_BEHIND = re.compile(rf"(?<=[,;|\t\r\n]){_INSIDE}")
_MADE_BEHIND = re.compile(rf"(?<=[,;|\t\r\n])'{_INSIDE}")
_QUOTED = re.compile(r'[,;|\t\r\n"]')


def harmless(text: str) -> str:
    """A text that a spreadsheet shows as it is. Never for numbers: -5 stays a number."""
    return _BEHIND.sub("'", f"'{text}" if _DANGER.match(text) else text)


def as_written(cell: str) -> str:
    """The text that `harmless` was given."""
    cell = _MADE_BEHIND.sub("", cell)
    return cell[1:] if cell.startswith("'") and _DANGER.match(cell) else cell


def plain_number(number: float) -> str:
    """A number without an exponent, as short as it can be told apart: 60, 2.5, 0.0001."""
    text = format(Decimal(repr(float(number))), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def as_table(
    header: Sequence[str], rows: Iterable[Sequence[str]], delimiter: str = ",", *, byte_order_mark: bool = True
) -> bytes:
    """The rows as UTF-8 in the manner of RFC 4180: lines end in CR LF, quotation marks are doubled. Whatever holds a
    delimiter of any kind is quoted.

    byte_order_mark: without it some spreadsheets take UTF-8 for another code; other programs may stumble over it.
    """
    lines = (delimiter.join(map(_quoted, row)) or '""' for row in (header, *rows))
    whole = "".join(f"{line}\r\n" for line in lines).replace("\x00", "")
    return whole.encode("utf-8-sig" if byte_order_mark else "utf-8", errors="replace")


def _quoted(cell: str) -> str:
    return '"{}"'.format(cell.replace('"', '""')) if _QUOTED.search(cell) else cell
