"""`legwork import` of a log of workouts, as typed into a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli_driver import done
from helpers import database_dump


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the profile shall be."""
    return tmp_path / "profile"


STRONG = """\
Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2025-03-04 18:05:00,Legs,Squat (Barbell),1,102.5,8,0,0,,,8
2025-03-04 18:05:00,Legs,Hopsla,1,0,15,0,0,,,
2025-03-04 18:05:00,Legs,Hopsla,2,0,,0,0,,,
"""


@pytest.fixture
def strong(tmp_path: Path) -> Path:
    file = tmp_path / "strong.csv"
    file.write_text(STRONG, encoding="utf-8")
    return file


def test_a_log_of_workouts_twice(folder: Path, strong: Path) -> None:
    said = done(folder, "import", strong).splitlines()
    assert said[0] == "1 new workout with 2 sets, 1 exercise of your own."
    assert "The file does not say in which unit loads are: taken as kg; say --unit if not." in said
    assert "In the file: 1 workout, 2 sets on 4 Mar 2025." in said
    assert "Hopsla: known under no name here, so it is an own exercise without muscles (1 set)." in said
    assert any(
        line.startswith("1 row or value is not taken, line 4: Nothing was entered in this set.") for line in said
    )
    before = database_dump(folder / "legwork.sqlite3")
    assert (len(before["workout_set"]), len(before["own_exercise"])) == (2, 1)
    assert done(folder, "import", strong).startswith("All of it is here already. Nothing would change.\n")
    assert database_dump(folder / "legwork.sqlite3") == before


def test_a_log_whose_unit_is_said(folder: Path, strong: Path) -> None:
    said = done(folder, "import", strong, "--unit", "lb")
    assert "--unit" not in said
    [first, _] = database_dump(folder / "legwork.sqlite3")["workout_set"]
    assert 46.493218 in first and "lb" in first and "102.5" in first


def test_a_preview_of_a_log_writes_nothing(folder: Path, strong: Path) -> None:
    assert done(folder, "import", strong, "--preview").startswith(
        "1 new workout with 2 sets, 1 exercise of your own.\n"
    )
    assert not any(database_dump(folder / "legwork.sqlite3")[table] for table in ("person", "workout", "own_exercise"))


def test_a_log_without_workouts(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "strong.csv"
    file.write_text(STRONG.splitlines()[0] + "\n", encoding="utf-8")
    assert done(folder, "import", file) == "strong.csv holds no workouts.\n"
