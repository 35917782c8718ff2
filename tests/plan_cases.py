"""Plans to look at and to type into: a small one with every kind of block, and the largest that is to stay fluent."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from legwork.domain.plan.cells import parse_cell
from legwork.domain.plan.model import (
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
    weeks_of,
)
from legwork.domain.plan.rules import parse_rule
from legwork.domain.units import UnitSystem
from plan_strategies import numbered

LOWER = (("squat", "3x6-8 60kg", "double 6-8 +2.5kg"), ("lying_leg_curl", "3x10-15 @1 RIR", "fixed"))
UPPER = (("bench_press", "3x5 80kg", "linear +2.5kg"), ("pull_up", "3xAMRAP BW", "fixed"))


def entry_of(exercise: str, cell: str = "3x8", rule: str = "fixed", group: int | None = None, note: str = "") -> Entry:
    """An entry whose id is still to be given."""
    return Entry(0, exercise, parse_cell(cell, UnitSystem.METRIC), parse_rule(rule), group, note)


def session_of(name: str, *entries: Entry, weekday: Weekday | None = None) -> Session:
    """A session whose ids are still to be given."""
    return Session(0, name, weekday, entries)


def plan_of(*weeks: tuple[Session, ...]) -> Plan:
    """One block with these weeks, all ids given in order."""
    return numbered(Plan("P", (Block(0, BlockKind.ACCUMULATE, "", tuple(Week(0, one) for one in weeks)),)))


def small_plan() -> Plan:
    """Two weeks of more, one of heavier, one of less; two sessions with two exercises each."""
    sessions = (
        session_of("Lower A", *(entry_of(*one) for one in LOWER), weekday=Weekday.MONDAY),
        session_of("Upper A", *(entry_of(*one) for one in UPPER)),
    )
    kinds = ((BlockKind.ACCUMULATE, 2), (BlockKind.INTENSIFY, 1), (BlockKind.DELOAD, 1))
    return numbered(
        Plan("Legs first", tuple(Block(0, kind, "", (Week(0, sessions),) * weeks) for kind, weeks in kinds))
    )


def large_plan(keys: tuple[str, ...], weeks: int = 40, sessions: int = 7, entries: int = 15) -> Plan:
    """As many weeks, sessions and exercises as the editor has to carry. keys: of exercises, to choose from."""
    week = Week(
        0,
        tuple(
            session_of(f"Day {day + 1}", *(entry_of(keys[(day * entries + at) % len(keys)]) for at in range(entries)))
            for day in range(sessions)
        ),
    )
    return numbered(Plan("Large", tuple(Block(0, weeks=(week,) * 4) for _ in range(weeks // 4))))


def fresh_for(plan: Plan) -> Callable[[], int]:
    """Ids above all of the plan."""
    most = max(
        (
            one.id
            for _, week in weeks_of(plan)
            for session in week.sessions
            for one in (week, session, *session.entries)
        ),
        default=0,
    )
    numbers = count(max(most, *(one.id for one in plan.blocks), 0) + 1)
    return lambda: next(numbers)


def cells_of(plan: Plan) -> list[list[list[str]]]:
    """Of each week, of each session, what is done: "squat 3x8"."""
    from legwork.domain.plan.cells import format_cell

    return [
        [[f"{one.exercise} {format_cell(one.prescription)}" for one in session.entries] for session in week.sessions]
        for _, week in weeks_of(plan)
    ]


def doubled_ids(plan: Plan) -> tuple[tuple[Level, int], ...]:
    """Ids that stand more than once on their level, sorted; empty for a plan that is whole."""
    seen: set[tuple[Level, int]] = set()
    double: set[tuple[Level, int]] = set()
    todo: list[Part] = list(plan.blocks)
    while todo:
        part = todo.pop()
        name = (level_of(part), part.id)
        (double if name in seen else seen).add(name)
        todo.extend(parts_of(part))
    return tuple(sorted(double))
