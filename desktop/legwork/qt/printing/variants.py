"""Documents that come in several kinds, each made only when somebody wants to see it.

Owns the types by which a preview offers them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from legwork.qt.printing.paper import Orientation
from legwork.qt.printing.sheets import Document


@dataclass(frozen=True)
class Span:
    """What a part of can be printed, from one to another. names: of all, translated. first, last: places from 0.

    label: what they are, translated: "Weeks".
    """

    label: str
    names: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True)
class Variant:
    """One kind. key: by which it is remembered. name: translated.

    build: makes it; it is handed the places of the first and the last that were chosen of `span`, 0 and 0 without one.
    orientation: how it lies until somebody turns it.
    """

    key: str
    name: str
    build: Callable[[int, int], Document]
    span: Span | None = None
    orientation: Orientation = Orientation.PORTRAIT


def only(document: Document) -> tuple[Variant, ...]:
    """A document that comes in one kind."""
    return (Variant("", document.title, lambda _first, _last: document),)
