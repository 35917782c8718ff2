"""Days that a foreign table keeps as numbers, brought to a spelling that the readers know; and words that stand where a
day would, in rows that sum others up.

Owns both. It must not know what a column means, nor read a whole row; other numbers are for `number_cells`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

_MOST_LOOKED_AT = 5_000
_NEARLY_ALL = 0.9
_SERIAL_START = datetime(1899, 12, 30)
"""Day 0 of spreadsheets, as their day 60 never was. Source: ECMA-376, part 1, 18.17.4.1."""

SUMS = frozenset(
    {"total", "totals", "daily total", "day total", "sum", "gesamt", "summe", "tagessumme", "somme", "suma", "totale",
     "totaal", "totalt", "итого"}
)  # fmt: skip
"""How a row that adds up the meals of a day is called."""

_SUMMED_UP = SUMS | {
    "average", "avg", "mean", "change", "difference", "min", "max", "durchschnitt", "mittel", "mittelwert", "schnitt",
    "differenz", "änderung", "veränderung", "moyenne", "différence", "media", "promedio", "diferencia", "média",
    "diferença", "differenza", "gemiddelde", "verschil", "średnia", "razem", "medel", "gennemsnit", "gjennomsnitt",
    "среднее",
}  # fmt: skip

_COMPACT = re.compile(r"(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_SERIAL = re.compile(r"[2-6]\d{4}(?:[.,]\d+)?")
_SECONDS = re.compile(r"[01]\d{9}(?:\.\d+)?|[1-9]\d{8}")
_MILLISECONDS = re.compile(r"1\d{12}|[1-9]\d{11}")


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


def sums_up(text: str) -> bool:
    """Whether what stands in place of a day says that its row sums up others: `Total`, `Schnitt:`, `Total change`."""
    words = text.casefold().strip(" :.ø").split()
    return bool(words) and len(words) <= 3 and (words[0] in _SUMMED_UP or words[-1] in _SUMMED_UP)


def looks_like_day(text: str) -> bool:
    """Whether a number may be a day that is written as one; 60 thousand days are the year 2064."""
    return any(pattern.fullmatch(text) for pattern, _ in _STYLES)


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
