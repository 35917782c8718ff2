"""The scale of one unit: which stretch of values is shown, and round numbers for its ticks. Pure; draws nothing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from legwork.numerals import number
from legwork.qt.charts.time_axis import Tick

MOST_TICKS = 5

_AIR = 0.08  # of the values' extent, above and below
_LEAST = {"": 0.04, "L": 0.25}  # the narrowest stretch that is fitted: finer is below what a tape tells
_LEAST_ELSE = 1.0
_MOST, _MOST_TONNAGE = 2000.0, 2_000_000.0  # the widest stretch of readings, and of what a week comes to
_LEVEL = 4.0  # so many of these around values that are all equal


def least_of(unit: str) -> float:
    """The narrowest stretch of values of `unit` that is worth a whole axis."""
    return _LEAST.get(unit, _LEAST_ELSE)


@dataclass(frozen=True)
class Scale:
    """One unit's axis: values from `low` to `high`. `fitted` says that it follows what is visible."""

    unit: str
    low: float
    high: float
    fitted: bool = True

    def zoomed(self, factor: float, at: float) -> Scale:
        """`factor` times as wide around `at`; from then on it stays where it is put."""
        most = _MOST if self.high - self.low <= _MOST else _MOST_TONNAGE
        width = min(max((self.high - self.low) * factor, 0.2 * least_of(self.unit)), most)
        share = (at - self.low) / (self.high - self.low)
        return Scale(self.unit, at - width * share, at + width * (1 - share), fitted=False)

    def panned(self, by: float) -> Scale:
        return Scale(self.unit, self.low + by, self.high + by, fitted=False)


def fitted_scale(unit: str, extents: Iterable[tuple[float, float] | None], *, rooted: bool = False) -> Scale | None:
    """The scale that shows all `extents` with air around them; None when there are none.

    Its ends lie on quarter ticks, so that it rests while a pan changes the extent by little. rooted: bars stand on
    zero, which is one end of it unless they go both ways.
    """
    known = [extent for extent in extents if extent is not None]
    if not known:
        return None
    low, high = min(low for low, _ in known), max(high for _, high in known)
    if rooted:
        low, high = min(low, 0.0), max(high, 0.0)
    width = high - low
    if width < 1e-9 and rooted:
        return Scale(unit, 0.0, _LEVEL * least_of(unit))
    if width < 1e-9:
        return Scale(unit, low - _LEVEL / 2 * least_of(unit), high + _LEVEL / 2 * least_of(unit))
    air = max(width * _AIR, (least_of(unit) - width) / 2)
    rest = step_of(width + 2 * air) / 4
    return Scale(unit, 0.0 if rooted and low == 0 else math.floor((low - air) / rest) * rest,
                 0.0 if rooted and high == 0 else math.ceil((high + air) / rest) * rest)  # fmt: skip


def with_one_zero(scales: Sequence[Scale]) -> list[Scale]:
    """Scales of bars, widened so that their zeros lie at one height."""
    shares = [-one.low / (one.high - one.low) for one in scales]
    share = (min(shares) + max(shares)) / 2
    found = []
    for one in scales:
        width = max(-one.low / share if share > 0 else 0.0, one.high / (1 - share) if share < 1 else 0.0)
        found.append(replace(one, low=-share * width, high=(1 - share) * width))
    return found


def step_of(width: float) -> float:
    """The smallest of 1, 2, 5 times a power of ten that cannot put more than MOST_TICKS ticks on `width`."""
    raw = max(width, 1e-9) / (MOST_TICKS - 1)
    power = 10.0 ** math.floor(math.log10(raw))
    return float(next(power * times for times in (1, 2, 5, 10) if power * times >= raw * (1 - 1e-9)))


def value_ticks(scale: Scale, most: int = MOST_TICKS) -> list[Tick]:
    """As many round values as `most` allows, with their texts; one more where fewer than two would be left."""
    power = 10.0 ** math.floor(math.log10(max(scale.high - scale.low, 1e-9) / most))
    finer = step = power
    for step in (power, power * 2, power * 5, power * 10, power * 20, power * 50):
        first, last = math.ceil(scale.low / step - 1e-9), math.floor(scale.high / step + 1e-9)
        if last - first < most:
            break
        finer = step
    if last - first < 1 and finer != step:  # a single value, as 0 with legs and upper body apart, tells no heights
        step = finer
        first, last = math.ceil(scale.low / step - 1e-9), math.floor(scale.high / step + 1e-9)
    counts = [count for count in range(first, last + 1) if last - first <= most or count % 2 == 0]
    digits = max(0, -math.floor(math.log10(step) + 1e-9))
    return [Tick(count * step, number(count * step, digits)) for count in counts]
