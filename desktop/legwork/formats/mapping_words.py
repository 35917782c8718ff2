"""What the headers and cells of a table say: sites, sides, nutrients, units, and the columns of logs.

Owns comparing words, which are those of `mapping_vocabulary`. What a whole table is, is guessed by `mapping_guess`.
Words are compared as `training_header.plain` spells them: in small letters, without accents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

from legwork.domain.food.amounts import Nutrient
from legwork.domain.log.sets import LoggedKind
from legwork.domain.sites import BUILT_IN_BY_KEY, Side
from legwork.formats.mapping import MAX_LABEL, NUTRIENT_UNITS, UNITS, ColumnUse, Role
from legwork.formats.mapping_vocabulary import (
    BELLIES,
    COUNTS,
    FILLERS,
    KIND_WORDS,
    LOG_WORDS,
    NO_WORK,
    NUTRIENTS,
    SIDES,
    SITES,
    STATURES,
    UNIT_WORDS,
    WRITTEN,
)
from legwork.formats.training_header import plain

_WORD = re.compile(r"[^\W_]+|%")
_ROUND = re.compile(r"(?<=\w)(?:umfang|omtrek|omkrets|omfang|omfanget)$")
"""The second half of words like `Wadenumfang`."""

_LETTERS = {"g": "gauche", "d": "droit", "e": "esquerdo", "i": "izquierdo", "p": "prawy"}
"""Sides that one letter says behind a limb, as in `Cuisse G` and `Coxa E`; elsewhere it may be a unit."""

_BRACKETS = re.compile(r"[()\[\]{}/|,;:#*]")

T = TypeVar("T")


class Said(NamedTuple):
    """What the header of a column says. phrase: its words without sides, units and what is always there."""

    phrase: str
    whole: str
    side: Side
    unit: str


def _words_of(text: str) -> str:
    return " ".join(_WORD.findall(plain(text)))


def _table(words: Mapping[T, str]) -> dict[str, T]:
    found: dict[str, T] = {}
    for meaning, names in words.items():
        for name in names.split(","):
            found.setdefault(_words_of(name), meaning)
    return found


@cache
def _fillers() -> frozenset[str]:
    return frozenset(_words_of(one) for one in FILLERS.split(","))


@cache
def _sites() -> dict[str, str]:
    return _table(SITES)


@cache
def _bellies() -> frozenset[str]:
    return frozenset(_table({"waist": BELLIES}))


@cache
def _statures() -> frozenset[str]:
    return frozenset(_table({"stature": STATURES}))


@cache
def _counts() -> frozenset[str]:
    return frozenset(_table({"count": COUNTS}))


@cache
def _written() -> frozenset[str]:
    return frozenset(_table({"written": WRITTEN}))


@cache
def _no_work() -> frozenset[str]:
    return frozenset(_table({"no work": NO_WORK}))


@cache
def _nutrients() -> dict[str, Nutrient]:
    return _table(NUTRIENTS)


@cache
def _sides() -> dict[str, Side]:
    return _table(SIDES)


@cache
def _units() -> dict[str, str]:
    return _table(UNIT_WORDS)


@cache
def _kinds() -> dict[str, LoggedKind]:
    return _table(KIND_WORDS)


@cache
def _roles() -> dict[str, frozenset[Role]]:
    found: dict[str, set[Role]] = {}
    for role, names in LOG_WORDS.items():
        for name in names.split(","):
            found.setdefault(_words_of(name), set()).add(role)
    return {name: frozenset(roles) for name, roles in found.items()}


@lru_cache(maxsize=4096)
def said(header: str) -> Said:
    """Read a header, in whatever order it names site, side and unit: `Thigh_L (in)`, `Linker Oberschenkel [cm]`."""
    words = _WORD.findall(_BRACKETS.sub(" ", plain(header[:200])))
    whole = " ".join(words)
    words = _with_letter(words)
    side, unit, rest = Side.NONE, "", []
    if len(words) > 1 and " ".join(words[-2:]) in _units():
        unit, words = _units()[" ".join(words[-2:])], words[:-2]
    for place, word in enumerate(words):
        named = _sides().get(word)
        if named in (Side.LEFT, Side.RIGHT) and len(words) > 1 and side is Side.NONE:
            side = named
        elif unit == "st" and _units().get(word) == "lb":
            continue  # stones and the pounds beyond them
        elif word in _units() and (place or len(words) == 1) and (not unit or unit == "in"):
            unit = _units()[word]
        elif word not in _fillers() and not (word == "in" and unit):
            rest.append(word)
    return Said(" ".join(rest), whole, side, unit)


def _with_letter(words: list[str]) -> list[str]:
    """The words of a header, with a letter behind a limb as the side that it stands for; a unit may follow."""
    at = len(words) - 1
    while at > 0 and words[at] in _units() and words[at] not in _LETTERS:
        at -= 1
    if at < 1 or words[at] not in _LETTERS:
        return words
    site = site_in(" ".join(word for word in words[:at] if word not in _fillers()), belly=False)
    sided = site is not None and BUILT_IN_BY_KEY[site].sided
    return [*words[:at], _LETTERS[words[at]], *words[at + 1 :]] if sided else words


def site_in(phrase: str, belly: bool = True) -> str | None:
    """The key of the built-in site that words name; None where nobody can be sure. belly: may be the waist."""
    for one in (phrase, stem := _ROUND.sub("", phrase), stem.removesuffix("n"), stem.removesuffix("en")):
        if found := _sites().get(one) or ("waist" if belly and one in _bellies() else None):
            return found
    return None


def is_stature(header: str) -> bool:
    """Whether a header says how tall somebody is."""
    read = said(header)
    return read.phrase in _statures() or read.whole in _statures()


def is_no_girth(header: str) -> bool:
    """Whether a header that ends in a unit of length names no girth: how tall somebody is, or `Did you weigh in?`."""
    return is_stature(header) or header.rstrip().endswith("?")


def nutrient_in(phrase: str) -> Nutrient | None:
    """The nutrient that words name, or None."""
    return _nutrients().get(phrase)


def roles_in(header: str) -> frozenset[Role]:
    """What a column of a log can be by its header; several where the word is used for several."""
    read = said(header)
    return _roles().get(read.whole) or _roles().get(read.phrase) or frozenset()


def counts_something(header: str) -> bool:
    """Whether a header may count reps, if nothing else does: `How many`."""
    return said(header).whole in _counts()


def is_no_work(header: str) -> bool:
    """Whether a header names numbers that are neither reps nor loads: how it felt, the week, the rest."""
    read = said(header)
    return read.whole in _no_work() or read.phrase in _no_work()


def says_when_written(header: str) -> bool:
    """Whether a day is rather the one on which a row was written down, as forms add it, than the one it is about."""
    return said(header).whole in _written()


def names_something(header: str) -> bool:
    """Whether a header may say what its column holds: `Value`, `Size`, `cm` and `Left` do not."""
    phrase = said(header).phrase
    return bool(phrase) and side_in(phrase) is None and not roles_in(header) & {Role.VALUE, Role.NAME}


def unit_in(text: str) -> str:
    """The unit that a cell or a header's word names; "" for none."""
    return _units().get(_words_of(text[:40]), "")


def side_in(text: str) -> Side | None:
    """The side that a cell names; None for what is no side."""
    return _sides().get(_words_of(text[:40]))


def kind_in(text: str) -> LoggedKind | None:
    """The kind of set that a cell names; a number only counts them."""
    words = _words_of(text[:40])
    return LoggedKind.NORMAL if words.isdecimal() else _kinds().get(words)


def measure_in(header: str, belly: bool = True) -> ColumnUse | None:
    """What of the body a header names, with side and unit as far as they are said; None for none.

    The unit is one that suits the site: `Wasser (l)` is not on the left.
    """
    read = said(header)
    for phrase in (read.phrase, read.whole):
        site = site_in(phrase, belly)
        if site is None:
            continue
        kind = BUILT_IN_BY_KEY[site].kind
        sided = BUILT_IN_BY_KEY[site].sided
        unit = read.unit if read.unit in UNITS[kind] else ""
        if read.unit and not unit:
            return None
        return ColumnUse(Role.MEASURE, site, read.side if sided else Side.NONE, unit, header.strip()[:MAX_LABEL])
    return None


def asked_in(header: str) -> ColumnUse | None:
    """What of the body a whole question asks for: `What is your body weight this morning? (kg)`; None for none.

    One site alone is named in it, by two words or with a unit that suits it.
    """
    read = said(header)
    words = read.phrase.split()
    found: dict[str, bool] = {}
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            if size < len(words) and (site := _sites().get(" ".join(words[start : start + size]))):
                found[site] = found.get(site, False) or size > 1
    if len(found) != 1:
        return None
    site, sure = next(iter(found.items()))
    built_in = BUILT_IN_BY_KEY[site]
    fits = read.unit in UNITS[built_in.kind]
    if (read.unit and not fits) or not (sure or fits):
        return None
    side = read.side if built_in.sided else Side.NONE
    return ColumnUse(Role.MEASURE, site, side, read.unit, header.strip()[:MAX_LABEL])


def food_in(header: str) -> ColumnUse | None:
    """What of food and drink a header names; None for none."""
    read = said(header)
    for phrase in (read.phrase, read.whole):
        nutrient = nutrient_in(phrase)
        if nutrient is None:
            continue
        unit = "L" if nutrient is Nutrient.WATER and read.whole.split()[-1:] == ["l"] else read.unit
        if (nutrient is Nutrient.ENERGY and unit == "g") or unit == "%":
            return None
        fits = unit in NUTRIENT_UNITS[nutrient]
        if unit and not fits:
            return None
        return ColumnUse(Role.NUTRIENT, nutrient.value, Side.NONE, unit, header.strip()[:MAX_LABEL])
    return None
