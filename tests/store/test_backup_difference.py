"""In what two databases differ: nothing that differs may be called the same, whatever table it stands in."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from helpers import MONDAY, TUESDAY, day, opened, somebody
from legwork.services import documents
from legwork.services.check_ins import RecordReadings
from legwork.services.people import AddPerson
from legwork.services.profile import Profile
from legwork.services.sample import FillWithSample
from legwork.store import backup_difference
from legwork.store.backup_difference import Thing, differences
from legwork.store.schema import metadata
from legwork.store.tables import ALL

FROZEN = Path(__file__).parents[1] / "fixtures" / "schemas"


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database that has rows in every table: the sample, and a frozen one of two people beside it."""
    place = tmp_path_factory.mktemp("full")
    newest = max(FROZEN.glob("*.sql"), key=lambda file: file.stem)
    with closing(sqlite3.connect(place / "legwork.sqlite3")) as connection:
        connection.executescript(newest.read_text(encoding="utf-8"))
    profile = opened(place)
    profile.apply(FillWithSample(date(2025, 6, 2)))
    profile.close()
    return profile.paths.database


def _copied(file: Path, place: Path) -> Path:
    copy = place / "then.sqlite3"
    copy.write_bytes(file.read_bytes())
    return copy


def test_every_table_is_a_thing_or_a_part_of_one() -> None:
    assert {*backup_difference.THINGS, *backup_difference.PARTS} == {table.name for table in ALL}


def test_the_same_is_the_same(full: Path, tmp_path: Path) -> None:
    assert differences(full, _copied(full, tmp_path)) == ()


@pytest.mark.parametrize("table", [table.name for table in ALL])
def test_every_cell_of_every_table_counts(full: Path, tmp_path: Path, table: str) -> None:
    """One row is changed in one column after the other; ids and what they tie together have no say."""
    copy = _copied(full, tmp_path)
    ties = {"id", *(key.parent.name for key in metadata.tables[table].foreign_keys)}
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        [(row_id,)] = connection.execute(f"SELECT max(id) FROM {table}").fetchall()
        assert row_id, f"the fixture has no row in {table}"
        for column in metadata.tables[table].columns:
            if column.name in ties:
                continue
            [(before,)] = connection.execute(f"SELECT {column.name} FROM {table} WHERE id = ?", [row_id])
            after = before + 1 if isinstance(before, int | float) else f"{before or ''}0"
            connection.execute(f"UPDATE {table} SET {column.name} = ? WHERE id = ?", [after, row_id])
            found = differences(full, copy)
            assert found, f"{table}.{column.name}"
            connection.execute(f"UPDATE {table} SET {column.name} = ? WHERE id = ?", [before, row_id])
        assert differences(full, copy) == ()
        connection.execute(f"DELETE FROM {table} WHERE id = ?", [row_id])
        assert differences(full, copy)


def test_days_that_are_here_there_and_in_both(profile: Profile, tmp_path: Path) -> None:
    person = somebody(profile)
    profile.apply(RecordReadings(person.id, (day(MONDAY, waist="84"), day(TUESDAY, waist="85"))))
    made = profile.back_up()
    assert made is not None
    wednesday = date(2025, 1, 8)
    profile.apply(RecordReadings(person.id, (day(MONDAY, waist="84", calf_left="38"), day(wednesday, waist="86"))))
    profile.apply(RecordReadings(person.id, (day(TUESDAY, waist=""),)))
    [found] = differences(profile.paths.database, made.file)
    assert (found.kind, found.person_uid) == ("check_in", person.uid)
    assert [thing.day for thing in found.only_now] == [wednesday]
    assert [thing.day for thing in (*found.only_then, *found.changed)] in ([TUESDAY, MONDAY], [MONDAY, TUESDAY])
    assert MONDAY in [thing.day for thing in found.changed]


def test_the_same_data_in_other_rows_is_the_same(tmp_path: Path) -> None:
    """Exported, and imported into another profile behind somebody else: all ids are others."""
    one, other = opened(tmp_path / "one"), opened(tmp_path / "other")
    one.apply(FillWithSample(date(2025, 6, 2)))
    other.apply(AddPerson("Zoe"))
    zoe = {row[1] for row in _people(other)}
    other.apply(documents.ImportDocument(documents.read_document(one), "export.json"))
    found = [
        one
        for one in differences(other.paths.database, one.paths.database)
        if one.person_uid not in zoe and one.kind not in ("plan", "workout", "choice")
    ]
    one.close()
    other.close()
    assert found == []


def _people(profile: Profile) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(profile.paths.database)) as connection:
        return connection.execute("SELECT id, uid FROM person").fetchall()


def test_a_plan_is_called_by_its_name_and_a_workout_by_its_day(full: Path, tmp_path: Path) -> None:
    copy = _copied(full, tmp_path)
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("DELETE FROM plan WHERE id = 1")
        connection.execute("DELETE FROM workout WHERE id = 1")
    found = {one.kind: one for one in differences(full, copy)}
    assert [thing.name for thing in found["plan"].only_now] == ["Nohy “first”; 2 weeks"]
    assert found["workout"].only_now == (Thing(date(2025, 1, 6), "Legs A"),)
    assert not found["plan"].only_then
