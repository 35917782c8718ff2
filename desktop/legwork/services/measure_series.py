"""What a measure was over time, as it is handed to whoever shows it: readings with a trend, or what each week came to.

Owns these value types. Where they come from is `measures` and `training_measures`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from legwork.domain.measures import Measure
from legwork.domain.sites import with_side
from legwork.domain.trend import Trend
from legwork.domain.verdict import Wording


@dataclass(frozen=True)
class Offer:
    """A measure that can be chosen. label: without the side. missing: what it still needs, or empty.

    title: its name where it stands alone, if another than the label. seldom: there is so little of it that it stands
    last.
    """

    measure: Measure
    label: str
    missing: str = ""
    title: str = ""
    seldom: bool = False

    @property
    def name(self) -> str:
        """Its name where it stands alone."""
        return self.title or self.label


class Part(StrEnum):
    """One of two numbers of a week that belong together."""

    LEGS = "legs"
    UPPER = "upper"
    DIRECT = "direct"
    INDIRECT = "indirect"


@dataclass(frozen=True)
class Guide:
    """Something to hold a week's number against. low, high: in the unit of its series; alike: a line, else a band.

    since: the first day (ordinal) for which it can be said.
    """

    low: float
    high: float
    text: str
    since: int


@dataclass(frozen=True, eq=False)
class Weeks:
    """That a series is of weeks: each of its days is a Monday, each value what the seven days from it came to.

    part: None: the number is one. part_name, label: of it and of the whole measure, translated. running: the Monday of
    the first week that is not over. holds: so many a week should hold what was built, in the unit of the series; None
    where that is not known. whole: what is held against it where that is more than the values themselves, shape as
    days. below: what the other part came to, on which this one stands; shape as days, or nothing. guides: what is
    drawn beside. sizes: of shares, how many each is a share of; said: each in words; shapes as days, or nothing.
    """

    part: Part | None
    part_name: str
    label: str
    running: int
    holds: float | None = None
    guides: tuple[Guide, ...] = ()
    whole: tuple[float, ...] = ()
    below: tuple[float, ...] = ()
    sizes: tuple[int, ...] = ()
    said: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class MeasureSeries:
    """One measure of one side over time, in the person's unit; `unit` is empty for a ratio.

    days: ordinals, ascending, each once. values: shape as days; errors: standard error of each. trend: of these.
    usual_per_week: how fast it moves when it moves. factor: from SI to `unit`. note: what a person should know of it,
    a sentence or nothing. weeks: set where each value is a week's, which has neither error nor trend. rough: days whose
    value tells little.
    """

    measure: Measure
    label: str
    region: str
    unit: str
    wording: Wording
    usual_per_week: float
    days: tuple[int, ...]
    values: tuple[float, ...]
    errors: tuple[float, ...]
    trend: Trend
    factor: float
    note: str = ""
    weeks: Weeks | None = None
    rough: frozenset[int] = frozenset()

    @property
    def key(self) -> str:
        """Names it among all series: the measure with its side or part."""
        if self.weeks is None or self.weeks.part is None:
            return str(self.measure)
        return f"{self.measure}:{self.weeks.part.value}"

    @property
    def name(self) -> str:
        """The label with the side: "Calf, left"."""
        return with_side(self.label, self.measure.side)
