"""What the log of a period comes to, beside what was planned: legs against upper body, and each muscle.

Owns the numbers of a period; each knows which sets are behind it. Counting is `domain.log`, the sets
behind a number are `sets_behind`, and which days a period has is `train_periods`. May run off the window's thread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.counting import Counted
from legwork.domain.log.holding import Holds, holds_of
from legwork.domain.log.sums import Sums, What, leg_days, maintenance_sets, sums_of, week_count, weekly
from legwork.domain.muscles import MUSCLES, Muscle, region_of
from legwork.domain.plan.counting import Lookup, MuscleSets, WeekCount, count_week
from legwork.domain.plan_brief import PlanBrief
from legwork.domain.sites import Region
from legwork.domain.units import UnitSystem
from legwork.i18n import mark, tr
from legwork.services.count_words import (
    leg_days_text,
    muscle_hint,
    nameless_text,
    region_hint,
    unknown_text,
    unplanned_text,
)
from legwork.services.log_sums import counted_log
from legwork.services.people import Person
from legwork.services.plan_aims import aims_of
from legwork.services.plan_volumes import ALWAYS_SHOWN, band_of, muscle_label, sources_of
from legwork.services.plans import StoredPlan
from legwork.services.profile import Profile
from legwork.services.set_words import kg_words, sets_number
from legwork.services.sets_behind import Question, number_words
from legwork.services.train_periods import Period, planned_weeks
from legwork.services.train_week import monday_of

REGIONS = {Region.LOWER: mark("Legs"), Region.UPPER: mark("Upper body")}
"""For people, marked for translation."""

_YEAR = timedelta(weeks=52)


@dataclass(frozen=True)
class Number:
    """A number of the log. text: as it stands there. value: kg, sets or days. question: None where nothing is behind
    it. spoken: what it is, with its unit."""

    text: str
    value: float
    question: Question | None
    spoken: str


@dataclass(frozen=True)
class RegionCount:
    """One region, or all of them (None). planned: None where no plan runs. holds: what should keep what is there, in
    the same time; None where the log does not tell. hints: the same in lines."""

    region: Region | None
    name: str
    tonnage: Number
    hard: Number
    planned_kg: float | None = None
    planned_sets: float | None = None
    planned_tonnage_text: str = ""
    planned_sets_text: str = ""
    holds_kg: float | None = None
    holds_sets: float | None = None
    tonnage_hint: str = ""
    sets_hint: str = ""


@dataclass(frozen=True)
class MuscleCount:
    """One muscle. band, holds: of the whole period; None of a day. hint: from what it comes, in lines."""

    muscle: Muscle
    name: str
    region: Region
    direct: Number
    indirect: Number
    planned: float | None
    planned_text: str
    band: tuple[float, float] | None
    holds: float | None
    hint: str


@dataclass(frozen=True)
class PeriodCount:
    """A period. planned: whether a plan runs in it. leg_days_text: planned and wanted ones. unknown: sets that no
    tonnage is known of, with the sentence; None for none. unplanned_text: that planned sets have no load either.
    nameless: sets that count for no muscle, with the sentence.

    empty: nothing was logged in it.
    """

    period: Period
    planned: bool
    regions: tuple[RegionCount, ...]
    leg_days: Number
    leg_days_text: str
    muscles: tuple[MuscleCount, ...]
    unknown: Number | None
    unknown_text: str
    unplanned_text: str
    nameless: Number | None
    nameless_text: str
    empty: bool


@dataclass(frozen=True)
class Holding:
    """What should keep what is there, a week, by region and muscle, and what a plan shall give; nothing known: empty
    and None.

    Source: `domain.log.sums.maintenance_sets`, `domain.log.holding`.
    """

    sets: Mapping[Region, float] = field(default_factory=dict)
    kg: Mapping[Region, float] = field(default_factory=dict)
    brief: PlanBrief | None = None
    muscles: Mapping[str, Holds] = field(default_factory=dict)


def holding(profile: Profile, person: Person, lookup: Lookup, today: date, breathe: Callable[[], object]) -> Holding:
    """By the weeks of the last year that are over. breathe: called between steps; what it raises ends the work.

    Raises StoreError.
    """
    counted = counted_log(profile, person, lookup, monday_of(today) - _YEAR, today)
    breathe()
    monday = monday_of(today).toordinal()
    sums = sums_of(counted, [one for one in weekly(counted, today).starts if one < monday], monday)
    brief = aims_of(profile, person, today, breathe).brief
    sets = {one: maintenance_sets(sums.region_sets(one).tolist()) for one in REGIONS}
    kg = {one: maintenance_sets(sums.region_tonnage_kg(one).tolist()) for one in REGIONS}
    return Holding(
        {one: found for one, found in sets.items() if found is not None},
        {one: found for one, found in kg.items() if found is not None},
        brief,
        {one.value: holds_of(_both(sums, one), band_of(one, brief)) for one in Muscle},
    )


def _both(sums: Sums, muscle: Muscle) -> list[float]:
    """Direct and indirect hard sets by week."""
    direct, indirect = sums.muscle(muscle.value)
    found: list[float] = (direct + indirect).tolist()
    return found


def count_period(
    profile: Profile,
    person: Person,
    period: Period,
    plan: StoredPlan | None,
    lookup: Lookup,
    catalogue: Catalogue,
    known: Holding,
) -> PeriodCount:
    """What a period comes to; only its days are read. plan: that one trains by, whether it runs then or not.

    lookup: of `plan_lookup`; known: what is known so far of maintenance and aims. Raises StoreError.
    """
    counted = counted_log(profile, person, lookup, period.first, period.last)
    done = week_count(counted, period.first, days=period.days)
    planned = _planned([count_week(one, lookup) for one in planned_weeks(period, plan)])
    asked = _Asked(period, person.units, catalogue, lookup)
    sums = sums_of(counted, (period.first.toordinal(),), period.last.toordinal() + 1)
    legs = leg_days(counted, period.first, period.last)
    nameless, nameless_text = _nameless(counted, asked)
    unknown = float(sums.unknown.sum())
    return PeriodCount(
        period,
        planned is not None,
        _regions(counted, asked, planned, known),
        asked.number(What.LEG_DAYS, legs, tr("Leg days")),
        leg_days_text(
            None if planned is None else planned.leg_days,
            known.brief.leg_days if known.brief is not None and period.weeks is not None else None,
        ),
        _muscles(done, planned, known, asked),
        asked.sets(What.UNKNOWN, unknown, tr("Sets without a known load")),
        unknown_text(round(unknown)),
        unplanned_text(0 if planned is None else planned.unknown),
        nameless,
        nameless_text,
        not len(counted.columns),
    )


@dataclass(frozen=True)
class _Planned:
    """The sums of the planned weeks of a period. unknown: sets without a known load."""

    muscles: Mapping[str, float]
    sets: Mapping[Region, float]
    kg: Mapping[Region, float]
    leg_days: int
    unknown: int


def _planned(counts: Sequence[WeekCount]) -> _Planned | None:
    """None where no plan runs."""
    if not counts:
        return None
    muscles: Counter[str] = Counter()
    sets: Counter[Region] = Counter()
    kg: Counter[Region] = Counter()
    for one in counts:
        muscles.update({muscle: found.total for muscle, found in one.muscles.items()})
        sets.update(one.region_sets)
        kg.update(one.tonnage_kg)
    return _Planned(muscles, sets, kg, sum(one.leg_days for one in counts), sum(one.unknown_loads for one in counts))


@dataclass(frozen=True)
class _Asked:
    """What the words of a number need."""

    period: Period
    units: UnitSystem
    catalogue: Catalogue
    lookup: Lookup

    def number(
        self,
        what: What,
        value: float,
        name: str,
        muscle: str | None = None,
        region: Region | None = None,
        exercises: tuple[str, ...] | None = None,
        direct: bool | None = None,
    ) -> Number:
        """A number with what is behind it. name: what it counts, translated."""
        first, last = self.period.first, self.period.last
        title = tr("{what}, {when}", what=name, when=self.period.within)
        question = Question(what, first, last, title, muscle, region, exercises, direct) if value else None
        said = number_words(what, value, self.units)
        text = said if what is What.TONNAGE else sets_number(value)
        return Number(text, value, question, tr("{what}: {number}", what=name, number=said))

    def sets(self, what: What, value: float, name: str, exercises: tuple[str, ...] | None = None) -> Number | None:
        """A number that begins a sentence: "3 sets"; None for none."""
        if not value:
            return None
        return replace(self.number(what, value, name, exercises=exercises), text=number_words(what, value, self.units))

    def label(self, key: str) -> str:
        """The name of an exercise; its key where nobody knows it."""
        known = self.catalogue.get(key)
        return known.label if known is not None else key


def _regions(counted: Counted, asked: _Asked, planned: _Planned | None, known: Holding) -> tuple[RegionCount, ...]:
    period = asked.period
    sums = sums_of(counted, (period.first.toordinal(),), period.last.toordinal() + 1)
    found = []
    for region, text in REGIONS.items():
        name = tr(text)
        kg, sets = float(sums.region_tonnage_kg(region)[0]), float(sums.region_sets(region)[0])
        plan_kg = plan_sets = None
        if planned is not None:
            plan_kg, plan_sets = planned.kg.get(region, 0.0), planned.sets.get(region, 0.0)
        weeks = period.weeks
        holds_kg, holds_sets = (
            None if weeks is None or region not in one else one[region] * weeks for one in (known.kg, known.sets)
        )
        found.append(
            RegionCount(
                region, name,
                asked.number(What.TONNAGE, kg, tr("Tonnage, {region}", region=name), region=region),
                asked.number(What.HARD, sets, tr("Hard sets, {region}", region=name), region=region),
                plan_kg, plan_sets,
                kg_words(plan_kg, asked.units) if plan_kg else "",
                sets_number(plan_sets) if plan_sets else "",
                holds_kg, holds_sets,
                region_hint(name, What.TONNAGE, kg, plan_kg, holds_kg, asked.units),
                region_hint(name, What.HARD, sets, plan_sets, holds_sets, asked.units),
            )
        )  # fmt: skip
    total = tr("All together")
    tonnage = asked.number(What.TONNAGE, float(sums.tonnage_kg.sum()), tr("Tonnage"))
    hard = asked.number(What.HARD, float(sums.hard.sum()), tr("Hard sets"))
    return (*found, RegionCount(None, total, tonnage, hard))


def _muscles(done: WeekCount, planned: _Planned | None, known: Holding, asked: _Asked) -> tuple[MuscleCount, ...]:
    weeks = asked.period.weeks
    found = []
    for muscle in Muscle:
        sets = done.muscles.get(muscle.value)
        aimed = None if planned is None else planned.muscles.get(muscle.value, 0.0)
        if muscle not in ALWAYS_SHOWN and sets is None and not aimed:
            continue
        band = holds = held = None
        if weeks is not None:
            weekly_band = band_of(muscle, known.brief)
            held = known.muscles.get(muscle.value) or holds_of(band=weekly_band)
            holds = held.sets * weeks
            band = None if weekly_band is None else (weekly_band[0] * weeks, weekly_band[1] * weeks)
        sets = sets or MuscleSets()
        name = muscle_label(muscle)
        key = muscle.value
        found.append(
            MuscleCount(
                muscle, name, region_of(muscle),
                asked.number(What.HARD, sets.direct, tr("Direct hard sets, {muscle}", muscle=tr(MUSCLES[muscle])),
                             muscle=key, direct=True),
                asked.number(What.HARD, sets.indirect, tr("Indirect hard sets, {muscle}", muscle=tr(MUSCLES[muscle])),
                             muscle=key, direct=False),
                aimed, sets_number(aimed) if aimed else "", band, holds,
                muscle_hint(name, sets, aimed, band, holds, held is not None and held.own,
                            [one.text for one in sources_of(muscle, sets, asked.lookup, asked.label)]),
            )
        )  # fmt: skip
    return tuple(found)


def _nameless(counted: Counted, asked: _Asked) -> tuple[Number | None, str]:
    """Working sets of exercises that count for no muscle."""
    keys = [key for key in counted.columns.exercises if not asked.lookup.shares.get(key)]
    if not keys:
        return None, ""
    period = asked.period
    sums = sums_of(counted, (period.first.toordinal(),), period.last.toordinal() + 1)
    places = {key: place for place, key in enumerate(counted.columns.exercises)}
    by_key = {key: float(sums.sets[0, places[key]]) for key in keys}
    there = tuple(key for key in keys if by_key[key])
    if not there:
        return None, ""
    total = sum(by_key[key] for key in there)
    number = asked.sets(What.SETS, total, tr("Sets that count for no muscle"), there)
    return number, nameless_text(total, [asked.label(key) for key in there])
