"""Own exercises as plain trees: written, read again, and refused where they make no sense."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from legwork.domain.exercise import Counting, Equipment, Exercise, Share, Substitute, own_exercise
from legwork.domain.exercise_file import exercise_tree, exercises_in, own_exercise_in
from legwork.domain.muscles import Muscle
from legwork.domain.patterns import Pattern
from strategies import own_exercises

SLED = replace(
    own_exercise(
        "own_sled",
        "Sled pull",
        Pattern.LUNGE,
        (Share(Muscle.QUADRICEPS, 1.0), Share(Muscle.GLUTES, 0.5, "Helps.")),
        (Equipment.SLED,),
        Counting.BODY_PLUS,
    ),
    cues=("Lean in.",),
    substitutes=(Substitute("step_up"), Substitute("own_drag", "Much the same.")),
    timed=True,
)


def test_one_is_written_as_the_shipped_ones_are() -> None:
    assert exercise_tree(SLED) == {
        "key": "own_sled",
        "name": "Sled pull",
        "region": "lower",
        "pattern": "lunge",
        "equipment": ["sled"],
        "counting": "body_plus",
        "one_sided": False,
        "compound": True,
        "timed": True,
        "reps": [8, 12],
        "increment_kg": 2.5,
        "body": {"share": 1.0, "reason": ""},
        "muscles": [
            {"muscle": "quadriceps", "share": 1.0, "reason": ""},
            {"muscle": "glutes", "share": 0.5, "reason": "Helps."},
        ],
        "cues": ["Lean in."],
        "avoid": [one.value for one in SLED.avoid],
        "substitutes": ["step_up", {"key": "own_drag", "why": "Much the same."}],
        "aliases": [],
    }


@given(own_exercises("own_a"))
def test_any_one_is_read_again(exercise: Exercise) -> None:
    assert own_exercise_in(json.loads(json.dumps(exercise_tree(exercise))), "x") == exercise


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"key": "sled"}, "begins with own_"),
        ({"key": "own_" + "x" * 80}, "80 letters"),
        ({"name": "x" * 81}, "80 letters"),
        ({"name": ""}, "name"),
        ({"region": "tail"}, "tail"),
        ({"pattern": "dance"}, "dance"),
        ({"muscles": [{"muscle": "quadriceps", "share": 0.5, "reason": ""}]}, "one muscle with 1"),
        ({"muscles": [{"muscle": "quadriceps", "share": 1.0, "reason": "two\nlines"}]}, "one line"),
        ({"cues": ["a", "b", "c", "d", "e"]}, "0 to 4 cues"),
        ({"equipment": ["sled", "sled"]}, "twice"),
        ({"reps": [12, 8]}, "range"),
        ({"increment_kg": None}, "step"),
        ({"body": {"share": 2.0, "reason": ""}}, "body"),
        ({"colour": 1}, "colour is not known"),
    ],
)
def test_what_makes_no_sense_is_refused(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        own_exercise_in(exercise_tree(SLED) | changes, "x")


def test_a_shipped_one_still_needs_its_reasons_cues_and_names() -> None:
    tree = {key: value for key, value in exercise_tree(SLED).items() if key != "region"}
    muscles = [{"muscle": "quadriceps", "share": 1.0, "reason": "Straightens the knee."}]
    whole = {"muscles": muscles, "body": {"share": 1.0, "reason": "All of it."}, "aliases": ["Sled"]}
    cues = {"cues": ["Lean in.", "Push the floor away."]}
    for changes, said in ((cues, "reason"), (whole, "cues"), (whole | cues | {"aliases": []}, "something in it")):
        with pytest.raises(ValueError, match=said):
            exercises_in({"region": "lower", "exercises": [tree | changes]}, "x.json")
    [found] = exercises_in({"region": "lower", "exercises": [tree | whole | cues]}, "x.json")
    assert (found.key, found.custom) == ("own_sled", False)
