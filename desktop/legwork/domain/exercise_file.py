"""How exercises are read out of a plain tree, such as a parsed JSON file has: the shipped ones, and people's own.

Owns the keys of that tree, the refusals of a badly written one, and how an own one is written. It must not open files
(`services.catalogue`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from legwork.domain.exercise import BodyArea, Counting, Equipment, Exercise, Share, Substitute, checked
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from legwork.domain.questionnaire import (
    flag_in,
    group_in,
    items_in,
    key_in,
    line_in,
    no_doubles,
    refuse,
    text_in,
)
from legwork.domain.sites import Region

_Kind = TypeVar("_Kind", bound=StrEnum)

_NEEDED = (
    "key",
    "name",
    "pattern",
    "equipment",
    "counting",
    "one_sided",
    "compound",
    "reps",
    "increment_kg",
    "muscles",
    "cues",
    "avoid",
    "substitutes",
    "aliases",
)
_PERHAPS = ("timed", "body")

LEAST_CUES, MOST_CUES, LONGEST_CUE = 2, 4, 90
"""Few and short enough to be kept in mind during a set (conventions)."""

OWN = "own_"
"""How the key of every own exercise begins, and none of a shipped one."""

LONGEST_OWN = 80
"""Letters in the key and in the name of an own exercise (a convention)."""


def exercises_in(tree: object, where: str) -> tuple[Exercise, ...]:
    """The exercises of one region: a group with the keys region and exercises.

    Raises ValueError, naming the place, when anything is missing, unknown, out of its range or there twice. Whether
    substitutes exist is asked by `linked`, as they may stand in another file.
    """
    group = group_in(tree, where, ("region", "exercises"))
    region = _one_of(Region, group["region"], where)
    items = items_in(group["exercises"], where)
    found = tuple(_exercise(one, region, f"{where}, exercise {place}") for place, one in enumerate(items, 1))
    no_doubles((one.key for one in found), where)
    return found


def own_exercise_in(tree: object, where: str) -> Exercise:
    """An exercise of a person's own: a group as the shipped ones have, with its region.

    It may lack reasons, cues, equipment, aliases and substitutes, but not their lists. Raises ValueError, naming the
    place, as `exercises_in`.
    """
    group = group_in(tree, where, (*_NEEDED, "region"), _PERHAPS)
    region = _one_of(Region, group["region"], where)
    found = _exercise({key: value for key, value in group.items() if key != "region"}, region, where, own=True)
    if not found.key.startswith(OWN) or max(len(found.key), len(found.name)) > LONGEST_OWN:
        refuse(where, f"a key that begins with {OWN}, and no more than {LONGEST_OWN} letters, are expected")
    return replace(found, custom=True)


def exercise_tree(exercise: Exercise) -> dict[str, object]:
    """An own exercise as `own_exercise_in` reads it, in the order in which the shipped ones are written."""
    body = {"body": {"share": exercise.body_share, "reason": exercise.body_reason}}
    return {
        "key": exercise.key,
        "name": exercise.name,
        "region": exercise.region.value,
        "pattern": exercise.pattern.value,
        "equipment": [one.value for one in exercise.equipment],
        "counting": exercise.counting.value,
        "one_sided": exercise.one_sided,
        "compound": exercise.compound,
        **({"timed": True} if exercise.timed else {}),
        "reps": list(exercise.reps),
        "increment_kg": None if exercise.increment_kg is None else float(exercise.increment_kg),
        **({} if exercise.body_share is None else body),
        "muscles": [
            {"muscle": one.muscle.value, "share": float(one.share), "reason": one.reason} for one in exercise.muscles
        ],
        "cues": list(exercise.cues),
        "avoid": [one.value for one in exercise.avoid],
        "substitutes": [one.key if not one.why else {"key": one.key, "why": one.why} for one in exercise.substitutes],
        "aliases": list(exercise.aliases),
    }


def linked(exercises: Iterable[Exercise]) -> tuple[Exercise, ...]:
    """The exercises themselves, when their substitutes fit; else ValueError.

    A substitute exists and is another exercise. It has the same pattern and names the exercise in return, or it says
    why it can stand in.
    """
    found = tuple(exercises)
    no_doubles((one.key for one in found), "exercises")
    by_key = {one.key: one for one in found}
    for one in found:
        where = f"exercise {one.key}"
        no_doubles((other.key for other in one.substitutes), where)
        for other in one.substitutes:
            standing_in = by_key.get(other.key)
            if standing_in is None or standing_in is one:
                refuse(where, f"{other.key} cannot stand in for it")
            if other.why:
                continue
            if standing_in.pattern is not one.pattern:
                refuse(where, f"{other.key} has another pattern: say why it can stand in")
            if one.key not in {back.key for back in standing_in.substitutes}:
                refuse(where, f"{other.key} does not name it in return: say why it can stand in")
    return found


def _exercise(tree: object, region: Region, where: str, *, own: bool = False) -> Exercise:
    group = group_in(tree, where, _NEEDED, _PERHAPS)
    key = text_in(group, "key", where) if own else key_in(group, where)
    where = f"exercise {key}"
    share, reason = _body(group["body"], where, own) if "body" in group else (None, "")
    cues = _lines(group, "cues", where, own)
    least = 0 if own else LEAST_CUES
    if not least <= len(cues) <= MOST_CUES or any(len(one) > LONGEST_CUE for one in cues):
        refuse(where, f"{least} to {MOST_CUES} cues of up to {LONGEST_CUE} letters are expected")
    found = Exercise(
        key,
        text_in(group, "name", where),
        _one_of(Pattern, group["pattern"], where),
        region,
        tuple(_share(one, where, own) for one in _items(group["muscles"], where, own)),
        tuple(_one_of(Equipment, one, where) for one in _items(group["equipment"], where, own)),
        _one_of(Counting, group["counting"], where),
        flag_in(group, "one_sided", where),
        flag_in(group, "compound", where),
        flag_in(group, "timed", where) if "timed" in group else False,
        _range(group["reps"], where),
        None if group["increment_kg"] is None else _number(group["increment_kg"], where),
        share,
        reason,
        cues,
        tuple(_one_of(BodyArea, one, where) for one in _list(group["avoid"], where)),
        tuple(_substitute(one, where) for one in _items(group["substitutes"], where, own)),
        _lines(group, "aliases", where, own),
        custom=own,
    )
    for part in (found.equipment, found.avoid, found.aliases, found.cues):
        no_doubles(part, where)
    return checked(found, where)


def _share(tree: object, where: str, own: bool) -> Share:
    group = group_in(tree, where, ("muscle", "share", "reason"))
    muscle = _one_of(Muscle, group["muscle"], where)
    return Share(muscle, _number(group["share"], where), _reason(group, where, own))


def _substitute(tree: object, where: str) -> Substitute:
    if isinstance(tree, str):
        return Substitute(tree)
    group = group_in(tree, where, ("key", "why"))
    return Substitute(line_in(group["key"], where), text_in(group, "why", where))


def _body(tree: object, where: str, own: bool) -> tuple[float, str]:
    group = group_in(tree, where, ("share", "reason"))
    return _number(group["share"], where), _reason(group, where, own)


def _reason(group: Mapping[str, object], where: str, own: bool) -> str:
    return "" if own and group["reason"] == "" else text_in(group, "reason", where)


def _range(tree: object, where: str) -> tuple[int, int]:
    ends = items_in(tree, where)
    if len(ends) != 2 or not all(type(one) is int for one in ends):
        refuse(where, "two whole numbers are expected as reps, from and to")
    low, high = (int(str(one)) for one in ends)
    return low, high


def _number(found: object, where: str) -> float:
    if isinstance(found, bool) or not isinstance(found, int | float):
        refuse(where, f"{found} is no number")
    return float(found)


def _list(found: object, where: str) -> list[object]:
    if not isinstance(found, list):
        refuse(where, "a list is expected")
    return found


def _items(found: object, where: str, own: bool) -> list[object]:
    return _list(found, where) if own else items_in(found, where)


def _lines(group: Mapping[str, object], key: str, where: str, own: bool) -> tuple[str, ...]:
    return tuple(line_in(one, f"{where}, {key}") for one in _items(group[key], f"{where}, {key}", own))


def _one_of(kind: type[_Kind], found: object, where: str) -> _Kind:
    try:
        return kind(str(found))
    except ValueError:
        refuse(where, f"{found} is no {kind.__name__}")
