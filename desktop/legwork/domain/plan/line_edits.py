"""Changing a plan through the lines of its matrix: type into cells, move and copy a line, swap, superset, rule, note.

Owns edits that go across weeks at one line. It must not change whole sessions, weeks or blocks (that is `part_edits`),
keep anything, or make ids (the caller hands them in). Every function shares what stayed as it was; one that has nothing
to change gives back the very plan it was given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from legwork.domain.plan.edits import Fresh, fill_right, replace_part, swapped
from legwork.domain.plan.lines import Grid, Line, LineKey, Spot, lines_of
from legwork.domain.plan.model import MAX_GROUPS, Entry, Level, Plan, Session, find
from legwork.domain.plan.prescription import Prescription
from legwork.domain.plan.rules import Double, Rule
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.i18n import tr


class WeekDraft:
    """A week that is changed through its lines: sessions it lacks are added, entries go where their lines stand."""

    def __init__(self, grid: Grid, column: int, fresh: Fresh) -> None:
        """column: of the week in the matrix, from 0."""
        self._grid, self._column, self._fresh = grid, column, fresh
        self.week = self.before = grid.columns[column].week
        self._ids = {at: one.id for at, place in enumerate(grid.places) if (one := place.sessions[column]) is not None}
        self._lines = {
            entry.id: (line.exercise, line.nth)
            for place in grid.places
            for line in place.lines
            if (entry := line.cells[column]) is not None
        }

    def session(self, place: int) -> Session:
        """The session of a place; a new one without exercises where the week has none."""
        wanted = self._ids.get(place)
        for one in self.week.sessions:
            if one.id == wanted:
                return one
        first = self._grid.places[place].first
        new = Session(self._fresh(), first.name, first.weekday)
        earlier = {own for at, own in self._ids.items() if at < place}
        at = max((index for index, one in enumerate(self.week.sessions, 1) if one.id in earlier), default=0)
        sessions = self.week.sessions
        self.week = replace(self.week, sessions=(*sessions[:at], new, *sessions[at:]))
        self._ids[place] = new.id
        return new

    def set_entries(self, place: int, entries: Iterable[Entry]) -> None:
        """Give the session of a place other entries."""
        changed = replace(self.session(place), entries=tuple(entries))
        self.week = replace(
            self.week, sessions=tuple(changed if one.id == changed.id else one for one in self.week.sessions)
        )

    def insert(self, place: int, entry: Entry, line: tuple[str, int], above: frozenset[tuple[str, int]]) -> None:
        """Put an entry behind the last of those whose lines are in `above`."""
        entries = self.session(place).entries
        at = max((index for index, one in enumerate(entries, 1) if self._lines.get(one.id) in above), default=0)
        self._lines[entry.id] = line
        self.set_entries(place, (*entries[:at], entry, *entries[at:]))

    def take_out(self, place: int, entry_id: int) -> None:
        """Take an entry out of the session of a place."""
        self.set_entries(place, (one for one in self.session(place).entries if one.id != entry_id))

    def into(self, plan: Plan) -> Plan:
        """The plan with the week as it is now; the very same plan when nothing changed."""
        return plan if self.week == self.before else replace_part(plan, self.week)


def typed(plan: Plan, cells: Mapping[Spot, Prescription | None], fresh: Fresh) -> Plan:
    """Put prescriptions into cells. None takes the entry out of its cell.

    An empty cell gets a new entry at the place where its line stands, with the rule and superset that the line has in
    the nearest week; a session that the week lacks is added to it. Raises UserError when a cell has gone, or beyond
    the limits.
    """
    grid = lines_of(plan)
    drafts: dict[int, WeekDraft] = {}
    for spot, wanted in cells.items():
        column, line = grid.column_of(spot.week_id), grid.line_of(spot.line)
        if column is None or line is None:
            raise _gone()
        draft = drafts.get(column) or drafts.setdefault(column, WeekDraft(grid, column, fresh))
        old = line.cells[column]
        if old is None and wanted is not None:
            like = _nearest(line, column)
            entry = Entry(fresh(), line.exercise, wanted, like.rule, like.group)
            draft.insert(spot.line.place, entry, spot.line[1:], _above(grid, spot.line.place, spot.line))
        elif old is not None and wanted is None:
            draft.take_out(spot.line.place, old.id)
        elif old is not None and wanted is not None:
            new = replace(old, prescription=wanted, rule=_fitting(old.rule, wanted))
            entries = draft.session(spot.line.place).entries
            draft.set_entries(spot.line.place, (new if one.id == old.id else one for one in entries))
    for draft in drafts.values():
        plan = draft.into(plan)
    return plan


def _fitting(rule: Rule, prescription: Prescription) -> Rule:
    """The rule for what is typed now: a double progression goes on within the range that is asked for."""
    if not isinstance(rule, Double) or prescription.in_seconds:
        return rule
    low, high = min(one.low for one in prescription.targets), max(one.high for one in prescription.targets)
    within = rule.low <= low and high == rule.high
    return rule if within or not 1 <= low < high else Double(low, high, rule.step)


def _nearest(line: Line, column: int) -> Entry:
    """The entry of a line in the week that is nearest, of two the earlier one."""
    there = [at for at, one in enumerate(line.cells) if one is not None]
    found = line.cells[min(there, key=lambda at: (abs(at - column), at > column))]
    assert found is not None
    return found


def _above(grid: Grid, place: int, until: LineKey | int, without: LineKey | None = None) -> frozenset[tuple[str, int]]:
    """The lines of a place that stand above a line, or above a gap between lines counted from 0."""
    keys = grid.keys_of(place)
    end = max(0, until) if isinstance(until, int) else keys.index(until)
    return frozenset(one[1:] for one in keys[:end] if one != without)


def _gone() -> UserError:
    return UserError(tr("This part of the plan is no longer there: look at the plan again."))


def removed(plan: Plan, entry_ids: Iterable[int]) -> Plan:
    """Take entries out, those that have gone already aside."""
    gone = frozenset(entry_ids)

    def without(session: Session) -> Session:
        if all(one.id not in gone for one in session.entries):
            return session
        return replace(session, entries=tuple(one for one in session.entries if one.id not in gone))

    return each_session(plan, without)


def line_moved(plan: Plan, key: LineKey, place: int, at: int, fresh: Fresh, *, copy: bool = False) -> Plan:
    """Move a line in all weeks. place: of its session from then on. at: the gap between the lines there, from 0.

    copy: leave it where it is, and put a copy with fresh ids there. In another session it is in no superset; sessions
    that a week lacks are added. Raises UserError when the line has gone or a session is full.
    """
    grid = lines_of(plan)
    line = grid.line_of(key)
    if line is None or not 0 <= place < len(grid.places):
        raise _gone()
    above = _above(grid, place, at, None if copy else key)
    for column, entry in enumerate(line.cells):
        if entry is None:
            continue
        draft = WeekDraft(grid, column, fresh)
        new = replace(entry, id=fresh()) if copy else entry
        if place != key.place and new.group is not None:
            new = replace(new, group=None)
        if not copy:
            draft.take_out(key.place, entry.id)
        draft.insert(place, new, key[1:], above)
        plan = draft.into(plan)
    return plan


def line_stepped(plan: Plan, key: LineKey, by: int, fresh: Fresh) -> Plan:
    """Move a line up (-1) or down (1) by as little as makes a difference; past the end into the next session."""
    grid = lines_of(plan)
    here = grid.line_place(key)
    if here is None:
        raise _gone()
    count = len(grid.places[key.place].lines)
    gaps = range(here - 1, -1, -1) if by < 0 else range(here + 2, count + 1)
    for gap in gaps:
        moved = line_moved(plan, key, key.place, gap, fresh)
        if moved is not plan:
            return moved
    place = key.place + by
    if not 0 <= place < len(grid.places):
        return plan
    return line_moved(plan, key, place, len(grid.places[place].lines) if by < 0 else 0, fresh)


def added(
    plan: Plan, place: int, at: int, week_id: int, entry: Entry, fresh: Fresh, *, following: bool = True,
    increment: Quantity | None = None,
) -> Plan:  # fmt: skip
    """Put a new entry (its id is made here) into the session of a place and week, as the `at`-th line from 0.

    following: carry it on through all later weeks by its rule, as `edits.fill_right` does with `increment`. Raises
    UserError when the week has gone, or beyond the limits.
    """
    grid = lines_of(plan)
    column = grid.column_of(week_id)
    if column is None or not 0 <= place < len(grid.places):
        raise _gone()
    draft = WeekDraft(grid, column, fresh)
    new = replace(entry, id=fresh())
    draft.insert(place, new, (new.exercise, 0), _above(grid, place, at))
    plan = draft.into(plan)
    return fill_right(plan, new.id, fresh, increment) if following else plan


def line_swapped(plan: Plan, entry_id: int, exercise: str) -> Plan:
    """Another exercise in the line of an entry, from its week on; the entries keep ids, sets, effort and rule.

    Loads are taken out, as in `edits.swap_exercise`. Raises UserError when the entry has gone.
    """
    grid = lines_of(plan)
    spot = grid.spot_of(entry_id)
    line = grid.line_of(spot.line) if spot is not None else None
    if spot is None or line is None:
        raise _gone()
    column = grid.column_of(spot.week_id) or 0
    ids = [one.id for one in line.cells[column:] if one is not None]
    return each_entry(plan, ids, lambda one: swapped(one, exercise))


def with_prescription(plan: Plan, entry_id: int, prescription: Prescription) -> Plan:
    """Another prescription for one entry. Raises UserError when it has gone."""
    entry = find(plan, Level.ENTRY, entry_id)
    if not isinstance(entry, Entry):
        raise _gone()
    return plan if entry.prescription == prescription else replace_part(plan, replace(entry, prescription=prescription))


def with_rule(plan: Plan, entry_ids: Iterable[int], rule: Rule) -> Plan:
    """The same rule for all these entries."""
    return each_entry(plan, entry_ids, lambda one: one if one.rule == rule else replace(one, rule=rule))


def with_note(plan: Plan, entry_ids: Iterable[int], note: str) -> Plan:
    """The same note for all these entries; "" for none."""
    return each_entry(plan, entry_ids, lambda one: one if one.note == note else replace(one, note=note))


def with_group(plan: Plan, entry_ids: Iterable[int], group: int | None) -> Plan:
    """All these entries in the superset of that number, from 1; None takes them out. Raises UserError out of limits."""
    if group is not None and not 1 <= group <= MAX_GROUPS:
        raise UserError(tr("Supersets are lettered A to Z: type one letter, or nothing for none."))
    return each_entry(plan, entry_ids, lambda one: one if one.group == group else replace(one, group=group))


def group_letter(group: int | None) -> str:
    """The letter of a superset, "A" for the first; "" for none."""
    return "" if group is None else chr(ord("A") + group - 1)


def parse_group(text: str) -> int | None:
    """The superset of a typed letter; None for nothing. Raises UserError that says what to type."""
    letter = text.strip().upper()
    if not letter:
        return None
    if len(letter) != 1 or not "A" <= letter <= "Z":
        raise UserError(tr("Supersets are lettered A to Z: type one letter, or nothing for none."))
    return ord(letter) - ord("A") + 1


def entry_moved(plan: Plan, session_id: int, entry_id: int, gap: int) -> Plan:
    """Move an entry within its session of one week alone. gap: between the entries as they stand, from 0.

    Raises UserError when the session or the entry has gone.
    """
    session = find(plan, Level.SESSION, session_id)
    if not isinstance(session, Session) or all(one.id != entry_id for one in session.entries):
        raise _gone()
    here = next(at for at, one in enumerate(session.entries) if one.id == entry_id)
    if gap in (here, here + 1):
        return plan
    entries = list(session.entries)
    moved = entries.pop(here)
    entries.insert(max(0, gap - (here < gap)), moved)
    return replace_part(plan, replace(session, entries=tuple(entries)))


def each_entry(plan: Plan, entry_ids: Iterable[int], change: Callable[[Entry], Entry]) -> Plan:
    """Change entries; those that have gone are passed over."""
    wanted = frozenset(entry_ids)

    def changed(session: Session) -> Session:
        entries = tuple(change(one) if one.id in wanted else one for one in session.entries)
        same = all(one is other for one, other in zip(entries, session.entries, strict=True))
        return session if same else replace(session, entries=entries)

    return each_session(plan, changed)


def each_session(plan: Plan, change: Callable[[Session], Session]) -> Plan:
    """Change sessions; weeks and blocks in which none changes stay the same ones."""
    blocks = []
    for block in plan.blocks:
        weeks = []
        for week in block.weeks:
            sessions = tuple(change(one) for one in week.sessions)
            same = all(one is other for one, other in zip(sessions, week.sessions, strict=True))
            weeks.append(week if same else replace(week, sessions=sessions))
        same = all(one is other for one, other in zip(weeks, block.weeks, strict=True))
        blocks.append(block if same else replace(block, weeks=tuple(weeks)))
    if all(one is other for one, other in zip(blocks, plan.blocks, strict=True)):
        return plan
    return replace(plan, blocks=tuple(blocks))
