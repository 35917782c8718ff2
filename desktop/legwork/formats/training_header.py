"""The header of a foreign log: names brought to one spelling, and units that stand in them.

Owns the spelling only. It must not know what a column means: each format says that.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_UNIT = re.compile(r"(.*?)\s*[(\[]\s*(.*?)\s*[)\]]\s*")
_MOST_LETTERS = 200
"""A longer name is that of no column, and looking for its unit would take long."""


class Heading(NamedTuple):
    """A column's name in small letters without its unit, and the unit, "" for none: `Weight (kg)`, `weight_kg`."""

    name: str
    unit: str


@lru_cache(maxsize=1024)
def plain(name: str) -> str:
    """A column's name in small letters, words parted by one space, no accents and no dot at the end."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(one for one in folded if not unicodedata.combining(one))
    return re.sub(r"[\s_\-]+", " ", bare).strip(" .:\ufeff")


def heading(name: str) -> Heading:
    """What stands before the brackets and what in them."""
    found = plain(name)
    match = _UNIT.fullmatch(found) if len(found) <= _MOST_LETTERS else None
    return Heading(match[1], match[2]) if match else Heading(found, "")


def places(names: Iterable[str]) -> dict[str, int]:
    """Where each of these names stands first."""
    found: dict[str, int] = {}
    for place, name in enumerate(names):
        found.setdefault(name, place)
    return found


def names(header: Iterable[str]) -> list[str]:
    """All names of a header, spelled as `plain`."""
    return [plain(name) for name in header]
