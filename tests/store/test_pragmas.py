"""Every connection of an open profile keeps what was entered: foreign keys, full syncs, a log beside the file."""

from __future__ import annotations

import sqlite3
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from helpers import MONDAY, day, opened, somebody
from legwork.services import check_ins
from legwork.services.check_ins import RecordReadings
from legwork.store import engine, store

EXPECTED = {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "busy_timeout": engine.BUSY_TIMEOUT_MS}


@pytest.mark.parametrize("pragma", EXPECTED)
def test_every_connection_has_it(tmp_path: Path, pragma: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[sqlite3.Connection] = []

    def connect(database: Path, *, make: bool = False) -> sqlite3.Connection:
        seen.append(engine.connect(database, make=make))
        return seen[-1]

    monkeypatch.setattr(store, "connect", connect)
    profile = opened(tmp_path)
    person = somebody(profile)
    profile.apply(RecordReadings(person.id, (day(MONDAY, waist="84"),)))
    assert check_ins.check_in_days(profile, person.id)
    found = {connection.execute(f"PRAGMA {pragma}").fetchone()[0] for connection in seen}
    profile.close()
    assert len(seen) >= 2  # one that writes, one that reads
    assert found == {EXPECTED[pragma]}


def test_a_closed_profile_is_one_plain_file(tmp_path: Path) -> None:
    profile = opened(tmp_path)
    somebody(profile)
    profile.close()
    assert [file.name for file in tmp_path.iterdir()] == ["legwork.sqlite3"]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (PurePosixPath("/home/a b/ä?#.sqlite3"), "file:///home/a%20b/%C3%A4%3F%23.sqlite3?mode=ro"),
        (PureWindowsPath(r"C:\Users\a b\x.sqlite3"), "file:///C:/Users/a%20b/x.sqlite3?mode=ro"),
        (PureWindowsPath(r"\\server\share\x.sqlite3"), "file:////server/share/x.sqlite3?mode=ro"),
    ],
    ids=["posix", "drive", "share"],
)
def test_a_file_is_named_to_sqlite_as_each_system_spells_it(path: PurePath, found: str) -> None:
    """A share must not stand where the name of a computer would: SQLite refuses any."""
    assert engine.address(path, "mode=ro") == found
