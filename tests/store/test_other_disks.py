"""Data that somebody has laid elsewhere by links: copies on another disk, and the database itself."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from helpers import Dump, backed_up, cancelled_at, database_dump, opened
from legwork.errors import Cancelled
from legwork.services import backups
from legwork.services import profile as profiles
from legwork.services.profile import Profile

if sys.platform == "win32":
    pytest.skip("links need rights of their own there", allow_module_level=True)


@pytest.fixture
def apart(tmp_path: Path, other_disk: Path) -> tuple[Profile, Path, Dump, Dump]:
    """With its copies on another disk."""
    root = tmp_path / "profile"
    root.mkdir()
    (root / "backups").symlink_to(other_disk)
    return backed_up(root)


def test_from_another_disk_there_and_back_again(apart: tuple[Profile, Path, Dump, Dump]) -> None:
    one, copy, then, now = apart
    kept = profiles.restore(one.paths, copy).kept
    assert database_dump(one) == then
    assert kept is not None
    assert database_dump(kept) == now
    profiles.restore(one.paths, kept)
    assert database_dump(one) == now
    assert sorted(file.name for file in one.paths.root.iterdir()) == ["backups", "legwork.sqlite3"]


def test_a_damaged_database_is_replaced_from_there_too(apart: tuple[Profile, Path, Dump, Dump]) -> None:
    one, copy, then, _ = apart
    one.paths.database.write_bytes(b"what is left")
    kept = profiles.restore(one.paths, copy).kept
    assert database_dump(one) == then
    assert kept is not None and kept.read_bytes() == b"what is left"


@pytest.mark.parametrize("at", range(1, 30, 3))
def test_stopped_at_any_point_it_is_all_or_nothing(apart: tuple[Profile, Path, Dump, Dump], at: int) -> None:
    one, copy, then, now = apart
    try:
        profiles.restore(one.paths, copy, cancelled_at(at))
    except Cancelled:
        assert database_dump(one) == now
    else:
        assert database_dump(one) == then
    assert not [file for file in one.paths.root.iterdir() if ".partial" in file.name]


def test_what_a_kill_left_half_copied_is_in_nobodys_way(apart: tuple[Profile, Path, Dump, Dump]) -> None:
    one, copy, then, _ = apart
    one.paths.database.with_name("legwork.sqlite3.partial").write_bytes(b"half of it")
    profiles.restore(one.paths, copy)
    assert database_dump(one) == then
    assert not one.paths.database.with_name("legwork.sqlite3.partial").exists()


def test_a_database_that_is_a_link_stays_one(tmp_path: Path, other_disk: Path) -> None:
    one, copy, then, now = backed_up(tmp_path / "profile")
    real = other_disk / "data.sqlite3"
    shutil.move(one.paths.database, real)
    one.paths.database.symlink_to(real)
    kept = profiles.restore(one.paths, copy).kept
    assert one.paths.database.is_symlink()
    assert database_dump(real) == then
    assert kept is not None
    assert database_dump(kept) == now
    again = opened(one.paths.root)
    assert database_dump(again) == then
    again.close()


def test_a_damaged_one_that_is_a_link_is_found_where_it_was_put_aside(tmp_path: Path, other_disk: Path) -> None:
    one, copy, then, _ = backed_up(tmp_path / "profile")
    real = other_disk / "data.sqlite3"
    shutil.move(one.paths.database, real)
    one.paths.database.symlink_to(real)
    real.write_bytes(b"what is left")
    kept = profiles.restore(one.paths, copy).kept
    assert one.paths.database.is_symlink()
    assert database_dump(real) == then
    assert backups.put_aside(one.paths) == [kept]
    assert kept is not None and kept.read_bytes() == b"what is left"
