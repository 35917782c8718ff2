"""Kilograms or pounds, centimetres or inches: what a table of a body that names no units was most likely written in.

Owns what sizes of bodies say about that. It only guesses: the person is asked.
"""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from legwork.domain.sites import Kind
from legwork.formats.load_units import KG, LB
from legwork.formats.training_records import Answers
from legwork.i18n import tr
from legwork.numerals import short_number

CM, IN = "cm", "in"

_PLAIN = re.compile(r"\d{1,4}(?:[.,]\d{1,12})?")
_POUND, _INCH = 0.45359237, 2.54
_USUAL_CM: dict[str, float] = {
    "neck": 38, "shoulders": 118, "chest": 102, "waist": 86, "hips": 99, "flexed_arm": 36, "relaxed_arm": 33,
    "forearm": 29, "wrist": 17, "upper_thigh": 60, "mid_thigh": 56, "lower_thigh": 43, "knee": 38, "calf": 38,
    "ankle": 23,
}  # fmt: skip
"""About what an adult measures (conventions), only to tell centimetres from inches: they lie 2.54 times apart."""

_USUAL_KG = 80.0
"""Half of the grown-ups who lift weigh less (a convention; the guess turns where a number is as odd in both units)."""

_HEIGHTS = (130.0, 215.0)
"""Heights in cm that a weight and its body mass index can come from (a convention)."""


@dataclass(frozen=True)
class SettledUnits:
    """In which units the numbers of a file are that does not say; None: it does, or there are none. why: what the guess
    is made from, whatever was answered."""

    unit: str | None = None
    unit_why: str = ""
    length: str | None = None
    length_why: str = ""

    def of(self, kind: Kind) -> str | None:
        """The unit of one kind of measurement."""
        return {Kind.MASS: self.unit, Kind.GIRTH: self.length}.get(kind)


def settled_units(
    rows: Iterable[Sequence[str]], sites: Mapping[Kind, Mapping[int, str]], answers: Answers
) -> SettledUnits:
    """Settle the units of a file: as the person answered, else as guessed.

    rows: the cells of each. sites: of mass and girths of which the file does not say the unit, the key of the site (""
    for one's own) by the place of its column.
    """
    numbers: dict[Kind, dict[str, list[float]]] = {kind: {} for kind in sites}
    for cells in rows:
        for kind, places in sites.items():
            for at, site in places.items():
                if at < len(cells) and (plain := _PLAIN.fullmatch(cells[at].strip())):
                    numbers[kind].setdefault(site, []).append(float(plain[0].replace(",", ".")))
    found = SettledUnits()
    if masses := numbers.get(Kind.MASS):
        unit, why = guess_weight([one for one in masses.get("body_weight", ()) if one])
        found = replace(found, unit=answers.unit or unit, unit_why=why)
    if girths := numbers.get(Kind.GIRTH):
        unit, why = guess_girth({site: [one for one in values if one] for site, values in girths.items()})
        found = replace(found, length=answers.length or unit, length_why=why)
    return found


def guess_weight(values: Sequence[float]) -> tuple[str, str]:
    """The likelier unit of body weights, and why, as a translated sentence; kilograms when there are none."""
    if not values:
        return KG, ""
    middle = sorted(values)[len(values) // 2]
    shown = short_number(middle)
    if likelier_in_pounds(middle):
        return LB, tr("Pounds are likelier: the weights lie around {weight}, which few people weigh in kilograms.",
                      weight=shown)  # fmt: skip
    return KG, tr("Kilograms are likelier: the weights lie around {weight}, which few grown-ups weigh in pounds.",
                  weight=shown)  # fmt: skip


def likelier_in_pounds(weight: float, lighter: float = 1.0) -> bool:
    """Whether a weight without a unit is rather in pounds. lighter: below 1 where something else speaks for pounds: how
    much less of a number is enough then."""
    return weight > 0 and _odd(weight * _POUND, _USUAL_KG * lighter) < _odd(weight, _USUAL_KG * lighter)


def weight_unit_by_index(pairs: Sequence[tuple[float, float]]) -> str | None:
    """The unit of body weights that stand beside a body mass index: it holds the height, which is a height in one unit
    only. pairs: weight and index. None where they do not tell.

    Source: index = kilograms by the square of the height in metres (Quetelet; WHO Technical Report 894, 2000).
    """
    said: list[str] = []
    for weight, index in pairs:
        if not (weight > 0 and 10 <= index <= 80):
            continue
        low, high = _HEIGHTS
        fits = [unit for unit, factor in ((KG, 1.0), (LB, _POUND))
                if low <= 100 * math.sqrt(weight * factor / index) <= high]  # fmt: skip
        said += fits if len(fits) == 1 else ()
    for unit in (KG, LB):
        if said and said.count(unit) > 0.9 * len(said):
            return unit
    return None


def guess_girth(values: Mapping[str, Sequence[float]]) -> tuple[str, str]:
    """The likelier unit of girths, and why. values: by the key of a built-in site."""
    shown = next((sorted(found)[len(found) // 2] for site, found in values.items() if tells_inches(site) and found), 0)
    if not shown:
        return CM, ""
    if likelier_in_inches(values):
        return IN, tr("Inches are likelier, by girths like {girth}.", girth=short_number(shown))
    return CM, tr("Centimetres are likelier, by girths like {girth}.", girth=short_number(shown))


def tells_inches(site: str) -> bool:
    """Whether it is known what people measure at a site, so that its numbers tell their unit."""
    return site in _USUAL_CM


def likelier_in_inches(values: Mapping[str, Sequence[float]]) -> bool:
    """Whether girths without a unit are rather in inches: all of a table are in the same. values: by the key of a
    built-in site; those of other sites say nothing."""
    apart = [
        math.log(max(statistics.median(found), 0.1) / _USUAL_CM[site])
        for site, found in values.items()
        if site in _USUAL_CM and found
    ]
    return bool(apart) and statistics.median(apart) < -math.log(_INCH) / 2


def _odd(value: float, usual: float) -> float:
    """How far a value lies from the usual one, in times."""
    return abs(math.log(value / usual)) if value > 0 else math.inf
