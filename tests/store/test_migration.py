"""A migration happens wholly or not at all, wherever the profile lies."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from subprocess import PIPE

import pytest
from sqlalchemy.exc import OperationalError

from helpers import database_dump, opened, somebody
from legwork.store import backup
from legwork.store.engine import migrate, schema_revision
from legwork.store.tables import SCHEMA_REVISION


def test_one_that_fails_midway_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "legwork.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE reading (kept TEXT)")  # the last table that revision 0001 wants to make
        connection.execute("INSERT INTO reading VALUES ('mine')")
        connection.commit()
    before = database_dump(file)
    with pytest.raises(OperationalError, match="reading already exists"):
        migrate(file)
    assert database_dump(file) == before


# The last tables that the revisions after the first want to make.
@pytest.mark.parametrize(
    ("revision", "table"),
    [
        ("0001", "chart_view"),
        ("0001", "choice"),
        ("0002", "choice"),
        ("0001", "own_exercise"),
        ("0003", "own_exercise"),
        ("0004", "refused_proposal"),
    ],
)
def test_an_older_file_that_cannot_be_brought_up_stays_the_older_one(tmp_path: Path, revision: str, table: str) -> None:
    file = tmp_path / "legwork.sqlite3"
    frozen = Path(__file__).parents[1] / "fixtures" / "schemas" / f"{revision}.sql"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(frozen.read_text(encoding="utf-8"))
        connection.execute(f"CREATE TABLE {table} (kept TEXT)")
        connection.commit()
    before = database_dump(file)
    with pytest.raises(OperationalError, match=f"{table} already exists"):
        migrate(file)
    assert database_dump(file) == before
    assert schema_revision(file) == revision


@pytest.mark.parametrize("name", ["50% done", "what?x=1", "a#b", "ça va", "100%(here)s"])
def test_folders_with_odd_names(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    migrate(folder / "legwork.sqlite3")
    assert schema_revision(folder / "legwork.sqlite3") == SCHEMA_REVISION
    profile = opened(folder)
    somebody(profile)
    assert profile.back_up() is not None
    profile.close()
    assert sorted(file.name for file in folder.iterdir()) == ["backups", "legwork.sqlite3"]
    assert [one.name for one in tmp_path.iterdir()] == [name]


CHILD = """
import sys
from pathlib import Path
import legwork.store.migrations.run  # what takes long is done before the race
from legwork.store.store import Store
print("ready", flush=True)
sys.stdin.readline()
Store(Path(sys.argv[1]), Path(sys.argv[1]).parent / "backups").close()
"""


def test_several_starts_at_once_on_an_older_file_all_open_it(tmp_path: Path) -> None:
    frozen = (Path(__file__).parents[1] / "fixtures" / "schemas" / "0001.sql").read_text(encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    for number in range(4):
        file = tmp_path / str(number) / "legwork.sqlite3"
        file.parent.mkdir()
        with closing(sqlite3.connect(file)) as connection:
            connection.executescript(frozen)
            connection.execute("PRAGMA journal_mode=WAL")
        command = [sys.executable, "-c", CHILD, str(file)]
        starts = [
            subprocess.Popen(command, env=environment, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True)
            for _ in range(3)
        ]
        for one in starts:
            assert one.stdout is not None and one.stdin is not None
            assert one.stdout.readline() == "ready\n"
        for one in starts:
            one.stdin.write("\n")
            one.stdin.flush()
        said = [one.communicate(timeout=60)[1] for one in starts]
        assert [one.returncode for one in starts] == [0, 0, 0], said
        assert schema_revision(file) == SCHEMA_REVISION
        assert not list(tmp_path.rglob("*.partial*"))
        copies = backup.listed(file.parent / "backups")
        assert "0001" in {schema_revision(one.file) for one in copies}, "the older file is kept as it was"
