"""Carrying out what a check offers: the plan with a fix in it, in every week that the fix is for.

Owns the change. It must not decide what to mend or where (the remedies have), keep anything, or know a catalogue:
which exercise stands for a pattern is answered by whoever asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar, cast

from legwork.domain.patterns import Pattern, pattern_region
from legwork.domain.plan.counting import hard_sets
from legwork.domain.plan.edits import Fresh
from legwork.domain.plan.findings import Fix, FixKind
from legwork.domain.plan.loads import of_max, scaled, with_load
from legwork.domain.plan.model import Block, BlockKind, Entry, Plan, Session, Week, check_limits, weeks_of, with_ids
from legwork.domain.plan.prescription import MAX_SETS, Effort, OfMax, Prescription, Target, straight
from legwork.domain.plan.progression import PERCENT_PER_REP, deloaded
from legwork.domain.plan.rules import Double
from legwork.domain.sites import Region
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.i18n import tr

P = TypeVar("P")

Choose = Callable[[Pattern], str]
"""Gives the key of the exercise that stands for a pattern."""

StepOf = Callable[[str], Quantity | None]
"""Gives the smallest step in load of an exercise."""

NEW_REPS, NEW_RIR = (8, 12), 2.0
"""What an exercise is prescribed that the plan has nowhere else (conventions within SCIENCE section 6)."""

LEAST_LEFT = 0.5
"""A load is never made smaller than by this factor when reps rise (a convention)."""


def carried_out(plan: Plan, fix: Fix, fresh: Fresh, choose: Choose, step_of: StepOf = lambda _: None) -> Plan:
    """The plan with a fix and all its further steps. fresh: as in `edits`. choose: asked once for each pattern.

    step_of: the smallest step in load of an exercise, by its key; None where it is not known.

    An exercise that the plan has in another working week comes with what is prescribed there. Raises UserError when a
    part has gone meanwhile, or beyond the limits.
    """
    if fix.kind is FixKind.ADD_DELOAD:
        changed = _add_deload(plan, fix, fresh, step_of)
    else:
        weeks = {week.id: week for _, week in weeks_of(plan)}
        known = _Known(plan, choose)
        steps: dict[int | None, list[Fix]] = {}
        for step in fix.steps:
            steps.setdefault(step.week_id, []).append(step)
        new = {key: _mended(_there(weeks, key), some, fresh, known) for key, some in steps.items()}
        changed = replace(
            plan,
            blocks=tuple(
                replace(block, weeks=tuple(new.get(week.id, week) for week in block.weeks))
                if any(week.id in new for week in block.weeks)
                else block
                for block in plan.blocks
            ),
        )
    check_limits(changed)
    return changed


class _Known:
    """What the plan has of each exercise, and which one stands for a pattern; each looked up once."""

    def __init__(self, plan: Plan, choose: Choose) -> None:
        self._choose = choose
        self._keys: dict[Pattern, str] = {}
        self._weeks: list[tuple[Week, dict[str, Entry]]] = [
            (week, {entry.exercise: entry for entry in _entries(week) if hard_sets(entry.prescription)})
            for block, week in weeks_of(plan)
            if block.kind is not BlockKind.DELOAD
        ]

    def key(self, pattern: Pattern) -> str:
        """The exercise that stands for a pattern."""
        if pattern not in self._keys:
            self._keys[pattern] = self._choose(pattern)
        return self._keys[pattern]

    def like(self, week: Week, exercise: str) -> Entry | None:
        """The entry of the exercise in the nearest working week with hard sets of it, earlier ones first."""
        here = next((place for place, (one, _) in enumerate(self._weeks) if one.id == week.id), 0)
        for place in (*range(here, -1, -1), *range(here + 1, len(self._weeks))):
            found: Entry | None = self._weeks[place][1].get(exercise)
            if found is not None:
                return found
        return None


def _mended(week: Week, steps: Sequence[Fix], fresh: Fresh, known: _Known) -> Week:
    """One week with all steps that are for it."""
    sessions = {one.id: one for one in week.sessions}
    entries = {one.id: one for one in _entries(week)}
    more: dict[int, list[Entry]] = {}
    new: list[Session] = []
    for step in steps:
        match step.kind:
            case FixKind.ADD_EXERCISE if step.session_id is not None:
                _there(sessions, step.session_id)
                more.setdefault(step.session_id, []).append(_added(week, step, fresh, known))
            case FixKind.ADD_EXERCISE:
                name = tr("Legs") if any(one.name for one in week.sessions) else ""
                new.append(Session(fresh(), name, step.weekday, (_added(week, step, fresh, known),)))
            case FixKind.MOVE_SESSION if step.session_id is not None:
                sessions[step.session_id] = replace(_there(sessions, step.session_id), weekday=step.weekday)
            case FixKind.CHANGE_REPS if step.entry_id is not None:
                entries[step.entry_id] = _with_reps(_there(entries, step.entry_id), step.reps or NEW_REPS)
            case FixKind.ADD_SETS | FixKind.REMOVE_SETS if step.entry_id is not None:
                old = _there(entries, step.entry_id)
                by = step.sets if step.kind is FixKind.ADD_SETS else -step.sets
                entries[step.entry_id] = replace(old, prescription=with_sets(old.prescription, by))
            case _:
                raise ValueError(f"a step of {step.kind} without its place")
    kept = [
        replace(one, entries=(*(entries[entry.id] for entry in one.entries), *more.get(one.id, ())))
        for one in (sessions[each.id] for each in week.sessions)
    ]
    for one in new:
        kept.insert(_place_of(one, kept), one)
    return replace(week, sessions=tuple(kept))


def _place_of(session: Session, among: Sequence[Session]) -> int:
    """Behind the sessions of earlier days and those of any day."""
    day = session.weekday
    earlier = (
        place for place, one in enumerate(among, start=1) if day is None or one.weekday is None or one.weekday < day
    )
    return max(earlier, default=0)


def with_sets(prescription: Prescription, by: int) -> Prescription:
    """So many sets more, like the last one, or fewer from the end; held within 1 and MAX_SETS."""
    targets = prescription.targets
    count = min(MAX_SETS, max(1, len(targets) + by))
    return replace(prescription, targets=(targets + (targets[-1],) * MAX_SETS)[:count])


def _added(week: Week, step: Fix, fresh: Fresh, known: _Known) -> Entry:
    if step.pattern is None:
        raise ValueError("an exercise without a pattern")
    exercise = known.key(step.pattern)
    like = known.like(week, exercise)
    if like is None:
        prescription = replace(straight(step.sets, *NEW_REPS), effort=Effort(NEW_RIR))
        return Entry(fresh(), exercise, prescription)
    prescription = like.prescription
    few = prescription.sets < step.sets
    if few or pattern_region(step.pattern) is Region.UPPER:  # more for the upper body might put the legs behind
        prescription = with_sets(prescription, step.sets - prescription.sets)
    return Entry(fresh(), exercise, prescription, like.rule)


def _with_reps(entry: Entry, reps: tuple[int, int]) -> Entry:
    """All targets outside the range get it; a load gets lighter where reps rise, and stays where they fall."""
    low, high = reps
    prescription = entry.prescription
    targets = tuple(one if low <= one.middle <= high else Target(low, high) for one in prescription.targets)
    rise = max((new.middle - old.middle for new, old in zip(targets, prescription.targets, strict=True)), default=0.0)
    load = prescription.load
    if rise > 0:
        less = rise * PERCENT_PER_REP
        if isinstance(load, OfMax):
            load = of_max(max(load.percent * LEAST_LEFT, load.percent - less))
        else:
            load = scaled(load, max(LEAST_LEFT, 1 - less / 100))
    rule = Double(low, high, entry.rule.step) if isinstance(entry.rule, Double) else entry.rule
    return replace(entry, prescription=with_load(replace(prescription, targets=targets), load), rule=rule)


def _add_deload(plan: Plan, step: Fix, fresh: Fresh, step_of: StepOf) -> Plan:
    """A block of one lighter week behind a week, which parts its block in two where that goes on."""
    homes = {week.id: (block, week) for block, week in weeks_of(plan)}
    block, week = _there(homes, step.week_id)
    place = next(index for index, one in enumerate(block.weeks, start=1) if one.id == week.id)
    lighter = cast(Week, with_ids(_lighter(week, step_of), fresh))
    parts = [replace(block, weeks=block.weeks[:place]), Block(fresh(), BlockKind.DELOAD, "", (lighter,))]
    if block.weeks[place:]:
        parts.append(replace(block, id=fresh(), weeks=block.weeks[place:]))
    blocks = [part for one in plan.blocks for part in (parts if one.id == block.id else [one])]
    return replace(plan, blocks=tuple(blocks))


def _lighter(week: Week, step_of: StepOf) -> Week:
    return replace(
        week,
        sessions=tuple(
            replace(
                session,
                entries=tuple(
                    replace(one, prescription=deloaded(one.prescription, step_of(one.exercise)))
                    for one in session.entries
                ),
            )
            for session in week.sessions
        ),
    )


def _entries(week: Week) -> Iterator[Entry]:
    return (entry for session in week.sessions for entry in session.entries)


def _there(parts: Mapping[int, P], part_id: int | None) -> P:
    if part_id is None or part_id not in parts:
        raise UserError(tr("This part of the plan is no longer there: look at the plan again."))
    return parts[part_id]
