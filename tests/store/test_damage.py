"""What is no sound Legwork database is told apart and left untouched; a damaged one never passes for a bug."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import MONDAY, opened, somebody
from legwork.errors import StoreError, StoreFault
from legwork.services import check_ins, documents, people
from legwork.services.check_ins import Day, RecordReadings
from legwork.services.sample import FillWithSample

PAGE = 4096


class Sound(bytes):
    """A database of some 90 pages; Hypothesis need not print it."""

    def __repr__(self) -> str:
        return "Sound()"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A closed profile's file."""
    profile = opened(tmp_path_factory.mktemp("sound"))
    profile.apply(FillWithSample(date(2025, 6, 2)))
    profile.close()
    return Sound(profile.paths.database.read_bytes())


def _place(folder: Path, data: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / "legwork.sqlite3"
    file.write_bytes(data)
    return file


def _unrelated(folder: Path) -> bytes:
    with closing(sqlite3.connect(folder / "unrelated")) as connection:
        connection.execute("CREATE TABLE song (title TEXT)")
    return (folder / "unrelated").read_bytes()


def _unstamped(folder: Path, sound: bytes) -> bytes:
    file = _place(folder / "unstamped", sound)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DELETE FROM alembic_version")
        connection.commit()
    return file.read_bytes()


@pytest.mark.parametrize(
    "kind", ["text", "random", "header", "cut in the header", "cut in half", "unrelated", "unstamped"]
)
def test_no_database_of_ours(tmp_path: Path, sound: bytes, kind: str) -> None:
    data = {
        "text": lambda: b"date,waist_cm\n2025-01-06,84\n" * 9,
        "random": lambda: random.Random(3).randbytes(3 * PAGE),
        "header": lambda: bytes([sound[0] ^ 1]) + sound[1:],
        "cut in the header": lambda: sound[:60],
        "cut in half": lambda: sound[: len(sound) // 2],
        "unrelated": lambda: _unrelated(tmp_path),
        "unstamped": lambda: _unstamped(tmp_path, sound),
    }[kind]()
    file = _place(tmp_path / "profile", data)
    with pytest.raises(StoreError) as refused:
        documents.read_document(opened(tmp_path / "profile"))
    assert refused.value.fault is StoreFault.DAMAGED
    assert file.read_bytes() == data


def test_the_work_of_a_newer_version_is_not_touched(tmp_path: Path, sound: bytes) -> None:
    file = _place(tmp_path / "profile", sound)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        connection.commit()
    data = file.read_bytes()
    with pytest.raises(StoreError) as refused:
        opened(tmp_path / "profile")
    assert refused.value.fault is StoreFault.NEWER
    assert file.read_bytes() == data
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_note_that_was_overwritten_is_damage(tmp_path: Path) -> None:
    profile = opened(tmp_path)
    person = somebody(profile)
    profile.apply(RecordReadings(person.id, (Day(MONDAY, note="the knee hurts"),)))
    profile.close()
    data = profile.paths.database.read_bytes()
    assert data.count(b"the knee hurts") == 1
    profile.paths.database.write_bytes(data.replace(b"the knee hurts", b"the \xff\xfe\xff\xfe hurts"))
    again = opened(tmp_path)
    with pytest.raises(StoreError) as refused:
        check_ins.on_day(again, person.id, MONDAY)
    assert refused.value.fault is StoreFault.DAMAGED
    again.close()


def test_an_emptied_file_does_not_pass_for_a_first_start_when_there_are_backups(tmp_path: Path) -> None:
    profile = opened(tmp_path)
    somebody(profile)
    profile.back_up()
    profile.close()
    profile.paths.database.write_bytes(b"")
    with pytest.raises(StoreError) as refused:
        opened(tmp_path)
    assert refused.value.fault is StoreFault.GONE


def test_an_empty_file_without_backups_is_a_first_start_that_was_interrupted(tmp_path: Path) -> None:
    _place(tmp_path, b"")
    profile = opened(tmp_path)
    assert people.everybody(profile) == ()
    profile.close()


def _pages_of_rows(sound: bytes) -> list[int]:
    """All but those of the schema: one letter there is another program."""
    pages = (sound[start : start + PAGE] for start in range(0, len(sound), PAGE))
    return [place for place, page in enumerate(pages) if place and b"CREATE " not in page]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["bit", "sector", "page of zeros", "cut"]), st.integers(0, 10**9))
def test_wherever_the_disk_fails_it_is_called_damage_or_not_noticed(
    tmp_path_factory: pytest.TempPathFactory, sound: bytes, kind: str, seed: int
) -> None:
    chance = random.Random(seed)
    data, at = bytearray(sound), chance.randrange(len(sound))
    if kind == "bit":
        at = PAGE * chance.choice(_pages_of_rows(sound)) + chance.randrange(PAGE)
        data[at] ^= 1 << chance.randrange(8)
    elif kind == "sector":
        data[at - at % 512 : at - at % 512 + 512] = chance.randbytes(512)
    elif kind == "page of zeros":
        data[at - at % PAGE : at - at % PAGE + PAGE] = bytes(PAGE)
    else:
        del data[at:]
    folder = tmp_path_factory.mktemp("damaged")
    _place(folder, bytes(data))
    try:
        profile = opened(folder)
    except StoreError as error:
        assert error.fault in (StoreFault.DAMAGED, StoreFault.NEWER)
        return
    try:
        for one in people.everybody(profile):
            check_ins.previous(profile, one.id, date(2030, 1, 1))
            check_ins.measured_spots(profile, one.id)
            check_ins.by_ids(profile, list(check_ins.check_in_days(profile, one.id)))
        documents.read_document(profile)
    except StoreError as error:
        assert error.fault is StoreFault.DAMAGED
    finally:
        profile.close()
