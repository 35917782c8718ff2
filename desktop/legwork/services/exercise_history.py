"""The times at which an exercise was done, from the log: for ghosts, for what was done last, and for what comes next.

Owns finding them. What follows from them is worked out in `domain.log`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, time

from legwork.domain.exercise import Counting
from legwork.domain.log.asked import Past
from legwork.domain.log.done_sets import done_sets
from legwork.domain.log.model import LoggedExercise
from legwork.domain.plan.model import Entry, Level
from legwork.services.plan_rows import part_of
from legwork.services.profile import Profile
from legwork.services.workout_rows import children, exercise_in
from legwork.store import log_queries
from legwork.store.reader import Reader
from legwork.store.tables import plan_entry, workout_exercise, workout_set

ENOUGH = 40
"""So many times back are looked at unless more are asked for: the rules of a next session look back 12 weeks."""


@dataclass(frozen=True)
class Time:
    """One time at which an exercise was done. start: None where only the day is known. done: with its sets."""

    day: date
    workout_id: int
    start: time | None
    done: LoggedExercise


def times_of(
    profile: Profile, person_id: int, exercises: Collection[str], until: date | None = None, most: int = ENOUGH
) -> dict[str, tuple[Time, ...]]:
    """By exercise the newest times up to a day at which a set of it was done, the oldest of them first.

    An exercise that comes twice in one workout has two. What was never done is left out. Raises StoreError.
    """
    with profile.reading() as reader:
        return times_from(reader, person_id, exercises, until, most)


def times_from(
    reader: Reader, person_id: int, exercises: Collection[str], until: date | None = None, most: int = ENOUGH
) -> dict[str, tuple[Time, ...]]:
    """As `times_of`, inside a transaction."""
    heads: dict[str, list[tuple[str, str, int, int]]] = defaultdict(list)
    for row_id, workout_id, day, start, key in log_queries.times_of(reader, person_id, exercises):
        if until is None or day <= until.isoformat():
            heads[key].append((day, start or "", workout_id, row_id))
    newest = {key: sorted(found)[-most:] for key, found in heads.items()}
    wanted = [one[3] for found in newest.values() for one in found]
    rows = {row.id: row for row in reader.by_ids(workout_exercise, wanted)}
    sets = children(reader, workout_set, "workout_exercise_id", wanted)
    return {
        key: tuple(
            Time(
                date.fromisoformat(day),
                workout_id,
                _time(start),
                exercise_in(rows[row_id], sets.get(row_id, ())),
            )
            for day, start, workout_id, row_id in found
        )
        for key, found in newest.items()
    }


def heaviest_of(profile: Profile, person_id: int, exercises: Collection[str], without: int) -> dict[str, float]:
    """The heaviest load of each of these in the whole log but for one workout (its id), kg, counted as its loads are.

    Help is none. What never had a load is left out. Raises StoreError.
    """
    with profile.reading() as reader:
        return log_queries.heaviest_of(reader, person_id, exercises, without)


def last_times_from(reader: Reader, person_id: int, until: date) -> dict[str, tuple[Time, ...]]:
    """By exercise all that was done of it on its newest day up to `until`."""
    days = log_queries.last_days(reader, person_id, until)
    found = times_from(reader, person_id, days, until, most=4)
    return {key: tuple(one for one in times if one.day == days[key]) for key, times in found.items()}


def pasts_of(profile: Profile, times: Iterable[Time], counting: Counting = Counting.TOTAL) -> tuple[Past, ...]:
    """The same as the rules of a next session look at them; what the plan asked for as it stands in the plan now.

    counting: how the exercise counts its load. Raises StoreError.
    """
    whole = tuple(times)
    ids = {one.done.entry_id for one in whole if one.done.entry_id is not None}
    with profile.reading() as reader:
        entries: Mapping[int, object] = {row.id: part_of(Level.ENTRY, row) for row in reader.by_ids(plan_entry, ids)}
        found = []
        for one in whole:
            entry = entries.get(one.done.entry_id) if one.done.entry_id is not None else None
            same = isinstance(entry, Entry) and entry.exercise == one.done.exercise
            asked = entry.prescription if same and isinstance(entry, Entry) else None
            found.append(Past(one.day, done_sets(one.done.sets, counting), asked))
        short = {
            one.workout_id
            for one, past in zip(whole, found, strict=True)
            if past.asked is not None and sum(not each.warm_up for each in past.done) < past.asked.sets
        }
        ends = _ends_of(reader, short)
    return tuple(
        replace(past, ended=one.workout_id in ends and one.done in ends[one.workout_id])
        for one, past in zip(whole, found, strict=True)
    )


def _ends_of(reader: Reader, workouts: Collection[int]) -> dict[int, tuple[LoggedExercise, ...]]:
    """With what each of these workouts ended: its last exercise of which a set was done, or several done in turns."""
    rows = children(reader, workout_exercise, "workout_id", workouts)
    sets = children(reader, workout_set, "workout_exercise_id", [one.id for inside in rows.values() for one in inside])
    found = {}
    for workout_id, inside in rows.items():
        done = [exercise_in(one, sets[one.id]) for one in inside if one.id in sets]
        group = done[-1].group if done else None
        found[workout_id] = tuple(one for one in done if group is not None and one.group == group) or tuple(done[-1:])
    return found


def _time(text: str) -> time | None:
    with suppress(ValueError):
        return time.fromisoformat(text)
    return None
