"""A database as the first release wrote it: what the self-test of an installed program migrates.

Made by the first migration itself, so that nothing but the migrations need be shipped for it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from legwork.store.engine import REVISIONS, faults_translated

NAME, DAY, CALF_CM = "Zoë Žižková", "2025-01-06", 38.5
"""What stands in it: one person, one day, one reading."""


def make_first(database: Path) -> None:
    """Make the file `database`, which must not be there, with the oldest schema and one reading in it."""
    from legwork.store.migrations.run import upgrade

    with faults_translated():
        upgrade(database, REVISIONS[0])
        with closing(sqlite3.connect(database)) as connection, connection:
            connection.execute(
                "INSERT INTO person (id, uid, name, units, check_in_weekday) VALUES (1, 'first', ?, 'metric', 0)",
                (NAME,),
            )
            connection.execute("INSERT INTO check_in (id, person_id, day, note) VALUES (1, 1, ?, '')", (DAY,))
            connection.execute(
                "INSERT INTO reading (id, check_in_id, site, side, ordinal, value, unit, entered, source)"
                " VALUES (1, 1, 'calf', 'left', 0, ?, 'cm', ?, 'typed')",
                (CALF_CM, str(CALF_CM)),
            )
