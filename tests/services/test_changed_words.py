"""What stands in the diary of an edit: words that a person knows."""

from __future__ import annotations

import pytest

from legwork.services.changed_words import changed_words
from legwork.store.tables import ALL


def test_each_is_said_once_in_words_of_a_person() -> None:
    assert changed_words({"reading", "check_in", "setting"}) == "measurements, settings"
    assert changed_words({"workout_set", "workout", "workout_exercise"}) == "workouts"
    assert changed_words(()) == "everything"


@pytest.mark.parametrize("table", [one.name for one in ALL])
def test_every_table_has_words(table: str) -> None:
    words = changed_words([table])
    assert words != "everything" and "_" not in words
