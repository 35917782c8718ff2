"""How many hard sets a week hold a muscle: by what it had, where that is known, else by convention.

Owns this one rule, for every page that says it. It must not know how it is worded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legwork.domain.log.sums import maintenance_sets
from legwork.domain.weekly_sets import HOLDS_FROM


@dataclass(frozen=True)
class Holds:
    """sets: hard sets a week, direct and indirect, from which on a muscle is held. own: by the person's own log."""

    sets: float
    own: bool


def holds_of(weekly_sets: Sequence[float] = (), band: tuple[float, float] | None = None) -> Holds:
    """What holds a muscle.

    weekly_sets: its hard sets in consecutive weeks that are over, the newest last; empty where they are not known.
    band: what its plan wants it to have, None for nothing. A third of its best eight weeks of the last year where there
    are as many; else HOLDS_FROM, but never more than its band wants. Source: `sums.maintenance_sets`, HOLDS_FROM.
    """
    own = maintenance_sets(weekly_sets)
    if own is not None:
        return Holds(own, own=True)
    return Holds(HOLDS_FROM if band is None else min(HOLDS_FROM, band[0]), own=False)
