"""A new file and a migrated one are the same, and the code knows which revisions there are."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Boolean, Date, create_engine

from helpers import opened
from legwork.store import migrations
from legwork.store.engine import REVISIONS, migrate, schema_revision
from legwork.store.schema import metadata
from legwork.store.tables import ALL, SCHEMA_REVISION


def _described(file: Path) -> dict[str, set[str]]:
    """Each table and index as its clauses, whatever their order and white space."""
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    found: dict[str, set[str]] = {}
    for name, sql in rows:
        head, _, body = " ".join(sql.replace('"', "").split()).partition("(")
        clauses = re.split(r",\s*(?![^()]*\))", body.rsplit(")", 1)[0])
        found[name] = {head.strip(), *(clause.strip() for clause in clauses)}
    return found


def _new_file(folder: Path) -> Path:
    profile = opened(folder)
    profile.close()
    return profile.paths.database


def _migrated_file(folder: Path) -> Path:
    folder.mkdir()
    migrate(folder / "legwork.sqlite3")
    return folder / "legwork.sqlite3"


def test_a_new_file_is_what_the_migrations_make(tmp_path: Path) -> None:
    new, migrated = _new_file(tmp_path / "new"), _migrated_file(tmp_path / "migrated")
    assert _described(new) == _described(migrated)
    assert schema_revision(new) == schema_revision(migrated) == SCHEMA_REVISION


def test_alembic_finds_nothing_left_to_migrate(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{_migrated_file(tmp_path / 'migrated')}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_the_code_knows_every_revision_of_the_folder() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    script = ScriptDirectory.from_config(config)
    in_folder = [one.revision for one in script.walk_revisions()]
    assert tuple(reversed(in_folder)) == REVISIONS
    assert script.get_heads() == [SCHEMA_REVISION]


def test_the_names_that_readers_use_are_those_of_the_schema() -> None:
    assert {table.name for table in ALL} == set(metadata.tables)
    for table in ALL:
        columns = metadata.tables[table.name].columns
        assert {column.name for column in columns if isinstance(column.type, Date)} == set(table.days)
        assert {column.name for column in columns if isinstance(column.type, Boolean)} == set(table.flags)


def test_every_constraint_has_a_name() -> None:
    for table in metadata.tables.values():
        for constraint in table.constraints:
            assert constraint.name, f"{table.name} has a constraint that no migration could change later"


def test_deleting_a_parent_searches_its_children_by_index(tmp_path: Path) -> None:
    with closing(sqlite3.connect(_new_file(tmp_path / "new"))) as connection:
        for table in metadata.tables.values():
            for key in table.foreign_keys:
                query = f"EXPLAIN QUERY PLAN SELECT id FROM {table.name} WHERE {key.parent.name} = 1"
                plan = " ".join(str(row) for row in connection.execute(query))
                assert "SEARCH" in plan, f"{key.parent} leads no index: {plan}"
