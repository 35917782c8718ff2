"""What several tests need: the whole database as rows, and check-ins in few words."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from legwork.domain.sites import BUILT_IN_BY_KEY, Kind, Side, Spot
from legwork.domain.units import UnitSystem, parse_many
from legwork.errors import Cancelled
from legwork.paths import ProfilePaths
from legwork.services.check_ins import Day, Entry, RecordReadings
from legwork.services.exercise_names import names_from
from legwork.services.people import AddPerson, Person, everybody
from legwork.services.profile import Profile

WEIGHT, WAIST = Spot("body_weight"), Spot("waist")
CALF, OTHER_CALF = Spot("calf", Side.LEFT), Spot("calf", Side.RIGHT)
MONDAY, TUESDAY = date(2025, 1, 6), date(2025, 1, 7)

Dump = dict[str, list[tuple[Any, ...]]]


def database_dump(database: Profile | Path) -> Dump:
    """All rows of all tables, read past the program: equal dumps are the same data, primary keys included."""
    file = database.paths.database if isinstance(database, Profile) else database
    with closing(sqlite3.connect(file)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for (name,) in names}


def integrity(file: Path) -> str:
    """What SQLite's own check says of a closed or open database; "ok" when it is sound."""
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


def cancelled_at(call: int) -> Callable[[], bool]:
    """A `should_stop` that cancels the work when it asks for the `call`th time."""
    left = call

    def stop() -> bool:
        nonlocal left
        left -= 1
        if not left:
            raise Cancelled
        return False

    return stop


def somebody(profile: Profile, name: str = "Ada", **facts: Any) -> Person:
    """Add a person and look them up."""
    profile.apply(AddPerson(name, **facts))
    return everybody(profile)[-1]


def opened(folder: Path) -> Profile:
    """The profile in a folder, new or not."""
    return Profile(ProfilePaths(folder))


def entry(spot: Spot, text: str, source: str = "typed") -> Entry:
    """Readings as a person types them: entry(CALF, "38.2 + 38.4")."""
    known = BUILT_IN_BY_KEY.get(spot.site)
    quantities = parse_many(text, known.kind if known else Kind.GIRTH, UnitSystem.METRIC) if text else ()
    return Entry(spot, quantities, source)


def day(when: date, **texts: str) -> Day:
    """A day in few words: day(MONDAY, calf_left="38.2", waist="84")."""
    entries = []
    for name, text in texts.items():
        site, _, side = name.rpartition("_")
        spot = Spot(site, Side(side)) if side in ("left", "right") else Spot(name)
        entries.append(entry(spot, text))
    return Day(when, tuple(entries))


def backed_up(root: Path) -> tuple[Profile, Path, Dump, Dump]:
    """A closed profile, its backup, what the backup holds, and what the profile holds since."""
    one = opened(root)
    person = somebody(one)
    one.apply(RecordReadings(person.id, (day(MONDAY, waist="84"),)))
    made = one.back_up()
    assert made is not None
    then = database_dump(one)
    one.apply(RecordReadings(person.id, (day(TUESDAY, waist="85"),)))
    one.close()
    return one, made.file, then, database_dump(one)


def remembered_names(profile: Profile, person_id: int) -> dict[str, str]:
    """The exercise by its name in another program, as an import answered it."""
    with profile.reading() as reader:
        return names_from(reader, person_id)
