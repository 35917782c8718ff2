"""What went into a draft and came out of it, as the reasons look at it.

Owns the value types. It must not word anything (`reasons` and `shortfalls` do).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.plan.findings import Wanted
from legwork.domain.plan.model import BlockKind, Plan, Weekday
from legwork.domain.plan_brief import PlanBrief
from legwork.domain.planner.blocks import Phase
from legwork.domain.planner.fill import Filled
from legwork.domain.planner.prescribe import PACES
from legwork.domain.planner.targets import targets_of
from legwork.domain.planner.template import Frame, Template
from legwork.domain.planner.volume import Allotment, allot
from legwork.domain.planner.wishes import MOST_MINUTES, Wishes


@dataclass(frozen=True)
class Reason:
    """One line. subject: what it is about, in a word or two; sentence: why. Both translated.

    short: whether it tells of something that the plan should have and has not.
    """

    subject: str
    sentence: str
    short: bool = False


@dataclass(frozen=True)
class Made:
    """Everything that went into a draft and came out of it."""

    template: Template
    brief: PlanBrief
    wishes: Wishes
    wanted: Wanted
    held: frozenset[Pattern]
    frames: tuple[Frame, ...]
    legs: list[bool]
    weekdays: tuple[Weekday, ...]
    filled: Filled
    allotment: Allotment
    phases: tuple[Phase, ...]
    plan: Plan

    @cached_property
    def roomy(self) -> Allotment:
        """The sets if sessions could be as long as one likes: tells whether time is what lacks."""
        targets = targets_of(self.brief, self.wishes.experience)
        return allot(self.filled.places, self.legs, targets, MOST_MINUTES, PACES[:1])

    @property
    def working(self) -> int:
        """Weeks outside deloads."""
        return sum(one.weeks for one in self.phases if one.kind is not BlockKind.DELOAD)

    def sets(self, muscle: Muscle, done: int) -> float:
        """Hard sets of a muscle in a working week, from 0."""
        counts = self.allotment.after(done)
        return sum(n * one.exercise.share_of(muscle) for n, one in zip(counts, self.filled.places, strict=True) if n)
