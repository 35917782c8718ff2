"""What the plan that runs asks of a week: hard sets and tonnage of legs and upper body, as a band over its weeks.

Owns which weeks make the band. What a week of a plan comes to is counted by `domain.plan`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legwork.domain.log.plan_weeks import PlanWeek
from legwork.domain.plan.counting import Lookup, WeekCount, count_week
from legwork.domain.plan.model import BlockKind
from legwork.domain.sites import Region


@dataclass(frozen=True)
class AskedWeeks:
    """The weeks of training, deloads aside, of the plan to which the current week belongs, and its first Monday."""

    since: date
    counts: tuple[WeekCount, ...]

    def sets(self, region: Region) -> tuple[float, float]:
        """Hard sets of a region a week, from and to."""
        return _band([one.region_sets.get(region, 0.0) for one in self.counts])

    def tonnage_kg(self, region: Region) -> tuple[float, float] | None:
        """Tonnage of a region a week, from and to; None where the plan leaves a load open."""
        if any(one.unknown_loads for one in self.counts):
            return None
        return _band([one.tonnage_kg.get(region, 0.0) for one in self.counts])


def asked_weeks(weeks: Sequence[PlanWeek], monday: date, lookup: Lookup) -> AskedWeeks | None:
    """The band of the plan that has the week of `monday`; None where no plan has it, or all of it is deload.

    weeks: of the calendar, in order, with the plans that they belong to. lookup: what loads are worth.
    """
    plan = next((one.plan_id for one in weeks if one.monday == monday), None)
    own = [one for one in weeks if one.plan_id == plan] if plan is not None else []
    counts = tuple(count_week(one.week, lookup) for one in own if one.block.kind is not BlockKind.DELOAD)
    return AskedWeeks(own[0].monday, counts) if counts else None


def _band(values: Sequence[float]) -> tuple[float, float]:
    return min(values), max(values)
