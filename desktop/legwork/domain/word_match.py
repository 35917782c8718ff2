"""Words of a text as people look for them: without case and accents, by how they begin.

Owns this comparison and nothing else; what is searched, and in which order it is told, is for whoever asks.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """A text without case and accents, letter for letter where that can be: "Über" becomes "uber"."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in bare if not unicodedata.combining(one))


def words_of(text: str) -> list[str]:
    """The folded words of a text, in their order."""
    return _WORD.findall(folded(text))


def begun_by(pieces: list[str], words: list[str]) -> bool:
    """Whether each folded piece begins one of the folded words."""
    return all(any(word.startswith(piece) for word in words) for piece in pieces)


def places_of(pieces: list[str], text: str) -> list[tuple[int, int]]:
    """Where in a text words begin with one of the folded pieces: first letter and length, in their order."""
    found = []
    for match in _WORD.finditer(text):
        word = folded(match[0])
        piece = max((one for one in pieces if one and word.startswith(one)), key=len, default="")
        if piece:
            found.append((match.start(), _length(match[0], piece)))
    return found


def _length(word: str, piece: str) -> int:
    """How many letters of a word its folded beginning comes from."""
    return next(count for count in range(1, len(word) + 1) if len(folded(word[:count])) >= len(piece))
