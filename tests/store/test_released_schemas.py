"""A file of every released schema opens in this version and keeps its rows.

`fixtures/schemas/NNNN.sql` is the dump of a profile as that revision wrote it. It is frozen: a new revision adds a
file here and never changes an old one.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from helpers import database_dump, integrity, opened
from legwork.services import documents
from legwork.services.chart_views import SaveView
from legwork.services.people import DeletePerson
from legwork.store.engine import REVISIONS, schema_revision
from legwork.store.tables import SCHEMA_REVISION

FROZEN = Path(__file__).parents[1] / "fixtures" / "schemas"


def test_every_released_schema_is_frozen() -> None:
    assert {file.stem for file in FROZEN.glob("*.sql")} == set(REVISIONS)


def _thawed(folder: Path, revision: str) -> Path:
    file = folder / "legwork.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript((FROZEN / f"{revision}.sql").read_text(encoding="utf-8"))
    return file


@pytest.mark.parametrize("revision", REVISIONS)
def test_it_opens_and_keeps_its_rows(tmp_path: Path, revision: str) -> None:
    file = _thawed(tmp_path, revision)
    before = database_dump(file)
    assert len(before["reading"]) > 3
    profile = opened(tmp_path)
    document = documents.read_document(profile)
    profile.close()
    assert schema_revision(file) == SCHEMA_REVISION
    assert integrity(file) == "ok"
    after = database_dump(file)
    for table in before.keys() - {"alembic_version"}:
        assert len(after[table]) == len(before[table])
    if revision == SCHEMA_REVISION:
        assert after == before
    [ada, _] = document.people
    assert (ada.name, ada.custom_sites[0].name, len(ada.check_ins)) == ("Ada Žižková", "Lower calf", 2)
    assert ada.check_ins[0].note == "first line\nsecond; “quoted”"
    assert [(str(one.spot), one.quantity.entered) for one in ada.check_ins[0].readings][:3] == [
        ("body_weight", "12 st 4"),
        ("calf:left", "15 1/4"),
        ("calf:left", "38,2"),
    ]


def test_the_first_one_keeps_everything_and_gets_room_for_goals(tmp_path: Path) -> None:
    file = _thawed(tmp_path, "0001")
    before = database_dump(file)
    profile = opened(tmp_path)
    after = database_dump(file)
    assert {name: after[name] for name in before.keys() - {"alembic_version"}} == {
        name: rows for name, rows in before.items() if name != "alembic_version"
    }
    assert {name: after[name] for name in after.keys() - before.keys()} == {
        "goal": [],
        "programme_change": [],
        "chart_view": [],
    }
    [kept] = profile.paths.backups.glob("*.sqlite3")
    assert schema_revision(kept) == "0001"
    profile.apply(SaveView(1, "Legs", "{}"))
    profile.apply(DeletePerson(1, "Ada"))
    assert database_dump(file)["chart_view"] == []
    profile.close()


def test_the_second_one_keeps_goals_programme_and_views(tmp_path: Path) -> None:
    _thawed(tmp_path, "0002")
    profile = opened(tmp_path)
    [ada, ben] = documents.read_document(profile).people
    profile.close()
    assert [(one.measure, one.quantity.value, one.quantity.entered, one.due) for one in ada.goals] == [
        ("difference/calf", 0.0, "0", date(2025, 6, 30)),
        ("site/calf:left", 40.64, "16", date(2025, 12, 31)),
    ]
    assert [one.measure for one in ben.goals] == ["ratio/calf_arm"]
    assert [one.text for one in ada.programme_changes] == ["Squats “deep”; twice a week", "Žádné dřepy"]
    assert [(one.name, one.spec[:9]) for one in ada.chart_views] == [("Legs, všechny", '{"spots":')]


def test_the_newest_one_is_what_this_version_makes(tmp_path: Path) -> None:
    profile = opened(tmp_path)
    profile.close()
    with closing(sqlite3.connect(profile.paths.database)) as made, closing(sqlite3.connect(":memory:")) as frozen:
        frozen.executescript((FROZEN / f"{SCHEMA_REVISION}.sql").read_text(encoding="utf-8"))
        query = "SELECT name, sql FROM sqlite_master ORDER BY name"
        assert made.execute(query).fetchall() == frozen.execute(query).fetchall()
