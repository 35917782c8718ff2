"""The profile that the benches run on: one person, 20 years of weekly check-ins, 26,000 readings.

Owns its content. `make_profile` is the only place here that knows how the program lays out an empty profile.
"""

from __future__ import annotations

import math
import sqlite3
from datetime import date, timedelta
from pathlib import Path

WEEKS = 1040
FIRST_DAY = date(2006, 1, 2)
SIDED = {
    **{"flexed_arm": 38.0, "relaxed_arm": 35.0, "forearm": 30.0, "wrist": 17.5, "knee": 38.0},
    **{"upper_thigh": 58.0, "mid_thigh": 54.0, "lower_thigh": 44.0, "calf": 37.0},
}
SPOTS = [
    ("body_weight", "none", 80.0, "kg"),
    ("body_fat", "none", 17.0, "%"),
    ("neck", "none", 38.0, "cm"),
    ("shoulders", "none", 120.0, "cm"),
    ("chest", "none", 104.0, "cm"),
    ("waist", "none", 84.0, "cm"),
    ("hips", "none", 98.0, "cm"),
    *((site, side, start, "cm") for site, start in SIDED.items() for side in ("left", "right")),
]
PRAGMAS = ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL", "busy_timeout=3000")


def database(profile_dir: Path) -> Path:
    return profile_dir / "legwork.sqlite3"


def connect(profile_dir: Path) -> sqlite3.Connection:
    """Raw sqlite3 under the pragmas that the program uses."""
    connection = sqlite3.connect(database(profile_dir), isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def make_profile(profile_dir: Path) -> None:
    """An empty profile with one person who tracks every built-in site, made through the program's own services."""
    from legwork.domain.sites import BUILT_IN_BY_KEY
    from legwork.paths import ProfilePaths
    from legwork.services.people import AddPerson, TrackSites, everybody
    from legwork.services.profile import Profile

    profile = Profile(ProfilePaths(profile_dir))
    profile.apply(AddPerson("Bench", "male"))
    profile.apply(TrackSites(everybody(profile)[0].id, tuple(BUILT_IN_BY_KEY)))
    profile.close()


def values(week: int) -> list[tuple[str, str, float, str]]:
    """Site, side, value and unit of the 25 readings of a week: slow growth and a ripple, one decimal."""
    return [
        (site, side, round(start * (1 + week / 20_000) + 0.3 * math.sin(week / 3 + place), 1), unit)
        for place, (site, side, start, unit) in enumerate(SPOTS)
    ]


def save_raw(connection: sqlite3.Connection, person: int, week: int) -> None:
    """One check-in of 25 readings through raw sqlite3, in one transaction."""
    day = (FIRST_DAY + timedelta(weeks=week)).isoformat()
    connection.execute("BEGIN IMMEDIATE")
    check_in = connection.execute(
        "INSERT INTO check_in (person_id, day, note) VALUES (?, ?, '')", (person, day)
    ).lastrowid
    connection.executemany(
        "INSERT INTO reading (check_in_id, site, side, ordinal, value, unit, entered, source)"
        " VALUES (?, ?, ?, 1, ?, ?, ?, 'typed')",
        [(check_in, site, side, value, unit, f"{value} {unit}") for site, side, value, unit in values(week)],
    )
    connection.execute("COMMIT")


def seed(profile_dir: Path) -> None:
    """Make the profile and fill it with 20 years."""
    make_profile(profile_dir)
    connection = connect(profile_dir)
    connection.execute("PRAGMA synchronous=OFF")
    (person,) = connection.execute("SELECT min(id) FROM person").fetchone()
    for week in range(WEEKS):
        save_raw(connection, person, week)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
