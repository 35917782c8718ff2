"""The part of Legwork's own document that came with its version 5: workouts, names of exercises, refused proposals.

Owns their keys. Of a set only what differs from an ordinary one is written, because there are many. Sessions and
exercises of a plan are named by its uid and by their numbers in the document, where each level is numbered from 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time

from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedKind, LoggedSet
from legwork.domain.plan.model import weeks_of
from legwork.domain.sites import Side
from legwork.domain.units import Quantity
from legwork.formats.json_object import JsonObject, no_doubles, refuse
from legwork.formats.records import (
    MAX_CHOICE_KEY,
    MAX_EXERCISE_KEY,
    MAX_PLAN_UID,
    MAX_WORKOUT_TITLE,
    ExerciseNameRecord,
    KeptWorkout,
    PersonRecord,
    PlanRecord,
    RefusedRecord,
)
from legwork.i18n import tr

WORKOUT_KEYS = ("workouts", "exercise_names", "refused_proposals")
"""The keys that a person has beyond those of version 4."""

_MAX_SOURCE = 40
_ORDINARY: Mapping[str, object] = {
    "kind": LoggedKind.NORMAL.value,
    "side": Side.NONE.value,
    "reps": None,
    "seconds": None,
    "load": None,
    "unit": None,
    "entered": None,
    "assisted": False,
    "rir": None,
    "note": "",
    "distance_m": None,
}
_SET_KEYS = tuple(_ORDINARY)
_EXERCISE_KEYS = ("exercise", "superset", "note", "felt", "entry", "sets")
_KEYS = (
    "uid", "day", "start", "utc_offset_minutes", "minutes", "title", "note", "finished", "source", "edited", "plan",
    "session", "exercises",
)  # fmt: skip

_Kept = tuple[tuple[KeptWorkout, ...], tuple[ExerciseNameRecord, ...], tuple[RefusedRecord, ...]]


def workouts_tree(person: PersonRecord) -> dict[str, object]:
    """The values of WORKOUT_KEYS, for `workouts_in` to read."""
    return {
        "workouts": [_workout_tree(one) for one in person.workouts],
        "exercise_names": [{"name": one.name, "exercise": one.exercise} for one in person.exercise_names],
        "refused_proposals": [
            {"topic": one.topic, "key": one.key, "refused_on": one.refused_on.isoformat()} for one in person.refused
        ],
    }


def workouts_in(group: JsonObject, plans: Sequence[PlanRecord]) -> _Kept:
    """The workouts, names and refusals of a person with these plans. Raises UserError."""
    parts = {one.uid: _parts(one) for one in plans}
    workouts = group.many("workouts", lambda tree, where: _workout(tree, where, parts))
    no_doubles((one.uid for one in workouts), group.at("workouts"), "uid")
    names = group.many("exercise_names", _name)
    no_doubles((one.name for one in names), group.at("exercise_names"), "name")
    refused = group.many("refused_proposals", _refused)
    no_doubles(((one.topic, one.key) for one in refused), group.at("refused_proposals"), "key")
    return workouts, names, refused


_Parts = tuple[frozenset[int], frozenset[int]]
"""The numbers of a plan's sessions, and of the exercises in them."""


def _parts(record: PlanRecord) -> _Parts:
    sessions = [session for _, week in weeks_of(record.plan) for session in week.sessions]
    return frozenset(one.id for one in sessions), frozenset(entry.id for one in sessions for entry in one.entries)


def _workout_tree(one: KeptWorkout) -> dict[str, object]:
    workout = one.workout
    return {
        "uid": one.uid,
        "day": workout.day.isoformat(),
        "start": workout.start.isoformat("seconds") if workout.start is not None else None,
        "utc_offset_minutes": workout.utc_offset_minutes,
        "minutes": workout.minutes,
        "title": workout.title,
        "note": workout.note,
        "finished": one.finished,
        "source": one.source,
        "edited": one.edited,
        "plan": one.plan_uid,
        "session": workout.session_id,
        "exercises": [
            {
                "exercise": exercise.exercise,
                "superset": exercise.group,
                "note": exercise.note,
                "felt": exercise.felt,
                "entry": exercise.entry_id,
                "sets": [_set_tree(each) for each in exercise.sets],
            }
            for exercise in workout.exercises
        ],
    }


def _set_tree(one: LoggedSet) -> dict[str, object]:
    load = one.load
    tree: dict[str, object] = {
        "kind": one.kind.value,
        "side": one.side.value,
        "reps": one.reps,
        "seconds": one.seconds,
        "load": None if load is None else float(load.value),
        "unit": None if load is None else load.unit,
        "entered": None if load is None else load.entered,
        "assisted": one.assisted,
        "rir": None if one.rir is None else float(one.rir),
        "note": one.note,
        "distance_m": None if one.distance_m is None else float(one.distance_m),
    }
    return {key: value for key, value in tree.items() if value != _ORDINARY[key]}


def _workout(tree: object, where: str, plans: Mapping[str, _Parts]) -> KeptWorkout:
    group = JsonObject(tree, where, _KEYS)
    plan_uid = None if group.raw("plan") is None else group.line("plan", MAX_PLAN_UID)
    if plan_uid is not None and plan_uid not in plans:
        refuse(group.at("plan"), tr("there is a plan that is not in this document"))
    sessions, entries = plans.get(plan_uid or "", (frozenset[int](), frozenset[int]()))
    exercises = group.many("exercises", lambda tree, where: _exercise(tree, where, entries))
    try:
        workout = Workout(
            0,
            group.day("day"),
            _start(group),
            _whole(group, "utc_offset_minutes"),
            _whole(group, "minutes"),
            group.line("title", MAX_WORKOUT_TITLE) if group.text("title") else "",
            exercises,
            group.text("note"),
            _part(group, "session", sessions),
        )
    except ValueError:
        refuse(where, tr("there is a workout that cannot have been like this"))
    return KeptWorkout(
        group.line("uid", MAX_PLAN_UID),
        workout,
        group.value("finished", bool),
        group.line("source", _MAX_SOURCE),
        group.value("edited", bool),
        plan_uid,
    )


def _exercise(tree: object, where: str, entries: frozenset[int]) -> LoggedExercise:
    group = JsonObject(tree, where, _EXERCISE_KEYS)
    key = group.text("exercise")
    if not 0 < len(key) <= MAX_EXERCISE_KEY:
        refuse(group.at("exercise"), tr("the key of an exercise is expected"))
    sets = group.many("sets", _set)
    try:
        return LoggedExercise(
            key, sets, _whole(group, "superset"), group.text("note"), _whole(group, "felt"),
            _part(group, "entry", entries),
        )  # fmt: skip
    except ValueError:
        refuse(where, tr("there is an exercise that cannot have been like this"))


def _set(tree: object, where: str) -> LoggedSet:
    group = JsonObject({**_ORDINARY, **tree} if isinstance(tree, dict) else tree, where, _SET_KEYS)
    try:
        return LoggedSet(
            LoggedKind(group.text("kind")),
            Side(group.text("side")),
            _whole(group, "reps"),
            _whole(group, "seconds"),
            _load(group),
            group.value("assisted", bool),
            _number(group, "rir"),
            group.text("note"),
            _number(group, "distance_m"),
        )
    except ValueError:
        refuse(where, tr("there is a set that cannot have been like this"))


def _load(group: JsonObject) -> Quantity | None:
    value = _number(group, "load")
    if value is None and (group.raw("unit") is not None or group.raw("entered") is not None):
        refuse(group.at("load"), tr("a value is missing"))
    return None if value is None else Quantity(value, group.text("unit"), group.text("entered"))


def _start(group: JsonObject) -> time | None:
    if group.raw("start") is None:
        return None
    text = group.text("start")
    try:
        found = time.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is not None or found.isoformat("seconds") != text:
        refuse(group.at("start"), tr("there is no time such as 18:05:00"))
    return found


def _whole(group: JsonObject, key: str) -> int | None:
    return None if group.raw(key) is None else group.value(key, int)


def _number(group: JsonObject, key: str) -> float | None:
    """A number, which its owner limits; None where there is none."""
    found = group.raw(key)
    if found is None:
        return None
    if isinstance(found, bool) or not isinstance(found, int | float):
        refuse(group.at(key), tr("there is a value of the wrong kind"))
    try:
        return float(found) + 0.0
    except OverflowError:
        refuse(group.at(key), tr("there is a value of the wrong kind"))


def _part(group: JsonObject, key: str, numbers: frozenset[int]) -> int | None:
    found = _whole(group, key)
    if found is not None and found not in numbers:
        refuse(group.at(key), tr("there is a part that the plan does not have"))
    return found


def _name(tree: object, where: str) -> ExerciseNameRecord:
    group = JsonObject(tree, where, ("name", "exercise"))
    if not (name := group.text("name")):
        refuse(group.at("name"), tr("a value is missing"))
    key = group.text("exercise")
    if len(key) > MAX_EXERCISE_KEY:
        refuse(group.at("exercise"), tr("the key of an exercise is expected"))
    return ExerciseNameRecord(name, key)


def _refused(tree: object, where: str) -> RefusedRecord:
    group = JsonObject(tree, where, ("topic", "key", "refused_on"))
    if not (key := group.text("key")):
        refuse(group.at("key"), tr("a value is missing"))
    return RefusedRecord(group.line("topic", MAX_CHOICE_KEY), key, group.day("refused_on"))
