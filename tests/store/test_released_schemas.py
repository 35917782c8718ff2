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
from legwork.domain.sites import Side
from legwork.domain.units import Quantity
from legwork.services import documents
from legwork.services.chart_views import SaveView
from legwork.services.choices import SetChoices
from legwork.services.lifts import SetLift
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
        "lift": [],
        "choice": [],
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


def test_the_second_one_gets_room_for_lifts_and_choices(tmp_path: Path) -> None:
    file = _thawed(tmp_path, "0002")
    before = database_dump(file)
    profile = opened(tmp_path)
    after = database_dump(file)
    assert {name: after[name] for name in before.keys() - {"alembic_version"}} == {
        name: rows for name, rows in before.items() if name != "alembic_version"
    }
    assert {name: after[name] for name in after.keys() - before.keys()} == {"lift": [], "choice": []}
    profile.apply(SetLift(1, date(2025, 1, 6), "squat", Side.NONE, Quantity(100.0, "kg", "100"), 5, None))
    profile.apply(SetChoices(1, (("target", ("reeves",)),), date(2025, 1, 6), "Target"))
    profile.apply(DeletePerson(1, "Ada"))
    assert (database_dump(file)["lift"], database_dump(file)["choice"]) == ([], [])
    profile.close()


def test_the_third_one_keeps_lifts_and_choices(tmp_path: Path) -> None:
    _thawed(tmp_path, "0003")
    profile = opened(tmp_path)
    [ada, ben] = documents.read_document(profile).people
    profile.close()
    assert [(one.lift, one.side, one.load.value, one.load.entered, one.reps, one.rir) for one in ada.lifts] == [
        ("split_squat", "left", 22.5, "22,5", 8, None),
        ("split_squat", "right", 25.0, "25", 8, 0.5),
        ("squat", "none", 102.058283, "225", 5, 2.0),
        ("bench_press", "none", 60.0, "60", 1, 0.0),
    ]
    assert [(one.day, one.lift, one.reps) for one in ben.lifts] == [(date(2025, 1, 6), "squat", 3)]
    assert [(one.topic, one.pick, one.picked_on) for one in ada.choices] == [
        ("questions/stands", "upper_body", date(2025, 1, 6)),
        ("questions/stands", "bicycle", date(2025, 1, 6)),
        ("target", "reeves", date(2025, 1, 7)),
    ]
    assert [one.pick for one in ben.choices] == ["casey"]


def test_the_newest_one_is_what_this_version_makes(tmp_path: Path) -> None:
    profile = opened(tmp_path)
    profile.close()
    with closing(sqlite3.connect(profile.paths.database)) as made, closing(sqlite3.connect(":memory:")) as frozen:
        frozen.executescript((FROZEN / f"{SCHEMA_REVISION}.sql").read_text(encoding="utf-8"))
        query = "SELECT name, sql FROM sqlite_master ORDER BY name"
        assert made.execute(query).fetchall() == frozen.execute(query).fetchall()
