"""Single cells of a foreign table brought to a spelling that the readers know: days kept as numbers, and thousands.

Owns these two. It must not know what a column means, nor read a whole row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

_MOST_LOOKED_AT = 5_000
_NEARLY_ALL = 0.9
_SERIAL_START = datetime(1899, 12, 30)
"""Day 0 of spreadsheets, as their day 60 never was. Source: ECMA-376, part 1, 18.17.4.1."""

_COMPACT = re.compile(r"(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_SERIAL = re.compile(r"[2-6]\d{4}(?:[.,]\d+)?")
_SECONDS = re.compile(r"[01]\d{9}(?:\.\d+)?|[1-9]\d{8}")
_MILLISECONDS = re.compile(r"1\d{12}|[1-9]\d{11}")
_GROUPED = re.compile(
    r"([+-]?)([1-9]\d{0,2}(?:([.,'’ \u00a0\u202f])\d{3})(?:\3\d{3})*)((?:[.,]\d+)?)(?![\d.,])(.*)", re.DOTALL
)
_ONE_SIGN = re.compile(r"[+-]?\d+([.,])(\d+)(?!\d|[.,])")
_TWO_SIGNS = re.compile(r"[+-]?\d{1,3}(?:([.,])\d{3})+([.,])\d+")


def days_as_text(texts: Sequence[str]) -> Callable[[str], str]:
    """How to spell the days of a column so that they can be read: 45306, 20240115 and 1705312800 are days too.

    texts: all of them; what nearly all are like decides, so that one odd number is no day. Moments counted in seconds
    are in UTC, and say so.
    """
    looked = [text for text in texts[:_MOST_LOOKED_AT] if text]
    for pattern, spell in _STYLES:
        if looked and sum(pattern.fullmatch(text) is not None for text in looked) >= _NEARLY_ALL * len(looked):
            return spell
    return _same


def looks_like_day(text: str) -> bool:
    """Whether a number may be a day that is written as one; 60 thousand days are the year 2064."""
    return any(pattern.fullmatch(text) for pattern, _ in _STYLES)


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


def _same(text: str) -> str:
    return text


def _compact(text: str) -> str:
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if _COMPACT.fullmatch(text) else text


def _serial(text: str) -> str:
    if not _SERIAL.fullmatch(text):
        return text
    moment = _SERIAL_START + timedelta(days=float(text.replace(",", ".")))
    moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
    return moment.date().isoformat() if not moment.time().isoformat().strip("0:") else moment.isoformat(" ")


def _seconds(text: str) -> str:
    return _stamp(float(text)) if _SECONDS.fullmatch(text) else text


def _milliseconds(text: str) -> str:
    return _stamp(int(text) / 1000) if _MILLISECONDS.fullmatch(text) else text


def _stamp(seconds: float) -> str:
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


_STYLES: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (_COMPACT, _compact),
    (_SERIAL, _serial),
    (_SECONDS, _seconds),
    (_MILLISECONDS, _milliseconds),
)
