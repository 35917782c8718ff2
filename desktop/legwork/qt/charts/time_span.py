"""Which stretch of time a chart shows: ranges, zoom, pan and their limits, in days.

Pure arithmetic; owns no widget. Days are proleptic ordinals (`date.toordinal`), so there is no time zone anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

SHORTEST = 7.0
"""No window is shorter, days."""

BEYOND = 365.0
"""How far a window may reach before the first and after the last reading, days."""

RECENT = 31
"""A range counts back from today while the last reading is not older than this, days (convention)."""

EDGE = 0.015
"""Air at each end of a window, as a share of its length, so that a marker on its edge is not cut in half."""

_LONELY = 30.0  # on each side of a single reading
_SHORT_HISTORY = 28.0


@dataclass(frozen=True)
class TimeSpan:
    """A window from `start` to `end`, days."""

    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start

    def zoomed(self, factor: float, at: float) -> TimeSpan:
        """`factor` times as long, with the day `at` kept where it is."""
        return TimeSpan(at - (at - self.start) * factor, at + (self.end - at) * factor)

    def panned(self, days: float) -> TimeSpan:
        return TimeSpan(self.start + days, self.end + days)

    def within(self, first: float, last: float) -> TimeSpan:
        """The nearest window that makes sense for readings from `first` to `last`."""
        longest = last - first + 2 * BEYOND
        length = min(max(self.length, SHORTEST), longest)
        middle = (self.start + self.end) / 2
        start = min(max(middle - length / 2, first - BEYOND), last + BEYOND - length)
        return TimeSpan(start, start + length)

    def reaching(self, day: float) -> TimeSpan:
        """Moved as little as needed to show `day` with a tenth of air beside it."""
        air = self.length / 10
        if day < self.start + air:
            return self.panned(day - air - self.start)
        if day > self.end - air:
            return self.panned(day + air - self.end)
        return self


def span_of_range(first: float, last: float, days: int | None, today: float) -> TimeSpan:
    """The window of a range button: the last `days`, or everything (None), for readings from `first` to `last`.

    Counts back from today while the last reading is recent, else from the last reading. A history shorter than the
    range is shown whole, without empty years before it.
    """
    if first == last:
        return TimeSpan(first - _LONELY, last + _LONELY)
    end = today if days is not None and 0 <= today - last <= min(RECENT, days / 3) else last
    start = first if days is None else max(first, end - days)
    missing = max(0.0, _SHORT_HISTORY - (end - start)) / 2
    edge = max((end - start) * EDGE, 0.5) + missing
    return TimeSpan(start - edge, end + edge)
