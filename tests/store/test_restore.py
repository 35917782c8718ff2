"""Putting a backup back: all of it or nothing, and what it replaces is kept."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from helpers import MONDAY, TUESDAY, Dump, database_dump, day, opened, somebody
from legwork.errors import StoreError, StoreFault
from legwork.paths import ProfilePaths
from legwork.services import profile as profiles
from legwork.services.check_ins import RecordReadings
from legwork.services.profile import Profile
from legwork.store import backup


@pytest.fixture
def closed(tmp_path: Path) -> tuple[Profile, Path, Dump, Dump]:
    """A closed profile, its backup, what the backup holds, and what the profile holds since."""
    one = opened(tmp_path)
    person = somebody(one)
    one.apply(RecordReadings(person.id, (day(MONDAY, waist="84"),)))
    made = one.back_up()
    assert made is not None
    then = database_dump(one)
    one.apply(RecordReadings(person.id, (day(TUESDAY, waist="85"),)))
    one.close()
    return one, made.file, then, database_dump(one)


def test_there_and_back_again(closed: tuple[Profile, Path, Dump, Dump]) -> None:
    one, copy, then, now = closed
    kept = profiles.restore(one.paths, copy)
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
    kept = profiles.restore(one.paths, only.file)
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
    assert profiles.restore(one.paths, made.file) == made.file
    assert database_dump(one) == before


def test_into_an_empty_place(tmp_path: Path, closed: tuple[Profile, Path, Dump, Dump]) -> None:
    one, copy, then, _ = closed
    one.paths.database.unlink()
    assert profiles.restore(one.paths, copy) is None
    assert database_dump(one) == then


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
    kept = profiles.restore(one.paths, copy)
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
    kept = profiles.restore(killed, killed.backups / made.file.name)
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
