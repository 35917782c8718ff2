"""The rows of the plan's table: heads of sessions, exercises, and the places to add one.

Owns which rows there are, their names, and what came or went between two states. What they say is `plan_table`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from legwork.domain.plan.lines import Grid, Line, LineKey, Place


class RowKind(Enum):
    """What a row is: the head of a session, an exercise, the place to add one, the place to add a session."""

    HEAD = "head"
    LINE = "line"
    ADD = "add"
    NEW = "new"


class RowKey(NamedTuple):
    """Names a row from one state of the plan to the next. session: its name, or its number where names are not told
    apart. exercise, nth: as in `LineKey`."""

    kind: RowKind
    session: str
    exercise: str = ""
    nth: int = 0


@dataclass(frozen=True, eq=False)
class Row:
    """A row. place: of its session, which is `group` through all weeks. at: of its line in the session, for ADD the
    number of lines. It says all by itself, so that rows of two states of a plan can stand together for a moment."""

    key: RowKey
    place: int
    group: Place | None = None
    at: int = 0
    line: Line | None = None

    @property
    def kind(self) -> RowKind:
        """What it is."""
        return self.key.kind

    @property
    def line_key(self) -> LineKey | None:
        """The name of its line; None when it is no line."""
        return None if self.line is None else LineKey(self.place, self.line.exercise, self.line.nth)


def rows_of(grid: Grid) -> tuple[Row, ...]:
    """All rows of a plan, from the top."""
    rows: list[Row] = []
    names = [one.first.name for one in grid.places]
    for place, one in enumerate(grid.places):
        own = names[place] if names[place] and names.count(names[place]) == 1 else f"#{place}"
        rows.append(Row(RowKey(RowKind.HEAD, own), place, one))
        for at, line in enumerate(one.lines):
            rows.append(Row(RowKey(RowKind.LINE, own, line.exercise, line.nth), place, one, at, line))
        rows.append(Row(RowKey(RowKind.ADD, own), place, one, len(one.lines)))
    if grid.columns and grid.places:
        rows.append(Row(RowKey(RowKind.NEW, ""), len(grid.places)))
    return tuple(rows)


def only_change(before: Sequence[RowKey], after: Sequence[RowKey]) -> tuple[int, int, int] | None:
    """Where keys that follow each other were taken out or put in, and how many of each; None for anything else."""
    first = 0
    while first < min(len(before), len(after)) and before[first] == after[first]:
        first += 1
    rest = 0
    while rest < min(len(before), len(after)) - first and before[-1 - rest] == after[-1 - rest]:
        rest += 1
    removed, added = len(before) - first - rest, len(after) - first - rest
    return (first, removed, added) if not removed or not added else None
