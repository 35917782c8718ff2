"""Reading a template: whole ones come out as they are written, bad ones are refused with their place."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from legwork.domain.patterns import Pattern
from legwork.domain.plan.model import Weekday
from legwork.domain.planner.template import Going, Role
from legwork.domain.planner.template_file import template_in
from legwork.domain.planner.wishes import Experience
from planner_cases import EXERCISES

_LIFTS = {
    "squat": "squat", "hinge": "romanian_deadlift", "lunge": "lunge", "leg_curl": "seated_leg_curl",
    "calf_raise": "standing_calf_raise", "knee_extension": "leg_extension", "horizontal_press": "bench_press",
    "row": "row", "pulldown": "pull_up",
}  # fmt: skip


def _slot(pattern: str, **more: object) -> dict[str, object]:
    return {
        "pattern": pattern, "role": "main", "sets": [2, 4], "reps": [6, 10], "rir": 2, "rest_s": 120,
        "prefer": [_LIFTS[pattern]], **more,
    }  # fmt: skip


def _tree() -> dict[str, Any]:
    slots = [_slot(one) for one in _LIFTS]
    slots[-2:] = [_slot("row", superset="A", going="linear"), _slot("pulldown", superset="A", going="sum", rir=0)]
    return {
        "key": "one_day", "name": "One day", "purpose": "For a test.", "needs": ["barbell"], "suits": ["new", "some"],
        "legs_first": True, "sessions": [{"name": "All", "weekday": "friday", "slots": slots}],
    }  # fmt: skip


def test_a_template_is_read_whole() -> None:
    found = template_in(_tree(), "one_day.json", EXERCISES)
    assert (found.key, found.label, found.days, found.legs_first) == ("one_day", "One day", 1, True)
    assert found.suits == (Experience.NEW, Experience.SOME)
    [frame] = found.frames
    assert (frame.label, frame.weekday) == ("All", Weekday.FRIDAY)
    squat, last = frame.slots[0], frame.slots[-1]
    assert (squat.pattern, squat.role, squat.sets, squat.reps) == (Pattern.SQUAT, Role.MAIN, (2, 4), (6, 10))
    assert (squat.rir, squat.rest_s, squat.prefer, squat.going) == (2, 120, ("squat",), Going.DOUBLE)
    assert (last.superset, last.going, last.extra) == ("A", Going.SUM, False)


def _at_slot(place: int, key: str, value: object) -> dict[str, Any]:
    tree = copy.deepcopy(_tree())
    tree["sessions"][0]["slots"][place][key] = value
    return tree


@pytest.mark.parametrize(
    ("tree", "complaint"),
    [
        ({**_tree(), "mood": "good"}, "mood is not known"),
        ({key: value for key, value in _tree().items() if key != "suits"}, "suits is missing"),
        ({**_tree(), "key": "One Day"}, "small letters"),
        ({**_tree(), "needs": ["spoon"]}, "spoon is no Equipment"),
        ({**_tree(), "suits": ["new", "new"]}, "new is there twice"),
        ({**_tree(), "sessions": []}, "something in it"),
        ({**_tree(), "sessions": _tree()["sessions"] * 2}, "All is there twice"),
        ({**_tree(), "sessions": [{"name": "A", "weekday": "someday", "slots": [_slot("squat")]}]}, "no weekday"),
        ({**_tree(), "sessions": [{"name": "A", "weekday": "monday", "slots": [_slot("squat")]}]}, "needs hinge"),
        (_at_slot(0, "pattern", "twerk"), "place 1: twerk is no Pattern"),
        (_at_slot(0, "prefer", ["leg_press"]), "leg_press is no exercise of squat"),
        (_at_slot(0, "prefer", ["gone"]), "gone is no exercise of squat"),
        (_at_slot(0, "prefer", []), "something in it"),
        (_at_slot(0, "sets", [4, 2]), "smaller number comes first"),
        (_at_slot(0, "sets", [0, 2]), "whole number of 1 to 20"),
        (_at_slot(0, "reps", [6]), "two whole numbers"),
        (_at_slot(0, "reps", [6, 90]), "reps: a whole number of 1 to 50"),
        (_at_slot(0, "rir", 5), "whole number of 0 to 4"),
        (_at_slot(0, "rir", True), "whole number of 0 to 4"),
        (_at_slot(0, "rest_s", 900), "whole number of 30 to 300"),
        (_at_slot(0, "superset", "both"), "capital letter"),
        (_at_slot(0, "superset", "A"), "superset A needs"),
        (_at_slot(0, "superset", "B"), "superset B needs"),
        (_at_slot(0, "going", "up"), "up is no Going"),
        (_at_slot(1, "extra", True), "needs hinge"),
        (_at_slot(7, "extra", True), "needs row"),
        ("text", "a group of values"),
    ],
)
def test_a_bad_template_is_refused_with_its_place(tree: object, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint) as refusal:
        template_in(tree, "one_day.json", EXERCISES)
    assert "one_day" in str(refusal.value)


def test_sessions_stand_in_the_order_of_the_week() -> None:
    tree = _tree()
    tree["sessions"] = [*tree["sessions"], {"name": "Early", "weekday": "monday", "slots": [_slot("squat")]}]
    with pytest.raises(ValueError, match="order of the week"):
        template_in(tree, "one_day.json", EXERCISES)
