"""Plans and own exercises between the store and a document.

Owns which own exercises of a document are those that a person has here: two computers may have given one key to two
exercises, or two keys to one. A name is what a person knows an exercise by, so equal names are one exercise, and the
one that is here counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from legwork.domain.exercise import Exercise
from legwork.formats.plan_tree import numbered
from legwork.formats.records import PersonRecord, PlanRecord
from legwork.services.document_workouts import add_logged
from legwork.services.own_exercises import own_exercises_from, own_key, write_exercise
from legwork.services.plans import add_plan, stored_plans, with_exercises
from legwork.store.reader import Reader
from legwork.store.tables import own_exercise, plan

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork


def plan_records(reader: Reader, person_id: int) -> tuple[PlanRecord, ...]:
    """A person's plans, in the order in which they were added."""
    return tuple(
        PlanRecord(one.info.uid, one.info.starts_on, numbered(one.plan)) for one in stored_plans(reader, person_id)
    )


def own_exercise_records(reader: Reader, person_id: int) -> tuple[Exercise, ...]:
    """A person's own exercises, by name."""
    return own_exercises_from(reader, person_id)


def add_training(work: UnitOfWork, person_id: int, record: PersonRecord) -> None:
    """Fill in the own exercises, plans and workouts of `record` that the person lacks; what stands here is left."""
    keys = _fit_exercises(work, person_id, record.own_exercises)
    present = {row.uid for row in work.rows(plan, person_id=person_id)}
    for one in record.plans:
        if one.uid not in present:
            add_plan(work, person_id, one.uid, with_exercises(one.plan, keys), one.starts_on)
    add_logged(work, person_id, record, keys)


def _fit_exercises(work: UnitOfWork, person_id: int, exercises: Sequence[Exercise]) -> dict[str, str]:
    """Make those that the person lacks; answers with the keys that are other ones here."""
    here = {row.key: row for row in work.rows(own_exercise, person_id=person_id)}
    same = _same(exercises, here)
    taken = {*here, *(one.key for one in exercises)}
    keys: dict[str, str] = {}
    for one in exercises:
        if one.key in same:
            keys[one.key] = same[one.key]
            continue
        key = own_key(one.name, taken) if one.key in here else one.key
        taken.add(key)
        keys[one.key] = key
        write_exercise(work, person_id, replace(one, key=key))
    return {old: key for old, key in keys.items() if old != key}


def _same(exercises: Sequence[Exercise], here: Mapping[str, Any]) -> dict[str, str]:
    """The key here of each that is here already: first by key and name, else one that nothing else stands for."""
    found = {one.key: one.key for one in exercises if one.key in here and _named_alike(one, here[one.key])}
    free = [row for row in here.values() if row.key not in found]
    for one in exercises:
        row = next((row for row in free if _named_alike(one, row)), None) if one.key not in found else None
        if row is not None:
            found[one.key] = row.key
            free.remove(row)
    return found


def _named_alike(one: Any, other: Any) -> bool:
    return bool(one.name.casefold() == other.name.casefold())
