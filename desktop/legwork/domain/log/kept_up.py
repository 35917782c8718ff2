"""For how many weeks something has been trained without a break: before it has been for a few, nothing follows from it.

Owns this count. It must not say what to do after a break (that is `breaks`).
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import TYPE_CHECKING

from legwork.domain.log.breaks import BREAK_DAYS

if TYPE_CHECKING:
    from legwork.domain.log.counting import Counted

ENOUGH_WEEKS = 3
"""With fewer weeks of training, from the first one or since a break, it is too early for proposals (a convention)."""


def weeks_kept_up(days: Collection[int], until: int) -> int:
    """The weeks with training since the last break of BREAK_DAYS, up to a day; 0 when the last day is as long ago.

    days: ordinals of days with training, in any order. until: the ordinal of the day up to which is looked.
    """
    known = sorted({one for one in days if one <= until})
    if not known or until - known[-1] >= BREAK_DAYS:
        return 0
    first = 0
    for place, (before, after) in enumerate(pairwise(known), start=1):
        if after - before >= BREAK_DAYS:
            first = place
    return len({(one - 1) // 7 for one in known[first:]})  # ordinal 1 was a Monday


def training_days(counted: Counted, muscle: str | None = None) -> frozenset[int]:
    """The ordinals of the days with a hard set; muscle: with one that trains it directly."""
    import numpy as np

    columns, shares = counted.columns, counted.lookup.shares
    if not len(columns):
        return frozenset()
    direct = np.array([muscle is None or shares.get(key, {}).get(muscle, 0.0) >= 1 for key in columns.exercises])
    return frozenset(columns.day[(counted.hard > 0) & direct[columns.exercise]].tolist())
