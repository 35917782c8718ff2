"""What may become of a measure, as a chart draws it: a line into the time ahead, with the stretch around it.

Owns the value type `Prospect` and what can be asked of it, in days and display units. It knows nothing of Qt.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Prospect:
    """One of several ways it may go on. days: ordinals, ascending; level, low, high: shape as days; of one expected
    value with the stretch that holds 80 of 100 cases.

    name: translated, at the line's end. dash: lengths of dash and pause in unscaled pixels; empty: a whole line.
    chosen: it is the one that is looked at: only then low and high are drawn. early, late: between these days
    (ordinals) the goal is most likely reached; None: not to be said.
    """

    name: str
    days: Days
    level: Floats
    low: Floats
    high: Floats
    dash: tuple[float, float] | None = None
    chosen: bool = False
    early: int | None = None
    late: int | None = None

    @cached_property
    def ordinals(self) -> list[int]:
        """The days as a list, to be searched."""
        found: list[int] = self.days.tolist()
        return found

    def at(self, day: float) -> tuple[float, float, float] | None:
        """(expected, low, high) on a day; None where nothing is said of it."""
        if not len(self.days) or not self.days[0] <= day <= self.days[-1]:
            return None
        level, low, high = (float(np.interp(day, self.days, edge)) for edge in (self.level, self.low, self.high))
        return level, low, high

    def within(self, start: float, end: float) -> tuple[int, int]:
        """The run [from, to) of rows that start..end needs: one more at each end."""
        return max(bisect_right(self.ordinals, start) - 1, 0), bisect_left(self.ordinals, end) + 1

    def end_in(self, start: float, end: float) -> tuple[float, float] | None:
        """Where it leaves the window: (day, height); None when the window shows none of it."""
        if not len(self.days) or end < self.days[0] or start > self.days[-1]:
            return None
        day = min(end, float(self.days[-1]))
        return day, float(np.interp(day, self.days, self.level))

    def heights(self, start: float, end: float) -> list[float]:
        """Lowest and highest of what start..end shows of it; nothing when it shows none."""
        ends = [one for one in (self.at(start), self.at(end)) if one is not None]
        first, stop = bisect_left(self.ordinals, start), bisect_right(self.ordinals, end)
        low, high = (self.low, self.high) if self.chosen else (self.level, self.level)
        seen = [height for one in ends for height in (one[1:] if self.chosen else one[:1])]
        if stop > first:
            seen += [float(low[first:stop].min()), float(high[first:stop].max())]
        return seen


def looked_at(several: Iterable[Prospect]) -> Prospect | None:
    """The one that is chosen."""
    return next((one for one in several if one.chosen), None)
