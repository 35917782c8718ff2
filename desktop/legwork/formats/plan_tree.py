"""A plan, and exercises of one's own, as the tree of a JSON file: the same in a shared plan and in a whole document.

Owns the keys of that tree. A cell and a rule are written as `domain.plan.cells` and `rules` write them. Ids are not
written: a reader gives them from 1 on each level.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import count

from legwork.domain.exercise import Exercise
from legwork.domain.exercise_file import own_exercise_in
from legwork.domain.plan.cell_grammar import CellError
from legwork.domain.plan.cells import format_cell, parse_cell
from legwork.domain.plan.model import (
    MAX_ENTRIES,
    MAX_GROUPS,
    MAX_NAME,
    MAX_SESSIONS,
    MAX_WEEKS,
    Block,
    BlockKind,
    Entry,
    Plan,
    Session,
    Week,
    Weekday,
)
from legwork.domain.plan.prescription import MAX_NOTE, Prescription, one_line
from legwork.domain.plan.rules import Rule, format_rule, parse_rule
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.formats.json_object import JsonObject, clipped, refuse
from legwork.formats.records import MAX_EXERCISE_KEY
from legwork.i18n import tr

PLAN_KEYS = ("name", "blocks")
"""The keys of a plan's tree."""


def plan_tree(plan: Plan) -> dict[str, object]:
    """The values of PLAN_KEYS, for `plan_in` to read."""
    return {
        "name": plan.name,
        "blocks": [
            {
                "kind": block.kind.value,
                "name": block.name,
                "weeks": [{"sessions": [_session_tree(one) for one in week.sessions]} for week in block.weeks],
            }
            for block in plan.blocks
        ],
    }


def _session_tree(session: Session) -> dict[str, object]:
    return {
        "name": session.name,
        "weekday": None if session.weekday is None else int(session.weekday),
        "entries": [
            {
                "exercise": one.exercise,
                "cell": format_cell(one.prescription),
                "rule": format_rule(one.rule),
                "superset": one.group,
                "note": one.note,
            }
            for one in session.entries
        ],
    }


def plan_in(group: JsonObject, system: UnitSystem = UnitSystem.METRIC) -> Plan:
    """The plan in a group with PLAN_KEYS. system: the units of a load that comes without one. Raises RefusedError."""
    blocks = group.many("blocks", partial(_block, system=system))
    weeks = sum(len(block.weeks) for block in blocks)
    if weeks > MAX_WEEKS:
        refuse(group.at("blocks"), tr("there are {weeks} weeks: a plan can have {most}", weeks=weeks, most=MAX_WEEKS))
    return numbered(Plan(_name(group), blocks))


def numbered(plan: Plan) -> Plan:
    """The same plan with ids from 1 on each level, in order."""
    blocks, weeks, sessions, entries = count(1), count(1), count(1), count(1)

    def session_of(session: Session) -> Session:
        inside = tuple(replace(entry, id=next(entries)) for entry in session.entries)
        return replace(session, id=next(sessions), entries=inside)

    def week_of(week: Week) -> Week:
        return replace(week, id=next(weeks), sessions=tuple(map(session_of, week.sessions)))

    return replace(
        plan,
        blocks=tuple(replace(block, id=next(blocks), weeks=tuple(map(week_of, block.weeks))) for block in plan.blocks),
    )


def exercise_in(tree: object, where: str) -> Exercise:
    """An exercise of one's own. Raises RefusedError."""
    try:
        return own_exercise_in(tree, where)
    except ValueError as error:
        said = clipped(str(error).removeprefix(f"{where}: "))
        refuse(where, tr("there is an exercise that is not written as it should be ({said})", said=said))


def _block(tree: object, where: str, system: UnitSystem) -> Block:
    group = JsonObject(tree, where, ("kind", "name", "weeks"))
    kind = group.text("kind")
    if kind not in tuple(BlockKind):
        refuse(group.at("kind"), tr("there is none of accumulate, intensify and deload"))
    return Block(0, BlockKind(kind), _name(group), group.many("weeks", partial(_week, system=system)))


def _week(tree: object, where: str, system: UnitSystem) -> Week:
    group = JsonObject(tree, where, ("sessions",))
    sessions = group.many("sessions", partial(_session, system=system))
    if len(sessions) > MAX_SESSIONS:
        refuse(group.at("sessions"), tr("a week can have {most} sessions", most=MAX_SESSIONS))
    return Week(0, sessions)


def _session(tree: object, where: str, system: UnitSystem) -> Session:
    group = JsonObject(tree, where, ("name", "weekday", "entries"))
    weekday = None if group.raw("weekday") is None else group.value("weekday", int)
    if weekday is not None and not 0 <= weekday <= 6:
        refuse(group.at("weekday"), tr("a number from 0 to 6 is expected"))
    entries = group.many("entries", partial(_entry, system=system))
    if len(entries) > MAX_ENTRIES:
        refuse(group.at("entries"), tr("a session can have {most} exercises", most=MAX_ENTRIES))
    return Session(0, _name(group), None if weekday is None else Weekday(weekday), entries)


def _entry(tree: object, where: str, system: UnitSystem) -> Entry:
    group = JsonObject(tree, where, ("exercise", "cell", "rule", "superset", "note"))
    superset = None if group.raw("superset") is None else group.value("superset", int)
    if superset is not None and not 1 <= superset <= MAX_GROUPS:
        refuse(group.at("superset"), tr("a number from 1 to {most} is expected", most=MAX_GROUPS))
    note = group.text("note")
    if note != one_line(note):
        refuse(group.at("note"), tr("a note is one line of at most {most} letters", most=MAX_NOTE))
    exercise = group.line("exercise", MAX_EXERCISE_KEY)
    return Entry(0, exercise, _prescription(group, system), _rule(group), superset, note)


def _prescription(group: JsonObject, system: UnitSystem) -> Prescription:
    try:
        return parse_cell(group.text("cell"), system)
    except CellError as error:
        refuse(group.at("cell"), error.what, error.column)


def _rule(group: JsonObject) -> Rule:
    text = group.text("rule")
    try:
        return parse_rule(text)
    except UserError as error:
        refuse(group.at("rule"), str(error))


def _name(group: JsonObject) -> str:
    return group.line("name", MAX_NAME) if group.raw("name") != "" else ""
