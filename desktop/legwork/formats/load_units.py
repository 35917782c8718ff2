"""Kilograms or pounds: what a log without units was most likely written in.

Owns the patterns that plates, dumbbells and stacks leave in the numbers. It only guesses: the person is asked.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from legwork.i18n import listed, tr
from legwork.numerals import short_number

KG, LB = "kg", "lb"

UNIT_NAMES = {
    "kg": KG, "kgs": KG, "kilogram": KG, "kilograms": KG, "kilogramm": KG, "кг": KG,
    "lb": LB, "lbs": LB, "pound": LB, "pounds": LB, "pfund": LB,
}  # fmt: skip
"""How other programs write the two, in small letters."""

_EVIDENCE = {"quarter": 1.6, "half": 0.9, "high half": 1.3, "even": 0.7, "odd": 0.5, "five": -0.35, "ten": 0.05}
"""What a load speaks for kg, in natural logarithms of odds: quarters come from 1.25 kg plates in pairs of .625 or from
a single 1.25; halves from 1.25 kg on both sides; even numbers from dumbbells in steps of 2 kg. Pounds come in fives."""

_WHOLE_PLATES: dict[float, float] = {
    95: -0.2, 115: -0.3, 135: -0.9, 155: -0.7, 185: -1.0, 205: -0.8, 225: -1.0, 245: -0.8, 275: -1.0, 295: -0.8,
    315: -1.0, 365: -0.8, 405: -1.0, 60: 0.2, 100: 0.2, 140: 0.3, 180: 0.5, 220: 0.3,
}  # fmt: skip
"""A bar of 45 lb with plates of 45, 35, 25 and 10, and one of 20 kg with plates of 20."""

_HEAVY = 320.0
"""A number from here on is more often pounds: few people have a leg press of so many kilograms."""

_TRUST = 0.5
"""Loads of one log are no independent witnesses: the next one is the last one plus a step."""


_HARDLY = 0.6
"""Below it a guess is called one."""

_EXAMPLES = 3


class UnitGuess(NamedTuple):
    """unit: "kg" or "lb". sure: from .5, which is a toss of a coin, to 1."""

    unit: str
    sure: float


def guess_unit(loads: Mapping[float, int]) -> UnitGuess:
    """The likelier unit of a log's loads.

    loads: how many sets have each load; zero and less say nothing. Kilograms when nothing speaks for either.
    Source: plates of 1.25 kg and 2.5 lb are the smallest that gyms have (IMPORTS rule 2); the weights of evidence are
    conventions, tried on logs whose unit is known.
    """
    odds = 0.0
    for load, count in loads.items():
        if load > 0 and math.isfinite(load):
            odds += (_says(load) + _WHOLE_PLATES.get(load, 0.0)) * math.log2(1 + count)
    odds *= _TRUST
    sure = 1 / (1 + math.exp(-min(abs(odds), 40.0)))
    return UnitGuess(LB if odds < 0 else KG, sure)


_ABSURD = 1e9
"""Whatever is written like that is no load (a convention)."""


def guess_words(loads: Mapping[float, int]) -> str:
    """Which unit `guess_unit` takes for the likelier one and why, as a translated sentence; loads: as there."""
    counts = {load: count for load, count in loads.items() if 0 < load < _ABSURD}
    unit, sure = guess_unit(counts)
    if sure < _HARDLY:
        return tr("The loads hardly tell which one it is.")
    fives = {load: count for load, count in counts.items() if load % 5 == 0}
    others = {load: count for load, count in counts.items() if load % 5}
    share = sum(fives.values()) / sum(counts.values())
    if unit == LB and fives:
        return tr(
            "Pounds are likelier: {share} % of the loads, like {loads}, can be divided by 5, as with plates of 2.5 lb.",
            share=round(100 * share), loads=_examples(fives),
        )  # fmt: skip
    if unit == LB:
        return tr("Pounds are likelier, by loads like {loads}.", loads=_examples(others))
    if not others:
        return tr("Kilograms are likelier, by loads like {loads}.", loads=_examples(fives))
    return tr(
        "Kilograms are likelier: {share} % of the loads, like {loads}, cannot be divided by 5; in pounds nearly all "
        "can.",
        share=max(1, round(100 * (1 - share))), loads=_examples(others),
    )  # fmt: skip


def _examples(loads: Mapping[float, int]) -> str:
    """The most frequent ones in words, small ones first."""
    frequent = sorted(loads, key=lambda load: (-loads[load], load))[:_EXAMPLES]
    return listed([short_number(load) for load in sorted(frequent)])


def _says(load: float) -> float:
    heavy = -0.8 if load >= _HEAVY else 0.0
    if load % 10 == 0:
        return heavy + _EVIDENCE["ten"]
    if load % 5 == 0:
        return heavy + _EVIDENCE["five"]
    if load % 2.5 == 0:
        return heavy + _EVIDENCE["high half" if load > 27.5 else "half"]
    if load % 1.25 == 0:
        return heavy + _EVIDENCE["quarter"]
    if load % 1 == 0:
        return heavy + _EVIDENCE["even" if load % 2 == 0 else "odd"]
    return heavy
