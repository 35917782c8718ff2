"""Running the migrations. Imported only when one is due, because it imports Alembic."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.pool import NullPool


def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    # A batch ALTER copies the table and drops the old one; with foreign keys on, that deletes the children.
    connection.execute("PRAGMA foreign_keys=OFF").close()


def _on_begin(connection: Connection) -> None:
    # Left to itself the driver begins at the first INSERT, and tables made before that would outlive a failure.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def upgrade(database: Path, revision: str = "head") -> None:
    """Migrate `database` to `revision` in one transaction; checks the foreign keys before it commits."""
    config = Config()
    config.set_main_option("script_location", "legwork.store:migrations")
    # The address is put together by parts, because a folder's name may hold a `?` or a `%`.
    engine = create_engine(URL.create("sqlite", database=str(database)), poolclass=NullPool)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if orphans:
            raise RuntimeError(f"migration left {len(orphans)} rows without their parent")
