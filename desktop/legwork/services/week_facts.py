"""What a week of training is judged by: its sets, where the plan stands after it, and what was light.

Owns looking these up in what was read. What follows from them is `volume_next`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from legwork.domain.exercise_names import Catalogue
from legwork.domain.log.counting import Counted
from legwork.domain.log.kept_up import training_days, weeks_kept_up
from legwork.domain.log.lift_course import LiftCourse, Response
from legwork.domain.log.stalls import muscle_response
from legwork.domain.log.sums import Sums, sums_of
from legwork.domain.muscles import Muscle
from legwork.domain.plan.counting import Lookup, count_week
from legwork.domain.plan.lighter import lighter_weeks
from legwork.domain.plan.model import Plan, weeks_of
from legwork.domain.plan.volume_edits import coming_weeks
from legwork.domain.plan_brief import KEEP, PlanBrief, Upper
from legwork.services.plan_aims import PlanAims
from legwork.services.plan_volumes import band_of
from legwork.services.plans import StoredPlan
from legwork.services.train_week import monday_of
from legwork.services.week_answers import agreed_lighter

MUSCLES_JUDGED = (
    Muscle.QUADRICEPS,
    Muscle.HAMSTRINGS,
    Muscle.GLUTES,
    Muscle.CALVES,
    Muscle.CHEST,
    Muscle.LATS,
    Muscle.UPPER_BACK,
    Muscle.SIDE_DELTS,
    Muscle.BICEPS,
    Muscle.TRICEPS,
)
"""Those of which sets are moved; small ones follow the large (a convention)."""


@dataclass(frozen=True)
class WeekFacts:
    """What a week is judged by. log: (session id, day) of workouts that did sessions of the plan."""

    week: date
    today: date
    counted: Counted
    lookup: Lookup
    catalogue: Catalogue
    aims: PlanAims
    stored: StoredPlan | None
    log: tuple[tuple[int, date], ...]
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    refused: Mapping[str, frozenset[str]] = field(default_factory=dict)
    girths: Mapping[str, str] = field(default_factory=dict)

    def label_of(self, key: str) -> str:
        """The name of an exercise."""
        found = self.catalogue.get(key)
        return key if found is None else found.label


class PlanAhead:
    """Where the plan stands after the week that is judged, and the lighter weeks behind and ahead."""

    def __init__(self, facts: WeekFacts) -> None:
        self.plan = facts.stored.plan if facts.stored is not None else Plan()
        self.weeks = [week for _, week in weeks_of(self.plan)]
        starts_on = facts.stored.info.starts_on if facts.stored is not None else None
        self.at: int | None = None
        """The place of the judged week in the plan; None where it is not known or not in it."""
        if starts_on is not None:
            at = (facts.week - monday_of(starts_on)).days // 7
            self.at = at if 0 <= at < len(self.weeks) else None
        days = dict(facts.log)
        first = 0
        if starts_on is not None:
            first = max(0, (facts.week - monday_of(starts_on)).days // 7 + 1)
        self.coming = coming_weeks(self.plan, frozenset(days), first)
        light = lighter_weeks(self.plan, facts.lookup)
        self.light_ahead = {at: light[at] for at in range(first, first + 2) if at in light}
        if starts_on is None and self.coming:
            self.light_ahead = {at: light[at] for at in light if self.coming[0] - 1 <= at <= self.coming[0]}
        self.deloads: set[int] = set()
        self.lighter: dict[int, frozenset[str]] = {}
        for at, muscles in light.items():
            if starts_on is not None:
                self._add({monday_of(starts_on) + timedelta(weeks=at)}, muscles)
            else:
                done = (days[one.id] for one in self.weeks[at].sessions if one.id in days)
                self._add({monday_of(day) for day in done}, muscles)
        for monday, muscles in agreed_lighter(facts.choices).items():
            self._add({monday}, muscles)

    def was_light(self, week: date, muscle: str) -> bool:
        """Whether a week was a lighter one for a muscle."""
        monday = week.toordinal()
        return monday in self.deloads or muscle in self.lighter.get(monday, ())

    def last_deload(self, today: date) -> date | None:
        """The first day of the newest lighter week for everything."""
        past = [one for one in self.deloads if one <= today.toordinal()]
        return date.fromordinal(max(past)) if past else None

    def _add(self, mondays: set[date], muscles: frozenset[str] | None) -> None:
        for monday in mondays:
            if muscles is None:
                self.deloads.add(monday.toordinal())
            else:
                known = self.lighter.get(monday.toordinal(), frozenset())
                self.lighter[monday.toordinal()] = known | muscles


class Done:
    """What was done for a muscle. last: hard sets of the week. usual: the mean of the weeks before it with training, 0
    without any. weeks: with training since the last break. trained: whether a set of the week trained it directly."""

    def __init__(self, facts: WeekFacts, muscle: Muscle) -> None:
        sums = _weeks(facts.counted, facts.week, 4)
        direct, indirect = sums.muscle(muscle)
        totals = (direct + indirect).tolist()
        self.last: float = totals[-1]
        self.trained = bool(direct[-1])
        before = [one for one in totals[:-1] if one]
        self.usual = sum(before) / len(before) if before else 0.0
        days = training_days(facts.counted, muscle)
        self.weeks = weeks_kept_up(days, (facts.week + timedelta(days=6)).toordinal())


def planned_sets(ahead: PlanAhead, at: int, lookup: Lookup, muscle: Muscle) -> float:
    """The hard sets of a muscle that the plan has in the week at this place; 0 where none trains it directly."""
    found = count_week(ahead.weeks[at], lookup).muscles.get(muscle)
    return found.total if found is not None and found.direct else 0.0


def only_kept(brief: PlanBrief) -> frozenset[str]:
    """The muscles that shall only keep their size: that they do not get stronger is no stall."""
    legs = frozenset(muscle.value for muscle, band in brief.sets.items() if band == KEEP)
    if brief.upper is not Upper.KEEP:
        return legs
    return legs | {one.value for one in Muscle if one not in brief.sets and band_of(one, brief) is not None}


def getting_better(courses: Mapping[str, LiftCourse], lookup: Lookup) -> frozenset[str]:
    """The muscles that get better though some of their lifts do not: that is no stall of the muscle."""
    return frozenset(
        one.value for one in Muscle if muscle_response(one, courses, lookup) is Response.BETTER
    )  # fmt: skip


def direct_sets(counted: Counted, week: date) -> dict[str, float]:
    """The direct hard sets of a week by muscle."""
    sums = _weeks(counted, week, 1)
    return {one: float(sums.muscle(one)[0][-1]) for one in sums.muscles()}


def _weeks(counted: Counted, last: date, count: int) -> Sums:
    begin = last.toordinal()
    return sums_of(counted, [begin - 7 * back for back in reversed(range(count))], begin + 7)
