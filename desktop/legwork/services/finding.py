"""Finding anything of the program by any words of its name, in any order: commands, pages, exercises, help.

Owns what fits what was typed and in which order. What an entry does, and where they come from, is for whoever asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from legwork.domain.word_match import begun_by, folded, words_of


@dataclass(frozen=True)
class Entry:
    """Something that can be found. kind and text: translated.

    key: by which it is known again the next time. keys: as QKeySequence reads them. more: other words for it, which
    find it too but are not shown.
    """

    kind: str
    text: str
    key: str
    run: Callable[[], object]
    keys: tuple[str, ...] = ()
    more: str = ""


_Words = tuple[str, list[str], list[str]]
"""The folded text, the words of it, and the others that find it."""


class Finder:
    """Entries made ready to be found, in the order in which those that fit alike are offered."""

    def __init__(self, entries: Iterable[Entry], after: Finder | None = None) -> None:
        """Of several with the same kind and text the first counts. after: comes behind them, and is ready already."""
        first: dict[tuple[str, str], tuple[Entry, _Words]] = {}
        for one in entries:
            if (one.kind, one.text) not in first:
                words = folded(one.text), words_of(one.text), words_of(f"{one.kind} {one.more}")
                first[one.kind, one.text] = one, words
        behind = after._made if after is not None else {}
        self._made: dict[tuple[str, str], tuple[Entry, _Words]] = {
            **first, **{key: made for key, made in behind.items() if key not in first},
        }  # fmt: skip
        self.entries = tuple(one for one, _ in self._made.values())

    def find(self, typed: str, recent: Sequence[str] = (), limit: int = 60) -> list[Entry]:
        """Entries in whose words each of those typed begins one, best first; nothing typed finds nothing.

        Best: the whole name, names that begin so, all words in the name, then in its kind and other words. Among
        equals what was chosen lately comes first. recent: keys, newest first. limit: the most that are returned.
        """
        pieces = words_of(typed)
        if not pieces:
            return []
        begin = " ".join(folded(typed).split())
        lately = {key: place for place, key in enumerate(recent)}
        ranked = []
        for place, (_, (text, own, others)) in enumerate(self._made.values()):
            if begun_by(pieces, own):
                rank = 0 if text == begin else 1 if text.startswith(begin) else 2
            elif begun_by(pieces, own + others):
                rank = 3
            else:
                continue
            ranked.append((rank, lately.get(self.entries[place].key, len(recent)), place))
        return [self.entries[place] for _, _, place in sorted(ranked)[:limit]]

    def known(self, keys: Sequence[str]) -> list[Entry]:
        """The entries of these keys that there still are, in the order of the keys."""
        by_key = {one.key: one for one in self.entries}
        return [by_key[key] for key in keys if key in by_key]
