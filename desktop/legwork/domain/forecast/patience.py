"""What could be seen by now, and what could not: how large a change so many weeks of readings tell from their error.

Owns the arithmetic of patience and its sentence. Whether something was seen is said by `verdict`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from legwork.domain.forecast.outlook import LOOK_BACK_DAYS
from legwork.domain.forecast.rates import rate_digits, small_rate
from legwork.domain.normal import SURE
from legwork.domain.verdict import MOST_WEEKS, weeks_to_see
from legwork.i18n import ntr, tr
from legwork.numerals import number

YEAR_WEEKS = LOOK_BACK_DAYS / 7
"""So many weeks of readings are looked back on. Source: LOOK_BACK_DAYS."""


@dataclass(frozen=True)
class Patience:
    """After `weeks` of weekly readings, those of YEAR_WEEKS at most. smallest: the rate a week that could be told from
    nothing by now; expected: the rate that is likely, in the same unit; needed: weeks after which that can be seen,
    infinite for none."""

    weeks: float
    smallest: float
    expected: float
    needed: float

    @property
    def enough(self) -> bool:
        """Whether what is likely could be seen by now."""
        return self.weeks >= self.needed


def patience(weeks: float, error: float, expected: float) -> Patience:
    """What could be seen after `weeks` of weekly readings with this standard error each.

    Of longer ones only the last YEAR_WEEKS count. expected: the likely rate a week, its sign does not matter.
    Raises ValueError unless weeks and error are positive.
    Source: SCIENCE section 2: T = (12 (1.96 sigma / g)^2)^(1/3), solved for g.
    """
    if not (weeks > 0 and error > 0):
        raise ValueError("weeks and error are positive")
    weeks = min(weeks, YEAR_WEEKS)
    return Patience(weeks, SURE * error * math.sqrt(12 / weeks**3), expected, weeks_to_see(expected, error))


def patience_words(found: Patience, unit: str) -> str:
    """The same in a sentence or two. unit: of the rates, empty for a ratio."""
    seen = ntr(
        "After {count} week a change of {rate} a week or more would show.",
        "After {count} weeks a change of {rate} a week or more would show.",
        math.floor(found.weeks), rate=_rate(found.smallest, unit),
    )  # fmt: skip
    if not math.isfinite(found.needed):
        return seen
    return f"{seen} {_expected(found, unit)}"


AHEAD_WEEKS = (4, 8, 12)
"""What will be seen is told for so many weeks."""


def patience_ahead(error: float, expected: float, unit: str) -> str:
    """What will and will not be seen from now on: for each of AHEAD_WEEKS the rate that shows by then.

    error, expected: as for `patience`; unit: as for `patience_words`.
    """
    found = [patience(weeks, error, expected) for weeks in AHEAD_WEEKS]
    rates = [_rate(one.smallest, unit) for one in found]
    first = tr(
        "By the error of your readings a change shows after {first} weeks when it is {one} a week, after {second} when "
        "it is {two}, after {third} when it is {three}.",
        first=AHEAD_WEEKS[0], one=rates[0], second=AHEAD_WEEKS[1], two=rates[1], third=AHEAD_WEEKS[2], three=rates[2],
    )  # fmt: skip
    needed = found[0].needed
    if not math.isfinite(needed):
        return first
    likely = _about(expected, unit)
    if needed > YEAR_WEEKS:
        return f"{first} {_too_little(needed, likely)}"
    after = ntr(
        "{rate} a week is to be expected: that is seen after about {count} week.",
        "{rate} a week is to be expected: that is seen after about {count} weeks.",
        max(1, math.ceil(needed)), rate=likely,
    )  # fmt: skip
    return f"{first} {after}"


def _too_little(needed: float, likely: str) -> str:
    """Of a rate that a year of readings cannot tell."""
    if needed > MOST_WEEKS:
        return tr("{rate} a week is to be expected: too little to be seen for years.", rate=likely)
    return tr("{rate} a week is to be expected: more than a year of readings is needed to see that.", rate=likely)


def _expected(found: Patience, unit: str) -> str:
    likely = _about(found.expected, unit)
    if found.enough:
        return tr("{rate} a week is to be expected: by now it could be seen.", rate=likely)
    if found.needed > YEAR_WEEKS:
        return _too_little(found.needed, likely)
    return ntr(
        "{rate} a week is to be expected: that takes about {count} more week to be seen.",
        "{rate} a week is to be expected: that takes about {count} more weeks to be seen.",
        max(1, math.ceil(found.needed - found.weeks)), rate=likely,
    )  # fmt: skip


def _about(value: float, unit: str) -> str:
    """At the beginning of a sentence."""
    rate = _rate(value, unit)
    return f"{rate[:1].upper()}{rate[1:]}" if small_rate(value, unit) else tr("About {rate}", rate=rate)


def _rate(value: float, unit: str) -> str:
    text = small_rate(value, unit) or number(abs(value), rate_digits(unit))
    return f"{text} {unit}" if unit else text
