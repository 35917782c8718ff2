"""A copy elsewhere: whole and read back, or nothing; when the last was made; and when one is due."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from helpers import database_dump, opened
from legwork import privacy
from legwork.errors import Cancelled, UserError
from legwork.services import backups, outside_copies
from legwork.services import profile as profiles
from legwork.services.check_ins import Day, RecordReadings
from legwork.services.documents import export_file
from legwork.services.outside_copies import copy_to, is_due, last_copy, last_words, suggested_name
from legwork.services.people import AddPerson, Person
from legwork.services.profile import Profile

NOON = datetime(2025, 3, 12, 12, 0)
TODAY = NOON.date()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "klíčenka s mezerou"
    folder.mkdir()
    return folder


def test_it_holds_everything_and_moves_house(profile: Profile, person: Person, stick: Path, tmp_path: Path) -> None:
    made = copy_to(profile, stick / "Legwork.legwork", now=NOON)
    assert database_dump(made.file) == database_dump(profile)
    assert backups.looks_like_backup(made.file)
    assert [file.name for file in stick.iterdir()] == ["Legwork.legwork"]
    other = opened(tmp_path / "new computer")
    other.close()
    profiles.restore(other.paths, made.file)
    assert database_dump(other) == database_dump(profile)


def test_it_adds_none_to_the_copies_that_are_kept(profile: Profile, person: Person, stick: Path) -> None:
    copy_to(profile, stick / "a.legwork")
    assert list(profile.paths.backups.iterdir()) == []


def test_a_name_without_an_ending_gets_ours(profile: Profile, person: Person, stick: Path) -> None:
    assert copy_to(profile, stick / "legs").file.name == "legs.legwork"
    assert copy_to(profile, stick / "Legwork-26.11").file.name == "Legwork-26.11.legwork"
    assert copy_to(profile, stick / "Legs.LEGWORK").file.name == "Legs.LEGWORK"
    assert copy_to(profile, stick / "legs.sqlite3").file.name == "legs.sqlite3"
    assert suggested_name(date(2025, 3, 12)) == "Legwork 2025-03-12.legwork"


@pytest.mark.parametrize("typed", ["older", "Legwork 26.11"])
def test_the_ending_that_is_added_never_makes_it_one_that_is_there(
    profile: Profile, person: Person, stick: Path, typed: str
) -> None:
    """Nobody was asked whether that one may be replaced; under its whole name the window has asked."""
    there = stick / f"{typed}.legwork"
    there.write_bytes(b"of last year")
    with pytest.raises(UserError) as refused:
        copy_to(profile, stick / typed)
    assert str(refused.value) == f"{there.name} is there already: choose it in the list, or another name."
    assert there.read_bytes() == b"of last year"
    assert list(stick.iterdir()) == [there]
    assert last_copy(profile.paths) is None
    copy_to(profile, there)
    assert database_dump(there) == database_dump(profile)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
@pytest.mark.parametrize("theirs", [0o022, 0o027, 0o077])
def test_it_can_be_read_on_another_computer_as_any_file_of_theirs(
    profile: Profile, person: Person, stick: Path, other_disk: Path, theirs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But on the disk of the home it is for nobody else; exports just the same."""
    monkeypatch.setattr(privacy, "_given", [])
    monkeypatch.setenv("HOME", str(stick.parent))
    before = os.umask(theirs)
    try:
        privacy.begin()
        for place in (stick, other_disk):
            copy_to(profile, place / "a.legwork")
            export_file(profile, place / "a.json")
        kept = profile.back_up()
    finally:
        os.umask(before)
    assert kept is not None
    for file in (stick / "a.legwork", stick / "a.json", kept.file):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    for file in (other_disk / "a.legwork", other_disk / "a.json"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o666 & ~theirs, file


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_in_a_folder_for_everybody_it_stays_private(
    profile: Profile, person: Person, stick: Path, other_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(privacy, "_given", [0o022])
    monkeypatch.setenv("HOME", str(stick.parent))
    other_disk.chmod(0o1777)
    before = os.umask(0o077)
    try:
        made = copy_to(profile, other_disk / "a.legwork").file
    finally:
        os.umask(before)
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_the_last_one_is_remembered_and_not_brought_back_by_a_restore(
    profile: Profile, person: Person, stick: Path
) -> None:
    assert last_copy(profile.paths) is None
    assert last_words(None, TODAY).startswith("None was made yet.")
    before = profile.back_up()
    made = copy_to(profile, stick / "Ž.legwork", now=NOON)
    assert last_copy(profile.paths) == made
    assert last_words(made, date(2025, 3, 17)) == f"The last one was made 5 days ago, on 12 Mar 2025: {made.file}"
    assert last_words(made, date(2025, 3, 1)).startswith("The last one was made 12 Mar 2025")  # the clock was put back
    profile.close()
    assert before is not None
    profiles.restore(profile.paths, before.file)
    assert last_copy(profile.paths) == made


@pytest.mark.parametrize("junk", [b"", b"{", b"[]", b"null", b'{"made_at": 3, "file": 4}', b"\xff\xfe", b"[" * 9999])
def test_a_damaged_memory_of_it_is_none(profile: Profile, junk: bytes) -> None:
    (profile.paths.root / "outside.json").write_bytes(junk)
    assert last_copy(profile.paths) is None


def test_an_older_one_of_that_name_is_replaced_whole_or_not_at_all(
    profile: Profile, person: Person, stick: Path
) -> None:
    old = copy_to(profile, stick / "a.legwork").file.read_bytes()
    profile.apply(AddPerson("Ben"))
    calls = 0

    def stop() -> None:
        nonlocal calls
        calls += 1
        if calls > 24:
            raise Cancelled

    for _ in range(3):
        calls = 0
        try:
            copy_to(profile, stick / "a.legwork", stop)
        except Cancelled:
            assert (stick / "a.legwork").read_bytes() == old
            assert [file.name for file in stick.iterdir()] == ["a.legwork"]
    copy_to(profile, stick / "a.legwork")
    assert len(database_dump(stick / "a.legwork")["person"]) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on the size of files")
def test_a_full_stick_is_said_and_leaves_what_was_there(
    profile: Profile, person: Person, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = copy_to(profile, stick / "a.legwork").file.read_bytes()
    written = outside_copies.os.fsync

    def full(handle: int) -> None:
        if str(stick) in str(Path(f"/proc/self/fd/{handle}").readlink()):
            raise OSError(errno.ENOSPC, "No space left on device")
        written(handle)

    monkeypatch.setattr(outside_copies.os, "fsync", full)
    with pytest.raises(UserError) as refused:
        copy_to(profile, stick / "a.legwork")
    assert str(refused.value) == (
        f"No copy was made. There is no room left in {stick}: free some space there, or choose another place."
    )
    assert (stick / "a.legwork").read_bytes() == old
    assert [file.name for file in stick.iterdir()] == ["a.legwork"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on the size of files")
def test_a_stick_that_takes_no_file_so_large(profile: Profile, person: Person, stick: Path) -> None:
    import resource

    for number in range(24):  # more than is written in one go
        profile.apply(RecordReadings(person.id, (Day(TODAY + timedelta(days=number), note="long " * 20_000),)))
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def no_larger() -> None:
        if any(stick.iterdir()):
            resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, old[1]))

    try:
        with pytest.raises(UserError) as refused:
            copy_to(profile, stick / "a.legwork", no_larger)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, ignored)
    assert str(refused.value) == f"No copy was made. {stick} takes no file of this size: choose another place."
    assert list(stick.iterdir()) == []
    assert last_copy(profile.paths) is None


def test_a_stick_that_was_pulled_out_is_said_so(profile: Profile, person: Person, stick: Path) -> None:
    stick.rmdir()
    with pytest.raises(UserError) as refused:
        copy_to(profile, stick / "a.legwork")
    assert str(refused.value).endswith("is not there: put the stick in again, or choose another place.")


def test_pulled_out_half_way(profile: Profile, person: Person, stick: Path) -> None:
    def pull() -> None:
        if stick.exists() and any(stick.iterdir()):
            for file in stick.iterdir():
                file.unlink()
            stick.rmdir()

    with pytest.raises(UserError):
        copy_to(profile, stick / "a.legwork", pull)
    assert last_copy(profile.paths) is None


def test_a_stick_that_gives_back_something_else(
    profile: Profile, person: Person, stick: Path
) -> None:  # fmt: skip
    def rot() -> None:
        for file in stick.glob("*.partial"):
            data = bytearray(file.read_bytes())
            if len(data) > 6000:
                data[6000] = 0x55 ^ data[6000]
                file.write_bytes(data)

    with pytest.raises(UserError) as refused:
        copy_to(profile, stick / "a.legwork", rot)
    assert str(refused.value).endswith("does not come back the same: use another stick or disk.")
    assert list(stick.iterdir()) == []
    assert last_copy(profile.paths) is None


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_stick_that_may_not_be_written() -> None:
    child = Path(__file__).with_name("read_only_stick_child.py")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(
        [sys.executable, str(child)], env=environment, check=False, capture_output=True, text=True, timeout=120
    )
    assert not ran.stderr
    why = "Nothing may be written in the stick: choose another place."
    assert ran.stdout.splitlines() == [f"No copy was made. {why}", f"all.json was not written. {why}", "[]", "[]"]


def test_never_among_the_programs_own_files(profile: Profile, person: Person, stick: Path) -> None:
    places = [profile.paths.root, profile.paths.backups]
    if sys.platform != "win32":
        (stick / "link").symlink_to(profile.paths.root, target_is_directory=True)
        places.append(stick / "link")
    for place in places:
        with pytest.raises(UserError) as refused:
            copy_to(profile, place / "legwork.sqlite3")
        assert "own files" in str(refused.value)
    (stick / "folder.legwork").mkdir()
    with pytest.raises(UserError):
        copy_to(profile, stick / "folder.legwork")


def test_when_one_is_due(profile: Profile, person: Person, stick: Path) -> None:
    week = timedelta(days=7)
    assert is_due(profile.paths, week, TODAY)
    copy_to(profile, stick / "a.legwork", now=datetime.now())
    today = date.today()
    assert not is_due(profile.paths, week, today + timedelta(days=6))
    profile.back_up()  # of the day itself: it was made after the copy, so something may have changed
    (profile.paths.root / "outside.json").write_text(
        (profile.paths.root / "outside.json").read_text().replace(str(today.year), str(today.year + 1), 1)
    )
    assert not is_due(profile.paths, week, today.replace(year=today.year + 1, day=1) + timedelta(days=60)), (
        "nothing was changed since"
    )


def test_what_is_written_in_a_long_run_makes_one_due_though_no_copy_was_kept_since(
    profile: Profile, person: Person, stick: Path
) -> None:
    profile.back_up()
    copy_to(profile, stick / "a.legwork", now=datetime.now())
    later, week = date.today() + timedelta(days=8), timedelta(days=7)
    assert not is_due(profile.paths, week, later)
    profile.apply(AddPerson("Bo"))
    log = profile.paths.database.with_name("legwork.sqlite3-wal")
    tomorrow = (datetime.now() + timedelta(days=1)).timestamp()
    os.utime(log, (tomorrow, tomorrow))
    assert is_due(profile.paths, week, later)
