"""The rows of the plan as a matrix: a line is one exercise of one session through all weeks.

Owns which sessions of different weeks belong together (a place), which entries of a place belong together (a line), and
in what order lines stand. It must not change a plan (that is `line_edits` and `part_edits`) nor say how rows look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from legwork.domain.plan.model import Block, Entry, Plan, Session, Week, weeks_of


class LineKey(NamedTuple):
    """Names a line. place: of its session, from 0. nth: of several entries of one exercise in a session, from 0."""

    place: int
    exercise: str
    nth: int = 0


class Spot(NamedTuple):
    """Names a cell: a line in a week."""

    line: LineKey
    week_id: int


@dataclass(frozen=True)
class Column:
    """A week with its block. number: of the week in the plan, from 1."""

    block: Block
    week: Week
    number: int


@dataclass(frozen=True, eq=False)
class Line:
    """An exercise through all weeks. cells: one for each week, None where it does not come."""

    exercise: str
    nth: int
    cells: tuple[Entry | None, ...]

    @property
    def first(self) -> Entry:
        """Its first entry; every line has one."""
        return next(one for one in self.cells if one is not None)


@dataclass(frozen=True, eq=False)
class Place:
    """A session through all weeks. sessions: one for each week, None where the week has none like it."""

    sessions: tuple[Session | None, ...]
    lines: tuple[Line, ...]

    @property
    def first(self) -> Session:
        """Its first session; every place has one."""
        return next(one for one in self.sessions if one is not None)


@dataclass(frozen=True, eq=False)
class Grid:
    """The matrix: weeks across; places, and in them lines, down."""

    plan: Plan
    columns: tuple[Column, ...]
    places: tuple[Place, ...]

    def column_of(self, week_id: int) -> int | None:
        """The place of a week from 0, or None."""
        return next((at for at, one in enumerate(self.columns) if one.week.id == week_id), None)

    def line_of(self, key: LineKey) -> Line | None:
        """The line of that name, or None."""
        at = self.line_place(key)
        return None if at is None else self.places[key.place].lines[at]

    def line_place(self, key: LineKey) -> int | None:
        """Where the line stands among those of its place, from 0, or None."""
        if not 0 <= key.place < len(self.places):
            return None
        lines = self.places[key.place].lines
        return next((at for at, one in enumerate(lines) if (one.exercise, one.nth) == key[1:]), None)

    def keys_of(self, place: int) -> tuple[LineKey, ...]:
        """The names of the lines of a place, from the top."""
        return tuple(LineKey(place, one.exercise, one.nth) for one in self.places[place].lines)

    def line_keys(self) -> dict[int, LineKey]:
        """The name of the line of every entry, by the entry's id."""
        return {
            entry.id: LineKey(place, line.exercise, line.nth)
            for place, one in enumerate(self.places)
            for line in one.lines
            for entry in line.cells
            if entry is not None
        }

    def spot_of(self, entry_id: int) -> Spot | None:
        """The cell in which an entry stands, or None."""
        for place, one in enumerate(self.places):
            for line in one.lines:
                for column, entry in enumerate(line.cells):
                    if entry is not None and entry.id == entry_id:
                        return Spot(LineKey(place, line.exercise, line.nth), self.columns[column].week.id)
        return None


def lines_of(plan: Plan, before: Grid | None = None) -> Grid:
    """The matrix of a plan. before: that of an earlier state; places and lines that did not change are taken from it.

    Sessions of different weeks belong to one place when they share a name that stands once in both weeks; else by
    their place in the week; else a session gets a place of its own. Entries of a place belong to one line when they
    are the same exercise, and the same one of several. A line that first comes in a later week stands before the one
    that follows it there.
    """
    columns = tuple(Column(block, week, at) for at, (block, week) in enumerate(weeks_of(plan), 1))
    known = before.places if before is not None else ()
    places = tuple(
        _place(sessions, known[at] if at < len(known) else None)
        for at, sessions in enumerate(_sessions_by_place([one.week for one in columns]))
    )
    return Grid(plan, columns, places)


def _sessions_by_place(weeks: Sequence[Week]) -> list[tuple[Session | None, ...]]:
    names: list[str] = []
    found: list[list[Session | None]] = []
    for column, week in enumerate(weeks):
        for session, place in _placed(week.sessions, names):
            if place is None:
                names.append(session.name)
                found.append([None] * len(weeks))
                place = len(names) - 1
            found[place][column] = session
    return [tuple(one) for one in found]


def _placed(sessions: Sequence[Session], names: Sequence[str]) -> Iterator[tuple[Session, int | None]]:
    """The sessions of a week, each with its place among those known by their names; None for a new one."""
    own = [one.name for one in sessions]
    by_name: dict[int, int] = {}
    for at, name in enumerate(own):
        if name and own.count(name) == 1 and names.count(name) == 1:
            by_name[at] = names.index(name)
    taken, count = set(by_name.values()), len(names)  # counted now: new places are added while we go on
    for at, session in enumerate(sessions):
        place: int | None = by_name.get(at)
        if place is None:
            free = (one for one in (at, *range(count)) if one < count and one not in taken)
            place = next(free, None)
            if place is not None:
                taken.add(place)
        yield session, place


def _place(sessions: tuple[Session | None, ...], before: Place | None) -> Place:
    if before is not None and _same(sessions, before.sessions):
        return before
    cells: dict[tuple[str, int], list[Entry | None]] = {}
    order: list[tuple[str, int]] = []
    for column, session in enumerate(sessions):
        if session is None:
            continue
        keys = keys_in(session)
        if any(key not in cells for key in keys):
            _put_in_order(order, keys)
        for key, entry in zip(keys, session.entries, strict=True):
            row = cells.get(key)
            if row is None:
                row = cells[key] = [None] * len(sessions)
            row[column] = entry
    old = {(one.exercise, one.nth): one for one in before.lines} if before is not None else {}
    return Place(sessions, tuple(_line(key, tuple(cells[key]), old.get(key)) for key in order))


def _line(key: tuple[str, int], cells: tuple[Entry | None, ...], before: Line | None) -> Line:
    return before if before is not None and _same(cells, before.cells) else Line(*key, cells)


def keys_in(session: Session) -> list[tuple[str, int]]:
    """For each entry its exercise, and which of several of that exercise it is, from 0."""
    counts: dict[str, int] = {}
    keys = []
    for entry in session.entries:
        nth = counts.get(entry.exercise, 0)
        counts[entry.exercise] = nth + 1
        keys.append((entry.exercise, nth))
    return keys


def _put_in_order(order: list[tuple[str, int]], keys: list[tuple[str, int]]) -> None:
    """Put those of `keys` that are new before the one that follows them, or last."""
    known, at = set(order), len(order)
    for key in reversed(keys):
        if key in known:
            at = order.index(key)
        else:
            order.insert(at, key)


def _same(one: Sequence[object], other: Sequence[object]) -> bool:
    return len(one) == len(other) and all(first is second for first, second in zip(one, other, strict=True))
