"""The syntax of a cell, both ways: `3x8-12 @2 RIR`, `4x6 80%`, `5,3,1+ 85%`, `3x10/side BW+10kg t3110 r120; slow`.

Owns what may be typed, what it means, and the one way in which it is written back. The grammar itself is in
`cell_grammar`. It must not suggest (that is `completion`) nor judge whether a prescription is wise (that is `checks`).

The sets come first, everything else in any order; spaces, capitals and × for x do not matter, a comma in a load is a
decimal point. A bare load is in the person's own unit. A bare effort is RPE from 5 on and reps in reserve below. A plus
that touches a load without BW is refused: it could mean as many reps as possible, or body weight and more.
"""

from __future__ import annotations

import re

from legwork import numerals
from legwork.domain.plan import prescription as limits
from legwork.domain.plan.cell_grammar import CellError, Piece, fold, read_pieces, read_sets, refuse
from legwork.domain.plan.prescription import (
    BodyWeight,
    Effort,
    Load,
    OfMax,
    Prescription,
    SetKind,
    Target,
    Tempo,
    Weight,
    all_equal,
    one_line,
    plain,
)
from legwork.domain.sites import Kind
from legwork.domain.units import Quantity, UnitSystem, parse, unit_of
from legwork.errors import UserError
from legwork.i18n import tr

RPE_FROM = 5.0
"""A bare `@8` is RPE from this on, reps in reserve below: nobody plans by RPE 4 (a convention)."""


def parse_cell(text: str, system: UnitSystem) -> Prescription:
    """Read a cell. system: the units of a load that comes without one.

    Raises CellError, which names the column, for anything that cannot be read, contradicts itself or is out of limits.
    """
    whole = fold(text)
    cut = whole.find(";")
    note = one_line(text[cut + 1 :]) if cut >= 0 else ""
    if cut >= 0 and len(" ".join(text[cut + 1 :].split())) > limits.MAX_NOTE:
        raise CellError(cut + 2, tr("a note can have {most} letters: make it shorter.", most=limits.MAX_NOTE))
    body = whole if cut < 0 else whole[:cut]
    targets, end = read_sets(body)
    found = {piece.slot: piece for piece in read_pieces(body, end)}
    kind = SetKind(found["kind"].name) if "kind" in found else SetKind.NORMAL
    return Prescription(
        targets,
        _load(found["load"], system) if "load" in found else None,
        effort_in(found["effort"]) if "effort" in found else None,
        _tempo(found["tempo"]) if "tempo" in found else None,
        _rest(found["rest"]) if "rest" in found else None,
        "side" in found,
        kind,
        "ramp" in found,
        note,
    )


def _load(piece: Piece, system: UnitSystem) -> Load:
    match = piece.match
    if piece.name == "percent":
        percent = _number(match[1])
        if not limits.LEAST_PERCENT <= percent <= limits.MOST_PERCENT or round(percent, 1) != percent:
            refuse(piece.start, tr("a load of 1 to 120 % of the maximum is possible: type it like 80% or 82.5%."))
        return OfMax(percent)
    if piece.name == "weight":
        return Weight(quantity_in(match[1], match[2], piece.start, system))
    if match[2] is None:
        return BodyWeight()
    return BodyWeight(quantity_in(match[2], match[3], match.start(2), system), match[1] == "-")


def quantity_in(number: str, unit: str | None, place: int, system: UnitSystem) -> Quantity:
    """A load as it was typed, its unit the person's own when None. place: of the number, from 0. Raises CellError."""
    own = unit.lower() if unit else unit_of(Kind.MASS, system)
    try:
        quantity = parse(f"{number} {own}", Kind.MASS, system)
        Weight(quantity)
    except (ValueError, UserError):
        refuse(
            place,
            tr(
                "a load above zero and up to {most} kg is possible: type it like 60kg.",
                most=numerals.short_number(limits.MAX_LOAD_KG),
            ),
        )
    return quantity


def effort_in(piece: Piece, rpe_from: float = RPE_FROM) -> Effort:
    """The effort of a piece that the grammar took for one. rpe_from: a bare number is RPE from here on. Raises
    CellError."""
    match = piece.match
    before, number, after = match[1], _number(match[2]), match[3]
    if before and after:
        refuse(piece.start, tr("type the effort like @2 RIR or @8 RPE."))
    word = (before or after or ("rpe" if number >= rpe_from else "rir")).lower()
    as_rpe = word == "rpe"
    try:
        return Effort(10 - number if as_rpe else number, as_rpe)
    except ValueError:
        refuse(piece.start, tr("an effort of 0 to 9 RIR or 1 to 10 RPE in halves is possible: type it like @2 RIR."))


def _tempo(piece: Piece) -> Tempo:
    lower, below, lift, above = (one for one in piece.match.groups() if one is not None)
    try:
        return Tempo(int(lower), int(below), None if lift in "xX" else int(lift), int(above))
    except ValueError:
        refuse(piece.start, tr("a tempo has four numbers of 0 to 30 seconds: type it like t3110."))


def _rest(piece: Piece) -> int:
    number, colon, minutes = piece.match.groups()
    seconds = int(number) * (60 if colon or minutes else 1) + int(colon or 0)
    if seconds > limits.MAX_SECONDS or int(colon or 0) > 59:
        refuse(piece.start, tr("a rest of up to an hour is possible: type its seconds like r120, or r2:30."))
    return seconds


_DECIMAL = re.compile(r"(?<=\d)[.,](?=\d+(?:kg|lb|%| R))")


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def format_cell(prescription: Prescription) -> str:
    """The cell as it is written: `parse_cell` reads the same prescription from it, whatever the person's units."""
    targets = prescription.targets
    if all_equal(targets):
        head = f"{len(targets)}x{_target_text(targets[0])}"
    else:
        head = ",".join(_target_text(one) for one in targets)
    pieces = [
        f"{head}/side" if prescription.per_side else head,
        load_text(prescription.load),
        effort_text(prescription.effort),
        "" if prescription.kind is SetKind.NORMAL else prescription.kind.value,
        "ramp" if prescription.ramp else "",
        _tempo_text(prescription.tempo),
        "" if prescription.rest_s is None else f"r{prescription.rest_s}",
    ]
    text = " ".join(piece for piece in pieces if piece)
    return f"{text}; {prescription.note}" if prescription.note else text


def shown_cell(prescription: Prescription) -> str:
    """The same as a person reads and types it, with the decimal sign of their place."""
    text, gap, note = format_cell(prescription).partition("; ")
    return f"{with_sign(text)}{gap}{note}"


def with_sign(text: str) -> str:
    """The loads, percentages and efforts of a cell or a rule with the decimal sign of this place; commas between sets
    stay."""
    return _DECIMAL.sub(numerals.decimal_sign(), text)


def load_text(load: Load | None) -> str:
    """A load as a cell writes it: "60kg", "80%", "BW", "BW-20kg"; "" for none."""
    match load:
        case Weight(quantity):
            return f"{quantity.entered}{quantity.unit}"
        case OfMax(percent):
            return f"{plain(percent)}%"
        case BodyWeight(None):
            return "BW"
        case BodyWeight(Quantity() as added, assisted):
            return f"BW{'-' if assisted else '+'}{added.entered}{added.unit}"
    return ""


def effort_text(effort: Effort | None) -> str:
    """An effort as a cell writes it: "@2 RIR", "@8.5 RPE"; "" for none."""
    if effort is None:
        return ""
    return f"@{plain(effort.rpe)} RPE" if effort.as_rpe else f"@{plain(effort.rir)} RIR"


def _target_text(target: Target) -> str:
    if target.more and target.low == 0:
        return "AMRAP"
    unit = "s" if target.seconds else ""
    more = "+" if target.more else ""
    if target.low == target.high:
        return f"{target.low}{unit}{more}"
    return f"{target.low}-{target.high}{unit}"


def _tempo_text(tempo: Tempo | None) -> str:
    if tempo is None:
        return ""
    parts = [tempo.lower, tempo.below, "X" if tempo.lift is None else tempo.lift, tempo.above]
    short = all(one == "X" or int(one) < 10 for one in parts)
    return "t" + ("" if short else "-").join(str(one) for one in parts)
