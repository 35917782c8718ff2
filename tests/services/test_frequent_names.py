"""The names that exercises have most often in real logs, each with the exercise that it must find.

The list is in the order of how many sets have the name. An empty key: nobody can be sure, so the person is asked.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from legwork.services.catalogue import exercise, match

FILE = Path(__file__).parents[1] / "fixtures" / "frequent_exercise_names.tsv"
with FILE.open(encoding="utf-8", newline="") as _file:
    NAMES = [(row["name"], row["key"]) for row in csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE)]

OPEN = {
    "Warm Up": "no exercise",
    "No Feet Snatch": "a variant that the catalogue does not have",
    "Treadmill": "no lift",
    "Cooldown And Stretch": "no exercise",
    "jumping jacks": "no lift",
    "Lower Chest Bracket Pushup": "somebody's own",
    "Shoulder Press": "with a bar, dumbbells or a machine",
    "Rear Delt Fly": "with dumbbells, cables or a machine",
    "Rotates": "of what?",
    "Double Tricep Press": "somebody's own",
    "Bottom-Half Seated Cable Flye": "half a movement: a variant",
    "Penguin Toe Taps": "a variant that the catalogue does not have",
    "Single Arm Hammer Strength Press": "of the chest or the shoulders",
    "Plank Knee Raises": "somebody's own",
}
"""Asked about, and why."""


def test_the_300_most_frequent_names_of_lifts_are_known() -> None:
    assert sum(bool(key) for _, key in NAMES) == 300
    assert {name for name, key in NAMES if not key} == OPEN.keys()


@pytest.mark.parametrize(("name", "key"), NAMES)
def test_a_frequent_name_finds_its_exercise(name: str, key: str) -> None:
    assert match(name) is (exercise(key) if key else None)
    assert not key or exercise(key) is not None
