"""Changing whole sessions, weeks and blocks of a plan as the matrix shows them.

Owns the edits of session places (a session in all weeks), of weeks across the borders of blocks, and of blocks. It must
not change single lines (that is `line_edits`), keep anything, or make ids (the caller hands them in).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from legwork.domain.plan.edits import Fresh, duplicate, insert, move, remove, replace_part
from legwork.domain.plan.line_edits import each_session
from legwork.domain.plan.lines import Grid, lines_of
from legwork.domain.plan.model import (
    Block,
    BlockKind,
    Level,
    Plan,
    Session,
    Week,
    Weekday,
    check_limits,
    path_to,
    weeks_of,
    with_ids,
)
from legwork.errors import UserError
from legwork.i18n import tr

FIRST_WEEKS = 4
"""Weeks of a plan that is begun: the shortest mesocycle (a convention)."""


def begun(plan: Plan, name: str, fresh: Fresh) -> Plan:
    """A plan to type into: FIRST_WEEKS weeks when it has none, and a session of that name when it has none."""
    if not list(weeks_of(plan)):
        weeks = tuple(Week(fresh()) for _ in range(FIRST_WEEKS))
        plan = replace(plan, blocks=(Block(fresh(), weeks=weeks),))
    return plan if lines_of(plan).places else session_added(plan, 0, name, fresh)


def session_added(plan: Plan, place: int, name: str, fresh: Fresh) -> Plan:
    """A session without exercises in every week, as the `place`-th from 0. Raises UserError beyond the limits."""
    grid = lines_of(plan)
    changed: dict[int, Week] = {}
    for column, one in enumerate(grid.columns):
        at = _gap(grid, column, place)
        sessions = one.week.sessions
        changed[one.week.id] = replace(one.week, sessions=(*sessions[:at], Session(fresh(), name), *sessions[at:]))
    return with_weeks(plan, changed)


def session_removed(plan: Plan, place: int) -> Plan:
    """Take a session out of all weeks."""
    gone = _ids(lines_of(plan), place)
    changed = {
        one.id: replace(one, sessions=tuple(each for each in one.sessions if each.id not in gone))
        for _, one in weeks_of(plan)
        if any(each.id in gone for each in one.sessions)
    }
    return with_weeks(plan, changed)


def session_named(plan: Plan, place: int, name: str) -> Plan:
    """Another name for a session, in all weeks."""
    own = _ids(lines_of(plan), place)
    return each_session(plan, lambda one: replace(one, name=name) if one.id in own and one.name != name else one)


def session_on(plan: Plan, place: int, weekday: Weekday | None) -> Plan:
    """Another weekday for a session, in all weeks; None for any day."""
    own = _ids(lines_of(plan), place)
    return each_session(
        plan, lambda one: replace(one, weekday=weekday) if one.id in own and one.weekday != weekday else one
    )


def session_moved(plan: Plan, place: int, gap: int) -> Plan:
    """Move a session in all weeks. gap: between the sessions as they stand, from 0."""
    grid = lines_of(plan)
    changed: dict[int, Week] = {}
    for column, one in enumerate(grid.columns):
        session = grid.places[place].sessions[column]
        if session is None:
            continue
        at = _gap(grid, column, gap, without=place)
        others = tuple(each for each in one.week.sessions if each.id != session.id)
        sessions = (*others[:at], session, *others[at:])
        if sessions != one.week.sessions:
            changed[one.week.id] = replace(one.week, sessions=sessions)
    return with_weeks(plan, changed)


def session_copied(plan: Plan, place: int, gap: int, name: str, fresh: Fresh) -> Plan:
    """Put a copy of a session into all weeks that have it. gap: between the sessions as they stand, from 0.

    name: of the copy; another one than its own, so that the two are told apart. Raises UserError beyond the limits.
    """
    grid = lines_of(plan)
    changed: dict[int, Week] = {}
    for column, one in enumerate(grid.columns):
        session = grid.places[place].sessions[column]
        if session is not None:
            at = _gap(grid, column, gap)
            copy = replace(cast(Session, with_ids(session, fresh)), name=name)
            sessions = one.week.sessions
            changed[one.week.id] = replace(one.week, sessions=(*sessions[:at], copy, *sessions[at:]))
    return with_weeks(plan, changed)


def week_added(plan: Plan, week_id: int, fresh: Fresh, *, after: bool = True) -> Plan:
    """A week with the same sessions, but no exercises in them, beside another one in its block.

    Raises UserError when that has gone, or beyond the limits.
    """
    block, week = _week(plan, week_id)
    sessions = tuple(replace(one, id=fresh(), entries=()) for one in week.sessions)
    return insert(plan, Week(fresh(), sessions), block.id, block.weeks.index(week) + after)


def week_removed(plan: Plan, week_id: int) -> Plan:
    """Take a week out, and its block too when nothing is left in that. Raises UserError when it has gone."""
    block, _ = _week(plan, week_id)
    if len(block.weeks) == 1:
        return remove(plan, Level.BLOCK, block.id)
    return remove(plan, Level.WEEK, week_id)


def week_moved(plan: Plan, week_id: int, beside: int, *, after: bool, fresh: Fresh | None = None) -> Plan:
    """Move a week to the side of another one, into the block of that. fresh: leave it, and put a copy there.

    A block in which no week is left goes. Raises UserError when one of the two has gone, or beyond the limits.
    """
    if fresh is None and week_id == beside:
        return plan
    source, week = _week(plan, week_id)
    block, other = _week(plan, beside)
    at = block.weeks.index(other) + after
    if fresh is not None:
        return insert(plan, with_ids(week, fresh), block.id, at)
    if source.id == block.id:
        at -= block.weeks.index(week) < at
        if block.weeks.index(week) == at:
            return plan
    plan = move(plan, Level.WEEK, week_id, block.id, at)
    return remove(plan, Level.BLOCK, source.id) if len(source.weeks) == 1 and source.id != block.id else plan


def week_stepped(plan: Plan, week_id: int, by: int) -> Plan:
    """Move a week one to the left (-1) or right (1); at the edge of its block it goes over into the next block."""
    block, week = _week(plan, week_id)
    weeks = [one for _, one in weeks_of(plan)]
    here = next(at for at, one in enumerate(weeks) if one.id == week_id)
    if not 0 <= here + by < len(weeks):
        return plan
    other = weeks[here + by]
    inside = any(one.id == other.id for one in block.weeks)
    return week_moved(plan, week.id, other.id, after=(by > 0) == inside)


def block_from(plan: Plan, week_id: int, fresh: Fresh, kind: BlockKind = BlockKind.ACCUMULATE) -> Plan:
    """Begin a new block with a week: it and those behind it in its block become one of their own.

    A week that begins a block already is set apart from those behind it. Raises UserError when the week has gone.
    """
    block, week = _week(plan, week_id)
    at = block.weeks.index(week) or 1
    if at == len(block.weeks):
        return plan
    place = next(index for index, one in enumerate(plan.blocks) if one.id == block.id)
    first, second = replace(block, weeks=block.weeks[:at]), Block(fresh(), kind, "", block.weeks[at:])
    if not block.weeks.index(week):
        first, second = replace(first, kind=kind, name=""), replace(second, kind=block.kind, name=block.name)
    return replace(plan, blocks=(*plan.blocks[:place], first, second, *plan.blocks[place + 1 :]))


def block_joined(plan: Plan, block_id: int) -> Plan:
    """Put the weeks of a block at the end of the one before it, which keeps its name and kind; the first one stays."""
    at = next((index for index, one in enumerate(plan.blocks) if one.id == block_id), 0)
    if not at:
        return plan
    before, block = plan.blocks[at - 1 : at + 1]
    joined = replace(before, weeks=before.weeks + block.weeks)
    return replace(plan, blocks=(*plan.blocks[: at - 1], joined, *plan.blocks[at + 1 :]))


def block_changed(plan: Plan, block_id: int, *, kind: BlockKind | None = None, name: str | None = None) -> Plan:
    """Another kind or name for a block; None leaves it. Raises UserError when it has gone."""
    path = path_to(plan, Level.BLOCK, block_id)
    if not path:
        raise _gone()
    block = cast(Block, path[0])
    changed = replace(block, kind=kind or block.kind, name=block.name if name is None else name)
    return plan if changed == block else replace_part(plan, changed)


def block_moved(plan: Plan, block_id: int, gap: int, *, fresh: Fresh | None = None) -> Plan:
    """Move a block. gap: between the blocks as they stand, from 0. fresh: leave it, and put a copy there.

    Raises UserError when it has gone, or beyond the limits.
    """
    path = path_to(plan, Level.BLOCK, block_id)
    if not path:
        raise _gone()
    if fresh is not None:
        return insert(plan, with_ids(path[0], fresh), None, gap)
    here = plan.blocks.index(cast(Block, path[0]))
    return plan if gap in (here, here + 1) else move(plan, Level.BLOCK, block_id, None, gap - (here < gap))


def weeks_doubled(plan: Plan, week_ids: tuple[int, ...], fresh: Fresh) -> Plan:
    """Put copies of weeks that follow each other behind the last of them. Raises UserError beyond the limits."""
    if len(week_ids) == 1:
        return duplicate(plan, Level.WEEK, week_ids[0], fresh)
    if len({block.id for block in plan.blocks for week in block.weeks if week.id in week_ids}) > 1:
        raise UserError(tr("These weeks belong to several blocks: duplicate those of one block at a time."))
    last = week_ids[-1]
    for week_id in reversed(week_ids):
        plan = week_moved(plan, week_id, last, after=True, fresh=fresh)
    return plan


def with_weeks(plan: Plan, changed: Mapping[int, Week]) -> Plan:
    """Other weeks in the place of those with their ids; blocks in which none changes stay. Raises UserError."""
    if not changed:
        return plan
    blocks = (
        replace(block, weeks=tuple(changed.get(one.id, one) for one in block.weeks))
        if any(one.id in changed for one in block.weeks)
        else block
        for block in plan.blocks
    )
    plan = replace(plan, blocks=tuple(blocks))
    check_limits(plan)
    return plan


def _gap(grid: Grid, column: int, place: int, without: int | None = None) -> int:
    """How many sessions of a week stand before a gap between places; `without` one place."""
    before = {
        one.id
        for at, each in enumerate(grid.places[: max(0, place)])
        if at != without and (one := each.sessions[column]) is not None
    }
    own = grid.places[without].sessions[column] if without is not None else None
    others = [one for one in grid.columns[column].week.sessions if own is None or one.id != own.id]
    return max((index for index, one in enumerate(others, 1) if one.id in before), default=0)


def _ids(grid: Grid, place: int) -> frozenset[int]:
    if not 0 <= place < len(grid.places):
        raise _gone()
    return frozenset(one.id for one in grid.places[place].sessions if one is not None)


def _week(plan: Plan, week_id: int) -> tuple[Block, Week]:
    path = path_to(plan, Level.WEEK, week_id)
    if not path:
        raise _gone()
    return cast(Block, path[0]), cast(Week, path[1])


def _gone() -> UserError:
    return UserError(tr("This part of the plan is no longer there: look at the plan again."))
