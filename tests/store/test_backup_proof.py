"""Every copy is restored on trial and compared with its source; what does not come back the same is not kept."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from helpers import MONDAY, TUESDAY, cancelled_at, database_dump, day, opened, somebody
from legwork.errors import Cancelled, StoreError, StoreFault
from legwork.services import profile as profiles
from legwork.services.check_ins import RecordReadings
from legwork.services.people import AddPerson, Person
from legwork.services.profile import Profile
from legwork.services.sample import FillWithSample
from legwork.store import backup, backup_proof, seal
from legwork.store.backup import Why
from legwork.store.engine import REVISIONS, schema_revision
from legwork.store.seal import Seal
from legwork.store.tables import ALL

FROZEN = Path(__file__).parents[1] / "fixtures" / "schemas"
NOON = datetime(2025, 3, 12, 12, 0)


def _copy_of(profile: Profile) -> Path:
    made = profile.back_up()
    assert made is not None
    return made.file


def _prove(copy: Path, profile: Profile) -> None:
    with (
        backup_proof.workplace(profile.paths.backups) as place,
        closing(sqlite3.connect(profile.paths.database.as_uri(), uri=True, isolation_level=None)) as source,
    ):
        backup_proof.prove(copy, source, place, lambda: None)


def _altered(copy: Path, change: str) -> Path:
    """A copy in which a disk, or a fault of ours, changed something that SQLite itself does not mind."""
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(change)
        connection.commit()
    seal.put_on(copy)  # as if it had been so from the start
    return copy


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE reading SET value = value + 1e-9",
        "UPDATE reading SET value = CAST(value AS INTEGER)",
        "UPDATE reading SET entered = '83.0'",
        "DELETE FROM reading WHERE id = 2",
        "INSERT INTO setting (id, key, value) VALUES (9, 'a', 'b')",
        "UPDATE check_in SET morning = 1",
        "DROP INDEX ix_reading_site_side",
        "CREATE TABLE more (id INTEGER)",
    ],
)
def test_a_copy_that_differs_in_anything_is_not_proved(profile: Profile, person: Person, change: str) -> None:
    profile.apply(RecordReadings(person.id, (day(MONDAY, waist="84"), day(TUESDAY, waist="85.5"))))
    copy = _copy_of(profile)
    _prove(copy, profile)
    altered = _altered(copy, change)
    with pytest.raises(StoreError) as refused:
        _prove(altered, profile)
    assert refused.value.fault is StoreFault.UNPROVED


@pytest.mark.parametrize("table", [table.name for table in ALL])
def test_the_comparison_goes_through_every_table(tmp_path: Path, table: str) -> None:
    profile = opened(tmp_path)
    profile.apply(FillWithSample(date(2025, 6, 2)))
    with closing(sqlite3.connect(profile.paths.database)) as connection:
        here = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    if here:  # the sample has no row of some, which a later one must not have either
        copy = _altered(_copy_of(profile), f"DELETE FROM {table} WHERE id = (SELECT max(id) FROM {table})")
    else:
        names = [row[1] for row in closing_info(profile.paths.database, table)]
        cells = ", ".join("1" for _ in names)
        copy = _altered(_copy_of(profile), f"INSERT INTO {table} ({', '.join(names)}) VALUES ({cells})")
    with pytest.raises(StoreError):
        _prove(copy, profile)
    profile.close()


def closing_info(database: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(f"PRAGMA table_info({table})").fetchall()


def test_what_cannot_be_proved_is_not_kept(
    profile: Profile, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    """A disk that gives back something else than was written: the write is altered right after it."""
    sealed = seal.put_on

    def bad_disk(file: Path) -> None:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("UPDATE person SET name = 'Eve'")
            connection.commit()
        sealed(file)

    monkeypatch.setattr(seal, "put_on", bad_disk)
    with pytest.raises(StoreError) as refused:
        profile.back_up()
    assert refused.value.fault is StoreFault.UNPROVED
    assert list(profile.paths.backups.iterdir()) == []
    monkeypatch.undo()
    assert database_dump(_copy_of(profile)) == database_dump(profile)


def test_an_edit_between_copying_and_comparing_does_no_harm(profile: Profile, person: Person) -> None:
    other = opened(profile.paths.root)
    calls = 0

    def edited_meanwhile() -> None:
        nonlocal calls
        calls += 1
        if calls < 4:
            other.apply(AddPerson(f"Person {calls}"))

    before = database_dump(profile)
    made = profile.back_up(edited_meanwhile)
    other.close()
    assert calls > 4
    assert made is not None and database_dump(made.file) == before
    assert len(database_dump(profile)["person"]) == 4


@pytest.mark.parametrize("at", [1, 2, 3, 5])
def test_cancelled_at_any_point_it_leaves_nothing_behind(profile: Profile, person: Person, at: int) -> None:
    with pytest.raises(Cancelled):
        profile.back_up(cancelled_at(at))
    assert list(profile.paths.backups.iterdir()) == []


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_copy_of_every_released_schema_is_proved_before_it_is_migrated(tmp_path: Path, revision: str) -> None:
    file = tmp_path / "legwork.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript((FROZEN / f"{revision}.sql").read_text(encoding="utf-8"))
    before = database_dump(file)
    opened(tmp_path).close()
    found = backup.listed(tmp_path / "backups")
    if revision == REVISIONS[-1]:
        assert found == []
        return
    [kept] = found
    assert (kept.why, schema_revision(kept.file), database_dump(kept.file)) == (Why.UPDATE, revision, before)


# The seal


def test_a_single_changed_bit_anywhere_is_noticed(profile: Profile, person: Person) -> None:
    """SQLite itself does not notice most of them."""
    copy = _copy_of(profile)
    assert seal.state_of(copy) is Seal.WHOLE
    whole = copy.read_bytes()
    chance = random.Random(7)
    unnoticed_by_sqlite = 0
    # Not the magic words at its beginning, nor how it is written: without those it is no finished copy at all.
    for place in [*range(20, 100), *(chance.randrange(100, len(whole)) for _ in range(300))]:
        rotten = bytearray(whole)
        rotten[place] ^= 1 << chance.randrange(8)
        copy.write_bytes(rotten)
        with pytest.raises(StoreError):
            backup.verify(copy)
        unnoticed_by_sqlite += _sqlite_is_content(copy)
    assert unnoticed_by_sqlite > 100
    copy.write_bytes(whole)
    backup.verify(copy)


def _sqlite_is_content(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def test_the_seal_goes_where_the_file_goes_and_is_broken_by_the_next_writer(
    profile: Profile, person: Person, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "na klíčence" / "copy.legwork"
    elsewhere.parent.mkdir()
    _copy_of(profile).rename(elsewhere)
    assert seal.state_of(elsewhere) is Seal.WHOLE
    with closing(sqlite3.connect(elsewhere)) as connection:
        connection.execute("UPDATE person SET name = 'Eve'")
        connection.commit()
    with pytest.raises(StoreError) as refused:
        backup.verify(elsewhere)
    assert refused.value.fault is StoreFault.DAMAGED


def test_an_open_database_and_an_older_copy_have_none(profile: Profile, person: Person, tmp_path: Path) -> None:
    assert seal.state_of(profile.paths.database) is Seal.NONE
    copy = _copy_of(profile)
    seal.take_off(copy)
    assert seal.state_of(copy) is Seal.NONE
    assert backup.verify(copy)
    for junk in (b"", b"SQLite format 3\x00", b"x" * 70):
        (tmp_path / "junk").write_bytes(junk)
        assert seal.state_of(tmp_path / "junk") is Seal.NONE


# What each is for


def _keep(profile: Profile, why: Why, when: datetime) -> backup.Backup:
    return backup.keep(profile.paths.database, profile.paths.backups, why, when)


def test_what_each_is_for_stands_in_its_name(profile: Profile, person: Person) -> None:
    for hours, why in enumerate(Why):
        profile.apply(AddPerson(f"Person {hours}"))
        _keep(profile, why, NOON + timedelta(hours=hours))
    assert [(one.why, one.made_at.hour) for one in backup.listed(profile.paths.backups)] == [
        (Why.RESTORE, 15),
        (Why.UPDATE, 14),
        (Why.ASKED, 13),
        (Why.DAY, 12),
    ]


def test_what_was_kept_for_something_outlives_the_next_copy_of_its_day(profile: Profile, person: Person) -> None:
    asked = _keep(profile, Why.ASKED, NOON)
    for hours in range(1, 5):
        profile.apply(AddPerson(f"Person {hours}"))
        backup.make(profile.paths.database, profile.paths.backups, NOON + timedelta(hours=hours))
    assert [one.made_at.hour for one in backup.listed(profile.paths.backups)] == [16, 12]
    assert asked.file.exists()


def test_a_copy_of_the_day_that_is_needed_for_something_is_kept_for_it(profile: Profile, person: Person) -> None:
    made = backup.make(profile.paths.database, profile.paths.backups, NOON)
    kept = _keep(profile, Why.RESTORE, NOON + timedelta(hours=1))
    assert made is not None and not made.file.exists()
    assert (kept.made_at, kept.why) == (NOON, Why.RESTORE)
    assert backup.make(profile.paths.database, profile.paths.backups, NOON + timedelta(hours=2)) is None
    profile.apply(AddPerson("Ben"))
    backup.make(profile.paths.database, profile.paths.backups, NOON + timedelta(hours=3))
    assert kept.file.exists()


def _back_at_the_first(folder: Path) -> tuple[Profile, backup.Backup]:
    """Somebody joined after the copy of noon, which was then restored; and the copy of before that."""
    profile = opened(folder)
    somebody(profile)
    first = backup.make(profile.paths.database, profile.paths.backups, NOON)
    profile.apply(AddPerson("Ben"))
    other = _keep(profile, Why.RESTORE, NOON + timedelta(minutes=6))
    profile.close()
    assert first is not None
    profiles.restore(profile.paths, first.file)
    return opened(folder), other


@pytest.mark.parametrize("why", [Why.ASKED, Why.RESTORE])
def test_a_copy_that_is_needed_again_after_others_stands_first_with_the_time_of_that(tmp_path: Path, why: Why) -> None:
    """The list is ordered by their numbers: its times must not say otherwise."""
    profile, other = _back_at_the_first(tmp_path)
    kept = _keep(profile, why, NOON + timedelta(minutes=7))
    assert (kept.made_at, kept.why) == (NOON + timedelta(minutes=7), why)
    assert database_dump(kept.file) == database_dump(profile)
    assert backup.listed(profile.paths.backups) == [kept, other]
    profile.close()


def test_with_the_clock_put_back_the_copy_needed_again_is_the_newest_still(tmp_path: Path) -> None:
    profile, other = _back_at_the_first(tmp_path)
    kept = _keep(profile, Why.RESTORE, NOON - timedelta(days=300))
    assert backup.listed(profile.paths.backups) == [kept, other]
    profile.close()


@pytest.mark.parametrize("of", [Why.DAY, Why.RESTORE])
def test_an_older_copy_that_is_needed_again_is_not_the_next_to_go(tmp_path: Path, of: Why) -> None:
    """What is there now is what a copy of long ago holds: it was restored from there."""
    profile = opened(tmp_path)
    somebody(profile)
    made = [_keep(profile, of, NOON)]
    for number in range(1, backup.KEEP_MARKED[Why.RESTORE]):
        profile.apply(AddPerson(f"Person {number}"))
        made.append(_keep(profile, Why.RESTORE, NOON + timedelta(days=number)))
    profile.close()
    profiles.restore(profile.paths, made[0].file)
    again = opened(tmp_path)
    now = database_dump(again)
    kept = _keep(again, Why.RESTORE, NOON + timedelta(days=20))
    assert database_dump(kept.file) == now == database_dump(backup.listed(again.paths.backups)[0].file)
    for number in range(3):
        again.apply(AddPerson(f"Somebody {number}"))
        _keep(again, Why.RESTORE, NOON + timedelta(days=21 + number))
    again.close()
    assert kept.file.exists()


def test_what_a_killed_writer_left_half_done_is_undone_in_what_is_taken(tmp_path: Path) -> None:
    """A database without a log of its own keeps beside it what is to be undone."""
    profile = opened(tmp_path / "profile")
    for number in range(200):
        somebody(profile, f"Person {number}")
    file = tmp_path / "plain.sqlite3"
    with closing(sqlite3.connect(profile.paths.database)) as source, closing(sqlite3.connect(file)) as target:
        source.backup(target)
    profile.close()
    (tmp_path / "stick").mkdir()
    left = tmp_path / "stick" / file.name
    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode=DELETE").close()
        before = database_dump(file)
        writer.execute("PRAGMA cache_size=1").close()
        writer.execute("BEGIN").close()
        writer.execute("UPDATE person SET name = name || ' is half written' || hex(zeroblob(400))").close()
        for suffix in ("", "-journal"):
            shutil.copyfile(file.with_name(file.name + suffix), left.with_name(left.name + suffix))
        writer.execute("ROLLBACK").close()
    assert b"is half written" in left.read_bytes()
    backup_proof.stage(left, tmp_path / "staged.sqlite3", lambda: None)
    assert database_dump(tmp_path / "staged.sqlite3") == before


@pytest.mark.parametrize("why", [Why.ASKED, Why.UPDATE, Why.RESTORE])
def test_so_many_of_each_and_no_more(why: Why) -> None:
    several = [backup.Backup(Path(str(day)), NOON + timedelta(days=day), why) for day in range(30)]
    gone = backup.surplus(several)
    assert len(gone) == 30 - backup.KEEP_MARKED[why]
    assert max(one.made_at for one in gone) < min(one.made_at for one in several if one not in gone)


def test_names_like_ours_with_something_more_are_not_ours(profile: Profile, person: Person) -> None:
    profile.paths.backups.mkdir()
    stranger = profile.paths.backups / "legwork-2025-03-12T120000 (copy).sqlite3"
    stranger.write_text("mine")
    for hours in range(3):
        profile.apply(AddPerson(f"Person {hours}"))
        backup.make(profile.paths.database, profile.paths.backups, NOON + timedelta(hours=hours))
    assert stranger.read_text() == "mine"


def test_a_file_with_something_that_acts_by_itself_is_not_taken(profile: Profile, person: Person) -> None:
    for spell in (
        "CREATE TRIGGER t AFTER INSERT ON reading BEGIN DELETE FROM person; END",
        "CREATE VIEW v AS SELECT * FROM person",
        "CREATE VIRTUAL TABLE f USING fts5(a)",
    ):
        profile.apply(AddPerson(f"Person {len(spell)}"))
        copy = _altered(_copy_of(profile), spell)
        with pytest.raises(StoreError) as refused:
            backup.verify(copy)
        assert refused.value.fault is StoreFault.DAMAGED


def test_nothing_is_written_to_what_is_checked(tmp_path: Path) -> None:
    """Nor to a log beside it: with a damaged file that may be all that is left."""
    running = opened(tmp_path / "running")
    somebody(running)
    for number in range(5):
        somebody(running, f"Person {number}")
    files = {file.name: file.read_bytes() for file in running.paths.root.iterdir() if file.is_file()}
    running.close()
    place = tmp_path / "left"
    place.mkdir()
    checks: dict[str, Callable[[bytes], bytes]] = {"as it was": bytes, "cut": lambda data: data[:5000]}
    for damage in checks.values():
        for name, data in files.items():
            (place / name).write_bytes(damage(data) if name == "legwork.sqlite3" else data)
        left = {name: (place / name).read_bytes() for name in ("legwork.sqlite3", "legwork.sqlite3-wal")}
        with suppress(StoreError):
            backup.verify(place / "legwork.sqlite3")
        assert {name: (place / name).read_bytes() for name in left} == left
