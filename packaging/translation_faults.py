"""What can be wrong with a translation: it is missing, or it lost what the program puts in or reads from it.

Owns the rules that every catalogue and every text of the help keeps; whether the words are good, no rule can say.
Must not import Legwork.
"""

from __future__ import annotations

import re
from collections import Counter

from babel.messages.catalog import Catalog, Message

_PLACES = re.compile(r"\{[^}]*\}")
_TAGS = re.compile(r"</?[a-z][^>]*>|…|%[sd]")
_ENDS = ".:?!"
_HEADING = re.compile(r"(?m)^(#{1,3}) .*?(?: *\{#([a-z0-9-]+)\})?$")
_TARGETS = re.compile(r"\]\((\w+:[^)\s]+)\)")
_SITES = re.compile(r"(?m)^\{sites [a-z]+\}$")


def in_catalogue(catalogue: Catalog, wanted: Catalog) -> list[str]:
    """What is wrong with a language's catalogue beside the template of what there is to translate, a line each."""
    there = {(one.context, one.id): one for one in catalogue if one.id}
    asked = {(one.context, one.id) for one in wanted if one.id}
    found = [f"not there: {id!r}" for context, id in asked if (context, id) not in there]
    found += [f"no text of the program any more: {id!r}" for context, id in there if (context, id) not in asked]
    return found + [f"{one.id!r}: {fault}" for one in there.values() for fault in in_message(one)]


def in_message(message: Message) -> list[str]:
    """What is wrong with one translation."""
    if message.fuzzy:
        return ["unsure (fuzzy)"]
    originals = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
    said = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    if len(said) != len(originals) or not all(one and one.strip() for one in said):
        return ["not translated in all its forms"]
    return [
        fault for one, other in zip(originals, said, strict=True) for fault in _lost(one, other, counted=len(said) > 1)
    ]


def _lost(text: str, said: str, *, counted: bool) -> list[str]:
    """What of `text` its translation lost. counted: a form for one may leave the number out, or name it."""
    found = []
    places, kept = Counter(_PLACES.findall(text)), Counter(_PLACES.findall(said))
    if counted:
        for one in (places, kept):
            one.pop("{count}", None)
    if places != kept:
        found.append(f"{dict(kept)} in braces in place of {dict(places)}")
    if Counter(_TAGS.findall(text)) != Counter(_TAGS.findall(said)):
        found.append("other tags, or another “…”")
    if (text[0].isspace(), text[-1].isspace()) != (said[0].isspace(), said[-1].isspace()):
        found.append("a space at an end")
    if text.count("\n") != said.count("\n"):
        found.append("other lines")
    if _has_menu_letter(text) != _has_menu_letter(said):
        found.append("“&” before the letter of a menu")
    if text.rstrip()[-1] in _ENDS and said.rstrip()[-1] != text.rstrip()[-1]:
        found.append(f"does not end with {text.rstrip()[-1]!r}")
    return found


def _has_menu_letter(text: str) -> bool:
    return re.search(r"(?<!&)&\w(?!\w*;)", text) is not None


def in_help(text: str, said: str) -> list[str]:
    """What a text of the help lost in its translation: headings, links, drawings, lists of sites."""
    found = []
    for name, pattern in (("headings", _HEADING), ("links or drawings", _TARGETS), ("lists of sites", _SITES)):
        if Counter(pattern.findall(text)) != Counter(pattern.findall(said)):
            found.append(f"other {name}")
    return found
