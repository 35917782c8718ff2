"""A shared plan as a small file: JSON with the plan and the exercises of one's own that it uses.

Owns the head of the file, how it is laid out, and that whoever wrote it wrongly is told the line and column. What is
in it stands in `plan_tree`. It must not know a catalogue.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from legwork.domain.exercise import Exercise
from legwork.domain.exercise_file import exercise_tree
from legwork.domain.plan.model import Plan
from legwork.domain.units import UnitSystem
from legwork.errors import UserError
from legwork.formats.json_object import JsonObject, RefusedError, no_doubles, parsed_text, refuse
from legwork.formats.plan_text import PlanTextError
from legwork.formats.plan_tree import PLAN_KEYS, exercise_in, plan_in, plan_tree
from legwork.i18n import tr

FORMAT = "legwork-plan"
VERSION = 1
"""What is written; every version from 1 on is read."""

_HEAD = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"legwork-plan"')
_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


def looks_like(text: str) -> bool:
    """Whether a text is JSON, and so no plan that a person wrote."""
    return text.lstrip().startswith("{")


def is_plan(data: bytes) -> bool:
    """Whether a file says of itself, at its beginning, that it is a shared plan."""
    return _HEAD.match(data[:200]) is not None


def dump(plan: Plan, exercises: Iterable[Exercise] = ()) -> bytes:
    """The file in UTF-8, an exercise of the plan on each line. exercises: those of one's own that the plan uses.

    `load` gives the same again, but for the ids of the plan's parts.
    """
    tree = {
        "format": FORMAT,
        "version": VERSION,
        **plan_tree(plan),
        "exercises": [exercise_tree(one) for one in exercises],
    }
    return ("".join(_laid_out(tree, 0)) + "\n").encode()


def load(text: str, system: UnitSystem) -> tuple[Plan, tuple[Exercise, ...]]:
    """The plan in a file, and the exercises of one's own that came with it.

    system: the units of a load that somebody wrote without one. Raises PlanTextError, which names line and column, and
    UserError for another kind of file.
    """
    try:
        tree = parsed_text(text)
    except json.JSONDecodeError as error:
        raise PlanTextError(
            error.lineno, error.colno, tr("the file is damaged or cut off: get it again from whoever shared it.")
        ) from None
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise UserError(tr("This is not a plan that Legwork shared: choose another file."))
    version = tree.get("version")
    if type(version) is int and version > VERSION:
        raise UserError(tr("A newer Legwork wrote this plan: update Legwork, then open it again."))
    try:
        return _read(tree, system)
    except RefusedError as error:
        line, column = place_of(text, error.where)
        raise PlanTextError(line, column + (error.column or 0), error.what.rstrip(".") + ".") from None


def _read(tree: dict[str, object], system: UnitSystem) -> tuple[Plan, tuple[Exercise, ...]]:
    group = JsonObject(tree, "", ("format", "version", *PLAN_KEYS, "exercises"))
    version = group.value("version", int)
    if version < 1:
        refuse("version", tr("there is no such version"))
    exercises = group.many("exercises", exercise_in)
    no_doubles((one.key for one in exercises), "exercises", "key")
    return plan_in(group, system), exercises


def place_of(text: str, where: str) -> tuple[int, int]:
    """Line and column, from 1, of a value in a JSON text, or of what holds it where it is missing itself.

    where: as `JsonObject.at` names it: "blocks[0].weeks[2].sessions". text: JSON that can be read.
    """
    at = _after_space(text, 0)
    for step in _STEP.finditer(where):
        members = _members(text, at)
        wanted = int(step[1]) if step[1] else step[2]
        inside = next((place for name, place in members if name == wanted), None)
        if inside is None:
            break
        at = inside
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _members(text: str, at: int) -> Iterator[tuple[str | int, int]]:
    """The names, or numbers from 0, of what a group or list holds, each with the place of its value."""
    keyed = text[at] == "{"
    number = 0
    at = _after_space(text, at + 1)
    while keyed or text[at - 1] != "]":
        if text[at] in "]}":
            return
        name: str | int = number
        if keyed:
            name, at = _DECODER.raw_decode(text, at)
            at = _after_space(text, _after_space(text, at) + 1)  # past the colon
        yield name, at
        _, at = _DECODER.raw_decode(text, at)
        number += 1
        at = _after_space(text, at)
        if text[at] == ",":
            at = _after_space(text, at + 1)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _laid_out(tree: object, depth: int) -> Iterator[str]:
    """JSON with a line for each group or list that holds no other."""
    members = list(tree.values()) if isinstance(tree, dict) else tree if isinstance(tree, list) else []
    if not any(isinstance(one, dict | list) for one in members):
        yield json.dumps(tree, ensure_ascii=False, allow_nan=False)
        return
    names = [f"{json.dumps(key, ensure_ascii=False)}: " for key in tree] if isinstance(tree, dict) else []
    inner = "\n" + " " * (depth + 1)
    yield "{" if names else "["
    for place, one in enumerate(members):
        yield ("," if place else "") + inner + (names[place] if names else "")
        yield from _laid_out(one, depth + 1)
    yield "\n" + " " * depth + ("}" if names else "]")
