"""What could sensibly be typed next in a cell.

Owns the suggestions and their order. It must not read values (that is `cells`); it asks the same grammar.
"""

from __future__ import annotations

import re

from legwork.domain.plan.cell_grammar import CellError, fold, read_pieces, read_sets
from legwork.domain.sites import Kind
from legwork.domain.units import UnitSystem, unit_of
from legwork.numerals import ungrouped

STARTS = (
    "3x8-12", "3x6-8", "4x6", "3x10", "3x5", "5x5", "2x12-15", "4x8-12", "1x20", "3x30s", "3xAMRAP", "5,3,1+",
)  # fmt: skip
"""Sets that are often planned, offered while none are typed (a convention)."""

_PIECES = {
    "load": ("80%", "75%", "70%", "85%", "BW", "BW+10", "BW-20"),
    "effort": ("@2 RIR", "@1 RIR", "@3 RIR", "@0 RIR", "@8 RPE", "@9 RPE", "@7 RPE"),
    "side": ("/side",),
    "rest": ("r120", "r90", "r60", "r180"),
    "tempo": ("t3110", "t31X0"),
    "kind": ("drop", "myo"),
    "ramp": ("ramp",),
}
_AT_ONCE = 2
"""Suggestions of one slot while nothing of it is typed."""

_LOAD_BEGUN = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")
_WORD = re.compile(r"[^ ]+")


def complete(text: str, system: UnitSystem = UnitSystem.METRIC) -> tuple[str, ...]:
    """Pieces that could come next or finish the word that is being typed, best first; `with_piece` puts one in.

    Only what leads to a cell that can be read is offered, so nothing for a slot that is filled. Empty within a note and
    after something that cannot be read.
    """
    return _found(text, system)[1]


def with_piece(text: str, piece: str, system: UnitSystem = UnitSystem.METRIC) -> str:
    """The text with a piece of `complete(text, system)` in the place of the word that it finishes."""
    kept = _found(text, system)[0].rstrip()
    return f"{kept}{piece}" if not kept or piece.startswith("/") else f"{kept} {piece}"


def _found(text: str, system: UnitSystem) -> tuple[str, tuple[str, ...]]:
    """What stays of the text, and the pieces that may follow it."""
    text = ungrouped(text)
    body = fold(text)
    typed = _squeezed(body)
    starts = tuple(one for one in STARTS if _squeezed(one).startswith(typed) and _squeezed(one) != typed)
    try:
        _, end = read_sets(body)
    except CellError:
        return "", starts
    if end == len(body) and starts:
        return "", starts
    for word in _WORD.finditer(body, end):
        pieces = _finishing(body, end, word.start(), system)
        if pieces:
            return text[: word.start()], pieces
    open_slots = _open_slots(body, end)
    return text, tuple(piece for slot in open_slots for piece in _PIECES[slot][:_AT_ONCE])


def _finishing(body: str, end: int, place: int, system: UnitSystem) -> tuple[str, ...]:
    """The pieces that begin with what is typed from `place` on; empty when there is none, or it is complete."""
    begun = _squeezed(body[place:])
    open_slots = _open_slots(body[:place], end)
    pieces = [piece for slot in open_slots for piece in _PIECES[slot]]
    if "load" in open_slots and _LOAD_BEGUN.fullmatch(body[place:].rstrip()) and float(begun.replace(",", ".")) > 0:
        number = body[place:].rstrip()
        units = [unit_of(Kind.MASS, system), "kg", "lb"]
        pieces = [f"{number}{unit}" for unit in dict.fromkeys(units)]
        if 1 <= float(begun.replace(",", ".")) <= 100:
            pieces.append(f"{number.split('.')[0].split(',')[0]}%")
    found = [piece for piece in pieces if _squeezed(piece).startswith(begun) and _squeezed(piece) != begun]
    return tuple(dict.fromkeys(found))


def _open_slots(body: str, end: int) -> tuple[str, ...]:
    try:
        filled = {piece.slot for piece in read_pieces(body, end)}
    except CellError:
        return ()
    return tuple(slot for slot in _PIECES if slot not in filled)


def _squeezed(text: str) -> str:
    return text.replace(" ", "").casefold().replace("×", "x")
