"""Workouts in Legwork's own document: nothing wrong is let in, and little is written of an ordinary set."""

from __future__ import annotations

import json

import pytest

from document_example import EXAMPLE, changed
from legwork.errors import UserError
from legwork.formats.legwork_json import dump, load

_WORKOUT, _NAME, _REFUSED = "people/0/workouts/0", "people/0/exercise_names/0", "people/0/refused_proposals/0"
_DONE = f"{_WORKOUT}/exercises/0"
_SET = f"{_DONE}/sets/1"


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("people/0/workouts", {}, r"people\[0\].workouts"),
        (f"{_WORKOUT}/uid", "", r"workouts\[0\].uid"),
        (f"{_WORKOUT}/uid", "11b2", r"workouts\[1\].uid"),
        (f"{_WORKOUT}/day", "Monday", r"workouts\[0\].day"),
        (f"{_WORKOUT}/start", "6 pm", r"workouts\[0\].start"),
        (f"{_WORKOUT}/start", "18:05:00+01:00", r"workouts\[0\].start"),
        (f"{_WORKOUT}/start", "18:05", r"workouts\[0\].start"),
        (f"{_WORKOUT}/minutes", -1, r"workouts\[0\]"),
        (f"{_WORKOUT}/minutes", 75.0, r"workouts\[0\].minutes"),
        (f"{_WORKOUT}/utc_offset_minutes", 1500, r"workouts\[0\]"),
        (f"{_WORKOUT}/title", "two\nlines", r"workouts\[0\].title"),
        (f"{_WORKOUT}/title", "x" * 201, r"workouts\[0\].title"),
        (f"{_WORKOUT}/finished", None, r"workouts\[0\].finished"),
        (f"{_WORKOUT}/plan", "gone", r"workouts\[0\].plan"),
        (f"{_WORKOUT}/plan", "ff01", r"workouts\[0\].exercises\[0\].entry"),
        (f"{_WORKOUT}/session", 2, r"workouts\[0\].session"),
        (f"{_WORKOUT}/colour", "red", r"workouts\[0\].colour"),
        (f"{_DONE}/exercise", "", r"workouts\[0\].exercises\[0\].exercise"),
        (f"{_DONE}/exercise", "x" * 81, r"workouts\[0\].exercises\[0\].exercise"),
        (f"{_DONE}/felt", 5, r"workouts\[0\].exercises\[0\]"),
        (f"{_DONE}/superset", 0, r"workouts\[0\].exercises\[0\]"),
        (f"{_DONE}/note", "two\nlines", r"workouts\[0\].exercises\[0\]"),
        (f"{_DONE}/entry", 9, r"workouts\[0\].exercises\[0\].entry"),
        (f"{_SET}/reps", KeyError, r"sets\[1\]"),
        (f"{_SET}/reps", -1, r"sets\[1\]"),
        (f"{_SET}/reps", 8.0, r"sets\[1\].reps"),
        (f"{_SET}/kind", "heavy", r"sets\[1\]"),
        (f"{_SET}/side", "middle", r"sets\[1\]"),
        (f"{_SET}/load", 0, r"sets\[1\]"),
        (f"{_SET}/load", "225", r"sets\[1\].load"),
        (f"{_SET}/load", 10**400, r"sets\[1\].load"),
        (f"{_SET}/unit", "st", r"sets\[1\]"),
        (f"{_SET}/unit", KeyError, r"sets\[1\].unit"),
        (f"{_SET}/load", KeyError, r"sets\[1\].load"),
        (f"{_SET}/rir", 10, r"sets\[1\]"),
        (f"{_SET}/assisted", 1, r"sets\[1\].assisted"),
        (f"{_SET}/rpe", 8, r"sets\[1\].rpe"),
        (f"{_SET}", 5, r"sets\[1\]"),
        (f"{_NAME}/name", "", r"exercise_names\[0\].name"),
        (f"{_NAME}/name", "Laufen", r"exercise_names\[1\].name"),
        (f"{_NAME}/exercise", "x" * 81, r"exercise_names\[0\].exercise"),
        (f"{_REFUSED}/topic", "", r"refused_proposals\[0\].topic"),
        (f"{_REFUSED}/key", "", r"refused_proposals\[0\].key"),
        (f"{_REFUSED}/refused_on", None, r"refused_proposals\[0\].refused_on"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(path: str, value: object, where: str) -> None:
    with pytest.raises(UserError, match=f"at .*{where}, "):
        load(changed(path, value))


def test_of_an_ordinary_set_only_what_was_done_is_written() -> None:
    [first, second] = json.loads(dump(EXAMPLE))["people"][0]["workouts"][0]["exercises"][0]["sets"]
    assert first == {"kind": "warm_up", "reps": 8, "load": 61.23497, "unit": "lb", "entered": "135"}
    assert second == {"reps": 8, "load": 102.058283, "unit": "lb", "entered": "225", "rir": 2.0, "note": "“deep”"}


def test_what_is_ordinary_may_be_written_out() -> None:
    assert load(changed(f"{_SET}/assisted", False)) == EXAMPLE
    assert load(changed(f"{_SET}/side", "none")) == EXAMPLE


def test_a_slip_is_no_damage() -> None:
    found = load(changed(f"{_SET}/reps", 877_777))
    assert [one.reps for one in found.people[0].workouts[0].workout.exercises[0].sets] == [8, 877_777]
    assert load(changed(f"{_SET}/rir", -0.0)).people[0].workouts[0].workout.exercises[0].sets[1].rir == 0
