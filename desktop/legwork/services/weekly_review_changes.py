"""What a check-in shows: what moved beyond the error, what is noise, and what to look at again.

Owns sorting the numbers of one check-in, and their words. Whether a trend moved is said by `domain.verdict`, over the
last weeks; the step since the check-in before is held against the error of both readings and is hardly ever growth.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from legwork.domain.limb import Segment
from legwork.domain.measures import INDEX, Family, Measure, number_text, signed_text, value_text
from legwork.domain.normal import SURE
from legwork.domain.sites import Kind, Region, Side
from legwork.domain.verdict import Call, judge
from legwork.i18n import ntr, tr
from legwork.services.check_ins import CheckIn, on_day
from legwork.services.measure_facts import facts_of
from legwork.services.measure_series import MeasureSeries
from legwork.services.measures import series_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.series_until import until
from legwork.services.spot_readings import SpotReadings

STRETCH_WEEKS = 12
"""So many weeks of readings a change is judged over, as the girths beside the lifts are (a convention)."""

SURE_SHARE = 0.95
"""Of numbers that stand still, so many are said to: `normal.SURE` is of 95 in 100."""

SWELLING_HOURS = 48
"""Source: SCIENCE section 2: measure at least so long after leg training."""

_LIMB_FIRST = (Segment.LEG, Segment.THIGH, Segment.LOWER_LEG)
"""The largest part of the leg whose volume was measured stands for it."""

_REGIONS = (Region.LOWER, Region.TRUNK, Region.UPPER, Region.WHOLE)


@dataclass(frozen=True, eq=False)
class ChangeRow:
    """One number of the check-in.

    now: with its unit. step: since the check-in before, signed, without its unit, "" for the first one. error, least:
    the least step that is no noise. beyond: whether the step is larger. change: of the trend with its error and unit,
    "" where nothing can be said; weeks: over how many; words, sign: the verdict. measured: read that day, not worked
    out of what was.
    """

    measure: Measure
    name: str
    region: str
    unit: str
    now: str
    step: str
    error: str
    least: float
    beyond: bool
    call: Call
    sign: str
    change: str
    weeks: int
    words: str
    series: MeasureSeries
    measured: bool = True

    @property
    def real(self) -> bool:
        """Whether it moved beyond the error over the last weeks."""
        return self.call in (Call.GROWING, Call.SHRINKING)

    @property
    def cells(self) -> tuple[str, str, str]:
        """Name, step and error, the latter two with their unit, as they stand in columns."""
        unit = f"\N{NO-BREAK SPACE}{self.unit}" if self.unit else ""
        return self.name, f"{self.step}{unit}", f"±{self.error}{unit}"

    @property
    def over(self) -> str:
        """ "in 12 weeks"; "" where nothing can be said."""
        return ntr("in {count} week", "in {count} weeks", self.weeks) if self.change else ""

    @property
    def spoken(self) -> str:
        """The row as a sentence."""
        told = tr("{name}: {now}, {words}", name=self.name, now=self.now, words=self.words)
        moved = f"{self.change} {self.over}" if self.change else ""
        return ", ".join(part for part in (told, moved, self._step_words()) if part) + "."

    def _step_words(self) -> str:
        if not self.step:
            return ""
        return tr(
            "{step} {unit} since last time, error ±{error} {unit}", step=self.step, unit=self.unit, error=self.error
        )


@dataclass(frozen=True)
class NoiseLine:
    """A site whose step lies within the error, both sides in one line: "left +0.3, right −0.1 cm", "±0.9"."""

    name: str
    region: str
    steps: str
    error: str


@dataclass(frozen=True, eq=False)
class ReviewChanges:
    """real: moved beyond the error over the last weeks. noise: numbers that did not, and whose step is within it.

    watch: the step is larger than the error, but no trend bears it out. new: measured for the first time. said: the
    whole in a sentence; notes: what a person should know of this check-in.
    """

    real: tuple[ChangeRow, ...] = ()
    noise: tuple[NoiseLine, ...] = ()
    watch: tuple[ChangeRow, ...] = ()
    new: tuple[str, ...] = ()
    said: str = ""
    notes: tuple[str, ...] = ()
    rows: tuple[ChangeRow, ...] = field(default=(), repr=False)


def changes_of(
    profile: Profile,
    person: Person,
    day: date,
    before: date | None,
    readings: SpotReadings,
    breathe: Callable[[], object] = bool,
) -> ReviewChanges:
    """What the check-in of a day shows. before: the check-in before it, None for the first. Raises StoreError.

    Told as it was known on that day. breathe: called between the series; what it raises ends the work.
    """
    here = on_day(profile, person.id, day)
    if not here.readings:
        return ReviewChanges()
    there = on_day(profile, person.id, before) if before is not None else None
    rows = _rows(profile, person, day, here, there, readings, breathe)
    real = tuple(row for row in rows if row.real)
    quiet = [row for row in rows if not row.real and row.step]
    watch = tuple(row for row in quiet if row.beyond)
    noise = _noise([row for row in quiet if not row.beyond])
    new = tuple(dict.fromkeys(row.series.label for row in rows if not row.step and not row.real and row.measured))
    return ReviewChanges(real, noise, watch, new, _said(rows, before), _notes(here, there, rows), tuple(rows))


def _rows(
    profile: Profile,
    person: Person,
    day: date,
    here: CheckIn,
    there: CheckIn | None,
    readings: SpotReadings,
    breathe: Callable[[], object],
) -> list[ChangeRow]:
    sites = [site for site in person.all_sites if any(spot.site == site.key for spot in here.readings)]
    sites = [site for site in sites if site.kind is not Kind.LENGTH]
    sites.sort(key=lambda site: _REGIONS.index(site.region))
    measures = [Measure(Family.SITE, site.key) for site in sites]
    volumes = [Measure(Family.VOLUME, one.value) for one in _LIMB_FIRST]
    made = series_of(profile, person, [*measures, *volumes, Measure(Family.BALANCE, INDEX)], breathe, readings)
    at = day.toordinal()
    found = [one for measure in measures for one in made[measure] if at in one.days]
    legs = next(([one for one in made[volume] if at in one.days] for volume in volumes if made[volume]), [])
    index = [one for one in made[Measure(Family.BALANCE, INDEX)] if at in one.days]
    first = [one for one in found if one.region == Region.LOWER]
    rest = [one for one in found if one.region != Region.LOWER]
    rows = []
    for series in (*index, *legs, *first, *rest):
        measured = series.measure.family is Family.SITE
        rows.append(_row(until(series, at, breathe), at, there.day.toordinal() if there else None, measured))
        breathe()
    return rows


def _row(series: MeasureSeries, day: int, before: int | None, measured: bool) -> ChangeRow:
    start = day - 7 * STRETCH_WEEKS
    facts = facts_of(series, start, day)
    verdict = judge(series.trend, start, day, series.usual_per_week)
    place = series.days.index(day)
    earlier = [at for at in range(place) if before is not None and series.days[at] <= before]
    step, error, least, beyond = "", "", 0.0, False
    if earlier:
        delta = series.values[place] - series.values[earlier[-1]]
        least = SURE * math.hypot(series.errors[place], series.errors[earlier[-1]])
        step, error, beyond = signed_text(delta, series.unit), number_text(least, series.unit), abs(delta) > least
    weeks = 0
    if facts.change:
        days = series.trend.days
        weeks = max(1, round(float(days[verdict.last] - days[verdict.first]) / 7))
    unit = f"\N{NO-BREAK SPACE}{series.unit}" if series.unit else ""
    return ChangeRow(
        series.measure, series.name, series.region, series.unit, value_text(series.values[place], series.unit),
        step, error, least, beyond, facts.call, facts.sign, f"{facts.change}{unit}" if facts.change else "", weeks,
        facts.words, series, measured,
    )  # fmt: skip


def _noise(rows: Sequence[ChangeRow]) -> tuple[NoiseLine, ...]:
    """One line for each site, both sides in it."""
    grouped: dict[Measure, list[ChangeRow]] = {}
    for row in rows:
        grouped.setdefault(row.measure.pair, []).append(row)
    sides = {Side.LEFT: tr("left"), Side.RIGHT: tr("right")}
    lines = []
    for some in grouped.values():
        steps = [f"{sides[row.measure.side]} {row.step}" if row.measure.side in sides else row.step for row in some]
        widest = max(some, key=lambda row: row.least)
        unit = f"\N{NO-BREAK SPACE}{widest.unit}" if widest.unit else ""
        lines.append(
            NoiseLine(widest.series.label, widest.region, f"{', '.join(steps)}{unit}", f"±{widest.error}{unit}")
        )
    return tuple(lines)


def _said(rows: Sequence[ChangeRow], before: date | None) -> str:
    """The check-in in a sentence."""
    if before is None:
        return tr("This is the first check-in: there is nothing to hold it against yet.")
    real = [row for row in rows if row.real]
    quiet = [row for row in rows if not row.real and row.step and not row.beyond and row.measured]
    told = [row for row in rows if row.change]
    parts = []
    if real:
        said = ntr(
            "{count} of {told} numbers has moved beyond its error over the last weeks",
            "{count} of {told} numbers have moved beyond their error over the last weeks",
            len(real), told=len(told),
        )  # fmt: skip
        by_chance = round((1 - SURE_SHARE) * len(told))
        if by_chance:
            said = ntr("{said}; {count} would by chance alone", "{said}; {count} would by chance alone", by_chance,
                       said=said)  # fmt: skip
        parts.append(f"{said}.")
    else:
        parts.append(tr("Nothing has moved beyond its error over the last weeks."))
    if quiet:
        parts.append(
            ntr(
                "What {count} number did since last time is noise.",
                "What {count} numbers did since last time is noise.",
                len(quiet),
            )
        )
    return " ".join(parts)


def _notes(here: CheckIn, there: CheckIn | None, rows: Sequence[ChangeRow]) -> tuple[str, ...]:
    notes = []
    watch = [row for row in rows if row.beyond and not row.real]
    if here.trained_legs and any(row.region == Region.LOWER for row in rows):
        notes.append(
            tr(
                "Legs were trained within {hours} hours before: some of what they gained may be swelling.",
                hours=SWELLING_HOURS,
            )
        )
    if there is not None and here.morning is not None and there.morning is not None and here.morning != there.morning:
        notes.append(tr("Measured at another time of day than last time: girths and weight rise through the day."))
    if watch:
        notes.append(
            tr("A step beyond the error in one week is seldom growth: water, the hour, a tape that lay elsewhere.")
        )
    return tuple(notes)
