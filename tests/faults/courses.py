"""What is going on when the kill comes: courses of acts, each act one thing that a person sees acknowledged.

A course on the same profile gives the same database after each act. `prepare_*` makes the profile on which it begins.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from helpers import MONDAY, day, opened, somebody
from legwork.formats import recognise
from legwork.formats.records import MeasurementTable
from legwork.formats.training_records import TrainingTable
from legwork.paths import ProfilePaths
from legwork.services import importing
from legwork.services import profile as profiles
from legwork.services.check_ins import RecordReadings
from legwork.services.edit import Edit
from legwork.services.importing import ImportTable
from legwork.services.profile import Profile
from legwork.services.training_import import ImportTraining
from legwork.services.training_names import names_in_file, proposed
from legwork.store import backup

Act = Callable[[], object]

FROZEN = Path(__file__).parents[1] / "fixtures" / "schemas"
TODAY = date(2026, 7, 1)


@dataclass(frozen=True)
class Course:
    """prepare: makes the profile in a folder. acts: what is done on it then. length: how many acts there are."""

    prepare: Callable[[Path], None]
    acts: Callable[[Path], Iterator[Act]]
    length: int


def _one_person(folder: Path) -> None:
    with closing(opened(folder)) as profile:
        person = somebody(profile)
        profile.apply(RecordReadings(person.id, (day(MONDAY, waist="84", calf_left="38.2"),)))
        profile.back_up()


def _edits() -> Iterator[Edit]:
    """A check-in a week."""
    for week in range(1, 200):
        texts = {"waist": f"8{week % 10}.5", "calf_left": "38.2 + 38.4", "calf_right": "38"}
        yield RecordReadings(1, (day(MONDAY + timedelta(days=week), **texts),))


def _editing(folder: Path) -> Iterator[Act]:
    with closing(opened(folder)) as profile:
        for edit in _edits():
            yield partial(_done_and_undone, profile, edit)


def _done_and_undone(profile: Profile, edit: Edit) -> None:
    """The edit, taken back and done again: as Ctrl+Z and Ctrl+Y do."""
    undone = profile.apply(profile.apply(edit).inverse)
    profile.apply(undone.inverse)


def _importing(folder: Path) -> Iterator[Act]:
    with closing(opened(folder)) as profile:
        for number in range(4):
            yield partial(_import, profile, _measurements(number).encode(), f"body{number}.csv")
            yield partial(_import, profile, _workouts(number).encode(), f"log{number}.csv")


def _import(profile: Profile, data: bytes, name: str) -> None:
    found = recognise.recognise(data, TODAY)
    if isinstance(found, MeasurementTable):
        profile.apply(ImportTable(1, found, tuple(importing.proposed(found).items()), name))
    else:
        assert isinstance(found, TrainingTable)
        choices = proposed(names_in_file(profile, 1, found))
        profile.apply(ImportTraining(1, found, tuple(choices.items()), name))


def _measurements(number: int) -> str:
    first = date(2019 + number, 1, 7)
    days = (first + timedelta(days=7 * week) for week in range(40))
    rows = [f"{one:%d %b %Y}, 00:00,8{one.day % 10}.5,{38 + one.month / 10:.1f}" for one in days]
    return "date,weight_kg,left_calf_cm\n" + "\n".join(f'"{row[:18]}"{row[18:]}' for row in rows) + "\n"


def _workouts(number: int) -> str:
    rows = ["Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"]
    for week in range(30):
        start = datetime(2019 + number, 1, 8, 18, 30) + timedelta(weeks=week)
        rows += [
            f'{start:%Y-%m-%d %H:%M:%S},"Legs",1h 5m,"Squat (Barbell)",{one},{80 + week * 2.5},8,0,0,"","",'
            for one in range(1, 5)
        ]
    return "\n".join(rows) + "\n"


def _backing_up(folder: Path) -> Iterator[Act]:
    """An edit and a backup in turns."""
    with closing(opened(folder)) as profile:
        for edit in _edits():
            yield partial(profile.apply, edit)
            yield profile.back_up


def _restoring(folder: Path) -> Iterator[Act]:
    """To and fro: an edit, and the copy of before the edit put back."""
    paths = ProfilePaths(folder)
    for edit in _edits():
        yield partial(_edit_once, paths, edit)
        yield partial(_restore_oldest, paths)


def _edit_once(paths: ProfilePaths, edit: Edit) -> None:
    with closing(Profile(paths)) as profile:
        profile.apply(edit)


def _restore_oldest(paths: ProfilePaths) -> None:
    profiles.restore(paths, backup.listed(paths.backups)[-1].file)


def _old_schema(revision: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(folder / "legwork.sqlite3")) as connection:
        connection.executescript((FROZEN / f"{revision}.sql").read_text(encoding="utf-8"))


def _migrating(folder: Path) -> Iterator[Act]:
    yield partial(_open_and_close, folder)


def _open_and_close(folder: Path) -> None:
    opened(folder).close()


OLD = tuple(sorted(file.stem for file in FROZEN.glob("*.sql")))[:-1]

COURSES = {
    "edits": Course(_one_person, _editing, 30),
    "imports": Course(_one_person, _importing, 8),
    "backups": Course(_one_person, _backing_up, 30),
    "restores": Course(_one_person, _restoring, 10),
    **{f"migration {one}": Course(partial(_old_schema, one), _migrating, 1) for one in OLD},
}
