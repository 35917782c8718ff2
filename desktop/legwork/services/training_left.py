"""Suspects of a foreign log that a person left out, remembered so that the same file brings them in never again.

Owns the names under which they are kept, among the choices of a person. A set is named by its place in the log and by
what it says: one that was put right in the other program is another one, and comes in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from legwork.formats.training_records import About, Suspect, TrainingTable, set_key, workout_keys
from legwork.services.choices import choices_from
from legwork.services.profile import Profile
from legwork.services.training_workouts import uid_of
from legwork.store.reader import Reader
from legwork.store.tables import choice

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork

TOPIC = "import/left_out"
"""The topic of these choices."""


def left_before(profile: Profile, person_id: int | None, table: TrainingTable) -> tuple[Suspect, ...]:
    """Which suspects of a file the person left out before. person_id: None for somebody who is yet to be added."""
    with profile.reading() as reader:
        return left_from(reader, person_id, table)


def left_from(reader: Reader, person_id: int | None, table: TrainingTable) -> tuple[Suspect, ...]:
    """As `left_before`, inside a transaction."""
    if person_id is None or not table.suspects:
        return ()
    known = set(choices_from(reader, person_id).get(TOPIC, ()))
    if not known:
        return ()
    names = _names(table)
    return tuple(one for one in table.suspects if names[one] in known)


def remember_left(work: UnitOfWork, person_id: int, table: TrainingTable, left: Iterable[Suspect], today: date) -> None:
    """Keep which suspects of a file are left out, and forget those of it that are not; inside a transaction."""
    if not table.suspects:
        return
    names = _names(table)
    out = {names[one] for one in left}
    rows = {row.pick: row.id for row in work.rows(choice, person_id=person_id, topic=TOPIC)}
    work.delete(choice, [rows[name] for name in {*names.values()} - out if name in rows])
    work.insert(
        choice,
        [
            {"person_id": person_id, "topic": TOPIC, "pick": name, "picked_on": today}
            for name in sorted(out - rows.keys())
        ],
    )


def _names(table: TrainingTable) -> dict[Suspect, str]:
    keys = workout_keys(table.source, table.workouts)
    return {one: uid_of(_said(table, one, keys[one.workout])) for one in table.suspects}


def _said(table: TrainingTable, one: Suspect, key: str) -> str:
    workout = table.workouts[one.workout]
    if one.about is not About.SET:
        return f"{key}|{one.about.value}|{workout.minutes if one.about is About.LENGTH else ''}"
    found = workout.exercises[one.block].sets[one.place]
    load = "" if found.load is None else f"{found.load.entered}{found.load.unit}"
    return f"{set_key(key, one.block + 1, one.place + 1)}|{load}|{found.reps}|{found.seconds}|{found.distance_m}"
