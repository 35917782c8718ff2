"""Running the migrations. Imported only when one is due, because it imports Alembic."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, event
from sqlalchemy.pool import NullPool


def _without_foreign_keys(connection: sqlite3.Connection, _record: object) -> None:
    # A batch ALTER copies the table and drops the old one; with foreign keys on, that deletes the children.
    connection.execute("PRAGMA foreign_keys=OFF")


def upgrade(database: Path, revision: str = "head") -> None:
    """Migrate `database` to `revision` in one transaction; checks the foreign keys before it commits."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    engine = create_engine(f"sqlite:///{database}", poolclass=NullPool)
    event.listen(engine, "connect", _without_foreign_keys)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if orphans:
            raise RuntimeError(f"migration left {len(orphans)} rows without their parent")
