"""Lighter weeks of a plan: making a coming week one, for some muscles or for everything, and finding those there are.

Owns the change and how a lighter week is recognised. It must not decide that one is due (that is `domain.log.stalls`),
nor add weeks (that is `fixes`): the plan keeps its length.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from legwork.domain.plan.counting import Lookup, hard_sets
from legwork.domain.plan.edits import Fresh
from legwork.domain.plan.lines import Grid, lines_of
from legwork.domain.plan.model import Block, BlockKind, Entry, Plan, Week, check_limits, weeks_of
from legwork.domain.plan.part_edits import with_weeks
from legwork.domain.plan.prescription import Effort, Prescription
from legwork.domain.plan.progression import DELOAD_RIR, DELOAD_SETS, deloaded
from legwork.errors import UserError
from legwork.i18n import tr

ALL = None
"""Instead of muscles: everything is lighter."""


@dataclass(frozen=True)
class Lighter:
    """An entry of a week before and after: what a lighter week would change. session_place: in its week, from 0."""

    entry: Entry
    after: Entry
    session_place: int


def lighter(prescription: Prescription) -> Prescription:
    """The same in a lighter week: half the sets with the same load, at least DELOAD_RIR reps from failure.

    The load stays so that what follows goes on from it; fewer reps come of stopping earlier. Source:
    `progression.deloaded` (conventions).
    """
    eased = replace(deloaded(prescription), load=prescription.load)
    return eased if eased.effort is not None else replace(eased, effort=Effort(DELOAD_RIR))


def lighter_entries(week: Week, muscles: Collection[str] | None, lookup: Lookup) -> tuple[Lighter, ...]:
    """The entries that a lighter week for these muscles would change; None: for everything.

    An entry belongs to the muscles that it trains directly. One that is light already is left out.
    """
    return tuple(
        Lighter(entry, after, place)
        for place, session in enumerate(week.sessions)
        for entry in session.entries
        if (muscles is ALL or _trains(entry, muscles, lookup))
        and (after := replace(entry, prescription=lighter(entry.prescription))) != entry
    )


def made_lighter(plan: Plan, week_id: int, muscles: Collection[str] | None, lookup: Lookup, fresh: Fresh) -> Plan:
    """The plan with a lighter week. muscles: None for everything, and the week is a block of deload then.

    fresh: as in `edits`. Raises UserError when the week has gone, is in a deload already, or has nothing to make
    lighter.
    """
    found = next(((block, week) for block, week in weeks_of(plan) if week.id == week_id), None)
    if found is None:
        raise UserError(tr("This part of the plan is no longer there: look at the plan again."))
    block, week = found
    changes = {one.entry.id: one.after for one in lighter_entries(week, muscles, lookup)}
    if not changes or block.kind is BlockKind.DELOAD:
        raise UserError(tr("There is nothing to make lighter in this week."))
    eased = replace(
        week,
        sessions=tuple(
            replace(session, entries=tuple(changes.get(one.id, one) for one in session.entries))
            for session in week.sessions
        ),
    )
    changed = with_weeks(plan, {week.id: eased})
    return _as_deload(changed, block.id, week.id, fresh) if muscles is ALL else changed


def lighter_weeks(plan: Plan, lookup: Lookup) -> dict[int, frozenset[str] | None]:
    """The lighter weeks by their place in the plan, from 0: None for a week of deload, else the muscles it spares.

    A muscle is spared when every exercise that trains it directly and stood in the week before has about half as many
    sets as there and leaves DELOAD_RIR reps or more: so it is found whoever wrote it. Source: DELOAD_SETS, DELOAD_RIR.
    """
    grid = lines_of(plan)
    found: dict[int, frozenset[str] | None] = {}
    before: int | None = None
    for at, one in enumerate(grid.columns):
        if one.block.kind is BlockKind.DELOAD:
            found[at] = ALL
            continue
        if before is not None and (spared := _spared(grid, before, at, lookup)):
            found[at] = spared
        before = at
    return found


def _spared(grid: Grid, before: int, at: int, lookup: Lookup) -> frozenset[str]:
    eased: set[str] = set()
    kept: set[str] = set()
    for was, now in _pairs(grid, before, at, lookup):
        direct = {muscle for muscle, share in lookup.shares.get(was.exercise, {}).items() if share >= 1}
        (eased if _is_eased(was, now) else kept).update(direct)
    return frozenset(eased - kept)


def _pairs(grid: Grid, before: int, at: int, lookup: Lookup) -> Iterator[tuple[Entry, Entry]]:
    for place in grid.places:
        for line in place.lines:
            was, now = line.cells[before], line.cells[at]
            if was is None or now is None or not hard_sets(was.prescription, lookup.hard_rir):
                continue
            effort = was.prescription.effort
            if effort is None or effort.rir < DELOAD_RIR:  # what was light before tells nothing
                yield was, now


def _is_eased(was: Entry, now: Entry) -> bool:
    effort = now.prescription.effort
    most = -(-was.prescription.sets * DELOAD_SETS // 1)
    return effort is not None and effort.rir >= DELOAD_RIR and now.prescription.sets <= max(1, most)


def _trains(entry: Entry, muscles: Collection[str], lookup: Lookup) -> bool:
    return any(share >= 1 and key in muscles for key, share in lookup.shares.get(entry.exercise, {}).items())


def _as_deload(plan: Plan, block_id: int, week_id: int, fresh: Fresh) -> Plan:
    """The week in a block of deload of its own; what stands before and behind it stays in blocks as they were."""
    blocks: list[Block] = []
    for block in plan.blocks:
        if block.id != block_id:
            blocks.append(block)
            continue
        at = next(place for place, one in enumerate(block.weeks) if one.id == week_id)
        before, behind = block.weeks[:at], block.weeks[at + 1 :]
        if before:
            blocks.append(replace(block, weeks=before))
        blocks.append(Block(fresh(), BlockKind.DELOAD, "", (block.weeks[at],)))
        if behind:
            blocks.append(replace(block, id=fresh() if before else block.id, weeks=behind))
    changed = replace(plan, blocks=tuple(blocks))
    check_limits(changed)
    return changed
