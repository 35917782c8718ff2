"""How a plan lies in the store: the rows of each part, read and written.

Owns the columns of the parts and what becomes of a row that makes no sense: it is shown in words, and stays as it is
until somebody takes that part in hand. It must not decide which edits there are (that is `plans`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from legwork.domain.plan.cells import format_cell, parse_cell
from legwork.domain.plan.model import (
    MAX_GROUPS,
    MAX_NAME,
    Block,
    BlockKind,
    Entry,
    Level,
    Part,
    Plan,
    Session,
    Week,
    Weekday,
    level_of,
    parts_of,
)
from legwork.domain.plan.prescription import MAX_NOTE, Prescription, Target, one_line
from legwork.domain.plan.rules import FIXED, Rule, format_rule, parse_rule
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.formats.records import MAX_EXERCISE_KEY
from legwork.i18n import tr
from legwork.store.reader import Reader
from legwork.store.tables import Table, plan_block, plan_entry, plan_session, plan_week

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

Fields = dict[str, Any]
"""Columns of a row, without its id and its place."""


class LevelRows(NamedTuple):
    """Where the parts of a level lie, and the column that says in what."""

    table: Table
    parent: str


ROWS: Mapping[Level, LevelRows] = {
    Level.BLOCK: LevelRows(plan_block, "plan_id"),
    Level.WEEK: LevelRows(plan_week, "plan_block_id"),
    Level.SESSION: LevelRows(plan_session, "plan_week_id"),
    Level.ENTRY: LevelRows(plan_entry, "plan_session_id"),
}
"""From the largest to the smallest: those that hold come before what they hold."""


@lru_cache(maxsize=16_384)
def _prescription(text: str) -> Prescription:
    """A cell as it was stored; one that cannot be read is one set of one rep that says so in its note."""
    try:
        return parse_cell(text, UnitSystem.METRIC)  # stored cells name the unit of a load
    except UserError:
        return Prescription((Target(1, 1),), note=one_line(tr("Could not be read: {text}", text=text)))


@lru_cache(maxsize=4_096)
def _rule(text: str) -> Rule | None:
    """A rule as it was stored; None for one that cannot be read."""
    with suppress(UserError):
        return parse_rule(text)
    return None


def part_of(level: Level, row: Any, inside: Sequence[Any] = ()) -> Part:
    """The part that a row stands for, holding `inside`. Never raises: what makes no sense is shown in words."""
    match level:
        case Level.ENTRY:
            return _entry(row)
        case Level.SESSION:
            weekday = Weekday(row.weekday) if row.weekday in range(7) else None
            return Session(row.id, row.name, weekday, tuple(inside))
        case Level.WEEK:
            return Week(row.id, tuple(inside))
    kind = BlockKind(row.kind) if row.kind in tuple(BlockKind) else BlockKind.ACCUMULATE
    return Block(row.id, kind, row.name, tuple(inside))


def _entry(row: Any) -> Entry:
    rule, note = _rule(row.rule), row.note
    if rule is None:
        said = tr("Progression could not be read: {text}", text=row.rule)
        rule, note = FIXED, one_line(f"{said} · {note}" if note else said)
    group = row.superset if row.superset in range(1, MAX_GROUPS + 1) else None
    return Entry(row.id, row.exercise, _prescription(row.cell), rule, group, note)


def fields_of(part: Part) -> Fields:
    """The columns of a part. Raises UserError for a text that cannot be kept, ValueError for what nobody typed."""
    match part:
        case Block():
            return {"kind": part.kind.value, "name": checked_name(part.name)}
        case Week():
            return {}
        case Session():
            weekday = None if part.weekday is None else int(part.weekday)
            return {"name": checked_name(part.name), "weekday": weekday}
    key = part.exercise
    if not 0 < len(key) <= MAX_EXERCISE_KEY or (part.group is not None and not 1 <= part.group <= MAX_GROUPS):
        raise ValueError(f"no entry of a plan: {part}")
    if part.note != one_line(part.note):
        raise UserError(tr("A note is one line of at most {most} letters: make it shorter.", most=MAX_NOTE))
    return {
        "exercise": key,
        "cell": format_cell(part.prescription),
        "rule": format_rule(part.rule),
        "superset": part.group,
        "note": part.note,
    }


def checked_name(name: str) -> str:
    """The name itself, when a plan or its part can have it. Raises UserError."""
    if len(name) > MAX_NAME or name != " ".join(name.split()):
        raise UserError(tr("A name is one line of at most {most} letters: make it shorter.", most=MAX_NAME))
    return name


def children(reader: Reader, level: Level, parents: Iterable[int]) -> dict[int, list[Any]]:
    """The rows of a level that lie in `parents`, by parent, in their order."""
    found: dict[int, list[Any]] = defaultdict(list)
    table, column = ROWS[level]
    for row in reader.by_ids(table, parents, column):
        found[getattr(row, column)].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (row.position, row.id))
    return found


def read_blocks(
    reader: Reader, plan_ids: Sequence[int], known: Mapping[tuple[Level, int], Part] | None = None
) -> dict[int, tuple[Block, ...]]:
    """The blocks of each of these plans with all that they hold.

    known: parts by level and id, as `every_part` gives them: one that is still the same comes back as that very object.
    """
    levels: list[dict[int, list[Any]]] = []
    parents: Iterable[int] = plan_ids
    for level in ROWS:
        levels.append(children(reader, level, parents))
        parents = [row.id for rows in levels[-1].values() for row in rows]
    inside: dict[int, tuple[Any, ...]] = {}
    for level, found in reversed(list(zip(ROWS, levels, strict=True))):
        inside = {
            parent: tuple(_shared(level, part_of(level, row, inside.get(row.id, ())), known or {}) for row in rows)
            for parent, rows in found.items()
        }
    return {plan_id: inside.get(plan_id, ()) for plan_id in plan_ids}


def write_blocks(work: UnitOfWork, plan_id: int, plan: Plan) -> None:
    """Insert all parts of a plan, under ids of their own. Raises as `fields_of`."""
    parts: list[tuple[int, Sequence[Part]]] = [(plan_id, plan.blocks)]
    for level, (table, column) in ROWS.items():
        placed = [(parent, place, part) for parent, inside in parts for place, part in enumerate(inside)]
        assert all(level_of(part) is level for _, _, part in placed)
        ids = work.insert(
            table, [{column: parent, "position": place, **fields_of(part)} for parent, place, part in placed]
        )
        parts = [(row_id, parts_of(part)) for row_id, (_, _, part) in zip(ids, placed, strict=True)]


def every_part(plan: Plan) -> dict[tuple[Level, int], Part]:
    """All parts of a plan by level and id."""
    found: dict[tuple[Level, int], Part] = {}
    parts: Sequence[Part] = plan.blocks
    for level in ROWS:
        found.update(((level, part.id), part) for part in parts)
        parts = [one for part in parts for one in parts_of(part)]
    return found


def _shared(level: Level, part: Part, known: Mapping[tuple[Level, int], Part]) -> Part:
    old = known.get((level, part.id))
    return old if old is not None and old == part else part
