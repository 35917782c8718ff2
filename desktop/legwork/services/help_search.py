"""Searching the help: every word of every topic, and where it was found.

Owns which passages answer what was typed and in which order. It must not know how they are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from legwork.domain.word_match import begun_by, places_of, words_of
from legwork.services.help_topics import Topic, plain

_BEFORE, _AFTER = 40, 110
"""How many letters of a passage are shown before and after the first word that was found."""


@dataclass(frozen=True)
class Found:
    """A passage with all the words that were looked for.

    section: its number in the topic. heading: of the section, empty at the beginning of a topic. excerpt: what stands
    around the first word that was found. marked: first letter and length of each found word in the excerpt.
    """

    topic: str
    section: int
    title: str
    heading: str
    excerpt: str
    marked: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class _Passage:
    """A section made ready to be searched: its plain text, and the folded words of its parts."""

    topic: Topic
    section: int
    text: str
    title: list[str]
    heading: list[str]
    words: list[str]


def search(topics: Sequence[Topic], typed: str) -> list[Found]:
    """The sections in which every typed word begins a word: those first whose heading has them, then by topic.

    A section counts with its own heading and the title of its topic. Nothing typed finds nothing.
    """
    pieces = words_of(typed)
    if not pieces:
        return []
    ranked = []
    for one in _passages(tuple(topics)):
        there = [*one.words, *one.heading]
        if begun_by(pieces, [*there, *one.title]) and _any(pieces, there):
            ranked.append((_rank(one, pieces), one))
    ranked.sort(key=lambda one: one[0])  # stays in the order of the topics otherwise
    return [_found(one, pieces) for _, one in ranked]


@lru_cache(maxsize=2)
def _passages(topics: tuple[Topic, ...]) -> list[_Passage]:
    made = []
    for topic in topics:
        title = words_of(topic.title)
        for at, section in enumerate(topic.sections):
            text = plain(section.text)
            made.append(_Passage(topic, at, text, title, words_of(section.title), list(dict.fromkeys(words_of(text)))))
    return made


def _rank(passage: _Passage, pieces: list[str]) -> int:
    """0: a topic that is called so. 1: a heading has a word of it. 2: only the text has."""
    if passage.section == 0 and begun_by(pieces, passage.heading):
        return 0
    return 1 if _any(pieces, passage.heading) else 2


def _any(pieces: list[str], words: list[str]) -> bool:
    return any(begun_by([piece], words) for piece in pieces)


def _found(passage: _Passage, pieces: list[str]) -> Found:
    topic, at, text = passage.topic, passage.section, passage.text
    places = places_of(pieces, text)
    first = places[0][0] if places else 0
    begin = 0 if first <= _BEFORE else text.rfind(" ", 0, first - _BEFORE) + 1
    end = len(text) if len(text) - first <= _AFTER else text.rfind(" ", first, first + _AFTER)
    end = end if end > first else min(len(text), first + _AFTER)
    head = "… " if begin else ""
    excerpt = head + text[begin:end] + (" …" if end < len(text) else "")
    shift = len(head) - begin
    marked = tuple((start + shift, length) for start, length in places if begin <= start and start + length <= end)
    heading = topic.sections[at].title if at else ""
    return Found(topic.name, at, topic.title, heading, excerpt, marked)
