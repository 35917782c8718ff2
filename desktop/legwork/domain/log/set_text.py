"""What a person types for a set, both ways: `100x8`, `100x8@2`, `BWx12`, `-20x8`, `L 24x10 / R 24x9`, `w 40x8`, `45s`.

Owns what may be typed, what it means, and the one way in which it is written back. The grammar is in `set_grammar`. It
must not judge (that is `suspects`).

The load comes first, then x, then reps or seconds; `BW` is the body alone, a plus is added to it and a minus is help.
Reps alone mean the load of the set before, which is handed in as a ghost. `w`, `d`, `m` and `f` stand for warm-up,
drop, myo-rep and failure, `L` and `R` for the sides; both sides of one set are parted by a stroke. A warm-up, drop or
myo mark on the left one holds for both. Several sets with one load are typed at once, `60x12+11+10`, as several
readings of a tape are. Efforts, units, spaces and dashes are those of a cell of the plan, but a bare `@8` is reps left
like any other number: a plan asks for efforts, a log notes what was left, and an easy set must not become a hard one
unseen. `suspects.effort_doubt` asks about it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from legwork.domain.exercise import ON_BODY, Counting
from legwork.domain.log.set_grammar import Parts, Work, read_parts
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.plan.cell_grammar import CellError, fold, refuse
from legwork.domain.plan.cells import effort_in, quantity_in
from legwork.domain.plan.loads import number_in
from legwork.domain.plan.prescription import MAX_NOTE, Weight, one_line
from legwork.domain.sites import Kind, Side
from legwork.domain.units import Quantity, UnitSystem, unit_of
from legwork.i18n import tr
from legwork.numerals import localised, short_number

_LETTERS = {LoggedKind.WARM_UP: "w", LoggedKind.DROP: "d", LoggedKind.MYO: "m"}
_SIDES = {Side.LEFT: "L", Side.RIGHT: "R"}
_SHARED = frozenset(_LETTERS)
"""Kinds that hold for both sides when the first one has them."""


def parse_set(
    text: str, system: UnitSystem, ghost: LoggedSet | None = None, counting: Counting | None = None
) -> tuple[LoggedSet, ...]:
    """Read a set, the two of a pair of sides, or several with one load.

    system: the units of a load that comes without one. ghost: the set whose load reps alone take over, None where
    there is none: then the body alone is meant where it counts. counting: how the exercise counts its load; None where
    that is not known, and then every form is taken. Raises CellError, which names the column and says what to type.
    """
    whole = fold(text)
    cut = whole.find(";")
    note = one_line(text[cut + 1 :]) if cut >= 0 else ""
    if cut >= 0 and len(" ".join(text[cut + 1 :].split())) > MAX_NOTE:
        raise CellError(cut + 2, tr("a note can have {most} letters: make it shorter.", most=MAX_NOTE))
    body = whole if cut < 0 else whole[:cut]
    stroke = body.find("/")
    if stroke < 0:
        parts = read_parts(body, 0, len(body))
        made = _made(parts, system, ghost, counting, note)
        return (made, *(replace(made, reps=reps, note="") for reps in parts.further))
    if body.find("/", stroke + 1) >= 0:
        refuse(body.find("/", stroke + 1), tr("a pair has two sides: type it like L 24x10 / R 24x9."))
    first, second = read_parts(body, 0, stroke), read_parts(body, stroke + 1, len(body))
    sides = {first.marks.get("side"), second.marks.get("side")}
    if sides != {"left", "right"}:
        refuse(stroke, tr("one side of a pair is the left and one the right: type it like L 24x10 / R 24x9."))
    one = _made(first, system, ghost, counting, note)
    two = _made(second, system, one, counting, "", one.kind if one.kind in _SHARED else LoggedKind.NORMAL)
    return one, two


def can_pair(one: LoggedSet, two: LoggedSet) -> bool:
    """Whether two sets can be written as one pair: sides that differ, one note at most, and kinds that go together."""
    return (
        {one.side, two.side} == {Side.LEFT, Side.RIGHT}
        and not two.note
        and (one.kind is two.kind or not {one.kind, two.kind} & _SHARED)
    )


def format_sets(sets: Sequence[LoggedSet], system: UnitSystem | None = None, counting: Counting | None = None) -> str:
    """A set, or two that `can_pair`, as it is written; `parse_set` reads the same from it.

    system: units of this one are left out, and the text holds for it alone; None: every load has its unit, so that it
    does not matter whose it is. counting: as in `parse_set`. A load that an import brought with more digits than
    are typed is written to two decimals. Raises ValueError for anything but one set or a pair.
    """
    if len(sets) == 1:
        text, note = _text(sets[0], system, counting), sets[0].note
    elif len(sets) == 2 and can_pair(*sets):
        text, note = " / ".join(_text(one, system, counting) for one in sets), sets[0].note
    else:
        raise ValueError("a text holds one set or a pair of sides")
    return f"{text}; {note}" if note else text


def _made(
    parts: Parts,
    system: UnitSystem,
    ghost: LoggedSet | None,
    counting: Counting | None,
    note: str,
    kind: LoggedKind = LoggedKind.NORMAL,
) -> LoggedSet:
    work = parts.work
    if "kind" in parts.marks:
        kind = LoggedKind(parts.marks["kind"])
    load, assisted = _load(work, system, ghost, counting)
    return LoggedSet(
        kind,
        Side(parts.marks.get("side", "none")),
        work.reps,
        parts.seconds if work.seconds is None else work.seconds,
        load,
        assisted,
        None if parts.effort is None else effort_in(parts.effort, math.inf).rir,
        note,
    )


def _load(
    work: Work, system: UnitSystem, ghost: LoggedSet | None, counting: Counting | None
) -> tuple[Quantity | None, bool]:
    """The load and whether it helps."""
    if work.number is None:
        if work.body:
            return None, False
        if ghost is not None:
            return ghost.load, ghost.assisted
        if work.seconds is None and counting in (None, Counting.BODY_MINUS, *_LOADED):
            refuse(work.start, tr("there is no set before to take the load from: type it too, like 60x8."))
        return None, False
    if (work.sign or work.body) and counting is not None and counting not in ON_BODY:
        refuse(work.start, tr("your own weight is no part of this load: type all that is on it, like 60x8."))
    quantity = quantity_in(work.number, work.unit, work.load_at, system)
    if counting is Counting.BODY_MINUS:
        if work.sign == "+":
            refuse(work.start, tr("here the help is taken off your weight: type it like -20x8."))
        return quantity, True
    return quantity, work.sign == "-"


_LOADED = (Counting.TOTAL, Counting.PER_HAND, Counting.PER_SIDE)


def _text(one: LoggedSet, system: UnitSystem | None, counting: Counting | None) -> str:
    load = _load_text(one, system, counting)
    if one.reps is None and one.seconds is None:
        work = f"{load} {short_number(one.distance_m or 0.0)} m"  # of an import; distances are not typed
    elif one.reps is None:
        work = f"{load} {one.seconds}s" if one.load is None else f"{load} x {one.seconds}s"
    else:
        work = f"{load} x {one.reps}" + ("" if one.seconds is None else f" {one.seconds}s")
    pieces = [
        _LETTERS.get(one.kind, ""),
        _SIDES.get(one.side, ""),
        work,
        "" if one.rir is None else f"@{short_number(one.rir)} RIR",
        "f" if one.kind is LoggedKind.FAILURE else "",
    ]
    return " ".join(piece for piece in pieces if piece)


def _load_text(one: LoggedSet, system: UnitSystem | None, counting: Counting | None) -> str:
    if one.load is None:
        return "BW"
    sign = "-" if one.assisted else "+" if counting in (Counting.BODY_PLUS, Counting.BODY) else ""
    own = system is not None and one.load.unit == unit_of(Kind.MASS, system)
    return f"{sign}{_number(one.load)}{'' if own else one.load.unit}"


def _number(load: Quantity) -> str:
    try:
        return localised(Weight(load).quantity.entered)
    except ValueError:
        return short_number(number_in(load.value, load.unit))
