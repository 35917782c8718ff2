"""Writing what differs between two states of a plan, and nothing else.

What a plan shares with its earlier state is recognised by identity and not looked at, so one changed cell costs a few
rows however long the plan is. Before anything is written, the rows in question must still be what the earlier state
says: a change made elsewhere is never written over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from legwork.domain.plan.model import Block, Entry, Level, Part, Plan, Session, Week, parts_of
from legwork.errors import UserError
from legwork.i18n import tr
from legwork.services.plan_rows import ROWS, children, fields_of, part_of

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

_Inside = Mapping[int, Sequence[Part]]
"""Parts by what holds them."""


class _Placed(NamedTuple):
    parent: int
    place: int
    part: Part


class _Level(NamedTuple):
    """The parts of one level that may differ, by id: as they were, as they shall be, and the rows that there are."""

    level: Level
    old: dict[int, _Placed]
    new: dict[int, _Placed]
    rows: dict[int, Any]


def write_change(work: UnitOfWork, plan_id: int, before: Plan, after: Plan) -> None:
    """Bring the stored parts of a plan from `before` to `after`; each part keeps its id.

    Raises UserError when they are not as `before` says, or as `fields_of`; ValueError when an id stands twice.
    """
    levels = _differing(work, plan_id, before, after)
    for one in levels:
        _insert(work, one)
    for one in levels:
        _update(work, one)
    for one in reversed(levels):
        work.delete(ROWS[one.level].table, one.old.keys() - one.new.keys())


def changed_elsewhere() -> UserError:
    """What is said when a plan is not as the one who changes it saw it."""
    return UserError(
        tr("This plan was changed elsewhere: nothing was lost. Look at the plan as it is now, then do this again.")
    )


def _differing(work: UnitOfWork, plan_id: int, before: Plan, after: Plan) -> list[_Level]:
    found: list[_Level] = []
    old_inside: _Inside = {} if before.blocks is after.blocks else {plan_id: before.blocks}
    new_inside: _Inside = {} if before.blocks is after.blocks else {plan_id: after.blocks}
    for level in ROWS:
        rows = _verified(work, level, old_inside)
        old, new = _placed(old_inside), _placed(new_inside)
        found.append(_Level(level, old, new, rows))
        same = {
            part_id for part_id in old.keys() & new.keys() if parts_of(old[part_id].part) is parts_of(new[part_id].part)
        }
        old_inside = {part_id: parts_of(one.part) for part_id, one in old.items() if part_id not in same}
        new_inside = {part_id: parts_of(one.part) for part_id, one in new.items() if part_id not in same}
    return found


def _placed(inside: _Inside) -> dict[int, _Placed]:
    found = {
        part.id: _Placed(parent, place, part) for parent, parts in inside.items() for place, part in enumerate(parts)
    }
    if len(found) < sum(map(len, inside.values())):
        raise ValueError("an id stands twice in a plan")
    return found


def _verified(work: UnitOfWork, level: Level, inside: _Inside) -> dict[int, Any]:
    """The rows in `inside` by id. Raises UserError unless they are those parts, in that order, and no others."""
    stored = children(work, level, inside)
    for parent, parts in inside.items():
        if [part_of(level, row) for row in stored.get(parent, ())] != [_alone(part) for part in parts]:
            raise changed_elsewhere()
    return {row.id: row for row in chain.from_iterable(stored.values())}


def _alone(part: Part) -> Part:
    """The part without what it holds."""
    match part:
        case Block():
            return replace(part, weeks=())
        case Week():
            return replace(part, sessions=())
        case Session():
            return replace(part, entries=())
        case Entry():
            return part


def _insert(work: UnitOfWork, one: _Level) -> None:
    table, column = ROWS[one.level]
    added = {part_id: placed for part_id, placed in one.new.items() if part_id not in one.old}
    if work.by_ids(table, added):
        raise changed_elsewhere()
    work.insert(
        table,
        [
            {"id": part_id, column: placed.parent, "position": placed.place, **fields_of(placed.part)}
            for part_id, placed in added.items()
        ],
    )


def _update(work: UnitOfWork, one: _Level) -> None:
    table, column = ROWS[one.level]
    changes: dict[int, dict[str, Any]] = {}
    for part_id in one.old.keys() & one.new.keys():
        old, new, row = one.old[part_id], one.new[part_id], one.rows[part_id]
        # All columns of a part that was taken in hand: what could not be read in one of them is then replaced too.
        values = {} if _alone(old.part) == _alone(new.part) else fields_of(new.part)
        changes[part_id] = {column: new.parent, "position": new.place, **values}
        if old.parent == new.parent and row.position == new.place and not values:
            del changes[part_id]
    work.update_many(table, changes)
