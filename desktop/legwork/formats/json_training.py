"""The part of Legwork's own document that came with its version 4: training plans, and exercises of one's own.

Owns their keys; what is inside of a plan stands in `plan_tree`. Which exercises are shipped is not known here.
"""

from __future__ import annotations

from legwork.domain.exercise import Exercise
from legwork.domain.exercise_file import exercise_tree
from legwork.formats.json_object import JsonObject, no_doubles, refuse
from legwork.formats.plan_tree import PLAN_KEYS, exercise_in, plan_in, plan_tree
from legwork.formats.records import MAX_PLAN_UID, PersonRecord, PlanRecord
from legwork.i18n import tr

TRAINING_KEYS = ("plans", "own_exercises")
"""The keys that a person has beyond those of version 3."""


def training_tree(person: PersonRecord) -> dict[str, object]:
    """The values of TRAINING_KEYS, for `training_in` to read."""
    return {
        "plans": [
            {
                "uid": one.uid,
                "starts_on": one.starts_on.isoformat() if one.starts_on else None,
                **plan_tree(one.plan),
            }
            for one in person.plans
        ],
        "own_exercises": [exercise_tree(one) for one in person.own_exercises],
    }


def training_in(group: JsonObject) -> tuple[tuple[PlanRecord, ...], tuple[Exercise, ...]]:
    """The plans and own exercises of a person. Raises UserError."""
    plans = group.many("plans", _plan)
    no_doubles((one.uid for one in plans), group.at("plans"), "uid")
    exercises = group.many("own_exercises", exercise_in)
    no_doubles((one.key for one in exercises), group.at("own_exercises"), "key")
    return plans, exercises


def _plan(tree: object, where: str) -> PlanRecord:
    group = JsonObject(tree, where, ("uid", "starts_on", *PLAN_KEYS))
    plan = plan_in(group)
    if not plan.name:
        refuse(group.at("name"), tr("a value is missing"))
    starts_on = None if group.raw("starts_on") is None else group.day("starts_on")
    return PlanRecord(group.line("uid", MAX_PLAN_UID), starts_on, plan)
