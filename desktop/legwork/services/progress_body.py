"""The body over a stretch of time: its charts, every number then and now, and the balance then and now.

Owns which numbers take part and in what order. Trends are those of the charts, cut at the last day of the stretch.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from legwork.domain.limb import Segment
from legwork.domain.measures import INDEX, Family, Measure, number_text, value_text
from legwork.domain.sites import Kind, Region
from legwork.domain.verdict import Call
from legwork.i18n import tr
from legwork.services import balance_words
from legwork.services.balance import Balance, balance_of
from legwork.services.balance_rows import GapRow
from legwork.services.goals import Goal, goals_of
from legwork.services.measure_facts import MeasureFacts, facts_of
from legwork.services.measure_series import MeasureSeries
from legwork.services.measures import series_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.programme import ProgrammeChange, programme_changes
from legwork.services.series_until import until
from legwork.services.spot_readings import SpotReadings

_SEGMENTS = (Segment.LEG, Segment.THIGH, Segment.LOWER_LEG)
_HELD = ("flexed_arm", "chest")
"""Girths of the upper body that have a chart beside those of the legs: whether it is held is half of the story."""

LEAST_DRAWN = 3
"""With fewer days of readings there is no chart (a convention): the table has the numbers."""

_WEIGHT = "body_weight"
_BALANCE = Measure(Family.BALANCE, INDEX)
_REGIONS = (Region.LOWER, Region.TRUNK, Region.UPPER, Region.WHOLE)


@dataclass(frozen=True, eq=False)
class ProgressChart:
    """A measure, both sides in one chart. goal: in the unit of the series, None without one."""

    title: str
    unit: str
    series: tuple[MeasureSeries, ...]
    goal: float | None = None
    spoken: str = ""


@dataclass(frozen=True, eq=False)
class ProgressRow:
    """A number then and now. region: whose hue it has."""

    region: Region
    facts: MeasureFacts
    series: MeasureSeries

    @property
    def real(self) -> bool:
        """Whether it moved beyond its error."""
        return self.facts.call in (Call.GROWING, Call.SHRINKING)


@dataclass(frozen=True)
class BalanceRow:
    """A leg girth among people of the same build, then and now. Each: own girth, how many of 100 are smaller, the gap
    to the one that is aimed at.

    All "" where it could not be told.
    """

    name: str
    then: tuple[str, str, str]
    now: tuple[str, str, str]


@dataclass(frozen=True, eq=False)
class BalanceThenNow:
    """then, now: the days; headline: of now. index: "94.4 %" then and now, with change: the trend's, in words."""

    then: date | None = None
    now: date | None = None
    headline: str = ""
    numbers: str = ""
    compared: str = ""
    index: tuple[str, str] = ("", "")
    change: str = ""
    rows: tuple[BalanceRow, ...] = ()


@dataclass(frozen=True, eq=False)
class ProgressBody:
    """charts: legs first. rows: every number that was measured. balance: then and now."""

    charts: tuple[ProgressChart, ...] = ()
    rows: tuple[ProgressRow, ...] = ()
    balance: BalanceThenNow = BalanceThenNow()
    changes: tuple[ProgrammeChange, ...] = ()

    def row(self, measure: Measure) -> ProgressRow | None:
        """The row of a measure and side."""
        return next((one for one in self.rows if one.series.measure == measure), None)


def body_of(
    profile: Profile,
    person: Person,
    first: date,
    last: date,
    days: Sequence[date],
    readings: SpotReadings,
    breathe: Callable[[], object] = bool,
) -> ProgressBody:
    """The body from `first` to `last`. days: of the check-ins among them. Raises StoreError.

    breathe: called between the series; what it raises ends the work.
    """
    found = _series(profile, person, first, last, readings, breathe)
    rows = []
    for some in found.values():
        for one in some:
            facts = facts_of(one, first.toordinal(), last.toordinal())
            breathe()
            if facts.call is not Call.NOTHING:
                rows.append(ProgressRow(Region(one.region), facts, one))
    goals = goals_of(profile, person.id)
    changes = tuple(one for one in programme_changes(profile, person.id) if first <= one.day <= last)
    index = next((row for row in rows if row.series.measure == _BALANCE), None)
    balance = _balance(profile, person, days, readings, index)
    return ProgressBody(_charts(found, goals, rows, first.toordinal(), last.toordinal()), tuple(rows), balance, changes)


def _series(
    profile: Profile, person: Person, first: date, last: date, readings: SpotReadings, breathe: Callable[[], object]
) -> dict[Measure, list[MeasureSeries]]:
    """Every measure that was read in the stretch, as it was known on its last day; legs first."""
    sites = [site for site in person.all_sites if site.kind not in (Kind.LENGTH, Kind.SKINFOLD)]
    sites.sort(key=lambda site: _REGIONS.index(site.region))
    legs = [Measure(Family.SITE, site.key) for site in sites if site.region is Region.LOWER]
    rest = [Measure(Family.SITE, site.key) for site in sites if site.region is not Region.LOWER]
    volumes = [Measure(Family.VOLUME, one.value) for one in _SEGMENTS]
    made = series_of(profile, person, [_BALANCE, *legs, *volumes, *rest], breathe, readings)
    begin, end = first.toordinal(), last.toordinal()
    found = {}
    for measure, some in made.items():
        there = [until(one, end, breathe) for one in some if any(begin <= day <= end for day in one.days)]
        if there:
            found[measure] = there
    return found


def _charts(
    found: Mapping[Measure, list[MeasureSeries]],
    goals: Mapping[str, Goal],
    rows: Sequence[ProgressRow],
    first: int,
    last: int,
) -> tuple[ProgressChart, ...]:
    volume = next((one for one in found if one.family is Family.VOLUME), None)

    def drawn(one: Measure) -> bool:
        if not any(sum(first <= day <= last for day in each.days) >= LEAST_DRAWN for each in found[one]):
            return False
        if one in (_BALANCE, volume):
            return True
        legs = found[one][0].region == Region.LOWER
        return one.family is Family.SITE and (legs or one.name in (*_HELD, _WEIGHT))

    wanted = [one for one in found if drawn(one)]
    charts = []
    for measure in wanted:
        some = found[measure]
        goal = goals.get(str(measure))
        value = goal.value * some[0].factor if goal is not None and measure.family is not Family.DIFFERENCE else None
        spoken = "\n".join(_spoken(row) for row in rows if row.series.measure.pair == measure)
        charts.append(ProgressChart(some[0].label, some[0].unit, tuple(some), value, spoken))
    return tuple(charts)


def _spoken(row: ProgressRow) -> str:
    facts = row.facts
    moved = f", {facts.change} {facts.unit}" if facts.change else ""
    return tr(
        "{name}: {start} to {now} {unit}{moved}, {words}.",
        name=facts.name, start=facts.start, now=facts.now, unit=facts.unit, moved=moved, words=facts.words,
    )  # fmt: skip


def _balance(
    profile: Profile, person: Person, days: Sequence[date], readings: SpotReadings, index: ProgressRow | None
) -> BalanceThenNow:
    if not days:
        return BalanceThenNow()
    then, now = days[0], days[-1]
    before, after = (balance_of(profile, person, readings, day) for day in (then, now))
    headline, numbers = balance_words.headline(after)
    if not after.girths:
        return BalanceThenNow()
    change = ""
    if index is not None and index.facts.change:
        change = tr("{change} %: {words}", change=index.facts.change, words=index.facts.words)
    texts = ("", "")
    if index is not None:
        trend = index.series.trend
        at = [row for row in range(len(trend)) if trend.days[row] >= then.toordinal()]
        if at:
            texts = tuple(f"{number_text(float(trend.level[row]), '%')} %" for row in (at[0], at[-1]))  # type: ignore[assignment]
    compared = balance_words.compared_with(after)
    return BalanceThenNow(then, now, headline, numbers, compared, texts, change, _balance_rows(before, after))


def _balance_rows(before: Balance, after: Balance) -> tuple[BalanceRow, ...]:
    earlier = {row.site: row for row in balance_words.gap_rows(before)}
    rows = []
    for row in balance_words.gap_rows(after):
        old = earlier.get(row.site)
        if row.own is not None:
            rows.append(BalanceRow(row.name, _cells(old), _cells(row)))
    return tuple(rows)


def _cells(row: GapRow | None) -> tuple[str, str, str]:
    if row is None or row.own is None:
        return "", "", ""
    return value_text(row.own, row.unit), row.standing, row.gap
