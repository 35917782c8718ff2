"""What was done for some muscles in the last weeks: sets, how near to failure, days, what was kept of the plan, food.

Owns these facts. What they mean is `domain.forecast.levers`. What is not known, or known of too few days, is None.
Runs off the window's thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from statistics import mean

from legwork.domain.food.amounts import Nutrient
from legwork.domain.food.targets import counted_kg
from legwork.domain.forecast.levers import LEAST_WEEKS
from legwork.domain.log.adherence import Fate
from legwork.domain.log.counting import Counted
from legwork.domain.log.muscle_work import crowding, near_share, working_sets
from legwork.domain.log.sums import Sums, sums_of
from legwork.domain.measures import Family, Measure
from legwork.domain.muscles import Muscle
from legwork.domain.normal import SURE
from legwork.domain.plan.counting import WeekCount, count_week, hard_sets
from legwork.domain.plan.model import Session
from legwork.domain.verdict import judge
from legwork.services.food import food_days
from legwork.services.food_choices import under_age
from legwork.services.food_view import means_of
from legwork.services.measure_series import MeasureSeries
from legwork.services.measures import series_of
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.services.spot_readings import SpotReadings
from legwork.services.training_calendar import CalendarBase

FEWEST_SESSIONS, FEWEST_FOOD_DAYS, FEWEST_WEIGHINGS = 4, 14, 4
"""From fewer nothing is told (conventions)."""


@dataclass(frozen=True)
class Done:
    """What was done of some muscles a week. Fields as in `forecast.levers.Seen`. main: the muscle with most sets, of
    which days and most_in_session are."""

    sets: float | None
    working: float | None
    planned: float | None
    hard_share: float | None
    days: float | None
    most_in_session: float | None
    done_share: float | None
    main: Muscle


@dataclass(frozen=True)
class Fed:
    """protein_g_kg, weight_rate: as in `forecast.levers.Seen`."""

    protein_g_kg: float | None
    weight_rate: float | None


class Work:
    """Of the last LEAST_WEEKS whole weeks, but none before `first`."""

    def __init__(
        self, profile: Profile, person: Person, today: date, first: int, counted: Counted, base: CalendarBase,
        readings: SpotReadings,
    ) -> None:  # fmt: skip
        """first: ordinal of the first day that counts. counted: the log of at least these weeks."""
        self._profile, self._person, self._today = profile, person, today
        self._counted, self._base, self._readings = counted, base, readings
        monday = today.toordinal() - today.weekday()
        earliest = first + (-first + 1) % 7  # day 1 was a Monday
        self.end = monday
        self.starts = tuple(range(max(earliest, monday - 7 * LEAST_WEEKS), monday, 7))
        """The Mondays of the weeks."""

    def of(self, muscles: Sequence[Muscle]) -> Done:
        """What was done for these muscles; each counts alike, as `site_training.dose_of` has it."""
        each = {one: self._muscle_sets(one) for one in muscles}
        main = max(muscles, key=lambda one: each[one])
        if not self.starts:
            return Done(None, None, None, None, None, None, None, main)
        begin, keys = self.starts[0], [one.value for one in muscles]
        crowded = crowding(self._counted, begin, self.end, main.value)
        return Done(
            mean(each.values()),
            mean(working_sets(self._sums, one) for one in keys),
            self._planned(muscles),
            near_share(self._counted, begin, self.end, keys),
            None if crowded is None else crowded.days,
            None if crowded is None else crowded.most,
            self._kept(muscles),
            main,
        )

    def fed(self) -> Fed:
        """What is known of food and weight; nothing of somebody under age: to them the program says nothing of food."""
        if under_age(self._person.birth_date, self._today):
            return Fed(None, None)
        return Fed(self._protein(), self._weight_rate())

    # The log

    @cached_property
    def _sums(self) -> Sums:
        return sums_of(self._counted, self.starts, self.end)

    def _muscle_sets(self, muscle: Muscle) -> float:
        if not self.starts:
            return 0.0
        direct, indirect = self._sums.muscle(muscle.value)
        return float((direct + indirect).mean())

    # The plan

    def _planned(self, muscles: Sequence[Muscle]) -> float | None:
        """The hard sets a week that the plan had in these weeks; None when it had not most of them."""
        weeks = [one for one in self._base.weeks if one.monday.toordinal() in self.starts]
        if 2 * len(weeks) < len(self.starts):
            return None
        counts = [count_week(one.week, self._base.lookup) for one in weeks]
        return mean(planned_sets(one, muscles) for one in counts)

    def _kept(self, muscles: Sequence[Muscle]) -> float | None:
        """The share of planned sessions with sets for these muscles that took place."""
        mondays = {date.fromordinal(one) for one in self.starts}
        fates = [
            one.fate
            for one in self._base.adherence.kept
            if one.planned.first in mondays and self._trains(one.planned.session, muscles)
        ]
        if len(fates) < FEWEST_SESSIONS:
            return None
        return sum(one in (Fate.DONE, Fate.MOVED) for one in fates) / len(fates)

    def _trains(self, session: Session, muscles: Sequence[Muscle]) -> bool:
        lookup = self._base.lookup
        return any(
            lookup.shares.get(entry.exercise, {}).get(muscle.value, 0.0) >= 1
            for entry in session.entries
            if hard_sets(entry.prescription, lookup.hard_rir)
            for muscle in muscles
        )

    # Food and weight

    def _protein(self) -> float | None:
        """Grams a day for each kilogram, counted as the targets on Food count them: without a height there are none."""
        stature = self._person.stature
        if stature is None:
            return None
        first = date.fromordinal(self.end - 7 * LEAST_WEEKS)
        days = food_days(self._profile, self._person.id, first, self._today, self._today)
        grams, kg = means_of(days, self._today).get(Nutrient.PROTEIN), self._weighed
        if grams is None or grams.days < FEWEST_FOOD_DAYS or kg is None:
            return None
        return grams.value / counted_kg(kg, stature.value)

    @cached_property
    def _weighed(self) -> float | None:
        """The newest body weight of these weeks, kg, by its trend."""
        series = self._weights
        if series is None or series.days[-1] < self.end - 7 * LEAST_WEEKS:
            return None
        return float(series.trend.level[-1]) / series.factor

    @cached_property
    def _weights(self) -> MeasureSeries | None:
        measure = Measure(Family.SITE, "body_weight")
        return next(iter(series_of(self._profile, self._person, [measure], readings=self._readings)[measure]), None)

    def _weight_rate(self) -> float | None:
        """As a share of body weight a week; 0 for a change within the error."""
        series = self._weights
        if series is None:
            return None
        last = self._today.toordinal()
        found = judge(series.trend, last - 7 * LEAST_WEEKS, last, series.usual_per_week)
        rows = series.trend.days[found.first : found.last + 1]
        if len(rows) < FEWEST_WEIGHINGS or rows[-1] == rows[0]:
            return None
        if abs(found.delta) <= SURE * found.delta_sd:
            return 0.0
        return found.delta / (float(rows[-1] - rows[0]) / 7) / found.start


def planned_sets(week: WeekCount, muscles: Sequence[Muscle]) -> float:
    """The hard sets of a week of a plan for each of some muscles, their mean.

    Indirect ones count, as in what was done; `week_facts.planned_sets` is what a proposal of sets begins from, and has
    none for a muscle that nothing trains directly.
    """
    return mean(week.muscles[one.value].total if one.value in week.muscles else 0.0 for one in muscles)
