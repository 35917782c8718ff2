"""What the log of training tells over time: tonnage, hard sets, sets of each muscle, planned sessions done, strength.

Owns reading the log once for all of these, and how each becomes a series. What a set counts for, what weeks add up to
and what a set says of strength is worked out in `domain.log`. Runs off the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from statistics import median
from typing import TYPE_CHECKING

from legwork.domain import units
from legwork.domain.exercise import ON_BODY, Counting, Exercise
from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.counting import Counted
from legwork.domain.log.estimates import SIDES, USUAL_SHARE, Estimates, estimates_of
from legwork.domain.log.holding import holds_of
from legwork.domain.log.sums import MAINTENANCE_YEAR, Sums, maintenance_sets, weekly
from legwork.domain.measures import KG_A_WEEK, LB_A_WEEK, SETS, WEEK, Family, Measure, name_of, number_text, region_of
from legwork.domain.muscles import Muscle
from legwork.domain.plan_brief import PlanBrief
from legwork.domain.sites import Kind, Region
from legwork.domain.trend import FEWEST_FOR_PACE, Trend, fit
from legwork.domain.verdict import Wording
from legwork.i18n import mark, ntr, tr
from legwork.numerals import number
from legwork.services.asked_weeks import AskedWeeks, asked_weeks
from legwork.services.log_sums import counted_log
from legwork.services.measure_series import Guide, MeasureSeries, Offer, Part, Weeks
from legwork.services.own_exercises import catalogue_of
from legwork.services.people import Person
from legwork.services.plan_aims import aims_of
from legwork.services.plan_lookup import counting_lookup, lookup_of
from legwork.services.plan_volumes import band_of
from legwork.services.plans import plans_of
from legwork.services.profile import Profile
from legwork.services.spot_readings import SpotReadings
from legwork.services.training_calendar import CalendarBase, calendar_base
from legwork.store.tables import workout

if TYPE_CHECKING:
    from legwork.domain.log.columns import Floats

ENOUGH_DAYS = FEWEST_FOR_PACE
"""A lift with estimates of fewer days stands last in the list (a convention)."""

_SETS_OF_LOG = ("workout", "workout_exercise", "workout_set", "own_exercise")
_PLAN = ("plan", "plan_block", "plan_week", "plan_session", "plan_entry")
_TABLES = {
    Family.TONNAGE: (*_SETS_OF_LOG, *_PLAN, "lift"),
    Family.HARD: (*_SETS_OF_LOG, *_PLAN, "choice"),
    Family.MUSCLE: (*_SETS_OF_LOG, "choice"),
    Family.STRENGTH: _SETS_OF_LOG,
    Family.KEPT: ("workout", *_PLAN),
}
"""Which tables a family is made of, readings aside; the choices say which sets are hard and what hurts, the lifts what
a planned percentage weighs."""

TABLES = tuple(dict.fromkeys(table for tables in _TABLES.values() for table in tables))
"""All of them."""


_REGIONS = {Region.LOWER: (Part.LEGS, mark("legs")), Region.UPPER: (Part.UPPER, mark("upper body"))}


def tables_of(measure: Measure) -> tuple[str, ...]:
    """The tables of a log or plan that a measure of training is made of; none for any other measure."""
    return _TABLES.get(measure.family, ())


def held_against_plan(measure: Measure) -> bool:
    """Whether it says what was planned, so that another plan makes it another."""
    return "plan" in tables_of(measure)


def has_log(profile: Profile, person: Person) -> bool:
    """Whether this person has logged a workout; quick enough for the window's thread. Raises StoreError."""
    with profile.reading() as reader:
        return reader.count(workout, person_id=person.id) > 0


class TrainingLog:
    """The log of one moment: read when it is first asked for something, and then kept.

    today: decides which week is still running. chosen_plan: the plan that is trained by, where several could be.
    """

    def __init__(self, profile: Profile, person: Person, today: date, chosen_plan: int = 0) -> None:
        self._profile, self._person, self._today = profile, person, today
        self._chosen_plan = chosen_plan
        self._breathe: Callable[[], object] = bool

    def offers(self, breathe: Callable[[], object] = bool) -> tuple[Offer, ...]:
        """What can be followed of it, in the order in which it is offered; nothing without a set.

        breathe: called between steps; what it raises ends the work. Raises StoreError.
        """
        self._breathe = breathe
        if not len(self._counted.columns):
            return ()
        fixed = [Measure(family, WEEK) for family in (Family.TONNAGE, Family.HARD, Family.KEPT)]
        found = [Offer(one, name_of(one, None), self._missing(one)) for one in fixed]
        there = set(self._weeks.muscles())
        muscles = [Measure(Family.MUSCLE, one.value) for one in Muscle if one.value in there]
        found += [Offer(one, name_of(one, None), title=_muscle_title(one)) for one in muscles]
        return (*found, *self._lifts())

    def series(self, measure: Measure, breathe: Callable[[], object] = bool) -> list[MeasureSeries]:
        """One measure as series: a side or a part each; none where the log has nothing for it.

        breathe: called between steps; what it raises ends the work. Raises StoreError.
        """
        self._breathe = breathe
        if not len(self._counted.columns):
            return []
        make = {
            Family.TONNAGE: self._tonnage,
            Family.HARD: self._hard,
            Family.MUSCLE: self._muscle,
            Family.KEPT: self._kept,
            Family.STRENGTH: self._strength,
        }[measure.family]
        return list(make(measure))

    # What is read and counted, once

    @cached_property
    def _catalogue(self) -> Catalogue:
        return catalogue_of(self._profile, self._person.id)

    @cached_property
    def _counted(self) -> Counted:
        lookup = counting_lookup(self._profile, self._person, self._catalogue)
        self._breathe()
        found = counted_log(self._profile, self._person, lookup)
        self._breathe()
        return found

    @cached_property
    def _weeks(self) -> Sums:
        found = weekly(self._counted, self._today)
        self._breathe()
        return found

    @cached_property
    def _estimates(self) -> Estimates:
        found = estimates_of(self._counted)
        self._breathe()
        return found

    @cached_property
    def _brief(self) -> PlanBrief:
        readings = SpotReadings(self._profile, self._person, self._breathe)
        return aims_of(self._profile, self._person, self._today, self._breathe, readings).brief

    @cached_property
    def _calendar(self) -> CalendarBase:
        return calendar_base(self._profile, self._person, self._today, self._chosen_plan, self._breathe)

    @cached_property
    def _asked(self) -> AskedWeeks | None:
        """What the plan that runs asks of a week."""
        lookup = lookup_of(self._profile, self._person, self._today, self._catalogue)
        self._breathe()
        return asked_weeks(self._calendar.weeks, date.fromordinal(self._monday), lookup)

    @property
    def _monday(self) -> int:
        """Of the week that is running."""
        return self._today.toordinal() - self._today.weekday()

    # What is offered

    def _missing(self, measure: Measure) -> str:
        if measure.family is not Family.KEPT:
            return ""
        if any(one.starts_on is not None for one in plans_of(self._profile, self._person.id)):
            return ""
        return tr("Needs a plan with a first day: choose one on the Plan page.")

    def _lifts(self) -> Iterator[Offer]:
        """Leg lifts before all others, those done on most days first."""
        estimates, lookup = self._estimates, self._counted.lookup
        days = {
            self._counted.columns.exercises[code]: len(set(estimates.day[estimates.exercise == code].tolist()))
            for code in sorted(set(estimates.exercise.tolist()))
        }
        labels = {key: self._name(key) for key in days}
        order = sorted(days, key=lambda key: (lookup.regions.get(key) is not Region.LOWER, -days[key], labels[key]))
        for key in order:
            measure = Measure(Family.STRENGTH, key)
            yield Offer(measure, labels[key], title=_lift_title(labels[key]), seldom=days[key] < ENOUGH_DAYS)

    def _exercise(self, key: str) -> Exercise | None:
        return self._catalogue.get(key)

    def _name(self, key: str) -> str:
        """The name of an exercise; its key where nobody knows it."""
        known = self._exercise(key)
        return known.label if known is not None else key

    # What each measure was

    def _tonnage(self, measure: Measure) -> Iterator[MeasureSeries]:
        kg = units.unit_of(Kind.MASS, self._person.units) == "kg"
        factor = units.in_unit(1.0, Kind.MASS, self._person.units)
        note = ""
        if unknown := round(float(self._weeks.unknown.sum())):
            note = ntr(
                "{count} set has no known load and is not in the tonnage.",
                "{count} sets have no known load and are not in the tonnage.",
                unknown,
            )
        legs, upper = (self._weeks.region_tonnage_kg(one) * factor for one in (Region.LOWER, Region.UPPER))
        bands = {} if self._asked is None else {one: self._asked.tonnage_kg(one) for one in _REGIONS}
        planned = {one: (band[0] * factor, band[1] * factor) for one, band in bands.items() if band is not None}
        unit = tr(KG_A_WEEK if kg else LB_A_WEEK)
        return self._regions(measure, unit, {Region.LOWER: legs, Region.UPPER: upper}, planned, factor, note)

    def _hard(self, measure: Measure) -> Iterator[MeasureSeries]:
        sets = {one: self._weeks.region_sets(one) for one in _REGIONS}
        planned = {} if self._asked is None else {one: self._asked.sets(one) for one in _REGIONS}
        return self._regions(measure, tr(SETS), sets, planned)

    def _regions(
        self, measure: Measure, unit: str, values: Mapping[Region, Floats],
        planned: Mapping[Region, tuple[float, float]], factor: float = 1.0, note: str = "",
    ) -> Iterator[MeasureSeries]:  # fmt: skip
        """Legs, and on them the upper body. planned: from and to a week, where a plan runs."""
        below: tuple[float, ...] = ()
        for region, (part, name) in _REGIONS.items():
            holds = self._holds(values[region])
            guides = (*self._planned(planned.get(region), unit), *self._held(holds, unit))
            weeks = Weeks(part, tr(name), name_of(measure, None), self._monday, holds, guides, below=below)
            yield self._of_weeks(measure, region.value, unit, values[region], weeks, factor, note)
            below = tuple(values[region].tolist())

    def _muscle(self, measure: Measure) -> Iterator[MeasureSeries]:
        direct, indirect = self._weeks.muscle(measure.name)
        if not (direct.any() or indirect.any()):
            return
        unit, label = tr(SETS), _muscle_title(measure)
        band = band_of(Muscle(measure.name), self._brief)
        held = holds_of(self._over(direct + indirect), band)
        holds = held.sets if held.own else None  # a line of the past is drawn by what was done
        guides = self._held(holds, unit)
        if band is not None:
            text = tr("{low}–{high} wanted", low=number_text(band[0], unit), high=number_text(band[1], unit))
            guides = (Guide(*band, text, self._since), *guides)
        region = region_of(measure, None).value
        whole = tuple((direct + indirect).tolist())  # the guides stand for both together
        of_direct = Weeks(Part.DIRECT, tr("direct"), label, self._monday, holds, guides, whole)
        yield self._of_weeks(measure, region, unit, direct, of_direct)
        of_indirect = Weeks(Part.INDIRECT, tr("indirect"), label, self._monday, below=tuple(direct.tolist()))
        yield self._of_weeks(measure, region, unit, indirect, of_indirect)

    def _kept(self, measure: Measure) -> Iterator[MeasureSeries]:
        """Of each week of a plan the sessions that were done; of the running one what was done so far."""
        planned: dict[int, list[bool]] = {}
        for one in self._calendar.adherence.kept:
            monday = one.planned.first.toordinal()
            if monday <= self._monday:
                planned.setdefault(monday, []).append(bool(one.workouts))
        if not planned:
            return
        days = tuple(sorted(planned))
        done = [sum(planned[day]) for day in days]
        whole = [len(planned[day]) for day in days]
        said = tuple(tr("{done} of {planned}", done=some, planned=all_) for some, all_ in zip(done, whole, strict=True))
        shares = [100 * some / all_ for some, all_ in zip(done, whole, strict=True)]
        weeks = Weeks(None, "", name_of(measure, None), self._monday, sizes=tuple(whole), said=said)
        yield _series(measure, name_of(measure, None), Region.WHOLE.value, "%", days, shares, weeks, 1.0, "")

    def _strength(self, measure: Measure) -> Iterator[MeasureSeries]:
        estimates = self._estimates
        factor = units.in_unit(1.0, Kind.MASS, self._person.units)
        region = self._counted.lookup.regions.get(measure.name, Region.WHOLE).value
        for side in SIDES:
            at = estimates.of(measure.name, side)
            if not len(at):
                continue
            days, kg, errors = estimates.day[at], estimates.kg[at] * factor, estimates.sd_kg[at] * factor
            pace = USUAL_SHARE * median(kg.tolist())  # as `estimates.line_of` has it
            yield MeasureSeries(
                measure.on(side),
                _lift_title(self._name(measure.name)),
                region,
                units.unit_of(Kind.MASS, self._person.units),
                Wording.STRENGTH,
                pace,
                tuple(days.tolist()),
                tuple(kg.tolist()),
                tuple(errors.tolist()),
                fit(days.astype(float), kg, errors, pace, self._breathe),
                factor,
                self._of_lift(measure.name, int(estimates.at_least[at].sum()), len(at)),
                rough=frozenset(days[~estimates.reliable[at]].tolist()),
            )

    def _of_lift(self, key: str, at_least: int, count: int) -> str:
        """What a person should know of the estimates of a lift."""
        known = self._exercise(key)
        counting = known.counting if known is not None else Counting.TOTAL
        how = {Counting.PER_HAND: tr("Of one hand."), Counting.PER_SIDE: tr("Of one side.")}.get(counting, "")
        if counting in ON_BODY:
            how = tr("With the part of your own weight that moves.")
        parts = [tr("Estimated from the best set of each day."), how]
        if at_least:
            parts.append(
                ntr(
                    "For {count} day of {days} nobody noted how many reps were left: at least so much.",
                    "For {count} days of {days} nobody noted how many reps were left: at least so much.",
                    at_least,
                    days=count,
                )
            )
        return " ".join(part for part in parts if part)

    # What weeks are held against

    @property
    def _since(self) -> int:
        """From when on the guides can be said: the weeks that they are made of."""
        return self._monday - 7 * MAINTENANCE_YEAR

    def _holds(self, values: Floats) -> float | None:
        """The sets that should hold what was built, by the weeks that are over. Source: `sums.maintenance_sets`."""
        return maintenance_sets(self._over(values))

    def _over(self, values: Floats) -> list[float]:
        """Of the weeks that are over."""
        return [value for start, value in zip(self._weeks.starts, values.tolist(), strict=True) if start < self._monday]

    def _held(self, holds: float | None, unit: str) -> tuple[Guide, ...]:
        if holds is None or not round(holds, 1):
            return ()  # next to nothing was done so far
        return (Guide(holds, holds, tr("{sets} hold size", sets=_about(holds, unit)), self._since),)

    def _planned(self, band: tuple[float, float] | None, unit: str) -> tuple[Guide, ...]:
        if band is None or self._asked is None or not band[1]:
            return ()
        low, high = (_about(one, unit) for one in band)
        text = tr("{sets} planned", sets=low) if low == high else tr("{low}–{high} planned", low=low, high=high)
        return (Guide(*band, text, self._asked.since.toordinal()),)

    def _of_weeks(
        self, measure: Measure, region: str, unit: str, values: Floats, weeks: Weeks, factor: float = 1.0,
        note: str = "",
    ) -> MeasureSeries:  # fmt: skip
        label = tr("{what}, {part}", what=name_of(measure, None), part=weeks.part_name)
        return _series(measure, label, region, unit, self._weeks.starts, values.tolist(), weeks, factor, note)


def _series(
    measure: Measure, label: str, region: str, unit: str, days: tuple[int, ...], values: list[float], weeks: Weeks,
    factor: float, note: str,
) -> MeasureSeries:  # fmt: skip
    return MeasureSeries(
        measure, label, region, unit, Wording.LEVEL, 1.0, days, tuple(values), (), _no_trend(), factor, note, weeks
    )


def _about(value: float, unit: str) -> str:
    """A guide as it is told: nobody knows it to the kilogram."""
    if unit == tr(SETS):
        return number_text(value, unit)
    return number(round(value, -2) if value >= 1000 else value)


def _no_trend() -> Trend:
    return fit((), (), (), 1.0)


def _muscle_title(measure: Measure) -> str:
    return tr("{muscle}, hard sets", muscle=name_of(measure, None))


def _lift_title(label: str) -> str:
    return tr("{lift}, e1RM", lift=label)
