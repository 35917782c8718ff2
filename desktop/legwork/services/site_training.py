"""The hard sets that reach what lies under a tape: those of the log week by week, and those of the coming plan.

Owns reading log and plan once for all measures of one moment. What sets do is `domain.forecast.growth`; a measure's
muscles are told by `domain.forecast.likeness`. Runs off the window's thread.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from legwork.domain.forecast.growth import effect_of
from legwork.domain.plan.counting import count_week
from legwork.domain.plan.model import weeks_of
from legwork.domain.weekly_sets import HOLDS_FROM
from legwork.services.plan_lookup import counting_lookup
from legwork.services.plan_now import monday_of
from legwork.services.plans import plan_of_today
from legwork.services.training_measures import has_log

if TYPE_CHECKING:
    from legwork.domain.log.sums import Sums
    from legwork.domain.muscles import Muscle
    from legwork.domain.plan.counting import Lookup
    from legwork.domain.sites import Region
    from legwork.services.people import Person
    from legwork.services.profile import Profile
    from legwork.services.spot_readings import SpotReadings

NOW_WEEKS = 6
"""So many of the last whole weeks say how training is now (convention)."""

FEWEST_WEEKS = 2
"""Fewer whole weeks of a log say nothing of it (convention)."""


LOOK_BACK_WEEKS = 208
"""Of a log the last four years are read: what lies before tells nothing of now (convention)."""

BUILT_WEEKS = 8
"""Training of so many weeks builds something that can be lost again (convention: one mesocycle)."""


@dataclass(frozen=True)
class Dose:
    """Hard sets a week. sets: of each muscle, their mean. effect: what they do, the mean over the muscles."""

    sets: float
    effect: float


def dose_of(sets: Sequence[float], built: Sequence[bool]) -> Dose:
    """The dose of a week in which each muscle has so many hard sets. built: whether it has something to lose.

    Muscles count alike, whatever their size (convention): a set for one does nothing for another. Raises ValueError
    without a muscle.
    """
    if not sets:
        raise ValueError("a dose is one of at least one muscle")
    effects = [effect_of(one, built=had) for one, had in zip(sets, built, strict=True)]
    return Dose(sum(sets) / len(sets), sum(effects) / len(effects))


def built_by(weekly_sets: Sequence[float]) -> list[bool]:
    """Of consecutive weeks, whether a muscle had trained by then so that it has something to lose: BUILT_WEEKS with
    more than HOLDS_FROM sets on average at any time before, or with that week. Source: BUILT_WEEKS (convention)."""
    found, had, running = [], False, 0.0
    for place, sets in enumerate(weekly_sets):
        running += sets - (weekly_sets[place - BUILT_WEEKS] if place >= BUILT_WEEKS else 0.0)
        had = had or running > BUILT_WEEKS * HOLDS_FROM
        found.append(had)
    return found


class SiteTraining:
    """Reads the log when it is first asked for something, and then keeps it: for the questions of one moment.

    today: decides which weeks are over. chosen_plan: the plan that is trained by, where several could be.
    breathe: called between steps; what it raises ends the work. readings: of this person, when the caller has them.
    Raises StoreError.
    """

    def __init__(
        self, profile: Profile, person: Person, today: date, chosen_plan: int = 0,
        breathe: Callable[[], object] = bool, readings: SpotReadings | None = None,
    ) -> None:  # fmt: skip
        self._profile, self._person, self._today, self._chosen = profile, person, today, chosen_plan
        self._breathe, self._readings = breathe, readings

    # What was done

    @property
    def logged(self) -> bool:
        """Whether a workout was ever logged."""
        return bool(self._starts) or has_log(self._profile, self._person)

    def now(self, muscles: Sequence[Muscle]) -> Dose | None:
        """The mean of the last NOW_WEEKS whole weeks; None while the log says nothing of now."""
        weeks = self._now_weeks if muscles else None
        return None if weeks is None else self._mean(muscles, weeks)

    def effects(self, muscles: Sequence[Muscle]) -> Callable[[float], float]:
        """What the training of a day did, by its week. 0 before the log begins, and after it ends: nothing is known of
        it, so the readings alone speak. A week without a workout amid the log is one without training."""
        if not muscles or not self._starts:
            return _nothing
        starts = self._starts
        sets, built = ([found[one.value] for one in muscles] for found in (self._sets, self._built))
        found = [dose_of(*week).effect for week in zip(zip(*sets, strict=True), zip(*built, strict=True), strict=True)]
        self._breathe()
        end = starts[-1] + 7

        def effect(day: float) -> float:
            return found[bisect_right(starts, day) - 1] if starts[0] <= day < end else 0.0

        return effect

    def weeks_with(self, region: Region, least: float) -> int:
        """In how many whole weeks of the log a region had so many hard sets."""
        if not self._starts:
            return 0
        return int((self._sums.region_sets(region)[: len(self._starts)] >= least).sum())

    def _mean(self, muscles: Sequence[Muscle], weeks: Sequence[int]) -> Dose:
        return dose_of(
            [sum(self._sets[one.value][week] for week in weeks) / len(weeks) for one in muscles],
            [self._built[one.value][weeks[-1]] for one in muscles],
        )

    @cached_property
    def _now_weeks(self) -> range | None:
        """Places of the weeks that say how training is now."""
        count = len(self._starts)
        if count < FEWEST_WEEKS:
            return None
        monday = self._monday
        if self._starts[-1] + 7 < monday:  # the log ended some weeks ago
            return None
        return range(max(0, count - NOW_WEEKS), count)

    @property
    def _monday(self) -> int:
        return self._today.toordinal() - self._today.weekday()

    @cached_property
    def _sums(self) -> Sums:
        from legwork.domain.log.sums import weekly
        from legwork.services.log_sums import counted_log

        first = self._today - timedelta(weeks=LOOK_BACK_WEEKS)
        counted = counted_log(self._profile, self._person, self._lookup, first, self._today, self._readings)
        self._breathe()
        found = weekly(counted, self._today)
        self._breathe()
        return found

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Mondays of the weeks that are over, up to the last of which something is known.

        A log that has been silent for longer than NOW_WEEKS ends with its last workout: who stopped logging has not
        stopped training, for all that is known.
        """
        sums = self._sums
        starts = [one for one in sums.starts if one < self._monday]
        days = sums.counted.columns.day
        if not len(days):
            return ()
        newest = int(days.max())
        if newest < self._monday - 7 * NOW_WEEKS:
            starts = [one for one in starts if one <= newest]
        return tuple(starts)

    @cached_property
    def _sets(self) -> Mapping[str, list[float]]:
        """Hard sets of each muscle a week, direct and indirect by their shares; shape as _starts."""
        from legwork.domain.muscles import Muscle

        found, count = {}, len(self._starts)
        for muscle in Muscle:
            direct, indirect = self._sums.muscle(muscle.value)
            found[muscle.value] = (direct + indirect)[:count].tolist()
        self._breathe()
        return found

    @cached_property
    def _built(self) -> Mapping[str, list[bool]]:
        """Whether each muscle has something to lose; shape as _starts."""
        return {muscle: built_by(sets) for muscle, sets in self._sets.items()}

    @cached_property
    def _lookup(self) -> Lookup:
        found = counting_lookup(self._profile, self._person)
        self._breathe()
        return found

    # What is planned

    def planned(self, muscles: Sequence[Muscle], share: float = 1.0) -> Dose | None:
        """The mean of the coming weeks of the plan, deloads among them; None without one.

        share: of its sets. A plan that is over, or that has no start, counts with all its weeks: as if it began anew.
        """
        weeks = self._plan
        if not weeks or not muscles:
            return None
        return dose_of(
            [share * sum(week.get(one.value, 0.0) for week in weeks) / len(weeks) for one in muscles],
            [bool(self._starts) and self._built[one.value][-1] for one in muscles],
        )

    @cached_property
    def _plan(self) -> tuple[Mapping[str, float], ...]:
        """The hard sets of each muscle in each week of the plan that counts; empty without one."""
        stored = plan_of_today(self._profile, self._person.id, self._today, self._chosen)
        if stored is None:
            return ()
        self._breathe()
        weeks = [week for _, week in weeks_of(stored.plan)]
        if stored.info.starts_on is not None:
            first = monday_of(stored.info.starts_on)
            here = self._today - timedelta(days=self._today.weekday())
            coming = [week for place, week in enumerate(weeks) if first + timedelta(weeks=place) >= here]
            weeks = coming or weeks
        lookup = self._lookup
        counted = []
        for week in weeks:
            counted.append({key: sets.total for key, sets in count_week(week, lookup).muscles.items()})
            self._breathe()
        return tuple(counted)


def _nothing(day: float) -> float:
    return 0.0
