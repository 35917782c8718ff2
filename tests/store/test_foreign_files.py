"""A copy that came from somebody else, made on purpose to do harm: looking at it does none."""

from __future__ import annotations

import shutil
import sqlite3
import struct
import sys
from contextlib import closing
from pathlib import Path

import pytest

from helpers import database_dump, opened, somebody
from legwork.errors import StoreError, StoreFault
from legwork.services import restores
from legwork.services.people import Person
from legwork.services.profile import Profile
from legwork.store import backup_proof, seal

MAGIC = bytes.fromhex("d9d505f920a163d7")


@pytest.fixture
def gift(profile: Profile, person: Person, tmp_path: Path) -> Path:
    """A sound copy without a seal, in a folder of somebody else."""
    made = profile.back_up()
    assert made is not None
    folder = tmp_path / "from somebody"
    folder.mkdir()
    return _unsealed(made.file, folder / "gift.legwork")


def _unsealed(copy: Path, target: Path) -> Path:
    shutil.copyfile(copy, target)
    seal.take_off(target)
    return target


def _journal(database: bytes, named: Path) -> bytes:
    """What undoes the first page to what it is already, as of a write into several databases at once."""
    size = struct.unpack(">H", database[16:18])[0]
    page, sum_ = database[:size], 0x1234
    for place in range(size - 200, 0, -200):
        sum_ += page[place]
    name = str(named).encode()
    head = MAGIC + struct.pack(">IIIII", 1, 0x1234, len(database) // size, 512, size)
    return (
        head.ljust(512, b"\0") + struct.pack(">I", 1) + page + struct.pack(">I", sum_ & 0xFFFFFFFF)
        + struct.pack(">I", 0x40000000 // size + 1) + name + struct.pack(">II", len(name), sum(name)) + MAGIC
    )  # fmt: skip


def test_a_log_that_names_another_file_does_not_have_it_removed(profile: Profile, gift: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("years of work")
    journal = _journal(gift.read_bytes(), precious)
    with pytest.raises(StoreError) as refused:
        gift.with_name(gift.name + "-journal").write_bytes(journal)
        restores.prepare(profile, gift)
    assert refused.value.fault is StoreFault.DAMAGED
    assert precious.read_text() == "years of work"
    assert list(profile.paths.backups.glob("*.partial")) == []
    # It is a log that SQLite believes, and would do as it says: in a folder of its own it does.
    with closing(sqlite3.connect(gift)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    assert not precious.exists()


@pytest.mark.parametrize("suffix", ["-wal", "-journal"])
@pytest.mark.skipif(sys.platform == "win32", reason="links need rights of their own there")
def test_a_log_that_is_a_link_is_only_read(profile: Profile, gift: Path, tmp_path: Path, suffix: str) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("years of work")
    gift.with_name(gift.name + suffix).symlink_to(precious)
    restores.prepare(profile, gift).discard()
    assert precious.read_text() == "years of work"
    assert gift.with_name(gift.name + suffix).is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights of their own there")
def test_of_a_link_the_log_of_what_it_points_to_is_taken(tmp_path: Path) -> None:
    running = opened(tmp_path / "running")
    for number in range(30):
        somebody(running, f"Person {number}")
    shutil.copytree(running.paths.root, tmp_path / "stick")
    now = database_dump(running)
    running.close()
    link = tmp_path / "link.legwork"
    link.symlink_to(tmp_path / "stick" / "legwork.sqlite3")
    backup_proof.stage(link, tmp_path / "staged.sqlite3", lambda: None)
    assert database_dump(tmp_path / "staged.sqlite3") == now


SPELLS = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON reading BEGIN DELETE FROM person; END",
    "a view": "CREATE VIEW v AS SELECT * FROM person",
    "a virtual table": "CREATE VIRTUAL TABLE f USING fts5(a)",
}


@pytest.mark.parametrize("spell", SPELLS)
@pytest.mark.parametrize("spelled", ["CREATE ", "create ", "CREATE  ", "CREATE/**/"])
def test_what_acts_by_itself_is_refused_however_it_is_spelled(
    profile: Profile, gift: Path, spell: str, spelled: str
) -> None:
    """SQLite writes it down in one way only, but whoever made the file need not have asked SQLite."""
    before = database_dump(profile)
    with closing(sqlite3.connect(gift)) as connection:
        connection.execute(SPELLS[spell])
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'CREATE ', ?) WHERE name IN ('t', 'v', 'f')", [spelled]
        )
        connection.commit()
    with pytest.raises(StoreError) as refused:
        restores.prepare(profile, gift)
    assert refused.value.fault is StoreFault.DAMAGED
    assert database_dump(profile) == before
