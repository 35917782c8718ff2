"""Workouts between the store and a document, with the names and refusals that belong to them.

Owns how a workout names its plan there: by the plan's uid, and by the numbers that its parts have in a document. What
is here already, by its uid, is left as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING

from legwork.domain.log.model import Workout
from legwork.domain.plan.model import Plan, weeks_of
from legwork.formats.plan_tree import numbered
from legwork.formats.records import ExerciseNameRecord, KeptWorkout, PersonRecord, RefusedRecord
from legwork.services.exercise_names import names_from, remember_names
from legwork.services.plans import stored_plans, with_exercises
from legwork.services.workout_rows import add_workouts
from legwork.services.workouts import StoredWorkout, workouts_from
from legwork.store.reader import Reader
from legwork.store.tables import refused_proposal, workout

if TYPE_CHECKING:
    from legwork.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class _Parts:
    """Sessions and exercises of plans: what each is called on the other side."""

    sessions: Mapping[int, int]
    entries: Mapping[int, int]


_NO_PARTS = _Parts({}, {})


def workout_records(reader: Reader, person_id: int) -> tuple[KeptWorkout, ...]:
    """A person's workouts by day and start; equal ones by their uids, so that they stand alike on every computer."""
    parts = {one.info.uid: _renamed(one.plan, numbered(one.plan)) for one in stored_plans(reader, person_id)}
    plan_of = {session: uid for uid, found in parts.items() for session in found.sessions}
    plan_of_entry = {entry: uid for uid, found in parts.items() for entry in found.entries}
    found = []
    for one in sorted(workouts_from(reader, person_id), key=_order):
        whole = one.workout
        entries = (each.entry_id for each in whole.exercises if each.entry_id is not None)
        uid = plan_of.get(whole.session_id or 0)
        uid = uid or next((plan_of_entry[entry] for entry in entries if entry in plan_of_entry), None)
        named = _naming(replace(whole, id=0), parts.get(uid or "", _NO_PARTS), {})
        if named.session_id is None and all(each.entry_id is None for each in named.exercises):
            uid = None
        found.append(KeptWorkout(one.uid, named, one.finished, one.source, one.edited, uid))
    return tuple(found)


def _order(one: StoredWorkout) -> tuple[date, time, str]:
    return one.workout.day, one.workout.start or time.min, one.uid


def name_records(reader: Reader, person_id: int) -> tuple[ExerciseNameRecord, ...]:
    """What a person said of names, by name."""
    return tuple(ExerciseNameRecord(name, key) for name, key in sorted(names_from(reader, person_id).items()))


def refused_records(reader: Reader, person_id: int) -> tuple[RefusedRecord, ...]:
    """What a person refused, by topic and key."""
    rows = reader.rows(refused_proposal, ("topic", "key"), person_id=person_id)
    return tuple(RefusedRecord(row.topic, row.key, row.refused_on) for row in rows)


def add_logged(work: UnitOfWork, person_id: int, record: PersonRecord, keys: Mapping[str, str]) -> None:
    """Fill in what the person lacks. keys: of own exercises that have another one here; plans are here already."""
    present = {row.uid for row in work.rows(workout, person_id=person_id)}
    wanted = [one for one in record.workouts if one.uid not in present]
    parts = _parts_here(work, person_id, record, keys) if any(one.plan_uid for one in wanted) else {}
    add_workouts(
        work,
        person_id,
        [
            (
                _naming(one.workout, parts.get(one.plan_uid or "", _NO_PARTS), keys),
                {"uid": one.uid, "finished": one.finished, "source": one.source, "edited": one.edited},
            )
            for one in wanted
        ],
    )
    said = names_from(work, person_id)
    new = {one.name: keys.get(one.exercise, one.exercise) for one in record.exercise_names if one.name not in said}
    remember_names(work, person_id, new)
    here = {(row.topic, row.key) for row in work.rows(refused_proposal, person_id=person_id)}
    refused = {(keys.get(one.topic, one.topic), one.key): one.refused_on for one in record.refused}
    work.insert(
        refused_proposal,
        [
            {"person_id": person_id, "topic": topic, "key": key, "refused_on": day}
            for (topic, key), day in refused.items()
            if (topic, key) not in here
        ],
    )


def _parts_here(work: UnitOfWork, person_id: int, record: PersonRecord, keys: Mapping[str, str]) -> dict[str, _Parts]:
    """By plan the parts here of their numbers in the document; a plan that is another one by now has none."""
    here = {one.info.uid: one.plan for one in stored_plans(work, person_id)}
    found = {}
    for one in record.plans:
        plan = here.get(one.uid)
        if plan is not None and numbered(plan) == replace(with_exercises(one.plan, keys), name=plan.name):
            found[one.uid] = _renamed(one.plan, plan)
    return found


def _renamed(old: Plan, new: Plan) -> _Parts:
    """From the parts of a plan to those of one that is built alike."""
    olds, news = ([session for _, week in weeks_of(one) for session in week.sessions] for one in (old, new))
    pairs = list(zip(olds, news, strict=True))
    return _Parts(
        {one.id: other.id for one, other in pairs},
        {one.id: other.id for session, same in pairs for one, other in zip(session.entries, same.entries, strict=True)},
    )


def _naming(one: Workout, parts: _Parts, keys: Mapping[str, str]) -> Workout:
    """The workout with the parts of its plan, and its own exercises, as they are called on the other side."""
    return replace(
        one,
        session_id=parts.sessions.get(one.session_id or 0),
        exercises=tuple(
            replace(
                each, exercise=keys.get(each.exercise, each.exercise), entry_id=parts.entries.get(each.entry_id or 0)
            )
            for each in one.exercises
        ),
    )
