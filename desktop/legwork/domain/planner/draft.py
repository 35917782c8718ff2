"""A whole plan drafted from a template, a brief and a person's wishes. Choosing a template plainly is the same with
the usual wishes.

Owns the assembly. It must not choose (that is `fill`, `volume`, `blocks`) nor word the reasons (`reasons`). The plan
is an ordinary one: it can be edited like any other. The same arguments always give the same plan.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from legwork.domain.exercise_names import Catalogue
from legwork.domain.patterns import Pattern
from legwork.domain.plan.findings import Wanted
from legwork.domain.plan.model import Block, BlockKind, Entry, Plan, Session, Week, Weekday
from legwork.domain.plan.progression import deloaded
from legwork.domain.plan_brief import PlanBrief
from legwork.domain.planner.blocks import Phase, effort_in, phases_for
from legwork.domain.planner.fill import Filled, fill
from legwork.domain.planner.made import Made, Reason
from legwork.domain.planner.prescribe import PACES, Standing, arranged, prescription, rule_for
from legwork.domain.planner.reasons import reasons_for
from legwork.domain.planner.targets import targets_of
from legwork.domain.planner.template import Frame, Template
from legwork.domain.planner.volume import Allotment, allot
from legwork.domain.planner.week import frames_for, is_leg_frame, weekdays_for
from legwork.domain.planner.wishes import Wishes
from legwork.errors import UserError
from legwork.i18n import ntr, tr

Fresh = Callable[[], int]


@dataclass(frozen=True)
class Draft:
    """A drafted plan, and why it is as it is: one line for each choice."""

    plan: Plan
    reasons: tuple[Reason, ...]


def draft(
    template: Template,
    brief: PlanBrief,
    wishes: Wishes,
    catalogue: Catalogue,
    fresh: Fresh,
    wanted: Wanted | None = None,
) -> Draft:
    """Draft a plan. fresh: gives an id that was never used, at each call. wanted: what the checks will hold the plan
    to, so that the reasons tell what falls short of it; None for the usual, with the brief's leg days.

    Loads are left open, the reps in reserve say how hard. Raises UserError when nothing may be trained for now.
    """
    held = brief.held | wishes.held
    if held.issuperset(Pattern):
        raise UserError(tr("Training waits until somebody has looked at what hurts: plan again after that."))
    days = wishes.days or template.days
    if wishes.weekdays:
        days = min(days, len(wishes.weekdays))
    frames = frames_for(template, days)
    legs = [is_leg_frame(frame.slots) for frame in frames]
    usual_days = [frame.weekday for frame in frames] if len(frames) == template.days else []
    weekdays = weekdays_for(legs, usual_days, wishes.weekdays)
    filled = fill(frames, wishes, held, catalogue)
    allotment = allot(filled.places, legs, targets_of(brief, wishes.experience), wishes.minutes, PACES)
    phases = phases_for(wishes.weeks, wishes.experience)
    course = _Course(frames, weekdays, filled, allotment, phases, wishes, fresh)
    name = ntr("{template}, {count} week", "{template}, {count} weeks", wishes.weeks, template=template.label)
    plan = Plan(name, course.blocks())
    usual = Wanted(leg_days=brief.leg_days) if wanted is None else wanted
    limits = replace(usual, held=usual.held | held)
    made = Made(template, brief, wishes, limits, held, frames, legs, weekdays, filled, allotment, phases, plan)
    return Draft(plan, reasons_for(made))


class _Course:
    """Lays the week out over the phases."""

    def __init__(
        self,
        frames: tuple[Frame, ...],
        weekdays: tuple[Weekday, ...],
        filled: Filled,
        allotment: Allotment,
        phases: tuple[Phase, ...],
        wishes: Wishes,
        fresh: Fresh,
    ) -> None:
        self._frames, self._weekdays, self._allotment = frames, weekdays, allotment
        self._phases, self._wishes, self._fresh = phases, wishes, fresh
        places = filled.places
        self._numbers = [[n for n, one in enumerate(places) if one.frame == frame] for frame in range(len(frames))]
        self._places = [[places[number] for number in numbers] for numbers in self._numbers]
        self._known: dict[object, tuple[Entry, ...]] = {}

    def blocks(self) -> tuple[Block, ...]:
        """Every block with its weeks; a deload has what the week before it had, less of it."""
        found: list[Block] = []
        done, before = 0, self._phases[0]
        for phase in self._phases:
            rest = phase.kind is BlockKind.DELOAD
            weeks: list[Week] = []
            block = self._fresh()
            for place in range(phase.weeks):
                if rest:
                    weeks.append(self._week(done - 1, before, before.weeks - 1, rest=True))
                else:
                    weeks.append(self._week(done, phase, place))
                    done += 1
            name = "" if rest else tr("Mesocycle {number}", number=phase.mesocycle)
            found.append(Block(block, phase.kind, name, tuple(weeks)))
            before = phase
        return tuple(found)

    def _week(self, rounds: int, phase: Phase, place: int, *, rest: bool = False) -> Week:
        sets = self._allotment.after(rounds)
        week = self._fresh()
        sessions = [
            self._session(number, frame, sets, phase, place, rest=rest) for number, frame in enumerate(self._frames)
        ]
        return Week(week, tuple(one for one in sessions if one is not None))

    def _session(
        self, number: int, frame: Frame, sets: tuple[int, ...], phase: Phase, place: int, *, rest: bool
    ) -> Session | None:
        """None where nothing is left to do on that day."""
        own = tuple(sets[one] for one in self._numbers[number])
        likes = (place == 0, place == phase.weeks - 1, phase.weeks >= 4, phase.kind, rest)
        entries = self._known.get((number, own, likes))
        if entries is None:
            standing = arranged(self._places[number], own, self._allotment.pace)
            entries = tuple(self._entry(one, phase, place, rest=rest) for _, one in standing)
            self._known[number, own, likes] = entries
        if not entries:
            return None
        session = self._fresh()
        numbered = tuple(replace(one, id=self._fresh()) for one in entries)
        return Session(session, frame.label, self._weekdays[number], numbered)

    def _entry(self, standing: Standing, phase: Phase, place: int, *, rest: bool) -> Entry:
        """Without an id."""
        slot, exercise = standing.place.slot, standing.place.exercise
        heavy = phase.kind is BlockKind.INTENSIFY
        rir = effort_in(slot, place, phase.weeks, self._wishes.experience)
        cell = prescription(standing, self._allotment.pace, rir, heavy=heavy)
        rule = rule_for(slot, exercise, standing.sets, self._wishes.units, heavy=heavy)
        if rest:
            cell = deloaded(cell)
        return Entry(0, exercise.key, cell, rule, standing.group)
