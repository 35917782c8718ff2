"""Profiles where nobody expects them, on days that cannot be, and that nobody else may read."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from helpers import WAIST, database_dump, day, integrity
from helpers import opened as profile_in
from legwork.paths import ProfilePaths
from legwork.qt.page_list import PAGES
from legwork.services import check_ins
from legwork.services import profile as profiles
from legwork.services.check_ins import RecordReadings
from legwork.store import backup
from program_driver import ALEX, fill, opened

SCHEMAS = Path(__file__).parents[1] / "fixtures" / "schemas"
PLACES = ("with two  spaces", "Übungsheft Žižková", "Профиль", "体の記録", "100% #1?", "it's 'mine'", "🦵", "a.b;c&d")
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
STRONG = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
    '2021-02-10 16:46:13,"Legs",2h 18m,"Squat (Barbell)",1,22.5,8.0,0,0.0,,,\n'
)


def _legwork(folder: Path, *arguments: object, umask: int = -1) -> None:
    """The program as a process of its own, which must end well."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(
        [sys.executable, "-m", "legwork", "--profile-dir", str(folder), *map(str, arguments)],
        env=environment | {"PYTHONIOENCODING": "utf-8"}, check=True, timeout=300, umask=umask,
    )  # fmt: skip


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder whose name may be a trap."""
    if sys.platform == "win32" and set(request.param) & set("?"):
        return tmp_path / request.param.replace("?", "")
    return tmp_path / request.param


def test_all_that_is_kept_can_be_kept_there(place: Path) -> None:
    log = place / "log of 体.csv"
    place.mkdir()
    log.write_text(STRONG, encoding="utf-8")
    folder, copy = place / "profile", place / "Kopie №1.json"
    _legwork(folder, "import", log)
    _legwork(folder, "export", copy)
    before = database_dump(folder / "legwork.sqlite3")
    assert len(before["workout_set"]) == 1
    again = place / "again"
    _legwork(again, "import", copy)
    assert len(database_dump(again / "legwork.sqlite3")["workout_set"]) == 1
    with closing(profile_in(folder)) as profile:
        made = profile.back_up()
        assert made is not None
        profile.apply(RecordReadings(1, (day(date(2025, 1, 6), waist="84"),)))
    profiles.restore(ProfilePaths(folder), made.file)
    assert database_dump(folder / "legwork.sqlite3") == before


def test_the_window_opens_there(qtbot: QtBot, place: Path) -> None:
    fill(place, ALEX)
    with opened(qtbot, place) as desk:
        desk.enter("waist", "84.5")
        assert desk.stored("waist") == ["84.5 cm"]
    assert integrity(place / "legwork.sqlite3") == "ok"


@pytest.mark.parametrize("days", [1, 400, 9_000])
def test_with_the_clock_put_back_nothing_is_lost_and_every_page_opens(qtbot: QtBot, tmp_path: Path, days: int) -> None:
    """A check-in, a workout and a backup were made while the clock was wrong; now it is right again."""
    ahead = date.today() + timedelta(days=days)
    fill(tmp_path, ALEX)
    with closing(profile_in(tmp_path)) as profile:
        profile.apply(RecordReadings(1, (day(date.today() - timedelta(days=7), waist="84"),)))
        profile.apply(RecordReadings(1, (day(date.today(), waist="85"),)))
    with closing(sqlite3.connect(tmp_path / "legwork.sqlite3")) as raw, raw:
        raw.execute("UPDATE check_in SET day = ? WHERE day = ?", (ahead.isoformat(), date.today().isoformat()))
    before = database_dump(tmp_path / "legwork.sqlite3")
    with opened(qtbot, tmp_path) as desk:
        for page in PAGES:
            desk.go(page.name)
        assert database_dump(tmp_path / "legwork.sqlite3")["reading"] == before["reading"]
        desk.go("history")
        desk.enter("waist", "86")
        there = check_ins.on_day(desk.context.profile, 1, ahead).readings[WAIST]
        assert [one.entered for one in there] == ["85"]


def test_a_backup_made_after_the_clock_was_put_back_is_the_newest_still(tmp_path: Path) -> None:
    fill(tmp_path, ALEX)
    with closing(profile_in(tmp_path)) as profile:
        paths = profile.paths
        ahead = backup.make(paths.database, paths.backups, now=datetime.now() + timedelta(days=400))
        profile.apply(RecordReadings(1, (day(date(2025, 1, 6), waist="84"),)))
        made = profile.back_up()
    assert ahead is not None and made is not None
    newest = profiles.newest_backup(paths)
    assert newest is not None
    assert newest.file == made.file, "and a damaged database must not be replaced by an older state than need be"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions; the folder is in the user's own there")
def test_nobody_else_can_read_any_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    _legwork(folder, "export", tmp_path / "everything.json", umask=0)
    with closing(sqlite3.connect(folder / "legwork.sqlite3")) as raw, raw:
        raw.executescript("".join(f"DROP TABLE {name};" for (name,) in raw.execute(_TABLES).fetchall()))
        raw.executescript((SCHEMAS / "0001.sql").read_text(encoding="utf-8"))  # so that a copy is made before it grows
    _legwork(folder, "--bench-report", tmp_path / "report.json", umask=0)
    everything = [folder, *folder.rglob("*")]
    assert {"legwork.sqlite3", "legwork.log", "view.ini", "backups"} <= {one.name for one in everything}
    assert list((folder / "backups").glob("*.sqlite3"))
    open_to_others = [one.name for one in everything if stat.S_IMODE(one.stat().st_mode) & 0o077]
    assert open_to_others == []
