"""Numbers as people type them: parsing, exact conversion, and showing them again in the person's own units.

Owns the unit tables and the grammar of typed numbers. It must not judge whether a number suits a body (that
is `plausibility`). SI inside (cm, kg, percent); what was typed and its unit stay beside the value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from legwork import numerals
from legwork.domain.sites import Kind
from legwork.errors import UserError
from legwork.i18n import mark, tr


class UnitSystem(StrEnum):
    """Which units a person thinks in."""

    METRIC = "metric"
    IMPERIAL = "imperial"


@dataclass(frozen=True)
class Quantity:
    """A typed number. value: cm, kg or percent. unit: cm, mm, m, in, ft, kg, g, lb, st or %.

    entered: the number as typed without its unit, spaces tidied. `entered` followed by `unit` parses to the
    same value.
    """

    value: float
    unit: str
    entered: str


_TO_SI: dict[str, tuple[int, int]] = {
    "cm": (1, 1), "mm": (1, 10), "m": (100, 1), "in": (254, 100), "ft": (3048, 100),
    "kg": (1, 1), "g": (1, 1000), "lb": (45359237, 10**8), "st": (14 * 45359237, 10**8), "%": (1, 1),
}  # fmt: skip
"""Exact factors as fractions. Source: international yard and pound agreement, 1959; 14 lb to the stone."""

_LENGTHS = {
    "cm": "cm", "centimetre": "cm", "centimetres": "cm", "centimeter": "cm", "centimeters": "cm",
    "mm": "mm", "millimetre": "mm", "millimetres": "mm", "millimeter": "mm", "millimeters": "mm",
    "m": "m", "metre": "m", "metres": "m", "meter": "m", "meters": "m",
    "in": "in", "inch": "in", "inches": "in", '"': "in", "''": "in",
}  # fmt: skip
_FEET_NAMES = {"ft": "ft", "foot": "ft", "feet": "ft", "'": "ft"}
_MASSES = {
    "kg": "kg", "kgs": "kg", "kilo": "kg", "kilos": "kg", "kilogram": "kg", "kilograms": "kg",
    "g": "g", "gram": "g", "grams": "g", "lb": "lb", "lbs": "lb", "pound": "lb", "pounds": "lb",
    "st": "st", "stone": "st", "stones": "st",
}  # fmt: skip
_PERCENTS = {"%": "%", "percent": "%", "per cent": "%", "pct": "%"}
_NAMES: dict[Kind, dict[str, str]] = {
    Kind.GIRTH: _LENGTHS, Kind.MASS: _MASSES, Kind.PERCENT: _PERCENTS, Kind.LENGTH: _LENGTHS, Kind.SKINFOLD: _LENGTHS,
}  # fmt: skip
_OWN: dict[Kind, tuple[str, str]] = {
    Kind.GIRTH: ("cm", "in"),
    Kind.MASS: ("kg", "lb"),
    Kind.PERCENT: ("%", "%"),
    Kind.LENGTH: ("cm", "in"),
    Kind.SKINFOLD: ("mm", "mm"),
}

_UNREADABLE = {
    Kind.GIRTH: mark("“{text}” is not a length that can be read: type it like 38.2, 15 1/4 or 15.25 in."),
    Kind.MASS: mark("“{text}” is not a weight that can be read: type it like 82.5, 180 lb or 12 st 4 lb."),
    Kind.PERCENT: mark("“{text}” is not a percentage that can be read: type it like 18 or 18.5 %."),
    Kind.LENGTH: mark("“{text}” is not a length that can be read: type it like 48.5, 19 1/4 or 19.25 in."),
    Kind.SKINFOLD: mark("“{text}” is not a skinfold that can be read: type it like 12 or 12.5 mm."),
}
_WRONG_UNIT = {
    Kind.GIRTH: mark("“{text}” ends in a unit that is no length here: use cm, mm, m or in."),
    Kind.MASS: mark("“{text}” ends in a unit that is no weight here: use kg, lb or st."),
    Kind.PERCENT: mark("“{text}” ends in a unit, but body fat is a percentage: use % or type the number alone."),
    Kind.LENGTH: mark("“{text}” ends in a unit that is no length here: use cm, mm, m or in."),
    Kind.SKINFOLD: mark("“{text}” ends in a unit that is no length here: use mm or type the number alone."),
}

_VULGAR = {
    "½": "1/2", "¼": "1/4", "¾": "3/4", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
    "⅓": "1/3", "⅔": "2/3",
}  # fmt: skip
_NUMBER_CHARS = rf"[\d.,/⁄ ‐‑–{''.join(_VULGAR)}-]"
_PARTS = re.compile(rf"({_NUMBER_CHARS}*)(.*)", re.DOTALL)
_DECIMAL = re.compile(r"(\d{1,6})?(?:[.,](\d{1,6}))?")
_MIXED = re.compile(r"(?:(\d{1,6})(?: ?- ?| ))?(\d{1,3}) ?/ ?(\d{1,3})")
_STONE = re.compile(rf"(\d{{1,3}}) ?(?:stones?|st)\.? ?({_NUMBER_CHARS}+?) ?([a-z.]*)", re.IGNORECASE)
_FEET = re.compile(rf"(\d{{1,2}}) ?(?:'|ft|foot|feet)\.? ?({_NUMBER_CHARS}+?) ?([a-z.'\"]*)", re.IGNORECASE)

_LOOKALIKES = str.maketrans(
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | {ord(char): "'" for char in "′’ʹ"}
    | {ord(char): '"' for char in "″”“"}
    | {0x200B: None, 0xFEFF: None}
)

MAX_READINGS = 3
STATURE_LOW, STATURE_HIGH = 100.0, 230.0
"""The heights that are believed, cm (a convention)."""

_Ratio = tuple[int, int]

_UNJOINED = re.compile(r"\d+(?:[.,]\d+)?(?:,? \d+(?:[.,]\d+)?){1,2}")
"""Two or three readings with only spaces between them."""


@dataclass(frozen=True)
class _Read:
    """A number as a ratio of integers, in `unit` (None: none was typed)."""

    ratio: _Ratio
    unit: str | None
    entered: str

    def quantity(self, default_unit: str) -> Quantity:
        unit = self.unit or default_unit
        top, bottom = _TO_SI[unit]
        # Dividing integers rounds once, so 38.2 stays 38.2.
        return Quantity(round(self.ratio[0] * top / (self.ratio[1] * bottom), 6), unit, self.entered)


def parse(text: str, kind: Kind, system: UnitSystem) -> Quantity:
    """Read one typed number: `38.2`, `38,2`, `15 1/4`, `15¼`, `382 mm`, `180 lb`, `12 st 4 lb`, `18%`.

    A comma is a decimal point; thousands may be parted by a space that does not break, as where they are shown. No
    unit means the system's unit for `kind`. Raises UserError on anything else, a negative number or a unit of another
    kind included.
    """
    return _read(_tidy(text), kind).quantity(unit_of(kind, system))


def parse_many(text: str, kind: Kind, system: UnitSystem) -> tuple[Quantity, ...]:
    """Read one to three readings of one spot, joined by `+` or `;`; one separator at the end is overlooked.

    A unit after the last reading serves them all if none of the others has one. Raises UserError like
    `parse`, and when there are more than three.
    """
    pieces = [piece.strip() for piece in _tidy(text).replace(";", "+").split("+")]
    if len(pieces) > 1 and not pieces[-1]:
        pieces.pop()
    if len(pieces) > MAX_READINGS:
        raise UserError(tr("Up to three readings of one spot are kept: leave the best three, joined with +."))
    if len(pieces) == 1 and _UNJOINED.fullmatch(pieces[0]):
        joined = "+".join(one.rstrip(",") for one in pieces[0].split())
        raise UserError(tr("Several readings of one spot are joined with +: type {joined}.", joined=joined))
    reads = [_read(piece, kind) for piece in pieces]
    shared = None if any(read.unit for read in reads[:-1]) else reads[-1].unit
    return tuple(read.quantity(shared or unit_of(kind, system)) for read in reads)


def parse_stature(text: str, system: UnitSystem) -> Quantity:
    """Read a height: `180`, `1.80 m`, `1,80m`, `71 in`, `5'11"`, `5 ft 11`, `5'11.5`; the value is in cm.

    A bare number means cm or inches as the system says; in metric one from 1 to 2.3 means metres.
    Raises UserError when it cannot be read or lies outside 100 to 230 cm (convention).
    """
    tidy = _tidy(text)
    unreadable = UserError(
        tr("“{text}” is not a height that can be read: type it like 180 cm or 5 ft 11 in.", text=_clip(tidy))
    )
    try:
        read = _compound(_FEET, tidy, 12, "in", _LENGTHS) or _simple(tidy, _LENGTHS | _FEET_NAMES)
    except ValueError:
        raise unreadable from None
    bare_metres = read.unit is None and 1 <= read.ratio[0] / read.ratio[1] <= STATURE_HIGH / 100
    default = "m" if system is UnitSystem.METRIC and bare_metres else unit_of(Kind.GIRTH, system)
    quantity = read.quantity(default)
    if not STATURE_LOW <= quantity.value <= STATURE_HIGH:
        raise UserError(
            tr(
                "A height from {low} to {high} can be used here: type it like 180 cm or 5 ft 11 in.",
                low=format_stature(STATURE_LOW, system),
                high=format_stature(STATURE_HIGH, system),
            )
        )
    return quantity


def unit_of(kind: Kind, system: UnitSystem) -> str:
    """The unit in which the system shows `kind`: "cm" or "in", "kg" or "lb", "%"; skinfolds are in "mm" in both."""
    metric, imperial = _OWN[kind]
    return metric if system is UnitSystem.METRIC else imperial


def in_unit(value_si: float, kind: Kind, system: UnitSystem) -> float:
    """Convert cm, kg or percent to the system's unit; also right for differences."""
    top, bottom = _TO_SI[unit_of(kind, system)]
    return value_si * bottom / top


def decimal_text(quantity: Quantity) -> str:
    """What was typed as one decimal number with a point, in its unit: 15 1/4 is 15.25, 12 st 4 lb is 172 (lb).

    Up to six decimals; `parse` reads it back to the same value within the last of them.
    """
    match = _DECIMAL.fullmatch(quantity.entered)
    if match and quantity.entered:
        return f"{match[1] or 0}.{match[2]}" if match[2] else match[1]
    top, bottom = _TO_SI[quantity.unit]
    return f"{quantity.value * bottom / top:.6f}".rstrip("0").rstrip(".")


def format_value(value_si: float, kind: Kind, system: UnitSystem) -> str:
    """The number in the system's unit, without it: one decimal, inches two (convention). Finite only."""
    return numerals.number(in_unit(value_si, kind, system), _places(kind, system))


def readings_text(quantities: Sequence[Quantity], kind: Kind, system: UnitSystem) -> str:
    """Readings of one spot as `parse_many` takes them: "38.2 + 38.4"; units are written where one is not the own."""
    own = unit_of(kind, system)
    if all(quantity.unit == own for quantity in quantities):
        return " + ".join(numerals.localised(quantity.entered) for quantity in quantities)
    return " + ".join(typed_text(quantity) for quantity in quantities)


def typed_text(quantity: Quantity) -> str:
    """What was typed, with its unit and the decimal sign of this place: "38.2 cm"; `parse` reads it back."""
    return f"{numerals.localised(quantity.entered)} {quantity.unit}"


def all_same_typed(some: Sequence[Quantity], others: Sequence[Quantity]) -> bool:
    """The same of readings of one spot."""
    return len(some) == len(others) and all(map(same_typed, some, others))


def same_typed(one: Quantity, other: Quantity) -> bool:
    """Whether two texts that were typed tell the same number in the same unit, with whichever decimal sign."""
    texts = {numerals.localised(each.entered) for each in (one, other)}
    return (one.value, one.unit) == (other.value, other.unit) and len(texts) == 1


def format_change(delta_si: float, kind: Kind, system: UnitSystem) -> str:
    """A difference with its sign, without a unit: "+0.4", "−0.1"; "0.0" when it rounds to nothing."""
    return numerals.number(in_unit(delta_si, kind, system), _places(kind, system), signed=True)


def format_stature(value_cm: float, system: UnitSystem) -> str:
    """A height with its unit: "180 cm", "179.5 cm", "5 ft 11 in"; inches to the half (convention)."""
    if system is UnitSystem.METRIC:
        return tr("{value} cm", value=numerals.short_number(value_cm, 1))
    half_inches = int(value_cm / 2.54 * 2 + 0.5)
    inches = numerals.short_number(half_inches % 24 / 2, 1)
    return tr("{feet} ft {inches} in", feet=half_inches // 24, inches=inches)


def _places(kind: Kind, system: UnitSystem) -> int:
    return 2 if unit_of(kind, system) == "in" else 1


def _tidy(text: str) -> str:
    """One plain space for any white space; full-width forms, primes and curly quotes made plain."""
    return " ".join(numerals.ungrouped(text).translate(_LOOKALIKES).split())


def _clip(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:23]}…"


def _read(text: str, kind: Kind) -> _Read:
    if not text:
        raise UserError(tr("Type a number first."))
    try:
        stones = _compound(_STONE, text, 14, "lb", _MASSES) if kind is Kind.MASS else None
        return stones or _simple(text, _NAMES[kind])
    except _UnknownUnitError:
        raise UserError(tr(_WRONG_UNIT[kind], text=_clip(text))) from None
    except ValueError:
        raise UserError(tr(_UNREADABLE[kind], text=_clip(text))) from None


class _UnknownUnitError(ValueError):
    """The number reads well, its unit does not."""


def _simple(text: str, names: dict[str, str]) -> _Read:
    """A number and perhaps a unit. Raises ValueError (_UnknownUnitError for the unit)."""
    match = _PARTS.fullmatch(text)
    number, unit = (match[1].strip(), match[2]) if match else ("", text)
    ratio = _ratio(number)
    name = unit.lower().rstrip(". ")
    if name in names:
        return _Read(ratio, names[name], number)
    if not unit:
        return _Read(ratio, None, number)
    raise _UnknownUnitError(unit) if name.isalpha() or name == "%" else ValueError(text)


def _compound(pattern: re.Pattern[str], text: str, per: int, minor: str, names: dict[str, str]) -> _Read | None:
    """Stones and pounds or feet and inches, counted in the smaller unit; None when it is not of that form."""
    match = pattern.fullmatch(text)
    if match is None:
        return None
    top, bottom = _ratio(match[2].strip())
    unit = match[3].lower().rstrip(".")
    if top >= per * bottom or (unit and names.get(unit) != minor):
        raise ValueError(text)
    return _Read((int(match[1]) * per * bottom + top, bottom), minor, text[: match.end(2)].strip())


def _ratio(number: str) -> _Ratio:
    """A decimal or a mixed fraction as a ratio of integers. Raises ValueError."""
    if (match := _DECIMAL.fullmatch(number)) and number:
        digits = match[2] or ""
        return int((match[1] or "") + digits), 10 ** len(digits)
    for char, spelled in _VULGAR.items():
        number = number.replace(char, f" {spelled}")
    for char in "‐‑–":
        number = number.replace(char, "-")
    match = _MIXED.fullmatch(" ".join(number.replace("⁄", "/").split()))
    if match is None:
        raise ValueError(number)
    whole, top, bottom = int(match[1] or 0), int(match[2]), int(match[3])
    if top >= bottom:  # 151/4 is rather a lost space than 37.75; this also keeps zero from the denominator
        raise ValueError(number)
    return whole * bottom + top, bottom
