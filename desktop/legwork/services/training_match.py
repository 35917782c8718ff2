"""Which workouts of a foreign log are here already, and what a newer file may change in them.

Owns the rule by which a workout is known again, and what of it a file cannot take back. It must not write, nor decide
what is left out.

A workout is known by its source, start and title. Where several have the same, what they hold tells them apart, so
that a file in another order, or one in which the first of them was deleted, moves nothing about. One whose title was
changed in the other program is known by its start and its exercises.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import lru_cache

from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.formats.training_records import ONE_A_DAY, TrainingTable, workout_key
from legwork.services.training_workouts import Incoming, uid_of
from legwork.services.workout_rows import read_workouts
from legwork.store.reader import Reader
from legwork.store.tables import workout

_MORE = 8
"""So many more workouts with one start and title than the file has are looked for (a convention)."""


@dataclass(frozen=True)
class Kept:
    """A workout that is here. edited: it was changed since it came."""

    workout: Workout
    edited: bool


@dataclass(frozen=True)
class Here:
    """The workouts of one person from one kind of file that may be those of a table, by uid.

    at: uids by the moment at which they begin, of those that have one.
    """

    kept: Mapping[str, Kept] = field(default_factory=dict)
    at: Mapping[datetime, tuple[str, ...]] = field(default_factory=dict)


def here_for(reader: Reader, person_id: int | None, table: TrainingTable) -> Here:
    """What is here of the days of a table. person_id: None for somebody who is yet to be added."""
    if person_id is None or not table.workouts:
        return Here()
    first, last = (table.workouts[place].day for place in (0, -1))
    near = timedelta(days=2)  # a computer that travels sees the same workout on another day
    rows = [
        row
        for row in reader.rows(workout, person_id=person_id, source=table.source)
        if first - near <= row.day <= last + near
    ]
    kept: dict[str, Kept] = {}
    at: dict[datetime, tuple[str, ...]] = {}
    for row, one in zip(rows, read_workouts(reader, rows), strict=True):
        kept[row.uid] = Kept(one, bool(row.edited))
        moment = _moment(one)
        if moment is not None:
            at[moment] = (*at.get(moment, ()), row.uid)
    return Here(kept, at)


def matched(table: TrainingTable, incoming: Sequence[Incoming], here: Here) -> list[tuple[str, Kept | None]]:
    """For each workout of a file its uid, and the one here that it is, each of these once; None for a new one."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(incoming):
        groups[one.key].append(place)
    found: dict[int, str] = {}
    free: dict[str, list[str]] = {}
    for key, places in groups.items():
        uids = [_uid(table, incoming[places[0]], number) for number in range(1, len(places) + 1)]
        if here.kept and (len(places) > 1 or uids[0] in here.kept):
            uids += [_uid(table, incoming[places[0]], len(places) + more) for more in range(1, _MORE + 1)]
        known = [uid for uid in uids if uid in here.kept]
        found |= _pairs(incoming, places, known, here)
        free[key] = [uid for uid in uids if uid not in here.kept]
    claimed = set(found.values())
    answer: list[tuple[str, Kept | None]] = []
    for place, one in enumerate(incoming):
        uid = found.get(place) or _renamed(table, one, here, claimed)
        claimed.add(uid)
        answer.append((uid, here.kept[uid]) if uid else (free[one.key].pop(0), None))
    return answer


def corrected(before: Workout, wanted: Workout) -> Workout:
    """A workout that is here as the file has it, with what the file does not tell.

    Of one log there are files that tell more and files that tell less: a start, a length, notes, supersets and efforts
    that a file lacks stay as they are. A moment in UTC that another computer saw stays on the day it was seen.
    """
    after = replace(wanted, id=before.id, session_id=before.session_id)
    if after == before:
        return before
    same_day = before.day == wanted.day
    if (wanted.start is None and same_day) or _same_moment(before, wanted):
        after = replace(after, day=before.day, start=before.start, utc_offset_minutes=before.utc_offset_minutes)
    after = replace(
        after,
        minutes=before.minutes if wanted.minutes is None else wanted.minutes,
        title=wanted.title or before.title,
        note=wanted.note or before.note,
    )
    old: dict[str, list[LoggedExercise]] = defaultdict(list)
    for one in before.exercises:
        old[one.exercise].append(one)
    grouped = any(one.group is not None for one in wanted.exercises)
    exercises = []
    for one in after.exercises:
        was = old[one.exercise].pop(0) if old[one.exercise] else None
        exercises.append(one if was is None else _exercise(was, one, grouped))
    return replace(after, exercises=tuple(exercises))


def _pairs(incoming: Sequence[Incoming], places: Sequence[int], known: Sequence[str], here: Here) -> dict[int, str]:
    """Which of the workouts with one start and title is which: first by what they hold, then by their order."""
    if len(places) == 1 == len(known):
        return {places[0]: known[0]}
    left, found = list(known), {}
    for place in places:
        wanted = incoming[place].workout
        same = (uid for uid in left if wanted is not None and _same(here.kept[uid].workout, wanted))
        uid = next(same, None)
        if uid is not None:
            found[place] = uid
            left.remove(uid)
    for place in places:
        if place not in found and left:
            found[place] = left.pop(0)
    return found


def _renamed(table: TrainingTable, one: Incoming, here: Here, claimed: set[str]) -> str:
    """The workout here that began at that moment under another title; "" for none."""
    if table.source in ONE_A_DAY or one.workout is None or not here.at:
        return ""
    moment = _moment(one.workout)
    others = here.at.get(moment, ()) if moment is not None else ()
    return next((uid for uid in others if uid not in claimed and _alike(here.kept[uid].workout, one.workout)), "")


def _alike(one: Workout, two: Workout) -> bool:
    """Whether two have at least half of their exercises in common (a convention)."""
    mine, theirs = ({exercise.exercise for exercise in each.exercises} for each in (one, two))
    return 2 * len(mine & theirs) >= len(mine | theirs)


def _uid(table: TrainingTable, one: Incoming, number: int) -> str:
    return uid_of(workout_key(table.source, one.record, number))


def _moment(one: Workout) -> datetime | None:
    """When it began, in UTC where that is known; None where only the day is."""
    if one.start is None:
        return None
    return datetime.combine(one.day, one.start) - timedelta(minutes=one.utc_offset_minutes or 0)


def _same_moment(one: Workout, two: Workout) -> bool:
    known = None not in (one.utc_offset_minutes, two.utc_offset_minutes)
    return known and _moment(one) is not None and _moment(one) == _moment(two)


def _same(before: Workout, wanted: Workout) -> bool:
    return corrected(before, wanted) == before


def _exercise(was: LoggedExercise, now: LoggedExercise, grouped: bool) -> LoggedExercise:
    sets = list(now.sets)
    for place, (old, new) in enumerate(zip(was.sets, now.sets, strict=False)):
        if old != new:
            sets[place] = _set(old, new)
    return replace(
        now,
        sets=tuple(sets),
        group=now.group if grouped else was.group,
        note=now.note or was.note,
        felt=was.felt,
        entry_id=was.entry_id,
    )


@lru_cache(maxsize=1024)
def _set(was: LoggedSet, now: LoggedSet) -> LoggedSet:
    """A set that came again; its effort and its note only stay while it is the same set."""
    if (was.kind, was.side, was.reps, was.seconds, was.load, was.assisted) != (
        now.kind, now.side, now.reps, now.seconds, now.load, now.assisted,
    ):  # fmt: skip
        return now
    return replace(
        now,
        rir=was.rir if now.rir is None else now.rir,
        note=now.note or was.note,
        distance_m=was.distance_m if now.distance_m is None else now.distance_m,
    )
