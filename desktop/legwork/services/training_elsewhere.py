"""Workouts of a file that are here already, set for set, from somewhere else: typed, or of another program.

Owns that one rule. Who takes the log from one program to the next has it in both, and who takes out a table in another
program's shape has it here: neither shall be written a second time. It must not know what a file has corrected
(`training_match`): only a day's workout that has all of its sets in common is held for the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time

from legwork.domain.log.model import Workout
from legwork.formats.strong_csv import NOON
from legwork.services.workout_rows import read_workouts
from legwork.store.reader import Reader
from legwork.store.tables import workout


@dataclass(frozen=True)
class _Seen:
    """start: the minute at which it began. sets: how often it has each, in whatever order."""

    start: time | None
    sets: Counter[tuple[str, int, int, bool, float]]


def are_elsewhere(
    reader: Reader, person_id: int | None, source: str, coming: Sequence[Workout], known: Collection[str] = ()
) -> list[bool]:
    """Of each workout whether one of the same day with the same sets is here from another source, or changed here.

    Each of those that are here stands for one only, for that with its own start before others: programs write another
    start, or none. person_id: None for somebody who is yet to be added. known: uids of those that are here and that
    the file is known to hold anyway. Kinds of sets, their order, sides, notes and titles are not compared: not every
    program has them.
    """
    found = [False] * len(coming)
    if person_id is None or not coming:
        return found
    days = {one.day for one in coming}
    rows = [
        row
        for row in reader.rows(workout, person_id=person_id)
        if row.day in days and row.uid not in known and (row.source != source or row.edited)
    ]
    here: dict[date, list[_Seen]] = defaultdict(list)
    for one in read_workouts(reader, rows):
        here[one.day].append(_seen(one))
    wanted = [_seen(one) for one in coming]
    for at_its_start in (True, False):
        for place, want in enumerate(wanted):
            there = here.get(coming[place].day, [])
            alike = (
                each for each in there if each.sets == want.sets and (each.start == want.start or not at_its_start)
            )
            if not found[place] and (same := next(alike, None)) is not None:
                found[place] = True
                there.remove(same)
    return found


def _seen(one: Workout) -> _Seen:
    start = None if one.start is None else one.start.replace(second=0, microsecond=0)
    sets = Counter(
        (
            exercise.exercise,
            each.reps or 0,
            each.seconds or 0,
            each.assisted,
            round(each.load.value, 2) if each.load else 0.0,
        )
        for exercise in one.exercises
        for each in exercise.sets
    )
    # Noon is also what a table in Strong's shape says where only the day is known.
    return _Seen(None if start == NOON else start, sets)
