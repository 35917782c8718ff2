"""The grammar of a cell: where its sets end, which pieces follow, and the error that names a column.

Owns the patterns and what may stand beside what. It must not make values of the pieces (that is `cells`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from legwork.domain.plan.prescription import MAX_REPS, MAX_SECONDS, MAX_SETS, Target
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.numerals import ungrouped


class CellError(UserError):
    """A cell that cannot be read. column: where, from 1. what: the sentence that tells what to do, without a place."""

    def __init__(self, column: int, what: str) -> None:
        super().__init__(tr("Column {column}: {what}", column=column, what=what))
        self.column = column
        self.what = what


NUMBER = r"(\d{1,6}(?:[.,]\d{1,6})?)"
SECONDS = r"(?:seconds?|secs?|s)(?!i)"
_TARGET = rf"(?:(amrap|max)|(\d{{1,6}})(?: *- *(\d{{1,6}}))?(?: *(?:({SECONDS})|(min)))?(?: *(\+))?)"


def pattern(text: str) -> re.Pattern[str]:
    """An expression of the grammar: plain letters, in capitals or not."""
    return re.compile(text, re.ASCII | re.IGNORECASE)


_SETS = pattern(r" *(\d{1,6}) *[x×*] *")
_ONE = pattern(_TARGET)
_COMMA = pattern(r" *, *")
_TWO_WAYS = pattern(r" +\+ *\d|\+\d")
PIECES: Mapping[str, re.Pattern[str]] = {
    "percent": pattern(rf"@? *{NUMBER} *%"),
    "effort": pattern(rf"(?:@ *|(?=r))(?:(rir|rpe) *)?{NUMBER}(?: *(rir|rpe))?"),
    "effort_after": pattern(rf"(){NUMBER} *(rir|rpe)"),
    "body": pattern(rf"(?:bw|body *weight)(?: *([-+]) *{NUMBER}(?: *(kg|lb)s?)?)?"),
    "weight": pattern(rf"{NUMBER}(?: *(kg|lb)s?)?"),
    "tempo": pattern(r"t(?:empo)? *(?:(\d{1,2})-(\d{1,2})-(\d{1,2}|x)-(\d{1,2})|(\d)(\d)(\d|x)(\d))(?!\d)"),
    "rest": pattern(r"r(?:est)? *(\d{1,6})(?: *(?::(\d\d)|(min)|s(?!i)))?(?!\d)"),
    "side": pattern(r"(?:/|per) *(?:side|leg|arm)|each(?: *(?:side|leg|arm))?"),
    "drop": pattern(r"drop(?: ?sets?)?"),
    "myo": pattern(r"myo(?:[- ]?reps?)?"),
    "ramp": pattern(r"ramp|warm[- ]?up"),
}
_SLOTS = {
    "percent": "load", "body": "load", "weight": "load", "effort": "effort", "effort_after": "effort",
    "tempo": "tempo", "rest": "rest", "side": "side", "drop": "kind", "myo": "kind", "ramp": "ramp",
}  # fmt: skip
_FOLDED = str.maketrans({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord(char): "-" for char in "‐‑–—−"})


@dataclass(frozen=True)
class Piece:
    """A recognised piece of a cell. slot: what it fills; start, end: its place, from 0."""

    name: str
    slot: str
    start: int
    end: int
    match: re.Match[str]


def fold(text: str) -> str:
    """The same letters in the same columns, with any dash, any space and full-width forms made plain.

    Numbers lose their groups: "1 000kg" of what is shown is read as it is meant.
    """
    text = ungrouped(text)
    return "".join(" " if char.isspace() else char for char in text.translate(_FOLDED))


def read_sets(text: str) -> tuple[tuple[Target, ...], int]:
    """The sets at the beginning of a folded cell, and where they end. Raises CellError."""
    start = len(text) - len(text.lstrip(" "))
    head = _SETS.match(text)
    if head is None:
        targets, end = _list(text, start)
    else:
        sets = int(head[1])
        if not 1 <= sets <= MAX_SETS:
            refuse(head.start(1), tr("1 to {most} sets are possible: type them like 3x10.", most=MAX_SETS))
        target, end = _target(text, head.end())
        comma = _COMMA.match(text, end)
        if comma:
            refuse(end, tr("type equal sets like 3x8 or a list like 8,8,6, and leave a space before anything else."))
        targets = (target,) * sets
    plus = len(text[: end - 1].rstrip(" "))
    if text[end - 1] == "+" and _TWO_WAYS.match(text, plus):
        refuse(
            end - 1,
            tr("a plus can be read two ways: type 5+ and a space for as many reps as possible, or BW+10 for the load."),
        )
    return targets, end


def _list(text: str, start: int) -> tuple[tuple[Target, ...], int]:
    targets: list[Target] = []
    place = start
    while True:
        target, end = _target(text, place)
        targets.append(target)
        comma = _COMMA.match(text, end)
        if comma is None:
            break
        place = comma.end()
    if len(targets) == 1:
        refuse(start, tr("type sets and reps first, like 3x10 or 5,3,1."))
    if len(targets) > MAX_SETS:
        refuse(start, tr("1 to {most} sets are possible: type them like 3x10.", most=MAX_SETS))
    if len({one.seconds for one in targets}) > 1:
        refuse(start, tr("all sets of a list are in reps or all in seconds: type it like 30s,20s."))
    return tuple(targets), end


def _target(text: str, place: int) -> tuple[Target, int]:
    match = _ONE.match(text, place)
    if match is None:
        if place == len(text) - len(text.lstrip(" ")):
            refuse(place, tr("type sets and reps first, like 3x10 or 5,3,1."))
        refuse(place, tr("type the reps here, like 10, 8-12, 5+, AMRAP or 30s."))
    if match[1]:
        return Target(0, 0, more=True), match.end()
    times = 60 if match[5] else 1
    seconds = bool(match[4] or match[5])
    low = int(match[2]) * times
    high = int(match[3]) * times if match[3] else low
    more = bool(match[6])
    most = MAX_SECONDS if seconds else MAX_REPS
    if high < low:
        refuse(match.start(2), tr("type the smaller number first, like {low}-{high}.", low=high, high=low))
    if low < 1 or high > most:
        word = tr("1 to {most} seconds", most=most) if seconds else tr("1 to {most} reps", most=most)
        refuse(match.start(2), tr("a set can have {number}: type them like 10, 8-12 or 30s.", number=word))
    if more and low != high:
        refuse(match.start(6), tr("as many as possible starts from one number: type it like {low}+.", low=low))
    return Target(low, high, seconds, more), match.end()


def read_pieces(text: str, place: int) -> tuple[Piece, ...]:
    """The pieces of a folded cell after its sets. Raises CellError for one that is unknown, or fills a slot twice."""
    found: dict[str, Piece] = {}
    while place < len(text):
        if text[place] == " ":
            place += 1
            continue
        piece = _piece(text, place)
        if piece is None:
            word = text[place:].split(" ")[0][:16]
            refuse(place, _unknown(word))
        other = found.get(piece.slot)
        if other is not None:
            one, two = (text[each.start : each.end].strip() for each in (other, piece))
            refuse(piece.start, tr("“{one}” and “{two}” cannot both hold: leave one of them.", one=one, two=two))
        found[piece.slot] = piece
        place = piece.end
    return tuple(found.values())


def _piece(text: str, place: int) -> Piece | None:
    for name in ("percent", "effort_after", "effort", "body", "weight", "tempo", "rest", "side", "drop", "myo", "ramp"):
        match = PIECES[name].match(text, place)
        if match and (name != "effort" or text[place] == "@" or match[1]):
            return Piece(name, _SLOTS[name], match.start(), match.end(), match)
    return None


def _unknown(word: str) -> str:
    if word.lower().startswith(("kg", "lb")):
        return tr("type the load as a number with its unit behind the reps, like 60kg.")
    if word.startswith("@"):
        return tr("type the effort like @2 RIR or @8 RPE.")
    if word.lower().startswith("t"):
        return tr("type the tempo as four numbers, like t3110 or t3-1-X-0.")
    return tr(
        "“{word}” is not known here: type a load like 60kg, 80% or BW, an effort like @2 RIR, a rest like r120, "
        "or a note after a semicolon.",
        word=word,
    )


def refuse(place: int, what: str) -> NoReturn:
    """Raise the CellError of a place that counts from 0."""
    raise CellError(place + 1, what)
