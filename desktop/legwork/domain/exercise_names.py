"""Finding exercises: by key, by the name that another program gives one, and by what a person types.

Owns the normal form of names and the ranking of a search. It must not open files, guess (a name that is not known
stays unknown, and the person maps it), or know other languages than the aliases bring.

Other programs name exercises "Movement (Equipment)", "Equipment Movement" or "Movement, Equipment" (IMPORTS). These
differ in the order of words only, so the normal form is the set of a name's words. No word that tells variants apart
is ever dropped: low bar, front, sumo, assisted and weighted lifts stay apart from the base lift.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property, lru_cache

from legwork.domain.exercise import Exercise

_WORD = re.compile(r"[^\W_]+")
_BAR = re.compile(r"\(\s*bar\s*\)\s*$|,\s*bar\s*$")
_SIGNS = re.compile("[º°ª'’´`]")
_FILLERS = frozenset({"a", "an", "and", "of", "on", "the", "with"})
_SAME = {
    "ups": "up",
    "calves": "calf",
    "flies": "fly",
    "flys": "fly",
    "flye": "fly",
    "flyes": "fly",
    "barbel": "barbell",
    "bb": "barbell",
    "db": "dumbbell",
    "dumbell": "dumbbell",
    "dambıl": "dumbbell",
    "kb": "kettlebell",
    "makine": "machine",
    "maquina": "machine",
    "machinr": "machine",
    "dl": "deadlift",
    "one": "single",
    "unilateral": "single",
    "legged": "leg",
    "armed": "arm",
    "sitting": "seated",
    "oturarak": "seated",
    "ayakta": "standing",
    "paused": "pause",
    "hex": "trap",
    "handed": "hand",
    "pressdown": "pushdown",
    "dec": "deck",
}
"""Spellings of one word, singular on both sides."""

_JOINED = {
    ("pull", "up"): ("pullup",),
    ("push", "up"): ("pushup",),
    ("chin", "up"): ("chinup",),
    ("sit", "up"): ("situp",),
    ("step", "up"): ("stepup",),
    ("v", "up"): ("vup",),
    ("pull", "down"): ("pulldown",),
    ("push", "down"): ("pushdown",),
    ("press", "down"): ("pushdown",),
    ("pull", "over"): ("pullover",),
    ("pull", "through"): ("pullthrough",),
    ("cross", "over"): ("crossover",),
    ("kick", "back"): ("kickback",),
    ("roll", "out"): ("rollout",),
    ("skull", "crusher"): ("skullcrusher",),
    ("ez", "bar"): ("ezbar",),
    ("t", "bar"): ("tbar",),
    ("leverage", "machine"): ("machine",),
    ("body", "weight"): ("bodyweight",),
    ("hip", "trust"): ("hip", "thrust"),
}
_SPLIT = {"rdl": ("romanian", "deadlift"), "hacksquat": ("hack", "squat"), "cleanjerk": ("clean", "jerk")}


@lru_cache(maxsize=8192)
def normal_form(name: str) -> str:
    """The words of an exercise's name, brought to one spelling and order; empty when there are none.

    Equal for the three ways in which programs name an exercise. A lone "bar" where the equipment stands is a barbell.
    What is joined by "to" keeps its order: high to low is not low to high.
    """
    found = _words(_BAR.sub(" barbell", name.casefold()))
    words: list[str] = []
    for word in found:
        words.extend(_SPLIT.get(word, (word,)))
    joined: list[str] = []
    for word in words:
        if joined and (joined[-1], word) in _JOINED:
            joined[-1:] = _JOINED[joined[-1], word]
        elif joined and (word == "to" or joined[-1].endswith(" to")):
            joined[-1] += f" {word}"
        else:
            joined.append(word)
    kept = set(joined) - _FILLERS
    if "smith" in kept:
        kept.discard("machine")
    return " ".join(sorted(kept or set(joined)))


class Catalogue:
    """A set of exercises to be found in; the shipped ones, perhaps with those of the person's own."""

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        """Raises ValueError when two shipped exercises have a key or a name in common. An own one's name goes first."""
        self.exercises = tuple(exercises)
        self._by_key: dict[str, Exercise] = {}
        self._by_name: dict[str, Exercise] = {}
        for one in sorted(self.exercises, key=lambda one: one.custom):
            if one.key in self._by_key:
                raise ValueError(f"{one.key} is there twice")
            self._by_key[one.key] = one
            for name in (one.name, *one.aliases):
                self._add(normal_form(name), one)

    @cached_property
    def _searched(self) -> list[tuple[Exercise, set[str], list[set[str]]]]:
        return [(one, *_searched(one)) for one in self.exercises]

    def _add(self, form: str, one: Exercise) -> None:
        before = self._by_name.get(form, one)
        if before is not one and before.custom == one.custom:
            if one.custom:
                return  # two of the person's own: the first one keeps the name
            raise ValueError(f"{form} is a name of {before.key} and of {one.key}")
        self._by_name[form] = one

    def get(self, key: str) -> Exercise | None:
        """The exercise of that key, or None."""
        return self._by_key.get(key)

    def match(self, name: str) -> Exercise | None:
        """The exercise that another program calls by this name, or None when nobody can be sure."""
        return self._by_name.get(normal_form(name))

    def search(self, words: str, limit: int | None = None) -> tuple[Exercise, ...]:
        """The exercises in whose names each of the words begins a word, best first; all of them for no words.

        Best: the exact name, names that begin so, all words in the name, then in an alias. Among equals the order is
        that of the catalogue, legs first. limit: the most that are returned.
        """
        typed = _plain(words)
        exact, begins = normal_form(words), " ".join(typed)
        ranked: list[tuple[int, int, Exercise]] = []
        for place, (one, own, others) in enumerate(self._searched):
            label = _plain(one.label)
            rank = 3
            if _all_begin(typed, own | set(label)):
                named = normal_form(one.label) == exact or self._by_name.get(exact) is one
                rank = 0 if named else 1 if " ".join(label).startswith(begins) else 2
            elif self._by_name.get(exact) is one:
                rank = 1
            elif not any(_all_begin(typed, alias) for alias in others):
                continue
            ranked.append((rank, place, one))
        return tuple(one for _, _, one in sorted(ranked, key=lambda found: found[:2]))[:limit]


def _searched(one: Exercise) -> tuple[set[str], list[set[str]]]:
    own, *others = ({*_plain(name), *normal_form(name).split()} for name in (one.name, *one.aliases))
    return own, others


def _all_begin(typed: list[str], words: set[str]) -> bool:
    return all(any(word.startswith((one, _SAME.get(one, one), _single(one))) for word in words) for one in typed)


def _words(text: str) -> list[str]:
    return [_SAME.get(word, _SAME.get(_single(word), _single(word))) for word in _plain(text)]


def _plain(text: str) -> list[str]:
    """The words of a text in small letters, without accents; an ordinal sign or a degree is no letter."""
    flat = _SIGNS.sub(" ", text).casefold()
    if not flat.isascii():
        flat = "".join(one for one in unicodedata.normalize("NFKD", flat) if not unicodedata.combining(one))
    return _WORD.findall(flat)


@lru_cache(maxsize=8192)
def _single(word: str) -> str:
    """The singular, by the rules of spelling alone."""
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
