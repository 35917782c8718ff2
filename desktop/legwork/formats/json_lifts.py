"""The part of Legwork's own document that came with its version 3: lifts, and what a person picked.

Owns the keys of lifts and choices. Which topics and picks there are is not known here.
"""

from __future__ import annotations

from legwork.domain.sites import Side
from legwork.domain.strength import LIFTS_BY_KEY
from legwork.formats.json_object import JsonObject, no_doubles, quantity_in, quantity_tree, refuse
from legwork.formats.records import (
    MAX_CHOICE_KEY,
    MOST_LOAD_KG,
    MOST_REPS,
    MOST_RIR,
    ChoiceRecord,
    LiftRecord,
    PersonRecord,
)
from legwork.i18n import tr

LIFT_KEYS = ("lifts", "choices")
"""The keys that a person has beyond those of version 2."""

_LOAD_UNITS = frozenset({"kg", "g", "lb", "st"})


def lifts_tree(person: PersonRecord) -> dict[str, object]:
    """The values of LIFT_KEYS, for `lifts_in` to read."""
    return {
        "lifts": [
            {
                "day": one.day.isoformat(),
                "lift": one.lift,
                "side": one.side.value,
                **quantity_tree(one.load),
                "reps": one.reps,
                "rir": None if one.rir is None else float(one.rir),
            }
            for one in person.lifts
        ],
        "choices": [
            {"topic": one.topic, "pick": one.pick, "picked_on": one.picked_on.isoformat()} for one in person.choices
        ],
    }


def lifts_in(group: JsonObject) -> tuple[tuple[LiftRecord, ...], tuple[ChoiceRecord, ...]]:
    """The lifts and choices of a person. Raises UserError."""
    lifts = group.many("lifts", _lift)
    no_doubles(((one.day, one.lift, one.side) for one in lifts), group.at("lifts"), "")
    choices = group.many("choices", _choice)
    no_doubles(((one.topic, one.pick) for one in choices), group.at("choices"), "pick")
    return lifts, choices


def _lift(tree: object, where: str) -> LiftRecord:
    group = JsonObject(tree, where, ("day", "lift", "side", "value", "unit", "entered", "reps", "rir"))
    known = LIFTS_BY_KEY.get(group.text("lift"))
    if known is None:
        refuse(group.at("lift"), tr("there is a lift that is not known"))
    side = group.text("side")
    if side not in known.sides:
        refuse(group.at("side"), tr("there is a side that does not fit the lift"))
    load = quantity_in(group, _LOAD_UNITS)
    if load.value > MOST_LOAD_KG:
        refuse(group.at("value"), tr("a load of at most {most} kg is expected", most=int(MOST_LOAD_KG)))
    reps = group.value("reps", int)
    if not 1 <= reps <= MOST_REPS:
        refuse(group.at("reps"), tr("a number from 1 to {most} is expected", most=MOST_REPS))
    rir = None if group.raw("rir") is None else group.number("rir", zero=True)
    if rir is not None and rir > MOST_RIR:
        refuse(group.at("rir"), tr("a number from zero to {most} is expected", most=int(MOST_RIR)))
    return LiftRecord(group.day("day"), known.key, Side(side), load, reps, rir)


def _choice(tree: object, where: str) -> ChoiceRecord:
    group = JsonObject(tree, where, ("topic", "pick", "picked_on"))
    return ChoiceRecord(group.line("topic", MAX_CHOICE_KEY), group.line("pick", MAX_CHOICE_KEY), group.day("picked_on"))
