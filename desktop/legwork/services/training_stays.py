"""What stays of a workout that is here when a file brings it again: what the file does not tell, and what is left out.

Owns which exercise here is which block of the file, whatever name each goes by. It must not write, nor decide what is
left out.

Nobody noted under which name an exercise came in, and what a name means may have changed since: so it is found by its
key, by what its name meant before, and by its sets. In doubt what is here stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import lru_cache, partial

from legwork.domain.log.model import LoggedExercise, Workout
from legwork.domain.log.sets import LoggedSet
from legwork.formats.training_records import ExerciseRecord, SetRecord
from legwork.services.training_workouts import Incoming

Facts = tuple[object, ...]


@dataclass(frozen=True)
class Meanings:
    """What the names of a file mean. keys: of those that come in. meant: the keys under which the sets of a name may be
    here. stays: keys that only names have that are left out. known: all keys that a name has."""

    keys: Mapping[str, str] = field(default_factory=dict)
    meant: Mapping[str, frozenset[str]] = field(default_factory=dict)
    stays: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()


def meanings(keys: Mapping[str, str], meant: Mapping[str, frozenset[str]]) -> Meanings:
    """keys: of the names that come in. meant: as in `Meanings`, with names of earlier files that are left out."""
    coming = frozenset(keys.values()).union(*(meant.get(name, ()) for name in keys))
    known = coming.union(*meant.values())
    return Meanings(keys, meant, known - coming, known)


def facts(one: LoggedSet | SetRecord) -> Facts:
    """What makes a set the same when it comes again, in whatever unit its load was read."""
    return one.kind, one.side, one.reps, one.seconds, one.load.entered if one.load else None, one.assisted


def moment_of(one: Workout) -> datetime | None:
    """When it began, in UTC where that is known; None where only the day is."""
    if one.start is None:
        return None
    return datetime.combine(one.day, one.start) - timedelta(minutes=one.utc_offset_minutes or 0)


def same_facts(before: Workout, one: Incoming) -> bool:
    """Whether a workout that is here has the sets that the file has, left out or not."""
    here = [[facts(each) for each in exercise.sets] for exercise in before.exercises]
    return here == [[facts(each) for each in block.sets] for block in one.record.exercises]


def common_sets(before: Workout, one: Incoming) -> int:
    """How many sets a workout that is here and one of a file have in common."""
    here = Counter(facts(each) for exercise in before.exercises for each in exercise.sets)
    return (here & Counter(facts(each) for block in one.record.exercises for each in block.sets)).total()


def corrected(before: Workout, one: Incoming, names: Meanings) -> tuple[Workout, int]:
    """A workout that is here as the file has it, with what the file does not tell and what is left out of it; and how
    many sets that are here go, because they were left out one by one. `one` has a workout.

    Of one log there are files that tell more and files that tell less: a start, a length, notes, supersets and efforts
    that a file lacks stay as they are. A moment in UTC that another computer saw stays on the day it was seen.
    """
    wanted = one.workout
    assert wanted is not None
    after = replace(wanted, id=before.id, session_id=before.session_id)
    if after == before:
        return before, 0
    same_day = before.day == wanted.day
    if (wanted.start is None and same_day) or _same_moment(before, wanted):
        after = replace(after, day=before.day, start=before.start, utc_offset_minutes=before.utc_offset_minutes)
    minutes = before.minutes if wanted.minutes is None else wanted.minutes
    if one.no_length and before.minutes == one.record.minutes:
        minutes = None  # it came in before it was left out
    exercises, going = _exercises(before, one, names)
    title, note = wanted.title or before.title, wanted.note or before.note
    return replace(after, minutes=minutes, title=title, note=note, exercises=exercises), going


def claims(before: Workout, one: Incoming, names: Meanings) -> list[int | None]:
    """For each block of a file's workout the place of the exercise here that it is, each of these once; None for none.

    What is surest comes first. A block that is left out may be here under any key; but where other files may hold other
    exercises of the workout, its name must mean that key.
    """
    pairs = _Pairs(before, one, names)
    rules: tuple[tuple[bool, tuple[Callable[[int, int], bool], ...]], ...] = (
        (True, (pairs.same_key, pairs.equal)),
        (True, (pairs.same_key, pairs.some)),
        (False, (pairs.meant, pairs.equal)),
        (True, (pairs.meant, pairs.equal)),
        (False, (pairs.equal,)),
        (True, (pairs.equal, pairs.not_left)),
        (False, (pairs.meant, pairs.some)),
        (True, (pairs.meant, pairs.some)),
        (False, (pairs.some,)),
        (True, (pairs.some, pairs.not_left)),
        (True, (pairs.same_key,)),
        (True, (pairs.meant,)),
        (False, (pairs.meant,)),
        (False, (pairs.unknown,)),
    )
    if one.adds:
        by_name = {pairs.same_key, pairs.meant}
        rules = tuple(rule for rule in rules if by_name & set(rule[1]))
    for comes_in, tests in rules:
        if not pairs.free or None not in pairs.found:
            break
        pairs.claim(comes_in, tests)
    return pairs.found


class _Pairs:
    """The blocks of a file's workout beside the exercises of one that is here, each by its place.

    found: which exercise each block is, None while none; free: exercises that are none yet.
    """

    def __init__(self, before: Workout, one: Incoming, names: Meanings) -> None:
        self._names = names
        self._blocks = [block.name for block in one.record.exercises]
        self._keys = [exercise.exercise for exercise in before.exercises]
        self._file = [[facts(each) for each in block.sets] for block in one.record.exercises]
        self._here = [[facts(each) for each in exercise.sets] for exercise in before.exercises]
        self._shared: dict[tuple[int, int], int] = {}
        self.found: list[int | None] = [None] * len(self._blocks)
        self.free = dict.fromkeys(range(len(self._keys)))

    def claim(self, comes_in: bool, tests: Iterable[Callable[[int, int], bool]]) -> None:
        """Give each block that comes in, or is left out, the free exercise that fits with the most sets in common."""
        for block, name in enumerate(self._blocks):
            if self.found[block] is None and (name in self._names.keys) is comes_in:
                fitting = [place for place in self.free if all(test(block, place) for test in tests)]
                if fitting:
                    best = max(fitting, key=partial(self.shared, block)) if len(fitting) > 1 else fitting[0]
                    self.found[block] = best
                    del self.free[best]

    def shared(self, block: int, place: int) -> int:
        """How many sets both have."""
        found = self._shared.get((block, place))
        if found is None:
            found = self._shared[block, place] = (Counter(self._file[block]) & Counter(self._here[place])).total()
        return found

    def equal(self, block: int, place: int) -> bool:
        return self._file[block] == self._here[place]

    def some(self, block: int, place: int) -> bool:
        return self.shared(block, place) > 0

    def same_key(self, block: int, place: int) -> bool:
        return self._names.keys.get(self._blocks[block]) == self._keys[place]

    def meant(self, block: int, place: int) -> bool:
        return self._keys[place] in self._names.meant.get(self._blocks[block], ())

    def not_left(self, _: int, place: int) -> bool:
        """Whether no block that is left out, and not found yet, may be this exercise."""
        return not any(
            self.found[block] is None and name not in self._names.keys and self.meant(block, place)
            for block, name in enumerate(self._blocks)
        )

    def unknown(self, _: int, place: int) -> bool:
        """Whether no name of the file means this exercise."""
        return self._keys[place] not in self._names.known


def _exercises(before: Workout, one: Incoming, names: Meanings) -> tuple[tuple[LoggedExercise, ...], int]:
    """The exercises of a corrected workout, and how many sets here go because they are left out one by one."""
    assert one.workout is not None
    blocks = one.record.exercises
    now = dict(zip(one.places, one.workout.exercises, strict=True))
    grouped = any(block.group is not None for block in blocks)
    places = claims(before, one, names)
    if one.adds:
        return _added(before, one, names, places)
    found: list[LoggedExercise] = []
    going = 0
    for place, (block, was) in enumerate(zip(blocks, places, strict=True)):
        old, new = before.exercises[was] if was is not None else None, now.get(place)
        goes = _going(old, new, block) if old is not None and block.name in names.keys else None
        if old is not None and goes is None:
            found.append(replace(old, group=block.group if grouped else old.group))
            continue
        going += goes or 0
        if new is not None:
            found.append(new if old is None else _exercise(old, new, grouped))
    for place, old in enumerate(before.exercises):
        if place not in places and old.exercise in names.stays:
            found.insert(place, old)
    return tuple(found), going


def _added(
    before: Workout, one: Incoming, names: Meanings, places: Sequence[int | None]
) -> tuple[tuple[LoggedExercise, ...], int]:
    """The same where the file does not name all exercises: those here stay in their order, new ones follow. places: as
    `claims` gives them."""
    assert one.workout is not None
    blocks = one.record.exercises
    now = dict(zip(one.places, one.workout.exercises, strict=True))
    found = list(before.exercises)
    gone: set[int] = set()
    going = 0
    for place, (block, was) in enumerate(zip(blocks, places, strict=True)):
        new = now.get(place)
        if was is None:
            found += [new] if new is not None else []
            continue
        goes = _going(found[was], new, block) if block.name in names.keys else None
        if goes is None:
            continue
        going += goes
        if new is None:
            gone.add(was)
        else:
            found[was] = _exercise(found[was], new, False)
    return tuple(exercise for place, exercise in enumerate(found) if place not in gone), going


def _going(old: LoggedExercise, new: LoggedExercise | None, block: ExerciseRecord) -> int | None:
    """How many sets that are here were left out one by one and go. new: what comes in of a block.

    None: others would go with them, as a file that was cut off has fewer; so the exercise stays as it is.
    """
    if new is not None and len(new.sets) == len(block.sets):
        return 0
    coming = _counted(new.sets if new is not None else ())
    left = _counted(block.sets) - coming
    goes = (left & (_counted(old.sets) - coming)).total()
    return goes if coming.total() + goes >= len(old.sets) else None


def _counted(sets: Iterable[LoggedSet | SetRecord]) -> Counter[Facts]:
    return Counter(map(facts, sets))


def _same_moment(one: Workout, two: Workout) -> bool:
    known = None not in (one.utc_offset_minutes, two.utc_offset_minutes)
    return known and moment_of(one) is not None and moment_of(one) == moment_of(two)


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
        felt=was.felt if now.felt is None else now.felt,
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
