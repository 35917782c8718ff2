"""A plan and its parts: blocks of weeks, weeks of sessions, sessions of exercises with what is prescribed.

Owns the value types, their limits, and looking things up. It must not change a plan (that is `edits`), know what an
exercise is, nor keep anything. Ids come from the caller and are never made here; within a plan each is used once
among parts of its level.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from legwork.domain.plan.prescription import Prescription
from legwork.domain.plan.rules import FIXED, Rule
from legwork.errors import UserError
from legwork.i18n import mark, tr

MAX_WEEKS = 60
MAX_SESSIONS = 7
MAX_ENTRIES = 20
"""Weeks of a plan, sessions of a week, exercises of a session (conventions)."""

MAX_GROUPS = 26
"""Supersets of a session, as they are lettered A to Z."""

MAX_NAME = 80
"""Letters in a name (a convention)."""


class BlockKind(StrEnum):
    """What a block is for: more work, heavier work, or less of it so as to recover."""

    ACCUMULATE = "accumulate"
    INTENSIFY = "intensify"
    DELOAD = "deload"


BLOCK_KINDS = {
    BlockKind.ACCUMULATE: mark("Accumulate"),
    BlockKind.INTENSIFY: mark("Intensify"),
    BlockKind.DELOAD: mark("Deload"),
}
"""For people, marked for translation."""


class Weekday(IntEnum):
    """A day of the week, numbered as `datetime.date.weekday` does."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


WEEKDAYS = (
    mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday"), mark("Friday"), mark("Saturday"),
    mark("Sunday"),
)  # fmt: skip
"""For people, by `Weekday`, marked for translation."""


@dataclass(frozen=True)
class Entry:
    """An exercise of a session. exercise: its key in the catalogue. group: entries of one session with the same number
    (1 to MAX_GROUPS) are done in turns, as a superset or circuit; None alone. rule: how it goes on. note: one line."""

    id: int
    exercise: str
    prescription: Prescription
    rule: Rule = FIXED
    group: int | None = None
    note: str = ""


@dataclass(frozen=True)
class Session:
    """One visit to the gym. weekday: None for any day."""

    id: int
    name: str = ""
    weekday: Weekday | None = None
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Week:
    """A week of sessions, in their order."""

    id: int
    sessions: tuple[Session, ...] = ()


@dataclass(frozen=True)
class Block:
    """A mesocycle: weeks with one purpose."""

    id: int
    kind: BlockKind = BlockKind.ACCUMULATE
    name: str = ""
    weeks: tuple[Week, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The whole plan."""

    name: str = ""
    blocks: tuple[Block, ...] = ()


Part = Block | Week | Session | Entry
"""What a plan is made of, each with an id."""


class Level(StrEnum):
    """Names the kind of a part."""

    BLOCK = "block"
    WEEK = "week"
    SESSION = "session"
    ENTRY = "entry"


def level_of(part: Part) -> Level:
    """The level on which a part lies."""
    match part:
        case Block():
            return Level.BLOCK
        case Week():
            return Level.WEEK
        case Session():
            return Level.SESSION
    return Level.ENTRY


def parts_of(whole: Plan | Part) -> tuple[Part, ...]:
    """What a part consists of; empty for an entry."""
    match whole:
        case Plan(blocks=blocks):
            return blocks
        case Block(weeks=weeks):
            return weeks
        case Week(sessions=sessions):
            return sessions
        case Session(entries=entries):
            return entries
    return ()


def weeks_of(plan: Plan) -> Iterator[tuple[Block, Week]]:
    """Every week with its block, in order."""
    for block in plan.blocks:
        for week in block.weeks:
            yield block, week


def find(plan: Plan, level: Level, part_id: int) -> Part | None:
    """The part of that level with that id; None when the plan has none."""
    path = path_to(plan, level, part_id)
    return path[-1] if path else None


def path_to(plan: Plan, level: Level, part_id: int) -> tuple[Part, ...]:
    """The parts from a block down to the one with that id; empty when the plan has none."""

    def search(whole: Plan | Part, depth: int) -> tuple[Part, ...]:
        for part in parts_of(whole):
            if depth == 0:
                if part.id == part_id:
                    return (part,)
            elif below := search(part, depth - 1):
                return (part, *below)
        return ()

    return search(plan, list(Level).index(level))


def check_limits(plan: Plan) -> None:
    """Raise UserError when the plan has more weeks, sessions or exercises than one can have."""
    weeks = [week for _, week in weeks_of(plan)]
    if len(weeks) > MAX_WEEKS:
        raise UserError(tr("A plan can have {most} weeks: remove some first, or start another plan.", most=MAX_WEEKS))
    for week in weeks:
        if len(week.sessions) > MAX_SESSIONS:
            raise UserError(tr("A week can have {most} sessions: remove one first.", most=MAX_SESSIONS))
        if any(len(session.entries) > MAX_ENTRIES for session in week.sessions):
            raise UserError(tr("A session can have {most} exercises: remove one first.", most=MAX_ENTRIES))


def with_ids(part: Part, fresh: Callable[[], int]) -> Part:
    """The same part with new ids everywhere. fresh: gives an id that was never used, at each call."""
    match part:
        case Block():
            return replace(part, id=fresh(), weeks=tuple(_week(week, fresh) for week in part.weeks))
        case Week():
            return _week(part, fresh)
        case Session():
            return _session(part, fresh)
    return replace(part, id=fresh())


def _week(week: Week, fresh: Callable[[], int]) -> Week:
    return replace(week, id=fresh(), sessions=tuple(_session(one, fresh) for one in week.sessions))


def _session(session: Session, fresh: Callable[[], int]) -> Session:
    own = fresh()
    return replace(session, id=own, entries=tuple(replace(entry, id=fresh()) for entry in session.entries))
