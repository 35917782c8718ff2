"""Which plan each week of the calendar belongs to, when a person has had several.

Owns that choice. What became of the sessions of a week is `adherence`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from legwork.domain.log.adherence import PlannedDay, planned_days
from legwork.domain.plan.counting import MuscleSets, WeekCount
from legwork.domain.plan.model import Block, Plan, Week, weeks_of


@dataclass(frozen=True)
class DatedPlan:
    """A plan of which it is known when it begins. monday: of its first week."""

    id: int
    name: str
    plan: Plan
    monday: date


@dataclass(frozen=True)
class PlanWeek:
    """A week of the calendar with the week of a plan that it belongs to. number: of `count`, from 1. starts: whether
    the week before belongs to another plan or to none."""

    monday: date
    plan_id: int
    plan_name: str
    number: int
    count: int
    block: Block
    week: Week
    planned: tuple[PlannedDay, ...]
    starts: bool = False


def plan_weeks(
    plans: Iterable[DatedPlan], done: Collection[int], chosen: int = 0, last: date | None = None
) -> tuple[PlanWeek, ...]:
    """The weeks of the calendar that belong to a plan, in order.

    Where plans overlap, a week belongs to the one of which most of its sessions were done; else to the chosen one; else
    to the one that was added last (conventions). done: ids of sessions that a workout did. last: no week that begins
    later.
    """
    found: dict[date, tuple[tuple[int, bool, int], PlanWeek]] = {}
    for place, one in enumerate(plans):
        weeks = list(weeks_of(one.plan))
        by_week: dict[int, list[PlannedDay]] = {}
        for planned in planned_days(one.plan, one.monday):
            by_week.setdefault(planned.week, []).append(planned)
        for number, (block, week) in enumerate(weeks):
            monday = one.monday + timedelta(weeks=number)
            if last is not None and monday > last:
                break
            rank = sum(session.id in done for session in week.sessions), one.id == chosen, place
            if monday not in found or found[monday][0] < rank:
                planned_here = tuple(by_week.get(number, ()))
                found[monday] = (
                    rank,
                    PlanWeek(monday, one.id, one.name, number + 1, len(weeks), block, week, planned_here),
                )
    return _with_starts([found[monday][1] for monday in sorted(found)])


def _with_starts(weeks: list[PlanWeek]) -> tuple[PlanWeek, ...]:
    shown: list[PlanWeek] = []
    for one in weeks:
        before = shown[-1] if shown else None
        follows = (
            before is not None and before.plan_id == one.plan_id and before.monday + timedelta(weeks=1) == one.monday
        )
        shown.append(one if follows else replace(one, starts=True))
    return tuple(shown)


def muscles_of_weeks(counts: Iterable[WeekCount]) -> WeekCount:
    """The hard sets of each muscle of several weeks as those of one; its id is 0, and nothing else is in it."""
    found = WeekCount(0)
    for count in counts:
        for muscle, sets in count.muscles.items():
            here = found.muscles.setdefault(muscle, MuscleSets())
            here.direct += sets.direct
            here.indirect += sets.indirect
            for exercise, brought in sets.sources.items():
                here.sources[exercise] = here.sources.get(exercise, 0.0) + brought
    return found
