"""Numbers as cells of foreign tables have them: decimals, thousands, zeros, and what a conversion left.

Owns these spellings, for all who read tables. It must not know what a column means, nor which units there are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

ZERO = re.compile(r"[+-]?(?:0+(?:[.,]0*)?|[.,]0+)(?:\s*[^\W\d]+)?")
"""How a zero is written, with a unit or without."""

_BLANKS = frozenset({"", "-", "--", "–", "—", "n/a", "na", "null", "none", "nan", "?", ".", "/"})

_LONG_DECIMAL = re.compile(r"(\d{1,6})[.,](\d{7,20})")
_GROUPED = re.compile(
    r"([+-]?)([1-9]\d{0,2}(?:([.,'’ \u00a0\u202f])\d{3})(?:\3\d{3})*)((?:[.,]\d+)?)(?![\d.,])(.*)", re.DOTALL
)
_ONE_SIGN = re.compile(r"[+-]?\d+([.,])(\d+)(?!\d|[.,])")
_TWO_SIGNS = re.compile(r"[+-]?\d{1,3}(?:([.,])\d{3})+([.,])\d+")


def is_blank(text: str) -> bool:
    """Whether a cell, without blanks around it, says that there is nothing."""
    return text.casefold() in _BLANKS


def decimal_sign(texts: Iterable[str]) -> str:
    """The sign before decimals in numbers of one table, "." or ","; "" where they do not tell, or disagree."""
    found: Counter[str] = Counter()
    for text in texts:
        if two := _TWO_SIGNS.match(text):
            if two[1] != two[2]:
                found[two[2]] += 1
        elif (one := _ONE_SIGN.match(text)) and len(one[2]) != 3:
            found[one[1]] += 1
    return next(iter(found)) if len(found) == 1 else ""


def is_open_number(text: str) -> bool:
    """Whether a number can be read both ways, as 1,800 can."""
    match = _ONE_SIGN.match(text)
    return match is not None and len(match[2]) == 3 and re.match(r"[+-]?[1-9]\d{0,2}[.,]", text) is not None


def without_thousands(text: str, decimal: str, whole: bool = False) -> str:
    """A number whose thousands are not parted any more; what follows it stays.

    decimal: as `decimal_sign` finds it. whole: such numbers never have three decimals, so that 1,800 is 1800 where
    nothing else tells.
    """
    match = _GROUPED.match(text)
    if match is None:
        return text
    sign, digits, parting, fraction, rest = match.groups()
    if parting in ".," and not fraction and digits.count(parting) == 1 and not whole and parting != _other(decimal):
        return text
    if parting == decimal or (fraction and fraction[0] == parting):
        return text
    return f"{sign}{digits.replace(parting, '')}{fraction}{rest}"


def _other(decimal: str) -> str:
    return {".": ",", ",": "."}.get(decimal, "")


def without_residue(text: str, decimals: int = 6) -> str:
    """A number without what a conversion left: 38.099999999999994 is 38.1; any other text as it is.

    decimals: so many are kept.
    """
    match = _LONG_DECIMAL.fullmatch(text)
    if match is None:
        return text
    return f"{float(f'{match[1]}.{match[2]}'):.{decimals}f}".rstrip("0").rstrip(".")
