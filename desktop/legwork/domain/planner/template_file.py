"""How a template is read out of a plain tree, such as a parsed JSON file has.

Owns the keys of that tree and the refusals of a badly written one. It must not open files (`services.planner`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TypeVar

from legwork.domain.exercise import MOST_REPS, Equipment
from legwork.domain.exercise_names import Catalogue
from legwork.domain.patterns import Pattern
from legwork.domain.plan.model import MAX_ENTRIES, MAX_SESSIONS, WEEKDAYS, Weekday
from legwork.domain.plan.prescription import MAX_SETS
from legwork.domain.planner.template import LEG_PATTERNS, UPPER_KINDS, Frame, Going, Role, Slot, Template
from legwork.domain.planner.wishes import Experience
from legwork.domain.questionnaire import flag_in, group_in, items_in, key_in, line_in, no_doubles, refuse, text_in

_Kind = TypeVar("_Kind", bound=StrEnum)

MOST_RIR, LEAST_REST_S, MOST_REST_S = 4, 30, 300
"""Beyond MOST_RIR a set is no hard set (`counting.HARD_RIR`); rests are conventions."""

_NEEDED = ("key", "name", "purpose", "needs", "suits", "legs_first", "sessions")
_SLOT = ("pattern", "role", "sets", "reps", "rir", "rest_s", "prefer")
_DAYS = {name.lower(): Weekday(place) for place, name in enumerate(WEEKDAYS)}


def template_in(tree: object, where: str, catalogue: Catalogue) -> Template:
    """The template in a group of values. catalogue: what its exercises are looked up in.

    Raises ValueError, naming the place, when anything is missing, unknown, out of its range or there twice; when a
    preferred exercise is not in the catalogue or has another pattern; and when the week lacks a movement that every
    plan needs (LEG_PATTERNS, UPPER_KINDS).
    """
    group = group_in(tree, where, _NEEDED)
    key = key_in(group, where)
    where = f"template {key}"
    sessions = items_in(group["sessions"], where)
    if len(sessions) > MAX_SESSIONS:
        refuse(where, f"a week has up to {MAX_SESSIONS} sessions")
    frames = tuple(_frame(one, f"{where}, session {place}", catalogue) for place, one in enumerate(sessions, 1))
    no_doubles((one.name for one in frames), where)
    if [one.weekday for one in frames] != sorted({one.weekday for one in frames}):
        refuse(where, "sessions come in the order of the week, each on its own day")
    found = Template(
        key,
        text_in(group, "name", where),
        text_in(group, "purpose", where),
        frames,
        _several(Equipment, group["needs"], where),
        _several(Experience, group["suits"], where),
        flag_in(group, "legs_first", where),
    )
    _complete(found, where)
    return found


def _complete(template: Template, where: str) -> None:
    patterns = {slot.pattern for frame in template.frames for slot in frame.slots if not slot.extra}
    for one in LEG_PATTERNS:
        if one not in patterns:
            refuse(where, f"the week needs {one}")
    for kinds in UPPER_KINDS:
        if not patterns & set(kinds):
            refuse(where, f"the week needs {' or '.join(kinds)}")


def _frame(tree: object, where: str, catalogue: Catalogue) -> Frame:
    group = group_in(tree, where, ("name", "weekday", "slots"))
    name, day = text_in(group, "name", where), text_in(group, "weekday", where)
    if day not in _DAYS:
        refuse(where, f"{day} is no weekday")
    items = items_in(group["slots"], where)
    if len(items) > MAX_ENTRIES:
        refuse(where, f"a session has up to {MAX_ENTRIES} places")
    slots = tuple(_slot(one, f"{where}, place {place}", catalogue) for place, one in enumerate(items, 1))
    for letter in {one.superset for one in slots if one.superset}:
        places = [place for place, one in enumerate(slots) if one.superset == letter]
        if len(places) < 2 or places[-1] - places[0] != len(places) - 1:
            refuse(where, f"superset {letter} needs at least two places, one after the other")
    return Frame(name, _DAYS[day], slots)


def _slot(tree: object, where: str, catalogue: Catalogue) -> Slot:
    group = group_in(tree, where, _SLOT, ("superset", "going", "extra"))
    pattern = _one_of(Pattern, group["pattern"], where)
    prefer = tuple(line_in(one, f"{where}, prefer") for one in items_in(group["prefer"], f"{where}, prefer"))
    no_doubles(prefer, where)
    for key in prefer:
        exercise = catalogue.get(key)
        if exercise is None or exercise.pattern is not pattern:
            refuse(where, f"{key} is no exercise of {pattern}")
    letter = group.get("superset", "")
    if not isinstance(letter, str) or (letter and not (len(letter) == 1 and "A" <= letter <= "Z")):
        refuse(where, f"a superset has a capital letter, unlike {letter}")
    return Slot(
        pattern,
        _one_of(Role, group["role"], where),
        _range(group["sets"], MAX_SETS, f"{where}, sets"),
        _range(group["reps"], MOST_REPS, f"{where}, reps"),
        _whole(group["rir"], 0, MOST_RIR, f"{where}, rir"),
        _whole(group["rest_s"], LEAST_REST_S, MOST_REST_S, f"{where}, rest_s"),
        prefer,
        letter,
        _one_of(Going, group.get("going", Going.DOUBLE), where),
        _flag(group, "extra", where),
    )


def _flag(group: Mapping[str, object], key: str, where: str) -> bool:
    return flag_in(group, key, where) if key in group else False


def _range(tree: object, most: int, where: str) -> tuple[int, int]:
    ends = items_in(tree, where)
    if len(ends) != 2:
        refuse(where, "two whole numbers are expected, from and to")
    low, high = (_whole(one, 1, most, where) for one in ends)
    if low > high:
        refuse(where, "the smaller number comes first")
    return low, high


def _whole(found: object, least: int, most: int, where: str) -> int:
    if type(found) is not int or not least <= found <= most:
        refuse(where, f"a whole number of {least} to {most} is expected")
    return int(str(found))


def _several(kind: type[_Kind], found: object, where: str) -> tuple[_Kind, ...]:
    several = tuple(_one_of(kind, one, where) for one in items_in(found, where))
    no_doubles(several, where)
    return several


def _one_of(kind: type[_Kind], found: object, where: str) -> _Kind:
    known: Collection[str] = {one.value for one in kind}
    if not isinstance(found, str) or found not in known:
        refuse(where, f"{found} is no {kind.__name__}")
    return kind(found)
