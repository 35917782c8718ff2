"""Benches of the training log: a file of 24,000 rows taken in, and 100,000 sets over 20 years as weeks.

Owns the log that they run on. `fill_log` writes it with raw sqlite3, as another way into the same tables.
"""

from __future__ import annotations

import csv
import gc
import io
import sqlite3
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from floors import rss_kb
from measure import Figures, bench
from profiles import connect, make_profile

from legwork.domain.log.sums import weekly
from legwork.domain.plan.counting import Lookup
from legwork.domain.sites import Region
from legwork.formats.training import recognise_training
from legwork.paths import ProfilePaths
from legwork.services.catalogue import catalogue
from legwork.services.log_sums import counted_log
from legwork.services.people import everybody
from legwork.services.plan_lookup import lookup_from
from legwork.services.profile import Profile
from legwork.services.train_count import Holding, count_period
from legwork.services.train_periods import Stretch, period_at
from legwork.services.training_import import ImportTraining
from legwork.services.training_names import names_in_file, proposed
from legwork.services.workouts import workouts_of

FIRST_DAY = date(2006, 1, 2)
TODAY = date(2025, 12, 31)
WORKOUTS, EXERCISES, SETS = 4_000, 5, 5
FILE_ROWS = 24_000
ROUNDS = 7
HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"

Row = tuple[date, int, int, str, int, float, int]
"""day, number of the workout, place of the exercise, its name, number of the set, kg, reps."""


def rows(workouts: int) -> Iterator[Row]:
    """Every set of the log: four workouts a week, the exercises in turns, loads that rise slowly."""
    names = [one.name for one in catalogue().exercises][::3][:60]
    for number in range(workouts):
        day = FIRST_DAY + timedelta(days=number * 7 // 4)
        for place in range(EXERCISES):
            name = names[(number * EXERCISES + place) % len(names)]
            for at in range(SETS):
                yield day, number, place, name, at, 20 + 2.5 * (number * 20 // workouts) + 2.5 * place, 12 - at


def text() -> str:
    """The first rows as a file of Strong."""
    lines = [
        f"{day} 18:00:00,Legs,1h 5m,{name},{at + 1},{kg},{reps},0,0,,,8"
        for day, _, _, name, at, kg, reps in rows(FILE_ROWS // EXERCISES // SETS)
    ]
    return "\n".join((HEADER, *lines)) + "\n"


def insert(connection: sqlite3.Connection, person: int, sets: list[list[str]]) -> None:
    """The floor's inserts: the rows of the file (without its header) as workouts, exercises and sets."""
    connection.execute("BEGIN IMMEDIATE")
    workout = exercise = 0
    last: tuple[str, str] = ("", "")
    workouts, exercises, found = [], [], []
    for at, row in enumerate(sets, start=1):
        if row[0] != last[0]:
            workout += 1
            workouts.append((workout, person, f"{workout:032}", row[0][:10], row[0][11:], 65, row[1]))
        if (row[0], row[3]) != last:
            exercise += 1
            exercises.append((exercise, workout, exercise, row[3]))
            last = (row[0], row[3])
        found.append((at, exercise, int(row[4]), int(row[6]), float(row[5]), row[5], 10 - float(row[11])))
    connection.executemany(
        "INSERT INTO workout (id, person_id, uid, day, start, minutes, title, note, finished, source, edited)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, '', 1, 'strong', 0)",
        workouts,
    )
    connection.executemany(
        "INSERT INTO workout_exercise (id, workout_id, position, exercise, note) VALUES (?, ?, ?, ?, '')", exercises
    )
    connection.executemany(
        "INSERT INTO workout_set (id, workout_exercise_id, position, kind, side, reps, value, unit, entered, assisted,"
        " rir, note) VALUES (?, ?, ?, 'normal', 'none', ?, ?, 'kg', ?, 0, ?, '')",
        found,
    )
    connection.execute("COMMIT")


def fill_log(profile_dir: Path) -> None:
    """20 years of workouts, 100,000 sets, under the keys of the catalogue."""
    keys = {one.name: one.key for one in catalogue().exercises}
    connection = connect(profile_dir)
    (person,) = connection.execute("SELECT min(id) FROM person").fetchone()
    lines = [
        [f"{day} 18:00:00", "Legs", "", keys[name], str(at), str(kg), str(reps), "", "", "", "", "8"]
        for day, _, _, name, at, kg, reps in rows(WORKOUTS)
    ]
    insert(connection, person, lines)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


@cache
def filled() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="legwork-bench-"))
    make_profile(folder)
    fill_log(folder)
    return folder


@cache
def known() -> Lookup:
    return lookup_from(catalogue())


@contextmanager
def as_in_the_background() -> Iterator[None]:
    """No garbage is looked for, as on the program's worker."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def import_raw(profile_dir: Path, data: str) -> float:
    """The floor: csv.reader and plain inserts of the same rows."""
    connection = connect(profile_dir)
    (person,) = connection.execute("SELECT min(id) FROM person").fetchone()
    with as_in_the_background():
        started = time.perf_counter()
        _, *lines = csv.reader(io.StringIO(data))
        insert(connection, person, lines)
        taken = time.perf_counter() - started
    connection.close()
    return taken


def import_ours(profile_dir: Path, data: str) -> float:
    """The whole way of a file: recognised, read, its exercises matched, and one edit with its undo."""
    profile = Profile(ProfilePaths(profile_dir))
    person = everybody(profile)[0].id
    profile.prepare_writing()
    with as_in_the_background():
        started = time.perf_counter()
        table = recognise_training(data.encode(), TODAY)
        choices = tuple(proposed(names_in_file(profile, person, table)).items())
        outcome = profile.apply(ImportTraining(person, table, choices, "strong.csv"))
        taken = time.perf_counter() - started
    assert len(outcome.changes.rows["workout_set"]) == FILE_ROWS
    profile.close()
    return taken


@bench("log_imported", target=5.0)
def log_imported() -> Figures:
    """24,000 rows, each round into fresh profiles on the same disk."""
    found, data = Figures("s"), text()
    for number in range(-1, ROUNDS):
        with tempfile.TemporaryDirectory(prefix="legwork-bench-", ignore_cleanup_errors=True) as folder:
            raw, ours = Path(folder, "raw"), Path(folder, "ours")
            make_profile(raw)
            make_profile(ours)
            pair = import_raw(raw, data), import_ours(ours, data)
        if number >= 0:
            found.add(*pair)
    return found


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


@bench("log_week", target=0.050, limit=True)
def log_week() -> Figures:
    """A week of a log of 100,000 sets: its workouts as a whole, and what they add up to, as its card shows it."""
    found = Figures("s")
    profile = Profile(ProfilePaths(filled()))
    person, lookup = everybody(profile)[0], known()

    def week(monday: date) -> None:
        last = monday + timedelta(days=6)
        assert len(workouts_of(profile, person.id, monday, last)) == 4
        period = period_at(Stretch.WEEK, monday, None, TODAY)
        found = count_period(profile, person, period, None, lookup, catalogue(), Holding())
        assert found.regions[0].hard.value and not found.empty

    week(FIRST_DAY)
    for number in range(30):
        found.add(None, timed(lambda number=number: week(FIRST_DAY + timedelta(weeks=30 * (number + 1)))))
    profile.close()
    return found


@bench("log_weeks_cold", target=0.300, limit=True)
def log_weeks_cold() -> Figures:
    """Every week of 100,000 sets, from opening the profile on: tonnage, hard sets by muscle, upper against lower."""
    found = Figures("s")
    weeks_cold()
    for _ in range(ROUNDS):
        found.add(None, timed(weeks_cold))
    return found


def weeks_cold() -> None:
    profile = Profile(ProfilePaths(filled()))
    counted = counted_log(profile, everybody(profile)[0], known())
    sums = weekly(counted)
    assert len(counted.columns) == WORKOUTS * EXERCISES * SETS
    for region in (Region.LOWER, Region.UPPER):
        assert sums.region_tonnage_kg(region).sum() > 0 and sums.region_sets(region).sum() > 0
    assert all(len(sums.muscle(one)[0]) == len(sums.starts) > 900 for one in sums.muscles())
    profile.close()


def import_once() -> None:
    with tempfile.TemporaryDirectory(prefix="legwork-bench-", ignore_cleanup_errors=True) as folder:
        make_profile(Path(folder))
        import_ours(Path(folder), text())


@bench("log_memory_grown", target=8, limit=True)
def log_memory_grown() -> Figures:
    """By how much the process has grown once all weeks were worked out and the file was taken in several times more."""
    found = Figures("MB")
    for work, times in ((weeks_cold, 20), (import_once, 4)):
        work()
        before = rss_kb()
        for _ in range(times):
            work()
        found.add(None, max(0, rss_kb() - before) / 1024)
    return found


@bench("log_memory_peak", target=64, limit=True)
def log_memory_peak() -> Figures:
    """What either of them holds in memory at most while it is about it."""
    found = Figures("MB")
    for work in (weeks_cold, import_once):
        work()
        tracemalloc.start()
        work()
        found.add(None, tracemalloc.get_traced_memory()[1] / 1e6)
        tracemalloc.stop()
    return found
