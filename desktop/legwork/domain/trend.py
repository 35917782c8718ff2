"""The line through a history of readings, smoothed by elapsed time and never by index.

Owns the first, simple trend. It must not know sites, units or how the line is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

HALF_LIFE_DAYS = 21.0
"""Source: SCIENCE section 8."""


def ewma(
    days: Sequence[float] | NDArray[float64],
    values: Sequence[float] | NDArray[float64],
    half_life_days: float = HALF_LIFE_DAYS,
) -> NDArray[float64]:
    """Exponential average of `values` by elapsed time: alpha = 1 - exp(-ln 2 dt / H).

    days: shape (n,), day numbers in ascending order, repeats allowed; values: shape (n,), any unit, no NaN.
    Returns shape (n,) in the unit of `values`; n may be 0. It begins at the first day's mean. The points of
    one day count as their mean and share one result, so measuring twice does not weigh a day twice.
    Raises ValueError when the lengths differ, the days are not in order or the half-life is not positive.
    Source: SCIENCE section 8, the time-aware baseline.
    """
    import numpy as np

    when = [float(day) for day in days]
    what = [float(value) for value in values]
    if len(when) != len(what):
        raise ValueError("days and values differ in length")
    if not half_life_days > 0:
        raise ValueError("the half-life must be positive")
    line: list[float] = []
    level = last_day = 0.0
    start = 0
    while start < len(when):
        day = when[start]
        stop = start + 1
        while stop < len(when) and when[stop] == day:
            stop += 1
        value = what[start] if stop == start + 1 else math.fsum(what[start:stop]) / (stop - start)
        if start == 0:
            level = value
        elif day < last_day:
            raise ValueError("days are not in order")
        else:
            level += (1 - math.exp(-math.log(2) * (day - last_day) / half_life_days)) * (value - level)
        line.extend([level] * (stop - start))
        last_day, start = day, stop
    return np.array(line, dtype=np.float64)
