"""Backups as a person meets them: what each holds, which are no good, and what is a backup at all."""

from __future__ import annotations

import errno
import os
import random
import shutil
import sqlite3
import sys
import threading
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from done_workouts import AddWorkout
from helpers import MONDAY, TUESDAY, database_dump, day, opened, somebody
from legwork.domain.food.amounts import Nutrient
from legwork.domain.log.model import Workout
from legwork.domain.sample_plan import sample_plan
from legwork.domain.units import Quantity
from legwork.errors import StoreError, StoreFault, UserError
from legwork.services import backups
from legwork.services.check_ins import RecordReadings
from legwork.services.food import RecordFood
from legwork.services.people import AddPerson
from legwork.services.plans import AddPlan
from legwork.services.profile import Profile, newest_backup
from legwork.services.sample import FillWithSample
from legwork.store import backup
from legwork.store.engine import REVISIONS

FROZEN = Path(__file__).parents[1] / "fixtures" / "schemas"


@pytest.fixture
def lived(profile: Profile) -> Profile:
    """Ada, with something of everything; Ben, with nothing."""
    ada = somebody(profile)
    somebody(profile, "Ben")
    profile.apply(RecordReadings(ada.id, (day(MONDAY, waist="84", calf_left="38 + 38.4"), day(TUESDAY, waist="85"))))
    profile.apply(AddWorkout(ada.id, Workout(0, date(2025, 1, 9))))
    profile.apply(AddPlan(ada.id, sample_plan()))
    profile.apply(RecordFood(ada.id, date(2025, 1, 12), ((Nutrient.WATER, Quantity(0.5, "mL", "500")),)))
    return profile


def test_what_a_copy_holds_is_told_by_people_and_what_they_count_by(lived: Profile) -> None:
    made = lived.back_up()
    assert made is not None
    contents = backups.contents_of(made.file)
    assert backups.holds(contents.people) == (
        "Ada: 2 days measured, 1 workout, 1 plan, 1 day of food\nBen: nothing entered yet"
    )
    [ada, ben] = contents.people
    assert (ada.days.first, ada.days.last, ada.readings) == (MONDAY, TUESDAY, 4)
    assert (contents.last_day, ben.last_day) == (date(2025, 1, 12), None)
    assert (contents.older, contents.size) == (False, made.file.stat().st_size)


@pytest.mark.parametrize("revision", REVISIONS)
def test_copies_of_older_versions_are_told_of_too(tmp_path: Path, revision: str) -> None:
    file = tmp_path / "copy.legwork"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript((FROZEN / f"{revision}.sql").read_text(encoding="utf-8"))
    contents = backups.contents_of(file)
    assert contents.people[0].name == "Ada Žižková"
    assert contents.people[0].days.count == 2
    assert contents.older == (revision != REVISIONS[-1])
    assert (contents.people[0].workouts.count > 0) == (revision >= "0005")


def test_the_list_has_all_newest_first_with_why_and_the_damaged_too(lived: Profile) -> None:
    paths = lived.paths
    first = backup.make(paths.database, paths.backups, datetime(2025, 3, 1, 8, 30))
    lived.apply(AddPerson("Cem"))
    backup.keep(paths.database, paths.backups, backup.Why.UPDATE, datetime(2025, 3, 2, 9, 0))
    lived.apply(AddPerson("Dan"))
    backup.keep(paths.database, paths.backups, backup.Why.RESTORE, datetime(2025, 3, 3, 10, 0))
    assert first is not None
    rotten = bytearray(first.file.read_bytes())
    rotten[-10] ^= 4
    first.file.write_bytes(rotten)
    found = backups.backups_of(paths)
    assert [(one.why, backups.moment(one.made_at)) for one in found] == [
        ("Before a restore", "3 Mar 2025, 10:00"),
        ("Before an update", "2 Mar 2025, 09:00"),
        ("Made by itself", "1 Mar 2025, 08:30"),
    ]
    assert [one.contents is not None for one in found] == [True, True, False]
    assert found[2].fault is StoreFault.DAMAGED
    assert [len(one.contents.people) for one in found if one.contents] == [4, 3]
    newest = newest_backup(paths)
    assert newest is not None and newest.file == found[0].file


def test_one_that_rots_after_it_was_looked_at_is_still_refused_when_it_is_wanted(lived: Profile) -> None:
    made = lived.back_up()
    assert made is not None
    assert backups.backups_of(lived.paths)[0].contents is not None
    rotten = bytearray(made.file.read_bytes())
    rotten[5000] ^= 1
    times = made.file.stat()
    made.file.write_bytes(rotten)
    os.utime(made.file, ns=(times.st_atime_ns, times.st_mtime_ns))  # a disk that rots tells nobody
    with pytest.raises(StoreError):
        backups.contents_of(made.file)


def test_a_copy_that_was_asked_for_is_made_once(lived: Profile) -> None:
    first = backups.back_up_now(lived)
    assert backups.back_up_now(lived) == first
    assert [one.why for one in backups.backups_of(lived.paths)] == ["You asked for it"]
    lived.apply(AddPerson("Cem"))
    assert backups.back_up_now(lived) != first


def test_only_our_databases_look_like_a_backup_whatever_they_are_called(lived: Profile, tmp_path: Path) -> None:
    made = lived.back_up()
    assert made is not None
    data = made.file.read_bytes()
    names = ("photo.jpg", "no ending", "kopie č. 1 “stará”.legwork", "line\nbreak.legwork")
    for name in names if sys.platform != "win32" else names[:2]:
        (tmp_path / name).write_bytes(data)
        assert backups.looks_like_backup(tmp_path / name)
    foreign = tmp_path / "other.legwork"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE training_log (id INTEGER)")
    others = {"empty": b"", "text": b"Plan: Legs\n", "json": b'{"format": "legwork-plan"}', "head": data[:16]}
    assert not backups.looks_like_backup(foreign)
    for content in others.values():
        foreign.write_bytes(content)
        assert not backups.looks_like_backup(foreign)
    assert not backups.looks_like_backup(tmp_path / "gone")
    assert not backups.looks_like_backup(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no place in its folders")
def test_a_pipe_that_nobody_writes_into_keeps_nobody_waiting(tmp_path: Path) -> None:
    """It would stop all that is done in the background, and the program could not even end."""
    pipe = tmp_path / "legwork-2026-01-01T080000.sqlite3"
    os.mkfifo(pipe)
    seen: list[bool] = []
    looks = threading.Thread(target=lambda: seen.append(backups.looks_like_backup(pipe)), daemon=True)
    looks.start()
    looks.join(5)
    assert seen == [False]
    assert backup.listed(tmp_path) == [], "nor is it taken for a copy"


def test_to_look_at_a_file_makes_nothing_beside_it(lived: Profile, tmp_path: Path) -> None:
    """It may be the open database of another program, which says of itself that it has a log."""
    lived.close()
    folder = tmp_path / "theirs"
    folder.mkdir()
    ours, theirs = folder / "ours.sqlite3", folder / "theirs.sqlite3"
    ours.write_bytes(lived.paths.database.read_bytes())
    with closing(sqlite3.connect(tmp_path / "diary.sqlite3")) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE diary (id INTEGER)")
    theirs.write_bytes((tmp_path / "diary.sqlite3").read_bytes())
    assert backups.looks_like_backup(ours)
    assert not backups.looks_like_backup(theirs)
    assert sorted(folder.iterdir()) == [ours, theirs]


def test_one_whose_tables_all_stand_in_its_log_is_ours(tmp_path: Path) -> None:
    file = tmp_path / "new.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE check_in (id INTEGER)")
        assert backups.looks_like_backup(file)


@pytest.mark.parametrize("damage", ["half", "flipped"])
def test_a_damaged_one_is_still_known_as_ours(lived: Profile, tmp_path: Path, damage: str) -> None:
    """It leads to a sentence about a damaged copy, not to the importer of tables."""
    made = lived.back_up()
    assert made is not None
    data = bytearray(made.file.read_bytes())
    if damage == "half":
        data = data[: len(data) // 2]
    else:
        data[101] ^= 0xFF  # in the head of the schema's first page
    file = tmp_path / "copy.legwork"
    file.write_bytes(data)
    assert backups.looks_like_backup(file)
    with pytest.raises(StoreError) as refused:
        backups.contents_of(file)
    assert backups.refusal(refused.value, file) == "This copy is damaged and cannot be restored. Choose another one."


def test_what_is_no_copy_is_said_to_be_none(tmp_path: Path) -> None:
    file = tmp_path / "holiday.jpg"
    file.write_bytes(b"\xff\xd8\xff" * 400)
    with pytest.raises(StoreError) as refused:
        backups.contents_of(file)
    assert backups.refusal(refused.value, file).startswith("holiday.jpg is neither a copy nor a full export")


def test_a_copy_cut_anywhere_or_flipped_anywhere_never_passes_and_never_surprises(
    tmp_path: Path, lived: Profile
) -> None:
    made = lived.back_up()
    assert made is not None
    data = made.file.read_bytes()
    chance, file = random.Random(11), tmp_path / "copy.legwork"
    for _ in range(120):
        rotten = bytearray(data[: chance.randrange(len(data))] if chance.random() < 0.5 else data)
        for _ in range(0 if len(rotten) < len(data) else chance.choice((1, 3, 200))):
            rotten[chance.randrange(20, len(rotten))] ^= 1 << chance.randrange(8)
        if rotten == data:
            continue
        file.write_bytes(rotten)
        backups.looks_like_backup(file)
        with pytest.raises(StoreError):
            backups.contents_of(file)


def test_the_open_file_itself_and_one_that_is_gone_cannot_be_restored(lived: Profile) -> None:
    for file in (lived.paths.database, lived.paths.root / "gone.legwork", lived.paths.root):
        with pytest.raises(UserError):
            backups.restorable(file, lived.paths)


def test_a_stick_that_is_pulled_out_just_then_is_said(lived: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    made = lived.back_up()
    assert made is not None

    def gone(*_: object) -> bool:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "samefile", gone)
    with pytest.raises(UserError, match="is not there any more"):
        backups.restorable(made.file, lived.paths)


def _in_use(copy: Path, folder: Path) -> Path:
    """A copy as it is once another program has opened it to write: with a log, that is laid beside it."""
    folder.mkdir()
    file = folder / "legwork.sqlite3"
    shutil.copyfile(copy, file)
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("PRAGMA journal_mode=WAL").close()
    return file


def test_a_file_from_elsewhere_is_tried_out_and_nothing_laid_beside_it(lived: Profile, tmp_path: Path) -> None:
    made = lived.back_up()
    assert made is not None
    file = _in_use(made.file, tmp_path / "stick")
    before = file.read_bytes()
    seen: set[str] = set()

    def look() -> None:
        seen.update(one.name for one in file.parent.iterdir())

    backups.try_out(file, lived.paths, look)
    look()
    assert seen == {"legwork.sqlite3"}
    assert file.read_bytes() == before
    assert [one.name for one in lived.paths.backups.iterdir()] == [made.file.name]
    file.write_bytes(before[:9000])
    with pytest.raises(StoreError) as refused:
        backups.try_out(file, lived.paths)
    assert refused.value.fault is StoreFault.DAMAGED


def test_sizes_are_told_as_people_read_them() -> None:
    assert [backups.size_words(size) for size in (1, 86_016, 999_999, 1_000_000, 12_345_678)] == [
        "1 kB", "86 kB", "1000 kB", "1.0 MB", "12.3 MB",
    ]  # fmt: skip


def test_a_copy_is_made_while_the_window_goes_on_writing(tmp_path: Path) -> None:
    """Eight copies beside an edit every few milliseconds: each holds one whole state."""
    profile = opened(tmp_path)
    profile.apply(FillWithSample(date(2025, 6, 2)))
    stop = threading.Event()

    def write() -> None:
        writer, number = opened(tmp_path), 0
        while not stop.is_set():
            number += 1
            writer.apply(AddPerson(f"Person {number}"))
        writer.close()

    thread = threading.Thread(target=write)
    thread.start()
    try:
        counts = [len(database_dump(backups.back_up_now(profile).file)["person"]) for _ in range(8)]
    finally:
        stop.set()
        thread.join()
        profile.close()
    assert counts == sorted(counts)
