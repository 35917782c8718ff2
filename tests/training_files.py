"""What the tests of training logs share: a file read in one line, and its sets in few words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date, timedelta, timezone
from pathlib import Path
from typing import Any

from legwork.formats.training import recognise_training
from legwork.formats.training_records import Answers, SetRecord, TrainingTable, WorkoutRecord

TODAY = date(2026, 7, 1)
ZONE = timezone(timedelta(hours=3))

FITNOTES_TABLES = """
CREATE TABLE Category(_id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);
CREATE TABLE exercise(_id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, category_id INTEGER NOT NULL,
  exercise_type_id INTEGER NOT NULL DEFAULT 0, weight_unit_id INTEGER NOT NULL DEFAULT 0);
CREATE TABLE training_log(_id INTEGER PRIMARY KEY AUTOINCREMENT, exercise_id INTEGER NOT NULL, date DATE NOT NULL,
  metric_weight INTEGER NOT NULL, reps INTEGER NOT NULL, unit INTEGER NOT NULL DEFAULT 0,
  is_complete INTEGER NOT NULL DEFAULT 0, distance INTEGER NOT NULL DEFAULT 0,
  duration_seconds INTEGER NOT NULL DEFAULT 0);
CREATE TABLE Comment(_id INTEGER PRIMARY KEY AUTOINCREMENT, date DATE NOT NULL, owner_type_id INTEGER NOT NULL,
  owner_id INTEGER NOT NULL, comment TEXT NOT NULL);
CREATE TABLE WorkoutComment(_id INTEGER PRIMARY KEY AUTOINCREMENT, date TEXT NOT NULL, comment TEXT NOT NULL);
CREATE TABLE WorkoutTime(_id INTEGER PRIMARY KEY AUTOINCREMENT, workout_date TEXT NOT NULL,
  start_date_time TEXT NOT NULL, end_date_time TEXT NOT NULL);
CREATE TABLE WorkoutGroupExercise(_id INTEGER PRIMARY KEY AUTOINCREMENT, exercise_id INTEGER NOT NULL,
  date TEXT NOT NULL, routine_section_id INTEGER NOT NULL, workout_group_id INTEGER NOT NULL);
CREATE TABLE settings(_id INTEGER PRIMARY KEY AUTOINCREMENT, metric INTEGER NOT NULL DEFAULT 0,
  mark_sets_complete INTEGER);
CREATE TABLE MeasurementRecord(_id INTEGER PRIMARY KEY AUTOINCREMENT, value REAL NOT NULL);
INSERT INTO exercise(_id, name, category_id) VALUES (1, 'Barbell Squat', 6), (2, 'Pull Up', 5), (3, 'Plank', 7),
  (4, 'Rowing Machine', 8);
"""
"""As FitNotes 25 makes them, with the columns that matter here."""


def read(file: str | bytes, **answers: Any) -> TrainingTable:
    """Read a log as the program does."""
    data = file.encode() if isinstance(file, str) else file
    return recognise_training(data, TODAY, Answers(**{"zone": ZONE, **answers}))


def short(one: SetRecord) -> str:
    """A set in few words: "warm_up 20kg x8 rir 2", "help 15kg x8", "90s"."""
    load = f"{'help ' if one.assisted else ''}{one.load.entered}{one.load.unit}" if one.load else ""
    parts = (
        one.kind.value if one.kind.value != "normal" else "",
        load,
        f"x{one.reps}" if one.reps is not None else "",
        f"{one.seconds}s" if one.seconds is not None else "",
        f"{one.distance_m:g}m" if one.distance_m is not None else "",
        f"rir {one.rir:g}" if one.rir is not None else "",
        f"“{one.note}”" if one.note else "",
    )
    return " ".join(part for part in parts if part)


def file_tonnage_kg(workouts: Iterable[WorkoutRecord]) -> float:
    """Reps times load over all sets that have both, in kg, with the loads as the file counts them."""
    return sum(
        (one.reps or 0) * one.load.value
        for workout in workouts
        for exercise in workout.exercises
        for one in exercise.sets
        if one.load is not None
    )


def plan_of(table: TrainingTable) -> list[tuple[str, str, list[tuple[str, list[str]]]]]:
    """Every workout as (start, title, [(exercise, its sets)])."""
    return [
        (
            one.start.isoformat(" ", "minutes") if one.has_time else one.day.isoformat(),
            one.title,
            [(exercise.name, [short(record) for record in exercise.sets]) for exercise in one.exercises],
        )
        for one in table.workouts
    ]


def told(table: TrainingTable) -> list[tuple[int, str, str]]:
    """What was not taken: line, text, reason."""
    return [(one.line, one.text, one.reason) for one in table.skipped]


def doubts(table: TrainingTable) -> list[tuple[int, str]]:
    """What is suspect: line and text."""
    return [(one.line, one.text) for one in table.suspects]


def backup(folder: Path, *statements: str, wal: bool = False) -> bytes:
    """A FitNotes backup with these rows."""
    file = folder / "backup.fitnotes"
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as connection:
        if wal:
            connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(FITNOTES_TABLES)
        for one in statements:
            connection.executescript(one)
        connection.commit()
    return file.read_bytes()


def sets(*rows: Iterable[Any]) -> str:
    """SQL for rows of training_log: exercise, date, kg, reps, and then unit, complete, distance, seconds."""
    lines = (", ".join(repr(cell) for cell in (*row, *(0, 0, 0, 0)[len(tuple(row)) - 4 :])) for row in map(tuple, rows))
    return (
        "INSERT INTO training_log(exercise_id, date, metric_weight, reps, unit, is_complete, distance, "
        f"duration_seconds) VALUES {', '.join(f'({line})' for line in lines)};"
    )
