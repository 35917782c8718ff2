"""How a rate is written: to how many digits in which unit, and what is said of one that is too small for them.

Owns these two rules, for every rate that is told, of a week or a month. Signs and units are written by others.
"""

from __future__ import annotations

from legwork.i18n import tr
from legwork.numerals import number

_FINE = {"": 3, "L": 3, "in": 3}
"""Digits where two are too few: ratios, litres and inches (conventions)."""


def rate_digits(unit: str) -> int:
    """Digits behind the point of a rate. unit: of what changes, empty for a ratio."""
    return _FINE.get(unit, 2)


def small_rate(value: float, unit: str) -> str:
    """What is said of a rate that its digits would write as nothing, without its unit: "less than 0.01"; empty for a
    larger one. Of its size: the sign of what cannot be read off is told to nobody."""
    digits = rate_digits(unit)
    if round(abs(value), digits) != 0:
        return ""
    return tr("less than {rate}", rate=number(10.0**-digits, digits))
