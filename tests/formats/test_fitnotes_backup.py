"""FitNotes' backup: a database that is read, and never believed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from legwork.errors import Cancelled, UserError
from legwork.formats import fitnotes_backup
from legwork.formats.training import recognise_training
from legwork.formats.training_records import workout_keys
from training_files import TODAY, backup, doubts, plan_of, read, sets, told

SQUAT, PULL_UP, PLANK, ROWING = 1, 2, 3, 4


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., bytes]:
    """Makes backups from SQL."""
    return lambda *statements, wal=False: backup(tmp_path, *statements, wal=wal)


def test_sets_comments_times_and_groups(made: Callable[..., bytes]) -> None:
    data = made(
        "INSERT INTO settings(metric) VALUES (1);",
        sets(
            (SQUAT, "2024-10-21", 60.0, 8),
            (PULL_UP, "2024-10-21", 0, 5),
            (SQUAT, "2024-10-21", 62.5, 6),
            (PLANK, "2024-10-21", 0, 0, 0, 0, 0, 90),
            (ROWING, "2024-10-23", 0, 0, 0, 0, 800, 240),
            (SQUAT, "2024-10-22", 60, 0),
        ),
        "INSERT INTO Comment(date, owner_type_id, owner_id, comment) VALUES ('2024-10-21', 1, 3, 'deep\n and slow'),"
        " ('2024-10-21', 7, 1, 'of something else');",
        "INSERT INTO WorkoutComment(date, comment) VALUES ('2024-10-21', 'With Ada'), ('1999-01-01', 'no workout');",
        "INSERT INTO WorkoutTime(workout_date, start_date_time, end_date_time) VALUES"
        " ('2024-10-21', '2024-10-21 18:00:30', '2024-10-21 19:15:30'), ('2024-10-22', 'long ago', '');",
        "INSERT INTO WorkoutGroupExercise(exercise_id, date, routine_section_id, workout_group_id) VALUES"
        " (1, '2024-10-21', 0, 9), (2, '2024-10-21', 0, 9);",
        "INSERT INTO MeasurementRecord(value) VALUES (80.5);",
    )
    table = read(data)
    assert (table.source, table.format_name, table.unit_asked) == ("fitnotes", "FitNotes backup", False)
    assert plan_of(table) == [
        ("2024-10-21 18:00", "", [
            ("Barbell Squat", ["60kg x8", "62.5kg x6 “deep and slow”"]), ("Pull Up", ["x5"]), ("Plank", ["90s"]),
        ]),
        ("2024-10-22", "", [("Barbell Squat", ["60kg x0"])]),
        ("2024-10-23", "", [("Rowing Machine", ["240s 800m"])]),
    ]  # fmt: skip
    first = table.workouts[0]
    assert (first.minutes, first.note, [one.group for one in first.exercises]) == (75, "With Ada", [1, 1, None])
    assert told(table) == [(1, "measurementrecord", "Measurements are not taken from a log of workouts.")]
    assert doubts(table) == [(6, "2024-10-22, Barbell Squat: 0")]


@pytest.mark.parametrize(
    ("kilograms", "unit", "metric", "said"),
    [
        (102.0582, 2, 1, "225lb"),  # the pound as FitNotes rounds it
        (102.05828, 2, 1, "225lb"),
        (4.5359290943564, 0, 0, "10lb"),  # another version's
        (61.25, 0, 1, "61.25kg"),
        (60.0, 1, 0, "60kg"),
        (102.0582, 1, 1, "225lb"),  # the unit says kilograms, the number does not
        (61.3, 2, 0, "61.3kg"),  # no plates make that in pounds
        (20.41164, 0, 1, "45lb"),
    ],
)
def test_what_was_typed_in_pounds_is_turned_back(
    made: Callable[..., bytes], kilograms: float, unit: int, metric: int, said: str
) -> None:
    table = read(
        made(f"INSERT INTO settings(metric) VALUES ({metric});", sets((SQUAT, "2024-10-21", kilograms, 5, unit)))
    )
    assert plan_of(table)[0][2] == [("Barbell Squat", [f"{said} x5"])]
    load = table.workouts[0].exercises[0].sets[0].load
    assert load is not None and load.value == pytest.approx(kilograms, rel=1e-4)


def test_planned_sets_are_left_where_done_ones_are_marked(made: Callable[..., bytes]) -> None:
    rows = sets(
        (SQUAT, "2024-10-01", 60, 5),  # before sets were marked
        (SQUAT, "2024-10-08", 60, 5, 0, 1),
        (SQUAT, "2024-10-08", 60, 6),  # planned
        (SQUAT, "2024-10-10", 60, 7),  # a day that was planned only
        (SQUAT, "2024-10-12", 60, 5, 0, 1),
        (SQUAT, "2024-10-15", 60, 8),  # after
    )
    planned = "This set is not marked as done, but others around it are."
    marking = read(made(rows, "INSERT INTO settings(mark_sets_complete) VALUES (1);"))
    assert [start for start, _, _ in plan_of(marking)] == ["2024-10-01", "2024-10-08", "2024-10-12"]
    assert [(line, reason) for line, _, reason in told(marking)] == [(3, planned), (4, planned), (6, planned)]
    given_up = read(made(rows, "INSERT INTO settings(mark_sets_complete) VALUES (0);"))
    assert [start for start, _, _ in plan_of(given_up)][-1] == "2024-10-15"
    never = read(made(sets((SQUAT, "2024-10-01", 60, 5), (SQUAT, "2024-10-08", 60, 5))))
    assert never.set_count == 2


def test_it_is_the_same_log_as_the_table_that_is_exported(made: Callable[..., bytes]) -> None:
    table = read(
        "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"
        "2024-10-21,Barbell Squat,Legs,60.0,kgs,8,,,\n2024-10-21,Pull Up,Back,0.0,kgs,5,,,\n"
        "2024-10-21,Barbell Squat,Legs,62.5,kgs,6,,,\n2024-10-22,Barbell Squat,Legs,60.0,kgs,0,,,\n"
    )
    data = made(
        sets(
            (SQUAT, "2024-10-21", 60, 8), (PULL_UP, "2024-10-21", 0, 5), (SQUAT, "2024-10-21", 62.5, 6),
            (SQUAT, "2024-10-22", 60, 0),
        ),
        "INSERT INTO WorkoutTime(workout_date, start_date_time, end_date_time) VALUES"
        " ('2024-10-21', '2024-10-21 18:00:30', '2024-10-21 19:15:30');",
    )  # fmt: skip
    backed_up = read(data)
    assert [one.exercises for one in backed_up.workouts] == [one.exercises for one in table.workouts]
    assert workout_keys("fitnotes", backed_up.workouts) == workout_keys("fitnotes", table.workouts)


def test_a_file_that_was_copied_with_an_open_journal_is_read(made: Callable[..., bytes]) -> None:
    data = made(sets((SQUAT, "2024-10-21", 60, 8)), wal=True)
    assert data[18:20] == b"\x02\x02"
    assert read(data).set_count == 1


def test_values_that_make_no_sense_are_told(made: Callable[..., bytes]) -> None:
    data = made(
        "INSERT INTO training_log(exercise_id, date, metric_weight, reps) VALUES (99, '2024-10-21', 60, 5),"
        " (1, 'someday', 60, 5), (1, '2024-10-21', x'00ff', 5), (1, '2024-10-21', 9e999, 5),"
        " (1, '2024-10-21', 'heavy', 5), (1, '2024-10-21', 60, 'many'), (1, '2031-10-21', 60, 5),"
        " (1, '2024-10-21', 60, -5), (1, '2024-10-21', 60, 5.5), (1, '2024-10-21', 60, 9223372036854775807);",
    )
    table = read(data)
    assert plan_of(table) == [("2024-10-21", "", [("Barbell Squat", ["60kg x5"])])]
    assert [(line, reason) for line, _, reason in told(table)] == [
        (1, "The exercise of this set is not in the file."),
        (2, "The date cannot be read."),
        (3, "The load is not a number that can be read."),
        (4, "The load is not a number that can be read."),
        (5, "The load is not a number that can be read."),
        (6, "The reps are not a number that can be read."),
        (7, "The date lies in the future."),
        (8, "The reps are not a number that can be read."),
        (10, "The reps are not a number that can be read."),
    ]
    assert doubts(table) == [(9, "2024-10-21, Barbell Squat: 5.5")]


def _database(file: Path, sql: str) -> bytes:
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(sql)
    return file.read_bytes()


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE notes(text TEXT);",
        "CREATE TABLE training_log(_id INTEGER);",
        # views and virtual tables would run what the file says
        "CREATE TABLE exercise(_id, name); CREATE TABLE t(a); CREATE VIEW training_log AS SELECT * FROM t;",
        "CREATE TABLE exercise(_id, name); CREATE TABLE training_log(a); PRAGMA writable_schema = ON;"
        "UPDATE sqlite_master SET sql = 'CREATE VIRTUAL TABLE training_log USING any(a)' WHERE name = 'training_log';",
    ],
)
def test_other_databases_are_refused(tmp_path: Path, sql: str) -> None:
    with pytest.raises(UserError, match=r"no backup of FitNotes|backup is damaged"):
        read(_database(tmp_path / "other.db", sql))


def test_tables_of_an_older_version_lack_columns(tmp_path: Path) -> None:
    data = _database(
        tmp_path / "old.db",
        "CREATE TABLE Exercise(_id INTEGER, name TEXT); INSERT INTO Exercise VALUES (1, 'Squat');"
        "CREATE TABLE training_log(_id INTEGER, exercise_id, date, metric_weight, reps);"
        "INSERT INTO training_log VALUES (1, 1, '2014-10-21', 60, 5);",
    )
    assert plan_of(read(data)) == [("2014-10-21", "", [("Squat", ["60kg x5"])])]


def test_damage_anywhere_is_one_sentence_or_a_report(made: Callable[..., bytes]) -> None:
    rows = [(SQUAT, f"2024-{month:02}-{day:02}", 60, 5) for month in range(1, 13) for day in range(1, 28)]
    data = made(sets(*rows))
    assert read(data).set_count == len(rows)
    for end in (0, 1, 16, 18, 50, 100, 1024, 4096, 5000, len(data) // 2, len(data) - 4096, len(data) - 1):
        for damaged in (
            data[:end],
            data[:end] + b"\xff" * 64 + data[end + 64 :],
            data[:end] + bytes(64) + data[end + 64 :],
        ):
            if not fitnotes_backup.looks_like(damaged):
                continue
            try:
                table = read(damaged)
            except UserError as error:
                assert "backup" in str(error)
            else:
                assert table.set_count + len(table.skipped) <= len(rows) + 70


def test_it_stops_when_asked(made: Callable[..., bytes]) -> None:
    data = made(sets(*((SQUAT, "2024-10-21", 60, 5) for _ in range(5_000))))
    calls = 0

    def third_time() -> bool:
        nonlocal calls
        calls += 1
        return calls > 2

    with pytest.raises(Cancelled):
        recognise_training(data, TODAY, should_stop=third_time)


def test_columns_that_are_worked_out_do_not_fill_the_memory(tmp_path: Path) -> None:
    sql = (
        "CREATE TABLE exercise(_id, name); CREATE TABLE training_log(_id); "
        "CREATE TABLE Comment(owner_type_id INT, owner_id INT, date TEXT, "
        "comment TEXT AS (hex(zeroblob(400000)))); INSERT INTO Comment VALUES (1, 1, ''), (1, 2, '');"
    )
    with pytest.raises(UserError, match="larger than any log"):
        fitnotes_backup.read(_database(tmp_path / "a.fitnotes", sql), TODAY)


def test_more_rows_than_any_log_has(made: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    data = made()
    assert fitnotes_backup.read(data, TODAY)
    monkeypatch.setattr(fitnotes_backup, "_MOST_ROWS", 3)
    with pytest.raises(UserError, match="larger than any log"):
        fitnotes_backup.read(data, TODAY)
