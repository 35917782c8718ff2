"""The part of Legwork's own document that came with its version 2: what a person plans and keeps beside measuring.

Owns the keys of goals, programme changes and chart views. Which measures there are, and what a view shows, is not
known here.
"""

from __future__ import annotations

from legwork.formats.json_object import JsonObject, no_doubles, quantity_in, quantity_tree, refuse
from legwork.formats.records import (
    MAX_CHANGE_TEXT,
    MAX_VIEW_NAME,
    ChartViewRecord,
    GoalRecord,
    PersonRecord,
    ProgrammeChangeRecord,
)
from legwork.i18n import tr

PLAN_KEYS = ("goals", "programme_changes", "chart_views")
"""The keys that a person has beyond those of version 1."""

_GOAL_UNITS = frozenset({"cm", "mm", "m", "in", "ft", "kg", "g", "lb", "st", "%", "L", ""})

_Plans = tuple[tuple[GoalRecord, ...], tuple[ProgrammeChangeRecord, ...], tuple[ChartViewRecord, ...]]


def plans_tree(person: PersonRecord) -> dict[str, object]:
    """The values of PLAN_KEYS, for `plans_in` to read."""
    return {
        "goals": [
            {
                "measure": one.measure,
                **quantity_tree(one.quantity),
                "due": one.due.isoformat(),
                "set_on": one.set_on.isoformat(),
            }
            for one in person.goals
        ],
        "programme_changes": [{"day": one.day.isoformat(), "text": one.text} for one in person.programme_changes],
        "chart_views": [{"name": one.name, "spec": one.spec} for one in person.chart_views],
    }


def plans_in(group: JsonObject) -> _Plans:
    """The goals, programme changes and chart views of a person. Raises UserError."""
    goals = group.many("goals", _goal)
    no_doubles((one.measure for one in goals), group.at("goals"), "measure")
    changes = group.many("programme_changes", _programme_change)
    no_doubles(changes, group.at("programme_changes"), "")
    views = group.many("chart_views", _chart_view)
    no_doubles((one.name.casefold() for one in views), group.at("chart_views"), "name")
    return goals, changes, views


def _goal(tree: object, where: str) -> GoalRecord:
    group = JsonObject(tree, where, ("measure", "value", "unit", "entered", "due", "set_on"))
    measure = group.text("measure")
    if not measure:
        refuse(group.at("measure"), tr("a value is missing"))
    due, set_on = group.day("due"), group.day("set_on")
    if due <= set_on:
        refuse(group.at("due"), tr("a day after that of set_on is expected"))
    return GoalRecord(measure, quantity_in(group, _GOAL_UNITS, zero=True), due, set_on)


def _programme_change(tree: object, where: str) -> ProgrammeChangeRecord:
    group = JsonObject(tree, where, ("day", "text"))
    return ProgrammeChangeRecord(group.day("day"), group.line("text", MAX_CHANGE_TEXT))


def _chart_view(tree: object, where: str) -> ChartViewRecord:
    group = JsonObject(tree, where, ("name", "spec"))
    return ChartViewRecord(group.line("name", MAX_VIEW_NAME), group.text("spec"))
