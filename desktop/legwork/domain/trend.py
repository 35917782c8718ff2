"""The line through a history of readings: where the true value was, how fast it moves, and how sure that is.

Owns the trend model. A local linear trend in continuous time: the level moves with a slope, the slope wanders and is
drawn back to nothing over some months, and each reading adds the error of the tape. A Kalman filter with a
Rauch-Tung-Striebel smoother gives level, slope and their errors at once, for dates as irregular as life makes them.
It must not know sites, units or how the line is drawn; `verdict` puts it into words.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from legwork.domain.kalman import Node, Path, likelihood, run, step_of
from legwork.domain.normal import Z80

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

    Floats = NDArray[float64]

DAMPING_DAYS = 120.0
"""In this time a slope loses 63 % of its size when nothing new is known (convention: one long training cycle)."""

PACES = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
"""How lively a history may be, as multiples of the slope that is expected; the likeliest is taken."""

FEWEST_FOR_PACE = 6
"""With fewer days nothing can be said about how lively a history is: what is expected counts."""


class Change(NamedTuple):
    """The difference of the level between two days and its standard error, in the unit of the readings."""

    delta: float
    sd: float


@dataclass(frozen=True, eq=False)
class Trend:
    """What is known of the true value on each day that has a reading; shapes (n,), n may be 0.

    days: ascending, each once. level: the smoothed value; level_sd: its standard error. slope, slope_sd: per day.
    error_sd: of the day's reading. aside: days whose reading lies so far off its neighbours that it was not used.
    """

    days: NDArray[float64]
    level: Floats
    level_sd: Floats
    slope: Floats
    slope_sd: Floats
    error_sd: Floats
    aside: NDArray[float64]
    _path: Path
    _pace: float

    def __len__(self) -> int:
        return len(self.days)

    @cached_property
    def low(self) -> Floats:
        """Lower edge of the 80 % band, shape (n,)."""
        return self.level - Z80 * self.level_sd

    @cached_property
    def high(self) -> Floats:
        """Upper edge of the 80 % band, shape (n,)."""
        return self.level + Z80 * self.level_sd

    def change(self, first: int, last: int) -> Change:
        """The change of the level from the day of row `first` to that of row `last`, with its error.

        The errors of both ends are correlated, the more the closer they lie; that is taken into account.
        Raises IndexError for rows that are not there, ValueError when last lies before first.
        """
        if first < 0:
            raise IndexError("rows are counted from the first")
        if last < first:
            raise ValueError("the last row lies before the first")
        delta = float(self.level[last] - self.level[first])
        shared = self._path.shared_variance(first, last)
        variance = float(self.level_sd[first] ** 2 + self.level_sd[last] ** 2) - 2 * shared
        return Change(delta, math.sqrt(max(variance, 0.0)))

    def ahead(self, days: Sequence[float] | NDArray[float64]) -> tuple[Floats, Floats]:
        """Level and its standard error on days after the last reading, in order; the slope fades, the error grows.

        Raises ValueError when there is no reading, or a day lies before the last one.
        """
        import numpy as np

        if not len(self.days):
            raise ValueError("no readings to look ahead from")
        last = self._path.smoothed[-1]
        level, errors = [], []
        for day in days:
            if day < self.days[-1]:
                raise ValueError("this day does not lie ahead")
            state = last.moved(step_of(float(day - self.days[-1]), self._pace, DAMPING_DAYS))
            level.append(state.x)
            errors.append(math.sqrt(state.xx))
        return np.array(level, dtype=np.float64), np.array(errors, dtype=np.float64)


def fit(
    days: Sequence[float] | NDArray[float64],
    values: Sequence[float] | NDArray[float64],
    errors: Sequence[float] | NDArray[float64],
    slope_per_week: float,
    breathe: Callable[[], object] = bool,
) -> Trend:
    """The trend of readings.

    days: shape (n,), day numbers in ascending order, repeats allowed (they are pooled); values: shape (n,), any unit,
    no NaN; errors: shape (n,), standard error of each, above zero. slope_per_week: how fast this usually moves, in
    the unit of the values a week, above zero; a history that is calmer or livelier is recognised from six days on.

    A reading that lies more than GATE standard errors off what is expected is set aside, unless the next one agrees
    with it: then the level has really moved. When readings scatter clearly more than `errors` say, the scatter counts.
    breathe is called between the passes over the readings, a few milliseconds apart for a thousand of them; what it
    raises ends the work. Raises ValueError when lengths differ, days are not in order, or an error or the slope is not
    positive.
    Source: SCIENCE section 8; Harvey 1989, Forecasting, structural time series models and the Kalman filter, ch. 4
    (local linear trend); Rauch, Tung & Striebel 1965, AIAA J 3:1445 (smoother).
    """
    import numpy as np

    nodes = _widened(_pooled(days, values, errors))
    if not 0 < slope_per_week < math.inf:
        raise ValueError("the slope that is expected must be positive")
    pace = _likeliest(nodes, slope_per_week / 7, breathe)
    path = run(nodes, pace, DAMPING_DAYS, breathe)
    breathe()
    states = path.smoothed
    return Trend(
        np.array([node.day for node in nodes], dtype=np.float64),
        np.array([state.x for state in states], dtype=np.float64),
        np.sqrt(np.array([state.xx for state in states], dtype=np.float64)),
        np.array([state.v for state in states], dtype=np.float64),
        np.sqrt(np.array([state.vv for state in states], dtype=np.float64)),
        np.sqrt(np.array([node.variance for node in nodes], dtype=np.float64)),
        np.array([nodes[place].day for place in path.aside], dtype=np.float64),
        path,
        pace,
    )


def _pooled(days: Iterable[float], values: Iterable[float], errors: Iterable[float]) -> list[Node]:
    """One node a day; readings of one day are averaged by their precision."""
    when, what, how = ([float(one) for one in column] for column in (days, values, errors))
    if not len(when) == len(what) == len(how):
        raise ValueError("days, values and errors differ in length")
    nodes: list[Node] = []
    for day, value, error in zip(when, what, how, strict=True):
        if not (error > 0 and math.isfinite(error) and math.isfinite(value) and math.isfinite(day)):
            raise ValueError("a day or value is not finite, or an error not positive")
        if nodes and day < nodes[-1].day:
            raise ValueError("days are not in order")
        if nodes and day == nodes[-1].day:
            before = nodes.pop()
            weight = before.variance / (before.variance + error * error)
            nodes.append(Node(day, before.value + weight * (value - before.value), before.variance * (1 - weight)))
        else:
            nodes.append(Node(day, value, error * error))
    return nodes


FEWEST_FOR_SCATTER = 10
_NEAR_DAYS = 35.0
_MAD_TO_SD = 1.4826


def _widened(nodes: list[Node]) -> list[Node]:
    """The nodes with larger errors where readings scatter clearly more from one to the next than their errors say.

    Each reading is held against the straight line between its neighbours; the median of the squared standardised
    misses tells the scatter, unmoved by outliers. Only a clear excess counts: two standard errors of the estimate.
    Source: Gasser, Sroka & Jennen-Steinmetz 1986, Biometrika 73:625 (pseudo-residuals); the threshold is a convention.
    """
    from statistics import median

    misses = []
    for before, here, after in zip(nodes, nodes[1:], nodes[2:], strict=False):
        if after.day - before.day > 2 * _NEAR_DAYS:
            continue
        share = (here.day - before.day) / (after.day - before.day)
        line = before.value + share * (after.value - before.value)
        variance = here.variance + (1 - share) ** 2 * before.variance + share**2 * after.variance
        misses.append(abs(here.value - line) / math.sqrt(variance))
    if len(misses) < FEWEST_FOR_SCATTER:
        return nodes
    excess = (_MAD_TO_SD * median(misses)) ** 2
    # A median absolute deviation has about 2.7 times the variance of a standard deviation's estimate; neighbours
    # share readings, which costs about as much again.
    if excess <= 1 + 2 * math.sqrt(2 * 2.7 * 2 / len(misses)):
        return nodes
    return [Node(node.day, node.value, node.variance * excess) for node in nodes]


def _likeliest(nodes: list[Node], expected: float, breathe: Callable[[], object]) -> float:
    """The slope's standard deviation per day under which these readings are likeliest, PACES times `expected`."""
    if len(nodes) < FEWEST_FOR_PACE:
        return expected
    scores: dict[float, float] = {}
    for pace in PACES:
        if pace > 4 and max(scores, key=lambda one: scores[one]) * 2 < pace:
            break  # the likeliest was passed already
        breathe()
        # Equal odds for twice and for half of what is expected, less for what lies farther off (convention).
        scores[pace] = likelihood(nodes, expected * pace, DAMPING_DAYS) - 0.5 * (math.log2(pace) / 1.5) ** 2
    return expected * max(scores, key=lambda one: scores[one])
