"""Does a number suit a body? Refuses what no body has, and asks about what no body does in so short a time.

Owns the limits and the guesses at what was meant. It must not parse (that is `units`) nor call a change
progress or noise (that is `tape`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from legwork.domain.sites import Kind, Site
from legwork.domain.units import Quantity, UnitSystem, format_change, format_value, parse, typed_text, unit_of
from legwork.errors import UserError
from legwork.i18n import mark, ntr, tr
from legwork.numerals import decimal_sign

_OTHER_UNITS: dict[str, tuple[str, ...]] = {
    "cm": ("in",), "in": ("cm",), "mm": ("cm", "in"), "m": ("cm", "in"),
    "kg": ("lb", "st"), "lb": ("kg", "st"), "g": ("kg", "lb"), "st": ("kg", "lb"),
}  # fmt: skip
_BODY_JUMPS = mark("{site} {change} {unit} within {span} is more than a body usually changes: please check.")
_HEIGHT_JUMPS = mark("{site} {change} {unit} within {span}: bones do not change so fast, check where the tape ended.")
_PLAIN_DECIMAL = re.compile(r"(\d+)(?:([.,])(\d+))?")


@dataclass(frozen=True)
class Correction:
    """What may have been meant. quantity: as it should have been typed. label: for a button, with unit."""

    quantity: Quantity
    label: str


@dataclass(frozen=True)
class Question:
    """A sentence to put to the person, and what they may have meant, likeliest first; possibly nothing."""

    sentence: str
    corrections: tuple[Correction, ...]


def require_human(site: Site, quantity: Quantity, system: UnitSystem) -> None:
    """Raise UserError when the value lies outside `site.low`..`site.high`; both ends are allowed, NaN is not.

    The sentence names the range in the person's units, and the likely slip: another unit or a lost decimal
    point.
    Source: the ranges of the site catalogue (convention).
    """
    if _fits(site, quantity):
        return
    own = unit_of(site.kind, system)
    span = {
        "site": _name(site),
        "low": _short(site.low, site.kind, system),
        "high": _short(site.high, site.kind, system),
        "unit": own,
    }
    meant = _likeliest(site, quantity)
    if meant is None:
        raise UserError(tr("{site} should be between {low} and {high} {unit}: check the number and its unit.", **span))
    typed = typed_text(meant)
    if meant.unit in (own, quantity.unit):
        raise UserError(
            tr(
                "{site} should be between {low} and {high} {unit}: type {typed} if that is what you meant.",
                typed=typed,
                **span,
            )
        )
    raise UserError(
        tr(
            "{site} should be between {low} and {high} {unit}; {typed} would be {value} {unit}: "
            "type {typed} if that is what you meant.",
            typed=typed,
            value=format_value(meant.value, site.kind, system),
            **span,
        )
    )


def allowed_jump(kind: Kind, last_value: float, days_since: float) -> float:
    """How far a body gets from `last_value` (cm, kg or percent) in so many days, in the same unit.

    Source: convention: girth and mass 6 % and 1 % more for each week elapsed, at most 25 %; body fat 4 points
    and half a point more for each week, at most 15. A height 4 %, which is more than its error, and 0.1 % more for
    each week, what the young grow, at most 15 %, but always 1 cm. A skinfold 30 % and 2 % more for each week, at
    most its whole, but always 2 mm.
    """
    weeks = abs(days_since) / 7
    if kind is Kind.PERCENT:
        return min(4 + 0.5 * weeks, 15.0)
    if kind is Kind.LENGTH:
        return max(1.0, min(0.04 + 0.001 * weeks, 0.15) * last_value)
    if kind is Kind.SKINFOLD:
        return max(0.2, min(0.3 + 0.02 * weeks, 1.0) * last_value)
    return min(0.06 + 0.01 * weeks, 0.25) * last_value


def question_jump(
    site: Site, quantity: Quantity, last_value: float, days_since: int, system: UnitSystem
) -> Question | None:
    """Ask when the value is farther from the last median than a body gets in that time; None when it is not.

    last_value: cm, kg or percent. days_since: days between both readings. The corrections land within the
    allowed jump and the site's range: another unit first, then a slipped decimal point, then digits in the
    wrong order.
    Source: `allowed_jump` (convention).
    """
    allowed = allowed_jump(site.kind, last_value, days_since)
    if abs(quantity.value - last_value) <= allowed + 1e-9:
        return None
    turned = sorted(_turned_digits(quantity, site.kind), key=lambda slip: abs(slip.value - last_value))
    slips = [*_unit_slips(quantity, site.kind), *_point_slips(quantity, site.kind, (-1, 1)), *turned]
    corrections: dict[float, Correction] = {}
    for slip in slips:
        if abs(slip.value - last_value) <= allowed and _fits(site, slip):
            corrections.setdefault(slip.value, Correction(slip, _label(slip, site.kind, system)))
    return Question(
        _jump_sentence(site, quantity.value - last_value, abs(days_since), system),
        tuple(corrections.values()),
    )


def _jump_sentence(site: Site, delta: float, days: int, system: UnitSystem) -> str:
    if days < 14:
        span = ntr("{count} day", "{count} days", days)
    else:
        span = ntr("{count} week", "{count} weeks", days // 7)
    sentence = _HEIGHT_JUMPS if site.kind is Kind.LENGTH else _BODY_JUMPS
    return tr(
        sentence,
        site=_name(site),
        change=format_change(delta, site.kind, system),
        unit=tr("points") if site.kind is Kind.PERCENT else unit_of(site.kind, system),
        span=span,
    )


def _name(site: Site) -> str:
    return site.name if site.custom else tr(site.name)


def _fits(site: Site, quantity: Quantity) -> bool:
    return site.low <= quantity.value <= site.high


def _likeliest(site: Site, quantity: Quantity) -> Quantity | None:
    """The slip that brings the value nearest to the middle of the site's range, on a log scale.

    The other unit is the commoner slip: a decimal point must come nearer by a factor of 1.6 (convention), so
    that 820 kg is rather 82.0 kg than 820 lb, and 450 kg rather 450 lb than 45.0 kg.
    """
    middle = math.sqrt(site.low * site.high)
    slips = [(0.0, slip) for slip in _unit_slips(quantity, site.kind)]
    slips += [(math.log(1.6), slip) for slip in _point_slips(quantity, site.kind, (-1, 1, -2, 2))]
    fitting = [(rarity, slip) for rarity, slip in slips if _fits(site, slip)]
    return min(fitting, key=lambda one: one[0] + abs(math.log(one[1].value / middle)), default=(0.0, None))[1]


def _short(value: float, kind: Kind, system: UnitSystem) -> str:
    return format_value(value, kind, system).removesuffix(f"{decimal_sign()}0")


def _label(quantity: Quantity, kind: Kind, system: UnitSystem) -> str:
    own = unit_of(kind, system)
    typed = typed_text(quantity)
    return typed if quantity.unit == own else f"{typed} ({format_value(quantity.value, kind, system)} {own})"


def _reread(entered: str, unit: str, kind: Kind) -> Iterator[Quantity]:
    """The quantity that this text stands for; nothing when it does not stand for one."""
    try:
        yield parse(f"{entered} {unit}", kind, UnitSystem.METRIC)
    except UserError:
        return


def _unit_slips(quantity: Quantity, kind: Kind) -> Iterator[Quantity]:
    for unit in _OTHER_UNITS.get(quantity.unit, ()):
        yield from _reread(quantity.entered, unit, kind)


def _point_slips(quantity: Quantity, kind: Kind, places: tuple[int, ...]) -> Iterator[Quantity]:
    """The decimal point moved by so many places to the right (negative: to the left)."""
    match = _PLAIN_DECIMAL.fullmatch(quantity.entered)
    if match is None:
        return
    digits = match[1] + (match[3] or "")
    for by in places:
        point = len(match[1]) + by
        padded = digits.rjust(len(digits) - point + 1, "0") if point < 1 else digits.ljust(point, "0")
        cut = max(point, 1)
        whole, rest = padded[:cut].lstrip("0") or "0", padded[cut:].rstrip("0")
        entered = f"{whole}{match[2] or '.'}{rest}" if rest else whole
        yield from _reread(entered, quantity.unit, kind)


def _turned_digits(quantity: Quantity, kind: Kind) -> Iterator[Quantity]:
    """Each pair of neighbouring digits changed round; the decimal point stays where it is."""
    if _PLAIN_DECIMAL.fullmatch(quantity.entered) is None:
        return
    places = [place for place, char in enumerate(quantity.entered) if char.isdecimal()]
    for left, right in pairwise(places):
        chars = list(quantity.entered)
        chars[left], chars[right] = chars[right], chars[left]
        if chars[0] != "0":
            yield from _reread("".join(chars), quantity.unit, kind)
