"""Backups: made when something changed, sound, private, and none the worse for what an earlier try left behind."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import sys
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from helpers import MONDAY, database_dump, day, opened, somebody
from legwork.errors import StoreError, StoreFault
from legwork.services.check_ins import RecordReadings
from legwork.services.people import AddPerson, Person
from legwork.services.profile import Profile, newest_backup
from legwork.store import backup
from legwork.store.backup import Why
from legwork.store.tables import SCHEMA_REVISION

NOON = datetime(2025, 3, 12, 12, 0)


def _make(profile: Profile, when: datetime) -> backup.Backup | None:
    return backup.make(profile.paths.database, profile.paths.backups, when)


def test_the_first_one_holds_everything(profile: Profile, person: Person) -> None:
    made = profile.back_up()
    assert made is not None
    assert database_dump(made.file) == database_dump(profile)
    assert backup.listed(profile.paths.backups) == [made]
    assert [file.name for file in profile.paths.backups.iterdir()] == [made.file.name]  # one plain file, no log


def test_none_is_made_while_nothing_changed(profile: Profile, person: Person) -> None:
    assert profile.back_up() is not None
    assert profile.back_up() is None
    assert len(backup.listed(profile.paths.backups)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights of their own there")
def test_one_is_made_though_another_start_has_just_thinned_out_the_newest(profile: Profile, person: Person) -> None:
    first = _make(profile, NOON)
    assert first is not None
    gone = first.file.with_name(first.file.name.replace("2025-03-12", "2025-03-13"))
    gone.symlink_to(profile.paths.backups / "gone")  # listed, but not there any more
    made = _make(profile, NOON + timedelta(days=2))
    assert made is not None and database_dump(made.file) == database_dump(profile)


@pytest.mark.parametrize("place", [25, 61, 95])
def test_one_is_made_where_the_newest_is_broken_though_it_holds_the_same(
    profile: Profile, person: Person, place: int
) -> None:
    """Also in the few bytes that are not compared: it could not be restored."""
    first = _make(profile, NOON)
    assert first is not None
    broken = bytearray(first.file.read_bytes())
    broken[place] ^= 1
    first.file.write_bytes(broken)
    made = _make(profile, NOON + timedelta(hours=1))
    assert made is not None
    assert backup.verify(made.file)
    made.file.unlink()
    first.file.write_bytes(broken)
    kept = backup.keep(profile.paths.database, profile.paths.backups, Why.RESTORE, NOON + timedelta(hours=2))
    assert backup.verify(kept.file)


def test_one_is_made_where_the_newest_cannot_be_read_any_more(
    profile: Profile, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a failing disk has it."""
    first = _make(profile, NOON)
    assert first is not None
    really = Path.open

    def fail(file: Path, *how: Any, **more: Any) -> Any:
        if file.name == first.file.name:
            raise OSError(errno.EIO, "Input/output error")
        return really(file, *how, **more)

    monkeypatch.setattr(Path, "open", fail)
    made = _make(profile, NOON + timedelta(days=1))
    assert made is not None
    assert backup.verify(made.file)


def test_a_copy_that_is_made_is_told_of_though_an_older_one_cannot_be_removed(
    profile: Profile, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows while a virus scanner looks into it."""
    first = _make(profile, NOON)
    profile.apply(AddPerson("Ben"))
    really = Path.unlink

    def held(file: Path, missing_ok: bool = False) -> None:
        if file.suffix == ".sqlite3":
            raise PermissionError(errno.EACCES, "held")
        really(file, missing_ok)

    monkeypatch.setattr(Path, "unlink", held)
    second = _make(profile, NOON + timedelta(hours=1))
    assert first is not None and second is not None
    assert backup.listed(profile.paths.backups) == [second, first]
    monkeypatch.undo()
    profile.apply(AddPerson("Eve"))
    third = _make(profile, NOON + timedelta(hours=2))
    assert backup.listed(profile.paths.backups) == [third], "the next one tidies up for both"


def test_a_folder_of_such_a_name_is_no_copy(profile: Profile, person: Person) -> None:
    folder = profile.paths.backups / "legwork-2025-03-12T140000-n7.sqlite3"
    folder.mkdir(parents=True)
    made = _make(profile, NOON)
    assert made is not None
    profile.apply(AddPerson("Ben"))
    assert _make(profile, NOON + timedelta(days=1)) is not None
    assert made in backup.listed(profile.paths.backups)
    assert folder.is_dir()


def test_none_is_made_when_the_profile_was_only_opened_again(tmp_path: Path) -> None:
    first = opened(tmp_path)
    somebody(first)
    first.back_up()
    first.close()
    again = opened(tmp_path)
    assert again.back_up() is None
    again.close()


def test_a_new_one_after_a_change(profile: Profile, person: Person) -> None:
    first = _make(profile, NOON)
    profile.apply(RecordReadings(person.id, (day(MONDAY, waist="84"),)))
    second = _make(profile, NOON + timedelta(days=1))
    assert first is not None and second is not None
    assert backup.listed(profile.paths.backups) == [second, first]
    assert database_dump(first.file)["reading"] == []
    assert len(database_dump(second.file)["reading"]) == 1


def test_two_within_one_second_do_not_overwrite_each_other(profile: Profile, person: Person) -> None:
    names = set()
    for name in ("Ben", "Cem"):
        profile.apply(AddPerson(name))
        made = _make(profile, NOON)
        assert made is not None
        assert made.file.exists()
        names.add(made.file.name)
    assert len(names) == 2


def test_with_the_clock_put_back_the_new_copy_still_stays(profile: Profile, person: Person) -> None:
    _make(profile, NOON)
    profile.apply(AddPerson("Ben"))
    made = _make(profile, NOON - timedelta(hours=3))
    assert made is not None
    assert len(database_dump(made.file)["person"]) == 2


def test_what_an_interrupted_backup_left_behind_is_harmless(profile: Profile, person: Person) -> None:
    profile.paths.backups.mkdir()
    partial = profile.paths.backups / "backup-1-x.partial"
    partial.write_bytes(b"SQLite format 3\x00 and then the power went")
    yesterday = time.time() - 86400
    os.utime(partial, (yesterday, yesterday))
    assert backup.listed(profile.paths.backups) == []
    assert newest_backup(profile.paths) is None
    assert profile.back_up() is not None
    assert not partial.exists()


def test_what_another_start_is_just_writing_is_left_to_it(profile: Profile, person: Person) -> None:
    """Two starts at once back the same older file up, before either migrates it."""
    profile.paths.backups.mkdir()
    names = ("backup.partial", "backup-1-x.partial", "backup-1-x.partial-journal")
    for name in names:
        (profile.paths.backups / name).write_text("theirs")
    made = profile.back_up()
    assert made is not None
    assert {file.name for file in profile.paths.backups.iterdir()} == {*names, made.file.name}
    assert all((profile.paths.backups / name).read_text() == "theirs" for name in names)


def test_other_peoples_files_are_left_alone(profile: Profile, person: Person) -> None:
    profile.paths.backups.mkdir()
    for name in ("legwork-mine.sqlite3", "notes.txt", "legwork-2025-13-40T000000.sqlite3"):
        (profile.paths.backups / name).write_text("mine")
    assert backup.listed(profile.paths.backups) == []
    profile.back_up()
    assert (profile.paths.backups / "legwork-mine.sqlite3").read_text() == "mine"
    assert len(list(profile.paths.backups.iterdir())) == 4


def test_it_can_be_made_while_another_program_writes(profile: Profile, person: Person) -> None:
    with closing(sqlite3.connect(profile.paths.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE person SET name = 'not yet'")
        made = profile.back_up()
        other.execute("ROLLBACK")
    assert made is not None
    assert database_dump(made.file) == database_dump(profile)


def _sound(profile: Profile) -> Path:
    made = profile.back_up()
    assert made is not None
    return made.file


def test_a_sound_one_passes(profile: Profile, person: Person) -> None:
    assert backup.verify(_sound(profile)) == SCHEMA_REVISION


@pytest.mark.parametrize("kind", ["empty", "cut", "overwritten", "text", "missing", "orphans", "another program's"])
def test_an_unsound_one_does_not(profile: Profile, person: Person, kind: str) -> None:
    profile.apply(RecordReadings(person.id, (day(MONDAY, waist="84"),)))
    file = _sound(profile)
    data = file.read_bytes()
    if kind == "missing":
        file.unlink()
    elif kind in ("orphans", "another program's"):
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("DELETE FROM check_in" if kind == "orphans" else "DROP TABLE alembic_version")
            connection.commit()
    else:
        overwritten = data[:8192] + b"\xa5" * 4096 + data[12288:]
        file.write_bytes({"empty": b"", "cut": data[:9000], "overwritten": overwritten, "text": b"no " * 999}[kind])
    with pytest.raises(StoreError) as refused:
        backup.verify(file)
    assert refused.value.fault is StoreFault.DAMAGED
    assert newest_backup(profile.paths) is None


def test_one_from_a_newer_version_is_told_apart(profile: Profile, person: Person) -> None:
    file = _sound(profile)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        connection.commit()
    with pytest.raises(StoreError) as refused:
        backup.verify(file)
    assert refused.value.fault is StoreFault.NEWER


def test_the_newest_sound_one_is_offered(profile: Profile, person: Person) -> None:
    older = _make(profile, NOON)
    profile.apply(AddPerson("Ben"))
    newer = _make(profile, NOON + timedelta(days=1))
    assert newer is not None
    assert newest_backup(profile.paths) == newer
    newer.file.write_bytes(b"rotten")
    assert newest_backup(profile.paths) == older


def test_a_damaged_database_gives_no_backup(tmp_path: Path) -> None:
    profile = opened(tmp_path)
    somebody(profile)
    profile.close()
    data = profile.paths.database.read_bytes()
    profile.paths.database.write_bytes(data[:8192] + bytes(4096) + data[12288:])
    with pytest.raises(StoreError) as refused:
        backup.make(profile.paths.database, profile.paths.backups)
    assert refused.value.fault is StoreFault.DAMAGED
    assert list(profile.paths.backups.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_the_files_are_private_to_the_user(profile: Profile, person: Person) -> None:
    profile.back_up()
    for folder in (profile.paths.root, profile.paths.backups):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_folder_that_was_open_to_others_is_closed_to_them(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    opened(tmp_path).close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700
