"""The training of a stretch of time: what was kept of the plan, sets and tonnage week by week, and strength.

Owns which weeks and lifts take part. Counting is `training_measures`, what was kept is `kept_training`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from legwork.domain.measures import WEEK, Family, Measure
from legwork.domain.sites import Region, with_side
from legwork.domain.verdict import Call
from legwork.i18n import tr
from legwork.numerals import number
from legwork.services.kept_training import KeptTraining, kept_training, kept_words
from legwork.services.measure_facts import MeasureFacts, facts_of
from legwork.services.measure_series import MeasureSeries
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.series_until import until
from legwork.services.training_calendar import calendar_base
from legwork.services.training_measures import TrainingLog

MOST_LIFTS = 14
"""So many lifts are told, those done on most days first, legs before all others (a convention: half a page)."""

MOST_BARS = 56
"""With more weeks than that, several are drawn as one: their mean (a convention)."""

_TOGETHER = (1, 4, 13, 52)
"""So many: about a month, a quarter, a year."""


@dataclass(frozen=True)
class WeekBar:
    """A week, or the mean of some. first: its Monday. legs, upper: in the unit of the chart."""

    first: date
    legs: float
    upper: float


@dataclass(frozen=True)
class WeekChart:
    """A number of the weeks that are over. unit: "sets a week". together: how many weeks a bar stands for.

    holds: of the upper body, what should hold it; None where that is not known. spoken: the whole in a sentence.
    """

    title: str
    unit: str
    bars: tuple[WeekBar, ...]
    together: int
    holds: float | None
    note: str
    spoken: str

    @property
    def legs(self) -> float:
        """The mean of the legs."""
        return sum(one.legs for one in self.bars) / len(self.bars) if self.bars else 0.0

    @property
    def upper(self) -> float:
        """The mean of the upper body."""
        return sum(one.upper for one in self.bars) / len(self.bars) if self.bars else 0.0


@dataclass(frozen=True, eq=False)
class LiftRow:
    """A lift then and now. legs: whether it trains them."""

    facts: MeasureFacts
    legs: bool

    @property
    def real(self) -> bool:
        """Whether it moved beyond its error."""
        return self.facts.call in (Call.GROWING, Call.SHRINKING)


@dataclass(frozen=True, eq=False)
class ProgressTraining:
    """workouts: how many. kept: of plans, with its words. sets, tonnage: by week, None without any. lifts: then and
    now."""

    workouts: int = 0
    kept: KeptTraining | None = None
    kept_words: tuple[str, ...] = ()
    sets: WeekChart | None = None
    tonnage: WeekChart | None = None
    lifts: tuple[LiftRow, ...] = ()


def training_of(
    profile: Profile,
    person: Person,
    first: date,
    last: date,
    today: date,
    log: TrainingLog,
    chosen_plan: int = 0,
    breathe: Callable[[], object] = bool,
) -> ProgressTraining:
    """The training from `first` to `last`. Raises StoreError. breathe: called between the parts."""
    base = calendar_base(profile, person, today, chosen_plan, breathe)
    workouts = sum(first <= one.day <= last for one in base.infos)
    kept = kept_training(profile, person, base, first - timedelta(days=first.weekday()), last, breathe)
    said = kept_words(kept, today)
    if not workouts:
        return ProgressTraining(0, kept if kept.planned else None, said)
    charts = [
        _weeks(log.series(Measure(family, WEEK), breathe), first, last, today)
        for family in (Family.HARD, Family.TONNAGE)
    ]
    return ProgressTraining(
        workouts, kept if kept.planned else None, said, charts[0], charts[1], _lifts(log, first, last, breathe)
    )


def _weeks(found: list[MeasureSeries], first: date, last: date, today: date) -> WeekChart | None:
    """The weeks of a stretch that are over: those of which most days lie in it."""
    if len(found) != 2 or found[0].weeks is None:
        return None
    legs, upper = found
    assert legs.weeks is not None and upper.weeks is not None
    running = today.toordinal() - today.weekday()
    at = [
        row
        for row, day in enumerate(legs.days)
        if first.toordinal() <= day + 3 <= last.toordinal() and day < running
    ]  # fmt: skip
    if not at:
        return None
    together = next((one for one in _TOGETHER if len(at) <= MOST_BARS * one), _TOGETHER[-1])
    groups = [at[place : place + together] for place in range(0, len(at), together)]
    bars = tuple(
        WeekBar(
            date.fromordinal(legs.days[some[0]]),
            sum(legs.values[row] for row in some) / len(some),
            sum(upper.values[row] for row in some) / len(some),
        )
        for some in groups
    )
    chart = WeekChart(legs.weeks.label, legs.unit, bars, together, upper.weeks.holds, legs.note, "")
    spoken = tr(
        "{what}, mean of {count} weeks: legs {legs}, upper body {upper} {unit}.",
        what=chart.title, count=len(at), legs=number(chart.legs), upper=number(chart.upper), unit=chart.unit,
    )  # fmt: skip
    return WeekChart(chart.title, chart.unit, bars, together, chart.holds, chart.note, spoken)


def _lifts(log: TrainingLog, first: date, last: date, breathe: Callable[[], object]) -> tuple[LiftRow, ...]:
    """Lifts of which the stretch has enough to tell a change; the order is that of the log's offers, legs first."""
    rows: list[LiftRow] = []
    begin, end = first.toordinal(), last.toordinal()
    for offer in log.offers(breathe):
        if offer.measure.family is not Family.STRENGTH or offer.seldom:
            continue
        for series in log.series(offer.measure, breathe):
            facts = facts_of(until(series, end, breathe), begin, end)
            if facts.change:
                name = with_side(offer.label, series.measure.side)
                rows.append(LiftRow(replace(facts, name=name), series.region == Region.LOWER))
        if len(rows) >= MOST_LIFTS:
            break
    return tuple(rows[:MOST_LIFTS])
