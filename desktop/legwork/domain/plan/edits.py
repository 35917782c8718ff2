"""Changing a plan: every function takes a plan and returns a new one, sharing all that stayed as it was.

Owns insert, move, duplicate, remove, replace, filling to the right and swapping an exercise. It must not keep anything,
make ids (the caller hands them in) or word what was done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import cast

from legwork.domain.plan.loads import stepped, with_load
from legwork.domain.plan.model import (
    MAX_ENTRIES,
    Block,
    BlockKind,
    Entry,
    Level,
    Part,
    Plan,
    Session,
    Week,
    check_limits,
    find,
    level_of,
    parts_of,
    path_to,
    weeks_of,
    with_ids,
)
from legwork.domain.plan.prescription import OfMax, Prescription
from legwork.domain.plan.progression import deloaded, for_day, planned
from legwork.domain.plan.rules import Each, Linear, Rule, Undulating
from legwork.domain.units import Quantity
from legwork.errors import UserError
from legwork.i18n import tr

Fresh = Callable[[], int]
"""Gives an id that was never used, at each call."""


def insert(plan: Plan, part: Part, into: int | None, at: int) -> Plan:
    """Put a new part among its like. into: the id of what holds it (a session for an entry), None for a block.

    at: its place from 0; beyond the end means last. Raises UserError beyond the limits, or when what shall hold it has
    gone, or the part itself is in the plan already.
    """
    if find(plan, level_of(part), part.id) is not None:
        raise UserError(tr("This part is in the plan already: duplicate it instead."))
    return _checked(_inserted(plan, part, into, at))


def remove(plan: Plan, level: Level, part_id: int) -> Plan:
    """Take a part out with all that it holds. Raises UserError when it has gone."""
    path = _path(plan, level, part_id)
    return _rebuilt(plan, path[:-1], tuple(one for one in _siblings(plan, path) if one.id != part_id))


def move(plan: Plan, level: Level, part_id: int, into: int | None, at: int) -> Plan:
    """Move a part with all that it holds. into: the id of what shall hold it, None for a block.

    at: its place from 0 among the others there, counted without itself. Raises UserError as `insert` and `remove`.
    """
    part = _path(plan, level, part_id)[-1]
    return _checked(_inserted(remove(plan, level, part_id), part, into, at))


def duplicate(plan: Plan, level: Level, part_id: int, fresh: Fresh) -> Plan:
    """Put a copy right behind a part, with fresh ids throughout. Raises UserError as `insert` and `remove`."""
    path = _path(plan, level, part_id)
    siblings = _siblings(plan, path)
    place = siblings.index(path[-1]) + 1
    copy = with_ids(path[-1], fresh)
    return _checked(_rebuilt(plan, path[:-1], (*siblings[:place], copy, *siblings[place:])))


def replace_part(plan: Plan, part: Part) -> Plan:
    """Put a part in the place of the one with its id. Raises UserError when that has gone, or beyond the limits."""
    path = _path(plan, level_of(part), part.id)
    others = tuple(part if one.id == part.id else one for one in _siblings(plan, path))
    return _checked(_rebuilt(plan, path[:-1], others))


def fill_right(plan: Plan, entry_id: int, fresh: Fresh, increment: Quantity | None = None) -> Plan:
    """Carry an entry through all following weeks, going on by its rule.

    It goes into the session that matches its own: by name when the name stands once in both weeks, else by place; weeks
    without such a session are left alone. There it replaces the prescription, rule and group of the same exercise (the
    same one of several), or is added with a fresh id. Progress pauses in deload blocks, which get `deloaded`.
    increment: the smallest step of the equipment, as in `planned`. A rule that tells the sessions of a week apart
    (undulating, linear each session) also fills the others in which the exercise comes, of this week too. Raises
    UserError when the entry has gone, or a session is full.
    """
    block, week, _, entry = cast(tuple[Block, Week, Session, Entry], _path(plan, Level.ENTRY, entry_id))
    weeks = list(weeks_of(plan))
    here = next(place for place, (_, one) in enumerate(weeks) if one.id == week.id)
    following = weeks[here + 1 :]
    working = 1 + sum(one.kind is not BlockKind.DELOAD for one, _ in following)
    turns = _turns(week, entry)
    nth = next(place for place, (_, one) in enumerate(turns) if one.id == entry.id)
    ahead = iter(planned(entry.rule, entry.prescription, working, increment, len(turns))[1:])
    current = entry.prescription
    changed: dict[int, Week] = {}
    if len(turns) > 1:
        own = week
        for place, (day, one) in enumerate(turns):
            if one.id != entry.id:
                wanted = _in_turn(entry.rule, current, place, nth, increment)
                own = _with_session(own, _filled(day, replace(one, rule=entry.rule), _same(own, day), wanted, fresh))
        changed[week.id] = own
    for other_block, other in following:
        if other_block.kind is BlockKind.DELOAD and block.kind is not BlockKind.DELOAD:
            wanted = deloaded(current, increment)
        else:
            wanted = current = next(ahead, current)
        filled = other
        for place, (day, one) in enumerate(turns):
            target = counterpart(week, day, filled)
            if target is not None:
                asked = _in_turn(entry.rule, wanted, place, nth, increment)
                filled = _with_session(filled, _filled(day, replace(one, rule=entry.rule), target, asked, fresh))
        changed[other.id] = filled
    return _checked(_with_weeks(plan, changed))


def _turns(week: Week, entry: Entry) -> list[tuple[Session, Entry]]:
    """The sessions of a week that a rule fills together: all with the exercise where it tells them apart."""
    apart = isinstance(entry.rule, Undulating) or (isinstance(entry.rule, Linear) and entry.rule.each is Each.SESSION)
    return [
        (session, one)
        for session in week.sessions
        for one in session.entries
        if one.id == entry.id or (apart and one.exercise == entry.exercise)
    ]


def _in_turn(
    rule: Rule, prescription: Prescription, place: int, written: int, increment: Quantity | None
) -> Prescription:
    """What the session at a place among the turns of a week asks for. written: the place that `prescription` is of."""
    if isinstance(rule, Undulating):
        return for_day(rule, prescription, place, increment, written)
    if isinstance(rule, Linear):
        return with_load(prescription, stepped(prescription.load, rule.step, place - written, increment))
    return prescription


def _same(week: Week, session: Session) -> Session:
    """A session in a later state of its week."""
    return next(one for one in week.sessions if one.id == session.id)


def swap_exercise(plan: Plan, entry_id: int, exercise: str, *, following: bool = False) -> Plan:
    """Another exercise in the place of one; the entry keeps its id, sets, effort and rule.

    A load is taken out, as it says nothing about another exercise; percentages stay. following: wherever
    the old exercise stands in this week and later ones too. Raises UserError when the entry has gone.
    """
    path = _path(plan, Level.ENTRY, entry_id)
    week, entry = cast(Week, path[1]), cast(Entry, path[-1])
    if not following:
        return replace_part(plan, swapped(entry, exercise))
    weeks = [one for _, one in weeks_of(plan)]
    later = weeks[next(place for place, one in enumerate(weeks) if one.id == week.id) :]
    changed = {
        one.id: replace(
            one,
            sessions=tuple(
                replace(
                    session,
                    entries=tuple(
                        swapped(each, exercise) if each.exercise == entry.exercise else each for each in session.entries
                    ),
                )
                for session in one.sessions
            ),
        )
        for one in later
    }
    return _with_weeks(plan, changed)


def swapped(entry: Entry, exercise: str) -> Entry:
    """Another exercise in an entry. A load goes, as it says nothing about another exercise; a percentage stays."""
    kept = isinstance(entry.prescription.load, OfMax)
    prescription = entry.prescription if kept else replace(entry.prescription, load=None)
    return replace(entry, exercise=exercise, prescription=prescription)


def counterpart(week: Week, session: Session, other: Week) -> Session | None:
    """The session of another week that corresponds to one of this week."""
    here = [one for one in week.sessions if one.name == session.name]
    there = [one for one in other.sessions if one.name == session.name]
    if session.name and len(here) == len(there) == 1:
        return there[0]
    place = next(index for index, one in enumerate(week.sessions) if one.id == session.id)
    found = other.sessions[place] if place < len(other.sessions) else None
    named = {one.name for one in week.sessions if one.name} - {session.name}
    return None if found is not None and found.name in named else found  # it corresponds to another one of this week


def _filled(source: Session, entry: Entry, target: Session, wanted: Prescription, fresh: Fresh) -> Session:
    place = next(index for index, one in enumerate(source.entries) if one.id == entry.id)
    nth = sum(one.exercise == entry.exercise for one in source.entries[:place])
    same = [index for index, one in enumerate(target.entries) if one.exercise == entry.exercise]
    if nth < len(same):
        old = target.entries[same[nth]]
        new = replace(old, prescription=wanted, rule=entry.rule, group=entry.group)
        return replace(target, entries=tuple(new if one.id == old.id else one for one in target.entries))
    if len(target.entries) >= MAX_ENTRIES:
        raise UserError(
            tr("A session of a later week has {most} exercises already: remove one there first.", most=MAX_ENTRIES)
        )
    added = replace(entry, id=fresh(), prescription=wanted)
    return replace(target, entries=(*target.entries[:place], added, *target.entries[place:]))


def _with_session(week: Week, session: Session) -> Week:
    return replace(week, sessions=tuple(session if one.id == session.id else one for one in week.sessions))


def _with_weeks(plan: Plan, changed: dict[int, Week]) -> Plan:
    return replace(
        plan,
        blocks=tuple(
            replace(block, weeks=tuple(changed.get(week.id, week) for week in block.weeks))
            if any(week.id in changed for week in block.weeks)
            else block
            for block in plan.blocks
        ),
    )


def _inserted(plan: Plan, part: Part, into: int | None, at: int) -> Plan:
    level = level_of(part)
    path: tuple[Part, ...] = ()
    if level is not Level.BLOCK:
        above = list(Level)[list(Level).index(level) - 1]
        path = _path(plan, above, -1 if into is None else into)
    siblings = parts_of(path[-1] if path else plan)
    place = max(0, at)
    return _rebuilt(plan, path, (*siblings[:place], part, *siblings[place:]))


def _path(plan: Plan, level: Level, part_id: int) -> tuple[Part, ...]:
    path = path_to(plan, level, part_id)
    if not path:
        raise UserError(tr("This part of the plan is no longer there: look at the plan again."))
    return path


def _siblings(plan: Plan, path: Sequence[Part]) -> tuple[Part, ...]:
    return parts_of(path[-2] if len(path) > 1 else plan)


def _rebuilt(plan: Plan, path: Sequence[Part], inside: tuple[Part, ...]) -> Plan:
    """The plan with other parts inside the last of `path` (inside the plan itself when it is empty)."""
    for depth in range(len(path) - 1, -1, -1):
        changed = _holding(path[depth], inside)
        around = parts_of(path[depth - 1]) if depth else plan.blocks
        inside = tuple(changed if one.id == changed.id else one for one in around)
    return replace(plan, blocks=cast(tuple[Block, ...], inside))


def _holding(part: Part, inside: tuple[Part, ...]) -> Part:
    match part:
        case Block():
            return replace(part, weeks=cast(tuple[Week, ...], inside))
        case Week():
            return replace(part, sessions=cast(tuple[Session, ...], inside))
        case Session():
            return replace(part, entries=cast(tuple[Entry, ...], inside))
    return part


def _checked(plan: Plan) -> Plan:
    check_limits(plan)
    return plan
