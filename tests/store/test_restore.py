"""Putting a backup back: all of it or nothing, and what it replaces is kept."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from helpers import Dump, backed_up, cancelled_at, database_dump, opened, somebody
from legwork.errors import Cancelled, StoreError, StoreFault
from legwork.paths import ProfilePaths
from legwork.services import profile as profiles
from legwork.services.people import AddPerson, everybody
from legwork.services.profile import Profile
from legwork.store import backup, restoring, seal
from legwork.store.engine import REVISIONS, schema_revision

FROZEN = Path(__file__).parents[1] / "fixtures" / "schemas"


@pytest.fixture
def closed(tmp_path: Path) -> tuple[Profile, Path, Dump, Dump]:
    return backed_up(tmp_path)


def test_there_and_back_again(closed: tuple[Profile, Path, Dump, Dump]) -> None:
    one, copy, then, now = closed
    kept = profiles.restore(one.paths, copy).kept
    assert database_dump(one) == then
    assert kept is not None
    assert database_dump(kept) == now
    profiles.restore(one.paths, kept)
    assert database_dump(one) == now
    opened(one.paths.root).close()


def test_restoring_a_backup_that_thinning_lets_go_at_that_moment(closed: tuple[Profile, Path, Dump, Dump]) -> None:
    """Both are of today: keeping what is replaced makes the restored one surplus."""
    one, _, then, now = closed
    [only] = backup.listed(one.paths.backups)
    kept = profiles.restore(one.paths, only.file).kept
    assert database_dump(one) == then
    assert kept is not None
    assert kept.exists()
    assert database_dump(kept) == now


def test_what_is_replaced_may_have_been_backed_up_already(tmp_path: Path) -> None:
    one = opened(tmp_path)
    somebody(one)
    made = one.back_up()
    one.close()
    assert made is not None
    before = database_dump(one)
    kept = profiles.restore(one.paths, made.file).kept
    assert [one.file for one in backup.listed(one.paths.backups)] == [kept]
    assert kept is not None and database_dump(kept) == before
    assert database_dump(one) == before


def test_into_an_empty_place(tmp_path: Path, closed: tuple[Profile, Path, Dump, Dump]) -> None:
    one, copy, then, _ = closed
    one.paths.database.unlink()
    assert profiles.restore(one.paths, copy).kept is None
    assert database_dump(one) == then


def test_the_log_of_a_file_that_was_moved_away_is_kept_for_it(tmp_path: Path) -> None:
    """What was entered last may stand in it alone: with the file, wherever that is, it is whole."""
    profile = opened(tmp_path)
    somebody(profile)
    made = profile.back_up()
    assert made is not None
    profile.apply(AddPerson("Ben"))
    database, log = profile.paths.database, profile.paths.database.with_name("legwork.sqlite3-wal")
    moved, left = database.read_bytes(), log.read_bytes()
    profile.close()
    elsewhere = tmp_path / "elsewhere.sqlite3"
    elsewhere.write_bytes(moved)
    database.unlink()
    log.write_bytes(left)
    assert profiles.restore(profile.paths, made.file).kept is None
    again = opened(tmp_path)
    assert [one.name for one in everybody(again)] == ["Ada"]
    again.close()
    [kept] = database.parent.glob("legwork.sqlite3.damaged-*")
    kept.rename(elsewhere.with_name("elsewhere.sqlite3-wal"))
    with closing(sqlite3.connect(elsewhere)) as connection:
        assert [name for (name,) in connection.execute("SELECT name FROM person ORDER BY id")] == ["Ada", "Ben"]


@pytest.mark.parametrize("rot", [b"", b"rotten", None])
def test_a_damaged_backup_touches_nothing(closed: tuple[Profile, Path, Dump, Dump], rot: bytes | None) -> None:
    one, copy, _, _ = closed
    copy.write_bytes(copy.read_bytes()[:9000] if rot is None else rot)
    files = {file: file.read_bytes() for file in one.paths.root.rglob("*") if file.is_file()}
    with pytest.raises(StoreError) as refused:
        profiles.restore(one.paths, copy)
    assert refused.value.fault is StoreFault.DAMAGED
    assert {file: file.read_bytes() for file in one.paths.root.rglob("*") if file.is_file()} == files


def test_a_damaged_database_is_kept_beside_the_restored_one(closed: tuple[Profile, Path, Dump, Dump]) -> None:
    one, copy, then, _ = closed
    one.paths.database.write_bytes(b"what is left after the disk failed")
    log = one.paths.database.with_name("legwork.sqlite3-wal")
    log.write_bytes(b"its log")
    kept = profiles.restore(one.paths, copy).kept
    assert database_dump(one) == then
    assert kept is not None
    assert kept.read_bytes() == b"what is left after the disk failed"
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"its log"
    assert not log.exists()
    again = opened(one.paths.root)
    assert database_dump(again) == then
    again.close()


def test_the_log_of_a_killed_program_is_not_played_into_the_restored_file(tmp_path: Path) -> None:
    running = opened(tmp_path / "running")
    somebody(running)
    made = running.back_up()
    assert made is not None
    then = database_dump(made.file)
    for number in range(30):
        somebody(running, f"Person {number}")
    killed = ProfilePaths(tmp_path / "killed")
    shutil.copytree(running.paths.root, killed.root)  # with its log, as a kill leaves it
    assert killed.database.with_name("legwork.sqlite3-wal").stat().st_size > 0
    now = database_dump(running)
    running.close()
    kept = profiles.restore(killed, killed.backups / made.file.name).kept
    assert database_dump(killed.database) == then
    assert kept is not None
    assert database_dump(kept) == now


def test_leftovers_of_an_interrupted_restore_are_harmless(closed: tuple[Profile, Path, Dump, Dump]) -> None:
    one, copy, then, now = closed
    one.paths.database.with_suffix(".partial").write_bytes(b"half of it")
    again = opened(one.paths.root)
    assert database_dump(again) == now
    again.close()
    profiles.restore(one.paths, copy)
    assert database_dump(one) == then


def test_the_day_stands_in_the_name(closed: tuple[Profile, Path, Dump, Dump]) -> None:
    _, copy, _, _ = closed
    assert copy.name.startswith(f"legwork-{datetime.now():%Y-%m-%d}T")


# Nothing is lost on the way


def test_what_was_replaced_outlives_all_copies_that_are_made_later(closed: tuple[Profile, Path, Dump, Dump]) -> None:
    """The same day, and years later."""
    one, copy, _, now = closed
    kept = profiles.restore(one.paths, copy).kept
    again = opened(one.paths.root)
    for number in range(40):
        again.apply(AddPerson(f"Person {number}"))
        backup.make(one.paths.database, one.paths.backups, datetime.now() + timedelta(days=number * 20, hours=1))
    again.close()
    assert kept is not None
    assert database_dump(kept) == now


def test_back_and_forth_makes_no_heap_of_copies(closed: tuple[Profile, Path, Dump, Dump]) -> None:
    one, copy, then, now = closed
    for _ in range(15):
        kept = profiles.restore(one.paths, copy).kept
        assert kept is not None
        assert (database_dump(one), database_dump(kept)) == (then, now)
        copy = profiles.restore(one.paths, kept).kept or copy
        assert (database_dump(one), database_dump(copy)) == (now, then)
    assert len(backup.listed(one.paths.backups)) == 2


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_copy_of_every_released_schema_is_brought_up_apart(tmp_path: Path, revision: str) -> None:
    old = tmp_path / "old copy.legwork"
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript((FROZEN / f"{revision}.sql").read_text(encoding="utf-8"))
    before = old.read_bytes()
    one = opened(tmp_path / "profile")
    somebody(one)
    one.close()
    profiles.restore(one.paths, old)
    assert schema_revision(one.paths.database) == REVISIONS[-1]
    assert old.read_bytes() == before
    again = opened(one.paths.root)
    assert everybody(again)[0].name == "Ada Žižková"
    again.close()


def _change(copy: Path, statement: str) -> None:
    """Change a copy past the program, and seal it as if it had been made so."""
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute(statement)
        connection.commit()
    seal.put_on(copy)


def _fault(one: Profile, copy: Path) -> StoreFault:
    """Why the copy is refused."""
    with pytest.raises(StoreError) as refused:
        profiles.restore(one.paths, copy)
    return refused.value.fault


def test_one_that_cannot_be_brought_up_touches_nothing(closed: tuple[Profile, Path, Dump, Dump]) -> None:
    """It says that it is of the first schema, but is not."""
    one, copy, _, now = closed
    _change(copy, "UPDATE alembic_version SET version_num = '0001'")
    assert _fault(one, copy) is StoreFault.DAMAGED
    assert database_dump(one) == now


@pytest.mark.parametrize("lost", ["DROP TABLE food_item", "ALTER TABLE reading RENAME COLUMN entered TO typed"])
def test_one_that_lacks_something_touches_nothing(closed: tuple[Profile, Path, Dump, Dump], lost: str) -> None:
    one, copy, _, now = closed
    _change(copy, lost)
    assert _fault(one, copy) is StoreFault.DAMAGED
    assert database_dump(one) == now


def test_one_from_a_newer_version_is_refused_as_such(closed: tuple[Profile, Path, Dump, Dump]) -> None:
    one, copy, _, now = closed
    _change(copy, "UPDATE alembic_version SET version_num = '0999'")
    assert _fault(one, copy) is StoreFault.NEWER
    assert database_dump(one) == now


def test_over_data_of_a_newer_version_which_is_kept(closed: tuple[Profile, Path, Dump, Dump]) -> None:
    one, copy, then, _ = closed
    with closing(sqlite3.connect(one.paths.database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        connection.commit()
    newer = database_dump(one)
    done = profiles.restore(one.paths, copy)
    assert database_dump(one) == then
    assert done.kept is not None and not done.sound
    assert database_dump(done.kept) == newer


def test_a_database_with_its_log_beside_it_is_taken_whole(tmp_path: Path) -> None:
    """Copied by hand out of another profile, where the program had been killed."""
    running = opened(tmp_path / "running")
    for number in range(30):
        somebody(running, f"Person {number}")
    shutil.copytree(running.paths.root, tmp_path / "stick")
    now = database_dump(running)
    running.close()
    source = tmp_path / "stick" / "legwork.sqlite3"
    before = {file.name: file.read_bytes() for file in (tmp_path / "stick").glob("legwork.sqlite3*")}
    one = opened(tmp_path / "profile")
    one.close()
    profiles.restore(one.paths, source)
    assert database_dump(one) == now
    assert {file.name: file.read_bytes() for file in (tmp_path / "stick").glob("legwork.sqlite3*")} == before


def test_while_another_program_has_the_data_open_nothing_is_replaced(
    closed: tuple[Profile, Path, Dump, Dump], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, copy, _, now = closed
    monkeypatch.setattr("legwork.store.restoring.BUSY_TIMEOUT_MS", 50)
    other = opened(one.paths.root)
    with pytest.raises(StoreError) as refused:
        profiles.restore(one.paths, copy)
    assert refused.value.fault is StoreFault.LOCKED
    assert database_dump(other) == now
    other.close()
    profiles.restore(one.paths, copy)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on the size of files")
def test_a_full_disk_touches_nothing(closed: tuple[Profile, Path, Dump, Dump]) -> None:
    import resource

    one, copy, _, now = closed
    names = sorted(file.name for file in one.paths.root.rglob("*"))
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (copy.stat().st_size - 4096, old[1]))
    try:
        with pytest.raises(StoreError):
            profiles.restore(one.paths, copy)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, ignored)
    assert database_dump(one) == now
    assert sorted(file.name for file in one.paths.root.rglob("*")) == names


@pytest.mark.parametrize("at", range(1, 30))
def test_stopped_at_any_point_it_is_all_or_nothing(closed: tuple[Profile, Path, Dump, Dump], at: int) -> None:
    one, copy, then, now = closed
    try:
        profiles.restore(one.paths, copy, cancelled_at(at))
    except Cancelled:
        assert database_dump(one) == now
        assert not [file for file in one.paths.root.rglob("*") if ".partial" in file.name]
    else:
        assert database_dump(one) == then


def test_of_a_damaged_file_the_log_is_kept_too_though_the_file_is_empty(tmp_path: Path) -> None:
    running = opened(tmp_path / "running")
    somebody(running)
    made = running.back_up()
    for number in range(30):
        somebody(running, f"Person {number}")
    left = ProfilePaths(tmp_path / "left")
    shutil.copytree(running.paths.root, left.root)
    running.close()
    assert made is not None
    log = left.database.with_name("legwork.sqlite3-wal").read_bytes()
    left.database.write_bytes(b"")
    done = profiles.restore(left, left.backups / made.file.name)
    assert done.kept is not None and not done.sound
    assert done.kept.read_bytes() == b""
    assert done.kept.with_name(done.kept.name + "-wal").read_bytes() == log
    assert database_dump(left.database) == database_dump(made.file)


def test_several_damaged_files_are_all_kept(closed: tuple[Profile, Path, Dump, Dump]) -> None:
    one, copy, _, _ = closed
    kept = set()
    for number in range(3):
        one.paths.database.write_bytes(b"rotten %d" % number)
        kept.add(profiles.restore(one.paths, copy).kept)
    assert sorted(file.read_bytes() for file in kept if file) == [b"rotten 0", b"rotten 1", b"rotten 2"]
    assert {file.name for file in restoring.put_aside(one.paths.root, "legwork.sqlite3")} == {
        file.name for file in kept if file
    }
