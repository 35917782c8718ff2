"""Several sets in one cell of a table kept by hand: `3x10`, `10/8/8`, `60x10, 60x8`, `5x5 @ 100 kg`.

Owns these spellings. What a load or a count of reps may be is for `training_sets`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from legwork.formats.training_times import read_span
from legwork.i18n import tr

MOST_SETS = 30
_FEW_SETS = 10
"""In `5x8` the first number counts sets where it is no larger; in `60x8` it is a load (a convention)."""

_LOAD = r"(\d{1,5}(?:[.,]\d{1,3})?)\s*(kg|kgs|lb|lbs|#)?"
_TIMES = re.compile(
    r"(\d{1,5}(?:[.,]\d{1,3})?)\s*(kg|kgs|lb|lbs)?\s*[x×*·]\s*(\d{1,4})(?:\s*(?:reps?|wdh\.?))?", re.IGNORECASE
)
_AT_LOAD = re.compile(
    rf"(\d{{1,2}})\s*[x×*]\s*(\d{{1,4}})(\s*(?:@|a|à|at|mit|with|,|-|–|x|×)|\s)\s*{_LOAD}", re.IGNORECASE
)
_LOAD_FIRST = re.compile(
    rf"{_LOAD}\s*[x×*]\s*(\d{{1,4}})\s*[x×*]\s*(\d{{1,2}})(?:\s*(?:sets?|sätze|séries|series))?", re.IGNORECASE
)
"""`100x12x3`: the load, the reps and how many sets."""

_LIST = re.compile(r"\d{1,4}(?:\s*[,/;+\s-]\s*\d{1,4})+")
_PARTING_SURELY = re.compile(r"\s*[;/\n]\s*|\s*,\s+|\s+\+\s+")
"""What stands in no number."""

_PARTING = re.compile(r"\s*[,;/\n]\s*|\s+\+\s+")
_SPAN = (
    r"(?:\d{1,3}(?::\d\d){1,2}|(?:\d{1,4}(?:[.,]\d+)?\s*(?:s|secs?|seconds?|sek|sekunden?|seg|segundos?|secondes?|secondi"
    r"|seconden|sekundy?|sn|saniye|сек|mins?|minutes?|minuten?|minutos?|minuti|minut|dk|мин)\.?\s*)+)"
)
_HELD = re.compile(rf"(?:(\d{{1,2}})\s*[x×*]\s*)?({_SPAN})", re.IGNORECASE)
"""How long something was held, where reps would stand: `60 s`, `1:15`, `3x45s`. A number alone counts reps."""


class CellSet(NamedTuple):
    """A set. reps, load: as they stand. unit: of the load, "" where the cell does not say. seconds: that it was held,
    as they stand; then there are no reps."""

    reps: str
    load: str
    unit: str = ""
    seconds: str = ""


def held_in(text: str) -> str:
    """How long a cell says that something was held, once; "" where it does not."""
    match = _HELD.fullmatch(text)
    return match[2].strip() if match and read_span(match[2]) else ""


def sets_in(text: str, load: str, one_row_one_set: bool = False) -> list[CellSet] | str:
    """The sets that a cell of reps speaks of, or the sentence that says why that is not clear.

    load: of the row, "" where there is none. one_row_one_set: sets are counted elsewhere, so `8-12` is no list.
    """
    if seconds := held_in(text):
        held = _HELD.fullmatch(text)
        return _repeated(int(held[1] or 1) if held else 1, CellSet("", load, "", seconds))
    if (begins := _LOAD_FIRST.fullmatch(text)) and _is_no_count(begins[1], begins[2]):
        return _repeated(int(begins[4]), CellSet(begins[3], begins[1], _unit(begins[2])))
    if at := _AT_LOAD.fullmatch(text):
        return _at_load(at, load)
    for parting in (_PARTING_SURELY, _PARTING):
        several = [_AT_LOAD.fullmatch(one) for one in parting.split(text)]
        if len(several) > 1 and all(several):
            return _one_list([_at_load(one, load) for one in several if one is not None])
    pieces = [_TIMES.fullmatch(one) for one in _PARTING.split(text)]
    if all(pieces):
        found: list[CellSet] = []
        for one in pieces:
            assert one is not None
            first, unit, reps = one.groups()
            counts = first.isdigit() and not unit and int(first) <= _FEW_SETS and (bool(load) or len(pieces) == 1)
            made = _repeated(int(first), CellSet(reps, load)) if counts else [CellSet(reps, first, _unit(unit))]
            if isinstance(made, str):
                return made
            found += made
        return found
    if _LIST.fullmatch(text) and not _is_decimal(text):
        numbers = re.findall(r"\d+", text)
        if len(numbers) == 2 and "-" in text:
            return _range_or_sets()
        return [CellSet(one, load) for one in numbers] if len(numbers) <= MOST_SETS else _too_many()
    return [CellSet(text, load)]


def _is_no_count(number: str, unit: str | None) -> bool:
    """Whether a number can be none of sets, so that it is the load."""
    return bool(unit) or not number.isdigit() or int(number) > MOST_SETS


def _at_load(at: re.Match[str], load: str) -> list[CellSet] | str:
    """The sets of `3x8 @ 60`. load: of the row."""
    count, reps, sign, weight, unit = at.groups()
    return _unclear(sign.strip(), unit or "", load) or _repeated(int(count), CellSet(reps, weight, _unit(unit)))


def _one_list(found: list[list[CellSet] | str]) -> list[CellSet] | str:
    """All sets one after the other, or the first sentence that says why that is not clear."""
    sets: list[CellSet] = []
    for one in found:
        if isinstance(one, str):
            return one
        sets += one
    return sets if len(sets) <= MOST_SETS else _too_many()


def _unclear(sign: str, unit: str, load: str) -> str:
    """Why the number behind `3x8` need not be a load, as in `3x8-12`; "" where it is one. load: of the row."""
    if sign in ("-", "–") and (load or not unit):
        return _range_or_sets()
    if (sign == "," and (load or not unit)) or (not sign and load and not unit):
        return tr("It is not clear whether the last number is a load: write sets as 12/10/8, and loads as 3x8 @ 40.")
    return ""


def _range_or_sets() -> str:
    return tr("It is not clear whether this is a range of reps or two sets: write two sets as 12/8.")


def _is_decimal(text: str) -> bool:
    """8,0 and 8,5 are one number."""
    return re.fullmatch(r"\d+,(?:0+|5)", text) is not None


def _repeated(count: int, one: CellSet) -> list[CellSet] | str:
    if count > MOST_SETS:
        return _too_many()
    return [one] * count if count else tr("Planned, but no set was done.")


def _unit(text: str | None) -> str:
    return {"k": "kg", "l": "lb", "#": "lb"}.get((text or "").casefold()[:1], "")


def _too_many() -> str:
    return tr("Nobody does so many sets: look whether this column counts them.")
