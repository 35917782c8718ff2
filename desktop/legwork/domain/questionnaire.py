"""Questions with options to pick from, and how they are read out of a plain tree (such as a parsed JSON file has).

Owns the value types and the refusals of a badly written file. It must not open files, nor know what an answer means
(that is `causes.rules` and `self_checks`). Texts are English here and translated with `tr` where they are shown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NoReturn

Answers = Mapping[str, tuple[str, ...]]
"""Question key to the keys of the picked options. A question that is missing, or without options, was not answered."""

UNSURE = "unsure"
"""The option "I don't know": an honest answer, and counted as not answered."""

LONGEST_TEXT = 240
"""Letters in any text; what is longer is not read in seconds (convention)."""

_KEY = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")


@dataclass(frozen=True)
class Option:
    """One answer. alone: it goes with no other, such as "none of these"; picking it should clear the others."""

    key: str
    text: str
    alone: bool = False


@dataclass(frozen=True)
class Question:
    """One question. why: one line that says why it is asked. multiple: several options may be picked."""

    key: str
    text: str
    why: str
    options: tuple[Option, ...]
    multiple: bool


def questions_in(tree: object) -> tuple[Question, ...]:
    """The questions in a list of groups with the keys key, text, why, multiple and options (key, text, perhaps alone).

    Raises ValueError, naming the place, when anything is missing, unknown, empty, too long or there twice.
    """
    found = tuple(_question(group, f"question {place}") for place, group in enumerate(items_in(tree, "questions"), 1))
    no_doubles((one.key for one in found), "questions")
    return found


def known_picks(answers: Answers, question: str, known: Collection[str]) -> frozenset[str]:
    """The options picked for a question, without those that are not known and without UNSURE; perhaps none."""
    return frozenset(one for one in answers.get(question, ()) if one in known and one != UNSURE)


def _question(tree: object, where: str) -> Question:
    group = group_in(tree, where, ("key", "text", "why", "multiple", "options"))
    key = key_in(group, where)
    where = f"question {key}"
    multiple = flag_in(group, "multiple", where)
    options = tuple(_option(one, f"{where}, option {n}") for n, one in enumerate(items_in(group["options"], where), 1))
    no_doubles((one.key for one in options), where)
    if len(options) < 2:
        refuse(where, "at least two options are needed")
    if not multiple and any(one.alone for one in options):
        refuse(where, "an option can only stand alone where several may be picked")
    return Question(key, text_in(group, "text", where), text_in(group, "why", where), options, multiple)


def _option(tree: object, where: str) -> Option:
    group = group_in(tree, where, ("key", "text"), ("alone",))
    alone = flag_in(group, "alone", where) if "alone" in group else False
    return Option(key_in(group, where), text_in(group, "text", where), alone)


def refuse(where: str, what: str) -> NoReturn:
    """Raise the ValueError that names the place. Only whoever edits the file ever sees it, so it is not translated."""
    raise ValueError(f"{where}: {what}")


def group_in(tree: object, where: str, needed: Collection[str], allowed: Collection[str] = ()) -> dict[str, object]:
    """A group that has all `needed` keys, perhaps some `allowed` ones, and no other. Raises ValueError."""
    if not isinstance(tree, dict):
        refuse(where, "a group of values is expected")
    for key in needed:
        if key not in tree:
            refuse(where, f"{key} is missing")
    for key in tree:
        if key not in needed and key not in allowed:
            refuse(where, f"{key} is not known")
    return tree


def items_in(tree: object, where: str) -> list[object]:
    """A list with something in it. Raises ValueError."""
    if not isinstance(tree, list) or not tree:
        refuse(where, "a list with something in it is expected")
    return tree


def text_in(group: Mapping[str, object], key: str, where: str) -> str:
    """A text on one line, of 1 to LONGEST_TEXT letters. Raises ValueError."""
    return line_in(group[key], f"{where}, {key}")


def line_in(found: object, where: str) -> str:
    """A text on one line, of 1 to LONGEST_TEXT letters, without needless spaces. Raises ValueError."""
    if not isinstance(found, str) or not 0 < len(found) <= LONGEST_TEXT or found != " ".join(found.split()):
        refuse(where, f"one line of 1 to {LONGEST_TEXT} letters is expected, without needless spaces")
    return found


def key_in(group: Mapping[str, object], where: str) -> str:
    """A key of small letters, digits and single underscores. Raises ValueError."""
    found = text_in(group, "key", where)
    if _KEY.fullmatch(found) is None:
        refuse(where, f"a key has small letters, digits and underscores, unlike {found}")
    return found


def flag_in(group: Mapping[str, object], key: str, where: str) -> bool:
    """True or false. Raises ValueError."""
    found = group[key]
    if not isinstance(found, bool):
        refuse(where, f"{key} is either true or false")
    return found


def no_doubles(keys: Iterable[str], where: str) -> None:
    """Refuse keys of which two are equal. Raises ValueError."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            refuse(where, f"{key} is there twice")
        seen.add(key)
