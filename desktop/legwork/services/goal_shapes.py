"""What is told of a goal and of a measure's future, as it is handed to whoever shows it.

Owns these value types. How they come about is `goal_outlook`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from legwork.domain.measures import Measure
from legwork.i18n import mark

if TYPE_CHECKING:
    from legwork.domain.forecast.outlook import Outlook
    from legwork.domain.forecast.reach import GoalOutlook, Reach, Wish
    from legwork.services.goals import Goal
    from legwork.services.measure_series import MeasureSeries


class Scenario(StrEnum):
    """How training may go on."""

    AS_NOW = "as_now"
    PLAN = "plan"
    HALF = "half"


SCENARIOS = {
    Scenario.AS_NOW: mark("As now"),
    Scenario.PLAN: mark("The plan as written"),
    Scenario.HALF: mark("Half of the plan"),
}
"""For people, marked for translation."""


@dataclass(frozen=True)
class Fan:
    """Where a measure may be: what is expected and the 80 % band, in the unit of its series.

    days: ordinals, weekly near and wider later, from the last reading on. mean, low, high: shape as days.
    """

    days: tuple[int, ...] = ()
    mean: tuple[float, ...] = ()
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()


@dataclass(frozen=True, eq=False)
class ScenarioOutlook:
    """One way to go on. sets: hard sets a week that it means for a muscle below the tape, None where not known.

    effect: of these sets. judged: None without a goal, or where its day has gone by. when: when the goal is reached, in
    words; empty without a goal. reach: the same in days. outlook: what the fan is drawn from. fan: empty in the site of
    a GoalView, whose own scenarios have theirs.
    """

    scenario: Scenario
    label: str
    sets: float | None
    effect: float
    judged: GoalOutlook | None
    when: str
    fan: Fan
    reach: Reach | None
    outlook: Outlook


@dataclass(frozen=True, eq=False)
class SiteOutlook:
    """A measure's future without a goal, in the unit of its series.

    name: with its side; label: without. missing: why nothing is told, or empty; then all numbers are None and there is
    no scenario. now, now_error: the trend's newest level and its standard error; last: the day of the newest reading.
    per_week: what is likely in a week of the coming quarter, going on as now. sets: hard sets a week now, for each
    muscle below the tape. basis: what all of it rests on, a sentence each. error: of a reading; readings_per_week: how
    often. other: the other side of a pair. floor: of body weight, below which no step is drawn, infinite where none is;
    floor_words: why.
    """

    measure: Measure
    name: str
    unit: str
    region: str
    today: date
    label: str
    now: float | None = None
    now_error: float | None = None
    last: int | None = None
    per_week: float | None = None
    sets: float | None = None
    scenarios: tuple[ScenarioOutlook, ...] = ()
    basis: tuple[str, ...] = ()
    series: MeasureSeries | None = None
    missing: str = ""
    error: float | None = None
    readings_per_week: float = 1.0
    other: SiteOutlook | None = None
    floor: float | None = None
    floor_words: str = ""

    def allows(self, value: float, *, rising: bool) -> bool:
        """Whether steps may be drawn to a value: not down to a body weight below its floor."""
        return rising or self.floor is None or value >= self.floor

    def scenario(self, which: Scenario) -> ScenarioOutlook | None:
        """That way to go on, if it is told."""
        return next((one for one in self.scenarios if one.scenario is which), None)


@dataclass(frozen=True, eq=False)
class GoalView:
    """A goal looked at, in the unit of its series. measure: that of the side which is farther from it.

    value: the goal. start, start_day: where it began, when the goal was set. progress: share of the way, 0 to 1.
    needed, likely: change a month until its day. wish: how it stands; None where nothing is told, or its day is over.
    head: that in a sentence. sentences: what else there is to say. realistic: what is as likely as not by its day, with
    its text; later: a day by which its value is as likely as not. scenarios: as now, the plan, half of it. patience:
    what could and could not be seen since it was set. missing: why nothing is told, or empty. sign, state: how it
    stands, in a word. rising: whether it lies above where it began. chance: that it is reached by its day.
    """

    goal: Goal
    measure: Measure
    name: str
    unit: str
    region: str
    value: float
    start: float | None
    start_day: int | None
    now: float | None
    now_error: float | None
    progress: float | None
    needed: float | None
    likely: float | None
    wish: Wish | None
    head: str
    sentences: tuple[str, ...]
    realistic: tuple[float, str] | None
    later: date | None
    scenarios: tuple[ScenarioOutlook, ...]
    patience: str
    series: MeasureSeries | None
    missing: str
    spoken: str
    sign: str
    state: str
    rising: bool
    chance: float | None
    site: SiteOutlook

    def scenario(self, which: Scenario) -> ScenarioOutlook | None:
        """That way to go on, if it is told."""
        return next((one for one in self.scenarios if one.scenario is which), None)

    @property
    def expected_on(self) -> int | None:
        """The day by which it is as likely as not, going on as now; None where that is out of sight or not told."""
        first = self.scenarios[0] if self.scenarios else None
        return first.reach.even if first is not None and first.reach is not None else None


@dataclass(frozen=True)
class Milestone:
    """A small step on the way to a goal, a round value. name: of the measure; text: the step; when: when it is likely.

    value: in the unit of its series. day: by which it is as likely as not, an ordinal; None where that is out of sight.
    """

    name: str
    text: str
    when: str
    measure: Measure
    value: float
    day: int | None
