"""A locked or a full disk is said as what it is, writes nothing, and passes: the next try works."""

from __future__ import annotations

import contextlib
import errno
import shutil
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.pool import Pool

from helpers import MONDAY, database_dump, day, integrity, opened, somebody
from legwork.errors import StoreError, StoreFault
from legwork.services import check_ins
from legwork.services.check_ins import Day, RecordReadings
from legwork.services.people import AddPerson, everybody
from legwork.store import engine, store


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for a lock a twentieth of a second instead of three."""
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 50)


def _other(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, isolation_level=None, check_same_thread=False)


def test_while_another_program_writes_ours_cannot(impatient: None, tmp_path: Path) -> None:
    profile = opened(tmp_path)
    somebody(profile)
    before = database_dump(profile)
    with closing(_other(profile.paths.database)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as refused:
            profile.apply(AddPerson("Ben"))
        assert refused.value.fault is StoreFault.LOCKED
        assert len(check_ins.check_in_days(profile, 1)) == 0  # reading goes on meanwhile
        other.execute("ROLLBACK")
    assert database_dump(profile) == before
    profile.apply(AddPerson("Ben"))
    assert len(database_dump(profile)["person"]) == 2
    profile.close()


def test_a_short_wait_is_not_even_noticed(tmp_path: Path) -> None:
    profile = opened(tmp_path)
    with closing(_other(profile.paths.database)) as other:
        other.execute("BEGIN IMMEDIATE")
        started = time.monotonic()
        release = threading.Timer(0.3, lambda: other.execute("COMMIT"))
        release.start()
        profile.apply(AddPerson("Ben"))
        assert time.monotonic() - started > 0.2
        release.join()
    profile.close()


def test_a_file_that_is_held_wholly_cannot_be_opened_until_it_is_let_go(impatient: None, tmp_path: Path) -> None:
    first = opened(tmp_path)
    somebody(first)
    first.close()
    before = database_dump(first)
    with closing(_other(first.paths.database)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("UPDATE person SET name = 'theirs'")
        with pytest.raises(StoreError) as refused:
            opened(tmp_path)
        assert refused.value.fault is StoreFault.LOCKED
        other.execute("ROLLBACK")
    again = opened(tmp_path)
    assert database_dump(again) == before
    again.close()


@pytest.fixture
def limit_pages() -> Iterator[Callable[[int], None]]:
    """Let files grow to so many pages and no further, in connections old and new: a disk that is full."""
    seen: list[sqlite3.Connection] = []
    most = [2**30]

    def see(connection: sqlite3.Connection, *_more: object) -> None:
        seen.append(connection)
        connection.execute(f"PRAGMA max_page_count={most[0]}").close()

    def limit(pages: int) -> None:
        most[0] = pages
        for connection in seen:
            with contextlib.suppress(sqlite3.ProgrammingError):  # that one is closed
                connection.execute(f"PRAGMA max_page_count={pages}").close()

    event.listen(Pool, "connect", see)
    yield limit
    event.remove(Pool, "connect", see)


def test_a_full_disk_loses_only_what_was_not_acknowledged(limit_pages: Callable[[int], None], tmp_path: Path) -> None:
    profile = opened(tmp_path)
    person = somebody(profile)
    profile.apply(RecordReadings(person.id, (day(MONDAY, waist="84"),)))
    before = database_dump(profile)
    limit_pages(1)  # SQLite never limits below what is there, so not one page more
    long = RecordReadings(person.id, (Day(MONDAY, note="so much to tell " * 10_000),))
    with pytest.raises(StoreError) as refused:
        profile.apply(long)
    assert refused.value.fault is StoreFault.FULL
    assert database_dump(profile) == before
    assert integrity(profile.paths.database) == "ok"
    limit_pages(2**30)
    profile.apply(long)
    assert check_ins.on_day(profile, person.id, MONDAY).note.startswith("so much")
    profile.close()


def test_a_disk_too_full_to_begin_with(limit_pages: Callable[[int], None], tmp_path: Path) -> None:
    limit_pages(2)
    with pytest.raises(StoreError) as refused:
        opened(tmp_path)
    assert refused.value.fault is StoreFault.FULL
    limit_pages(2**30)
    opened(tmp_path).close()


def test_a_commit_that_is_refused_leaves_no_transaction_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[sqlite3.Connection] = []

    def connect(database: Path, *, make: bool = False) -> sqlite3.Connection:
        seen.append(engine.connect(database, make=make))
        return seen[-1]

    monkeypatch.setattr(store, "connect", connect)
    profile = opened(tmp_path)
    somebody(profile)
    before = database_dump(profile)
    writer = seen[0]
    writer.set_authorizer(lambda action, what, *_: _refusing_commit(action, what))
    with pytest.raises(Exception, match="not authorized"):
        profile.apply(AddPerson("Ben"))
    writer.set_authorizer(None)
    assert database_dump(profile) == before
    other = opened(tmp_path)
    other.apply(AddPerson("Cem"))  # would find the file locked
    other.close()
    profile.apply(AddPerson("Ben"))
    assert len(database_dump(profile)["person"]) == 3
    profile.close()


def _refusing_commit(action: int, what: str | None) -> int:
    refused = action == sqlite3.SQLITE_TRANSACTION and what == "COMMIT"
    return sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK


@pytest.mark.parametrize("kind", ["file", "file beneath"])
def test_a_place_where_no_folder_can_be(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "taken"
    place.write_text("not a folder")
    with pytest.raises(StoreError) as refused:
        opened(place if kind == "file" else place / "profile")
    assert refused.value.fault is StoreFault.UNREADABLE
    assert place.read_text() == "not a folder"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody remove a file that is open")
@pytest.mark.parametrize("how", ["removed", "moved", "replaced"])
def test_an_edit_into_a_file_that_nobody_will_find_again_is_not_acknowledged(tmp_path: Path, how: str) -> None:
    profile = opened(tmp_path)
    somebody(profile)
    file = profile.paths.database
    other = tmp_path / "other.sqlite3"
    if how == "replaced":
        with closing(sqlite3.connect(other)) as target, closing(sqlite3.connect(file)) as source:
            source.backup(target)
        other.replace(file)
    elif how == "moved":
        file.rename(other)
    else:
        file.unlink()
    with pytest.raises(StoreError) as refused:
        profile.apply(AddPerson("Ben"))
    assert refused.value.fault is StoreFault.UNREADABLE
    assert [one.name for one in everybody(profile)] == ["Ada"], "nothing was written to the lost file either"
    if how == "moved":
        other.rename(file)
        profile.apply(AddPerson("Ben"))
        assert [one.name for one in everybody(profile)] == ["Ada", "Ben"]
    profile.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move a file that is open")
def test_a_file_that_was_moved_and_is_brought_back_has_lost_nothing(tmp_path: Path) -> None:
    """What was entered last stands in the log beside its old place, which a new file there would have had emptied."""
    profile = opened(tmp_path)
    somebody(profile)
    file, elsewhere = profile.paths.database, tmp_path / "elsewhere.sqlite3"
    file.rename(elsewhere)
    for _ in range(3):
        with pytest.raises(StoreError) as refused:
            profile.apply(AddPerson("Ben"))
        assert refused.value.fault is StoreFault.UNREADABLE
    assert [one.name for one in everybody(profile)] == ["Ada"], "it can still be looked at"
    with pytest.raises(StoreError), profile.reading(), profile.reading():
        raise AssertionError("a connection that was not there before finds no file")
    assert not file.exists(), "nothing is made in its place"
    elsewhere.rename(file)
    profile.apply(AddPerson("Ben"))
    profile.close()
    again = opened(tmp_path)
    assert [one.name for one in everybody(again)] == ["Ada", "Ben"]
    again.close()


def test_a_log_whose_file_was_moved_is_left_as_it_is(tmp_path: Path) -> None:
    """Of a program that was killed; what was entered last is in that log and nowhere else."""
    profile = opened(tmp_path / "killed")
    somebody(profile)
    moved = tmp_path / "moved"
    shutil.copytree(tmp_path / "killed", moved)
    profile.close()
    (moved / "legwork.sqlite3").rename(tmp_path / "elsewhere.sqlite3")
    with pytest.raises(StoreError) as refused:
        opened(moved)
    assert refused.value.fault is StoreFault.GONE
    (tmp_path / "elsewhere.sqlite3").rename(moved / "legwork.sqlite3")
    again = opened(moved)
    assert [one.name for one in everybody(again)] == ["Ada"]
    again.close()


def test_asking_for_news_of_a_damaged_file_raises_nothing(tmp_path: Path) -> None:
    """It is asked each time the window comes forward: a dialog then would come again as soon as it was closed."""
    profile = opened(tmp_path)
    somebody(profile)
    profile.close()
    profile = opened(tmp_path)
    file = profile.paths.database
    file.write_bytes(b"\xa5" * file.stat().st_size)
    assert not profile.changed_elsewhere()
    with pytest.raises(StoreError):
        everybody(profile)
    profile.close()


@pytest.mark.parametrize(
    ("number", "windows", "fault"),
    [
        (errno.ENOSPC, None, StoreFault.FULL),
        (errno.EROFS, None, StoreFault.READ_ONLY),
        (errno.EACCES, None, StoreFault.READ_ONLY),
        (errno.EACCES, 5, StoreFault.READ_ONLY),
        (errno.EACCES, 32, StoreFault.LOCKED),
        (errno.EACCES, 33, StoreFault.LOCKED),
        (errno.EIO, None, StoreFault.UNREADABLE),
    ],
)
def test_what_the_disk_says_is_told_as_what_it_is(number: int, windows: int | None, fault: StoreFault) -> None:
    error = OSError(number, "said by the system")
    if windows is not None:
        error.winerror = windows  # type: ignore[attr-defined,unused-ignore]
    with pytest.raises(StoreError) as refused, engine.faults_translated():
        raise error
    assert refused.value.fault is fault
