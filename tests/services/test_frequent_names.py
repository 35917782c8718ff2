"""The names that exercises have most often in real logs, each with the exercise that it must find.

The list is in the order of how many sets have the name. An empty key: nobody can be sure, so the person is asked.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from legwork.services.catalogue import catalogue, exercise

FILE = Path(__file__).parents[1] / "fixtures" / "frequent_exercise_names.tsv"
with FILE.open(encoding="utf-8", newline="") as _file:
    NAMES = [(row["name"], row["key"]) for row in csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE)]

OPEN = {
    "Warm Up": "no exercise",
    "Treadmill": "no lift",
    "Cooldown And Stretch": "no exercise",
    "jumping jacks": "no lift",
    "Lower Chest Bracket Pushup": "somebody's own",
    "Shoulder Press": "with a bar, dumbbells or a machine: the load would count once or twice",
    "Rear Delt Fly": "with dumbbells, cables or a machine: the load would count once or twice",
    "Rotates": "of what?",
    "Double Tricep Press": "somebody's own",
    "Single Arm Hammer Strength Press": "of the chest or the shoulders: other muscles",
}
"""Asked about, and why."""


def test_of_the_most_frequent_names_only_those_stay_open_that_nobody_can_be_sure_of() -> None:
    assert sum(bool(key) for _, key in NAMES) == 304
    assert {name for name, key in NAMES if not key} == OPEN.keys()


@pytest.mark.parametrize(("name", "key"), NAMES)
def test_a_frequent_name_finds_its_exercise(name: str, key: str) -> None:
    assert catalogue().match(name) is (exercise(key) if key else None)
    assert not key or exercise(key) is not None
