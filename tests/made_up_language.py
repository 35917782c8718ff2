"""A language that nobody speaks: every text of the program with accents on its letters, longer by two fifths.

What is shown without accents never passed the catalogue; what does not fit will not in German either.
"""

from __future__ import annotations

import math
import re
from gettext import NullTranslations

_ACCENTS = str.maketrans("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ")
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]+>|&[a-z]+;)")
LONGER = 0.4
"""By how much: German and French are up to so much longer than English."""

_PLACE = re.compile(r"\S*/\S+")
"""Where a file lies."""

_PLAIN_WORD = re.compile(r"(?<![\w.])[A-Za-z]{3,}(?![\w])")


class MadeUp(NullTranslations):
    """Answers every text of the program with itself in this language."""

    def gettext(self, message: str) -> str:
        return made_up(message)

    def pgettext(self, context: str, message: str) -> str:
        return made_up(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return made_up(one if count == 1 else many)


def made_up(text: str) -> str:
    """A text with accents, and longer: its placeholders, tags and marked letters stay."""
    pieces = [part if at % 2 else part.translate(_ACCENTS) for at, part in enumerate(_KEPT.split(text))]
    letters = sum(len(part) for part in pieces[::2])
    end = len(text) - len(text.rstrip(" .:…!?"))
    said = "".join(pieces)
    body, tail = (said[:-end], said[-end:]) if end else (said, "")
    return body + _more(math.ceil(letters * LONGER), " " in text.strip()) + tail


def _more(letters: int, words: bool) -> str:
    """So many letters more: on the last word where there is one word only, else as words that can be broken."""
    if not words:
        return "ñ" * letters
    return "".join(" " if at % 7 == 0 and at < letters - 1 else "ñ" for at in range(letters))


def plain_words(text: str) -> list[str]:
    """The words of a text that no catalogue knows: letters without accents, in which there is a vowel."""
    return [one for one in _PLAIN_WORD.findall(_PLACE.sub("", text)) if re.search(r"[aeiou]", one)]
