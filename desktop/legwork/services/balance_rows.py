"""The rows of the balance view, ready to be painted, printed or read out: numbers in the person's unit, with words.

Owns these shapes only. Where the numbers come from is `balance`, and how they are worded `balance_words`.
"""

from __future__ import annotations

from dataclasses import dataclass

from legwork.domain.sides import SideCall
from legwork.domain.sites import Spot


@dataclass(frozen=True)
class GapRow:
    """One leg girth among people of the same build. Girths in `unit`, "cm" or "in".

    low, middle, high: the girth that 10, 50 and 90 of 100 such people stay below. target: the chosen one.
    own, own_low, own_high: the person's own with its 80 % interval from the tape; None when it is not measured.
    standing: "12 of 100", how many have a smaller one, and `standing_range` "8 to 17"; empty without an own girth.
    gap: "4.5 cm to go" and the like,
    and `gap_range` "3.6 to 5.4", what the tape leaves open of it; empty where it leaves open whether there is any.
    spoken: the whole row as a sentence.
    """

    site: str
    name: str
    unit: str
    low: float
    middle: float
    high: float
    target: float
    own: float | None
    own_low: float | None
    own_high: float | None
    standing: str
    standing_range: str
    gap: str
    gap_range: str
    spoken: str


@dataclass(frozen=True)
class SideRow:
    """Left against right at one site. difference (left less right) and mdc, the least that is more than noise: `unit`.

    size_text, mdc_text: their amounts, with as many digits as it takes to tell them apart.

    words: what it is. spoken: the whole row as a sentence.
    """

    site: str
    name: str
    unit: str
    difference: float
    mdc: float
    size_text: str
    mdc_text: str
    call: SideCall
    words: str
    spoken: str


@dataclass(frozen=True)
class ZoneMark:
    """A zone of the body map. place: how many of 100 people have a smaller one, 0 to 100. legs: a leg, not upper body.

    text: the place as it is written beside the zone.
    """

    spot: Spot
    place: float
    legs: bool
    text: str
