"""What could be seen by now, and what could not: how large a change so many weeks of readings tell from their error.

Owns the arithmetic of patience and its sentence. Whether something was seen is said by `verdict`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from legwork.domain.normal import SURE
from legwork.domain.verdict import weeks_to_see
from legwork.i18n import ntr, tr


@dataclass(frozen=True)
class Patience:
    """After `weeks` of weekly readings. smallest: the rate a week that could be told from nothing by now; expected: the
    rate that is likely, in the same unit; needed: weeks after which that can be seen, infinite for none."""

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

    expected: the likely rate a week, its sign does not matter. Raises ValueError unless weeks and error are positive.
    Source: SCIENCE section 2: T = (12 (1.96 sigma / g)^2)^(1/3), solved for g.
    """
    if not (weeks > 0 and error > 0):
        raise ValueError("weeks and error are positive")
    return Patience(weeks, SURE * error * math.sqrt(12 / weeks**3), expected, weeks_to_see(expected, error))


def patience_words(found: Patience, unit: str, digits: int = 2) -> str:
    """The same in a sentence or two. unit: of the rates."""
    smallest, expected = (f"{abs(one):.{digits}f}" for one in (found.smallest, found.expected))
    seen = ntr(
        "After {count} week a change of {rate} {unit} a week or more would show.",
        "After {count} weeks a change of {rate} {unit} a week or more would show.",
        math.floor(found.weeks), rate=smallest, unit=unit,
    )  # fmt: skip
    if not math.isfinite(found.needed):
        return seen
    if found.enough:
        likely = tr("About {rate} {unit} a week is to be expected: by now it could be seen.", rate=expected, unit=unit)
    else:
        likely = ntr(
            "About {rate} {unit} a week is to be expected: that takes about {count} more week to be seen.",
            "About {rate} {unit} a week is to be expected: that takes about {count} more weeks to be seen.",
            max(1, math.ceil(found.needed - found.weeks)), rate=expected, unit=unit,
        )  # fmt: skip
    return f"{seen} {likely}"
