"""Which workouts of a foreign log are here already.

Owns the rule by which a workout is known again; what a newer file may change in it stands in `training_stays`. It must
not write, nor decide what is left out.

A workout is known by its source, start and title. Where several have the same, what they hold tells them apart, so
that a file in another order, or one in which the first of them was deleted, moves nothing about. One whose title was
changed in the other program is known by its start and its exercises. Legwork's own tables name each workout; one that
was typed here, or came from another program, is then known as well, and left as it is here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import chain

from legwork.domain.log.model import Workout
from legwork.formats.training_records import ONE_A_DAY, TrainingTable, workout_key
from legwork.services.training_stays import Meanings, claims, common_sets, corrected, moment_of, same_facts
from legwork.services.training_workouts import Incoming, uid_of
from legwork.services.workout_rows import read_workouts
from legwork.store.reader import Reader
from legwork.store.tables import workout

_MORE = 8
"""So many more workouts with one start and title than the file has are looked for (a convention)."""

_LEAST_COMMON = 2
"""One set alone does not tell that a workout is another one with its exercises under other names (a convention)."""


@dataclass(frozen=True)
class Kept:
    """A workout that is here. edited: it was changed since it came, or came otherwise than from such a file."""

    workout: Workout
    edited: bool


@dataclass(frozen=True)
class Here:
    """The workouts of one person from one kind of file that may be those of a table, by uid.

    at: uids by the moment at which they begin, of those that have one.
    """

    kept: Mapping[str, Kept] = field(default_factory=dict)
    at: Mapping[datetime, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Look:
    """Holds a workout that is here, by its uid, against one of a file."""

    here: Here
    names: Meanings

    def same(self, uid: str, one: Incoming) -> bool:
        """Whether nothing of it would change; of one that is left out, whether it has the same sets."""
        before = self.here.kept[uid].workout
        if one.workout is None:
            return same_facts(before, one)
        return corrected(before, one, self.names)[0] == before

    def common(self, uid: str, one: Incoming) -> int:
        """How many sets they share."""
        return common_sets(self.here.kept[uid].workout, one)


def here_for(reader: Reader, person_id: int | None, table: TrainingTable) -> Here:
    """What is here of the days of a table. person_id: None for somebody who is yet to be added."""
    if person_id is None or not table.workouts:
        return Here()
    first, last = (table.workouts[place].day for place in (0, -1))
    near = timedelta(days=2)  # a computer that travels sees the same workout on another day
    named = {one.uid for one in table.workouts if one.uid}
    found = reader.rows(workout, person_id=person_id, **({} if named else {"source": table.source}))
    rows = [
        row
        for row in found
        if row.uid in named or (row.source == table.source and first - near <= row.day <= last + near)
    ]
    kept: dict[str, Kept] = {}
    at: dict[datetime, tuple[str, ...]] = {}
    for row, one in zip(rows, read_workouts(reader, rows), strict=True):
        kept[row.uid] = Kept(one, bool(row.edited) or row.source != table.source)
        moment = moment_of(one)
        if moment is not None:
            at[moment] = (*at.get(moment, ()), row.uid)
    return Here(kept, at)


def matched(
    table: TrainingTable, incoming: Sequence[Incoming], here: Here, names: Meanings
) -> list[tuple[str, Kept | None]]:
    """For each workout of a file its uid, and the one here that it is, each of these once; None for a new one."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(incoming):
        groups[one.key].append(place)
    named = {
        key: [_uid(table, incoming[places[0]], number) for number in range(1, len(places) + 1)]
        for key, places in groups.items()
    }
    spare = _spare_days(here, named.values())
    found: dict[int, str] = {}
    free: dict[str, list[str]] = {}
    for key, places in groups.items():
        uids = named[key]
        if len(places) > 1 or incoming[places[0]].record.day in spare or uids[0] in here.kept:
            uids += [_uid(table, incoming[places[0]], len(places) + more) for more in range(1, _MORE + 1)]
        known = [uid for uid in dict.fromkeys(uids) if uid in here.kept]
        found |= _pairs(incoming, places, known, dict(zip(places, uids, strict=False)), _Look(here, names))
        free[key] = [uid for uid in uids if uid not in here.kept]
    claimed = set(found.values())
    answer: list[tuple[str, Kept | None]] = []
    for place, one in enumerate(incoming):
        uid = found.get(place) or _renamed(table, one, here, claimed, names)
        claimed.add(uid)
        answer.append((uid, here.kept[uid]) if uid else (free[one.key].pop(0), None))
    return answer


def _spare_days(here: Here, named: Iterable[Iterable[str]]) -> set[date]:
    """Days, and those around them, with workouts here that have the number of none of the file: others of that day,
    which came before them, may be gone from it."""
    spare = here.kept.keys() - set(chain.from_iterable(named))
    return {here.kept[uid].workout.day + timedelta(days=away) for uid in spare for away in (-1, 0, 1)}


def _pairs(
    incoming: Sequence[Incoming], places: Sequence[int], known: Sequence[str], own: Mapping[int, str], look: _Look
) -> dict[int, str]:
    """Which of the workouts with one start and title is which: by what they hold, then by their number, then by their
    order. One of which nothing comes in takes what is left. own: the uid that each would have by its number."""
    if len(places) == 1 == len(known):
        return {places[0]: known[0]}
    left, found = dict.fromkeys(known), {}

    def take(place: int, uid: str) -> None:
        if place not in found and uid in left:
            found[place] = uid
            del left[uid]

    for place in places:
        take(place, next((uid for uid in left if look.same(uid, incoming[place])), ""))
    rest = [place for place in places if place not in found]
    alike = [(look.common(uid, incoming[place]), uid == own[place], -place, uid) for place in rest for uid in left]
    for count, _, place, uid in sorted(alike, reverse=True):
        if count:
            take(-place, uid)
    rest.sort(key=lambda place: incoming[place].workout is None)
    for place in rest:
        take(place, own[place])
    for place in rest:
        take(place, next(iter(left), ""))
    return found


def _renamed(table: TrainingTable, one: Incoming, here: Here, claimed: set[str], names: Meanings) -> str:
    """The workout here that began at that moment under another title; "" for none."""
    if table.source in ONE_A_DAY or one.workout is None or one.record.uid or not here.at:
        return ""
    moment = moment_of(one.workout)
    others = here.at.get(moment, ()) if moment is not None else ()
    return next((uid for uid in others if uid not in claimed and _alike(here.kept[uid].workout, one, names)), "")


def _alike(before: Workout, one: Incoming, names: Meanings) -> bool:
    """Whether two have at least half of their exercises in common, left out or not, or at least half of their sets,
    whatever their exercises are called now (conventions)."""
    blocks = one.record.exercises
    mine = {exercise.exercise for exercise in before.exercises}
    found: dict[str, str] = {}
    for block, place in zip(blocks, claims(before, one, names), strict=True):
        key = before.exercises[place].exercise if place is not None else ""
        if key in names.known:
            found.setdefault(block.name, key)
    others = {names.keys[block.name] for block in blocks if block.name in names.keys and block.name not in found}
    if found.keys() & names.keys.keys() and 2 * len(set(found.values())) >= len(mine | others):
        return True
    sets = min(sum(len(exercise.sets) for exercise in before.exercises), one.record.set_count)
    return common_sets(before, one) >= max(_LEAST_COMMON, sets / 2)


def _uid(table: TrainingTable, one: Incoming, number: int) -> str:
    return one.record.uid or uid_of(workout_key(table.source, one.record, number))
